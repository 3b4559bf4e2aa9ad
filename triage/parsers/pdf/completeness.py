"""Whether all that a page shows came back from PDFium, and what didn't.

PDFium leaves out text without width, as in the recognised text of scans and in Chinese, Japanese and Korean forms. qpdf
reads which text operators a page has (``Show``), PDFium how many characters each gave, in one order. What is missing is
decoded and given in lines; what can't be is counted.
"""

from __future__ import annotations

import ctypes
import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from itertools import repeat, takewhile
from typing import Any, NamedTuple

from triage.model.items import Trouble
from triage.parsers.kit.contract import Limits, seconds_left
from triage.parsers.kit.ocr import of_pages
from triage.parsers.kit.unpacking import UnpackingBudget
from triage.parsers.pdf.fonts import LoadedPage, MendedFonts
from triage.parsers.pdf.objects import Key, content, dictionary_in, qpdf, saved, text
from triage.parsers.pdf.opening import Handle, OutValues, handle, unchecked

# What a page's content streams show: each text operator's codes with their font, in the order of drawing. ISO 32000-1
# 9.4.3 (text operators), 8.10 (forms) and 7.8.3 (resources). Streams and resources come from qpdf, not from PDFium, so
# that what PDFium passes over can be counted. Only the operators that choose a font or show something are looked at,
# found by an expression: qpdf's list of all operators takes four times as long. Where and how large text stands is
# asked of PDFium. Patterns and the glyphs of Type 3 fonts aren't looked into.

_FLAT = rb"[^()\\]++|\\."
_INNER = rb"\((?:%s|\((?:%s)*+\))*+\)" % (_FLAT, _FLAT)
_LITERAL = rb"\((?:%s|%s)*+\)" % (_FLAT, _INNER)
_HEX = rb"<[0-9A-Fa-f\s\0]*+>"
_REST = (
    rb"(?:[-+.\d\s\0]++|(?:[mlcvyhSsfFBbnWwJjMdikKgG]|re|cm|BT|ET|T[dDmcwLrsz*]|rg|RG|scn?|SCN?|cs|CS|[fBbW]\*)"
    rb"(?![^\s\0()<>\[\]{}/%]))++"
)
# What needn't be looked at, most of it in one piece; strings and lists of them, brackets three deep; names; operators
# and other words; comments (7.2 and 7.3).
_TOKEN = re.compile(
    rb"%s|(%s|%s|\[(?:[^\[\]()<>%%]++|%s|%s)*+\])" % (_REST, _LITERAL, _HEX, _LITERAL, _HEX)
    + rb"|(/[^\s\0()<>\[\]{}/%]*+)|([^\s\0()<>\[\]{}/%]++)|%[^\r\n]*+|.",
    re.DOTALL,
)
_OPERAND, _NAME = 1, 2
_INLINE = re.compile(rb"(?<![^\s\0])BI[\s\0].*?[\s\0]ID[\s\0].*?[\s\0]EI(?![^\s\0])", re.DOTALL)
_STRINGS = re.compile(rb"\(((?:%s|%s)*+)\)|<([0-9A-Fa-f\s\0]*+)>" % (_FLAT, _INNER), re.DOTALL)
_ESCAPE = re.compile(rb"\\(?:[0-7]{1,3}|\r\n|.)", re.DOTALL)
_FILLED = re.compile(rb"\((?!\))|<[\s\0]*[0-9A-Fa-f]")
_LARGEST_CONTENT = 32 << 20
_MOST_SHOWS, _MOST_FORMS, _DEEPEST, _MOST_PARENTS = 200_000, 2000, 30, 50
_WORD_GAP = -180  # thousandths of the font's size: what moves the next letters on by more than this stands for a blank


class UncountedError(Exception):
    """What a page shows can't be counted: qpdf can't read its content, or it is over a limit; the code says which."""


