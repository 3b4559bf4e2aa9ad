"""Load files: a DAT with a row for each document (Concordance), an OPT with a line for each image, their protocol.

What differs between platforms is data: the profiles. The delimiters are those of Concordance: fields are separated by
U+0014 and quoted by U+00FE, multiple values separated by a semicolon, and U+00AE stands for a line break in a value.
There is no way to write these characters themselves: they are replaced, and the production's README says so.

Nothing here reads a case.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

import msgspec

from triage.errors import ExportError
from triage.export.contract import place
from triage.model.items import Item, ItemNo, Row
from triage.model.leaving import BELONGING, FAMILY, WITHHELD, ProducedDocument
from triage.model.previews import FORMS, TIFF, Stamp, can_be_stamped
from triage.proof.verify.manifest import BOM, COLUMN, DOCUMENT, PARTS_OF_LINE, QUOTE, ImageLine

BREAK, SEVERAL = "\xae", ";"
_PROFILES = Path(__file__).with_name("profiles")
_REPLACED = {COLUMN: " ", QUOTE: " ", BREAK: "(R)", "\r\n": BREAK, "\r": BREAK, "\n": BREAK}
_ODD = re.compile(f"\r\n|[\r\n{COLUMN}{QUOTE}{BREAK}]")
_UNWRITABLE = re.compile("[\ud800-\udfff\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u2028\u2029\x85]")

Value = str | int | datetime | Sequence[str] | None


class LoadProfile(msgspec.Struct, frozen=True):
    """What one platform wants: the DAT's fields, each a name and which value it has, and how values are written."""

    fields: Mapping[str, str]
    bom: bool
    dates: str  # a pattern of ``strftime``, in UTC
    paths: str  # what becomes of a path, with backslashes, in "{path}"
    image_volume: bool  # the OPT's second field names the volume


@cache
def profiles() -> tuple[str, ...]:
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
            return SEVERAL.join(plain(part.replace(SEVERAL, ",")) for part in value)


def plain(untrusted: str) -> str:
    """Return a value without what a load file can't hold."""
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


# The protocol of a production: what the parties agreed on, as a TOML file. Pure; every value in it is untrusted.
#
# ``example.toml`` has each key.

_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,39}")
_PREFIX = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,19}")
_LONGEST_TEXT, _LONGEST_QUERY = 200, 1_000_000
_LONGEST_STAMP = 60  # what fits on a page beside the number
_FIRST = '"First production"'
SHEETS = "sheets"
MAIL = NATIVE, EML = "native", "eml"


@dataclass(frozen=True, slots=True)
class Protocol:
    """How a production is made. ``belonging`` is one of BELONGING; ``withhold`` gives tags and the basis for each.

    ``images`` is SHEETS or one of FORMS, as which the pages of documents leave that have any, each with a number.
    """

    name: str
    volume: str
    prefix: str
    query: str = "tag:relevant"
    belonging: str = FAMILY
    digits: int = 7
    profile: str = "relativity"
    images: str = SHEETS
    mail: str = NATIVE
    mbox: bool = False
    second_reviewer: bool = False
    confidentiality: str = ""
    endorsement: str = ""
    replaces: str = ""
    only_new: bool = False
    withhold: Mapping[str, str] = field(default_factory=dict)

    def number(self, at: int) -> str:
        """Return a document's number as it is written; raises ExportError where it has more digits than agreed on."""
        digits = str(at)
        if len(digits) > self.digits:
            raise ExportError("numbers-used-up", prefix=self.prefix, digits=self.digits)
        return f"{self.prefix}{digits:>0{self.digits}}"

    def stamp(self, at: int) -> Stamp:
        return Stamp(self.form, self.prefix, self.digits, at, self.confidentiality, self.endorsement)

    @property
    def form(self) -> str:
        """As what pages leave; those of what is redacted do where other documents have slip sheets, too."""
        return TIFF if self.images == SHEETS else self.images


_KEYS = {("with" if field.name == "belonging" else field.name): field.name for field in fields(Protocol)}


