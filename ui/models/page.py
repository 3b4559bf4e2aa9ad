"""An item laid out for reading: head, labelled segments and the places of its hits. Knows no widget.

Made on a worker thread. The text is cut into parts that a text view takes without a stall. Offsets in a part are UTF-16
units, as Qt counts; nothing is left out of a segment's text or added to it, so each hit stands where the case says.

A text may hold a hundred thousand hits. As objects they would make every collection of garbage hold up the window; so
hits and runs of text are kept in arrays, and made of them when they are asked for.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

import msgspec
from msgspec.structs import replace

from triage.model.items import LISTED, Item, Row, Segment, Span
from triage.model.previews import PageText, drawn_by_office
from triage.model.redactions import MarkedPassage, Redaction
from ui.i18n import formatting, messages
from ui.i18n.language import as_is, later, ours, tr
from ui.models.marks import Hit, Hits, TermSpan, apart, sheets, within
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
    "file": later("file changed"),
    "family": later("from its parent item"),
}


class TextRun(NamedTuple):
    """Text of one kind: name (of a head line), value, label (of a segment), text, quote; ``hit`` is an index or -1.

    A run of kind "fold" is the line before a quotation; it isn't the item's text.
    """

    kind: str
    text: str
    term: int = -1
    hit: int = -1


class PagePart:
    def __init__(self) -> None:
        self._pieces: list[tuple[PageBlock, array[int]]] = []  # start, end, term, number; for each hit of the text

    def add(self, block: PageBlock, hits: array[int]) -> None:
        self._pieces.append((block, hits))

    def text(self) -> str:
        return "".join(block.text for block, _ in self._pieces)

    def passages_between(self, start: int, end: int) -> list[MarkedPassage]:
        """Return the text of the item's segments between two offsets, without blanks around it."""
        passages: list[MarkedPassage] = []
        for head, block in self._of_segments():
            first, last = formatting.characters(block.text, start - head), formatting.characters(block.text, end - head)
            if last > first:
                segment, at, text = int(block.source), block.at + first, block.text[first:last]
                before = passages[-1] if passages else MarkedPassage(-1, 0, "")
                if (before.segment, before.end) == (segment, at):  # a quotation begins or ends inside
                    segment, at, text = passages.pop()._replace(text=before.text + text)
                passages.append(MarkedPassage(segment, at, text))
        trimmed = [
            (passage, passage.text.strip(), len(passage.text) - len(passage.text.lstrip())) for passage in passages
        ]
        return [passage._replace(start=passage.start + blanks, text=text) for passage, text, blanks in trimmed if text]

    def ranges(self, passages: Sequence[MarkedPassage]) -> list[tuple[int, int]]:
        """Return the offsets of passages, or pieces of them, in this part."""
        offsets = []
        for head, block in self._of_segments():
            for passage in (passage for passage in passages if passage.segment == block.source):
                first, last = max(passage.start - block.at, 0), min(passage.end - block.at, len(block.text))
                if last > first:
                    places = formatting.utf16(block.text)
                    offsets.append((head + places(first), head + places(last)))
        return offsets

    def _of_segments(self) -> Iterator[tuple[int, PageBlock]]:
        head = 0
        for block, _ in self._pieces:
            if isinstance(block.source, int) and block.source >= 0:
                yield head, block
            head += formatting.utf16(block.text)(len(block.text))

    def __iter__(self) -> Iterator[TextRun]:
        for block, hits in self._pieces:
            kind, text = block.kind, block.text
            at = 0
            for n in range(0, len(hits), 4):
                start, end, term, number = hits[n : n + 4]
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


