"""Benchmarks: what is measured, and against whom. See README.md in this folder."""
