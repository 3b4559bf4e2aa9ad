"""Decisions exchanged between copies of a case. Nothing is overwritten, and what conflicts is listed."""
