"""The review boundary (floor 2): what may be opened at all. No parser, no store and no search is known here."""
