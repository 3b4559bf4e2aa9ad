"""PDF files: text of every page, form fields and annotations, outline, properties, attached files.

Read with PDFium (ISO 32000). Scripts are read as hidden text and never run; nothing linked is fetched. A form feed
stands between pages, so that a phrase across pages is found and a hit's page can be told.
"""

from __future__ import annotations

from functools import partial
from typing import Any

from msgspec.structs import replace

from triage.messages import say
from triage.model.items import Extract, Segment, Trouble
from triage.parsers.kit import unpacking
from triage.parsers.kit.contract import Context, Data, Limits, Probe, seconds_left
from triage.parsers.kit.ocr import of_pages
from triage.parsers.kit.texts import Texts
from triage.parsers.kit.xml_parts import quiet_tree
from triage.parsers.pdf import annotations as actions
from triage.parsers.pdf import files, fonts
from triage.parsers.pdf.annotations import DESCRIPTIONS, Descriptions, add_drawn, page_notes, target
from triage.parsers.pdf.contents import damaged_pages
from triage.parsers.pdf.fonts import MendedFonts
from triage.parsers.pdf.hidden import hidden_text
from triage.parsers.pdf.objects import content, form_parts
from triage.parsers.pdf.opening import OpenedPdf, open_pdf, packet_words, properties, tried
from triage.parsers.pdf.pdfium_ffi import wide
from triage.parsers.pdf.scan import recognise_pages, scan_measure
from triage.parsers.pdf.source import Marks, PdfSource, add_past, marks
from triage.parsers.pdf.text import page_text
from triage.parsers.pdf.witness import Witnesses

TYPE = "application/pdf"
_NAMES = {"files": files.NAMES, "descriptions": DESCRIPTIONS, "actions": actions.NAMES, "fonts": fonts.NAMES}


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
    import pypdfium2.raw as pdfium

    begun = seconds_left()
    texts = Texts(context.limits)
    extract = Extract(TYPE)
    pdf = open_pdf(untrusted_data, context, texts)
    document = pdf.document
    extract.troubles = texts.troubles
    if document is None:
        for value in dict.fromkeys(packet_words(untrusted_data)):
            texts.add("properties", value)
        extract.segments = texts.segments()
        return extract
    source = PdfSource(pdf.data, document, (pdf.password or "", *context.passwords))
    properties(pdfium, document, source, extract, texts)
    named = marks(pdf.data, _NAMES)
    scanned, attached = _read(pdfium, pdf, source, named, context, texts)
    spent, reserve = begun - seconds_left(), begun / 10
    if pdf.data is not untrusted_data or not pdfium.FPDF_DocumentHasValidCrossReferenceTable(document):
        is_whole = b"%%EOF" in untrusted_data[-2048:]
        texts.trouble(*(("damaged", "cross-reference-broken") if is_whole else ("truncated", "pdf-ends-early")))
    scans = recognise_pages(document, scanned)
    for text in scans.texts:
        texts.add("ocr", text, "\n\f")
    extract.properties += scans.properties
    for trouble in scans.troubles:
        texts.add_trouble(trouble)
    if not texts.has_text("body", "annotation", "ocr") and not texts.troubles:
        texts.trouble("no-text", "pages-without-text")
    extract.segments = texts.segments()
    read = partial(_revision, context, reserve)
    if count := add_past(untrusted_data, spent, reserve, extract.segments, read, texts):
        extract.properties.append(("Earlier revisions", str(count)))
        extract.segments += texts.segments()[len(extract.segments) :]
    extract.children = files.files(pdfium, document, attached, source, named["files"], context.limits)
    return extract


