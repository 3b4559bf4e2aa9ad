"""The reader process: sniffs, picks a parser, answers. All hostile bytes are parsed here.

It starts, gives up what it can (``confine``), and then knows nothing but its socket: jobs come in, replies go out.
What it says is untrusted. It opens no source, keeps nothing between jobs but the source whose members it is asked for,
and decides nothing about the scope.
Attachments and members go through the same door as files, so limits and Problems are the same at every depth.
"""

from __future__ import annotations

import contextlib
import ctypes
import gc
import hashlib
import mmap
import os
import re
import resource
import signal
import socket
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from importlib import import_module
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from triage.messages import say
from triage.model.items import Child, Extract, Segment, Trouble
from triage.parsers import by_type
from triage.parsers.kit.charset import decode_text
from triage.parsers.kit.contract import PASSED, Context, Data
from triage.sandbox import wire
from triage.sandbox.child import item_facts
from triage.sandbox.child.confine import confine, prepare
from triage.sandbox.child.item_facts import language
from triage.sandbox.child.parsing import (
    LimitedParsing,
    TooSlowError,
    cut_text,
    encoded,
    fit_to_wire,
    is_mail,
    on_alarm,
    stores_members_verbatim,
    unread_text,
)
from triage.sandbox.render.eml import message
from triage.sandbox.render.sheets import Tables
from triage.sandbox.render.views import show
from triage.sandbox.wire import JOBS, Begin, Frames, Job, Reply, Want, pack, unpack
from triage.settings import Settings

# A reader's end of the border: jobs in, replies out in few writes; nothing is parsed or judged here.
#
# What is said is made fit for the wire first: text that no UTF-8 can hold is mended, never sent as it is.

_FLUSH_BYTES = 1 << 17
_FLUSH_SECONDS = 0.05


def _scrub(value: Any) -> Any:
    if isinstance(value, str):
        return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if isinstance(value, list | tuple):
        return type(value)(map(_scrub, value))
    if isinstance(value, msgspec.Struct):
        return msgspec.structs.replace(value, **{f: _scrub(getattr(value, f)) for f in value.__struct_fields__})
    return value


class Channel:
    def __init__(self, sock: socket.socket) -> None:
        self._sock = sock
        self._frames = Frames()
        self._out: list[bytearray] = []
        self._bytes = 0
        self._flushed = time.monotonic()
        self._fds: list[int] = []

    def jobs(self) -> Iterator[Job]:
        while True:
            while (body := self._frames.next()) is not None:
                yield unpack(JOBS, body)
            self.flush()
            data, fds, _, _ = socket.recv_fds(self._sock, 1 << 18, 4)
            self._fds += fds
            if not data:
                return
            self._frames.feed(data)

    def descriptor(self) -> int:
        return self._fds.pop(0)

    def send(self, reply: Reply) -> None:
        """Queue a reply; written when enough has gathered or enough time has passed, at once when it must be seen."""
        try:
            data = pack(reply)
        except UnicodeEncodeError:  # a lone surrogate, which no UTF-8 can hold, becomes a replacement character
            data = pack(_scrub(reply))
        now = time.monotonic()
        if len(data) > _FLUSH_BYTES:  # by itself, as joining it with others would copy it
            self.flush()
            self._sock.sendall(data)
            return
        self._out.append(data)
        self._bytes += len(data)
        if self._bytes > _FLUSH_BYTES or now - self._flushed > _FLUSH_SECONDS or isinstance(reply, Begin):
            self.flush()

    def flush(self) -> None:
        if self._out:
            self._sock.sendall(b"".join(self._out))
            self._out.clear()
            self._bytes = 0
        self._flushed = time.monotonic()


# How a reader process manages its memory: it lives long, and reads one file after the other.
#
# Only how often memory is looked over and given back is said here; how much there may be is said in ``confine``.

_COLLECTED = (20_000, 20, 20)  # objects made before a look for cycles, looks before an older generation is looked at
_OFTEN, _NOTED = 1 << 20, 1.05
"""Bytes of sources after which cycles are looked for, and how many times the former peak is growth."""

_TRIM_THRESHOLD, _MMAP_THRESHOLD = -1, -3
_KEPT, _APART = 8 << 20, 1 << 20
"""Bytes: free memory that is kept, and the least that is had from the system for itself."""

_MAPPED = 8 << 20  # bytes of members after which the pages of the file that holds them are let go


