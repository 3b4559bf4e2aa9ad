"""``triage near``: find near-duplicates, items whose words are nearly the same."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from pathlib import Path

from triage.cli import json_lines, terminal

HELP = "Find near-duplicates: items whose words are nearly the same. Nothing is coded or hidden."


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("case", type=Path, help="the case's folder")
    terminal.output_arguments(parser)
    json_lines.arguments(parser)


def run(args: argparse.Namespace) -> int:
    """Compare all texts, and print how many are near-duplicates."""
    with terminal.open_case(args) as case, json_lines.stopping(args) as stop:
        progress = json_lines.counts(args, stop, "comparing", "text")
        report = case.reports.find_near_duplicates(progress, stop.is_set)
    if args.progress:
        json_lines.print_line(report=asdict(report) if report else None)
    elif report:
        near = f"{terminal.count(report.near, 'text')} in {terminal.count(report.groups, 'group')} of near-duplicates"
        terminal.show(args, report, [f"{terminal.count(report.compared, 'different text')} compared: {near}."])
    return 0 if report else 130
