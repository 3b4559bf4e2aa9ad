"""Open packaging: the zip of parts, content types and relationships that Office Open XML files are.

ECMA-376 part 2. Members are unpacked within the limits only; a zip that lost its directory, or whose directory points
to wrong places, is read from its local headers (APPNOTE.TXT 4.3.7). Nothing is written, and no member's name is used as
a path.
"""

from __future__ import annotations

import contextlib
import io
import posixpath
import struct
import warnings
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from copy import copy
from dataclasses import dataclass
from functools import cached_property, lru_cache
from urllib.parse import unquote

from triage.errors import FormatError
from triage.messages import say
from triage.parsers.kit.contract import Context, Data, Limits, Probe, as_file
from triage.parsers.kit.texts import Texts, clean
from triage.parsers.kit.transfer import from_base64
from triage.parsers.kit.unpacking import CHUNK, Inflate, unpacked
from triage.parsers.kit.xml_parts import Element, Readable, attribute, local, tree, walk
from triage.parsers.kit.zip_members import SIGNATURE, raw_name, scanned

_FOLDERS = ("word/", "xl/", "ppt/", "visio/")
_RATIO_FROM = 1 << 20
"""The ratio counts for members that unpack to more than this many bytes."""

_BOMB_START = 4 << 20
"""How much of a member that unpacks to far more than its size is read all the same."""

_AT_ONCE = 4 << 20
"""Bytes up to which a part is unpacked in one go."""

_MOST_HEADERS = 1_000_000
_LOCAL = struct.Struct("<4s2xH6xI8xHH")
"""A local header: signature, flags, checksum, sizes of the name and the extra fields (APPNOTE.TXT 4.3.7)."""
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError)


@dataclass(frozen=True, slots=True)
class _Relation:
    """A relationship of a part: last word of its type, target (a part's name, or an address where ``external``)."""

    id: str
    kind: str
    target: str
    external: bool


def has_folder(probe: Probe, folder: str) -> bool:
    """Whether a file is a package with parts in this folder, or a damaged one that begins like it."""
    if probe.zip_names:
        return any(key(name).startswith(folder) for name in probe.zip_names)
    return probe.head[:4] == SIGNATURE and folder.encode() in probe.head


def states(probe: Probe, *kinds: str) -> bool:
    """Whether a file is a package whose content types name one of these, with no part in any of the usual folders."""
    if not any(kind.encode() in probe.stated_types for kind in kinds):
        return False
    return not any(key(name).startswith(_FOLDERS) for name in probe.zip_names)


class _PackageStream:
    """A member being unpacked: ends early, with a trouble, at a limit or at damage."""

    def __init__(self, source: Readable, name: str, allowed: int, texts: Texts, bomb: bool = False) -> None:
        self._source = source
        self._name = name
        self._left = allowed
        self._texts = texts
        self._bomb = bomb

    def read(self, size: int = 1 << 62) -> bytes:
        """Return the next bytes, at most ``size`` of them."""
        piece = self._source.read(min(size, self._left + 1))
        if len(piece) > self._left:
            code, key = ("limit-ratio", "part-over-ratio") if self._bomb else ("limit-size", "part-too-large")
            self._texts.trouble(code, key, name=self._name)
            piece = piece[: self._left]
        self._left -= len(piece)
        return piece


