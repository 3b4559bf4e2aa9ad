"""A source before and after it is opened, as the broker hands it on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from triage.model.messages import Message
from triage.scope.policy import Allow


class Source(NamedTuple):
    """A file as found, not yet opened: its place, size in bytes, times in nanoseconds, and its folder's descriptor.

    ``links`` is how many hard links it has, on its ``device``.
    """

    root: Allow
    relative: str
    name: str
    size: int
    mtime: int
    ctime: int
    inode: int
    folder: int
    device: int = 0
    links: int = 1

    @property
    def key(self) -> str:
        """``root:relative``, as in the ledger and in the store."""
        return f"{self.root.id}:{self.relative}"


@dataclass(slots=True)
class Opened:
    """A source that was read: its bytes, or the descriptor of a large one; or why it could not be (a Problem code)."""

    source: Source
    data: bytes = b""
    fd: int = -1
    size: int = 0
    sha256: str = ""
    code: str = ""
    why: Message | str = ""
    changed: bool = False
