"""The truth (floor 2): one SQLite file per case. Nothing here parses files or knows a query language."""
