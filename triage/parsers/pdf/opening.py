"""How a PDF is opened with PDFium: by a password, and where its catalogue is lost, as qpdf rebuilds it.

PDFium takes no owner password of files whose key is shorter than their revision allows; qpdf gives the user password
that it stands for (ISO 32000-1 7.6.3.4). It rebuilds a lost cross-reference table, but no catalogue lost at the end of
cut files.
"""

from __future__ import annotations

import ctypes
import logging
import re
import warnings
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from ctypes import PYFUNCTYPE, c_int, c_void_p
from functools import cache
from itertools import chain, islice
from typing import Any, NamedTuple

from triage.errors import FormatError
from triage.model.items import Extract
from triage.parsers.kit.contract import Context, Data, as_file
from triage.parsers.kit.texts import Texts, describe
from triage.parsers.kit.xml_parts import quiet_tree
from triage.parsers.pdf.objects import PdfSource, literal, opened, qpdf, saved, text

# How PDFium is called: its strings, and calls for every object and character of a page at half their usual price.
# ctypes spends more on checking and wrapping what goes in and out than PDFium on the answer. What ``unchecked`` gives
# checks nothing: handles go in as they came out, addresses to write to as ``byref`` of the right kind, numbers as they
# are. A handle lives as long as the page that it came from; whoever calls keeps the page open.

_Call = Callable[..., Any]
_LIBRARY_VERSION = 2
_uses_machine_fonts = True


def use_machine_fonts(use: bool) -> None:
    """Have PDFium draw with the machine's fonts, or with those of the file and its own only.

    Reading does without: how wide a font is that isn't in the file decides where PDFium sees words, and what it leaves
    out, and the text of a file must be the same everywhere. PDFium takes its fonts when it starts, so it starts anew,
    for reading each time: one font stands in for all that are missing, and keeps the width and weight in which it was
    last drawn. While a document is open, everything stays as it is.
    """
    import gc

    import pypdfium2.raw as pdfium
    from pypdfium2.internal import ObjectTracker

    global _uses_machine_fonts
    if use and _uses_machine_fonts:
        return
    if any(ObjectTracker.values()):
        gc.collect()  # what has no reference any more
    if any(ObjectTracker.values()):
        return
    paths = None if use else (ctypes.POINTER(ctypes.c_char) * 1)()
    pdfium.FPDF_DestroyLibrary()
    pdfium.FPDF_InitLibraryWithConfig(pdfium.FPDF_LIBRARY_CONFIG(version=_LIBRARY_VERSION, m_pUserFontPaths=paths))
    _uses_machine_fonts = use


MANY = 256  # objects that PDFium is asked of in one go


class Handle(c_void_p):
    """Something of PDFium's; ``value`` is its address, None where there is nothing."""


def handle(typed: Any) -> Handle:
    return Handle(ctypes.cast(typed, c_void_p).value)


class UncheckedCalls:
    """PDFium's calls by their names, each made when it is first asked for."""

    def __init__(self, pdfium: Any) -> None:
        self._pdfium = pdfium

    def __getattr__(self, name: str) -> _Call:
        checked = getattr(self._pdfium, name)
        gives_pointer = hasattr(checked.restype, "contents")
        call = PYFUNCTYPE(Handle if gives_pointer else c_int)(ctypes.cast(checked, c_void_p).value or 0)
        setattr(self, name, call)
        return call


unchecked = cache(UncheckedCalls)  # gives the unchecked calls of the library ``pypdfium2.raw``


class OutValues:
    """Memory in which PDFium writes ``count`` values, made once: each ctypes array takes as long as thirty calls."""

    def __init__(self, kind: type[ctypes.c_float | ctypes.c_double | ctypes.c_int | ctypes.c_uint], count: int) -> None:
        self.values: Any = (kind * count)()
        self.places = [ctypes.byref(self.values, ctypes.sizeof(kind) * at) for at in range(count)]


