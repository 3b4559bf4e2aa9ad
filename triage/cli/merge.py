"""``triage merge``: take over the decisions of another copy of the case."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

from triage.cli import terminal
from triage.messages import render
from triage.model.team import Disagreement, LastWord, MergeReport

HELP = "Take over another copy's decisions, batches and samples; nothing is overwritten, disagreements are listed."

_LISTED = 20


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("case", type=Path, help="the case's folder")
    parser.add_argument("other", type=Path, help="another copy's folder, which is only read, or its decision file")
    parser.add_argument("--seal", default="", metavar="HEX", help="the file's checksum, as stated by the sender")
    parser.add_argument("--dry-run", action="store_true", help="state what would be done, and change nothing")
    parser.add_argument("--reviewer", help="who merges (default: the name you are logged in under)")
    parser.add_argument("--json", action="store_true", help="print the report as JSON, with all conflicts")


def run(args: argparse.Namespace) -> int:
    """Merge and print what came in."""
    from triage.case import Case

    with Case.open(args.case) as case:
        said = case.team.merge(args.other, terminal.reviewer(args.reviewer), args.seal, args.dry_run)
        case.decisions.purge_sealed()
    if args.json:
        terminal.print_json(said)
        return 0
    for line in _lines(said):
        print(terminal.safe(line))
    print_differing(said.conflicts)
    if said.disputed:
        print(f"Reviewers disagree on {said.disputed:,} items by now: triage decisions {args.case}")
    return 0


def _lines(said: MergeReport) -> Iterator[str]:
    if said.dry:
        yield "Nothing has been changed. A merge would do this:"
    if not said.same_case:
        yield f"'{said.other}' did not start as a copy of this case; its decisions concern items that both have."
    yield f"{said.other}: {said.offered:,} records, {said.known:,} known here, {said.added:,} new"
    if said.reviewers:
        whose = ", ".join(f"{name} {count:,}" for name, count in said.reviewers)
        yield f"New decisions: {whose}; {len(said.changed):,} items change their coding"
    if said.batches or said.samples:
        yield f"New: {said.batches:,} batches, {said.samples:,} samples"
    if said.aside:
        yield f"{said.aside:,} decisions are stored for items that this copy doesn't have: these apply once indexed"
    if said.adopted:
        yield f"{said.adopted:,} decisions stored earlier apply now: their items have been indexed"
    yield from map(render, said.notes)


def print_differing(conflicts: Sequence[Disagreement]) -> None:
    """Print where two reviewers differ."""
    if not conflicts:
        print("No two reviewers disagree.")
        return
    print(f"{len(conflicts):,} conflicts; nothing was overwritten, decide again where it matters (is:disputed):")
    rows = [(c.id, c.about, _word(c.ours), _word(c.theirs), c.stands or "-") for c in conflicts[:_LISTED]]
    print(terminal.table(("item", "about", "one", "other", "stands"), rows, (20, 20, 40, 40, 30)))
    if len(conflicts) > _LISTED:
        print(f"and {len(conflicts) - _LISTED:,} more (--json lists all)")


def _word(said: LastWord) -> str:
    what = said.value if said.action == "note" else f"{said.action} {said.value}"
    return f"{said.reviewer}: {what}, {said.time[:16]}"
