"""The ledger: an append-only, hash-chained record of every decision, open and close.

One JSON object a line. ``h`` is the SHA-256, in hex, of the previous line's ``h`` followed by this line's text up to
and without ``,"h"``; the first line follows 64 zeros. So anyone can check the chain with a few lines of any language.
Denied sources appear only as ``k``: HMAC-SHA-256 of the path under the case's ledger key. Nothing here opens a source.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from json.encoder import encode_basestring_ascii as quote
from pathlib import Path
from typing import Any

from triage.errors import CaseError, VerifyError

ZERO = "0" * 64


@dataclass(frozen=True, slots=True)
class Head:
    """The end of the chain: how many lines, the last one's hash, and how many bytes they take."""

    lines: int
    hash: str
    size: int = 0

    @property
    def name(self) -> str:
        """The lines and the hash, by which the audit names it."""
        return f"{self.lines}:{self.hash}"

    @property
    def anchor(self) -> str:
        """What the case keeps to find it again."""
        return f"{self.name}:{self.size}"


_NONE = Head(0, ZERO)
_MOST_LINE = 1 << 20


class Ledger:
    """The ledger of one case, open for appending. Lines are buffered until ``flush``; ``flush`` before you act.

    ``anchor`` is the end that the case knows, "" for none: raises CaseError where the file doesn't go on from it.
    """

    def __init__(self, path: Path, key: bytes, anchor: str = "") -> None:
        self.path = path
        try:
            check(path, anchor)
        except VerifyError as error:
            raise CaseError("record-broken", path=path.parent, why=error) from error
        self._key = key
        self._lines: list[str] = []
        self._fd = os.open(path, os.O_RDWR | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC, 0o600)
        self._second = 0
        self._stamp = ""
        self._version = 0
        self._size = os.fstat(self._fd).st_size
        self._count, self._hash = self._last()

    def _last(self) -> tuple[int, str]:
        """Find the last whole line; a torn one (the machine stopped mid-write) is closed and named in a new line."""
        size = os.fstat(self._fd).st_size
        if not size:
            return 0, ZERO
        tail = os.pread(self._fd, min(size, 1 << 20), max(0, size - (1 << 20)))
        whole, newline, torn = tail.rpartition(b"\n")
        if not newline:
            raise CaseError("ledger-without-line", path=self.path)
        try:
            last = json.loads(whole.rpartition(b"\n")[2])
            self._count, self._hash = int(last["n"]), str(last["h"])
        except (ValueError, KeyError, TypeError, RecursionError) as error:
            raise CaseError("ledger-bad-end", path=self.path) from error
        if torn:
            self._size += os.write(self._fd, b"\n")
            line, body = _line(torn + b"\n")
            if line and line["h"] == hashlib.sha256(self._hash.encode() + body).hexdigest():  # only its newline is lost
                return self._count + 1, str(line["h"])
            self._add("recover", f'"torn":{len(torn)},"sha256":"{hashlib.sha256(torn).hexdigest()}"')
            self.flush()
        return self._count, self._hash

    @property
    def head(self) -> Head:
        """The end of the chain as of now, buffered lines included."""
        return Head(self._count, self._hash, self._size)

    @property
    def key_digest(self) -> str:
        """The SHA-256 of the key of denied paths."""
        return hashlib.sha256(self._key).hexdigest()

    def _now(self) -> str:
        now = time.time_ns() // 1_000_000
        second, milli = divmod(now, 1000)
        if second != self._second:
            self._second, self._stamp = second, time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(second))
        return f"{self._stamp}.{milli:03d}Z"

    def _add(self, event: str, rest: str) -> None:
        self._count += 1
        body = f'{{"n":{self._count},"t":"{self._now()}","e":"{event}",{rest}'
        self._hash = hashlib.sha256((self._hash + body).encode()).hexdigest()
        self._lines.append(f'{body},"h":"{self._hash}"}}\n')
        self._size += len(self._lines[-1])  # ASCII

    def under(self, version: int, text: str) -> None:
        """Record which version of the scope the decisions that follow are made by, unless the last ones were, too."""
        if version != self._version:
            self._version = version
            self.event("scope", version=version, sha256=hashlib.sha256(text.encode()).hexdigest())

    def allow(self, path: str, rule: str) -> None:
        """Record that a source may be opened (``path`` is ``root:relative``), and that it is about to be."""
        name = quote(path)
        self._add("decide", f'"v":"allow","r":{quote(rule)},"f":{name}')
        self._add("open", f'"f":{name}')

    def deny(self, path: str, rule: str, kind: str) -> None:
        """Record that a source may not be opened; the path itself isn't written."""
        self._add("decide", f'"v":"deny","r":{quote(rule)},"kind":"{kind}","k":"{self.keyed(path)}"')

    def close(self, path: str, size: int, sha256: str) -> None:
        """Record the end of reading a source: how many bytes, and their SHA-256."""
        self._add("close", f'"f":{quote(path)},"bytes":{size},"sha256":"{sha256}"')

    def failed(self, path: str, why: str) -> None:
        """Record that a source could not be read after all."""
        self._add("close", f'"f":{quote(path)},"bytes":0,"failed":{quote(why)}')

    def event(self, name: str, **details: str | int) -> None:
        """Record anything else that bears on the proof: a run's start and end, a scope that changed."""
        self._add(name, ",".join(f"{quote(k)}:{json.dumps(v)}" for k, v in details.items()) or '"x":0')

    def keyed(self, path: str) -> str:
        """Return the keyed hash under which a denied path appears."""
        return hmac.new(self._key, path.encode("utf-8", "surrogateescape"), hashlib.sha256).hexdigest()

    def flush(self) -> None:
        """Write the buffered lines to the file."""
        if self._lines:
            data = "".join(self._lines).encode()
            self._lines.clear()
            while data:
                data = data[os.write(self._fd, data) :]

    def sync(self) -> None:
        """Flush, and wait until the disk has it."""
        self.flush()
        self.wait()

    def wait(self) -> None:
        """Wait until the disk has what was flushed; any thread may."""
        os.fsync(self._fd)

    def end(self) -> None:
        """Flush and close the file."""
        if self._fd >= 0:
            self.flush()
            os.close(self._fd)
            self._fd = -1


