"""What may be missing in a case, each gap with its evidence and the items that show it.

It states no reason and accuses nobody: an attachment may have been left out on purpose. Nothing of it is kept. Sealed
items show no gap, and what is known of them (their Message-IDs, what holds them) closes gaps.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Container, Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

import msgspec

from triage.insight.gaps.nouns import ABSENT, FILE, KINDS, Gap, GapCount, GapReport
from triage.insight.open_case import InsightCase, of_ids
from triage.insight.people import storage
from triage.insight.people.api import CasePeople
from triage.insight.people.headers import MailHeaders
from triage.messages import say
from triage.model.items import ItemNo, Row
from triage.model.messages import Message
from triage.store import reading, threads
from triage.store.threads import message_key

_MOST_TEXT = 1 << 16
_AT_ONCE = 500
_PEOPLE = 5

Report = Callable[[int, int], object]


class CaseGaps:
    def __init__(self, case: InsightCase, people: CasePeople) -> None:
        self._case = case
        self._people = people

    def find(
        self,
        *,
        kinds: Collection[str] = KINDS,
        custodian: str = "",
        limit: int | None = None,
        reviewer: str | None = None,
        done: Report = lambda *_: None,
        stop: Callable[[], bool] = lambda: False,
    ) -> GapReport | None:
        """Return the gaps of some of KINDS, kind by kind; None where it was stopped.

        With ``custodian`` only those in this custodian's records; ``limit`` is how many of each kind are listed, None
        for all. ``done`` is called with how many texts of how many were read. ``reviewer`` is as in ``Search.run``.
        """
        headers = self._people.headers
        finder = _GapFinder(self._case, headers)
        counts, listed = list[GapCount](), list[Gap]()
        for kind, of_kind in ((ABSENT, finder.absent()), (FILE, finder.files(done, stop))):
            if kind in kinds:
                gaps = [gap for gap in of_kind if not custodian or custodian in finder.custodians(gap)]
                counted = Counter(map(finder.custodian, gaps))
                counts += [GapCount(kind, name, count) for name, count in sorted(counted.items())]
                listed += finder.complete(gaps[:limit])
        if stop():
            return None
        self._case.exposure.note("gaps", reviewer, gaps=len(listed))
        return GapReport(len(headers.nos), tuple(counts), tuple(listed))


class _Gap(NamedTuple):
    """A gap before it is completed: what it is about, and the items."""

    kind: str
    evidence: Message
    nos: tuple[ItemNo, ...]
    about: str


class _GapFinder:
    def __init__(self, case: InsightCase, headers: MailHeaders) -> None:
        self._case, self._store = case, case.store
        self._headers = headers

    def complete(self, gaps: Sequence[_Gap]) -> Iterator[Gap]:
        """Yield gaps with the ids and dates of their items, who sent them, and queries that find exactly them."""
        for at in range(0, len(gaps), _AT_ONCE):
            some = gaps[at : at + _AT_ONCE]
            rows = {row.no: row for row in reading.rows(self._store, sorted({no for gap in some for no in gap.nos}))}
            for gap in some:
                yield self._complete(gap, [rows[no] for no in gap.nos])

    def _complete(self, gap: _Gap, rows: Sequence[Row]) -> Gap:
        days = sorted(row.date[:10] for row in rows if row.date)
        ids = tuple(row.id for row in rows)
        return Gap(
            kind=gap.kind,
            custodian=self.custodian(gap),
            about=gap.about,
            first=days[0] if days else "",
            last=days[-1] if days else "",
            evidence=gap.evidence,
            people=tuple(dict.fromkeys(row.sender for row in rows if row.sender))[:_PEOPLE],
            nos=gap.nos,
            ids=ids,
            query=of_ids(ids),
        )

    def custodians(self, gap: _Gap) -> set[str]:
        return {self._custodian_of[no] for no in gap.nos}

    def custodian(self, gap: _Gap) -> str:
        """Return in whose records a gap is, "" where the items that show it are in several custodians'."""
        owners = self.custodians(gap)
        return owners.pop() if len(owners) == 1 else ""

    @cached_property
    def _custodian_of(self) -> dict[ItemNo, str]:
        names = (self._headers.custodians[at] for at in self._headers.custodian.tolist())
        return dict(zip(map(ItemNo, self._headers.nos.tolist()), names, strict=True))

    def absent(self) -> Iterator[_Gap]:
        for message_id, nos in absent(self._headers, threads.MessageKeys(self._store)).items():
            yield _Gap(ABSENT, say("gap-absent", count=len(nos)), tuple(nos), message_id)

    def files(self, done: Report, stop: Callable[[], bool]) -> Iterator[_Gap]:
        from triage.insight.threads import topic_of

        firsts = self._candidates(ENDINGS)
        known = known_names(storage.file_names(self._store))
        naming, written = defaultdict[str, set[ItemNo]](set), dict[str, str]()
        for no, subject, text in self._texts(firsts, done, stop):
            for name in named_files(text, bool(topic_of(subject)[1])):
                if (part := last_part(name)) not in known:
                    written.setdefault(part, name)
                    naming[part].update(self._copies[self._mail_of[no]])
        for part, nos in sorted(naming.items()):
            yield _Gap(FILE, say("gap-file", count=len(nos)), tuple(sorted(nos)), written[part])

    def _candidates(self, words: Sequence[str]) -> list[ItemNo]:
        """Return the first item of each message that has one of these words and holds nothing sealed."""
        alternatives = " OR ".join(f'"{word}"' for word in words)
        having = self._case.found(f"body:({alternatives})")[1]
        headers = self._headers
        chosen = headers.of_items(having)[headers.mail] & headers.is_first
        nos = list(map(ItemNo, headers.nos[chosen].tolist()))
        uncertain = storage.holding_sealed(self._store, nos)
        return [no for no in nos if no not in uncertain]

    def _texts(
        self, nos: Sequence[ItemNo], done: Report, stop: Callable[[], bool]
    ) -> Iterator[tuple[ItemNo, str, str]]:
        for at in range(0, len(nos), _AT_ONCE):
            if stop():
                return
            done(at, len(nos))
            some = nos[at : at + _AT_ONCE]
            texts, subjects = threads.texts(self._store, some, _MOST_TEXT), storage.subjects(self._store, some)
            yield from ((no, subjects[no], texts[no]) for no in some if no in texts)
        done(len(nos), len(nos))

    @cached_property
    def _mail_of(self) -> dict[ItemNo, int]:
        return dict(zip(map(ItemNo, self._headers.nos.tolist()), self._headers.mail.tolist(), strict=True))

    @cached_property
    def _copies(self) -> dict[int, list[ItemNo]]:
        copies = defaultdict[int, list[ItemNo]](list)
        for no, mail in self._mail_of.items():
            copies[mail].append(no)
        return copies


