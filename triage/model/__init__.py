"""The nouns: frozen values that every package may use. Nothing here reads, writes or decides."""
