"""PowerPoint presentations before 2007: ppt, pps and pot of PowerPoint 97 to 2003.

MS-PPT. Slides in their order, speaker notes, comments, hidden slides, headers and footers, links; text of slides that
an earlier save left behind goes to "hidden"; embedded objects and large pictures become children.
"""

from __future__ import annotations

import contextlib
import struct
import zlib
from collections.abc import Iterator
from itertools import chain

from triage.errors import FormatError
from triage.messages import say
from triage.model.items import Child, Extract, Trouble
from triage.parsers.kit.compound.ole import (
    loose,
    open_ole,
    properties,
    standalone,
    stream,
    strings,
    unwrap,
)
from triage.parsers.kit.compound.properties import code_page
from triage.parsers.kit.compound.reader import CompoundFile
from triage.parsers.kit.contract import Context, Data, Probe
from triage.parsers.kit.drawing import blips
from triage.parsers.kit.drawing.office_art import OfficeRecord
from triage.parsers.kit.texts import Texts
from triage.parsers.kit.vba import source
from triage.parsers.office.powerpoint97.encryption import unlocked, with_properties
from triage.parsers.office.powerpoint97.records import OLE_STORAGE, Deck

TYPE = "application/vnd.ms-powerpoint"

_NEWER = "PP97_DUALSTORAGE"
"""Where a file for PowerPoint 95 and 97 at once keeps the presentation of PowerPoint 97."""
_OLD_TEXT, _OLD_MARK, _BREAKS = "Text_Content", b"\x03\0", str.maketrans("\r\x0b", "\n\n")
"""All text of a presentation of PowerPoint 95, whose document stream begins with a record of this kind."""
_HEADER = 512  # bytes of a compound file before its streams (MS-CFB 2.2)


def claims(probe: Probe) -> bool:
    """Whether the compound file has a presentation's stream."""
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
    if ole.find("\x09DRMContent"):
        texts.trouble("rights-protected", "rights-managed-placeholder")
        texts.trouble("encrypted", "rights-managed-encrypted")
    else:
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
    deck, described = Deck(document, struct.unpack_from("<I", user, 16)[0] if len(user) >= 20 else -1), ole
    if deck.encrypted:
        opened = unlocked(untrusted_data, deck, context, texts)
        if opened is None:
            properties(ole, extract, texts)
            return
        deck, key = opened
        described = with_properties(ole, key, texts)
    deck.read(texts)
    properties(described, extract, texts)
    for storage in deck.macros():
        try:
            source(_unpacked(storage, context), texts)
        except (zlib.error, struct.error, ValueError) as error:
            texts.trouble("damaged", "macros-not-unpacked", error=error)
    pictures = stream(ole, "Pictures", texts)
    drawings = blips.Drawings(texts)
    drawings.read(pictures)
    texts.judge(len(pictures) > 0)
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


def _objects(deck: Deck, context: Context) -> Iterator[Child | Trouble]:
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