def example_protocol(number: int) -> str:
    """Return a protocol to begin with, for the production of this number in a case."""
    text = Path(__file__).with_name("example.toml").read_text("utf-8")
    name = f'"Production {number}"'
    return text.replace(f"{_FIRST} ", f"{name:<{len(_FIRST)}} ").replace("VOL001", f"VOL{number:03d}")


def read_protocol(untrusted_text: str) -> Protocol:
    """Return the protocol that a file describes; raises ExportError, which says what is wrong with it."""
    try:
        untrusted = tomllib.loads(untrusted_text)
    except tomllib.TOMLDecodeError as error:
        raise ExportError("protocol-not-toml", error=error) from error
    for name, value in untrusted.items():
        if name not in _KEYS:
            raise ExportError("protocol-unknown-key", key=name, known=", ".join(_KEYS))
        _check_kind(name, value)
    for name in ("name", "volume", "prefix"):
        if name not in untrusted:
            raise ExportError("protocol-lacks", key=name)
    protocol = Protocol(**{_KEYS[name]: value for name, value in untrusted.items()})
    _check(protocol)
    return protocol


def _check_kind(name: str, value: Any) -> None:
    kind = {"digits": int, "only_new": bool, "mbox": bool, "second_reviewer": bool, "withhold": dict}.get(name, str)
    bases = value.values() if isinstance(value, dict) else ()
    fits = type(value) is kind and all(isinstance(basis, str) for basis in bases)
    longest = {"query": _LONGEST_QUERY, "confidentiality": _LONGEST_STAMP, "endorsement": _LONGEST_STAMP}
    if not fits or (kind is str and len(value) > longest.get(name, _LONGEST_TEXT)):
        raise ExportError("protocol-bad-value", key=name)


def _check(protocol: Protocol) -> None:
    stamped = (protocol.confidentiality, protocol.endorsement)
    texts = (protocol.name, *stamped, protocol.replaces, *protocol.withhold, *protocol.withhold.values())
    wrong = {
        "name": not protocol.name.strip(),
        "volume": not _PLAIN.fullmatch(protocol.volume),
        "prefix": not _PREFIX.fullmatch(protocol.prefix),
        "digits": not 4 <= protocol.digits <= 12,
        "with": protocol.belonging not in BELONGING,
        "profile": protocol.profile not in profiles(),
        "query": not protocol.query.strip(),
        "withhold": any(not tag.strip() or not basis.strip() for tag, basis in protocol.withhold.items()),
        "mail": protocol.mail not in MAIL,
        "images": protocol.images not in (SHEETS, *FORMS),
        "name, confidentiality, endorsement, replaces or withhold": not all(text.isprintable() for text in texts),
        "confidentiality or endorsement": not can_be_stamped("".join(stamped)),
    }
    for name, bad in wrong.items():
        if bad:
            raise ExportError("protocol-bad-value", key=name)


# What load files say of each document: numbers of its family, and what is known of its item. Pure.
#
# Of a withheld document they say its numbers, its family, its basis and nothing else: its fields are empty.

PER_FOLDER = 1000


class Layout(NamedTuple):
    """Where the files of a volume are whose first number is ``first``: at most ``PER_FOLDER`` in a folder."""

    protocol: Protocol
    first: int

    def path(self, kind: str, at: int, ending: str) -> str:
        """Return the path of the file with this number in the production's folder; ``kind`` is such as IMAGES."""
        folder = f"{(at - self.first) // PER_FOLDER + 1:04d}"
        return f"{self.protocol.volume}/{kind}/{folder}/{self.protocol.number(at)}{ending}"

    def inside(self, path: str) -> str:
        """Return such a path from the volume's folder on."""
        return path.removeprefix(f"{self.protocol.volume}/")


class Numbered(NamedTuple):
    """A document with its numbers and those of its family, as they are written."""

    document: ProducedDocument
    number: str  # of its first page
    end: str
    first: str  # of its family
    last: str
    parent: str
    attachments: tuple[str, ...]  # those directly below


