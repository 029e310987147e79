"""The kiosk, in a real browser and as plain files."""
