"""What backs the findings, as JSON for programs: decisions, Problems, search terms, coverage, known answers."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import Any, BinaryIO

from triage.export.contract import Report, Writer
from triage.messages import as_json


def _lines(name: str, values: Callable[[Report], Iterable[object]]) -> Writer:
    """Return the writer of a file with one value a line."""

    def write(out: BinaryIO, report: Report) -> None:
        for value in values(report):
            _write(out, value, None)

    return Writer(name, write)


def _document(name: str, value: Callable[[Report], object]) -> Writer:
    return Writer(name, lambda out, report: _write(out, value(report), 1))


def _write(out: BinaryIO, value: Any, indent: int | None) -> None:
    text = json.dumps(value, ensure_ascii=False, indent=indent, default=as_json)
    out.write(text.encode("utf-8", "replace") + b"\n")


WRITERS = (
    _lines("decisions.jsonl", lambda report: (d for dossier in report.dossiers for d in dossier.finding.decisions)),
    _lines("problems.jsonl", lambda report: report.order.problems),
    _document("terms.json", lambda report: report.order.terms),
    _document("coverage.json", lambda report: report.order.coverage),
    _document("known-answers.json", lambda report: report.order.known_answers),
)
