"""ZIP archives, and what no other reader claims inside a ZIP: members by the central directory (APPNOTE 4.3.12) and,
where it is damaged or leaves gaps, by local headers. Names are UTF-8 by flag or Unicode path field (4.6.9), else judged
together.
"""

from __future__ import annotations

import bz2
import hashlib
import hmac
import lzma
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice
from typing import cast

import msgspec
from msgspec.structs import replace

from triage.errors import EarlyEndError, FormatError
from triage.messages import say
from triage.model.items import Child, Extract, Segment, Trouble
from triage.model.messages import Value
from triage.parsers.kit.charset import decode_text
from triage.parsers.kit.contract import PASSED, Context, Data, Probe, as_file
from triage.parsers.kit.texts import Piece, PlainerReading
from triage.parsers.kit.unpacking import (
    CHUNK,
    Inflate,
    UnpackingBudget,
    first_names,
    kind_of_part,
    member_list,
    shown,
    unpacked,
    unsafe_name,
)
from triage.zstd import zstd

# The members and where their bytes stand. No size in a header is trusted to stand inside the file.

_LOCAL = struct.Struct("<4sHHHHHIIIHH")
SIGNATURE = b"PK\x03\x04"
_MAX_MEMBERS = 1_000_000
_MAX_MISFITS = 1_000
_OVERLAP = 4
_END = struct.Struct("<4sHHHHIIH")
_END64 = struct.Struct("<4sIQI")


class ZipEntry(msgspec.Struct, frozen=True):
    """A member: its data are ``packed`` bytes from ``start``, its header is ``at``; ``crc`` is None where only a
    descriptor has it, ``check`` the byte that a right ZipCrypto password gives.
    """

    raw_name: bytes
    method: int
    flags: int
    crc: int | None
    packed: int
    start: int
    at: int
    check: int
    extra: bytes
    size: int
    name: str = ""

    @property
    def encrypted(self) -> bool:
        return bool(self.flags & 1)

    @property
    def end(self) -> int:
        return self.start + self.packed


def entries(untrusted_data: Data, is_part: bool = False) -> tuple[list[ZipEntry], list[Trouble]]:
    """Return the members as listed, and what is wrong with the list; ``is_part`` is what the archive's name says."""
    members, troubles = _all_members(untrusted_data, is_part)
    distinct = _apart(members, len(untrusted_data))
    if len(distinct) < len(members):
        troubles.append(Trouble("limit-ratio", say("members-overlap", count=len(members) - len(distinct))))
    return _named(distinct), troubles


def _all_members(data: Data, is_part: bool) -> tuple[list[ZipEntry], list[Trouble]]:
    troubles: list[Trouble] = []
    parts, count = _parts(data)
    try:
        listed = in_directory(data)
    except Exception as error:  # zipfile raises a dozen kinds on damage
        members = scanned(data)
        if is_part or (parts > 1 and len(members) < count) or (not parts and data[:6] == b"PK\x07\x08PK"):
            if parts > 1:
                sentence = say("split-last-part", parts=parts, count=len(members))
            else:
                key = "split-part-by-name" if is_part and not parts else "split-first-part-members"
                sentence = say(key, count=len(members))
            return members, [Trouble("truncated", sentence)]
        return members, [Trouble("damaged", say("directory-damaged", error=str(error)[:100], count=len(members)))]
    members = [entry for entry in listed if entry.start]
    found = relocated(data, listed) if len(members) < len(listed) else []
    members += [entry for entry in found if entry.start]
    missed = [entry for entry in found if entry.packed and not entry.start]
    if missed and parts > 1:
        sentence = say("split-last-part-missing", parts=parts, count=len(missed), names=_names(missed))
        troubles.append(Trouble("truncated", sentence))
    elif missed:
        troubles.append(Trouble("damaged", say("members-missing", count=len(missed), names=_names(missed))))
    hidden = _between(data, members)
    if hidden:
        troubles.append(Trouble("damaged", say("members-unlisted", count=len(hidden), names=_names(hidden))))
    return members + hidden, troubles


