"""WordPerfect documents."""
