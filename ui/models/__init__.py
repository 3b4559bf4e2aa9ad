"""Qt item models over the nouns (ui). They hold no state of the case and write nothing."""