def collect_garbage_rarely() -> None:
    """Let Python look for cycles seldom: readers make many objects and few cycles, and looking is 3 % of their time."""
    gc.set_threshold(*_COLLECTED)


def keep_freed_memory() -> bool:
    """Keep up to 8 MiB of freed memory (mallopt(3)): a tenth of the time of PDFs; whether the system can do so."""
    try:
        adjust = ctypes.CDLL(None).mallopt
    except (AttributeError, OSError):  # other C libraries than glibc manage it in their own way
        return False
    return bool(adjust(_MMAP_THRESHOLD, _APART) and adjust(_TRIM_THRESHOLD, _KEPT))


class Cycles:
    """Looks for cycles between jobs: after a MiB of sources, or where the process has become larger than ever.

    What lies in cycles may be few objects and much memory, such as an XML part with its parser; of such, no count of
    objects tells. What is alive between two jobs stays, and is not looked at again.
    """

    def __init__(self) -> None:
        self._read = 0
        self._most = 0.0

    def watch(self, size: int, peak: int) -> None:
        """Take the bytes that a job has read, and the peak memory, which begins with the forking process's own."""
        self._read += size
        if self._read > _OFTEN or peak > self._most * _NOTED:
            gc.collect()
            gc.freeze()
            self._read, self._most = 0, max(peak, self._most)


class MappedPages:
    """Lets go of a mapped file's pages while its members are read: of a large mailbox all would stay in memory.

    They are the file's own, so that what is looked at again comes back, from the system's cache as a rule.
    """

    def __init__(self, data: Data) -> None:
        self._data = data
        self._read = 0

    def pass_over(self, size: int) -> None:
        self._read += size
        if self._read > _MAPPED and isinstance(self._data, mmap.mmap):
            self._data.madvise(mmap.MADV_DONTNEED)
            self._read = 0


_SHOWN = re.compile(r"[^\s\x00-\x1f\x7f-\x9f\xad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufffd]")
"""A character that shows something; U+FFFD stands for one that couldn't be read."""
_MESSAGE = ("message/", "application/vnd.ms-outlook")


class Way(NamedTuple):
    """Where an item stands inside its source: the ordinals from the top; ``plain`` where nothing had to be unpacked."""

    ordinals: tuple[int, ...]
    plain: bool = True

    @property
    def member(self) -> str:
        return ".".join(map(str, self.ordinals))


TOP = Way(())


