"""Who commented on a Word 97-2003 document and who changed it, and when.

MS-DOC 2.8.4 (PlcfandRef, with its ATRDPre10), 2.9.87 (GrpXstAtnOwners), and its ATRDPost10, SttbfRMark and DTTM.
Times are the writer's own, without a zone. Nothing here adds text.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

from triage.parsers.kit.change_authors import Changers, moment
from triage.parsers.office.word97.sprms import DELETED, INSERTED, Look, block

OWNERS, COMMENTS, CHANGERS, EXTRA = 0x1BA, 0xBA, 0x232, 0x41A
"""Where the places of these blocks stand in the file information block; the last since Word 2002."""
_BLOCKS, _COUNT = 0x9A, 0x98
_COMMENT, _EXTRA = 30, 18


def strings(untrusted_block: bytes, at: int = 0) -> Iterator[str]:
    """Yield counted strings of two bytes a letter up to the end."""
    while at + 2 <= len(untrusted_block):
        size = struct.unpack_from("<H", untrusted_block, at)[0]
        yield untrusted_block[at + 2 : at + 2 + 2 * size].decode("utf-16-le", "replace")
        at += 2 + 2 * size


def comment_heads(main: bytes, table: bytes) -> list[str]:
    """Return what stands above each comment, in their order: author, initials and date, as far as they are known."""
    owners = list(strings(block(main, table, OWNERS)))
    refs = block(main, table, COMMENTS)
    count = max((len(refs) - 4) // (4 + _COMMENT), 0)
    known = struct.unpack_from("<H", main, _COUNT)[0] if len(main) >= _BLOCKS else 0
    extra = block(main, table, EXTRA) if known > (EXTRA - _BLOCKS) // 8 else b""
    heads = []
    for index in range(count):
        size, initials, owner = struct.unpack_from("<H18sH", refs, 4 * (count + 1) + _COMMENT * index)
        author = owners[owner] if owner < len(owners) else ""
        short = initials[: 2 * min(size, 9)].decode("utf-16-le", "replace")
        date = int.from_bytes(extra[_EXTRA * index : _EXTRA * index + 4], "little")
        heads.append(", ".join(part for part in (author, short, moment(date)) if part.strip(" \0")))
    return heads


class Reviewers:
    """Notes who made the tracked changes that are read."""

    def __init__(self, untrusted_names: bytes) -> None:
        """``untrusted_names`` is the block of names, which has a head of six bytes."""
        self._names = list(strings(untrusted_names, 6)) if untrusted_names[:2] == b"\xff\xff" else []
        self.changers = Changers()

    def note(self, look: Look) -> None:
        """Note who inserted and who deleted text of this look."""
        if look.flags & INSERTED:
            self._note(look.inserter, look.inserted)
        if look.flags & DELETED:
            self._note(look.deleter, look.deleted)

    def _note(self, who: int, when: int) -> None:
        name = self._names[who] if 0 <= who < len(self._names) else ""
        if name.strip():
            self.changers.note(name, moment(when))
