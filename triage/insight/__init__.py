"""What follows from many items together, though none says so. Every result is an inference and is marked as such."""
