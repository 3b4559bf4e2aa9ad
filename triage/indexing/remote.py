"""The broker in a process of its own: what runs there, and what the rest of the program asks it by.

``RemoteBroker`` reaches no source but by asking that process. What it decides is put into the ledger here, and it opens
nothing before it is asked to.
"""

from __future__ import annotations

import ctypes
import errno
import os
import select
import socket
import tempfile
import time
from collections import Counter, deque
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

import msgspec

from triage.errors import BrokerEnded, CaseError, ScopeError
from triage.messages import decode, encode
from triage.model.messages import Message
from triage.sandbox.child.confine import no_new_privileges, restrict_ways, ruleset
from triage.sandbox.parent.forkserver import ForkServer, server
from triage.sandbox.wire import Frames, WireError, pack
from triage.scope.broker import CHUNK, Broker
from triage.scope.ledger import Ledger
from triage.scope.mounts import mounts, root_among
from triage.scope.policy import HARD_LINK, Allow, Deny, Policy
from triage.scope.sources import Opened, Source, read
from triage.settings import Settings

BEAT = 1.0  # seconds after which it says that it is still at work
_Order = TypeVar("_Order", bound=msgspec.Struct)


class BrokerStart(msgspec.Struct, array_like=True):
    """The scope: roots by id, path and whether hard links are allowed, and rules; and what it mustn't be able to open.

    Paths are bytes, here and below, as names of files need not be text. Several are joined by null bytes.
    """

    allow: list[tuple[str, bytes, bool]]
    deny: list[tuple[str, str]]
    version: int
    probes: list[bytes]


class BrokerOrder(msgspec.Struct, array_like=True):
    """What is wanted: the name of one of ``BrokerOrders``' methods, a root and paths under it, and numbers."""

    act: str
    root: str = ""
    paths: bytes = b""
    numbers: list[int] = []


class BrokerAnswer(msgspec.Struct, omit_defaults=True):
    """An answer, and what was denied and not listed since the last one.

    ``paths`` are those of sources, ``stats`` their sizes, times (mtime and ctime), inodes, devices and links. ``codes``
    and ``whys`` say why sources couldn't be opened; the code of one that is open is "", and its descriptor is sent
    along. ``denied`` are paths, rules and kinds. ``error`` is why the order can't be carried out.
    """

    paths: bytes = b""
    stats: list[tuple[int, int, int, int, int, int]] = []
    codes: list[str] = []
    numbers: list[int] = []
    whys: list[bytes] = []
    denied: list[tuple[bytes, str, str]] = []
    unlisted: list[tuple[bytes, bytes]] = []
    error: bytes = b""
    unconfined: bool = False
    escaped: bytes = b""


class _Caller:
    def __init__(self, sock: socket.socket) -> None:
        self._sock = sock
        self._frames = Frames()
        self._spoke = time.monotonic()

    def next(self, kind: type[_Order]) -> _Order:
        """Return the next order; the process ends where nobody is left to give one."""
        while (body := self._frames.next()) is None:
            if not (data := self._sock.recv(1 << 16)):
                os._exit(0)
            self._frames.feed(data)
        return msgspec.msgpack.decode(body, type=kind)

    def send(self, frame: bytes | bytearray, descriptors: Sequence[int] = ()) -> None:
        rest = memoryview(frame)
        if descriptors:
            rest = rest[socket.send_fds(self._sock, [rest], descriptors) :]
        self._sock.sendall(rest)
        self._spoke = time.monotonic()

    def beat(self) -> None:
        """Say now and then, by an empty frame, that it is at work."""
        if time.monotonic() - self._spoke > BEAT:
            self.send(bytes(4))


