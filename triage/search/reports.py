"""Reports over many items: search terms, coverage, hits in context, facets. Nothing here writes a file.

Each is asked of one moment of the case, so that all of its numbers speak of the same items.
"""

from __future__ import annotations

import codecs
import csv
import heapq
import io
import re
import threading
import zipfile
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence, Set
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

from msgspec.structs import replace

from triage.errors import PROBLEM_CODES, CaseError, EngineRefusal, QueryError, TriageError
from triage.messages import say
from triage.model.items import FIELDS, Item, ItemNo, Span
from triage.model.messages import Message
from triage.model.reports import (
    Coverage,
    Facet,
    FacetValue,
    HitLine,
    HitList,
    Interval,
    Reason,
    Tally,
    TermReport,
    TermRow,
    Unsearched,
)
from triage.search.engine import Deadline
from triage.search.highlights import Occurrences, spans, whole
from triage.search.query.language import write
from triage.search.query.tree import Attribute, Node
from triage.search.snapshot import CaseSnapshot
from triage.statistics import clopper_pearson, draw
from triage.store import extent, reading, report_counts
from triage.store.db import Store, now
from triage.store.facts import StoredFacts, askable
from triage.store.records import listed
from triage.store.relations import copy_groups
from triage.store.report_counts import Chosen, Population, chosen, domain, facet_counts, facet_repeats
from triage.text import words

# Lists of search terms as people keep them: text, CSV or a workbook in, terms with their lines out. A line that can't
# be read as text is kept with the reason.

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


