"""The objects of a PDF as qpdf reads them: dictionaries, strings, and streams unpacked within the limits.

PDFium has calls for text and pages; what it has no call for is looked up here (ISO 32000-1, 7.3 and 7.5). Nothing is
written, run or followed here.
"""

from __future__ import annotations

import contextlib
import io
import logging
import re
import warnings
import zlib
from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import cache, cached_property
from itertools import islice, pairwise
from typing import Any, NamedTuple, TypeAlias

from triage.messages import say
from triage.model.items import Segment, Trouble
from triage.parsers.kit.contract import Data, Limits, as_file, seconds_left
from triage.parsers.kit.texts import Texts
from triage.parsers.kit.unpacking import Inflate, OverRatioError, UnpackingBudget, shown, unpacked

_MEMORY = 128 << 20  # bytes to which qpdf may unpack a stream by itself: larger object streams are bombs
LARGEST_COPY = 64 << 20  # bytes of a file of which a copy is made, or to which objects are added
Key: TypeAlias = tuple[int, int]  # the number and the generation of an object


@cache
def qpdf() -> Any:
    """Return pikepdf, loaded when first asked, with bounds on what qpdf unpacks by itself."""
    import pikepdf

    logging.getLogger("pikepdf").setLevel(logging.CRITICAL)
    pikepdf.settings.set_qpdf_limits(flate_max_memory=_MEMORY, run_length_max_memory=_MEMORY)
    return pikepdf


def opened(untrusted_data: Data, passwords: Iterable[str] = ("",), end: int | None = None) -> Any:
    """Return the file, or its first ``end`` bytes, as a pikepdf.Pdf. Raises PikepdfError where no password opens it."""
    pikepdf = qpdf()
    options = {"suppress_warnings": True, "attempt_recovery": end is None, "inherit_page_attributes": False}
    # The older handlers take a password in PDFDocEncoding (7.6.3.3), AES-256 takes UTF-8.
    keys = dict.fromkeys(word.encode(encoding, "replace") for word in passwords for encoding in ("utf-8", "latin-1"))
    for key in keys:
        source = as_file(untrusted_data, end)
        with contextlib.suppress(pikepdf.PasswordError), warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of passwords that were not needed
            return pikepdf.Pdf.open(source, password=key, **options)
    raise pikepdf.PasswordError("No password fits.")


def saved(pdf: Any, **options: bool) -> bytes:
    """Return a document as qpdf writes it, with its streams as they are packed."""
    copy = io.BytesIO()
    pdf.save(copy, compress_streams=False, stream_decode_level=qpdf().StreamDecodeLevel.none, **options)
    return copy.getvalue()


def written(one: Any) -> bytes:
    """Return an object as qpdf writes it, of a stream its dictionary."""
    pikepdf = qpdf()
    if not isinstance(one, pikepdf.Object):
        return b""
    written: bytes = one.stream_dict.unparse() if isinstance(one, pikepdf.Stream) else one.unparse(resolved=True)
    return written


def dictionaries(one: Any) -> Iterator[Any]:
    """Yield the dictionaries in an object, at any depth, a stream for its own; other objects are none of it."""
    pikepdf = qpdf()
    waiting = [one]
    while waiting:
        one = waiting.pop()
        inside: Iterable[Any] = one if isinstance(one, pikepdf.Array) else ()
        if isinstance(one, pikepdf.Dictionary | pikepdf.Stream):
            yield one
            inside = one.values()
        waiting += [inner for inner in inside if isinstance(inner, pikepdf.Object) and not inner.is_indirect]


def form_parts(pdf: Any) -> list[Any]:
    """Return the streams of which an XFA form consists (12.7.8)."""
    pikepdf = qpdf()
    root = pdf.trailer.get("/Root")
    form = root.get("/AcroForm") if isinstance(root, pikepdf.Dictionary) else None
    parts = form.get("/XFA") if isinstance(form, pikepdf.Dictionary) else None
    listed = list(parts) if isinstance(parts, pikepdf.Array) else [parts]
    return [part for part in listed if isinstance(part, pikepdf.Stream)]


def number(stream: Any, key: str) -> int:
    """Return a number in a stream's dictionary, 0 where there is none, and for any other object."""
    value: int = stream.stream_dict.get_int(key, 0) if isinstance(stream, qpdf().Stream) else 0
    return value


