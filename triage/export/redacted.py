"""An export without what is redacted: texts, fields and decisions cut, pages with black boxes in place of originals.

It cuts as a production does. What holds a redacted item, such as the message to which it is attached, leaves without
it, or without its original.
"""

from __future__ import annotations

import threading
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from msgspec.structs import replace

from triage.errors import ExportError
from triage.export.bundle import check_stop
from triage.export.contract import Dossier, Order
from triage.export.folder import BundleFolder
from triage.export.production import pages
from triage.export.production.cutting import Cutter, Quotations, texts_of
from triage.export.production.originals import CONVERTED, kept_back_inside, without_part_names
from triage.export.production.pages import Image, PdfFile, ProductionDesk, sheet_page
from triage.messages import render, say
from triage.model.items import Decision, Item, ItemId, ItemNo, Problem, Row, Trouble
from triage.model.leaving import IMAGES, ProducedDocument
from triage.model.messages import Message, Value
from triage.model.previews import PDF, PagePicture, Stamp
from triage.model.redactions import PART_ACTIONS, MarkedPassage, value_words, whereabouts

REDACTED_CODE = "redacted"
_MESSAGES = CONVERTED | {"message/rfc822"}
_NOTE = "[Attachment removed.]"


class RedactedDesk:
    """Hands over for an export what ``desk`` does, without what is redacted.

    ``desk.redacted`` is cut; ``desk.kept_back`` has as well the items that hold one of these. ``quotations`` are the
    pairs met so far: the id of an item with a redaction, and that of another one with the same words; ``faded`` are
    the numbers of pages written so far that lack pale marks of what they were drawn from.
    """

    def __init__(self, desk: ProductionDesk, nos: Collection[ItemNo], timestamp: int) -> None:
        self._desk, self._time = desk, timestamp
        self._cutters: dict[ItemNo, Cutter] = {}
        originals = desk.items([no for no in nos if no in desk.redacted])
        self._quotations = Quotations((item, desk.redacted[item.row.no]) for item in originals)
        self.quotations: set[tuple[ItemId, str]] = set()
        self.faded: list[str] = []
        self.sign, self.versions = desk.sign, desk.versions
        self.family, self.duplicates, self.copy_keys = desk.family, desk.duplicates, desk.copy_keys
        self.spans, self.renditions = desk.spans, desk.renditions

    def _cutter(self, no: ItemNo) -> Cutter | None:
        if no in self._desk.redacted and no not in self._cutters:
            (item,) = self._desk.items([no])
            self._cutters[no] = Cutter(item, self._desk.redacted[no])
        return self._cutters.get(no)

    def items(self, nos: Sequence[ItemNo]) -> Iterator[Item]:
        """Yield items with their texts; raises ExportError where something redacted would remain."""
        for original in self._desk.items(nos):
            cutter = self._cutter(original.row.no)
            item = original if cutter is None else _cut(cutter, original)
            if original.row.no in self._desk.kept_back:
                item = without_part_names(item)
            if cutter is not None and cutter.remains(texts_of(item), self._desk.accepted):
                raise ExportError("redaction-remains", number=original.row.id)
            sources = self._desk.rows(sorted(self._quotations.sources(item)))
            self.quotations |= {(source.id, item.row.id) for source in sources}
            yield item

    def rows(self, nos: Sequence[ItemNo]) -> list[Row]:
        cutters = map(self._cutter, nos)
        return [cutter.row(row) if cutter else row for cutter, row in zip(cutters, self._desk.rows(nos), strict=True)]

    def places(self, nos: Sequence[ItemNo]) -> list[tuple[str, str, str]]:
        places = zip(map(self._cutter, nos), self._desk.places(nos), strict=True)
        return [
            (root, cutter.path(path), cutter.member(member)) if cutter else (root, path, member)
            for cutter, (root, path, member) in places
        ]

    def decisions(self, no: ItemNo) -> list[Decision]:
        """Return the decisions on an item; of its redactions only the reason is stated."""
        cutter, decisions = self._cutter(no), self._desk.decisions(no)
        if cutter is None:
            return decisions
        return [replace(decision, value=_cut_decision(cutter, decision)) for decision in decisions]

    def passages(self, no: ItemNo) -> list[MarkedPassage]:
        """Return the passages that are marked in an item; nothing stays of one that is cut in part."""
        cutter, passages = self._cutter(no), self._desk.passages(no)
        if cutter is None:
            return passages
        (item,) = self.items([no])
        cut = [passage._replace(text=cutter.text(passage.text)) for passage in passages]
        return [whereabouts(passage, item.segments) or passage._replace(text=cutter.mark()) for passage in cut]

    def problems(self, problems: Iterable[Problem]) -> Iterator[Problem]:
        """Yield Problems without what is cut in their items or in the names of these items' files."""
        redacted = self._desk.rows(sorted(self._desk.redacted))
        ids, files = {row.id: row.no for row in redacted}, {row.path: row.no for row in redacted}
        for problem in problems:
            no = ids.get(problem.item) if problem.item else files.get(problem.path)
            cutter = None if no is None else self._cutter(no)
            yield problem if cutter is None else _cut_problem(cutter, problem)

    def natives(self, items: Sequence[Item]) -> Iterator[bytes | Trouble]:
        free = self._desk.natives([item for item in items if item.row.no not in self._desk.kept_back])
        for item in items:
            yield self._why_not(item.row.no) if item.row.no in self._desk.kept_back else next(free)
        next(free, None)  # to the end of the answer

    def _why_not(self, no: ItemNo) -> Trouble:
        cutter = self._cutter(no)
        if cutter is None:
            return Trouble(REDACTED_CODE, say("original-holds-redacted"))
        return Trouble(REDACTED_CODE, say("original-redacted", reasons=", ".join(cutter.reasons)))

    def complete(
        self, folder: BundleFolder, order: Order, dossiers: Sequence[Dossier], stop: threading.Event | None
    ) -> tuple[Order, list[Dossier]]:
        """Write what leaves in place of originals that are kept back, and return the dossiers with its paths.

        That is pages of a redacted item where it has any, a message without its redacted attachments, and of others
        the text alone. The order is returned with what quotes the redacted words.
        """
        for search in order.searches:
            name = f"the search {search.name}" if search.name else "the query"
            sources = self._desk.rows(sorted(self._quotations.saying(f"{search.name}\n{search.query}")))
            self.quotations |= {(source.id, name) for source in sources}
        kept = {d.finding.item.row.no: d for d in dossiers if d.finding.item.row.no in self._desk.kept_back}
        paths = self._write_pages(folder, kept, stop) | self._write_messages(folder, kept, stop)
        done = {no: replace(d, rendition=paths.get(no, ""), redacted=True) for no, d in kept.items()}
        order = replace(order, quotations=tuple(sorted(self.quotations)), faded=tuple(self.faded))
        return order, [done.get(d.finding.item.row.no, d) for d in dossiers]

    def _write_pages(
        self, folder: BundleFolder, kept: Mapping[ItemNo, Dossier], stop: threading.Event | None
    ) -> dict[ItemNo, str]:
        paged = [n for n, d in kept.items() if n in self._desk.redacted and pages.has_pages(d.finding.item.row.type)]
        planned = [ProducedDocument(0, no, IMAGES, REDACTED_CODE) for no in paged]
        counted = {document.item: document for document in pages.count_pages(self._desk, planned, None, stop)}
        drawn = [no for no in paged if counted[no].treatment == IMAGES]
        stamped = []
        for item in self._desk.items(drawn):
            stamp = Stamp(PDF, f"{kept[item.row.no].number}-", 1, 1, "Redacted")
            stamped.append((item, counted[item.row.no].pages, stamp))
        paths = {no: f"{_stem(kept[no])}.pdf" for no in drawn}
        for no, images in groupby(pages.images(self._desk, stamped, self._time), lambda page: page.item.row.no):
            with folder.open(paths[no]) as out:
                file = PdfFile(out)
                for page in images:
                    check_stop(stop)
                    number = f"{kept[no].number}-{page.number + 1}"
                    self.faded += [number] if page.faded else []
                    _add(file, number, page.image)
                file.close()
        return paths

    def _write_messages(
        self, folder: BundleFolder, kept: Mapping[ItemNo, Dossier], stop: threading.Event | None
    ) -> dict[ItemNo, str]:
        paths = dict[ItemNo, str]()
        mails = (no for no, d in kept.items() if d.finding.item.row.type in _MESSAGES)
        holders = [no for no in mails if no not in self._desk.redacted]
        for item in self._desk.items(holders):
            check_stop(stop)
            (native,) = (pages.unchanged(item, native) for native in self._desk.natives([item]))
            if isinstance(native, Trouble):
                continue
            instead = {part.sha256: _NOTE for part in kept_back_inside(self._desk, item)}
            (message,) = self._desk.renditions([(item, native)], [instead])
            if isinstance(message, bytes):
                paths[item.row.no] = f"{_stem(kept[item.row.no])}.eml"
                folder.write(paths[item.row.no], message)
        return paths