def read_terms(path: Path) -> list[ListedTerm]:
    """Read a list: ``.csv`` and ``.xlsx`` by their first column, or the one headed Term; anything else line by line.

    Of a workbook all sheets are read that have such a heading, or else the first one that holds anything; each other
    sheet that holds something has a line with the reason why it wasn't read. Empty lines are left out. Raises
    TriageError where the file as a whole can't be read.
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
            return _from_rows(_csv(_term_lines(data)))
        case _:
            return [line for line in _term_lines(data) if line.text.strip() or line.error]


def listed_terms(terms: Sequence[str]) -> list[ListedTerm]:
    """Return the terms of a list that is no file; empty ones are left out."""
    return [ListedTerm(number, term.strip()) for number, term in enumerate(terms, 1) if term.strip()]


def _term_lines(data: bytes) -> list[ListedTerm]:
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
    sheets = [(name, rows) for name, rows in _sheets(path, data) if any(any(row[1]) for row in rows)]
    headed = [name for name, rows in sheets if _heading(rows)[1] is not None]
    wanted = headed or [name for name, _ in sheets[:1]]
    terms = [term for name, rows in sheets if name in wanted for term in _from_rows(rows)]
    for name, rows in sheets:
        if name not in wanted:
            count = sum(1 for _, cells, _ in rows for cell in cells if cell)
            terms.append(ListedTerm(1, name, say("sheet-left-out", count=count, name=name)))
    return terms


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
    terms = (ListedTerm(line, "".join(cells[at or 0 :][:1]).strip(), error) for line, cells, error in rows)
    return [term for term in terms if term.text or term.error]


def _heading(rows: list[Cells]) -> tuple[list[str], int | None]:
    """Return the first row that holds something, and which of its cells is the heading of the terms, None for none."""
    head = next((cells for _, cells, _ in rows if any(map(str.strip, cells))), [])
    return head, next((at for at, cell in enumerate(head) if cell.strip().casefold() in _HEADINGS), None)


# What each term of a list finds, alone and beside the others. A term that can't be read, or takes too long, has its
# error in its row and stops nothing.

TERM_SECONDS = 30.0
"""Longest time for one term."""

Done = Callable[[int, int], None]
"""Told how many terms of how many are done."""


def term_report(
    snapshot: CaseSnapshot,
    case: str,
    terms: Sequence[ListedTerm],
    within: str = "",
    done: Done | None = None,
    stop: threading.Event | None = None,
) -> TermReport:
    """Ask every term of the items that ``within`` finds ("" for all). Raises QueryError for ``within`` alone."""
    with snapshot.moment():
        counting = _Counting(snapshot, within)
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
            index=snapshot.state,
            time=now(),
            stopped=len(rows) < len(terms),
        )


def _claim(owners: dict[int, int], things: Iterable[int], term: int) -> None:
    for thing in things:
        owners[thing] = term if owners.get(thing, term) == term else 0


class _Counting:
    """Counts what each term finds, and keeps which term alone found an item and a family: 0 for more than one."""

    def __init__(self, snapshot: CaseSnapshot, within: str) -> None:
        self._snapshot = snapshot
        self._occurrences = Occurrences(snapshot.engine, snapshot.texts)
        self.within, self.scope = snapshot.scope(within)
        self.population = Population(snapshot.store)
        self._documents: dict[int, int] = {}
        self._families: dict[int, int] = {}

    def row(self, number: int, term: ListedTerm) -> TermRow:
        clock = Deadline(TERM_SECONDS)
        row = TermRow(number, term.text, reading="", notes=(), expansions=(), tally=None, error=term.error, time=now())
        if term.error:
            return row
        try:
            answer = self._snapshot.ask(term.text, clock)
            words = self._snapshot.expansions(answer.reading.query, clock)
        except (QueryError, EngineRefusal) as error:
            mend = error.mend or error.quoted if isinstance(error, QueryError) else None
            message = error.message if mend is None else say("error-and-mend", error=error.message, query=mend)
            return replace(row, error=message)
        nos, why = answer.found & self.within, None
        try:
            hits: int | None = self._occurrences.by_item(answer.query, nos, clock).total()
        except EngineRefusal:
            hits, why = None, say("hits-not-counted", seconds=TERM_SECONDS)
        families = {self.population.family[no] for no in nos}
        _claim(self._documents, nos, number)
        _claim(self._families, families, number)
        tally = self._counted(nos, families, hits)
        reading = answer.reading
        return replace(row, reading=reading.reading, notes=reading.notes, expansions=words, tally=tally, error=why)

    def _counted(self, nos: Collection[ItemNo], families: Collection[int], hits: int | None) -> Tally:
        population = self.population
        return Tally(
            documents=len(nos),
            family=sum(map(population.family_size.__getitem__, families)),
            unique=None,
            unique_family=None,
            hits=hits,
            distinct=len({population.distinct[no] for no in nos}),
            families=len(families),
            custodians=tuple(sorted(Counter(population.custodian[no] for no in nos).items())),
        )

    def finished(self, rows: Sequence[TermRow]) -> tuple[TermRow, ...]:
        """Return the rows with what only each of them found, which is known when all were asked."""
        documents, families = Counter(self._documents.values()), Counter[int]()
        for family, term in self._families.items():
            families[term] += self.population.family_size[family]
        return tuple(
            replace(row, tally=replace(row.tally, unique=documents[row.number], unique_family=families[row.number]))
            if row.tally
            else row
            for row in rows
        )

    def union(self) -> Tally:
        return self._counted(list(map(ItemNo, self._documents)), self._families, None)


# Coverage: what a search found, what it could not speak for, and a sample of that to check by hand. The sample is drawn
# by the key of each thing: an item's id or, for a file that became no item, its path.

MOST_SAMPLED = 100_000


def coverage(
    snapshot: CaseSnapshot,
    case: str,
    text: str = "",
    within: str = "",
    sample: int = 0,
    seed: str = "1",
    found: str = "",
    confidence: float = 0.95,
) -> Coverage:
    """Return the certificate for a term ("" for none) in the items that ``within`` finds ("" for all).

    ``found`` is what the reviewer found in the sample: a number, or a query such as ``tag:relevant`` that finds it
    there; "" where none was checked yet. Raises QueryError, and CaseError for numbers that make no sense.
    """
    if not 0 <= sample <= MOST_SAMPLED:
        raise CaseError("coverage-sample-size", most=MOST_SAMPLED, size=sample)
    if not 0 < confidence < 1:
        raise CaseError("confidence-out-of-range", confidence=confidence)
    with snapshot.moment():
        items, scope = snapshot.scope(within)
        answer = snapshot.ask(text) if text.strip() else None
        hits = answer.found & items if answer else set()
        files = [] if scope.text else report_counts.lost_files(snapshot.store)
        rest = list(_rest(snapshot, items - hits, files))
        drawn = tuple(draw(rest, lambda thing: thing.id or thing.path, seed, sample))
        return Coverage(
            case=case,
            text=text,
            reading=answer.reading.reading if answer else "",
            notes=answer.reading.notes if answer else (),
            expansions=snapshot.expansions(answer.reading.query) if answer else (),
            scope=scope,
            hits=len(hits),
            reasons=tuple(_reasons(snapshot, items)),
            files=None if scope.text else len(files),
            rest=len(rest),
            with_transport=report_counts.with_transport(snapshot.store, items),
            seed=seed,
            sample=drawn,
            interval=_interval(snapshot, drawn, len(rest), found, confidence),
            index=snapshot.state,
            time=now(),
        )


def _rest(snapshot: CaseSnapshot, items: Set[ItemNo], files: list[tuple[str, str]]) -> Iterator[Unsearched]:
    """Yield what is not, or not fully, searchable: items first, then files that became none."""
    nos = snapshot.levels.keys() & items
    codes, ids = report_counts.problem_codes(snapshot.store, nos), report_counts.ids(snapshot.store, nos)
    for no in sorted(nos):
        item_id, path = ids[no]
        yield Unsearched(no, item_id, path, snapshot.levels[no], codes.get(no, ()))
    for path, code in files:
        yield Unsearched(None, None, path, "not", (code,))


def _reasons(snapshot: CaseSnapshot, items: Set[ItemNo]) -> Iterator[Reason]:
    nos = snapshot.levels.keys() & items
    codes = report_counts.problem_codes(snapshot.store, nos)
    counts = Counter((snapshot.levels[no], code) for no in nos for code in codes.get(no, ("",)))
    for (level, code), count in sorted(counts.items(), key=lambda pair: (pair[0][0], -pair[1], pair[0][1])):
        _, meaning = PROBLEM_CODES.get(code, ("", "no reason of its own on record"))
        yield Reason(code, meaning, level, count)


def _interval(
    snapshot: CaseSnapshot, drawn: tuple[Unsearched, ...], rest: int, found: str, confidence: float
) -> Interval | None:
    """Return what the checked sample says of the rest; exact where the sample is all of it."""
    found = found.strip()
    if not found:
        return None
    if not drawn:
        raise CaseError("found-without-sample") if rest else CaseError("found-of-nothing")
    if found.isascii() and found.isdigit():
        count = int(found)
    else:
        nos = snapshot.ask(found).found
        count = sum(thing.no in nos for thing in drawn)
    if count > len(drawn):
        raise CaseError("found-more-than-sample", count=count, size=len(drawn))
    if len(drawn) == rest:
        return Interval(count, rest, 1.0, count / rest, count / rest)
    return clopper_pearson(count, len(drawn), confidence)


# Keyword in context: every hit that ``spans`` marks with the text before and after it, sorted as a reader compares
# them. Sorted by the right, lines with the same next words stand together; by the left, those with the same words
# before, read backwards from the hit.

MOST_LINES = 100_000
WIDEST = 1_000


def hits(
    snapshot: CaseSnapshot,
    text: str,
    width: int,
    sort: str,
    limit: int | None,
    stop: threading.Event | None = None,
    order: Sequence[ItemNo] | None = None,
    after: HitLine | None = None,
) -> HitList:
    """Return ``limit`` hits of a query (None: all), in an order of SORTS, with up to ``width`` characters on each side.

    They are the first ones, or those that follow ``after``. ``order`` has the items whose hits are wanted, in the order
    that "item" has then. Raises QueryError, and CaseError for an order or a number that there isn't. Where ``stop`` is
    set, the lines are those of the items read until then.
    """
    if sort not in SORTS:
        raise CaseError("hits-order-unknown", order=sort, known=", ".join(SORTS))
    if not 1 <= width <= WIDEST or (limit is not None and not 1 <= limit <= MOST_LINES):
        raise CaseError("hits-out-of-range", most=MOST_LINES, widest=WIDEST)
    with snapshot.moment():
        answer = snapshot.ask(text)
        query, items = snapshot.words(answer.reading), sorted(answer.found)
        if order is not None:
            items = [no for no in order if no in answer.found]
        if sort == "date":
            items = reading.ordered(snapshot.store, items, "date", descending=False)
        total = Occurrences(snapshot.engine, snapshot.texts).by_item(query, set(items)).total()
        ranks = {no: rank for rank, no in enumerate(items)}
        key = partial(SORTS[sort], ranks)
        by_item = SORTS[sort] is _place
        if by_item and after is not None:
            items = items[ranks.get(after.no, len(items)) :]
        lines = _hit_lines(snapshot, query, items, width, stop)
        if after is not None:
            last = key(after)
            lines = (line for line in lines if key(line) > last)
        if not by_item:
            lines = iter(sorted(lines, key=key) if limit is None else heapq.nsmallest(limit, lines, key=key))
        wanted = tuple(islice(lines, limit))
        read = extent.extent(snapshot.store)
    return HitList(answer.reading.reading, answer.reading.notes, len(ranks), total, wanted, read)


def _hit_lines(
    snapshot: CaseSnapshot, query: Node, items: Iterable[ItemNo], width: int, stop: threading.Event | None
) -> Iterator[HitLine]:
    for no in items:
        if stop is not None and stop.is_set():
            return
        item = reading.item(snapshot.store, no)
        yield from of_item(item, spans(query, item), width)


def of_item(item: Item, marks: Iterable[Span], width: int) -> Iterator[HitLine]:
    """Yield the lines of one item in reading order; a place that several terms mark has one line."""
    places: dict[tuple[int, str, int, int], int] = {}
    for span in marks:
        places.setdefault((span.segment, span.field, span.start, span.end), span.term)
    for (segment, field, start, end), term in places.items():
        text = item.segments[segment].text if segment >= 0 else whole(item, field)
        left, right = text[max(0, start - 2 * width) : start], text[end : end + 2 * width]
        yield HitLine(
            no=item.row.no,
            id=item.row.id,
            field=field,
            left=_flat(left, " ")[-width:],
            hit=_flat(text[start:end]),
            right=_flat(right, " ")[:width],
            segment=segment,
            start=start,
            term=term,
        )


def _flat(text: str, edge: str = "") -> str:
    """Return the text on one line: white space becomes one blank, also at the ends where ``edge`` is one."""
    flat = " ".join(text.split())
    if not edge or not text:
        return flat
    return (edge if text[0].isspace() else "") + flat + (edge if text[-1].isspace() and flat else "")


Ranks = dict[ItemNo, int]


def _place(ranks: Ranks, line: HitLine) -> tuple[int, ...]:
    """Return where a line stands in reading order, item by item."""
    return ranks.get(line.no, -1), FIELDS.index(line.field), line.segment, line.start, len(line.hit)


SORTS: dict[str, Callable[[Ranks, HitLine], Any]] = {
    "item": _place,
    "date": _place,
    "left": lambda ranks, line: (words(line.left)[::-1], words(line.hit), _place(ranks, line)),
    "right": lambda ranks, line: (words(line.right), words(line.hit), _place(ranks, line)),
}
"""What a hit list can be sorted by: a line's key, given the places of the items."""


