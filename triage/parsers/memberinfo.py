"""What old archives say of their members (floor 2): names in character sets that no one states, and dates.

Nothing here raises for bytes or numbers that can't be.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime

from triage.model import Trouble
from triage.parsers.charset import decode_text
from triage.parsers.contract import Data
from triage.parsers.texts import clean

MOST_MEMBERS = 200_000
_ENOUGH = 6
"""Letters beyond ASCII from which a character set can be told."""

_MUCH = 1 << 20

_PAIR = re.compile(rb"[\x81-\x9f\xe0-\xef][\x80-\xfc]")
_FOREIGN = re.compile("[^\0-\x7f\u3000-\u30ff\u4e00-\u9fff]")
"""What stands in no Japanese name: such letters are those of another set, read as Japanese."""


def names_of(untrusted: list[bytes], fallback: str, japanese: bool = False) -> list[str]:
    """Return the texts of raw names, judged together, so that short ones gain weight.

    Where they hold too little to judge by, they are UTF-8, or ``japanese`` where that is likely, if they can be, else
    of the ``fallback`` codec.
    """
    joined = b"\n".join(raw.replace(b"\n", b" ") for raw in untrusted)
    if joined.isascii():
        return joined.decode("ascii").split("\n") if untrusted else []
    if len(joined[:10_000].translate(None, bytes(range(0x80)))) >= _ENOUGH:
        names = decode_text(joined)[0].split("\n")
        if len(names) == len(untrusted):
            return names
    return [_short(raw, fallback, japanese) for raw in untrusted]


def _short(raw: bytes, fallback: str, japanese: bool) -> str:
    for codec in ("utf-8", "cp932") if japanese and _PAIR.search(raw) else ("utf-8",):
        try:
            text = raw.decode(codec)
        except UnicodeDecodeError:
            continue
        if codec == "utf-8" or not _FOREIGN.search(text):
            return text
    return raw.decode(fallback, "replace")


def dos_time(value: int) -> str:
    """Return date and time of MS-DOS as ISO 8601 in the writer's own zone, "" for none."""
    day, clock = value >> 16, value & 0xFFFF
    try:
        when = datetime((day >> 9) + 1980, day >> 5 & 15, day & 31, clock >> 11, clock >> 5 & 63, (clock & 31) * 2)
    except ValueError:
        return ""
    return when.isoformat()


def unix_time(value: int) -> str:
    """Return seconds since 1970 as ISO 8601 in UTC, "" for none."""
    if not 0 < value < 1 << 33:
        return ""
    return datetime.fromtimestamp(value, UTC).isoformat().replace("+00:00", "Z")


def listed(untrusted_name: str, date: str) -> str:
    """Return a member's line in the list: its name and, where there is one, its date."""
    name = clean(untrusted_name).replace("\n", " ")
    return f"{name}\t{date}" if date else name


def strays(data: Data, begin: int, end: int) -> int:
    """Return how many bytes stand where a member should, but for zeros and ends of file that fill up a block."""
    return len(data[begin:end].strip(b"\0\x1a")) if end - begin < _MUCH else end - begin


def judged(full: bool, stray: int, ended: bool) -> list[Trouble]:
    """Return what is wrong with a list of members: it is too long, bytes that are none stand in it, it has no end."""
    if full:
        sentence = f"The archive holds more than {MOST_MEMBERS:,} members; the rest was not read."
        return [Trouble("limit-count", sentence)]
    if stray:
        sentence = f"{stray} bytes between or behind the archive's members are no members; they were not read."
        return [Trouble("damaged", sentence)]
    return [] if ended else [Trouble("truncated", "The archive breaks off; the members before that were read.")]
