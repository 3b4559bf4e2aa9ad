"""Apple's documents: iWork's older XML and newer archives."""

from __future__ import annotations

import zipfile

from tests.selftest.plant import Plant
from tests.writers.package import zipped
from tests.writers.xlsb import varint

_SF = 'xmlns:sf="http://developer.apple.com/namespaces/sf" xmlns:sfa="http://developer.apple.com/namespaces/sfa"'


def older(plant: Plant) -> bytes:
    """Return a document in XML, with text beside its body."""

    def stored(text: str, kind: str) -> str:
        return f'<sf:text-storage sf:kind="{kind}"><sf:p>{text}</sf:p></sf:text-storage>'

    string = f'<sf:string sfa:string="{plant("properties", "the title")}"/>'
    title = f"<sf:metadata><sf:title>{string}</sf:title></sf:metadata>"
    header = f"<sf:header>{stored(plant('margin', 'the header'), 'header')}</sf:header>"
    notes = stored(plant("note", "a footnote"), "footnote")
    body = stored(plant("body", "a paragraph"), "body") + f'<sf:ct sfa:s="{plant("body", "a table cell")}"/>'
    return zipped({"index.xml": f"<doc {_SF}>{title}{header}{notes}{body}</doc>"}, zipfile.ZIP_STORED)


def field(number: int, value: bytes | int) -> bytes:
    """Return a field of a protocol buffer: a number, or bytes with their length."""
    if isinstance(value, int):
        return varint(number << 3) + varint(value)
    return varint(number << 3 | 2) + varint(len(value)) + value


def message(number: int, kind: int, body: bytes) -> bytes:
    """Return an archive of one message of an object with this number, in literal Snappy."""
    info = field(1, number) + field(2, field(1, kind) + field(3, len(body)))
    plain = varint(len(info)) + info + body
    packed = varint(len(plain)) + bytes([61 << 2]) + (len(plain) - 1).to_bytes(2, "little") + plain
    return b"\0" + len(packed).to_bytes(3, "little") + packed


def newer(plant: Plant) -> bytes:
    """Return a document of archives, with a table."""
    text = message(7, 2001, field(3, plant("body", "a paragraph").encode()))
    cell = field(3, field(1, 1) + field(3, plant("body", "a table cell").encode()))
    parts = {"Index/Document.iwa": text, "Index/Tables/DataList.iwa": message(7, 6005, cell)}
    return zipped(parts, zipfile.ZIP_STORED)