def _stem(dossier: Dossier) -> str:
    return f"natives/{dossier.number:05d}_{dossier.finding.item.row.id}"


def _add(file: PdfFile, number: str, image: Image) -> None:
    if isinstance(image, PagePicture):
        file.add_picture(image)
    elif isinstance(image, Trouble):
        file.add(sheet_page(number, ["Page not available", render(image.message) or image.code], ""))


def _cut(cutter: Cutter, original: Item) -> Item:
    """Return an item without what is cut, and without what would give it away: size and hashes."""
    item = cutter.item(original)
    return replace(
        item,
        row=replace(item.row, size=0),
        digest="",
        date_raw=cutter.text(item.date_raw),
        properties=(),
        raw_path=b"",
        way=(),
        problems=tuple(_cut_problem(cutter, problem) for problem in item.problems),
    )


def _cut_problem(cutter: Cutter, problem: Problem) -> Problem:
    return replace(problem, path=cutter.path(problem.path), message=_cut_message(cutter, problem.message))


def _cut_message(cutter: Cutter, message: Message) -> Message:
    return replace(message, values=tuple((name, _cut_value(cutter, value)) for name, value in message.values))


def _cut_value(cutter: Cutter, value: Value) -> Value:
    if isinstance(value, Message):
        return _cut_message(cutter, value)
    return cutter.text(value) if isinstance(value, str) else value


def _cut_decision(cutter: Cutter, decision: Decision) -> str:
    if decision.action in ("redact", "unredact"):
        return cutter.mark()
    return cutter.text(value_words(decision) if decision.action in PART_ACTIONS else decision.value)
