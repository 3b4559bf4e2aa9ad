"""What the case keeps of earlier states of the sources: which items are past, and by what they were replaced."""