def text(string: Any) -> str:
    """Return the text of a string object or of bytes (7.9.2.2), "" for any other object."""
    pikepdf = qpdf()
    if not isinstance(string, bytes | pikepdf.String):
        return ""
    try:
        return str(pikepdf.String(bytes(string)))
    except UnicodeDecodeError:
        return bytes(string).decode("latin-1")


def literal(written: str) -> str:
    """Return the text of a literal string (7.3.4.2) by what stands between its brackets, "" where it isn't one."""
    pikepdf = qpdf()
    try:
        return text(pikepdf.Object.parse(b"(%s)" % written.encode("latin-1", "replace")))
    except pikepdf.PikepdfError:
        return ""


def dictionary_in(holder: Any, key: str) -> Any:
    """Return a dictionary in a dictionary, or the first of a list of them; an empty one where there is none."""
    pikepdf = qpdf()
    part = holder.get(key)
    part = part[0] if isinstance(part, pikepdf.Array) and len(part) else part
    return part if isinstance(part, pikepdf.Dictionary) else pikepdf.Dictionary()


def content(stream: Any, budget: UnpackingBudget, untrusted_name: str) -> tuple[bytes | None, Trouble | None]:
    """Return what a stream holds, unpacked within the limits (None where they forbid it), and what went wrong."""
    try:
        raw: bytes = stream.read_raw_bytes()
    except qpdf().PikepdfError:
        return None, Trouble("damaged", say("pdf-stream-unreadable", name=shown(untrusted_name)))
    if "/Length" not in stream.stream_dict:  # a line end then belongs to the end mark (7.3.8.1)
        raw = raw.removesuffix(b"\n").removesuffix(b"\r")
    unpacked = budget.collect(_pieces(stream, raw), len(raw), untrusted_name)
    return unpacked.data, unpacked.trouble


def _pieces(stream: Any, raw: bytes) -> Iterator[bytes]:
    pikepdf = qpdf()
    head = stream.stream_dict
    if "/Filter" not in head:
        yield raw
    elif _is_inflated(head):
        try:
            yield from unpacked(Inflate(zlib.MAX_WBITS), raw)
        except zlib.error as error:
            if "data check" not in str(error):  # a wrong checksum at the end is no failure
                raise
    else:
        try:
            yield bytes(stream.get_stream_buffer(pikepdf.StreamDecodeLevel.specialized))
        except pikepdf.PikepdfError as error:
            reason = str(error).rpartition(": ")[2]
            if "memory" in reason or "bad_alloc" in reason:
                raise OverRatioError from error
            raise ValueError(reason) from error


def _is_inflated(head: Any) -> bool:
    """Whether Flate is all that a stream is packed with (7.4); a list may say so, too."""
    filters, parameters = (
        list(one) if isinstance(one, qpdf().Array) else [one] for one in (head.get("/Filter"), head.get("/DecodeParms"))
    )
    return filters in (["/FlateDecode"], ["/Fl"]) and not any(parameters)


# A PDF's bytes as qpdf reads them: the document as it is now, its earlier revisions, and what no table lists. ISO
# 32000-1 7.3.5 and 7.5.4 to 7.5.8. Opening a file twice takes time, and most files hold none of the names that qpdf is
# asked about. So the names are looked for in the bytes first (``marks``): that says where to look, not what an object
# means. Then qpdf opens the file, and an earlier revision only where something stands in its own bytes.

# The text of a PDF before it was changed. A writer may append what changes (ISO 32000-1 7.5.6), and then the bytes up
# to an earlier end mark are the whole earlier document. So a word that was replaced or blacked out in the last save can
# still be read there.

_Read = Callable[[bytes], list[Segment]]
_MARK = b"%%EOF"
_LINE_END = re.compile(rb"[ \t]*(?:\r\n|\r|\n)?")
_MOST = 20
# Bytes of a revision that is still read: its bytes are copied, and the item itself must not be lost to its past.
_LARGEST = 64 << 20


