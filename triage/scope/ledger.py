"""The ledger: an append-only, hash-chained record of every decision, open and close.

One JSON object a line. ``h`` is the SHA-256, in hex, of the previous line's ``h`` followed by this line's text up to
and without ``,"h"``; the first line follows 64 zeros. So anyone can check the chain with a few lines of any language.
Names and hashes of sources follow ``h``, and can be dropped; what is hashed commits to them.
Denied sources appear only as ``k``: HMAC-SHA-256 of the path under the case's ledger key. Nothing here opens a source.
"""

from __future__ import annotations

import fcntl
import hashlib
import hmac
import json
import os
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from functools import lru_cache, partial
from json.encoder import encode_basestring_ascii as quote
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

import msgspec

from triage.errors import CaseError, VerifyError, naming

# The lines of a ledger: what is hashed, and the names that follow the hash and are dropped before a line goes out.
#
# The hashed part commits to a name by ``c``: HMAC-SHA-256 of the name under the ledger's key, cut to 32 hex digits;
# to a file's SHA-256 by ``d``, and in other events to all that follows the hash by ``c``, in the same way.

_MARK = b',"h":"'


class Line(NamedTuple):
    """A line: what it states, the bytes that are hashed, and what follows the hash, as bytes and as values."""

    event: dict[str, Any]
    body: bytes
    private: bytes
    values: dict[str, Any]

    @property
    def entry(self) -> bytes:
        return b'%b%b%b"}' % (self.body, _MARK, self.event["h"].encode())

    def follows(self, previous: str) -> bool:
        return bool(hashlib.sha256(previous.encode() + self.body).hexdigest() == self.event["h"])


def commitment(key: bytes, text: str) -> str:
    inner, outer = _keyed(key)
    inner, outer = inner.copy(), outer.copy()
    inner.update(text.encode("utf-8", "surrogateescape"))
    outer.update(inner.digest())
    mac: str = outer.hexdigest()
    return mac[:32]


@lru_cache(4)
def _keyed(key: bytes) -> tuple[Any, Any]:
    """Return the inner and the outer hash of HMAC with the key taken in: to copy them costs least for each text."""
    block = (key if len(key) <= 64 else hashlib.sha256(key).digest()).ljust(64, b"\0")
    return hashlib.sha256(bytes(b ^ 0x36 for b in block)), hashlib.sha256(bytes(b ^ 0x5C for b in block))


def listed(texts: list[str]) -> str:
    return f"[{','.join(map(quote, texts))}]"


def parse(raw: bytes) -> Line | None:
    """Return a line that ends in its newline, None where it isn't a whole one."""
    body, _, rest = raw.partition(_MARK)
    private = rest[65:-2]
    try:
        event = json.loads(body + b"}")
        values = json.loads(b"{%b}" % private[1:]) if private else {}
    except (ValueError, RecursionError):
        return None
    if not isinstance(event, dict) or rest[64:65] != b'"' or rest[-2:] != b"}\n" or (private and private[:1] != b","):
        return None
    return Line({**event, "h": rest[:64].decode("latin-1")}, body, private, values)


class LineNames:
    """Turns lines into what they state of each file; with the ledger's key, it checks that they commit to the names."""

    def __init__(self, key: bytes | None) -> None:
        self._key = key
        self._opened = defaultdict[str, list[str]](list)

    def events(self, line: Line) -> list[dict[str, Any]]:
        """Return a line's events, one for each file; raises ValueError where names aren't those that it commits to."""
        event = line.event
        if "c" not in event:
            if event.get("e") in ("open", "close") or event.get("v") == "allow":
                raise ValueError(event["e"])
            self._same(line.private, "")
            return [event]
        about = {key: event[key] for key in ("n", "t", "e", "h")}
        try:
            if event["e"] == "open":
                return self._opens(about, line)
            if event["e"] == "close":
                return self._closes(about, line)
        except (KeyError, TypeError) as error:
            raise ValueError(str(error)) from error
        self._committed([line.private[1:].decode()], [event["c"]])
        return [{**line.values, **event}]

    def _opens(self, about: dict[str, Any], line: Line) -> list[dict[str, Any]]:
        names = line.values["f"]
        self._same(line.private, f',"f":{listed(names)}')
        self._committed(names, line.event["c"])
        events = []
        for name, c in zip(names, line.event["c"], strict=True):
            self._opened[c].append(name)
            events += [{**about, "e": "decide", "v": "allow", "r": line.event["r"], "f": name}, {**about, "f": name}]
        return events

    def _closes(self, about: dict[str, Any], line: Line) -> list[dict[str, Any]]:
        names = [self._opened[c].pop() if self._opened.get(c) else "" for c in line.event["c"]]
        if "failed" in line.event:
            self._same(line.private, "")
            return [{**about, "f": name, "bytes": 0, "failed": line.event["failed"]} for name in names]
        hashes = line.values["sha256"]
        self._same(line.private, f',"sha256":{listed(hashes)}')
        self._committed(hashes, line.event["d"])
        sizes = line.event["bytes"]
        return [
            {**about, "f": name, "bytes": size, "sha256": sha256}
            for name, size, sha256 in zip(names, sizes, hashes, strict=True)
        ]

    @staticmethod
    def _same(private: bytes, wanted: str) -> None:
        if private.decode() != wanted:
            raise ValueError(wanted)

    def _committed(self, texts: list[str], commitments: list[str]) -> None:
        if self._key is not None and [commitment(self._key, text) for text in texts] != commitments:
            raise ValueError(texts)


