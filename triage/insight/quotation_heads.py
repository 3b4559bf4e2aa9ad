"""Recognises what mail programs write above a message that they quote, and whom it names as its sender.

Known are the head of several lines ("From:", "Sent:", "To:", "Subject:" and their like in a dozen languages, or Notes'
name and date above "To:") and the line that ends with a colon ("On Monday Dana Levi wrote:"). Nothing is guessed: a
head that names nobody is none.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from triage.insight.threads import bare_subject, identities

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
    tails = (" ".join(lines[-many:]) for many in range(1, _MOST_WRAPPED + 1))
    return any(_is_sender(tail, sender) for tail in tails)


def _ends_with_subject(lines: Sequence[str], subject: str) -> bool:
    """Whether the last lines are the subject, which is wrapped after its label."""
    for many in range(2, min(_MOST_WRAPPED + 1, len(lines)) + 1):
        label = _LABEL.match(lines[-many])
        if label and not label["sender"] and not label["to"]:
            stated = f"{lines[-many][label.end() :]} {' '.join(lines[1 - many :])}"
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
