"""What is told of an index run: how far it is, and what it came to."""

from __future__ import annotations

import msgspec

from triage.model.extent import Extent


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
    Not among the files are the ``denied_members`` inside them, which were not extracted. ``unconfined``: Linux didn't
    keep the process that opens the sources to the scope's folders. ``files`` is how many in scope its ``places`` have
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
    denied_members: int = 0
    unconfined: bool = False
    places: tuple[str, ...] = ()
    files: int = 0
    counted: bool = False
    extent: Extent = msgspec.field(default_factory=Extent)