class Page(msgspec.Struct, frozen=True):
    """An item ready to be shown: ``parts`` of runs, and the hits in reading order, if they are known (``hits_known``).

    ``hit_texts`` are in small letters, with the number of the query's leaf that found each;
    ``sheets`` the pages of a PDF (from 0) with hits, with their text; ``attached`` the first of what is attached;
    ``passages`` what reviewers marked, ``redactions`` what they redacted. ``marked`` counts the words of each term that
    is marked beside the query (from LISTED); where the query has no hit, ``hits`` are those words.
    """

    item: Item
    parts: Sequence[PagePart]
    hits: Hits
    hits_known: bool = True
    folds: tuple[Fold, ...] = ()
    hit_texts: dict[str, int] = msgspec.field(default_factory=dict)
    sheets: dict[int, PageText] = msgspec.field(default_factory=dict)
    attached: tuple[Row, ...] = ()
    marked: Counter[int] = msgspec.field(default_factory=Counter)
    passages: tuple[MarkedPassage, ...] = ()
    redactions: tuple[Redaction, ...] = ()

    @property
    def searched(self) -> bool:
        return any(term < LISTED for term in self.hit_texts.values())

    def stops(self, term: int) -> bool:
        """Return whether F3 goes to a term: to one beside the query only where the query has no hits."""
        return term < LISTED or not self.searched

    @property
    def sheets_hit(self) -> list[int]:
        return sorted(n for n, text in self.sheets.items() if any(self.stops(term) for *_, term in text.spans))

    @property
    def _has_loose_text(self) -> bool:
        """Whether some text says on no page where it is: that of documents, and what was recognised in pictures."""
        return drawn_by_office(self.item.row.type) or any(part.origin == "ocr" for part in self.item.segments)

    @property
    def knows_pages(self) -> bool:
        return bool(self.sheets) or not self._has_loose_text

    def on_page(self, number: int) -> PageText:
        """Return what is marked on a page image (from 0): of a PDF its own hits, else the words that were hit."""
        if number in self.sheets or not self._has_loose_text:
            return self.sheets.get(number, PageText())
        begins = accumulate((len(text) + 1 for text in self.hit_texts), initial=0)
        words = ((at, at + len(text), term) for at, (text, term) in zip(begins, self.hit_texts.items(), strict=False))
        return PageText("\n".join(self.hit_texts), tuple(words), whole=False)


class PageBlock(msgspec.Struct, frozen=True):
    """A text of one kind (of TextRun) with its spans; ``source`` and ``at`` say where in the item it stands."""

    kind: str
    text: str
    spans: tuple[TermSpan, ...] = ()
    source: int | str = -1
    at: int = 0


def lay_out(item: Item, spans: Iterable[Span]) -> Page:
    by_source: dict[int | str, list[TermSpan]] = {}
    marked = Counter[int]()
    for span in spans:
        marked[span.term] += span.term >= LISTED
        source = span.segment if span.segment >= 0 else span.field
        by_source.setdefault(source, []).append((span.start, span.end, span.term))
    paper = Paper()
    for block in _blocks(item, by_source):
        paper.fill(block)
    return replace(paper.page(item), sheets=sheets(item, by_source), marked=+marked)


class Paper:
    """Takes blocks one after another, in as many parts as they fill; ``length`` is the last one's, in UTF-16 units."""

    def __init__(self) -> None:
        self.parts = [PagePart()]
        self.hits, self._marks = Hits(), Hits()
        self.folds: list[Fold] = []
        self.hit_texts: dict[str, int] = {}
        self.length = 0
        self._filled = 0

    def page(self, item: Item) -> Page:
        return Page(
            item, tuple(self.parts), self.hits or self._marks, folds=tuple(self.folds), hit_texts=self.hit_texts
        )

    def fill(self, block: PageBlock) -> None:
        room = PART - self._filled if self._filled < PART // 2 else PART
        for piece in _cut(block, room):
            if self._filled and self._filled + len(piece.text) > PART:
                self.parts.append(PagePart())
                self.length = self._filled = 0
            self._filled += len(piece.text)
            if piece.kind == "quote":
                self._quote(piece)
            else:
                self._add(piece)

    def _quote(self, block: PageBlock) -> None:
        lines = sum(bool(line.strip()) for line in block.text.split("\n"))
        summary = formatting.count(lines, "quoted line")
        if hits := sum(term < LISTED for *_, term in block.spans):
            summary = tr("{quoted}, {hits}", quoted=summary, hits=formatting.count(hits, "hit"))
        head = self.length
        self._add(PageBlock("fold", f"{SHUT} {summary}\n"))
        start = self.length
        self._add(block)
        self.folds.append(Fold(len(self.parts) - 1, head, start, self.length))

    def _add(self, block: PageBlock) -> None:
        numbers, text = array("q"), block.text
        places = formatting.utf16(text)
        for start, end, term in apart(block.spans, len(text)):
            hits = self.hits if term < LISTED else self._marks
            numbers.extend((start, end, term, len(hits)))
            first, last = self.length + places(start), self.length + places(end)
            hits.add(Hit(len(self.parts) - 1, first, last, block.source, block.at + start))
            word = text[start:end].strip().casefold()
            if self.hit_texts.get(word, LISTED) >= LISTED > term:
                self.hit_texts[word] = term
            self.hit_texts.setdefault(word, term)
        self.hit_texts.pop("", None)
        self.parts[-1].add(replace(block, spans=()), numbers)
        self.length += places(len(text))


