"""Internet mail: messages, mailboxes and what is packed into them (RFC 5322, MIME)."""
