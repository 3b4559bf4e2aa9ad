"""An item laid out for reading (ui/models): head, labelled segments and the places of its hits. Knows no widget.

Made on a worker thread. The text is cut into parts that a text view takes without a stall, so that an item of any
length opens at once. Offsets in a part are UTF-16 units, as Qt counts; nothing is left out and nothing is added to a
segment's text, so each hit stands where the case says.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from triage.model import Item, Span
from ui import words

PART = 24_000
"""Most characters of text in one part."""

FEW = 8
"""Most people in a line of the head; more are listed under the text, so that the text is seen at once."""

ORIGIN_WORDS = {
    "body": "Text",
    "alternative": "Other version of the text",
    "comment": "Comment",
    "tracked": "Tracked change",
    "note": "Footnote or endnote",
    "margin": "Page header or footer",
    "textbox": "Text box",
    "fieldcode": "Field code",
    "hidden": "Hidden text",
    "speaker": "Speaker notes",
    "annotation": "Annotation or form field",
    "properties": "Document properties",
    "headers": "Other mail headers",
    "ocr": "Recognised in an image",
}


@dataclass(frozen=True, slots=True)
class Run:
    """Text of one kind: name (of a head line), value, label (of a segment), text, quote; ``hit`` is an index or -1."""

    kind: str
    text: str
    term: int = -1
    hit: int = -1


@dataclass(frozen=True, slots=True)
class Hit:
    """A hit's place: the part and its UTF-16 offsets there; in the item the segment or field (``place``) and ``at``."""

    part: int
    start: int
    end: int
    place: int | str = field(default=-1, compare=False)
    at: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Page:
    """An item ready to be shown: ``parts`` of runs, and the hits in reading order, if they are known (``lit``)."""

    item: Item
    parts: tuple[tuple[Run, ...], ...]
    hits: tuple[Hit, ...]
    lit: bool = True


@dataclass(frozen=True, slots=True)
class _Block:
    kind: str
    text: str
    spans: tuple[tuple[int, int, int], ...] = ()
    place: int | str = -1
    at: int = 0


def lay_out(item: Item, spans: Iterable[Span]) -> Page:
    """Return the page of an item with the hits that ``spans`` say."""
    by_place: dict[int | str, list[tuple[int, int, int]]] = {}
    for span in spans:
        place = span.segment if span.segment >= 0 else span.field
        by_place.setdefault(place, []).append((span.start, span.end, span.term))
    parts: list[list[Run]] = [[]]
    hits: list[Hit] = []
    filled = length = 0
    for block in _blocks(item, by_place):
        room = PART - filled if filled < PART // 2 else PART
        for piece in _cut(block, room):
            if filled and filled + len(piece.text) > PART:
                parts.append([])
                filled = length = 0
            filled += len(piece.text)
            length = _append(parts, piece, length, hits)
    return Page(item, tuple(tuple(part) for part in parts), tuple(hits))


def _append(parts: list[list[Run]], block: _Block, length: int, hits: list[Hit]) -> int:
    """Add a block's runs to the last part, and return the part's new length in UTF-16 units."""
    runs, at = parts[-1], 0
    places = words.utf16(block.text)
    for start, end, term in block.spans:
        if start < at:
            continue  # nested in the hit before; it is lit already
        if start > at:
            runs.append(Run(block.kind, block.text[at:start]))
        runs.append(Run(block.kind, block.text[start:end], term, len(hits)))
        first, last = length + places(start), length + places(end)
        hits.append(Hit(len(parts) - 1, first, last, block.place, block.at + start))
        at = end
    if at < len(block.text):
        runs.append(Run(block.kind, block.text[at:]))
    return length + places(len(block.text))


