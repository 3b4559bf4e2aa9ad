"""Finds mails that a later mail of their conversation quotes in full. It suggests, and hides nothing.

A mail is contained in a later one only if all of this holds:

- its whole text, what it quotes itself included, is one quotation of the later mail, from the first word to the last:
  below a head that names its sender, either marked with ">" or, unmarked, up to the end of what surrounds it;
- the words are the same, with their signs and capitals, in the same order and at the same depth of quotation. Only
  marks of quotation at the beginning of lines, line breaks and white space are passed over;
- each of its attachments is attached to the later mail, byte for byte;
- its subject is the same but for marks of answers and forwards, and its Bcc is empty or the same;
- all of it, and of the later mail, was read, and it isn't too short to be told from another one.

Whatever is in doubt is kept apart. Linear in the texts: beginnings, ends and lengths propose, whole texts decide.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate

from triage.insight.threads import bare_subject, identities
from triage.model.items import ItemNo
from triage.text import stands_alone, words

# Recognises what mail programs write above a message that they quote, and whom it names as its sender.
#
# Known are the head of several lines ("From:", "Sent:", "To:", "Subject:" and their like in a dozen languages, or
# Notes' name and date above "To:") and the line that ends with a colon ("On Monday Dana Levi wrote:"). Nothing is
# guessed: a head that names nobody is none.

_MOST_ABOVE = 14
"""Lines above a quotation that its head may have, lists of recipients among them."""
_MOST_WRAPPED = 3
"""Lines over which "On Monday Dana Levi wrote:" may be wrapped."""
_FROM = "from|von|de|da|van|från|fra|od|от|מאת|من|发件人|寄件者|差出人"
_TO = "to|an|à|a|para|aan|till|til|do|кому|אל|إلى|收件人|收件者|宛先"
_OTHERS = (
    "cc|bcc|subject|date|sent|sent by|importance|priority|sensitivity|attachments?|reply-to|re|kopie|"
    "gesendet|betreff|datum|wichtigkeit|anlagen|objet|envoyé|pièces jointes|enviado|enviado el|enviada em|"
    "asunto|fecha|oggetto|inviato|data|assunto|onderwerp|verzonden|ämne|skickat|emne|sendt|temat|wysłano|"
    "дата|отправлено|тема|копия|נשלח|נושא|תאריך|עותק|העתק|الموضوع|تم الإرسال|أرسلت|أُرسلت|التاريخ|نسخة|主题|"
    "日期|抄送|发送时间|件名|日時"
)
_LABEL = re.compile(
    rf"\*?(?:(?P<sender>{_FROM})|(?P<to>{_TO})|(?:{_OTHERS}))\*?\s?[:：]\*?(?:\s|$|(?=[\u2e80-\ud7a3]))", re.IGNORECASE
)
_BETWEEN = re.compile("(?<=[\u2e80-\ud7a3]) | (?=[\u2e80-\ud7a3：])")
_WORDS = re.compile(r"\w+")


def names_sender(above: Sequence[str], sender: str, subject: str) -> bool:
    """Whether the lines right above a quotation, the last one nearest to it, are a head that names its sender.

    ``sender`` is written ``Name <address>``, ``subject`` as the quoted mail has it. Lines are as they stand, without
    quoting marks.
    """
    lines = [_visible(line).strip() for line in above[-_MOST_ABOVE:]]
    if not lines or not sender:
        return False
    if _LABEL.match(lines[-1]) or _ends_with_subject(lines, subject):
        return _is_sender(_stated(lines), sender)
    if not lines[-1].endswith((":", "：")):
        return False
    tails = (" ".join(lines[-count:]) for count in range(1, _MOST_WRAPPED + 1))
    return any(_is_sender(tail, sender) for tail in tails)


def _ends_with_subject(lines: Sequence[str], subject: str) -> bool:
    for count in range(2, min(_MOST_WRAPPED + 1, len(lines)) + 1):
        label = _LABEL.match(lines[-count])
        if label and not label["sender"] and not label["to"]:
            stated = f"{lines[-count][label.end() :]} {' '.join(lines[1 - count :])}"
            return bare_subject(stated) == bare_subject(subject)
    return False


def _stated(lines: Sequence[str]) -> str:
    """Return what a head of several lines says of its sender, "" where it says nothing."""
    labels = [_LABEL.match(line) for line in lines]
    for at in range(len(lines) - 1, -1, -1):
        label = labels[at]
        if label and label["sender"]:
            wrapped = lines[at + 1] if at + 1 < len(lines) and not labels[at + 1] else ""
            return f"{lines[at][label.end() :]} {wrapped}"
    addressed = [at for at, label in enumerate(labels) if label and label["to"]]
    return " ".join(lines[max(0, addressed[-1] - 2) : addressed[-1]]) if addressed else ""


def _is_sender(text: str, sender: str) -> bool:
    """Whether a text has the sender's address, or all words of the name, or all of the address before the @."""
    spelled = text.casefold()
    words = set(_WORDS.findall(spelled.replace("_", " ")))
    return any(one in spelled if "@" in one else words.issuperset(one.split()) for one in _known_as(sender))


