"""Qt item models over the nouns. They hold no state of the case and write nothing."""
