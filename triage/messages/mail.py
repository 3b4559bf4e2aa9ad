"""What readers of mail say. Templates only."""

from __future__ import annotations

TEMPLATES = {
    "attachment-trouble": "Attachment {name}: {trouble}",
    "name-and-trouble": "{name}: {trouble}",
}