class SourceReading(LimitedParsing):
    """One job: reads a source and everything inside it, sending a Part for each item as soon as it is known."""

    def __init__(self, job: wire.Job, settings: Settings, send: Callable[[wire.Reply], None]) -> None:
        super().__init__(settings, job.mapped or len(job.data), job)
        self._job = job
        self._send = send
        self._resume = tuple(map(int, job.resume.split("."))) if job.resume else ()
        self._copy_keys: dict[str, str] = {}

    def read(self, data: Data, name: str, declared: str, way: Way = TOP, child_record: Child | None = None) -> None:
        """Read one item and its children, in their order; ``child_record`` is how its container gave it."""
        member = way.member
        self._allowance.count += 1
        if code := self._job.poison.get(member):
            end = wire.READER_ENDS[code]
            self._unread(data, name, member, Trouble(end.code, say(end.reading)), child_record)
            return
        self._begin(member)
        context = self.context(name, declared)
        if not way.ordinals:
            context = msgspec.structs.replace(context, passes=self._passes)
        extract = self.extract(data, context)
        if child_record is not None:
            extract.properties += [("Embedded from", path) for path in child_record.came_from]
            extract.troubles += child_record.troubles
        late: list[Trouble] = []
        children: Iterable[Child] = self.children(extract, late)
        pages, passed = MappedPages(data), 0
        if not way.ordinals and extract.type == wire.APPENDED and self._job.stored.members:
            passed = self._passed(children, pages)
            if not passed:
                late.clear()
                extract = self.extract(data, context)
                children = self.children(extract, late)
        if is_mail(extract):
            # A message's duplicate hash takes in its attachments; no message holds more than it weighs itself.
            children = list(children)
        part = self._part(extract, data, name, member, children, child_record, late)
        self._send(msgspec.structs.replace(part, passed=passed) if passed else part)
        silent = not passed and not part.troubles and all(field == "file" for field, _ in part.folded)
        plain = way.plain and stores_members_verbatim(extract)
        shared = not way.ordinals and extract.type in wire.SHARED
        for number, child in enumerate(children, passed):
            silent = False
            pages.pass_over(len(child.data))
            deeper = Way((*way.ordinals, number), plain)
            if deeper.ordinals < self._resume[: len(deeper.ordinals)]:
                continue
            if shared and self._passes(number):
                self._allowance.count += 1  # by another reader
                if child is PASSED or (trouble := self._allowance.over(child, plain)) is None:
                    continue
                late.append(trouble)
                break
            if not self._descend(child, deeper, late):
                break
        late += self._opened(context)
        if silent and not late and not any(_SHOWN.search(text) for _, text in part.segments):
            late.append(Trouble("no-text", say("nothing-read")))
        if late:
            self._send(self._late(late, member))

    def _passed(self, children: Iterable[Child], pages: MappedPages) -> int:
        """Pass over the members that are stored, and count them; return 0 where they don't stand where they stood."""
        stored, locations = self._job.stored, list[str]()
        for child in islice(children, stored.members):
            locations.append(child.location)
            pages.pass_over(len(child.data))
        if wire.places_digest(locations) != stored.digest:
            return 0
        self._allowance.count_stored(stored)
        return stored.members

    def _passes(self, number: int) -> bool:
        """Whether a member of the source is in another share.

        One before that at which this reading goes on is extracted again, as the run before may not have put on record
        what is wrong with it.
        """
        return wire.next_in_share(number, self._job.share) != number

    def _late(self, troubles: Iterable[Trouble], member: str = "") -> wire.Late:
        return wire.Late(self._job.number, member, encoded(troubles))

    def _opened(self, context: Context) -> Iterator[Trouble]:
        """Tell which line of the password list opened something; never the password itself."""
        for password in dict.fromkeys(context.fitted):
            if password in self._job.passwords:
                line = self._job.passwords.index(password) + 1
                yield Trouble("password", say("opened-with-password", line=line))

    def _descend(self, child: Child, way: Way, late: list[Trouble]) -> bool:
        """Read a child; False where a limit of the whole file forbids it and all that follows."""
        trouble = self._allowance.over(child, way.plain)
        if trouble is not None:
            late.append(trouble)
            return False
        if child.denied:
            self._allowance.count += 1
            self._send(wire.Denied(self._job.number, way.member, child.path[: wire.LONGEST_SENTENCE], child.denied))
            return True
        if len(way.ordinals) > self._settings.limit_depth:
            trouble = Trouble("limit-depth", say("too-deep", most=self._settings.limit_depth))
        elif child.lost:
            trouble = Trouble(wire.NOT_EXTRACTED, say("member-lost"))
        else:
            with self._allowance.separate_meter(len(child.data)) if way.plain else contextlib.nullcontext():
                self.read(child.data, child.name or "", child.declared or "", way, child)
            return True
        self._allowance.count += 1
        self._begin(way.member)
        self._unread(child.data, child.name or "", way.member, trouble, child)
        return True

    def _unread(self, data: Data, name: str, member: str, trouble: Trouble, child_record: Child | None) -> None:
        extract = Extract("application/octet-stream", troubles=[trouble])
        self._send(self._part(extract, data, name, member, (), child_record))

    def _part(
        self,
        extract: Extract,
        data: Data,
        name: str,
        member: str,
        children: Iterable[Child],
        child_record: Child | None,
        late: Sequence[Trouble] = (),
    ) -> wire.Part:
        """Return an item's record; ``late`` says why some of its children couldn't be had."""
        self._tidy(extract)
        sha256 = hashlib.sha256(data).hexdigest() if member else ""
        date = item_facts.seconds(extract.date) if extract.date else None
        if extract.date and date is None:
            extract.troubles.append(Trouble("date-invalid", say("date-unreadable", date=repr(extract.date[:80]))))
        fields = item_facts.folded(extract, name)
        mail = is_mail(extract)
        digest = "" if child_record is not None and child_record.lost else sha256  # a copy of nothing
        if mail and not any(child.denied for child in children):  # a copy is told by what nobody may look at, too
            attachments = self._copies_of(children, member, member)
            digest = item_facts.message_digest(extract, data, date, attachments, late)
        return wire.Part(
            job=self._job.number,
            member=member,
            name=name,
            type=extract.type,
            size=len(data),
            sha256=sha256,
            mih=item_facts.mih(extract.message_id),
            digest=digest,
            subject=extract.subject or "",
            sender=extract.sender or "",
            to=extract.to,
            cc=extract.cc,
            bcc=extract.bcc,
            date=date,
            date_kind="" if date is None else "sent" if mail else "modified",
            date_raw=extract.date or "",
            message_id=extract.message_id or "",
            references=extract.references,
            properties=extract.properties,
            segments=[(s.origin, s.text) for s in extract.segments],
            folded=fields,
            troubles=encoded(extract.troubles),
            lang=language(fields),
            location=child_record.location if child_record else "",
            path=child_record.path if child_record else "",
            taken=len(data) if child_record is None or child_record.packed is None else child_record.packed,
        )

    def _copies_of(self, children: Iterable[Child], member: str, top: str, depth: int = 0) -> list[tuple[str, str]]:
        """Return names and hashes of a message's attachments, which its copies share; ``top`` is the outermost one."""
        way = f"{member}." if member else ""
        return [(c.name or "", self._copy_key(c, f"{way}{number}", top, depth)) for number, c in enumerate(children)]

    def _copy_key(self, child: Child, member: str, top: str, depth: int) -> str:
        """Return the hash that exact copies of an attachment share: of the message that it is, else of its bytes."""
        sha256 = hashlib.sha256(child.data).hexdigest()
        declared = child.declared or ""
        deep = depth >= self._settings.limit_depth  # there, and of what kills readers, bytes alone count
        if deep or member in self._job.poison or not declared.startswith(_MESSAGE):
            return sha256
        if sha256 not in self._copy_keys:
            self._copy_keys[sha256] = sha256  # what holds itself is compared by its bytes
            with self._allowance.separate_meter(len(child.data)):
                self._begin(member, top)
                self._copy_keys[sha256] = self._message_key(child, member, top, depth) or sha256
                self._begin(member.rpartition(".")[0], top)
        return self._copy_keys[sha256]

    def _message_key(self, child: Child, member: str, top: str, depth: int) -> str:
        context = self.context(child.name or "", child.declared or "")
        extract = self.extract(child.data, context)
        if not is_mail(extract):
            return ""
        troubles: list[Trouble] = []
        children = list(self.children(extract, troubles))
        if any(child.denied for child in children):
            return ""
        inner = self._copies_of(children, member, top, depth + 1)
        date = item_facts.seconds(extract.date or "")
        return item_facts.message_digest(extract, child.data, date, inner, troubles)

    def _begin(self, member: str, resume: str | None = None) -> None:
        """Tell, where that was asked for, which member is at fault if this process dies now."""
        if self._job.careful:
            self._send(wire.Begin(self._job.number, member, resume))

    def _tidy(self, extract: Extract) -> None:
        """Bring an extract inside the limits, its properties among its segments, and say what in it is no text."""
        stated = "\n".join(s.text for s in extract.segments if s.origin == "properties")
        if lines := [f"{key}: {value}" for key, value in extract.properties if value not in stated]:
            extract.segments.append(Segment("properties", "\n".join(lines)))
        fit_to_wire(extract)
        cut_text(extract, self._limits.text_chars)
        extract.troubles += unread_text(extract)

    def show(self, view: wire.ViewRequest, data: Data, tables: Tables) -> wire.Reply:
        self.alarm(len(data))
        try:
            shown = show(view, data, Context(self._job.name, self._job.declared, self._limits), tables)
        except MemoryError:
            shown = Trouble("limit-memory", say("view-over-memory"))
        except TooSlowError:
            shown = Trouble("limit-time", say("view-over-time", seconds=self._settings.limit_seconds))
        finally:
            self.alarm_off()
        return self._late([shown]) if isinstance(shown, Trouble) else wire.Shown(self._job.number, shown)

    def rendition(self, view: wire.ViewRequest, data: Data) -> wire.Reply:
        context = Context(self._job.name, self._job.declared, self._limits)
        made = self.attempt(partial(message, view, data[:], context, self._settings.limit_depth), len(data))
        return self._late([made]) if isinstance(made, Trouble) else wire.Native(self._job.number, made)


