"""What readers of archives and compressed files say. Templates only."""

from __future__ import annotations

TEMPLATES = {
    "member-name-outside": "A member is named {name}; it was read, and nothing was written.",
}
