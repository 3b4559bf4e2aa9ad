"""What a page's content streams show: each text operator's codes with their font, in the order of drawing.

ISO 32000-1 9.4.3 (text operators), 8.10 (forms) and 7.8.3 (resources). Streams and resources come from qpdf, not from
PDFium, so that what PDFium passes over can be counted. Only the operators that choose a font or show something are
looked at, found by an expression: qpdf's list of all operators takes four times as long. Where and how large text
stands is asked of PDFium. Patterns and the glyphs of Type 3 fonts aren't looked into.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from triage.parsers.kit.contract import Limits
from triage.parsers.kit.unpacking import UnpackingBudget
from triage.parsers.pdf.objects import content, dictionary_in, qpdf, text

_FLAT = rb"[^()\\]++|\\."
_INNER = rb"\((?:%s|\((?:%s)*+\))*+\)" % (_FLAT, _FLAT)
_LITERAL = rb"\((?:%s|%s)*+\)" % (_FLAT, _INNER)
_HEX = rb"<[0-9A-Fa-f\s\0]*+>"
_REST = (
    rb"(?:[-+.\d\s\0]++|(?:[mlcvyhSsfFBbnWwJjMdikKgG]|re|cm|BT|ET|T[dDmcwLrsz*]|rg|RG|scn?|SCN?|cs|CS|[fBbW]\*)"
    rb"(?![^\s\0()<>\[\]{}/%]))++"
)
_TOKEN = re.compile(
    rb"%s|(%s|%s|\[(?:[^\[\]()<>%%]++|%s|%s)*+\])" % (_REST, _LITERAL, _HEX, _LITERAL, _HEX)
    + rb"|(/[^\s\0()<>\[\]{}/%]*+)|([^\s\0()<>\[\]{}/%]++)|%[^\r\n]*+|.",
    re.DOTALL,
)
"""What needn't be looked at, most of it in one piece; strings and lists of them, brackets three deep; names; operators
and other words; comments (7.2 and 7.3)."""

_OPERAND, _NAME = 1, 2
_INLINE = re.compile(rb"(?<![^\s\0])BI[\s\0].*?[\s\0]ID[\s\0].*?[\s\0]EI(?![^\s\0])", re.DOTALL)
_STRINGS = re.compile(rb"\(((?:%s|%s)*+)\)|<([0-9A-Fa-f\s\0]*+)>" % (_FLAT, _INNER), re.DOTALL)
_ESCAPE = re.compile(rb"\\(?:[0-7]{1,3}|\r\n|.)", re.DOTALL)
_FILLED = re.compile(rb"\((?!\))|<[\s\0]*[0-9A-Fa-f]")
_LARGEST_CONTENT = 32 << 20
_MOST_SHOWS, _MOST_FORMS, _DEEPEST, _MOST_PARENTS = 200_000, 2000, 30, 50
_WORD_GAP = -180
"""Thousandths of the font's size: what moves the next letters on by more than this stands for a blank."""


class UncountedError(Exception):
    """What a page shows can't be counted: qpdf can't read its content, or it is over a limit; the code says which."""


class Show(NamedTuple):
    """What one text operator shows."""

    font: Any
    """The font's dictionary, None where the content names one that isn't there, or none."""

    operand: bytes
    """A string, or a list of strings and numbers, as it is written."""

    is_drawn: bool = True
    """Whether a font was chosen before: without one, readers draw nothing."""

    said: str = ""
    """What the content says should be read instead (14.9.4)."""

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


_UNSET = object()
"""The font of content that has chosen none."""


class _ContentWalk:
    def __init__(self, limits: Limits) -> None:
        self.found: list[Show] = []
        self._forms = 0
        self._said: list[str] = []
        self._budget = UnpackingBudget(limits)
        self._read: dict[tuple[int, int], bytes] = {}

    def add(self, streams: list[Any], resources: Any, font: Any, depth: int) -> None:
        """Add what streams show that are one content together; ``font`` is the one in use before."""
        data, fonts, kept = self._content(streams), dictionary_in(resources, "/Font"), list[Any]()
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
                    self._show(font, operand)
                elif operator == b"q":
                    kept.append(font)
                elif operator == b"Q":
                    font = kept.pop() if kept else font
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

    def _show(self, font: Any, operand: bytes) -> None:
        if _FILLED.search(operand):
            said = next(filter(None, reversed(self._said)), "") if self._said else ""
            self.found.append(Show(None if font is _UNSET else font, operand, font is not _UNSET, said))

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
            del self._said[-1:]
            return
        one = None
        if operator == b"BDC" and (at := operands.find(b"<<")) >= 0:
            one = _dictionary(qpdf().Object.parse(operands[at:])) if b"ActualText" in operands else None
        elif operator == b"BDC":
            one = dictionary_in(dictionary_in(resources, "/Properties"), _text(name))
        self._said.append("" if one is None else text(one.get("/ActualText")))

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
