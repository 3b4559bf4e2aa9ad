"""What the commands that write a folder for somebody else share: what is decided before, and what is printed last."""

from __future__ import annotations

import argparse
import csv
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from triage.cli import json_lines, terminal
from triage.errors import ExportError
from triage.messages import decode, render
from triage.model.items import ExportReport
from triage.model.leaving import NEAR_MISS, NEAR_MISS_CHOICES, Decided, ProductionReport, StopLine
from triage.model.reports import Table

if TYPE_CHECKING:
    from triage.case import Case

_HEAD = ("Decision", "Why", "Item or string", "Redacted words", "Times")
_WHY = {
    "privileged": "tagged privileged",
    "duplicate": "duplicate of a privileged item",
    "family": "family of a privileged item",
    "redacted": "redacted",
    "holder": "holds a redacted item",
    NEAR_MISS: "nearly a redacted word",
}


def decision_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what lists the lines to decide, and what takes them back."""
    parser.add_argument("--dry-run", action="store_true", help="write nothing; say what would leave and what to decide")
    what = "with --dry-run: write what is to be decided to a new file; fill in its first column and give it with "
    parser.add_argument("--csv", type=Path, metavar="FILE", help=f"{what}--decisions")
    what = "decisions on what is to be decided, as --csv writes it; other options count more; - reads a JSON object"
    parser.add_argument("--decisions", type=Path, metavar="FILE", help=what)


def decided(args: argparse.Namespace, choices: Mapping[str, Sequence[str]]) -> Decided:
    """Return what is decided by the options that ``choices`` name and by the file of ``--decisions``."""
    given = {name: getattr(args, name) for name in choices}
    if args.decisions is None:
        return Decided(**given)
    if str(args.decisions) == "-":
        return Decided(**given, near_misses=json.loads(json_lines.first_line()))
    made, near = _read(args.decisions, choices)
    return Decided(**{name: given[name] or made[name] for name in choices}, near_misses=near)


def _read(path: Path, choices: Mapping[str, Sequence[str]]) -> tuple[dict[str, str], dict[str, str]]:
    rows = csv.DictReader(terminal.read_text(path).splitlines(keepends=True))
    if missing := [name for name in _HEAD[:3] if name not in (rows.fieldnames or ())]:
        raise ExportError("decisions-unreadable", path=path, column=missing[0])
    kinds = {_WHY[kind]: StopLine(kind, ()).decided_as for kind in _WHY}
    made, near = {name: set[str]() for name in choices}, dict[str, str]()
    for row in rows:
        decision, name = (row["Decision"] or "").strip().lower(), kinds.get(row["Why"] or "", "")
        known = NEAR_MISS_CHOICES if name == "near_misses" else choices.get(name, ())
        if decision and decision not in known:
            raise ExportError(
                "decision-unknown", line=rows.line_num, path=path, decision=decision, known=", ".join(known)
            )
        if decision and name == "near_misses":
            near[(row["Item or string"] or "").removeprefix("'")] = decision
        elif name in made:
            made[name].add(decision)
    for some in made.values():
        if len(some) > 1:
            raise ExportError("decisions-differ", path=path, decisions=", ".join(sorted(some)))
    return {name: next(iter(some), "") for name, some in made.items()}, near


def show_lines(
    args: argparse.Namespace,
    case: Case,
    lines: Sequence[StopLine],
    chosen: Decided,
    said: str,
    tags: Mapping[str, int] | None = None,
) -> int:
    """Print what would leave and what is to be decided, and write the latter to a file where one is named.

    ``tags`` counts by tag the tagged items that would be left out.
    """
    rows = [_row(case, line, chosen) for line in lines]
    if args.csv is not None:
        terminal.write_tables(args, Table("To be decided", (), (), _HEAD, tuple(map(_quoted, rows))))
    waiting = sum(not row[0] for row in rows)
    table = terminal.table(dict.fromkeys(_HEAD, 40), rows) if rows else ()
    printed = [said, *left_out((tags or {}).items()), *table, f"To decide: {waiting:,}."]
    value = {"said": said, "lines": lines, "undecided": waiting, **({} if tags is None else {"left_out": tags})}
    return terminal.show(args, value, printed)


def left_out(tags: Iterable[tuple[str, int]]) -> Iterator[str]:
    """Yield how many tagged items an export leaves out, a line a tag."""
    yield from (f"tagged {name}, but left out: {terminal.count(n, 'item')}" for name, n in tags)


def _row(case: Case, line: StopLine, chosen: Decided) -> tuple[str, ...]:
    if line.kind == NEAR_MISS:
        return chosen.on(line), _WHY[line.kind], line.text, line.near, str(line.count)
    (row,) = case.search.rows(list(line.nos))
    return chosen.on(line), _WHY[line.kind], f"{row.id} {row.subject or row.name}".rstrip(), "", ""


def _quoted(row: Sequence[str]) -> tuple[str, ...]:
    """Return a row in which each apostrophe at a beginning is double, as one of them is taken for that of a table."""
    return tuple(f"'{value}" if value.startswith("'") else value for value in row)


def faded(pages: Iterable[str]) -> Iterator[str]:
    """Yield a line for each page that lacks pale marks of what it was drawn from."""
    yield from (f"{page}: the page lacks pale marks of its source; compare the two" for page in pages)


def lines(report: ExportReport | ProductionReport) -> Iterator[str]:
    """Yield the last lines on an export or a production."""
    yield from terminal.confinement(report)
    if report.unsigned:
        yield render(decode(report.unsigned))
    yield f"Its checksum, to be sent separately: {report.seal}"
    yield f"Check it with: triage verify {report.folder}"