def _parts(data: Data) -> tuple[int, int]:
    """Return how many parts and members a split archive has (APPNOTE 4.3.15, 4.4.19, 4.4.22), else (0, 0)."""
    tail = data[max(0, len(data) - 66_000) :]
    at = tail.rfind(b"PK\x05\x06")
    if at < 0 or at + _END.size > len(tail):
        return 0, 0
    _, part, _, _, count, *_ = _END.unpack_from(tail, at)
    parts = part + 1
    if at >= _END64.size and tail[at - _END64.size : at - 16] == b"PK\x06\x07":
        parts = max(_END64.unpack_from(tail, at - _END64.size)[3], 1)
    return parts, count


def _apart(members: list[ZipEntry], size: int) -> list[ZipEntry]:
    # Overlapping bombs claim the file's bytes over and over.
    left = _OVERLAP * size + (1 << 20)
    for number, entry in enumerate(members):
        left -= max(0, min(entry.packed, size - entry.start))
        if left < 0:
            return members[:number]
    return members


def in_directory(data: Data) -> list[ZipEntry]:
    """Return the members that the directory lists; ``start`` is 0 where no header is in the place that it states.

    Raises whatever zipfile raises for a damaged directory.
    """
    members: list[ZipEntry] = []
    with zipfile.ZipFile(as_file(data)) as archive:
        for info in archive.infolist():
            at = info.header_offset
            head = data[at : at + _LOCAL.size] if at >= 0 else b""
            sound = len(head) == _LOCAL.size and head[:4] == SIGNATURE
            start = at + _LOCAL.size + sum(_LOCAL.unpack(head)[-2:]) if sound else 0
            clock = info._raw_time if info.flag_bits & 8 else info.CRC >> 16  # type: ignore[attr-defined]
            entry = ZipEntry(
                raw_name=info.orig_filename.encode("utf-8" if info.flag_bits & 0x800 else "cp437", "replace"),
                method=info.compress_type,
                flags=info.flag_bits,
                crc=info.CRC,
                packed=info.compress_size,
                start=start,
                at=at,
                check=(clock >> 8) & 0xFF,
                extra=info.extra,
                size=info.file_size,
            )
            members.append(entry)
    return members


def relocated(data: Data, listed: list[ZipEntry]) -> list[ZipEntry]:
    """Return the listed members without a header in its place, those found elsewhere by name with that ``start``.

    Of several headers of the name that with the right checksum counts, else one whose checksum stands behind the data.
    """
    known = {entry.at for entry in listed if entry.start}
    lost = [entry for entry in listed if not entry.start]
    names = {entry.raw_name for entry in lost}
    headers: dict[bytes, dict[int | None, ZipEntry]] = {}
    at = data.find(SIGNATURE)
    for _ in range(_MAX_MEMBERS):
        if at < 0:
            break
        header = local(data, at) if at not in known else None
        if header is not None and header.raw_name in names:
            headers.setdefault(header.raw_name, {}).setdefault(header.crc, header)
        at = data.find(SIGNATURE, at + 4)
    found = []
    for entry in lost:
        alike = headers.get(entry.raw_name, {})
        here = alike.get(entry.crc) or alike.get(None) or next(iter(alike.values()), None)
        found.append(replace(entry, start=here.start, at=here.at) if here else entry)
    return found


def _names(members: list[ZipEntry]) -> Value:
    return first_names(short_name(entry.raw_name) for entry in members)


def local(data: Data, at: int, stated: int | None = None) -> ZipEntry | None:
    """Return the member whose local header is at ``at``; without a stated packed size the next signature ends it."""
    head = data[at : at + _LOCAL.size]
    if len(head) < _LOCAL.size:
        return None
    signature, _, flags, method, time, _, crc, packed, size, n, m = _LOCAL.unpack(head)
    if signature != SIGNATURE or n > 4096 or not n:
        return None
    start = at + _LOCAL.size + n + m
    raw = data[at + _LOCAL.size : at + _LOCAL.size + n]
    extra = data[start - m : start]
    if packed == 0xFFFFFFFF or size == 0xFFFFFFFF:
        size, packed = _zip64(extra, size, packed)
    known = not flags & 8 or packed
    if stated is not None:
        packed = stated
    elif not known:
        following = (data.find(mark, start) for mark in (SIGNATURE, b"PK\x07\x08", b"PK\x01\x02"))
        packed = min((at for at in following if at >= 0), default=len(data)) - start
    check = (time >> 8) & 0xFF if flags & 8 else crc >> 24
    return ZipEntry(
        raw_name=raw,
        method=method,
        flags=flags,
        crc=crc if known else None,
        packed=packed,
        start=start,
        at=at,
        check=check,
        extra=extra,
        size=size,
    )


