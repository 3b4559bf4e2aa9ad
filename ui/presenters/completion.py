"""What can complete a query at the cursor: a field's name, or a value of a field that has few. Pure functions."""

from __future__ import annotations

import re
from collections.abc import Iterable

_NAME = r"[A-Za-z][A-Za-z-]"
_BEGUN = re.compile(rf'(?:^|[\s(])({_NAME}*:(?:"[^"]*|[^\s"()]*)|{_NAME}+)$')


def begun(before: str) -> str:
    """Return the field, or the field with its value, that is being typed before the cursor; "" where none is."""
    found = _BEGUN.search(before)
    return found[1] if found and before[: found.start(1)].count('"') % 2 == 0 else ""


def field_of(piece: str) -> str:
    """Return the field of which a value is being typed, "" while its name is."""
    name, colon, _ = piece.partition(":")
    return name.lower() if colon else ""


def fitting(piece: str, known: Iterable[str]) -> list[str]:
    """Return what of the known pieces completes the one begun: those that begin so first, then those that hold it."""
    typed = _plain(piece)
    rest = typed.partition(":")[2]
    texts = {one: _plain(one) for one in known}
    if typed in texts.values():
        return []
    first = [one for one, text in texts.items() if text.startswith(typed)]
    return first + [one for one, text in texts.items() if rest and rest in text.partition(":")[2] and one not in first]


def _plain(piece: str) -> str:
    return piece.replace('"', "").casefold()