class _Pieces:
    """A member that comes in pieces: ends early, with a trouble, where it is damaged; a wrong checksum is noted."""

    def __init__(self, pieces: Iterator[bytes], member: zipfile.ZipInfo, texts: Texts) -> None:
        self._whole = self._checked(pieces, member, texts)
        self._begun = b""

    def _checked(self, pieces: Iterator[bytes], member: zipfile.ZipInfo, texts: Texts) -> Iterator[bytes]:
        left, checksum = member.file_size, 0
        try:
            for piece in pieces:
                piece = piece[:left]
                left -= len(piece)
                checksum = zlib.crc32(piece, checksum)
                yield piece
                if not left:
                    break
        except _DAMAGE as error:
            texts.trouble("damaged", "part-broken-off", name=member.filename, error=error)
        else:
            if checksum != member.CRC:
                texts.trouble("damaged", "member-wrong-checksum", name=member.filename)

    def read(self, size: int) -> bytes:
        """Return the next bytes, ``size`` of them where there are so many."""
        taken = [self._begun]
        count = len(self._begun)
        while count < size and (piece := next(self._whole, b"")):
            taken.append(piece)
            count += len(piece)
        whole = b"".join(taken)
        self._begun = whole[size:]
        return whole[:size]


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
            _correct_offsets(self._data, self.members, texts)
        self._by_name = {key(m.filename): m for m in self.members}

    def __contains__(self, name: str) -> bool:
        return key(name) in self._by_name

    def open(self, name: str | zipfile.ZipInfo) -> _PackageStream | None:
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
            source = self._unpacked(member) or _Pieces(self._pieces(member), member, self._texts)
            return _PackageStream(source, shown, allowed, self._texts, bomb)
        except _DAMAGE as error:
            code = "encrypted" if member.flag_bits & 1 else "damaged"
            self._texts.trouble(code, "part-broken", name=shown, error=error)
            return None

    def _unpacked(self, member: zipfile.ZipInfo) -> Readable | None:
        """Return a small sound member in a fraction of the time that pieces take; None where it isn't such."""
        packed = self._packed(member) if member.file_size <= _AT_ONCE else None
        if packed is None:
            return None
        engine = zlib.decompressobj(-15)
        try:
            content = engine.decompress(packed, _AT_ONCE)
        except zlib.error:
            return None
        whole = engine.eof and len(content) == member.file_size and zlib.crc32(content) == member.CRC
        return io.BytesIO(content) if whole else None

    def _packed(self, member: zipfile.ZipInfo) -> bytes | None:
        """Return the bytes of a deflated member behind a header of its name; None where there is none such."""
        if self._data is None or member.compress_type != zipfile.ZIP_DEFLATED:
            return None
        at = member.header_offset
        head = self._data[at : at + _LOCAL.size]
        if len(head) < _LOCAL.size or member.flag_bits & 1:
            return None
        mark, _, _, size, extra = _LOCAL.unpack(head)
        start = at + _LOCAL.size + size + extra
        if mark != SIGNATURE or self._data[at + _LOCAL.size : start - extra] != member.filename.encode():
            return None
        return self._data[start : start + member.compress_size]

    def _pieces(self, member: zipfile.ZipInfo) -> Iterator[bytes]:
        """Return a member's pieces up to where it is damaged, whatever its checksum."""
        packed = self._packed(member)
        if packed is not None:
            return unpacked(Inflate(-15), packed)
        unchecked = copy(member)
        del unchecked.CRC  # zipfile would give up at a wrong one
        source = self._zip.open(unchecked)
        return iter(lambda: source.read(CHUNK), b"")

    def read(self, name: str | zipfile.ZipInfo) -> bytes:
        """Return a part's bytes, b"" where it is missing or can't be read."""
        part = self.open(name)
        return part.read() if part else b""

    def walk(
        self, part: str | zipfile.ZipInfo, tags: Sequence[str], starts: bool = True
    ) -> Iterator[tuple[str, Element]]:
        """Walk the elements of a part as ``kit.xml`` does, none where it is missing or can't be unpacked."""
        source = self.open(part)
        name = part if isinstance(part, str) else part.filename
        return walk(source, name, tags, self._texts, starts) if source else iter(())

    def type_of(self, name: str) -> str:
        """Return a part's content type in lower case, "" where none is stated (ECMA-376-2 7.3)."""
        place = key(name)
        return self._types.get(place) or self._types.get("." + place.rpartition(".")[2], "")

    @cached_property
    def _types(self) -> dict[str, str]:
        """The content types by part name, or by "." and an extension."""
        types: dict[str, str] = {}
        data = self.read("[Content_Types].xml")
        root = tree(data, "[Content_Types].xml", self._texts) if data else None
        for entry in root if root is not None else ():
            place = attribute(entry, "PartName") or "." + attribute(entry, "Extension")
            types[key(place)] = attribute(entry, "ContentType").lower()
        return types

    def relations(self, name: str, outer: bool = False) -> list[_Relation]:
        """Return a part's relationships, targets resolved to part names; ``outer``: those that leave the package."""
        folder, base = posixpath.split(name.replace("\\", "/"))
        rels = posixpath.join(folder, "_rels", base + ".rels")
        data = self.read(rels)
        # Plain letters can't hide the word; others (UTF-16, character references) are left to the XML parser.
        plain = data.isascii() and b"\0" not in data and b"&" not in data and b"<Relationships" in data
        if outer and plain and b"external" not in data.lower():
            return []
        root = tree(data, rels, self._texts) if data else None
        relations = []
        for entry in root if root is not None else ():
            target = attribute(entry, "Target")
            external = attribute(entry, "TargetMode").lower() == "external"
            if not external:
                target = _resolved(folder, target)
            kind = attribute(entry, "Type").rpartition("/")[2]
            if external or not outer:
                relations.append(_Relation(attribute(entry, "Id"), kind, target, external))
        return relations

    def find(self, usual: str, kind: str) -> str:
        """Return a part's usual name, or where it isn't there the name of the first part whose type ends so."""
        stated = (m.filename for m in self.members if self.type_of(m.filename).endswith(kind))
        return usual if usual in self else next(stated, usual)

    def related(self, name: str, kind: str) -> str:
        """Return the first part to which a part, or the package itself (""), relates in this way; "" for none."""
        targets = (r.target for r in self.relations(name) if r.kind == kind and r.target in self)
        return next(targets, "")