class Answers:
    """Room for four values about each of ``MANY`` objects: asked in one go, they cost a third of a loop's time."""

    def __init__(self, kind: type[ctypes.c_float | ctypes.c_uint]) -> None:
        self._columns = [OutValues(kind, MANY) for _ in range(4)]

    def of(self, call: _Call, objects: list[Handle]) -> tuple[list[int], list[list[Any]]]:
        """Return whether the values are known of each object, and four lists of them; at most ``MANY`` are asked."""
        known = list(map(call, objects, *(column.places for column in self._columns)))
        return known, [column.values[: len(known)] for column in self._columns]


# Room for all but long strings, so that each takes one call.
_STRING = bytearray(1024)
_STRING_PLACE = ctypes.byref(ctypes.c_ushort.from_buffer(_STRING))


def wide(ask: _Call, *about: Any) -> str:
    """Return a UTF-16 string from one of PDFium's calls that return its size, and write it where it has room."""
    size = ask(*about, _STRING_PLACE, len(_STRING))
    if size <= 2:
        return ""
    room = _STRING
    if size > len(room):
        room = bytearray(size + 2)  # an array type of each length would take ten times as long to make
        ask(*about, ctypes.byref(ctypes.c_ushort.from_buffer(room)), size)
    return room[: size - 2].decode("utf-16-le", "replace").replace("\r", "\n").strip("\0")


def narrow(ask: _Call, *about: Any) -> str:
    """Return a UTF-8 string from one of PDFium's calls that return its size in bytes."""
    size = ask(*about, None, 0)
    if size <= 1:
        return ""
    buffer = ctypes.create_string_buffer(size)
    ask(*about, buffer, size)
    return buffer.raw[: size - 1].decode("utf-8", "replace")


_PASSWORD, _SECURITY = 4, 5
_AES_256 = re.compile(rb"/AESV3\b")
_OBJECT = rb"(\d{1,9})\s+(\d{1,5})\s+obj\b(?:(?!endobj|\bstream\b).){0,4000}?/Type\s*/%s(?![a-zA-Z])"
_PAGE, _CATALOG = (re.compile(_OBJECT % name, re.DOTALL) for name in (b"Page", b"Catalog"))
_NUMBER = re.compile(rb"(\d{1,7})\s+\d{1,5}\s+obj\b")
_MOST_PAGES = 20_000
_PAGES = b"""%d 0 obj
<</Type/Catalog/Pages %d 0 R>>
endobj
%d 0 obj
<</Type/Pages/Count %d/Kids[%s]/MediaBox[0 0 612 792]>>
endobj
"""
# What closes the object in which a file was cut, and what leads to the catalogue.
_CLOSED, _TRAILER = b"\nendstream\nendobj\n\n", b"trailer\n<</Root %s/Size 4000003>>\nstartxref\n0\n%%%%EOF\n"


class OpenedPdf(NamedTuple):
    """A document with the bytes and the password that it was opened with, or None with PDFium's reason."""

    document: Any
    data: Data
    password: str | None = None
    code: int = 0


def open_pdf(untrusted_data: Data, context: Context, texts: Texts) -> OpenedPdf:
    """Return the document, mended where needed; None with a trouble where no password opens it. Raises ValueError."""
    best = tried(untrusted_data, context)
    if best.document is None and best.code not in (_PASSWORD, _SECURITY):
        tries = (tried(mended, context) for mended in _mended(untrusted_data))
        best = next((one for one in tries if one.document or one.code in (_PASSWORD, _SECURITY)), best)
        if best.data is untrusted_data:
            raise FormatError("pdf-unreadable")
        texts.trouble("damaged", "catalogue-lost")
    if best.code == _SECURITY:
        texts.trouble("rights-protected", "pdf-security-handler")
    if best.document is None:
        texts.trouble("encrypted", "password-needed-tried")
    return best