def _answer(job: wire.Job, settings: Settings, channel: Channel, last_source: KeptSource, tables: Tables) -> int:
    """Do a job; returns the peak memory so far."""
    tables.release(job.view.original if job.view else 0)
    fd = channel.descriptor() if job.mapped else -1
    if job.wants:
        members = last_source.members(job, fd, settings, lambda: channel.send(wire.Begin(job.number, "")))
        for want in job.wants:
            if job.careful:
                channel.send(wire.Begin(job.number, want.member))  # with what was answered before
            native = members.native(want)
            if (denied := members.denied) is not None:
                channel.send(wire.Denied(job.number, want.member, denied.path[: wire.LONGEST_SENTENCE], denied.denied))
            else:
                channel.send(wire.Native(job.number, native, want.member))
    else:
        reading = SourceReading(job, settings, channel.send)
        with whole(job, fd) as data:
            if job.view is None:
                reading.read(data, job.name, job.declared)
            elif job.view.kind == wire.EML:
                channel.send(reading.rendition(job.view, data))
            else:
                channel.send(reading.show(job.view, data, tables))
    weight = max(0, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - last_source.mapped_kib)
    channel.send(wire.Done(job.number, weight))
    return weight


def main(fd: int, settings: Settings) -> None:
    """Serve jobs from the socket ``fd`` until it closes."""
    on_alarm()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    confine(settings.limit_memory_mb, settings.max_file_mb)
    channel = Channel(socket.socket(fileno=fd))
    channel.send(wire.Done(wire.READY, os.getpid()))
    cycles, last_source, tables = Cycles(), KeptSource(), Tables()
    for job in channel.jobs():
        size = 0 if last_source.has(job) else job.mapped or len(job.data)
        cycles.watch(size, _answer(job, settings, channel, last_source, tables))


