"""The nouns: frozen values that every package may use. Nothing is done here: no I/O, no parsing, no decisions."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple, NewType

import msgspec

from triage.model.messages import Message
from triage.model.runs import WHOLE, Extent

ItemId = NewType("ItemId", str)
"""Stable identifier of an item: 20 hex digits, the same in every case that reads the same bytes at the same place."""

ItemNo = NewType("ItemNo", int)
"""Row number of an item in one case's store, counted from 1; engines speak in these. Not stable across cases."""

ORIGINS = tuple(
    (
        "body alternative comment tracked note margin textbox fieldcode hidden speaker annotation properties "
        "headers message-id transport ocr"
    ).split()
)
"""Where in an item a segment of text comes from.

body: what a reader of the item sees first. alternative: another rendering of the body (the HTML part beside the plain
one). comment: review comments. tracked: inserted or deleted by change tracking. note: footnotes and endnotes. margin:
page headers and footers. textbox: shapes and text boxes. fieldcode: instructions of computed fields. hidden: text,
rows, columns, sheets or slides that are not shown, white or zero-size text. speaker: speaker notes. annotation: PDF
annotations and form fields. properties: document properties (author, title, custom). headers: mail headers that have
no field of their own (X-, Reply-To). message-id: Message-ID, In-Reply-To and References. transport: Received, Date,
how a message and its parts are packed (Content-Type ...), and signatures of servers (DKIM, ARC). ocr: text recognised
in an image.
"""

NAMED_ONLY = IDENTIFIERS, TRANSPORT = "message-id", "transport"
"""Origins in which words are found only if the query names them: servers' names stand in them in every mail."""

BODY_FORMAT = "Body format"
"""The property of an Outlook item that names the formats in which its text is stored: "plain text, HTML"."""

FIELDS = ("subject", "from", "to", "cc", "bcc", "file", *ORIGINS)
"""The searchable text fields, in the order in which every engine keeps them."""

DEFAULT_FIELDS = tuple(field for field in FIELDS if field not in NAMED_ONLY)
"""The fields in which a word is looked for where a query names none."""


class Segment(msgspec.Struct, frozen=True):
    """A run of an item's text with its origin (one of ORIGINS).

    ``small`` is where in it something is raised or lowered (characters, end exclusive). A reader marks that in the text
    itself, see ``text.raised``.
    """

    origin: str
    text: str
    small: tuple[tuple[int, int], ...] = ()


class Trouble(msgspec.Struct, frozen=True):
    """What a parser could not read: a code from ``errors.PROBLEM_CODES`` and a sentence for a person."""

    code: str
    message: Message


class Child(msgspec.Struct, frozen=True):
    """Something inside a file that becomes an item of its own: an attachment, an embedded file, an archive member.

    ``name`` is the untrusted name given inside the parent, never used as a path. ``declared`` is the media type that
    the parent states, a hint only. ``data`` holds the child's bytes. ``came_from`` are paths that the parent gives for
    the file as it was before it was put in, untrusted too: they name folders and users. ``troubles`` are what its
    container couldn't read of it, ``location`` where it lies in it, "" where only a walk leads there. ``path`` is the
    name with the folders inside the parent, where ``name`` lacks them. ``packed`` is how many bytes of its parent are
    read with it, None for as many as it has. What stands for a child that the scope denies has no data, and in
    ``denied`` the rule; what stands for one that is ``lost`` has none either: its container says why.
    """

    name: str | None
    data: bytes
    declared: str | None = None
    came_from: tuple[str, ...] = ()
    troubles: tuple[Trouble, ...] = ()
    location: str = ""
    path: str = ""
    denied: str = ""
    packed: int | None = None
    lost: bool = False


class Extract(msgspec.Struct):
    """What a parser says about one file. Untrusted: it was made from hostile bytes.

    ``children`` may be a generator; it is consumed after everything else of the extract has been taken, and may yield a
    Trouble for a child that could not be read. ``date`` is the item's own date as it stands in the file; persons are
    written ``Name <address>``. ``properties`` are (name, value) pairs of the file's own metadata. ``compared`` is
    what an exact copy of a message has in common with it besides the fields here: its texts as written, in their order,
    and the header fields that no transport changes. It is not ``whole`` where something stopped its reading.
    """

    type: str
    segments: list[Segment] = msgspec.field(default_factory=list)
    troubles: list[Trouble] = msgspec.field(default_factory=list)
    children: Iterable[Child | Trouble] = ()
    subject: str | None = None
    sender: str | None = None
    to: list[str] = msgspec.field(default_factory=list)
    cc: list[str] = msgspec.field(default_factory=list)
    bcc: list[str] = msgspec.field(default_factory=list)
    date: str | None = None
    message_id: str | None = None
    references: list[str] = msgspec.field(default_factory=list)
    properties: list[tuple[str, str]] = msgspec.field(default_factory=list)
    compared: list[str] = msgspec.field(default_factory=list)
    whole: bool = True


