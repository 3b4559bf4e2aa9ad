"""S/MIME and CMS files: .p7m and .p7s; signed content becomes a child, encrypted content is reported.

RFC 8551 and RFC 5652. No signature is checked, no key is ever used; content that is only signed or packed is handed
out, to mails of which it is a part too.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from typing import NamedTuple

from triage.messages import say
from triage.model.items import Child, Extract, Segment, Trouble
from triage.parsers.kit.charset import from_base64
from triage.parsers.kit.contract import Context, Data, Probe

TYPE = "application/pkcs7-mime"
_PEM = re.compile(rb"-----BEGIN (?:PKCS7|CMS|PKCS #7 SIGNED DATA)-----\s+([A-Za-z0-9+/=\s]+)-----END")
SMIME_TYPES = frozenset(("application/pkcs7-mime", "application/x-pkcs7-mime"))
_SIGNED = bytes.fromhex("2a864886f70d010702")
_ENVELOPED = bytes.fromhex("2a864886f70d010703")
_DATA = bytes.fromhex("2a864886f70d010701")
_ENCRYPTED = bytes.fromhex("2a864886f70d010706")
_COMPRESSED = bytes.fromhex("2a864886f70d0109100109")
_AUTH_ENVELOPED = bytes.fromhex("2a864886f70d0109100117")
_STAMPED = bytes.fromhex("2a864886f70d010910011f")
_ENTITY = re.compile(rb"\s{0,10}(?:Content-[A-Za-z-]+|MIME-Version|From|Subject|Date|To)[ \t]*:", re.IGNORECASE)
_OBJECT_ID = re.compile(rb"\x06[\x09\x0b](?=\x2a\x86\x48\x86\xf7)")
_MOST_UNPACKED = 256 << 20
_DEEPEST = 5


def claims(probe: Probe) -> bool:
    return is_cms(probe.head) or _PEM.match(probe.head.lstrip() + b"-----END") is not None


def parse(untrusted_data: Data, context: Context) -> Extract:
    data = untrusted_data[:]
    if armour := _PEM.match(data.lstrip()):
        data = from_base64(armour[1])
    extract = Extract(TYPE)
    if is_encrypted(data):
        extract.troubles.append(Trouble("encrypted", say("smime-encrypted")))
        return extract
    content, trouble = signed_content(data, context.limits.item_bytes)
    if content and trouble:
        extract.troubles.append(trouble)
    if content:
        extract.children = [Child(_name(context.name), content, "message/rfc822" if is_entity(content) else None)]
    elif _content_kind(data) is not None:
        extract.segments.append(Segment("properties", "signature or certificates only"))
    else:
        extract.troubles.append(Trouble("damaged", say("smime-damaged")))
    return extract


def _name(untrusted_name: str) -> str | None:
    stem, dot, ending = untrusted_name.rpartition(".")
    return stem if dot and "." in stem and ending.lower() in ("p7m", "tsd") else None


class _Node(NamedTuple):
    """One BER element: its tag byte, and where its content starts and ends."""

    tag: int
    start: int
    end: int


def is_smime(untrusted_name: str | None) -> bool:
    return untrusted_name is not None and untrusted_name.lower().endswith((".p7m", ".p7c", ".p7z"))


def is_cms(untrusted_head: bytes) -> bool:
    """Whether bytes begin as a cryptographic message; a few of them are enough."""
    return untrusted_head[:1] == b"\x30" and any(
        untrusted_head[2:24].find(b"\x06" + bytes((len(kind),)) + kind) >= 0
        for kind in (_SIGNED, _ENVELOPED, _ENCRYPTED, _COMPRESSED, _AUTH_ENVELOPED, _DATA, _STAMPED)
    )


def is_entity(untrusted_content: bytes) -> bool:
    """Whether signed content is a part of a mail, with header fields of its own, rather than a file."""
    return _ENTITY.match(untrusted_content) is not None


def _content_kind(untrusted: bytes) -> bytes | None:
    """Return the object identifier of the content type (RFC 5652 3), or None where this is no such message."""
    if not is_cms(untrusted):
        return None
    match = _OBJECT_ID.search(untrusted)
    return untrusted[match.end() : match.end() + untrusted[match.end() - 1]] if match else None


def is_cut(untrusted: bytes) -> bool:
    """Whether a message says that it is longer than it is."""
    size = untrusted[1] & 0x7F if untrusted[1:2] > b"\x80" else 0
    length = int.from_bytes(untrusted[2 : 2 + size], "big") if size else untrusted[1]
    return untrusted[1:2] != b"\x80" and 2 + size + length > len(untrusted)


def is_encrypted(untrusted: bytes) -> bool:
    return _content_kind(untrusted) in (_ENVELOPED, _ENCRYPTED, _AUTH_ENVELOPED)


def signed_content(untrusted: bytes, limit: int = _MOST_UNPACKED) -> tuple[bytes | None, Trouble | None]:
    """Return the content of a signed, compressed (up to ``limit`` bytes) or time-stamped message, None for any other.

    Beside it stands the trouble to report where that isn't all of it.
    """
    kind = _content_kind(untrusted)
    if kind not in (_SIGNED, _COMPRESSED, _STAMPED):
        return None, None
    cut = Trouble("truncated", say("smime-cut"))
    try:
        if kind == _STAMPED:
            return _stamped(untrusted), cut if is_cut(untrusted) else None
        content = _encapsulated(untrusted)
        if content is None or kind == _SIGNED:
            return content, cut if is_cut(untrusted) else None
        unpacker = zlib.decompressobj()
        unpacked = unpacker.decompress(content, limit)
    except (ValueError, zlib.error):
        return None, None
    if unpacker.eof:
        return unpacked, cut if is_cut(untrusted) else None
    over = Trouble("limit-size", say("smime-over-size", limit=limit >> 20))
    return unpacked, over if len(unpacked) >= limit else cut


def _encapsulated(data: bytes) -> bytes | None:
    """Find encapContentInfo (RFC 5652 5.1, RFC 3274 1.1): the one SEQUENCE in the message that starts with an OID."""
    root = _node(data, 0, len(data))
    for wrapper in list(_nodes(data, root))[1:2]:
        for message in _nodes(data, wrapper):
            for member in _nodes(data, message):
                inner = list(_nodes(data, member)) if member.tag == 0x30 else []
                if len(inner) > 1 and inner[0].tag == 0x06 and inner[1].tag == 0xA0:
                    return b"".join(_octets(data, inner[1]))
    return None


def _stamped(data: bytes) -> bytes | None:
    """Return the content of a time-stamped file (RFC 5544 2): the first OCTET STRING that stands in it by itself."""
    wrappers = (n for n in _nodes(data, _node(data, 0, len(data))) if n.tag == 0xA0)
    for member in (m for wrapper in wrappers for stamped in _nodes(data, wrapper) for m in _nodes(data, stamped)):
        if member.tag & ~0x20 == 0x04:
            return b"".join(_octets(data, member))
    return None


def _octets(data: bytes, node: _Node) -> Iterator[bytes]:
    waiting = [(node, 0)]
    while waiting:
        node, depth = waiting.pop()
        if depth > _DEEPEST:
            raise ValueError("octets nested too deeply")
        if node.tag & 0x20:
            waiting += [(inner, depth + 1) for inner in reversed(list(_nodes(data, node)))]
        elif node.tag in (0x04, 0x80):
            yield data[node.start : node.end]


def _nodes(data: bytes, parent: _Node) -> Iterator[_Node]:
    at = parent.start
    while at < parent.end and data[at : at + 2] != b"\x00\x00":
        node = _node(data, at, parent.end)
        yield node
        at = node.end + (2 if data[at + 1] == 0x80 else 0)


def _node(data: bytes, at: int, end: int) -> _Node:
    """Read one element (X.690 8.1); raises ValueError where the bytes can't be one."""
    if at + 2 > end or data[at] & 0x1F == 0x1F:
        raise ValueError("no BER element")
    length, start = data[at + 1], at + 2
    if length == 0x80:
        return _Node(data[at], start, _closing(data, start, end))
    if length > 0x80:
        size = length & 0x7F
        if size > 8:
            raise ValueError("impossible BER length")
        length, start = int.from_bytes(data[start : start + size], "big"), start + size
    return _Node(data[at], start, min(start + length, end))  # of a message that is cut short there is a beginning


def _closing(data: bytes, at: int, end: int) -> int:
    """Return where the content of indefinite length that starts here ends: before its two zero bytes (X.690 8.1.5)."""
    depth = 1
    while at + 2 <= end:
        if data[at : at + 2] == b"\x00\x00":
            depth -= 1
            if depth == 0:
                return at
            at += 2
        elif data[at + 1] == 0x80:
            depth += 1
            at += 2
        else:
            at = _node(data, at, end).end
    return end
