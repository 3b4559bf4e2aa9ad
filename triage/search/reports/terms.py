"""Search term reports: lists of terms, and what each term finds, alone and beside the others.

All terms are asked of one moment of the case. A term that can't be read, or takes too long, has its error in its row
and stops nothing.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
import threading
import zipfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace

from triage.errors import EngineRefusal, QueryError, TriageError
from triage.messages import say
from triage.model.items import ItemNo
from triage.model.messages import Message
from triage.model.reports import Tally, TermReport, TermRow
from triage.search.engine import Deadline
from triage.search.highlights import Occurrences
from triage.search.snapshot import Asking, SearchAnswer
from triage.store.db import now
from triage.store.report_counts import Population

# Lists of search terms as people keep them: text, CSV or a workbook in, terms with their lines out.
#
# What stands in a line is not read as a query here. A line that can't be read as text is kept with the reason.

MOST_BYTES = 32 << 20
"""Largest list, in bytes; of a workbook also when unpacked, four times as much."""

_HEADINGS = frozenset(("term", "terms", "search term", "search terms", "query", "queries"))
_SEPARATOR = re.compile("sep=.", re.IGNORECASE)
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


class ListedTerm(NamedTuple):
    """A term of a list: its line (or row) counted from 1, the text, and why the line can't be read, if it can't."""

    line: int
    text: str
    error: Message | None = None


Cells = tuple[int, list[str], Message | None]
"""A row of a table: its line, its cells, and why it can't be read."""


def read(path: Path) -> list[ListedTerm]:
    """Read a list: ``.csv`` and ``.xlsx`` by their first column, or the one headed Term; anything else line by line.

    Of a workbook all sheets are read that have such a heading, or else the first one, and the others are said.
    Empty lines are left out. Raises TriageError where the file as a whole can't be read.
    """
    try:
        if path.stat().st_size > MOST_BYTES:
            raise TriageError("term-list-too-large", path=path, most=MOST_BYTES >> 20)
        data = path.read_bytes()
    except OSError as error:
        raise TriageError("term-list-unreadable", path=path, error=error.strerror) from error
    match path.suffix.lower():
        case ".xlsx" | ".xlsm":
            return _workbook(path, data)
        case ".csv" | ".tsv":
            return _from_rows(_csv(_lines(data)))
        case _:
            return [line for line in _lines(data) if line.text.strip() or line.error]


def listed(terms: Sequence[str]) -> list[ListedTerm]:
    """Return the terms of a list that is no file; empty ones are left out."""
    return [ListedTerm(number, term.strip()) for number, term in enumerate(terms, 1) if term.strip()]


def _lines(data: bytes) -> list[ListedTerm]:
    """Split bytes into lines of text: UTF-16 where it is marked or can be nothing else, else UTF-8, line by line."""
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), _unmarked(data))
    if encoding.startswith("utf-16"):
        whole = data.decode(encoding, "replace").splitlines()
        return [ListedTerm(number, text.strip()) for number, text in enumerate(whole, 1)]
    lines = data.removeprefix(codecs.BOM_UTF8).replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n")
    return [_decoded(number, line) for number, line in enumerate(lines, 1)]


def _unmarked(data: bytes) -> str:
    """Return the encoding of bytes without a mark: line ends and blanks have their zero on one side in UTF-16."""
    even, odd = 0 in data[0::2], 0 in data[1::2]
    return "utf-8" if even == odd or len(data) % 2 else "utf-16-be" if even else "utf-16-le"


def _decoded(number: int, line: bytes) -> ListedTerm:
    try:
        return ListedTerm(number, line.decode("utf-8").strip())
    except UnicodeDecodeError:
        why = say("term-line-not-utf8", line=number)
        return ListedTerm(number, line.decode("utf-8", "backslashreplace").strip(), why)


