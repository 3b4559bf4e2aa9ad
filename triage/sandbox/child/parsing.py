"""Parsing within the limits of one item: whatever goes wrong becomes a Trouble, and what has no end is ended.

It knows no job and sends nothing.
"""

from __future__ import annotations

import re
import signal
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import cache
from typing import TypeVar

from triage.errors import PROBLEM_CODES, reason
from triage.globs import Denials
from triage.messages import encode, plain, render, say
from triage.model.items import ORIGINS, Child, Extract, Segment, Trouble
from triage.model.messages import Message
from triage.parsers import choose
from triage.parsers.kit.contract import Context, Data, Gathered, Limits, Meter, Probe
from triage.parsers.kit.texts import others_share
from triage.sandbox.wire import (
    CLOCK,
    LONGEST_SENTENCE,
    MEDIA_TYPE,
    MOST_ENTRIES,
    MOST_TROUBLES,
    Job,
    Stored,
    most_seconds,
    most_unpacked,
)
from triage.settings import Settings

# What one whole file may cost: how many items it may hold, how much it may unpack to, at all depths.
#
# Each reading of a file has one. Nothing is read here; a container stops asking for members when a Trouble comes
# back.

_MAIL = (
    "application/mbox",
    "application/vnd.ms-outlook-pst",
    "application/vnd.ms-outlook",
)

_FREE = 32 << 20  # what a file may unpack to at all depths together, whatever its ratio, in bytes


class Allowance:
    """The limits of a file of ``size`` bytes, with what was used of them so far.

    Parsers are handed the ``meter`` too; what they refuse to unpack goes off it. Of a file that several readers share,
    each has the limits to itself for what it reads, so that one beyond them may give more than a single reader gets.
    """

    def __init__(self, settings: Settings, size: int, meter: Meter) -> None:
        self._settings = settings
        self._meter = meter
        self._size = size
        self.renew()
        self._unpacked = 0
        self._most = most_unpacked(settings.limit_total_mb, size)
        self.count = 0

    def _allowed(self, size: int) -> int:
        return max(_FREE, self._settings.limit_ratio * size)

    def renew(self) -> None:
        self._meter.left = self._allowed(self._size)

    @contextmanager
    def separate_meter(self, size: int) -> Iterator[None]:
        """Give what stands as it is in a mailbox or mail its own meter: a bomb in one costs its neighbours nothing.

        Their sizes together are that of the file, so that all their meters together stay in proportion to it.
        """
        meter = self._meter
        before, meter.left = meter.left, self._allowed(size)
        try:
            yield
        finally:
            meter.left = before

    def over(self, child: Child, plain: bool) -> Trouble | None:
        """Count a child, unpacked or ``plain``; a Trouble where it and all that follows are beyond the limits."""
        named = say("and-what-follows", name=repr(child.name)) if child.name else say("unnamed-and-what-follows")
        self._unpacked += len(child.data)
        self._meter.left -= 0 if plain else len(child.data)
        if self.count >= self._settings.limit_children:
            return Trouble("limit-count", say("too-many-items", name=named))
        if self._unpacked > self._most:
            return Trouble("limit-size", say("items-over-total", name=named))
        return None if plain else self.spent(named)

    def count_stored(self, stored: Stored) -> None:
        """Count members that were read earlier like those that are read."""
        self.count += stored.items
        self._unpacked += stored.size

    def spent(self, named: Message) -> Trouble | None:
        """Return a Trouble where the whole file unpacks to more than its ratio allows; what was refused counts too."""
        if self._meter.left >= 0:
            return None
        ratio = self._settings.limit_ratio
        return Trouble("limit-ratio", say("items-over-ratio", name=named, ratio=ratio))


def is_mail(extract: Extract) -> bool:
    return extract.type.startswith("message/") or extract.message_id is not None


def stores_members_verbatim(extract: Extract) -> bool:
    """Whether its children stand in it as they are, so that all of them together are no larger than it."""
    return is_mail(extract) or extract.type in _MAIL


