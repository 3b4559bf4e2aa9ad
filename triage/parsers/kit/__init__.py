"""What several formats share. No format is registered here."""
