"""How much of the scope a case has read. Everything that states a number of the case states this where it isn't all."""

from __future__ import annotations

import msgspec

from triage.model.messages import Message


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
        """How much was read, in a few words."""
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
