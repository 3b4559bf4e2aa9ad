"""What is said of files that can't be read or written. Templates only."""

from __future__ import annotations

TEMPLATES = {
    "file-exists": "{path} exists. Name another file: nothing is overwritten.",
    "file-unreadable": "{path} can't be read: {error}.",
    "file-unwritable": "{path} can't be written: {error}. Choose another place.",
}
