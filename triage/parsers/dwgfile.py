"""The file of an AutoCAD drawing (floor 2): which sections it has, and each of them unpacked.

Open Design Specification for .dwg files: chapter 3 (R13 to R2000), 4 (R2004, and R2010 to R2018, which are built alike)
and 5 (R2007). Bytes in, sections out; what a section holds is told elsewhere. Pages that can't be unpacked are zeros in
their section, and told.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from triage.parsers.contract import Data
from triage.parsers.dwgpacked import BrokenError, page_head, unmasked, unpacked, unpacked_2007, without_parity
from triage.parsers.texts import Texts
from triage.parsers.unpacking import Budget, shown

OBJECTS, HANDLES, CLASSES, SUMMARY = "AcDb:AcDbObjects", "AcDb:Handles", "AcDb:Classes", "AcDb:SummaryInfo"
_LOCATED = {1: CLASSES, 2: HANDLES}
_PAGE_MAP, _SECTION_MAP, _PAGE = 0x41630E3B, 0x4163003B, 0x4163043B
_MOST_PAGES, _MOST_SECTIONS, _MOST_MAP, _WIDEST = 200_000, 64, 16 << 20, 1 << 22
_FIRST_PAGE, _FIRST_PAGE_2007 = 0x100, 0x480
_SYSTEM_K, _DATA_K = 239, 251
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a section: its place in the file and what it takes there, its place in the section and its size there.

    ``packed`` is how many bytes are packed, 0 where the page itself says; ``form`` how: 1 not at all. ``woven`` tells
    whether there are bytes of error correction among them (R2007).
    """

    place: int
    stored: int
    start: int
    size: int
    packed: int = 0
    form: int = 2
    woven: bool = True


_LOST = Page(0, 0, 1 << 60, 0)
"""A page that a map tells of and that can't be: it stands behind everything."""


