"""Reads ``contained_threads.txt``: conversations, and which of their mails are contained in which later ones."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from email.message import EmailMessage
from email.utils import formatdate
from pathlib import Path

_PEOPLE = {
    "dana": "Dana Levi <dana@orrin.example>",
    "dana_he": "דנה לוי <dana@orrin.example>",
    "omar": "Omar Haddad <omar@orrin.example>",
    "omar_ar": "عمر حداد <omar@orrin.example>",
    "ruth": "Ruth Keller <ruth@orrin.example>",
    "miriam": "Miriam Stein <miriam@orrin.example>",
}
_FIRST = 1_683_014_400  # 2 May 2023, 8:00 UTC
_INSERTED = re.compile(r"(>>|==)(\d)(?: s/(.*)/(.*)/)?")


@dataclass
class Letter:
    """A mail of such a conversation; ``date`` is in seconds, ``attachments`` are names and contents."""

    sender: str
    subject: str
    date: int
    options: list[str]
    lines: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "\n".join(self.lines) + "\n"

    @property
    def attachments(self) -> list[tuple[str, str]]:
        names = [one[1:] for one in self.options if one.startswith("+")]
        return [(name.rstrip("*"), f"content of {name}") for name in names]

    @property
    def bcc(self) -> list[str]:
        return [_PEOPLE[one.partition(":")[2]] for one in self.options if one.startswith("bcc:")]


@dataclass
class Thread:
    """A conversation: what must be found, and what is true and may be missed, as pairs of places counted from 1."""

    title: str
    want: set[tuple[int, int]] = field(default_factory=set)
    lost: set[tuple[int, int]] = field(default_factory=set)
    letters: list[Letter] = field(default_factory=list)


def threads() -> list[Thread]:
    found = list[Thread]()
    for line in Path(__file__).with_suffix(".txt").read_text("utf-8").splitlines():
        kind, _, rest = line.partition(" ")
        if kind == "#":
            continue
        if kind == "=":
            found.append(Thread(rest))
        elif kind in ("want:", "lost:") and not found[-1].letters:
            getattr(found[-1], kind[:-1]).update((int(a), int(b)) for a, b in re.findall(r"(\d) in (\d)", rest))
        elif kind == "@":
            found[-1].letters.append(_letter(rest, len(found), len(found[-1].letters)))
        else:
            found[-1].letters[-1].lines += _lines(line, found[-1])
    return found


def _letter(head: str, thread: int, place: int) -> Letter:
    person, subject, *more = (part.strip() for part in head.split("|"))
    options = " ".join(more).split()
    hour = -1 if "early" in options else place
    return Letter(_PEOPLE[person], subject, _FIRST + 86_400 * thread + 3600 * hour, options)


def _lines(line: str, thread: Thread) -> Iterator[str]:
    inserted = _INSERTED.fullmatch(line)
    if not inserted:
        yield line
        return
    text = "\n".join(thread.letters[int(inserted[2]) - 1].lines)
    if inserted[3]:
        assert inserted[3] in text, thread.title
        text = text.replace(inserted[3], inserted[4] or "", 1)
    for one in text.split("\n"):
        yield f"> {one}".rstrip() if inserted[1] == ">>" else one


def mail(letter: Letter, ident: str, above: str) -> bytes:
    """Return a letter as a message that answers another one, "" for none."""
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = letter.sender, "all@orrin.example", letter.subject
    message["Message-ID"] = f"<{ident}@orrin.example>"
    if above:
        message["References"] = f"<{above}@orrin.example>"
    if letter.bcc:
        message["Bcc"] = ", ".join(letter.bcc)
    message["Date"] = formatdate(letter.date)
    message.set_content(letter.text)
    for name, content in letter.attachments:
        message.add_attachment(content.encode(), "application", "octet-stream", filename=name)
    if "unread" in letter.options:
        message.add_attachment(b"\0", "application", "zip", filename="broken.zip")
    return message.as_bytes()
