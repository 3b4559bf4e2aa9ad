"""Words between sentences and in place of values. Templates only."""

from __future__ import annotations

TEMPLATES = {
    "no-value": "none",
    "none-yet": "none yet",
    "two-clauses": "{first}; {second}",
    "two-listed": "{first}, {second}",
    "two-named": "{first} and {second}",
    "two-sentences": "{first} {second}",
}
