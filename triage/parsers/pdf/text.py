"""The text of one PDF page: in logical order, with hyphenated words whole.

PDFium gives lines in the order of the page's content; ``order`` puts those with right-to-left letters into logical
order. Words that a hyphen breaks at a line's end are joined.
"""

from __future__ import annotations

import ctypes
import math
import re
import unicodedata
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from itertools import groupby, pairwise, repeat
from typing import Any

from triage.parsers.pdf.opening import OutValues, handle, unchecked

# The order in which a PDF page's right-to-left lines are read: Unicode Annex 9, read backwards. Where glyphs stand is
# what is sure about them: PDFium gives them partly in the order of reading and partly in that of the page. So a line is
# put together anew from left to right, and what is set against its direction is turned around. Lines without
# right-to-left letters stay as PDFium gives them. Nothing but the order, and brackets' direction, changes.

RTL = re.compile("[\u0590-\u065f\u066a-\u06ef\u06fa-\u08ff\ufb1d-\ufdff\ufe70-\ufefe]")
_HEBREW = re.compile("[\u05d0-\u05ea\ufb1d-\ufb4f]")
_WORDY = re.compile(r"\w")

_UPRIGHT = 0.5  # the sine of the angle up to which a line is taken to run from side to side
_RAISED = 0.3  # the part of its height by which a raised number, and no other line, may stand off
# Characters that one glyph is taken to stand for, and signs that are moved to the word beside theirs, at most.
_OF_ONE_GLYPH, _MOST_SIGNS = 64, 4
_JOINED = (range(0xFB1D, 0xFDFE), range(0xFE70, 0xFEFD))  # the characters that stand for several letters, and others
# Bidirectional classes (table 4); all else is neutral, "o".
_CLASS = {"L": "l", "R": "r", "AL": "r", "EN": "e", "AN": "a", "CS": "c", "ES": "s", "ET": "t", "NSM": "m", "BN": "m"}
# What is one piece of a word: letters of one direction, a number (rules W4 and W5; behind Arabic letters W2 keeps
# percent signs and the like apart), a single sign.
_PIECES = (
    r"(?P<l>(?:l|e(?=[^ra]{{0,99}}l))(?:[^ra]*[le])?m*)|(?P<e>{terms}em*(?:[cs]?em*)*{terms})|(?P<a>am*(?:c?am*)*)"
    r"|(?P<r>r[rm]*)|."
)
_HEBREW_PIECES = re.compile(_PIECES.format(terms="t{0,8}"))
_ARABIC_PIECES = re.compile(_PIECES.format(terms=""))
_BRACKET = re.compile(r"[()\[\]{}«»‹›]")
_TURNED = str.maketrans("()[]{}«»‹›", ")(][}{»«›‹")
_OPENING = "([{«‹"
_TOKEN = re.compile(r"\S+")


@dataclass(slots=True)
class _Glyph:
    """What one glyph stands for, mostly one character, and its box: left, right, bottom, top."""

    text: str
    box: tuple[float, float, float, float]

    @property
    def kind(self) -> str:
        return _CLASS.get(unicodedata.bidirectional(self.text[0]), "o")


_Word = list[_Glyph]


@dataclass(slots=True)
class _Piece:
    """A part of a word that is read in one go; ``kind`` is "l", "r", a number's "e" or "a", or "o" for a sign."""

    kind: str
    text: str
    left: float = 0.0
    right: float = 0.0


def logical_text(pdfium: Any, textpage: Any) -> str:
    """Return a page's text with each line that holds right-to-left letters in logical order."""
    lines: list[tuple[list[_Glyph], bool]] = []
    line: list[_Glyph] = []
    upright = True
    sides = [ctypes.c_double() for _ in range(4)]
    for index in range(pdfium.FPDFText_CountChars(textpage)):
        character = chr(pdfium.FPDFText_GetUnicode(textpage, index))
        if character in "\r\n":
            if character == "\n":
                lines.append((line, upright))
                line = []
            continue
        pdfium.FPDFText_GetCharBox(textpage, index, *sides)
        box = (sides[0].value, sides[1].value, sides[2].value, sides[3].value)
        before = line[-1].text if line and line[-1].box == box and box[0] < box[1] else ""
        if RTL.match(before) and RTL.match(character) and len(before) < _OF_ONE_GLYPH:
            # PDFium gives the characters that one glyph stands for from the last to the first.
            line[-1].text = before + character if _mirrored(pdfium, textpage, index) else character + before
        else:
            if not line:
                upright = abs(math.sin(pdfium.FPDFText_GetCharAngle(textpage, index))) < _UPRIGHT
            line.append(_Glyph(character, box))
    lines.append((line, upright))
    _reverse_ligatures([glyph for line, _ in lines for glyph in line if len(glyph.text) > 1])
    return "\n".join(_ordered(line, upright) for line, upright in lines)


