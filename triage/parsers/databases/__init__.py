"""Databases as documents: SQLite and Access, table by table."""
