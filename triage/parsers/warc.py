"""Web archives (floor 2): WARC in (ISO 28500:2017), what was captured out one by one, as it came from the web.

Works on a map of the file without copying it. Addresses, HTTP heads, and what was noted about captures are text of the
archive itself. Nothing is fetched; that a record refers to a capture elsewhere is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from triage.model import Child, Extract, Trouble
from triage.parsers.charset import decode_text
from triage.parsers.contract import Context, Data, Format, Probe
from triage.parsers.httpmessage import BLANK, TOP, content, fields
from triage.parsers.texts import Texts
from triage.parsers.unpacking import Budget, shown

TYPE = "application/warc"
_VERSION = re.compile(rb"^WARC/\d\.\d{1,2}[ \t]*\r?\n", re.MULTILINE)
_ABOUT = {"warcinfo": "properties", "metadata": "properties"}
_GAPS = 100
"""How many places without a record are told one by one."""


@dataclass(frozen=True, slots=True)
class Record:
    """One record: its named fields in lower case, and where its block lies; ``cut`` where the file ends within it."""

    fields: dict[str, str]
    start: int
    end: int
    cut: bool

    @property
    def kind(self) -> str:
        """The type of the record (5.5), in lower case."""
        return self.fields.get("warc-type", "").lower()

    @property
    def address(self) -> str:
        """What was captured (5.12); older writers put it in angle brackets."""
        return self.fields.get("warc-target-uri", "").strip("<>")

    @property
    def name(self) -> str:
        """The last part of the address, else its host, else the type of the record."""
        try:
            parts = urlsplit(self.address)
            last = unquote(parts.path.rstrip("/").rpartition("/")[2]) or parts.hostname
        except ValueError:
            last = ""
        return (last or self.kind or "record")[:255]


def claims(probe: Probe) -> bool:
    """Tell by the version that a record begins with (clause 4)."""
    return _VERSION.match(probe.head) is not None


def parse(untrusted_data: Data, context: Context) -> Extract:
    """Read an archive: lines about its records, and a child for each capture, in order."""
    texts = Texts(context.limits)
    for record in _records(untrusted_data):
        if isinstance(record, Record):
            _tell(untrusted_data, record, texts, context.limits.item_bytes)
        if texts.full:
            break
    return Extract(TYPE, texts.segments(), texts.troubles, _children(untrusted_data, context))


def _records(data: Data) -> Iterator[Record | Trouble]:
    """Yield the records from the first on, with a Trouble where something else stands between them."""
    at = gaps = 0
    while at < len(data):
        found = _VERSION.search(data, at)
        begin = found.start() if found else len(data)
        if data[at : min(begin, at + 16)].strip() and gaps < _GAPS:
            gaps += 1
            yield Trouble("damaged", f"{begin - at:,} bytes that are no record, at byte {at:,}, were not read.")
        if found is None:
            return
        record = _record(data, found.end())
        yield record
        at = record.end


def _record(data: Data, at: int) -> Record:
    """Read one record's named fields (clause 4); where they don't end, it holds nothing."""
    blank = BLANK.search(data, at - 2, at + TOP)
    named = fields(data[at : blank.start() if blank else at + TOP])
    length = named.get("content-length", "")
    size = int(length) if length.isascii() and length.isdecimal() and len(length) < 16 else 0
    start = blank.end() if blank else len(data)
    return Record(named, start, min(start + size, len(data)), blank is None or start + size > len(data))


def _body(block: bytes, record: Record) -> int:
    """Return where an HTTP message's body begins in a block (6.3.2), 0 where it holds no message."""
    is_http = block.startswith(b"HTTP/") or record.fields.get("content-type", "").lower().startswith("application/http")
    blank = BLANK.search(block, 0, TOP) if is_http else None
    return blank.end() if blank else len(block) if is_http and len(block) < TOP else 0


def _tell(data: Data, record: Record, texts: Texts, most: int) -> None:
    """Add a record's type, date and address, the head of its HTTP message, and its block where that isn't a capture."""
    about = record.kind in _ABOUT
    origin = _ABOUT.get(record.kind, "headers")
    block = data[record.start : min(record.end, record.start + (most if about else TOP))]
    line = (record.kind, record.fields.get("warc-date", ""), record.address)
    texts.add(origin, " ".join(part for part in line if part))
    texts.add(origin, decode_text(block if about else block[: _body(block, record)])[0].strip())
    if about and record.end - record.start > most:
        texts.trouble("limit-size", f"A record of the type {record.kind} is over limit_item_mb; its start was read.")
    if record.kind == "revisit":
        texts.trouble("external", "Records refer to captures that were stored before, here or in another archive.")


def _children(data: Data, context: Context) -> Iterator[Child | Trouble]:
    budget = Budget(context.limits)
    for record in _records(data):
        if isinstance(record, Trouble):
            yield record
            continue
        if record.cut or "warc-truncated" in record.fields:
            why = "the file ends within it" if record.cut else "so its writer says"
            yield Trouble("truncated", f"The record of {shown(record.name)} is cut short ({why}).")
        size = record.end - record.start
        if record.kind in _ABOUT:
            continue
        if size > context.limits.item_bytes:
            yield Trouble("limit-size", f"{shown(record.name)} of {size:,} bytes is over limit_item_mb; not read.")
        else:
            yield from _capture(data[record.start : record.end], record, budget)


def _capture(block: bytes, record: Record, budget: Budget) -> Iterator[Child | Trouble]:
    """Yield what a record carries: the body of its HTTP message, or the whole block."""
    at = _body(block, record)
    head = fields(block[:at]) if at else record.fields
    data, trouble = content(block[at:], head, record.name, budget) if at else (block, None)
    if trouble is not None:
        yield trouble
    if data:
        yield Child(record.name, data, head.get("content-type", "")[:200] or None)


FORMAT = Format(
    label="Web archive (WARC)",
    types=(TYPE,),
    extensions=("warc",),
    level="every capture as an item of its own, as before it was sent; addresses, HTTP heads and remarks as text",
    claims=claims,
    parse=parse,
)
