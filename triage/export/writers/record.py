"""What backs the findings, as JSON for programs: decisions, Problems, search terms, coverage, known answers."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import Any, BinaryIO

from triage.export.contract import Report, Writer
from triage.messages import as_json


def _lines(name: str, label: str, values: Callable[[Report], Iterable[object]]) -> Writer:
    """Return the writer of a file with one value a line."""

    def write(out: BinaryIO, report: Report) -> None:
        for value in values(report):
            _write(out, value, None)

    return Writer(name, label, write)


def _whole(name: str, label: str, value: Callable[[Report], object]) -> Writer:
    return Writer(name, label, lambda out, report: _write(out, value(report), 1))


def _write(out: BinaryIO, value: Any, indent: int | None) -> None:
    text = json.dumps(value, ensure_ascii=False, indent=indent, default=as_json)
    out.write(text.encode("utf-8", "replace") + b"\n")


WRITERS = (
    _lines(
        "decisions.jsonl",
        "every decision on the findings, also those that no longer apply",
        lambda report: (decision for dossier in report.dossiers for decision in dossier.finding.decisions),
    ),
    _lines("problems.jsonl", "what could not be read or searched", lambda report: report.order.problems),
    _whole("terms.json", "what the query and each saved search find", lambda report: report.order.terms),
    _whole("coverage.json", "how much of the records could be searched", lambda report: report.order.coverage),
    _whole("known-answers.json", "what the readers find of hidden words", lambda report: report.order.known_answers),
)
