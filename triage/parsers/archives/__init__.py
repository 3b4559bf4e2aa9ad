"""Archives and compressed files: every member becomes an item. Nothing is written to disk."""