def _cut(block: PageBlock, room: int) -> Iterator[PageBlock]:
    """Cut a block into pieces of at most PART characters, the first of ``room``, at line ends or blanks if any."""
    start, text = 0, block.text
    spans = sorted(block.spans)
    while start < len(text):
        most = PART if start else room
        end = min(start + most, len(text))
        if end < len(text):
            ends = (text.rfind(mark, start + most // 2, end) for mark in ("\n", " "))
            end = next((at + 1 for at in ends if at > 0), end)
        yield replace(block, text=text[start:end], spans=within(spans, start, end), at=block.at + start)
        start = end


def _blocks(item: Item, spans: dict[int | str, list[TermSpan]]) -> Iterator[PageBlock]:
    yield from _head(item, spans)
    is_mail = is_a_mail(item.row)
    plain = len(item.segments) == 1 and item.segments[0].origin == "body"
    before = ""
    for index, segment in enumerate(item.segments):
        if plain:
            yield PageBlock("gap", "\n")
        elif (before, segment.origin) != ("properties", "properties"):  # which stand in two parts of some formats
            yield PageBlock("label", f"\n{tr(ORIGIN_WORDS.get(segment.origin, segment.origin))}\n")
        before = segment.origin
        yield from segment_blocks(index, segment, spans.get(index, ()), is_mail)
        yield PageBlock("gap", "\n")
    for name, people, where in people_of(item):
        if len(people) > FEW:
            heading = tr("{field}: all {people}", field=name, people=formatting.count(len(people), "person", "people"))
            yield PageBlock("label", f"\n{heading}\n")
            yield PageBlock("text", formatting.safe_line(", ".join(people)), tuple(spans.get(where, ())), where)
            yield PageBlock("gap", "\n")


def segment_blocks(index: int, segment: Segment, hits: Iterable[TermSpan], is_mail: bool) -> Iterator[PageBlock]:
    """Yield a segment's text, a mail's quotations as blocks of their own."""
    text, spans = _safe(segment.text), sorted(hits)
    quoted = quotes(text) if is_mail and segment.origin in ("body", "alternative") else []
    at = 0
    for start, end in [*quoted, (len(text), len(text))]:
        for kind, first, last in (("text", at, start), ("quote", start, end)):
            if last > first:
                yield PageBlock(kind, text[first:last], within(spans, first, last), index, first)
        at = end


def _safe(untrusted: str) -> str:
    return "".join(formatting.safe_text(untrusted[at : at + _PIECE]) for at in range(0, len(untrusted), _PIECE))


_MAILS = frozenset(("application/vnd.ms-outlook", "application/ms-tnef", "application/vnd.ms-outlook-template"))


def is_a_mail(row: Row) -> bool:
    """Return whether an item is a message that a mail program wrote."""
    return row.type.startswith("message/") or row.type in _MAILS


def people_of(item: Item) -> tuple[tuple[str, tuple[str, ...], str], ...]:
    """Return those whom an item went to: the words, the names, the field."""
    return (tr("To"), item.to, "to"), (tr("Cc"), item.cc, "cc"), (tr("Bcc"), item.bcc, "bcc")


def _head(item: Item, spans: dict[int | str, list[TermSpan]]) -> Iterator[PageBlock]:
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
            yield PageBlock("name", f"{name}\t")
            yield PageBlock("value", "\u2068")
            text = formatting.safe_line(value) if where else value
            yield PageBlock("value", text, tuple(spans.get(where, ())) if where else (), where)
            yield PageBlock("value", "\u2069\n")
    for problem in item.problems:
        yield PageBlock("problem", f"{messages.shown(problem.message)}\n")


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
