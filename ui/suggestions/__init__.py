"""SOCKET. The kinds of suggestion that the panel Suggestions shows: each is a module and one line in VIEWS.

A view suggests, with its evidence first. It hides nothing, and decides nothing that a person hasn't asked for.
"""

from __future__ import annotations

from ui.panel import Panel
from ui.suggestions.gaps import GapsView
from ui.suggestions.names import NamesView
from ui.suggestions.order import OrderView
from ui.suggestions.people import PeopleView
from ui.suggestions.same_person import SamePersonView
from ui.suggestions.versions import VersionsView

VIEWS: tuple[type[Panel], ...] = (OrderView, NamesView, VersionsView, PeopleView, SamePersonView, GapsView)
"""The views in the order of their tabs."""
