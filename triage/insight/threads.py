"""Infers which message answers which where no header says so, at the end of an index run; every such link is marked.

Only messages of one topic are compared: their subjects are equal but for what answers, forwards and lists put before
it. That alone joins nothing. An answer must quote the other message, or come within weeks from somebody who was written
to, to somebody who wrote or to the same list; under a short subject within days, and not on a common recipient alone if
several people began with it. Where a header names a message of the case, nothing is inferred. Linear: each message is
compared with the few that share a line or a person.
"""

from __future__ import annotations

import re
from array import array
from base64 import b64decode
from binascii import Error as BinasciiError
from collections.abc import Collection, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import msgspec

from triage.model.tables import ANSWER, FORWARD
from triage.store import threads
from triage.store.db import Store
from triage.store.threads import Candidate, Link

_AT_ONCE = 2_000
"""Messages whose texts are in memory at a time."""
_DAY = 86_400
_LATEST, _LATEST_SHORT = 21 * _DAY, 7 * _DAY
"""How much later an answer comes that quotes nothing; the same under a short subject."""
_SKEW = 3 * 3_600
"""How much earlier an answer may be dated than what it answers: clocks are wrong by hours."""
_MOST_PEOPLE = 50
_MOST_LINES, _LEAST_LINE = 40, 12
"""Lines of one message that are compared, of its own and quoted; characters of a line that tells anything."""
_COMMON = 6
"""A line of more messages of one topic, such as a signature, tells nothing."""
_MOST_TEXT = 1 << 14
_ENOUGH_LINES = 3
"""Lines of a message, its first among them, that show that it is quoted whoever sent it to whom."""

_MARK = re.compile(
    rf"\s*(?:(?:(?P<answer>{ANSWER})|(?P<forward>{FORWARD}))\s?"
    r"(?:\[\d{1,4}\]|\(\d{1,4}\)|[*^]?\d{1,4})?\s?[:：]|\[[^\[\]]{1,60}\])\s*",
    re.IGNORECASE,
)
_BEHIND = re.compile(r"[\[(](?:fwd|was:? [^()\[\]]*)[\])]?\s*$", re.IGNORECASE)
_FORMER = re.compile(r"[\[(]was:? ([^()\[\]]*)[\])]?\s*$", re.IGNORECASE)
ADDRESS = re.compile(r"[^\s<>,;:\"()\[\]]+@[^\s<>,;:\"()\[\]]+")
SUBADDRESS = re.compile(r"\+[^@]*(?=@)")
_BREAK = re.compile(
    r"\s*(?:-{2,}[^-\n].{1,200}?-{2,}\s*$|_{20,}\s*$|(?:subject|betreff|objet|asunto|oggetto|assunto|onderwerp|ämne|emne"
    r"|temat|тема|主题|主旨|件名|נושא|الموضوع)\s*[:：])",
    re.IGNORECASE,
)
"""The line above a message that is quoted or forwarded whole: dashes, an underline, or its subject."""


@dataclass(slots=True, eq=False)
class ComparedMessage:
    """What is compared of a message; persons by address and by name. ``mark``: what its subject says that it is."""

    no: int
    date: int
    mark: str = ""
    sender: tuple[str, ...] = ()
    people: frozenset[str] = frozenset()
    mailing_list: str = ""
    index: bytes = b""
    thread: str = ""
    answered: bool = False
    own: Sequence[int] = ()
    quoted: Sequence[int] = ()


def update(store: Store, first: int) -> None:
    """Infer links anew in every topic with an item from number ``first`` on. Called inside ``Store.change``."""
    known = threads.MessageKeys(store)
    threads.drop_answered(store, known)
    topics, former = _topics(store)
    batch: dict[int, list[int]] = {}
    waiting = 0
    for topic, nos in topics.items():
        if len(nos) > 1 and max(nos) >= first:
            batch[topic] = nos
            waiting += len(nos)
        if waiting >= _AT_ONCE:
            _infer(store, batch, known)
            batch, waiting = {}, 0
    _infer(store, batch, known)
    for topic, guests in former.items():
        nos = topics.get(topic, [])
        if nos and max(*nos, *guests) >= first:
            elsewhere = {link.no for link in threads.inferred(store, guests) if link.parent not in nos}
            if asked := set(guests) - elsewhere:
                _infer(store, {topic: [*nos, *guests]}, known, asked)
    threads.join_inferred(store)


