"""The result list as Qt sees it: any number of rows, read page by page in the background.

Shown are the numbers that a search found; a row's columns are read when they come into view. Knows no widget.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence, Set
from typing import Any, NamedTuple

from PySide6.QtCore import Qt

from triage.case import Case
from triage.errors import TriageError
from triage.model.items import ItemId, ItemNo, Receipt, Row
from triage.model.tags import Copies, RowColumns
from ui.case.session import Session
from ui.i18n import formatting, messages
from ui.i18n.language import later, tr
from ui.models.tables import AnyIndex, Role, TableModel

# The columns of the result list that the case reads apart from its rows: page by page, and only those that are shown.
#
# They have a lane of their own, so that no row waits for a count of hits. Knows no widget.

_WANTED = 4  # pages asked for at most; the oldest wish is forgotten


class _FurtherColumns:
    """Reads columns for pages of items; ``loaded`` is called with the number of each page that has come."""

    def __init__(
        self, session: Session, nos_of: Callable[[int], Sequence[ItemNo]], loaded: Callable[[int], None]
    ) -> None:
        self._session, self._nos_of, self._loaded = session, nos_of, loaded
        self.names: frozenset[str] = frozenset()
        self._pages: dict[int, dict[ItemNo, RowColumns]] = {}
        self._wanted: list[int] = []
        self._asked: int | None = None
        self._round = 0

    def forget(self) -> None:
        """Let go of everything read, as the list is another one, or shows other columns."""
        self._round += 1
        self._pages.clear()
        self._wanted.clear()
        self._asked = None

    def get(self, page: int, no: ItemNo) -> RowColumns | None:
        """Return what was read for an item of a page, None while it is being read."""
        if (read := self._pages.get(page)) is None:
            self.want(page)
            return None
        return read.get(no)

    def want(self, page: int) -> None:
        """Read a page, though it may have been read before."""
        if not self.names or page == self._asked:
            return
        self._wanted = [*(wanted for wanted in self._wanted if wanted != page), page][-_WANTED:]
        self._ask()

    def read_again(self, changed: Set[ItemNo]) -> None:
        """Read again those pages on which one of these items, or a copy of one, is listed."""
        for page, read in tuple(self._pages.items()):
            if any(
                no in changed or (row.copies and not changed.isdisjoint(row.copies.nos)) for no, row in read.items()
            ):
                self.want(page)

    def _ask(self) -> None:
        if self._asked is not None or not self._wanted or self._session.jobs is None:
            return
        page = self._asked = self._wanted.pop()
        nos, names, round_ = self._nos_of(page), self.names, self._round
        text = self._session.results.text if self._session.results else ""
        self._session.ask(
            "columns",
            lambda case: case.reports.columns(nos, names, text),
            lambda read: self._take(round_, page, read),
            lambda error: self._fail(round_, error),
        )

    def _take(self, round_: int, page: int, read: list[RowColumns]) -> None:
        if round_ != self._round:
            return
        self._asked = None
        self._pages.pop(page, None)
        self._pages[page] = {row.no: row for row in read}
        if len(self._pages) > _KEPT:
            del self._pages[next(iter(self._pages))]
        self._loaded(page)
        self._ask()

    def _fail(self, round_: int, error: TriageError) -> None:
        if round_ == self._round:
            self._asked = None
            self._session.error_posted.emit(messages.error(error))


PAGE = 128
_PORTION = 10_000  # items whose ids are read at once
_KEPT = 12  # pages
_WANTED = 4  # pages asked for at most; the oldest wish is forgotten


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
    """Rows over a sequence of item numbers."""

    heads = tuple(column.head for column in COLUMNS)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.nos: Sequence[ItemNo] = ()
        self._pages: dict[int, list[Row]] = {}
        self._texts: dict[ItemNo, tuple[str, ...]] = {}
        self._wanted: list[int] = []
        self._asked: int | None = None
        self._round = 0
        self.further = _FurtherColumns(session, self._nos_of, self._tell)
        session.decisions_saved.connect(self._decided)
        session.tags_changed.connect(self._repaint)
        session.palette_changed.connect(lambda: self._repaint(frozenset(self.nos)))
        session.seals_changed.connect(self._read_again)
        session.task_finished.connect(self._read_near)

    # ---- what is listed

    def show_items(self, nos: Sequence[ItemNo]) -> None:
        """List these items in this order."""
        self.beginResetModel()
        self.nos = nos
        self.further.forget()
        self._round += 1
        self._pages.clear()
        self._wanted.clear()
        self._asked = None
        self.endResetModel()

    def row_of(self, no: ItemNo) -> int:
        """Return the place of an item in the list, or -1."""
        try:
            return self.nos.index(no)
        except ValueError:
            return -1

    def exchange(self, at: int, row: Row) -> None:
        """List another copy of the item in a row in its place."""
        self.nos = (*self.nos[:at], row.no, *self.nos[at + 1 :])
        self._round += 1
        self._asked = None
        page, within = divmod(at, PAGE)
        if page in self._pages:
            self._pages[page][within] = row
        self._session.learn([row])
        self.further.want(page)
        self._tell(page)

    def row_at(self, at: int) -> Row | None:
        """Return the columns of a row, or None while they are being read."""
        page, within = divmod(at, PAGE)
        rows = self._pages.get(page)
        if rows is None:
            self._want(page)
        return rows[within] if rows is not None and within < len(rows) else None

    # ---- reading pages

    def _nos_of(self, page: int) -> Sequence[ItemNo]:
        return self.nos[page * PAGE : (page + 1) * PAGE]

    def _want(self, page: int) -> None:
        if page == self._asked:
            return
        if page in self._wanted:
            self._wanted.remove(page)
        self._wanted = [*self._wanted, page][-_WANTED:]
        self._ask()

    def _ask(self) -> None:
        jobs = self._session.jobs
        if self._asked is not None or not self._wanted or jobs is None:
            return
        page = self._asked = self._wanted.pop()
        nos, round_ = self._nos_of(page), self._round
        text, reviewer = self._session.results.text if self._session.results else "", self._session.reviewer
        jobs.ask(
            "rows",
            lambda case: case.search.rows(nos, text, page * PAGE, reviewer),
            lambda rows: self._take(round_, page, rows),
            self._missed,
        )

    def _missed(self, error: TriageError) -> None:
        self._asked = None
        self._session.error_posted.emit(messages.error(error))

    def _take(self, round_: int, page: int, rows: list[Row]) -> None:
        if round_ != self._round:
            return
        self._asked = None
        self._pages[page] = rows
        if len(self._pages) > _KEPT:
            del self._pages[next(iter(self._pages))]
        self._session.learn(rows)
        self._tell(page)
        self._ask()

    def _tell(self, page: int) -> None:
        first, last = page * PAGE, min((page + 1) * PAGE, len(self.nos)) - 1
        self.dataChanged.emit(self.index(first, 0), self.index(last, len(COLUMNS) - 1))

    def _read_again(self, nos: frozenset[ItemNo]) -> None:
        """Let go of what was read of items that were sealed, or are open again."""
        self._round += 1
        self._asked = None
        for no in nos:
            self._texts.pop(no, None)
        self.further.forget()
        for page in [page for page, rows in self._pages.items() if any(row.no in nos for row in rows)]:
            del self._pages[page]
            self._tell(page)

    def _read_near(self, task: str) -> None:
        if task == "Finding near-duplicates":
            self.further.forget()
            for page in self._pages:
                self._tell(page)

    def show_columns(self, columns: Iterable[int]) -> None:
        """Read from now on what these columns show."""
        names = frozenset(COLUMNS[column].name for column in columns) - {""}
        if names != self.further.names:
            self.further.names = names
            self.further.forget()

    def _decided(self, receipt: Receipt) -> None:
        """Read again whose decisions apply, and whether copies are coded alike, where that is shown."""
        if not self.further.names.isdisjoint(("reviewers", "copies")):
            self.further.read_again(frozenset(receipt.changed))

    def _repaint(self, nos: frozenset[ItemNo]) -> None:
        for page, rows in self._pages.items():
            if any(row.no in nos for row in rows):
                self._tell(page)

    # ---- Qt's questions

    def row_total(self) -> int:
        """Return how many items are listed."""
        return len(self.nos)

    def data(self, index: AnyIndex, role: int = Role.DisplayRole) -> Any:
        """Return what a cell says; "…" in the subject while it is being read."""
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
        """Return the text of a cell."""
        row = self.row_at(at)
        if row is None:
            return "…" if column == SUBJECT else ""
        if COLUMNS[column].name:
            return self._further(at, row, column)
        texts = self._texts.get(row.no)
        if texts is None:
            if len(self._texts) > PAGE * _KEPT:
                self._texts.clear()
            texts = self._texts[row.no] = _texts(row)
        return texts[column] + self._others(at, row) if column == CUSTODIAN else texts[column]

    def _others(self, at: int, row: Row) -> str:
        """Return how many more custodians have copies of an item, "" where none has."""
        copies = self._copies(at, row)
        return f" +{len(copies.custodians) - 1}" if copies and len(copies.custodians) > 1 else ""

    def _copies(self, at: int, row: Row) -> Copies | None:
        further = self.further.get(at // PAGE, row.no) if "copies" in self.further.names else None
        return further.copies if further is not None else None

    def _copies_text(self, copies: Copies | None) -> str:
        """Return the number of copies, with a mark where they are coded differently, or how many of them are coded."""
        if copies is None:
            return ""
        many, number = len(copies.nos), formatting.number(len(copies.nos))
        if self._session.veiled:  # the marks tell of decisions
            return f"×{number}" if many > 1 else ""
        if copies.disputed:
            return f"≠ ×{number}" if many > 1 else "≠"
        return f"{formatting.number(many - copies.undecided)}/{number}" if copies.undecided else f"×{number}"

    def _copies_hint(self, copies: Copies | None) -> str:
        if copies is None:
            return ""
        holders = (f"{formatting.safe_line(who)} {formatting.number(n)}" for who, n in copies.custodians)
        many = formatting.count(len(copies.nos), "copy", "copies")
        parts = [f"{many}: {formatting.listed(holders)}"] if len(copies.nos) > 1 else []
        if copies.disputed and not self._session.veiled:
            parts.append(tr("Coded differently (is:disputed)"))
        elif copies.undecided and not self._session.veiled:
            parts.append(tr("%n of them aren't coded", copies.undecided))
        return "  ·  ".join(parts)

    def _further(self, at: int, row: Row, column: int) -> str:
        """Return the text of a column that is read apart; nothing that tells of decisions is shown while blind."""
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
        """Return a column's heading; its tooltip says whether a click sorts."""
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
    """Return the name of ``Name <address>``, or the address where there is no name."""
    name = untrusted.split("<")[0].strip().strip('"')
    return name or untrusted


def row_of_copy(no: ItemNo, among: Sequence[ItemNo], nos: Sequence[ItemNo], case: Case) -> tuple[int, Row]:
    """Return in which row of a list a copy of an item stands that is ``among`` the items found, -1 for none."""
    (row,) = case.search.rows([no])
    place = bisect_left(among, no)
    copies = case.reports.copies([no]) if among[place : place + 1] == (no,) else {}
    of_item = frozenset(copies[no].nos) if no in copies else frozenset[ItemNo]()
    return next((at for at, one in enumerate(nos) if one in of_item), -1) if of_item else -1, row


def ids(nos: Sequence[ItemNo], case: Case) -> list[ItemId]:
    """Return the ids of items, in the order asked."""
    portions = (nos[at : at + _PORTION] for at in range(0, len(nos), _PORTION))
    return [row.id for portion in portions for row in case.search.rows(portion)]
