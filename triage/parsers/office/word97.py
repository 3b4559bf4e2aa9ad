"""Word documents before 2007: doc and dot of Word 6 to 2003, read by their piece table.

MS-DOC 2.4.1 (retrieving text), 2.5 (the file information block), 2.6 (character properties). What is deleted, hidden
or set apart is told apart as in docx. Macros are read as hidden text, embedded objects and large pictures become
children.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator
from itertools import chain

from triage.model.items import Extract
from triage.parsers.kit import drawings
from triage.parsers.kit.compound import CompoundFile
from triage.parsers.kit.contract import Context, Data, Probe
from triage.parsers.kit.drawings import words
from triage.parsers.kit.ole import controls, loose, macros, objects, open_ole, properties, stream
from triage.parsers.kit.passwords import decrypted
from triage.parsers.kit.texts import Changers, Texts, moment
from triage.parsers.kit.xml_parts import quiet_tree
from triage.parsers.office.word97_runs import (
    DELETED,
    HIDDEN,
    INSERTED,
    SMALL,
    SPECIAL,
    DocRun,
    Labels,
    Look,
    Runs,
    block,
    old_codec,
)
from triage.text import raised

# Form fields of a Word 97-2003 document: what was chosen or ticked, and what else could have been.
#
# MS-DOC 2.9.78 (FFData), which stands in a NilPICFAndBinData. Nothing here adds text; what a field shows is returned.

_HEADER = 0x44
_VERSION = b"\xff\xff\xff\xff"
_TEXT, _BOX, _LIST = 0, 1, 2
_UNSET = 25
"""The result of a field that nobody has filled in: its default holds."""
_LONGEST, _MOST = 255, 10_000


Form = tuple[str, list[str]]
"""What a form field shows instead of a result, and what it doesn't show: its default, help, other choices."""


class _Forms:
    """The form fields of a document, by their place in the stream Data; what can't be read is noted in ``texts``."""

    def __init__(self, untrusted_data: bytes, texts: Texts) -> None:
        self._data = untrusted_data
        self._texts = texts
        self._left = _MOST

    def at(self, place: int) -> Form | None:
        """Return the form field whose settings stand at this byte, None where something else stands there."""
        self._left -= 1
        if self._left < 0:
            self._texts.trouble("limit-count", "too-many-form-fields", most=_MOST)
            return None
        try:
            return _form(self._data, place)
        except (ValueError, struct.error):
            return None

    def missing(self, code: str) -> None:
        """Note that a field with this code has no settings, where it shows nothing without them."""
        if code.strip() in ("FORMDROPDOWN", "FORMCHECKBOX"):
            self._texts.trouble("damaged", "form-field-unreadable")


def _form(data: bytes, at: int) -> Form | None:
    """Return the form field at this byte, None where there is none. Raises ValueError or struct.error at damage."""
    size, header = struct.unpack_from("<IH", data, at)
    settings = data[at + header : at + size]
    if header != _HEADER or settings[:4] != _VERSION:
        return None
    bits = struct.unpack_from("<H", settings, 4)[0]
    kind, chosen = bits & 3, bits >> 2 & 0x1F
    (_, *others), at = _strings(settings, 10, 2 if kind == _TEXT else 1)  # its name, and what a text is at first
    if kind != _TEXT:
        chosen = struct.unpack_from("<H", settings, at)[0] if chosen == _UNSET else chosen
        at += 2
    (_, *helps), at = _strings(settings, at, 3)  # the format of a text, help, the status line
    others += helps
    shown = "☒" if chosen else "☐"
    if kind == _LIST:
        _, at = _strings(settings, at, 2)  # macros on entry and on exit
        count, extra = struct.unpack_from("<HH", settings, at + 2)  # 2.2.4 STTB of two bytes a letter
        entries, _ = _strings(settings, at + 6, count, extra)
        shown = entries.pop(chosen) if chosen < len(entries) else ""
        others += entries
    return shown if kind in (_BOX, _LIST) else "", list(filter(None, others))


