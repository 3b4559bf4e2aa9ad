"""An export without what is redacted: texts, fields and decisions cut, pages with black boxes in place of originals.

It cuts as a production does. What holds a redacted item, such as the message to which it is attached, leaves without
it, or without its original.
"""

from __future__ import annotations

import threading
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from msgspec.structs import replace

from triage.errors import ExportError
from triage.export.bundle import check_stop
from triage.export.contract import Asked, Dossier, Order
from triage.export.folder import BundleFolder
from triage.export.production import pages
from triage.export.production.cutting import Cutter, Quotations, texts_of
from triage.export.production.originals import CONVERTED, kept_back_inside, without_part_names
from triage.export.production.pages import Image, PdfFile, ProductionDesk, written_sheet
from triage.messages import render, say
from triage.model.items import Decision, Item, ItemId, ItemNo, Problem, Row, Span, Trouble
from triage.model.leaving import IMAGES, ProducedDocument
from triage.model.messages import Message, Value
from triage.model.previews import PDF, PagePicture, Stamp
from triage.model.redactions import PART_ACTIONS, MarkedPassage, value_words, whereabouts

REDACTED_CODE = "redacted"
_MESSAGES = CONVERTED | {"message/rfc822"}
_NOTE = "[Attachment removed.]"


class RedactedDesk:
    """Hands over for an export what ``desk`` does, without what is redacted.

    ``desk.redacted`` is what is cut, and ``desk.kept_back`` has as well what holds such an item. ``quotations`` are the
    pairs met so far: the id of an item with a redaction, and of another one that says the same; ``faded`` are the
    numbers of pages written so far that lack pale marks of what they were drawn from.
    """

    def __init__(self, desk: ProductionDesk, nos: Collection[ItemNo], timestamp: int) -> None:
        self._desk, self._time = desk, timestamp
        self._cutters: dict[ItemNo, Cutter] = {}
        self._quotations = Quotations(self._originals(no for no in nos if no in desk.redacted))
        self.quotations: set[tuple[ItemId, str]] = set()
        self.faded: list[str] = []
        self.sign, self.versions = desk.sign, desk.versions
        self.family, self.duplicates, self.copy_keys = (
            desk.family,
            desk.duplicates,
            desk.copy_keys,
        )
        self.renditions = desk.renditions

    def _originals(self, nos: Iterable[ItemNo]) -> Iterator[tuple[Item, Collection[Any]]]:
        return ((item, self._desk.redacted[item.row.no]) for item in self._desk.items(list(nos)))

    def _cutter(self, no: ItemNo) -> Cutter | None:
        if no in self._desk.redacted and no not in self._cutters:
            (item,) = self._desk.items([no])
            self._cutters[no] = Cutter(item, self._desk.redacted[no])
        return self._cutters.get(no)

    # ---- what is on record

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
        """Return the rows of these items."""
        cutters = map(self._cutter, nos)
        return [cutter.row(row) if cutter else row for cutter, row in zip(cutters, self._desk.rows(nos), strict=True)]

    def places(self, nos: Sequence[ItemNo]) -> list[tuple[str, str, str]]:
        """Return the items' roots, paths and members."""
        places = zip(map(self._cutter, nos), self._desk.places(nos), strict=True)
        return [
            (root, cutter.path(path), cutter.member(member)) if cutter else (root, path, member)
            for cutter, (root, path, member) in places
        ]

    def decisions(self, no: ItemNo) -> list[Decision]:
        """Return the decisions on an item; of its redactions only the reason is told."""
        cutter, decided = self._cutter(no), self._desk.decisions(no)
        return decided if cutter is None else [replace(one, value=_said(cutter, one)) for one in decided]

    def passages(self, no: ItemNo) -> list[MarkedPassage]:
        """Return the passages that are marked in an item; of one that is cut in part nothing stays."""
        cutter, marked = self._cutter(no), self._desk.passages(no)
        if cutter is None:
            return marked
        (item,) = self.items([no])
        cut = [one._replace(text=cutter.text(one.text)) for one in marked]
        return [now or one._replace(text=cutter.mark()) for one in cut for now in [whereabouts(one, item.segments)]]

    def spans(self, text: str, item: Item) -> list[Span]:
        """Return the query's hits in an item as it leaves."""
        return self._desk.spans(text, item)

    def problems(self, problems: Iterable[Problem]) -> Iterator[Problem]:
        """Yield Problems without what is cut in their items or in the names of these items' files."""
        redacted = self._desk.rows(sorted(self._desk.redacted))
        ids, files = {row.id: row.no for row in redacted}, {row.path: row.no for row in redacted}
        for one in problems:
            no = ids.get(one.item) if one.item else files.get(one.path)
            cutter = None if no is None else self._cutter(no)
            yield one if cutter is None else _cut_problem(cutter, one)

    def _note_searches(self, searches: Iterable[Asked]) -> None:
        """Note which searches say words that are redacted."""
        for asked in searches:
            name = f"the search {asked.name}" if asked.name else "the query"
            sources = self._desk.rows(sorted(self._quotations.saying(f"{asked.name}\n{asked.query}")))
            self.quotations |= {(source.id, name) for source in sources}

    # ---- what lies in the sources

    def natives(self, items: Sequence[Item]) -> Iterator[bytes | Trouble]:
        """Yield the items' original bytes, or why they don't leave."""
        free = self._desk.natives([item for item in items if item.row.no not in self._desk.kept_back])
        for item in items:
            yield self._why(item.row.no) if item.row.no in self._desk.kept_back else next(free)
        next(free, None)  # to the end of the answer

    def _why(self, no: ItemNo) -> Trouble:
        cutter = self._cutter(no)
        if cutter is None:
            return Trouble(REDACTED_CODE, say("original-holds-redacted"))
        return Trouble(REDACTED_CODE, say("original-redacted", reasons=", ".join(cutter.reasons)))

    def complete(
        self, folder: BundleFolder, order: Order, dossiers: Sequence[Dossier], stop: threading.Event | None
    ) -> tuple[Order, list[Dossier]]:
        """Write what leaves in place of originals that are kept back, and return the dossiers with its paths.

        Pages of a redacted item where it has any, a message without its redacted attachments; of others the text alone.
        The order comes with what quotes the redacted words.
        """
        self._note_searches(order.asked)
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
        counted = {one.item: one for one in pages.count_pages(self._desk, planned, None, stop)}
        ordered = [no for no in paged if counted[no].treatment == IMAGES]
        items = self._desk.items(ordered)
        wanted = ((item, counted[item.row.no].pages, self._stamp(kept[item.row.no])) for item in items)
        paths = {no: f"{_stem(kept[no])}.pdf" for no in ordered}
        for no, images in groupby(pages.images(self._desk, list(wanted), self._time), lambda one: one.item.row.no):
            with folder.open(paths[no]) as out:
                file = PdfFile(out)
                for page in images:
                    check_stop(stop)
                    number = f"{kept[no].number}-{page.number + 1}"
                    self.faded += [number] if page.faded else []
                    _add(file, number, page.image)
                file.close()
        return paths

    def _stamp(self, dossier: Dossier) -> Stamp:
        return Stamp(PDF, f"{dossier.number}-", 1, 1, "Redacted")

    def _write_messages(
        self, folder: BundleFolder, kept: Mapping[ItemNo, Dossier], stop: threading.Event | None
    ) -> dict[ItemNo, str]:
        """Write messages that are not redacted themselves, with a note in place of each redacted attachment."""
        paths = dict[ItemNo, str]()
        holders = [no for no, d in kept.items() if no not in self._desk.redacted and _is_message(d)]
        for item in self._desk.items(holders):
            check_stop(stop)
            (native,) = (pages.unchanged(item, native) for native in self._desk.natives([item]))
            if isinstance(native, Trouble):
                continue
            instead = {one.sha256: _NOTE for one in kept_back_inside(self._desk, item)}
            (made,) = self._desk.renditions([(item, native)], [instead])
            if isinstance(made, bytes):
                paths[item.row.no] = f"{_stem(kept[item.row.no])}.eml"
                folder.write(paths[item.row.no], made)
        return paths


