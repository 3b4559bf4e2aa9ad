"""``findings.csv``: one line for each finding, for spreadsheets and review tools.

UTF-8 with a byte-order mark, RFC 4180 (all fields quoted, CRLF). A value that a spreadsheet would run as a formula
begins with an apostrophe (``texts.cell``), so that the raw values are those of the manifest and the texts.
"""

from __future__ import annotations

import csv
import io
from typing import BinaryIO

from triage.export.contract import Dossier, Report, Writer
from triage.export.texts import cell
from triage.messages import render
from triage.model.redactions import value_words

COLUMNS = (
    "number id family relation custodian date_utc date_kind date_as_written from to cc bcc subject "
    "name type size sha256 duplicate_hash mih message_id root path member tags decisions notes duplicates searchable "
    "problems native native_missing rendition rendition_missing text excerpts state successor belongs_to copy_of"
).split()


def write(out: BinaryIO, report: Report) -> None:
    text = io.TextIOWrapper(out, "utf-8-sig", newline="", write_through=True)
    table = csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    table.writerow(COLUMNS)
    for dossier in report.dossiers:
        table.writerow([cell(value) for value in _record(dossier)])
    text.detach()


def _record(dossier: Dossier) -> list[str]:
    item, decisions = dossier.finding.item, dossier.finding.decisions
    row = item.row
    return [
        str(dossier.number),
        row.id,
        dossier.head,
        dossier.relation,
        row.custodian,
        row.date,
        item.date_kind,
        item.date_raw,
        row.sender,
        "; ".join(item.to),
        "; ".join(item.cc),
        "; ".join(item.bcc),
        row.subject,
        row.name,
        row.type,
        "" if row.sealed else str(row.size),
        item.sha256,
        item.digest,
        item.mih,
        item.message_id,
        item.root,
        item.path,
        item.member,
        "; ".join(dossier.finding.tags),
        "\n".join(f"{d.time} {d.reviewer}: {d.action} {value_words(d)} ({d.way})" for d in decisions),
        "\n".join(d.value for d in decisions if d.action == "note"),
        "\n".join(f"{c.custodian}: {c.place}" for c in dossier.copies),
        row.searchable,
        "\n".join(render(p.message) for p in item.problems),
        dossier.native,
        dossier.missing,
        dossier.rendition,
        dossier.unconverted,
        dossier.text,
        "\n".join(f"{e.field}: {e.text}" for e in dossier.excerpts),
        row.state,
        item.successor or "",
        dossier.belongs_to,
        str(dossier.copy_of or ""),
    ]


WRITER = Writer("findings.csv", write)