def _strings(data: bytes, at: int, count: int, after: int = 2) -> tuple[list[str], int]:
    """Return counted strings with so many bytes after each (those of a Xstz end with NUL), and where they end."""
    texts = []
    for _ in range(count):
        size = struct.unpack_from("<H", data, at)[0]
        end = at + 2 + 2 * size
        if size > _LONGEST or end > len(data):
            raise ValueError(f"a text of {size} letters is longer than there may be")
        texts.append(data[at + 2 : end].decode("utf-16-le", "replace"))
        at = end + after
    return texts, at


# Who commented on a Word 97-2003 document and who changed it, and when.
#
# MS-DOC 2.8.4 (PlcfandRef, with its ATRDPre10), 2.9.87 (GrpXstAtnOwners), and its ATRDPost10, SttbfRMark and DTTM.
# Times are the writer's own, without a zone. Nothing here adds text.

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


def _comment_heads(main: bytes, table: bytes) -> list[str]:
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


class _Reviewers:
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


# One story of a Word 97-2003 document: its control characters read, its text told apart by origin.
#
# MS-DOC 2.4.1 and 2.9.113 name the characters. Fields stand as 0x13 code 0x14 result 0x15, one inside another.

_BEGIN, _SEPARATE, _END = "\x13", "\x14", "\x15"
_SHOWN = {"\x0b": "\n", "\x0e": "\n", "\x1e": "-", "\x1f": "", "\t": "\t"}
_CONTROLS = frozenset(map(chr, range(32)))


class _DocStory:
    """Reads runs into ``texts``; ``heads`` are those of the comments, in order, ``labels`` those of the lists.

    ``reviewers`` note who made tracked changes; ``forms`` know what form fields show.
    """

    def __init__(
        self, texts: Texts, origin: str, heads: list[str], labels: Labels, reviewers: _Reviewers, forms: _Forms | None
    ) -> None:
        self._labels = labels
        self._reviewers = reviewers
        self._forms = forms
        self._texts = texts
        self._origin = origin
        self._heads = iter(heads)
        self._now: list[str] = []
        self._before: list[str] = []
        self._apart: dict[str, list[str]] = {"inserted": [], "hidden": []}
        self._deleted = False
        self._between = 0
        self._fields: list[list[str] | None] = []
        self._shown: list[Form | None] = []
        self._after_cell = False

    def read(self, runs: Iterable[DocRun]) -> None:
        """Read the story to its end."""
        for run in runs:
            look = run.look
            if look.flags & (INSERTED | DELETED):
                self._reviewers.note(look)
            if _CONTROLS.isdisjoint(run.text) and not (look.symbol and look.flags & SPECIAL):
                self._put(run.text, look.flags)
            else:
                for index, character in enumerate(run.text):
                    self._take(character, run, run.at + index * run.width)
            if self._texts.full:
                return
        while self._fields:
            self._end_field(0)
        self._flush("\n", -1)

    def _take(self, character: str, run: DocRun, at: int) -> None:
        if character == _BEGIN:
            self._fields.append([])
            self._shown.append(None)
        elif character == _SEPARATE:
            self._end_code()
        elif character == _END:
            self._end_field(run.look.flags)
        elif character == "\x01" and run.look.form >= 0 and self._forms and self._fields:
            self._shown[-1] = self._forms.at(run.look.form)
        elif character == "\x05" and self._origin == "comment":
            head = next(self._heads, "")
            if head:
                self._texts.add("comment", head, ": ")
        elif character in "\r\x0c":
            self._flush("\n", at if character == "\r" else -1)
        elif character == "\x07":
            self._flush("\n" if self._after_cell else "\t", at)
            self._after_cell = not self._after_cell
            return
        elif run.look.symbol and run.look.flags & SPECIAL and character == "(":
            self._put(run.look.symbol, run.look.flags)
        elif character not in _CONTROLS or character in _SHOWN:
            self._put(_SHOWN.get(character, character), run.look.flags)
        self._after_cell = False

    def _end_code(self) -> None:
        if self._fields and self._fields[-1] is not None:
            code = "".join(self._fields[-1])
            self._texts.add("fieldcode", code)
            self._fields[-1] = None
            if self._forms and not self._shown[-1]:
                self._forms.missing(code)

    def _end_field(self, flags: int) -> None:
        """Close the innermost field; what a form field shows stands in its place."""
        self._end_code()
        if self._fields:
            self._fields.pop()
            form = self._shown.pop()
            if form:
                shown, others = form
                self._put(shown, flags)
                for other in others:
                    self._texts.add("fieldcode", other)

    def _put(self, text: str, flags: int) -> None:
        code = next((f for f in reversed(self._fields) if f is not None), None)
        if code is not None:
            code.append(text)
            return
        if flags & SMALL:
            text = raised(text)
        if flags & HIDDEN:
            self._hide(text)
        elif flags & DELETED:
            self._deleted = True
            self._before.append(text)
        else:
            self._now.append(text)
            inserted = self._apart["inserted"]
            if flags & INSERTED:
                inserted.append(text)
                return
            self._before.append(text)
            if inserted and inserted[-1] != "\n":
                inserted.append("\n")

    def _hide(self, text: str) -> None:
        """Set hidden text apart; what stands before and behind other text isn't joined."""
        hidden, between = self._apart["hidden"], len(self._before) + len(self._now)
        if hidden and between != self._between:
            hidden.append("\n")
        hidden.append(text)
        self._between = between

    def _flush(self, end: str, at: int) -> None:
        """Close a paragraph or a table cell, whose mark stands at this byte."""
        text = "".join(self._now)
        label = self._labels.label(at) if at >= 0 else ""
        if label and text.strip():
            text = f"{label}\t{text}"
        self._texts.add(self._origin, text, end)
        if end == "\n" and not text.strip():
            self._texts.end_with(self._origin, "\n")
        if self._deleted:
            self._texts.add("tracked", "".join(self._before))
        self._texts.add("tracked", "".join(self._apart["inserted"]))
        self._texts.add("hidden", "".join(self._apart["hidden"]))
        for parts in (self._now, self._before, *self._apart.values()):
            parts.clear()
        self._deleted = False


