"""An item laid out for reading: head, labelled segments and the places of its hits. Knows no widget.

Made on a worker thread. The text is cut into parts that a text view takes without a stall, so that an item of any
length opens at once. Offsets in a part are UTF-16 units, as Qt counts; nothing is left out and nothing is added to a
segment's text, so each hit stands where the case says.

A text may hold a hundred thousand hits. As objects they would make every collection of garbage hold up the window; so
hits and runs of text are kept in arrays, and made of them when they are asked for.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import NamedTuple

from triage.model.items import Item, Row, Segment, Span
from ui.i18n import formatting, messages
from ui.i18n.language import as_is, later, ours, tr
from ui.models.quotes import quotes

PART = 24_000
"""Most characters of text in one part."""

FEW = 8
"""Most people in a line of the head; more are listed under the text, so that the text is seen at once."""

SHUT, OPEN = "▸", "▾"
"""The first character of the line that stands for a folded or an open quotation."""

_PIECE = 1 << 16  # characters handed to one call at a time, so that no other thread waits for it

ORIGIN_WORDS = {
    "body": later("Text"),
    "alternative": later("Alternative version of the text"),
    "comment": later("Comment"),
    "tracked": later("Tracked change"),
    "note": later("Footnote or endnote"),
    "margin": later("Page header or footer"),
    "textbox": later("Text box"),
    "fieldcode": later("Field code"),
    "hidden": later("Hidden text"),
    "speaker": later("Speaker notes"),
    "annotation": later("Annotation or form field"),
    "properties": later("Document properties"),
    "headers": later("Other mail headers"),
    "message-id": later("Message-ID and references"),
    "transport": later("Transport headers"),
    "ocr": later("Recognised in an image"),
}
DATE_WORDS = {
    "sent": later("sent"),
    "modified": later("modified"),
    "sent-doubtful": later("sent, doubtful"),
    "modified-doubtful": later("modified, doubtful"),
    "file": later("the file's own date"),
    "family": later("from its parent item"),
}


_Span = tuple[int, int, int]  # start, end, number of the query's leaf


class TextRun(NamedTuple):
    """Text of one kind: name (of a head line), value, label (of a segment), text, quote; ``hit`` is an index or -1.

    A run of kind "fold" is the line before a quotation; it isn't the item's text.
    """

    kind: str
    text: str
    term: int = -1
    hit: int = -1


class Hit(NamedTuple):
    """A hit's place: the part and its UTF-16 offsets there; in the item the segment or field (``place``) and ``at``."""

    part: int
    start: int
    end: int
    place: int | str = -1
    at: int = 0


@dataclass
class Hits:
    """Hits in reading order."""

    _numbers: array[int] = field(default_factory=partial(array, "q"))
    """Part, start, end, number of the place, at; for each hit."""
    _places: list[int | str] = field(default_factory=list)

    def add(self, hit: Hit) -> None:
        """Add the next hit."""
        if not self._places or self._places[-1] != hit.place:
            self._places.append(hit.place)
        self._numbers.extend((hit.part, hit.start, hit.end, len(self._places) - 1, hit.at))

    def last_before(self, place: int | str, at: int) -> int:
        """Return the number of the last hit in a place that begins at ``at`` or before, -1 where there is none."""
        wanted = {n for n, one in enumerate(self._places) if one == place}
        offsets = enumerate(zip(self._numbers[3::5], self._numbers[4::5], strict=True))
        return max((n for n, (number, offset) in offsets if offset <= at and number in wanted), default=-1)

    def __len__(self) -> int:
        return len(self._numbers) // 5

    def __iter__(self) -> Iterator[Hit]:
        return map(self.__getitem__, range(len(self)))

    def __getitem__(self, index: int) -> Hit:
        """Return a hit by its number, counted from 0."""
        part, start, end, place, at = self._numbers[5 * index : 5 * index + 5]
        return Hit(part, start, end, self._places[place], at)


class PagePart:
    """The runs of one part of a page."""

    def __init__(self) -> None:
        self._pieces: list[tuple[str, str, array[int]]] = []  # start, end, term, number; for each hit of the text

    def add(self, kind: str, text: str, lit: array[int]) -> None:
        """Add a text with its hits: four numbers each, in order and apart."""
        self._pieces.append((kind, text, lit))

    def text(self) -> str:
        """Return all of its text."""
        return "".join(text for _, text, _ in self._pieces)

    def __iter__(self) -> Iterator[TextRun]:
        for kind, text, lit in self._pieces:
            at = 0
            for n in range(0, len(lit), 4):
                start, end, term, number = lit[n : n + 4]
                if start > at:
                    yield TextRun(kind, text[at:start])
                yield TextRun(kind, text[start:end], term, number)
                at = end
            if at < len(text):
                yield TextRun(kind, text[at:])