class Show(NamedTuple):
    """What one text operator shows."""

    font: Any  # the font's dictionary, None where the content names one that isn't there, or none
    operand: bytes  # a string, or a list of strings and numbers, as it is written
    is_drawn: bool = True  # whether a font was chosen before: without one, readers draw nothing
    actual_text: str = ""  # what the content says should be read instead (14.9.4)

    @property
    def length(self) -> int:
        """How many bytes the codes have; blanks in simple fonts don't count."""
        operand = self.operand if b"\\" not in self.operand else _ESCAPE.sub(b"x", self.operand)
        count = 0
        for one, other in _STRINGS.findall(operand):
            count += len(one) - one.count(b" ") + (len(other) + 1) // 2
        return count

    def parts(self) -> Iterator[bytes | None]:
        """Yield the strings of codes; None stands for a gap as wide as a blank."""
        pikepdf = qpdf()
        operand = pikepdf.Object.parse(self.operand)
        for one in operand if isinstance(operand, pikepdf.Array) else [operand]:
            if isinstance(one, pikepdf.String):
                yield bytes(one)
            elif float(one) < _WORD_GAP:
                yield None


def shows(page: Any, limits: Limits) -> list[Show]:
    """Return what a page shows, forms included. Raises UncountedError."""
    pikepdf = qpdf()
    walk = _ContentWalk(limits)
    try:
        contents = page.get("/Contents")
        streams = list(contents) if isinstance(contents, pikepdf.Array) else [contents]
        walk.add([one for one in streams if isinstance(one, pikepdf.Stream)], _resources(page), _UNSET, 0)
    except (pikepdf.PikepdfError, ValueError, TypeError) as error:
        raise UncountedError("damaged") from error
    return walk.found


def _resources(page: Any) -> Any:
    """Return a page's resources, which it may have from a node over it (7.7.3.4)."""
    pikepdf = qpdf()
    for _ in range(_MOST_PARENTS):
        if "/Resources" in page or not isinstance(page.get("/Parent"), pikepdf.Dictionary):
            break
        page = page.Parent
    return dictionary_in(page, "/Resources")


_UNSET = object()  # the font of content that has chosen none


class _ContentWalk:
    def __init__(self, limits: Limits) -> None:
        self.found: list[Show] = []
        self._forms = 0
        self._actual_texts: list[str] = []
        self._budget = UnpackingBudget(limits)
        self._read: dict[tuple[int, int], bytes] = {}

    def add(self, streams: list[Any], resources: Any, font: Any, depth: int) -> None:
        data, fonts, outer_fonts = self._content(streams), dictionary_in(resources, "/Font"), list[Any]()
        operand = name = b""
        before = 0
        for token in _TOKEN.finditer(data):
            kind = token.lastindex
            if kind is None:
                continue
            if kind == _OPERAND:
                operand = token[0]
            elif kind == _NAME:
                name = token[0]
            elif (operator := token[0]) in _OPERATORS:
                if operator in _SHOWING:
                    if _FILLED.search(operand):
                        instead = next(filter(None, reversed(self._actual_texts)), "")
                        self.found.append(Show(None if font is _UNSET else font, operand, font is not _UNSET, instead))
                elif operator == b"q":
                    outer_fonts.append(font)
                elif operator == b"Q":
                    font = outer_fonts.pop() if outer_fonts else font
                elif operator == b"Tf":
                    font = _dictionary(fonts.get(_text(name)))
                elif operator == b"Do":
                    self._form(dictionary_in(resources, "/XObject").get(_text(name)), resources, font, depth)
                elif operator == b"gs":
                    font = _chosen(dictionary_in(dictionary_in(resources, "/ExtGState"), _text(name)), font)
                else:
                    self._mark(operator, data[before : token.start()], name, resources)
                operand, before = b"", token.end()
        if len(self.found) > _MOST_SHOWS:
            raise UncountedError("limit-count")

    def _form(self, form: Any, resources: Any, font: Any, depth: int) -> None:
        pikepdf = qpdf()
        if not isinstance(form, pikepdf.Stream) or form.get("/Subtype") != "/Form":
            return
        self._forms += 1
        if depth >= _DEEPEST or self._forms > _MOST_FORMS:
            raise UncountedError("limit-count")
        own = form.get("/Resources")
        self.add([form], own if isinstance(own, pikepdf.Dictionary) else resources, font, depth + 1)

    def _mark(self, operator: bytes, operands: bytes, name: bytes, resources: Any) -> None:
        """Note what marked content says of itself (14.6)."""
        if operator == b"EMC":
            del self._actual_texts[-1:]
            return
        one = None
        if operator == b"BDC" and (at := operands.find(b"<<")) >= 0:
            one = _dictionary(qpdf().Object.parse(operands[at:])) if b"ActualText" in operands else None
        elif operator == b"BDC":
            one = dictionary_in(dictionary_in(resources, "/Properties"), _text(name))
        self._actual_texts.append("" if one is None else text(one.get("/ActualText")))

    def _content(self, streams: list[Any]) -> bytes:
        """Return what streams hold, without pictures among the operators (8.9.7)."""
        key = streams[0].objgen if len(streams) == 1 else (0, 0)
        if key in self._read:  # a form that is drawn several times
            return self._read[key]
        data = b"\n".join(content(stream, self._budget, "content")[0] or b"" for stream in streams)
        if len(data) > _LARGEST_CONTENT:
            raise UncountedError("limit-size")
        if b"BI" in data and b"EI" in data:
            data = _INLINE.sub(b" ", data)
        if key != (0, 0):
            self._read[key] = data
        return data


