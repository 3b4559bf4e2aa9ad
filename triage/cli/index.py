"""``triage index``: read what the scope allows into the case."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from threading import Event
from typing import TextIO

from triage.cli import json_lines, terminal
from triage.errors import PROBLEM_CODES, CaseError, TriageError
from triage.messages import render
from triage.model.items import Progress, RunReport

HELP = "Read everything the scope allows that is new or changed; a stopped run resumes where it stopped."


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("case", type=Path, help="the case's folder")
    parser.add_argument("only", nargs="*", type=Path, metavar="PATH", help="read only these files or folders")
    parser.add_argument(
        "--retry",
        action="append",
        default=[],
        metavar="CODE",
        help="read again whatever has this problem; items opened by a password only together with --passwords",
    )
    parser.add_argument(
        "--passwords", type=Path, metavar="FILE", help="try these on encrypted files, one per line; implies their retry"
    )
    parser.add_argument("--json", action="store_true", help="print the report as JSON")
    json_lines.arguments(parser)


def run(args: argparse.Namespace) -> int:
    """Index, show progress, print the report."""
    from triage.case import Case

    retry, passwords = list(args.retry), _passwords(args.passwords)
    unknown = next((code for code in retry if code not in PROBLEM_CODES), None)
    if unknown:
        raise CaseError("problem-code-bad", code=unknown, known=", ".join(PROBLEM_CODES))
    if passwords:
        retry.append("encrypted")
    with Case.open(args.case) as case, (json_lines if args.progress else terminal).stopping() as stop:
        report = case.index(args.only, _progress(args, stop), stop, retry=retry, passwords=passwords)
        problems = case.status().problems
    if args.progress:
        _prove(args.case, report)
        json_lines.print_report(report)
    elif args.json:
        terminal.print_json(report)
        _prove(args.case, report, sys.stderr)
    else:
        _print(report, problems, args.case)
        _prove(args.case, report, sys.stdout)
    return 130 if report.stopped else 0


def _progress(args: argparse.Namespace, stop: Event) -> Callable[[Progress], None] | None:
    if args.progress:
        return json_lines.progress(asdict, stop)
    return None if args.json and not sys.stderr.isatty() else terminal.ProgressLine()


def _print(report: RunReport, problems: int, case: Path) -> None:
    rate = report.items / report.seconds if report.seconds else 0
    print(
        f"{report.seen:,} files seen: {report.indexed:,} read, {report.unchanged:,} unchanged,"
        f" {report.failed:,} could not be read, {report.denied:,} denied by the scope."
    )
    print(f"{report.items:,} new items in {report.seconds:.1f} s ({rate:,.0f}/s).")
    for rule in report.idle_rules:
        print(f"The rule '{rule}' of scope.toml denied nothing. If it should have, correct its glob (see the docs).")
    if problems:
        print(f"{problems:,} problems on record. Show them: triage problems {case}")
    if report.stopped:
        print(f"Stopped before the end. Run it again to resume: triage index {case}")


def _prove(path: Path, report: RunReport, out: TextIO | None = None) -> None:
    """Store what these versions find of planted words with the case, and say so where there is somebody to read it.

    It is made once for a set of versions; where it can't be made, ``triage verify`` says so as well.
    """
    from triage.case import Case, known_answers
    from triage.selftest import trial

    if report.stopped:
        return
    try:
        with Case.open(path) as case:
            matrix = trial.attach(case)
        if matrix is None:
            return
    except (TriageError, OSError) as error:
        sentence = f"The known-answer test couldn't be made ({error}). Later: triage selftest --case {path}"
    else:
        sentence = f"Known-answer test of this version: {render(known_answers.summary(matrix))}; stored with the case."
    if out is not None:
        print(sentence, file=out)


def _passwords(path: Path | None) -> list[str]:
    if path is None:
        return []
    try:
        return path.read_text("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise CaseError("passwords-unreadable", path=path, error=error) from error