class Problem(msgspec.Struct, frozen=True):
    """What went wrong with one source or one item (None where it is none); "fully", "partly" or "not" searchable."""

    code: str
    message: Message
    searchable: str
    path: str
    item: ItemId | None = None


class Row(msgspec.Struct, frozen=True):
    """One line of a result list: the columns that a table shows, without the item's text.

    ``date`` is ISO 8601 in UTC or "" where the item has none; a ``doubtful`` one is implausible, and sorted behind
    the others. With ``file_time`` it is only when the file, or that of the archive that holds it, was changed: such
    are sorted behind these. ``size`` is in bytes; ``tags`` are the current ones.
    A ``sealed`` item is a ghost: it has no subject or persons, 0 for its size and "[sealed]" for its name; its path is
    that of the open file that it is inside, else "[sealed ID]" with the beginning of the sealed file's id.
    ``state`` is "" for an item that is in its source now, else "superseded", "vanished" or "purged".
    """

    no: ItemNo
    id: ItemId
    date: str
    sender: str
    subject: str
    name: str
    type: str
    custodian: str
    size: int
    path: str
    attachments: int
    parent: ItemNo | None
    searchable: str
    tags: tuple[str, ...] = ()
    sealed: bool = False
    state: str = ""
    doubtful: bool = False
    file_time: bool = False


class Item(msgspec.Struct, frozen=True):
    """One reviewable thing, identified, with its text.

    ``path`` is where its source is under the root, ``raw_path`` that in bytes; ``member`` the way to it in the source,
    empty for the source itself ("0.2" is the third child of the first child), and ``way`` has for each step of it the
    container's type and the location. ``date`` is ISO 8601 in UTC, ``date_raw`` as written, ``date_kind`` is sent,
    modified, either with "-doubtful", file for the file's own date, family for the parent's. ``digest`` is equal for
    duplicates, ``mih`` the EDRM message identification hash, ``successor`` the later version of a superseded item.
    """

    row: Row
    root: str
    path: str
    member: str
    sha256: str
    mih: str
    digest: str
    family: ItemNo
    thread: str
    to: tuple[str, ...]
    cc: tuple[str, ...]
    bcc: tuple[str, ...]
    date_raw: str
    date_kind: str
    message_id: str
    references: tuple[str, ...]
    properties: tuple[tuple[str, str], ...]
    segments: tuple[Segment, ...]
    problems: tuple[Problem, ...]
    raw_path: bytes = b""
    successor: ItemId | None = None
    way: tuple[tuple[str, str], ...] = ()


LISTED = 10_000
"""From this number on terms aren't the query's: their words are marked beside it, whatever is searched for."""


class Span(msgspec.Struct, frozen=True):
    """A stretch of a field's text that a query matched: characters ``start`` to ``end`` of one segment.

    ``segment`` is the index into the item's segments, or -1 with ``field`` naming subject, from, to, cc, bcc or file.
    ``term`` numbers the query's leaves from 0, so that each can have its own colour; terms that are marked beside it
    count from LISTED.
    """

    segment: int
    field: str
    start: int
    end: int
    term: int


class Decision(msgspec.Struct, frozen=True):
    """One reviewer's word on one item: appended, never overwritten.

    ``action`` is "tag", "untag", "note", "mark", "unmark", "redact", "unredact", "seal", "withdraw-seal", "ask-unseal"
    or "unseal"; ``value`` the tag's name, the note's text, the passage, the redaction or the reason; ``how`` where it
    came from (key, bulk, command, undo, propagated), or "pending" for a seal that can be withdrawn; ``group`` numbers
    the decisions taken in one step; ``time`` is ISO 8601 in UTC.
    ``event`` is the decision's id in every copy of the case, and ``derived`` that of the decision from which it
    follows, "" for a person's own. ``signed`` says whether its step is.
    """

    seq: int
    item: ItemId
    action: str
    value: str
    reviewer: str
    time: str
    how: str
    group: int
    event: str = ""
    derived: str = ""
    signed: bool = True

    @property
    def way(self) -> str:
        return self.how if self.signed else f"{self.how}, unsigned"


class Finding(msgspec.Struct, frozen=True):
    """An item with its decisions, ready to be exported."""

    item: Item
    tags: tuple[str, ...]
    decisions: tuple[Decision, ...]


class Receipt(msgspec.Struct, frozen=True):
    """What a step of decisions did: its group number, which items changed and how many already were so.

    ``derived`` are those of the changed ones that only followed, ``copies`` of them as copies; ``kept`` counts the
    items that carry a person's own decision and were left alone, or didn't follow.
    """

    group: int
    action: str
    value: str
    changed: tuple[ItemNo, ...]
    unchanged: int
    derived: tuple[ItemNo, ...] = ()
    kept: int = 0
    copies: int = 0