ZERO = "0" * 64


class Head(msgspec.Struct, frozen=True):
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
        return f"{self.name}:{self.size}"


NONE = Head(0, ZERO)
_MOST_LINE = 1 << 20
_MOST_BEYOND = 1 << 30  # bytes behind the end that a case knows: the case learns of it after each portion of a run
_MOST_FILES = 64
_MOST_NAMES = 1 << 16  # characters of a line's names: each takes up to six bytes


class Ledger:
    """The ledger of one case, open for appending. Lines are buffered until ``flush``; ``flush`` before you act.

    Openings that follow one another become one line, and so do closings. ``anchor`` is the end that the case knows, ""
    for none: raises CaseError where the file doesn't go on from it.
    """

    def __init__(self, path: Path, key: bytes, anchor: str = "") -> None:
        self.path = path
        try:
            check(path, anchor, key)
        except VerifyError as error:
            raise CaseError("record-broken", path=path.parent, why=error) from error
        self._key = key
        self._lines: list[str] = []
        self._stuck = False
        self._rule = ""
        self._opening: list[str] = []
        self._closing: list[tuple[str, int, str]] = []
        self._fd = os.open(path, os.O_RDWR | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC, 0o600)
        self._second = 0
        self._stamp = ""
        self._version = 0
        self._size = os.fstat(self._fd).st_size
        self._count, self._hash = 0, ZERO
        if self._size:
            self._go_on()

    def _go_on(self) -> None:
        """Find the last whole line; lines torn after it (the machine stopped mid-write) a new line closes and names."""
        *lines, rest = os.pread(self._fd, _MOST_LINE, max(0, self._size - _MOST_LINE)).split(b"\n")
        whole = len(lines)
        while whole and not (last := parse(lines[whole - 1] + b"\n")):
            whole -= 1
        if not whole or last is None:
            raise CaseError("ledger-without-line", path=self.path)
        self._count, self._hash = last.event["n"], last.event["h"]
        torn, line = b"".join(text + b"\n" for text in lines[whole:]), parse(rest + b"\n")
        if line and line.follows(self._hash) and (not torn or _closes(line.event, torn)):
            with naming(self.path):
                self._size += os.write(self._fd, b"\n")  # only that is lost
            self._count, self._hash = self._count + 1, line.event["h"]
        elif torn := torn + rest:
            if rest:
                self._size += 1
                self._lines.append("\n")
                torn += b"\n"
            self._add("recover", f'"torn":{len(torn) - 1},"sha256":"{hashlib.sha256(torn[:-1]).hexdigest()}"')
            self.flush()

    @property
    def head(self) -> Head:
        self._settle()
        return Head(self._count, self._hash, self._size)

    @property
    def key_digest(self) -> str:
        return hashlib.sha256(self._key).hexdigest()

    def _now(self) -> str:
        now = time.time_ns() // 1_000_000
        second, milli = divmod(now, 1000)
        if second != self._second:
            self._second, self._stamp = second, time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(second))
        return f"{self._stamp}.{milli:03d}Z"

    def _add(self, event: str, rest: str, private: str = "") -> None:
        self._count += 1
        body = f'{{"n":{self._count},"t":"{self._now()}","e":"{event}",{rest}'
        self._hash = hashlib.sha256((self._hash + body).encode()).hexdigest()
        self._lines.append(f'{body},"h":"{self._hash}"{private}}}\n')
        self._size += len(self._lines[-1])  # ASCII

    def _settle(self) -> None:
        if self._closing:
            names, sizes, hashes = map(list, zip(*self._closing, strict=True))
            self._closing.clear()
            numbers = f'"bytes":[{",".join(map(str, sizes))}],"d":{self._committed(hashes)}'
            self._add("close", f'"c":{self._committed(names)},{numbers}', f',"sha256":{listed(hashes)}')
        if self._opening:
            names = self._opening[:]
            self._opening.clear()
            self._add("open", f'"r":{quote(self._rule)},"c":{self._committed(names)}', f',"f":{listed(names)}')

    def _committed(self, texts: list[str]) -> str:
        return listed([commitment(self._key, text) for text in texts])

    def under(self, version: int, text: str) -> None:
        """Record which version of the scope the decisions that follow are made by, unless the last ones were, too."""
        if version != self._version:
            self._version = version
            self.event("scope", version=version, sha256=hashlib.sha256(text.encode()).hexdigest())

    def allow(self, path: str, rule: str) -> None:
        """Record that a source may be opened (``path`` is ``root:relative``), and that it is about to be."""
        full = len(self._opening) == _MOST_FILES or sum(map(len, self._opening)) + len(path) > _MOST_NAMES
        if self._opening and (rule != self._rule or full):
            self._settle()
        self._rule = rule
        self._opening.append(path)

    def deny(self, path: str, rule: str, kind: str) -> None:
        self._settle()
        self._add("decide", f'"v":"deny","r":{quote(rule)},"kind":"{kind}","k":"{self.keyed(path)}"')

    def close(self, path: str, size: int, sha256: str) -> None:
        if self._opening or len(self._closing) == _MOST_FILES:
            self._settle()
        self._closing.append((path, size, sha256))

    def failed(self, path: str, why: str) -> None:
        self._settle()
        self._add("close", f'"c":{self._committed([path])},"bytes":[0],"failed":{quote(why)}')

    def event(self, name: str, private: dict[str, str] | None = None, **details: str | int) -> None:
        """Record anything else that bears on the proof; what is ``private`` is committed to and can be dropped."""
        self._settle()
        dropped = json.dumps(private, separators=(",", ":"))[1:-1] if private else ""
        stated = details | ({"c": commitment(self._key, dropped)} if dropped else {})
        rest = ",".join(f"{quote(k)}:{json.dumps(v)}" for k, v in stated.items()) or '"x":0'
        self._add(name, rest, dropped and f",{dropped}")

    def keyed(self, path: str) -> str:
        return hmac.new(self._key, path.encode("utf-8", "surrogateescape"), hashlib.sha256).hexdigest()

    def flush(self) -> None:
        """Write the buffered lines to the file; what can't be written stays buffered, and OSError says why."""
        self._settle()
        rest, self._lines = "".join(self._lines).encode(), []
        self._stuck = True
        try:
            with naming(self.path):
                while rest:
                    rest = rest[os.write(self._fd, rest) :]
            self._stuck = False
        finally:
            self._lines += [rest.decode()] if rest else []

    def sync(self) -> None:
        self.flush()
        self.wait()

    def wait(self) -> None:
        """Wait until the disk has what was flushed; any thread may."""
        with naming(self.path):
            os.fsync(self._fd)

    def end(self) -> None:
        """Flush and close the file; nothing is flushed where the last time failed, which was told of then."""
        if self._fd >= 0:
            try:
                if not self._stuck:
                    self.flush()
            finally:
                os.close(self._fd)
                self._fd = -1


