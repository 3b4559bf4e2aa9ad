"""The result list as Qt sees it: any number of rows, read page by page in the background.

Shown are the numbers that a search found; a row's columns are read when they come into view. Knows no widget.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence, Set
from functools import partial
from typing import Any, NamedTuple

from PySide6.QtCore import Qt

from triage.case import Case
from triage.errors import TriageError
from triage.model.items import ItemId, ItemNo, Receipt, Row
from triage.model.tags import Copies, RowColumns
from ui.case.jobs import Reader
from ui.case.session import Session
from ui.i18n import formatting, messages
from ui.i18n.language import later, tr
from ui.models.tables import AnyIndex, Role, TableModel

PAGE = 128
_PORTION = 10_000  # items whose ids are read at once
_WANTED = 4  # pages asked for at most; the oldest wish is forgotten
_MOST_PAGES = 12  # that are kept


class _PageReader:
    """Reads pages one after another, the latest wish first, and keeps the last few; ``loaded`` follows each."""

    def __init__(
        self,
        session: Session,
        reader: Reader,
        work: Callable[[int], Callable[[Case], Any]],
        loaded: Callable[[int], None],
    ) -> None:
        self._session, self._reader, self._work, self._loaded = session, reader, work, loaded
        self.pages: dict[int, Any] = {}
        self._wanted: list[int] = []
        self._requested: int | None = None
        self._round = 0

    def forget(self) -> None:
        self.start_anew()
        self.pages.clear()
        self._wanted.clear()

    def start_anew(self) -> None:
        self._round += 1
        self._requested = None

    def want(self, page: int) -> None:
        """Read a page, though it may have been read before."""
        if page != self._requested:
            self._wanted = [*(wanted for wanted in self._wanted if wanted != page), page][-_WANTED:]
            self._ask()

    def _ask(self) -> None:
        if self._requested is None and self._wanted and self._session.jobs is not None:
            page = self._requested = self._wanted.pop()
            take, fail = partial(self._take, self._round, page), partial(self._fail, self._round)
            self._session.ask(self._reader, self._work(page), take, fail)

    def _take(self, round_: int, page: int, rows: Any) -> None:
        if round_ == self._round:
            self._requested = None
            self.pages.pop(page, None)
            self.pages[page] = rows
            if len(self.pages) > _MOST_PAGES:
                del self.pages[next(iter(self.pages))]
            self._loaded(page)
            self._ask()

    def _fail(self, round_: int, error: TriageError) -> None:
        if round_ == self._round:
            self._requested = None
        self._session.error_posted.emit(messages.error(error))


class _FurtherColumns(_PageReader):
    """What the case reads apart from rows: only columns that are shown, so that no row waits for a count of hits."""

    names: frozenset[str] = frozenset()

    def get(self, page: int, no: ItemNo) -> RowColumns | None:
        columns: dict[ItemNo, RowColumns] | None = self.pages.get(page)
        if columns is None:
            self.want(page)
            return None
        return columns.get(no)

    def want(self, page: int) -> None:
        if self.names:
            super().want(page)

    def read_again(self, changed: Set[ItemNo]) -> None:
        """Read again those pages on which one of these items, or a copy of one, is listed."""
        for page, columns in tuple(self.pages.items()):
            if any(
                no in changed or (row.copies and not changed.isdisjoint(row.copies.nos)) for no, row in columns.items()
            ):
                self.want(page)


class _ListColumn(NamedTuple):
    """A column: its heading, the key by which the case sorts by it, and what it is read by apart from the rows."""

    head: str
    sort: str = ""
    name: str = ""
    number: bool = False


COLUMNS = (
    _ListColumn(later("Tags")),
    _ListColumn(later("Date"), "date"),
    _ListColumn(later("From"), "sender"),
    _ListColumn(later("Subject"), "subject"),
    _ListColumn(later("Type"), "type"),
    _ListColumn(later("Custodian"), "custodian"),
    _ListColumn(later("Size"), "size", number=True),
    _ListColumn(later("To"), "to", "to"),
    _ListColumn(later("Path"), "path"),
    _ListColumn(later("Attachments"), "attachments", number=True),
    _ListColumn(later("Hits"), name="hits", number=True),
    _ListColumn(later("Copies"), name="copies", number=True),
    _ListColumn(later("Pages"), name="pages", number=True),
    _ListColumn(later("Reviewer"), name="reviewers"),
    _ListColumn(later("Conversation size"), name="thread", number=True),
    _ListColumn(later("Near-duplicates"), name="near", number=True),
)
TAGS, DATE, SENDER, SUBJECT, TYPE, CUSTODIAN, SIZE, TO, PATH, ATTACHMENTS, HITS, COPIES = range(12)
NUMBERS = frozenset(at for at, column in enumerate(COLUMNS) if column.number)


class ResultsModel(TableModel):
    heads = tuple(column.head for column in COLUMNS)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.nos: Sequence[ItemNo] = ()
        self._texts: dict[ItemNo, tuple[str, ...]] = {}
        self.rows = _PageReader(session, "item", self._read_rows, self._take_rows)
        self.further = _FurtherColumns(session, "rest", self._read_further, self._announce)
        session.decisions_saved.connect(self._decided)
        session.tags_changed.connect(self._repaint)
        session.palette_changed.connect(lambda: self._repaint(frozenset(self.nos)))
        session.seals_changed.connect(self._read_again)
        session.task_finished.connect(self._read_near)

    # ---- what is listed

    def show_items(self, nos: Sequence[ItemNo]) -> None:
        self.beginResetModel()
        self.nos = nos
        self.further.forget()
        self.rows.forget()
        self.endResetModel()

    def row_of(self, no: ItemNo) -> int:
        try:
            return self.nos.index(no)
        except ValueError:
            return -1

    def exchange(self, at: int, row: Row) -> None:
        """List another copy of the item in a row in its place."""
        self.nos = (*self.nos[:at], row.no, *self.nos[at + 1 :])
        self.rows.start_anew()
        page, within = divmod(at, PAGE)
        if page in self.rows.pages:
            self.rows.pages[page][within] = row
        self._session.learn([row])
        self.further.want(page)
        self._announce(page)

    def row_at(self, at: int) -> Row | None:
        page, within = divmod(at, PAGE)
        rows = self.rows.pages.get(page)
        if rows is None:
            self.rows.want(page)
        return rows[within] if rows is not None and within < len(rows) else None

    # ---- reading pages

    def _nos_of(self, page: int) -> Sequence[ItemNo]:
        return self.nos[page * PAGE : (page + 1) * PAGE]

    def _read_rows(self, page: int) -> Callable[[Case], list[Row]]:
        nos, reviewer = self._nos_of(page), self._session.reviewer
        text = self._session.results.text if self._session.results else ""
        return lambda case: case.search.rows(nos, text, page * PAGE, reviewer)

    def _take_rows(self, page: int) -> None:
        self._session.learn(self.rows.pages[page])
        self._announce(page)

    def _read_further(self, page: int) -> Callable[[Case], dict[ItemNo, RowColumns]]:
        nos, names = self._nos_of(page), self.further.names
        text = self._session.results.text if self._session.results else ""
        return lambda case: {row.no: row for row in case.reports.columns(nos, names, text)}

    def _announce(self, page: int) -> None:
        first, last = page * PAGE, min((page + 1) * PAGE, len(self.nos)) - 1
        self.dataChanged.emit(self.index(first, 0), self.index(last, len(COLUMNS) - 1))

    def _read_again(self, nos: frozenset[ItemNo]) -> None:
        self.rows.start_anew()
        for no in nos:
            self._texts.pop(no, None)
        self.further.forget()
        for page in [page for page, rows in self.rows.pages.items() if any(row.no in nos for row in rows)]:
            del self.rows.pages[page]
            self._announce(page)

    def _read_near(self, task: str) -> None:
        if task == "Finding near-duplicates":
            self.further.forget()
            for page in self.rows.pages:
                self._announce(page)

    def show_columns(self, columns: Iterable[int]) -> None:
        names = frozenset(COLUMNS[column].name for column in columns) - {""}
        if names != self.further.names:
            self.further.names = names
            self.further.forget()

    def _decided(self, receipt: Receipt) -> None:
        if not self.further.names.isdisjoint(("reviewers", "copies")):
            self.further.read_again(frozenset(receipt.changed))

    def _repaint(self, nos: frozenset[ItemNo]) -> None:
        for page, rows in self.rows.pages.items():
            if any(row.no in nos for row in rows):
                self._announce(page)

    # ---- Qt's questions

    def row_total(self) -> int:
        return len(self.nos)

    def data(self, index: AnyIndex, role: int = Role.DisplayRole) -> Any:
        if role == Role.DisplayRole:
            if index.column() == TAGS:
                return " ".join(letter for letter, _ in self.marks_at(index.row()))
            return self.text_at(index.row(), index.column())
        if role == Role.ToolTipRole:
            row = self.row_at(index.row())
            return formatting.hint(self._hint(row, index.row(), index.column())) if row is not None else None
        return None

    def marks_at(self, at: int) -> list[tuple[str, str]]:
        """Return the tags of a row now, each as its letter and the name of its colour."""
        row, known = self.row_at(at), self._session.tags
        names = self._session.tags_of(row.no) if row is not None else ()
        return [(known.letter(name), known.colour(name)) for name in names]

    def text_at(self, at: int, column: int) -> str:
        row = self.row_at(at)
        if row is None:
            return "…" if column == SUBJECT else ""
        if COLUMNS[column].name:
            return self._further(at, row, column)
        texts = self._texts.get(row.no)
        if texts is None:
            if len(self._texts) > PAGE * _MOST_PAGES:
                self._texts.clear()
            texts = self._texts[row.no] = _texts(row)
        return texts[column] + self._others(at, row) if column == CUSTODIAN else texts[column]

    def _others(self, at: int, row: Row) -> str:
        copies = self._copies(at, row)
        return f" +{len(copies.custodians) - 1}" if copies and len(copies.custodians) > 1 else ""

    def _copies(self, at: int, row: Row) -> Copies | None:
        further = self.further.get(at // PAGE, row.no) if "copies" in self.further.names else None
        return further.copies if further is not None else None

    def _copies_text(self, copies: Copies | None) -> str:
        if copies is None:
            return ""
        total, count = len(copies.nos), formatting.number(len(copies.nos))
        if self._session.veiled:  # the marks tell of decisions
            return f"×{count}" if total > 1 else ""
        if copies.disputed:
            return f"≠ ×{count}" if total > 1 else "≠"
        return f"{formatting.number(total - copies.undecided)}/{count}" if copies.undecided else f"×{count}"

    def _copies_hint(self, copies: Copies | None) -> str:
        if copies is None:
            return ""
        holders = (f"{formatting.safe_line(who)} {formatting.number(n)}" for who, n in copies.custodians)
        count = formatting.count(len(copies.nos), "copy", "copies")
        parts = [f"{count}: {formatting.listed(holders)}"] if len(copies.nos) > 1 else []
        if copies.disputed and not self._session.veiled:
            parts.append(tr("Coded differently (is:disputed)"))
        elif copies.undecided and not self._session.veiled:
            parts.append(tr("%n of them aren't coded", copies.undecided))
        return "  ·  ".join(parts)

    def _further(self, at: int, row: Row, column: int) -> str:
        # Nothing that reveals decisions is shown while blind.
        further, name = self.further.get(at // PAGE, row.no), COLUMNS[column].name
        if further is None or (name == "reviewers" and row.no in self._session.veiled):
            return ""
        value = getattr(further, name)
        if name == "copies":
            return self._copies_text(value)
        if isinstance(value, str):
            return formatting.safe_line(value)
        least = 2 if name == "thread" else 1  # itself is counted
        return formatting.number(value) if value >= least else ""

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        if role == Role.ToolTipRole and orientation == Qt.Orientation.Horizontal:
            column = COLUMNS[section]
            sentence = tr("Click to sort.") if column.sort else tr("The list can't be sorted by this column.")
            if column.name == "near":
                sentence += " " + tr("It is filled by Case > Find near-duplicates.")
            return formatting.hint(f"{tr(column.head)}: {sentence}")
        return super().headerData(section, orientation, role)

    def _hint(self, row: Row, at: int, column: int) -> str:
        if column in (CUSTODIAN, COPIES) and (hint := self._copies_hint(self._copies(at, row))):
            return hint
        hints = {
            TAGS: ", ".join(self._session.tags_of(row.no)),
            DATE: _date_hint(row),
            SENDER: row.sender,
            SUBJECT: row.path,
            TYPE: row.type,
            SIZE: "" if row.sealed else tr("%n bytes", row.size),
            ATTACHMENTS: formatting.count(row.attachments, "attachment") if row.attachments else "",
        }
        return formatting.safe_line(hints[column]) if column in hints else self.text_at(at, column)


def _texts(row: Row) -> tuple[str, ...]:
    return (
        "",
        _moment(row),
        formatting.safe_line(_person(row.sender)),
        formatting.marked(row)
        + (tr("[sealed]") if row.sealed else formatting.safe_line(row.subject or row.name or tr("(no subject)"))),
        formatting.safe_line(formatting.kind(row.type)),
        formatting.safe_line(row.custodian),
        "" if row.sealed else formatting.size(row.size),
        "",
        formatting.safe_line(row.path),
        formatting.number(row.attachments) if row.attachments else "",
    )


def _moment(row: Row) -> str:
    moment = formatting.moment(row.date) + "?" * row.doubtful
    return tr("{moment} (file)", moment=moment) if row.file_time else moment


def _date_hint(row: Row) -> str:
    if row.file_time:
        return tr("{date} (UTC): when the file was changed; it has no date of its own", date=row.date)
    if row.doubtful:
        return tr("{date} (UTC), a doubtful date: see Problems", date=row.date)
    return f"{row.date} (UTC)" if row.date else tr("no date")


def _person(untrusted: str) -> str:
    name = untrusted.split("<")[0].strip().strip('"')
    return name or untrusted


def row_of_copy(no: ItemNo, among: Sequence[ItemNo], nos: Sequence[ItemNo], case: Case) -> tuple[int, Row]:
    """Return in which row of a list a copy of an item stands that is ``among`` the items found, -1 for none."""
    (row,) = case.search.rows([no])
    position = bisect_left(among, no)
    copies = case.reports.copies([no]) if among[position : position + 1] == (no,) else {}
    of_item = frozenset(copies[no].nos) if no in copies else frozenset[ItemNo]()
    return next((at for at, listed in enumerate(nos) if listed in of_item), -1) if of_item else -1, row


def ids(nos: Sequence[ItemNo], case: Case) -> list[ItemId]:
    portions = (nos[at : at + _PORTION] for at in range(0, len(nos), _PORTION))
    return [row.id for portion in portions for row in case.search.rows(portion)]
