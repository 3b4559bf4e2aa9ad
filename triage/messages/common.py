"""What many say: of files that can't be read or written, and words in place of values. Templates only."""

from __future__ import annotations

TEMPLATES = {
    "file-exists": "{path} exists. Name another file: nothing is overwritten.",
    "file-unreadable": "{path} can't be read: {error}.",
    "file-unwritable": "{path} can't be written: {error}. Choose another place.",
    "no-value": "none",
    "none-yet": "none yet",
    "two-clauses": "{first}; {second}",
    "two-listed": "{first}, {second}",
    "two-named": "{first} and {second}",
    "two-sentences": "{first} {second}",
}
