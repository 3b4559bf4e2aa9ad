"""PDF files: text of every page, form fields and annotations, outline, properties, attached files.

Read with PDFium (ISO 32000). Scripts are read as hidden text and never run; nothing linked is fetched. A form feed
stands between pages, so that a phrase across pages is found and a hit's page can be told.
"""

from __future__ import annotations

import logging
import re
import zlib
from functools import partial
from itertools import chain
from typing import Any

from triage.model.items import Extract, Segment, Trouble
from triage.parsers.kit.contract import Context, Data, Format, Limits, Probe, as_file, seconds_left
from triage.parsers.kit.ocr.scans import Scans, of_pages
from triage.parsers.kit.texts import Texts
from triage.parsers.kit.xml.parts import quiet_tree
from triage.parsers.pdf import actions, alternative_text
from triage.parsers.pdf.alternative_text import Descriptions
from triage.parsers.pdf.annotations import page_notes, target
from triage.parsers.pdf.appearances import add_drawn
from triage.parsers.pdf.files import LARGEST, files, in_the_open
from triage.parsers.pdf.hidden import hidden_text
from triage.parsers.pdf.info import properties, said_openly, wide
from triage.parsers.pdf.objects import FILE_NAMES, mentioned
from triage.parsers.pdf.password import users_passwords
from triage.parsers.pdf.repair import repaired
from triage.parsers.pdf.revisions import Budget, add_gone
from triage.parsers.pdf.scan import reader
from triage.parsers.pdf.text import needs_ocr, page_text

TYPE = "application/pdf"
_BROKEN, _PASSWORD, _SECURITY = 3, 4, 5
_NAMES = {"files": FILE_NAMES, "descriptions": alternative_text.NAMES, "actions": actions.NAMES}
_MAY_HIDE = re.compile(rb"/ObjStm\b")


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
        said_openly(untrusted_data, texts)
        extract.segments = texts.segments()
        return extract
    import pypdfium2.raw as pdfium

    properties(pdfium, document, untrusted_data, extract, texts)
    mentions = _mentions(pdfium, document, untrusted_data)
    pictured, attached, drawn = _pages(pdfium, document, mentions, texts)
    budget = Budget(begun - seconds_left(), begun / 10)
    _outline(pdfium, document, texts)
    _scripts(pdfium, document, texts)
    if "actions" in mentions:
        _actions(pdfium, document, untrusted_data, texts)
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
    hidden = untrusted_data if "files" in mentions else b""
    extract.children = files(pdfium, document, attached, hidden, context.limits, reopen)
    return extract


def _mentions(pdfium: Any, document: Any, untrusted_data: Data) -> frozenset[str]:
    """Return which of _NAMES the file holds, all of them where encryption may hide some."""
    if _encrypted(pdfium, document) and _MAY_HIDE.search(untrusted_data):
        return frozenset(_NAMES)
    return mentioned(untrusted_data, _NAMES)


def _encrypted(pdfium: Any, document: Any) -> bool:
    return bool(pdfium.FPDF_GetSecurityHandlerRevision(document) >= 0)


def _actions(pdfium: Any, document: Any, untrusted_data: Data, texts: Texts) -> None:
    if not _encrypted(pdfium, document):
        actions.add_actions(untrusted_data, texts)
    elif len(untrusted_data) <= LARGEST:
        actions.add_actions(in_the_open(pdfium, document), texts)
    else:
        texts.trouble("limit-size", "It is encrypted and large; scripts in it were not looked for.")


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
    *_, drawn = _pages(pdfium, document, _mentions(pdfium, document, untrusted_data), texts, reserve)
    _outline(pdfium, document, texts)
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
    pdfium: Any, document: Any, mentions: frozenset[str], texts: Texts, reserve: float = 0.0
) -> tuple[list[int], list[Any], dict[int, list[int]]]:
    """Read every page; returns the pages that show pictures of text, the handles of files attached to annotations, and
    the indexes of annotations whose words are only drawn, by page.

    Pages are counted from 0. It stops where fewer seconds than ``reserve`` are left.
    """
    described = Descriptions(pdfium, document, "descriptions" in mentions)
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
        attached.extend(page_notes(pdfium, document, page, only_drawn, texts))
        if only_drawn:
            drawn[number] = only_drawn
        pdfium.FPDFText_ClosePage(textpage)
        pdfium.FPDF_ClosePage(page)
        if texts.full or (reserve and seconds_left() < reserve):
            break
    if unread:
        texts.add_trouble(Trouble("damaged", of_pages(unread, "page-damaged", "pages-damaged")))
    return pictured, attached, drawn


def _scans(document: Any, pictured: list[int], extract: Extract, texts: Texts) -> None:
    """Add what is recognised on pages that show pictures of text, and say on which of them it is missing or unsure."""
    scans = Scans(reader(document), pictured)
    for found in scans.read():
        texts.add("ocr", found.text, "\n\f")
    extract.properties += scans.told()
    for trouble in scans.troubles():
        texts.add_trouble(trouble)


def _outline(pdfium: Any, document: Any, texts: Texts) -> None:
    import pypdfium2

    try:
        for count, entry in enumerate(document.get_toc(max_depth=15)):
            texts.add("annotation", entry.get_title())
            texts.add("annotation", target(pdfium, document, pdfium.FPDFBookmark_GetAction(entry)))
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
    level="text by page, form fields, annotations, outline, scripts and actions, properties, attached, hidden and "
    "deleted files, what earlier revisions said; text of scanned pages where OCR is installed",
    claims=claims,
    parse=parse,
)
