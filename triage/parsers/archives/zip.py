"""ZIP archives: every member is a child. Also JAR, APK and what no other reader claims inside a ZIP.

Members are found by the central directory (APPNOTE 4.3.12) and, where it is damaged or leaves gaps, by local headers.
Names are UTF-8 by flag or Unicode path field (APPNOTE 4.6.9), else told by the names of the whole archive.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator
from functools import partial

from triage.messages import say
from triage.model.items import Child, Extract, Segment, Trouble
from triage.parsers.kit.charset import decode_text
from triage.parsers.kit.contract import PASSED, Context, Data, Probe
from triage.parsers.kit.texts import Piece, PlainerReading
from triage.parsers.kit.unpacking import UnpackingBudget, kind_of_part, member_list, shown, some, unsafe_name
from triage.parsers.kit.zip_members import AES, METHODS, WrongPasswordError, ZipEntry, decrypted, entries, local, scan

TYPE = "application/zip"
_XPS = (".fpage", ".fdseq")
"""Endings of the parts of an XPS document (ECMA-388 10.3)."""
_STARTS = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08PK", b"PK00PK\x03\x04")


def claims(probe: Probe) -> bool:
    """Tell a ZIP by its first signature; a self-extracting one, or the last part of a split one, by its directory.

    Other parts of a split one begin anywhere in it, and are told by their names.
    """
    if probe.head.startswith(_STARTS) or (kind_of_part(probe.name) == "zip" and not probe.is_text):
        return True
    likely = probe.head[:2] == b"MZ" or probe.extension in ("zip", "zipx")
    return likely and b"PK\x05\x06" in probe.data[max(0, len(probe.data) - 66_000) :]


def parse(untrusted_data: Data, context: Context) -> Extract:
    """List the archive and unpack its members one by one, as they are asked for."""
    extract, found = listed(untrusted_data, TYPE, context)
    if any(entry.name.lower().endswith(_XPS) for entry in found):
        extract.troubles.append(Trouble("unsupported", say("kind-without-reader-parts", kind=say("xps-document"))))
    extract.children = _children(untrusted_data, found, context)
    return extract


def listed(untrusted_data: Data, media: str, context: Context) -> tuple[Extract, list[ZipEntry]]:
    """Return an extract of this type with the names of the members and the archive's comment, and the members."""
    PlainerReading(context.limits, partial(_plainer, untrusted_data, context))
    found, troubles = entries(untrusted_data, kind_of_part(context.name) == "zip")
    extract = Extract(
        media, [Segment("properties", member_list(context.listable(entry.name for entry in found)))], troubles
    )
    tail = untrusted_data[max(0, len(untrusted_data) - 65_557) :]
    at = tail.rfind(b"PK\x05\x06")
    comment = tail[at + 22 :].decode("utf-8", "replace").strip("\x00 \r\n")[:10_000] if at >= 0 else ""
    if comment:
        extract.properties.append(("comment", comment))
    return extract, found


def _plainer(untrusted_data: Data, context: Context) -> Iterator[Piece]:
    """Yield the names of the members by their own headers, as far as the list wasn't read."""
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
            yield Trouble("encrypted", say(self.why, count=len(self.closed), names=some(self.closed)))


def _children(data: Data, found: list[ZipEntry], context: Context) -> Iterator[Child | Trouble]:
    budget = UnpackingBudget(context.limits)
    locks = Locks(context)
    number = 0
    for entry in found:
        given = list(_given(data, entry, number, context, budget, locks))
        yield from given
        number += sum(isinstance(one, Child) for one in given)
    yield from locks.report()


def _given(
    data: Data, entry: ZipEntry, number: int, context: Context, budget: UnpackingBudget, locks: Locks
) -> Iterator[Child | Trouble]:
    """Yield what an entry gives, which is child ``number`` if it gives one; what stands for one that is lost, too."""
    if denied := context.denied(entry.name):
        if not entry.name.endswith(("/", "\\")):
            yield denied
        return
    certain = _is_certain(entry)
    if certain and context.passes(number):
        yield PASSED
        return
    unsafe = unsafe_name(entry.name)
    if unsafe is not None:
        yield unsafe
    lost = certain
    for one in member(data, entry, budget, locks):
        lost = lost and isinstance(one, Trouble)
        yield one
    if lost:
        yield Child(entry.name, b"", location=_location(entry), packed=entry.packed, lost=True)


def _is_certain(entry: ZipEntry) -> bool:
    """Whether a member counts as a child before it is unpacked, so that readers which share an archive agree on it."""
    return not entry.encrypted and entry.method in METHODS and not entry.name.endswith("/")


def member(data: Data, entry: ZipEntry, budget: UnpackingBudget, locks: Locks) -> Iterator[Child | Trouble]:
    """Yield a member, and what is wrong with it; nothing for a folder, or one that no password opens."""
    packed = data[entry.start : entry.end]
    method, taken = entry.method, len(packed)
    short = taken < entry.packed
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
    elif short:
        yield Trouble("truncated", say("member-cut-short", name=shown(entry.name)))
    elif unpacked.data is not None and not _sums(entry, unpacked.data):
        yield Trouble("damaged", say("member-wrong-checksum", name=shown(entry.name)))
    is_folder = entry.name.endswith("/") and not unpacked.data
    if unpacked.data is not None and not is_folder:
        yield Child(entry.name, unpacked.data, location=_location(entry), packed=taken)


def _location(entry: ZipEntry) -> str:
    return f"{entry.at}-{entry.packed}"


def members(untrusted_data: Data, context: Context) -> Callable[[str], Child | None]:
    """Find members by where their own headers begin, and how long they are packed."""

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
        found = member(untrusted_data, entry, UnpackingBudget(context.limits), Locks(context)) if entry else ()
        return next((child for child in found if isinstance(child, Child)), None)

    return at


def _sums(entry: ZipEntry, data: bytes) -> bool:
    """Whether the checksum fits; AES members have one of their own, checked while decrypting."""
    return entry.crc is None or entry.method == AES or zlib.crc32(data) == entry.crc
