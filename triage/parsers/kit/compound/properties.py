"""Property sets of compound files: MS-OLEPS, the summary information and what a user defined.

Read here and not with olefile, which follows a hostile vector's length for as long as it says.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from datetime import datetime, timedelta

from triage.parsers.kit.charset_names import codec_of_page

_SUMMARY = dict(enumerate("title subject author keywords comments template last_saved_by".split(), 2))
_SUMMARY |= {11: "last_printed", 12: "create_time", 13: "last_saved_time", 18: "application"}
_DOCUMENT = {2: "category", 14: "manager", 15: "company", 26: "content_type", 27: "content_status", 28: "language"}
_MOST = 2000


def summary(untrusted_stream: bytes, document: bool = False) -> list[tuple[str, str]]:
    """Return (name, value) of the known properties of a summary stream, and of the user's own in its second section.

    ``document`` tells the document summary from the summary. Damage ends the list; nothing is raised.
    """
    values: list[tuple[str, str]] = []
    try:
        count = struct.unpack_from("<24xI", untrusted_stream)[0]
        for number in range(min(count, 2)):
            base = struct.unpack_from("<I", untrusted_stream, 44 + 20 * number)[0]
            names = None if number else (_DOCUMENT if document else _SUMMARY)
            values.extend(_section(untrusted_stream, base, names))
    except (struct.error, IndexError):
        pass
    return values


def _section(data: bytes, base: int, names: dict[int, str] | None) -> Iterator[tuple[str, str]]:
    """Yield (name, value); without ``names`` they come from the section's own dictionary (2.17)."""
    entries, page = _listed(data, base)
    places = dict(entries)
    if names is None:
        names = _dictionary(data, base + places[0], page) if 0 in places else {}
    for number, offset in entries:
        if number in names and number > 1:
            value = _value(data, base + offset, codec_of_page(page)).strip()
            if value:
                yield names[number], value


def code_page(untrusted_stream: bytes) -> str:
    """Return the codec that a summary stream states for text of one byte a letter, cp1252 where it states none."""
    try:
        page = _listed(untrusted_stream, struct.unpack_from("<I", untrusted_stream, 44)[0])[1]
    except struct.error:
        return "cp1252"
    return "cp1252" if page == 1200 else codec_of_page(page)


def _listed(data: bytes, base: int) -> tuple[list[tuple[int, int]], int]:
    """Return the numbers of a section's properties with their offsets, and the code page that it states, else 1252."""
    count = min(struct.unpack_from("<I", data, base + 4)[0], _MOST)
    numbers = struct.unpack_from(f"<{2 * count}I", data, base + 8)
    entries = list(zip(numbers[::2], numbers[1::2], strict=True))
    places = dict(entries)
    return entries, struct.unpack_from("<H", data, base + places[1] + 4)[0] if 1 in places else 1252


def _dictionary(data: bytes, at: int, page: int) -> dict[int, str]:
    names = {}
    count = min(struct.unpack_from("<I", data, at)[0], _MOST)
    at += 4
    for _ in range(count):
        number, size = struct.unpack_from("<II", data, at)
        width = size * 2 if page == 1200 else size
        names[number] = data[at + 8 : at + 8 + width].decode(codec_of_page(page), "replace").rstrip("\0")
        at += 8 + width + (-width % 4 if page == 1200 else 0)
    return names


def _value(data: bytes, at: int, codec: str) -> str:
    """Return a property's value as text (2.15); "" for kinds that hold no word, number or date."""
    kind, size = struct.unpack_from("<HxxI", data, at)
    if kind == 0x1E:
        return data[at + 8 : at + 8 + size].decode(codec, "replace").split("\0")[0]
    if kind == 0x1F:
        return data[at + 8 : at + 8 + 2 * size].decode("utf-16-le", "replace").split("\0")[0]
    if kind == 0x40:
        return _moment(struct.unpack_from("<Q", data, at + 4)[0])
    if kind == 0x0B:
        return "true" if size & 0xFFFF else "false"
    numbers = {2: "<h", 3: "<i", 5: "<d", 0x14: "<q"}
    return str(struct.unpack_from(numbers[kind], data, at + 4)[0]) if kind in numbers else ""


def _moment(ticks: int) -> str:
    """Return a FILETIME as ISO 8601, "" for none."""
    if not 100_000_000_000_000_000 < ticks < 1_600_000_000_000_000_000:
        return ""
    return (datetime(1601, 1, 1) + timedelta(microseconds=ticks // 10)).isoformat("T", "seconds")
