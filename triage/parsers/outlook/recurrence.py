"""Series of appointments: the bytes of a recurrence in, the days on which it isn't held out.

MS-OXOCAL 2.2.1.44. What is changed on a day is an attachment of the item; that a day was taken out stands here alone.
"""

from __future__ import annotations

import struct
from datetime import date, timedelta

_SPECIFIC = {0: 0, 1: 4, 2: 4, 3: 8, 4: 4, 0x0A: 4, 0x0B: 8, 0x0C: 4}
"""Bytes that a type of pattern adds, by its number (2.2.1.44.1.1 to 2.2.1.44.1.3)."""
_MOST = 10_000
_FIRST = date(1601, 1, 1)
_DAY = 24 * 60


def days_out(untrusted: bytes) -> list[str]:
    """Return the days (ISO 8601) of a series on which it isn't held; none where the bytes break the rules."""
    try:
        (kind,) = struct.unpack_from("<H", untrusted, 6)
        at = 22 + _SPECIFIC[kind] + 12
        gone, at = _days(untrusted, at)
        moved, _ = _days(untrusted, at)
    except (struct.error, KeyError):
        return []
    # What changed on a day counts as taken out and as put on the day that it is held on, which may be the same.
    return [str(_FIRST + timedelta(days=day)) for day in gone if day not in moved]


def _days(data: bytes, at: int) -> tuple[list[int], int]:
    (count,) = struct.unpack_from("<I", data, at)
    if count > _MOST:
        raise struct.error
    minutes = struct.unpack_from(f"<{count}I", data, at + 4)
    return [min(minute // _DAY, 2_900_000) for minute in minutes], at + 4 + 4 * count