def _reverse_ligatures(glyphs: list[_Glyph]) -> None:
    """Turn around the letters of ligatures that a font gives as one character: PDFium has them in order, not reversed.

    Some pairs of letters have a ligature in both orders; those follow the others of their page.
    """
    if any(_is_reversed(glyph.text) and glyph.text not in _ligatures() for glyph in glyphs):
        for glyph in glyphs:
            glyph.text = glyph.text[::-1] if _is_reversed(glyph.text) else glyph.text


def _is_reversed(text: str) -> bool:
    return text[::-1] in _ligatures()


@cache
def _ligatures() -> frozenset[str]:
    meant = (unicodedata.normalize("NFKC", chr(code)) for codes in _JOINED for code in codes)
    return frozenset(text for text in meant if len(text) > 1 and " " not in text)


def _mirrored(pdfium: Any, textpage: Any, index: int) -> bool:
    """Whether a character is drawn as in a mirror; PDFium turns such text twice."""
    from pypdfium2.raw import FS_MATRIX

    matrix = FS_MATRIX()
    pdfium.FPDFText_GetMatrix(textpage, index, matrix)
    return bool(matrix.a * matrix.d - matrix.b * matrix.c < 0)


def _ordered(line: list[_Glyph], upright: bool) -> str:
    """Return what PDFium takes for one line; parts of it that stand one above the other are lines of their own.

    Of lines that are set from top to bottom or back, nothing is known from left to right: PDFium's order stays.
    """
    text = "".join(glyph.text for glyph in line)
    if not upright or not RTL.search(text):
        return text
    return "\n".join(_bracketed(_line(level)) for level in _levels(line))


def _levels(line: list[_Glyph]) -> list[list[_Glyph]]:
    """Return the glyphs of each level from the top; signs alone say nothing, standing high or low in their line."""
    levels: list[list[_Glyph]] = [[]]
    lows: list[float] = []
    highs: list[float] = []
    for glyph in line:
        bottom, top = glyph.box[2:]
        if _WORDY.match(glyph.text):
            slack = (top - bottom) * _RAISED
            if not lows or bottom - highs[-1] > slack or lows[-1] - top > slack:
                levels += [[]] * bool(lows)
                lows.append(bottom)
                highs.append(top)
            lows[-1], highs[-1] = min(lows[-1], bottom), max(highs[-1], top)
        levels[-1].append(glyph)
    return [level for _, level in sorted(zip(highs or [0.0], levels, strict=True), key=lambda pair: -pair[0])]


def _line(glyphs: list[_Glyph]) -> str:
    if not any(glyph.kind == "r" for glyph in glyphs):
        return "".join(glyph.text for glyph in glyphs)
    words = [list(word) for is_blank, word in groupby(glyphs, lambda glyph: glyph.text.isspace()) if not is_blank]
    parts = _parts(words)
    pieces = [piece for part in parts for piece in (*part, _Piece("o", " "))][:-1]
    if _rightward(parts):
        return "".join(piece.text for piece in _with_runs_reversed(pieces, "ra", "ra", "raeo"))
    return "".join(piece.text for piece in _with_runs_reversed(pieces[::-1], "l", "le", "leo"))


def _rightward(parts: list[list[_Piece]]) -> bool:
    """Whether a line reads from left to right: most of it does, and it doesn't both begin and end the other way."""
    ends = [piece.kind for part in parts for piece in part if piece.kind in "lr"]
    if ends[0] == "r" == ends[-1]:
        return False
    from_left, from_right = 0, 0
    for part in parts:
        kinds = {piece.kind for piece in part}
        letters = sum(len(piece.text) for piece in part)
        from_left += letters if "l" in kinds and "r" not in kinds else 0
        from_right += sum(len(RTL.findall(piece.text)) for piece in part)
    return from_right <= from_left