def check(path: Path, anchor: str) -> None:
    """Check that the line which a case knows as the ledger's last is there, and that all after it follow from it.

    Those are of a run that was killed; the last one may be incomplete. Raises VerifyError. What is before the line is
    read only where an earlier version noted no place.
    """
    lines, _, rest = anchor.partition(":")
    digest, _, size = rest.partition(":")
    head = Head(int(lines or 0), digest or ZERO, int(size or 0))
    if not path.exists():
        if head.lines:
            raise VerifyError("ledger-end-lost", name=path.name, line=head.lines)
        return
    if head.size:
        _find(path, head)
    hashes = {line["n"]: line["h"] for line in read(path, head if head.size else _NONE, torn=True)}
    if not head.size and head.lines and hashes.get(head.lines) != head.hash:
        raise VerifyError("ledger-end-lost", name=path.name, line=head.lines)


def _find(path: Path, head: Head) -> None:
    with path.open("rb") as file:
        file.seek(max(0, head.size - _MOST_LINE))
        data = file.read(head.size - file.tell())
        complete = file.tell() == head.size
    line, _ = _line(data[data.rfind(b"\n", 0, -1) + 1 :])
    if not complete or line is None or (line.get("n"), line.get("h")) != (head.lines, head.hash):
        raise VerifyError("ledger-end-lost", name=path.name, line=head.lines)


def read(path: Path, after: Head = _NONE, *, torn: bool = False) -> Iterator[dict[str, Any]]:
    """Yield the ledger's lines in order, or those ``after`` an end of it, checking the chain.

    Raises VerifyError that names the first line which was changed, lost or put in, or is incomplete at the end where
    that isn't ``torn``.
    """
    count, previous, torn_line = after.lines, after.hash, b""
    with path.open("rb") as file:
        file.seek(after.size)
        for number, raw in enumerate(file, after.lines + 1):
            line, body = _line(raw)
            if line is None:
                if torn_line:
                    raise VerifyError("ledger-line-unreadable", line=number - 1, name=path.name)
                torn_line = raw
                continue
            if torn_line and not _closes(line, torn_line):
                raise VerifyError("ledger-line-unreadable", line=number - 1, name=path.name)
            torn_line = b""
            count += 1
            if line.get("n") != count:
                raise VerifyError(
                    "ledger-line-out-of-order", line=number, name=path.name, number=line.get("n"), before=count - 1
                )
            if hashlib.sha256(previous.encode() + body).hexdigest() != line.get("h"):
                raise VerifyError("ledger-line-changed", line=number, name=path.name)
            previous = line["h"]
            yield line
    if torn_line and not torn:
        if torn_line.endswith(b"\n"):
            raise VerifyError("ledger-line-unreadable", line=number, name=path.name)
        raise VerifyError("ledger-torn", name=path.name)


def entries(path: Path, start: int = 0, ended: Callable[[int], object] = int) -> Iterator[bytes]:
    """Yield a ledger's whole lines without their newlines, from an offset on; none where there is no file.

    At the end ``ended`` is called with the offset behind the last one.
    """
    if not path.exists():
        return
    with path.open("rb") as file:
        file.seek(start)
        for line in file:
            if not line.endswith(b"\n"):
                ended(file.tell() - len(line))
                return
            yield line[:-1]
        ended(file.tell())


def _closes(line: dict[str, Any], torn: bytes) -> bool:
    """Whether a line says of the one before that it is incomplete."""
    return line.get("e") == "recover" and line.get("sha256") == hashlib.sha256(torn[:-1]).hexdigest()


def _line(raw: bytes) -> tuple[dict[str, Any] | None, bytes]:
    body, mark, _ = raw.rpartition(b',"h":"')
    try:
        line = json.loads(raw)
    except (ValueError, RecursionError):
        return None, body
    whole = isinstance(line, dict) and mark and raw == body + f',"h":"{line.get("h")}"}}\n'.encode()
    return (line, body) if whole else (None, body)