# Facets: how a list of items divides, and the query that takes a part of it in or leaves it out. The counts come from
# the store; here they get their names, their order and their queries.

_ROLES = {
    "single": "NOT is:family",
    "parent": "is:family AND NOT is:attachment",
    "attachment": "is:attachment",
}
_CURRENT = "NOT (is:superseded OR is:vanished OR is:purged)"


def facets(
    store: Store, nos: Sequence[ItemNo], past: Sequence[ItemNo] = (), *, collapse: bool = False
) -> tuple[Facet, ...]:
    """Return every facet of a list of items, and of ``past`` ones, which its query left out, the state.

    With ``collapse`` the copies that have a value count once for it. ``query`` of a value finds exactly its items when
    it is joined to the list's own query by AND. A value without one can't be asked for. An item with several tags or
    problems counts for each of them.
    """
    items, repeated = chosen(store, nos), listed(_repeated(store, nos) if collapse else ())
    divided = tuple(_facet(store, facet, title, query, items, repeated) for facet, (title, query) in _FACETS.items())
    of_state = lambda value: f"is:{value}" if value else _CURRENT  # noqa: E731
    state = _facet(store, "state", "state", of_state, chosen(store, {*nos, *past}), repeated)
    return (*divided, state) if any(value.value for value in state.values) else divided


