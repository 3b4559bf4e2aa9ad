"""Fonts from which PDFium doesn't learn what their glyphs mean, though a reader of their objects can know it.

ISO 32000-1 9.10.2: a font's ToUnicode map says it, or the names of its glyphs. Where PDFium doesn't know them ("f_f_i",
glyphs that are only counted, Symbol as TrueType, maps without blanks), pages are read in a copy whose maps say it.
"""

from __future__ import annotations

import contextlib
import re
import struct
import unicodedata
from collections.abc import Iterator
from functools import cached_property
from itertools import islice, repeat
from typing import Any, NamedTuple

from triage.files import rows
from triage.parsers.kit.contract import Limits, seconds_left
from triage.parsers.kit.unpacking import UnpackingBudget
from triage.parsers.pdf.objects import LARGEST_COPY, PdfSource, content, dictionary_in, opened, qpdf, saved, text
from triage.parsers.pdf.opening import handle, unchecked
from triage.parsers.pdf.text import plain_text

# What the names of glyphs mean: ISO 32000-1 annex D, and how such names are put together. A name may be a character's
# own ("eacute"), several with low lines between them ("f_f_i"), or a number ("uni00E9"); what follows a full stop says
# how it is drawn ("a.sc"). Names that only count glyphs ("g17", "c232") mean nothing.

_NAMED = {name: chr(int(number, 16)) for name, number in rows(__name__, "glyph_names.tsv")}
_MARKS = (
    "grave acute circumflex tilde macron breve dotaccent dieresis ring hungarumlaut caron cedilla commaaccent ogonek"
)
_ACCENTS = dict(
    zip(
        _MARKS.split(),
        "\u0300\u0301\u0302\u0303\u0304\u0306\u0307\u0308\u030a\u030b\u030c\u0327\u0327\u0328",
        strict=True,
    )
)
_ACCENTED = re.compile(f"([A-Za-z])({'|'.join(_ACCENTS)})")
_NUMBERED = re.compile(r"(?:uni|u)([0-9A-F]{4})")


def meaning(name: str) -> str:
    """Return the characters that a glyph's name means, "" where it doesn't say."""
    characters = [_character(part) for part in name.partition(".")[0].split("_")]
    return "".join(characters) if all(characters) else ""


def _character(name: str) -> str:
    if len(name) == 1 or not name:
        return name
    if match := _NUMBERED.fullmatch(name):
        return chr(int(match[1], 16)) if int(match[1], 16) < 0xD800 else ""
    if match := _ACCENTED.fullmatch(name):
        return unicodedata.normalize("NFC", match[1] + _ACCENTS[match[2]])
    if name in _NAMED:
        return _NAMED[name]
    size = "CAPITAL" if name[0].isupper() else "SMALL"
    try:
        return unicodedata.lookup(f"GREEK {size} LETTER {name.upper()}")
    except KeyError:
        return ""


# What the glyphs of an embedded TrueType or OpenType font mean, by its own character map. OpenType 1.9, "cmap": formats
# 0, 4, 6 and 12. A font program comes in, the characters by the numbers of the glyphs go out; of several characters the
# first one counts. Nothing is drawn.

_MOST_TABLES, _MOST_GLYPHS = 64, 70_000
# Platforms and encodings, those of all characters first; (3, 0) is a symbol font, (1, 0) Apple's Roman.
_BEST = ((3, 10), (0, 4), (0, 6), (3, 1), (0, 3), (0, 2), (0, 1), (0, 0), (3, 0), (1, 0))


def meanings(untrusted_font: bytes) -> dict[int, str]:
    """Return the character of each glyph, nothing where the font has no character map or a broken one."""
    with contextlib.suppress(struct.error, UnicodeDecodeError):
        (count,) = struct.unpack_from(">H", untrusted_font, 4)
        for index in range(min(count, _MOST_TABLES)):
            tag, _, start, length = struct.unpack_from(">4sIII", untrusted_font, 12 + 16 * index)
            if tag == b"cmap":
                return _mapped(untrusted_font[start : start + length])
    return {}


