"""Findings leave the house (floor 4). Nothing here searches or decides."""
