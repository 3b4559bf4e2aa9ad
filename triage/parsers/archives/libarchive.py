"""Archives that the system's libarchive reads (the optional extra ``archives``): RAR, cabinets, LHA, cpio, ar, disc
images. Only the reader of the one format that a signature shows is switched on; no program is run and nothing is
written.
"""

from __future__ import annotations

import ctypes
import locale
import logging
import os
import re
from collections.abc import Iterator
from contextlib import suppress
from functools import lru_cache
from typing import Any

import msgspec

from triage.messages import say
from triage.model.items import Child, Extract, Trouble
from triage.parsers.binary import with_strings
from triage.parsers.kit.charset import decode_text
from triage.parsers.kit.contract import Context, Data, Limits, Probe, as_file
from triage.parsers.kit.texts import MemberNames
from triage.parsers.kit.unpacking import UnpackingBudget, first_names, shown, unsafe_name

_NAMES = ("libarchive.so.13", "libarchive.so")
_REGULAR = (0o100000, 0)  # some writers don't say that a file is a file
_END, _WARNING, _FATAL = 1, -20, -30
_MOST = 200_000
_AR_TABLES = ("/", "//", "/SYM64/")
_CUT = ("runcated", "remature", "end of file")


class _Kind(msgspec.Struct, frozen=True):
    """How an archive begins ``at`` a byte (a pattern), its kind by libarchive, its media type, the key of its name."""

    begins: bytes
    reader: str
    media: str
    name: str
    at: int = 0


_KINDS = (
    _Kind(rb"Rar!\x1a\x07\x00", "rar", "application/vnd.rar", "rar-archive"),
    _Kind(rb"Rar!\x1a\x07\x01\x00", "rar5", "application/vnd.rar", "rar-archive"),
    _Kind(rb"MSCF\0", "cab", "application/vnd.ms-cab-compressed", "microsoft-cabinet"),
    _Kind(rb"..-(?:lh[0-9a-z]|lz[0-9s])-", "lha", "application/x-lzh-compressed", "lha-archive"),
    _Kind(rb"!<arch>\n", "ar", "application/x-archive", "ar-archive"),
    _Kind(rb"07070[127]", "cpio", "application/x-cpio", "cpio-archive"),
    _Kind(rb"(?:\xc7\x71.{18}[^\0]|\x71\xc7.{19}[^\0])", "cpio", "application/x-cpio", "cpio-archive"),
    _Kind(rb"CD001", "iso9660", "application/x-iso9660-image", "disc-image", 32769),
)
TYPES = tuple(dict.fromkeys(kind.media for kind in _KINDS))


class ArchiveEntry(msgspec.Struct, frozen=True):
    """A file in an archive; ``number`` counts all entries, ``name`` is untrusted, ``size`` as stated. ``pieces`` must
    be taken before the next entry: EOFError where the archive is cut, ValueError at other damage.
    """

    number: int
    name: str
    size: int
    encrypted: bool
    pieces: Iterator[bytes]


@lru_cache(maxsize=1)
def library() -> Any | None:
    """Return the binding, or None where it or the system's library is missing."""
    for name in _NAMES:
        try:
            ctypes.CDLL(name)
        except OSError:
            continue
        os.environ["LIBARCHIVE"] = name  # else the binding runs programs to look for it
        try:
            import libarchive

            libarchive.ffi.ffi("entry_is_data_encrypted", [ctypes.c_void_p], ctypes.c_int)
        except Exception:  # a binding that doesn't fit the library is none
            return None
        logging.getLogger("libarchive").setLevel(logging.CRITICAL)  # its warnings are raised below
        return libarchive
    return None


def entries(data: Data, kind: str) -> Iterator[ArchiveEntry]:
    """Yield the files of an archive, none without the library. Raises as ``ArchiveEntry.pieces`` does."""
    binding = library()
    if binding is None:
        return
    _use_unicode_locale()
    broken: list[Exception] = []
    try:
        source = as_file(data)
        with binding.stream_reader(source, format_name=kind, filter_name="none", block_size=1 << 16) as archive:
            for number, entry in enumerate(archive):
                if entry.filetype in _REGULAR:
                    locked = bool(binding.ffi.entry_is_data_encrypted(entry._entry_p))
                    pieces = _pieces(binding, archive._pointer, broken)
                    name = entry.pathname or ""
                    name = decode_text(name)[0] if isinstance(name, bytes) else name
                    yield ArchiveEntry(number, name, entry.size or 0, locked, pieces)
    except binding.ArchiveError as error:
        if not broken:  # else the member that broke off says so
            raise _as_error(error.msg) from error


@lru_cache(maxsize=1)
def _use_unicode_locale() -> None:
    # libarchive turns names into the process's character set, which must hold every one.
    for codec in ("C.UTF-8", "UTF-8", "en_US.UTF-8"):
        with suppress(locale.Error):
            locale.setlocale(locale.LC_CTYPE, codec)
            return


