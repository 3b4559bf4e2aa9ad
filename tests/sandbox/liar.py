"""A reader that answers whatever a test wants: each job's data is a list of what it is to do, in msgpack."""

from __future__ import annotations

import os
import socket
import time
from typing import Any

import msgspec

from triage.sandbox.wire import JOBS, READY, Done, Frames, Part, pack, unpack


def part(job: int, member: str = "", size: int = 0, **other: Any) -> Part:
    """Return a Part as a sound reader might send it, with other values where they are given."""
    values: dict[str, Any] = dict.fromkeys("name subject sender date_kind date_raw message_id mih digest".split(), "")
    lists: dict[str, Any] = {name: [] for name in "to cc bcc references properties segments folded troubles".split()}
    values |= {"type": "text/plain", "date": None, "sha256": "a" * 64 if member else "", **lists, **other}
    return Part(job=job, member=member, size=size, **values)


def script(*steps: object) -> bytes:
    """Return a job's data: messages and bytes are sent, a number of seconds is slept, "close" and "leak" are done."""
    made = [bytes(pack(step)) if isinstance(step, msgspec.Struct) else step for step in steps]
    return msgspec.msgpack.encode(made)


def _do(step: object, sock: socket.socket) -> None:
    match step:
        case bytes():
            sock.sendall(step)
        case int() | float():
            time.sleep(step)
        case "close":
            os._exit(0)
        case "leak":
            socket.send_fds(sock, [bytes(pack(Done(0, 1)))], [0])
        case "drip":
            while True:
                sock.sendall(b"\1")
                time.sleep(0.02)


def main(fd: int, settings: object) -> None:
    """Be that reader: nothing is given up here, as nobody hostile writes the tests."""
    sock, frames = socket.socket(fileno=fd), Frames()
    sock.sendall(pack(Done(READY, os.getpid())))
    while data := sock.recv(1 << 16):
        frames.feed(data)
        for body in iter(frames.next, None):
            for step in msgspec.msgpack.decode(unpack(JOBS, body).data):
                _do(step, sock)
