"""Originals as a person looks at them: pages, sheets, HTML. Runs in the reader process only."""
