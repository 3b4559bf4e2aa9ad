"""A PDF's bytes as qpdf reads them: the document as it is now, its earlier revisions, and what no table lists.

ISO 32000-1 7.5.4 to 7.5.8. Opening a file twice takes time, so qpdf opens one only when it is asked for something, and
an earlier revision only where something stands in its own bytes. What the objects mean is none of this module's
business.
"""

from __future__ import annotations

import contextlib
import io
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from functools import cached_property
from itertools import pairwise
from typing import Any

from triage.parsers.kit.contract import Data, seconds_left
from triage.parsers.pdf.marks import ObjectMark
from triage.parsers.pdf.objects import Key, number, opened, qpdf, written
from triage.parsers.pdf.revisions import earlier

_REFERENCE = re.compile(rb"\b(\d{1,9}) (\d{1,5}) R\b")
_PAIR = re.compile(rb"(\d{1,7})\s+(\d{1,9})")
_NO_TABLE = b"\nstartxref\n1\n%%EOF\n"
"""An end that leads to no table: qpdf then looks for the objects itself."""

_MOST_REVISIONS = 100
_REMOVE_SECURITY, _LARGEST_COPY = 3, 64 << 20
"""PDFium's flag for a copy without encryption, and the bytes of a file to which one is made or objects are added."""


class PdfRevision:
    """A revision of a document, by what its cross-reference table lists.

    ``start`` is where the file's header stands, ``marks`` are the objects in question by their offset, None for all.
    """

    def __init__(self, pdf: Any, start: int, marks: dict[int, ObjectMark] | None, is_now: bool = False) -> None:
        self.pdf = pdf
        self.is_now = is_now
        self._start = start
        self._table = pdf.get_xref_table()
        self._asks_all = marks is None
        self.marks = {offset: mark for offset, mark in (marks or {}).items() if self.offset(mark[:2]) == offset}
        """Those of the marked objects that it lists."""

    def offset(self, key: Key) -> int:
        """Return where an object stands in the file, -1 where the table gives none."""
        offset = self._table[key].offset if key in self._table else None
        return -1 if offset is None else offset + self._start

    @property
    def whole(self) -> set[int]:
        """The offsets of the marked objects of which it holds all: an object stream may hold replaced objects, too."""
        packed = any(mark.is_packed for mark in self.marks.values())
        counts = Counter(entry.obj_stream_number for entry in self._table.values()) if packed else {}
        return {
            offset
            for offset, mark in self.marks.items()
            if not mark.is_packed or counts[mark.number] >= number(self.pdf.get_object(mark[:2]), "/N")
        }

    def marked(self, pattern: re.Pattern[bytes]) -> Iterator[Any]:
        """Yield the objects in question, and in such object streams, in which qpdf writes the pattern, too."""
        marks = self.marks.values()
        keys = dict.fromkeys(self._table if self._asks_all else [mark[:2] for mark in marks if not mark.is_packed])
        if streams := {mark.number for mark in marks if mark.is_packed}:
            keys |= dict.fromkeys(key for key, entry in self._table.items() if entry.obj_stream_number in streams)
        for key in keys:
            with contextlib.suppress(qpdf().PikepdfError):
                one = self.pdf.get_object(key)
                if pattern.search(written(one)):
                    yield one

    def is_live(self, key: Key) -> bool:
        """Whether the catalogue leads to an object; all objects are live where there is no catalogue."""
        return not self._reached or key in self._reached

    @cached_property
    def _reached(self) -> set[Key]:
        root = self.pdf.trailer.get("/Root")
        waiting = [root.objgen] if isinstance(root, qpdf().Dictionary) and root.is_indirect else []
        keys = set(waiting)
        while waiting:
            with contextlib.suppress(qpdf().PikepdfError):
                for one, generation in _REFERENCE.findall(written(self.pdf.get_object(waiting.pop()))):
                    key = (int(one), int(generation))
                    if key not in keys:
                        keys.add(key)
                        waiting.append(key)
        return keys

    def covers(self, offset: int) -> bool:
        """Whether an offset in the file is inside a stream, and so no object of this file stands there."""
        at = offset - self._start
        for start, key in self._standing[: bisect_left(self._standing, (at, (0, 0)))][-1:]:
            return at < start + number(self.pdf.get_object(key), "/Length")
        return False

    @cached_property
    def _standing(self) -> list[tuple[int, Key]]:
        return sorted((entry.offset, key) for key, entry in self._table.items() if entry.type == 1)


