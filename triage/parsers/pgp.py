"""OpenPGP messages (floor 2): armoured ones and the usual binary ones; RFC 9580. Nothing is decrypted or checked.

Encrypted messages are reported; a clear-signed text is text.
"""

from __future__ import annotations

import re

from triage.model import Extract, Segment, Trouble
from triage.parsers.charset import decode_text
from triage.parsers.contract import Context, Data, Format, Probe

TYPE = "application/pgp-encrypted"
_ARMOUR = re.compile(rb"(?:\xef\xbb\xbf)?\s{0,20}-----BEGIN PGP (MESSAGE|SIGNATURE|SIGNED MESSAGE|PUBLIC KEY BLOCK)")
_SIGNED = re.compile(
    r"-----BEGIN PGP SIGNED MESSAGE-----\n(?:[A-Za-z-]+: .*\n)*\n(.*?)\n-----BEGIN PGP SIGNATURE", re.DOTALL
)
_KINDS = {b"SIGNATURE": "application/pgp-signature", b"PUBLIC KEY BLOCK": "application/pgp-keys"}


def claims(probe: Probe) -> bool:
    """Whether the file begins with the armour of a message, or with a packet of an encrypted one and is named so."""
    if _ARMOUR.match(probe.head):
        return True
    named = probe.extension in ("pgp", "gpg") or probe.declared == TYPE
    return named and len(probe.head) > 4 and _packet(probe.head[0]) in (1, 3, 9, 18)


def _packet(first: int) -> int | None:
    """Return the type of the packet that a byte begins (RFC 9580 4.2)."""
    if first & 0xC0 == 0xC0:
        return first & 0x3F
    return (first >> 2) & 0x0F if first & 0x80 else None


def parse(untrusted_data: Data, context: Context) -> Extract:
    """Read one message."""
    data = untrusted_data[:]
    armour = _ARMOUR.match(data)
    if armour is None or armour[1] == b"MESSAGE":
        sentence = "The content is encrypted or packed with PGP and was not read; it needs the recipient's key."
        return Extract(TYPE, troubles=[Trouble("encrypted", sentence)])
    text, trouble = decode_text(data, None)
    text = text.replace("\r\n", "\n")
    extract = Extract(_KINDS.get(armour[1], "text/plain"), troubles=[trouble] if trouble else [])
    if armour[1] != b"SIGNED MESSAGE":
        return extract
    signed = _SIGNED.search(text)
    extract.segments.append(Segment("body", re.sub("^- ", "", signed[1], flags=re.MULTILINE) if signed else text))
    return extract


FORMAT = Format(
    label="PGP message",
    types=(TYPE, "application/pgp-signature", "application/pgp-keys"),
    extensions=("asc", "pgp", "gpg", "sig"),
    level="clear-signed text; encrypted messages are reported",
    claims=claims,
    parse=parse,
)
