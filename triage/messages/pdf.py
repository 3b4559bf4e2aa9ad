"""What readers of PDF documents say. Templates only."""

from __future__ import annotations

TEMPLATES = {
    "page-damaged": "Page {page} is damaged and can't be read.",
    "pages-damaged": "Each of {count} pages ({pages}) is damaged and can't be read.",
}
