"""PowerPoint presentations before 2007: ppt, pps and pot of PowerPoint 97 to 2003.

MS-PPT. Slides in their order, speaker notes, comments, hidden slides, headers and footers, links; text of slides that
an earlier save left behind goes to "hidden"; embedded objects and large pictures become children.
"""

from __future__ import annotations

import contextlib
import io
import re
import struct
import zlib
from collections.abc import Iterator
from datetime import datetime
from functools import cached_property
from itertools import chain

from triage.errors import FormatError
from triage.messages import say
from triage.model.items import Child, Extract, Trouble
from triage.parsers.kit import drawings as office_art
from triage.parsers.kit.compound import CompoundFile, Storage, build
from triage.parsers.kit.contract import Context, Data, Probe, as_file
from triage.parsers.kit.drawings import TABLES, OfficeRecord, inside, is_broken, records
from triage.parsers.kit.ole import (
    code_page,
    is_rights_managed,
    loose,
    macro_source,
    open_ole,
    properties,
    standalone,
    stream,
    strings,
    unwrap,
)
from triage.parsers.kit.passwords import DEFAULTS
from triage.parsers.kit.texts import Texts

# What the records of a PowerPoint 97-2003 document say, and the way from its last edit to what is live. MS-PPT 2.1.2
# (reading a file through its persist directory), 2.3 and 2.4 (records), 2.3.7 (encryption).

DOCUMENT, SLIDE, NOTES, MASTER, HANDOUT, OLE_STORAGE = 0x03E8, 0x03EE, 0x03F0, 0x03F8, 0x0FC9, 0x1011
_DOCUMENT_ATOM = 0x03E9
_LIST, _PERSIST, _SLIDE_INFO, _VBA = 0x0FF0, 0x03F3, 0x03F9, 0x0400
_CHARS, _BYTES, _STRING = 0x0FA0, 0x0FA8, 0x0FBA
_MARGINS, _LINK, _COMMENT = 0x0FD9, 0x0FD7, 0x2EE0
_USER_EDIT, _DIRECTORY, _CRYPT = 0x0FF5, 0x1772, 0x2F14
_OLE_EMBED, _OLE_LINK, _CONTROL, _OLE_ATOM = 0x0FCC, 0x0FCE, 0x0FEE, 0x0FC3
_NUMBER_FIELD, _MARGIN_FLAGS, _SHOWS_NUMBER = 0x0FD8, 0x0FDA, 8
_SHAPE, _PLACEHOLDER = 0xF004, 0x0BC3
_COMMENT_ATOM = 0x2EE1
_READ = (DOCUMENT, SLIDE, NOTES, MASTER, HANDOUT)
_ATOM = re.compile(rb"(?=[\x00\x10\x20\x30]\x00[\xa0\xa8]\x0f)")
_MOST_TRIES, _LONGEST_STRAY = 10_000, 1 << 15


