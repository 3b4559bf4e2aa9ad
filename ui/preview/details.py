"""Headers and metadata: everything that is on record of an item besides its text. Opens no original."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import ClassVar

from triage.case import Case
from triage.model.items import NAMED_ONLY, Item, ItemNo, Row
from ui.case.session import Session
from ui.i18n import formatting, messages
from ui.i18n.language import later, tr
from ui.models.page import DATE_WORDS, Page, TextRun, kind_of, people_of
from ui.preview.base import View
from ui.preview.text_area import Reader
from ui.widgets.builders import lay_out

_MOST_COPIES = 200
_MOST_LINES = 2_000
_MOST_LINE = 5_000


class _OwnWords(str):
    """The window's own words, with evidence in them made safe already; other values are evidence."""


class DetailsView(View):
    title: ClassVar[str] = later("Details")
    hint: ClassVar[str] = later("Headers, properties, hashes, problems and every copy")

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.area = self.reader = Reader(tr("Details of the item"))
        lay_out(self, (self.reader, 1))

    def show_page(self, page: Page) -> None:
        super().show_page(page)
        no = page.item.row.no
        self.reader.show_runs(_runs(page.item, None))
        self.session.ask("rest", partial(_copies, no), partial(self._take, no), newest="copies")

    def _take(self, no: ItemNo, copies: tuple[int, list[Row]]) -> None:
        if self.page is not None and self.page.item.row.no == no:
            self.reader.show_runs(_runs(self.page.item, copies))

    def apply_colours(self) -> None:
        if self.page is not None:
            self.show_page(self.page)

    def look_for(self, text: str, by: int = 1) -> bool:
        return self.reader.find_text(text, by) or self.reader.find_text(text, by, again=True)


def _copies(no: ItemNo, case: Case) -> tuple[int, list[Row]]:
    nos = case.search.duplicates(no)
    return len(nos), case.search.rows(nos[:_MOST_COPIES])


def _runs(item: Item, copies: tuple[int, list[Row]] | None) -> Iterator[TextRun]:
    yield from _table(tr("Origin"), _source(item), first=True)
    yield from _table(tr("Message"), _message(item))
    headers = [line for s in item.segments if s.origin in ("headers", *NAMED_ONLY) for line in s.text.split("\n")]
    yield from _table(tr("Other mail headers"), (_pair(line) for line in headers[:_MOST_LINES]))
    yield from _table(tr("Properties"), item.properties)
    problems = ((p.code, _OwnWords(messages.shown(p.message)[:_MOST_LINE])) for p in item.problems)
    yield from _table(tr("Problems"), problems)
    if copies is not None:
        total, rows = copies
        places = [(row.custodian, row.path) for row in rows]
        if total > len(rows):
            places.append(("…", tr("{more} more", more=total - len(rows))))
        yield from _table(tr("Every copy of this item"), places)


def _source(item: Item) -> Iterator[tuple[str, str]]:
    row = item.row
    yield tr("Path"), row.path
    if item.member:
        yield tr("Inside it"), item.member
    yield tr("Root"), item.root
    yield tr("State"), _OwnWords(formatting.state(row, item.successor))
    yield tr("Custodian"), row.custodian
    yield tr("Name"), row.name
    yield tr("Type"), _OwnWords(kind_of(row))
    yield tr("Size"), _OwnWords(tr("{bytes} bytes", bytes=row.size))
    yield tr("Id"), row.id
    yield tr("SHA-256"), item.sha256
    yield tr("Content hash"), item.digest
    yield tr("EDRM MIH"), item.mih
    if row.date:
        kind = tr(DATE_WORDS.get(item.date_kind, item.date_kind))
        yield tr("Date"), _OwnWords(tr("{moment} UTC ({kind})", moment=formatting.moment(row.date), kind=kind))


def _message(item: Item) -> Iterator[tuple[str, str]]:
    if not item.message_id and not item.to and not item.row.sender:
        return
    yield tr("From"), item.row.sender
    for name, people, _ in people_of(item):
        yield name, ", ".join(people)
    yield tr("Subject"), item.row.subject
    yield tr("As written"), item.date_raw
    yield tr("Message-ID"), item.message_id
    yield tr("Refers to"), ", ".join(item.references)


def _pair(line: str) -> tuple[str, str]:
    name, colon, value = line.partition(":")
    return (name, value.strip()) if colon and " " not in name.strip() else ("", line)


def _table(title: str, pairs: Iterable[tuple[str, str]], *, first: bool = False) -> Iterator[TextRun]:
    lines = [(name, value) for name, value in pairs if value]
    if not lines:
        return
    yield TextRun("label", f"{title}\n" if first else f"\n{title}\n")
    for name, value in lines:
        yield TextRun("name", f"{formatting.safe_line(name)[:60]} \t")  # the blank keeps a long name off its value
        text = value if isinstance(value, _OwnWords) else formatting.safe_line(value)[:_MOST_LINE]
        yield TextRun("value", f"\u2068{text}\u2069\n")
