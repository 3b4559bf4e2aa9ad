"""ZIP containers: directory, names, methods, encryption (APPNOTE). No format is registered here."""