@lru_cache(4096)
def _resolved(folder: str, target: str) -> str:
    """Return the name of the part that a relative reference points to (ECMA-376-2 6.5)."""
    return posixpath.normpath(posixpath.join("/" + folder, unquote(target.replace("\\", "/")))).lstrip("/")


@lru_cache(8192)
def key(name: str) -> str:
    """Return a part's name as it is compared: no leading slash, forward slashes, lower case (ECMA-376-2 6.2.2)."""
    return name.replace("\\", "/").lstrip("/").lower()


def _correct_offsets(data: Data, members: list[zipfile.ZipInfo], texts: Texts) -> None:
    """Let members whose header isn't where the directory says point to a header of their name and checksum."""
    lost = [m for m in members if m.header_offset < 0 or data[m.header_offset : m.header_offset + 4] != SIGNATURE]
    if not lost:
        return
    offsets = _header_offsets(data, {raw_name(member) for member in lost})
    moved = 0
    for member in lost:
        name = raw_name(member)
        at = offsets.get((name, member.CRC), offsets.get((name, None)))
        if at is not None:
            moved += 1
            member.header_offset = at
            if hasattr(member, "_end_offset"):  # newer zipfile takes a member that was moved for a bomb
                member._end_offset = None
    texts.trouble("damaged", "package-parts-misplaced", count=len(lost), found=moved)


def _header_offsets(data: Data, wanted: set[bytes]) -> dict[tuple[bytes, int | None], int]:
    """Return where local headers of the wanted names stand, by name and checksum (None where a descriptor has it)."""
    offsets: dict[tuple[bytes, int | None], int] = {}
    at = data.find(SIGNATURE)
    for _ in range(_MOST_HEADERS):
        head = data[at : at + _LOCAL.size] if at >= 0 else b""
        if len(head) < _LOCAL.size:
            break
        _, flags, crc, size, _ = _LOCAL.unpack(head)
        name = data[at + _LOCAL.size : at + _LOCAL.size + size] if size < 1024 else b""
        if name in wanted:
            offsets.setdefault((name, None if flags & 8 and not crc else crc), at)
        at = data.find(SIGNATURE, at + 4)
    return offsets


def _rebuilt(untrusted_data: Data, limits: Limits, texts: Texts) -> bytes:
    """Return a new stored zip of the members found by their local headers, cut ones as far as they go."""
    buffer = io.BytesIO()
    total = end = 0
    with zipfile.ZipFile(buffer, "w") as rebuilt:
        for entry in scanned(untrusted_data):
            if entry.at < end:  # a member of a package inside this one, of which the end is missing
                continue
            end = entry.end
            name = entry.raw_name.decode("utf-8", "replace")
            if entry.method not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) or name.endswith("/"):
                continue
            content = untrusted_data[entry.start : entry.end]
            if entry.method == zipfile.ZIP_DEFLATED:
                content = _inflated(content, limits)
            total += len(content)
            if total > limits.item_bytes:
                texts.trouble("limit-size", "package-over-limit")
                break
            rebuilt.writestr(zipfile.ZipInfo(name), content)
    return buffer.getvalue()


