"""What an index run works with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

from triage.model.items import ItemNo
from triage.scope.ledger import Ledger
from triage.scope.policy import Policy
from triage.settings import Settings
from triage.store.db import Store


class RunIndex(Protocol):
    """Where the words of new items go; every search engine is one."""

    def add(self, documents: list[tuple[ItemNo, dict[str, str]]]) -> None:
        """Index documents inside the store's transaction."""

    def replace(self, documents: list[tuple[ItemNo, dict[str, str]]]) -> None:
        """Index documents anew."""

    def commit(self) -> None:
        """The store's transaction was committed."""

    def finish(self) -> None:
        """The run is over."""


KeepSealed = Callable[[list[ItemNo], list[ItemNo], dict[int, list[int]], dict[str, Any]], set[ItemNo]]
"""Seals items just stored (anew, new, by those whose places they took) that must be; returns them, tells the audit."""


@dataclass(frozen=True, slots=True)
class Parts:
    """What a run works with; Case holds the keys and hands them over."""

    store: Store
    engine: RunIndex
    keep_sealed: KeepSealed
    infer_threads: Callable[[Store, int], None]
    policy: Policy
    ledger: Ledger
    settings: Settings
    retry: tuple[str, ...] = ()
    passwords: tuple[str, ...] = ()
    scheduler: str = ""
