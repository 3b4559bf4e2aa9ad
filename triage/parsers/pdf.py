"""PDF files (floor 2): text of every page, form fields and annotations, outline, properties, attached files.

Read with PDFium (ISO 32000). Scripts are read as hidden text and never run; nothing linked is fetched. A form feed
stands between pages, so that a phrase across pages is found and a hit's page can be told.
"""

from __future__ import annotations

import ctypes
import logging
import re
import zlib
from collections.abc import Callable, Iterator
from functools import partial
from itertools import chain
from typing import Any

from triage.model import Extract, Segment
from triage.parsers.contract import Context, Data, Format, Limits, Probe, as_file, seconds_left
from triage.parsers.pdfdescribed import Descriptions
from triage.parsers.pdfdrawn import add_drawn
from triage.parsers.pdffiles import files
from triage.parsers.pdfhidden import hidden_text
from triage.parsers.pdfinfo import properties, wide
from triage.parsers.pdfpassword import users_passwords
from triage.parsers.pdfpast import Budget, add_gone
from triage.parsers.pdfrepair import repaired
from triage.parsers.pdfscan import Scans
from triage.parsers.pdftext import needs_ocr, page_text
from triage.parsers.texts import Texts, speaks

TYPE = "application/pdf"
_STAMP, _WIDGET = 13, 20
_BROKEN, _PASSWORD, _SECURITY = 3, 4, 5


def claims(probe: Probe) -> bool:
    """Whether a PDF header stands in the first kilobyte (ISO 32000-1 Annex H.3.4.1), and not inside an archive."""
    at = probe.head[:1024].find(b"%PDF-")
    if at < 0 or probe.head.startswith((b"PK\x03\x04", b"Rar!", b"7z\xbc\xaf", b"{\\rtf")):
        return False
    if probe.head[40:44] == b" EMF":  # a metafile that keeps a PDF beside its drawing
        return False
    # A text may speak of PDF: what doesn't begin with the header must at least hold an object.
    return not probe.head[:at].strip() or probe.data.find(b" obj", at) >= 0


def parse(untrusted_data: Data, context: Context) -> Extract:
    """Read a PDF; one that no password opens gives an extract with the trouble only. Raises ValueError for no PDF."""
    begun = seconds_left()
    texts = Texts(context.limits)
    extract = Extract(TYPE)
    document = _open(untrusted_data, context, texts)
    extract.troubles = texts.troubles
    if document is None:
        return extract
    import pypdfium2.raw as pdfium

    properties(pdfium, document, untrusted_data, extract, texts)
    pictured, attached, drawn = _pages(pdfium, document, untrusted_data, texts)
    budget = Budget(begun - seconds_left(), begun / 10)
    _outline(document, texts)
    _scripts(pdfium, document, texts)
    if pdfium.FPDF_GetFormType(document) in (pdfium.FORMTYPE_XFA_FULL, pdfium.FORMTYPE_XFA_FOREGROUND):
        _xfa(untrusted_data, context.limits, texts)
    reopen = partial(_reopened, context=context)
    if drawn:
        _drawn(pdfium, reopen(untrusted_data), drawn, texts)
    if not pdfium.FPDF_DocumentHasValidCrossReferenceTable(document):
        _report_damage(untrusted_data, texts)
    _scans(document, pictured, extract, texts)
    if not texts.has_text("body", "annotation", "ocr") and not texts.troubles:
        texts.trouble("no-text", "No text was found on its pages.")
    extract.segments = texts.segments()
    _past(untrusted_data, context, budget, extract, texts)
    extract.children = files(pdfium, document, attached, untrusted_data, context.limits, reopen)
    return extract


def _past(untrusted_data: Data, context: Context, budget: Budget, extract: Extract, texts: Texts) -> None:
    """Add what earlier revisions say that the document doesn't say any more."""
    read = partial(_revision, context=context, reserve=budget.reserve)
    count = add_gone(untrusted_data, budget, extract.segments, read, texts)
    if count:
        extract.properties.append(("Earlier revisions", str(count)))
        extract.segments += texts.segments()[len(extract.segments) :]


