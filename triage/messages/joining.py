"""Words between sentences and in place of values. Templates only."""

from __future__ import annotations

TEMPLATES = {
    "two-named": "{first} and {second}",
    "two-listed": "{first}, {second}",
    "no-value": "none",
    "none-yet": "none yet",
    "two-sentences": "{first} {second}",
}
