"""What follows from an extract alone: hashes, dates, folded text, how far it can be searched.

Computed inside the airlock, next to the bytes, so that the work is spread over the readers. It opens nothing and
decides nothing.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_tz

from triage.errors import PROBLEM_CODES
from triage.files import rows
from triage.messages import encode
from triage.model.items import NAMED_ONLY, Extract, Trouble
from triage.parsers.kit.contract import Data
from triage.parsers.mail.headers import persons, uncommented
from triage.sandbox.wire import FIRST_SECOND, LAST_SECOND
from triage.text import BORDER, indexed

_MONTHS = {
    m: i for i, m in enumerate(("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), 1)
}
_RFC = re.compile(
    r"(?:[A-Za-z]{3},)?\s*(\d{1,2})\s+([A-Za-z]{3})\s+(\d{4})\s+(\d\d):(\d\d)(?::(\d\d))?\s+([+-])(\d\d)(\d\d)\b"
)
_GAP = re.compile(r"\s+(?=[:,])|(?<=:)\s+|(?<=[+-]\d\d):(?=\d\d\b)")
"""What stands in dates of RFC 5322 for nothing: blanks at signs, and the colon in the zone of ISO 8601."""

_FROM_TRANSPORT = ("Date taken from", "Received")
_ABOUT = ("headers", "properties", *NAMED_ONLY)
"""Texts about a message, which copies don't share: each mailbox adds its own."""
_JSON = json.JSONEncoder(check_circular=False)
_LEVEL = {"fully": 0, "partly": 1, "not": 2}
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def seconds(untrusted_date: str) -> int | None:
    """Return a date as seconds since 1970 UTC, or None where it can't be read or lies outside the years 1 to 9999.

    Reads RFC 5322 3.3 and its obsolete forms, years of two and three digits among them (4.3), and ISO 8601. A time
    without a zone is taken as UTC.
    """
    when = _since_1970(untrusted_date.strip())
    return when if when is not None and FIRST_SECOND <= when <= LAST_SECOND else None


def _since_1970(untrusted_date: str) -> int | None:
    match = _RFC.match(untrusted_date)
    try:
        if match:
            day, name, year, hour, minute, second, sign, zone_h, zone_m = match.groups()
            when = datetime(
                int(year), _MONTHS[name.lower()], int(day), int(hour), int(minute), min(59, int(second or 0))
            )
            offset = (int(zone_h) * 60 + int(zone_m)) * (-60 if sign == "-" else 60)
            return int((when - datetime(1970, 1, 1)).total_seconds()) - offset
        return _other_date(untrusted_date)
    except (ValueError, KeyError, OverflowError, TypeError, IndexError):
        return None


def _other_date(text: str) -> int | None:
    if re.match(r"[+-]?\d{4}-?\d\d-?\d\d", text):
        when = datetime.fromisoformat(text)
        return int(((when if when.tzinfo else when.replace(tzinfo=UTC)) - _EPOCH).total_seconds())
    text = uncommented(text[:200])
    parts = parsedate_tz(_GAP.sub("", text))
    if parts is None or parts[0] < 1:
        return None
    year, month, day, hour, minute, second = parts[:6]
    if str(year) not in text:  # written in two digits, which Python reads by POSIX
        year -= 100 if year >= 2050 else 0
    elif year < 1000:
        year += 1900
    when = datetime(year, month, day, hour, minute, min(59, second), tzinfo=timezone(timedelta(seconds=parts[9] or 0)))
    return int((when - _EPOCH).total_seconds())


def mih(message_id: str | None) -> str:
    """Return the EDRM message identification hash, "" without a Message-ID: MD5 of it with its angle brackets, hex."""
    start = message_id.find("<") if message_id else -1
    if message_id is None or start < 0:
        return ""
    end = message_id.find(">", start)
    value = message_id[start : end + 1] if end > 0 else message_id[start:]
    return hashlib.md5(value.encode("utf-8", "replace"), usedforsecurity=False).hexdigest()


def message_digest(
    extract: Extract, data: Data, date: int | None, attachments: list[tuple[str, str]], troubles: Sequence[Trouble]
) -> str:
    """Return ``digest`` of a message of which attachments couldn't be had, as ``troubles`` say; "" of one read in part.

    A link stands for what it leads to, and the bytes behind the header fields for what is damaged; where neither can,
    only the bytes of all tell.
    """
    if not extract.whole:
        return ""
    links = [("", encode(trouble.message)) for trouble in troubles if trouble.code == "external"]
    if len(links) < len(troubles):
        if extract.type != "message/rfc822":
            return ""
        body = data[:].replace(b"\r\n", b"\n").lstrip(b"\n").partition(b"\n\n")[2]
        links.append(("", hashlib.sha256(body).hexdigest()))
    return digest(extract, date, attachments + links)


