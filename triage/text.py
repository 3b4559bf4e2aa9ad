"""What a word is: folding, tokens, and the tokens of an index, which hold the spellings of a word.

The index, the query, the highlighter and every engine ask here and nowhere else, so that they can't disagree. Nothing
here knows about files, stores or queries.

A token is a run of letters and digits. Before that, each character is folded by itself: compatibility decomposition
(NFKD, Unicode Annex 15), case folding (Unicode 3.13), marks (Mn, Me) and format characters (Cf) dropped, decimal digits
of any script to 0-9, Arabic letter forms and Hebrew final letters unified. Everything else separates words. A
character of a script that writes no blanks between words (Han, kana, Thai, Lao, Khmer, Burmese), or few (Hangul), is a
token by itself, so that such text is searched by phrase. As folding is by character, offsets into the text as written
are exact.

A part of a domain in Punycode (RFC 3490) is the word that it stands for: mail programs show the one and send the other.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

RULES = "3"
"""The version of these rules; an index made by another one is made again.

1 knew one spelling for each word, 2 neither what follows the first half of one that is broken at a line's end, nor
Punycode."""

BORDER = "\ue000"
"""A token that no text folds to. It stands between segments in a field, so that no phrase crosses their border."""

_UNIFY = {
    "ـ": "",  # Arabic tatweel
    "ٱ": "ا",  # alef wasla
    "ى": "ي",  # alef maqsura
    "ة": "ه",  # teh marbuta
    "ی": "ي",  # Farsi yeh
    "ک": "ك",  # keheh
    "ך": "כ",
    "ם": "מ",
    "ן": "נ",
    "ף": "פ",
    "ץ": "צ",
    "׳": "",  # geresh and gershayim stand inside Hebrew abbreviations
    "״": "",
    "ı": "i",
    "ø": "o",
    "ł": "l",
    "đ": "d",
    "ð": "d",
    "ħ": "h",
    "ŧ": "t",
    "þ": "th",
    "æ": "ae",
    "œ": "oe",
}
_FILLERS = "\u3164\uffa0"
"""Fillers of Hangul, which are letters to Unicode, but show as blanks."""
_ALONE = re.compile(
    "[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"  # kana, Han
    "\uac00-\ud7a3"  # Hangul syllables
    "\u0e00-\u0e7f\u0e80-\u0eff\u1780-\u17ff\u1000-\u109f]"  # Thai, Lao, Khmer, Burmese
)
_SYLLABLE_BEGINS = re.compile("[\u1100-\u115f\ua960-\ua97f]")
"""Leading letters of Hangul syllables typed in their parts; such a syllable is folded as the same in one character."""
RAISED, LEVEL = "\u2064", "\u2063"
"""Invisible characters between which a reader sets what stands small in a document without being a small character.

They stand in stored texts alone: ``unmarked`` takes them away from all that a person or another program is given."""
_HEBREW_QUOTE = re.compile(
    f"[\"'’”](?:(?<=[א-ת].)|(?<=[א-ת][{RAISED}{LEVEL}].))(?:(?<=')'|(?<=’)’)?(?=[{RAISED}{LEVEL}]?[א-ת])"
)
"""A quote between letters; it is looked for before the letters are, as it is rarer."""

_QUOTES = "\"'’”"

_UNSEEN = (
    "\xad\u034f\u061c\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff"
    "\ufff9-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0001\U000e0020-\U000e007f\U000e0100-\U000e01ef"
)
INVISIBLE = re.compile(f"[{_UNSEEN}]+")
"""Characters that show nothing by themselves (Unicode 5.21, default ignorable): soft hyphens, characters without a
width, marks of direction, variation selectors. Not the fillers of Hangul, which show as blanks, and vowels of Khmer."""

INVISIBLE_UTF8 = re.compile(
    rb"\xc2\xad|\xcd\x8f|\xd8\x9c|\xe1\xa0[\x8b-\x8f]|\xe2(?:\x80[\x8b-\x8f\xaa-\xae]|\x81[\xa0-\xa4\xa6-\xaf])"
    rb"|\xef(?:\xb8[\x80-\x8f]|\xbb\xbf|\xbf[\xb9-\xbb])|\xf0(?:\x9b\xb2[\xa0-\xa3]|\x9d\x85[\xb3-\xba])"
    rb"|\xf3\xa0(?:\x80[\x81\xa0-\xbf]|\x81|[\x84-\x86]|\x87[\x80-\xaf])"
)
"""The same in UTF-8."""


def visible(text: str) -> str:
    return text if text.isascii() else INVISIBLE.sub("", text)


def stands_alone(character: str) -> bool:
    """Whether a character is a token by itself, as those of scripts that write no blanks between words."""
    return _ALONE.match(character) is not None


def _fold_one(character: str) -> str:
    kind = unicodedata.category(character)
    if kind == "Nd":
        return str(unicodedata.digit(character))
    if kind[0] in "LN" or kind == "Mc":
        return character
    return "" if kind in ("Mn", "Me", "Cf") else " "


class _Folds(dict[int, str]):
    """Code point to folded text, filled as characters are met."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        if _UNIFY.get(character) == "":
            folded = ""
        elif character in _FILLERS:
            folded = " "
        else:
            parts = unicodedata.normalize("NFKD", character).casefold()
            parts = unicodedata.normalize("NFKD", parts)
            folded = "".join(_UNIFY.get(c, _fold_one(c)) for c in parts)
            # A character that stands for several, such as a telegraph sign for a month, may hold some that are words.
            folded = _ALONE.sub(r" \g<0> ", folded)
            folded = _SYLLABLE_BEGINS.sub(r" \g<0>", folded)
            if _ALONE.match(character) and not folded[:1] == folded[-1:] == " ":
                folded = f" {folded.strip()} "
        self[code] = folded
        return folded


