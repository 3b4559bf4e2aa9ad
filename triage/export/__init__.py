"""Findings leave the house. Nothing here searches or decides."""