TYPE = "application/msword"

_WORD97 = 0xC1
_SHAPE = b"\x0f\0\x04\xf0"
_WORD2 = b"\xdb\xa5"
_ORIGINS = ("body", "note", "margin", "hidden", "comment", "note", "textbox", "textbox")
"""The stories in the order in which their lengths stand in the file information block (2.5.4)."""


def claims(probe: Probe) -> bool:
    """Whether the compound file has a Word document stream, or the file is one of Word 2 (no compound file)."""
    return probe.head[:2] == _WORD2 or any(name.lower() == "worddocument" for name in probe.ole_names)


def parse(untrusted_data: Data, context: Context) -> Extract:
    """Read all stories; of a stream that isn't Word's the loose strings."""
    texts = Texts(context.limits)
    extract = Extract(TYPE, troubles=texts.troubles)
    if untrusted_data[:2] == _WORD2:
        texts.add("body", _raw(untrusted_data[:]))
    else:
        _read(untrusted_data, context, extract, texts)
    extract.segments = texts.segments()
    return extract


def _read(untrusted_data: Data, context: Context, extract: Extract, texts: Texts) -> None:
    ole = open_ole(untrusted_data, texts)
    if ole.find("\x09DRMContent") or ole.find("\x09DRMViewerContent"):
        texts.trouble("rights-protected", "rights-managed-placeholder")
        texts.trouble("encrypted", "rights-managed-encrypted")
        return
    main = stream(ole, "WordDocument", texts)
    if len(main) < 0x60 or struct.unpack_from("<H", main)[0] not in (0xA5EC, 0xA5DC):
        texts.trouble("damaged", "word-stream-unlike")
        loose(main, texts)
        return
    if main[0x0B] & 1:
        opened = decrypted(untrusted_data, context, texts)
        if opened is None:
            return
        ole = open_ole(opened, texts)
        main = stream(ole, "WordDocument", texts)
    data = stream(ole, "Data", texts)
    changed = _stories(ole, main, data, texts)
    if changed:
        extract.properties.append(("Changed by", changed))
    properties(ole, extract, texts)
    macros(ole, texts)
    controls(ole, "ObjectPool", texts)
    for entry in ole.streams():
        if entry.path[0] == "MsoDataStore" and entry.name == "Item":
            root = quiet_tree(stream(ole, entry, texts))  # XML data that newer versions keep beside the text
            for text in root.itertext() if root is not None else ():
                texts.add("properties", text.strip())
    pictures = drawings.Drawings(texts)
    for part in (data, main):
        pictures.read(part)
    for origin, text in _inline(data):
        texts.add(origin, text)
    texts.judge(ole.find("Data") is not None or bool(main[0x22E:0x232].strip(b"\0")))
    extract.children = chain(objects(ole, "ObjectPool"), pictures.children())


