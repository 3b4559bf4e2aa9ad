"""What is told of an index run: how far it is, and what it came to."""

from __future__ import annotations

import msgspec

from triage.model.messages import Message

# How much of the scope a case has read. Everything that states a number of the case states this where it isn't all.


class Extent(msgspec.Struct, frozen=True):
    """The files in scope as a run last counted them, and how far they are read.

    ``whole``: the last run over the scope came to its end, so that every file was read or has a Problem. ``files`` is
    what the scope allows, of which more may be there where they aren't all ``counted``; ``denied`` are those it doesn't
    allow, files and folders as they were met, which make nothing partial. Of the ``files``, ``read`` were read to
    their end, ``failed`` could not be and have a Problem, ``pending`` are still to be read. ``walked`` is when they
    were counted, ISO 8601 in UTC, "" before the first run. ``unfinished``: a run was stopped, killed, or is going on.
    """

    whole: bool = False
    files: int = 0
    counted: bool = False
    read: int = 0
    failed: int = 0
    pending: int = 0
    denied: int = 0
    walked: str = ""
    unfinished: bool = False

    @property
    def in_words(self) -> str:
        if self.unfinished and self.counted and not self.pending:  # the number of files would pass for the whole
            return f"{self.read:,} files in scope were read, but the last run was stopped"
        return f"{self.read:,} of {'' if self.counted else 'at least '}{self.files:,} files in scope were read"

    @property
    def message(self) -> Message | None:
        """What is to be said beside every number of the case; None where it is whole."""
        if self.whole:
            return None
        values: dict[str, int] = {"read": self.read}
        if not self.walked:
            key, values = "extent-none", {}
        elif not self.counted:
            key, values = "extent-at-least", values | {"files": self.files}
        elif self.pending:
            key, values = "extent-part", values | {"files": self.files, "pending": self.pending}
        else:
            key = "extent-unfinished"
        return Message(key, tuple(values.items()))


WHOLE = Extent(whole=True)
"""What is taken of what was stored before this was."""


class Progress(msgspec.Struct, frozen=True):
    """How far an index run is: counts of files and items so far, bytes begun, seconds since the start.

    ``total_files`` and ``total_bytes`` are None until they were counted; ``done_bytes`` are those of files, and of
    mailboxes and archives as far as they were read. ``stage`` is "reading", "linking" (mails to conversations),
    "merging" (the index) or "done".
    """

    stage: str
    files: int
    total_files: int | None
    items: int
    problems: int
    bytes: int
    done_bytes: int
    total_bytes: int | None
    seconds: float

    @property
    def share(self) -> float | None:
        """How much of all bytes is read, from 0 to 1; None while that isn't known."""
        return min(1.0, self.done_bytes / self.total_bytes) if self.total_bytes else None


class RunReport(msgspec.Struct, frozen=True):
    """What an index run did: files seen and how each ended (they add up), new items, seconds, if it was stopped.

    ``idle_rules`` are the deny rules that met nothing in a whole run. Files of earlier runs have ``vanished`` or
    ``moved``; ``grown`` counts the files that a part has more now; ``unsigned`` is why no head was signed, encoded.
    ``unused_indexes`` on a search cluster were made for the case, and nothing uses them any more.
    Not among the files are the ``denied_members`` inside them, which were not extracted. ``unconfined``: Linux didn't
    keep the process that opens the sources to the scope's folders. ``kept`` items of mailboxes that grew were not read
    again, as their bytes are those on record. ``files`` is how many in scope its ``places`` have
    ("root:path"), at least, if they weren't all ``counted``; ``extent`` is that of the case afterwards.
    """

    seen: int
    indexed: int
    unchanged: int
    failed: int
    denied: int
    items: int
    problems: int
    bytes: int
    seconds: float
    stopped: bool = False
    idle_rules: tuple[str, ...] = ()
    vanished: int = 0
    moved: int = 0
    grown: int = 0
    unsigned: str = ""
    unused_indexes: tuple[str, ...] = ()
    denied_members: int = 0
    kept: int = 0
    unconfined: bool = False
    places: tuple[str, ...] = ()
    files: int = 0
    counted: bool = False
    extent: Extent = msgspec.field(default_factory=Extent)
