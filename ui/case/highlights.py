"""The term lists that are always highlighted, whatever is searched for."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

MOST = 200
"""Terms that are highlighted at once."""


class Highlights(QObject):
    """Lists by their names, and the ``terms`` of all of them, each once; the place of a term says its colour."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.lists: dict[str, list[str]] = {}
        self.terms: tuple[str, ...] = ()

    def switch(self, lists: dict[str, list[str]]) -> None:
        """Highlight these lists in place of others."""
        if lists != self.lists:
            self.lists = lists
            self.terms = tuple(dict.fromkeys(term for terms in lists.values() for term in terms))[:MOST]
            self.changed.emit()