class Fold(NamedTuple):
    """A quotation that can be folded: its part, and in UTF-16 units its line's start, its text's start and end."""

    part: int
    head: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Page:
    """An item ready to be shown: ``parts`` of runs, and the hits in reading order, if they are known (``lit``).

    ``found`` are the texts that were hit, in small letters, with the number of the query's leaf that found each;
    ``sheets`` the pages of a PDF (from 0) on which something was hit; ``attached`` the first of what is attached.
    """

    item: Item
    parts: Sequence[PagePart]
    hits: Hits
    lit: bool = True
    folds: tuple[Fold, ...] = ()
    found: dict[str, int] = field(default_factory=dict)
    sheets: tuple[int, ...] = ()
    attached: tuple[Row, ...] = ()


@dataclass(frozen=True, slots=True)
class _Block:
    kind: str
    text: str
    spans: tuple[_Span, ...] = ()
    place: int | str = -1
    at: int = 0


def lay_out(item: Item, spans: Iterable[Span]) -> Page:
    """Return the page of an item with the hits that ``spans`` say."""
    by_place: dict[int | str, list[_Span]] = {}
    for span in spans:
        place = span.segment if span.segment >= 0 else span.field
        by_place.setdefault(place, []).append((span.start, span.end, span.term))
    paper = _Paper()
    filled = 0
    for block in _blocks(item, by_place):
        room = PART - filled if filled < PART // 2 else PART
        for piece in _cut(block, room):
            if filled and filled + len(piece.text) > PART:
                paper.turn()
                filled = 0
            filled += len(piece.text)
            if piece.kind == "quote":
                paper.quote(piece)
            else:
                paper.add(piece)
    sheets = _sheets(item, by_place)
    return Page(item, tuple(paper.parts), paper.hits, folds=tuple(paper.folds), found=paper.found, sheets=sheets)


class _Paper:
    """Takes blocks one after another; ``length`` is that of the last part, in UTF-16 units."""

    def __init__(self) -> None:
        self.parts = [PagePart()]
        self.hits = Hits()
        self.folds: list[Fold] = []
        self.found: dict[str, int] = {}
        self._length = 0

    def turn(self) -> None:
        """Begin another part."""
        self.parts.append(PagePart())
        self._length = 0

    def quote(self, block: _Block) -> None:
        """Add a quotation after a line that says how much it is."""
        lines = sum(bool(line.strip()) for line in block.text.split("\n"))
        said = formatting.count(lines, "quoted line")
        if block.spans:
            said = tr("{quoted}, {hits}", quoted=said, hits=formatting.count(len(block.spans), "hit"))
        head = self._length
        self.add(_Block("fold", f"{SHUT} {said}\n"))
        start = self._length
        self.add(block)
        self.folds.append(Fold(len(self.parts) - 1, head, start, self._length))

    def add(self, block: _Block) -> None:
        """Add a block with its hits; one inside another is lit with it."""
        lit, at, text = array("q"), 0, block.text
        places = formatting.utf16(text)
        for start, end, term in block.spans:
            if start < at:
                continue
            lit.extend((start, end, term, len(self.hits)))
            first, last = self._length + places(start), self._length + places(end)
            self.hits.add(Hit(len(self.parts) - 1, first, last, block.place, block.at + start))
            self.found.setdefault(text[start:end].strip().casefold(), term)
            at = end
        self.found.pop("", None)
        self.parts[-1].add(block.kind, text, lit)
        self._length += places(len(text))


def _sheets(item: Item, spans: dict[int | str, list[_Span]]) -> tuple[int, ...]:
    """Return the pages of a PDF (from 0) on which something was hit: a form feed stands between pages in its text."""
    found: set[int] = set()
    if item.row.type == "application/pdf":
        for index, segment in enumerate(item.segments):
            if segment.origin == "body" and index in spans:
                feeds = [feed.start() for feed in re.finditer("\f", segment.text)]
                found.update(bisect_left(feeds, start) for start, _, _ in spans[index])
    return tuple(sorted(found))


