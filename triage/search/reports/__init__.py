"""Reports over many items: terms, coverage, facets, hits in context. Nothing here writes a file."""