def _topics(store: Store) -> tuple[dict[int, list[int]], dict[int, list[int]]]:
    """Return the messages of each topic with an answer; and those of other topics that name it as their former one."""
    # Topics go by the 64-bit hashes of their texts: those of a million messages, most of which nobody answered, would
    # take 100 MB. Two of them that share a hash would be compared with one another in vain.
    numbers, keys = array("q"), array("q")
    former: dict[int, list[int]] = {}
    asked: set[int] = set()
    for no, subject in threads.subjects(store):
        topic, mark, before = topic_of(subject)
        numbers.append(no)
        keys.append(hash(topic))
        if mark:
            asked.add(hash(topic))
        if before not in ("", topic):
            former.setdefault(hash(before), []).append(no)
    topics: dict[int, list[int]] = {}
    for no, key in zip(numbers, keys, strict=True):
        if key in asked or key in former:
            topics.setdefault(key, []).append(no)
    return topics, former


def _infer(store: Store, batch: dict[int, list[int]], known: Container[str], only: Collection[int] = ()) -> None:
    """Infer the links of some topics, or of ``only`` some messages; the first one listed is of the topic itself."""
    nos = [no for some in batch.values() for no in some]
    stored = {candidate.no: candidate for candidate in threads.candidates(store, nos)}
    asking = {no for no, one in stored.items() if topic_of(one.subject)[1] and not _is_answered(one, known)}
    open_topics = [some for some in batch.values() if not asking.isdisjoint(only or some)]  # else no text is read
    to_read = [no for some in open_topics for no in some]
    compared: dict[int, ComparedMessage] = {}
    for start in range(0, len(to_read), _AT_ONCE):
        part = to_read[start : start + _AT_ONCE]
        texts = threads.texts(store, part, _MOST_TEXT)
        compared |= {no: message(stored[no], texts.get(no, ""), known) for no in part}
    topics = ((topic_of(stored[some[0]].subject)[0], [compared[no] for no in some]) for some in open_topics)
    made = [link for topic, messages in topics for link in links(topic, messages)]
    threads.replace_inferred(store, only or nos, [link for link in made if not only or link.no in only])


def _is_answered(untrusted: Candidate, known: Container[str]) -> bool:
    return untrusted.refs != "[]" and any(key in known for key in msgspec.json.decode(untrusted.refs))


@lru_cache(4096)
def topic_of(untrusted_subject: str) -> tuple[str, str, str]:
    """Return a subject's topic, the kind of its mark and its former topic, "" where there is none.

    The topic is the subject in lower case without signs and marks; the kind that of the first mark: "answer" (also
    where a former subject is named: "Sowing (was: Harvest)") or "forward".
    """
    subject = " ".join(untrusted_subject[:1000].split())
    bare = _BEHIND.sub("", subject).rstrip()
    mark, start = "", 0
    while match := _MARK.match(bare, start):
        mark, start = mark or match.lastgroup or "", match.end()
    was = _FORMER.search(subject)
    former = topic_of(was[1])[0] if was else ""
    return _words(bare[start:]), mark or ("answer" if former else ""), former


@lru_cache(4096)
def bare_subject(untrusted_subject: str) -> str:
    """Return a subject without marks of answers and forwards, and each tag of a list once; blanks are single ones."""
    subject, start, tags = " ".join(untrusted_subject[:1000].split()), 0, dict[str, None]()
    while match := _MARK.match(subject, start):
        if not match.lastgroup:
            tags[match[0].strip()] = None
        start = match.end()
    return " ".join([*tags, subject[start:]])


def _words(text: str) -> str:
    folded = text.casefold()
    return " ".join(re.findall(r"\w+", folded)) or folded


