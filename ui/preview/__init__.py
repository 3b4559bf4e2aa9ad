"""SOCKET. The views of the preview: one file each, and one line here; their order is that of their keys."""

from __future__ import annotations

from ui.preview.base import View
from ui.preview.details import DetailsView
from ui.preview.page_images import PagesView
from ui.preview.plain_text import ConversationView, TextView
from ui.preview.rich_text import RichView
from ui.preview.table import OctetsView, TableView

VIEWS: tuple[type[View], ...] = (
    TextView,
    PagesView,
    TableView,
    RichView,
    DetailsView,
    OctetsView,
    ConversationView,
)