# What the process that readers are forked from does for all of them: what it has ready, none of them makes anew.
#
# A reader lives for some hundred items. It sees no byte of a source here: what is read is written below.

_LIBRARIES = [
    *"lxml.etree pypdfium2 pikepdf selectolax.lexbor python_calamine".split(),
    *(f"PIL.{kind}ImagePlugin" for kind in "Bmp Gif Jpeg Png Ppm".split()),
]
"""What readers of common files load, besides what ``warm_up`` has loaded."""

_UNDECLARED = "Déjà vu: l'été à la forêt, où l'élève dîne.".encode("latin-1")

_MAIL = Path(__file__).with_name("mail.eml").read_bytes()  # a mail with what most mails have


def warm_up() -> None:
    """Set how memory is managed, and read a mail, so that patterns are compiled that every reader needs."""
    collect_garbage_rarely()
    keep_freed_memory()
    prepare()
    reading = SourceReading(Job(0, "mail.eml", _MAIL), Settings(), lambda reply: None)
    reading.read(_MAIL, "mail.eml", "")


def load_tables() -> None:
    decode_text(_UNDECLARED)


def load_libraries() -> None:
    """Load what readers of other files than mail need; a library that is missing costs its formats, as in a reader."""
    for name in _LIBRARIES:
        with contextlib.suppress(ImportError, OSError):
            import_module(name)


# Single members of a source, for an export or to be looked at, without reading the others. The containers on the way to
# the last member stay open, so that the next one costs little. A member whose location in its container was recorded is
# found there, and its hash shows whether it still is; otherwise the container is walked on to it as when it was
# indexed.


_PIECE = 1 << 20
_PASSING = ("limit-time", "limit-memory", "limit-stopped")
"""Troubles after which the next member is looked for from the start."""
_SILENCE = 1.0  # longest time without a sign that a walk goes on, in seconds


class _Container:
    """A container on the way: how far the walk through it is, the member had last, and what is open inside that.

    ``media`` is its type as indexed, which says how its members are found by location; "" where it is to be walked.
    """

    def __init__(self, parsing: SourceMembers, data: Data, name: str, declared: str, media: str) -> None:
        self._parsing = parsing
        self._data = data
        self._context = parsing.context(name, declared)
        self._media = media
        self._at: Callable[[str], Child | None] | None = None
        self._walk: Iterator[Child] | None = None
        self._next = 0
        self._inner: _Container | None = None
        self._number = -1
        self._child: Child | None = None

    def inside(self, child: Child, media: str) -> _Container:
        if self._inner is None:
            self._inner = _Container(self._parsing, child.data, child.name or "", child.declared or "", media)
        return self._inner

    def member(self, number: int, location: str) -> Child | None:
        if number != self._number:
            self._inner, self._number = None, number
            self._child = self._located(location) if location and self._media else self._walked(number)
        return self._child

    def _located(self, location: str) -> Child | None:
        child = self._parsing.attempt(partial(self._find, location))
        if isinstance(child, Trouble):
            self._parsing.troubles.append(child)
            return None
        return child and (self._parsing.instead(child) or child)

    def _find(self, location: str) -> Child | None:
        if self._at is None:
            form = by_type(self._media)
            self._at = (form.members and form.members(self._data, self._context)) if form else None
        return self._at(location) if self._at else None

    def _walked(self, number: int) -> Child | None:
        if self._walk is None or number < self._next:
            extract = self._parsing.extract(self._data, self._context)
            self._parsing.troubles += extract.troubles
            self._walk, self._next = self._parsing.children(extract, self._parsing.troubles), 0
        shown = time.monotonic()
        for child in self._walk:
            self._next += 1
            if self._next > number:
                return child
            if time.monotonic() > shown + _SILENCE:
                shown = time.monotonic()
                self._parsing.alive()
        return None


