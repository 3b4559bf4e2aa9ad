"""A production: load files (DAT and OPT), by their lines, the files that these name, and their own numbers."""

from __future__ import annotations

import functools
import re
from typing import Iterable, Iterator, NamedTuple

from triage.proof.verify.basics import Failure, Result, Said, attempt, say
from triage.proof.verify.manifest import CheckedFolder

COLUMN, QUOTE = "\x14", "\xfe"
BOM = b"\xef\xbb\xbf"
DOCUMENT = "Y"
PARTS_OF_LINE = 7
MOST_LOAD_FILE = 1 << 30
NUMBERED = re.compile(r"(.*?)([0-9]+)")
PATHS = ("NATIVEPATH", "ITEMPATH", "TEXTPATH", "PDFPATH")
LOAD_FILE = re.compile(r"([^/]+)/DATA/\1\.dat")


class ImageLine(NamedTuple):
    """A line of an OPT: the image's number, its volume, its path, and of a document's first image how many it has."""

    number: str
    volume: str
    path: str
    pages: int


def read_dat(data: bytes) -> tuple[list[str], list[list[str]]]:
    """Return the names of the fields and the rows, as they stand there."""
    text = data[len(BOM) if data.startswith(BOM) else 0 :].decode("utf-8")
    if not text.endswith("\r\n"):
        raise Failure("load-file-damaged", line=text.count("\r\n") + 1)
    head, *rows = (_values(line, at) for at, line in enumerate(text[:-2].split("\r\n"), 1))
    for at, row in enumerate(rows, 2):
        if len(row) != len(head):
            raise Failure("load-file-damaged", line=at)
    return head, rows


def _values(line: str, at: int) -> list[str]:
    values = line.split(COLUMN)
    if any(len(value) < 2 or value[0] + value[-1] != QUOTE * 2 or QUOTE in value[1:-1] for value in values):
        raise Failure("load-file-damaged", line=at)
    return [value[1:-1] for value in values]


def read_opt(data: bytes) -> Iterator[ImageLine]:
    """Yield the lines of an OPT."""
    for at, text in enumerate(data.decode("ascii").splitlines(), 1):
        values = text.split(",")
        if len(values) != PARTS_OF_LINE or (values[3] == DOCUMENT) != values[6].isdigit():
            raise Failure("load-file-damaged", line=at)
        yield ImageLine(values[0], values[1], values[2], int(values[6] or 0))


class CheckedProduction(CheckedFolder):
    """The checks of a production."""

    kind, format = "production", "triage-production 1"
    folders = r"[^/]+/(DATA|NATIVES|TEXT|IMAGES)(/\d{4,})?"

    def check_contents(self) -> Iterator[Result]:
        """Check each volume's load files."""
        volumes = sorted(match[1] for match in map(LOAD_FILE.fullmatch, self.folder.sizes) if match)
        if not volumes:
            yield Result("load files", False, say("production-without-volume"))
        for volume in volumes:
            yield from attempt("load files", functools.partial(self.check_volume, volume))

    def check_volume(self, volume: str) -> Iterable[Said]:
        """Compare the load files with one another, with the files that they name, and with their own numbers."""
        head, rows = read_dat(self.folder.read(f"{volume}/DATA/{volume}.dat", MOST_LOAD_FILE))
        documents = [dict(zip(head, row)) for row in rows]
        numbers = [document["DOCID"] for document in documents]
        pages = [int(document["PAGECOUNT"]) for document in documents]
        _check_numbers(numbers, pages)
        named = {
            self.inside(volume, document[field], document["DOCID"])
            for document in documents
            for field in PATHS
            if document.get(field)
        }
        images = list(read_opt(self.folder.read(f"{volume}/DATA/{volume}.opt", MOST_LOAD_FILE)))
        first = [(line.number, line.pages) for line in images if line.pages]
        if first != list(zip(numbers, pages)):
            lines = {line.number for line in images}
            missing = next((number for number in numbers if number not in lines), "?")
            raise Failure("production-image-lines-differ", number=missing)
        pdf = (max(1, line.pages) if line.path.endswith(".pdf") else 1 for line in images)
        _check_numbers([line.number for line in images], list(pdf))
        named |= {self.inside(volume, line.path, line.number) for line in images}
        for name in sorted(self.folder.sizes.keys() - named):
            if name.startswith(f"{volume}/") and name.count("/") == 3:
                raise Failure("production-file-unnamed", path=name[len(volume) + 1 :])
        return [say("production-load-files-match", documents=len(documents))]

    def inside(self, volume: str, untrusted_path: str, number: str) -> str:
        """Return the name in the folder of a file that a row names."""
        path = untrusted_path.replace("\\", "/")
        name = f"{volume}/{path[2:] if path.startswith('./') else path}"
        if name not in self.folder.sizes:
            raise Failure("production-file-of-row-missing", number=number, path=untrusted_path)
        return name


def _check_numbers(numbers: list[str], pages: list[int]) -> None:
    """Refuse a number that stands twice, is left out, or isn't the next one after so many pages."""
    expected: tuple[str, int] | None = None
    seen: set[str] = set()
    for number, count in zip(numbers, pages):
        if number in seen:
            raise Failure("production-number-twice", number=number)
        seen.add(number)
        parts = NUMBERED.fullmatch(number)
        if parts is None:
            raise Failure("production-number-odd", number=number)
        now = parts[1], int(parts[2])
        if expected not in (None, now):
            raise Failure("production-number-gap", number=number)
        expected = now[0], now[1] + count