def _csv(lines: list[ListedTerm]) -> list[Cells]:
    """Return rows as (line, cells, error): RFC 4180, separated by the comma, semicolon or tab of the first line."""
    bad = [(line.line, [line.text], line.error) for line in lines if line.error]
    good = [line for line in lines if not line.error]
    first = next((line.text for line in good if line.text), "")
    if _SEPARATOR.fullmatch(first):  # as Excel wants it
        good = [line for line in good if line.text != first]
    separator = max(",;\t", key="".join(first.split('"')[::2]).count)  # of those outside of quotes
    try:
        rows = list(_records(good, separator))
    except csv.Error:  # one cell with a stray quotation mark must not swallow the rest: every line by itself
        rows = [_record(line, separator) for line in good]
    return sorted([*rows, *bad], key=lambda row: row[0])


def _records(lines: list[ListedTerm], separator: str) -> Iterator[Cells]:
    begin = 0
    reader = csv.reader([line.text + "\n" for line in lines], delimiter=separator, strict=True)
    for cells in reader:
        yield lines[begin].line, cells, None
        begin = reader.line_num


def _record(line: ListedTerm, separator: str) -> Cells:
    try:
        return line.line, next(csv.reader([line.text], delimiter=separator, strict=True), []), None
    except csv.Error as error:
        why = say("term-line-not-csv", line=line.line, error=error)
        return line.line, [line.text], why


def _workbook(path: Path, data: bytes) -> list[ListedTerm]:
    """Return the terms of a workbook's sheets that have a heading, else of the first one that holds anything.

    Each other sheet that holds something has a line with the reason why it wasn't read.
    """
    sheets = [(name, rows) for name, rows in _sheets(path, data) if any(any(row[1]) for row in rows)]
    headed = [name for name, rows in sheets if _heading(rows)[1] is not None]
    wanted = headed or [name for name, _ in sheets[:1]]
    found = [term for name, rows in sheets if name in wanted for term in _from_rows(rows)]
    for name, rows in sheets:
        if name not in wanted:
            count = sum(1 for _, cells, _ in rows for cell in cells if cell)
            found.append(ListedTerm(1, name, say("sheet-left-out", count=count, name=name)))
    return found


def _sheets(path: Path, data: bytes) -> list[tuple[str, list[Cells]]]:
    import python_calamine

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(member.file_size for member in archive.infolist()) > 4 * MOST_BYTES:
                raise TriageError("term-list-unpacks-too-large", path=path, most=MOST_BYTES >> 18)
        book = python_calamine.load_workbook(io.BytesIO(data))
        names = [sheet.name for sheet in book.sheets_metadata if sheet.typ == python_calamine.SheetTypeEnum.WorkSheet]
        sheets = [(name, book.get_sheet_by_name(name).to_python(skip_empty_area=False)) for name in names]
    except (zipfile.BadZipFile, python_calamine.CalamineError, OSError, ValueError) as error:
        raise TriageError("workbook-unreadable", path=path, error=error) from error
    return [(name, [(at, list(map(_shown, cells)), None) for at, cells in enumerate(rows, 1)]) for name, rows in sheets]


def _shown(value: object) -> str:
    """Return a cell as a person sees it: whole numbers without a decimal point."""
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def _from_rows(rows: list[Cells]) -> list[ListedTerm]:
    head, at = _heading(rows)
    if at is not None:
        rows = [row for row in rows if row[1] is not head]
    column = at or 0
    found = [(line, cells[column].strip() if column < len(cells) else "", error) for line, cells, error in rows]
    return [ListedTerm(line, text, error) for line, text, error in found if text or error]


def _heading(rows: list[Cells]) -> tuple[list[str], int | None]:
    """Return the first row that holds something, and which of its cells is the heading of the terms, None for none."""
    head = next((cells for _, cells, _ in rows if any(map(str.strip, cells))), [])
    return head, next((at for at, cell in enumerate(head) if cell.strip().casefold() in _HEADINGS), None)


TERM_SECONDS = 30.0
"""Longest time for one term."""

Done = Callable[[int, int], None]
"""Told how many terms of how many are done."""


