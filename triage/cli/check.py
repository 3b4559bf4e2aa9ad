"""``triage doctor``, ``selftest``, ``inspect``: what this machine protects from, and what the program reads."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from triage.cli.options import JSON, Option, command, file
from triage.cli.terminal import print_checks, print_json, show, table
from triage.errors import CaseError

if TYPE_CHECKING:
    from triage.model.known_answers import Matrix


@command(
    "doctor",
    "Test each protection of the reader processes on this machine, report which ones hold, and list all versions.",
    (JSON,),
    uncounted="It tests this machine.",
)
def _doctor(args: argparse.Namespace) -> int:
    from triage.case import protections

    good, bad = "All protections hold.", "Without the missing ones, read only material that you trust."
    return print_checks(args, protections(), "MISSING", good, bad)


@command(
    "selftest",
    "Hide invented words in every place of every format, search for each, and report which were found.",
    (
        file("--case", metavar="CASE", help="store the result with this case"),
        file("--folder", metavar="DIR", help="keep the documents and their case in this new folder"),
        JSON,
    ),
    uncounted="It reads files of its own.",
)
def _selftest(args: argparse.Namespace) -> int:
    from triage.case import Case, known_answers
    from triage.selftest import trial

    if args.folder and args.folder.exists() and (not args.folder.is_dir() or any(args.folder.iterdir())):
        raise CaseError("selftest-folder-not-empty", path=args.folder)
    matrix = trial.run(args.folder)
    lines = list(matrix_lines(matrix))
    if not known_answers.store_in_cache(matrix):
        lines.append("The result couldn't be kept in your cache folder, so new cases won't have it by themselves.")
    show(args, matrix, lines)
    if args.case:
        with Case.open(args.case) as case:
            case.verification.keep_matrix(matrix)
        if not args.json:
            print(f"Stored with the case {args.case}.")
    return 0 if matrix.held else 1


def matrix_lines(matrix: Matrix) -> Iterator[str]:
    from triage.case.known_answers import LIBRARIES

    yield from _matrix_table(matrix)
    for title, group in (("missed", matrix.missed), ("elsewhere", matrix.elsewhere)):
        for a in group:
            where = f", it was found in {a.said}" if a.said else ""
            yield f"{title}: {a.format}, {a.column}, {a.place}, {a.language}: {a.word}{where}"
    yield from _forbidden(matrix)
    for name, reason in matrix.untested:
        yield f"no canaries: {name}: {reason}"
    yield "Libraries that read or search; what isn't named, Triage reads by code of its own:"
    for name, version in matrix.versions:
        if name in LIBRARIES:
            yield f"  {name} {'(not installed)' if version == 'none' else version}: {LIBRARIES[name]}"


def _matrix_table(matrix: Matrix) -> Iterator[str]:
    from triage.selftest.documents import COLUMNS

    columns = [column for column in COLUMNS if any(a.column == column for a in matrix.answers)]
    rows = [(name, *(matrix.cell(name, column) or "." for column in columns)) for name in matrix.formats]
    yield from table({"format": 0, **{column[:5]: 0 for column in columns}}, rows)
    yield "+ found in every language   ~ found, under another origin   ! missed   . not applicable"
    hits = len(matrix.answers) - len(matrix.missed)
    yield f"{hits:,} of {len(matrix.answers):,} canaries found in {matrix.seconds:.1f} s."


def _forbidden(matrix: Matrix) -> Iterator[str]:
    for canary in matrix.leaks:
        yield f"LEAK: {canary.word} from {canary.place} stands in {', '.join(canary.traces)}"
    if not matrix.control:
        yield "The look for traces of forbidden canaries doesn't find a word that is there: it proves nothing."
    if matrix.forbidden and not matrix.leaks and matrix.control:
        places = ", ".join(dict.fromkeys(canary.place for canary in matrix.forbidden))
        yield f"Canaries in forbidden places appear in no search, file, database or ledger: {places}."


@command(
    "inspect",
    "Print as JSON everything that is read from one file: its items, their text by origin, and the problems.",
    (
        Option("file", type=Path, help="the file"),
        Option("--password", action="append", default=[], help="a password to try on encrypted files"),
    ),
    uncounted="It reads one file outside any case.",
)
def _inspect(args: argparse.Namespace) -> int:
    from triage.case import inspect

    parts, troubles = inspect(args.file, tuple(args.password))
    items = [
        {
            "id": p.member or "file",
            "parent": (p.member.rpartition(".")[0] or "file") if p.member else None,
            "name": p.name,
            "type": p.type,
            "size": p.size,
            "subject": p.subject or None,
            "from": p.sender or None,
            "to": p.to,
            "cc": p.cc,
            "bcc": p.bcc,
            "date": p.date_raw or None,
            "message_id": p.message_id or None,
            "mih": p.mih or None,
            "properties": _joined(p.properties, "; "),
            "segments": _joined(p.segments, "\n"),
        }
        for p in parts
    ]
    problems = [{"code": c, "message": s, "item": m or "file"} for c, s, m in troubles]
    print_json({"items": items, "problems": problems})
    return 0


def _joined(pairs: list[tuple[str, str]], between: str) -> dict[str, str]:
    values: dict[str, str] = {}
    for name, value in pairs:
        values[name] = f"{values[name]}{between}{value}" if name in values else value
    return values