class SourceMembers(LimitedParsing):
    """The members of one source, and the ``troubles`` in finding one; ``alive`` is called during a long walk."""

    def __init__(self, data: Data, name: str, settings: Settings, job: Job) -> None:
        super().__init__(settings, len(data), job)
        self.denied: Child | None = None
        self.alive: Callable[[], None] = lambda: None
        self.troubles: list[Trouble] = []
        self._data = data
        self._name = name
        self._tops: dict[bool, _Container] = {}

    def native(self, want: Want) -> bytes | None:
        """Return the bytes of a member, or of what is in its place now, None where nothing is."""
        if not want.member:
            return self._data[:]
        self._allowance.renew()
        self.troubles.clear()
        self.denied = None
        ordinals = [int(ordinal) for ordinal in want.member.split(".")]
        data = None
        if len(want.way) == len(ordinals) and any(location for _, location in want.way):
            data = self._find(ordinals, want.way)
        if self.denied is None and (data is None or hashlib.sha256(data).hexdigest() != want.sha256):
            data = self._find(ordinals, [("", "")] * len(ordinals))
        if data is None and any(trouble.code in _PASSING for trouble in self.troubles):
            self._tops.clear()
        return data

    def _find(self, ordinals: list[int], way: Sequence[tuple[str, str]]) -> bytes | None:
        media = way[0][0]
        if bool(media) not in self._tops:
            self._tops[bool(media)] = _Container(self, self._data, self._name, "", media)
        container = self._tops[bool(media)]
        child: Child | None = None
        for number, (media, location) in zip(ordinals, way, strict=True):
            if child is not None:
                container = container.inside(child, media)
            child = container.member(number, location)
            if child is None:
                return None
            if child.denied:
                self.denied = child
                return None
        return child.data if child and not child.lost else None


class KeptSource:
    """The source whose members were wanted last, which stays mapped; ``mapped_kib`` is how much that is."""

    def __init__(self) -> None:
        self._number = 0
        self._stack = contextlib.ExitStack()
        self._members: SourceMembers | None = None
        self.mapped_kib = 0

    def has(self, job: Job) -> bool:
        return bool(job.kept) and job.kept == self._number

    def members(self, job: Job, fd: int, settings: Settings, alive: Callable[[], None]) -> SourceMembers:
        """Return the members of a job's source, with what is known of them where it is the one before's."""
        if self._members is None or not self.has(job):
            self._members = None
            self._stack.close()
            data = self._stack.enter_context(whole(job, fd))
            self._number, self.mapped_kib = job.kept, job.mapped >> 10
            self._members = SourceMembers(data, job.name, settings, job)
        elif fd >= 0:
            os.close(fd)
        self._members.alive = alive
        return self._members


@contextlib.contextmanager
def whole(job: Job, fd: int) -> Iterator[Data]:
    """Yield a job's data, memory-mapped where they came as a descriptor, or read where they can't be mapped."""
    if not job.mapped:
        yield job.data
        return
    try:
        data = _mapped(fd, job.mapped)
    finally:
        os.close(fd)
    try:
        yield data
    finally:
        if isinstance(data, mmap.mmap):
            _close_map(data)


def _mapped(fd: int, size: int) -> Data:
    try:
        return mmap.mmap(fd, size, flags=mmap.MAP_PRIVATE, prot=mmap.PROT_READ)  # not every file system can share maps
    except OSError:
        pieces, at = [], 0
        while piece := os.pread(fd, min(_PIECE, size - at), at):
            pieces.append(piece)
            at += len(piece)
        if at < size:
            raise
        return b"".join(pieces)


def _close_map(data: mmap.mmap) -> None:
    """Close a map; where a parser's leavings still hold a view of it, they are looked for first."""
    try:
        data.close()
    except BufferError:
        gc.collect()
        with contextlib.suppress(BufferError):  # its memory goes when the view does
            data.close()