def digest(extract: Extract, date: int | None, attachments: list[tuple[str, str]]) -> str:
    """Return the hash that exact copies of a message share, "" for one without a date, of which only its bytes tell.

    Copies agree in the second in which they were sent, sender, recipients of each kind, subject, Message-ID, Reply-To,
    In-Reply-To, every text of the body but for line ends and trailing blanks, and every attachment: ``attachments`` are
    (name, hash) in their order. What transport adds and changes doesn't count: Received, encodings, boundaries ...
    """
    if date is None or _FROM_TRANSPORT in extract.properties:
        return ""
    sender = extract.sender or ""
    people = (persons(sender) if "," in sender else [sender], extract.to, extract.cc, extract.bcc)
    texts = extract.compared or [s.text for s in extract.segments if s.origin not in _ABOUT]
    parts = (
        date,
        [sorted(map(_party, group)) for group in people],
        (extract.subject or "").rstrip(" \t\r\n"),
        (extract.message_id or "").strip(),
        [hashlib.sha256(_bare_lines(text).encode("utf-8", "surrogatepass")).hexdigest() for text in texts],
        attachments,
    )
    return hashlib.sha256(_JSON.encode(parts).encode()).hexdigest()


def _party(person: str) -> str:
    """Return the address in ``Name <address>`` in lower case, or the name where there is none."""
    address = person[person.rfind("<") + 1 : -1] if person.endswith(">") else person
    return (address.lower() if "@" in address else person).strip()


def _bare_lines(text: str) -> str:
    text = text.rstrip(" \t\r\n")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if " \n" in text or "\t\n" in text:
        text = "\n".join([line.rstrip(" \t") for line in text.split("\n")])
    return text


def folded(extract: Extract, name: str) -> list[tuple[str, str]]:
    """Return (field, folded text) for every field of ``model.items.FIELDS`` in which the extract holds text.

    Segments that share a field are kept apart by ``text.BORDER``; the persons of a field are one text, as in a header.
    """
    written = (
        ("subject", extract.subject),
        ("from", extract.sender),
        ("to", ", ".join(extract.to)),
        ("cc", ", ".join(extract.cc)),
        ("bcc", ", ".join(extract.bcc)),
        ("file", name),
    )
    fields = [(field, indexed(text)) for field, text in written if text]
    by_origin: dict[str, list[str]] = {}
    for segment in extract.segments:
        by_origin.setdefault(segment.origin, []).append(segment.text)
    fields += [(origin, _joined(texts)) for origin, texts in by_origin.items()]
    return [(field, text) for field, text in fields if text and not text.isspace()]


def _joined(texts: list[str]) -> str:
    return indexed(texts[0]) if len(texts) == 1 else f" {BORDER} ".join(map(indexed, texts))


def searchable(troubles: list[tuple[str, str]]) -> int:
    """Return how far an item with these Problems can be searched: 0 fully, 1 partly, 2 not."""
    return max((_LEVEL[PROBLEM_CODES[code][0]] for code, _ in troubles if code in PROBLEM_CODES), default=0)


# The language of a text: by its script, and for Latin script by a vote of its small words.
#
# A guess from the first words, made beside the bytes for every item; where it isn't clear it says nothing. It reads
# folded text (``triage.text``): no accents, Arabic letter forms unified, Hangul as jamo.

_FIRST, _MORE = 320, 2000  # characters that are looked at, and those where the first ones don't decide
_FEWEST = 3  # different small words that a language needs, and more of them than any other has; none is a single letter
_WORDS = {language: frozenset(words.split()) for language, words in rows(__name__, "small_words.tsv")}
_ALL = frozenset().union(*_WORDS.values())
_ENGLISH = _WORDS["en"]

_OF_SCRIPT = {language: re.compile(f"[{letters}]") for language, letters in rows(__name__, "scripts.tsv")}
_LATIN = re.compile("[a-z]")


def language(fields: list[tuple[str, str]]) -> str:
    """Return a code of ``model.tables.LANGUAGES``, "" where unclear; ``fields`` are (field, folded text)."""
    texts = dict(fields)
    text = texts.get("body") or texts.get("alternative") or texts.get("ocr") or texts.get("subject") or ""
    return _guess(text[:_FIRST]) or (_guess(text[:_MORE]) if len(text) > _FIRST else "")


def _guess(text: str) -> str:
    return (not text.isascii() and _by_script(text)) or _by_small_words(text)


def _by_small_words(text: str) -> str:
    matches = _ALL.intersection(text.split())
    if len(matches) < _FEWEST:
        return ""
    english = len(matches & _ENGLISH)
    if english >= _FEWEST and english > 2 * (len(matches) - english):  # most mail; the others needn't be counted
        return "en"
    (most, best), (second, _) = sorted(((len(matches & words), name) for name, words in _WORDS.items()), reverse=True)[
        :2
    ]
    return best if most >= _FEWEST and most > second else ""


def _by_script(text: str) -> str:
    """Return the language of the script with most letters, where it has at least half as many as Latin script."""
    counts = {name: len(letters.findall(text)) for name, letters in _OF_SCRIPT.items()}
    best = max(counts, key=counts.__getitem__)
    if counts[best] < _FEWEST or 2 * counts[best] < len(_LATIN.findall(text)):
        return ""
    if best in ("zh", "ja"):
        return "ja" if 20 * counts["ja"] >= counts["zh"] else "zh"
    tell = _TELLS.get(best)
    return tell(text) if tell else best


def _arabic(text: str) -> str:
    if re.search("[ٹڈڑےں]", text):
        return "ur"
    return "fa" if re.search("[پچژگ]", text) else "ar"


def _cyrillic(text: str) -> str:
    russian, ukrainian = len(re.findall("[ыэ]", text)), len(re.findall("[іє]", text))
    if russian != ukrainian:
        return "ru" if russian > ukrainian else "uk"
    return "bg" if "ъ" in text and not russian else ""


_TELLS = {"ar": _arabic, "ru": _cyrillic}