def _stories(ole: CompoundFile, main: bytes, data: bytes, texts: Texts) -> str:
    """Read all stories; return who made the tracked changes in them, "" for nobody."""
    old = struct.unpack_from("<H", main, 2)[0] < _WORD97
    table = main if old else stream(ole, "1Table" if main[0x0B] & 2 else "0Table", texts)
    try:
        runs = Runs(main, table, old)
        lengths = struct.unpack_from("<8I", main, 0x34 if old else 0x4C)
    except (struct.error, IndexError, ValueError) as error:
        texts.trouble("damaged", "word-tables-damaged", error=error)
        texts.add("body", _raw(main))
        return ""
    if runs.broken:
        texts.trouble("damaged", "word-text-outside")
    at = 0
    newer = b"" if old else table  # Word 6 and 95 have other blocks at the places of these
    heads = _comment_heads(main, newer)
    reviewers = _Reviewers(block(main, newer, CHANGERS))
    forms = None if old else _Forms(data, texts)
    labels = Labels(main, newer)
    for origin, length in zip(_ORIGINS, lengths, strict=True):
        if length:
            labels.begin()
            story = _DocStory(texts, origin, heads if origin == "comment" else [], labels, reviewers, forms)
            story.read(runs.between(at, at + length))
        at += length
    if runs.fonts and runs.fonts.guessed:
        texts.trouble("charset-guessed", "word-fonts-guessed")
    saves = block(main, newer, 0x2D2)  # who saved it where, kept for the last ten times (2.9.287 SttbSavedBy)
    names = list(strings(saves, 6)) if saves[:2] == b"\xff\xff" else []
    for who, where in zip(names[::2], names[1::2], strict=False):
        texts.add("properties", f"saved by {who}: {where}")
    _drawings(block(main, newer, 0x22A), texts)
    return reviewers.changers.told()


def _raw(main: bytes) -> str:
    """Return the text between the marks of an old or damaged file, as single bytes."""
    first, last = struct.unpack_from("<II", main, 0x18)
    text = main[first:last].decode(old_codec(main), "replace")
    return text.replace("\r", "\n").replace("\x07", "\t")


def _drawings(art: bytes, texts: Texts) -> None:
    """Add WordArt and alternative text (2.9.172 OfficeArtContent): drawing groups, each after a byte of its own."""
    at = 0
    while at + 8 <= len(art):
        skip = 0 if art[at + 2 : at + 4] == b"\x00\xf0" else 1
        size = 8 + int.from_bytes(art[at + skip + 4 : at + skip + 8], "little")
        for origin, text in words(art[at + skip : at + skip + size]):
            texts.add(origin, text)
        at += skip + size


def _inline(data: bytes) -> Iterator[tuple[str, str]]:
    """Yield WordArt and alternative text of shapes in the lines of the text (2.9.192 PICFAndOfficeArtData)."""
    at = data.find(_SHAPE)
    while at >= 0:
        end = at + 8 + int.from_bytes(data[at + 4 : at + 8], "little")
        if end > len(data):
            end = at + 8
        yield from words(data[at:end])
        at = data.find(_SHAPE, end)