def undated(store: Store, nos: Sequence[ItemNo], *, collapse: bool = False) -> tuple[int, dict[str, int]]:
    """Return how many items of a list have no date of their own, and of which months others stand in for it.

    Those are of a mail's file or its family, "" where there is none. With ``collapse`` copies count once.
    """
    these = sorted(StoredFacts(store).state("undated").intersection(nos))
    repeated = listed(_repeated(store, these) if collapse else ())
    months = _facet(store, "month", "month", _named("date"), chosen(store, these), repeated)
    total = len(set(copy_groups(store).keys(these))) if collapse else len(these)
    return total, {value.value: value.items for value in months.values}


def _repeated(store: Store, nos: Sequence[ItemNo]) -> list[int]:
    """Return the items of which another copy is listed too, as ``facet_repeats`` takes them."""
    keys = copy_groups(store).keys(nos)
    if len(count := Counter(keys)) == len(nos):
        return []
    return [key << 32 | no for no, key in zip(nos, keys, strict=True) if count[key] > 1]


def _facet(store: Store, facet: str, title: str, query: Callable[[str], str], items: Chosen, repeated: str) -> Facet:
    name, counts = domain if facet == "sender" else str, Counter[str]()
    for value, count in facet_counts(store, facet, items).items():
        counts[name(value)] += count
    if repeated != "[]":
        counts -= facet_repeats(store, facet, repeated, name)
    pairs = sorted(counts.items(), key=lambda pair: (0 if facet == "month" else -pair[1], pair[0]))
    return Facet(title, tuple(FacetValue(value, count, query(value)) for value, count in pairs if count))


def _named(name: str, none: str = "") -> Callable[[str], str]:
    def query(value: str) -> str:
        if not value:
            return none
        return write(Attribute(name, value)) if askable(value) else ""

    return query


_FACETS: dict[str, tuple[str, Callable[[str], str]]] = {
    "custodian": ("custodian", _named("custodian")),
    "type": ("type", _named("type")),
    "lang": ("language", _named("lang", "lang:none")),
    "sender": ("sender domain", _named("domain", "NOT domain:?*")),
    "month": ("month", _named("date", "NOT has:date")),
    "tag": ("tag", _named("tag", "is:untagged")),
    "problem": ("problem", _named("problem", "NOT is:problem")),
    "role": ("family role", lambda role: _ROLES[role]),
}
"""What the store counts, with its title and what makes the query of a value."""
