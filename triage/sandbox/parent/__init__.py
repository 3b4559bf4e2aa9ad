"""The trusted side of the airlock: starts reader processes, feeds them, times them out. Nothing is parsed here."""