def _stem(dossier: Dossier) -> str:
    return f"natives/{dossier.number:05d}_{dossier.finding.item.row.id}"


def _is_message(dossier: Dossier) -> bool:
    return dossier.finding.item.row.type in _MESSAGES


def _add(file: PdfFile, number: str, image: Image) -> None:
    if isinstance(image, PagePicture):
        file.add_picture(image)
    elif isinstance(image, Trouble):
        file.add(written_sheet(number, ["Page not available", render(image.message) or image.code], ""))


def _cut(cutter: Cutter, original: Item) -> Item:
    """Return an item without what is cut, and without what tells it in another way: size and hashes."""
    item = cutter.item(original)
    return replace(
        item,
        row=replace(item.row, size=0),
        digest="",
        date_raw=cutter.text(item.date_raw),
        properties=(),
        raw_path=b"",
        way=(),
        problems=tuple(_cut_problem(cutter, one) for one in item.problems),
    )


def _cut_problem(cutter: Cutter, problem: Problem) -> Problem:
    return replace(problem, path=cutter.path(problem.path), message=_cut_message(cutter, problem.message))


def _cut_message(cutter: Cutter, message: Message) -> Message:
    return replace(message, values=tuple((name, _cut_value(cutter, value)) for name, value in message.values))


def _cut_value(cutter: Cutter, value: Value) -> Value:
    if isinstance(value, Message):
        return _cut_message(cutter, value)
    return cutter.text(value) if isinstance(value, str) else value


def _said(cutter: Cutter, decision: Decision) -> str:
    """Return a decision's value as it may be told."""
    if decision.action in ("redact", "unredact"):
        return cutter.mark()
    return cutter.text(value_words(decision) if decision.action in PART_ACTIONS else decision.value)
