"""The suggested order of items, why each has its place, and how far a review in that order has come.

It never hides, codes or removes anything: an order is exactly the items that were given. What it is made of is kept in
the case's folder ``derived``, without text, and can be made anew any time.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Collection, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace

from triage.errors import CaseError, TriageError
from triage.insight.open_case import InsightCase
from triage.insight.order import storage
from triage.insight.order.nouns import Explanation, RankedItems, Ranking, RankingTarget
from triage.messages import say
from triage.model.items import Check, ItemNo, ListedPlace
from triage.model.reports import ReviewCurve
from triage.search import reports
from triage.store import derived_files, reading
from triage.store import saved as saved_searches
from triage.store.relations import CopyGroups, copy_groups, items_state

if TYPE_CHECKING:
    from triage.insight.order.features import FeatureRow, ItemFeatures
    from triage.insight.order.ranking import RankingModel
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
    """A ranking, what it was learned from, and the model."""

    ranking: Ranking
    labels: OwnLabels
    model: RankingModel


class _Lists:
    """Whether lists that were read in the suggested order had all items, by the keys of copies, that aren't decided on.

    The order of some of these says nothing of those that stood in no list, such as what was indexed later.
    """

    def __init__(self, case: InsightCase, groups: CopyGroups, keys: set[int]) -> None:
        self._case, self._groups, self._keys = case, groups, keys
        self._found: dict[str, tuple[ItemNo, ...]] = {}
        self._known: dict[tuple[str, ItemNo], bool] = {}

    def hold(self, place: ListedPlace) -> bool:
        """Whether the list in which an item had this place had all of them."""
        known = place.query, place.last
        if known not in self._known:
            had = [no for no in self._listed(place.query) if no <= place.last]
            self._known[known] = self._keys.issubset(self._groups.keys(had))
        return self._known[known]

    def _listed(self, query: str) -> tuple[ItemNo, ...]:
        if query not in self._found:
            try:
                self._found[query] = self._case.found(query)[1]
            except TriageError:  # a saved search that was renamed, for instance
                self._found[query] = ()
        return self._found[query]


class Ordering:
    """The suggested order of one open case. Each method refuses while a sample is judged blind."""

    def __init__(self, case: InsightCase) -> None:
        self._case = case
        self._store = case.store
        self._state = ""
        self._features: ItemFeatures | None = None
        self._trained: dict[RankingTarget, _Trained] = {}
        self._asked_words: tuple[tuple[str, tuple[str, ...]], tuple[str, ...]] = ("", ()), ()

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
        listed = [
            *queries,
            *map(self._saved, saved),
            *(term.text for term in (reports.read_terms(terms) if terms else ())),
        ]
        return RankingTarget(tuple(relevant), tuple(not_relevant), self._words_of(tuple(listed)), seed)

    def _words_of(self, queries: tuple[str, ...]) -> tuple[str, ...]:
        """Return the words that queries look for, each once; kept of the last queries while no item changes."""
        asked = items_state(self._store), queries
        if self._asked_words[0] != asked:
            words = dict.fromkeys(word for query in queries for word in self._words(query))
            self._asked_words = asked, tuple(words)[:_MOST_WORDS]
        return self._asked_words[1]

    def _saved(self, name: str) -> str:
        search = saved_searches.search(self._store, name)
        if search is None:
            raise CaseError("no-saved-search", name=name, again=name)
        return search.query

    def _words(self, text: str) -> list[str]:
        """Return the words that a query looks for, and those of the index that its open terms stand for."""
        from triage.search.query.tree import Leaf, Word, leaves, marked, terms_of

        asking, found = self._case.asking, list[str]()
        places = (leaf for _, node in marked(asking.read(text).query) for leaf in leaves(node))
        for term in (term for leaf in places if isinstance(leaf, Leaf) for term in terms_of(leaf)):
            if isinstance(term, Word):
                found.append(term.word)
            else:
                found += (word for expansion in asking.expansions(term) for word, _ in expansion.words)
        return found

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
        from triage.insight.order import features, ranking

        self._refuse_while_blind()
        trained, texts = self._train(target or RankingTarget()), reading.StoredTexts(self._store)
        ids, found = reading.ids(self._store, nos), list[Explanation]()
        for no in nos:
            counts = features.counted(texts.raw(no))
            score, *parts = ranking.explained(self._loaded, trained.model, no, counts, _MOST_PARTS)
            found.append(Explanation(no, ids[no], score, *map(tuple, parts)))
        return found

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
        from triage.insight.order.stopping import review_curve

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
            if showing is not None and showing.place is not None and lists.hold(showing.place):
                in_order.pop(key, None)
                in_order[key] = decided.of[no]
        coded = set(groups.keys([*own, *(decided.others & among)])) - read
        curve = review_curve(list(in_order.values()), len(keys), recall, confidence)
        return replace(curve, read=len(read), coded=len(coded))

    def check(self) -> list[Check]:
        """Make the rankings that are kept again, of the decisions they were made of, and compare them."""
        made = [msgspec.json.decode(text, type=Ranking) for text in storage.rankings(self._store)]
        state = items_state(self._store)
        current = [one for one in made if one.state == state and one.version == _version()]
        for one in current:
            if not self._load() or self._made(one.target, one.columns, one.decisions).ranking != one:
                return [Check("ranking", False, say("ranking-differs", digest=one.digest[:16]))]
        if not made:
            return []
        return [Check("ranking", True, say("rankings-replayed", count=len(current), outdated=len(made) - len(current)))]

    def _refuse_while_blind(self) -> None:
        if self._case.blind:
            raise CaseError("order-blind")

    def features(self, done: Report = lambda *_: None, stop: Callable[[], bool] = lambda: False) -> ItemFeatures | None:
        """Return the words of all items as rows of numbers, read as in ``update``; None where it was stopped."""
        return self._loaded if self._load(done, stop) else None

    # Features and models

    @property
    def _loaded(self) -> ItemFeatures:
        assert self._features is not None
        return self._features

    def _load(self, done: Report = lambda *_: None, stop: Callable[[], bool] = lambda: False) -> bool:
        """Have the words of all items in memory, as they are now; returns False where it was stopped."""
        state = items_state(self._store)
        if self._features is None or self._state != state:
            from triage.insight.order.features import VERSION, ItemFeatures

            complete = storage.is_complete(self._store, VERSION, state)
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
        """Keep the rows of all items that were not kept, or are of other texts; returns None where it was stopped.

        Where nothing can be kept, the rows of all items are returned.
        """
        from triage.insight.order import features

        store = self._store
        stamps, known = derived_files.stamps(store), storage.known_words(store, features.VERSION)
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
                storage.save_words(store, features.VERSION, current, fresh)
                current.update(no for no, *_ in fresh)
                fresh.clear()
                waiting = 0
            if stopped:
                return None
        storage.save_words(store, features.VERSION, current, fresh, state)
        return []

    def _made_rows(self, nos: Collection[ItemNo], done: Report) -> Iterator[tuple[ItemNo, tuple[bytes, bytes]]]:
        from triage.insight.order import features

        texts = reading.StoredTexts(self._store)
        for at, no in enumerate(nos):
            if at % _AT_ONCE == 0:
                done(at, len(nos))
            yield no, features.packed(features.counted(texts.raw(no)))
        done(len(nos), len(nos))

    def _train(self, target: RankingTarget) -> _Trained:
        """Return the ranking by all decisions so far; keeps what it was made of."""
        self._load()
        last = storage.last_decision(self._store)
        trained = self._trained.get(target)
        if trained is None or trained.labels.last != last:
            trained = self._made(target, self._loaded.columns_of(target.words), last)
            if len(self._trained) == _MOST_TARGETS:
                self._trained.clear()
            self._trained[target] = trained
            if not self._store.read_only:
                made = _without_words(trained.ranking)
                key, text = (msgspec.json.encode(each).decode() for each in ((made.target, made.columns), made))
                storage.keep_ranking(self._store, key, text, made.state)
        return trained

    def _made(self, target: RankingTarget, columns: tuple[int, ...], last: int) -> _Trained:
        """Return the ranking by the decisions up to ``last`` and by words, given as columns."""
        from triage.insight.order import ranking

        features = self._loaded
        labels = storage.labels(self._store, target.relevant, target.not_relevant, last)
        model = ranking.train(features, labels.of, columns, target.seed)
        if model is None:
            raise CaseError("order-nothing-known", tags=", ".join(target.relevant))
        made = Ranking(
            target=target,
            columns=columns,
            version=_version(),
            first=labels.first,
            decisions=last,
            relevant=model.relevant,
            not_relevant=model.not_relevant,
            items=len(features.nos),
            state=self._state,
            digest=ranking.digest(features, model),
        )
        return _Trained(made, labels, model)


def _without_words(made: Ranking) -> Ranking:
    """Return what is kept of a ranking: no text, as a word may be one that an item has which is sealed later."""
    return replace(made, target=replace(made.target, words=()))


def _version() -> int:
    from triage.insight.order.ranking import VERSION

    return VERSION
