"""Tests of Dutch times."""
