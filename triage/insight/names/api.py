"""Names that the texts of a case use: candidates for code names, words used like one, other ways to write one.

These are suggestions. A candidate that somebody accepts becomes a saved search; one that is rejected stays on record
and is listed on request. Nothing found here widens a search.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from triage.errors import CaseError
from triage.insight.names import storage
from triage.insight.names.nouns import (
    Likeness,
    NameCandidate,
    NameLine,
    NameReport,
    OtherWritings,
    RankedName,
    RankingOrigin,
    Variant,
)
from triage.insight.open_case import InsightCase
from triage.model.items import ItemNo, Row
from triage.model.reports import SavedSearch
from triage.search.distances import is_plain
from triage.search.query import language
from triage.search.query.tree import And, Node, Or, Phrase, Word, rebuilt
from triage.store import audit_log, reading
from triage.store.decision_log import person
from triage.text import tokens, unmarked, words

_MOST_STORED, _MOST_ALIASES = 1_000, 50
"""Candidates that are stored; words used like a name that are returned."""
_LINES, _PEOPLE, _WIDTH = 3, 5, 60
"""Lines of evidence, people who are named, characters on each side of the name in a line."""
_MOST_WRITTEN = 3
"""For how many words and phrases of a query other ways to write them are looked for."""

Report = Callable[[int, int], object]


class CaseNames:
    def __init__(self, case: InsightCase) -> None:
        self._case = case
        self._store = case.store

    def find(self, report: Report = lambda *_: None, stop: Callable[[], bool] = lambda: False) -> RankingOrigin | None:
        """Rank the words of all items that may be code names, and store the ranking; returns None if it was stopped."""
        from triage import __version__
        from triage.insight.names import ranking

        self._store.must_write()
        made = storage.origin(self._store, __version__, ranking.SEED)
        stream = ranking.read_texts(storage.writings(self._store), lambda at: report(at, made.items), stop)
        if stream is None:
            return None
        known = ranking.collect_explanations(stream, storage.addresses(self._store))
        storage.save(self._store, made, ranking.rank(stream, known, _MOST_STORED))
        report(made.items, made.items)
        return made

    def ranked(
        self, limit: int | None = 100, *, rejected: bool = False, reviewer: str | None = None
    ) -> NameReport | None:
        """Return the candidates as last ranked, the likeliest first; None before the first ``find``.

        With ``rejected`` also those that somebody rejected, which otherwise are only counted. ``reviewer`` is who sees
        the lines, as in ``Search.run``.
        """
        loaded = storage.load(self._store)
        if loaded is None:
            return None
        origin, ranked = loaded
        states = self._states()
        rejected_words = {word for word, state in states.items() if state == "rejected"}
        shown = [one for one in ranked if rejected or one.word not in rejected_words][:limit]
        candidates = tuple(self._candidate(one, states.get(one.word, "")) for one in shown)
        lines = [line.text for one in candidates for line in one.lines]
        self._case.exposure.note("names", reviewer, lines=len(lines), chars=sum(map(len, lines)))
        return NameReport(origin, candidates, len(rejected_words & {one.word for one in ranked}))

    def _states(self) -> dict[str, str]:
        from triage.store import saved

        accepted = dict.fromkeys((search.query.strip('"') for search in saved.searches(self._store)), "accepted")
        return dict.fromkeys(audit_log.rejected_names(self._store), "rejected") | accepted

    # Evidence

    def _candidate(self, one: RankedName, state: str) -> NameCandidate:
        rows = reading.rows(self._store, one.items)
        senders = Counter(row.sender for row in rows if row.sender)
        people = sorted(senders, key=lambda sender: (-senders[sender], sender))[:_PEOPLE]
        dates = sorted(row.date for row in rows if row.date and not row.doubtful)
        first, last = (dates[0], dates[-1]) if dates else ("", "")
        lines = tuple(self._lines(one, rows))
        written = (one.word, one.written, one.score, len(one.items))
        return NameCandidate(*written, tuple(people), first, last, lines, state)

    def _lines(self, one: RankedName, rows: Sequence[Row]) -> Iterator[NameLine]:
        """Yield a line of each of the first people who use the name, then of further items."""
        by_date = sorted(rows, key=lambda row: (row.date or "9", row.no))
        first_of: dict[str, Row] = {}
        for row in by_date:
            first_of.setdefault(row.sender, row)
        order = list(dict.fromkeys([*(row.no for row in first_of.values()), *(row.no for row in by_date)]))
        row_of = {row.no: row for row in rows}
        texts = ((row_of[no], text) for no in order if (text := self._line(no, one.word)))
        for row, text in islice(texts, _LINES):
            yield NameLine(row.id, row.date, row.sender, text)

    def _line(self, no: ItemNo, word: str) -> str:
        for field, text in reading.StoredTexts(self._store).raw(no):
            if field in ("subject", "body", "textbox", "note", "speaker", "ocr") and word in text.casefold():
                text = unmarked(text)
                for token in tokens(text):
                    if token.word == word:
                        around = text[max(0, token.start - _WIDTH) : token.end + _WIDTH]
                        return re.sub(r"[\s>]+", " ", around).strip()
        return ""

    # Decisions about candidates

    def accept(self, word: str, reviewer: str, name: str = "") -> SavedSearch:
        """Save a search for a candidate, named as it unless otherwise given; the audit records its origin."""
        from triage.search import saved

        one, rank = self._candidate_of(word)
        origin = f"name candidate {rank}, score {one.score}"
        query = language.write(Word(one.word))
        search = saved.save(self._case.snapshot, name or one.written, query, reviewer, origin=origin)
        self._record(reviewer, "accept name", one.word)
        return search

    def reject(self, word: str, reviewer: str) -> None:
        """Record in the audit that a candidate is no code name; raises TriageError without a reviewer."""
        one, _ = self._candidate_of(word)
        self._record(reviewer, "reject name", one.word)

    def _record(self, reviewer: str, action: str, word: str) -> None:
        with self._store.change(person(reviewer), action, name=word):
            pass  # the row in the audit is the decision

    def _candidate_of(self, word: str) -> tuple[RankedName, int]:
        loaded = storage.load(self._store)
        folded = " ".join(words(word))
        for rank, one in enumerate(loaded[1] if loaded else (), 1):
            if one.word == folded:
                return one, rank
        raise CaseError("no-such-name", name=word, again=word)

    # Names like one

    def like(
        self, name: str, report: Report = lambda *_: None, stop: Callable[[], bool] = lambda: False
    ) -> Likeness | None:
        """Return words used as this name is, and other ways in which items write it; None if it was stopped.

        ``items`` counts those that only the other ways find. Nothing is stored, and no search is changed.
        """
        from triage.insight.names import aliases, ranking

        items = storage.origin(self._store, "", 0).items
        stream = ranking.read_texts(storage.writings(self._store), lambda at: report(at, items), stop)
        if stream is None:
            return None
        variants, more = self.variants(name)
        return Likeness(name, tuple(aliases.like(stream, name, _MOST_ALIASES)), variants, more)

    def variants(self, name: str) -> tuple[tuple[Variant, ...], int]:
        """Return other ways in which items write a name, those with most items first, and how many only they find."""
        from triage.insight.names import spellings

        index = spellings.IndexWords(lambda stem: self._case.engine.vocabulary(beginning=stem))
        variants: list[Variant] = []
        total = set[ItemNo]()
        own = self._items(f'"{" ".join(words(name))}"') if words(name) else set()
        for query, kind in spellings.propose(name, index):
            if nos := self._items(query) - (own if kind in ("line end", "initials") else set()):
                variants.append(Variant(query, kind, len(nos)))
                total |= nos
        return tuple(sorted(variants, key=lambda one: (-one.items, one.query))), len(total - own)

    def also_written(self, text: str) -> OtherWritings:
        """Return other ways in which items write the first words and phrases of a query, and the query with them.

        What is under NOT, in a proximity search or in a field stays as it is, and so do wildcards. Raises QueryError.
        """
        every = list[Variant]()
        left = _MOST_WRITTEN

        def widened(node: Node) -> Node:
            nonlocal left
            if isinstance(node, And | Or):
                return rebuilt(node, widened)
            if not left or not isinstance(node, Word | Phrase) or node.fields or not is_plain(node):
                return node
            left -= 1
            variants, _ = self.variants(text[node.place.start : node.place.end])
            every.extend(variants)
            others = (self._case.snapshot.read(one.query).query for one in variants)
            return Or((node, *others)) if variants else node

        query = language.write(widened(self._case.snapshot.read(text).query))
        more = len(self._items(query) - self._items(text)) if every else 0
        return OtherWritings(query, tuple(every) if more else (), more)

    def _items(self, query: str) -> set[ItemNo]:
        return set(self._case.found(query)[1])
