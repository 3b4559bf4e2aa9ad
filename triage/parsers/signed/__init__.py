"""Signed and encrypted messages: S/MIME (RFC 5652) and OpenPGP (RFC 9580). Nothing is decrypted."""
