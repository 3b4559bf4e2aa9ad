"""Formats for the airlock's tests: each does on purpose what a parser's defect would do. Chosen by the first line."""

from __future__ import annotations

import contextlib
import ctypes
import os
import signal
import threading
import time
from collections.abc import Iterator

from triage.messages import plain
from triage.model.items import Child, Extract, Segment, Trouble
from triage.parsers import PARSERS
from triage.parsers.kit.contract import Context, Data, Format, Probe

_seen: list[str] = []


def _members(data: Data) -> Iterator[Child | Trouble]:
    for number, part in enumerate(data[:].split(b"\n")[1:]):
        if part == b"BREAK":
            raise ValueError("the archive ends here")
        if part == b"TROUBLE":
            yield Trouble("damaged", plain("a member is damaged"))
        else:
            yield Child(f"m{number}", part.replace(b"|", b"\n"))


def parse(data: Data, context: Context) -> Extract:
    word = data[:].split(b"\n")[0]
    match word:
        case b"HOSTILE die":
            os.kill(os.getpid(), signal.SIGSEGV)
        case b"HOSTILE crash":
            ctypes.string_at(0)
        case b"HOSTILE exit":
            os._exit(3)
        case b"HOSTILE eat":
            return Extract("x/x", [Segment("body", "x" * (1 << 40))])
        case b"HOSTILE spin":
            while True:
                pass
        case b"HOSTILE hang":
            signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGALRM, signal.SIGPROF])
            time.sleep(1000)
        case b"HOSTILE remember":
            _seen.append(data[:].decode())
            return Extract("x/x", [Segment("body", "\n".join(_seen))])
        case b"HOSTILE threads":
            for _ in range(40):
                threading.Thread(target=time.sleep, args=(1000,), daemon=True).start()
            time.sleep(1000)
        case b"HOSTILE deep":
            return parse(data, context) if data else Extract("x/x")
        case b"HOSTILE raise":
            raise KeyError("surprise")
        case b"HOSTILE surrogate":
            return Extract("x/x", [Segment("body", "a\ud83db")])
        case b"HOSTILE origin":
            return Extract("x/x", [Segment("nowhere", "text")], [Trouble("no-such-code", plain("hm"))])
        case b"HOSTILE nonsense":
            for fd in range(3, 20):
                with contextlib.suppress(OSError):
                    os.write(fd, b"\xff" * 64)
        case b"HOSTILE box":
            return Extract("x/box", [Segment("body", "a box")], children=_members(data))
    return Extract("x/x", [Segment("body", data[:].decode("latin-1"))])


def _claims(probe: Probe) -> bool:
    return probe.head.startswith(b"HOSTILE ") or b"plain" in probe.head[:6]


HOSTILE = Format("hostile", ("x/x",), (), "does what it says", _claims, parse)


def install() -> None:
    import triage.parsers as parsers

    parsers.PARSERS = (HOSTILE, *PARSERS)


def main(fd: int, settings: object) -> None:
    install()
    from triage.sandbox.child import worker
    from triage.settings import Settings

    assert isinstance(settings, Settings)
    worker.main(fd, settings)
