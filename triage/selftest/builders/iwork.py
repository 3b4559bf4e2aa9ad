"""Apple's documents (builders): iWork's older XML and newer archives."""

from __future__ import annotations

from triage.selftest.canary import Builder, Plant
from triage.selftest.writers.excel import varint
from triage.selftest.writers.package import zipped

_SF = 'xmlns:sf="http://developer.apple.com/namespaces/sf" xmlns:sfa="http://developer.apple.com/namespaces/sfa"'


def _older(plant: Plant) -> bytes:
    def stored(text: str, kind: str) -> str:
        return f'<sf:text-storage sf:kind="{kind}"><sf:p>{text}</sf:p></sf:text-storage>'

    string = f'<sf:string sfa:string="{plant("properties", "the title")}"/>'
    title = f"<sf:metadata><sf:title>{string}</sf:title></sf:metadata>"
    header = f"<sf:header>{stored(plant('margin', 'the header'), 'header')}</sf:header>"
    notes = stored(plant("note", "a footnote"), "footnote")
    body = stored(plant("body", "a paragraph"), "body") + f'<sf:ct sfa:s="{plant("body", "a table cell")}"/>'
    return zipped({"index.xml": f"<doc {_SF}>{title}{header}{notes}{body}</doc>"})


def field(number: int, value: bytes | int) -> bytes:
    """Return a field of a protocol buffer: a number, or bytes with their length."""
    if isinstance(value, int):
        return varint(number << 3) + varint(value)
    return varint(number << 3 | 2) + varint(len(value)) + value


def archive(kind: int, message: bytes) -> bytes:
    """Return an archive with one message, in a snappy block of literal bytes."""
    info = field(1, 7) + field(2, field(1, kind) + field(3, len(message)))
    plain = varint(len(info)) + info + message
    packed = varint(len(plain)) + bytes([61 << 2]) + (len(plain) - 1).to_bytes(2, "little") + plain
    return b"\0" + len(packed).to_bytes(3, "little") + packed


def _newer(plant: Plant) -> bytes:
    text = archive(2001, field(3, plant("body", "a paragraph").encode()))
    cell = field(3, field(1, 1) + field(3, plant("body", "a table cell").encode()))
    return zipped({"Index/Document.iwa": text, "Index/Tables/DataList.iwa": archive(6005, cell)})


BUILDERS = (
    Builder("pages", "plan.pages", "iWork document", _older),
    Builder("pages iwa", "plan.pages", "iWork document", _newer),
)
