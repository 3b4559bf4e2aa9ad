"""The tags on offer in the open case, as the window asks of them: letters, words, what a coding leaves.

The palette is the case's data (``triage.model.tags``); here it is only looked up, thousands of times a second.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from triage.model import tags
from triage.model.items import Decision
from triage.model.tags import DEFAULT, Palette, Seal, Tag
from ui.i18n import formatting
from ui.i18n.language import later, tr

_ACTIONS = {
    "tag": later("{who} tagged {value}"),
    "untag": later("{who} removed {value}"),
    "note": later("{who} wrote the note {value}"),
    "mark": later("{who} marked the passage “{value}”"),
    "unmark": later("{who} removed the mark from “{value}”"),
    "redact": later("{who} redacted “{value}”"),
    "unredact": later("{who} removed the redaction of “{value}”"),
    "seal": later("{who} sealed it: {value}"),
    "withdraw-seal": later("{who} withdrew the seal: {value}"),
    "ask-unseal": later("{who} asked to open the seal: {value}"),
    "unseal": later("{who} opened the seal: {value}"),
}
_WAYS = {
    "key": later("key"),
    "pending": later("window"),
    "bulk": later("bulk"),
    "command": later("command"),
    "undo": later("undo"),
    "propagated": later("propagated"),
}
RULES = {
    "none": later("nothing"),
    "family": later("the family"),
    "children": later("attachments"),
    "thread": later("the conversation"),
    "duplicates": later("duplicates"),
}
"""Whom a tag follows to, in words; the keys are ``coding.RULES``."""


class Tags:
    def __init__(self, palette: Palette = DEFAULT) -> None:
        self.palette = palette
        self.by_name = {tag.name: tag for tag in palette}

    def letter(self, name: str) -> str:
        """Return the letter that stands for a tag; a small one where it has no key or isn't on offer."""
        tag = self.by_name.get(name)
        return tag.key if tag is not None and tag.key else name[:1].lower()

    def colour(self, name: str) -> str:
        tag = self.by_name.get(name)
        return tag.colour if tag is not None else "muted"

    def seals(self, name: str) -> bool:
        tag = self.by_name.get(name)
        return tag is not None and tag.seals

    def any_seals(self, names: Iterable[str]) -> bool:
        return any(map(self.seals, names))

    def after(self, names: Sequence[str], name: str, put: bool) -> tuple[str, ...]:
        return tags.after(self.palette, names, name, put)


def label(tag: Tag) -> str:
    """Return the words of a tag, in the window's language where they are the built-in ones.

    Those are texts of ``triage.model.tags`` that the translations know; words that a person gave stay as they are.
    """
    return tr(tag.words)


def describe_decision(action: str, who: str, value: str) -> str:
    """Return what a decision did: "Dana Levi tagged hot"."""
    return tr(_ACTIONS[action], who=who, value=value) if action in _ACTIONS else f"{who} {action} {value}"


def describe_seal(seal: Seal) -> str:
    who, why = formatting.safe_line(seal.reviewer), formatting.safe_line(seal.why)
    return tr("Sealed by {who}, {time} UTC: {why}", who=who, time=formatting.moment(seal.time), why=why)


def describe_request(seal: Seal) -> str:
    who, why = formatting.safe_line(seal.asked_by), formatting.safe_line(seal.asked_why)
    return tr("{who} asks to open it: {why}", who=who, why=why)


def origin(decision: Decision) -> str:
    """Return where a decision came from, in words, and that it isn't signed where it isn't."""
    how = tr(_WAYS[decision.how]) if decision.how in _WAYS else decision.how
    return how if decision.signed else tr("{how}, unsigned", how=how)
