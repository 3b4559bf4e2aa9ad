"""Pictures, sound and film: their metadata, and recognised text."""