class File:
    """A drawing's sections by name. Where they can't be found, there are none, and ``texts`` has a Trouble."""

    def __init__(self, untrusted_data: Data, texts: Texts, budget: Budget) -> None:
        self._data, self._texts, self._budget = untrusted_data, texts, budget
        self.magic = untrusted_data[:6]
        self.packed = self.magic > b"AC1015"
        self.wide = self.magic >= b"AC1021"
        self.pages: dict[str, list[Page]] = {}
        self._located: dict[str, tuple[int, int]] = {}
        self._marred = 0
        find = {b"AC1021": self._find_2007}.get(self.magic, self._find_2004 if self.packed else self._locate)
        try:
            find()
        except (ValueError, IndexError, struct.error) as error:
            texts.trouble("damaged", f"The sections of the drawing can't be found ({error}).")
            if self.packed and find == self._find_2004:
                self._search_pages()

    def between(self, before: str, behind: str) -> tuple[int, int]:
        """Return the bytes between two sections of R13 to R2000, all of the file where they aren't in this order."""
        at, size = self._located.get(before, (0, 0))
        last = self._located.get(behind, (0, 0))[0]
        return (at + size, last) if at + size < last <= len(self._data) else (0, len(self._data))

    def section(self, name: str) -> bytes:
        """Return a section, b"" where there is none."""
        if name in self._located:
            at, size = self._located[name]
            return self._data[at : at + size]
        if name == OBJECTS and not self.packed:
            return self._data[:]
        pages = sorted(self.pages.get(name, ()), key=lambda page: page.start)
        packed = sum(min(page.stored, len(self._data)) for page in pages)
        done = self._budget.collect(self._unpack(name, pages), packed, name)
        if done.trouble is not None:
            self._texts.trouble(done.trouble.code, done.trouble.sentence)
        return done.data or b""

    def _unpack(self, name: str, pages: list[Page]) -> Iterator[bytes]:
        """Yield the pages of a section, and zeros where one is missing."""
        read = self._page_2007 if self.magic == b"AC1021" else self._page_2004
        at = lost = 0
        self._marred = 0
        for page in pages:
            if not at <= page.start <= at + _WIDEST:
                lost += 1
                continue
            yield bytes(page.start - at)
            try:
                data = read(page)
            except (BrokenError, ValueError, IndexError, struct.error) as error:
                lost += 1
                data = error.data if isinstance(error, BrokenError) else b""
                data = data.ljust(page.size, b"\0")
            yield data
            at = page.start + len(data)
        if lost:
            told = (
                f"{lost:,} of {len(pages):,} pages of the section {shown(name)} can't be unpacked; the rest was read."
            )
            self._texts.trouble("damaged", told)
        if self._marred:
            told = (
                f"{self._marred:,} pages of the section {shown(name)} don't match their check sums; they may be wrong."
            )
            self._texts.trouble("damaged", told)

    def _locate(self) -> None:
        """R13 to R2000 (3.2): a list of numbers, places and sizes."""
        count = struct.unpack_from("<I", self._data[:256], 0x15)[0]
        for at in range(0x19, 0x19 + 9 * min(count, 8), 9):
            number, place, size = struct.unpack_from("<BII", self._data[:256], at)
            if number in _LOCATED:
                self._located[_LOCATED[number]] = (place, size)
        if HANDLES not in self._located:
            raise ValueError("they aren't listed")

    def _find_2004(self) -> None:
        """R2004 (4.1 to 4.5): the header leads to a map of pages, and this to one of sections."""
        head = unmasked(self._data[0x80:0xEC])
        place, section_map = struct.unpack_from("<QI", head, 0x54)
        if not head.startswith(b"AcFssFcAJMB"):
            raise ValueError("the header is none")
        places = dict(self._places(self._system(place + _FIRST_PAGE, _PAGE_MAP)))
        if section_map not in places:
            raise ValueError("the map of sections is not listed")
        self._sections(self._system(places[section_map][0], _SECTION_MAP), places)
        if not self.pages.get(OBJECTS):
            raise ValueError("the map of sections has no objects")

    def _system(self, place: int, kind: int) -> bytes:
        """Return a page that is itself a map (4.3)."""
        told, size, packed, form, checked = struct.unpack_from("<5I", self._data[place : place + 20])
        if told != kind or size > _MOST_MAP:
            raise ValueError("a map is none")
        body = self._data[place + 20 : place + 20 + packed]
        if checked != zlib.adler32(body, zlib.adler32(struct.pack("<5I", told, size, packed, form, 0), 0)):
            self._texts.trouble("damaged", "A map of the drawing doesn't match its check sum; parts may be missing.")
        return unpacked(body, size) if form == 2 else body

    def _places(self, listed: bytes) -> Iterator[tuple[int, tuple[int, int]]]:
        """Yield the number of each page with its place and size (4.4); a gap has a negative number and four more."""
        at, place = 0, _FIRST_PAGE
        while at + 8 <= len(listed):
            number, size = struct.unpack_from("<iI", listed, at)
            at += 8 if number >= 0 else 24
            yield number, (place, size)
            place += size

    def _sections(self, listed: bytes, places: dict[int, tuple[int, int]]) -> None:
        """Take the sections and their pages (4.5)."""
        count, at = min(struct.unpack_from("<I", listed)[0], _MOST_SECTIONS), 20
        for _ in range(count):
            pages, size, form = struct.unpack_from("<8xII4xI", listed, at)
            name = listed[at + 32 : at + 96].split(b"\0")[0].decode("latin-1")
            at += 96
            found = self.pages.setdefault(name, [])
            for _ in range(min(pages, _MOST_PAGES)):
                page, start = struct.unpack_from("<I4xQ", listed, at)
                at += 16
                if page in places:
                    found.append(Page(*places[page], start, min(size, _WIDEST), form=form))
                else:
                    self._texts.trouble("damaged", f"A page of the section {shown(name)} is not listed.")

    def _page_2004(self, page: Page) -> bytes:
        """Return a page of data (4.6)."""
        place = page.place
        kind, _, packed, *_, checked = page_head(self._data[place : place + 32], place)
        if kind != _PAGE:
            raise ValueError("a page is none")
        body = self._data[place + 32 : place + 32 + packed]
        self._marred += zlib.adler32(body, 0) != checked
        return unpacked(body, page.size) if page.form == 2 else body[: page.size]

    def _search_pages(self) -> None:
        """Find the pages of data by what stands before each, where the maps are damaged."""
        found: dict[int, list[Page]] = {}
        for place in range(_FIRST_PAGE, len(self._data) - 32, 32):
            if int.from_bytes(self._data[place : place + 4], "little") ^ 0x4164536B ^ place & 0xFFFFFFFF == _PAGE:
                _, number, packed, size, start, *_ = page_head(self._data[place : place + 32], place)
                if packed <= len(self._data) and size <= _WIDEST:
                    found.setdefault(number, []).append(Page(place, packed, start, size))
        for number, pages in found.items():
            self.pages[f"Section {number}"] = pages

    def _find_2007(self) -> None:
        """R2007 (5.2 to 5.6): a packed header leads to a map of pages, and this to one of sections, each kept twice."""
        head = without_parity(self._data[0x80:0x458], _SYSTEM_K, 3)
        packed = struct.unpack_from("<i", head, 24)[0]
        told = unpacked_2007(head[32 : 32 + packed], 0x110) if packed > 0 else head[32 : 32 + 0x110]
        number = struct.unpack("<34q", told.ljust(0x110, b"\0")[:0x110])
        second, first, size, full, again = number[5], number[7], number[10], number[11], number[3]
        places = self._either((first, second), size, full, again, _mapped_2007)
        both = [places[page][0] - _FIRST_PAGE_2007 for page in (number[24], number[23]) if page in places]
        self.pages = self._either(
            both, number[22], number[25], number[27], lambda listed: _sections_2007(listed, places)
        )
        if SUMMARY not in self.pages:
            self._texts.trouble("damaged", "The drawing's properties can't be found.")

    def _either(self, at: Sequence[int], size: int, full: int, again: int, read: Callable[[bytes], _T]) -> _T:
        """Return what a map says, or its copy, where the first is damaged."""
        broken: Exception = ValueError("a map is not listed")
        for place in dict.fromkeys(at):
            try:
                return read(self._system_2007(place + _FIRST_PAGE_2007, size, full, again))
            except (ValueError, IndexError, struct.error) as error:
                broken = error
        raise broken

    def _system_2007(self, place: int, packed: int, size: int, again: int) -> bytes:
        """Return a map (5.3): written several times over, in blocks with error correction."""
        if not (
            0 <= place < len(self._data) and 0 < packed <= _MOST_MAP and 0 < size <= _MOST_MAP and 0 < again < 1024
        ):
            raise ValueError("a map is none")
        count = -(-((packed + 7 & ~7) * again) // _SYSTEM_K)
        body = without_parity(self._data[place : place + 255 * count], _SYSTEM_K, count)[:packed]
        return unpacked_2007(body, size) if packed < size else body[:size]

    def _page_2007(self, page: Page) -> bytes:
        """Return a page of data (5.4)."""
        count = -(-(page.packed + 7 & ~7) // _DATA_K)
        coded = self._data[page.place : page.place + page.stored]
        body = (without_parity(coded, _DATA_K, count) if page.woven else coded)[: page.packed]
        return unpacked_2007(body, page.size) if page.packed < page.size else body[: page.size]


def _mapped_2007(listed: bytes) -> dict[int, tuple[int, int]]:
    """Return place and size of each page by its number (5.5)."""
    found, place = {}, _FIRST_PAGE_2007
    for size, number in struct.iter_unpack("<qq", listed[: len(listed) & ~15]):
        found[number] = (place, size)
        if size <= 0:
            raise ValueError("the map of pages makes no sense")
        place += size
    return found


def _sections_2007(listed: bytes, places: dict[int, tuple[int, int]]) -> dict[str, list[Page]]:
    """Return the pages of each section by its name (5.6)."""
    found: dict[str, list[Page]] = {}
    at = 0
    while at + 64 <= len(listed) and len(found) < _MOST_SECTIONS:
        length, form, count = struct.unpack_from("<32xq8xqq", listed, at)
        if not 0 <= length < 256 or not 0 <= count < _MOST_PAGES:
            raise ValueError("the map of sections makes no sense")
        at += 64
        name = listed[at : at + length].decode("utf-16-le", "replace").rstrip("\0")
        at += length
        pages = found.setdefault(name, [])
        for _ in range(count):
            start, _, number, size, packed = struct.unpack_from("<5q", listed, at)
            at += 56
            if number in places and 0 <= size <= _WIDEST and 0 <= packed <= _WIDEST and start >= 0:
                pages.append(Page(*places[number], start, size, packed, woven=form == 4))
            else:
                pages.append(_LOST)
    return found
