"""What all parts use, and reading files that may have been made to do harm."""

from __future__ import annotations

import functools
import hashlib
import json
import os
import stat
from pathlib import Path
from typing import Any, BinaryIO, Iterator  # noqa: UP035

MOST_BYTES = 8 << 30  # of all files together
MOST_FILES = 20_000
MOST_LINE = 1 << 20
MOST_SMALL = 1 << 24  # of a file that is read whole
MOST_SIGNATURES = 10_000
LOGS = ("ledger", "views", "audit")

LIMITS = (
    "What other programs did, or administrators of the machine, who could have run a changed program: it is about "
    "this program (Triage), this machine and this period, as the logs have it.",
    "Who a signer is: whoever has the key can sign. Compare each key that verify.py prints with the one that you were "
    "given through a different channel.",
    "Whether a time stamp is genuine: that takes its authority's certificate, and "
    "openssl ts -verify -data heads/X.head -in stamps/X.head.tsr -CAfile AUTHORITY.pem",
)


class Failure(Exception):
    """Something in the folder isn't as it must be; the text says what."""


def shown(untrusted: object, most: int = 300) -> str:
    """Return a text from the folder so that it can do no harm to a terminal: printable ASCII, not too long."""
    return ascii(untrusted)[1:-1][:most] if isinstance(untrusted, str) else ascii(untrusted)[:most]


def counted(count: int, noun: str) -> str:
    """Return a number with its noun in the singular or plural."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def listed(notes: list[tuple[int, str, str]]) -> str:
    """Return notes, each a count, a noun and what is to be said of them, as lines; none where there is nothing."""
    return "".join(f"\n       note: {counted(count, noun)} {note}" for count, noun, note in notes if count)


def sha256(data: bytes) -> str:
    """Return the SHA-256 in hex."""
    return hashlib.sha256(data).hexdigest()


class ProofFolder:
    """The folder's files: ``sums`` has the SHA-256 of each by its name. Links, pipes and devices are refused."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.sums: dict[str, str] = {}
        self.sizes: dict[str, int] = {}
        self.most_files, self.most_bytes, self.most_small = MOST_FILES, MOST_BYTES, MOST_SMALL

    def open(self, name: str, most: int = MOST_BYTES) -> BinaryIO:
        """Open a regular file."""
        return open_regular(self.path / name, name, most)

    def read(self, name: str, most: int = 0) -> bytes:
        """Return what a small file holds."""
        with self.open(name, most or self.most_small) as file:
            return file.read(most or self.most_small)

    def names(self) -> list[str]:
        """Return the names of all files, one level of folders included."""
        names: list[str] = []
        waiting = [self.path]
        while waiting:
            for path in waiting.pop().iterdir():
                name = path.relative_to(self.path).as_posix()
                if stat.S_ISDIR(path.lstat().st_mode) and "/" not in name:
                    waiting.append(path)
                else:
                    names.append(name)
                if len(names) > self.most_files or len(waiting) > self.most_files:
                    raise Failure(f"there are more than {self.most_files:,} files in the folder")
        return sorted(names)

    def check_sums(self) -> str:
        """Hash every file and compare with SHA256SUMS, which must list them all and nothing else."""
        total = 0
        for name in self.names():
            if name == "SHA256SUMS":
                continue
            digest = hashlib.sha256()
            with self.open(name, self.most_bytes - total) as file:
                self.sizes[name] = size = os.fstat(file.fileno()).st_size
                for piece in iter(functools.partial(file.read, 1 << 20), b""):
                    digest.update(piece)
                    size -= len(piece)
                    total += len(piece)
                    if size < 0:
                        raise Failure(f"{shown(name)} grows while it is read")
            self.sums[name] = digest.hexdigest()
        lines = [f"{self.sums[name]}  {name}" for name in sorted(self.sums)]
        listed = os.fsdecode(self.read("SHA256SUMS")).split("\n")
        if differing := sorted({*lines, ""} ^ set(listed), key=lambda line: line[66:]):
            raise Failure(f"{shown(differing[0][66:] or 'SHA256SUMS')} isn't as SHA256SUMS lists it")
        if listed != [*lines, ""]:
            raise Failure("SHA256SUMS lists a file twice, or not in order")
        return f"all {len(lines):,} files are as SHA256SUMS lists them"


def open_regular(path: Path, name: str, most: int) -> BinaryIO:
    """Open a regular file of at most so many bytes, without waiting for whatever else it may be."""
    try:
        flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        if not stat.S_ISREG(path.lstat().st_mode):
            raise Failure(f"{shown(name)} isn't a regular file")
        file = os.fdopen(os.open(path, flags), "rb")
    except OSError as error:
        raise Failure(f"{shown(name)} can't be opened: {error.strerror}") from error
    status = os.fstat(file.fileno())
    if not stat.S_ISREG(status.st_mode) or status.st_size > most:
        file.close()
        raise Failure(f"{shown(name)} isn't a regular file of at most {most:,} bytes")
    return file


def lines_of(file: BinaryIO) -> Iterator[bytes]:
    """Yield the lines of a file, each with its newline; the last one must have one, too."""
    for line in iter(functools.partial(file.readline, MOST_LINE), b""):
        if line[-1:] != b"\n":
            raise Failure(f"a line is longer than {MOST_LINE:,} bytes, or the last one isn't complete")
        yield line


def read_json(untrusted: bytes) -> dict[str, Any]:
    """Return a JSON object; one that names a key twice, or has an endless number, is refused."""
    try:
        value = json.loads(
            untrusted.decode(),
            object_pairs_hook=_object,
            parse_int=_integer,
            parse_float=str,
            parse_constant=_refused,
        )
    except (ValueError, RecursionError) as error:
        raise Failure(f"{shown(untrusted.decode('latin-1'), 60)} can't be read") from error
    if not isinstance(value, dict):
        raise Failure(f"{shown(untrusted.decode('latin-1'), 60)} isn't a JSON object")
    return value


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    if len(dict(pairs)) < len(pairs):
        raise ValueError("a key is named twice")
    return dict(pairs)


def _integer(digits: str) -> int:
    return int(digits if len(digits) < 21 else _refused(digits))


def _refused(text: str) -> Any:
    raise ValueError(f"{text[:20]} isn't a whole number of usual size")