_Result = TypeVar("_Result")
_TO_FINISH = 1 / 16
"""The share of an item's time in which each thing that a stopped parser has gathered is brought to an end."""


@cache
def _denials(globs: tuple[tuple[str, str], ...]) -> Denials:
    return Denials(globs)


class TooSlowError(BaseException):
    """The item's time is over, ``by_clock`` or not; no Exception, so that no parser can swallow it."""

    def __init__(self, by_clock: bool = False) -> None:
        super().__init__()
        self.by_clock = by_clock


class LimitedParsing:
    """Parses what belongs to one source of ``size`` bytes, everything inside it included."""

    def __init__(self, settings: Settings, size: int, job: Job) -> None:
        self._settings = settings
        self._size = size
        self._passwords = job.passwords
        self._denials = _denials(job.denials) if job.denials else None
        self._limits = Limits(
            item_bytes=settings.limit_item_mb << 20,
            total_bytes=settings.limit_total_mb << 20,
            ratio=settings.limit_ratio,
            text_chars=settings.limit_text_mb << 20,
        )
        self._allowance = Allowance(settings, size, self._limits.meter)

    def context(self, name: str, declared: str) -> Context:
        return Context(name, declared, self._limits, self._passwords, denials=self._denials)

    def extract(self, data: Data, context: Context) -> Extract:
        """Sniff and parse; whatever goes wrong becomes a Problem of this item."""
        probe = Probe(data, context.name, context.declared)
        if not len(data):
            return Extract("application/x-empty", troubles=[Trouble("empty", say("file-empty"))])
        media = "application/octet-stream"

        def parse() -> Extract:
            nonlocal media
            chosen = choose(probe)
            if chosen is None:
                return Extract(media, troubles=[Trouble("unsupported", say("format-unknown"))])
            media = chosen.types[0]
            return chosen.parse(data, context)

        self._limits.forget()
        try:
            extract = self.attempt(parse, len(data))
            return self._read_so_far(media, extract, len(data)) if isinstance(extract, Trouble) else extract
        finally:
            self._limits.forget()

    def _read_so_far(self, media: str, trouble: Trouble, size: int) -> Extract:
        extract = next(iter(self._limits.drafts), Extract(media))
        extract.whole = False
        position = self._gather(extract, self._limits.gathered, size)
        if not extract.segments:
            position = self._gather(extract, self._limits.plainer[:1], size)
        extract.segments.sort(key=lambda segment: segment.origin != "body")
        if extract.segments:
            position = position or say("place-character", count=sum(len(s.text) for s in extract.segments))
            code = "limit-stopped" if trouble.code in ("limit-time", "limit-memory") else trouble.code
            trouble = Trouble(code, say("read-up-to", reason=trouble.message, place=position))
        if trouble.code.startswith("limit-") and not extract.children:
            trouble = Trouble(trouble.code, say("stopped-before-unpacking", reason=trouble.message))
        extract.troubles.append(trouble)
        return extract

    def _gather(self, extract: Extract, sources: Iterable[Gathered], size: int) -> Message | None:
        """Add what was gathered, in a share of the time of an item of so many bytes; return how far the last came."""
        position = None
        for gathered in sources:
            with suppress(Exception, TooSlowError):  # what it was interrupted at may be beyond finishing
                try:
                    self.alarm(size, _TO_FINISH)
                    segments = gathered.so_far()
                finally:
                    self.alarm_off()
                position = gathered.reached() if segments else position
                extract.segments += segments
                extract.troubles += gathered.troubles
        return position

    def attempt(self, read: Callable[[], _Result], size: int = 0) -> _Result | Trouble:
        """Return what ``read`` returns, within the time of one item of ``size`` bytes, or what went wrong."""
        seconds = self.alarm(size)
        try:
            return read()
        except MemoryError:
            return Trouble("limit-memory", say("read-over-memory"))
        except TooSlowError as error:
            if error.by_clock:
                return Trouble("limit-time", say("read-over-clock", seconds=seconds * CLOCK))
            return Trouble("limit-time", say("read-over-time", seconds=seconds))
        except RecursionError:
            return Trouble("limit-depth", say("nested-too-deeply"))
        except Exception as error:
            return Trouble("damaged", say("read-failed", error=reason(error, 200)))
        finally:
            self.alarm_off()

    def children(self, extract: Extract, late: list[Trouble]) -> Iterator[Child]:
        """Yield the children; what goes wrong between them is noted and ends the list, never the job."""
        if extract.children == ():  # most items, for which no alarm is set
            return
        source, count = iter(extract.children), 0
        while True:
            self.alarm(self._size)
            try:
                child = next(source, None)
            except MemoryError:
                late.append(Trouble("limit-memory", say("unpacking-over-memory")))
                return
            except TooSlowError:
                late.append(Trouble("limit-time", say("unpacking-over-time", count=count)))
                return
            except Exception as error:
                late.append(Trouble("damaged", say("rest-not-unpacked", error=reason(error, 200))))
                return
            finally:
                self.alarm_off()
            if child is None:
                return
            count += not isinstance(child, Trouble)
            if not isinstance(child, Trouble):
                yield self.instead(child) or child
                continue
            late.append(child)
            spent = self._allowance.spent(say("the-rest"))
            if spent is not None and not stores_members_verbatim(extract):
                late.append(spent)
                return

    def instead(self, child: Child) -> Child | None:
        """Return what stands for a child that its parser has given, but a rule denies by one of its paths."""
        if self._denials is None or child.denied:
            return None
        context = self.context("", "")
        return next(filter(None, map(context.denied, (child.path or child.name, *child.came_from))), None)

    def alarm(self, size: int = 0, share: float = 1) -> float:
        """Let the time of an item of ``size`` bytes run, or a share of it; returns its seconds of the processor.

        What is unpacked gets no more than the whole source would, for which the parent waits.
        """
        seconds = most_seconds(self._settings.limit_seconds, min(size, self._size)) * share
        signal.setitimer(signal.ITIMER_PROF, seconds)
        signal.setitimer(signal.ITIMER_REAL, seconds * CLOCK)
        return seconds

    def alarm_off(self) -> None:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.setitimer(signal.ITIMER_REAL, 0)


