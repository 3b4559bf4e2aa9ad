"""What follows from an extract alone: hashes, dates, folded text, how far it can be searched.

Computed inside the airlock, next to the bytes, so that the work is spread over the readers. It opens nothing and
decides nothing.
"""

from __future__ import annotations

import hashlib
import re
from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_tz

from triage.errors import PROBLEM_CODES
from triage.model.items import Extract
from triage.text import BORDER, fold

_MONTHS = {
    m: i for i, m in enumerate(("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), 1)
}
_RFC = re.compile(
    r"(?:[A-Za-z]{3},)?\s*(\d{1,2})\s+([A-Za-z]{3})\s+(\d{4})\s+(\d\d):(\d\d)(?::(\d\d))?\s+([+-])(\d\d)(\d\d)\b"
)
_COMMENT = re.compile(r"\([^()]*\)")
_GAP = re.compile(r"\s+(?=:)|(?<=:)\s+")
_ADDRESS = re.compile(r"[^\s<>,;:\"()\[\]]+@[^\s<>,;:\"()\[\]]+")
_LEVEL = {"fully": 0, "partly": 1, "not": 2}
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def seconds(untrusted_date: str) -> int | None:
    """Return a date as seconds since 1970 UTC, or None where it can't be read or lies outside the years 1 to 9999.

    Reads RFC 5322 3.3 and its obsolete forms, and ISO 8601. A time without a zone is taken as UTC.
    """
    untrusted_date = untrusted_date.strip()
    found = _RFC.match(untrusted_date)
    try:
        if found:
            day, name, year, hour, minute, second, sign, zone_h, zone_m = found.groups()
            when = datetime(
                int(year), _MONTHS[name.lower()], int(day), int(hour), int(minute), min(59, int(second or 0))
            )
            offset = (int(zone_h) * 60 + int(zone_m)) * (-60 if sign == "-" else 60)
            return int((when - datetime(1970, 1, 1)).total_seconds()) - offset
        return _odd(untrusted_date)
    except (ValueError, KeyError, OverflowError, TypeError, IndexError):
        return None


def _odd(text: str) -> int | None:
    if re.match(r"[+-]?\d{4}-?\d\d-?\d\d", text):
        when = datetime.fromisoformat(text)
        return int(((when if when.tzinfo else when.replace(tzinfo=UTC)) - _EPOCH).total_seconds())
    parts = parsedate_tz(_GAP.sub("", _COMMENT.sub(" ", text[:200])))
    if parts is None or parts[0] < 1:
        return None
    year, month, day, hour, minute, second = parts[:6]
    when = datetime(year, month, day, hour, minute, min(59, second), tzinfo=timezone(timedelta(seconds=parts[9] or 0)))
    return int((when - _EPOCH).total_seconds())


def addresses(persons: list[str]) -> list[str]:
    """Return the bare addresses in ``Name <address>`` strings, lower-cased, in order."""
    return _ADDRESS.findall(" ".join(persons).lower())


def mih(message_id: str | None) -> str:
    """Return the EDRM message identification hash, "" without a Message-ID: MD5 of it with its angle brackets, hex."""
    start = message_id.find("<") if message_id else -1
    if message_id is None or start < 0:
        return ""
    end = message_id.find(">", start)
    value = message_id[start : end + 1] if end > 0 else message_id[start:]
    return hashlib.md5(value.encode("utf-8", "replace"), usedforsecurity=False).hexdigest()


def digest(extract: Extract, date: int | None, body: str, children: list[tuple[str, int]]) -> str:
    """Return the duplicate hash of a message: sent time, bare addresses, subject, letters of the body, children.

    Two copies of one message that took different ways (other Received lines, other folder headers) have the same one.
    """
    parts = [
        str(date),
        *addresses([extract.sender or ""]),
        "|",
        *sorted(addresses(extract.to + extract.cc + extract.bcc)),
        fold(extract.subject or ""),
        body.replace(" ", ""),
        *(f"{name}:{size}" for name, size in sorted(children)),
    ]
    return hashlib.sha256("\n".join(parts).encode("utf-8", "replace")).hexdigest()


def folded(extract: Extract, name: str) -> list[tuple[str, str]]:
    """Return (field, folded text) for every field of ``model.FIELDS`` in which the extract holds text.

    Segments that share a field are kept apart by ``text.BORDER``; the persons of a field are one text, as in a header.
    """
    fields = [
        ("subject", fold(extract.subject or "")),
        ("from", fold(extract.sender or "")),
        ("to", fold(", ".join(extract.to))),
        ("cc", fold(", ".join(extract.cc))),
        ("bcc", fold(", ".join(extract.bcc))),
        ("file", fold(name)),
    ]
    by_origin: dict[str, list[str]] = {}
    for segment in extract.segments:
        by_origin.setdefault(segment.origin, []).append(segment.text)
    fields += [(origin, _joined(texts)) for origin, texts in by_origin.items()]
    return [(field, text) for field, text in fields if text and not text.isspace()]


def _joined(texts: list[str]) -> str:
    return fold(texts[0]) if len(texts) == 1 else f" {BORDER} ".join(map(fold, texts))


def searchable(troubles: list[tuple[str, str]]) -> int:
    """Return how far an item with these Problems can be searched: 0 fully, 1 partly, 2 not."""
    return max((_LEVEL[PROBLEM_CODES[code][0]] for code, _ in troubles if code in PROBLEM_CODES), default=0)
