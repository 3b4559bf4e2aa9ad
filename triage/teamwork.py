"""The front door's wing for several reviewers (floor 5): batches, exchanged decisions, samples, progress.

``case.Case`` is a ``Teamwork``; nobody else makes one. It composes rooms and does no work of its own.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence

from triage.model import ItemNo, Results
from triage.reports import SavedSearch
from triage.store.db import Store
from triage.teamreports import Batch, Judgement, NewBatches, ReviewProgress, Sample, SampleReport


class Teamwork(ABC):
    """The shared work on one open case; every method raises a TriageError whose text says what to do."""

    name: str
    _store: Store

    @abstractmethod
    def search(self, text: str) -> Results:
        """Return all items that a query finds."""

    @abstractmethod
    def saved_searches(self) -> list[SavedSearch]:
        """Return the latest version of every saved search."""

    # Batches

    def new_batches(self, query: str, name: str, reviewer: str, size: int = 0, fresh: bool = False) -> NewBatches:
        """Make batches of at most ``size`` items (0: one batch) of what a query finds, families whole.

        ``fresh`` leaves out families of which something is in a batch that isn't completed.
        """
        from triage.review import batches

        return batches.make(self._store, self.search(query).nos, query, name, size, reviewer, fresh=fresh)

    def batches(self) -> list[Batch]:
        """Return every batch with its state and progress, oldest first."""
        from triage.review import batches

        return batches.all_of(self._store)

    def batch(self, name: str) -> Batch:
        """Return the batch of a name or an id."""
        from triage.review import batches

        return batches.one(self._store, name)[1]

    def batch_items(self, name: str) -> list[ItemNo]:
        """Return a batch's items in its order, family by family."""
        from triage.review import batches

        return batches.nos(self._store, name)

    def take_batch(self, name: str, reviewer: str, again: bool = False) -> Batch:
        """Check a batch out, "" the next free one; raises DecisionError where somebody else has it.

        ``again`` reopens a completed one.
        """
        from triage.review import batches

        return batches.take(self._store, name, reviewer, again=again)

    def give_batch(self, name: str, reviewer: str) -> Batch:
        """Give a batch back before it is complete; anyone may, for the one who has it."""
        from triage.review import batches

        return batches.give(self._store, name, reviewer)

    def complete_batch(self, name: str, reviewer: str, anyway: bool = False) -> Batch:
        """Complete a batch; raises DecisionError while items of it have no tag, unless ``anyway``."""
        from triage.review import batches

        return batches.done(self._store, name, reviewer, anyway=anyway)

    # Samples

    def draw_sample(
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

        The same ``seed`` draws the same items of the same set; "" draws a new one.
        """
        from triage.review import samples

        found = self.search(query)
        wanted = samples.size(found.total, size, margin, confidence)
        return samples.make(
            self._store, found.nos, query, found.reading, name, wanted, seed, reviewer, blind=blind
        )  # fmt: skip

    def samples(self) -> list[Sample]:
        """Return every sample, oldest first."""
        from triage.review import samples

        return samples.all_of(self._store)

    def sample(self, name: str) -> Sample:
        """Return the sample of a name or an id."""
        from triage.review import samples

        return samples.one(self._store, name)[1]

    def judge(self, name: str, nos: Sequence[ItemNo], value: str, reviewer: str) -> Sample:
        """Judge items of a sample "relevant" or "not relevant"; "" takes a judgement back. No tag is changed."""
        from triage.review import samples

        return samples.judge(self._store, name, nos, value, reviewer)

    def judgements(self, name: str) -> list[Judgement]:
        """Return the items of a sample in the order of drawing, with what they were judged to be."""
        from triage.review import samples

        return samples.judgements(self._store, name)

    def sample_report(self, name: str, confidence: float = 0.95, known: str = "") -> SampleReport:
        """Say what a sample's judgements say of its set.

        ``known`` is the query of the relevant items that are known, such as ``tag:relevant``: the set is then taken for
        the null set, and the report says what its elusion implies for recall.
        """
        from triage.review import samples

        relevant = self.search(known).nos if known.strip() else ()
        return samples.report(self._store, name, confidence, known.strip(), relevant)

    # Progress

    def progress(self, terms: Sequence[str] = (), saved: bool = True) -> ReviewProgress:
        """Return the numbers of the dashboard; ``terms`` are asked as well, ``saved`` says if saved searches are."""
        from triage.review import progress

        named = [(s.name, s.query) for s in self.saved_searches()] if saved else []
        asked = [*named, *((term, term) for term in terms)]
        return progress.progress(self._store, self.name, asked, lambda query: self.search(query).nos)
