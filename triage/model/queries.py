"""What is offered to whoever writes a query: other words, and what the language has. Nothing here reads one."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

import msgspec

from triage.model.messages import Message


class Suggestion(msgspec.Struct, frozen=True):
    """A word that may be meant by one ``typed`` that no item holds: in how many items it is, the query with it."""

    typed: str
    word: str
    items: int
    query: str


class HelpRow(NamedTuple):
    """What the query language has: the fields in question, "" for none, queries to try, and what they find."""

    fields: str
    examples: tuple[str, ...]
    meaning: Message


@cache
def language_help() -> tuple[tuple[Message, tuple[HelpRow, ...]], ...]:
    """Return the parts of the query language, each with its title. The table is ``query_examples.txt``."""
    table = Path(__file__).with_name("query_examples.txt").read_text("utf-8")
    parts = []
    for part in table.removeprefix("# ").split("\n# "):
        title, *lines = part.strip("\n").split("\n")
        cells = (line.split("\t") for line in lines)
        parts.append(
            (Message(title), tuple(HelpRow(fields, tuple(more), Message(key)) for key, fields, *more in cells))
        )
    return tuple(parts)