_FOLDS = _Folds()
_ASCII_FOLDS = "".join(_FOLDS[code] for code in range(128)).encode().ljust(256)
"""Each ASCII character folded, which is one again: bytes are translated twice as fast as text."""


_LABEL = re.compile("(?<![A-Za-z0-9])xn--[a-z0-9]+(?:-+[a-z0-9]+)*", re.IGNORECASE)
_LABEL_MARK = re.compile("-(?<=[Nn]-)-")
"""Stands in each of them; it begins with one character, for which a text is searched the fastest."""
_LONGEST_LABEL = 63
"""Characters of a part of a domain (RFC 1035 2.3.4)."""


def _has_label(text: str) -> bool:
    return _LABEL_MARK.search(text) is not None and _LABEL.search(text) is not None


@lru_cache(4096)
def _in_letters(label: str) -> str:
    """Return a part of a domain in Punycode in letters, itself where it can't be read."""
    try:
        return label.lower().encode("ascii").decode("idna") if len(label) <= _LONGEST_LABEL else label
    except UnicodeError:
        return label


def _guard(text: str) -> str:
    """Turn quotes inside Hebrew abbreviations (צה"ל) into gershayim, character for character."""
    if not any(quote in text for quote in _QUOTES):
        return text
    return _HEBREW_QUOTE.sub(lambda found: "״" * len(found[0]), text)


def fold(text: str) -> str:
    """Return the text's tokens separated by blanks (one or more, also at the ends).

    The result holds letters, digits and blanks only: what FTS5's ``ascii`` tokenizer or ``str.split`` makes of it are
    exactly the tokens.
    """
    if text.isascii():
        if "--" in text and _has_label(text):
            in_letters = _LABEL.sub(lambda found: _in_letters(found[0]), text)
            if not in_letters.isascii():
                return fold(in_letters)
        return text.encode().translate(_ASCII_FOLDS).decode()
    if _has_label(text):
        text = _LABEL.sub(lambda found: _in_letters(found[0]), text)
    text = _guard(text)
    return "".join([_fold_piece(text[at : at + _PIECE]) for at in range(0, len(text), _PIECE)])


_PIECE = 1024
_PAGES = ("cp1252", "cp1255", "cp1251", "cp1256", "cp1253", "cp1250")
"""Character sets of one byte that hold most texts of the scripts with an alphabet."""

_OUTSIDE = re.compile("[^\0-\u052f\u0590-\u06ff\u1e00-\u2e7f]")
"""Blocks of which those sets hold nothing; said by what isn't in them, as that compiles in a sixth of the time."""


def _fold_piece(text: str) -> str:
    """Fold a piece: ASCII, and what one of the sets holds, eight times faster than character by character."""
    if text.isascii():
        return fold(text)
    if _OUTSIDE.search(text) is None:
        for name in _PAGES:
            try:
                data = text.encode(name)
            except UnicodeEncodeError:
                continue
            return _page(name).fold(data)
    return text.translate(_FOLDS)


