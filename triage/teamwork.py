"""The front door's wing for several reviewers (floor 5): batches, exchanged decisions, samples, progress.

``case.Case`` is a ``Teamwork``; nobody else makes one. It composes rooms and does no work of its own.
"""

from __future__ import annotations

from abc import ABC

from triage.store.db import Store


class Teamwork(ABC):
    """The shared work on one open case; every method raises a TriageError whose text says what to do."""

    name: str
    _store: Store
