"""The nouns of what is ranked, grouped and suggested. Data alone: nothing here computes or reads."""
