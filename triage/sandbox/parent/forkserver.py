"""The process that readers are forked from: it loads their code once, and knows no source.

Loading a reader's code takes longer than reading hundreds of mails, and every reader that died on a hostile file is
replaced. So one process loads it, for all readers of this process, and gives birth to each within milliseconds. It
never sees a byte of a source: a reader has a socket of its own to its pool, and what was parsed ends with the reader.
All readers of one process share the layout of their memory.

The server ends its readers, as only their parent knows for sure which process a number stands for, and ends with the
process that started it. It also kills a reader that starts more threads than reading needs: the system counts those of
a user, not of a process. A server that is stopped or doesn't answer is itself killed, and another takes its place.
"""

from __future__ import annotations

import atexit
import contextlib
import gc
import json
import os
import select
import signal
import socket
import struct
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict
from itertools import count
from typing import NoReturn

import msgspec

from triage.sandbox.wire import Frames, pack
from triage.settings import Settings

_PATH = "import gc,sys,json;gc.set_threshold(20_000);sys.path[:]=json.loads(sys.argv[1]);"
_GONE = struct.Struct("=Q")  # what the server answers once a reader is gone: its number
_PATIENCE = 10.0  # seconds in which a server answers or ends that isn't stopped
_PAUSE = 1.0  # seconds for which a server may be stopped before it is taken for one that doesn't go on
_GLANCE = 0.1  # seconds between two looks at what readers, or the server, are at
_MOST_THREADS = 16 + (os.cpu_count() or 1)
"""Threads of one reader: those that read pictures may take one for each processor, those for 7z archives another."""


def command(code: str, *arguments: str) -> list[str]:
    """Return the command that runs code, isolated, with our path alone; its arguments begin at ``sys.argv[2]``."""
    path = json.dumps([os.path.abspath(p) for p in sys.path])  # noqa: PTH100 (pathlib is slow to load)
    return [sys.executable, "-I", "-S", "-c", _PATH + code, path, *arguments]


TABLES, LIBRARIES = -1, -2
"""No readers' numbers: the orders to load the tables of characters, and the libraries for other files than mail."""


class ReaderOrder(msgspec.Struct, frozen=True, array_like=True):
    """To fork the reader of this number with these settings, whose socket travels along; None ends it."""

    reader: int
    settings: dict[str, int] | None = None


class ForkServer:
    """The server as its clients see it: pools in any thread of this process; ``code`` is what it runs.

    The code has ``sys.argv[2]`` as the number of its end of the control socket. Where the server has died, readers
    can't be started, which shows in their sockets: they end at once.
    """

    def __init__(self, code: str) -> None:
        self._ours, theirs = socket.socketpair()
        self._turn = threading.Lock()
        self._numbers = count()
        self._process = subprocess.Popen(
            command(code, str(theirs.fileno())),
            pass_fds=[theirs.fileno()],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=None if os.environ.get("TRIAGE_DEBUG") else subprocess.DEVNULL,
            env={"PYTHONUTF8": "1"},
            process_group=0,  # no session of its own: Linux weighs sessions alike, whatever the nice value in them
        )
        theirs.close()
        self._loaded, self._readers = set[int](), set[int]()
        atexit.register(self.close)

    @property
    def alive(self) -> bool:
        """Whether the server is there, and isn't stopped or closed; one that is about to end has closed its socket."""
        if self._ours.fileno() < 0 or self._process.poll() is not None or self._stopped:
            return False
        return not _polled(self._ours, 0, 0)

    @property
    def idle(self) -> bool:
        return not self._readers

    @property
    def _stopped(self) -> bool:
        """Whether it is stopped, and stays so: what limits a program's processor time stops it again and again."""
        deadline = time.monotonic() + _PAUSE
        while self._is_stopped():
            if time.monotonic() > deadline:
                return True
            time.sleep(_PAUSE / 100)
        return False

    def _is_stopped(self) -> bool:
        with contextlib.suppress(ChildProcessError):  # it has ended
            return os.waitid(os.P_PID, self._process.pid, os.WSTOPPED | os.WNOHANG | os.WNOWAIT) is not None
        return False

    def start(self, sock: socket.socket, settings: Settings) -> int:
        """Have a reader forked that serves this socket; returns the number by which it is ended."""
        with self._turn:
            number = next(self._numbers)
            self._readers.add(number)
            with contextlib.suppress(OSError):
                socket.send_fds(self._ours, [pack(ReaderOrder(number, asdict(settings)))], [sock.fileno()])
            return number

    def load(self, order: int) -> None:
        """Have TABLES or LIBRARIES loaded for all readers to come; the server does nothing else meanwhile."""
        with self._turn, contextlib.suppress(OSError):
            if order not in self._loaded:
                self._ours.sendall(pack(ReaderOrder(order)))
            self._loaded.add(order)

    def end(self, number: int) -> None:
        with self._turn, contextlib.suppress(OSError):
            self._readers.discard(number)
            self._ours.sendall(pack(ReaderOrder(number)))
            while (answer := self._answer()) and _GONE.unpack(answer) != (number,):
                pass  # the answer to an order whose giver was interrupted while waiting

    def _answer(self) -> bytes:
        """Return what the server says next, nothing where it has ended; one that says nothing is killed."""
        deadline = time.monotonic() + _PATIENCE
        while self.alive and time.monotonic() < deadline:
            if _polled(self._ours, select.POLLIN, _GLANCE):
                return self._ours.recv(_GONE.size, socket.MSG_WAITALL)
        self._process.kill()
        self._process.wait()
        return b""

    def close(self) -> None:
        atexit.unregister(self.close)
        self._ours.close()
        deadline = time.monotonic() + _PATIENCE
        while self._process.poll() is None:
            if self._stopped or time.monotonic() > deadline:
                self._process.kill()
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._process.wait(_GLANCE)


