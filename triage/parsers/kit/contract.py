"""What every file format offers: the one interface between the airlock and the parsers.

A parser turns bytes into an Extract. It opens no file, reaches no network, keeps no state between calls and writes
nothing. It raises for bytes that it can't read at all; the airlock turns that into a Problem. A heavy library is
imported inside ``parse``.
"""

from __future__ import annotations

import contextlib
import re
import signal
from collections.abc import Callable, Iterable
from functools import cached_property
from typing import Protocol

import msgspec

from triage.files import rows
from triage.globs import Denials
from triage.model.items import Child, Extract, Segment, Trouble
from triage.model.messages import Message
from triage.parsers.kit.compound import SIGNATURE, CompoundFile, compound
from triage.parsers.kit.compound import Data as Data
from triage.parsers.kit.compound import as_file as as_file

HEAD = 4096


class Meter(msgspec.Struct):
    """How many bytes a whole file may still unpack to, at all depths together; what a limit refused counts too."""

    left: int = 1 << 62


class Gathered(Protocol):
    """What a parser has read of an item so far; ``reached`` says how far that is."""

    troubles: list[Trouble]

    def reached(self) -> Message | None:
        """Return the place that was read last."""

    def so_far(self) -> list[Segment]:
        """Return the text that was read, once nothing more will be."""


class Limits(msgspec.Struct, frozen=True):
    """Bounds of unpacking, in bytes unless the name says otherwise, and what is kept where a limit ends the reading:
    ``drafts`` are extracts being filled, ``gathered`` texts that are in none yet; where both hold no text, what the
    first of ``plainer`` makes of the item in the little time left.
    """

    item_bytes: int
    total_bytes: int
    ratio: int
    text_chars: int
    meter: Meter = msgspec.field(default_factory=Meter)
    gathered: list[Gathered] = msgspec.field(default_factory=list)
    drafts: list[Extract] = msgspec.field(default_factory=list)
    plainer: list[Gathered] = msgspec.field(default_factory=list)

    def forget(self) -> None:
        for parts in (self.gathered, self.drafts, self.plainer):
            parts.clear()


PASSED = Child(None, b"")
"""What a parser may give in the place of a member that ``Context.passes`` over."""


def _none(number: int) -> bool:
    return False


class Context(msgspec.Struct, frozen=True):
    """What a parser may know besides the bytes; ``name`` and ``declared`` type are untrusted.

    It adds each password that opened something to ``fitted``, unpacks no member that ``denied`` stands for, and may
    leave out a member that ``passes``, by its number, leaves to another reader.
    """

    name: str
    declared: str
    limits: Limits
    passwords: tuple[str, ...] = ()
    fitted: list[str] = msgspec.field(default_factory=list)
    denials: Denials | None = None
    passes: Callable[[int], bool] = _none

    def draft(self, media: str) -> Extract:
        """Return a new extract of this type; what it holds is kept where a limit ends the reading."""
        extract = Extract(media)
        self.limits.drafts.append(extract)
        return extract

    def denied(self, untrusted_path: str | None) -> Child | None:
        """Return what to give instead of a member of this name, with its folders, if a rule denies it."""
        if self.denials is None or not untrusted_path:
            return None
        path = untrusted_path.replace("\\", "/")
        rule = self.denials.rule(path)
        return None if rule is None else Child(None, b"", path=path, denied=rule)

    def listable(self, untrusted_names: Iterable[str]) -> Iterable[str]:
        """Return the names without those of members that are denied."""
        return untrusted_names if self.denials is None else (n for n in untrusted_names if not self.denied(n))


_MOST_TYPES = 1 << 20


