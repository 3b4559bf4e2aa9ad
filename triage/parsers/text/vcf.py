"""vCards, versions 2.1 to 4.0: contacts as readable text, with their pictures and keys as children.

A file with one card is one item; an address book is a container with one child for each card. Every property is kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from triage.messages import say
from triage.model.items import Child, Extract, Segment, Trouble
from triage.parsers.kit.contract import Context, Data, Probe
from triage.parsers.kit.texts import clean
from triage.parsers.text.content_lines import Component, Property, parse_components
from triage.parsers.text.plain import charset_of, read_text

TYPE = "text/vcard"
_START = re.compile(rb"(?:\xef\xbb\xbf)?\s*BEGIN:VCARD\b", re.IGNORECASE)
_EDGE = re.compile(r"^(BEGIN|END):VCARD[ \t]*\r?(?:\n|\Z)", re.IGNORECASE | re.MULTILINE)
_LISTS = frozenset(("N", "ADR", "ORG", "GENDER"))


def claims(probe: Probe) -> bool:
    """Tell by the first line, in UTF-16 too."""
    head = probe.head
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        head = head[2:].replace(b"\x00", b"")
    return _START.match(head) is not None


def parse(untrusted_data: Data, context: Context) -> Extract:
    """Read the cards."""
    text, troubles = read_text(untrusted_data, charset_of(context.declared), context.limits)
    extract = Extract(TYPE, troubles=troubles)
    cards = _cards(text)
    if len(cards) > 1:
        extract.children = _children(cards)
        return extract
    root, sound = parse_components(text)
    if not sound:
        extract.troubles.append(Trouble("damaged", say("vcf-lines-broken")))
    body = clean("\n".join(_lines(root)))
    extract.segments = [Segment("body", body)] if body.strip() else []
    if root.components:
        extract.subject = _name(root.components[0]) or None
    extract.children = _attachments(root)
    return extract


def _cards(text: str) -> list[str]:
    """Return the outermost cards as text, with what stands between them kept at the one before."""
    starts: list[int] = []
    depth = 0
    for edge in _EDGE.finditer(text):
        if edge[1].upper() == "END":
            depth = max(0, depth - 1)
            continue
        if depth == 0:
            starts.append(edge.start())
        depth += 1
    if not starts:
        return []
    return [text[start:end] for start, end in zip([0, *starts[1:]], [*starts[1:], len(text)], strict=True)]


def _children(cards: list[str]) -> Iterator[Child | Trouble]:
    for number, card in enumerate(cards, 1):
        found = parse_components(card)[0].components
        name = (_name(found[0]) if found else "") or f"contact {number}"
        yield Child(f"{name[:100]}.vcf", card.encode("utf-8", "replace"), f"{TYPE}; charset=utf-8")


def _name(card: Component) -> str:
    full = card.text_of("FN")
    if not full:
        found = card.first("N")
        full = " ".join(reversed(_parts(found)[:2])) if found else card.text_of("EMAIL")
    return clean(" ".join(full.split()))


def _parts(found: Property) -> list[str]:
    plain = Property(found.name, found.parameters, found.value.replace("\\;", "\x01"))
    return [part.replace("\x01", ";").strip() for part in plain.text().split(";")]


def _lines(root: Component) -> Iterator[str]:
    for component in root.walk():
        for line in component.properties:
            kinds = ", ".join(_kinds(line))
            shown = f" ({kinds})" if kinds else ""
            yield f"{line.name.capitalize()}{shown}: {_value(line)}"
        yield from component.broken


def _kinds(found: Property) -> Iterator[str]:
    """What is said of a value (WORK, JPEG ...), leaving out how it is encoded."""
    for value in (*found.parameters.get("TYPE", ()), *found.parameters.get("", ())):
        if value.upper() not in ("QUOTED-PRINTABLE", "BASE64", "B", "8BIT", "7BIT"):
            yield value


def _value(found: Property) -> str:
    if found.data() is not None:
        return "[embedded]"
    if found.name in _LISTS:
        return f"{', '.join(part for part in _parts(found) if part)} {found.extras()}".rstrip()
    return f"{found.text()} {found.extras()}".rstrip()


def _attachments(root: Component) -> Iterator[Child | Trouble]:
    for line in (line for component in root.walk() for line in component.properties):
        if data := line.data():
            kind = next(_kinds(line), "").lower()
            ending = kind.rpartition("/")[2] if kind and kind.isascii() and len(kind) < 30 else "bin"
            yield Child(f"{line.name.lower()}.{ending}", data)
