"""Open packaging: the zip of parts, content types and relationships that Office Open XML files are.

ECMA-376 part 2. Members are unpacked within the limits only; a zip that lost its directory, or whose directory points
to wrong places, is read from its local headers (APPNOTE.TXT 4.3.7). Nothing is written, and no member's name is used as
a path.
"""

from __future__ import annotations

import io
import posixpath
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import BinaryIO, cast
from urllib.parse import unquote

from triage.errors import FormatError
from triage.messages import say
from triage.model.items import Trouble
from triage.parsers.kit.contract import Context, Data, Limits, as_file
from triage.parsers.kit.texts import Texts
from triage.parsers.kit.xml.parts import attribute, tree
from triage.parsers.kit.zip.directory import raw_name

_RATIO_FROM = 1 << 20
"""The ratio counts for members that unpack to more than this many bytes."""

_BOMB_START = 4 << 20
"""How much of a member that unpacks to far more than its size is read all the same."""

_AT_ONCE = 4 << 20
"""Bytes up to which a part is unpacked in one go."""

_MOST_HEADERS = 1_000_000
_SIGNATURE = b"PK\x03\x04"
_LOCAL = struct.Struct("<4s22xHH")
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError)


@dataclass(frozen=True, slots=True)
class Relation:
    """A relationship of a part: last word of its type, target (a part's name, or an address where ``external``)."""

    id: str
    kind: str
    target: str
    external: bool


class PackageStream(io.RawIOBase):
    """A member being unpacked: ends early, with a trouble, at a limit or at damage."""

    def __init__(self, source: BinaryIO, name: str, allowed: int, texts: Texts, bomb: bool = False) -> None:
        self._source = source
        self._name = name
        self._left = allowed
        self._texts = texts
        self._bomb = bomb

    def readable(self) -> bool:
        return True

    def read(self, size: int | None = -1) -> bytes:
        wanted = self._left + 1 if size is None or size < 0 else size
        try:
            piece = self._source.read(min(wanted, self._left + 1))
        except _DAMAGE as error:
            self._texts.trouble("damaged", "part-broken-off", name=self._name, error=error)
            return b""
        if len(piece) > self._left:
            code, key = ("limit-ratio", "part-over-ratio") if self._bomb else ("limit-size", "part-too-large")
            self._texts.trouble(code, key, name=self._name)
            piece = piece[: self._left]
        self._left -= len(piece)
        return piece

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
        piece = self.read(len(buffer))
        buffer[: len(piece)] = piece
        return len(piece)