def _parts(words: list[_Word]) -> list[list[_Piece]]:
    hebrew = any(_HEBREW.match(glyph.text) for word in words for glyph in word)
    pattern = _HEBREW_PIECES if hebrew else _ARABIC_PIECES
    parts = []
    for word in sorted(words, key=lambda word: min(glyph.box[0] for glyph in word)):
        kinds = "".join(glyph.kind for glyph in word)
        pieces = [
            _piece(match.lastgroup or "o", word[match.start() : match.end()]) for match in pattern.finditer(kinds)
        ]
        parts.append(sorted(pieces, key=lambda piece: piece.left + piece.right))
    for left, right in pairwise(parts):
        _share_out(left, right)
    return parts


def _piece(kind: str, glyphs: list[_Glyph]) -> _Piece:
    if kind == "r" and len(glyphs) > 1 and glyphs[0].box[0] < glyphs[-1].box[0]:
        glyphs = glyphs[::-1]
    left, right = min(glyph.box[0] for glyph in glyphs), max(glyph.box[1] for glyph in glyphs)
    return _Piece(kind, "".join(glyph.text for glyph in glyphs), left, right)


def _share_out(left: list[_Piece], right: list[_Piece]) -> None:
    """Give the signs between two words to the one that they stand at; PDFium has the blank at their other side, too."""
    for _ in range(_MOST_SIGNS):
        if len(left) > 1 and left[-1].kind == "o" and _nearer(left[-1], right[0], left[-2]):
            right.insert(0, left.pop())
        elif len(right) > 1 and right[0].kind == "o" and _nearer(right[0], left[-1], right[1]):
            left.append(right.pop(0))
        else:
            return


def _nearer(sign: _Piece, other: _Piece, own: _Piece) -> bool:
    """Whether a sign stands twice as near to a piece of the other word as to that of its own."""
    return 2 * max(_apart(sign, other), 0.0) < _apart(sign, own)


def _apart(one: _Piece, other: _Piece) -> float:
    return max(one.left, other.left) - min(one.right, other.right)


def _with_runs_reversed(pieces: list[_Piece], against: str, ends: str, inside: str) -> list[_Piece]:
    """Return pieces, given along the line's direction, with each run against it turned around (rules N1 and N2).

    A run holds a piece of the kind ``against``, begins and ends with one of ``ends``, and has only ``inside`` within.
    """
    kinds = "".join(piece.kind for piece in pieces)
    for run in re.finditer(f"[{ends}](?:[{inside}]*[{ends}])?", kinds):
        if not set(against).isdisjoint(run[0]):
            pieces[run.start() : run.end()] = reversed(pieces[run.start() : run.end()])
    return pieces


def _bracketed(text: str) -> str:
    """Return a line whose brackets open before a word and close after it; some files state how they are drawn."""
    opened: Counter[str] = Counter()
    return _TOKEN.sub(lambda token: _BRACKET.sub(lambda sign: _facing(token, sign, opened), token[0]), text)


def _facing(token: re.Match[str], sign: re.Match[str], opened: Counter[str]) -> str:
    """Return a bracket of a word as it is meant; ``opened`` are those before it that weren't closed."""
    word, at = token[0], sign.start()
    word_before = _WORDY.match(word, at - 1) is not None if at else False
    word_after = _WORDY.match(word, at + 1) is not None
    opening = sign[0] if sign[0] in _OPENING else sign[0].translate(_TURNED)
    if word_before != word_after:
        opens = word_after
    elif len(word) > 1 and not _WORDY.search(word):
        return sign[0]
    else:
        opens = not opened[opening]
    opened[opening] = max(opened[opening] + (1 if opens else -1), 0)
    return opening if opens else opening.translate(_TURNED)


# Accents that a page draws as glyphs of their own, over or under a letter: put onto it, so that the word is found. TeX
# and others set them so: PDFium gives the letter and the accent as two characters, in either order, and often a blank
# beside the accent that nobody sees.

SPACING = "`\u00a8\u00af\u00b4\u00b8\u02c6\u02c7\u02c9\u02d8-\u02dd"
_COMBINING = dict(
    zip(
        "`\u00b4\u02c6\u02dc\u00af\u02c9\u02d8\u02d9\u00a8\u02da\u02dd\u02c7\u00b8\u02db",
        "\u0300\u0301\u0302\u0303\u0304\u0304\u0306\u0307\u0308\u030a\u030b\u030c\u0327\u0328",
        strict=True,
    )
)
_DOTLESS = {"\u0131": "i", "\u0237": "j"}
_NEIGHBOURS = tuple(step * side for step in range(1, 13) for side in (1, -1))
# Between which parts of the letter's height an accent's lower edge is over that of the letter, or a cedilla's upper
# edge under the letter's.
_OVER, _UNDER = (0.5, 1.7), (0.5, 1.5)
_TOUCHING = 0.15  # the part of a line's height up to which two letters belong to one word
_Box = tuple[float, float, float, float]  # left, right, bottom and top