class Files(msgspec.Struct, frozen=True):
    """Paths of a document's files, "" for what it lacks; ``ending`` and ``sha256`` are those of the native file."""

    native: str = ""
    text: str = ""
    image: str = ""
    ending: str = ""
    sha256: str = ""


Parents = Mapping[ItemNo, ItemNo | None]
"""Items, each with the one that it is part of."""


def families_together(parents: Parents) -> list[ItemNo]:
    """Return the items, each right after the one that it is part of, if that is among them; else in their order."""
    below: dict[ItemNo | None, list[ItemNo]] = {}
    for no, parent in parents.items():
        below.setdefault(parent if parent in parents else None, []).append(no)
    ordered, waiting = list[ItemNo](), below.get(None, [])[::-1]
    while waiting:
        ordered.append(no := waiting.pop())
        waiting += below.get(no, [])[::-1]
    return ordered


def numbered(protocol: Protocol, documents: Sequence[ProducedDocument], parents: Parents) -> list[Numbered]:
    """Return the documents with the numbers of their families: what is produced together with the item it is part of.

    Each document comes after that of the item it is part of.
    """
    at = {document.item: document.at for document in documents}
    top: dict[ItemNo, ItemNo] = {}
    last: dict[ItemNo, int] = {}
    below: dict[ItemNo, list[str]] = {}
    above = {no: parent if parent in at else None for no, parent in parents.items()}
    for document in documents:
        parent = above[document.item]
        head = top[document.item] = document.item if parent is None else top[parent]
        last[head] = document.last
        if parent is not None:
            below.setdefault(parent, []).append(protocol.number(document.at))
    entries, write = [], cache(protocol.number)  # most numbers are needed several times, as one string each
    for document in documents:
        head, parent = top[document.item], above[document.item]
        number, end, family_first, family_last = map(write, (document.at, document.last, at[head], last[head]))
        parent_number, attachments = "" if parent is None else write(at[parent]), tuple(below.get(document.item, ()))
        entries.append(Numbered(document, number, end, family_first, family_last, parent_number, attachments))
    return entries


def values(protocol: Protocol, entry: Numbered, item: Item, copies: Sequence[Row], files: Files) -> Mapping[str, Value]:
    """Return what a load file says of a document; ``copies`` are the rows of its exact copies, itself included."""
    with_others = (entry.first, entry.last) != (entry.number, entry.end)
    withheld = entry.document.treatment == WITHHELD
    fields: dict[str, Value] = {
        "number": entry.number,
        "last": entry.end,
        "family_first": entry.first if with_others else "",
        "family_last": entry.last if with_others else "",
        "group": entry.first if with_others else "",
        "parent": entry.parent,
        "attachments": entry.attachments,
        "pages": entry.document.pages,
        "confidentiality": protocol.confidentiality,
        "withheld": entry.document.why if withheld else "",
        "volume": protocol.volume,
        "native": files.native,
        "text": files.text,
        "image": files.image,
    }
    return fields if withheld else fields | _facts(item, copies, files)


def _facts(item: Item, copies: Sequence[Row], files: Files) -> dict[str, Value]:
    row = item.row
    date = datetime.fromisoformat(row.date) if row.date else None
    return {
        "custodian": row.custodian,
        "all_custodians": sorted({copy.custodian for copy in copies}),
        "sender": row.sender,
        "to": item.to,
        "cc": item.cc,
        "bcc": item.bcc,
        "subject": row.subject,
        "sent": date if item.date_kind == "sent" else None,
        "modified": date if item.date_kind == "modified" else None,
        "name": row.name,
        "ending": files.ending.removeprefix("."),
        "size": row.size,
        "path": place(item.root, item.path, item.member),
        "all_paths": sorted({copy.path for copy in copies}),
        "type": row.type,
        "message_id": item.message_id,
        "references": item.references,
        "sha256": files.sha256 or item.sha256,
        "mih": item.mih,
    }
