"""Distances: where the two sides of a w/N stand near each other. Nothing here knows an engine."""
