"""Outputs: the edges that write. Each takes the same pages and cards to a medium of its own."""
