"""XML parts read safely: no entities, no network, bounded size."""