class Package:
    """The parts of one package. Raises FormatError where the bytes hold no zip member at all."""

    def __init__(self, untrusted_data: Data, context: Context, texts: Texts) -> None:
        self._limits: Limits = context.limits
        self._texts = texts
        self._spent = 0
        self._data: Data | None = untrusted_data
        try:
            self._zip = zipfile.ZipFile(as_file(untrusted_data))
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, struct.error) as error:
            texts.trouble("truncated", "package-without-directory", error=error)
            self._data = None
            self._zip = zipfile.ZipFile(io.BytesIO(_rebuilt(untrusted_data, context.limits, texts)))
        self.members = [m for m in self._zip.infolist() if not m.filename.endswith("/")]
        if not self.members:
            raise FormatError("package-without-parts")
        if self._data is not None:
            _put_right(self._data, self.members, texts)
        self._by_name = {key(m.filename): m for m in self.members}
        self._types: dict[str, str] | None = None
        self._kinds: dict[str, str] = {}

    def __contains__(self, name: str) -> bool:
        return key(name) in self._by_name

    def open(self, name: str | zipfile.ZipInfo) -> PackageStream | None:
        """Open a part for reading within the limits; None where it is missing or can't be unpacked."""
        member = name if isinstance(name, zipfile.ZipInfo) else self._by_name.get(key(name))
        if member is None:
            return None
        shown = member.filename
        allowed = min(self._limits.item_bytes, self._limits.total_bytes - self._spent)
        self._spent += min(member.file_size, max(allowed, 0))
        if allowed <= 0:
            self._texts.trouble("limit-size", "package-part-over-limit", name=shown)
            return None
        try:
            bomb = member.file_size > max(_RATIO_FROM, self._limits.ratio * max(member.compress_size, 1))
            allowed = min(allowed, _BOMB_START) if bomb else allowed
            source = self._unpacked(member) or cast(BinaryIO, self._zip.open(member))
            return PackageStream(source, shown, allowed, self._texts, bomb)
        except _DAMAGE as error:
            code = "encrypted" if member.flag_bits & 1 else "damaged"
            self._texts.trouble(code, "part-broken", name=shown, error=error)
            return None

    def _unpacked(self, member: zipfile.ZipInfo) -> BinaryIO | None:
        """Return a small sound member in a fraction of the time that zipfile takes; it is asked where this is None."""
        if self._data is None or member.compress_type != zipfile.ZIP_DEFLATED or member.file_size > _AT_ONCE:
            return None
        at = member.header_offset
        head = self._data[at : at + _LOCAL.size]
        if len(head) < _LOCAL.size or member.flag_bits & 1:
            return None
        mark, size, extra = _LOCAL.unpack(head)
        start = at + _LOCAL.size + size + extra
        if mark != b"PK\x03\x04" or self._data[at + _LOCAL.size : start - extra] != member.filename.encode():
            return None
        engine = zlib.decompressobj(-15)
        try:
            content = engine.decompress(self._data[start : start + member.compress_size], _AT_ONCE)
        except zlib.error:
            return None
        whole = engine.eof and len(content) == member.file_size and zlib.crc32(content) == member.CRC
        return io.BytesIO(content) if whole else None

    def read(self, name: str | zipfile.ZipInfo) -> bytes:
        """Return a part's bytes, b"" where it is missing or can't be read."""
        part = self.open(name)
        return part.read() if part else b""

    def type_of(self, name: str) -> str:
        """Return a part's content type in lower case, "" where none is stated (ECMA-376-2 7.3)."""
        kind = self._kinds.get(name)
        if kind is None:
            if self._types is None:
                self._types = self._read_types()
            place = key(name)
            kind = self._types.get(place) or self._types.get("." + place.rpartition(".")[2], "")
            self._kinds[name] = kind
        return kind

    def _read_types(self) -> dict[str, str]:
        types: dict[str, str] = {}
        data = self.read("[Content_Types].xml")
        root = tree(data, "[Content_Types].xml", self._texts) if data else None
        for entry in root if root is not None else ():
            place = attribute(entry, "PartName") or "." + attribute(entry, "Extension")
            types[key(place)] = attribute(entry, "ContentType").lower()
        return types

    def relations(self, name: str) -> list[Relation]:
        """Return a part's relationships ("" for the package's own), targets resolved to part names."""
        return self._related(name, *self._rels(name))

    def outer_relations(self, name: str) -> list[Relation]:
        """Return those of a part's relationships that lead out of the package; most parts have none."""
        rels, data = self._rels(name)
        # Plain letters can't hide the word; others (UTF-16, character references) are left to the XML parser.
        plain = data.isascii() and b"\0" not in data and b"&" not in data and b"<Relationships" in data
        if plain and b"external" not in data.lower():
            return []
        return [relation for relation in self._related(name, rels, data) if relation.external]

    def _rels(self, name: str) -> tuple[str, bytes]:
        folder, base = posixpath.split(name.replace("\\", "/"))
        rels = posixpath.join(folder, "_rels", base + ".rels")
        return rels, self.read(rels) if rels in self else b""

    def _related(self, name: str, rels: str, data: bytes) -> list[Relation]:
        folder = posixpath.dirname(name.replace("\\", "/"))
        root = tree(data, rels, self._texts) if data else None
        found = []
        for entry in root if root is not None else ():
            target = attribute(entry, "Target")
            external = attribute(entry, "TargetMode").lower() == "external"
            if not external:
                target = _resolved(folder, target)
            kind = attribute(entry, "Type").rpartition("/")[2]
            found.append(Relation(attribute(entry, "Id"), kind, target, external))
        return found


@lru_cache(4096)
def _resolved(folder: str, target: str) -> str:
    """Return the name of the part that a relative reference points to (ECMA-376-2 6.5)."""
    return posixpath.normpath(posixpath.join("/" + folder, unquote(target.replace("\\", "/")))).lstrip("/")


