"""``triage status``: the sums of a case."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from pathlib import Path

from triage.cli import terminal

HELP = "Show the sums: every file found is an item, a problem or a denial, and how far the items can be searched."


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("case", type=Path, help="the case's folder")
    parser.add_argument("--json", action="store_true", help="print it as JSON")


def run(args: argparse.Namespace) -> int:
    """Print the sums; exit code 1 where they don't add up."""
    from triage.case import Case

    with Case.open(args.case) as case:
        s = case.status()
    if args.json:
        terminal.print_json({**asdict(s), "adds_up": s.adds_up})
        return 0 if s.adds_up else 1
    print(f"{s.name} (engine {s.engine}), last whole run ended {s.last_run or 'never: run triage index'}")
    print(
        f"Files   {s.files:,} found = {s.with_items:,} became items + {s.failed:,} not readable + {s.denied:,} denied"
    )
    if not s.adds_up:
        print("        THESE DON'T ADD UP: run triage index again, then triage verify")
    how_far = f"{s.fully:,} fully searchable, {s.partly:,} partly, {s.not_searchable:,} not"
    sealed = f" ({s.sealed:,} sealed)" if s.sealed else ""
    print(f"Items   {s.items:,}: {how_far}{sealed}; {s.problems:,} problems")
    print(f"Coding  {s.tagged:,} items tagged, {s.decisions:,} decisions" + _list(s.tags))
    print("Types  " + _list(s.types[:12])[1:])
    print("Custodians" + _list(s.custodians[:12])[1:])
    return 0 if s.adds_up else 1


def _list(pairs: tuple[tuple[str, int], ...]) -> str:
    return ": " + ", ".join(f"{name} {count:,}" for name, count in pairs) if pairs else ""
