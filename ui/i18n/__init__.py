"""The window's language: translations, and how numbers, dates and foreign text are written."""
