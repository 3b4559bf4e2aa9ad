"""What every writer of an export gets: the findings, and under which authority they leave.

Pure values. Nothing here reads a store or writes a file.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from typing import Any, BinaryIO, NamedTuple

import msgspec

from triage.model.items import Finding, ItemId, ItemNo, Problem, Span, Status
from triage.model.known_answers import KnownAnswers
from triage.model.leaving import BY_DATE, NOTHING, Arrangement
from triage.model.reports import Coverage, TermReport
from triage.model.tags import SuggestionRecord
from triage.model.team import ShownShare
from triage.scope.policy import Policy


class NamedSearch(NamedTuple):
    """A search whose hits are listed: its name, "" for the export's query, and the items that it finds."""

    name: str
    query: str
    terms: tuple[str, ...]  # those that ``Span.term`` numbers, as the query language writes them
    items: Set[ItemNo]


class Order(msgspec.Struct, frozen=True):
    """What leaves, for whom and from what: the same for every finding of one export.

    ``query`` is what was typed, ``reading`` how it was understood. ``not_searchable`` and ``partly`` count the case's
    items that no search, or not every search, can speak for; ``problems`` are the case's. ``ledger_head`` and
    ``audit_head`` are the last hashes of the two chains. ``created`` is ISO 8601 in UTC. ``shown`` is None where what
    people saw isn't on record. ``searches`` are the query and the saved searches, on which ``terms`` and ``coverage``
    report. ``decided`` is what a person decided on privileged and redacted items, with their numbers. ``quotations``
    pair the id of a redacted item with the id of an item, or the name of a search, that has the same words; ``faded``
    are pages without pale marks of their source. ``belongs_to`` has the items that leave though the query doesn't find
    them, each with the one that it belongs to. ``left_out`` counts by tag the tagged items that don't leave.
    """

    case: str
    reviewer: str
    query: str
    reading: str
    policy: Policy
    status: Status
    not_searchable: int
    partly: int
    problems: tuple[Problem, ...]
    ledger_head: str
    audit_head: str
    created: str
    version: str
    shown: ShownShare | None = None
    searches: tuple[NamedSearch, ...] = ()
    batches: tuple[NamedSearch, ...] = ()
    terms: TermReport | None = None
    coverage: Coverage | None = None
    known_answers: tuple[KnownAnswers, ...] = ()
    suggested: SuggestionRecord = msgspec.field(default_factory=SuggestionRecord)
    decided: dict[str, Any] = msgspec.field(default_factory=dict)
    quotations: tuple[tuple[str, str], ...] = ()
    faded: tuple[str, ...] = ()
    belonging: str = NOTHING
    belongs_to: Mapping[ItemNo, ItemNo] = msgspec.field(default_factory=dict)
    arrangement: Arrangement = BY_DATE
    left_out: dict[str, int] = msgspec.field(default_factory=dict)


class Excerpt(msgspec.Struct, frozen=True):
    """A piece of an item's text around hits: the field or origin it is from, and runs of (text, is a hit)."""

    field: str
    runs: tuple[tuple[str, bool], ...]

    @property
    def text(self) -> str:
        return "".join(run for run, _ in self.runs)


class Relative(msgspec.Struct, frozen=True):
    """Another member of a finding's family."""

    id: ItemId
    name: str
    role: str  # "parent" (the finding is in it), "ancestor", "child" or "sibling" (both are parts of one mail)
    exported: bool


class Copy(msgspec.Struct, frozen=True):
    id: ItemId
    custodian: str
    place: str


class Dossier(msgspec.Struct, frozen=True):
    """A finding with all that a reader of the export wants beside it.

    ``number`` counts from 1 in the order of the export. ``native`` and ``text`` are the paths of its files inside the
    bundle; where ``native`` is "", ``missing`` says why. ``rendition`` is an Outlook item as a mail message, or
    ``unconverted`` says why there is none; of a ``redacted`` finding it is what leaves in place of the original: pages,
    or a message without attachments. ``relation`` is "parent", "child" (part of another) or "single"; ``head`` is the
    id of the family's first item. ``spans`` are all of the query's hits, until they are written. ``unlisted`` counts
    the relatives and copies that were too many to list. ``belongs_to`` is "" for what the query finds. ``reason`` names
    the saved search or batch whose hits the excerpts show where the query has none in the text; ``marked_by`` who
    marked the passages that they show instead. ``copy_of`` is the number of the finding that it copies; 0 for none.
    """

    number: int
    finding: Finding
    relation: str
    head: ItemId
    relatives: tuple[Relative, ...]
    copies: tuple[Copy, ...]
    excerpts: tuple[Excerpt, ...]
    hits: int = 0
    spans: tuple[Span, ...] = ()
    unlisted: int = 0
    native: str = ""
    text: str = ""
    missing: str = ""
    rendition: str = ""
    unconverted: str = ""
    belongs_to: str = ""
    reason: str = ""
    marked_by: tuple[str, ...] = ()
    copy_of: int = 0
    redacted: bool = False

    @property
    def place(self) -> str:
        return place(self.finding.item.root, self.finding.item.path, self.finding.item.member)


class Report(msgspec.Struct, frozen=True):
    """All that leaves: the order and the dossiers in the order of the export."""

    order: Order
    dossiers: tuple[Dossier, ...]

    @property
    def entries(self) -> Iterator[tuple[Dossier, list[Dossier]]]:
        """The findings without copies, each with its exact copies among the findings."""
        copies = defaultdict[int, list[Dossier]](list)
        for dossier in self.dossiers:
            copies[dossier.copy_of].append(dossier)
        return ((dossier, copies.get(dossier.number, [])) for dossier in copies[0])

    @property
    def left_out(self) -> list[Dossier]:
        return [d for d in self.dossiers if not d.native]

    @property
    def belonging(self) -> list[Dossier]:
        return [d for d in self.dossiers if d.belongs_to]

    @property
    def unconverted(self) -> list[Dossier]:
        return [d for d in self.dossiers if d.unconverted]


class Writer(msgspec.Struct, frozen=True):
    """One output format: the file's name in the bundle, and the function that writes it.

    ``more`` yields the further files that it needs: their names, and what writes each.
    """

    name: str
    write: Callable[[BinaryIO, Report], None]
    more: Callable[[Report], Iterable[tuple[str, Callable[[BinaryIO], None]]]] = lambda _: ()


def place(root: str, path: str, member: str) -> str:
    """Write where an item lies, for a person: ``root:path`` and, inside a container, ``#`` with the way in it."""
    return f"{root}:{path}#{member}" if member else f"{root}:{path}"
