"""Safe reading of XML parts, shared by the office parsers.

Entities are never expanded, nothing is fetched, and libxml2's own limits on depth and node size stay in force. What a
damaged part holds before and after the damage is still read, and the damage is reported.
"""

from __future__ import annotations

import re
from collections.abc import Generator, Iterable, Iterator, Sequence
from itertools import chain
from typing import Any, Protocol

from triage.parsers.kit.texts import Texts

Element = Any
"""An lxml element; lxml ships without types."""

_SAFELY: Any = {
    "resolve_entities": False,
    "no_network": True,
    "load_dtd": False,
    "huge_tree": False,
    "recover": True,
    "remove_comments": True,
    "remove_pis": True,
}
"""How XML is parsed. lxml gives comments among the elements, but they have neither name nor text as elements have."""


_AHEAD = 32 << 10
_SMALL, _WHOLE, _FED = 64 << 10, 4 << 20, 64 << 10
"""Bytes up to which a part is parsed before it is walked, and parsed again where it has a fault; bytes of a piece."""

_TWICE = 8 << 20
"""Bytes up to which a part that declares entities is parsed twice, once to see whether they stop its reading."""

_STOPS = ("ERR_ENTITY_LOOP", "ERR_RESOURCE_LIMIT")
_DOCTYPE = re.compile(
    rb"""<!DOCTYPE(?:[^\[>"']|"[^"]*"|'[^']*')*+\[(?:[^\]"'<]|"[^"]*"|'[^']*'|<!--.*?-->|<\?.*?\?>|<(?!!--|\?))*+\]\s*>""",
    re.DOTALL,
)
_REFERENCE = re.compile(rb"&(?!(?:amp|lt|gt|quot|apos);)[^\s#&;<>\"']{1,200};")


_HALVES = re.compile(rb"(?:&#(?:0{0,9}5[5-7]\d{3}|[xX]0{0,9}[dD][89a-fA-F][0-9A-Fa-f]{2});)+")
"""References to halves of surrogate pairs, of which libxml2 makes text that can't be decoded; some near them, too."""

_NUMBER = re.compile(rb"&#(?:(\d+)|[xX]([0-9A-Fa-f]+));")
_OPEN = re.compile(rb"(?:&#[xX]?[0-9A-Fa-f]{0,12};?)+\Z|&\Z")
_LONGEST_RUN = 4096


class _Names(dict[Any, str]):
    """Names with their namespace to names without, filled as they are met; hostile ones can't fill it for ever."""

    def __missing__(self, tag: object) -> str:
        if len(self) > _MOST_NAMES:
            self.clear()
        name = self[tag] = tag[tag.rfind("}") + 1 :] if isinstance(tag, str) else ""
        return name


_MOST_NAMES = 8192
names = _Names()
"""The name without namespace of each ``element.tag``: for loops in which a call of ``local`` would be felt."""


def local(element: Element) -> str:
    """Return an element's name without its namespace, "" for comments and the like."""
    return names[element.tag]


def attribute(element: Element, name: str) -> str:
    """Return an attribute by its name without namespace, "" where it is missing."""
    # Nearly always it has no namespace, or that of its element.
    value = element.get(name)
    if value is None:
        tag = element.tag
        value = element.get(f"{tag[: tag.rfind('}') + 1]}{name}")
    if value is not None:
        return str(value)
    for key, other in element.items():
        if names[key] == name:
            return str(other)
    return ""


def attributes(element: Element) -> dict[str, str]:
    """Return an element's attributes by their names without namespace; of two alike, the first."""
    return {names[key]: value for key, value in reversed(element.items())}


class Readable(Protocol):
    """What a part is read from."""

    def read(self, size: int, /) -> bytes: ...


def walk(
    untrusted_file: Readable, name: str, tags: Sequence[str], texts: Texts, starts: bool = True
) -> Iterator[tuple[str, Element]]:
    """Yield ("start" | "end", element) for elements of these local names; never raises. ``name`` names the part in a
    trouble; the caller clears what it is done with.
    """
    from lxml import etree

    data = untrusted_file.read(_WHOLE)
    if b"<!ENTITY" in data[:_AHEAD]:
        data = _defused(data + untrusted_file.read(_TWICE), name, texts)
    more = untrusted_file.read(_FED)
    wanted: Any = {"events": ("start", "end") if starts else ("end",), "tag": [f"{{*}}{tag}" for tag in tags]}
    try:
        if more:  # a part that is too large to be held is walked while it is unpacked
            begun = (data[at : at + _FED] for at in range(0, len(data), _FED))
            others = iter(lambda: untrusted_file.read(_FED), b"")
            root, log = yield from _fed(_fitted(chain(begun, (more,), others)), wanted)
        else:
            data = fitted(data)
            root, log = yield from _parsed_first(data, wanted) if len(data) <= _SMALL else _fed((data,), wanted, data)
    except (etree.XMLSyntaxError, ValueError) as error:
        texts.trouble("damaged", "xml-part-stopped", name=name, error=error)
        return
    _report(log, root, name, texts, sure=not more)


_Walk = Generator[tuple[str, Element], None, tuple[Element | None, Any]]


