"""The palette: which tags there are, their keys, letters and colours (ui). Data and the rule of the single choice.

The keys are the field's habits (Intella, Datashare, ASReview): one letter each, active while the list or the text has
the focus. Of the tags that share a ``group`` an item carries one at most.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tag:
    """One button: the tag's name as stored, its key and letter, the words on it, its colour and choice group."""

    name: str
    letter: str
    words: str
    colour: str
    group: str = ""


PALETTE: tuple[Tag, ...] = (
    Tag("relevant", "R", "Relevant", "green", "relevance"),
    Tag("not-relevant", "I", "Not relevant", "grey", "relevance"),
    Tag("unsure", "U", "Unsure", "amber", "relevance"),
    Tag("hot", "H", "Hot", "red"),
    Tag("privileged", "P", "Privileged?", "violet"),
    Tag("customer-content", "C", "Customer content: stop", "teal"),
)
CLOSED = "customer-content"
"""Items with this tag aren't shown."""

BY_NAME = {tag.name: tag for tag in PALETTE}


def rivals(name: str) -> tuple[str, ...]:
    """Return the tags that ``name`` replaces: the others of its choice group."""
    tag = BY_NAME.get(name)
    if tag is None or not tag.group:
        return ()
    return tuple(other.name for other in PALETTE if other.group == tag.group and other.name != name)


def after(tags: tuple[str, ...], name: str, put: bool) -> tuple[str, ...]:
    """Return the tags that an item carries once ``name`` was put on or taken off."""
    gone = {name, *rivals(name)} if put else {name}
    kept = tuple(tag for tag in tags if tag not in gone)
    return (*kept, name) if put else kept


def letter(name: str) -> str:
    """Return the letter that stands for a tag, also for one that isn't in the palette."""
    return BY_NAME[name].letter if name in BY_NAME else name[:1].lower()
