"""How a PDF is opened with PDFium: by a password, and where its catalogue is lost, as qpdf rebuilds it.

PDFium takes an owner password, but not of files whose key is shorter than their revision allows; qpdf gives the user
password that such a one stands for (ISO 32000-1, 7.6.3.4). PDFium rebuilds a lost cross-reference table by itself, but
not a lost catalogue, and that stands at the end of most files that were cut.
"""

from __future__ import annotations

import contextlib
import io
import logging
import re
import warnings
from collections.abc import Iterator
from itertools import chain
from typing import Any, NamedTuple

from triage.errors import FormatError
from triage.parsers.kit.contract import Context, Data, as_file
from triage.parsers.kit.texts import Texts
from triage.parsers.pdf.objects import opened, qpdf
from triage.parsers.pdf.pdfium_ffi import use_machine_fonts

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
_CLOSED, _TRAILER = b"\nendstream\nendobj\n\n", b"trailer\n<</Root %s/Size 4000003>>\nstartxref\n0\n%%%%EOF\n"
"""What closes the object in which a file was cut, and what leads to the catalogue."""


class OpenedPdf(NamedTuple):
    """A document with the bytes and the password that it was opened with, or None with PDFium's reason."""

    document: Any
    data: Data
    password: str | None = None
    code: int = 0


def open_pdf(untrusted_data: Data, context: Context, texts: Texts) -> OpenedPdf:
    """Return the document, or None with a trouble where no password opens it. Raises ValueError for no PDF.

    Where it had to be mended, its bytes aren't those that came in.
    """
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
    given = ((password, password) for password in (None, *context.passwords))
    for password, opener in chain(given, _users_passwords(untrusted_data, context.passwords)):
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
        with contextlib.suppress(qpdf().PikepdfError), opened(untrusted_data, [password]) as pdf:
            if pdf.is_encrypted:
                yield password, pdf.encryption.user_password.decode("latin-1")


def _mended(untrusted_data: Data) -> Iterator[bytes]:
    """Yield the file with a trailer to its catalogue, as qpdf rebuilds it, and with a catalogue over its pages."""
    closed = untrusted_data[:] + _CLOSED
    for catalog in [*_CATALOG.finditer(closed)][-1:]:
        yield closed + _TRAILER % (b"%s %s R" % catalog.groups())
    pikepdf, copy = qpdf(), io.BytesIO()
    with contextlib.suppress(pikepdf.PikepdfError), warnings.catch_warnings(), opened(closed) as pdf:
        warnings.simplefilter("ignore")
        level = pikepdf.StreamDecodeLevel.none
        pdf.save(copy, compress_streams=False, stream_decode_level=level, encryption=False, fix_metadata_version=False)
        yield copy.getvalue()
    if pages := list(dict.fromkeys(b"%s %s R" % match.groups() for match in _PAGE.finditer(closed)))[:_MOST_PAGES]:
        free = max(map(int, _NUMBER.findall(closed))) + 1
        objects = _PAGES % (free, free + 1, free + 1, len(pages), b" ".join(pages))
        yield closed + objects + _TRAILER % (b"%d 0 R" % free)
