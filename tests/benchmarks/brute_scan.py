"""What ``brute.py`` reads by itself: the items of a case from its tables, and messages from their files."""

from __future__ import annotations

import email
import hashlib
import json
import re
import unicodedata
from collections.abc import Iterator
from datetime import UTC
from email.header import decode_header
from email.message import Message
from email.utils import getaddresses, parsedate_to_datetime
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

import apsw

from triage.zstd import zstd

EDGE = "\0"
"""Stands between the texts of a field, and counts as a word."""
HIDDEN = ("transport", "message-id")
"""Fields in which a word without a field isn't looked for."""
_ITEMS = """SELECT i.n, s.root, s.path, i.custodian, i.member, i.name, i.type, i.size, i.date, i.date_kind, i.parent,
i.digest, i.subject, i.sender, i.recipients, i.lang, i.searchable, s.raw
FROM item i JOIN source s ON s.number=i.source"""
_UNIFIED = str.maketrans(
    {
        **dict(zip("ךםןףץٱىةیکıøłđð", "כמנפצاييهكiolddd", strict=False)),
        **dict.fromkeys("ـ׳״", ""),
        "ة": "ه",
        "ی": "ي",
        "ک": "ك",
        "ı": "i",
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "æ": "ae",
        "œ": "oe",
    }
)
LONE = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\u0e00-\u0eff"
"""Characters that are words by themselves."""
_ALONE = re.compile(f"([{LONE}])")
_ABBREVIATION = re.compile("(?<=[א-ת])(?:\"|''|'|’’|’|”)(?=[א-ת])")
_WORD = re.compile(r"[^\W_]+")


@lru_cache(maxsize=500_000)
def _folded(piece: str) -> tuple[str, ...]:
    text = _ABBREVIATION.sub("", piece).translate(_UNIFIED)
    text = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold()).translate(_UNIFIED)
    text = "".join(c for c in text if unicodedata.category(c) not in ("Mn", "Me", "Cf"))
    text = "".join(str(unicodedata.digit(c)) if c.isdecimal() else c for c in unicodedata.normalize("NFKC", text))
    text = unicodedata.normalize("NFKD", text) if not _ALONE.search(text) else _ALONE.sub(r" \1 ", text)
    return tuple(_WORD.findall("".join(c for c in text if unicodedata.category(c) != "Mn")))


def words(text: str) -> list[str]:
    """Return the words of a text: runs of letters and digits, without case, accents and letter forms."""
    if text.isascii():
        return re.findall("[a-z0-9]+", text.lower())
    return [word for piece in text.split() for word in _folded(piece)]


class ScannedItem:
    """One item as it stands in the tables and, for a message in a file of its own, in that file."""

    def __init__(self, row: tuple[Any, ...], texts: list[tuple[str, str]], family: dict[str, Any]) -> None:
        (self.no, self.root, self.path, self.custodian, self.member, self.name, self.type, self.size) = row[:8]
        (self.date, self.date_kind, self.parent, self.digest, self.subject, self.sender, recipients) = row[8:15]
        self.lang, self.searchable = row[15:17]
        self.to, self.cc, self.bcc = json.loads(recipients)
        self.texts = texts
        self.children: int = family["children"].get(self.no, 0)
        self.copies: list[tuple[str, str]] = family["copies"].get(self.digest, [])

    @cached_property
    def raw(self) -> list[tuple[str, str]]:
        head = [("subject", self.subject), ("from", self.sender), ("file", self.name)]
        people = [("to", ", ".join(self.to)), ("cc", ", ".join(self.cc)), ("bcc", ", ".join(self.bcc))]
        return [*head, *people, *self.texts]

    @cached_property
    def fields(self) -> dict[str, list[str]]:
        """The words of each field, with EDGE between its texts."""
        found: dict[str, list[str]] = {}
        for field, text in self.raw:
            if text.strip():
                found.setdefault(field, [EDGE]).extend((*words(text), EDGE))
        return found

    @cached_property
    def joined(self) -> dict[str, str]:
        return {field: f" {' '.join(found)} " for field, found in self.fields.items()}

    @cached_property
    def vocabulary(self) -> dict[str, set[str]]:
        return {field: set(found) - {EDGE} for field, found in self.fields.items()}