def _revision(context: Context, reserve: float, untrusted_data: bytes) -> list[Segment]:
    """Return what an earlier revision says, nothing where the bytes are no whole document."""
    import pypdfium2.raw as pdfium

    pdf = tried(untrusted_data, context)
    if pdf.document is None:
        return []
    texts = Texts(replace(context.limits, gathered=[]))  # what is there now stands by itself
    if pdfium.FPDF_DocumentHasValidCrossReferenceTable(pdf.document):
        # What a person says of a document; the dates and the programs change with each save.
        for name in ("Title", "Author", "Subject", "Keywords"):
            value = wide(pdfium.FPDF_GetMetaText, pdf.document, name.encode())
            texts.add("properties", f"{name}: {value}" if value else "")
        named = marks(untrusted_data, {"descriptions": DESCRIPTIONS, "fonts": fonts.NAMES})
        source = PdfSource(untrusted_data, pdf.document, (pdf.password or "",))
        _read(pdfium, pdf, source, named, context, texts, reserve)
        source.close()
    pdf.document.close()
    return texts.segments()


def _read(
    pdfium: Any,
    pdf: OpenedPdf,
    source: PdfSource,
    named: dict[str, Marks],
    context: Context,
    texts: Texts,
    reserve: float = 0.0,
) -> tuple[dict[int, float], list[Any]]:
    """Add what a document says; return the pages that show pictures of text with what ``scan_measure`` gives of each.

    The handles of files attached to annotations come with them. Pages are counted from 0; where fewer seconds than
    ``reserve`` are left, the rest is passed over.
    """
    pages = MendedFonts(pdfium, pdf.document, source, bool(named["fonts"]), context.limits)
    scanned, attached, drawn = _pages(pdfium, pages, bool(named["descriptions"]), texts, reserve)
    _outline(pdfium, pdf.document, texts)
    if named.get("actions"):
        actions.add_actions(source, named["actions"], context.limits, texts)
    is_xfa = pdfium.FPDF_GetFormType(pdf.document) in (pdfium.FORMTYPE_XFA_FULL, pdfium.FORMTYPE_XFA_FOREGROUND)
    if is_xfa and not _xfa(source, context.limits, texts):
        texts.trouble("unsupported", "xfa-unreadable")
    changeable = tried(pdf.data, context).document if drawn else None
    if changeable is not None:
        add_drawn(pdfium, changeable, drawn, texts)
        changeable.close()
    return scanned, attached


def _pages(
    pdfium: Any, pages: MendedFonts, described: bool, texts: Texts, reserve: float
) -> tuple[dict[int, float], list[Any], dict[int, dict[int, str]]]:
    """Add what the pages say; returns what ``_read`` does, and the annotations whose words are only drawn, by page."""
    descriptions, witnesses = Descriptions(pdfium, pages.document, described), Witnesses(pdfium, pages)
    unread: list[int] = []
    empty: set[int] = set()
    scanned: dict[int, float] = {}
    attached: list[Any] = []
    drawn: dict[int, dict[int, str]] = {}
    count, number = len(pages.document), 0
    texts.reached = lambda: say("place-page", page=number + 1, pages=count)
    for number in range(count):
        document, page, textpage, plain, is_unmapped = loaded = pages.load(number)
        if not textpage:
            unread.append(number + 1)
            continue
        if not plain and not pdfium.FPDFPage_CountObjects(page):
            empty.add(number)
        text, broken = page_text(pdfium, textpage, plain)
        missed = witnesses.missed(number, loaded)
        text = "\n".join(filter(None, (text, *missed.lines)))
        texts.add("body", text, "\n\f")
        for word in broken:
            texts.add("alternative", word)
        for line in (*hidden_text(pdfium, page, textpage), *missed.unseen):
            texts.add("hidden", line)
        measure = scan_measure(pdfium, page, text, is_unmapped)
        if measure is not None:
            scanned[number] = measure
        descriptions.add(page, text, texts)
        attached += page_notes(pdfium, document, page, drawn.setdefault(number, {}), texts)
        pages.close(loaded)
        if texts.full or (reserve and seconds_left() < reserve):
            break
    if damaged := [] if reserve else damaged_pages(pages.source, empty, pages.limits):
        texts.add_trouble(Trouble("damaged", of_pages(damaged, "page-content-damaged", "pages-content-damaged")))
    if unread:
        texts.add_trouble(Trouble("damaged", of_pages(unread, "page-damaged", "pages-damaged")))
    for trouble in witnesses.troubles({*unread, *damaged}):
        texts.add_trouble(trouble)
    return scanned, attached, {number: indexes for number, indexes in drawn.items() if indexes}


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
