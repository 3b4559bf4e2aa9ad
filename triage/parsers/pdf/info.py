"""What a PDF says about itself: the information dictionary and XMP packets; ISO 32000-1, 14.3.

PDFium gives the usual entries of the dictionary. What its writer added is asked of qpdf where the dictionary isn't in
the open, or has such entries there.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice
from typing import Any

from triage.model.items import Extract
from triage.parsers.kit.contract import Data
from triage.parsers.kit.texts import Texts
from triage.parsers.kit.xml.parts import quiet_tree
from triage.parsers.pdf.objects import literal, qpdf, text
from triage.parsers.pdf.pdfium_ffi import wide
from triage.parsers.pdf.source import PdfSource

_NAMES = ("Title", "Author", "Subject", "Keywords", "Creator", "Producer", "CreationDate", "ModDate")
_DATE = re.compile(r"D?:?(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:([+\-Zz])(\d\d)?'?(\d\d)?)?")
_REFERENCE = re.compile(rb"/Info\s{0,8}(\d{1,10})\s{1,8}(\d{1,5})\s{1,8}R")
_ENTRY = re.compile(rb"/([^\s()<>\[\]{}/%]{1,100})\s{0,8}(?=[(<\[]|\d{1,10}\s{1,8}\d{1,5}\s{1,8}R\b)")
_METADATA = re.compile(rb"/Type\s{0,8}/Metadata\b")
_MOST_DICTIONARIES = 4
"""Every save may add a trailer with a dictionary of its own; the last ones count."""

_WRITTEN_MARK = r"\376\377"
"""The byte order mark of UTF-16, as a literal string has it."""

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
    extract.subject = known.get("Title")
    extract.date = known.get("ModDate") or known.get("CreationDate")
    for name, value in extract.properties:
        texts.add("properties", f"{name}: {value}")
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
    """Yield the names and values of the dictionary's strings, and lists of strings."""
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
