"""Whether what a PDF's pages show can be unpacked: ISO 32000-1 7.8.2 (content streams) and 8.10 (forms).

PDFium passes over what is missing, and shows what comes before damage, without a word. Most content is packed by Flate
alone, which tells damage; such streams are looked for in the file's bytes, and only where one is damaged, or a page
shows nothing at all, qpdf is asked whose it is.
"""

from __future__ import annotations

import contextlib
import re
import zlib
from collections.abc import Iterator
from itertools import islice
from typing import Any

from triage.parsers.kit.contract import Data, Limits, seconds_left
from triage.parsers.kit.unpacking import UnpackingBudget
from triage.parsers.pdf.objects import Key, content, dictionary_in, qpdf
from triage.parsers.pdf.source import PdfSource

_NUMBER = re.compile(rb"(\d{1,9})[\s\0]{1,8}\d{1,5}[\s\0]{1,8}$")
_CONTENTS = re.compile(rb"/Contents[\s\0]*\[?[\s\0]*\d")
_OTHERS = re.compile(rb"/(?:Type|Subtype|Length1|N[\s\0]|Predictor|ASCII|A85|AHx|LZW|RunLength|Width|W\b|FunctionType)")
"""What no content stream has in its dictionary, or one that isn't packed by Flate alone."""

_LONGEST_HEAD, _LARGEST, _MOST_CHECKED = 400, 16 << 20, 256 << 20
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
    wrong, checked, end, left = dict[int, bool](), 0, 0, _MOST_CHECKED
    while (at := untrusted_data.find(b"stream", end)) >= 0 and left > 0 and seconds_left() > reserve:
        stop = untrusted_data.find(b"endstream", at + 6)
        stop = stop if stop >= 0 else len(untrusted_data)
        end = stop + len(b"endstream")
        start = untrusted_data.rfind(b"obj", max(0, at - _LONGEST_HEAD), at)
        head = untrusted_data[start:at]
        if start < 0 or b"/Fl" not in head or (b"/Form" not in head and _OTHERS.search(head)):
            continue
        checked += 1
        begin = at + (8 if untrusted_data[at + 6 : at + 8] == b"\r\n" else 7)
        left -= max(0, stop - begin)
        is_checksum = _damage(untrusted_data[begin:stop])
        if is_checksum is not None and (number := _NUMBER.search(untrusted_data, max(0, start - 20), start)):
            wrong[int(number[1])] = is_checksum
    is_usual = 2 * sum(wrong.values()) > checked  # some writers have no right checksum at all
    return {number: is_checksum for number, is_checksum in wrong.items() if not (is_checksum and is_usual)}


def _damage(packed: bytes) -> bool | None:
    """Return None for a sound stream, else whether only its checksum is wrong or missing."""
    if packed.isspace() or not packed:
        return None
    unpacker, bare = zlib.decompressobj(), zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        unpacker.decompress(packed, _LARGEST)
        if unpacker.eof or unpacker.unconsumed_tail:
            return None
        bare.decompress(packed[2:], _LARGEST)
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