class _CharacterPage:
    """A set's 256 characters folded; what isn't one character afterwards stands as a control character meanwhile."""

    def __init__(self, name: str) -> None:
        self._longer: dict[str, str] = {}
        self._table = "".join(self._mark(bytes((code,)).decode(name, "replace")) for code in range(256))

    def _mark(self, character: str) -> str:
        folded = _FOLDS[ord(character)]
        if len(folded) == 1:
            return folded
        return next((m for m, f in self._longer.items() if f == folded), None) or self._keep(folded)

    def _keep(self, folded: str) -> str:
        mark = chr(len(self._longer))
        self._longer[mark] = folded
        return mark

    def fold(self, data: bytes) -> str:
        text = codecs.charmap_decode(data, "strict", self._table)[0]
        for mark, folded in self._longer.items():
            if mark in text:
                text = text.replace(mark, folded)
        return text


_page = cache(_CharacterPage)


SMALL = re.compile(
    "[ªº²³¹ʰ-ʸˠ-ˤჼᴬ-ᴮᴰ-ᴺᴼ-ᵍᵏ-ᵪᵸᶛ-ᶿ⁰ⁱ⁴-₎ₐ-ₜ℠™ⱼⱽⵯꚜꚝꝰꟲ-ꟴꟸꟹꭜ-ꭟꭩ"
    "\U00010781-\U000107ba\U0001e030-\U0001e06d\U0001f16a-\U0001f16c" + RAISED + "]"
)
"""Characters that stand for others, raised or lowered (Unicode 3.7, <super> and <sub>), but for those of Han."""
MARKED = re.compile(rf"{RAISED}[^{LEVEL}\s]*")
"""A stretch that a reader has marked."""


def raised(text: str) -> str:
    """Mark each word of what stands small in a document, so that the word it stands at is found without it, too."""
    return re.sub(r"\S+", rf"{RAISED}\g<0>{LEVEL}", text)


def unmarked(text: str) -> str:
    return text.replace(RAISED, "").replace(LEVEL, "") if RAISED in text or LEVEL in text else text


def small_stretches(text: str) -> tuple[tuple[int, int], ...]:
    """Return where in ``unmarked(text)`` what is marked stands (characters, end exclusive)."""
    found: list[tuple[int, int]] = []
    taken = end = 0
    for stretch in MARKED.finditer(text) if RAISED in text else ():
        taken += text.count(LEVEL, end, stretch.start())
        start, end = stretch.start() - taken, stretch.end()
        length = end - stretch.start() - stretch[0].count(RAISED)
        taken += stretch[0].count(RAISED)
        if length:
            found.append((start, start + length))
    return tuple(found)


def marked(text: str, small: Sequence[tuple[int, int]]) -> str:
    """Return a text with marks around these stretches: ``indexed`` gives the same for it as for the stored one."""
    pieces, at = list[str](), 0
    for start, end in small:
        pieces += text[at:start], RAISED, text[start:end], LEVEL
        at = end
    return "".join([*pieces, text[at:]])


def words(text: str) -> list[str]:
    return fold(text).split()


class Phrases:
    """Finds phrases, each of one or more words, among the words of a text; many at once take little longer than one."""

    def __init__(self, phrases: Iterable[Sequence[str]]) -> None:
        self._by_first: dict[str, list[tuple[int, list[str]]]] = {}
        for which, phrase in enumerate(map(list, phrases)):
            if phrase:
                self._by_first.setdefault(phrase[0], []).append((which, phrase))

    def among(self, spelled: list[str]) -> Iterator[tuple[int, int, int]]:
        """Yield where each phrase begins, which it is, and how many words it has, in the order of the words."""
        if self._by_first.keys().isdisjoint(spelled):
            return
        for at, word in enumerate(spelled):
            for which, phrase in self._by_first.get(word, ()):
                if spelled[at : at + len(phrase)] == phrase:
                    yield at, which, len(phrase)


class Token(NamedTuple):
    """A token and where it stands in the text as written (characters, end exclusive)."""

    word: str
    start: int
    end: int


def tokens(text: str) -> Iterator[Token]:
    """Yield the text's tokens with their places; the words are the same as ``words(text)``, in the same order."""
    # No word crosses a line, and most lines are ASCII, which one expression reads many times faster.
    for line in _LINE.finditer(text):
        written = line[0]
        if written.isascii() and not _has_label(written):
            for word in _ASCII_WORD.finditer(written):
                yield Token(word[0].lower(), line.start() + word.start(), line.start() + word.end())
        else:
            yield from _spelled(written, line.start())