def _inflated(packed: bytes, limits: Limits) -> bytes:
    engine = zlib.decompressobj(-15)
    allowed = min(limits.item_bytes, max(_RATIO_FROM, len(packed) * limits.ratio))
    content = bytearray()
    with contextlib.suppress(zlib.error):
        for start in range(0, len(packed), 4096):
            content += engine.decompress(packed[start : start + 4096], allowed - len(content) + 1)
            if len(content) > allowed or engine.eof:
                break
    return bytes(content)


# Signatures of Open Packaging files: what the signer said, when, and whose certificate lies with it.
#
# ECMA-376-2 10, XML Signature 4.5, MS-OFFCRYPTO 2.5.2.5. Nothing is verified: neither signature nor certificate, and
# no property says that somebody signed.

_KIND = "package.digital-signature-"
_MOST = 50
"""Signatures of a package, and certificates of a signature, that are read."""

_SAID = {
    "SignatureText": "text",
    "SignatureComments": "comments",
    **dict.fromkeys(("SignatureTime", "SigningTime"), "time as stated"),
    "ClaimedRole": "role as stated",
    **dict.fromkeys(("City", "StateOrProvince", "CountryName", "Address1", "Address2"), "place as stated"),
    **dict.fromkeys(
        ("DelegateSuggestedSigner", "DelegateSuggestedSigner2", "DelegateSuggestedSignerEmail"), "expected of"
    ),
    **dict.fromkeys(("X509Certificate", "X509SubjectName"), "certificate (not checked)"),
}
"""Elements that hold a person's words, and what their property is called behind "Signature"."""


def signatures(package: Package, texts: Texts) -> Iterator[tuple[str, str]]:
    """Yield (name, value) of what a package's signatures say; damage and limits are noted in ``texts``."""
    signed = _parts(package, "xmlsignature+xml", texts)
    for number, part in enumerate(signed, 1):
        root = tree(package.read(part), part.filename, texts)
        start = "Signature" if number == 1 else f"Signature {number}"
        for name, values in _statements(root, part.filename, texts).items() if root is not None else ():
            yield f"{start} {name}", "; ".join(values)
    certificates = _parts(package, "certificate", texts)
    subjects = dict.fromkeys(_subject(package.read(part), part.filename, texts) for part in certificates)
    if told := "; ".join(filter(None, subjects)):
        yield "Certificate for signatures (not checked)", told


def _parts(package: Package, ending: str, texts: Texts) -> list[zipfile.ZipInfo]:
    parts = [m for m in package.members if package.type_of(m.filename).endswith(_KIND + ending)]
    if len(parts) > _MOST:
        texts.trouble("limit-count", "too-many-signatures", holder=say("the-package"), most=_MOST)
    return parts[:_MOST]


def _statements(root: Element, part: str, texts: Texts) -> dict[str, dict[str, None]]:
    """Return the values of one signature by the names of their properties, each value once, in the order of names."""
    values: dict[str, dict[str, None]] = {name: {} for name in _SAID.values()}
    certificates = 0
    for element in root.iter():
        tag = local(element)
        if tag not in _SAID:
            continue
        value = "".join(e.text or "" for e in element.iter() if local(e) != "Format").strip()
        if tag == "X509Certificate":
            certificates += 1
            if certificates > _MOST:
                texts.trouble("limit-count", "too-many-signatures", holder=say("the-part", name=part), most=_MOST)
                break
            value = _subject(from_base64(value), part, texts)
        if value:
            values[_SAID[tag]][clean(value)] = None
    return {name: stated for name, stated in values.items() if stated}


def _subject(untrusted_certificate: bytes, part: str, texts: Texts) -> str:
    """Return to whom a certificate was issued (RFC 4514), "" with a trouble where it can't be read."""
    from cryptography import x509
    from cryptography.x509.oid import NameOID

    names = {NameOID.SURNAME: "SN", NameOID.GIVEN_NAME: "GN", NameOID.SERIAL_NUMBER: "serialNumber"}
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # that a certificate breaks a rule which nothing here relies on
            subject = x509.load_der_x509_certificate(untrusted_certificate).subject
            return clean(subject.rfc4514_string({**names, NameOID.EMAIL_ADDRESS: "E"}))
    except Exception as error:  # cryptography raises several kinds for broken certificates
        texts.trouble("damaged", "certificate-unreadable", part=part, error=error)
        return ""