@lru_cache(4096)
def _known_as(sender: str) -> tuple[str, ...]:
    known = identities(sender)
    name = re.findall(r"[^\W\d_]{3,}", sender.partition("<")[0].casefold()) if "<" in sender else []
    known = (*known, *name) if len(name) == 1 else known
    local = next((one.partition("@")[0] for one in known if "@" in one), "")
    parts = [part for part in re.findall(r"[^\W\d_]+", local) if len(part) > 1]
    telling = len(parts) > 1 or any(len(part) > 4 for part in parts)
    return (*known, " ".join(parts)) if telling else known


def _visible(line: str) -> str:
    """Return a line without marks of direction and the like, nor blanks between characters that are words alone."""
    if line.isascii():
        return line
    return _BETWEEN.sub("", "".join(c for c in line if unicodedata.category(c) != "Cf"))


_FEWEST_WORDS, _FEWEST_CHARACTERS = 8, 40
"""A shorter text might be somebody else's by chance."""
_DEEPEST = 100
"""Marks of quotation of one line that count."""

_Key = tuple[int, str, str]
"""How many words a text has, its first one and its last one."""


@dataclass(frozen=True)
class ConversationMail:
    """What is compared of a mail: the texts of its body, and their other renderings.

    ``date`` is when it was sent, in seconds; ``attachments`` are the SHA-256 of what is attached. A mail that isn't
    ``whole`` has something that wasn't read, or that is neither text nor attachment.
    """

    no: ItemNo
    date: int
    sender: str
    subject: str
    bcc: frozenset[str]
    attachments: tuple[str, ...]
    bodies: tuple[str, ...]
    alternatives: tuple[str, ...]
    whole: bool = True

    @cached_property
    def topic(self) -> str:
        return bare_subject(self.subject)

    @cached_property
    def to_find(self) -> list[QuotedLines]:
        """The texts that a later mail must quote; another rendering only where it has words that the body lacks."""
        known = Counter[str]()
        for body in self.bodies:
            known.update(words(body))
        more = [text for text in self.alternatives if Counter(words(text)) - known]
        return [QuotedLines.of(text) for text in (*self.bodies, *more)]

    @property
    def can_be_contained(self) -> bool:
        """Whether there is enough of it to be told from others."""
        return self.whole and any(
            text.places[-1] >= _FEWEST_WORDS and len(" ".join(text.lines)) >= _FEWEST_CHARACTERS
            for text in self.to_find[: len(self.bodies)]
        )


