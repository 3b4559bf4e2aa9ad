"""The suggested order of items, why each has its place, and how far a review in that order has come.

It never hides, codes or removes anything: an order is exactly the items that were given. What it is made of is kept in
the case's folder ``derived``, without text, and can be made anew any time.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import cache
from itertools import accumulate
from math import ceil, floor
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace

from triage.errors import CaseError, TriageError
from triage.insight.open_case import InsightCase
from triage.insight.order import storage
from triage.insight.order.nouns import Explanation, RankedItems, Ranking, RankingTarget
from triage.messages import say
from triage.model.items import Check, ItemNo
from triage.model.reports import ReviewCurve
from triage.search import reports
from triage.statistics import none_drawn
from triage.store import derived_files, reading
from triage.store import saved as saved_searches
from triage.store.relations import CopyGroups, copy_groups, items_state

if TYPE_CHECKING:
    from triage.insight.order.ranking import FeatureRow, ItemFeatures, RankingModel
    from triage.insight.order.storage import OwnLabels

_AT_ONCE = 500
_MOST_WAITING = 128 << 20
"""Bytes of rows that wait to be kept; each time, all rows that are kept are written again."""
_MOST_WORDS = 1_000
_MOST_PARTS = 5
_MOST_TARGETS = 8
_GROWTH = 10
"""A model is trained anew after a tenth more decisions, and at least after so many."""
Report = Callable[[int, int], object]


class _Trained(msgspec.Struct, frozen=True, eq=False):
    ranking: Ranking
    labels: OwnLabels
    model: RankingModel


class _Lists:
    """Whether lists that were read in the suggested order had all items, by the keys of copies, that aren't decided on.

    The order of some of these says nothing of those that stood in no list, such as what was indexed later.
    """

    def __init__(self, case: InsightCase, groups: CopyGroups, keys: set[int]) -> None:
        self._case, self._groups, self._keys = case, groups, keys
        self._listed = cache(self._run)
        self.had_all = cache(self._had_all)

    def _had_all(self, query: str, last: ItemNo) -> bool:
        listed = [no for no in self._listed(query) if no <= last]
        return self._keys.issubset(self._groups.keys(listed))

    def _run(self, query: str) -> tuple[ItemNo, ...]:
        try:
            return self._case.found(query)[1]
        except TriageError:  # a saved search that was renamed, for instance
            return ()


class Ordering:
    """The suggested order of one open case. Each method refuses while a sample is judged blind."""

    def __init__(self, case: InsightCase) -> None:
        self._case = case
        self._store = case.store
        self._state = ""
        self._features: ItemFeatures | None = None
        self._trained: dict[RankingTarget, _Trained] = {}
        self._target_words: tuple[tuple[str, tuple[str, ...]], tuple[str, ...]] = ("", ()), ()

    def target(
        self,
        queries: Sequence[str] = (),
        *,
        saved: Sequence[str] = (),
        terms: Path | None = None,
        relevant: Sequence[str] = ("relevant", "hot"),
        not_relevant: Sequence[str] = ("not-relevant",),
        seed: str = "1",
    ) -> RankingTarget:
        """Return a target that begins with the words that these queries look for, wildcards expanded.

        ``saved`` are names of saved searches, ``terms`` a list of terms, whose words count too. Raises QueryError for
        a query that can't be read, and CaseError for a tag that is in both lists.
        """
        if both := sorted(set(relevant) & set(not_relevant)):
            raise CaseError("order-tag-twice", tag=both[0])
        listed = [term.text for term in (reports.read_terms(terms) if terms else ())]
        words = self._words_of((*queries, *map(self._saved, saved), *listed))
        return RankingTarget(tuple(relevant), tuple(not_relevant), words, seed)

    def _words_of(self, queries: tuple[str, ...]) -> tuple[str, ...]:
        """Return the words that queries look for, each once; kept of the last queries while no item changes."""
        key = items_state(self._store), queries
        if self._target_words[0] != key:
            words = dict.fromkeys(word for query in queries for word in self._words(query))
            self._target_words = key, tuple(words)[:_MOST_WORDS]
        return self._target_words[1]

    def _saved(self, name: str) -> str:
        search = saved_searches.search(self._store, name)
        if search is None:
            raise CaseError("no-saved-search", name=name, again=name)
        return search.query

    def _words(self, text: str) -> list[str]:
        from triage.search.query.tree import Leaf, Word, leaves, marked, terms_of

        snapshot, words = self._case.snapshot, list[str]()
        nodes = (leaf for _, node in marked(snapshot.read(text).query) for leaf in leaves(node))
        for term in (term for leaf in nodes if isinstance(leaf, Leaf) for term in terms_of(leaf)):
            if isinstance(term, Word):
                words.append(term.word)
            else:
                words += (word for expansion in snapshot.expansions(term) for word, _ in expansion.words)
        return words

    # Training

    def update(self, done: Report = lambda *_: None, stop: Callable[[], bool] = lambda: False) -> bool:
        """Read the words of items that are new or changed; returns False where it was stopped.

        ``done`` is called with how many items of how many were read. Where the case can't be written, nothing is kept.
        """
        self._refuse_while_blind()
        return self._load(done, stop)

    def is_due(self, target: RankingTarget) -> bool:
        """Whether so much was decided since this object last made a ranking for the target that another is worth it."""
        trained = self._trained.get(target)
        if trained is None:
            return True
        new = storage.last_decision(self._store) - trained.labels.last
        return new >= max(_GROWTH, len(trained.labels.of) // _GROWTH)

    def order(self, nos: Sequence[ItemNo], target: RankingTarget | None = None) -> RankedItems:
        """Return exactly these items, the likeliest relevant first, by all that was decided so far.

        Raises CaseError where nothing is known to be relevant, and none of the target's words is common.
        """
        from triage.insight.order import ranking

        self._refuse_while_blind()
        trained = self._train(target or RankingTarget())
        without = set(nos).difference(self._loaded.nos.tolist())
        ids = reading.ids(self._store, without)
        listed = [*(no for no in nos if no not in without), *sorted(without, key=ids.__getitem__)]
        ordered, scores = ranking.order(self._loaded, trained.model, listed)
        decided = trained.labels.of.keys() | trained.labels.others
        return RankedItems(tuple(ordered), tuple(scores), trained.ranking, frozenset(decided.intersection(nos)))

    def explain(self, nos: Sequence[ItemNo], target: RankingTarget | None = None) -> list[Explanation]:
        """Return why each of these items has its score: its words and people that count most, for and against."""
        from triage.insight.order import ranking

        self._refuse_while_blind()
        trained, texts = self._train(target or RankingTarget()), reading.StoredTexts(self._store)
        ids, explanations = reading.ids(self._store, nos), list[Explanation]()
        for no in nos:
            counts = ranking.counted(texts.raw(no))
            score, *parts = ranking.explained(self._loaded, trained.model, no, counts, _MOST_PARTS)
            explanations.append(Explanation(no, ids[no], score, *map(tuple, parts)))
        return explanations

    def review(
        self,
        nos: Sequence[ItemNo],
        target: RankingTarget | None = None,
        recall: float = 0.95,
        confidence: float = 0.95,
    ) -> ReviewCurve:
        """Return how far the review of these items has come, and whether the stated recall is most likely reached.

        Copies count once. An item is read where it, or a copy, had been shown to who decided on it, as
        ``review.shown_items`` says. Only what was read in the suggested order of these items counts for recall; all
        else that was decided is as good as unread.
        """
        self._refuse_while_blind()
        if not 0 < confidence < 1:
            raise CaseError("confidence-out-of-range", confidence=confidence)
        if not 0 < recall < 1:
            raise CaseError("recall-out-of-range", recall=recall)
        target, groups = target or RankingTarget(), copy_groups(self._store)
        decided = storage.labels(self._store, target.relevant, target.not_relevant, storage.last_decision(self._store))
        shown, among = self._case.exposure.shown_items(), set(nos)
        keys = set(groups.keys(nos))
        lists = _Lists(self._case, groups, keys.difference(groups.keys([*decided.of, *decided.others])))
        own = [no for no in decided.of if no in among]
        read, in_order = set[int](), dict[int, bool]()
        for no, key in zip(own, groups.keys(own), strict=True):
            showing = shown.before(no, *decided.by[no])
            read.update([key] if showing else ())
            place = showing.place if showing else None
            if place is not None and lists.had_all(place.query, place.last):
                in_order.pop(key, None)
                in_order[key] = decided.of[no]
        coded = set(groups.keys([*own, *(decided.others & among)])) - read
        curve = review_curve(list(in_order.values()), len(keys), recall, confidence)
        return replace(curve, read=len(read), coded=len(coded))

    def check(self) -> list[Check]:
        """Make the rankings that are kept again, of the decisions they were made of, and compare them."""
        stored = [msgspec.json.decode(text, type=Ranking) for text in storage.rankings(self._store)]
        if not stored:
            return []
        from triage.insight.order.ranking import VERSION

        state = items_state(self._store)
        current = [ranking for ranking in stored if ranking.state == state and ranking.version == VERSION]
        for ranking in current:
            again = self._load() and self._made(ranking.target, ranking.columns, ranking.decisions).ranking
            if again != ranking:
                return [Check("ranking", False, say("ranking-differs", digest=ranking.digest[:16]))]
        outdated = len(stored) - len(current)
        return [Check("ranking", True, say("rankings-replayed", count=len(current), outdated=outdated))]

    def _refuse_while_blind(self) -> None:
        if self._case.blind:
            raise CaseError("order-blind")

    # Features and models

    @property
    def _loaded(self) -> ItemFeatures:
        assert self._features is not None
        return self._features

    def _load(self, done: Report = lambda *_: None, stop: Callable[[], bool] = lambda: False) -> bool:
        """Have the words of all items in memory, as they are now; returns False where it was stopped."""
        state = items_state(self._store)
        if self._features is None or self._state != state:
            from triage.insight.order.ranking import ROWS_VERSION, ItemFeatures

            complete = storage.is_complete(self._store, ROWS_VERSION, state)
            fresh = [] if complete else self._catch_up(state, done, stop)
            if fresh is None:
                return False
            self._features = None  # never two in memory
            ids = storage.ids(self._store)
            with storage.rows(self._store) as rows:
                if ids and not fresh and not any(True for _ in rows):  # though all were there just now
                    raise CaseError("database-unreached", path=storage.FILE, error=os.strerror(errno.EIO))
                self._features = ItemFeatures(sorted(fresh) or rows, ids)
            self._state = state
            self._trained.clear()
        return True

    def _catch_up(self, state: str, done: Report, stop: Callable[[], bool]) -> list[FeatureRow] | None:
        """Keep the rows of new and changed items; return those of all where nothing can be kept, None if stopped."""
        from triage.insight.order import ranking

        store = self._store
        stamps, known = derived_files.stamps(store), storage.known_words(store, ranking.ROWS_VERSION)
        outdated = {no: stamp for no, stamp in sorted(stamps.items()) if known.get(no) != stamp}
        if store.read_only:
            with storage.rows(store) as rows:
                old = [row for row in rows if row[0] in known and row[0] not in outdated]
            return [*old, *((no, *row) for no, row in self._made_rows(outdated, done))]
        fresh, current, waiting = list[storage.WordRow](), stamps.keys() - outdated.keys(), 0
        for no, row in self._made_rows(outdated, done):
            fresh.append((no, outdated[no], *row))
            waiting += sum(map(len, row))
            stopped = len(fresh) % _AT_ONCE == 0 and stop()
            if stopped or waiting >= _MOST_WAITING:
                storage.save_words(store, ranking.ROWS_VERSION, current, fresh)
                current.update(no for no, *_ in fresh)
                fresh.clear()
                waiting = 0
            if stopped:
                return None
        storage.save_words(store, ranking.ROWS_VERSION, current, fresh, state)
        return []

    def _made_rows(self, nos: Collection[ItemNo], done: Report) -> Iterator[tuple[ItemNo, tuple[bytes, bytes]]]:
        from triage.insight.order import ranking

        texts = reading.StoredTexts(self._store)
        for at, no in enumerate(nos):
            if at % _AT_ONCE == 0:
                done(at, len(nos))
            yield no, ranking.packed(ranking.counted(texts.raw(no)))
        done(len(nos), len(nos))

    def _train(self, target: RankingTarget) -> _Trained:
        self._load()
        last = storage.last_decision(self._store)
        trained = self._trained.get(target)
        if trained is None or trained.labels.last != last:
            trained = self._made(target, self._loaded.columns_of(target.words), last)
            if len(self._trained) == _MOST_TARGETS:
                self._trained.clear()
            self._trained[target] = trained
            if not self._store.read_only:
                # Without its words: one of them may be one that an item has which is sealed later.
                kept = replace(trained.ranking, target=replace(target, words=()))
                key, text = (msgspec.json.encode(each).decode() for each in ((kept.target, kept.columns), kept))
                storage.keep_ranking(self._store, key, text, kept.state)
        return trained

    def _made(self, target: RankingTarget, columns: tuple[int, ...], last: int) -> _Trained:
        from triage.insight.order import ranking

        features = self._loaded
        labels = storage.labels(self._store, target.relevant, target.not_relevant, last)
        model = ranking.train(features, labels.of, columns, target.seed)
        if model is None:
            raise CaseError("order-nothing-known", tags=", ".join(target.relevant))
        made = Ranking(
            target=target,
            columns=columns,
            version=ranking.VERSION,
            first=labels.first,
            decisions=last,
            relevant=model.relevant,
            not_relevant=model.not_relevant,
            items=len(features.nos),
            state=self._state,
            digest=ranking.digest(features, model),
        )
        return _Trained(made, labels, model)


# How far a review in the order of a ranking has come: the curve of what was found, and whether it is enough.
#
# It never stops anything. *Enough* is said by a test, not by the shape of the curve: after 20 relevant items and 200
# others in a row. The test asks how likely so many misses in a row would be if the stated recall had not been reached,
# taking the last items read for a random sample of what was unread before them (M. Callaghan and F. Müller-Hansen,
# "Statistical stopping criteria for automated screening in systematic reviews", 2020). As a ranking puts what is likely
# relevant first, what is left is poorer still than they are, and the test errs on the side of reading on.

LEAST_RELEVANT, LEAST_MISSES = 20, 200
"""Relevant items, and others in a row at last, before anything is said about recall."""
_MOST_POINTS = 200
_TINY = 1e-9


def review_curve(read: Sequence[bool], items: int, recall: float = 0.95, confidence: float = 0.95) -> ReviewCurve:
    """Return how far a review is that has read these of ``items`` in this order, True for a relevant one.

    ``read`` are those alone that were read in the suggested order.
    """
    curve = ReviewCurve(
        items=items,
        in_order=len(read),
        read=len(read),
        relevant=sum(read),
        misses=next((at for at, relevant in enumerate(reversed(read)) if relevant), len(read)),
        points=_points(read),
        recall=recall,
        confidence=confidence,
    )
    if curve.relevant < LEAST_RELEVANT or curve.misses < LEAST_MISSES:
        return curve
    p = _likelihood(curve, floor(curve.relevant / recall + _TINY) + 1 - curve.relevant)
    missed = _most_missed(curve)
    low = curve.relevant / (curve.relevant + missed)
    return replace(curve, p=p, low=low, high=1.0, enough=p < 1 - confidence)


def _likelihood(curve: ReviewCurve, left: int) -> float:
    """Return how likely the misses at last were if so many relevant items had been left before them."""
    before = curve.items - curve.in_order + curve.misses
    return none_drawn(before, left, curve.misses)


def _most_missed(curve: ReviewCurve) -> int:
    """Return the most relevant items that may be unread, at the curve's confidence, by halving."""
    low, high = 0, curve.items - curve.in_order
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if _likelihood(curve, middle) >= 1 - curve.confidence else (low, middle - 1)
    return low


def _points(read: Sequence[bool]) -> tuple[tuple[int, int], ...]:
    """Return (items read, relevant ones among them), evenly spaced, the last one always."""
    if not read:
        return ()
    relevant = list(accumulate(map(int, read)))
    step = max(1, ceil(len(read) / _MOST_POINTS))
    return tuple((count, relevant[count - 1]) for count in (*range(step, len(read), step), len(read)))
