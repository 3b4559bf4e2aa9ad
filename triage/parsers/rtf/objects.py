"""Objects embedded in RTF: MS-OLEDS 2.2, the OLE 1.0 form in hexadecimal digits.

The digits may be broken by blanks and stray characters, as hostile writers do; what isn't a digit is passed over.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator, Sequence

from triage.messages import say
from triage.model.items import Child, Trouble
from triage.parsers.kit.compound.ole import OLE_SIGNATURE, native_child, unwrap
from triage.parsers.kit.contract import Limits
from triage.parsers.rtf.tokens import RtfObject

_NO_DIGIT = re.compile(rb"[^0-9A-Fa-f]+")


def children(held: Sequence[RtfObject], limits: Limits) -> Iterator[Child | Trouble]:
    """Yield the files in the objects: packaged ones under their real names, OLE objects as what they hold."""
    for number, item in enumerate(held, 1):
        digits = _NO_DIGIT.sub(b"", b"".join(item.digits))
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