class Scan:
    """The items of a case, one after the other; ``differing`` counts messages by what the files say otherwise."""

    def __init__(self, database: Path, roots: dict[str, Path]) -> None:
        self._db = apsw.Connection(str(database), flags=apsw.SQLITE_OPEN_READONLY)
        self._roots = roots
        self.differing: dict[str, list[str]] = {}
        self._keys: dict[str, set[str]] = {}
        self._digests: dict[str, set[str]] = {}

    def items(self, step: int) -> Iterator[ScannedItem]:
        """Yield every ``step``-th item, and compare messages in files of their own with what is said there."""
        family: dict[str, Any] = {"children": {}, "copies": {}}
        family["children"] = dict(self._db.execute("SELECT parent, count(*) FROM item GROUP BY 1"))
        sql = "SELECT i.digest, i.custodian, s.path FROM item i JOIN source s ON s.number=i.source WHERE i.digest<>''"
        for digest, custodian, path in self._db.execute(sql):
            family["copies"].setdefault(digest, []).append((custodian, path))
        segments = self._segments()
        for row in self._db.execute(f"{_ITEMS} WHERE i.n%{step}=0 ORDER BY i.n"):
            item = ScannedItem(row, segments.get(row[0], []), family)
            if not item.member and item.type == "message/rfc822":
                self._read_file(item, row[17])
            yield item
        self._compare_copies()

    def _segments(self) -> dict[int, list[tuple[str, str]]]:
        found: dict[int, list[tuple[str, str]]] = {}
        (most,) = next(self._db.execute("SELECT min(key)/(SELECT min(n) FROM item) FROM segment"))
        size = 1 << (int(most).bit_length() - 1)
        for key, origin, text in self._db.execute("SELECT key, origin, text FROM segment ORDER BY key"):
            written = text if isinstance(text, str) else zstd().decompress(text).decode()
            found.setdefault(key // size, []).append((origin, written))
        return found

    def _read_file(self, item: ScannedItem, raw: bytes | None) -> None:
        path = self._roots[item.root] / (raw.decode("utf-8", "surrogateescape") if raw else item.path)
        data = path.read_bytes()
        message = email.message_from_bytes(re.sub(rb"\A(?:\s*>?From [^\n]*\n)+", b"", data).lstrip(b"\r\n"))
        for field, mine, stored in (
            ("subject", _decoded(message.get("Subject", "")), item.subject),
            ("from", _people(message, "From"), item.sender),
            *((name, _people(message, name), ", ".join(getattr(item, name))) for name in ("to", "cc", "bcc")),
        ):
            # Of bytes in no stated character set Python makes no text.
            self._note(field, item, "\ufffd" in mine or set(words(mine)) == set(words(stored)))
        if "Date" in message:
            seconds = _seconds(message["Date"])
            # The year 0001 is one that a clock gave; Python takes it for 2001.
            self._note("date", item, seconds is None or seconds == item.date or (item.date or 0) < 0)
        key = _copy_key(message) or hashlib.sha256(data).hexdigest()
        self._keys.setdefault(key, set()).add(item.digest)
        self._digests.setdefault(item.digest, set()).add(key)

    def _note(self, field: str, item: ScannedItem, same: bool) -> None:
        if not same:
            self.differing.setdefault(field, []).append(item.path)

    def _compare_copies(self) -> None:
        split = [key for key, digests in self._keys.items() if len(digests) > 1]
        joined = [digest for digest, keys in self._digests.items() if len(keys) > 1]
        self.differing |= {"copies split": split, "copies joined": joined}


def _decoded(value: object) -> str:
    try:
        pieces = decode_header(re.sub(r"\r?\n(?=[ \t])", "", str(value)))
        return "".join(p if isinstance(p, str) else p.decode(c or "ascii", "replace") for p, c in pieces)
    except (LookupError, ValueError):
        return str(value)


def _people(message: Message, field: str) -> str:
    return ", ".join(_decoded(value) for value in message.get_all(field, []))


def _seconds(value: object) -> int | None:
    try:
        when = parsedate_to_datetime(str(value))
    except (ValueError, TypeError, IndexError):
        return None
    return int((when if when.tzinfo else when.replace(tzinfo=UTC)).timestamp())


def _copy_key(message: Message) -> str:
    seconds = _seconds(message["Date"]) if "Date" in message else None
    if seconds is None:
        return ""
    people = [
        sorted(address.lower() or name for name, address in getaddresses([str(v) for v in message.get_all(field, [])]))
        for field in ("From", "To", "Cc", "Bcc")
    ]
    heads = [
        " ".join(_decoded(message.get(f, "")).split()) for f in ("Subject", "Message-ID", "Reply-To", "In-Reply-To")
    ]
    parts = [
        (part.get_content_type(), part.get_filename(), hashlib.sha256(_content(part)).hexdigest())
        for part in message.walk()
        if not part.is_multipart()
    ]
    return json.dumps([seconds, people, heads, parts])


def _content(part: Message) -> bytes:
    data = part.get_payload(decode=True)
    data = data if isinstance(data, bytes) else b""
    if part.get_content_maintype() == "text" and part.get_content_disposition() != "attachment":
        data = re.sub(rb"[ \t]*\r?\n", b"\n", data).rstrip()
    return data