class BrokerOrders:
    """What the broker can be told. To continue what another process began has no right answer: it ends this one."""

    def __init__(self, caller: _Caller, policy: Policy) -> None:
        self._caller = caller
        self._roots = {root.id: root for root in policy.allow}
        self._broker = Broker(policy, caller.beat)
        self._walk: Iterator[list[Source]]
        self._chunk: list[Source]
        self._opened: list[int] = []

    def carry_out(self, order: BrokerOrder) -> None:
        answer, broker = BrokerAnswer(), self._broker
        try:
            getattr(self, order.act)(order, answer)
        except ScopeError as error:
            answer.error = sent(error.message)
        answer.denied = [(os.fsencode(path), rule, kind) for path, rule, kind in broker.denials]
        answer.unlisted = [(os.fsencode(path), sent(why)) for path, why in broker.unlisted]
        broker.denials.clear()
        broker.unlisted.clear()
        self._caller.send(pack(answer), self._opened)
        while self._opened:
            os.close(self._opened.pop())

    def walk(self, order: BrokerOrder, answer: BrokerAnswer) -> None:
        self._walk = self._broker.walk(self._roots[order.root], os.fsdecode(order.paths))
        self.walk_on(order, answer)

    def walk_on(self, _order: BrokerOrder, answer: BrokerAnswer) -> None:
        """Walk on to the next sources; a number says that there may be more."""
        if (chunk := next(self._walk, None)) is not None:
            self._chunk = chunk
            answer.paths = os.fsencode("\0".join([source.relative for source in chunk]))
            answer.stats = [(*source[3:7], *source[8:]) for source in chunk]
            answer.numbers = [len(chunk)]

    def links(self, order: BrokerOrder, answer: BrokerAnswer) -> None:
        for source in map(self._chunk.__getitem__, order.numbers):
            why = self._broker.linked_outside(source.root, (source.device, source.inode), source.links)
            answer.whys.append(sent(why or ""))

    def open(self, order: BrokerOrder, answer: BrokerAnswer) -> None:
        for source in map(self._chunk.__getitem__, order.numbers):
            opened = self._broker.open(source)
            if isinstance(opened, int):
                self._opened.append(opened)
                answer.codes.append("")
            else:
                answer.codes.append(opened.code)
                answer.whys.append(sent(opened.why))

    def stated(self, order: BrokerOrder, answer: BrokerAnswer) -> None:
        answer.numbers = list(self._broker.stated(self._roots[order.root], os.fsdecode(order.paths)) or ())

    def allowed(self, order: BrokerOrder, answer: BrokerAnswer) -> None:
        allowed = self._broker.allowed(self._roots[order.root], os.fsdecode(order.paths).split("\0"))
        answer.numbers = list(map(int, allowed))

    def forecast(self, order: BrokerOrder, answer: BrokerAnswer) -> None:
        answer.numbers = list(self._broker.forecast(self._roots[order.root], os.fsdecode(order.paths)))


def sent(why: Message | str) -> bytes:
    """Return a sentence as it is sent; it may hold names, which need not be text."""
    return os.fsencode(encode(why) if isinstance(why, Message) else why)


def confine(roots: list[str]) -> int:
    """Leave this process nothing but reading under these folders; return Landlock's version, 0 where it is missing.

    Two files of /proc stay, which tell where something is mounted.
    """
    mounts()
    os.open("/proc/self/fdinfo", os.O_PATH | os.O_CLOEXEC)  # kept: the rule is about this very folder
    libc = ctypes.CDLL(None, use_errno=True)
    no_new_privileges(libc)
    return restrict_ways(libc, *ruleset(libc, [*roots, "/proc/self/fdinfo"]))


def escaped(probes: list[bytes]) -> bytes:
    """Return what of these files, or the folders that they are in, can be opened all the same."""
    for path in probes:
        for name, flags in ((path, os.O_RDONLY), (path, os.O_WRONLY | os.O_APPEND), (os.path.dirname(path), 0)):  # noqa: PTH120
            try:
                os.close(os.open(name, flags | os.O_CLOEXEC))
            except OSError:
                continue
            return name
    return b""


def main(fd: int, _settings: Settings) -> None:
    """Serve orders from the socket ``fd`` until it closes; the first says what the scope is."""
    caller = _Caller(socket.socket(fileno=fd))
    start = caller.next(BrokerStart)
    roots = tuple(Allow(name, os.fsdecode(path), "-", "", links) for name, path, links in start.allow)
    rules = tuple(Deny(name, glob) for name, glob in start.deny)
    try:
        version = confine([root.path for root in roots])
        orders = BrokerOrders(caller, Policy("", "", roots, rules, "", start.version))
    except ScopeError as error:
        caller.send(pack(BrokerAnswer(error=sent(error.message))))
        return
    caller.send(pack(BrokerAnswer(unconfined=not version, escaped=escaped(start.probes) if version else b"")))
    while True:
        orders.carry_out(caller.next(BrokerOrder))


PATIENCE = 120.0  # seconds for which the process may give no sign of life
_START = (
    "from triage.indexing.remote import main;"
    "from triage.sandbox.parent.forkserver import serve;serve(int(sys.argv[2]),main)"
)
_ANSWERS = msgspec.msgpack.Decoder(BrokerAnswer)


