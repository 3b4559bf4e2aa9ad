"""The privilege log: what is withheld, by whom and to whom it was written, and on which basis. Pure.

Its columns are those of the field (number, kind, date, people, family, basis). It names no subject, no file and no word
of a document, and of a sealed one its number and basis alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import BinaryIO

from triage.export import tables
from triage.export.document import Heading, Sentence, TableBlock
from triage.export.production.documents import Numbered
from triage.export.writers.docx import write_blocks
from triage.model import type_names
from triage.model.items import Item

HEAD = ("No.", "Number", "Kind", "Date (UTC)", "From", "To", "Cc", "Bcc", "Attached to", "Custodian", "Basis")
_TITLE = "Privilege log"
_ABOUT = "Each of these documents is withheld as a whole. Its number is on a slip sheet in its place."
_OWN_DATES = ("sent", "modified")


def rows(withheld: Iterable[tuple[Numbered, Item]]) -> Iterator[tuple[str, ...]]:
    """Yield a row for each document that is withheld, with its item."""
    for at, (one, item) in enumerate(withheld, 1):
        row = item.row
        date = row.date[:10] if item.date_kind in _OWN_DATES else ""
        people = (row.sender, "; ".join(item.to), "; ".join(item.cc), "; ".join(item.bcc))
        known = (type_names.short(row.type), date, *people, one.parent, row.custodian)
        yield str(at), one.number, *(("",) * len(known) if row.sealed else known), one.document.why


def write_xlsx(out: BinaryIO, name: str, created: datetime, lines: Sequence[Sequence[str]]) -> None:
    """Write the log as a workbook."""
    tables.write_list(out, _TITLE, f"{_TITLE}: {name}", created, [HEAD, *lines])


def write_docx(out: BinaryIO, name: str, author: str, created: datetime, lines: Sequence[Sequence[str]]) -> None:
    """Write the log as a Word document."""
    blocks = (Heading(name), Sentence(_ABOUT), TableBlock(HEAD, lines))
    write_blocks(out, _TITLE, author, created, blocks)