def earlier(untrusted_data: Data) -> list[int]:
    """Return where each earlier revision ends, from the first on; updates that hold no object change nothing."""
    ends, at = [], untrusted_data.find(_MARK)
    while at >= 0:
        line_end = _LINE_END.match(untrusted_data, at + len(_MARK))
        ends.append(line_end.end() if line_end else at + len(_MARK))
        at = untrusted_data.find(_MARK, ends[-1])
    if b"/Linearized" in untrusted_data[:1024]:  # its first end mark stands before most of the document (Annex F)
        ends = ends[1:]
    return [end for end, following in pairwise(ends) if untrusted_data.find(b"endobj", end, following) >= 0]


def add_past(untrusted_data: Data, spent: float, reserve: float, now: list[Segment], read: _Read, texts: Texts) -> int:
    """Add as tracked the text of earlier revisions that the document doesn't have now; return how many were read.

    ``now`` is what the document says, whose pages took ``spent`` seconds; ``reserve`` must be left at the end. ``read``
    gives what a revision says, nothing where it can't be read as one, and stops where the reserve begins. Newer
    revisions are read first. What is left out is reported.
    """
    ends = earlier(untrusted_data)
    known = {line for segment in now for line in _lines(segment)}
    count = 0
    for end in reversed(ends):
        fits = count < _MOST and end <= _LARGEST and seconds_left() > reserve + 2 * spent
        segments = read(untrusted_data[:end]) if fits else []
        count += bool(segments)
        lines = dict.fromkeys(line for segment in segments for line in _lines(segment) if line not in known)
        for line in lines:
            texts.add("tracked", line)
        known |= lines.keys()
        if not fits or seconds_left() < reserve:
            texts.trouble("limit-count", "revisions-over-count", count=len(ends), most=count)
            break
    return count


def _lines(segment: Segment) -> list[str]:
    return [" ".join(line.split()) for line in segment.text.splitlines()]


_STREAM = re.compile(rb"stream(?:\r\n|\n|\r)")
_HEADER = re.compile(rb"(?<!\d)(\d{1,9})[\s\0]{1,8}(\d{1,5})[\s\0]{1,8}obj\b")
# Bytes within which the beginning of an object, and the dictionary of an object stream, end.
_LONGEST_HEADER, _LONGEST_DICTIONARY = 40, 4000
_MOST_UNPACKED, _LARGEST_STREAM = 256 << 20, 32 << 20
_REFERENCE = re.compile(rb"\b(\d{1,9}) (\d{1,5}) R\b")
_PAIR = re.compile(rb"(\d{1,7})\s+(\d{1,9})")
_NO_TABLE = b"\nstartxref\n1\n%%EOF\n"  # an end that leads to no table: qpdf then looks for the objects itself
_MOST_REVISIONS = 100
_REMOVE_SECURITY = 3  # PDFium's flag for a copy without encryption


class ObjectMark(NamedTuple):
    """An object in whose bytes a name stands, or the object stream that holds such an object."""

    number: int
    generation: int
    is_packed: bool


Marks = dict[int, ObjectMark]  # objects by their offset in the file


def marks(untrusted_data: Data, names: dict[str, bytes]) -> dict[str, Marks]:
    """Return the objects that hold each name, a pattern without slash; object streams of qpdf's alone count for all."""
    # The slash stands before all of them: what begins with one sign is searched for ten times as fast.
    groups = (b"|(?P<%s>%s)" % (kind.encode(), name) for kind, name in names.items())
    pattern = re.compile(b"/(?:ObjStm\\b%s)" % b"".join(groups))
    patterns = {kind: re.compile(b"/(?:%s)" % name) for kind, name in names.items()}
    marked: dict[str, Marks] = {kind: {} for kind in names}
    header, searched, left = None, 0, _MOST_UNPACKED
    for match in pattern.finditer(untrusted_data):
        kinds = [match.lastgroup] if match.lastgroup else []
        if not kinds:
            content, cost = _object_stream(untrusted_data, match, left)
            left = max(0, left - cost)
            kinds = [kind for kind, name in patterns.items() if content is None or name.search(content)]
        header = _header(untrusted_data, searched, match.start()) or header
        searched = match.end()
        if header is not None:
            mark = ObjectMark(int(header[1]), int(header[2]), not match.lastgroup)
            for kind in kinds:  # what an object stream holds in the open comes behind its own name
                marked[kind].setdefault(header.start(), mark)
    return marked