class RemoteBroker:
    """A broker for one scope, whose process is started when it is first needed. Close it at the end.

    ``denied`` counts what it refused, ``denials`` by rule. ``unlisted`` are folders that couldn't be listed, with the
    reasons. Every method raises CaseError where the process has ended or gives no answer.
    """

    def __init__(self, policy: Policy, ledger: Ledger | None, settings: Settings) -> None:
        if ledger is not None:  # without one, it only looks
            ledger.under(policy.version, policy.text)
        self.policy = policy
        self._ledger = ledger
        self._settings = settings
        self._sock: socket.socket | None = None
        self._fds = deque[int]()
        self.unconfined = False
        self.denied = self.denied_members = 0
        self.denials = Counter[str]()
        self.unlisted: list[tuple[str, Message | str]] = []

    def start(self) -> None:
        """Start the process, and see to it that it is confined; raises CaseError where it can be and isn't."""
        if self._sock is None:
            try:
                self._start()
            except BaseException:
                self.close()
                raise

    def _start(self) -> None:
        self._sock, theirs = socket.socketpair()
        self._frames = Frames()
        for end in (self._sock, theirs):
            end.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 1 << 20)
        self._server: ForkServer = server(_START)
        self._number = self._server.start(theirs, self._settings)
        theirs.close()
        with tempfile.NamedTemporaryFile(prefix="triage-probe-") as file:  # an empty file, wherever that may be
            made = [Path(file.name), *([self._ledger.path] if self._ledger else [])]
            probes = [os.fsencode(path) for path in made if root_among(self.policy, path) is None]
            roots = [(a.id, os.fsencode(a.path), a.allow_hard_links) for a in self.policy.allow]
            rules = [(d.id, d.glob) for d in self.policy.deny]
            answer = self._answer(BrokerStart(roots, rules, self.policy.version, probes))
        if answer.escaped:
            raise CaseError("broker-not-confined", path=os.fsdecode(answer.escaped))
        self.unconfined = answer.unconfined
        if self.unconfined and self._ledger is not None:
            self._ledger.event("unconfined", why="no-landlock")

    def close(self) -> None:
        if self._sock is not None:
            self._sock.close()
            self._sock = None
            self._server.end(self._number)
        self._drop()

    def _drop(self) -> None:
        while self._fds:
            os.close(self._fds.pop())

    def walk(self, root: Allow, path: str = "") -> Iterator[list[Source]]:
        """Yield the sources under a root, or under one file or folder of it, as ``Broker.walk`` does."""
        answer = self._ask(BrokerOrder("walk", root.id, os.fsencode(path)))
        while answer.numbers:
            paths = os.fsdecode(answer.paths).split("\0") if answer.stats else []
            chunk = [
                Source(root, path, path.rpartition("/")[2], *stat[:4], -1, *stat[4:])
                for path, stat in zip(paths, answer.stats, strict=True)
            ]
            self._numbers = {path: number for number, path in enumerate(paths)}
            yield chunk
            answer = self._ask(BrokerOrder("walk_on"))

    def read(self, sources: list[Source], starts: Mapping[str, int] | None = None) -> Iterator[Opened]:
        """Open and read sources that the walk has just yielded, each after its decision was written to the ledger.

        ``starts`` says by path of how many of their first bytes a hash is wanted besides.
        """
        linked = self._linked([s for s in sources if s.links > 1 and not s.root.allow_hard_links])
        ledger, waiting = self._recorded, [source for source in sources if source.relative not in linked]
        for source in waiting:
            ledger.allow(source.key, source.root.id)
        ledger.flush()
        yield from linked.values()
        if waiting:
            lengths = [(starts or {}).get(source.relative, 0) for source in waiting]
            yield from map(self._read, waiting, self._open(waiting), lengths)

    def _open(self, sources: list[Source]) -> Iterator[int | Opened]:
        self._drop()
        answer = self._ask(BrokerOrder("open", numbers=[self._numbers[source.relative] for source in sources]))
        if len(self._fds) != answer.codes.count(""):
            raise OSError(errno.EMFILE, os.strerror(errno.EMFILE))
        whys = map(_received, answer.whys)
        for source, code in zip(sources, answer.codes, strict=True):
            yield Opened(source, code=code, why=next(whys)) if code else self._fds.popleft()

    def _read(self, source: Source, opened: int | Opened, start: int) -> Opened:
        if isinstance(opened, int):
            opened = read(source, opened, self._settings.max_file_mb << 20, self._recorded.path.parent, start)
        if opened.code:
            self._recorded.failed(source.key, opened.code)
        else:
            self._recorded.close(source.key, opened.size, opened.sha256)
        return opened

    def _linked(self, sources: list[Source]) -> dict[str, Opened]:
        """Return which of these have hard links elsewhere, by path, once it is on record that they aren't opened."""
        if not sources:
            return {}
        whys = self._ask(BrokerOrder("links", numbers=[self._numbers[source.relative] for source in sources])).whys
        linked = [Opened(s, code=HARD_LINK, why=_received(why)) for s, why in zip(sources, whys, strict=True) if why]
        for opened in linked:
            self._recorded.deny(opened.source.key, HARD_LINK, "file")
        return {opened.source.relative: opened for opened in linked}

    def unchanged(self, opened: Opened) -> bool:
        """Whether what was opened is still there as the walk found it, by size, times and inode. It opens no file."""
        s = opened.source
        stat = [s.size, s.mtime, s.ctime, s.inode]
        return not opened.changed and self._ask_any("stated", s.root.id, s.relative) == stat

    def allowed(self, root: Allow, paths: list[str]) -> list[bool]:
        """Tell of paths under a root whether no rule denies what lies there, by any of its names."""
        return list(map(bool, self._ask_any("allowed", root.id, *paths))) if paths else []

    def inode(self, root_id: str, path: str) -> int:
        """Return the inode of the file at a place, 0 where there is none, -1 where the scope or a fault forbids it."""
        known = any(root.id == root_id for root in self.policy.allow)
        return (self._ask_any("stated", root_id, path) or [-1])[-1] if known else -1

    def forecast(self, root: Allow, path: str = "") -> tuple[int, int]:
        """Return about how many sources the walk will yield, and their bytes; as ``Broker.forecast``."""
        sources, size = self._ask_any("forecast", root.id, path)
        return sources, size

    def idle(self, first: bool = True) -> tuple[str, ...]:
        """Return the deny rules that met nothing; if not ``first``, others may have met members of unchanged files."""
        met = self.denials.keys() | set(() if first else self.policy.for_members.rules)
        return tuple(d.id for d in self.policy.deny if d.id not in met)

    def deny_member(self, source: Source, member: str, path: str, rule: str) -> None:
        """Put on record that what is at a path inside a source was not extracted; ``member`` are its ordinals."""
        self.denied_members += 1
        self.denials[rule] += 1
        if self._ledger is not None:
            self._ledger.deny(f"{source.key}\0{member}\0{path}", rule, "member")

    @property
    def _recorded(self) -> Ledger:
        assert self._ledger is not None, "it only looks"
        return self._ledger

    def _ask_any(self, act: str, root: str, *paths: str) -> list[int]:
        """Ask what any process can answer, so that another one is asked where one has ended."""
        order = BrokerOrder(act, root, os.fsencode("\0".join(paths)))
        with suppress(BrokerEnded):
            return self._ask(order).numbers
        return self._ask(order).numbers

    def _ask(self, order: BrokerOrder) -> BrokerAnswer:
        """Return the answer to an order; whoever is interrupted meanwhile gets another process, and no wrong answer."""
        self.start()
        try:
            return self._answer(order)
        except ScopeError:
            raise
        except BaseException:
            self.close()
            raise

    def _answer(self, order: BrokerOrder | BrokerStart) -> BrokerAnswer:
        assert self._sock is not None, "started"
        try:
            self._sock.sendall(pack(order))
            while not (body := self._frames.next()):
                if body is None:
                    self._receive(self._sock)
            answer = _ANSWERS.decode(body)
        except (OSError, WireError, msgspec.DecodeError) as error:
            raise BrokerEnded("broker-died") from error
        for path, rule, kind in answer.denied:
            self.denied += 1
            self.denials[rule] += 1
            if self._ledger is not None:
                self._ledger.deny(os.fsdecode(path), rule, kind)
        self.unlisted += [(os.fsdecode(path), _received(why)) for path, why in answer.unlisted]
        if answer.error:
            raise ScopeError(_received(answer.error))
        return answer

    def _receive(self, sock: socket.socket) -> None:
        waiting = select.poll()
        waiting.register(sock, select.POLLIN)
        if not waiting.poll(PATIENCE * 1000):
            raise CaseError("broker-silent")
        data, fds, _, _ = socket.recv_fds(sock, 1 << 16, CHUNK)
        self._fds += fds
        if not data:
            raise BrokerEnded("broker-died")
        self._frames.feed(data)


def _received(why: bytes) -> Message:
    return decode(os.fsdecode(why))
