"""Tests of Dorpspomp: behaviour through public doors, with real files and a real browser."""
