"""Spreadsheet cells as their reader sees them: number formats of ECMA-376 Part 1, 18.8.31."""