class PdfSource:
    """The bytes of a document that PDFium opened, and what qpdf makes of them."""

    def __init__(self, untrusted_data: Data, document: Any, passwords: Iterable[str]) -> None:
        self.data = untrusted_data
        self.is_locked = False
        """Whether no password opens the files attached to it."""

        self.is_cut = False
        """Whether not all was looked at that was asked for."""

        self._is_broken = False
        self._reserve = seconds_left() / 2
        self._document = document
        self._passwords = passwords
        self._start = untrusted_data.find(b"%PDF-", 0, 1024)

    @cached_property
    def pdf(self) -> Any:
        """The document, or what PDFium makes of it; None where qpdf can read neither."""
        pikepdf = qpdf()
        try:
            pdf = opened(self.data, self._passwords)
        except pikepdf.PikepdfError as error:
            self.is_locked = isinstance(error, pikepdf.PasswordError)
            self._is_broken = True
            return self._copy
        self._is_broken = any("reconstruct" in warning for warning in pdf.get_warnings())
        return pdf

    @cached_property
    def _copy(self) -> Any:
        """What PDFium makes of the document, without encryption; None where qpdf can't read it."""
        copy = io.BytesIO()
        if len(self.data) <= _LARGEST_COPY:
            self._document.save(copy, flags=_REMOVE_SECURITY)
        return _opened_or_none(copy.getvalue(), ("",))

    @cached_property
    def ends(self) -> list[int]:
        """Where each earlier revision ends, from the first on."""
        return earlier(self.data)

    def revisions(self, marks: dict[int, ObjectMark], wanted: Collection[int] = ()) -> Iterator[PdfRevision]:
        """Yield the document as it is; then, as long as marks are left, earlier revisions, and what no table lists.

        Earlier ones come from the newest on, also where ``wanted`` offsets are in their own bytes. Where the document's
        table is broken, PDFium may know of more objects than qpdf.
        """
        pdf = self.pdf
        is_copy = self._is_broken and pdf is self._copy
        now = None if is_copy else PdfRevision(pdf, self._start, marks, is_now=True)
        if now is not None:
            yield now
            # An object stream that unpacks to more than qpdf may unpack is passed over with a warning.
            self.is_cut |= any("limit exceeded" in warning for warning in now.pdf.get_warnings())
        if self._is_broken and self._copy is not None:  # its objects stand elsewhere than the marks say
            yield PdfRevision(self._copy, len(self.data), None, is_now=True)
        if now is not None:
            rest = marks.keys() - now.whole
            yield from self._earlier(marks, rest, wanted)
            yield from self._unlisted(now, {offset: marks[offset] for offset in rest})

    def _earlier(self, marks: dict[int, ObjectMark], rest: set[int], wanted: Collection[int]) -> Iterator[PdfRevision]:
        """Yield earlier revisions in whose own bytes some of the rest stands, which is taken off the rest."""
        for start, end in self._spans():
            pdf = None
            if any(start <= offset < end for offset in (*rest, *wanted)):
                pdf = _opened_or_none(self.data, self._passwords, end)
            if pdf is not None:
                revision = PdfRevision(pdf, self._start, marks)
                rest -= revision.whole
                yield revision
                pdf.close()

    def _unlisted(self, now: PdfRevision, rest: dict[int, ObjectMark]) -> Iterator[PdfRevision]:
        """Yield what no table lists, of a broken document also what its object streams hold."""
        if self.is_cut:
            return  # what is left may be listed in a revision that wasn't looked at
        loose = {offset: mark for offset, mark in rest.items() if not mark.is_packed and not now.covers(offset)}
        data = bytearray()
        for mark in rest.values() if self._is_broken else ():
            self.is_cut |= len(data) > _LARGEST_COPY
            if not self.is_cut:
                _spread(now.pdf.get_object(mark[:2]), data, len(self.data), loose)
        pdf = _opened_or_none(self.data[:] + data + _NO_TABLE, self._passwords) if loose else None
        if pdf is not None:
            yield PdfRevision(pdf, self._start, loose, is_now=self._is_broken)
            pdf.close()

    def _spans(self) -> Iterator[tuple[int, int]]:
        """Yield where the own bytes of each earlier revision begin and end, the newest first, as time allows."""
        for count, span in enumerate(reversed(list(pairwise((0, *self.ends))))):
            if count >= _MOST_REVISIONS or seconds_left() < self._reserve:
                self.is_cut = True
                return
            yield span

    def close(self) -> None:
        """Close what was opened; its streams can't be read any more."""
        for pdf in (self.__dict__.get("pdf"), self.__dict__.get("_copy")):
            if pdf is not None:
                pdf.close()


def _opened_or_none(untrusted_data: Data, passwords: Iterable[str], end: int | None = None) -> Any:
    try:
        return opened(untrusted_data, passwords, end)
    except qpdf().PikepdfError:
        return None


def _spread(holder: Any, data: bytearray, start: int, marks: dict[int, ObjectMark]) -> None:
    """Add to data that stand at ``start``, and to the marks, what an object stream holds that no table lists."""
    content = b""
    with contextlib.suppress(qpdf().PikepdfError):
        content = bytes(holder.get_stream_buffer()) if number(holder, "/N") else b""
    first = number(holder, "/First")
    # Each offset once: objects that overlap would take more room than the file.
    numbers = {int(at): int(key) for key, at in _PAIR.findall(content[:first])}
    for at, after in pairwise((*sorted(numbers), len(content))):
        marks[start + len(data)] = ObjectMark(numbers[at], 0, is_packed=False)
        data += b"%d 0 obj\n%s\nendobj\n" % (numbers[at], content[first + at : first + after])
