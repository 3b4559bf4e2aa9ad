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


class Asked(NamedTuple):
    """A search whose hits are listed: its name, "" for the export's query, and the items that it finds.

    ``terms`` are the terms that ``Span.term`` numbers, as the query language writes them.
    """

    name: str
    query: str
    terms: tuple[str, ...]
    items: Set[ItemNo]


class Order(msgspec.Struct, frozen=True):
    """What leaves, for whom and from what: the same for every finding of one export.

    ``query`` is what was typed and ``reading`` how it was understood. ``not_searchable`` and ``partly`` count the
    case's items that no search, or not every search, can speak for; ``problems`` are the case's. ``ledger_head`` and
    ``audit_head`` are the last hashes of the two chains. ``created`` is ISO 8601 in UTC. ``version`` is the program's.
    ``shown`` is what people saw before, None where that isn't on record. ``asked`` are the query and the saved
    searches, ``batches`` what batches were made of, ``terms`` and ``coverage`` the reports on the former,
    ``known_answers`` those of versions that read the case, ``suggested`` what was suggested and decided.
    ``decided`` is what a person decided on what is privileged and what is redacted, with their numbers; blank where
    there was nothing. ``quotations`` are pairs: the id of a redacted item, and the id of another that says the same
    words, or the name of a search that does.
    ``belonging``, one of BELONGING, is what leaves that the query doesn't find, and ``belongs_to`` which items these
    are, each with the one that it belongs to. ``arrangement`` is that of the report. ``left_out`` counts by tag the
    items that carry one and don't leave.
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
    asked: tuple[Asked, ...] = ()
    batches: tuple[Asked, ...] = ()
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
        """The runs without their marking."""
        return "".join(run for run, _ in self.runs)


class Relative(msgspec.Struct, frozen=True):
    """Another member of a finding's family; ``exported`` says whether it leaves as well.

    ``role`` is "parent" (the finding lies in it), "ancestor", "child" (it lies in the finding) or "sibling" (both are
    parts of one mail).
    """

    id: ItemId
    name: str
    role: str
    exported: bool


class Copy(msgspec.Struct, frozen=True):
    """Another place at which a duplicate of a finding lies."""

    id: ItemId
    custodian: str
    place: str


class Dossier(msgspec.Struct, frozen=True):
    """A finding with all that a reader of the export wants beside it.

    ``number`` counts from 1 in the order of the export. ``native`` and ``text`` are the paths of its files inside the
    bundle; ``native`` is "" where the file could not be had, and ``missing`` then says why. ``rendition`` is that of an
    Outlook item as a mail message, "" for other kinds and where ``unconverted`` says why. Where a finding is
    ``redacted``, it is what leaves in place of the original: pages, or a message without attachments. ``relation`` is
    "parent", "child" (part of another) or "single"; ``head`` is the id of the family's first item. ``hits`` counts the
    query's hits in the item, of which the excerpts show some; ``spans`` are all of them, until they are written.
    ``unlisted`` counts the relatives and copies that were too many to list. ``belongs_to`` is the item to which one
    belongs that the query doesn't find, "" for what it finds. ``reason`` names the saved search or batch whose hits
    the excerpts show where the query has none in the text, "" where they show its own or the text's opening;
    ``marked_by`` who marked the passages that they show instead.
    ``copy_of`` is the number of the finding of which it is an exact copy, and with which reports show it; 0 for none.
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
        """Where the item lies: the root's id, the path under it, and the way inside the file."""
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
        """The findings that leave without their original."""
        return [d for d in self.dossiers if not d.native]

    @property
    def belonging(self) -> list[Dossier]:
        """The items that the query doesn't find, and that belong to what it finds."""
        return [d for d in self.dossiers if d.belongs_to]

    @property
    def unconverted(self) -> list[Dossier]:
        """The Outlook items that leave without a rendition as a mail message."""
        return [d for d in self.dossiers if d.unconverted]


class Writer(msgspec.Struct, frozen=True):
    """One output format: the file's name in the bundle, what it is, and the function that writes it.

    ``more`` yields the further files that it needs: their names, and what writes each.
    """

    name: str
    label: str
    write: Callable[[BinaryIO, Report], None]
    more: Callable[[Report], Iterable[tuple[str, Callable[[BinaryIO], None]]]] = lambda _: ()


def place(root: str, path: str, member: str) -> str:
    """Write where an item lies, for a person: ``root:path`` and, inside a container, ``#`` with the way in it."""
    return f"{root}:{path}#{member}" if member else f"{root}:{path}"
