"""What the program suggested, and what people decided about it. Data alone."""

from __future__ import annotations

import msgspec


class SuggestionDecision(msgspec.Struct, frozen=True):
    """What somebody decided about a suggestion: when (ISO 8601, UTC), who, of which kind, what it names.

    ``kind`` is "name" or "person", ``decided`` "accepted" or "rejected"; ``ends`` are the hashes of what it joins.
    """

    time: str
    reviewer: str
    kind: str
    what: str
    decided: str
    ends: tuple[str, ...] = ()


class SuggestionRecord(msgspec.Struct, frozen=True):
    """How many words were last suggested as names, and what people decided about suggestions, in order."""

    names: int = 0
    decided: tuple[SuggestionDecision, ...] = ()
