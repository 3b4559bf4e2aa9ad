"""Whether a production's folder is as it was written: files by their hashes, load files by their lines and numbers.

It reads the folder and nothing else. What lies in it is untrusted: no path of a load file is followed out of it, and
nothing but regular files is opened.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path, PurePosixPath

from triage.errors import ExportError, VerifyError
from triage.export.contents import FolderContents, check_sums
from triage.export.manifest import MANIFEST, SUMS
from triage.export.production.loadfiles import read_dat, read_opt
from triage.messages import say
from triage.model.items import Check
from triage.model.messages import Message
from triage.plain_files import open_plain

_NUMBER = re.compile(r"(.*?)([0-9]+)")
_PATHS = ("NATIVEPATH", "ITEMPATH", "TEXTPATH", "PDFPATH")
_MOST = 1 << 30


def is_production(folder: Path) -> bool:
    """Return whether a folder looks like a production: it has hashes, a volume with a load file, and no manifest."""
    return (folder / SUMS).is_file() and not (folder / MANIFEST).exists() and any(folder.glob("*/DATA/*.dat"))


def check_production(folder: Path) -> list[Check]:
    """Check the files of a production against its list of hashes, and each volume's load files; unequal files first."""
    contents = FolderContents(folder)
    for path in contents.files.keys() - {SUMS}:
        contents.hash(path)
    checks = [Check("special", False, say("no-regular-file", path=path)) for path in sorted(contents.special)]
    checks += [
        Check("unreadable", False, say("file-unreadable", path=path, error=error))
        for path, error in contents.unreadable.items()
    ]
    checks += check_sums(folder, contents.hashes)
    volumes = sorted(path.parent.parent for path in folder.glob("*/DATA/*.dat"))
    return checks + [_checked("load files", partial(_load_files, volume)) for volume in volumes]


def _checked(name: str, run: Callable[[], Message]) -> Check:
    try:
        return Check(name, True, run())
    except (VerifyError, ExportError) as error:
        return Check(name, False, error.message)
    except (OSError, ValueError) as error:
        return Check(name, False, say("production-unreadable", error=str(error)))


def _read(path: Path) -> bytes:
    with open_plain(path) as file:
        return file.read(_MOST)


def _load_files(volume: Path) -> Message:
    """Compare the load files with one another, with the files that they name, and with their own numbers."""
    head, rows = read_dat(_read(volume / "DATA" / f"{volume.name}.dat"))
    documents = [dict(zip(head, row, strict=True)) for row in rows]
    numbers = [document["DOCID"] for document in documents]
    pages = [int(document["PAGECOUNT"]) for document in documents]
    _check_numbers(numbers, pages)
    named = set(_named(volume, documents))
    images = list(read_opt(_read(volume / "DATA" / f"{volume.name}.opt")))
    first = [line for line in images if line.pages]
    if [(line.number, line.pages) for line in first] == list(zip(numbers, pages, strict=True)):
        pdf = (max(1, line.pages) if line.path.endswith(".pdf") else 1 for line in images)
        _check_numbers([line.number for line in images], list(pdf))
    else:
        missing = next((number for number in numbers if number not in {line.number for line in images}), "")
        raise VerifyError("production-image-lines-differ", number=missing or "?")
    named |= {_inside(volume, line.path, line.number) for line in images}
    for path in sorted(path for path in volume.glob("*/*/*") if path.is_file()):
        if path.relative_to(volume).as_posix() not in named:
            raise VerifyError("production-file-unnamed", path=path.relative_to(volume).as_posix())
    return say("production-load-files-match", documents=len(documents))


def _check_numbers(numbers: list[str], pages: list[int]) -> None:
    """Raise VerifyError for a number that stands twice, is left out, or isn't the next one after so many pages."""
    expected: tuple[str, int] | None = None
    seen = set[str]()
    for number, count in zip(numbers, pages, strict=True):
        if number in seen:
            raise VerifyError("production-number-twice", number=number)
        seen.add(number)
        parts = _NUMBER.fullmatch(number)
        if parts is None:
            raise VerifyError("production-number-odd", number=number)
        now = parts[1], int(parts[2])
        if expected not in (None, now):
            raise VerifyError("production-number-gap", number=number)
        expected = now[0], now[1] + count


def _named(volume: Path, documents: list[dict[str, str]]) -> Iterator[str]:
    """Yield the files that rows name; raises VerifyError for one that isn't there."""
    for document in documents:
        for field in _PATHS:
            if path := document.get(field):
                yield _inside(volume, path, document["DOCID"])


def _inside(volume: Path, untrusted_path: str, number: str) -> str:
    path = PurePosixPath(untrusted_path.removeprefix(".\\").replace("\\", "/"))
    if path.is_absolute() or ".." in path.parts or not (volume / path).is_file():
        raise VerifyError("production-file-of-row-missing", number=number, path=untrusted_path)
    return path.as_posix()
