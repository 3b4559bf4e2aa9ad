"""OpenPGP messages: armoured ones and the usual binary ones; RFC 9580. Nothing is decrypted or checked.

Encrypted messages are reported; a clear-signed text is text, and of keys the owners' names are read.
"""

from __future__ import annotations

import re
from binascii import Error as BinasciiError
from binascii import a2b_base64

from triage.messages import say
from triage.model.items import Extract, Segment, Trouble
from triage.parsers.kit.charset import decode_text
from triage.parsers.kit.contract import Context, Data, Probe

TYPE = "application/pgp-encrypted"
_ARMOUR = re.compile(
    rb"(?:\xef\xbb\xbf)?\s{0,20}-----BEGIN PGP (MESSAGE|SIGNATURE|SIGNED MESSAGE|(?:PUBLIC|PRIVATE) KEY BLOCK)"
)
_SIGNED = re.compile(r"-----BEGIN PGP SIGNED MESSAGE-----\n(?:[A-Za-z-]+: .*\n)*\n")
_SIGNATURE, _END = "\n-----BEGIN PGP SIGNATURE", "-----END PGP SIGNATURE-----"
_USER = 13
_KINDS = {
    b"SIGNATURE": "application/pgp-signature",
    b"PUBLIC KEY BLOCK": "application/pgp-keys",
    b"PRIVATE KEY BLOCK": "application/pgp-keys",
}


def claims(probe: Probe) -> bool:
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
    data = untrusted_data[:]
    armour = _ARMOUR.match(data)
    if armour is None or armour[1] == b"MESSAGE":
        return Extract(TYPE, troubles=[Trouble("encrypted", say("pgp-encrypted"))])
    text, trouble = decode_text(data, None)
    text = text.replace("\r\n", "\n")
    extract = Extract(_KINDS.get(armour[1], "text/plain"), troubles=[trouble] if trouble else [])
    if armour[1] != b"SIGNED MESSAGE":
        lines = _users(text) or ["signature only" if armour[1] == b"SIGNATURE" else "key without a name"]
        extract.segments.append(Segment("properties", "\n".join(lines)))
        return extract
    extract.segments.append(Segment("body", _plain(text)))
    return extract


def _plain(text: str) -> str:
    pieces, at = [], 0
    while (head := _SIGNED.search(text, at)) is not None:
        end = text.find(_SIGNATURE, head.end())
        if end < 0:
            break
        pieces += [text[at : head.start()], re.sub("^- ", "", text[head.end() : end], flags=re.MULTILINE)]
        close = text.find(_END, end)
        at = close + len(_END) if close >= 0 else len(text)
    return "\n".join(piece for piece in (*pieces, text[at:]) if piece.strip())


def _users(text: str) -> list[str]:
    """Return the names that a block of keys gives its owners (User ID packets, RFC 9580 5.11)."""
    lines = [line for line in text.partition("\n\n")[2].splitlines() if line[:1] not in ("=", "-")]
    users: list[str] = []
    try:
        data = a2b_base64("".join(lines))
        at = 0
        while at < len(data) - 1:
            kind, start, end = _bounds(data, at)
            if kind == _USER and start < end <= len(data):
                users.append(decode_text(data[start:end], "utf-8")[0])
            at = end
    except (BinasciiError, IndexError):  # what stands before the damage is kept
        pass
    return users


def _bounds(data: bytes, at: int) -> tuple[int | None, int, int]:
    """Return a packet's type, and where its content starts and ends (4.2.1, 4.2.4); IndexError where it breaks off."""
    kind, first = _packet(data[at]), data[at + 1]
    if data[at] & 0xC0 != 0xC0:
        size = (1, 2, 4, 0)[data[at] & 3]
        length = int.from_bytes(data[at + 1 : at + 1 + size], "big") if size else len(data)
        return kind, at + 1 + size, at + 1 + size + length
    if first < 192:
        return kind, at + 2, at + 2 + first
    if first < 224:
        return kind, at + 3, at + 3 + ((first - 192) << 8) + data[at + 2] + 192
    return kind, at + 6, at + 6 + int.from_bytes(data[at + 2 : at + 6], "big")
