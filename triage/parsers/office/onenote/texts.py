"""What the properties of OneNote's objects say: texts, the runs that aren't shown, links, moments.

MS-ONE 2.1.12 for the properties, 2.2 and 2.3 for what each means. Nothing here knows how objects hang together.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from triage.parsers.office.onenote.objects import Ids, Set

ENDS, STYLES, HIDDEN = 0x1C001E12, 0x24001E13, 0x08001E16
"""Where the runs of a text end, the styles of the runs, and whether a style hides its text."""

TITLES = (0x1C001CF3, 0x1C001D3C, 0x1C001CA5)
"""The title of a page, as it is kept beside the page's own text."""

SECTIONS = (0x1C00349B, 0x1C001D69)
LISTED = 0x1C001D6B
ALT, LINK, AUTHOR, RIVAL, TAG = 0x1C001E58, 0x1C001E20, 0x1C001D75, 0x1C001D9E, 0x1C003468
FILE_NAME, FILE_SOURCE, IMAGE_NAME, ENDING = 0x1C001D9C, 0x1C001D9D, 0x1C001DD7, 0x1C003424
CREATED, CHANGED = 0x18001C65, 0x18001D77
"""Names of a section, name of a file in a table of contents; a picture's other text, the link under it, who wrote, who
wrote otherwise at the same time, what a tag is called; names of files and their ending; moments as FILETIME."""

_WIDE, _NARROW, _LANGUAGE = 0x1C001C22, 0x1C003498, 0x10001CFE
_UNTOLD = {0x1C001C0A, 0x1C001C52, 0x1C00345A, 0x1C00348A, 0x1C001DF8, 0x1C001C1A, 0x1C001CDA, 0x1C001E5B}
"""Fonts, names of styles, initials, marks of lists: no one looks for them."""

_KNOWN = _UNTOLD | {*TITLES, *SECTIONS, LISTED, ALT, LINK, AUTHOR, RIVAL, TAG, FILE_NAME, FILE_SOURCE, IMAGE_NAME}
_KNOWN |= {ENDING, ENDS, _WIDE, _NARROW}
_GUID = 16
_BREAKS = {ord("\r"): "\n", ord("\x0b"): "\n", 0: None, 0xFFFC: None}
_FIELD = re.compile('\ufddf *([^"\n]{0,40}"[^"]*"|\\S*)')
_QUOTED = re.compile('"([^"]+)"')
_EPOCH = datetime(1601, 1, 1, tzinfo=UTC)
_CODE_PAGES = {0x08: "cp1253", 0x0D: "cp1255", 0x1F: "cp1254"}
_CODE_PAGES |= dict.fromkeys((0x02, 0x19, 0x22, 0x23), "cp1251") | dict.fromkeys((0x01, 0x20, 0x29), "cp1256")
"""Of languages whose letters aren't those of western Europe, by the lower bits of their number."""


def wide(value: object) -> str:
    """Return a text in UTF-16 with its breaks as line feeds, "" where it is none."""
    return value.decode("utf-16-le", "replace").translate(_BREAKS) if isinstance(value, bytes) else ""


def spoken(properties: Set, hides: Iterator[bool]) -> Iterator[tuple[str, str]]:
    """Yield (origin, text) of what a text says (MS-ONE 2.2.5, 2.2.89): first what is shown, under "body", even nothing.

    ``hides`` tells for each run whether its style hides it.
    """
    raw, narrow = properties.get(_WIDE), properties.get(_NARROW)
    text, other = raw.decode("utf-16-le", "replace") if isinstance(raw, bytes) else "", ""
    if isinstance(narrow, bytes):
        single = narrow.decode("cp1252", "replace")
        is_it = not text.strip("\0")
        other = _otherwise(narrow, properties.get(_LANGUAGE)) or ("" if is_it else single)
        text = single if is_it else text
    runs = [(run, hide and not run.startswith("\ufddf")) for run, hide in _runs(text, properties.get(ENDS), hides)]
    visible = "".join(run for run, is_hidden in runs if not is_hidden)
    yield "body", _FIELD.sub("", visible).translate(_BREAKS)
    yield "alternative", other
    for run, is_hidden in runs:
        if is_hidden:
            yield "hidden", run.translate(_BREAKS)
    for match in _FIELD.finditer(visible):
        yield "fieldcode", " ".join(_QUOTED.findall(match[1])) or match[1]


def _runs(text: str, ends: object, hides: Iterator[bool]) -> Iterator[tuple[str, bool]]:
    """Yield the runs of a text, and whether each is hidden; the places in ``ends`` count units of UTF-16."""
    if not isinstance(ends, bytes):
        yield text, next(hides, False)
        return
    units, at = text.encode("utf-16-le", "surrogatepass"), 0
    for (end,) in struct.iter_unpack("<I", ends[: len(ends) // 4 * 4]):
        is_hidden = next(hides, False)
        if end > at // 2:
            yield units[at : 2 * end].decode("utf-16-le", "surrogatepass"), is_hidden
            at = min(2 * end, len(units))
    if at < len(units):
        yield units[at:].decode("utf-16-le", "surrogatepass"), next(hides, False)


def _otherwise(narrow: bytes, language: object) -> str:
    """Return a text in single bytes as it reads in its language, "" where that is written in western letters.

    OneNote is known to write Latin 1 so, but the standard only calls it "extended ASCII".
    """
    codec = _CODE_PAGES.get(language & 0x3FF) if isinstance(language, int) else None
    return "" if codec is None or narrow.isascii() else narrow.decode(codec, "replace")


def moment(value: object) -> str:
    """Return a FILETIME as ISO 8601, "" where it is none or out of bounds."""
    if not isinstance(value, int) or not value:
        return ""
    try:
        return (_EPOCH + timedelta(microseconds=value // 10)).isoformat(timespec="seconds").replace("+00:00", "Z")
    except OverflowError:
        return ""


def others(properties: Set) -> Iterator[str | bytes]:
    """Yield the values of properties whose meaning isn't known, as texts where they are, sets within sets included."""
    for number, value in properties.items():
        if isinstance(value, bytes):
            if number not in _KNOWN and len(value) > 3 and len(value) != _GUID:
                text = value.decode("utf-16-le", "replace")[:-1]
                is_text = value.endswith(b"\0\0") and text.replace("\n", " ").isprintable() and "\ufffd" not in text
                yield text if is_text else value
        elif isinstance(value, list):
            for inner in value:
                if isinstance(inner, dict):
                    yield from others(inner)


def linked(properties: Set, number: int) -> Ids:
    """Return the ids that a property holds, none where it is missing or of another kind."""
    value = properties.get(number)
    return [inner for inner in value if isinstance(inner, tuple)] if isinstance(value, list) else []
