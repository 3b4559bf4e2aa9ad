"""What a run of a Word document shows without words of its own: symbols, check boxes, drop-down lists.

ECMA-376-1 17.3.3.30 and 17.16. Nothing here adds text; what a sign stands for is returned.
"""

from __future__ import annotations

from triage.parsers.kit.xml.parts import Element, attribute, local
from triage.parsers.office.ooxml.word_styles import is_on

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