def _cut(block: _Block, room: int) -> Iterator[_Block]:
    """Cut a block into pieces of at most PART characters, the first of ``room``, at line ends or blanks if any."""
    start, text = 0, block.text
    spans = sorted(block.spans)
    while start < len(text):
        most = PART if start else room
        end = min(start + most, len(text))
        if end < len(text):
            ends = (text.rfind(mark, start + most // 2, end) for mark in ("\n", " "))
            end = next((at + 1 for at in ends if at > 0), end)
        yield replace(block, text=text[start:end], spans=_within(spans, start, end), at=block.at + start)
        start = end


def _within(spans: list[_Span], first: int, last: int) -> tuple[_Span, ...]:
    """Return those of spans in order that begin in a stretch, relative to it and clipped at its end."""
    begun = spans[bisect_left(spans, (first,)) : bisect_left(spans, (last,))]
    return tuple((start - first, min(end, last) - first, term) for start, end, term in begun if end > start)


def _blocks(item: Item, spans: dict[int | str, list[_Span]]) -> Iterator[_Block]:
    yield from _head(item, spans)
    is_mail = item.row.type.startswith("message/") or item.row.type in _MAILS
    plain = len(item.segments) == 1 and item.segments[0].origin == "body"
    before = ""
    for index, segment in enumerate(item.segments):
        if plain:
            yield _Block("gap", "\n")
        elif (before, segment.origin) != ("properties", "properties"):  # which stand in two parts of some formats
            yield _Block("label", f"\n{tr(ORIGIN_WORDS.get(segment.origin, segment.origin))}\n")
        before = segment.origin
        yield from _segment(index, segment, spans.get(index, ()), is_mail)
        yield _Block("gap", "\n")
    for name, people, where in people_of(item):
        if len(people) > FEW:
            said = tr("{field}: all {people}", field=name, people=formatting.count(len(people), "person", "people"))
            yield _Block("label", f"\n{said}\n")
            yield _Block("text", formatting.safe_line(", ".join(people)), tuple(spans.get(where, ())), where)
            yield _Block("gap", "\n")


def _segment(index: int, segment: Segment, found: Iterable[_Span], is_mail: bool) -> Iterator[_Block]:
    """Yield a segment's text, a mail's quotations as blocks of their own."""
    text, spans = _safe(segment.text), sorted(found)
    quoted = quotes(text) if is_mail and segment.origin in ("body", "alternative") else []
    at = 0
    for start, end in [*quoted, (len(text), len(text))]:
        for kind, first, last in (("text", at, start), ("quote", start, end)):
            if last > first:
                yield _Block(kind, text[first:last], _within(spans, first, last), index, first)
        at = end


def _safe(untrusted: str) -> str:
    return "".join(formatting.safe_text(untrusted[at : at + _PIECE]) for at in range(0, len(untrusted), _PIECE))


_MAILS = frozenset(("application/vnd.ms-outlook", "application/ms-tnef", "application/vnd.ms-outlook-template"))


def people_of(item: Item) -> tuple[tuple[str, tuple[str, ...], str], ...]:
    """Return those whom an item went to: the words, the names, the field."""
    return (tr("To"), item.to, "to"), (tr("Cc"), item.cc, "cc"), (tr("Bcc"), item.bcc, "bcc")


def _head(item: Item, spans: dict[int | str, list[_Span]]) -> Iterator[_Block]:
    row = item.row
    attachments = formatting.count(row.attachments, "attachment") if row.attachments else ""
    attached = tr("attachment (see Related)") if row.parent is not None else ""
    lines = (
        (tr("State"), formatting.state(row, item.successor), ""),
        (tr("From"), row.sender, "from"),
        *(_few(*people) for people in people_of(item)),
        (tr("Subject"), row.subject, "subject"),
        (tr("Date"), _date(item), ""),
        (tr("File"), "" if row.path.endswith(row.name) and "file" not in spans else row.name, "file"),
        (tr("Custodian"), formatting.safe_line(row.custodian), ""),
        (tr("Type"), kind_of(row, as_is(formatting.size(row.size)), attachments, attached), ""),
        (tr("Path"), formatting.safe_line(row.path), ""),
    )
    for name, value, where in lines:
        if value:
            yield _Block("name", f"{name}\t")
            yield _Block("value", "\u2068")
            shown = formatting.safe_line(value) if where else value
            yield _Block("value", shown, tuple(spans.get(where, ())) if where else (), where)
            yield _Block("value", "\u2069\n")
    for problem in item.problems:
        yield _Block("problem", f"{messages.shown(problem.message)}\n")


def _few(name: str, people: tuple[str, ...], field: str) -> tuple[str, str, str]:
    """Return a head line; of many people the first few, as all are listed under the text.

    A line whose hits aren't lit has no field, and is made safe already.
    """
    if len(people) <= FEW:
        return name, ", ".join(people), field
    some = formatting.safe_line(", ".join(people[:3]))
    return name, tr("{some} and {more} more, listed under the text", some=some, more=len(people) - 3), ""


def kind_of(row: Row, *more: str) -> str:
    """Return what kind of item it is, in a line with what more there is to say."""
    return ours(formatting.listed((*map(formatting.foreign, (formatting.kind(row.type), row.type)), *more)))


def _date(item: Item) -> str:
    raw = formatting.safe_line(item.date_raw)
    if not item.row.date:
        return tr("not readable, original: {raw}", raw=raw) if raw else ""
    moment, kind = formatting.moment(item.row.date), tr(DATE_WORDS.get(item.date_kind, item.date_kind))
    if not raw:
        return tr("{moment} UTC ({kind})", moment=moment, kind=kind)
    return tr("{moment} UTC ({kind}, original: {raw})", moment=moment, kind=kind, raw=raw)
