"""What a message says that it encloses: that something is attached, and names of files, in its own words alone.

What it quotes or forwards doesn't count, and neither does the small print that warns of any attachments. The words are
English, Hebrew, Arabic, German, French, Spanish and Italian.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

_ENDINGS = "xlsx xls xlsm doc docx rtf pdf ppt pptx zip csv mdb vsd wpd tif tiff jpg jpeg png msg pst".split()
_INFLECTED = """attached attach attaching attachment attachments enclosed enclose enclosing enclosure enclosures
anbei beigefügt angehängt anhang ci-joint ci-jointe ci-joints ci-jointes joint jointe adjunto adjunta allegato allegata
מצורף המצורף מצורפת המצורפת מצורפים המצורפים מצורפות המצורפות ומצורף ומצורפת מצ״ב רצ״ב צירפתי מצרף מצרפת בצירוף
مرفق المرفق مرفقة المرفقة مرفقا مرفقات المرفقات ومرفق أرفقت أرفق طيه""".split()
SEARCHED = (*_INFLECTED, *_ENDINGS)
"""Words of which a message has one that says such a thing: a search for them saves reading the others."""

_ENGLISH = r"""
\b(?:attached|enclosed)\s+(?:is|are|please|you(?:'ll|\s+will)?|for\s+your|find|herewith|hereto|files?|documents?|draft
|spreadsheets?|memo|letter|list|report|copy|excel|word|pdf)\b
|\b(?:please\s+)?(?:find|see|review|open|read|the|an?|my|our|this|these|per|is|are|have|i've|we've|i'm|also)\s+
(?:the\s+)?(?:attached|enclosed)\b(?!\s+(?:to|by|at|garage|house|home)\b)
|\b(?:see|find|open|review|read|in)\s+(?:the\s+|my\s+|our\s+)?(?:attachments?|enclosures?)\b
|\b(?:i|we)(?:'(?:ve|m|re)|\s+have|\s+am|\s+are)?\s+(?:also\s+)?(?:attach(?:ed|ing)?|enclos(?:e|ed|ing))\b
|\A\W*(?:attached|enclosed)\b"""
_EUROPEAN = r"""
|\b(?:anbei|im\s+anhang|beigefügt|angehängt|ci-jointe?s?|(?:en|in)\s+pi[èe]ces?\s+jointes?|adjunt[oa]|in\s+allegato)\b"""
_HEBREW = r"""
|(?<!\w)[והבשל]{0,2}(?:מצורף|מצורפת|מצורפים|מצורפות|מצ["״]ב|רצ["״]ב|צירפתי|מצרף|מצרפת|בצירוף)(?!\w)"""
_ARABIC = r"""
|(?<!\w)[وفبل]{0,2}(?:ال)?(?:مرفق|مرفقة|مرفقًا|مرفقاً|مرفقا|مرفقات|أرفقت|ارفقت|أرفق|طيه)(?!\w)"""
_SAID = re.compile(_ENGLISH + _EUROPEAN + _HEBREW + _ARABIC, re.IGNORECASE | re.VERBOSE)
_ANCHORS = r"""attach enclos anbei anhang beigefügt angehängt joint adjunt allegato מצורפ מצורף מצ"ב מצ״ב רצ"ב רצ״ב צירפ
מצרף מצרפ בצירוף مرفق أرفق ارفق طيه""".split()
_LATIN = [anchor for anchor in _ANCHORS if anchor.isascii()]
_SIGNS = ("-", "_", "*")
_WINDOW = 40
"""Characters of such a phrase that may stand before and behind the piece of ``_ANCHORS`` that it has in it."""
_DENIED = re.compile(r"\b(?:no|not|without|any|nothing|n't|kein|keine|sans|ללא|בלי|بدون)\W+(?:\w+\W+)?$", re.IGNORECASE)
_ELSEWHERE = re.compile(r"[^.!?:]{0,60}\bbelow\b|(?<=t)s?\s+(?-i:[A-HJ-Z\d][A-Z\d]?)\b", re.IGNORECASE)
"""What stands behind where the text itself has what is meant, or it is a part of another paper (Attachment J)."""
_SMALL_PRINT = re.compile(
    r"\bintended\s+(?:only|solely|for|recipient)|privileged|virus|unauthori[sz]ed|strictly\s+prohibited|may\s+contain"
    r"|irrtümlich|unbefugt|destinataire|destinatario|נמען|מיועד|المرسل إليه|سرية",
    re.IGNORECASE,
)
_LONGEST_PARAGRAPH = 600
"""Words of small print, and how many characters on each side of a place are its paragraph at most."""
_QUOTE = 80
_ENDING = re.compile(rf"\.(?:{'|'.join(_ENDINGS)})(?![\w@/-]|\.\w)", re.IGNORECASE)
_STEM = re.compile(r"(?<![\w/\\.@=%~&+'-])[^\W_][\w.&~+'-]*\Z")
_SET_APART = re.compile(r"(?:<<|\bfile:[ \t]*|^[ \t]*-[ \t]+)([^\W_][^<>:;\n\\/@]*)\Z", re.IGNORECASE | re.MULTILINE)
_LONGEST = 100
"""The end of a file's name; what stands before it, alone or where mail programs set whole names apart; characters of it
that are looked at."""
_NAMED_APART = re.compile(r"[\s,;()]+")
_NUMBERED = re.compile(r"\s*\(\d{1,3}\)(?=\.\w+$)")
"""What browsers put into the name of a second copy."""

_FORWARDED = """original message|forwarded|begin forwarded|ursprüngliche nachricht|weitergeleitet|message d'origine
|mensaje original|messaggio originale|הודעה מקורית|הודעה שהועברה|הועבר|الرسالة الأصلية|رسالة معاد توجيهها"""
_DASHED = re.compile(
    rf"[-_*]{{2,}}[ \t]*(?:{_FORWARDED})|[-_*]*[ \t]*(?:{_FORWARDED})\b.{{0,80}}[-:][ \t]*$".replace("\n", ""),
    re.IGNORECASE,
)
_FROM = re.compile("(?:from|von|de|da|van|מאת|من)[ \t]?:", re.IGNORECASE)
_BELOW = re.compile(
    "(?:sent|to|date|subject|gesendet|an|datum|betreff|envoyé|à|objet|נשלח|אל|נושא|تاريخ|إلى|الموضوع)[ \t]?:",
    re.IGNORECASE,
)
_WROTE = re.compile(
    r"\b(?:wrote|schrieb|a écrit|escribió|ha scritto|כתב|כתבה|כתב/ה|كتب|كتبت)[^\n]{0,20}:[ \t]*$", re.IGNORECASE
)
_MARKED = re.compile(
    r"-{2,}[^-\n][^\n]{1,200}?-{2,}[ \t]*$|_{20,}[ \t]*$|(?:subject|betreff|objet|נושא|الموضوع)[ \t]?:", re.IGNORECASE
)
"""Lines above what is quoted or forwarded: dashes and words, a sender with further headers below, "Dana wrote:"; in a
message whose subject says that it answers or forwards also dashes alone, and a subject: reports are divided so, too."""


@dataclass(frozen=True, slots=True)
class Mentions:
    """What a message says that it encloses: the words that say it, "" for none, and names of files as written."""

    words: str
    files: tuple[str, ...]


def own_words(untrusted_text: str, marked: bool) -> str:
    """Return the text up to what is quoted or forwarded, without quoted lines.

    ``marked``: the subject says that the message answers or forwards another.
    """
    own, lines = list[str](), untrusted_text.split("\n")
    for at, line in enumerate(lines):
        bare = line.lstrip(" \t\r\xa0\u200e\u200f")
        first = bare[:1]
        if first == ">" or first == "|":
            continue
        if (":" in bare or first in _SIGNS) and _ends_own(bare, lines[at + 1 : at + 4], marked):
            break
        own.append(line)
    return "\n".join(own)


def _ends_own(line: str, below: Sequence[str], marked: bool) -> bool:
    """Whether a line, without the blanks before it, stands above what is quoted or forwarded.

    It has a colon, or begins with dashes or the like.
    """
    if _FROM.match(line):
        return any(_BELOW.match(other.lstrip()) for other in below)
    if _DASHED.match(line) or (line.rstrip()[-1:] == ":" and _WROTE.search(line)):
        return True
    return marked and _MARKED.match(line) is not None


def mentions(untrusted_text: str, marked: bool) -> Mentions:
    """Return what a message says in its own words that it encloses; ``marked`` as in ``own_words``."""
    text = own_words(untrusted_text, marked).replace("’", "'")
    return Mentions(next(_said(text), ""), tuple(dict.fromkeys(_files(text))))


def _said(text: str) -> Iterator[str]:
    """Yield the words around each place that says that something is attached."""
    lower = text.lower()
    if len(lower) != len(text):  # so that a place in one is a place in the other
        text = lower
    anchors = _LATIN if lower.isascii() else _ANCHORS
    for at in sorted(at for anchor in anchors for at in _places(lower, anchor)):
        found = _SAID.search(text, max(0, at - _WINDOW), at + _WINDOW)
        if found is None:
            continue
        before = text[max(0, found.start() - _WINDOW) : found.start()]
        if _DENIED.search(before) or _ELSEWHERE.match(text, found.end()):
            continue
        if not _SMALL_PRINT.search(_paragraph(text, found.start())):
            yield _quoted(text, found.start(), found.end())


def _paragraph(text: str, at: int) -> str:
    """Return what stands between the blank lines around a place."""
    first = max(0, at - _LONGEST_PARAGRAPH)
    before, after = text[first:at], text[at : at + _LONGEST_PARAGRAPH]
    return before.rpartition("\n\n")[2] + after.partition("\n\n")[0]


def _places(text: str, piece: str) -> Iterator[int]:
    at = text.find(piece)
    while at >= 0:
        yield at
        at = text.find(piece, at + len(piece))


def _files(text: str) -> Iterator[str]:
    """Yield the names of files."""
    for ending in _ENDING.finditer(text):
        first = max(0, ending.start() - _LONGEST)
        whole = _SET_APART.search(text, first, ending.start())
        if whole and not _ENDING.search(whole[1]):
            yield whole[1] + ending[0]
        elif found := _STEM.search(text, first, ending.start()):
            yield found[0] + ending[0]


def _quoted(text: str, start: int, end: int) -> str:
    """Return the words around a place, on one line, whole at both ends."""
    left = text[max(0, start - _QUOTE) : start]
    right = text[end : end + _QUOTE]
    left = left if start <= _QUOTE else left.partition(" ")[2] or left
    right = right if end + _QUOTE >= len(text) else right.rpartition(" ")[0] or right
    return " ".join((left + text[start:end] + right).split())


def last_part(name: str) -> str:
    """Return the end of a file's name that has no blank, folded: what a text names may begin anywhere before."""
    return _NAMED_APART.split(name.strip(" ()"))[-1].casefold()


def known_names(names: Iterable[str]) -> frozenset[str]:
    """Return the ends of the names of a case's files, as ``last_part`` has them; that of "b(1).doc" is b.doc, too."""
    return frozenset(last_part(one) for name in names for one in (name, _NUMBERED.sub("", name)))