def _object_stream(untrusted_data: Data, match: re.Match[bytes], most: int) -> tuple[bytes | None, int]:
    """Return what the object stream holds in whose dictionary this stands, and how many bytes were looked at.

    None stands for one that only qpdf may unpack.
    """
    # Only a search for bytes is fast enough here; what it takes too much of before the dictionary does no harm.
    nearest = max(0, match.start() - _LONGEST_DICTIONARY)
    start = max(nearest, untrusted_data.rfind(b"obj", nearest, match.start()))
    stop = _STREAM.search(untrusted_data, match.end(), match.end() + _LONGEST_DICTIONARY)
    if stop is None:
        return b"", 0  # the name is only spoken of
    end = untrusted_data.find(b"endstream", stop.end(), stop.end() + most)
    packed = untrusted_data[stop.end() : end if end >= 0 else stop.end() + most]
    if b"/Filter" not in untrusted_data[start : stop.start()]:
        return packed, 2 * len(packed)
    unpacker, content = zlib.decompressobj(), b""
    with contextlib.suppress(zlib.error):
        content = unpacker.decompress(packed, min(most, _LARGEST_STREAM) or 1)
    return content if unpacker.eof else None, len(packed) + len(content)


def _header(untrusted_data: Data, start: int, end: int) -> re.Match[bytes] | None:
    while (end := untrusted_data.rfind(b"obj", start, end)) >= 0:
        headers = [*_HEADER.finditer(untrusted_data, max(0, end - _LONGEST_HEADER), end + 4)]
        if headers and headers[-1].end() > end:
            return headers[-1]
    return None


