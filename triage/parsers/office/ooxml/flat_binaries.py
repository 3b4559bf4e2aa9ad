"""What Word 2003 XML holds in base64: embedded objects and pictures, many of them deflated once more.

Objects become children as those of other Word files do; of pictures the metafiles are read for their text, and those
that may show a page become children. Nothing is unpacked beyond the limits.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from triage.messages import say
from triage.model.items import Child, Trouble
from triage.parsers.kit.compound.ole import OLE_SIGNATURE, objects, open_ole, packed_objects
from triage.parsers.kit.contract import Data, Limits
from triage.parsers.kit.drawing.metafile import held, lines
from triage.parsers.kit.picture_size import RASTERS, is_page
from triage.parsers.kit.texts import Texts
from triage.parsers.kit.transfer import from_base64
from triage.parsers.kit.unpacking import Inflate, UnpackingBudget, unpacked

_BINARY = re.compile(rb"<(?:\w{1,40}:)?binData\b([^<>]{0,2000})>([A-Za-z0-9+/=\s]+)<")
_NAME = re.compile(rb"""\bname=["'](?:wordml://)?([^"'<>]{1,200})["']""")
_GZIP = b"\x1f\x8b\x08"


def drawn(untrusted_data: Data, limits: Limits, texts: Texts) -> None:
    """Add the text that the metafiles of a document draw."""
    for name, data in _pictures(untrusted_data, limits):
        if isinstance(data, Trouble):
            texts.add_trouble(data)
        elif not name.lower().endswith(RASTERS):
            texts.add("textbox", "\n".join(lines(data)))


def children(untrusted_data: Data, limits: Limits) -> Iterator[Child | Trouble]:
    """Yield embedded objects, pictures that may show a page, and files that metafiles keep beside their drawing."""
    for _, data in _binaries(untrusted_data):
        if data.startswith(OLE_SIGNATURE):
            yield from _objects(data, limits)
    for name, picture in _pictures(untrusted_data, limits):
        if isinstance(picture, Trouble):
            continue  # told by ``drawn``
        if name.lower().endswith(RASTERS) and is_page(picture):
            yield Child(name, picture)
        yield from held(picture, name.partition(".")[0])


def _binaries(untrusted_data: Data) -> Iterator[tuple[str, bytes]]:
    for match in _BINARY.finditer(untrusted_data):
        name = _NAME.search(match[1])
        yield name[1].decode("utf-8", "replace").rpartition("/")[2] if name else "", from_base64(match[2])


def _pictures(untrusted_data: Data, limits: Limits) -> Iterator[tuple[str, bytes | Trouble]]:
    """Yield (name, file or what went wrong) of each picture; packed metafiles (emz, wmz) are unpacked."""
    budget = UnpackingBudget(limits)
    for name, data in _binaries(untrusted_data):
        if data.startswith(OLE_SIGNATURE):
            continue
        if data.startswith(_GZIP):
            content = budget.collect(unpacked(Inflate(31), data), len(data), name)
            if content.trouble is not None:
                yield name, content.trouble
            data = content.data or b""
        yield name, data


def _objects(untrusted_data: bytes, limits: Limits) -> Iterator[Child | Trouble]:
    texts = Texts(limits)
    try:
        ole = open_ole(untrusted_data, texts)
        yield from texts.troubles
        yield from objects(ole)
    except OSError as error:
        yield Trouble("damaged", say("embedded-unreadable", error=error))
        return
    yield from packed_objects(ole, limits)
