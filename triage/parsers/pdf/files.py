"""Files inside a PDF: those attached to the document and to its annotations, and those in no list.

An open document in, children out. PDFium decrypts and unpacks; what it has no call for is looked for in the bytes
(``pdfstray``), in a plain copy where the document is encrypted.
"""

from __future__ import annotations

import ctypes
import io
import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from triage.messages import say
from triage.model.items import Child, Trouble
from triage.parsers.kit.contract import Data, Limits
from triage.parsers.pdf.info import wide
from triage.parsers.pdf.revisions import earlier
from triage.parsers.pdf.unlisted_files import Given, Unpack, embedded, may_hold, past, strays

_IRM_PAYLOAD = "MicrosoftIRMServices Protected PDF"
LARGEST, _MOST_REVISIONS = 64 << 20, 20
_LENGTH = re.compile(rb"/Length[\s\0]{1,8}\d{1,10}\b(?:[\s\0]{1,8}\d{1,5}[\s\0]{1,8}R\b)?")

Reopen = Callable[[bytes], Any]
"""The bytes of an earlier revision to its document, None where it is none."""


def files(
    pdfium: Any, document: Any, attached: list[Any], untrusted_data: Data, limits: Limits, reopen: Reopen
) -> Iterator[Child | Trouble]:
    """Yield the files in a document, those that PDFium lists first; ``attached`` are handles from its annotations.

    ``untrusted_data`` is empty where the document's bytes can't hold any that PDFium doesn't list.
    """
    given = Given()
    count = pdfium.FPDFDoc_GetAttachmentCount(document)
    handles = [pdfium.FPDFDoc_GetAttachment(document, index) for index in range(min(count, 100_000))]
    for handle in (*handles, *attached):
        name = wide(pdfium.FPDFAttachment_GetName, handle)
        if name.startswith(_IRM_PAYLOAD):
            yield Trouble("rights-protected", say("Its content is held back by rights management."))
        child = _attachment(pdfium, handle, name, limits)
        given.new(child)
        yield child
    unpack = partial(_unpacked, pdfium, limits)
    if untrusted_data and pdfium.FPDF_GetSecurityHandlerRevision(document) < 0:
        yield from strays(untrusted_data, given, unpack)
    elif untrusted_data:
        yield from _locked(pdfium, document, untrusted_data, given, unpack, reopen)
    document.close()


def _attachment(pdfium: Any, handle: Any, name: str, limits: Limits) -> Child | Trouble:
    size = ctypes.c_ulong()
    if not pdfium.FPDFAttachment_GetFile(handle, None, 0, size):
        return Trouble("damaged", say(f"The attached file {name!r} can't be read, or isn't in the document."))
    if size.value > limits.item_bytes:
        return Trouble("limit-size", say(f"The attached file {name!r} is larger than the limit; it was not read."))
    buffer = ctypes.create_string_buffer(max(size.value, 1))
    pdfium.FPDFAttachment_GetFile(handle, buffer, size.value, size)
    return Child(name or None, buffer.raw[: size.value])


def _unpacked(pdfium: Any, limits: Limits, head: bytes, body: bytes, name: str) -> Child | Trouble:
    """Return a stream as a file: PDFium unpacks it as the one attachment of a document made for it."""
    import pypdfium2

    head = _LENGTH.sub(b"", head).replace(b"<<", b"<</Length %d" % len(body), 1)
    document, places = b"%PDF-1.7\n", []
    for number, content in enumerate((*_AROUND, b"%s\nstream\n%s\nendstream" % (head, body)), 1):
        places.append(len(document))
        document += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % place for place in places)
    trailer = b"trailer\n<</Root 1 0 R/Size 5>>\nstartxref\n%d\n%%%%EOF\n" % len(document)
    document += b"xref\n0 5\n" + table + trailer
    holder = pypdfium2.PdfDocument(document)
    try:
        return _attachment(pdfium, pdfium.FPDFDoc_GetAttachment(holder, 0), name, limits)
    finally:
        holder.close()


_AROUND = (
    b"<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles<</Names[(f)<</Type/Filespec/F(f)/EF<</F 4 0 R>>>>]>>>>>>",
    b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
    b"<</Type/Page/Parent 2 0 R>>",
)


def _locked(
    pdfium: Any, document: Any, untrusted_data: Data, given: Given, unpack: Unpack, reopen: Reopen
) -> Iterator[Child | Trouble]:
    """Yield the files of an encrypted document that no list names, and those of its earlier revisions."""
    if len(untrusted_data) > LARGEST:
        yield Trouble(
            "limit-size", say("It is encrypted and large; embedded files that no list names were not looked for.")
        )
        return
    plain = in_the_open(pdfium, document)
    yield from strays(plain, given, unpack) if may_hold(plain) else ()
    unread = embedded(untrusted_data) - embedded(plain)
    ends = earlier(untrusted_data)
    for end in ends[: -_MOST_REVISIONS - 1 : -1]:
        revision = reopen(untrusted_data[:end])
        if revision is not None:
            plain = in_the_open(pdfium, revision)
            revision.close()
            unread -= embedded(plain)
            for child in strays(plain, given, unpack) if may_hold(plain) else ():
                if isinstance(child, Child):
                    yield Child(past(child.name), child.data)
    if unread:
        yield Trouble(
            "damaged", say(f"It holds embedded files ({len(unread)}) to which nothing leads; they are encrypted.")
        )


def in_the_open(pdfium: Any, document: Any) -> bytes:
    """Return the document as PDFium writes it without its encryption."""
    copy = io.BytesIO()
    document.save(copy, flags=pdfium.FPDF_REMOVE_SECURITY)
    return copy.getvalue()
