"""The styles of a WordprocessingML document, and what keeps its text from sight.

ECMA-376-1 17.3.2 (run properties) and 17.7 (styles); 17.3.3.30 and 17.16 for what a run shows without words of its own:
symbols, check boxes, drop-down lists. Nothing here adds text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from triage.parsers.kit.xml.parts import Element, attribute, local, names, quiet_tree


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
_LATENT = re.compile(rb"<w:latentStyles\b[^<]*+(?:<w:lsdException\b[^<]*+)*+</w:latentStyles>")
"""The names of styles that aren't in the document: mostly more than half of the part, and without meaning here."""


class WordStyle(NamedTuple):
    """One style: its id and that of the one it is based on, whether it hides its text (None: not said), numbering."""

    name: str
    based: str
    hides: bool | None
    number: str
    level: str


class Styles:
    """The styles of a document (17.7). Of several styles with one id the first keeps it (17.7.4.17)."""

    def __init__(self, untrusted_data: bytes) -> None:
        self._data = untrusted_data
        self._known: dict[str, WordStyle] = {}
        self._hiding: dict[str, bool | None] = {}
        wide = untrusted_data[:2] in (b"\xff\xfe", b"\xfe\xff")
        self.numbered = wide or b"numPr" in untrusted_data
        self._hides_any = wide or b"vanish" in untrusted_data

    def hides(self, name: str) -> bool | None:
        """Whether the style with this id hides its text, by what it or the next one it is based on says; else None.

        Without an id, the paragraph style that is the document's default one is asked (17.7.4.17).
        """
        if not self._hides_any:
            return None
        if name not in self._hiding:
            stated = (style.hides for style in self.line(name or self._default()) if style.hides is not None)
            self._hiding[name] = next(stated, None)
        return self._hiding[name]

    def line(self, name: str) -> Iterator[WordStyle]:
        """Yield the style with this id, the one that it is based on, and so on."""
        for _ in range(_DEEPEST):
            if name not in self._known:
                self._known[name] = _read(name, self._elements.get(name))
            yield self._known[name]
            name = self._known[name].based
            if not name:
                return

    @cached_property
    def _elements(self) -> dict[str, Element]:
        """All styles by their ids."""
        root = quiet_tree(_LATENT.sub(b"", self._data)) if self._hides_any or self.numbered else None
        styles = root.findall("{*}style") if root is not None else []
        return {attribute(style, "styleId"): style for style in reversed(styles)}

    def _default(self) -> str:
        """Return the id of the paragraph style that is the document's default one, "" where there is none."""
        for name, style in reversed(self._elements.items()):
            if attribute(style, "type") == "paragraph" and attribute(style, "default").lower() in ("1", "true", "on"):
                return name
        return ""


def _read(name: str, element: Element | None) -> WordStyle:
    based = number = level = ""
    hidden: bool | None = None
    for entry in element if element is not None else ():
        tag = local(entry)
        if tag == "basedOn":
            based = attribute(entry, "val")
        elif tag == "rPr":
            for vanish in entry.iterchildren("{*}vanish"):
                hidden = is_on(vanish)
        elif tag == "pPr":
            values = {local(e): attribute(e, "val") for numbered in entry.findall("{*}numPr")[:1] for e in numbered}
            number, level = values.get("numId", ""), values.get("ilvl", "")
    return WordStyle(name, based, hidden, number, level)


_GREEK = {**dict(enumerate("ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ", 0x41)), **dict(enumerate("αβχδεφγηιϕκλμνοπθρστυϖωξψζ", 0x61))}
"""The letters of the font "Symbol", which has an encoding of its own."""
_PICTURED = ("symbol", "wingdings", "wingdings 2", "wingdings 3", "webdings")


def symbol(element: Element) -> str:
    """Return the character of a ``w:sym`` (17.3.3.30), "" for one that only its font knows."""
    try:
        code = int(attribute(element, "char"), 16)
    except ValueError:
        return ""
    font = attribute(element, "font").lower()
    if 0xF020 <= code <= 0xF0FF and font not in _PICTURED:
        code -= 0xF000
    if font == "symbol" and code >> 8 in (0, 0xF0) and (code & 0xFF) in _GREEK:
        return _GREEK[code & 0xFF]
    return chr(code) if code < 0xD800 or code > 0xF8FF else ""


def box(element: Element) -> str:
    """Return the sign of a ``w:checkBox`` (17.16.7): as a person left it, else as the form's author set it."""
    states = {local(entry): is_on(entry) for entry in element}
    return "☒" if states.get("checked", states.get("default", False)) else "☐"


def choice(element: Element) -> tuple[str, list[str]]:
    """Return what was chosen of a ``w:ddList`` (17.16.9), "" where it is empty, and the entries that were not."""
    entries = [attribute(entry, "val") for entry in element if local(entry) == "listEntry"]
    said = {local(entry): attribute(entry, "val") for entry in element}
    for name in ("result", "default"):
        number = said.get(name, "")
        if number.isdecimal() and len(number) < 9 and int(number) < len(entries):
            return entries.pop(int(number)), entries
    return (entries.pop(0) if entries else ""), entries
