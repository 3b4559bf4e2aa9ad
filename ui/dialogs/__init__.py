"""Dialogs: questions to the person, one file each. They change nothing themselves."""