def _revision(untrusted_data: bytes, context: Context, reserve: float) -> list[Segment]:
    """Return what an earlier revision says, nothing where the bytes are no whole document."""
    import pypdfium2.raw as pdfium

    document, _ = _tried(untrusted_data, context)
    if document is None:
        return []
    if not pdfium.FPDF_DocumentHasValidCrossReferenceTable(document):
        document.close()
        return []
    texts = Texts(context.limits)
    for name in _NAMED:
        value = wide(pdfium.FPDF_GetMetaText, document, name.encode())
        texts.add("properties", f"{name}: {value}" if value else "")
    *_, drawn = _pages(pdfium, document, untrusted_data, texts, reserve)
    _outline(document, texts)
    _scripts(pdfium, document, texts)
    _drawn(pdfium, document, drawn, texts)
    return texts.segments()


_NAMED = ("Title", "Author", "Subject", "Keywords")
"""What a person says of a document; the dates and the programs change with each save."""


def _open(untrusted_data: Data, context: Context, texts: Texts) -> Any:
    """Return the document, or None with a trouble where no password opens it. Raises ValueError for no PDF."""
    document, code = _tried(untrusted_data, context)
    if document is None and code not in (_PASSWORD, _SECURITY):
        mended = repaired(untrusted_data)
        document, code = _tried(mended, context) if mended else (None, code)
        if document is None and code not in (_PASSWORD, _SECURITY):
            raise ValueError("PDFium can't read it, and no page can be found in it.")
        texts.trouble("damaged", "Its catalogue is lost or broken; the pages that could be found were read.")
    if document is not None:
        return document
    if code == _SECURITY:
        texts.trouble("rights-protected", "It is protected by a security handler that needs a key or a server.")
    texts.trouble("encrypted", "It needs a password to open; none of those given fits.")
    return None


def _tried(untrusted_data: Data, context: Context) -> tuple[Any, int]:
    """Return (document, 0), or None and PDFium's reason where neither no password nor one of the given opens it."""
    import pypdfium2

    logging.getLogger("pypdfium2").setLevel(logging.ERROR)  # it warns of XFA, which _xfa reads
    code = 0
    given = ((password, password) for password in (None, *context.passwords))
    for password, opener in chain(given, users_passwords(untrusted_data, context.passwords)):
        source = untrusted_data if isinstance(untrusted_data, bytes) else as_file(untrusted_data)
        try:
            document = pypdfium2.PdfDocument(source, password=opener)
            document.init_forms()
            if password is not None:
                context.fitted.append(password)
            return document, 0
        except pypdfium2.PdfiumError as error:
            code = getattr(error, "err_code", 0) or 0
            if code not in (_PASSWORD, _SECURITY):
                break
    return None, code


def _reopened(untrusted_data: Data, context: Context) -> Any:
    return _tried(untrusted_data, context)[0]


def _report_damage(untrusted_data: Data, texts: Texts) -> None:
    if b"%%EOF" in untrusted_data[-2048:]:
        texts.trouble("damaged", "Its cross-reference table is broken; the objects that could be found were read.")
    else:
        texts.trouble("truncated", "It ends before its end mark; the objects that could be found were read.")


def _drawn(pdfium: Any, document: Any, drawn: dict[int, list[int]], texts: Texts) -> None:
    """Add what annotations only draw; the document is changed by that, and closed."""
    if document is not None:
        add_drawn(pdfium, document, drawn, texts)
        document.close()


def _pages(
    pdfium: Any, document: Any, untrusted_data: Data, texts: Texts, reserve: float = 0.0
) -> tuple[list[int], list[Any], dict[int, list[int]]]:
    """Read every page; returns the pages that show pictures of text, the handles of files attached to annotations, and
    the indexes of annotations whose words are only drawn, by page.

    Pages are counted from 0. It stops where fewer seconds than ``reserve`` are left.
    """
    described = Descriptions(pdfium, document, untrusted_data)
    unread: list[int] = []
    pictured: list[int] = []
    attached: list[Any] = []
    drawn: dict[int, list[int]] = {}
    for number in range(len(document)):
        page = pdfium.FPDF_LoadPage(document, number)
        textpage = pdfium.FPDFText_LoadPage(page) if page else None
        if not textpage:
            unread.append(number + 1)
            continue
        found = page_text(pdfium, textpage)
        texts.add("body", found.text, "\n\f")
        for word in found.broken:
            texts.add("alternative", word)
        for line in hidden_text(pdfium, page, textpage):
            texts.add("hidden", line)
        if needs_ocr(pdfium, page, found.text):
            pictured.append(number)
        described.add(page, found.text, texts)
        only_drawn: list[int] = []
        attached.extend(_annotations(pdfium, document, page, only_drawn, texts))
        if only_drawn:
            drawn[number] = only_drawn
        pdfium.FPDFText_ClosePage(textpage)
        pdfium.FPDF_ClosePage(page)
        if texts.full or (reserve and seconds_left() < reserve):
            break
    if unread:
        texts.trouble("damaged", f"{_pages_named(unread)} can't be read.")
    return pictured, attached, drawn


