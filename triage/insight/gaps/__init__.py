"""What may be missing in a case: weeks, messages, attachments, copies. It names evidence, and says of nothing why."""
