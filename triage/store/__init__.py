"""The truth: one SQLite file per case. Nothing here parses files or knows a query language."""
