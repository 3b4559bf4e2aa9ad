"""The process that opens sources: the broker behind a socket, confined to reading the roots of its scope.

It is forked from a server that knows no source, and gives up every file but those under the roots before it takes the
first order. A rule that denies something inside a root is its own check, as Landlock can only allow. What it decides
goes to the process that asked, and nothing is opened before that has it on record. It parses nothing.
"""

from __future__ import annotations

import ctypes
import os
import socket
import time
from collections.abc import Iterator, Sequence
from typing import TypeVar

import msgspec

from triage.errors import ScopeError
from triage.messages import encode
from triage.model.messages import Message
from triage.sandbox.child.confine import no_new_privileges, restrict_ways, ruleset
from triage.sandbox.wire import Frames, pack
from triage.scope.broker import Broker
from triage.scope.mounts import mounts
from triage.scope.policy import Allow, Deny, Policy
from triage.scope.sources import Source
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

    def say(self, frame: bytes | bytearray, descriptors: Sequence[int] = ()) -> None:
        rest = memoryview(frame)
        if descriptors:
            rest = rest[socket.send_fds(self._sock, [rest], descriptors) :]
        self._sock.sendall(rest)
        self._spoke = time.monotonic()

    def beat(self) -> None:
        """Say now and then, by an empty frame, that it is at work."""
        if time.monotonic() - self._spoke > BEAT:
            self.say(bytes(4))


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
        self._caller.say(pack(answer), self._opened)
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
        caller.say(pack(BrokerAnswer(error=sent(error.message))))
        return
    caller.say(pack(BrokerAnswer(unconfined=not version, escaped=escaped(start.probes) if version else b"")))
    while True:
        orders.carry_out(caller.next(BrokerOrder))
