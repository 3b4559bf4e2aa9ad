"""The senses of a word: people mark a few of its lines as meant or not, and the others are sorted.

It hides and codes nothing. Lines that are drawn by chance, and judged, say how far the order can be trusted: nothing is
learned from them.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from msgspec.structs import replace

from triage.case.insight.ordering import Ordering
from triage.case.opened import OpenCase
from triage.errors import CaseError
from triage.model.insight.senses import SenseLine, SenseReport
from triage.model.items import ItemNo, Row
from triage.model.reports import HitLine
from triage.review import sense_marks
from triage.review.decision_writer import person
from triage.search.reports import hits_in_context
from triage.statistics import clopper_pearson, draw
from triage.store import reading
from triage.store.derived import topics as kept
from triage.store.relations import items_state
from triage.text import words

if TYPE_CHECKING:
    from triage.insight.features import ItemFeatures
    from triage.insight.senses import SenseLines
    from triage.insight.topics import Topics

_MOST, _WIDTH, _SHOWN = 20_000, 300, 70
"""Lines that are read; characters on each side of which words are read, and that are returned."""
_SAME = 6
"""Words on each side that are the same in lines that count as one."""
_FIRST, _THEN = 4, 2
"""Lines that are proposed at first, and each time afterwards."""

Report = Callable[[int, int], object]


@dataclass(frozen=True, slots=True)
class _Hits:
    """The different lines of a query in reading order, how many lines say each, and their names."""

    reading: str
    total: int
    items: int
    lines: list[HitLine]
    same: list[int]
    names: list[str]


class WordSenses:
    """The senses of words in one open case."""

    def __init__(self, case: OpenCase, ordering: Ordering) -> None:
        self._case = case
        self._store = case.store
        self._ordering = ordering
        self._made: tuple[tuple[str, str], SenseLines] | None = None

    def report(
        self,
        query: str,
        reviewer: str | None = None,
        confidence: float = 0.95,
        done: Report = lambda *_: None,
        stop: Callable[[], bool] = lambda: False,
    ) -> SenseReport | None:
        """Return the lines of a query, sorted by what is marked, and what to mark next; None where it was stopped.

        ``reviewer`` is to whom the lines are shown, as in ``Search.run``. Raises QueryError.
        """
        hits = self._hits(query)
        lines = self._lines(hits, done, stop)
        if lines is None:
            return None
        marks = sense_marks.load(self._store, hits.reading)
        at = {name: place for place, name in enumerate(hits.names)}
        drawn = {at[name] for name in marks.drawn if name in at}
        taught = {at[name]: meant for name, meant in marks.meant.items() if name in at and at[name] not in drawn}
        scores = lines.scores(taught)
        many = max(_THEN, _FIRST - len(taught))
        made = self._shown(hits, None if scores is None else scores.tolist(), marks, drawn)
        judged = [line.mark == "meant" for line in made if line.drawn and line.mark and (line.score or 0) > 0]
        characters = sum(len(line.left) + len(line.hit) + len(line.right) for line in made)
        self._case.exposure.note("hits", reviewer, q=query, lines=len(made), items=hits.items, chars=characters)
        return SenseReport(
            reading=hits.reading,
            hits=hits.total,
            items=hits.items,
            lines=tuple(sorted(made, key=lambda line: (-(line.score or 0), line.number))),
            next=tuple(place + 1 for place in lines.propose(taught, sorted(drawn), many)),
            drawn=len(drawn),
            right=sum(judged),
            judged=len(judged),
            precision=clopper_pearson(sum(judged), len(judged), confidence) if judged else None,
        )

    def mark(self, query: str, meant: Collection[int], not_meant: Collection[int], reviewer: str) -> None:
        """Remember lines as meant or not, by their numbers; raises CaseError for one that there isn't, or in both."""
        hits = self._hits(query)
        for number in (*meant, *not_meant):
            if not 1 <= number <= len(hits.names) or (number in meant and number in not_meant):
                raise CaseError("no-such-line", number=number, most=len(hits.names))
        marks = sense_marks.load(self._store, hits.reading)
        fresh = {hits.names[number - 1]: number in meant for number in (*meant, *not_meant)}
        who = dict.fromkeys(fresh, person(reviewer))
        marks = replace(marks, meant={**marks.meant, **fresh}, reviewers={**marks.reviewers, **who})
        sense_marks.save(self._store, person(reviewer), hits.reading, marks)

    def draw(self, query: str, size: int, seed: str, reviewer: str) -> None:
        """Draw lines by chance, among those that nobody has marked, in place of those that were drawn before.

        What was said of lines that were drawn before stays, and teaches from now on.
        """
        hits = self._hits(query)
        marks = sense_marks.load(self._store, hits.reading)
        free = [name for name in hits.names if name not in marks.meant]
        drawn = draw(free, lambda name: name, seed, size)
        sense_marks.save(self._store, person(reviewer), hits.reading, replace(marks, drawn=drawn))

    # Lines

    def _hits(self, query: str) -> _Hits:
        listed = hits_in_context.hits(self._case.asking, query, _WIDTH, "item", _MOST, None)
        first: dict[tuple[str, ...], int] = {}
        lines, same, names, ordinals = list[HitLine](), list[int](), list[str](), dict[ItemNo, int]()
        for line in listed.lines:
            ordinals[line.no] = ordinals.get(line.no, 0) + 1
            key = (*words(line.left)[-_SAME:], "", *words(line.hit), "", *words(line.right)[:_SAME])
            if key in first:
                same[first[key]] += 1
                continue
            first[key] = len(lines)
            lines.append(line)
            same.append(1)
            names.append(f"{line.id}:{ordinals[line.no]}")
        return _Hits(listed.reading, listed.total, listed.items, lines, same, names)

    def _lines(self, hits: _Hits, done: Report, stop: Callable[[], bool]) -> SenseLines | None:
        from triage.insight.senses import SenseLines, UsedWord

        state = items_state(self._store)
        if self._made is None or self._made[0] != (hits.reading, state):
            features = self._ordering.features(done, stop)
            if features is None or stop():
                return None
            uses = [UsedWord(one.no, words(one.left)[::-1], words(one.right)) for one in hits.lines]
            self._made = (hits.reading, state), SenseLines(uses, features, self._topics(features, state))
        return self._made[1]

    def _topics(self, features: ItemFeatures, state: str) -> Topics:
        """Return what words are about, as kept of this state of the items, or anew."""
        from triage.insight.topics import VERSION, Topics

        known = kept.load(self._case.path, VERSION, state)
        if known is not None and (topics := Topics.unpacked(*known)) is not None:
            return topics
        topics = Topics.of(features)
        if not self._store.read_only:
            kept.save(self._store, self._case.path, VERSION, state, *topics.packed())
        return topics

    def _shown(
        self, hits: _Hits, scores: Sequence[float] | None, marks: sense_marks.SenseMarks, drawn: Collection[int]
    ) -> list[SenseLine]:
        rows: Mapping[ItemNo, Row] = {
            row.no: row for row in reading.rows(self._store, sorted({line.no for line in hits.lines}))
        }
        return [
            SenseLine(
                number=at + 1,
                id=line.id,
                date=rows[line.no].date,
                sender=rows[line.no].sender,
                left=line.left[-_SHOWN:],
                hit=line.hit,
                right=line.right[:_SHOWN],
                same=hits.same[at],
                score=None if scores is None else scores[at],
                mark={True: "meant", False: "not", None: ""}[marks.meant.get(hits.names[at])],
                reviewer=marks.reviewers.get(hits.names[at], ""),
                drawn=at in drawn,
            )
            for at, line in enumerate(hits.lines)
        ]
