"""Productions: numbered documents with load files that review platforms import. What leaves is decided elsewhere."""
