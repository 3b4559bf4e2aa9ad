"""A reader's end of the border: jobs in, replies out in few writes; nothing is parsed or judged here.

What is said is made fit for the wire first: text that no UTF-8 can hold is mended, never sent as it is.
"""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator
from typing import Any

import msgspec

from triage.sandbox.wire import JOBS, Begin, Frames, Job, Reply, pack, unpack

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
    """The worker's end of the socket: whole jobs in, replies out in few writes."""

    def __init__(self, sock: socket.socket) -> None:
        self._sock = sock
        self._frames = Frames()
        self._out: list[bytearray] = []
        self._bytes = 0
        self._flushed = time.monotonic()
        self._fds: list[int] = []

    def jobs(self) -> Iterator[Job]:
        """Yield jobs until the parent closes its end; flushes before it waits."""
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
        """Return the descriptor that came with the job."""
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
        """Write what is queued."""
        if self._out:
            self._sock.sendall(b"".join(self._out))
            self._out.clear()
            self._bytes = 0
        self._flushed = time.monotonic()
