"""Originals as a production has them: byte for byte, or as messages, without attachments that are kept back.

They are read in the order in which they lie in the sources.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator, Mapping, Sequence
from typing import BinaryIO

from msgspec.structs import replace

from triage.export.bundle import in_source_order
from triage.export.production.loadfiles import EML, Numbered, Protocol
from triage.export.production.pages import ProductionDesk, unchanged
from triage.model.items import TRANSPORT, Item, ItemNo, Trouble
from triage.model.leaving import NATIVE, REBUILT

CONVERTED = frozenset(("application/vnd.ms-outlook", "message/x-emlx"))
"""Mail that becomes a message where a protocol asks for messages."""
_FROM = re.compile(rb"^(>*From )", re.MULTILINE)
_BEGIN = b"From MAILER-DAEMON Thu Jan  1 00:00:00 1970\n"


def is_mail(media: str) -> bool:
    """Return whether originals of a media type are messages, or may have been converted into messages."""
    return media.startswith("message/") or media in CONVERTED


def write(out: BinaryIO, message: bytes) -> None:
    """Add a message to a mailbox (RFC 4155, in the form mboxrd, of which the quoting can be undone)."""
    lines = _FROM.sub(rb">\1", message.replace(b"\r\n", b"\n"))
    out.write(_BEGIN + lines + b"\n" * (1 if lines.endswith(b"\n") else 2))


_AT_ONCE, _BYTES_AT_ONCE = 200, 32 << 20
Original = tuple[Item, bytes | Trouble | None, str]
"""An item, its original as it leaves, and the ending that its name gets, "" for its own.

A Trouble says why it isn't to be had; None stands for one that doesn't leave.
"""


class ProducedOriginals:
    def __init__(self, desk: ProductionDesk, protocol: Protocol, documents: Mapping[ItemNo, Numbered]) -> None:
        self._desk, self._protocol, self._documents = desk, protocol, documents

    def read(self, stop: threading.Event | None) -> Iterator[Original]:
        """Yield all originals; what leaves as a message is converted, in batches."""
        waiting, size = list[tuple[Item, bytes]](), 0
        for item, native in self._in_order_of_sources(stop):
            if not isinstance(native, bytes) or not self._is_converted(item):
                yield item, native, ""
                continue
            waiting.append((item, native))
            size += len(native)
            if size > _BYTES_AT_ONCE or len(waiting) == _AT_ONCE:
                yield from self._converted(waiting)
                waiting, size = [], 0
        yield from self._converted(waiting)

    def _in_order_of_sources(self, stop: threading.Event | None) -> Iterator[tuple[Item, bytes | Trouble | None]]:
        for items in in_source_order(self._desk, list(self._documents), stop):
            natives = self._desk.natives([item for item in items if self._leaves(item)])
            for item in items:
                yield item, unchanged(item, next(natives)) if self._leaves(item) else None
            next(natives, None)  # to the end of the answer

    def _leaves(self, item: Item) -> bool:
        return self._documents[item.row.no].document.treatment in (NATIVE, REBUILT)

    def _is_converted(self, item: Item) -> bool:
        outlook = self._protocol.mail == EML and item.row.type in CONVERTED
        return outlook or self._documents[item.row.no].document.treatment == REBUILT

    def _converted(self, waiting: Sequence[tuple[Item, bytes]]) -> Iterator[Original]:
        instead = [self._instead(item) for item, _ in waiting]
        for (item, _), message in zip(waiting, self._desk.renditions(waiting, instead), strict=True):
            yield item, message, ".eml"

    def _instead(self, item: Item) -> dict[str, str]:
        if self._documents[item.row.no].document.treatment != REBUILT:
            return {}
        return {part.sha256: self._note(part.row.no) for part in kept_back_inside(self._desk, item)}

    def _note(self, no: ItemNo) -> str:
        entry = self._documents.get(no)
        return f"[Attachment removed: see {entry.number}.]" if entry else "[Attachment removed.]"


def kept_back_inside(desk: ProductionDesk, item: Item) -> Iterator[Item]:
    family = desk.rows(desk.family(item.row.no))
    return desk.items([row.no for row in family if row.parent == item.row.no and row.no in desk.kept_back])


def without_part_names(item: Item) -> Item:
    """Return an item without the headers that name the files of its attachments, of which some are kept back."""
    segments = [segment for segment in item.segments if segment.origin != TRANSPORT]
    for at, segment in enumerate(segments):
        if segment.origin == "headers":
            lines = [line for line in segment.text.split("\n") if not line.lower().startswith("content-")]
            segments[at] = replace(segment, text="\n".join(lines))
    return replace(item, segments=tuple(segments))
