"""Quality sampling: a seeded random sample of a set, judged blind, and what it says of the set.

A judgement is no coding: it stands beside the tags, never among them, so that a sample can be judged while the set is
still being coded and without telling the judge what anyone thought.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Sequence
from itertools import takewhile

from triage.errors import DecisionError
from triage.messages import say
from triage.model.items import ItemId, ItemNo
from triage.model.messages import Message
from triage.model.reports import Interval
from triage.model.team import JUDGEMENTS, Elusion, Judgement, Sample, SampleReport
from triage.review.decision_writer import MOST_SEED, both, find_list, list_name, new_list, query_for
from triage.statistics import clopper_pearson, draw, size_for
from triage.store import extent, worklists
from triage.store.db import Store
from triage.store.decision_log import person
from triage.store.reading import ids
from triage.store.relations import copy_groups
from triage.store.worklists import Worklist, WorkStep

_KIND = "sample"
MOST_ITEMS = 100_000


class Samples:
    """The samples of a case; ``find`` runs a query, and returns how it was read and the items.

    An ``untrusted_name`` is a sample's name or its id.
    """

    def __init__(self, store: Store, find: Callable[[str], tuple[str, Sequence[ItemNo]]]) -> None:
        self._store, self._find = store, find

    def draw(
        self,
        query: str,
        name: str,
        reviewer: str,
        size: int = 0,
        margin: float = 0.05,
        confidence: float = 0.95,
        seed: str = "",
        blind: bool = True,
    ) -> Sample:
        """Draw a random sample of what a query finds: ``size`` items, or where that is 0 enough for ``margin``.

        It has one of each item's copies, and speaks of distinct items. It is kept with the whole set. The same ``seed``
        draws the same items of the same set; "" draws a new one.
        """
        store, (reading, nos) = self._store, self._find(query)
        distinct = _one_of_each(store, nos)
        wanted = _size(len(distinct), size, margin, confidence)
        name, reviewer = list_name(name, "sample-bad-name"), person(reviewer)
        seed = seed.strip() or secrets.token_hex(4)
        if len(seed) > MOST_SEED:
            raise DecisionError("seed-too-long", most=MOST_SEED, size=len(seed))
        with store.change(reviewer, "draw sample", name=name, source=query, seed=seed) as detail:
            facts = {"reading": reading, "seed": seed, "population": len(distinct), "blind": blind}
            facts["with_copies"] = len(nos)
            made = new_list(store, _KIND, name, query, reviewer, facts)
            if not nos:
                raise DecisionError("sample-of-nothing")
            drawn = draw(distinct, str, seed, wanted)
            worklists.keep_set(store, worklists.add(store, made, drawn), nos)
            detail.update(id=made.id, items=len(drawn), population=len(distinct), with_copies=len(nos))
        return self.named(made.id)

    def all(self) -> list[Sample]:
        """Return every sample, oldest first."""
        lists = worklists.lists(self._store, _KIND)
        steps = worklists.steps(self._store, lists)
        return [_sample(self._store, w, steps.get(w.number, [])) for w in lists]

    def named(self, untrusted_name: str) -> Sample:
        """Return the sample of a name or an id; raises DecisionError where none or several have it."""
        made = find_list(self._store, _KIND, untrusted_name)
        return _sample(self._store, made, _steps(self._store, made))

    def judge(self, untrusted_name: str, nos: Sequence[ItemNo], value: str, reviewer: str) -> Sample:
        """Judge items of a sample, as one of JUDGEMENTS; "" takes a judgement back. No tag is changed."""
        store, reviewer = self._store, person(reviewer)
        if value and value not in JUDGEMENTS:
            raise DecisionError("bad-judgement", value=value)
        with store.change(reviewer, "judge", value=value) as detail:
            made = find_list(store, _KIND, untrusted_name)
            drawn = {no: item_id for item_id, no in worklists.members(store, made.number) if no is not None}
            if strange := [no for no in nos if no not in drawn]:
                raise DecisionError("item-not-in-sample", number=strange[0], name=made.name)
            for no in dict.fromkeys(nos):
                worklists.add_step(store, made.number, "judge", value, reviewer, drawn[no])
            detail.update(name=made.name, id=made.id, items=len(nos))
        return self.named(made.id)

    def judgements(self, untrusted_name: str) -> list[Judgement]:
        """Return the items of a sample that this case has in the order of drawing, with what they were judged to be."""
        made = find_list(self._store, _KIND, untrusted_name)
        last, members = _last(_steps(self._store, made)), worklists.members(self._store, made.number)
        rows = [(no, item_id, last.get(item_id)) for item_id, no in members if no is not None]
        return [
            Judgement(no, item_id, *((step.value, step.reviewer, step.time) if step else ("", "", "")))
            for no, item_id, step in rows
        ]

    def report(self, untrusted_name: str, confidence: float = 0.95, known: str = "") -> SampleReport:
        """Say what a sample's judgements say of its set.

        ``known`` is the query of the relevant items that are known, such as ``tag:relevant``: the set is then taken for
        the null set, and the report says what its elusion implies for recall. Where the set counts copies once, so they
        are counted.
        """
        if not 0 < confidence < 1:
            raise DecisionError("confidence-out-of-range", confidence=confidence)
        store, known = self._store, known.strip()
        known_nos = self._find(known)[1] if known else ()
        made = find_list(store, _KIND, untrusted_name)
        steps = _steps(store, made)
        sample, last = _sample(store, made, steps), _last(steps)
        run = [
            last[item_id].value
            for item_id, _ in takewhile(lambda member: member[0] in last, worklists.members(store, made.number))
        ]
        found, interval = run.count("relevant"), None
        if run and len(run) == sample.population:
            interval = Interval(found, len(run), 1.0, found / len(run), found / len(run))
        elif run:
            interval = clopper_pearson(found, len(run), confidence)
        implied = interval.within(sample.population) if interval else None
        elusion, notes = None, list[Message]()
        if interval and implied and known:
            drawn_from = worklists.kept_set(store, made.number)
            keys = copy_groups(store).keys
            relevant_keys, inside = set(keys(known_nos)), keys([*(sample.items if drawn_from is None else drawn_from)])
            outside = relevant_keys.difference(inside)
            elusion = _elusion(known, len(outside), interval, implied, sample.population)
            if within := len(relevant_keys) - len(outside):
                notes.append(say("known-items-in-set", count=within))
            if drawn_from is None:
                notes.append(say("sample-drawn-elsewhere"))
        return SampleReport(
            sample=sample,
            judged=len(last),
            relevant=sum(step.value == "relevant" for step in last.values()),
            disputed=_disputed(steps),
            used=len(run),
            interval=interval,
            implied=implied,
            elusion=elusion,
            notes=tuple(notes),
            extent=extent.extent(store),
        )


def _size(population: int, items: int, margin: float, confidence: float) -> int:
    try:
        wanted = min(items, population) or size_for(margin, confidence, population)
    except ValueError:
        raise DecisionError("margin-out-of-range", margin=margin, confidence=confidence) from None
    if items < 0 or wanted > MOST_ITEMS:
        raise DecisionError("sample-size", most=MOST_ITEMS, size=items or wanted)
    return wanted


def _one_of_each(store: Store, nos: Sequence[ItemNo]) -> list[ItemId]:
    """Return the ids of items, of copies only the lowest, which is the same in every copy of the case."""
    known, lowest = ids(store, nos), dict[int, ItemId]()
    for key, item_id in zip(copy_groups(store).keys(nos), map(known.__getitem__, nos), strict=True):
        lowest[key] = min(item_id, lowest.get(key, item_id))
    return list(lowest.values())


def _steps(store: Store, made: Worklist) -> list[WorkStep]:
    return worklists.steps(store, [made]).get(made.number, [])


def _sample(store: Store, made: Worklist, steps: list[WorkStep]) -> Sample:
    items = worklists.members(store, made.number)
    known = tuple(no for _, no in items if no is not None)
    handle = worklists.handles(store, _KIND)[made.number]
    query = query_for(_KIND, handle) or ""
    return Sample(
        id=made.id,
        name=made.name,
        source=made.source,
        reading=str(made.detail["reading"]),
        seed=str(made.detail["seed"]),
        author=made.author,
        time=made.time,
        population=int(made.detail["population"]),
        items=known,
        judged=len(_last(steps)),
        missing=len(items) - len(known),
        blind=bool(made.detail["blind"]),
        query=query,
        left_query=both(query, f'NOT judged:"{handle}"') or "",
        with_copies=made.detail["with_copies"],
    )


def _last(steps: Sequence[WorkStep]) -> dict[str, WorkStep]:
    """Return the judgement that stands for each item's id: the last; an empty one takes it back."""
    return {item_id: step for item_id, step in {s.id: s for s in steps}.items() if step.value}


def _elusion(query: str, found: int, interval: Interval, missed: tuple[int, int], population: int) -> Elusion:
    """Return the recall that a null set's sample implies.

    With R relevant items known outside the null set of N items, of which a share e eluded the review, recall is
    R / (R + e N). The bounds of e (Clopper and Pearson 1934, see ``statistics``) give those of recall. They hold only
    if the known ones are all relevant and the judge of the sample makes no mistake, and are wide where little is
    relevant at all: a low elusion alone does not show a high recall (H. Roitblat, "Measurement in eDiscovery", 2013,
    on eRecall; critique in W. Webber, "Approximate recall confidence intervals", ACM TOIS 31:1, 2013).
    """
    eluded = interval.found / interval.sample * population

    def recall(lost: float) -> float:
        return found / (found + lost) if found + lost else 1.0

    return Elusion(query, found, missed, recall(missed[1]), recall(eluded), recall(missed[0]))


def _disputed(steps: Sequence[WorkStep]) -> int:
    words: dict[str, dict[str, str]] = {}
    for step in steps:
        words.setdefault(step.id, {})[step.reviewer] = step.value
    return sum(len({v for v in each.values() if v}) > 1 for each in words.values())
