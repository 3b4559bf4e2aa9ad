"""In which order a report lists its findings, and under which headings. Pure.

What is attached stays with its message wherever that is listed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from triage.export import texts
from triage.export.contract import Dossier, Report
from triage.model.exports import CONVERSATION, PERSON, TAG

Listed = tuple[str, Dossier, Sequence[Dossier]]
"""The heading that a finding stands under, "" for none, the finding, and its exact copies."""


class _UnderHeading(NamedTuple):
    """The findings under one heading; ``last`` are those that have nothing to be ordered by."""

    last: bool
    heading: str
    listed: list[Listed]


def arranged(report: Report) -> Iterator[Listed]:
    """Yield the findings without copies, as the report's arrangement orders them."""
    order = report.order.arrangement.order
    if order not in _WORDS:
        yield from (("", dossier, copies) for dossier, copies in report.entries)
        return
    groups: dict[str, _UnderHeading] = {}
    of_families: dict[str, _UnderHeading] = {}
    for dossier, copies in report.entries:
        group = of_families.get(dossier.head)
        if group is None:
            key, heading = _WORDS[order](dossier, copies)
            group = groups.setdefault(key, _UnderHeading(not key, heading, []))
            of_families[dossier.head] = group
        group.listed.append((group.heading, dossier, copies))
    by_name = order != CONVERSATION  # which are listed by their first messages
    for group in sorted(groups.values(), key=lambda group: (group.last, by_name and group.heading.casefold())):
        yield from group.listed


def _person(dossier: Dossier, _copies: Sequence[Dossier]) -> tuple[str, str]:
    sender = dossier.finding.item.row.sender
    return sender, sender or "Without a sender"


def _tags(dossier: Dossier, copies: Sequence[Dossier]) -> tuple[str, str]:
    tags = ", ".join(texts.tags(dossier, copies))
    return tags, tags or "Without a tag"


def _conversation(dossier: Dossier, _copies: Sequence[Dossier]) -> tuple[str, str]:
    item = dossier.finding.item
    return item.thread, (item.row.subject or "(no subject)") if item.thread else "Not in a conversation"


_WORDS: dict[str, Callable[[Dossier, Sequence[Dossier]], tuple[str, str]]] = {
    PERSON: _person,
    TAG: _tags,
    CONVERSATION: _conversation,
}
"""What a finding is ordered by, "" for nothing, and the heading."""
