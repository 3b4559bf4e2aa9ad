"""``report.xlsx``: the report as a workbook to sort and filter: a sheet for each of its tables, and one on the rest.

Whole numbers that Excel keeps exactly are numbers, to sort by; all else is text in a cell: no formula, no link
(``tables``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any, BinaryIO

from triage.export import tables, texts
from triage.export.contract import Report, Writer
from triage.export.document import Entry, Facts, Heading, Passage, Sentence, TableBlock, blocks
from triage.export.texts import line

_EXACT = 15
"""Digits that Excel keeps of a number; more of them are text, or the last would become zeros."""
_COLUMNS = (*texts.DETAILS, "Passages", "Decisions", *texts.RECORD)


def write(out: BinaryIO, report: Report) -> None:
    """Write the workbook; it is dated by the order, so that the same order gives the same bytes."""
    with tables.workbook(out) as book:
        created = datetime.fromisoformat(report.order.created).replace(tzinfo=None)
        book.set_properties({"title": line(texts.title(report.order))[:255], "created": created})
        sheets = _Sheets(book)
        sheets.put("About", [texts.title(report.order)], head=True)
        heading = part = ""
        for block in blocks(report):
            match block:
                case Heading(text, level):
                    part = text
                    if level == 1:
                        heading = text
                case Facts(pairs):
                    sheets.put("About", [heading], head=True)
                    for pair in pairs:
                        sheets.put("About", pair)
                case Sentence(text) if heading:
                    sheets.put("About", [heading, text])
                case TableBlock(head, rows):
                    sheets.put(part, head, head=True)
                    for row in rows:
                        sheets.put(part, row)
                case Entry(number, title):
                    if heading not in sheets.rows:
                        sheets.put(heading, ("No.", "Title", *_COLUMNS), head=True)
                    sheets.put(heading, [str(number), title, *_cells(block)])


class _Sheets:
    def __init__(self, book: Any) -> None:
        self._book, self._bold = book, book.add_format({"bold": True, "text_wrap": True})
        self._sheets: dict[str, Any] = {}
        self.rows: dict[str, int] = {}

    def put(self, name: str, values: Sequence[str], *, head: bool = False) -> None:
        if name not in self._sheets:
            self._sheets[name] = self._book.add_worksheet(name)
            self._sheets[name].set_column(1, 60, 24)
            if name != "About":
                self._sheets[name].freeze_panes(1, 1)
        row = self.rows.get(name, 0)
        for column, value in enumerate(values):
            digits = value.isascii() and value.isdecimal() and len(value) <= _EXACT
            number = digits and str(int(value)) == value
            tables.put(self._sheets[name], row, column, int(value) if number else value, self._bold if head else None)
        self.rows[name] = row + 1


def _cells(entry: Entry) -> Iterator[str]:
    parts = entry.blocks
    facts = dict(pair for part in parts if isinstance(part, Facts) for pair in part.pairs)
    passages = ("".join(text for text, _ in part.runs) for part in parts if isinstance(part, Passage))
    decisions = (" ".join(row) for part in parts if isinstance(part, TableBlock) for row in part.rows)
    facts |= {"Passages": "\n…\n".join(passages), "Decisions": "\n".join(decisions)}
    return (facts.get(column, "") for column in _COLUMNS)


WRITER = Writer("report.xlsx", write)
