"""The headers of all messages of a case as numbers, read once: people, graph and gaps are worked out from them.

Copies of a message, which have the same content, are one ``mail``; each stays an item of its own.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple

import msgspec
import numpy as np
from numpy.typing import NDArray

from triage.arrays import distinct
from triage.insight.people.storage import MessageRecord
from triage.insight.threads import ADDRESS, SUBADDRESS
from triage.model.items import ItemNo
from triage.text import fold

# How headers name people: by address, by Exchange name, or by name alone. Which of them are one person is decided in
# ``identities``.

_EXCHANGE_NAME = re.compile(r"/o=[^<>@;\"]*/cn=[^<>@;\"]+", re.IGNORECASE)
_IMCEA = re.compile(r"imceaex-(_o=[^@]+)@", re.IGNORECASE)
"""An Exchange name as an Internet address (MS-OXCMAIL 2.1.3.1.8): "/" as "_", others as "+" and hex."""
_ESCAPED = re.compile(r"\+([0-9a-f]{2})", re.IGNORECASE)
_REMARK = re.compile(r"[/(@\[].*")
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_PUNCTUATION = " \t\"'<>,;."


class Party(NamedTuple):
    """Somebody as a header names them: the ``key`` to compare by, "" for nobody, and the name as written.

    The key is an address in lower case (with "@"), an Exchange name in lower case ("/o=..."), or the words of a name.
    """

    key: str
    name: str


def party(untrusted_written: str) -> Party:
    """Parse ``Name <address>``, ``address`` or ``Name``; of several addresses the first is taken."""
    name = untrusted_written
    if wrapped := _IMCEA.search(name):
        key = _ESCAPED.sub(lambda escape: chr(int(escape[1], 16)), wrapped[1].replace("_", "/"))
        name = name[: wrapped.start()]
    elif exchange := _EXCHANGE_NAME.search(name):
        key, name = exchange[0], name[: exchange.start()]
    elif address := ADDRESS.search(name):
        key, name = SUBADDRESS.sub("", address[0]), name[: address.start()]
    else:
        return Party(name_key(name), " ".join(name.split()).strip(_PUNCTUATION))
    return Party(key.lower().strip(_PUNCTUATION), " ".join(name.split()).strip(_PUNCTUATION))


@lru_cache(1 << 16)
def name_key(untrusted_name: str) -> str:
    """Return the words of a name, folded and sorted: "Levi, Dana (Ext)" and "Dana Levi" have the same key."""
    return " ".join(sorted(_LETTERS.findall(fold(_REMARK.sub("", untrusted_name)))))


def recipients(message: MessageRecord) -> list[str]:
    """Return the recipients of a message as written: to, copies, blind copies."""
    return [name for kind in _RECIPIENTS.decode(message.recipients) for name in kind]


Numbers = NDArray[np.int64]
Flags = NDArray[np.bool_]

UNDATED = int(np.iinfo(np.int64).min)
"""The date of a message that doesn't say when it was sent."""
NOBODY = -1


