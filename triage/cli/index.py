"""``triage index``: read what the scope allows into the case, and report progress."""

from __future__ import annotations

import argparse
import gc
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from triage.cli.options import (
    PASSPHRASE,
    PROGRESS,
    READING,
    OneOf,
    Option,
    command,
    file,
    flag,
    lines_to_empty,
    several,
    text,
)
from triage.cli.running import open_case, progress_lines, stopping
from triage.cli.terminal import DONE, STOPPED, confinement, count, redraw, show
from triage.errors import PROBLEM_CODES, CaseError, TriageError
from triage.messages import decode, render, say

if TYPE_CHECKING:
    from triage.case import Case
    from triage.model.runs import Progress, RunReport

_COLLECTED = (20_000, 20, 20)
"""How seldom Python looks for cycles, as in readers: a run makes many objects and few cycles."""


@command(
    "index",
    "Read everything the scope allows that is new or changed; a stopped run resumes where it stopped.",
    (
        *READING,
        Option("only", nargs="*", type=Path, metavar="PATH", help="read only these files or folders"),
        several(
            "--retry",
            "CODE",
            "read again what has this problem; items opened with a password only together with --passwords",
        ),
        file(
            "--passwords",
            help="passwords for encrypted files, one per line; these files are read again; - reads standard input up to"
            " an empty line",
        ),
        text(
            "--scheduler",
            "let a Dask cluster parse files, such as tls://host:8786; sources are opened here (see docs/scale.md)",
            metavar="ADDRESS",
        ),
        flag("--rebuild", "rebuild the search index from the stored texts; no source is opened"),
        OneOf(
            flag("--moved", "the case's folder was moved: keep its index on the search cluster (see docs/scale.md)"),
            flag("--copied", "the case's folder is a copy: make an index of its own on the search cluster"),
        ),
        PASSPHRASE,
        PROGRESS,
    ),
)
def _index(args: argparse.Namespace) -> int:
    gc.set_threshold(*_COLLECTED)
    if args.rebuild:
        return _rebuild(args)
    retry, passwords = list(args.retry), _passwords(args.passwords)
    unknown = next((code for code in retry if code not in PROBLEM_CODES), None)
    if unknown:
        raise CaseError("problem-code-bad", code=unknown, known=", ".join(PROBLEM_CODES))
    if passwords:
        retry.append("encrypted")
    with open_case(args) as case, stopping(args) as stop:
        _claim(args, case)
        if args.progress:
            progress: Callable[[Progress], None] | None = progress_lines(msgspec.to_builtins, stop)
        else:
            progress = None if args.json and not sys.stderr.isatty() else ProgressLine()
        report = case.index(args.only, progress, stop, retry=retry, passwords=passwords, scheduler=args.scheduler)
        problems, args.extent = case.status().problems, report.extent
    if args.progress:  # the report ends what a program reads
        _prove(args, report)
    show(args, report, _lines(report, problems, args.case))
    if not args.progress and (sentence := _prove(args, report)):
        print(sentence, file=sys.stderr if args.json else sys.stdout)
    return STOPPED if report.stopped else DONE


def _rebuild(args: argparse.Namespace) -> int:
    if args.only or args.retry or args.passwords:
        raise CaseError("rebuild-reads-nothing")
    with open_case(args) as case:
        _claim(args, case)
        items = case.verification.rebuild_index()
    return show(args, {"items": items}, [f"The search index was rebuilt from the texts of {count(items, 'item')}."])


def _claim(args: argparse.Namespace, case: Case) -> None:
    if args.moved or args.copied:
        case.claim_index(moved=args.moved)


def _lines(report: RunReport, problems: int, case: Path) -> Iterator[str]:
    rate = report.items / report.seconds if report.seconds else 0
    yield (
        f"{count(report.seen, 'file')} seen: {report.indexed:,} read, {report.unchanged:,} unchanged,"
        f"{f' {report.moved:,} moved,' if report.moved else ''}"
        f" {report.failed:,} could not be read, {report.denied:,} denied by the scope."
    )
    if report.denied_members:
        members = count(report.denied_members, "item inside a file was", "items inside files were")
        yield f"{members} denied by the scope and not extracted."
    yield f"{count(report.items, 'item')} read in {report.seconds:.1f} s ({rate:,.0f}/s)."
    if report.kept:
        kept = count(report.kept, "item of mailboxes that grew was", "items of mailboxes that grew were")
        yield f"{kept} not read again: the bytes are those on record."
    if report.vanished:
        vanished = count(report.vanished, "file of earlier runs has", "files of earlier runs have")
        yield f"{vanished} vanished; what was read is kept (is:vanished)."
    for rule in report.idle_rules:
        yield f"The rule '{rule}' of scope.toml denied nothing. If it should have, correct its glob (see the docs)."
    if problems:
        yield f"{count(problems, 'problem')} on record. Details: triage problems {case}"
    yield from confinement(report)
    if report.unused_indexes:
        yield render(say("cluster-indexes-unused", indexes=", ".join(report.unused_indexes)))
    if report.unsigned:
        yield render(decode(report.unsigned))
    if report.stopped:
        yield "Stopped before the end."


def _prove(args: argparse.Namespace, report: RunReport) -> str:
    """Store with the case what these versions find of planted words; return a sentence about it, "" for nothing new."""
    from triage.case import known_answers

    if report.stopped:
        return ""
    try:
        with open_case(args) as case:
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
        return list(lines_to_empty())
    try:
        return path.read_text("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise CaseError("passwords-unreadable", path=path, error=error) from error


_OFTEN = 10.0
"""Seconds between two plain lines."""
_STAGES = {"linking": "Linking conversations ...", "merging": "Merging the index ...", "done": "Done."}


class ProgressLine:
    """Shows progress on standard error: one line drawn again on a terminal, else a plain line every ten seconds."""

    def __init__(self) -> None:
        self._terminal = sys.stderr.isatty()
        self._next = _OFTEN
        self._stage = "reading"

    def __call__(self, p: Progress) -> None:
        text = describe(p)
        if self._terminal:
            width = shutil.get_terminal_size().columns - 1
            redraw(text[:width].ljust(width))
            if p.stage == "done":
                redraw(" " * width)
                redraw("")
        elif p.stage != "done" and p.seconds >= (self._next if p.stage == self._stage else _OFTEN):
            self._next, self._stage = p.seconds + _OFTEN, p.stage
            print(text, file=sys.stderr)


def describe(p: Progress) -> str:
    rate = p.items / p.seconds if p.seconds else 0.0
    if p.stage != "reading":
        return f"{_STAGES[p.stage]}  {count(p.items, 'item')}"
    text = f"reading: {p.files:,}"
    if p.total_files and p.share is not None:
        share = p.share
        filled = int(share * 20)
        text = f"[{'#' * filled}{'.' * (20 - filled)}] {share:4.0%}  "
        text += f"{p.files:,} of {count(p.total_files, 'file')}"
        text += f"  {_duration(p.seconds * (1 - share) / share)} left" if share else ""
    return f"{text}  {count(p.items, 'item')}  {rate:,.0f}/s  {count(p.problems, 'problem')}"


def _duration(seconds: float) -> str:
    minutes, rest = divmod(int(seconds + 0.5), 60)
    return f"{minutes} min {rest} s" if minutes else f"{rest} s"