def _compose_accents(pdfium: Any, textpage: Any, letters: list[str]) -> None:
    """Change a page's characters so that each accent that is drawn over or under a neighbour is part of it."""
    ask, text, sides = unchecked(pdfium), handle(textpage), OutValues(ctypes.c_double, 4)

    def box(index: int) -> _Box:
        ask.FPDFText_GetCharBox(text, index, *sides.places)
        left, right, bottom, top = sides.values
        return left, right, bottom, top

    for index in [index for index, sign in enumerate(letters) if sign in _COMBINING]:
        mark = _COMBINING[letters[index]]
        for at in (index + step for step in _NEIGHBOURS if 0 <= index + step < len(letters)):
            letter = unicodedata.normalize("NFC", _DOTLESS.get(letters[at], letters[at]) + mark)
            if letters[at].isalpha() and len(letter) == 1 and _belongs(box(index), box(at)):
                letters[at], letters[index] = letter, ""
                for blank in (index - 1, index + 1):
                    if ask.FPDFText_IsGenerated(text, blank) and _is_inside(letters, blank, box):
                        letters[blank] = ""
                break


def _belongs(accent: _Box, letter: _Box) -> bool:
    """Whether an accent's middle is over or under a letter, near enough to be meant for it."""
    height = letter[3] - letter[2]
    over, under = accent[2] - letter[2], letter[3] - accent[3]
    is_near = _OVER[0] * height < over < _OVER[1] * height or _UNDER[0] * height < under < _UNDER[1] * height
    return letter[0] <= (accent[0] + accent[1]) / 2 <= letter[1] and is_near


def _is_inside(letters: list[str], blank: int, box: Callable[[int], _Box]) -> bool:
    if letters[blank : blank + 1] != [" "]:
        return False
    before = next((at for at in range(blank - 1, max(blank - 4, -1), -1) if letters[at]), blank)
    after = next((at for at in range(blank + 1, min(blank + 4, len(letters))) if letters[at]), blank)
    if not (letters[before] + letters[after]).isalpha():
        return False
    (_, right, bottom, top), left = box(before), box(after)[0]
    return left - right < (top - bottom) * _TOUCHING


_FORMS = re.compile("[\ufb00-\ufdff\ufe70-\ufefe]+")
_BROKEN = re.compile("[\x02\ufffe]\r?\n?([^\\s\x02\ufffe]*)")
_SIGNS_OF_HYPHENS = "\x02\ufffe"
_BEFORE = re.compile("[^\\s\x02\ufffe]*$")

_SINGLE = re.compile(r" [^\W\d_](?=\s)")

_CODES = frozenset(map(chr, (*range(1, 9), 0x0B, 0x0C, *range(0x0E, 0x20))))
_UNUSUAL = re.compile(f"[{''.join(sorted(_CODES - {chr(2)}))}{SPACING}]")
_RARE_PAIRS = ("uu", "hh", "II", "UU")
# What a text holds whose letters are drawn twice.
_DOUBLED = re.compile(r"([^\W\d_])\1(?!\1)([^\W\d_])\2(?!\2)([^\W\d_])\3")
# The part of its width under which a glyph is as high as a blank; that of its height by which a shadow is moved.
_FLAT, _SHADOW = 0.2, 0.12
# A blank's width as a part of the height of its line: fonts have a quarter, and the narrowest setting a fifth.
_NARROWEST_BLANK = 0.15


def page_text(pdfium: Any, textpage: Any, text: str) -> tuple[str, list[str]]:
    """Return a page's text, which PDFium gives as ``text``, and the words joined in it as they stand with a hyphen."""
    blanks = text.count(" ")
    is_torn = blanks > 8 and len(_SINGLE.findall(text)) * 8 > blanks
    is_doubled = any(pair in text for pair in _RARE_PAIRS) and _DOUBLED.search(text) is not None
    lacks_signs = len(text) < pdfium.FPDFText_CountChars(textpage)
    if is_torn or is_doubled or lacks_signs or _UNUSUAL.search(text):
        text = _mended(pdfium, textpage, is_torn, is_doubled)
    plain = text.isascii()
    if not plain and RTL.search(text):
        text = logical_text(pdfium, textpage)
    if not plain and _FORMS.search(text):
        text = _FORMS.sub(lambda m: unicodedata.normalize("NFKC", m[0]), text)
    broken: list[str] = []
    if "\x02" in text or "\ufffe" in text:
        for match in _BROKEN.finditer(text):
            before = _BEFORE.search(text, max(match.start() - 80, 0), match.start())
            if before and before[0] and match[1]:
                broken.append(f"{before[0]}-{match[1]}")
        text = _BROKEN.sub(lambda match: f"{match[1]}\n" if match[1] else "-\n", text)
    return text.replace("\r\n", "\n").replace("\r", "\n"), broken