_LINE = re.compile("[^\\n]+")
_ASCII_WORD = re.compile("[A-Za-z0-9]+")


def folded_characters(text: str) -> Iterator[tuple[int, str, str]]:
    """Yield each character of ``fold`` with that of which it comes, before it, and that one's place."""
    places: Sequence[int] = range(len(text))
    if _has_label(text):
        text, places = _with_labels_in_letters(text)
    for at, character in zip(places, _guard(text), strict=True):
        for folded in _FOLDS[ord(character)]:
            yield at, character, folded


def _with_labels_in_letters(text: str) -> tuple[str, list[int]]:
    """Return a text with its domains in letters, and the place of each character; the last of a label is at its end."""
    pieces, places, end = list[str](), list[int](), 0
    for label in _LABEL.finditer(text):
        letters = _in_letters(label[0])
        pieces += text[end : label.start()], letters
        places += range(end, label.start())
        same = letters == label[0]
        places += range(*label.span()) if same else [*[label.start()] * (len(letters) - 1), label.end() - 1]
        end = label.end()
    return "".join([*pieces, text[end:]]), [*places, *range(end, len(text))]


def _spelled(text: str, offset: int) -> Iterator[Token]:
    word = ""
    start = end = 0
    for at, _, folded in folded_characters(text):
        if folded != " ":
            if not word:
                start = at + offset
            word += folded
            end = at + offset + 1
        elif word:
            yield Token(word, start, end)
            word = ""
    if word:
        yield Token(word, start, end)


# What an index holds: a token for each word, with all of its spellings where it has several.
#
# A word beside which something stands small is spelled with and without that. Where a word was hyphenated at the end
# of a line, its first half also stands for the whole, and says what the second half is, the token after it. Each
# stays one token in its place.

SPELLINGS = "\ue010"
"""Begins a token of an index that stands for several spellings, and stands between them. No text folds to it."""
BREAK = "\ue011"
"""Stands in such a token before the second half of a word that is broken at a line's end."""
_BLANK = re.compile(r"\s|\Z")
_BROKEN = re.compile(r"[-\u2010]\r?\n[> \t]*")
"""What stands between the halves of a word that was hyphenated at the end of a line, of a quoted one as well."""

_BREAKS = tuple(re.compile(rf"{hyphen}\r?\n[> \t]*(?=[^\W\d_])") for hyphen in "-\u2010")
"""The same before a letter; each begins with one character, for which a text is searched the fastest."""


def indexed(text: str) -> str:
    """Return the tokens as ``fold`` does, for an index: those with several spellings hold each of them.

    A word beside which something stands small (``quillback²``) is spelled with and without that. Where a word was
    hyphenated at a line's end, its first half also stands for the whole. Each stays one token in its place.
    """
    ascii_alone = text.isascii()  # a character set of small ones would be looked up for each character
    if ascii_alone and ("\n" not in text or _BREAKS[0].search(text) is None):
        return fold(text)
    small = () if ascii_alone else [found.start() for found in SMALL.finditer(text)]
    places = sorted({*small, *_breaks(text)})
    if not places:
        return fold(text)
    pieces: list[str] = []
    end = 0
    for place in places:
        if place >= end:
            start = max(text.rfind(" ", end, place), end)
            start = max(text.rfind("\n", start, place), start)
            pieces.append(fold(text[end:start]))
            broken = _BROKEN.match(text, place)
            end = _end_of_words(text, broken.end() if broken else place)
            pieces.append(" ".join(_several(text[start:end])))
    return " ".join([*pieces, fold(text[end:])])


def breaks_words(text: str) -> bool:
    """Whether words may be hyphenated at the ends of a text's lines, so that its lines don't say all of its words."""
    return "-\n" in text or "-\r\n" in text or "\u2010" in text


def spellings(token: str) -> Sequence[str]:
    """Return how the word is spelled for which a token of an index stands; last the whole of a broken one."""
    alone = spelled_alone(token)
    return [*alone, alone[0] + second_half(token)] if BREAK in token else alone


def spelled_alone(token: str) -> Sequence[str]:
    """Return the same of a token by itself, without the second half of a broken word."""
    return token.partition(BREAK)[0].split(SPELLINGS)[1:] if token.startswith(SPELLINGS) else (token,)


def second_half(token: str) -> str:
    """Return the second half of the broken word whose first half a token is, "" where it is none."""
    return token.partition(BREAK)[2]


