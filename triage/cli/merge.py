"""``triage merge``: take over the decisions of another copy of the case, or write those of this one for it."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from triage.cli import terminal
from triage.cli.seal import clear_traces
from triage.messages import decode, render
from triage.model.team import Disagreement, LastWord, MergeReport

if TYPE_CHECKING:
    from triage.case import Case

HELP = "Take over another copy's decisions, batches and samples, or write them; nothing is overwritten."

_LISTED = 20


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    terminal.case_arguments(parser, reviewer=True)
    terminal.read_only_argument(parser)
    what = "another copy's folder, which is only read, or its decision file (none: list where two reviewers differ)"
    either = parser.add_mutually_exclusive_group()
    either.add_argument("other", type=Path, nargs="?", help=what)
    what = "write all decisions to this new file instead, which another copy of the case can merge"
    either.add_argument("--write", type=Path, metavar="FILE", help=what)
    terminal.key_arguments(parser)
    parser.add_argument("--seal", default="", metavar="HEX", help="the file's checksum, as stated by the sender")
    parser.add_argument("--unsigned", action="store_true", help="also take over what isn't signed, except seals")
    parser.add_argument(
        "--approver", default="", metavar="KEY", help="take over the roster that this key, its first approver's, began"
    )
    parser.add_argument("--dry-run", action="store_true", help="state what would be done, and change nothing")


def run(args: argparse.Namespace) -> int:
    """Merge and print what came in; or write the decisions, or list the disagreements."""
    with terminal.open_case(args) as case:
        if args.write:
            return _write(case, args)
        if args.other is None:
            conflicts = case.team.disagreements()
            return terminal.show(args, conflicts, conflict_lines(conflicts))
        report = case.team.merge(
            args.other, terminal.reviewer(args), args.seal, args.dry_run, args.unsigned, args.approver
        )
        code = clear_traces(case)
    return terminal.show(args, report, _lines(report, args.case)) or code


def _write(case: Case, args: argparse.Namespace) -> int:
    """Write the file and print its seal."""
    file = case.team.export_decisions(args.write)
    lines = [
        f"{file.path}: {terminal.count(file.decisions, 'decision')}, "
        f"{terminal.count(file.batches, 'batch', 'batches')}, {terminal.count(file.samples, 'sample')}, "
        f"{terminal.count(file.steps, 'step')} of work in them",
        f"seal {file.seal}",
        "Send the checksum through a different channel: triage merge CASE FILE --seal checks it.",
    ]
    if file.unsigned:
        print(render(decode(file.unsigned)), file=sys.stderr)
    return terminal.show(args, file, lines)


def _lines(report: MergeReport, case: Path) -> Iterator[str]:
    if report.dry:
        yield "Nothing has been changed. A merge would do this:"
    if not report.same_case:
        yield f"'{report.other}' did not start as a copy of this case; its decisions concern items that both have."
    records = terminal.count(report.offered, "record")
    yield f"{report.other}: {records}, {report.known:,} known here, {report.added:,} new"
    if report.reviewers:
        whose = ", ".join(f"{name} {count:,}" for name, count in report.reviewers)
        changed = terminal.count(len(report.changed), "item changes its", "items change their")
        yield f"New decisions: {whose}; {changed} coding"
    if report.batches or report.samples:
        yield f"New: {terminal.count(report.batches, 'batch', 'batches')}, {terminal.count(report.samples, 'sample')}"
    if report.aside:
        yield f"{report.aside:,} decisions are stored for items that this copy doesn't have: these apply once indexed"
    if report.adopted:
        yield f"{report.adopted:,} decisions stored earlier apply now: their items have been indexed"
    yield from map(render, report.notes)
    yield from conflict_lines(report.conflicts)
    if report.disputed:
        yield f"Reviewers disagree on {terminal.count(report.disputed, 'item')} by now: triage merge {case}"


def conflict_lines(conflicts: Sequence[Disagreement]) -> Iterator[str]:
    """Yield where two reviewers differ."""
    if not conflicts:
        yield "No two reviewers disagree."
        return
    count = terminal.count(len(conflicts), "conflict")
    yield f"{count}; nothing was overwritten, decide again where it matters (is:disputed):"
    rows = [(c.id, c.about, _word(c.ours), _word(c.theirs), c.stands or "-") for c in conflicts[:_LISTED]]
    yield from terminal.table({"item": 20, "about": 20, "one": 40, "other": 40, "stands": 30}, rows, len(conflicts))


def _word(word: LastWord) -> str:
    decision = word.value if word.action == "note" else f"{word.action} {word.value}"
    return f"{word.reviewer}: {decision}, {word.time[:16]}"