class PdfRevision:
    """A revision of a document, by what its cross-reference table lists.

    ``start`` is where the file's header stands, ``marks`` are the objects in question, None for all.
    """

    def __init__(self, pdf: Any, start: int, marks: Marks | None, is_now: bool = False) -> None:
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

    def marked(self, pattern: re.Pattern[bytes]) -> Iterator[Any]:
        """Yield the objects in question, and in such object streams, in which qpdf writes the pattern, too."""
        marks = self.marks.values()
        streams = {mark.number for mark in marks if mark.is_packed}
        packed = [key for key, entry in self._table.items() if entry.obj_stream_number in streams] if streams else []
        loose = self._table if self._asks_all else [mark[:2] for mark in marks if not mark.is_packed]
        for key in dict.fromkeys([*loose, *packed]):
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
                references = _REFERENCE.findall(written(self.pdf.get_object(waiting.pop())))
                new = {(int(one), int(generation)) for one, generation in references} - keys
                keys |= new
                waiting += new
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
    """The bytes of a document that PDFium opened with one of ``passwords``, and what qpdf makes of them."""

    def __init__(self, untrusted_data: Data, document: Any, passwords: Iterable[str]) -> None:
        self.data = untrusted_data
        self.is_locked = False  # whether no password opens the files attached to it
        self.is_cut = False  # whether not all was looked at that was asked for
        self._is_broken = False
        self._reserve = seconds_left() / 2
        self._document = document
        self.passwords = passwords
        self._start = untrusted_data.find(b"%PDF-", 0, 1024)
        self.closing = contextlib.ExitStack()  # what is closed with it; its streams can't be read any more then

    @property
    def pdf(self) -> Any:
        """The document, or what PDFium makes of it; None where qpdf can read neither."""
        return self._copy if self._own is None else self._own

    @cached_property
    def _own(self) -> Any:
        pikepdf = qpdf()
        try:
            pdf = self.closing.enter_context(opened(self.data, self.passwords))
        except pikepdf.PikepdfError as error:
            self.is_locked = isinstance(error, pikepdf.PasswordError)
            self._is_broken = True
            return None
        self._is_broken = any("reconstruct" in warning for warning in pdf.get_warnings())
        return pdf

    @cached_property
    def _table(self) -> Any:
        return {} if self._own is None else self._own.get_xref_table()

    @cached_property
    def _copy(self) -> Any:
        """What PDFium makes of the document, without encryption; None where qpdf can't read it."""
        copy = io.BytesIO()
        if len(self.data) <= LARGEST_COPY:
            self._document.save(copy, flags=_REMOVE_SECURITY)
        with contextlib.suppress(qpdf().PikepdfError):
            return self.closing.enter_context(opened(copy.getvalue()))

    @cached_property
    def ends(self) -> list[int]:
        return earlier(self.data)

    def revisions(self, marks: Marks, wanted: Collection[int] = ()) -> Iterator[PdfRevision]:
        """Yield the document as it is; then, as long as marks are left, earlier revisions, and what no table lists.

        Earlier ones come from the newest on, also where ``wanted`` offsets are in their own bytes. Where the document's
        table is broken, PDFium may know of more objects than qpdf.
        """
        now = None if self._own is None else PdfRevision(self._own, self._start, marks, is_now=True)
        if now is not None:
            yield now
            # An object stream that unpacks to more than qpdf may unpack is passed over with a warning.
            self.is_cut |= any("limit exceeded" in warning for warning in now.pdf.get_warnings())
        if self._is_broken and self._copy is not None:  # its objects stand elsewhere than the marks say
            yield PdfRevision(self._copy, len(self.data), None, is_now=True)
        if now is not None:
            # An object stream may hold replaced objects, too, which the document doesn't list any more.
            rest = {offset: mark for offset, mark in marks.items() if mark.is_packed or offset not in now.marks}
            yield from self._earlier(marks, rest, wanted)
            yield from self._unlisted(now, rest)

    def _earlier(self, marks: Marks, rest: Marks, wanted: Collection[int]) -> Iterator[PdfRevision]:
        """Yield earlier revisions in whose own bytes some of the rest stands, which is taken off the rest."""
        for count, (start, end) in enumerate(reversed([*pairwise((0, *self.ends))])):
            if count >= _MOST_REVISIONS or seconds_left() < self._reserve:
                self.is_cut = True
                return
            if any(start <= offset < end for offset in (*rest, *wanted)):
                with contextlib.suppress(qpdf().PikepdfError), opened(self.data, self.passwords, end) as pdf:
                    revision = PdfRevision(pdf, self._start, marks)
                    for offset in revision.marks:
                        rest.pop(offset, None)
                    yield revision

    def _unlisted(self, now: PdfRevision, rest: Marks) -> Iterator[PdfRevision]:
        """Yield what no table lists, of a broken document also what its object streams hold."""
        if self.is_cut:
            return  # what is left may be listed in a revision that wasn't looked at
        loose = {offset: mark for offset, mark in rest.items() if not mark.is_packed and not now.covers(offset)}
        data = bytearray()
        for mark in rest.values() if self._is_broken else ():
            self.is_cut |= len(data) > LARGEST_COPY
            if not self.is_cut:
                _unpack_objects(now.pdf.get_object(mark[:2]), data, len(self.data), loose)
        if loose:
            longer = self.data[:] + data + _NO_TABLE
            with contextlib.suppress(qpdf().PikepdfError), opened(longer, self.passwords) as pdf:
                yield PdfRevision(pdf, self._start, loose, is_now=self._is_broken)

    def bytes_of(self, key: Key) -> bytes:
        """Return the first bytes of an object as they stand in the file, b"" where it has no place of its own."""
        entry = self._table.get(key)
        start = -1 if entry is None or entry.offset is None else entry.offset + self._start
        return self.data[start : start + _LONGEST_DICTIONARY].partition(b"endobj")[0] if start >= 0 else b""


def _unpack_objects(holder: Any, data: bytearray, start: int, marks: dict[int, ObjectMark]) -> None:
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


# Whether what a PDF's pages show can be unpacked: ISO 32000-1 7.8.2 (content streams) and 8.10 (forms). PDFium passes
# over what is missing, and shows what comes before damage, without a word. Most content is packed by Flate alone, which
# shows damage; such streams are looked for in the file's bytes, and only where one is damaged, or a page shows nothing
# at all, qpdf is asked whose it is.

_NUMBER = re.compile(rb"(\d{1,9})[\s\0]{1,8}\d{1,5}[\s\0]{1,8}$")
_CONTENTS = re.compile(rb"/Contents[\s\0]*\[?[\s\0]*\d")
# What no content stream has in its dictionary, or one that isn't packed by Flate alone.
_OTHERS = re.compile(rb"/(?:Type|Subtype|Length1|N[\s\0]|Predictor|ASCII|A85|AHx|LZW|RunLength|Width|W\b|FunctionType)")
_LONGEST_HEAD, _LARGEST_CONTENT, _MOST_CHECKED = 400, 16 << 20, 256 << 20
_MOST_PAGES, _MOST_STREAMS = 20_000, 200