def shown(token: str) -> str:
    """Return a token of an index as ``words`` has it."""
    return spelled_alone(token)[0]


def _breaks(text: str) -> list[int]:
    """Return where letters stand on both sides of a hyphen at a line's end."""
    hyphens = _BREAKS[:1] if text.isascii() else _BREAKS
    found = [found.start() for hyphen in hyphens for found in hyphen.finditer(text)]
    return [at for at in found if text[at - 1 : at].isalpha()]


def _end_of_words(text: str, at: int) -> int:
    """Return where the words end that stand here, those included that are broken at the ends of their lines."""
    while True:
        blank = _BLANK.search(text, at)
        end = blank.start() if blank else len(text)
        broken = _BROKEN.match(text, end - 1) if end > at else None
        if broken is None:
            return end
        at = broken.end()


def _several(text: str) -> Iterator[str]:
    """Yield the tokens of an index for the words of a text."""
    found = _words(text)
    for at, word in enumerate(found):
        distinct = list(dict.fromkeys(filter(None, (word.spelled, word.bare))))
        token = distinct[0] if len(distinct) == 1 else SPELLINGS + SPELLINGS.join(distinct)
        after = found[at + 1] if at + 1 < len(found) else None
        if after and _BROKEN.fullmatch(text, word.end, after.start) and (word.spelled[-1] + after.spelled[0]).isalpha():
            token = f"{SPELLINGS * (len(distinct) == 1)}{token}{BREAK}{after.spelled}"
        yield token


@dataclass(slots=True)
class _Word:
    """A word, with and without what stands small in it, and where it is in its text."""

    spelled: str
    bare: str
    start: int
    end: int


def _words(text: str) -> list[_Word]:
    found: list[_Word] = []
    small = {at for stretch in MARKED.finditer(text) for at in range(*stretch.span())} if RAISED in text else ()
    inside = False
    for at, character, folded in folded_characters(text):
        if folded == " ":
            inside = False
            continue
        if not inside:
            found.append(_Word("", "", at, at))
            inside = True
        word = found[-1]
        word.spelled += folded
        word.bare += "" if at in small or SMALL.match(character) else folded
        word.end = at + 1
    return found


# What versions of Unicode judge differently: characters that fold to something in one and separate words in another.
#
# An index is made by the tables of one Python and may be checked by those of another. Characters are added by each
# version of Unicode; what it said of others before stays, but for a few (its stability policies).

UNICODE = unicodedata.unidata_version
"""The version of Unicode of the Python that runs."""

_CHANGED = {
    "15.0.0": """cf3 ece 10efd-10eff 1123f-11241 11f00-11f10 11f12-11f3a 11f3e-11f42 11f50-11f59 1342f 13439-13455
        1b132 1b155 1d2c0-1d2d3 1df25-1df2a 1e030-1e06d 1e08f 1e4d0-1e4f9 2b739 31350-323af""",
    "15.1.0": "2ebf0-2ee5d",
    "16.0.0": """897 1c89-1c8a a7cb-a7cd a7da-a7dc 105c0-105f3 10d40-10d65 10d69-10d6d 10d6f-10d85 10ec2-10ec4 10efc
        11380-11389 1138b 1138e 11390-113b5 113b7-113c0 113c2 113c5 113c7-113ca 113cc-113d3 113e1-113e2 116d0-116e3
        1171e 11bc0-11be0 11bf0-11bf9 11f5a 13460-143fa 16100-16139 16d40-16d6c 16d70-16d79 18cff 1ccd6-1ccf9
        1e5d0-1e5fa""",
}
"""For each version that a supported Python has, but the first one, what ``fold`` makes of characters that it did
not make of them before."""


def judged_differently(there: Iterable[str], here: str = UNICODE) -> re.Pattern[str] | None:
    """Return what finds characters that one of the versions ``there`` folds otherwise than the one ``here``.

    None where there are none. A version that isn't known counts as the latest one.
    """
    versions = [*map(_number, there), _number(here)]
    ranges = [
        "-".join(chr(int(end, 16)) for end in part.split("-"))
        for version, parts in _CHANGED.items()
        if min(versions) < _number(version) <= max(versions)
        for part in parts.split()
    ]
    return re.compile(f"[{''.join(ranges)}]") if ranges else None


def _number(version: str) -> list[int]:
    return [int(part) for part in version.split(".")] if re.fullmatch(r"\d{1,3}(\.\d{1,3}){2}", version) else [999]
