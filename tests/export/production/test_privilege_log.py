"""The privilege log: numbers, people and bases in the columns of the field, no subject, no file, no word."""

from __future__ import annotations

import io
from datetime import UTC, datetime

import docx
from msgspec.structs import replace

from tests.export.records import Records
from triage.export.production.loadfiles import Numbered
from triage.export.production.volume import LOG_HEAD, log_rows, write_log_docx, write_log_xlsx
from triage.model.items import ItemNo
from triage.model.leaving import WITHHELD, ProducedDocument


def withheld(no: ItemNo, why: str = "Advice of counsel") -> Numbered:
    family = "ORR0000006", "ORR0000008", "ORR0000006"
    return Numbered(ProducedDocument(7, no, WITHHELD, why), "ORR0000007", "ORR0000007", *family, ())


def test_a_row_says_who_wrote_to_whom_and_why_it_is_withheld_and_no_more() -> None:
    records = Records()
    no = records.add(b"m", subject="the secret", name="secret.eml", text="the secret words")
    (row,) = log_rows([(withheld(no), records.stored[no])])
    assert len(row) == len(LOG_HEAD)
    assert row[:4] == ("1", "ORR0000007", "mail", "2024-05-01")
    assert row[4:6] == ("Avi Cohen <avi@bluebird.example>", "Noa <noa@bluebird.example>")
    assert row[8:] == ("ORR0000006", "Avi Cohen", "Advice of counsel")
    assert "secret" not in " ".join(row)


def test_of_a_sealed_one_it_has_number_and_basis_alone() -> None:
    records = Records()
    no = records.add(b"m")
    item = records.stored[no]
    sealed = replace(item, row=replace(item.row, sealed=True))
    (row,) = log_rows([(withheld(no, "Sealed"), sealed)])
    assert [value for value in row if value] == ["1", "ORR0000007", "Sealed"]


def test_both_files_hold_the_rows_and_no_formula() -> None:
    records = Records()
    no = records.add(b"m", sender='=HYPERLINK("http://x.example")')
    lines, created = list(log_rows([(withheld(no), records.stored[no])])), datetime(2024, 6, 1, tzinfo=UTC)
    text, book = io.BytesIO(), io.BytesIO()
    write_log_docx(text, "First", "Rae", created, lines)
    (table,) = docx.Document(io.BytesIO(text.getvalue())).tables
    assert tuple(cell.text for cell in table.rows[1].cells) == lines[0]
    write_log_xlsx(book, "First", created, lines)
    again = io.BytesIO()
    write_log_xlsx(again, "First", created, lines)
    assert book.getvalue() == again.getvalue() and b"<f>" not in book.getvalue()
