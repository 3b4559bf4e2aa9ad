"""PDF files: text of every page, form fields and annotations, outline, properties, attached files.

Read with PDFium (ISO 32000). Scripts are read as hidden text and never run; nothing linked is fetched. A form feed
stands between pages, so that a phrase across pages is found and a hit's page can be told.
"""

from __future__ import annotations

from functools import partial
from typing import Any

from triage.model.items import Extract, Segment, Trouble
from triage.parsers.kit import unpacking
from triage.parsers.kit.contract import Context, Data, Format, Limits, Probe, seconds_left
from triage.parsers.kit.ocr.scans import Scans, of_pages
from triage.parsers.kit.texts import Texts
from triage.parsers.kit.xml.parts import quiet_tree
from triage.parsers.pdf import actions, alternative_text, files
from triage.parsers.pdf.alternative_text import Descriptions
from triage.parsers.pdf.annotations import page_notes, target
from triage.parsers.pdf.appearances import add_drawn
from triage.parsers.pdf.hidden import hidden_text
from triage.parsers.pdf.info import properties, said_openly, wide
from triage.parsers.pdf.objects import content, form_parts
from triage.parsers.pdf.opening import open_pdf, tried
from triage.parsers.pdf.revisions import Budget, add_gone
from triage.parsers.pdf.scan import reader
from triage.parsers.pdf.source import PdfSource, marks
from triage.parsers.pdf.text import needs_ocr, page_text

TYPE = "application/pdf"
_NAMES = {"files": files.NAMES, "descriptions": alternative_text.NAMES, "actions": actions.NAMES}


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
    document, data, password, _ = open_pdf(untrusted_data, context, texts)
    extract.troubles = texts.troubles
    if document is None:
        said_openly(untrusted_data, texts)
        extract.segments = texts.segments()
        return extract
    import pypdfium2.raw as pdfium

    source = PdfSource(data, document, (password or "", *context.passwords))
    properties(pdfium, document, source, extract, texts)
    named = marks(data, _NAMES)
    pictured, attached, drawn = _pages(pdfium, document, bool(named["descriptions"]), texts)
    budget = Budget(begun - seconds_left(), begun / 10)
    _outline(pdfium, document, texts)
    if named["actions"]:
        actions.add_actions(source, named["actions"], context.limits, texts)
    if _is_xfa(pdfium, document) and not _xfa(source, context.limits, texts):
        texts.trouble("unsupported", "xfa-unreadable")
    if drawn:
        _drawn(pdfium, tried(data, context).document, drawn, texts)
    if data is not untrusted_data or not pdfium.FPDF_DocumentHasValidCrossReferenceTable(document):
        _report_damage(untrusted_data, texts)
    _scans(document, pictured, extract, texts)
    if not texts.has_text("body", "annotation", "ocr") and not texts.troubles:
        texts.trouble("no-text", "pages-without-text")
    extract.segments = texts.segments()
    _past(untrusted_data, context, budget, extract, texts)
    extract.children = files.files(pdfium, document, attached, source, named["files"], context.limits)
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

    document, _, password, _ = tried(untrusted_data, context)
    if document is None:
        return []
    if not pdfium.FPDF_DocumentHasValidCrossReferenceTable(document):
        document.close()
        return []
    texts = Texts(context.limits)
    for name in _NAMED:
        value = wide(pdfium.FPDF_GetMetaText, document, name.encode())
        texts.add("properties", f"{name}: {value}" if value else "")
    named = marks(untrusted_data, {"descriptions": alternative_text.NAMES})
    *_, drawn = _pages(pdfium, document, bool(named["descriptions"]), texts, reserve)
    _outline(pdfium, document, texts)
    source = PdfSource(untrusted_data, document, (password or "",))
    if _is_xfa(pdfium, document):
        _xfa(source, context.limits, texts)
    source.close()
    _drawn(pdfium, document, drawn, texts)
    return texts.segments()


_NAMED = ("Title", "Author", "Subject", "Keywords")
"""What a person says of a document; the dates and the programs change with each save."""


def _report_damage(untrusted_data: Data, texts: Texts) -> None:
    if b"%%EOF" in untrusted_data[-2048:]:
        texts.trouble("damaged", "cross-reference-broken")
    else:
        texts.trouble("truncated", "pdf-ends-early")


def _drawn(pdfium: Any, document: Any, drawn: dict[int, list[int]], texts: Texts) -> None:
    """Add what annotations only draw; the document is changed by that, and closed."""
    if document is not None:
        add_drawn(pdfium, document, drawn, texts)
        document.close()


def _pages(
    pdfium: Any, document: Any, described: bool, texts: Texts, reserve: float = 0.0
) -> tuple[list[int], list[Any], dict[int, list[int]]]:
    """Read every page; returns the pages that show pictures of text, the handles of files attached to annotations, and
    the indexes of annotations whose words are only drawn, by page.

    Pages are counted from 0. It stops where fewer seconds than ``reserve`` are left.
    """
    descriptions = Descriptions(pdfium, document, described)
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
        descriptions.add(page, found.text, texts)
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
                texts.trouble("limit-count", "outline-over-count")
                return
    except pypdfium2.PdfiumError:
        texts.trouble("damaged", "outline-broken")


def _is_xfa(pdfium: Any, document: Any) -> bool:
    return pdfium.FPDF_GetFormType(document) in (pdfium.FORMTYPE_XFA_FULL, pdfium.FORMTYPE_XFA_FOREGROUND)


def _xfa(source: PdfSource, limits: Limits, texts: Texts) -> bool:
    """Add the words of an XFA form (Annex K), whose pages hold a placeholder only; returns whether there are any."""
    budget, read = unpacking.UnpackingBudget(limits), False
    for number, part in enumerate(form_parts(source.pdf) if source.pdf else ()):
        data, trouble = content(part, budget, f"part {number} of the form")
        if trouble:
            texts.add_trouble(trouble)
        root = quiet_tree(data) if data and b"xfa" in data[:2000] and data.lstrip()[:1] == b"<" else None
        for words in root.itertext() if root is not None else ():
            read = read or bool(words.strip())
            texts.add("annotation", words.strip())
    return read


FORMAT = Format(
    label="PDF",
    types=(TYPE,),
    extensions=("pdf",),
    level="text by page, form fields, annotations, outline, scripts and actions, properties, attached, hidden and "
    "deleted files, what earlier revisions said; text of scanned pages where OCR is installed",
    claims=claims,
    parse=parse,
)
