"""Rich Text Format: rtf, text in the code page of its font, what is set apart told apart.

Rich Text Format Specification 1.9.1. Headers, footnotes, comments, deleted and hidden text, fields, text boxes and
properties are told apart; embedded objects become children; pictures are passed over. Objects stand there in the OLE
1.0 form (MS-OLEDS 2.2) in hexadecimal digits, which may be broken by blanks and stray characters, as hostile writers
do; what isn't a digit is passed over.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator

from triage.messages import say
from triage.model.items import Child, Extract, Trouble
from triage.parsers.kit.compound.ole import OLE_SIGNATURE, native_child, unwrap
from triage.parsers.kit.contract import Context, Data, Limits, Probe
from triage.parsers.kit.texts import Texts
from triage.parsers.rtf.tokens import RtfReader

TYPE = "application/rtf"
_NO_DIGIT = re.compile(rb"[^0-9A-Fa-f]+")


def claims(probe: Probe) -> bool:
    """Whether it begins as RTF, blanks before it allowed."""
    return probe.head.lstrip(b"\xef\xbb\xbf \t\r\n\0")[:5] in (b"{\\rtf", b"{\\urt")


def parse(untrusted_data: Data, context: Context) -> Extract:
    """Read the document."""
    texts = Texts(context.limits)
    extract = Extract(TYPE, troubles=texts.troubles)
    reader = RtfReader(texts)
    reader.read(untrusted_data[:])
    if authors := reader.changed_by():
        reader.properties.append(("Changed by", authors))
    for name, value in reader.properties:
        extract.properties.append((name, value))
        texts.add("properties", f"{name}: {value}")
    known = dict(extract.properties)
    extract.subject = known.get("title")
    extract.date = known.get("revtim") or known.get("creatim")
    texts.judge(reader.pictures > 0)
    extract.segments = texts.segments()
    extract.children = _children(reader.objects, context.limits)
    return extract


def _children(objects: list[bytearray], limits: Limits) -> Iterator[Child | Trouble]:
    """Yield the files in the objects: packaged ones under their real names, OLE objects as what they hold."""
    for number, written in enumerate(objects, 1):
        digits = _NO_DIGIT.sub(b"", written)
        if not digits:
            continue
        data = bytes.fromhex(digits[: len(digits) & ~1].decode("ascii"))
        if len(data) > limits.item_bytes:
            yield Trouble("limit-size", say("embedded-too-large", number=number))
            continue
        yield from _object(data, f"object{number}")


def _object(data: bytes, name: str) -> Iterator[Child | Trouble]:
    if data[4:8] == b"\1\0\0\0":
        yield Trouble("external", say("linked-content", name=name))
        return
    try:
        kind, native = _embedded(data)
    except (struct.error, ValueError):
        at = data.find(OLE_SIGNATURE)
        if at >= 0:
            yield from unwrap(data[at:], name)
        else:
            yield Trouble("damaged", say("embedded-breaks-rules", name=name))
            yield Child(name, data)
        return
    if native.startswith(OLE_SIGNATURE):
        yield from unwrap(native, name)
    elif kind.lower() == "package":
        yield native_child(struct.pack("<I", len(native)) + native, name)
    elif native:
        yield Child(name, native)


def _embedded(data: bytes) -> tuple[str, bytes]:
    """Return (class name, native data) of an embedded object (2.2.5). Raises struct.error or ValueError."""
    form = struct.unpack_from("<I", data, 4)[0]
    if form != 2:
        raise ValueError("not an embedded object")
    kind, at = _string(data, 8)
    _, at = _string(data, at)
    _, at = _string(data, at)
    size = struct.unpack_from("<I", data, at)[0]
    return kind, data[at + 4 : at + 4 + size]


def _string(data: bytes, at: int) -> tuple[str, int]:
    size = struct.unpack_from("<I", data, at)[0]
    if size > len(data):
        raise ValueError("a string's length runs over the end")
    return data[at + 4 : at + 4 + size].rstrip(b"\0").decode("latin-1"), at + 4 + size