_SHOWING = frozenset((b"Tj", b"TJ", b"'", b'"'))
_OPERATORS = _SHOWING | {b"q", b"Q", b"Tf", b"Do", b"gs", b"BMC", b"BDC", b"EMC"}


def _text(name: bytes) -> str:
    """Return a name as the dictionaries of resources have it, "/" where it isn't one."""
    if b"#" in name:
        return str(qpdf().Object.parse(name))
    return name.decode("latin-1") or "/"


def _dictionary(one: Any) -> Any:
    return one if isinstance(one, qpdf().Dictionary) else None


def _chosen(state: Any, font: Any) -> Any:
    """Return the font that a graphics state sets (8.4.5), or the one in use before."""
    chosen = state.get("/Font")
    is_set = isinstance(chosen, qpdf().Array) and len(chosen) and isinstance(chosen[0], qpdf().Dictionary)
    return chosen[0] if is_set else font


# What the codes of a PDF's fonts mean, each asked of PDFium on a page of its own. There, codes stand in a size and at a
# place where PDFium leaves none out, whatever the page they come from does to them. So maps in the file, the predefined
# ones of Chinese, Japanese and Korean (ISO 32000-1 9.7.5.2), encodings and names of glyphs are read by one reader. Only
# where a string is divided into codes is known here.

_ONE, _TWO = rb".", rb"..?"
_EUC = rb"[\x81-\xfe].|."
# How the codes of the predefined CMaps (table 118) are divided, by parts of their names (all others have two bytes),
# and the character set of those whose meaning PDFium doesn't know.
_PREDEFINED = (
    (r"Uni.*UTF16", rb"[\xd8-\xdb].[\xdc-\xdf].|..?", "utf-16-be"),
    (r"Uni.*UTF8", rb"[\xf0-\xf7]...|[\xe0-\xef]..|[\xc0-\xdf].|.", "utf-8"),
    (r"Uni.*UTF32", rb".{1,4}", "utf-32-be"),
    (r"Uni", _TWO, "utf-16-be"),
    (r"RKSJ", rb"[\x81-\x9f\xe0-\xfc].|.", "cp932"),
    (r"CNS-EUC", rb"\x8e...|[\xa1-\xfe].|.", ""),
    (r"GBK2K", rb"[\x81-\xfe][0-9][\x81-\xfe][0-9]|[\x81-\xfe].|.", "gb18030"),
    (r"GB", _EUC, "gb18030"),
    (r"B5", _EUC, "big5hkscs"),
    (r"KSC", _EUC, "cp949"),
    (r"EUC", _EUC, "euc_jp"),
)
# Those predefined CMaps that PDFium doesn't know.
_NEW = re.compile(r"/(?:Uni.*(?:UTF8|UTF32|2004|X0213)|GBT|RKSJ-[HV]$)")
_SPACES = re.compile(rb"begincodespacerange(.*?)endcodespacerange", re.DOTALL)
_RANGE = re.compile(rb"<\s*([0-9A-Fa-f]{2,8})\s*>\s*<\s*([0-9A-Fa-f]{2,8})\s*>")
_VERTICAL = re.compile(rb"/WMode\s+1\b")
_MOST_RANGES, _MOST_CODES, _MOST_KEPT = 100, 60_000, 20_000
_FONT = "/Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding"


