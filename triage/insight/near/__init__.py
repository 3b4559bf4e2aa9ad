"""Near-duplicates, and mails that later ones of their conversation contain."""
