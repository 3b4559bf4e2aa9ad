"""The default engine: SQLite's FTS5 inside the case's own database. It never approximates."""
