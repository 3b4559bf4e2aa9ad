"""Generated mail of lists and offices whose threads are known: common subjects, several kinds of quotes, reports.

Each message has what mail programs write; ``hidden`` takes out what says which message it answers. All is fictional.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

_NAMES = "Ada Lark,Ben Orrin,Cleo Marsh,Dov Hale,Esme Quill,Finn Moor,Gita Vane,Hugo Pell,Ines Brook,Jude Fenn".split(
    ","
)
_LISTS = ("gardens", "ferries", "looms")
_COMMON = ("hello", "question", "FYI", "Meeting", "", "update", "thanks!")
_DISCLAIMER = "This message is meant for the person it is addressed to.\nPlease consider the trees before you print it."
_WORDS = (
    "amber anchor basket beacon bridge candle canvas cedar cobalt copper cotton cradle ember falcon feather "
    "ferry garnet harbor hazel heron indigo island ivory jasper kettle lantern ledger linen lumber maple "
    "marble meadow mortar nectar needle oyster paddle parcel pepper pillar quarry ribbon saddle saffron silver "
    "spindle spruce timber tunnel velvet "
).split()
_MARKS = ("Re: ", "RE: ", "Re: Re: ", "AW: ", "SV: ", "Re[2]: ", "Antw: ", "R: ")
_START = datetime(2023, 1, 2, 8, tzinfo=UTC)


@dataclass(slots=True)
class ListMail:
    """A message and the thread that it is of."""

    number: int
    thread: int
    sender: str
    to: tuple[str, ...]
    subject: str
    date: datetime
    text: str
    parent: int | None
    mailing_list: str

    def data(self, *, hidden: bool = False) -> bytes:
        """Return it as bytes; ``hidden``: without its id and those of others."""
        head = [f"From: {_person(self.sender)}", f"To: {', '.join(map(_person, self.to))}"]
        head += [f"Subject: {self.subject}", f"Date: {format_datetime(self.date)}"]
        head += [f"List-Id: <{self.mailing_list}.example>"] if self.mailing_list else []
        if not hidden:
            head.append(f"Message-ID: <{self.number}@lark.example>")
            head += [] if self.parent is None else [f"In-Reply-To: <{self.parent}@lark.example>"]
        return "\n".join([*head, "Content-Type: text/plain; charset=utf-8", "", self.text]).encode()


def _person(name: str) -> str:
    return f"{name} <{name.lower().replace(' ', '.')}@lark.example>" if " " in name else f"{name}@lists.example"


def generate(seed: int, threads: int) -> list[ListMail]:
    """Return the messages of so many threads, a monthly report among each ten, in the order of their dates."""
    chance = random.Random(seed)
    made: list[ListMail] = []
    subjects: list[str] = []
    for thread in range(threads):
        if thread % 10 == 9:
            made.append(_report(chance, len(made), thread))
            continue
        again = chance.random()
        subject = " ".join(chance.sample(_WORDS, chance.randint(2, 5)))
        if again < 0.15:
            subject = chance.choice(_COMMON)
        elif again < 0.25 and subjects:  # the subject of another thread, at another time
            subject = chance.choice(subjects)
        subjects.append(subject)
        made += _thread(chance, len(made), thread, subject)
    return sorted(made, key=lambda one: one.date)


def _report(chance: random.Random, number: int, thread: int) -> ListMail:
    """Return a report that comes each month under the same subject with much of the same text."""
    date = _START + timedelta(days=3 * thread)
    text = f"The figures of the month, as always.\nLoads by ferry: {chance.randint(1, 999)}\nKept in: the ledger room."
    return ListMail(number, thread, _NAMES[0], ("looms",), "Monthly report", date, text, None, "looms")


def _thread(chance: random.Random, first: int, thread: int, subject: str) -> Iterator[ListMail]:
    listed = chance.choice(_LISTS) if chance.random() < 0.7 else ""
    people = chance.sample(_NAMES, chance.randint(2, 5))
    made: list[ListMail] = []
    for number in range(first, first + min(14, 1 + int(chance.expovariate(0.25)))):
        above = chance.choice(made[-4:]) if made else None
        sender = chance.choice([name for name in people if above is None or name != above.sender])
        date = _START + timedelta(days=3 * thread, hours=chance.randint(0, 20))
        others = (listed,) if listed else tuple(name for name in people if name != sender)
        if above is not None:
            date = above.date + timedelta(minutes=5 + int(chance.expovariate(1 / 600)))
            if listed and chance.random() < 0.5:
                others = (above.sender, listed)
        text = _text(chance, sender, above)
        mark = chance.choice(_MARKS) if above else ""
        tag = f"[{listed}] " if listed and chance.random() < 0.5 else ""
        parent = above.number if above else None
        made.append(ListMail(number, thread, sender, others, f"{tag}{mark}{subject}", date, text, parent, listed))
    return iter(made)


def _text(chance: random.Random, sender: str, above: ListMail | None) -> str:
    said = "\n".join(
        " ".join(chance.choices(_WORDS, k=chance.randint(4, 11))) + "." for _ in range(chance.randint(2, 6))
    )
    own = f"{said}\n\n-- \n{sender}\n{_DISCLAIMER}\n"
    style = chance.random()
    if above is None or style < 0.15:
        return own
    if style < 0.7:
        return f"{above.sender} wrote:\n" + "\n".join(f"> {line}" for line in above.text.split("\n")) + f"\n\n{own}"
    head = f"From: {above.sender}\nSent: {above.date:%A %H:%M}\nTo: {above.to[0]}\nSubject: {above.subject}"
    return f"{own}\n-----Original Message-----\n{head}\n\n{above.text}"


def hidden(data: bytes) -> bytes:
    """Return a message without the fields that say which message it is and which it answers."""
    head, gap, body = re.match(rb"(.*?)(\r?\n\r?\n|\Z)(.*)", data, re.DOTALL).groups()  # type: ignore[union-attr]
    named = rb"(?im)^(?:message-id|in-reply-to|references)[ \t]*:.*(?:\r?\n[ \t].*)*(?:\r?\n|\Z)"
    return re.sub(named, b"", head + b"\n").rstrip(b"\n") + gap + body


def pairs_f1(true: Sequence[Hashable], found: Sequence[Hashable]) -> tuple[float, float, float]:
    """Return precision, recall and F1 over pairs of messages that are, and that are found to be, of one thread."""

    def pairs(labels: Sequence[Hashable]) -> int:
        return sum(count * (count - 1) // 2 for count in Counter(labels).values())

    both = pairs(list(zip(true, found, strict=True)))
    precision, recall = both / max(1, pairs(found)), both / max(1, pairs(true))
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)