def _mapped(table: bytes) -> dict[int, str]:
    (count,) = struct.unpack_from(">H", table, 2)
    entries = [struct.unpack_from(">HHI", table, 4 + 8 * index) for index in range(min(count, _MOST_TABLES))]
    starts = {(platform, encoding): start for platform, encoding, start in entries}
    kind = next((kind for kind in _BEST if kind in starts), None)
    glyphs: dict[int, str] = {}
    for code, glyph in _pairs(table[starts[kind] :]) if kind else ():
        if kind == (1, 0):
            character = bytes([code]).decode("mac-roman") if code < 256 else ""
        else:
            character = chr(code & 0xFF if kind == (3, 0) and code >> 8 == 0xF0 else code)
        if glyph and character.isprintable() and len(glyphs) < _MOST_GLYPHS:
            glyphs.setdefault(glyph, character)
    return glyphs


def _pairs(table: bytes) -> Iterator[tuple[int, int]]:
    (form,) = struct.unpack_from(">H", table)
    if form == 0:
        yield from enumerate(table[6:262])
    elif form == 4:
        yield from _segments(table)
    elif form == 6:
        first, count = struct.unpack_from(">HH", table, 6)
        yield from enumerate(struct.unpack_from(f">{count}H", table, 10), first)
    elif form == 12:
        (groups,) = struct.unpack_from(">I", table, 12)
        left = _MOST_GLYPHS
        for index in range(min(groups, _MOST_GLYPHS)):
            first, last, glyph = struct.unpack_from(">III", table, 16 + 12 * index)
            last = min(last, first + left, 0x10FFFF)
            left -= max(0, last - first)
            yield from zip(range(first, last + 1), range(glyph, 0xFFFF), strict=False)


def _segments(table: bytes) -> Iterator[tuple[int, int]]:
    (twice,) = struct.unpack_from(">H", table, 6)
    ends, starts = (struct.unpack_from(f">{twice // 2}H", table, at) for at in (14, 16 + twice))
    deltas, offsets = (struct.unpack_from(f">{twice // 2}H", table, at) for at in (16 + 2 * twice, 16 + 3 * twice))
    left = _MOST_GLYPHS
    for index, (start, end, delta, offset) in enumerate(zip(starts, ends, deltas, offsets, strict=True)):
        for code in range(start, min(end, start + left, 0xFFFE) + 1):
            glyph = code
            if offset:
                (glyph,) = struct.unpack_from(">H", table, 16 + 3 * twice + 2 * index + offset + 2 * (code - start))
            yield code, (glyph + delta) & 0xFFFF if glyph else 0
        left -= max(0, end - start)


NAMES = rb"(?:BaseFont ?/Symbol|[A-Za-z]_[A-Za-z](?=[\s\0/%\]_.]))"
"""The font Symbol, and a glyph of several letters; what may follow its name keeps out nearly all of packed bytes."""

# What stands inside a word where PDFium gives the first codes of a font for its accented letters.
_CODE = re.compile(r"[!-%](?<=[^\W\d_].)(?=[^\W\d_])")
# What is in a file that may have fonts whose glyphs PDFium is asked about: two kinds, and objects that are packed.
_ASKED = re.compile(rb"/(?:Type[03]|ObjStm)\b")
_SAMPLE, _MOST_OBJECTS, _MOST_ROWS, _LONGEST_TABLE = 40, 100_000, 100, 1 << 17
_SYMBOL = re.compile(r"/(?:[A-Z]{6}\+)?Symbol(?:MT)?\b")
# Fonts whose glyphs from the third on are the characters of ASCII, and how much less their numbers are.
_COUNTED = re.compile(
    r"arial|timesnewroman|couriernew|verdana|tahoma|georgia|trebuchet|helvetica|opensans", re.IGNORECASE
)
_ASCII_FROM = 29
_KNOWN_ORDERINGS = ("Japan1", "GB1", "CNS1", "Korea1")  # collections of characters (9.7.3) that PDFium knows
_MAPS = re.compile(rb"beginbf(?:char|range)")
# A word of a map with which the next one is written in one.
_GLUED = re.compile(
    rb"(?:range|char|cmap|def|\d)(?=(?:begin|end)(?:bf|codespace|cmap))|end(?:codespacerange|bfchar|bfrange)(?=\d)"
)


class LoadedPage(NamedTuple):
    """A page and its text, None where it can't be read; ``document`` is the one that it belongs to."""

    document: Any
    page: Any
    text: Any
    plain: str = ""  # the text as PDFium gives it
    is_unmapped: bool = False  # whether it isn't known what a good part of its glyphs means


