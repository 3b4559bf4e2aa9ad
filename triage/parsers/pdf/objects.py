"""The objects of a PDF as qpdf reads them: dictionaries, strings, and streams unpacked within the limits.

PDFium has calls for text and pages; what it has no call for is looked up here (ISO 32000-1, 7.3 and 7.5). Nothing is
written, run or followed here.
"""

from __future__ import annotations

import contextlib
import logging
import warnings
import zlib
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, TypeAlias

from triage.errors import EarlyEndError
from triage.messages import say
from triage.model.items import Trouble
from triage.parsers.kit.contract import Data, as_file
from triage.parsers.kit.unpacking import OverRatioError, UnpackingBudget, shown

_MEMORY = 128 << 20
"""Bytes to which qpdf may unpack a stream by itself: larger object streams are bombs."""

LARGEST_COPY = 64 << 20
"""Bytes of a file of which a copy is made, or to which objects are added."""

Key: TypeAlias = tuple[int, int]
"""The number and the generation of an object."""


@cache
def qpdf() -> Any:
    """Return pikepdf, loaded when first asked, with bounds on what qpdf unpacks by itself."""
    import pikepdf

    logging.getLogger("pikepdf").setLevel(logging.CRITICAL)
    pikepdf.settings.set_qpdf_limits(flate_max_memory=_MEMORY, run_length_max_memory=_MEMORY)
    return pikepdf


def opened(untrusted_data: Data, passwords: Iterable[str] = ("",), end: int | None = None) -> Any:
    """Return the file as a pikepdf.Pdf, or its first ``end`` bytes if they are whole.

    Raises PikepdfError where it can't be read, or no password opens it.
    """
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
        yield from _inflated(raw)
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


_STEP = 4096


def _inflated(packed: bytes) -> Iterator[bytes]:
    """Yield what Flate gives, up to the byte where it fails; a wrong checksum at the end is no failure."""
    unpacker = zlib.decompressobj()
    for at in range(0, len(packed), _STEP):
        before = unpacker.copy()
        try:
            yield unpacker.decompress(packed[at : at + _STEP])
        except zlib.error as error:
            with contextlib.suppress(zlib.error):
                for byte in range(at, len(packed)):
                    yield before.decompress(packed[byte : byte + 1])
            if "data check" in str(error):
                return
            raise
        if unpacker.eof:
            return
    raise EarlyEndError("packed-ends-early")
