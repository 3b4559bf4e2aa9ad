"""Archives of Outlook for Mac (.olm)."""