class MendedFonts:
    """Loads a document's pages, from a copy with mended fonts where it needs one; ``suspected`` pages all do."""

    def __init__(self, pdfium: Any, document: Any, source: PdfSource, suspected: bool, limits: Limits) -> None:
        self._pdfium = pdfium
        self.document = document
        self.source = source
        self._suspected = suspected
        self.limits = limits
        self._asks = _ASKED.search(source.data) is not None
        self._unknown = False

    def load(self, number: int) -> LoadedPage:
        page = None if self._suspected else self._loaded(self.document, number)
        if page and not (page.text and (_holds_codes(page.plain) or (self._asks and self._share_unmapped(page.text)))):
            return page
        mended = self._loaded(self._copy, number) if self._copy else None
        if mended and mended.text:
            if page:
                self.close(page)
            page = mended
        page = page or self._loaded(self.document, number)
        return page._replace(is_unmapped=self._unknown and self._share_unmapped(page.text) > 1 / 3)

    def close(self, page: LoadedPage) -> None:
        self._pdfium.FPDFText_ClosePage(page.text)
        self._pdfium.FPDF_ClosePage(page.page)

    def _loaded(self, document: Any, number: int) -> LoadedPage:
        page = self._pdfium.FPDF_LoadPage(document, number)
        text = self._pdfium.FPDFText_LoadPage(page) if page else None
        return LoadedPage(document, page, text, plain_text(self._pdfium, text) if text else "")

    def _share_unmapped(self, textpage: Any) -> float:
        """Return the part of a page's characters, of which some are looked at, that no font maps."""
        count = self._pdfium.FPDFText_CountChars(textpage) if textpage else 0
        looked_at = range(0, count, max(1, count // _SAMPLE))
        unmapped = map(unchecked(self._pdfium).FPDFText_HasUnicodeMapError, repeat(handle(textpage)), looked_at)
        return sum(map(bool, unmapped)) / max(1, len(looked_at))

    def pdf_of(self, document: Any) -> Any:
        """Return a document of which a page was loaded as qpdf reads it, None where qpdf can't."""
        return self.source.pdf if document is self.document else self._mended_pdf

    @cached_property
    def _mended_pdf(self) -> Any:
        pdf = opened(self._mended)
        self.source.closing.callback(pdf.close)
        return pdf

    @cached_property
    def _copy(self) -> Any:
        """The document with mended fonts, closed with its source; None where nothing can be mended."""
        if not self._mended:
            return None
        import pypdfium2

        document = pypdfium2.PdfDocument(self._mended)
        document.init_forms()
        self.source.closing.callback(document.close)
        return document

    @cached_property
    def _mended(self) -> bytes:
        source = self.source
        if len(source.data) > LARGEST_COPY:
            return b""
        with contextlib.suppress(qpdf().PikepdfError), opened(source.data, source.passwords) as pdf:
            budget = UnpackingBudget(self.limits)
            dictionaries = (one for one in islice(pdf.objects, _MOST_OBJECTS) if isinstance(one, qpdf().Dictionary))
            fonts = [one for one in dictionaries if one.get("/Type") == "/Font" and "/Subtype" in one]
            reserve = seconds_left() / 2
            changed = [_mend(pdf, font, budget) for font in fonts if seconds_left() > reserve]
            self._unknown = any(_is_counted(font) and "/ToUnicode" not in font for font in fonts)
            if any(changed):
                return saved(pdf, encryption=False)
        return b""


def _holds_codes(text: str) -> bool:
    """Whether PDFium gives codes for characters in a text, as far as that is to be seen in it."""
    if not text.isascii() or text.replace("\r\n", "").isprintable():
        return any(sign in text for sign in '!"#$%') and _CODE.search(text) is not None
    return True


def _mend(pdf: Any, font: Any, budget: UnpackingBudget) -> bool:
    pikepdf = qpdf()
    own_map = font.get("/ToUnicode")
    before = (content(own_map, budget, "ToUnicode")[0] or b"") if isinstance(own_map, pikepdf.Stream) else b""
    if _MAPS.search(before):
        after = _GLUED.sub(rb"\g<0> ", before)
    elif _is_counted(font):
        after = _glyphs(font, budget)
    elif _is_symbol(font):
        _use_own_symbol(font)
        return True
    else:
        after = _letters(font)
    if not after or after == before:
        return False
    font["/ToUnicode"] = pdf.make_stream(after)
    return True


def _use_own_symbol(font: Any) -> None:
    """Make a font the Symbol that each reader has (9.6.2.2), with the encoding that it has of its own."""
    for key in ("/Encoding", "/FontDescriptor"):
        if key in font:
            del font[key]
    font["/Subtype"], font["/BaseFont"] = qpdf().Name.Type1, qpdf().Name.Symbol


def _name(one: Any) -> str:
    """Return a name as it is written, "" for any other object."""
    return one.unparse().decode("latin-1") if isinstance(one, qpdf().Name) else ""


def _program(font: Any) -> Any:
    """Return the stream of an embedded font, None where there is none."""
    descriptor = dictionary_in(font, "/FontDescriptor")
    streams = (descriptor.get(key) for key in ("/FontFile2", "/FontFile3", "/FontFile"))
    return next((stream for stream in streams if isinstance(stream, qpdf().Stream)), None)


def _is_symbol(font: Any) -> bool:
    """Whether a font is the reader's own Symbol, with an encoding by name at most."""
    is_simple = font.get("/Subtype") in ("/TrueType", "/Type1") and _SYMBOL.match(_name(font.get("/BaseFont")))
    return bool(is_simple) and _program(font) is None and not isinstance(font.get("/Encoding"), qpdf().Dictionary)


def _is_counted(font: Any) -> bool:
    """Whether a font's codes are the numbers of its glyphs."""
    is_identity = font.get("/Subtype") == "/Type0" and font.get("/Encoding") in ("/Identity-H", "/Identity-V")
    if not is_identity or isinstance(font.get("/ToUnicode"), qpdf().Name):  # the codes are those of Unicode then
        return False
    ordering = dictionary_in(dictionary_in(font, "/DescendantFonts"), "/CIDSystemInfo").get("/Ordering")
    return text(ordering) not in _KNOWN_ORDERINGS


def _glyphs(font: Any, budget: UnpackingBudget) -> bytes:
    """Return the map of a font whose glyphs are counted, by the font's own, b"" where that can't be known."""
    descendant = dictionary_in(font, "/DescendantFonts")
    program, table = _program(descendant), descendant.get("/CIDToGIDMap")
    is_usual = _COUNTED.search(re.sub("-|#20", "", _name(font.get("/BaseFont")))) is not None
    usual = {glyph: chr(glyph + _ASCII_FROM) for glyph in range(3, 98)} if is_usual else {}
    characters = usual if program is None else meanings(content(program, budget, "font")[0] or b"")
    if isinstance(table, qpdf().Stream):
        packed = (content(table, budget, "CIDToGIDMap")[0] or b"")[:_LONGEST_TABLE]
        numbers = struct.unpack(f">{len(packed) // 2}H", packed[: len(packed) & ~1])
        characters = {code: characters[glyph] for code, glyph in enumerate(numbers) if glyph in characters}
        is_usual = is_usual and any(numbers[:32])  # else the codes are those of Unicode
    if program is not None and is_usual:  # a part of a font keeps the numbers of the whole one as its codes
        characters = usual | characters
    return _map(characters, 4)


def _differences(font: Any) -> dict[int, str]:
    """Return the names of glyphs by their codes, as far as a font's encoding has them (9.6.6)."""
    listed = dictionary_in(font, "/Encoding").get("/Differences")
    code, names = 0, dict[int, str]()
    for entry in listed if isinstance(listed, qpdf().Array) else ():
        if isinstance(entry, int):
            code = entry
        elif 0 <= code < 256:
            names[code] = _name(entry).removeprefix("/")
            code += 1
    return names


def _letters(font: Any) -> bytes:
    """Return the map of a font's glyphs by their names, b"" where it has none that PDFium doesn't know or ask for."""
    is_drawn = font.get("/Subtype") == "/Type3"
    names = {code: name for code, name in _differences(font).items() if is_drawn or "_" in name}
    meant = {code: meaning(name) for code, name in names.items()}
    return _map({code: characters for code, characters in meant.items() if characters}, 2)


def _map(characters: dict[int, str], width: int) -> bytes:
    rows = [f"<{code:0{width}x}> <{text.encode('utf-16-be').hex()}>\n" for code, text in characters.items()]
    some = (rows[at : at + _MOST_ROWS] for at in range(0, len(rows), _MOST_ROWS))
    blocks = "".join(f"{len(part)} beginbfchar\n{''.join(part)}endbfchar\n" for part in some)
    space = f"1 begincodespacerange\n<{'0' * width}> <{'f' * width}>\nendcodespacerange\n"
    return f"/CIDInit /ProcSet findresource begin\nbegincmap\n{space}{blocks}endcmap\nend".encode() if rows else b""
