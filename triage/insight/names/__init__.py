"""Words that may be code names, words that are used like a name, and other ways to write one."""