def on_alarm() -> None:
    """Have a TooSlowError raised in this process once an item's time is over."""
    signal.signal(signal.SIGPROF, _too_slow)
    signal.signal(signal.SIGALRM, _too_slow)


def _too_slow(number: int, _frame: object) -> None:
    raise TooSlowError(by_clock=number == signal.SIGALRM)


# Brings what parsers say of an item inside what the wire carries; what doesn't fit is counted in a Problem.
#
# Nothing is parsed here and nothing sent. The parent takes an answer that is out of bounds for that of a reader which
# can't be trusted any more.


def fit_to_wire(extract: Extract) -> None:
    media = MEDIA_TYPE.match(extract.type)  # a file may state any
    extract.type = media[0] if media else "application/octet-stream"
    extract.segments[:] = [s if s.origin in ORIGINS else Segment("hidden", s.text) for s in extract.segments]
    if len(extract.segments) > MOST_ENTRIES:
        own, rest = MOST_ENTRIES - len(ORIGINS), dict[str, list[str]]()
        for segment in extract.segments[own:]:
            rest.setdefault(segment.origin, []).append(segment.text)
        extract.segments[own:] = [Segment(origin, "\n".join(texts)) for origin, texts in rest.items()]
    for entries in (extract.to, extract.cc, extract.bcc, extract.references, extract.properties):
        if len(entries) > MOST_ENTRIES:
            extract.troubles.append(Trouble("limit-count", say("entries-left-out", count=len(entries) - MOST_ENTRIES)))
            del entries[MOST_ENTRIES:]


