"""Form fields of a Word 97-2003 document: what was chosen or ticked, and what else could have been.

MS-DOC 2.9.78 (FFData), which stands in a NilPICFAndBinData. Nothing here adds text; what a field shows is returned.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass

from triage.parsers.kit.texts import Texts

_HEADER = 0x44
_VERSION = b"\xff\xff\xff\xff"
_TEXT, _BOX, _LIST = 0, 1, 2
_UNSET = 25
"""The result of a field that nobody has filled in: its default holds."""
_LONGEST, _MOST = 255, 10_000


@dataclass(frozen=True, slots=True)
class Form:
    """What a form field shows instead of a result, and what it doesn't show: its default, help, other choices."""

    shown: str
    others: tuple[str, ...]


class Forms:
    """The form fields of a document, by their place in the stream Data; what can't be read is noted in ``texts``."""

    def __init__(self, untrusted_data: bytes, texts: Texts) -> None:
        self._data = untrusted_data
        self._texts = texts
        self._left = _MOST

    def at(self, place: int) -> Form | None:
        """Return the form field whose settings stand at this byte, None where something else stands there."""
        self._left -= 1
        if self._left < 0:
            self._texts.trouble("limit-count", "too-many-form-fields", most=_MOST)
            return None
        try:
            return form(self._data, place)
        except (ValueError, struct.error):
            return None

    def missing(self, code: str) -> None:
        """Note that a field with this code has no settings, where it shows nothing without them."""
        if code.strip() in ("FORMDROPDOWN", "FORMCHECKBOX"):
            self._texts.trouble("damaged", "form-field-unreadable")


def form(untrusted_data: bytes, at: int) -> Form | None:
    """Return the form field whose settings stand at this byte of the stream Data; None where there are none.

    Raises ValueError or struct.error where they are damaged.
    """
    size, header = struct.unpack_from("<IH", untrusted_data, at)
    settings = untrusted_data[at + header : at + size]
    if header != _HEADER or settings[:4] != _VERSION:
        return None
    bits = struct.unpack_from("<H", settings, 4)[0]
    kind, result = bits & 3, bits >> 2 & 0x1F
    _, place = _string(settings, 10)
    others, default = [], 0
    if kind == _TEXT:
        text, place = _string(settings, place)
        others.append(text)
    else:
        default = struct.unpack_from("<H", settings, place)[0]
        place += 2
    _, place = _string(settings, place)
    for _ in ("help", "status"):
        text, place = _string(settings, place)
        others.append(text)
    chosen = default if result == _UNSET else result
    shown = "☒" if chosen else "☐"
    if kind == _LIST:
        for _ in ("on entry", "on exit"):
            _, place = _string(settings, place)
        entries = _entries(settings, place)
        shown = entries.pop(chosen) if chosen < len(entries) else ""
        others += entries
    return Form(shown if kind in (_BOX, _LIST) else "", tuple(text for text in others if text))


def _string(data: bytes, at: int) -> tuple[str, int]:
    """Return a counted string that ends with NUL (Xstz), and where it ends."""
    size = struct.unpack_from("<H", data, at)[0]
    end = at + 2 + 2 * size
    if size > _LONGEST or end > len(data):
        raise ValueError(f"a text of {size} letters is longer than there may be")
    return data[at + 2 : end].decode("utf-16-le", "replace"), end + 2


def _entries(data: bytes, at: int) -> list[str]:
    """Return the choices of a drop-down list (2.2.4 STTB of two bytes a letter)."""
    count, extra = struct.unpack_from("<HH", data, at + 2)
    found, place = [], at + 6
    for _ in range(count):
        text, end = _string(data, place)
        found.append(text)
        place = end - 2 + extra
    return found
