"""Word documents before 2007: doc and dot of Word 6 to 2003, read by their piece table.

MS-DOC 2.4.1 (retrieving text), 2.5 (the file information block), 2.6 (character properties). What is deleted, hidden
or set apart is told apart as in docx. Macros are read as hidden text, embedded objects and large pictures become
children.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from itertools import chain

from triage.model.items import Extract
from triage.parsers.kit.compound.ole import controls, loose, objects, open_ole, properties, stream
from triage.parsers.kit.compound.reader import CompoundFile
from triage.parsers.kit.contract import Context, Data, Probe
from triage.parsers.kit.drawing import blips
from triage.parsers.kit.drawing.office_art import words
from triage.parsers.kit.passwords import decrypted
from triage.parsers.kit.texts import Texts
from triage.parsers.kit.vba import macros
from triage.parsers.kit.xml.parts import quiet_tree
from triage.parsers.office.word97.forms import Forms
from triage.parsers.office.word97.lists import Labels
from triage.parsers.office.word97.people import CHANGERS, Reviewers, comment_heads, strings
from triage.parsers.office.word97.runs import Runs, old_codec
from triage.parsers.office.word97.sprms import block
from triage.parsers.office.word97.story import DocStory

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
    pictures = blips.Drawings(texts)
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
    heads = comment_heads(main, newer)
    reviewers = Reviewers(block(main, newer, CHANGERS))
    forms = None if old else Forms(data, texts)
    labels = Labels(main, newer)
    for origin, length in zip(_ORIGINS, lengths, strict=True):
        if length:
            labels.begin()
            story = DocStory(texts, origin, heads if origin == "comment" else [], labels, reviewers, forms)
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
