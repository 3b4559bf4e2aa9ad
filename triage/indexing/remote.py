"""The broker as the rest of the program has it: what it does is done in a process of its own (``broker_process``).

Nothing here reaches a source but by asking it. What it decides is put into the ledger here, and it opens nothing before
it is told to.
"""

from __future__ import annotations

import errno
import os
import select
import socket
import tempfile
from collections import Counter, deque
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

import msgspec

from triage.errors import BrokerEnded, CaseError, ScopeError
from triage.indexing.broker_process import BrokerAnswer, BrokerOrder, BrokerStart
from triage.messages import decode
from triage.model.messages import Message
from triage.sandbox.parent.forkserver import ForkServer, server
from triage.sandbox.wire import Frames, WireError, pack
from triage.scope.broker import CHUNK
from triage.scope.ledger import Ledger
from triage.scope.mounts import root_among
from triage.scope.policy import HARD_LINK, Allow, Policy
from triage.scope.sources import Opened, Source, read
from triage.settings import Settings

PATIENCE = 120.0  # seconds for which the process may give no sign of life
_START = (
    "from triage.indexing.broker_process import main;"
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
