"""The styles of a WordprocessingML document, and what keeps its text from sight (floor 2).

ECMA-376-1 17.3.2 (run properties) and 17.7 (styles). Nothing here adds text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from triage.parsers.xmlparts import Element, attribute, local, names, quiet_tree


def shades(shading: Element) -> bool:
    """Whether a shading element paints a ground that white text is read on."""
    return attribute(shading, "fill").lower() not in ("", "auto", "ffffff") or attribute(shading, "val") == "solid"


def is_on(element: Element) -> bool:
    """Whether a toggle property is set (17.17.4)."""
    return attribute(element, "val").lower() not in ("0", "false", "off", "none")


_HIDING = frozenset(("vanish", "specVanish", "rStyle", "color", "shd", "highlight", "sz"))


def hides(properties: Element, styles: Styles, plain: bool) -> bool | None:
    """Whether run properties keep their text from sight: vanish, white on a ``plain`` ground, a point or less.

    None where they say nothing, so that the paragraph's style decides; False where they undo what that says.
    """
    white = small = False
    gone: bool | None = None
    for entry in properties:
        tag = names[entry.tag]
        if tag not in _HIDING:
            continue
        if tag == "vanish" or tag == "specVanish":
            gone = is_on(entry)
        elif tag == "rStyle":
            gone = styles.hides(attribute(entry, "val")) if gone is None else gone
        elif tag == "color":
            white = plain and attribute(entry, "val").lower() == "ffffff"
        elif tag in ("shd", "highlight"):
            plain = False
            white = False
        elif tag == "sz":
            small = attribute(entry, "val") in ("0", "1", "2")
    return True if white or small else gone


_DEEPEST = 20
_ROOT = re.compile(rb"<w:styles\b[^>]*>")
_STYLE = re.compile(rb"<w:style\b[^>]*>")
_ID = re.compile(rb'\sw:styleId="([^"&]*)"')


class Style(NamedTuple):
    """One style: its id and that of the one it is based on, whether it hides its text (None: not said), numbering."""

    name: str
    based: str
    hides: bool | None
    number: str
    level: str


class Styles:
    """The styles of a document (17.7), each read when a paragraph or run that has it is met.

    Documents hold hundreds of styles and use a dozen, and parsing all took most of an ordinary letter's time. Where
    the part isn't written as Word and its peers write it (another prefix, quotes, comments), it is parsed whole.
    """

    def __init__(self, untrusted_data: bytes) -> None:
        self._data = untrusted_data
        self._known: dict[str, Style] = {}
        self._places: dict[str, tuple[int, int]] | None = None
        self._elements: dict[str, Element] | None = None
        self._hiding: dict[str, bool | None] = {}
        wide = untrusted_data[:2] in (b"\xff\xfe", b"\xfe\xff")
        self._may_hide = wide or b"vanish" in untrusted_data
        self.numbered = wide or b"numPr" in untrusted_data
        """Whether any style may be numbered."""

    def hides(self, name: str) -> bool | None:
        """Whether the style with this id hides its text, by what it or the next one it is based on says; else None.

        Without an id, the paragraph style that is the document's default one is asked (17.7.4.17).
        """
        if not self._may_hide:
            return None
        if name not in self._hiding:
            said = (style.hides for style in self.line(name or self._default()) if style.hides is not None)
            self._hiding[name] = next(said, None)
        return self._hiding[name]

    def line(self, name: str) -> Iterator[Style]:
        """Yield the style with this id, the one that it is based on, and so on."""
        for _ in range(_DEEPEST):
            style = self._style(name)
            yield style
            name = style.based
            if not name:
                return

    def _style(self, name: str) -> Style:
        found = self._known.get(name)
        if found is None:
            found = self._known[name] = _read(name, self._element(name))
        return found

    def _element(self, name: str) -> Element | None:
        self._look()
        if self._elements is not None:
            return self._elements.get(name)
        place = (self._places or {}).get(name)
        return _cut_out(self._data, *place) if place else None

    def _look(self) -> None:
        """Find where the styles stand, once."""
        if self._places is not None:
            return
        found = _places(self._data)
        self._places = found or {}
        if found is None and self._data:
            root = quiet_tree(self._data)
            styles = (style for style in (root if root is not None else ()) if local(style) == "style")
            self._elements = {attribute(style, "styleId"): style for style in styles}

    def _default(self) -> str:
        """Return the id of the paragraph style that is the document's default one, "" where there is none."""
        self._look()
        if self._elements is not None:
            return next((name for name, style in self._elements.items() if _is_default(style)), "")
        tags = ((name, self._data[start:end]) for name, (start, end) in (self._places or {}).items())
        likely = (name for name, tag in tags if b"default=" in tag and b'"paragraph"' in tag)
        return next((name for name in likely if _is_default(self._element(name))), "")


def _is_default(style: Element | None) -> bool:
    if style is None or attribute(style, "type") != "paragraph":
        return False
    return attribute(style, "default").lower() in ("1", "true", "on")


def _places(data: bytes) -> dict[str, tuple[int, int]] | None:
    """Return where each style's start tag stands, by its id; None where reading bytes can't tell for sure."""
    # One sign is found in a hundredth of the time that two take of which the first stands everywhere.
    if (b"!" in data and b"<!" in data) or not _ROOT.search(data):
        return None
    places, count = {}, 0
    for tag in _STYLE.finditer(data):
        name = _ID.search(tag[0])
        if name:
            count += 1
            places[name[1].decode("utf-8", "replace")] = tag.span()
    return places if count == data.count(b"styleId") else None


def _cut_out(data: bytes, start: int, after: int) -> Element | None:
    """Parse one style alone; the root's own tag goes before it, as that declares the namespaces."""
    head = _ROOT.search(data)
    if head is None:
        return None
    end = after if data[after - 2 : after] == b"/>" else data.find(b"</w:style>", after)
    piece = data[start:end] if end >= 0 else data[start:]
    root = quiet_tree(head[0] + piece)  # what is left open is closed by the parser
    return root[0] if root is not None and len(root) else None


def _read(name: str, element: Element | None) -> Style:
    based = number = level = ""
    hidden: bool | None = None
    for entry in element if element is not None else ():
        tag = local(entry)
        if tag == "basedOn":
            based = attribute(entry, "val")
        elif tag == "rPr":
            for said in entry:
                if local(said) == "vanish":
                    hidden = is_on(said)
        elif tag == "pPr":
            numbered = next((e for e in entry if local(e) == "numPr"), ())
            values = {local(e): attribute(e, "val") for e in numbered}
            number, level = values.get("numId", ""), values.get("ilvl", "")
    return Style(name, based, hidden, number, level)