class _Deck:
    """A presentation: its document stream, and what its last edit, which stands at ``edit``, holds live."""

    def __init__(self, document: bytes, edit: int) -> None:
        self.document = document
        self.edit = edit
        self.names: dict[int, str] = {}

    @cached_property
    def encrypted(self) -> bool:
        """Whether the last edit refers to a crypt session (2.3.3)."""
        edit = self._record(self.edit)
        return edit is not None and edit.kind == _USER_EDIT and len(edit.data) >= 32

    def _record(self, at: int) -> OfficeRecord | None:
        return next(records(self.document[at : at + (1 << 28)]), None) if 0 <= at < len(self.document) else None

    @cached_property
    def directory(self) -> dict[int, int]:
        """The place of each persist object, the newest edit's word first (2.3.4)."""
        offsets: dict[int, int] = {}
        at, seen = self.edit, set()
        while 0 <= at < len(self.document) and at not in seen:
            seen.add(at)
            edit = self._record(at)
            if edit is None or edit.kind != _USER_EDIT or len(edit.data) < 16:
                break
            at, table = struct.unpack_from("<II", edit.data, 8)
            entry = self._record(table)
            if entry is not None and entry.kind == _DIRECTORY:
                for number, offset in _entries(entry.data):
                    offsets.setdefault(number, offset)
            if at == 0:
                break
        return offsets

    @cached_property
    def _objects(self) -> list[OfficeRecord]:
        numbers = {offset: number for number, offset in self.directory.items()}
        tops: dict[int, OfficeRecord] = {}
        for start in (0, *sorted(numbers)):
            for record in records(self.document, start):
                if record.at in tops:
                    break
                number = numbers.get(record.at, -1)
                tops[record.at] = record._replace(persist=number)
        return [tops[at] for at in sorted(tops)]

    def live(self, kind: int) -> list[OfficeRecord]:
        """Return the live objects of a type (all of them where no directory can be read)."""
        return [r for r in self._objects if r.kind == kind and self._is_live(r)]

    def macros(self) -> list[OfficeRecord]:
        """Return the storage of the macros (2.4.10 VBAInfoAtom), which may hold none, in a list of none or one."""
        atoms = (r for document in self.live(DOCUMENT) for r in inside(document) if r.kind == _VBA and len(r.data) >= 4)
        number = next((struct.unpack_from("<I", atom.data)[0] for atom in atoms), None)
        return [r for r in self.live(OLE_STORAGE) if r.persist == number]

    def read(self, texts: Texts) -> None:
        slides = {r.persist: r for r in self._objects if r.kind in (SLIDE, NOTES) and r.persist >= 0}
        for document in self.live(DOCUMENT):
            self._document_texts(document, slides, texts)
        masters = self._masters()
        for record in slides.values():
            if record.persist in masters:
                _master(record, texts)
            else:
                _slide(record, [], texts)
        for kind in (MASTER, HANDOUT):
            for record in self.live(kind):
                _master(record, texts)
        if self.directory:
            self._leftovers(texts)
        if not any(r.kind == DOCUMENT for r in self._objects):
            texts.trouble("damaged", "powerpoint-document-missing")
        read = (r for r in self._objects if self._is_live(r) and r.kind in _READ)
        if any(map(is_broken, read)) or any(offset + 8 > len(self.document) for offset in self.directory.values()):
            texts.trouble("damaged", "powerpoint-records-too-long")
            self._strays(texts)

    def _strays(self, texts: Texts) -> None:
        known = {text for r in self._objects for text in (_text(r), *_all_texts(r))}
        for tries, match in enumerate(_ATOM.finditer(self.document)):
            if tries >= _MOST_TRIES:
                texts.trouble("limit-count", "powerpoint-stray-text", most=_MOST_TRIES)
                break
            record = next(records(self.document[match.start() : match.start() + 8 + _LONGEST_STRAY]), None)
            text = "" if record is None or record.cut else _text(record)
            if text not in known and text.replace("\n", " ").replace("\t", " ").isprintable():
                known.add(text)
                texts.add("body", text)

    def _is_live(self, record: OfficeRecord) -> bool:
        return record.persist >= 0 or not self.directory

    def _masters(self) -> set[int]:
        """Return the numbers of the masters of notes and handouts (in the settings) and of titles (2.4.14.1)."""
        numbers: set[int] = set()
        for document in self.live(DOCUMENT):
            atom = _document_atom(document)
            if len(atom) >= 32:
                numbers.update(struct.unpack_from("<24xII", atom))
            for listing in records(document.data):
                if listing.kind == _LIST and listing.instance == 1:
                    numbers.update(number for number, _ in _outlines(listing))
        return numbers

    def _document_texts(self, document: OfficeRecord, slides: dict[int, OfficeRecord], texts: Texts) -> None:
        shapes = (s for master in self.live(MASTER) for s in inside(master) if s.kind == _SHAPE)
        kinds = [{r.kind for r in inside(shape)} for shape in shapes]
        # A master's text with the slide's number that is no placeholder can't be left out by any slide.
        fixed = any(_NUMBER_FIELD in inner and _PLACEHOLDER not in inner for inner in kinds)
        margins = (r for r in inside(document) if r.kind == _MARGINS and r.instance == 3)  # SlideHeadersFooters
        by_default = any(_shows_number(margin, False) for margin in margins)
        atom = _document_atom(document)
        slide_number = struct.unpack_from("<32xH", atom)[0] if len(atom) >= 34 else 1  # firstSlideNumber
        for record in records(document.data):
            if record.kind == _LIST and record.instance in (0, 2):
                for number, outline in _outlines(record):
                    slide = slides.pop(number, None)
                    if record.instance == 0:
                        if slide and (fixed or _shows_number(slide, by_default)):
                            texts.add("margin", str(slide_number))
                        slide_number += 1
                    missing = OfficeRecord(NOTES if record.instance else SLIDE, 0, True, 0, b"")
                    _slide(slide or missing, outline, texts)
        for record in inside(document):
            if record.kind == _MARGINS:
                _strings(record, "margin", texts)
            elif record.kind == _LINK:
                _strings(record, "fieldcode", texts)
            elif record.kind in (_OLE_EMBED, _OLE_LINK, _CONTROL):
                self._object_name(record, texts)

    def _object_name(self, record: OfficeRecord, texts: Texts) -> None:
        """Keep the name under which an embedded object is listed (2.10.27 ExOleEmbedContainer)."""
        number, names = -1, {}
        for inner in records(record.data):
            if inner.kind == _OLE_ATOM and len(inner.data) >= 20:
                number = struct.unpack_from("<I", inner.data, 16)[0]
            elif inner.kind == _STRING:
                names[inner.instance] = inner.data.decode("utf-16-le", "replace")
        name = names.get(3) or names.get(1) or names.get(2)
        if name and number >= 0:
            self.names[number] = name
        if record.kind == _OLE_LINK:
            texts.trouble("external", "linked-object", name=name or "")

    def _leftovers(self, texts: Texts) -> None:
        current = {text for r in self._objects if r.persist >= 0 for text in _all_texts(r)}
        for record in self._objects:
            if record.persist < 0 and record.kind in (DOCUMENT, SLIDE, NOTES):
                for text in _all_texts(record):
                    if text not in current:
                        current.add(text)
                        texts.add("hidden", text)

    def live_pieces(self) -> Iterator[tuple[int, int, int]]:
        """Yield (number, first byte, end) of each persist object, which is encrypted under its own number (2.3.7)."""
        ends = sorted({*self.directory.values(), self.edit, len(self.document)})
        for number, start in self.directory.items():
            record = self._record(start)
            if record is not None and record.kind not in (_USER_EDIT, _DIRECTORY, _CRYPT):
                yield number, start, next((end for end in ends if end > start), len(self.document))


