"""TAR archives, plain or compressed, read as a stream. Links and devices are only listed; damaged headers are skipped
to the next good one, and reported. Reading goes on after the end mark, where another archive may be joined on.
"""

from __future__ import annotations

import tarfile
from collections.abc import Callable, Iterator
from hashlib import blake2b
from typing import IO, Any, Literal, cast

from triage.errors import EarlyEndError, reason
from triage.messages import say
from triage.model.items import Child, Extract, Segment, Trouble
from triage.parsers.archives.compressed import CompressedStream, kind_of
from triage.parsers.kit.charset import decode_text
from triage.parsers.kit.contract import Context, Data, Probe, as_file
from triage.parsers.kit.texts import MemberNames, clean
from triage.parsers.kit.unpacking import CHUNK, OverRatioError, Unpacked, UnpackingBudget, unsafe_name

TYPE = "application/x-tar"
_BLOCK = 512
_MAX_BAD_BLOCKS = 20_000
_MAX_LISTED = 20_000
_MAX_KNOWN = 100_000


class _TooDamagedError(Exception):
    """More bad blocks than any real archive has."""


class _TarArchive(tarfile.TarFile):
    """A tar file that counts the blocks it had to skip, and knows what it gave already.

    ``ended`` is set after the end mark, two blocks of zeros (POSIX.1 pax, ustar interchange format). ``strays`` are
    where bytes that are no header stand after it: (begin, end), with no member behind them.
    """

    bad_blocks = 0
    ended = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self.strays: list[tuple[int, int]] = []
        self.stray_bytes = 0
        self._known: set[bytes] = set()
        self._zeros = 0
        super().__init__(*args, **kwargs)

    def zero(self) -> None:
        self._zeros += 1
        self.ended |= self._zeros > 1

    def bad(self, begin: int, end: int) -> None:
        """Note a block that is no header."""
        self._zeros = 0
        if not self.ended:
            self.bad_blocks += 1
            return
        self.stray_bytes += end - begin
        if self.strays and self.strays[-1][1] == begin:
            self.strays[-1] = (self.strays[-1][0], end)
        else:
            self.strays.append((begin, end))

    def good(self) -> None:
        self._zeros = 0
        self.bad_blocks += -(-self.stray_bytes // _BLOCK)
        self.strays.clear()
        self.stray_bytes = 0

    def again(self, member: _Header, content: bytes) -> bool:
        mark = blake2b(member.block, digest_size=16)
        for part in (member.name, member.linkname):
            mark.update(part.encode("utf-8", "surrogateescape") + b"\0")
        mark.update(content)
        known = mark.digest() in self._known
        if len(self._known) < _MAX_KNOWN:
            self._known.add(mark.digest())
        return known and self.ended


class _Header(tarfile.TarInfo):
    """A header that keeps its ``block``, and tells its archive when it is no header."""

    block = b""

    @classmethod
    def frombuf(cls, buf: bytes | bytearray, encoding: str, errors: str) -> _Header:
        header = super().frombuf(buf, encoding, errors)
        header.block = bytes(buf)
        return header

    @classmethod
    def fromtarfile(cls, tar: tarfile.TarFile) -> _Header:
        archive = cast(_TarArchive, tar)
        file = cast("IO[bytes]", archive.fileobj)
        begin = file.tell()
        try:
            header = super().fromtarfile(tar)
        except tarfile.EOFHeaderError:  # type: ignore[attr-defined]
            archive.zero()
            raise
        except (tarfile.InvalidHeaderError, tarfile.TruncatedHeaderError):  # type: ignore[attr-defined]
            archive.bad(begin, file.tell())
            if archive.bad_blocks + archive.stray_bytes // _BLOCK > _MAX_BAD_BLOCKS:
                raise _TooDamagedError from None
            raise
        archive.good()
        return header


def _is_header(block: bytes) -> bool:
    """Whether a block of 512 bytes is a tar header: by signature, or by checksum (POSIX.1 ustar, also before)."""
    if block[257:262] == b"ustar":
        return True
    if len(block) < _BLOCK or not block[0]:
        return False
    try:
        stated = int(block[148:156].strip(b" \x00") or b"x", 8)
    except ValueError:
        return False
    return stated == sum(block[:148]) + sum(block[156:_BLOCK]) + 8 * 32


def claims(probe: Probe) -> bool:
    if _is_header(probe.head[:_BLOCK]):
        return True
    if kind_of(probe.head) is None:
        return probe.extension == "tar" and not probe.is_text
    try:
        return _is_header(CompressedStream(probe.data, None).read(_BLOCK))
    except Exception:  # a broken stream is no tar
        return False


def parse(untrusted_data: Data, context: Context) -> Extract:
    kind = kind_of(untrusted_data[:16])
    extract = context.draft(TYPE)
    rest_is_read = False
    if kind is not None:
        extract.properties.append(("compression", kind))
    else:
        extract.children = _children(untrusted_data, kind, context, rest_is_read)
        names = MemberNames(context)
        strays = _listed(untrusted_data, names)
        extract.segments.append(names.segment())
        context.limits.gathered.remove(names)
        rest = b"".join(untrusted_data[begin:end] for begin, end in strays).strip(b"\0")
        text = clean(decode_text(rest)[0]) if Probe(rest).is_text else ""
        rest_is_read = bool(text)
        if text:
            extract.segments.append(Segment("hidden", text))
    extract.children = _children(untrusted_data, kind, context, rest_is_read)
    return extract


def _listed(data: Data, names: list[str]) -> list[tuple[int, int]]:
    try:
        with _open(as_file(data), "r:") as archive:
            for number, member in enumerate(_members(archive)):
                if not archive.again(member, b""):
                    names.append(_name(member.name) + (f" -> {_name(member.linkname)}" if member.linkname else ""))
                if number > _MAX_LISTED:
                    return []
            return archive.strays
    except (tarfile.TarError, _TooDamagedError, OSError, ValueError, EOFError):
        return []


def _open(file: object, mode: Literal["r:", "r|"]) -> _TarArchive:
    return _TarArchive.open(
        fileobj=cast("IO[bytes]", file),
        mode=mode,
        tarinfo=_Header,
        ignore_zeros=True,
        encoding="utf-8",
        errors="surrogateescape",
    )


def _members(archive: _TarArchive) -> Iterator[_Header]:
    for member in archive:
        archive.members = []  # type: ignore[attr-defined]
        yield cast(_Header, member)


def _children(data: Data, kind: str | None, context: Context, rest_is_read: bool) -> Iterator[Child | Trouble]:
    budget = UnpackingBudget(context.limits)
    file = as_file(data) if kind is None else CompressedStream(data, context.limits)
    try:
        with _open(file, "r:" if kind is None else "r|") as archive:
            for member in _members(archive):
                # What is of a kind that only its writer knows, and holds something, is read as a file (POSIX.1).
                is_other = member.size > 0 and member.type not in tarfile.SUPPORTED_TYPES
                if member.isreg() or member.issparse() or is_other:
                    yield from _member(archive, member, budget, context)
    except _TooDamagedError:
        yield Trouble("damaged", say("archive-damaged-at-end"))
        return
    except Exception as error:  # tarfile and decompressors raise a dozen kinds
        yield _ended(error)
        return
    if archive.bad_blocks:
        yield Trouble("damaged", say("archive-bad-blocks", count=archive.bad_blocks))
    if archive.strays and not rest_is_read:
        yield Trouble("damaged", say("archive-stray-bytes", count=archive.stray_bytes))


def _ended(error: Exception) -> Trouble:
    if isinstance(error, OverRatioError):
        return Trouble("limit-ratio", say("archive-over-ratio"))
    code = "truncated" if isinstance(error, EOFError) or "unexpected end" in str(error) else "damaged"
    return Trouble(code, say("archive-broken-off", error=reason(error, 100)))


def _member(
    archive: _TarArchive, member: _Header, budget: UnpackingBudget, context: Context
) -> Iterator[Child | Trouble]:
    name = _name(member.name)
    if denied := context.denied(name):
        yield denied
        return
    file = archive.extractfile(member)
    packed = max(member.size, 1) if member.issparse() else 1 << 62
    unpacked = budget.collect(_pieces(file, member.size), packed, name) if file else Unpacked(None)
    if unpacked.data is not None and archive.again(member, unpacked.data):
        return
    yield from unsafe_name(name)
    if unpacked.data is not None:
        yield Child(name, unpacked.data, location=str(member.offset))
    if unpacked.trouble is not None:
        yield unpacked.trouble


def members(untrusted_data: Data, context: Context) -> Callable[[str], Child | None] | None:
    if kind_of(untrusted_data[:16]) is not None:
        return None
    file = as_file(untrusted_data)

    def at(location: str) -> Child | None:
        file.seek(int(location))
        with _open(file, "r:") as archive:
            children = _member(archive, next(_members(archive)), UnpackingBudget(context.limits), context)
            return next((child for child in children if isinstance(child, Child)), None)

    return at


def _pieces(file: IO[bytes], size: int) -> Iterator[bytes]:
    got = 0
    while got < size:
        try:
            piece = file.read(min(CHUNK, size - got))
        except tarfile.ReadError as error:
            raise EOFError(str(error)) from error
        if not piece:
            raise EarlyEndError("file-ends-early")
        got += len(piece)
        yield piece


def _name(untrusted: str) -> str:
    if untrusted.isascii():
        return untrusted
    return decode_text(untrusted.encode("utf-8", "surrogateescape"))[0]