def plain_text(pdfium: Any, textpage: Any) -> str:
    count = pdfium.FPDFText_CountChars(textpage)
    if count <= 0:
        return ""
    room = bytearray(2 * (2 * count + 2))
    got = pdfium.FPDFText_GetText(textpage, 0, count, ctypes.byref(ctypes.c_ushort.from_buffer(room)))
    return room[: 2 * max(got - 1, 0)].decode("utf-16-le", "replace")


def _mended(pdfium: Any, textpage: Any, is_torn: bool, is_doubled: bool) -> str:
    """Return the text with its words and accented letters whole, blanks that no font maps, and no letter twice."""
    ask, text, count = unchecked(pdfium), handle(textpage), pdfium.FPDFText_CountChars(textpage)
    codes = list(map(chr, map(ask.FPDFText_GetUnicode, repeat(text), range(count))))
    letters = codes.copy()
    for index in (index for index, letter in enumerate(letters) if letter in _SIGNS_OF_HYPHENS):
        # These are also what a font's own codes look like; PDFium leaves them out of its text.
        letters[index] *= bool(ask.FPDFText_IsHyphen(text, index))
    sides = OutValues(ctypes.c_double, 4)
    for index in (index for index, letter in enumerate(codes) if letter in _CODES):
        ask.FPDFText_GetCharBox(text, index, *sides.places)
        left, right, bottom, top = sides.values
        if top - bottom < (right - left) * _FLAT and ask.FPDFText_HasUnicodeMapError(text, index):
            letters[index] = " "
    if is_doubled:
        _remove_shadows(pdfium, textpage, letters)
    if is_torn:
        _remove_false_blanks(pdfium, textpage, letters)
    _compose_accents(pdfium, textpage, letters)
    return "".join(letters)


def _remove_shadows(pdfium: Any, textpage: Any, letters: list[str]) -> None:
    """Take away each letter that is drawn where the same one stands already: a shadow, or an outline around it."""
    boxes = [pdfium.FS_RECTF() for _ in range(2)]
    ask, text = unchecked(pdfium), handle(textpage)
    for index in range(1, len(letters)):
        if letters[index] != letters[index - 1] or letters[index].isspace():
            continue
        if ask.FPDFText_GetTextObject(text, index).value == ask.FPDFText_GetTextObject(text, index - 1).value:
            continue  # two of a word, or of one ligature
        for box, at in zip(boxes, (index - 1, index), strict=True):
            pdfium.FPDFText_GetLooseCharBox(textpage, at, box)
        first, second = boxes
        if abs(second.left - first.left) < (first.top - first.bottom) * _SHADOW:
            letters[index - 1] = ""


def _remove_false_blanks(pdfium: Any, textpage: Any, letters: list[str]) -> None:
    """Take away the blanks that PDFium supposes inside words set glyph by glyph or with wide spacing.

    A supposed blank goes where no blank of a font would fit, or where the letters beside it stand no further apart than
    the two letters before it.
    """
    boxes = [pdfium.FS_RECTF() for _ in range(3)]
    spaced = letters.copy()
    for index in range(1, len(letters) - 1):
        if spaced[index] != " " or spaced[index - 1].isspace() or not pdfium.FPDFText_IsGenerated(textpage, index):
            continue
        for box, at in zip(boxes, (max(index - 2, 0), index - 1, index + 1), strict=True):
            pdfium.FPDFText_GetLooseCharBox(textpage, at, box)
        before, last, following = boxes
        gap, usual = following.left - last.right, last.left - before.right
        tracked = index > 1 and not spaced[index - 2].isspace() and usual > 0 and gap <= usual * 1.25 + 0.3
        if tracked or (following.right > last.left and gap < (last.top - last.bottom) * _NARROWEST_BLANK):
            letters[index] = ""
