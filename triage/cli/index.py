"""``triage index``: read what the scope allows into the case."""

from __future__ import annotations

import argparse
import gc
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec

from triage.cli import json_lines, run_progress, terminal
from triage.errors import PROBLEM_CODES, CaseError, TriageError
from triage.messages import decode, render
from triage.model.runs import Progress, RunReport

HELP = "Read everything the scope allows that is new or changed; a stopped run resumes where it stopped."

_COLLECTED = (20_000, 20, 20)
"""How seldom Python looks for cycles, as in readers: a run makes many objects and few cycles."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    terminal.case_arguments(parser)
    parser.add_argument("only", nargs="*", type=Path, metavar="PATH", help="read only these files or folders")
    parser.add_argument(
        "--retry",
        action="append",
        default=[],
        metavar="CODE",
        help="read again whatever has this problem; items opened by a password only together with --passwords",
    )
    parser.add_argument(
        "--passwords",
        type=Path,
        metavar="FILE",
        help="try these on encrypted files, one per line; implies their retry; - reads them from standard input"
        " up to an empty line",
    )
    parser.add_argument(
        "--scheduler",
        default="",
        metavar="ADDRESS",
        help="have the workers of a Dask cluster read, tls://host:8786; sources are opened here (see docs/scale.md)",
    )
    parser.add_argument(
        "--rebuild", action="store_true", help="make the search index anew from the stored texts, and open no source"
    )
    terminal.key_arguments(parser)
    json_lines.arguments(parser)


def run(args: argparse.Namespace) -> int:
    """Index, show progress, print the report."""
    gc.set_threshold(*_COLLECTED)
    if args.rebuild:
        return _rebuild(args)
    retry, passwords = list(args.retry), _passwords(args.passwords)
    unknown = next((code for code in retry if code not in PROBLEM_CODES), None)
    if unknown:
        raise CaseError("problem-code-bad", code=unknown, known=", ".join(PROBLEM_CODES))
    if passwords:
        retry.append("encrypted")
    with terminal.open_case(args) as case, json_lines.stopping(args) as stop:
        if args.progress:
            progress: Callable[[Progress], None] | None = json_lines.progress(msgspec.to_builtins, stop)
        else:
            progress = None if args.json and not sys.stderr.isatty() else run_progress.ProgressLine()
        report = case.index(args.only, progress, stop, retry=retry, passwords=passwords, scheduler=args.scheduler)
        problems, args.extent = case.status().problems, report.extent
    if args.progress:
        _prove(args, report)
        json_lines.print_result(args, report)
    else:
        terminal.show(args, report, _lines(report, problems, args.case))
        if sentence := _prove(args, report):
            print(sentence, file=sys.stderr if args.json else sys.stdout)
    return 130 if report.stopped else 0


def _rebuild(args: argparse.Namespace) -> int:
    if args.only or args.retry or args.passwords:
        raise CaseError("rebuild-reads-nothing")
    with terminal.open_case(args) as case:
        count = case.verification.rebuild_index()
    items = terminal.count(count, "item")
    terminal.show(args, {"items": count}, [f"The search index was made anew from the texts of {items}."])
    return 0


def _lines(report: RunReport, problems: int, case: Path) -> Iterator[str]:
    rate = report.items / report.seconds if report.seconds else 0
    yield (
        f"{terminal.count(report.seen, 'file')} seen: {report.indexed:,} read, {report.unchanged:,} unchanged,"
        f"{f' {report.moved:,} moved,' if report.moved else ''}"
        f" {report.failed:,} could not be read, {report.denied:,} denied by the scope."
    )
    if report.denied_members:
        members = terminal.count(report.denied_members, "item inside a file was", "items inside files were")
        yield f"{members} denied by the scope and not extracted."
    yield f"{terminal.count(report.items, 'item')} read in {report.seconds:.1f} s ({rate:,.0f}/s)."
    if report.vanished:
        vanished = terminal.count(report.vanished, "file of earlier runs has", "files of earlier runs have")
        yield f"{vanished} vanished; what was read is kept (is:vanished)."
    for rule in report.idle_rules:
        yield f"The rule '{rule}' of scope.toml denied nothing. If it should have, correct its glob (see the docs)."
    if problems:
        yield f"{terminal.count(problems, 'problem')} on record. Details: triage problems {case}"
    yield from terminal.confinement(report)
    if report.unsigned:
        yield render(decode(report.unsigned))
    if report.stopped:
        yield "Stopped before the end."


def _prove(args: argparse.Namespace, report: RunReport) -> str:
    """Store what these versions find of planted words with the case; return a sentence about it, "" for nothing new.

    It is made once for a set of versions; where it can't be made, ``triage verify`` says so as well.
    """
    from triage.case import known_answers

    if report.stopped:
        return ""
    try:
        with terminal.open_case(args) as case:
            if not case.verification.wants_matrix:
                return ""
            from triage.selftest import trial  # it loads every parser

            matrix = trial.attach(case)
    except (TriageError, OSError) as error:
        return f"The known-answer test couldn't be made ({error}). Later: triage selftest --case {args.case}"
    if matrix is None:
        return ""
    return f"Known-answer test of this version: {render(known_answers.summary(matrix))}; stored with the case."


def _passwords(path: Path | None) -> list[str]:
    if path is None:
        return []
    if path == Path("-"):
        return list(json_lines.lines_to_empty())
    try:
        return path.read_text("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise CaseError("passwords-unreadable", path=path, error=error) from error