def check(path: Path, anchor: str, key: bytes | None = None) -> None:
    """Check the line which a case knows as the last, and that all after it, which a killed run left, follow from it."""
    check_end(path, anchor)
    if path.exists():
        for _ in read(path, _head(anchor), torn=True, key=key):
            pass


def check_end(path: Path, anchor: str) -> None:
    """Raise VerifyError where the line isn't there that a case knows as the ledger's last; what follows isn't read."""
    head = _head(anchor)
    if head.lines and not path.exists():
        raise VerifyError("ledger-end-lost", name=path.name, line=head.lines)
    check_size(path, anchor)
    if head.lines:
        _find(path, head)


def check_size(path: Path, anchor: str) -> None:
    """Raise VerifyError where more follows the end that a case knows than a run that was killed can have written."""
    head = _head(anchor)
    if path.exists() and path.stat().st_size - head.size > _MOST_BEYOND:
        raise VerifyError("ledger-beyond", name=path.name, line=head.lines)


def _head(anchor: str) -> Head:
    lines, _, rest = anchor.partition(":")
    digest, _, size = rest.partition(":")
    return Head(int(lines or 0), digest or ZERO, int(size or 0))


def _find(path: Path, head: Head) -> None:
    with path.open("rb") as file:
        file.seek(max(0, head.size - _MOST_LINE))
        data = file.read(head.size - file.tell())
        complete = file.tell() == head.size
    line = parse(data[data.rfind(b"\n", 0, -1) + 1 :])
    if not complete or line is None or (line.event.get("n"), line.event["h"]) != (head.lines, head.hash):
        raise VerifyError("ledger-end-lost", name=path.name, line=head.lines)