def report(
    asking: Asking,
    case: str,
    terms: Sequence[ListedTerm],
    within: str = "",
    done: Done | None = None,
    stop: threading.Event | None = None,
) -> TermReport:
    """Ask every term of the items that ``within`` finds ("" for all). Raises QueryError for ``within`` alone."""
    with asking.moment():
        counting = _Counting(asking, within)
        rows: list[TermRow] = []
        for number, term in enumerate(terms, 1):
            if stop is not None and stop.is_set():
                break
            rows.append(counting.row(number, term))
            if done is not None:
                done(number, len(terms))
        custodians = tuple(sorted({counting.population.custodian[no] for no in counting.within}))
        return TermReport(
            case=case,
            scope=counting.scope,
            rows=counting.finished(rows),
            union=counting.union(),
            custodians=custodians,
            index=asking.state,
            time=now(),
            stopped=len(rows) < len(terms),
        )


class _Owners:
    """Which term alone reached a thing: numbers of terms, 0 where it was more than one."""

    def __init__(self) -> None:
        self.of: dict[int, int] = {}

    def claim(self, things: Iterable[int], term: int) -> None:
        """Note that a term reached these things."""
        of = self.of
        for thing in things:
            of[thing] = term if of.get(thing, term) == term else 0

    def unique(self, weight: Callable[[int], int]) -> Counter[int]:
        """Return, by term, the weight of what only this term reached."""
        found: Counter[int] = Counter()
        for thing, term in self.of.items():
            found[term] += weight(thing)
        return found


class _Counting:
    """Counts what each term finds, and keeps what is needed to say what only one of them found."""

    def __init__(self, asking: Asking, within: str) -> None:
        self._asking = asking
        self._occurrences = Occurrences(asking.locator, asking.texts)
        self.within, self.scope = asking.scope(within)
        self.population = Population(asking.store)
        self._documents = _Owners()
        self._families = _Owners()

    def row(self, number: int, term: ListedTerm) -> TermRow:
        """Ask one term."""
        clock = Deadline(TERM_SECONDS)
        asked = TermRow(number, term.text, reading="", notes=(), expansions=(), tally=None, error=None, time=now())
        try:
            _check(term)
            answer = self._asking.ask(term.text, clock)
            words = self._asking.expansions(answer.reading.query, clock)
        except (QueryError, EngineRefusal) as error:
            mend = error.mend or error.quoted if isinstance(error, QueryError) else None
            return replace(
                asked, error=error.message if mend is None else say("error-and-mend", error=error.message, query=mend)
            )
        found = answer.found & self.within
        hits, why = self._hits(answer, found, clock)
        families = {self.population.family[no] for no in found}
        self._documents.claim(found, number)
        self._families.claim(families, number)
        tally = self._counted(found, families, hits)
        reading = answer.reading
        return replace(asked, reading=reading.reading, notes=reading.notes, expansions=words, tally=tally, error=why)

    def _hits(self, answer: SearchAnswer, found: set[ItemNo], clock: Deadline) -> tuple[int | None, Message | None]:
        """Return how many places the term marks; None and a sentence where counting them takes too long."""
        try:
            return self._occurrences.count(answer.query, found, clock), None
        except EngineRefusal:
            return None, say("hits-not-counted", seconds=TERM_SECONDS)

    def _counted(self, found: Iterable[ItemNo], families: set[int], hits: int | None) -> Tally:
        population, found = self.population, list(found)
        return Tally(
            documents=len(found),
            family=sum(map(population.family_size.__getitem__, families)),
            unique=None,
            unique_family=None,
            hits=hits,
            distinct=len({population.distinct[no] for no in found}),
            families=len(families),
            custodians=tuple(sorted(Counter(population.custodian[no] for no in found).items())),
        )

    def finished(self, rows: Sequence[TermRow]) -> tuple[TermRow, ...]:
        """Return the rows with what only each of them found, which is known when all were asked."""
        documents = self._documents.unique(lambda _: 1)
        families = self._families.unique(self.population.family_size.__getitem__)
        return tuple(
            replace(row, tally=replace(row.tally, unique=documents[row.number], unique_family=families[row.number]))
            if row.tally
            else row
            for row in rows
        )

    def union(self) -> Tally:
        """Return what all terms together found."""
        return self._counted(map(ItemNo, self._documents.of), set(self._families.of), None)


def _check(term: ListedTerm) -> None:
    """Raise QueryError for a line that can't be read."""
    if term.error:
        raise QueryError(term.error, 0, len(term.text))