def scanned(data: Data) -> list[ZipEntry]:
    """Return the members found by their local headers alone, each after the end of the one before."""
    return list(islice(scan(data), _MAX_MEMBERS))


def scan(data: Data) -> Iterator[ZipEntry]:
    """Yield these members as they are found."""
    misfits = 0
    at = data.find(SIGNATURE)
    while at >= 0 and misfits < _MAX_MISFITS:
        entry = local(data, at)
        fits = entry is not None and entry.end <= len(data)
        misfits += not fits
        if entry is not None:
            yield entry
        at = data.find(SIGNATURE, max(entry.end, at + 4) if entry is not None and fits else at + 4)


def _between(data: Data, listed: list[ZipEntry]) -> list[ZipEntry]:
    # Members whose headers stand right where a listed one ends.
    known = {entry.at for entry in listed}
    hidden: list[ZipEntry] = []
    ends = [0] + [entry.end for entry in listed]
    while ends and len(hidden) < 10_000:
        at = ends.pop()
        if data[at : at + 4] == b"PK\x07\x08":
            at += 16
        if at in known or data[at : at + 4] != SIGNATURE:
            continue
        known.add(at)
        entry = local(data, at)
        if entry is not None:
            hidden.append(entry)
            ends.append(entry.end)
    return hidden


def field(extra: bytes, kind: int) -> bytes | None:
    """Return the body of the first extra field of this kind (APPNOTE 4.5), or None."""
    at = 0
    while at + 4 <= len(extra):
        here, size = struct.unpack_from("<HH", extra, at)
        if here == kind:
            return extra[at + 4 : at + 4 + size]
        at += 4 + size
    return None