# What a message names, by its own words alone: what it quotes or forwards names what somebody else had. A file that is
# only linked to, on a web page or a shared drive, may be listed as well.

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


def absent(headers: MailHeaders, known: Container[str]) -> dict[str, list[ItemNo]]:
    """Return the Message-IDs to which items refer and that are not among the ``known``, with these items, ascending."""
    referring = defaultdict[str, list[ItemNo]](list)
    for no, message_id, refs in headers.refs:
        own = message_key(message_id)
        for reference in dict.fromkeys(msgspec.json.decode(refs, type=list[str])[-_MOST_REFERENCES:]):
            if reference not in known and reference != own:
                referring[reference].append(no)
    return dict(sorted(referring.items()))


def own_words(untrusted_text: str, marked: bool) -> str:
    """Return the text up to what is quoted or forwarded, without quoted lines.

    ``marked``: the subject says that the message answers or forwards another.
    """
    own, lines = list[str](), untrusted_text.split("\n")
    for at, line in enumerate(lines):
        bare = line.lstrip(" \t\r\xa0\u200e\u200f")
        first = bare[:1]
        if first in (">", "|"):
            continue
        if (":" in bare or first in _SIGNS) and _ends_own(bare, lines[at + 1 : at + 4], marked):
            break
        own.append(line)
    return "\n".join(own)


def _ends_own(line: str, below: Sequence[str], marked: bool) -> bool:
    """Whether a line, without the blanks before it, stands above what is quoted or forwarded."""
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
        set_apart = _SET_APART.search(text, first, ending.start())
        if set_apart and not _ENDING.search(set_apart[1]):
            yield set_apart[1] + ending[0]
        elif stem := _STEM.search(text, first, ending.start()):
            yield stem[0] + ending[0]


def last_part(name: str) -> str:
    """Return the end of a file's name that has no blank, folded: what a text names may begin anywhere before."""
    return _NAMED_APART.split(name.strip(" ()"))[-1].casefold()


def known_names(names: Iterable[str]) -> frozenset[str]:
    """Return the ends of the names of a case's files, as ``last_part`` has them; that of "b(1).doc" is b.doc, too."""
    return frozenset(last_part(one) for name in names for one in (name, _NUMBERED.sub("", name)))
