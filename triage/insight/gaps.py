"""What may be missing: messages that others refer to and no item has, and files that messages name and no item is.

A message counts with its own words alone; what it quotes or forwards names what somebody else had. A file
that is only linked to, on a web page or a shared drive, may be listed as well.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass

import msgspec

from triage.insight.people.headers import MailHeaders
from triage.model.items import ItemNo
from triage.store.threads import message_key

_MOST_REFERENCES = 100
"""References of one message that are followed: the latest."""

ENDINGS = tuple("xlsx xls xlsm doc docx rtf pdf ppt pptx zip csv mdb vsd wpd tif tiff jpg jpeg png msg pst".split())
"""Endings of names by which files are known. A search for them saves reading the other messages."""
_SIGNS = ("-", "_", "*")
_ENDING = re.compile(rf"\.(?:{'|'.join(ENDINGS)})(?![\w@/-]|\.\w)", re.IGNORECASE)
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
class AbsentMail:
    """A Message-ID that no item has, and the items that refer to it, in ascending order."""

    message_id: str
    items: tuple[ItemNo, ...]


def absent(headers: MailHeaders, known: Container[str]) -> list[AbsentMail]:
    """Return messages that others refer to and whose keys are not among the ``known``, by their Message-IDs."""
    referring: dict[str, list[ItemNo]] = defaultdict(list)
    for no, message_id, refs in headers.refs:
        own = message_key(message_id)
        for reference in dict.fromkeys(msgspec.json.decode(refs, type=list[str])[-_MOST_REFERENCES:]):
            if reference not in known and reference != own:
                referring[reference].append(no)
    return [AbsentMail(reference, tuple(nos)) for reference, nos in sorted(referring.items())]


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


def named_files(untrusted_text: str, marked: bool) -> tuple[str, ...]:
    """Return the names of files in a message's own words, as written, each once; ``marked`` as in ``own_words``."""
    return tuple(dict.fromkeys(_files(own_words(untrusted_text, marked).replace("’", "'"))))


def _files(text: str) -> Iterator[str]:
    for ending in _ENDING.finditer(text):
        first = max(0, ending.start() - _LONGEST)
        whole = _SET_APART.search(text, first, ending.start())
        if whole and not _ENDING.search(whole[1]):
            yield whole[1] + ending[0]
        elif found := _STEM.search(text, first, ending.start()):
            yield found[0] + ending[0]


def last_part(name: str) -> str:
    """Return the end of a file's name that has no blank, folded: what a text names may begin anywhere before."""
    return _NAMED_APART.split(name.strip(" ()"))[-1].casefold()


def known_names(names: Iterable[str]) -> frozenset[str]:
    """Return the ends of the names of a case's files, as ``last_part`` has them; that of "b(1).doc" is b.doc, too."""
    return frozenset(last_part(one) for name in names for one in (name, _NUMBERED.sub("", name)))