class MailHeaders:
    """The messages of a case, numbered from 0 in the order of their first items, and who takes part in them.

    Of each item: ``nos``, its ``mail``, its ``custodian`` (an index into ``custodians``). Of each mail: its ``sender``
    (an index into ``written``, NOBODY for none), its ``date`` (seconds since 1970, UNDATED for none). ``linked`` and
    ``to`` are pairs of a mail and a recipient, an index into ``written``. Of each one written: ``key``, an index into
    ``keys``, and in ``names`` the name without address.

    ``refs`` are the items that refer to others, with their Message-IDs and those that they name, as JSON.
    """

    def __init__(self, messages: Iterable[MessageRecord]) -> None:
        self.written: list[str] = []
        self.names: list[str] = []
        self.keys: list[str] = []
        self.refs: list[tuple[ItemNo, str, str]] = []
        self._key = array("q")
        self._of_written: dict[str, int] = {"": NOBODY}
        self._of_key: dict[str, int] = {"": NOBODY}
        nos, mails, custodians, senders, dates, linked, recipients_ = (array("q") for _ in range(7))
        of_content, of_custodian = dict[str, int](), dict[str, int]()
        for message in messages:
            mail = of_content.setdefault(message.digest or str(message.no), len(senders))
            nos.append(message.no)
            mails.append(mail)
            custodians.append(of_custodian.setdefault(message.custodian, len(of_custodian)))
            if message.refs != "[]":
                self.refs.append((message.no, message.message_id, message.refs))
            if mail == len(senders):  # the first of its content
                to = self._numbers(recipients(message))
                senders.append(self._add(message.sender))
                dates.append(UNDATED if message.date is None else message.date)
                recipients_.extend(to)
                linked.extend([mail] * len(to))
        self.custodians = list(of_custodian)
        self.nos, self.mail, self.custodian = map(numbers, (nos, mails, custodians))
        self.sender, self.date, self.linked, self.to = map(numbers, (senders, dates, linked, recipients_))
        self.key = numbers(self._key)

    def _numbers(self, written: Sequence[str]) -> list[int]:
        """Return the numbers of people as written, each once and without nobody."""
        known = dict.fromkeys(map(self._of_written.get, written))
        if None in known:
            known = dict.fromkeys(map(self._add, written))
        known.pop(NOBODY, None)
        return list(known)  # type: ignore[arg-type]

    def _add(self, written: str) -> int:
        if (number := self._of_written.get(written)) is not None:
            return number
        key, name = party(written)
        at = self._of_key.setdefault(key, len(self.keys))
        if at == len(self.keys):
            self.keys.append(key)
        number = self._of_written[written] = NOBODY if at == NOBODY else len(self.written)
        if number >= 0:
            self.written.append(written)
            self.names.append(name)
            self._key.append(at)
        return number

    @cached_property
    def parts(self) -> tuple[Numbers, Numbers]:
        """Who takes part in which mail, sender and recipients, as written, each once: mails and people."""
        sent = np.flatnonzero(self.sender >= 0)
        mails, people = np.concatenate((sent, self.linked)), np.concatenate((self.sender[sent], self.to))
        return pairs(mails, people, len(self.written))

    @cached_property
    def times(self) -> Numbers:
        """In how many mails each one written has a part."""
        return np.bincount(self.parts[1], minlength=len(self.written))

    @cached_property
    def _written_by_key(self) -> tuple[Numbers, Numbers]:
        order = np.argsort(self.key, kind="stable")
        return order, np.searchsorted(self.key[order], np.arange(len(self.keys) + 1))

    def names_of(self, key: str) -> dict[str, int]:
        """Return the names written beside a key, each with the number of mails; "" where it stands without a name."""
        at, (order, begins) = self._of_key.get(key, NOBODY), self._written_by_key
        names: dict[str, int] = {}
        for number in order[begins[at] : begins[at + 1]].tolist() if at >= 0 else ():
            names[self.names[number]] = names.get(self.names[number], 0) + int(self.times[number])
        return names

    @property
    def is_first(self) -> Flags:
        """Whether each item is the first of its mail."""
        first = np.zeros(len(self.nos), np.bool_)
        first[self.first_item] = True
        return first

    @cached_property
    def first_item(self) -> Numbers:
        """Where the first item of each mail is among the items."""
        first = np.empty(len(self.sender), np.int64)
        first[self.mail[::-1]] = np.arange(len(self.nos))[::-1]
        return first

    def of_items(self, nos: Collection[ItemNo]) -> Flags:
        """Return which mails have one of these items."""
        wanted = np.fromiter(nos, np.int64, len(nos))
        is_wanted = np.zeros(1 + int(max(self.nos.max(initial=0), wanted.max(initial=0))), np.bool_)
        is_wanted[wanted] = True
        chosen = np.zeros(len(self.sender), np.bool_)
        chosen[self.mail[is_wanted[self.nos]]] = True
        return chosen

    def items(self, mails: Flags) -> tuple[ItemNo, ...]:
        """Return the items of mails, all copies of each, in ascending order."""
        return tuple(map(ItemNo, np.sort(self.nos[mails[self.mail]]).tolist()))


def usual_name(names: Mapping[str, int]) -> str:
    """Return the name that is written most often, of several the first in the alphabet; "" where there is none."""
    return min(filter(None, names), key=lambda name: (-names[name], name), default="")


def numbers(values: array[int]) -> Numbers:
    """Return an array of the same memory."""
    return np.frombuffer(values, np.int64) if len(values) else np.zeros(0, np.int64)


def pairs(first: Numbers, second: Numbers, size: int) -> tuple[Numbers, Numbers]:
    """Return the distinct pairs of two lists of numbers, sorted; the numbers of the second are below ``size``."""
    one, other = np.divmod(distinct(first * max(1, size) + second), max(1, size))
    return one, other


def counted(values: Numbers) -> tuple[Numbers, Numbers]:
    """Return the distinct values, sorted, and how often each occurs."""
    ordered = np.sort(values)
    begins = np.flatnonzero(np.diff(ordered, prepend=ordered[:1] - 1))
    return ordered[begins], np.diff(begins, append=len(ordered))


# Headers in which a message names people a second time, as Exchange did: X-From, X-To and X-cc.

_ENTRY = re.compile(r"([^<>]*)<([^<>]*)>")
_IS_EXCHANGE = re.compile("/o=.*/cn=", re.IGNORECASE)
_RECIPIENTS = msgspec.json.Decoder(list[list[str]])


class NamedTwice(NamedTuple):
    """Somebody as Internet headers write them, and as Exchange did, in how many messages, and the first of these."""

    once: str
    again: str
    times: int
    item: ItemNo


def named_twice(messages: Iterable[tuple[ItemNo, str, str, str]]) -> list[NamedTwice]:
    """Return the people who are named in two ways, in the order of the messages.

    ``messages`` are items with their senders, recipients (JSON) and further header lines. Recipients are matched by
    position, and only where both lists have the same length.
    """
    times, first = dict[tuple[str, str], int](), dict[tuple[str, str], ItemNo]()
    for no, sender, recipients, text in messages:
        to, cc, _ = _RECIPIENTS.decode(recipients)
        for pair in _pairs({"x-from": [sender], "x-to": to, "x-cc": cc}, text):
            times[pair] = times.get(pair, 0) + 1
            first.setdefault(pair, no)
    return [NamedTwice(once, again, times[once, again], no) for (once, again), no in first.items()]


def _pairs(usual: Mapping[str, Sequence[str]], text: str) -> Iterator[tuple[str, str]]:
    for line in text.split("\n"):
        name, _, value = line.partition(":")
        once = usual.get(name.lower()) if "<" in value else None
        if once and len(again := _entries(value)) == len(once):
            yield from ((one, other) for one, other in zip(once, again, strict=True) if _IS_EXCHANGE.search(other))


def _entries(untrusted_value: str) -> list[str]:
    """Split a list of people whose names may contain the comma that separates them."""
    return [f"{name.strip(' ,')} <{address}>" for name, address in _ENTRY.findall(untrusted_value)]
