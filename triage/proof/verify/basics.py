"""What all parts use: sentences as keys with values, and reading files that may have been made to do harm."""

from __future__ import annotations

import functools
import hashlib
import json
import os
import shutil
import stat
from pathlib import Path
from typing import Any, BinaryIO, Callable, Iterable, Iterator, Mapping, NamedTuple

from triage.messages import TEMPLATES

MOST_BYTES = 8 << 30  # of all files of a proof together
MOST_FILES = 10_000_000
MOST_LINE = 1 << 20
MOST_SMALL = 1 << 24  # of a file that is read whole
MOST_LISTS = 4 << 30  # of a manifest, SHA256SUMS or a load file, which grow with what they list
MOST_SIGNATURES = 10_000
LOGS = ("ledger", "views", "audit")

Signed = Callable[[bytes, bytes, bytes], bool]
"""Whether, by Ed25519, this key (32 bytes) made this signature (64 bytes) of this message."""


class KeyedSentence(NamedTuple):
    """A sentence: its key among the templates, and what it names: numbers, texts (not to be trusted), sentences."""

    key: str
    values: dict[str, Any]


class Result(NamedTuple):
    """One line of a check: what was checked, whether it held, and what is said of it."""

    name: str
    held: bool
    sentence: KeyedSentence


class Inputs(NamedTuple):
    """What whoever checks has besides the folder: a head, the annex, a list of hashes, a kernel's log, known keys."""

    signed: Signed
    head: Path | None = None
    annex: Path | None = None
    theirs: Path | None = None
    kernel_log: Path | None = None
    keys: tuple[str, ...] = ()
    versions: Mapping[str, str] = {}  # of the program and libraries that are installed


def say(key: str, /, **values: object) -> KeyedSentence:
    return KeyedSentence(key, values)


class Failure(Exception):
    """Something in the folder isn't as it must be; the sentence says what."""

    def __init__(self, key: str, /, **values: object) -> None:
        super().__init__(key, values)
        self.sentence = KeyedSentence(key, values)

    def __str__(self) -> str:
        return english(self.sentence)


def shown(untrusted: object, most: int = 2000) -> str:
    """Return a text from the folder so that it can do no harm to a terminal: printable ASCII, not too long."""
    return ascii(untrusted)[1:-1][:most] if isinstance(untrusted, str) else ascii(untrusted)[:most]


def english(sentence: KeyedSentence, show: Callable[[object], str] = shown) -> str:
    """Return a sentence in English, as a terminal can show it; ``show`` makes its texts harmless elsewhere."""
    values = {}
    for name, value in sentence.values.items():
        number = isinstance(value, int)
        values[name] = value if number else english(value, show) if isinstance(value, KeyedSentence) else show(value)
    return TEMPLATES[sentence.key].format(**values)


def attempt(name: str, check: Callable[[], Iterable[KeyedSentence]]) -> Iterator[Result]:
    """Yield what a check says, and at last why it failed, if it did."""
    try:
        yield from [Result(name, True, sentence) for sentence in check()]
    except Failure as failure:
        yield Result(name, False, failure.sentence)
    except (ValueError, KeyError, TypeError, AttributeError, IndexError, OSError, RecursionError) as error:
        yield Result(name, False, say("check-unreadable", error=f"{type(error).__name__}: {error}"))


def notes(*counts: tuple[str, int]) -> Iterator[KeyedSentence]:
    return (say(key, count=count) for key, count in counts if count)


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


class Folder:
    """A folder's regular files with size and SHA-256, its folders, and what is neither, which is never opened.

    Names are relative, with slashes. What can't be read is in ``unreadable``, with the reason.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.sizes: dict[str, int] = {}
        self.sums: dict[str, str] = {}
        self.folders: list[str] = []
        self.special: list[str] = []
        self.unreadable: dict[str, str] = {}
        self._look()

    def _look(self) -> None:
        waiting = [self.path]
        while waiting:
            try:
                for path in (folder := waiting.pop()).iterdir():
                    name, status = path.relative_to(self.path).as_posix(), path.lstat()
                    if stat.S_ISDIR(status.st_mode):
                        waiting.append(path)
                        self.folders.append(name)
                    elif stat.S_ISREG(status.st_mode):
                        self.sizes[name] = status.st_size
                    else:
                        self.special.append(name)
                    if len(self.sizes) + len(self.folders) + len(self.special) > MOST_FILES:
                        raise Failure("folder-of-too-many-files", most=MOST_FILES)
            except OSError as error:
                self.unreadable[folder.relative_to(self.path).as_posix()] = str(error)

    def hash(self, most: int = 0) -> None:
        """Hash all files, which have at most so many bytes together; one larger than the disk is full of holes."""
        left = most or shutil.disk_usage(self.path).total or MOST_BYTES
        for name, size in self.sizes.items():
            if size > left:
                self.unreadable[name] = "it is larger than the disk, or than files of its kind are"
                continue
            digest = hashlib.sha256()
            try:
                with self.open(name, left) as file:
                    while size and (piece := file.read(min(size, 1 << 20))):
                        digest.update(piece)
                        size -= len(piece)
                self.sums[name] = digest.hexdigest()
            except (OSError, Failure) as error:
                self.unreadable[name] = english(error.sentence) if isinstance(error, Failure) else str(error)
            left -= self.sizes[name]

    def open(self, name: str, most: int = MOST_BYTES) -> BinaryIO:
        if name not in self.sizes:
            raise Failure("listed-file-missing", path=name)
        return open_regular(self.path / name, name, most)

    def read(self, name: str, most: int = MOST_SMALL) -> bytes:
        with self.open(name, most) as file:
            return file.read(most)


def open_regular(path: Path, name: str, most: int) -> BinaryIO:
    """Open a regular file of at most so many bytes, without waiting for whatever else it may be."""
    try:
        flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        if not stat.S_ISREG(path.lstat().st_mode):
            raise Failure("no-regular-file", path=name)
        file = os.fdopen(os.open(path, flags), "rb")
    except OSError as error:
        raise Failure("file-unreadable", path=name, error=error.strerror) from error
    status = os.fstat(file.fileno())
    if not stat.S_ISREG(status.st_mode) or status.st_size > most:
        file.close()
        raise Failure("file-too-large", path=name, most=most)
    return file


def lines_of(file: BinaryIO) -> Iterator[bytes]:
    """Yield the lines of a file, each with its newline; the last one must have one, too."""
    for line in iter(functools.partial(file.readline, MOST_LINE), b""):
        if line[-1:] != b"\n":
            raise Failure("line-incomplete", most=MOST_LINE)
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
        raise Failure("json-unreadable", text=untrusted[:60].decode("latin-1")) from error
    if not isinstance(value, dict):
        raise Failure("json-no-object", text=untrusted[:60].decode("latin-1"))
    return value


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    if len(dict(pairs)) < len(pairs):
        raise ValueError("a key is named twice")
    return dict(pairs)


def _integer(digits: str) -> int:
    return int(digits if len(digits) < 21 else _refused(digits))


def _refused(text: str) -> Any:
    raise ValueError(f"{text[:20]} isn't a whole number of usual size")
