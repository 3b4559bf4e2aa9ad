"""What load files say of each document: numbers of its family, and what is known of its item. Pure.

Of a withheld document they say its numbers, its family, its basis and nothing else: its fields are empty.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import cache
from typing import NamedTuple

import msgspec

from triage.export.contract import place
from triage.export.production.loadfiles import Value
from triage.export.production.protocol import Protocol
from triage.model.items import Item, ItemNo, Row
from triage.model.leaving import WITHHELD, ProducedDocument

PER_FOLDER = 1000


class Layout(NamedTuple):
    """Where the files of a volume lie, whose first number is ``first``: at most ``PER_FOLDER`` in a folder."""

    protocol: Protocol
    first: int

    def path(self, kind: str, at: int, ending: str) -> str:
        """Return the place of the file with this number, from the production's folder on; ``kind`` is as IMAGES."""
        folder = f"{(at - self.first) // PER_FOLDER + 1:04d}"
        return f"{self.protocol.volume}/{kind}/{folder}/{self.protocol.number(at)}{ending}"

    def inside(self, path: str) -> str:
        """Return such a place from the volume's folder on."""
        return path.removeprefix(f"{self.protocol.volume}/")


class Numbered(NamedTuple):
    """A document with its numbers and those of its family, as they are written; ``attachments`` are those right below.

    ``number`` and ``end`` are those of its own first and last page, ``first`` and ``last`` those of its family.
    """

    document: ProducedDocument
    number: str
    end: str
    first: str
    last: str
    parent: str
    attachments: tuple[str, ...]


class Files(msgspec.Struct, frozen=True):
    """Where a document's files lie in the volume; "" for one that it hasn't.

    ``ending`` and ``sha256`` are those of the native file.
    """

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
    made, waiting = list[ItemNo](), below.get(None, [])[::-1]
    while waiting:
        made.append(no := waiting.pop())
        waiting += below.get(no, [])[::-1]
    return made


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
    made, written = [], cache(protocol.number)  # most numbers are needed several times, as one text each
    for document in documents:
        head, parent = top[document.item], above[document.item]
        number = written(at[parent]) if parent is not None else ""
        first, end, family, whole = map(written, (document.at, document.last, at[head], last[head]))
        made.append(Numbered(document, first, end, family, whole, number, tuple(below.get(document.item, ()))))
    return made


def values(protocol: Protocol, one: Numbered, item: Item, copies: Sequence[Row], files: Files) -> Mapping[str, Value]:
    """Return what a load file says of a document; ``copies`` are the rows of its exact copies, itself included."""
    whole = (one.first, one.last) != (one.number, one.end)
    withheld = one.document.treatment == WITHHELD
    fields: dict[str, Value] = {
        "number": one.number,
        "last": one.end,
        "family_first": one.first if whole else "",
        "family_last": one.last if whole else "",
        "group": one.first if whole else "",
        "parent": one.parent,
        "attachments": one.attachments,
        "pages": one.document.pages,
        "confidentiality": protocol.confidentiality,
        "withheld": one.document.why if withheld else "",
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
