"""Load files: a DAT with a row for each document (Concordance) and an OPT with a line for each image (Opticon).

What differs between platforms is data: the profiles. The delimiters are those of Concordance: fields are parted by
U+0014 and quoted by U+00FE, several values by a semicolon, and U+00AE stands for a line break inside a value. There is
no way to write these characters themselves: they are replaced, and whoever reads the file is told so.

Nothing here knows items or reads a case.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import BinaryIO

import msgspec

from triage.errors import ExportError
from triage.proof.verify.loadfiles import BOM, COLUMN, DOCUMENT, PARTS_OF_LINE, QUOTE, ImageLine

BREAK, SEVERAL = "\xae", ";"
_PROFILES = Path(__file__).with_name("profiles")
_REPLACED = {COLUMN: " ", QUOTE: " ", BREAK: "(R)", "\r\n": BREAK, "\r": BREAK, "\n": BREAK}
_ODD = re.compile(f"\r\n|[\r\n{COLUMN}{QUOTE}{BREAK}]")
_UNWRITABLE = re.compile("[\ud800-\udfff\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u2028\u2029\x85]")

Value = str | int | datetime | Sequence[str] | None


class LoadProfile(msgspec.Struct, frozen=True):
    """What one platform wants: the DAT's fields, each a name and which value it has, and how values are written.

    ``dates`` is a pattern of ``strftime``, in UTC. ``paths`` is what becomes of a path, with backslashes, in
    "{path}". ``image_volume``: the OPT's second field names the volume.
    """

    fields: Mapping[str, str]
    bom: bool
    dates: str
    paths: str
    image_volume: bool


@cache
def profiles() -> tuple[str, ...]:
    """Return the names of the profiles that come with the program."""
    return tuple(sorted(path.stem for path in _PROFILES.glob("*.toml")))


def profile(name: str) -> LoadProfile:
    """Return the profile of this name; raises ExportError where there is none."""
    if name not in profiles():
        raise ExportError("no-such-load-profile", name=name, known=", ".join(profiles()))
    return LoadProfile(**tomllib.loads((_PROFILES / f"{name}.toml").read_text("utf-8")))


# ---- DAT


def write_dat(out: BinaryIO, how: LoadProfile, rows: Iterable[Mapping[str, Value]]) -> None:
    """Write a head with the names of the fields, and a row for each document: UTF-8, CRLF."""
    out.write(BOM if how.bom else b"")
    out.write(_row(how.fields))
    for values in rows:
        out.write(_row(_written(values.get(source), source, how) for source in how.fields.values()))


def _row(values: Iterable[str]) -> bytes:
    return f"{COLUMN.join(f'{QUOTE}{value}{QUOTE}' for value in values)}\r\n".encode()


def _written(value: Value, source: str, how: LoadProfile) -> str:
    match value:
        case None:
            return ""
        case datetime():
            return value.astimezone(UTC).strftime(how.dates)
        case str() if source in ("native", "text", "image"):
            return how.paths.format(path=value.replace("/", "\\")) if value else ""
        case str() | int():
            return plain(str(value))
        case _:
            return SEVERAL.join(plain(one.replace(SEVERAL, ",")) for one in value)


def plain(untrusted: str) -> str:
    """Return a value in which nothing is left that a load file can't hold."""
    return _ODD.sub(lambda odd: _REPLACED[odd[0]], _UNWRITABLE.sub(" ", untrusted))


# ---- OPT


def write_opt(out: BinaryIO, how: LoadProfile, lines: Iterable[ImageLine]) -> None:
    """Write a line for each image, without a head: ASCII, CRLF; raises ExportError for a comma in a number or path."""
    for line in lines:
        path = how.paths.format(path=line.path.replace("/", "\\"))
        first = [DOCUMENT, "", "", str(line.pages)] if line.pages else ["", "", "", ""]
        values = [line.number, line.volume if how.image_volume else "", path, *first]
        text = ",".join(values)
        if text.count(",") != PARTS_OF_LINE - 1 or not text.isascii() or not text.isprintable():
            raise ExportError("image-line-unwritable", number=line.number)
        out.write(f"{text}\r\n".encode("ascii"))
