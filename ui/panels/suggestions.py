"""Suggestions: what to read next, and what else they call it. Each kind is a tab with a view of its own."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTabBar, QWidget

from ui.case.session import Session
from ui.i18n.language import tr
from ui.panel import Command, Panel
from ui.suggestions.gaps import GapsView
from ui.suggestions.names import NamesView
from ui.suggestions.order import OrderView
from ui.suggestions.people import PeopleView, SamePersonView
from ui.suggestions.versions import VersionsView
from ui.widgets.builders import lay_out, pages

VIEWS: tuple[type[Panel], ...] = (OrderView, NamesView, VersionsView, PeopleView, SamePersonView, GapsView)
"""The views in the order of their tabs."""


class SuggestionsPanel(Panel):
    title = "Suggestions"
    place = "bottom"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.views = [view(session) for view in VIEWS]
        self.tabs = QTabBar()
        self.tabs.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setAccessibleName(tr("Kinds of suggestion"))
        for view in self.views:
            self.tabs.addTab(tr(view.title))
        page = QWidget()
        self.stack = pages(page, *self.views)
        lay_out(self, self.tabs, (page, 1))
        self.tabs.currentChanged.connect(self._show)

    def commands(self) -> tuple[Command, ...]:
        keys = {self.views[0].title: ("Ctrl+Shift+J",)}
        commands = (
            Command(view.title, "Find/Suggestions", partial(self.look_at, at), keys.get(view.title, ()))
            for at, view in enumerate(self.views)
        )
        return tuple(commands)

    def writers(self) -> tuple[QWidget, ...]:
        return tuple(widget for view in self.views for widget in view.writers())

    def look_at(self, at: int) -> None:
        self.tabs.setCurrentIndex(at)
        self.bring(self.views[at])

    def sight_changed(self) -> None:
        for at, view in enumerate(self.views):
            view.set_in_sight(self.in_sight and at == self.tabs.currentIndex())

    def _show(self, at: int) -> None:
        self.stack.setCurrentIndex(at)
        self.sight_changed()
