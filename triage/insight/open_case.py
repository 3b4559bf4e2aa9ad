"""What the features need of an open case, which ``triage.case`` hands them; nothing here imports that package."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from triage.model.items import ItemNo
from triage.store.db import Store

if TYPE_CHECKING:
    from triage.review.shown_items import ShownItems
    from triage.search.engine import Engine
    from triage.search.query.language import Reading
    from triage.search.snapshot import Asking


class ExposureLog(Protocol):
    """The record of what people are shown of a case."""

    def note(self, event: str, reviewer: str | None, **details: str | int) -> None:
        """Record that somebody is shown something, "" for the login; with None nothing is recorded."""

    def shown_items(self) -> ShownItems:
        """Return what people were shown until now."""


class InsightCase(Protocol):
    """An open case, as ``triage.case.opened.OpenCase`` has it."""

    @property
    def path(self) -> Path: ...
    @property
    def store(self) -> Store: ...
    @property
    def blind(self) -> bool: ...
    @property
    def exposure(self) -> ExposureLog: ...
    @property
    def engine(self) -> Engine: ...
    @property
    def asking(self) -> Asking: ...

    def found(self, text: str) -> tuple[Reading, tuple[ItemNo, ...], tuple[ItemNo, ...]]:
        """Read and run a query; return how it was read, the items, and past ones that it would find unasked."""
