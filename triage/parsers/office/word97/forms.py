"""Form fields of a Word 97-2003 document: what was chosen or ticked, and what else could have been.

MS-DOC 2.9.78 (FFData), which stands in a NilPICFAndBinData. Nothing here adds text; what a field shows is returned.
"""

from __future__ import annotations

import struct

from triage.parsers.kit.texts import Texts

_HEADER = 0x44
_VERSION = b"\xff\xff\xff\xff"
_TEXT, _BOX, _LIST = 0, 1, 2
_UNSET = 25
"""The result of a field that nobody has filled in: its default holds."""
_LONGEST, _MOST = 255, 10_000


Form = tuple[str, list[str]]
"""What a form field shows instead of a result, and what it doesn't show: its default, help, other choices."""


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
            return _form(self._data, place)
        except (ValueError, struct.error):
            return None

    def missing(self, code: str) -> None:
        """Note that a field with this code has no settings, where it shows nothing without them."""
        if code.strip() in ("FORMDROPDOWN", "FORMCHECKBOX"):
            self._texts.trouble("damaged", "form-field-unreadable")


def _form(data: bytes, at: int) -> Form | None:
    """Return the form field at this byte, None where there is none. Raises ValueError or struct.error at damage."""
    size, header = struct.unpack_from("<IH", data, at)
    settings = data[at + header : at + size]
    if header != _HEADER or settings[:4] != _VERSION:
        return None
    bits = struct.unpack_from("<H", settings, 4)[0]
    kind, chosen = bits & 3, bits >> 2 & 0x1F
    (_, *others), at = _strings(settings, 10, 2 if kind == _TEXT else 1)  # its name, and what a text is at first
    if kind != _TEXT:
        chosen = struct.unpack_from("<H", settings, at)[0] if chosen == _UNSET else chosen
        at += 2
    (_, *helps), at = _strings(settings, at, 3)  # the format of a text, help, the status line
    others += helps
    shown = "☒" if chosen else "☐"
    if kind == _LIST:
        _, at = _strings(settings, at, 2)  # macros on entry and on exit
        count, extra = struct.unpack_from("<HH", settings, at + 2)  # 2.2.4 STTB of two bytes a letter
        entries, _ = _strings(settings, at + 6, count, extra)
        shown = entries.pop(chosen) if chosen < len(entries) else ""
        others += entries
    return shown if kind in (_BOX, _LIST) else "", list(filter(None, others))


def _strings(data: bytes, at: int, count: int, after: int = 2) -> tuple[list[str], int]:
    """Return counted strings with so many bytes after each (those of a Xstz end with NUL), and where they end."""
    texts = []
    for _ in range(count):
        size = struct.unpack_from("<H", data, at)[0]
        end = at + 2 + 2 * size
        if size > _LONGEST or end > len(data):
            raise ValueError(f"a text of {size} letters is longer than there may be")
        texts.append(data[at + 2 : end].decode("utf-16-le", "replace"))
        at = end + after
    return texts, at