def read(
    path: Path,
    after: Head = NONE,
    *,
    torn: bool = False,
    key: bytes | None = None,
    ended: Callable[[Head], object] = lambda end: None,
) -> Iterator[dict[str, Any]]:
    """Yield what the ledger's lines state in order, or those ``after`` an end of it, checking the chain.

    A line about several files comes once for each: its decision and its opening, or its closing. Names are checked
    where the ``key`` is given. Raises VerifyError that names the first line which was changed, lost or put in, or is
    incomplete at the end where that isn't ``torn``. After the last line ``ended`` is called with the end that it makes.
    """
    count, previous, torn_line, names = after.lines, after.hash, bytearray(), LineNames(key)
    at = end = after.size
    with path.open("rb") as file:
        file.seek(after.size)
        for number, raw in enumerate(_bounded(file), after.lines + 1):
            line, at = parse(raw), at + len(raw)
            if len(torn_line) > _MOST_LINE or (torn_line and line and not _closes(line.event, torn_line)):
                raise VerifyError("ledger-line-unreadable", line=number - 1, name=path.name)
            if line is None:
                torn_line += raw
                continue
            torn_line.clear()
            count += 1
            if line.event.get("n") != count:
                raise VerifyError(
                    "ledger-line-out-of-order",
                    line=number,
                    name=path.name,
                    number=line.event.get("n"),
                    before=count - 1,
                )
            if not line.follows(previous):
                raise VerifyError("ledger-line-changed", line=number, name=path.name)
            previous, end = line.event["h"], at
            try:
                events = names.events(line)
            except ValueError as error:
                raise VerifyError("ledger-names-changed", line=number, name=path.name) from error
            yield from events
    if torn_line and not torn:
        if torn_line.endswith(b"\n"):
            raise VerifyError("ledger-line-unreadable", line=number, name=path.name)
        raise VerifyError("ledger-torn", name=path.name)
    ended(Head(count, previous, end))


def entries(path: Path, start: int = 0, ended: Callable[[int], object] = int) -> Iterator[bytes]:
    """Yield a ledger's lines from an offset on, without newlines and names; ``ended`` gets the offset at the end."""
    if not path.exists():
        return
    with path.open("rb") as file:
        file.seek(start)
        for raw in _bounded(file):
            if not raw.endswith(b"\n"):
                ended(file.tell() - len(raw))
                return
            line = parse(raw)
            yield line.entry if line else raw[:-1]
        ended(file.tell())


def _bounded(file: BinaryIO) -> Iterator[bytes]:
    """Yield lines; one that is longer than any of ours comes in parts, none of which ends in a newline but the last."""
    return iter(partial(file.readline, _MOST_LINE + 1), b"")


def _closes(line: dict[str, Any], torn: bytes | bytearray) -> bool:
    return line.get("e") == "recover" and line.get("sha256") == hashlib.sha256(torn[:-1]).hexdigest()


# One writer of a ledger at a time: locks on the case's folder that die with their process.

_PATIENCE = 5.0  # seconds; showing an original holds the lock for as long as it takes to read it


def writing(folder: Path) -> AbstractContextManager[None]:
    """Hold the right to open sources for a case; raises CaseError where another process has it."""
    return _locked_file(folder / "index.lock", 0, "index-locked")


def looking(folder: Path) -> AbstractContextManager[None]:
    """Hold the right to open single sources to show them; waits for others who do, raises CaseError if they go on."""
    return _locked_file(folder / "views.lock", _PATIENCE, "originals-locked")


def showing(folder: Path) -> AbstractContextManager[None]:
    """Hold the right to record what is shown; waits a moment for others who do, raises CaseError if they go on."""
    return _locked_file(folder / "shown.lock", 0.2, "originals-locked")


@contextmanager
def _locked_file(path: Path, patience: float, refusal: str) -> Iterator[None]:
    fd = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    deadline = time.monotonic() + patience
    try:
        while not _locked(fd):
            if time.monotonic() >= deadline:
                raise CaseError(refusal)
            time.sleep(0.02)
        yield
    finally:
        os.close(fd)


def _locked(fd: int) -> bool:
    with suppress(OSError):
        fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return True
    return False