def _parsed_first(untrusted_data: bytes, wanted: Any) -> _Walk:
    # Parsed first and walked then: more of a damaged part is mended so, and nothing of a small one stays in memory.
    from lxml import etree

    parser = etree.XMLParser(**_SAFELY)
    root = etree.fromstring(untrusted_data, parser)
    if root is not None:
        yield from etree.iterwalk(root, **wanted)
    return root, parser.error_log


def _fed(pieces: Iterable[bytes], wanted: Any, complete: bytes | None = None) -> _Walk:
    """Walk while parsing, which is faster; a ``complete`` part with a fault is parsed again, as a parser that is fed
    gives up behind some faults, and ends elements late behind others.
    """
    from lxml import etree

    reader = etree.XMLPullParser(**wanted, **_SAFELY)
    for piece in pieces:
        reader.feed(piece)
        if complete is None:
            yield from reader.read_events()
    root = reader.close()
    if complete is not None and _faults(reader.feed_error_log):
        return (yield from _parsed_first(complete, wanted))
    yield from reader.read_events()
    return root, reader.feed_error_log


def _faults(log: Any) -> list[Any]:
    return [entry for entry in log if entry.level >= 2]


def _defused(untrusted_data: bytes, name: str = "", texts: Texts | None = None) -> bytes:
    """Return a part without its entities (with a trouble) where libxml2 would stop at them, and lose what follows."""
    from lxml import etree

    if b"<!ENTITY" not in untrusted_data[:_AHEAD] or len(untrusted_data) > _TWICE:
        return untrusted_data
    parser = etree.XMLParser(**_SAFELY)
    try:
        etree.fromstring(untrusted_data, parser)
    except (etree.XMLSyntaxError, ValueError):
        return untrusted_data
    doctype = _DOCTYPE.match(untrusted_data, max(untrusted_data.find(b"<!DOCTYPE"), 0))
    if doctype is None or not any(fault.type_name in _STOPS for fault in parser.error_log):
        return untrusted_data
    if texts is not None:
        texts.trouble("damaged", "xml-entities-without-end", name=name)
    return untrusted_data[: doctype.start()] + _REFERENCE.sub(b"", untrusted_data[doctype.end() :])


def _report(log: Any, root: Element | None, name: str, texts: Texts, sure: bool) -> None:
    """Note what a recovering reader passed over, and entities; ``sure`` says whether it went on behind each fault."""
    faults = _faults(log)
    if faults:
        error = faults[0].message.strip()
        if any(fault.type_name in _STOPS for fault in faults):
            texts.trouble("damaged", "xml-part-stopped", name=name, error=error)
        elif sure:
            texts.trouble("damaged", "xml-part-mended", part=name, error=error)
        else:
            texts.trouble("damaged", "xml-part-perhaps-cut", name=name, error=error)
    dtd = root.getroottree().docinfo.internalDTD if root is not None else None
    if dtd is not None and any(True for _ in dtd.iterentities()):
        texts.trouble("damaged", "xml-entities", name=name)


def fitted(untrusted_data: bytes, references: re.Pattern[bytes] = _HALVES) -> bytes:
    """Return XML whose references to halves of surrogate pairs are joined, as some programs write emoji; what no text
    can hold becomes a blank, a lone half U+FFFD. ``references`` fits the runs that are mended.
    """
    # A single sign is searched for ten times as fast as two, and most parts hold none.
    has_references = b"&" in untrusted_data and b"&#" in untrusted_data
    return references.sub(_fit, untrusted_data) if has_references else untrusted_data


def _fit(run: re.Match[bytes]) -> bytes:
    numbers = [int(ten) if ten else int(sixteen, 16) for ten, sixteen in _NUMBER.findall(run[0])]
    raw = b"".join(chr(number).encode("utf-16-le", "surrogatepass") for number in numbers if number < 0x110000)
    text = raw.decode("utf-16-le", "replace")
    fit = (ord(sign) if sign >= " " or sign in "\t\n\r" else 32 for sign in text if sign not in "\ufffe\uffff")
    return "".join(f"&#{number};" for number in fit).encode()


def _fitted(pieces: Iterable[bytes]) -> Iterator[bytes]:
    # References that go on in the next piece wait for it.
    waiting = b""
    for piece in pieces:
        joined = waiting + piece
        cut = _OPEN.search(joined, max(0, len(joined) - _LONGEST_RUN))
        end = cut.start() if cut else len(joined)
        waiting = joined[end:]
        yield fitted(joined[:end])
    yield waiting


def quiet_tree(untrusted_data: bytes) -> Element | None:
    """Return the root of a piece of XML, mended where it is broken, or None where there is nothing to mend."""
    from lxml import etree

    try:
        return etree.fromstring(fitted(_defused(untrusted_data)), etree.XMLParser(**_SAFELY))
    except (etree.XMLSyntaxError, ValueError):
        return None


def tree(untrusted_data: bytes, name: str, texts: Texts) -> Element | None:
    """Return the root of a small part, or None (with a trouble) where nothing of it can be read."""
    root = quiet_tree(_defused(untrusted_data, name, texts))
    if root is None:
        texts.trouble("damaged", "xml-part-unreadable", name=name)
    return root