class Probe:
    """A file's evidence for its type, computed at most once: head, text or not, OLE streams, zip members."""

    def __init__(self, untrusted_data: Data, name: str = "", declared: str = "") -> None:
        self.data = untrusted_data
        self.name = name
        self.declared = declared.lower()
        self.head: bytes = untrusted_data[:HEAD]

    @cached_property
    def extension(self) -> str:
        """The name's ending in lower case without the dot, "" where it has none."""
        stem, dot, ending = self.name.rpartition(".")
        return ending.lower() if dot and stem and len(ending) <= 8 else ""

    @cached_property
    def is_text(self) -> bool:
        """Whether the head looks like text in some character set: few control characters and no NUL (or UTF-16/32)."""
        head = self.head
        if head[:2] in (b"\xff\xfe", b"\xfe\xff") or head[:4] == b"\x00\x00\xfe\xff":
            return True
        if not head or b"\x00" in head:
            return False
        return len(head.translate(None, _TEXT_BYTES)) * 50 <= len(head)

    @cached_property
    def zip_names(self) -> frozenset[str]:
        """Names in the zip's central directory; empty where it isn't a zip or is damaged."""
        import zipfile

        if self.head[:2] == b"PK":
            # Any damage means no evidence.
            with contextlib.suppress(Exception), zipfile.ZipFile(as_file(self.data)) as archive:
                return frozenset(archive.namelist())
        return frozenset()

    @cached_property
    def stated_types(self) -> bytes:
        """The content types that an Office package states, in lower case; empty where it is none or damaged."""
        import zipfile

        name = next((name for name in self.zip_names if name.lower().lstrip("/\\") == "[content_types].xml"), None)
        if name is not None:
            with contextlib.suppress(Exception), zipfile.ZipFile(as_file(self.data)) as archive:
                return archive.open(name).read(_MOST_TYPES).lower()
        return b""

    @cached_property
    def _ole(self) -> CompoundFile | None:
        if self.head.startswith(SIGNATURE):
            with contextlib.suppress(Exception):  # any damage means no evidence
                return compound(self.data)
        return None

    @cached_property
    def ole_names(self) -> frozenset[str]:
        """Names of the streams and storages at the root of an OLE compound file; empty where it isn't one."""
        return frozenset(entry.name for entry in self._ole.root.kids) if self._ole else frozenset()


class Format(msgspec.Struct, frozen=True):
    """A module with ``TYPE`` or ``TYPES`` and these functions, and its row of ``formats.tsv``; the first type is its
    usual one.

    ``claims`` says by content first whether a file is of this format, ``level`` what is read of it. ``members`` returns
    what finds a container's child by its location; that raises for a location that can't be one.
    """

    label: str
    types: tuple[str, ...]
    extensions: tuple[str, ...]
    level: str
    claims: Callable[[Probe], bool]
    parse: Callable[[Data, Context], Extract]
    members: Callable[[Data, Context], Callable[[str], Child | None] | None] | None = None


def seconds_left() -> float:
    """Return the seconds (of processor or clock time) until the airlock gives up on this item; 60 without an alarm."""
    left = (signal.getitimer(timer)[0] for timer in (signal.ITIMER_PROF, signal.ITIMER_REAL))
    return min(filter(None, left), default=60.0)


_TEXT_BYTES = bytes(range(0x20, 0x100)) + b"\t\n\r\f\b\x1b\x0b\x1a"


class Signatures:
    """A table beside a module: a media type a row, the pattern with which such files begin, and what else is known."""

    def __init__(self, module: str, name: str) -> None:
        self._rows = rows(module, name)
        patterns = (b"(%s)" % pattern.encode() for _, pattern, *_ in self._rows)
        self._pattern = re.compile(b"|".join(patterns), re.DOTALL)
        self.types = tuple(dict.fromkeys(media for media, *_ in self._rows))

    def row(self, data: Data) -> list[str] | None:
        """Return the first row whose pattern fits, None where none does."""
        match = self._pattern.match(data[:HEAD])
        return self._rows[(match.lastindex or 0) - 1] if match else None

    def media(self, data: Data) -> str | None:
        row = self.row(data)
        return row[0] if row else None
