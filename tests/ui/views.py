"""How tests of the views behind Suggestions come to one."""

from __future__ import annotations

from typing import TypeVar

from ui.main_window import MainWindow
from ui.panel import Panel

V = TypeVar("V", bound=Panel)


def brought(window: MainWindow, kind: type[V]) -> V:
    """Return a view in sight, with Dana at work."""
    window.session.naming.name = "Dana"
    window.run(kind.title)
    views = window.panels["Suggestions"].views  # type: ignore[attr-defined]
    view: V = next(one for one in views if isinstance(one, kind))
    assert view.in_sight
    return view