@lru_cache(8192)
def key(name: str) -> str:
    """Return a part's name as it is compared: no leading slash, forward slashes, lower case (ECMA-376-2 6.2.2)."""
    return name.replace("\\", "/").lstrip("/").lower()


def _put_right(data: Data, members: list[zipfile.ZipInfo], texts: Texts) -> None:
    """Let members whose header isn't where the directory says point to a header of their name and checksum."""
    lost = [m for m in members if m.header_offset < 0 or data[m.header_offset : m.header_offset + 4] != _SIGNATURE]
    if not lost:
        return
    places = _places(data, {raw_name(member) for member in lost})
    found = 0
    for member in lost:
        here = places.get(raw_name(member), {})
        at = here.get(member.CRC, here.get(None))
        if at is not None:
            found += 1
            member.header_offset = at
            if hasattr(member, "_end_offset"):  # newer zipfile takes a member that was moved for a bomb
                member._end_offset = None
    texts.trouble("damaged", "package-parts-misplaced", count=len(lost), found=found)


def _places(data: Data, wanted: set[bytes]) -> dict[bytes, dict[int | None, int]]:
    """Return where local headers of the wanted names stand, by checksum; None where a descriptor has the checksum."""
    places: dict[bytes, dict[int | None, int]] = {}
    at = data.find(_SIGNATURE)
    for _ in range(_MOST_HEADERS):
        head = data[at : at + 30] if at >= 0 else b""
        if len(head) < 30:
            break
        flags, crc, size = struct.unpack("<6xH6xI8xH2x", head)
        name = data[at + 30 : at + 30 + size] if size < 1024 else b""
        if name in wanted:
            places.setdefault(name, {}).setdefault(None if flags & 8 and not crc else crc, at)
        at = data.find(_SIGNATURE, at + 4)
    return places


def _rebuilt(untrusted_data: Data, limits: Limits, texts: Texts) -> bytes:
    """Return a new stored zip of the members found by their local headers."""
    buffer = io.BytesIO()
    total = 0
    with zipfile.ZipFile(buffer, "w") as rebuilt:
        for name, content in _loose_members(untrusted_data, limits):
            total += len(content)
            if total > limits.item_bytes:
                texts.trouble("limit-size", "package-over-limit")
                break
            rebuilt.writestr(zipfile.ZipInfo(name), content)
    return buffer.getvalue()


def _loose_members(untrusted_data: Data, limits: Limits) -> Iterator[tuple[str, bytes]]:
    """Yield (name, content) of deflated and stored members by their local headers, cut ones as far as they go."""
    at = untrusted_data.find(b"PK\x03\x04")
    while at >= 0 and at + 30 <= len(untrusted_data):
        head = struct.unpack("<4xHHHHHIIIHH", untrusted_data[at : at + 30])
        method, packed, name_size, extra_size = head[2], head[6], head[8], head[9]
        name = untrusted_data[at + 30 : at + 30 + name_size].decode("utf-8", "replace")
        begin = at + 30 + name_size + extra_size
        following = untrusted_data.find(b"PK\x03\x04", begin + packed)
        if method in (0, 8) and name and not name.endswith("/"):
            end = begin + packed if packed else (following if following > 0 else len(untrusted_data))
            yield name, _inflate(untrusted_data[begin:end], method, limits)
        at = following


def _inflate(packed: bytes, method: int, limits: Limits) -> bytes:
    if method == 0:
        return packed
    engine = zlib.decompressobj(-15)
    allowed = min(limits.item_bytes, max(_RATIO_FROM, len(packed) * limits.ratio))
    content = bytearray()
    try:
        for start in range(0, len(packed), 4096):
            content += engine.decompress(packed[start : start + 4096], allowed - len(content) + 1)
            if len(content) > allowed or engine.eof:
                break
    except zlib.error:
        pass
    return bytes(content)


def missing(name: str) -> Trouble:
    """Return the trouble for a part that the package names and doesn't hold."""
    return Trouble("damaged", say("package-part-missing", name=name))