def message(untrusted: Candidate, text: str, known: Container[str]) -> ComparedMessage:
    """Return what is compared of a message; ``known`` are the keys of all messages of the case."""
    to, cc, _ = msgspec.json.decode(untrusted.recipients)
    properties = {name.lower(): value for name, value in msgspec.json.decode(untrusted.properties)}
    _, mark, _ = topic_of(untrusted.subject)
    own, quoted = lines(text, bool(mark))
    return ComparedMessage(
        no=untrusted.no,
        date=untrusted.date,
        mark=mark,
        sender=identities(untrusted.sender),
        people=frozenset(name for person in [*to, *cc][:_MOST_PEOPLE] for name in identities(person)),
        mailing_list=properties.get("list-id", "").rpartition("<")[2].rstrip("> ").lower(),
        index=_index(properties.get("thread-index", "")),
        thread=untrusted.thread,
        answered=_is_answered(untrusted, known),
        own=own,
        quoted=quoted,
    )


def _index(untrusted_value: str) -> bytes:
    """Return Outlook's index of a message in its conversation (MS-OXOMSG 2.2.1.3), empty where it is none."""
    try:
        index = b64decode("".join(untrusted_value.split()))
    except (BinasciiError, ValueError):
        return b""
    return index if len(index) >= 22 and (len(index) - 22) % 5 == 0 else b""


@lru_cache(4096)
def identities(person: str) -> tuple[str, ...]:
    """Return how a person is recognised: by address, and by a name of several words in any order ("Levi, Dana")."""
    address = ADDRESS.search(person)
    names = sorted(re.findall(r"[^\W\d_]{2,}", (person[: address.start()] if address else person).casefold()))
    known = [SUBADDRESS.sub("", address[0].lower())] if address else []
    return (*known, " ".join(names)) if len(names) > 1 else tuple(known)


def lines(untrusted_text: str, marked: bool) -> tuple[Sequence[int], Sequence[int]]:
    """Return the hashes of the first lines that a message says itself, and of those that it quotes.

    What stands below a head or a line of dashes is quoted only by an answer: reports are divided so, too.
    """
    own: dict[int, None] = {}
    quoted: dict[int, None] = {}
    below = False
    for line in untrusted_text.split("\n"):
        bare = line.lstrip(" \t>|")
        sign = bare is not line and ">" in line[: len(line) - len(bare)]
        if marked and not sign and not below and _BREAK.match(line):
            below = True
            continue
        into = quoted if sign or below else own
        if len(into) == _MOST_LINES:
            if below or len(own) == len(quoted):  # none of the lines that follow can be kept
                break
        elif len(bare) >= _LEAST_LINE:
            normalised = " ".join(bare.split())
            if len(normalised) >= _LEAST_LINE:
                into[hash(normalised)] = None
    return tuple(own), tuple(quoted)


def links(topic: str, messages: Iterable[ComparedMessage]) -> Iterator[Link]:
    """Yield the links among the messages of one topic."""
    copies: dict[object, list[ComparedMessage]] = {}
    for one in sorted(messages, key=lambda m: (m.date - (0 if m.mark else _SKEW), m.no)):
        copies.setdefault((one.sender, one.date, one.people), []).append(one)
    made = list(_Topic(topic, [same[0] for same in copies.values()]).links())
    parents = {link.no: link for link in made}
    joined = {*parents, *(link.parent for link in made)}
    yield from made
    for one, *others in copies.values():
        for other in others:
            if one.no in joined and not other.answered and other.thread != one.thread:
                above = parents.get(one.no, Link(0, one.no, "same-message"))
                yield Link(other.no, above.parent, above.evidence)


