"""The nouns of coding: tags on offer, what a step will change, what is sealed. Pure values and their rules.

This module imports nothing but ``model`` and does nothing: no I/O, no decisions.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec

from triage.model.items import ItemId, ItemNo

RULES = ("none", "family", "children", "thread", "duplicates")
"""Whom a tag follows to: nobody, the whole family, what lies inside the item, its conversation, items with the same
content."""

COLOURS = ("green", "grey", "amber", "red", "violet", "teal", "blue", "pink", "brown")
"""Names of colours that a tag can have; the window has a shade of each for its light and its dark theme."""

PRIVILEGED = "privileg"
"""How the name of a tag begins that says something is privileged."""

FINDINGS = ("relevant", "hot")
"""Tags that mark a finding where a palette doesn't say of them whether they do."""

PENDING = "pending"
"""How a seal was decided that whoever decided it can withdraw alone, for a moment."""


class Tag(msgspec.Struct, frozen=True):
    """A tag on offer: its name as stored, its key ("" for none), the words on its button, its colour.

    Of the tags that share a ``group`` ("" for none) an item carries one at most. ``propagates`` is one of RULES.
    ``seals``: it takes the item's text out of index, preview, results and exports. ``finding``: it marks what an export
    holds where nobody says otherwise.
    """

    name: str
    key: str
    words: str
    colour: str
    group: str = ""
    propagates: str = "none"
    seals: bool = False
    finding: bool = False


Palette = tuple[Tag, ...]

DEFAULT: Palette = (
    Tag("relevant", "R", "Relevant", "green", "relevance", finding=True),
    Tag("not-relevant", "I", "Not relevant", "grey", "relevance"),
    Tag("unsure", "U", "Unsure", "amber", "relevance"),
    Tag("hot", "H", "Hot", "red", finding=True),
    Tag("privileged", "P", "Privileged?", "violet"),
    Tag("customer-content", "C", "Customer content: stop", "teal", seals=True),
)
"""The field's six, on offer in a case whose palette nobody has changed."""


class PaletteVersion(msgspec.Struct, frozen=True):
    """The tags on offer since ``time`` (ISO 8601 in UTC), and who put them together; version 0 is the built-in one."""

    version: int
    tags: Palette
    author: str = ""
    time: str = ""


class Conflict(msgspec.Struct, frozen=True):
    """An earlier decision against a step: on which item, by whom, when, and the tag that was put on or taken off.

    ``action`` is "tag" or "untag". ``kept``: the decision stays, as only a propagated value speaks against it.
    """

    no: ItemNo
    id: ItemId
    action: str
    tag: str
    reviewer: str
    time: str
    kept: bool


class Foreseen(msgspec.Struct, frozen=True):
    """What a step would do: how many of the items it changes, how many are so already, what speaks against it.

    ``propagated`` counts the further items that would follow by the tag's rule or, ``copies`` of them, as copies.
    ``replaced`` are those of all that lose another tag of the same group, ``kept`` those that don't follow as a person
    decided on them, ``left_alone`` those of the items that aren't changed for the same reason. ``reviewers`` says with
    whose decisions how many conflicts there are, the most first; ``conflicts`` are the first 2,000 of them.
    """

    tag: str
    changed: int
    already: int
    propagated: int
    replaced: int
    kept: int = 0
    left_alone: int = 0
    reviewers: tuple[tuple[str, int], ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    copies: int = 0


class Copies(msgspec.Struct, frozen=True):
    """The copies of an item, itself among them, and how many of them each custodian has.

    ``undecided`` counts those on which nobody decided while somebody did on others. ``disputed``: the decisions on
    them differ, or those of two people on one of them.
    """

    nos: tuple[ItemNo, ...]
    custodians: tuple[tuple[str, int], ...]
    undecided: int = 0
    disputed: bool = False


class Seal(msgspec.Struct, frozen=True):
    """A seal that stands: on which item, who set it when and why; ``derived`` where it followed from another item's.

    ``asked_by`` and ``asked_why`` are of the request to open it that nobody has granted yet, "" where there is none.
    """

    no: ItemNo
    id: ItemId
    reviewer: str
    time: str
    why: str
    derived: bool
    asked_by: str = ""
    asked_why: str = ""


class RowColumns(msgspec.Struct, frozen=True):
    """Further columns of a row in a list; "" and 0 where they are blank or weren't asked for.

    ``to`` is to whom the item went and ``reviewers`` whose decisions on it apply, the last one first. ``hits`` are the
    places that the list's query marks in it, ``pages`` what its own properties state; ``copies`` are None where it has
    none and isn't disputed, ``thread`` counts the items in its conversation, itself among them, and ``near`` its
    near-duplicates, as far as they were looked for.
    """

    no: ItemNo
    to: str = ""
    reviewers: str = ""
    hits: int = 0
    pages: int = 0
    copies: Copies | None = None
    thread: int = 0
    near: int = 0


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


def of_fields(fields: Mapping[str, Any]) -> Tag:
    """Return the tag of these fields; where they don't say whether it marks a finding, its name decides."""
    return Tag(**{"finding": fields["name"] in FINDINGS, **fields})


def named(palette: Iterable[Tag], name: str) -> Tag | None:
    return next((tag for tag in palette if tag.name == name), None)


def rivals(palette: Iterable[Tag], name: str) -> tuple[str, ...]:
    """Return the tags that ``name`` replaces: the others of its single-choice group."""
    tags = tuple(palette)
    tag = named(tags, name)
    if tag is None or not tag.group:
        return ()
    return tuple(other.name for other in tags if other.group == tag.group and other.name != name)


def after(palette: Iterable[Tag], tags: Sequence[str], name: str, put: bool) -> tuple[str, ...]:
    """Return the tags that an item carries once ``name`` was put on or taken off."""
    gone = {name, *rivals(palette, name)} if put else {name}
    kept = tuple(tag for tag in tags if tag not in gone)
    return (*kept, name) if put else kept