def cut_text(extract: Extract, most: int) -> None:
    """Bring an extract's text inside the limit of so many characters; what isn't its body keeps a share of them."""
    total = sum([len(segment.text) for segment in extract.segments])
    if total <= most:
        return
    sizes = Counter[str]()
    for segment in extract.segments:
        sizes[segment.origin] += len(segment.text)
    others = total - sizes["body"]
    rooms = {"body": min(sizes.pop("body", 0), max(most - others, most - others_share(most)))}
    for origin, size in sorted(sizes.items(), key=lambda pair: pair[1]):  # the shortest are kept whole
        rooms[origin] = min(size, most - sum(rooms.values()))
    segments = []
    for segment in extract.segments:
        segments.append(Segment(segment.origin, segment.text[: rooms[segment.origin]]))
        rooms[segment.origin] -= len(segments[-1].text)
    extract.segments = [s for s in segments if s.text]
    count = sum(len(s.text) for s in segments if s.origin == "body")
    position = say("place-character", count=count)
    extract.troubles.append(Trouble("limit-size", say("read-up-to", reason=say("text-over-limit-mb"), place=position)))


def encoded(troubles: Iterable[Trouble]) -> list[tuple[str, str]]:
    """Return troubles as pairs of a code and a sentence; of too many those left out are counted by their codes."""
    listed = [t if t.code in PROBLEM_CODES else _unknown(t) for t in troubles]
    if len(listed) > MOST_TROUBLES:
        own = MOST_TROUBLES - len(PROBLEM_CODES)
        left_out = Counter(trouble.code for trouble in listed[own:])
        listed[own:] = [Trouble(code, say("problems-left-out", count=count)) for code, count in left_out.items()]
    return [(trouble.code, _sentence(trouble.message)) for trouble in listed]


def _unknown(trouble: Trouble) -> Trouble:
    return Trouble("internal", say("name-and-trouble", name=trouble.code, trouble=trouble.message))


def _sentence(message: Message) -> str:
    sentence = encode(message)
    if len(sentence) <= LONGEST_SENTENCE:
        return sentence
    return encode(plain(render(message)[: LONGEST_SENTENCE // 8]))  # a control character takes six in JSON


# Whether the text that a parser gave is text: what stands in it for letters that nobody could read.
#
# It only counts. Which characters were lost, and why, the parser says where it knows.

A_FEW = 3  # so many characters without a meaning are let pass: a bullet, a logo, an emoji of an old phone
_BEYOND_LETTERS = re.compile("[\ue000-\U0010ffff]")
_WITHOUT_MEANING = re.compile("[\ue000-\uf8ff\ufffd\U000f0000-\U0010ffff]")
"""The replacement character, and those of private use (Unicode 23.5), which mean something to one font only."""

_BULLET = re.compile(r"(?<!\S)[\uf000-\uf0ff](?!\S)")
"""A sign of a symbol font (Microsoft's OpenType specification, "cmap", encoding 0) by itself, as lists begin with."""

_ESCAPE = re.compile(r"\x1b[ -~]")


def unread_text(extract: Extract) -> list[Trouble]:
    """Return what makes a text less than fully searchable, whatever its reader thought of it."""
    count, escapes = 0, False
    for text in (extract.subject or "", extract.sender or "", *[segment.text for segment in extract.segments]):
        count += _without_meaning(text)
        escapes = escapes or ("\x1b" in text and _ESCAPE.search(text) is not None)
    troubles = [Trouble("unread-text", say("text-without-meaning", count=count))] if count > A_FEW else []
    if escapes:
        troubles.append(Trouble("unread-text", say("text-holds-escapes")))
    return troubles


def _without_meaning(text: str) -> int:
    if text.isascii() or _BEYOND_LETTERS.search(text) is None:
        return 0
    return len(_WITHOUT_MEANING.findall(_BULLET.sub("", text)))
