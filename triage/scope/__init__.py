"""The review boundary: what may be opened at all. No parser, no store and no search is known here."""