def _scans(document: Any, pictured: list[int], extract: Extract, texts: Texts) -> None:
    """Add what is recognised on pages that show pictures of text, and say on which of them it is missing or unsure."""
    scans = Scans(document, pictured)
    for found in scans.read():
        texts.add("ocr", found.text, "\n\f")
    if scans.confidence:
        told = ", ".join(f"page {number + 1}: {percent} %" for number, percent in scans.confidence.items())
        extract.properties.append(("Recognition confidence", told))
    why = "; the time for it was over" if scans.late else ""
    for numbers, what in (
        (scans.unread, f"shows pictures of text, which was not read{why}"),
        (scans.doubtful, "shows text that was read by a machine that is unsure of it"),
    ):
        if numbers:
            texts.trouble("needs-ocr", f"{_pages_named([n + 1 for n in numbers])} {what}.")
    if scans.silent:
        named = _pages_named([n + 1 for n in scans.silent])
        texts.trouble("no-text", f"{named} shows a picture in which no text was recognised.")


def _pages_named(numbers: list[int]) -> str:
    shown = ", ".join(str(n) for n in numbers[:10]) + (" ..." if len(numbers) > 10 else "")
    return f"Page {shown}" if len(numbers) == 1 else f"Each of {len(numbers)} pages ({shown})"


def _annotations(pdfium: Any, document: Any, page: Any, drawn: list[int], texts: Texts) -> Iterator[Any]:
    """Add the words of a page's annotations and fields; yield the handles of files attached to them.

    The indexes of those that draw more words than were read are added to ``drawn``.
    """
    form = document.formenv
    for index in range(min(pdfium.FPDFPage_GetAnnotCount(page), 20000)):
        note = pdfium.FPDFPage_GetAnnot(page, index)
        if not note:
            continue
        kind = pdfium.FPDFAnnot_GetSubtype(note)
        widget = kind == _WIDGET
        if kind in _PLAYED:
            texts.trouble("no-text", f"A page holds a {_PLAYED[kind]}; what is said or shown in it was not read.")
        if widget and form:
            said = _field(pdfium, form, note, texts)
        else:
            author, words = _entry(pdfium, note, b"T"), _entry(pdfium, note, b"Contents")
            called = _entry(pdfium, note, b"TU") if widget else ""
            texts.add("annotation", ": ".join(part for part in (author, called, words) if part))
            texts.add("annotation", _entry(pdfium, note, b"Subj") if author or words else "")
            texts.add("annotation", _link(pdfium, document, note))
            said = words or _entry(pdfium, note, b"V")
            texts.add("annotation", "" if words else said)
        if not said or kind == _STAMP:
            shown, more = _appearance(pdfium, note)
            if speaks(shown) or not (said or (widget and form)):
                texts.add("annotation", shown)
            if more:
                drawn.append(index)
        attachment = pdfium.FPDFAnnot_GetFileAttachment(note)
        if attachment:
            yield attachment
        pdfium.FPDFPage_CloseAnnot(note)


_PLAYED = {18: "sound", 19: "film", 21: "recording", 25: "scene in three dimensions", 26: "recording"}
"""Subtypes of annotations that hold no words (12.5.6.16 to 12.5.6.18, 13.6, Adobe's RichMedia), as PDFium counts."""


def _entry(pdfium: Any, note: Any, name: bytes) -> str:
    return wide(pdfium.FPDFAnnot_GetStringValue, note, name)


_SHOWN = re.compile(r"\(((?:[^()\\]|\\.)*)\)")
_SHOWS = re.compile(r"\bT[jJ]\b")
_SHOWS_CODES = re.compile(r"<[0-9A-Fa-f\s]+>|\bDo\b")


def _appearance(pdfium: Any, note: Any) -> tuple[str, bool]:
    """Return the strings that an annotation's appearance shows, and whether it shows others.

    They can be read as far as its font has a simple encoding, and no picture or form is drawn.
    """
    content = wide(pdfium.FPDFAnnot_GetAP, note, 0)
    if not any(mark in content for mark in ("(", "BT", "Do")):
        return "", False
    shown = " ".join(re.sub(r"\\(.)", r"\1", m[1]).strip() for m in _SHOWN.finditer(content)).strip()
    codes = _SHOWS_CODES.search(content) or (not speaks(shown) and _SHOWS.search(content))
    return shown, bool(codes)


