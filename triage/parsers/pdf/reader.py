"""PDF files: text of every page, form fields and annotations, outline, properties, attached files.

Read with PDFium (ISO 32000). Scripts are read as hidden text and never run; nothing linked is fetched. A form feed
stands between pages, so that a phrase across pages is found and a hit's page is known.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from triage.messages import say
from triage.model.items import Extract, Segment, Trouble
from triage.parsers.kit import unpacking
from triage.parsers.kit.contract import Context, Data, Limits, Probe, seconds_left
from triage.parsers.kit.ocr import Recognised, Scans, of_pages, read_scans, recognise
from triage.parsers.kit.texts import Texts
from triage.parsers.kit.xml_parts import quiet_tree
from triage.parsers.pdf import fonts
from triage.parsers.pdf.annotations import (
    ACTION_NAMES,
    DESCRIPTIONS,
    FILE_NAMES,
    Descriptions,
    add_actions,
    add_drawn,
    files,
    page_notes,
    target,
)
from triage.parsers.pdf.completeness import CompletenessCheck
from triage.parsers.pdf.fonts import MendedFonts
from triage.parsers.pdf.hidden import hidden_text
from triage.parsers.pdf.objects import Marks, PdfSource, add_past, content, damaged_pages, form_parts, marks
from triage.parsers.pdf.opening import OpenedPdf, open_pdf, packet_words, properties, tried, wide
from triage.parsers.pdf.text import page_text

if TYPE_CHECKING:
    from PIL.Image import Image


# Pages of a PDF that show what their text doesn't say: known by their pictures, drawn and recognised. A page is drawn
# in 250 dots to the inch; the recogniser passes over letters that are enlarged much, so that a page of coarse pictures
# is drawn in their own measure first.

_IMAGE, _PATH, _FORM = 3, 2, 5
_DOTS_PER_INCH = 250
_MOST_PIXELS = 12_000_000
_MOST_OBJECTS, _MOST_INSIDE, _DEEPEST = 5000, 200, 4
_MANY_STROKES = 200  # paths above which a page may show letters that are drawn
_ENOUGH = 200  # characters from which on a page's text is taken to say what it shows
_WORD = re.compile(r"[^\W_]{2,}")
_UNMAPPED = re.compile("[\ufffd\ue000-\uf8ff\x00-\x08\x0e-\x1f]")

# How much larger than its own pixels a picture is drawn: small letters are read better so, and none is passed over.
_ENLARGED = 1.5
_MUCH = 0.8  # the part of 250 dpi below which another drawing is worth its time
_SURE = 85  # percent of confidence from which on a page isn't drawn again
_LARGE = 0.1  # a picture's part of the largest one's area from which on it may hold the page's letters


def scan_measure(pdfium: Any, page: Any, text: str, is_unmapped: bool = False) -> float | None:
    """Return the pixels to the point of the finest large picture, None where a page's text says what it shows.

    It doesn't where a large picture or many strokes stand beside next to no text, or where no font says what a third of
    the text's glyphs mean (``is_unmapped``, or what the text holds). 0 stands for letters that are no picture's.
    """
    text = text.strip()
    is_unmapped = is_unmapped or len(_UNMAPPED.findall(text)) * 3 > len(text)
    if len(text) >= _ENOUGH:
        return 0.0 if is_unmapped else None
    count = min(pdfium.FPDFPage_CountObjects(page), _MOST_OBJECTS)
    shapes = [pdfium.FPDFPage_GetObject(page, index) for index in range(count)]
    many_strokes = [pdfium.FPDFPageObj_GetType(shape) for shape in shapes].count(_PATH) > _MANY_STROKES
    shown = [(shape, list(_pictures(pdfium, shape, 1.0, 0))) for shape in shapes]
    largest = max((_area(pdfium, shape) for shape, pictures in shown if pictures), default=0.0)
    if text:
        is_scan = is_unmapped or largest > 0.4 * pdfium.FPDF_GetPageWidthF(page) * pdfium.FPDF_GetPageHeightF(page)
    else:
        is_scan = many_strokes or any(pictures for _, pictures in shown)
    if not is_scan:
        return None
    if many_strokes or is_unmapped:
        return 0.0
    sizes = [size for _, pictures in shown for size in pictures]
    least = _LARGE * max((area for area, _ in sizes), default=0.0)
    return math.sqrt(max((pixels / area for area, pixels in sizes if area > least), default=0.0))


def _area(pdfium: Any, shape: Any) -> float:
    sides = [ctypes.c_float() for _ in range(4)]
    if not pdfium.FPDFPageObj_GetBounds(shape, *sides):
        return 0.0
    left, bottom, right, top = (side.value for side in sides)
    return abs((right - left) * (top - bottom))


def _pictures(pdfium: Any, shape: Any, grown: float, depth: int) -> Iterator[tuple[float, int]]:
    """Yield the area in square points and the number of pixels of each picture, which is ``grown`` by its forms."""
    kind = pdfium.FPDFPageObj_GetType(shape)
    if kind == _IMAGE:
        wide, high = ctypes.c_uint(), ctypes.c_uint()
        pdfium.FPDFImageObj_GetImagePixelSize(shape, wide, high)
        yield _area(pdfium, shape) * grown, wide.value * high.value
    elif kind == _FORM and depth < _DEEPEST:
        matrix = pdfium.FS_MATRIX(1, 0, 0, 1, 0, 0)
        pdfium.FPDFPageObj_GetMatrix(shape, matrix)
        grown *= abs(matrix.a * matrix.d - matrix.b * matrix.c)
        for index in range(min(pdfium.FPDFFormObj_CountObjects(shape), _MOST_INSIDE)):
            yield from _pictures(pdfium, pdfium.FPDFFormObj_GetObject(shape, index), grown, depth + 1)


def drawn_scan(pdfium: Any, page: Any, text: str) -> Image | None:
    """Return a page of pypdfium2 as it is drawn to be recognised, None where its ``text`` says what it shows."""
    measure = scan_measure(pdfium, page.raw, text)
    return None if measure is None else _draw(page, _scales(page, measure)[0])


def _draw(page: Any, scale: float) -> Image:
    picture: Image = page.render(scale=scale, grayscale=True, may_draw_forms=False).to_pil()
    return picture


def recognise_pages(document: Any, measures: dict[int, float]) -> Scans:
    """Return what scanned pages say; ``measures`` has what ``scan_measure`` gives of each, by its number from 0."""
    import pypdfium2

    def page(number: int, seconds: float) -> Recognised | None:
        try:
            return _recognised(document[number], measures[number], seconds)
        except (pypdfium2.PdfiumError, ValueError):
            return None

    return read_scans(page, list(measures))


def _recognised(page: Any, measure: float, seconds: float) -> Recognised | None:
    """Return the text of a page, None where it takes too long. Raises PdfiumError or ValueError."""
    best: Recognised | None = None
    scales = _scales(page, measure)
    try:
        for scale in scales:
            recognised = recognise(_draw(page, scale), seconds / len(scales))
            if recognised and (best is None or _worth(recognised) > _worth(best)):
                best = recognised
            if recognised and recognised.confidence >= _SURE:
                break
    finally:
        page.close()
    return best


def _worth(recognised: Recognised) -> int:
    return recognised.confidence * sum(map(len, _WORD.findall(recognised.text)))


def _scales(page: Any, measure: float) -> list[float]:
    """Return the dots to the point in which a page is drawn, in the order in which they are tried."""
    width, height = page.get_size()
    finest = min(_DOTS_PER_INCH / 72, (_MOST_PIXELS / max(width * height, 1.0)) ** 0.5)
    coarse = max(measure * _ENLARGED, 1.0)
    return [coarse, finest] if measure and coarse < finest * _MUCH else [finest]


TYPE = "application/pdf"
_NAMES = {"files": FILE_NAMES, "descriptions": DESCRIPTIONS, "actions": ACTION_NAMES, "fonts": fonts.NAMES}


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
    extract.children = files(pdfium, document, attached, source, named["files"], context.limits)
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
        source.closing.close()
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
        add_actions(source, named["actions"], context.limits, texts)
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
    descriptions, completeness = Descriptions(pdfium, pages.document, described), CompletenessCheck(pdfium, pages)
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
        missed = completeness.missed(number, loaded)
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
    for trouble in completeness.troubles({*unread, *damaged}):
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
