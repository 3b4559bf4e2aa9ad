"""SOCKET. The views of the preview (ui/views): one file each, and one line here; their order is that of their keys."""

from __future__ import annotations

from ui.view import View
from ui.views.details import DetailsView
from ui.views.octets import OctetsView
from ui.views.pages import PagesView
from ui.views.rich import RichView
from ui.views.table import TableView
from ui.views.text import TextView

VIEWS: tuple[type[View], ...] = (TextView, PagesView, TableView, RichView, DetailsView, OctetsView)
