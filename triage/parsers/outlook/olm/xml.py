"""The XML files of Outlook for Mac: bytes in, the elements of items out, one by one.

What would make a reader of XML give up is taken out first, and given back by ``whole``.
"""

from __future__ import annotations

import html
import io
import re
from collections.abc import Iterator

from triage.parsers.kit.texts import Texts
from triage.parsers.kit.xml.parts import Element, fitted, local, walk
from triage.parsers.outlook.olm.fields import KINDS

_CONTROLS = bytes(32 if n < 32 and n not in b"\t\n\r" else n for n in range(256))
_CONTROL = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_REFERENCES = re.compile(rb"(?:&#(?:\d{1,9}|[xX][0-9A-Fa-f]{1,8});)+")
_LONG = re.compile(rb"<[^<]{8000000,}")
_STAND_IN = re.compile("\x7f\x7f(\\d{1,6})\x7f\x7f")


def outermost(untrusted_data: bytes, name: str, texts: Texts, large: list[str]) -> Iterator[Element | None]:
    """Yield the items of a file, and None for anything else in it; texts cut out of it go into ``large``."""
    prepared = _prepared(untrusted_data, large)
    for _, element in walk(io.BytesIO(prepared), name, ("*",), texts, starts=False):
        above = element.getparent()
        if above is not None and above.getparent() is not None:
            continue
        if local(element) in KINDS:
            yield element
        elif above is not None or _loose(element):
            yield None
        if above is None:
            continue
        element.clear(keep_tail=True)
        before = element.getprevious()
        if before is not None:
            if _said(before.tail):
                yield None
            above.remove(before)


def whole(text: str, large: list[str]) -> str:
    """Return a text with what was cut out of it."""

    def cut(found: re.Match[str]) -> str:
        number = int(found[1])
        return large[number] if number < len(large) else found[0]

    return _STAND_IN.sub(cut, text) if large else text


def _loose(root: Element) -> bool:
    """Whether text stands beside the items, in the element around them."""
    return _said(root.text) or any(_said(inner.tail) for inner in root)


def _said(text: str | None) -> bool:
    return text is not None and bool(text.strip())


def _prepared(untrusted_data: bytes, large: list[str]) -> bytes:
    """Return XML without what makes a reader give up: control characters, halves of pairs, texts of many megabytes.

    Such texts go into ``large``, and a mark stands for each of them.
    """
    data = untrusted_data
    if _CONTROL.search(data):  # asked first, as a large file shouldn't be copied for nothing
        data = data.translate(_CONTROLS)
    data = fitted(data, _REFERENCES)
    if len(data) < 8_000_000:
        return data

    def stash(found: re.Match[bytes]) -> bytes:
        head, close, text = found[0].partition(b">")
        if not close:
            return found[0]
        large.append(html.unescape(text.decode("utf-8", "replace")))
        return head + close + f"\x7f\x7f{len(large) - 1}\x7f\x7f".encode()

    return _LONG.sub(stash, data)