def damaged_pages(source: PdfSource, empty: set[int], limits: Limits) -> list[int]:
    """Return the pages, from 1 on, whose content is damaged or missing; ``empty`` are those, from 0 on, without any."""
    reserve = seconds_left() / 2
    suspects = _suspects(source.data, reserve)
    if not suspects and not empty:
        return []
    budget, damaged = UnpackingBudget(limits), list[int]()
    with contextlib.suppress(qpdf().PikepdfError):
        for number, page in enumerate(source.pdf.pages if source.pdf else ()):
            if number >= _MOST_PAGES or seconds_left() < reserve:
                break
            is_empty = number in empty
            streams = _streams(source, page.obj, is_empty)
            if any(_is_damaged(stream, suspects, is_empty, budget) for stream in streams):
                damaged.append(number + 1)
    return damaged


def _suspects(untrusted_data: Data, reserve: float) -> dict[int, bool]:
    """Return the numbers of objects that may be damaged content, and whether only their checksum is wrong."""
    wrong, count, end, left = dict[int, bool](), 0, 0, _MOST_CHECKED
    while (at := untrusted_data.find(b"stream", end)) >= 0 and left > 0 and seconds_left() > reserve:
        stop = untrusted_data.find(b"endstream", at + 6)
        stop = stop if stop >= 0 else len(untrusted_data)
        end = stop + len(b"endstream")
        start = untrusted_data.rfind(b"obj", max(0, at - _LONGEST_HEAD), at)
        head = untrusted_data[start:at]
        if start < 0 or b"/Fl" not in head or (b"/Form" not in head and _OTHERS.search(head)):
            continue
        count += 1
        begin = at + (8 if untrusted_data[at + 6 : at + 8] == b"\r\n" else 7)
        left -= max(0, stop - begin)
        is_checksum = _damage(untrusted_data[begin:stop])
        if is_checksum is not None and (number := _NUMBER.search(untrusted_data, max(0, start - 20), start)):
            wrong[int(number[1])] = is_checksum
    is_usual = 2 * sum(wrong.values()) > count  # some writers have no right checksum at all
    return {number: is_checksum for number, is_checksum in wrong.items() if not (is_checksum and is_usual)}


def _damage(packed: bytes) -> bool | None:
    """Return None for a sound stream, else whether only its checksum is wrong or missing."""
    if packed.isspace() or not packed:
        return None
    unpacker, bare = zlib.decompressobj(), zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        unpacker.decompress(packed, _LARGEST_CONTENT)
        if unpacker.eof or unpacker.unconsumed_tail:
            return None
        bare.decompress(packed[2:], _LARGEST_CONTENT)
    except zlib.error as error:
        return "data check" in str(error)
    return bare.eof


def _streams(source: PdfSource, page: Any, is_empty: bool) -> Iterator[Any]:
    """Yield what a page shows: its content, and the forms that it may show; None for content that is missing."""
    pikepdf = qpdf()
    contents = page.get("/Contents")
    if contents is None and is_empty and _CONTENTS.search(source.bytes_of(page.objgen)):
        yield None
    yield from contents if isinstance(contents, pikepdf.Array) else [contents] if contents is not None else []
    holders, seen = [page], set[Key]()
    for holder in islice(holders, _MOST_STREAMS):
        resources = dictionary_in(holder, "/Resources")
        forms = dictionary_in(resources, "/XObject")
        shared = next((one.objgen for one in (forms, resources) if one.is_indirect), None)
        if shared in seen:
            continue
        seen.update([shared] if shared else [])
        for form in forms.values():
            if isinstance(form, pikepdf.Stream) and form.get("/Subtype") == "/Form":
                yield form
                holders.append(form)


def _is_damaged(stream: Any, suspects: dict[int, bool], is_empty: bool, budget: UnpackingBudget) -> bool:
    if not isinstance(stream, qpdf().Stream):
        return is_empty
    number = stream.objgen[0]
    if not (is_empty or number in suspects) or not stream.read_raw_bytes().strip():
        return False
    trouble = content(stream, budget, "content")[1]
    return suspects.get(number, False) or (trouble is not None and trouble.code in ("damaged", "truncated"))
