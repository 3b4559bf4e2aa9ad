"""Pages, Numbers and Keynote documents."""