def tried(untrusted_data: Data, context: Context) -> OpenedPdf:
    """Return the document where no password or one of the given opens it."""
    import pypdfium2

    logging.getLogger("pypdfium2").setLevel(logging.ERROR)  # it warns of XFA, which is read elsewhere
    use_machine_fonts(False)
    code = 0
    passwords = ((password, password) for password in (None, *context.passwords))
    for password, opener in chain(passwords, _users_passwords(untrusted_data, context.passwords)):
        try:
            source = untrusted_data if isinstance(untrusted_data, bytes) else as_file(untrusted_data)
            document = pypdfium2.PdfDocument(source, password=opener)
            document.init_forms()
            if password is not None:
                context.fitted.append(password)
            return OpenedPdf(document, untrusted_data, opener)
        except pypdfium2.PdfiumError as error:
            code = error.err_code or 0
            if code not in (_PASSWORD, _SECURITY):
                break
    return OpenedPdf(None, untrusted_data, code=code)


def _users_passwords(untrusted_data: Data, passwords: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Yield owner passwords among some, each with the user password that opens the file; none for AES with 256 bits."""
    for password in passwords if not _AES_256.search(untrusted_data) else ():
        with suppress(qpdf().PikepdfError), opened(untrusted_data, [password]) as pdf:
            if pdf.is_encrypted:
                yield password, pdf.encryption.user_password.decode("latin-1")


def _mended(untrusted_data: Data) -> Iterator[bytes]:
    """Yield the file with a trailer to its catalogue, as qpdf rebuilds it, and with a catalogue over its pages."""
    closed = untrusted_data[:] + _CLOSED
    for catalog in [*_CATALOG.finditer(closed)][-1:]:
        yield closed + _TRAILER % (b"%s %s R" % catalog.groups())
    with suppress(qpdf().PikepdfError), warnings.catch_warnings(), opened(closed) as pdf:
        warnings.simplefilter("ignore")
        yield saved(pdf, encryption=False, fix_metadata_version=False)
    if pages := list(dict.fromkeys(b"%s %s R" % match.groups() for match in _PAGE.finditer(closed)))[:_MOST_PAGES]:
        free = max(map(int, _NUMBER.findall(closed))) + 1
        objects = _PAGES % (free, free + 1, free + 1, len(pages), b" ".join(pages))
        yield closed + objects + _TRAILER % (b"%d 0 R" % free)


# What a PDF says about itself: the information dictionary and XMP packets; ISO 32000-1, 14.3. PDFium gives the usual
# entries of the dictionary. What its writer added is asked of qpdf where the dictionary isn't in the open, or has such
# entries there.

_NAMES = ("Title", "Author", "Subject", "Keywords", "Creator", "Producer", "CreationDate", "ModDate")
_DATE = re.compile(r"D?:?(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:([+\-Zz])(\d\d)?'?(\d\d)?)?")
_REFERENCE = re.compile(rb"/Info\s{0,8}(\d{1,10})\s{1,8}(\d{1,5})\s{1,8}R")
_ENTRY = re.compile(rb"/([^\s()<>\[\]{}/%]{1,100})\s{0,8}(?=[(<\[]|\d{1,10}\s{1,8}\d{1,5}\s{1,8}R\b)")
_METADATA = re.compile(rb"/Type\s{0,8}/Metadata\b")
_MOST_DICTIONARIES = 4  # every save may add a trailer with a dictionary of its own; the last ones count
_WRITTEN_MARK = r"\376\377"  # the byte order mark of UTF-16, as a literal string has it
_MOST_PACKETS, _LONGEST_PACKET, _LONGEST_DICTIONARY = 20, 1 << 20, 1 << 16


def properties(pdfium: Any, document: Any, source: PdfSource, extract: Extract, texts: Texts) -> None:
    """Read the information dictionary (14.3.3), and the words of XMP packets (14.3.2) that it doesn't have."""
    entries = {name: wide(pdfium.FPDF_GetMetaText, document, name.encode()) for name in _NAMES}
    if _has_own_entries(source.data):
        entries |= {name: value for name, value in _entries(source.pdf) if not entries.get(name)}
    for name, value in entries.items():
        if value := value.strip():
            extract.properties.append((name, iso_date(value) if name.endswith("Date") else value))
    known = dict(extract.properties)
    describe(extract, texts, known, "Title", "ModDate", "CreationDate")
    for value in dict.fromkeys(packet_words(source.data)):
        if value not in known.values():
            texts.add("properties", value)


def _has_own_entries(untrusted_data: Data) -> bool:
    """Whether the information dictionary has entries of its writer's own, or isn't in the open."""
    references = list(dict.fromkeys(_REFERENCE.findall(untrusted_data)))
    for number, generation in references[-_MOST_DICTIONARIES:]:
        # Without a condition before it, the number is looked for as fast as memory is read.
        headers = re.finditer(rb"%s\s{1,8}%s\s{1,8}obj\b" % (number, generation), untrusted_data)
        ends = (m.end() for m in headers if not untrusted_data[max(0, m.start() - 1) : m.start()].isdigit())
        start = next(ends, None)
        piece = b"" if start is None else untrusted_data[start : start + _LONGEST_DICTIONARY].partition(b"endobj")[0]
        if not piece or any(name.decode("latin-1") not in _NAMES for name in _ENTRY.findall(piece)):
            return True
    return False


def _entries(pdf: Any) -> Iterator[tuple[str, str]]:
    pikepdf = qpdf()
    dictionary = pdf.trailer.get("/Info") if pdf else None
    for name, value in dictionary.items() if isinstance(dictionary, pikepdf.Dictionary) else ():
        listed = value if isinstance(value, pikepdf.Array) else [value]
        yield name.removeprefix("/"), ", ".join(filter(None, map(text, listed)))


def packet_words(untrusted_data: Data) -> Iterator[str]:
    """Yield the words of XMP packets, which a locked document may keep in the open (table 20, EncryptMetadata)."""
    for packet in _packets(untrusted_data):
        root = quiet_tree(packet)
        for element in root.iter() if root is not None else ():
            values = [element.text, *element.attrib.values()]
            for value in values:
                if value and value.strip() and len(value) > 3 and "uuid:" not in value:
                    # Some writers put a PDF string there as it is written (7.3.4.2, 7.9.2.2).
                    yield (literal(value) if value.startswith(_WRITTEN_MARK) else value).strip()


def _packets(untrusted_data: Data) -> Iterator[bytes]:
    """Yield XMP packets as they stand in the file, then those in packed metadata streams."""
    yield from _open_packets(untrusted_data)
    for match in islice(_METADATA.finditer(untrusted_data), _MOST_PACKETS):
        start = untrusted_data.find(b"stream", match.end(), match.end() + 400)
        if start >= 0 and b"/FlateDecode" in untrusted_data[max(0, match.start() - 400) : start]:
            packed = untrusted_data[start + 6 : start + 6 + _LONGEST_PACKET].lstrip(b"\r\n")
            with suppress(zlib.error):  # what stands behind the stream's end does no harm
                yield from _open_packets(zlib.decompressobj().decompress(packed, _LONGEST_PACKET))


def _open_packets(untrusted_data: Data) -> Iterator[bytes]:
    end = 0
    for _ in range(_MOST_PACKETS):
        start = untrusted_data.find(b"<x:xmpmeta", end)
        end = untrusted_data.find(b"</x:xmpmeta>", max(start, 0))
        if start < 0 or not 0 < end - start <= _LONGEST_PACKET:
            return
        yield untrusted_data[start : end + 12]


def iso_date(value: str) -> str:
    """Return a PDF date (7.9.4) as ISO 8601, or as it stands where it isn't one."""
    match = _DATE.fullmatch(value.strip().rstrip("'"))
    if not match:
        return value
    year, month, day, hour, minute, second, sign, zone_hour, zone_minute = match.groups()
    zone = "" if not sign else "Z" if sign in "zZ" else f"{sign}{zone_hour or '00'}:{zone_minute or '00'}"
    return f"{year}-{month or '01'}-{day or '01'}T{hour or '00'}:{minute or '00'}:{second or '00'}{zone}"
