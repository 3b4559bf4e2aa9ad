"""What may be missing: messages that others refer to, and files that messages name."""