class Decoder:
    """Gives the text of what is shown in a document; each code of a font is looked up once."""

    def __init__(self, pdfium: Any, pdf: Any, limits: Limits) -> None:
        self._pdfium = pdfium
        self._pdf = pdf
        self._limits = limits
        self._known: dict[Any, dict[bytes, str | None]] = {}
        self._codes: dict[Any, re.Pattern[bytes]] = {}
        self._decoded: dict[tuple[Any, bytes], tuple[str, int]] = {}

    def texts(self, shows: Iterable[Show]) -> list[tuple[str, int]]:
        """Return what each of some shows means, and how many of its codes have no known meaning."""
        listed = [(_key(show.font), show) for show in shows]
        if len(self._decoded) > _MOST_KEPT:
            self._decoded.clear()
        divided: dict[Any, list[list[bytes] | None]] = {}
        wanted: dict[Any, tuple[Any, dict[bytes, None]]] = {}
        for key, show in listed:
            which = key, show.operand
            if which in self._decoded or which in divided:
                continue
            if key not in self._codes:
                self._codes[key] = re.compile(self._division(show.font), re.DOTALL)
            divided[which] = [None if part is None else self._codes[key].findall(part) for part in show.parts()]
            known = self._known.setdefault(key, {})
            if new := {code: None for part in divided[which] for code in part or () if code not in known}:
                wanted.setdefault(key, (show.font, {}))[1].update(new)
        if wanted:
            self._ask({key: (font, [*codes][:_MOST_CODES]) for key, (font, codes) in wanted.items()})
        for key, (font, codes) in wanted.items():
            _, charset = _predefined(font)
            for code in codes if charset and "/ToUnicode" not in font else ():
                if self._known[key].get(code) is None or is_new(font):
                    self._known[key][code] = code.decode(charset, "ignore") or None
        self._decoded |= {which: self._text(self._known[which[0]], parts) for which, parts in divided.items()}
        return [self._decoded[key, show.operand] for key, show in listed]

    @staticmethod
    def _text(known: dict[bytes, str | None], parts: list[list[bytes] | None]) -> tuple[str, int]:
        unknown = sum(known.get(code) is None for part in parts for code in part or ())
        pieces = (" " if part is None else "".join(known.get(code) or "" for code in part) for part in parts)
        return "".join(pieces), unknown

    def _division(self, font: Any) -> bytes:
        """Return the pattern of a font's codes (9.7.6.2)."""
        pikepdf = qpdf()
        if font is None or font.get("/Subtype") != "/Type0":
            return _ONE
        encoding = font.get("/Encoding")
        if not isinstance(encoding, pikepdf.Stream):
            return _predefined(font)[0]
        rows = _SPACES.findall(self._content(encoding))
        ranges = sorted(_RANGE.findall(b" ".join(rows))[:_MOST_RANGES], key=lambda pair: len(pair[0]))
        pairs = (
            (bytes.fromhex(low.decode()), bytes.fromhex(high.decode())) for low, high in ranges if not len(low) % 2
        )
        patterns = [
            b"".join(
                b"[%s-%s]" % (re.escape(bytes([a])), re.escape(bytes([max(a, b)]))) for a, b in zip(*pair, strict=False)
            )
            for pair in pairs
        ]
        return b"|".join((*patterns, _ONE)) if patterns else _TWO

    def _content(self, stream: Any) -> bytes:
        return content(stream, UnpackingBudget(self._limits), "CMap")[0] or b""

    def _ask(self, wanted: dict[Any, tuple[Any, list[bytes]]]) -> None:
        """Look up what codes of fonts mean: each is shown twice, so that what it stands for is as wide as a letter."""
        import pypdfium2

        data = self._page([*wanted.values()])
        order = [(key, code) for key, (_, codes) in wanted.items() for code in codes]
        for key, code in order:
            self._known[key][code] = None
        document = pypdfium2.PdfDocument(data)
        try:
            self._read(document, order)
        finally:
            document.close()

    def _page(self, fonts: list[tuple[Any, list[bytes]]]) -> bytes:
        pikepdf = qpdf()
        with pikepdf.new() as pdf:
            page = pdf.add_blank_page(page_size=(14400, 14400))
            named = {f"/F{number}": self._plain(pdf, font) for number, (font, _) in enumerate(fonts)}
            page.obj.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(named))
            lines = [b"BT 1 0 0 1 7200 7200 Tm"]
            for number, (_, codes) in enumerate(fonts):
                lines.append(b"/F%d 1 Tf" % number)
                lines += [b"0 -2 Td <%s> Tj" % (2 * code.hex()).encode() for code in codes]
            page.obj.Contents = pdf.make_stream(b"\n".join((*lines, b"ET")))
            return saved(pdf)

    def _plain(self, pdf: Any, font: Any) -> Any:
        """Return a font of the document in another one, with letters of one width that stand side by side."""
        pikepdf = qpdf()
        if font is None:
            return pikepdf.Object.parse(f"<<{_FONT}>>".encode())
        font = pdf.copy_foreign(font if font.is_indirect else self._pdf.make_indirect(font))
        if font.get("/Subtype") == "/Type0":
            _lay(font, partial(self._content))
            return font
        font["/FirstChar"], font["/LastChar"], font["/Widths"] = 0, 255, pikepdf.Array([1000] * 256)
        if font.get("/Subtype") == "/Type3":
            font["/CharProcs"], font["/FontMatrix"] = pikepdf.Dictionary(), pikepdf.Array([0.001, 0, 0, 0.001, 0, 0])
        return font

    def _read(self, document: Any, order: list[tuple[Any, bytes]]) -> None:
        pdfium, ask = self._pdfium, unchecked(self._pdfium)
        page = pdfium.FPDF_LoadPage(document, 0)
        textpage = pdfium.FPDFText_LoadPage(page)
        objects = {
            ask.FPDFPage_GetObject(handle(page), at).value: at for at in range(pdfium.FPDFPage_CountObjects(page))
        }
        units: dict[int, list[str]] = {}
        text = handle(textpage)
        for index in range(pdfium.FPDFText_CountChars(textpage)):
            at = objects.get(ask.FPDFText_GetTextObject(text, index).value)
            if at is not None:
                is_unknown = ask.FPDFText_HasUnicodeMapError(text, index) == 1
                units.setdefault(at, []).append("" if is_unknown else chr(ask.FPDFText_GetUnicode(text, index)))
        for at, (key, code) in enumerate(order):
            twice = units.get(at, [" "])
            letter = "".join(twice[: max(1, len(twice) // 2)])
            whole = letter.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
            # What PDFium knows no meaning of is the code itself to it; in small ones that is to be seen.
            self._known[key][code] = (whole or None) if whole.isprintable() or whole.isspace() else None
        pdfium.FPDFText_ClosePage(textpage)
        pdfium.FPDF_ClosePage(page)


def is_new(font: Any) -> bool:
    """Whether a font has codes by a predefined CMap that PDFium doesn't know: what it gives then means nothing."""
    encoding = font.get("/Encoding") if font is not None else None
    return isinstance(encoding, qpdf().Name) and "/ToUnicode" not in font and _NEW.match(str(encoding)) is not None


def _predefined(font: Any) -> tuple[bytes, str]:
    """Return the pattern of the codes of a font's predefined CMap, and their character set, "" where it isn't known."""
    encoding = font.get("/Encoding") if font is not None and font.get("/Subtype") == "/Type0" else None
    name = str(encoding) if isinstance(encoding, qpdf().Name) else ""
    return next(((codes, charset) for part, codes, charset in _PREDEFINED if re.search(part, name)), (_TWO, ""))


def _key(font: Any) -> Any:
    if font is None:
        return None
    return font.objgen if font.is_indirect else font.unparse()


def _lay(font: Any, read: Any) -> None:
    """Have a font of several bytes write from side to side (9.7.4.3) without its program, where maps say it all."""
    pikepdf = qpdf()
    descendant = dictionary_in(font, "/DescendantFonts")
    for name in ("/W", "/W2", "/DW2"):
        if name in descendant:
            del descendant[name]
    descendant["/DW"] = 1000
    encoding = font.get("/Encoding")
    if isinstance(encoding, pikepdf.Stream):
        encoding["/WMode"] = 0
        encoding.write(_VERTICAL.sub(b"/WMode 0", read(encoding)))
    elif isinstance(encoding, pikepdf.Name) and str(encoding).endswith(("-V", "/V")):
        font["/Encoding"] = pikepdf.Name(f"{str(encoding)[:-1]}H")


_FORM, _DEEPEST_FORM, _STRIDE = 5, 40, 6
_WIDE = re.compile(
    "[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff01-\uffef\U00020000-\U0003ffff]"
)
# The part of its size by which a letter that is drawn again, to be bold or to have a shadow, is moved at most.
_SAME = 0.2
_MOST = 0.8  # the part of its letters from which on a string is taken to be missing where not all of them are
# Parts of the size: up to which a letter is on the line of the one before, from which on a blank stands between them,
# from which on another line begins, and up to which a letter stands under the one before it.
_LEVEL, _GAP, _FAR, _NEXT = 0.5, 0.2, 4.0, 1.8


@dataclass(slots=True)
class _Missed:
    """What a page shows that PDFium didn't give: lines of text, those of them that nobody sees, and all that is left.

    ``count`` are characters that couldn't be read; ``uncounted`` is why the page couldn't be counted, "" where it was.
    """

    lines: list[str] = field(default_factory=list)
    unseen: list[str] = field(default_factory=list)
    count: int = 0
    uncounted: str = ""


class _Place(NamedTuple):
    """Where and how large something is drawn: its point, the direction of its line, sizes along and across it."""

    x: float
    y: float
    direction: tuple[float, float]
    wide: float
    high: float


class CompletenessCheck:
    """Counts what the pages of a document show, which are read of it or of a copy with mended fonts."""

    def __init__(self, pdfium: Any, pages: MendedFonts) -> None:
        self._pdfium = pdfium
        self._loaded_by = pages
        self._of: dict[int, _DocumentCheck | None] = {}
        self._counts: dict[int, int] = {}
        self._uncounted: dict[str, list[int]] = {}
        self._reserve = seconds_left() / 2

    def missed(self, number: int, loaded: LoadedPage) -> _Missed:
        missed = self._missed(number, loaded)
        if missed.count:
            self._counts[number + 1] = missed.count
        if missed.uncounted:
            self._uncounted.setdefault(missed.uncounted, []).append(number + 1)
        return missed

    def _missed(self, number: int, loaded: LoadedPage) -> _Missed:
        if seconds_left() < self._reserve:
            return _Missed(uncounted="limit-count")
        document = loaded.document
        if id(document) not in self._of:
            pages, pdf = self._loaded_by, self._loaded_by.pdf_of(document)
            self._of[id(document)] = None if pdf is None else _DocumentCheck(self._pdfium, pdf, pages.limits)
        check = self._of[id(document)]
        try:
            return _Missed(uncounted="damaged") if check is None else check.missed(number, loaded)
        except UncountedError as error:
            return _Missed(uncounted=str(error))
        except qpdf().PikepdfError:
            return _Missed(uncounted="damaged")

    def troubles(self, known: set[int]) -> Iterator[Trouble]:
        """Yield what couldn't be read, and which pages couldn't be counted; ``known`` ones are reported as damaged."""
        counts = {number: count for number, count in self._counts.items() if number not in known}
        if counts:
            pages, count = [*counts], sum(counts.values())
            yield Trouble("damaged", of_pages(pages, "page-characters-lost", "pages-characters-lost", characters=count))
        for code, numbers in self._uncounted.items():
            if pages := [number for number in numbers if number not in known]:
                yield Trouble(code, of_pages(pages, "page-uncounted", "pages-uncounted"))


class _DocumentCheck:
    def __init__(self, pdfium: Any, pdf: Any, limits: Limits) -> None:
        self._pdfium = pdfium
        self._pages = [*pdf.pages]
        self._decoder = Decoder(pdfium, pdf, limits)
        self._limits = limits
        self._widths: dict[Key, int] = {}

    def missed(self, number: int, loaded: LoadedPage) -> _Missed:
        if number >= len(self._pages):
            return _Missed(uncounted="damaged")
        shown = shows(self._pages[number].obj, self._limits)
        objects = _texts(self._pdfium, loaded.page)
        drawn = [show for show in shown if show.is_drawn]
        if len(drawn) != len(objects):
            return self._unordered(shown, loaded.plain)
        counts = _characters(self._pdfium, loaded.text)
        counted = [
            (show, address, self._usable(show, counts[address])) for show, address in zip(drawn, objects, strict=True)
        ]
        suspects = [(show, Handle(address), got) for show, address, got in counted if got is not None]
        suspects += [(show, Handle(), 0) for show in shown if not show.is_drawn]
        if not suspects:
            return _Missed()
        decoded = self._decoder.texts(show for show, _, _ in suspects)
        lost = [
            _Lost(show, shape, text, unknown)
            for (show, shape, got), (text, unknown) in zip(suspects, decoded, strict=True)
            if got < sum(map(str.isalnum, text)) + unknown
        ]
        return self._filled(lost, drawn, objects) if lost else _Missed()

    def _usable(self, show: Show, got: int) -> int | None:
        """Return how many of a show's characters came back, None where these are all that it can have."""
        font = show.font
        width = 1 if font is None else self._widths.get(font.objgen)
        if width is None:
            width = 0 if is_new(font) else 2 if font.get("/Subtype") == "/Type0" else 1
            if font.is_indirect:
                self._widths[font.objgen] = width
        if not width:
            return 0
        # What has so many characters as its operand has bytes has them all, too.
        return got if got < len(show.operand) - 2 and got * width < show.length else None

    def _unordered(self, shown: list[Show], plain: str) -> _Missed:
        """Return what a page shows more than came back where it isn't known which of it did."""
        decoded = self._decoder.texts(shown)
        left = _letters("".join(line for line, _ in decoded)) - _letters(plain)
        missed = _Missed()
        for line, _ in decoded:
            letters = _letters(line)
            if letters and (letters & left).total() >= _MOST * letters.total():
                left -= letters
                missed.lines.append(line.strip())
        missed.count = left.total()
        return missed

    def _filled(self, lost: list[_Lost], drawn: list[Show], objects: list[int]) -> _Missed:
        memory = OutValues(ctypes.c_float, 6)
        again = {(_font(one.show), one.show.operand) for one in lost}
        places: dict[Any, list[tuple[int, _Place]]] = {}
        for show, address in zip(drawn, objects, strict=True):
            if (key := (_font(show), show.operand)) in again:
                places.setdefault(key, []).append((address, _place(self._pdfium, Handle(address), memory)))
        missed, before = _Missed(), None
        for one in lost:
            one.place = _place(self._pdfium, one.shape, memory) if one.shape.value else None
            instead = one.show.actual_text  # what is to be read instead of these letters has them, too?
            if instead and not _letters(one.text) - _letters(instead):
                continue
            if _is_repeated(one, places.get((_font(one.show), one.show.operand), ())):
                continue
            missed.count += one.unknown
            if not any(map(str.isalnum, one.text)):
                continue
            between = "\n" if before is None else _between(before, one)
            for lines in (missed.lines, missed.unseen) if one.is_unseen else (missed.lines,):
                if between == "\n" or not lines:
                    lines.append(one.text)
                else:
                    lines[-1] += between + one.text
            before = one
        return missed


@dataclass(slots=True, eq=False)
class _Lost:
    show: Show
    shape: Handle
    text: str
    unknown: int
    place: _Place | None = None

    @property
    def is_unseen(self) -> bool:
        return self.place is None or not (self.place.wide and self.place.high)


def _font(show: Show) -> Any:
    return show.font.objgen if show.font is not None and show.font.is_indirect else None


def _texts(pdfium: Any, page: Any) -> list[int]:
    ask = unchecked(pdfium)
    addresses = list[int]()

    def collect(holder: Handle, depth: int) -> None:
        count, get = ask.FPDFPage_CountObjects, ask.FPDFPage_GetObject
        if depth:
            count, get = ask.FPDFFormObj_CountObjects, ask.FPDFFormObj_GetObject
        shapes = list(map(get, repeat(holder), range(max(0, count(holder)))))
        for shape, mode in zip(shapes, map(ask.FPDFTextObj_GetTextRenderMode, shapes), strict=True):
            if mode >= 0:
                addresses.append(shape.value or 0)
            elif ask.FPDFPageObj_GetType(shape) == _FORM and depth < _DEEPEST_FORM:
                collect(shape, depth + 1)

    collect(handle(page), 0)
    return addresses


def _characters(pdfium: Any, textpage: Any) -> Counter[int]:
    """Return how many characters came back of each text object, by its address; 0 stands for none."""
    owner_of, text = unchecked(pdfium).FPDFText_GetTextObject, handle(textpage)
    count, index = pdfium.FPDFText_CountChars(textpage), 0
    counts = Counter[int]()
    while index < count:
        address, start = owner_of(text, index).value or 0, index
        index += 1
        # An object's characters stand together: where the one further on is its own, so are those between.
        while address and owner_of(text, index + _STRIDE).value == address:
            index += _STRIDE + 1
        while address and index < count and owner_of(text, index).value == address:
            index += 1
        counts[address] += index - start
    return counts


def _place(pdfium: Any, shape: Handle, memory: OutValues) -> _Place:
    ask = unchecked(pdfium)
    ask.FPDFPageObj_GetMatrix(shape, memory.places[0])
    a, b, c, d, x, y = memory.values
    ask.FPDFTextObj_GetFontSize(shape, memory.places[0])
    size = memory.values[0]
    along, across = math.hypot(a, b), math.hypot(c, d)
    direction = (a / along, b / along) if along else (1.0, 0.0)
    return _Place(x, y, direction, abs(along * size), abs(across * size))


def _is_repeated(lost: _Lost, places: Any) -> bool:
    """Whether the same codes were drawn before, by another operator, where these are."""
    if lost.place is None:
        return False
    nearest = _SAME * max(lost.place.wide, lost.place.high)
    before = takewhile(lambda entry: entry[0] != lost.shape.value, places)
    return any(math.hypot(place.x - lost.place.x, place.y - lost.place.y) < nearest for _, place in before)


def _letters(text: str) -> Counter[str]:
    return Counter(filter(str.isalnum, unicodedata.normalize("NFKC", text)))


def _between(before: _Lost, after: _Lost) -> str:
    """Return what stands between two that were lost: nothing in a word, a blank, or a line's end."""
    one, two = before.place, after.place
    if one is None or two is None:
        return "\n"
    x, y = two.x - one.x, two.y - one.y
    along = x * one.direction[0] + y * one.direction[1]
    across = x * one.direction[1] - y * one.direction[0]
    size = max(one.high, one.wide, two.high, two.wide)
    if not size:
        return "\n" if abs(across) > 1 else " " if abs(along) > 1 else ""
    is_wide = bool(_WIDE.match(before.text[-1:]) and _WIDE.match(after.text[:1]))
    if abs(across) > _LEVEL * size:
        is_under = is_wide and abs(along) < _LEVEL * size and 0 < across < _NEXT * size * max(1, len(before.text))
        return "" if is_under else "\n"
    gap = along - one.wide * sum(1.0 if _WIDE.match(letter) else 0.5 for letter in before.text)
    if gap > _FAR * size or along < -size:
        return "\n"
    return " " if gap > (2.5 * _GAP if is_wide else _GAP) * size else ""