def _zip64(extra: bytes, size: int, packed: int) -> tuple[int, int]:
    body = field(extra, 1) or b""
    values = list(struct.unpack(f"<{len(body) // 8}Q", body[: len(body) // 8 * 8]))
    if size == 0xFFFFFFFF and values:
        size = values.pop(0)
    if packed == 0xFFFFFFFF and values:
        packed = values.pop(0)
    return size, packed


def _stated_name(entry: ZipEntry) -> str:
    # The Info-ZIP Unicode path field counts where it belongs to this raw name.
    body = field(entry.extra, 0x7075) or b""
    if len(body) > 5 and body[0] == 1 and struct.unpack_from("<I", body, 1)[0] == zlib.crc32(entry.raw_name):
        return body[5:].decode("utf-8", "replace")
    return entry.raw_name.decode("utf-8", "replace") if entry.flags & 0x800 else ""


def _named(members: list[ZipEntry]) -> list[ZipEntry]:
    # Names that state no character set are judged together, so that short ones gain weight.
    stated = [_stated_name(entry) for entry in members]
    raw = [entry.raw_name for entry, name in zip(members, stated, strict=True) if not name]
    joined = b"\n".join(name.replace(b"\n", b" ") for name in raw)
    names: list[str] = []
    if joined.isascii() or sum(byte > 0x7F for byte in joined[:10_000]) >= 6:
        names = decode_text(joined)[0].split("\n")
    if len(names) != len(raw):
        names = [short_name(name) for name in raw]
    fresh = iter(names)
    return [replace(entry, name=name or next(fresh)) for entry, name in zip(members, stated, strict=True)]


def short_name(raw: bytes) -> str:
    """Return a name by itself: UTF-8 where it is that, else in the code page of DOS."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp437")


# How ZIP members are packed: methods 0, 8, 9, 12, 14, 93, 95, 98 (APPNOTE 4.4.5), piece by piece.


def _deflate64(packed: bytes, entry: ZipEntry) -> Iterator[bytes]:
    import inflate64

    inflate = inflate64.Inflater()
    for at in range(0, len(packed), 4096):
        yield inflate.inflate(packed[at : at + 4096])
    if not inflate.eof:
        raise EarlyEndError("packed-ends-early")


def _lzma(packed: bytes, entry: ZipEntry) -> Iterator[bytes]:
    """APPNOTE 5.8: version, size of the properties, properties, data; an end mark only where flag bit 1 is set."""
    _, size = struct.unpack_from("<HH", packed)
    level, dictionary = struct.unpack_from("<BI", packed, 4)
    if level >= 225 or dictionary > 256 << 20:
        raise FormatError("lzma-properties-out-of-range")
    options = {"id": lzma.FILTER_LZMA1, "lc": level % 9, "lp": level // 9 % 5, "pb": level // 45}
    options["dict_size"] = max(dictionary, 4096)
    unpack = lzma.LZMADecompressor(lzma.FORMAT_RAW, filters=[options])
    left = entry.size
    for piece in unpacked(unpack, packed[4 + size :]) if left or entry.flags & 2 else ():
        yield piece
        left -= len(piece)
        if left <= 0 and not entry.flags & 2:
            return


def _ppmd(packed: bytes, entry: ZipEntry) -> Iterator[bytes]:
    """APPNOTE 5.10: order, memory and restoration in two bytes, then PPMd version I revision 1."""
    import pyppmd

    (settings,) = struct.unpack_from("<H", packed)
    memory = ((settings >> 4) & 0xFF) + 1
    decoder = pyppmd.Ppmd8Decoder((settings & 0xF) + 1, memory << 20, settings >> 12)
    data, left = packed[2:], entry.size
    while left > 0:
        piece = decoder.decode(data, min(left, CHUNK))
        data = b""
        if not piece:
            raise EarlyEndError("packed-ends-early")
        left -= len(piece)
        yield piece


METHODS: dict[int, Callable[[bytes, ZipEntry], Iterator[bytes]]] = {
    0: lambda packed, entry: iter((packed,)),
    8: lambda packed, entry: unpacked(Inflate(-15), packed),
    9: _deflate64,
    12: lambda packed, entry: unpacked(bz2.BZ2Decompressor(), packed),
    14: _lzma,
    93: lambda packed, entry: unpacked(zstd().ZstdDecompressor(), packed),
    95: lambda packed, entry: unpacked(lzma.LZMADecompressor(lzma.FORMAT_XZ, memlimit=256 << 20), packed),
    98: _ppmd,
}
"""What yields a member's unpacked bytes by the number of its method.

It raises what the decompressor raises, and EOFError for data that end early.
"""


# Encrypted members: APPNOTE 6.1, and WinZip AE-1 and AE-2 (extra field 0x9901, PBKDF2 with 1,000 rounds). No password
# is kept, logged or put into a sentence.

AES = 99
"""The method that marks a member as encrypted with AES; the real one is in its extra field."""


class WrongPasswordError(Exception):
    """No password given opens the member; ``key`` is that of the sentence about members that stayed closed."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


def decrypted(packed: bytes, entry: ZipEntry, passwords: tuple[str, ...]) -> tuple[bytes, int, str]:
    """Return the member's packed bytes in clear, their method, and the password that opened them."""
    if entry.flags & 0x40 and entry.method != AES:
        raise WrongPasswordError("members-encrypted-unread-method")
    for password in dict.fromkeys(passwords):
        for secret in dict.fromkeys((password.encode(), password.encode("cp437", "replace"))):
            opened = _open_aes(packed, entry, secret) if entry.method == AES else _open_old(packed, entry, secret)
            if opened is not None:
                return *opened, password
    raise WrongPasswordError("members-encrypted-no-password" if passwords else "members-encrypted")


def _open_aes(packed: bytes, entry: ZipEntry, secret: bytes) -> tuple[bytes, int] | None:
    from Cryptodome.Cipher import AES as Cipher
    from Cryptodome.Util import Counter

    body = field(entry.extra, 0x9901) or b""
    if len(body) < 7 or body[4] not in (1, 2, 3):
        raise WrongPasswordError("members-encrypted-unread-method")
    size = 8 + 8 * body[4]
    salt, check = packed[: size // 2], packed[size // 2 : size // 2 + 2]
    keys = hashlib.pbkdf2_hmac("sha1", secret, salt, 1000, 2 * size + 2)
    if not check or not hmac.compare_digest(keys[-2:], check):
        return None
    cipher, tag = packed[size // 2 + 2 : -10], packed[-10:]
    if not hmac.compare_digest(hmac.new(keys[size : 2 * size], cipher, "sha1").digest()[:10], tag):
        return None
    aes = Cipher.new(keys[:size], Cipher.MODE_CTR, counter=Counter.new(128, initial_value=1, little_endian=True))
    return aes.decrypt(cipher), struct.unpack_from("<H", body, 5)[0]


def _open_old(packed: bytes, entry: ZipEntry, secret: bytes) -> tuple[bytes, int] | None:
    # A wrong password passes the one-byte check once in 256, so the start is unpacked too.
    head = _clear(packed[:12], secret)
    if len(head) < 12 or head[11] != entry.check:
        return None
    if entry.method == 8:
        try:
            zlib.decompressobj(-15).decompress(_clear(packed[:4096], secret)[12:])
        except zlib.error:
            return None
    return _clear(packed, secret)[12:], entry.method


def _clear(packed: bytes, secret: bytes) -> bytes:
    return cast(bytes, zipfile._ZipDecrypter(secret)(packed))  # type: ignore[attr-defined]


TYPE = "application/zip"
_WITHOUT_READER = {
    "xps-document": (".fpage", ".fdseq"),  # ECMA-388 10.3
    "iwork-document": (".iwa", "buildversionhistory.plist"),  # the newer form, and both forms
}
"""Kinds of documents whose parts are read as members, by how the names of some of them end."""
_STARTS = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08PK", b"PK00PK\x03\x04")


def claims(probe: Probe) -> bool:
    # Later parts of a split archive begin anywhere in it, and only their names tell.
    if probe.head.startswith(_STARTS) or (kind_of_part(probe.name) == "zip" and not probe.is_text):
        return True
    likely = probe.head[:2] == b"MZ" or probe.extension in ("zip", "zipx")
    return likely and b"PK\x05\x06" in probe.data[max(0, len(probe.data) - 66_000) :]


def parse(untrusted_data: Data, context: Context) -> Extract:
    extract, members = listed(untrusted_data, TYPE, context)
    for kind, endings in _WITHOUT_READER.items():
        if any(entry.name.lower().endswith(endings) for entry in members):
            extract.troubles.append(Trouble("unsupported", say("kind-without-reader-parts", kind=say(kind))))
    extract.children = _children(untrusted_data, members, context)
    return extract


def listed(untrusted_data: Data, media: str, context: Context) -> tuple[Extract, list[ZipEntry]]:
    """Return an extract of this type with the names of the members and the archive's comment, and the members."""
    PlainerReading(context.limits, partial(_plainer, untrusted_data, context))
    members, troubles = entries(untrusted_data, kind_of_part(context.name) == "zip")
    extract = Extract(
        media, [Segment("properties", member_list(context.listable(entry.name for entry in members)))], troubles
    )
    tail = untrusted_data[max(0, len(untrusted_data) - 65_557) :]
    at = tail.rfind(b"PK\x05\x06")
    comment = tail[at + 22 :].decode("utf-8", "replace").strip("\x00 \r\n")[:10_000] if at >= 0 else ""
    if comment:
        extract.properties.append(("comment", comment))
    return extract, members


def _plainer(untrusted_data: Data, context: Context) -> Iterator[Piece]:
    for count, entry in enumerate(scan(untrusted_data), 1):
        names = context.listable([decode_text(entry.raw_name)[0]])
        yield [Segment("properties", f"{name}\n") for name in names], None, say("place-member", count=count)


class Locks:
    """Passwords to try, the last that fitted first; and the members that none opened, to be told in one sentence."""

    def __init__(self, context: Context) -> None:
        self.passwords = context.passwords
        self.fitted = context.fitted
        self.closed: list[str] = []
        self.why = "members-encrypted"

    def fits(self, password: str) -> None:
        """Remember the password that opened a member."""
        self.fitted.append(password)
        self.passwords = tuple(dict.fromkeys((password, *self.passwords)))

    def report(self) -> Iterator[Trouble]:
        """Tell which members stayed closed."""
        if self.closed:
            yield Trouble("encrypted", say(self.why, count=len(self.closed), names=first_names(self.closed)))


def _children(data: Data, members: list[ZipEntry], context: Context) -> Iterator[Child | Trouble]:
    budget = UnpackingBudget(context.limits)
    locks = Locks(context)
    number = 0
    for entry in members:
        parts = list(_parts_of(data, entry, number, context, budget, locks))
        yield from parts
        number += sum(isinstance(part, Child) for part in parts)
    yield from locks.report()


def _parts_of(
    data: Data, entry: ZipEntry, number: int, context: Context, budget: UnpackingBudget, locks: Locks
) -> Iterator[Child | Trouble]:
    if denied := context.denied(entry.name):
        if not entry.name.endswith(("/", "\\")):
            yield denied
        return
    certain = _is_certain(entry)
    if certain and context.passes(number):
        yield PASSED
        return
    yield from unsafe_name(entry.name)
    lost = certain
    for part in member(data, entry, budget, locks):
        lost = lost and isinstance(part, Trouble)
        yield part
    if lost:
        yield Child(entry.name, b"", location=_location(entry), packed=entry.packed, lost=True)


def _is_certain(entry: ZipEntry) -> bool:
    # Readers that share an archive must agree, before anything is unpacked, on what counts as a child.
    return not entry.encrypted and entry.method in METHODS and not entry.name.endswith("/")


def member(data: Data, entry: ZipEntry, budget: UnpackingBudget, locks: Locks) -> Iterator[Child | Trouble]:
    """Yield a member, and what is wrong with it; nothing for a folder, or one that no password opens."""
    packed = data[entry.start : entry.end]
    method, size = entry.method, len(packed)
    if entry.encrypted:
        try:
            packed, method, password = decrypted(packed, entry, locks.passwords)
            locks.fits(password)
        except WrongPasswordError as error:
            locks.closed.append(entry.name)
            locks.why = error.key
            return
    if method not in METHODS:
        yield Trouble("unsupported", say("member-unknown-method", name=shown(entry.name), method=method))
        return
    unpacked = budget.collect(METHODS[method](packed, entry), len(packed), entry.name)
    if unpacked.trouble is not None:
        yield unpacked.trouble
    elif size < entry.packed:
        yield Trouble("truncated", say("member-cut-short", name=shown(entry.name)))
    elif unpacked.data is not None and not _sums(entry, unpacked.data):
        yield Trouble("damaged", say("member-wrong-checksum", name=shown(entry.name)))
    is_folder = entry.name.endswith("/") and not unpacked.data
    if unpacked.data is not None and not is_folder:
        yield Child(entry.name, unpacked.data, location=_location(entry), packed=size)


def _location(entry: ZipEntry) -> str:
    return f"{entry.at}-{entry.packed}"


def members(untrusted_data: Data, context: Context) -> Callable[[str], Child | None]:
    def at(location: str) -> Child | None:
        header, packed = map(int, location.split("-"))
        entry = local(untrusted_data, header, packed)
        if entry is not None and context.denials is not None:
            try:
                name = entry.raw_name.decode()
            except UnicodeDecodeError:
                return None  # the walk knows the character set
            if denied := context.denied(name):
                return denied
        parts = member(untrusted_data, entry, UnpackingBudget(context.limits), Locks(context)) if entry else ()
        return next((child for child in parts if isinstance(child, Child)), None)

    return at


def _sums(entry: ZipEntry, data: bytes) -> bool:
    # AES members have a checksum of their own, checked while decrypting.
    return entry.crc is None or entry.method == AES or zlib.crc32(data) == entry.crc