def _cut(block: _Block, room: int) -> Iterator[_Block]:
    """Cut a block into pieces of at most PART characters, the first of ``room``, at line ends or blanks if any."""
    start, text = 0, block.text
    if len(text) <= room:
        yield _Block(block.kind, text, tuple(_merged(block.spans, 0, len(text))), block.place)
        return
    while start < len(text):
        most = PART if start else room
        end = min(start + most, len(text))
        if end < len(text):
            for mark in ("\n", " "):
                found = text.rfind(mark, start + most // 2, end)
                if found > 0:
                    end = found + 1
                    break
        yield _Block(block.kind, text[start:end], tuple(_merged(block.spans, start, end)), block.place, start)
        start = end


def _merged(spans: Iterable[tuple[int, int, int]], first: int, last: int) -> Iterator[tuple[int, int, int]]:
    """Yield the spans that begin in a stretch, relative to it and clipped at its end, in order."""
    for start, end, term in sorted(spans):
        if first <= start < last and end > start:
            yield start - first, min(end, last) - first, term


def _blocks(item: Item, spans: dict[int | str, list[tuple[int, int, int]]]) -> Iterator[_Block]:
    yield from _head(item, spans)
    plain = len(item.segments) == 1 and item.segments[0].origin == "body"
    for index, segment in enumerate(item.segments):
        if not plain:
            yield _Block("label", f"\n{ORIGIN_WORDS.get(segment.origin, segment.origin)}\n")
        else:
            yield _Block("gap", "\n")
        yield _Block("text", words.safe_text(segment.text), tuple(spans.get(index, ())), index)
        yield _Block("gap", "\n")
    for name, people, where in _people(item):
        if len(people) > FEW:
            yield _Block("label", f"\n{name}: all {words.count(len(people), 'person', 'people')}\n")
            yield _Block("text", words.safe_line(", ".join(people)), tuple(spans.get(where, ())), where)
            yield _Block("gap", "\n")


def _people(item: Item) -> tuple[tuple[str, tuple[str, ...], str], ...]:
    return ("To", item.to, "to"), ("Cc", item.cc, "cc"), ("Bcc", item.bcc, "bcc")


def _head(item: Item, spans: dict[int | str, list[tuple[int, int, int]]]) -> Iterator[_Block]:
    row = item.row
    lines = (
        ("From", row.sender, "from"),
        *(_few(*people) for people in _people(item)),
        ("Subject", row.subject, "subject"),
        ("Date", _date(item), ""),
        ("File", "" if row.path.endswith(row.name) and "file" not in spans else row.name, "file"),
        ("Custodian", row.custodian, ""),
        ("Type", _kind(item), ""),
        ("Path", row.path, ""),
        ("Id", row.id, ""),
        ("SHA-256", item.sha256, ""),
    )
    for name, value, where in lines:
        if value:
            yield _Block("name", f"{name}\t")
            yield _Block("value", "\u2068")
            yield _Block("value", words.safe_line(value), tuple(spans.get(where, ())) if where else (), where)
            yield _Block("value", "\u2069\n")
    for problem in item.problems:
        yield _Block("problem", f"{words.safe_line(problem.sentence)}\n")


def _few(name: str, people: tuple[str, ...], field: str) -> tuple[str, str, str]:
    """Return a head line; of many people the first few, as all are listed under the text."""
    if len(people) <= FEW:
        return name, ", ".join(people), field
    return name, f"{', '.join(people[:3])} and {len(people) - 3:,} more, listed under the text", ""


def _kind(item: Item) -> str:
    row = item.row
    parts = [words.kind(row.type), row.type, words.size(row.size)]
    if row.attachments:
        parts.append(words.count(row.attachments, "attachment"))
    if row.parent is not None:
        parts.append("inside another item, see Related")
    return ", ".join(parts)


def _date(item: Item) -> str:
    if not item.row.date:
        return f"not readable, written as {item.date_raw}" if item.date_raw else ""
    raw = f", written as {item.date_raw}" if item.date_raw else ""
    return f"{words.moment(item.row.date)} UTC ({item.date_kind}{raw})"