class _Topic:
    """The messages of one topic by date, and what leads from one to another; a message goes by its place among them."""

    def __init__(self, topic: str, messages: list[ComparedMessage]) -> None:
        self._messages = messages
        self._short = len(topic) < 12 and topic.count(" ") < 2
        self._common = self._short and len({one.sender for one in messages if not one.mark}) > 1
        self._named = bool(topic)
        self._with_line: dict[int, list[int]] = {}
        for at, one in enumerate(messages):
            for line in one.own:
                self._with_line.setdefault(line, []).append(at)
        self._senders = {name for one in messages for name in one.sender}
        self._by: dict[object, int] = {}  # the latest message so far by sender, sender and recipient, recipient, list
        self._leader = list(range(len(messages)))
        first: dict[str, int] = {}
        for at, one in enumerate(messages):
            self._leader[at] = first.setdefault(one.thread or str(at), at)

    def links(self) -> Iterator[Link]:
        for at, one in enumerate(self._messages):
            for evidence, parent in () if one.answered else self._parents(at, one):
                if self._root(parent) != self._root(at):
                    self._leader[self._root(at)] = self._root(parent)
                    yield Link(one.no, self._messages[parent].no, evidence)
                    break
            self._note(at, one)

    def _root(self, at: int) -> int:
        while (up := self._leader[at]) != at:
            self._leader[at] = at = self._leader[up]
        return at

    def _note(self, at: int, one: ComparedMessage) -> None:
        for key in (one.index, one.index[:22]):
            self._by.setdefault(key, at)
        self._by.update(dict.fromkeys(one.people, at))
        for name in one.sender:
            self._by["from", name] = at
            self._by.update(((name, other), at) for other in one.people)
        self._by["list", one.mailing_list] = at

    def _parents(self, at: int, one: ComparedMessage) -> Iterator[tuple[str, int]]:
        """Yield what a message may answer, the likeliest first."""
        for key in (one.index[:-5], one.index[:22]) if one.index else ():
            if key in self._by:
                yield "thread-index", self._by[key]
        yield from (("quoted-text", other) for other in self._quoted(at, one))
        latest = _LATEST_SHORT if self._short else _LATEST
        for others in self._near(one) if one.mark and self._named else ():
            fitting = [o for o in others if o is not None and not _both_forward(one, self._messages[o])]
            if fitting and one.date - self._messages[max(fitting)].date <= latest:
                yield "participants", max(fitting)

    def _quoted(self, at: int, one: ComparedMessage) -> Iterator[int]:
        """Yield the messages of which it quotes lines that few have, those of which it quotes most first."""
        votes: dict[int, float] = {}
        for line in one.quoted:
            having = self._with_line.get(line, ())
            for other in having if len(having) <= _COMMON else ():
                if other != at and self._messages[other].date <= one.date + _SKEW:
                    votes[other] = votes.get(other, 0) + 1 / len(having)
        for other in sorted(votes, key=lambda other: (votes[other], other), reverse=True):
            surely = votes[other] >= _ENOUGH_LINES and self._messages[other].own[0] in one.quoted
            if _share_persons(one, self._messages[other]) or (surely and not self._common):
                yield other

    def _near(self, one: ComparedMessage) -> Iterator[list[int | None]]:
        """Yield the latest messages between the same people, groups of them, the most telling first."""
        by, mailing_list = self._by.get, one.mailing_list
        if one.mark == "answer":
            wrote = [by(("from", other)) for other in one.people]
            yield [
                *(by((other, name)) for other in one.people for name in one.sender),
                *(at for at in wrote if at is not None and _share_recipients(one, self._messages[at])),
            ]
        elif not self._common:
            yield [by(name) for name in one.sender]
            yield [by(("from", name)) for name in one.sender]
        if mailing_list:
            yield [by(("list", mailing_list))]
        if one.mark == "answer" and not self._common:
            yield [by((name, other)) for other in one.people for name in one.sender]
            yield [by(other) for other in one.people - self._senders if "@" in other]


def _both_forward(one: ComparedMessage, other: ComparedMessage) -> bool:
    """Whether somebody forwards twice, as one does who passes each month's report on."""
    return one.mark == other.mark == "forward" and one.sender == other.sender


def _share_recipients(one: ComparedMessage, other: ComparedMessage) -> bool:
    same_list = bool(one.mailing_list) and one.mailing_list == other.mailing_list
    return same_list or not one.people.isdisjoint(other.people)


def _share_persons(one: ComparedMessage, other: ComparedMessage) -> bool:
    return _share_recipients(one, other) or not one.people.union(one.sender).isdisjoint((*other.sender, *other.people))
