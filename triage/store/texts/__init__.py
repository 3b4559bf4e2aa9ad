"""What items say, read in bulk for searches."""
