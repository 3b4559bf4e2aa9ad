"""The query language: text to tree and back. Nothing here asks an index."""