_servers: dict[tuple[int, str], ForkServer] = {}
_choosing = threading.Lock()


def server(code: str) -> ForkServer:
    """Return this process's server that runs the code, started anew where it has died."""
    key = (os.getpid(), code)
    with _choosing:
        running = _servers.get(key)
        if running is None or not running.alive:
            if running is not None:
                running.close()
            running = _servers[key] = ForkServer(code)
        return running


def end_idle() -> None:
    """End this process's servers that have no reader, as each holds tens of MB; another starts when one is wanted."""
    with _choosing:
        for key in [key for key, running in _servers.items() if key[0] == os.getpid() and running.idle]:
            _servers.pop(key).close()


def serve(
    control: int,
    main: Callable[[int, Settings], None],
    warm_up: Callable[[], None] = lambda: None,
    *loads: Callable[[], None],
) -> None:
    """Carry out orders from the socket ``control`` until it closes; ``loads`` are for the orders TABLES, LIBRARIES."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    sock, readers = socket.socket(fileno=control), dict[int, int]()
    _ready(warm_up)
    for order, descriptor in _orders(sock, readers):
        if order.settings is not None:
            with contextlib.suppress(OSError):  # no room for one more process: its socket ends, the others go on
                readers[order.reader] = os.fork()
            if readers.get(order.reader) == 0:
                sock.close()
                _be_reader(descriptor, Settings(**order.settings), main)
            os.close(descriptor)
            continue
        if order.reader < 0:
            _ready(loads[~order.reader])
            continue
        if (pid := readers.pop(order.reader, 0)) > 0:
            _kill(pid)
        sock.sendall(_GONE.pack(order.reader))
    for pid in readers.values():
        _kill(pid)


def _ready(prepare: Callable[[], None]) -> None:
    """Do something for all readers to come; what is loaded then stays as it is, so that its memory is shared."""
    prepare()
    gc.collect()
    gc.freeze()


def _orders(sock: socket.socket, readers: dict[int, int]) -> Iterator[tuple[ReaderOrder, int]]:
    """Yield the orders, each with the descriptor that came with it, -1 where none did; watch the readers meanwhile."""
    frames, descriptors = Frames(), list[int]()
    while True:
        while not _polled(sock, select.POLLIN, _GLANCE if readers else None):
            for pid in readers.values():
                if _threads(pid) > _MOST_THREADS:
                    os.kill(pid, signal.SIGKILL)
        data, came, _, _ = socket.recv_fds(sock, 1 << 16, 16)
        descriptors += came
        frames.feed(data)
        while (body := frames.next()) is not None:
            order = msgspec.msgpack.decode(body, type=ReaderOrder)
            yield order, descriptors.pop(0) if order.settings is not None else -1
        if not data:
            return


def _be_reader(descriptor: int, settings: Settings, main: Callable[[int, Settings], None]) -> NoReturn:
    """Be one reader, in a process group of its own, and never return into the server's code."""
    status = 1
    try:
        os.setpgid(0, 0)
        main(descriptor, settings)
        status = 0
    except Exception:
        sys.excepthook(*sys.exc_info())
    finally:
        os._exit(status)


def _polled(sock: socket.socket, events: int, seconds: float | None) -> bool:
    """Whether one of the events came within so many seconds, or the other side has closed."""
    waiting = select.poll()
    waiting.register(sock, events)
    return bool(waiting.poll(None if seconds is None else seconds * 1000))


def _threads(pid: int) -> int:
    """Return how many threads a child that wasn't waited for has; 0 where the system doesn't say."""
    try:
        with open(f"/proc/{pid}/stat", "rb") as file:
            return int(file.read().rpartition(b")")[2].split()[17])
    except OSError:
        return 0


def _kill(pid: int) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
