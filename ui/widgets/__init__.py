"""Small widgets that several panels use. None of them knows the case."""