def _as_error(message: str | bytes | None) -> Exception:
    text = message.decode("utf-8", "replace") if isinstance(message, bytes) else message or "premature end"
    return EOFError(text) if any(word in text for word in _CUT) else ValueError(text)


def _pieces(binding: Any, pointer: Any, broken: list[Exception]) -> Iterator[bytes]:
    # Where the archive ends with an entry that breaks off, ``broken`` says so.
    block, size, offset = ctypes.c_void_p(), ctypes.c_size_t(), ctypes.c_longlong()
    while True:
        try:
            code = binding.ffi.read_data_block(pointer, ctypes.byref(block), ctypes.byref(size), ctypes.byref(offset))
        except binding.ArchiveError as error:
            if error.retcode == _FATAL:
                broken.append(error)
            raise _as_error(error.msg) from error
        if code == _END:
            return
        if code == _WARNING:
            raise _as_error(binding.ffi.error_string(pointer))
        if block.value and size.value:
            yield ctypes.string_at(block.value, size.value)


def _kind(data: Data) -> _Kind | None:
    return next((k for k in _KINDS if re.match(k.begins, data[k.at : k.at + 32], re.DOTALL)), None)


def claims(probe: Probe) -> bool:
    kind = _kind(probe.data)
    return kind is not None and (not probe.is_text or kind.reader in ("ar", "cpio"))


def parse(untrusted_data: Data, context: Context) -> Extract:
    kind = _kind(untrusted_data)
    if kind is None:
        raise ValueError("no archive's signature")
    if library() is None:
        keys = "kind-needs-archives-strings", "kind-needs-archives"
        return with_strings(untrusted_data, context, kind.media, keys, kind=say(kind.name))
    names, extract = MemberNames(context), context.draft(kind.media)
    extract.children = _children(untrusted_data, kind, names, context)
    error = _listed(untrusted_data, kind, names, context.limits)
    if error is not None and not names:
        if "ncrypt" in str(error):
            locked = Trouble("encrypted", say("archive-list-encrypted"))
            return Extract(kind.media, troubles=[locked])
        keys = "kind-not-unpacked-strings", "kind-not-unpacked"
        return with_strings(untrusted_data, context, kind.media, keys, _code(error), kind=say(kind.name), error=error)
    extract.segments.append(names.segment())
    context.limits.gathered.remove(names)
    return extract


def _code(error: Exception) -> str:
    return "truncated" if isinstance(error, EOFError) else "damaged"


def _listed(data: Data, kind: _Kind, names: list[str], limits: Limits) -> Exception | None:
    # Some formats must be unpacked to come to the next name, hence the limit.
    left = limits.total_bytes
    try:
        for entry in _files(data, kind):
            names.append(entry.name)
            left -= entry.size
            if left < 0 or len(names) >= _MOST:
                break
    except (EOFError, ValueError) as error:
        return error
    return None


def _files(data: Data, kind: _Kind) -> Iterator[ArchiveEntry]:
    for entry in entries(data, kind.reader):
        if kind.reader != "ar" or not (entry.name in _AR_TABLES or entry.name.startswith("__.SYMDEF")):
            yield entry


def _children(data: Data, kind: _Kind, names: list[str], context: Context) -> Iterator[Child | Trouble]:
    budget = UnpackingBudget(context.limits)
    locked: list[str] = []
    reached = 0
    try:
        for entry in _files(data, kind):
            reached += 1
            if denied := context.denied(entry.name):
                yield denied
            elif entry.encrypted:
                locked.append(entry.name)
            else:
                yield from unpack_entry(entry, len(data), budget)
    except (EOFError, ValueError) as error:
        yield Trouble(_code(error), say("archive-broken", error=error))
    if locked:
        yield Trouble("encrypted", say("members-encrypted", count=len(locked), names=first_names(locked)))
    if left := [*context.listable(names[reached:])]:
        yield Trouble("unsupported", say("members-not-unpacked", count=len(left), names=first_names(left)))


def unpack_entry(entry: ArchiveEntry, packed: int, budget: UnpackingBudget) -> Iterator[Child | Trouble]:
    """Yield an entry as a child, and what is wrong with it; ``packed`` as in ``UnpackingBudget.collect``."""
    yield from unsafe_name(entry.name)
    unpacked = budget.collect(entry.pieces, packed, entry.name)
    if unpacked.data is not None:
        yield Child(entry.name, unpacked.data)
    if unpacked.trouble is not None:
        yield unpacked.trouble
    elif unpacked.data is not None and len(unpacked.data) < entry.size:
        yield Trouble("truncated", say("member-shorter-than-stated", name=shown(entry.name)))
