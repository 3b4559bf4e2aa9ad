"""IPTC captions in pictures: the data sets of IIM's record 2, and the letters they are written in.

IPTC-NAA Information Interchange Model 4.2, 1.5 and 1.6. Nothing here looks for the block in a file.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator, Sequence

from triage.errors import FormatError
from triage.parsers.kit.charset import decode_text
from triage.tables import rows

_NAMES = {int(number): name for number, name in rows(__name__, "iptc.tsv")}
_RESOURCE = b"8BIM\x04\x04"
_FIRST = re.compile(rb"\x1c[\x01\x02]")
_MOST_WRAPS = 8
_MOST_COMPARED, _MOST_SAID = 50, 200_000
_CODECS = ("cp1252", "mac_roman", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp932", "gb18030")
"""What editors write without saying so (1:90); one is taken where its reading stands elsewhere in the picture too."""


def captions(untrusted_block: bytes, elsewhere: str) -> Iterator[tuple[str, str]]:
    """Yield (name, text) of the data sets, repeated ones joined; then raises ValueError where the block is broken.

    ``untrusted_block`` may stand in Photoshop's image resource, also in one inside another, as some editors write it.
    ``elsewhere`` is what the picture says in Exif and XMP; it helps to tell the letters.
    """
    values: dict[int, list[bytes]] = {}
    declared = b""
    block = _unwrapped(untrusted_block)
    end = 0
    for record, number, value, stop in _sets(block):
        end = stop
        if (record, number) == (1, 90):
            declared = value
        elif record == 2 and number:
            values.setdefault(number, []).append(value.strip(b"\0"))
    codec = "utf-8" if declared == b"\x1b%G" else _codec([v for held in values.values() for v in held], elsewhere)
    for number, held in values.items():
        yield _NAMES.get(number, f"IPTC 2:{number}"), "; ".join(decode_text(value, codec)[0] for value in held)
    if end > len(block) or block[end:].strip(b"\0"):
        raise FormatError("iptc-broken")


def _unwrapped(untrusted_block: bytes) -> bytes:
    """Return the data sets without the heads of Photoshop's image resource and without what stands before them."""
    at = untrusted_block.find(_RESOURCE)
    block = untrusted_block[max(at, 0) :]
    for _ in range(_MOST_WRAPS):
        if not block.startswith(_RESOURCE) or len(block) < 12:
            break
        start = 6 + (block[6] | 1) + 1
        block = block[start + 4 : start + 4 + int.from_bytes(block[start : start + 4], "big")]
    first = _FIRST.search(block)
    return block[first.start() :] if first else b""


def _sets(block: bytes) -> Iterator[tuple[int, int, bytes, int]]:
    """Yield (record, number, value, end); a size of more than 15 bits stands behind the size of itself (1.5 d)."""
    at = 0
    while block[at : at + 1] == b"\x1c" and at + 5 <= len(block):
        record, number, size = struct.unpack_from(">BBH", block, at + 1)
        at += 5
        if size & 0x8000:
            own = min(size & 0x7FFF, 4)
            size = int.from_bytes(block[at : at + own], "big")
            at += own
        yield record, number, block[at : at + size], at + size
        at += size


def _codec(values: Sequence[bytes], elsewhere: str) -> str | None:
    """Return the character set by which most values stand elsewhere too, or that of the Macintosh, if any."""
    strange = [value for value in values if not value.isascii()][:_MOST_COMPARED]
    said = " ".join(elsewhere[:_MOST_SAID].split())
    agreed = {
        codec: sum(" ".join(value.decode(codec, "replace").split()) in said for value in strange) for codec in _CODECS
    }
    best = max(_CODECS, key=lambda codec: agreed[codec])
    if agreed[best]:
        return best
    return "mac_roman" if strange and "macintosh" in said.lower() else None