@dataclass(frozen=True)
class QuotedLines:
    """The lines of a text that have words, each with how deeply it is quoted; blanks are single ones."""

    depths: list[int]
    lines: list[str]

    @classmethod
    def of(cls, text: str) -> QuotedLines:
        depths, lines = [], []
        for line in text.split("\n"):
            depth, rest = _marked(line)
            if rest:
                depths.append(depth)
                lines.append(rest)
        return cls(depths, lines)

    @cached_property
    def places(self) -> list[int]:
        """How many words there are before each line, and at last in all."""
        return [0, *accumulate(line.count(" ") + 1 for line in self.lines)]

    @cached_property
    def ends(self) -> list[int]:
        """For each line the next one that is quoted less deeply."""
        ends, waiting = [len(self.lines)] * len(self.lines), list[int]()
        for at, depth in enumerate(self.depths):
            while waiting and self.depths[waiting[-1]] > depth:
                ends[waiting.pop()] = at
            waiting.append(at)
        return ends

    def key(self, start: int = 0, end: int | None = None) -> _Key:
        """Return what two equal texts have in common at least."""
        end = len(self.lines) if end is None else end
        first, last = self.lines[start].partition(" ")[0], self.lines[end - 1].rpartition(" ")[2]
        return self.places[end] - self.places[start], first, last

    def text(self, start: int = 0, end: int | None = None, depth: int = 0) -> str:
        """Return the words of some lines with how much more deeply than ``depth`` each is quoted."""
        parts, last = list[str](), -1
        for at in range(start, len(self.lines) if end is None else end):
            deeper = self.depths[at] - depth
            parts.append(f" {self.lines[at]}" if deeper == last else f"\n{deeper}\n{self.lines[at]}")
            last = deeper
        return "".join(parts)

    def above(self, start: int) -> list[str]:
        """Return the lines right above one that are quoted as the last of them is."""
        depth, begin = self.depths[start - 1], start - 1
        while begin and self.depths[begin - 1] == depth and start - begin < 20:
            begin -= 1
        return self.lines[begin:start]

    def quotations(self) -> Iterator[tuple[int, int, int]]:
        """Yield the lines that may be one quotation, by where they begin and end, and at which depth it is quoted."""
        for at in range(1, len(self.lines)):
            before, end = self.depths[at - 1], self.ends[at]
            for depth in range(self.depths[at], before, -1):
                while end < len(self.lines) and self.depths[end] >= depth:
                    end = self.ends[end]
                yield at, end, depth
            if self.depths[at] >= before:
                yield at, self.ends[at - 1], before


def _marked(line: str) -> tuple[int, str]:
    """Return how many marks of quotation begin a line, and the rest of it with single blanks."""
    depth, rest = 0, line.lstrip(" \t\r\xa0\u200e\u200f")
    while rest.startswith(">") and depth < _DEEPEST:
        depth, rest = depth + 1, rest[1:].lstrip(" \t\xa0\u200e\u200f")
    if not rest.isascii() and any(map(stands_alone, rest)):
        rest = "".join(f" {c} " if stands_alone(c) else c for c in rest)
    return depth, " ".join(rest.split())


def find(mails: Iterable[ConversationMail]) -> dict[ItemNo, ItemNo]:
    """Return the mails of one conversation that are contained in a later one, each with the last such mail."""
    mails = sorted((mail for mail in mails if mail.whole), key=lambda mail: (-mail.date, mail.no))
    by_text: dict[str, list[ConversationMail]] = {}
    keys = set[_Key]()
    for mail in mails:
        if mail.can_be_contained:
            by_text.setdefault(mail.to_find[0].text(), []).append(mail)
            keys.update(text.key() for text in mail.to_find if text.lines)
    contained: dict[ItemNo, ItemNo] = {}
    for mail in mails if keys else ():
        quoted = _quoted(mail, keys)
        for text in quoted:
            for one in by_text.get(text, ()):
                if one.no not in contained and _is_contained(one, mail, quoted):
                    contained[one.no] = mail.no
    return contained


def _quoted(mail: ConversationMail, keys: set[_Key]) -> dict[str, list[Sequence[str]]]:
    quoted: dict[str, list[Sequence[str]]] = {}
    for text in (*mail.bodies, *mail.alternatives):
        lines = QuotedLines.of(text)
        for start, end, depth in lines.quotations():
            if lines.key(start, end) in keys:
                quoted.setdefault(lines.text(start, end, depth), []).append(lines.above(start))
    return quoted


def _is_contained(one: ConversationMail, later: ConversationMail, quoted: dict[str, list[Sequence[str]]]) -> bool:
    return (
        later.date > one.date
        and later.topic == one.topic
        and (not one.bcc or one.bcc == later.bcc)
        and "" not in one.attachments
        and not Counter(one.attachments) - Counter(later.attachments)
        and all(
            any(names_sender(above, one.sender, one.subject) for above in quoted.get(text.text(), ()))
            for text in one.to_find
            if text.lines
        )
    )