def _link(pdfium: Any, document: Any, note: Any) -> str:
    link = pdfium.FPDFAnnot_GetLink(note)
    action = pdfium.FPDFLink_GetAction(link) if link else None
    if not action:
        return ""
    address = _told(partial(pdfium.FPDFAction_GetURIPath, document, action))
    return address or _told(partial(pdfium.FPDFAction_GetFilePath, action))


def _told(ask: Callable[..., int]) -> str:
    """Return a UTF-8 string from a call that tells the size in bytes first."""
    size = ask(None, 0)
    if size <= 1:
        return ""
    buffer = ctypes.create_string_buffer(size)
    ask(buffer, size)
    return buffer.raw[: size - 1].decode("utf-8", "replace")


def _field(pdfium: Any, form: Any, note: Any, texts: Texts) -> str:
    """Add a form field: its names, value, other choices and scripts; return its value."""
    name = wide(pdfium.FPDFAnnot_GetFormFieldName, form, note)
    called = wide(pdfium.FPDFAnnot_GetFormFieldAlternateName, form, note)
    value = wide(pdfium.FPDFAnnot_GetFormFieldValue, form, note)
    texts.add("annotation", ": ".join(dict.fromkeys(p for p in (name, called, value) if p)))
    for option in range(min(pdfium.FPDFAnnot_GetOptionCount(form, note), 1000)):
        label = wide(pdfium.FPDFAnnot_GetOptionLabel, form, note, option)
        if label != value:
            texts.add("annotation", label)
    scripted = any(pdfium.FPDFAnnot_HasKey(note, key) for key in (b"AA", b"Parent"))
    for event in _EVENTS if scripted else ():
        texts.add("hidden", wide(pdfium.FPDFAnnot_GetFormAdditionalActionJavaScript, form, note, event))
    return value


_EVENTS = (12, 13, 14, 15)
"""A key is struck in a field; its value is formatted, checked, or computed (table 196), as PDFium counts."""


def _outline(document: Any, texts: Texts) -> None:
    import pypdfium2

    try:
        for count, entry in enumerate(document.get_toc(max_depth=15)):
            texts.add("annotation", entry.get_title())
            if count > 20000:
                texts.trouble("limit-count", "Its outline has more entries than were read.")
                return
    except pypdfium2.PdfiumError:
        texts.trouble("damaged", "Its outline can't be read.")


def _scripts(pdfium: Any, document: Any, texts: Texts) -> None:
    for index in range(min(pdfium.FPDFDoc_GetJavaScriptActionCount(document), 1000)):
        action = pdfium.FPDFDoc_GetJavaScriptAction(document, index)
        if action:
            texts.add("hidden", wide(pdfium.FPDFJavaScriptAction_GetScript, action))
            pdfium.FPDFDoc_CloseJavaScriptAction(action)


def _xfa(untrusted_data: Data, limits: Limits, texts: Texts) -> None:
    """Add the words of an XFA form (Annex K), whose pages hold a placeholder only."""
    from triage.parsers.xmlparts import quiet_tree

    found = False
    for match in re.finditer(rb"stream\r?\n", untrusted_data):
        end = untrusted_data.find(b"endstream", match.end())
        content = _unpacked(untrusted_data[match.end() : end], limits) if end > 0 else b""
        if b"xfa" in content[:2000] and content.lstrip()[:1] == b"<":
            root = quiet_tree(content)
            for text in root.itertext() if root is not None else ():
                found = found or bool(text.strip())
                texts.add("annotation", text.strip())
    if not found:
        texts.trouble("unsupported", "It is an XFA form whose content can't be read; its pages are a placeholder.")


def _unpacked(packed: bytes, limits: Limits) -> bytes:
    if packed.lstrip()[:1] == b"<":
        return packed
    try:
        return zlib.decompressobj().decompress(packed, min(limits.item_bytes, 64 << 20))
    except zlib.error:
        return b""


FORMAT = Format(
    label="PDF",
    types=(TYPE,),
    extensions=("pdf",),
    level="text by page, form fields, annotations, outline, scripts, properties, attached, hidden and deleted files, "
    "what earlier revisions said; text of scanned pages where OCR is installed",
    claims=claims,
    parse=parse,
)