def _entries(directory: bytes) -> Iterator[tuple[int, int]]:
    """Yield (number, place) of the objects in a directory: runs of numbers, each with a head (2.3.5)."""
    words = (word for (word,) in struct.iter_unpack("<I", directory[: len(directory) // 4 * 4]))
    for head in words:
        first, count = head & 0xFFFFF, head >> 20
        yield from zip(range(first, first + count), words, strict=False)


def _document_atom(document: OfficeRecord) -> bytes:
    """Return what the settings of a presentation say (2.4.2 DocumentAtom), b"" where there are none."""
    return next((r.data for r in records(document.data) if r.kind == _DOCUMENT_ATOM), b"")


def _text(record: OfficeRecord) -> str:
    """Return the text of a text atom (2.9.42, 2.9.43), "" for all other records."""
    if record.kind == _CHARS:
        return _lines(record.data.decode("utf-16-le", "replace"))
    return _lines(record.data.decode("latin-1")) if record.kind == _BYTES else ""


def _lines(text: str) -> str:
    return text.replace("\r", "\n").replace("\x0b", "\n")


def _all_texts(record: OfficeRecord) -> Iterator[str]:
    yield from (text for r in inside(record) if (text := _text(r)).strip())


def _outlines(listing: OfficeRecord) -> list[tuple[int, list[str]]]:
    """Return (object number, texts) of the slides in a list (2.4.14.3); texts of placeholders stand only there."""
    outlines: list[tuple[int, list[str]]] = []
    for record in records(listing.data):
        if record.kind == _PERSIST and len(record.data) >= 4:
            outlines.append((struct.unpack_from("<I", record.data)[0], []))
        elif outlines and _text(record).strip():
            outlines[-1][1].append(_text(record))
    return outlines


def _slide(slide: OfficeRecord, outline: list[str], texts: Texts) -> None:
    contents = list(inside(slide))
    hidden = any(r.kind == _SLIDE_INFO and len(r.data) >= 12 and r.data[10] & 4 for r in contents)
    origin = "speaker" if slide.kind == NOTES else "hidden" if hidden else "body"
    for text in outline:
        texts.add(origin, text)
    for record in contents:
        if record.kind in TABLES:
            for where, text in office_art.properties(record.data, record.instance):
                texts.add("hidden" if hidden else where, text)
        elif record.kind == _COMMENT:
            _comment(record, texts)
        elif record.kind == _MARGINS:
            _strings(record, "margin", texts)
        else:
            texts.add(origin, _text(record))
    texts.cut("body")


def _shows_number(holder: OfficeRecord, default: bool) -> bool:
    """Whether a slide shows its number: in a text of its own, by its margins (2.4.15.2), else as ``default``."""
    for record in inside(holder):
        if record.kind == _NUMBER_FIELD:
            return True
        if record.kind == _MARGIN_FLAGS:
            return len(record.data) >= 4 and bool(record.data[2] & _SHOWS_NUMBER)
    return default


def _comment(record: OfficeRecord, texts: Texts) -> None:
    """Add a comment (2.5.21): author, text and initials stand as strings of instance 0, 1 and 2."""
    contents = list(records(record.data))
    parts = {r.instance: r.data.decode("utf-16-le", "replace") for r in contents if r.kind == _STRING}
    atom = next((r.data for r in contents if r.kind == _COMMENT_ATOM), b"")
    date = ""
    with contextlib.suppress(struct.error, ValueError):  # what is no time is left out (2.5.22 Comment10Atom)
        year, month, _, day, *clock = struct.unpack_from("<4x7H", atom)
        date = datetime(year, month, day, *clock).isoformat()
    who = ", ".join(part for part in (date, parts.get(0, ""), parts.get(2, "")) if part)
    texts.add("comment", f"{who}: {_lines(parts.get(1, ''))}")


def _strings(record: OfficeRecord, origin: str, texts: Texts) -> None:
    for inner in records(record.data):
        if inner.kind == _STRING:
            texts.add(origin, inner.data.decode("utf-16-le", "replace"))


def _master(master: OfficeRecord, texts: Texts) -> None:
    """Add what a master says itself; the prompts in its placeholders are nobody's words."""
    for shape in inside(master):
        contents = list(inside(shape)) if shape.kind == _SHAPE else []
        if not any(r.kind == _PLACEHOLDER for r in contents):
            for record in contents:
                texts.add("margin", _text(record))


# Presentations before 2007 behind a password: the deck in the clear, and the properties locked beside it. MS-OFFCRYPTO
# 2.3.5 (RC4 CryptoAPI) through msoffcrypto-tool. No password is ever put into a trouble's sentence.

Key = tuple[str, bytes, int]  # a password that fits, the salt, and the length of the key in bits
_SUMMARY = "EncryptedSummary"
_MOST = 64


def _unlocked(untrusted_data: Data, deck: _Deck, context: Context, texts: Texts) -> tuple[_Deck, Key] | None:
    """Return the decrypted presentation and its key, or None, with a trouble, where none of the passwords opens it."""
    from msoffcrypto.format.ppt97 import Ppt97File

    for password in (*DEFAULTS, *context.passwords):
        with contextlib.suppress(Exception):  # a wrong password and a broken file look alike here
            lock = Ppt97File(as_file(untrusted_data))
            lock.load_key(password=password)
            key = lock.key, lock.salt, lock.keySize
            clear = bytearray(deck.document)
            for number, start, end in deck.live_pieces():
                clear[start:end] = _clear(deck.document[start:end], key, number)
            context.fitted.append(password)
            return _Deck(bytes(clear), deck.edit), key
    texts.trouble("encrypted", "password-needed-given")
    return None


def _with_properties(ole: CompoundFile, key: Key, texts: Texts) -> CompoundFile:
    """Return a compound file of the property streams that are locked with the deck (2.3.5.4), else the file itself."""
    if not ole.find(_SUMMARY):
        return ole
    root = Storage()
    try:
        for name, data in _streams(stream(ole, _SUMMARY, texts), key):
            root.put([name], data)
    except (struct.error, ValueError) as error:
        texts.trouble("damaged", "properties-not-decrypted", error=error)
    return open_ole(build(root), texts) if root.entries else ole


def _streams(untrusted: bytes, key: Key) -> Iterator[tuple[str, bytes]]:
    """Yield (name, content) of the streams in an encrypted summary. Raises struct.error or ValueError at damage."""
    offset = struct.unpack("<II", _clear(untrusted[:8], key, 0))[0]
    listing, at = _clear(untrusted[offset:], key, 0), 4
    count = struct.unpack_from("<I", listing)[0]
    if count > _MOST:
        raise FormatError("said-streams", count=count)
    for _ in range(count):
        start, size, block, length = struct.unpack_from("<IIHB", listing, at)
        name = listing[at + 16 : at + 16 + 2 * length].decode("utf-16-le", "replace")
        at += 16 + 2 * (length + 1)
        yield name, _clear(untrusted[start : start + size], key, block)


def _clear(locked: bytes, key: Key, block: int) -> bytes:
    from msoffcrypto.method.rc4_cryptoapi import DocumentRC4CryptoAPI

    return bytes(DocumentRC4CryptoAPI.decrypt(*key, io.BytesIO(locked), blocksize=len(locked), block=block).read())


TYPE = "application/vnd.ms-powerpoint"

_NEWER = "PP97_DUALSTORAGE"  # where a file for PowerPoint 95 and 97 at once keeps the presentation of PowerPoint 97
# All text of a presentation of PowerPoint 95, whose document stream begins with a record of this kind.
_OLD_TEXT, _OLD_MARK, _BREAKS = "Text_Content", b"\x03\0", str.maketrans("\r\x0b", "\n\n")
_HEADER = 512  # bytes of a compound file before its streams (MS-CFB 2.2)


def claims(probe: Probe) -> bool:
    return bool({name.lower() for name in probe.ole_names} & {"powerpoint document", "pp40"})


def parse(untrusted_data: Data, context: Context) -> Extract:
    """Read the presentation; one that no password opens gives the trouble only."""
    texts = Texts(context.limits)
    extract = Extract(TYPE, troubles=texts.troubles)
    ole = open_ole(untrusted_data, texts)
    newer = ole.find(_NEWER)
    if newer is not None:
        untrusted_data = standalone(ole, newer, texts)
        ole = open_ole(untrusted_data, texts)
    if not is_rights_managed(ole, texts):
        _read(ole, untrusted_data, context, extract, texts)
    extract.segments = texts.segments()
    return extract


def _read(ole: CompoundFile, untrusted_data: Data, context: Context, extract: Extract, texts: Texts) -> None:
    document = stream(ole, "PowerPoint Document", texts)
    user = stream(ole, "Current User", texts)
    if ole.find(_OLD_TEXT) and document[:2] == _OLD_MARK:
        page = code_page(stream(ole, "\x05SummaryInformation"))
        old = stream(ole, _OLD_TEXT, texts).decode(page, "replace")
        texts.add("body", old.translate(_BREAKS))
        texts.trouble("damaged", "powerpoint-old")
        properties(ole, extract, texts)
        return
    if len(document) < 8:
        if ole.find("PP40"):
            texts.add("body", "\n".join(strings(stream(ole, "PP40", texts))))
            texts.trouble("damaged", "powerpoint-old")
        else:
            texts.trouble("damaged", "powerpoint-stream-unreadable")
            loose(untrusted_data[_HEADER:], texts)
        properties(ole, extract, texts)
        return
    deck, described = _Deck(document, struct.unpack_from("<I", user, 16)[0] if len(user) >= 20 else -1), ole
    if deck.encrypted:
        opened = _unlocked(untrusted_data, deck, context, texts)
        if opened is None:
            properties(ole, extract, texts)
            return
        deck, key = opened
        described = _with_properties(ole, key, texts)
    deck.read(texts)
    properties(described, extract, texts)
    for storage in deck.macros():
        try:
            macro_source(_unpacked(storage, context), texts)
        except (zlib.error, struct.error, ValueError) as error:
            texts.trouble("damaged", "macros-not-unpacked", error=error)
    pictures = stream(ole, "Pictures", texts)
    drawings = office_art.Drawings(texts)
    drawings.read(pictures)
    texts.report_missing_text(len(pictures) > 0)
    extract.children = chain(_objects(deck, context), drawings.children())


def _unpacked(record: OfficeRecord, context: Context) -> bytes:
    """Return an embedded object's storage, inflated where it is packed (2.10.34). Raises FormatError at a limit."""
    if not record.instance:
        return record.data
    size = struct.unpack_from("<I", record.data)[0]
    ratio = context.limits.ratio * max(len(record.data), 1)
    if size > context.limits.item_bytes or size > max(ratio, 1 << 20):
        raise FormatError("unpacks-over-limit")
    return zlib.decompressobj().decompress(record.data[4:], size)


def _is_hollow(untrusted_storage: bytes) -> bool:
    """Whether an object's storage holds nothing at all, as where only its picture was kept."""
    with contextlib.suppress(Exception):  # what can't be read isn't known to be empty
        return not CompoundFile(untrusted_storage).root.kids
    return False


def _objects(deck: _Deck, context: Context) -> Iterator[Child | Trouble]:
    macros = {storage.at for storage in deck.macros()}
    for number, record in enumerate(deck.live(OLE_STORAGE), 1):
        if record.at in macros:
            continue
        name = deck.names.get(record.persist, f"object{number}")
        try:
            storage = _unpacked(record, context)
            if not _is_hollow(storage):
                yield from unwrap(storage, name)
        except (zlib.error, struct.error, ValueError) as error:
            yield Trouble("damaged", say("embedded-not-unpacked", name=repr(name), error=error))
