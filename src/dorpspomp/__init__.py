"""Dorpspomp: one register kept in spreadsheets becomes a start page, a kiosk and paper."""

__version__ = "0.1.0"