class LastStep(msgspec.Struct, frozen=True):
    """A reviewer's last step that applies: its group number, what it did first, when, and to which items.

    The first item is one that it was decided for, rather than one that only followed.
    """

    group: int
    action: str
    value: str
    time: str
    items: tuple[ItemNo, ...]


class PastItem(msgspec.Struct, frozen=True):
    """An item that somebody decided on and that isn't in the sources any more: superseded (by which) or vanished."""

    id: ItemId
    state: str
    tags: tuple[str, ...]
    successor: ItemId | None


class ListedPlace(NamedTuple):
    """Where an item was shown in a list in the suggested order: its ``place`` from 1, and in which list.

    ``skipped`` is how many items before it were neither decided on nor shown. The list has what ``query`` found when
    ``last`` was the highest number in it.
    """

    place: int
    skipped: int
    query: str
    last: ItemNo


class Status(msgspec.Struct, frozen=True):
    """The sums of a case. ``files == with_items + failed + denied`` holds, or something was lost.

    ``files`` counts what was found under the allowed roots (a denied folder is one): ``with_items`` became items,
    ``failed`` have only a Problem, the ledger ``denied`` others. ``sealed`` items count as not searchable. ``outdated``
    ones were to be read again by a run that was stopped. Not among ``files`` are ``vanished_files`` and those
    ``denied_since`` they were read, nor among ``items`` those ``superseded`` or ``vanished`` (``past_decided``: with
    decisions) or ``purged``, as they are no longer in scope. ``disputed`` counts the items on which decisions differ.
    ``unconfined`` is as for a run: whether any source was ever opened so. ``extent`` says how much of the scope these
    are the sums of. ``read``, where it was asked for, counts the ``tagged`` items that had been shown to who tagged
    them before. ``traces_left``: something of sealed texts is still to be cleared from the case's files.
    """

    name: str
    engine: str
    files: int
    with_items: int
    failed: int
    denied: int
    items: int
    problems: int
    fully: int
    partly: int
    not_searchable: int
    tagged: int
    decisions: int
    tags: tuple[tuple[str, int], ...]
    types: tuple[tuple[str, int], ...]
    custodians: tuple[tuple[str, int], ...]
    last_run: str
    sealed: int = 0
    outdated: int = 0
    unconfined: bool = False
    vanished_files: int = 0
    denied_since: int = 0
    superseded: int = 0
    vanished: int = 0
    purged: int = 0
    past_decided: tuple[PastItem, ...] = ()
    disputed: int = 0
    extent: Extent = WHOLE
    read: int | None = None
    traces_left: bool = False

    @property
    def examined(self) -> int:
        return self.with_items + self.failed + self.denied

    @property
    def adds_up(self) -> bool:
        """Whether every file found is accounted for, or is still to be read."""
        searchable = self.fully + self.partly + self.not_searchable
        files = self.files == self.examined if self.extent.whole else self.files >= self.examined
        return files and self.items == searchable


class Check(msgspec.Struct, frozen=True):
    """One line of a verification: what was checked, whether it held, and a sentence with the counts or the place."""

    name: str
    held: bool
    message: Message


EXTENT = "extent"
"""The check that stands for what a case that isn't whole lacks."""


def extent_checks(extent: Extent) -> list[Check]:
    """Return what is stated among checks where a case isn't whole; it fails nothing."""
    return [Check(EXTENT, True, extent.message)] if extent.message else []


class ExportReport(msgspec.Struct, frozen=True):
    """What an export did: the folder, how many findings, natives and files it holds, and its bytes and seconds.

    ``missing`` are the findings whose native could not be had, ``unconverted`` the Outlook items that couldn't be made
    mail messages (``renditions`` counts those that were), each with the reason. ``belonging`` counts the findings that
    the query doesn't find, ``redacted`` those that leave without their original as it is redacted or holds what is;
    ``quotations`` are pairs: the id of a redacted item, and of another, or the name of a search, that says the same
    words. ``faded`` are the numbers of pages that lack pale marks of what they were drawn from. ``seal`` is the
    sha256 of SHA256SUMS, "" where the export was stopped and left nothing; who knows it can tell a forgery.
    ``unsigned`` and ``unconfined`` are as above, and ``extent`` is that of the case when it was made. ``left_out``
    counts by tag the items that carry one and didn't leave.
    """

    folder: str
    seconds: float
    findings: int = 0
    natives: int = 0
    missing: tuple[tuple[ItemId, str], ...] = ()
    files: int = 0
    bytes: int = 0
    seal: str = ""
    stopped: bool = False
    renditions: int = 0
    unconverted: tuple[tuple[ItemId, str], ...] = ()
    unsigned: str = ""
    belonging: int = 0
    unconfined: bool = False
    redacted: int = 0
    quotations: tuple[tuple[str, str], ...] = ()
    extent: Extent = WHOLE
    left_out: tuple[tuple[str, int], ...] = ()
    faded: tuple[str, ...] = ()
