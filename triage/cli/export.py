"""``triage export``: findings leave as a folder that proves itself."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from triage.cli import json_lines, terminal
from triage.model.items import ExportReport

HELP = "Export what a query finds: originals, texts, table, reports and a manifest that anyone can check."


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("case", type=Path, help="the case's folder")
    parser.add_argument("target", type=Path, help="folder to make; it must not exist, or be empty")
    parser.add_argument(
        "--query",
        default="tag:relevant",
        help="what to export (default: tag:relevant); -: the first line of standard input",
    )
    parser.add_argument("--reviewer", help="who exports (default: the name you are logged in under)")
    parser.add_argument("--json", action="store_true", help="print the report as JSON")
    json_lines.arguments(parser)


def run(args: argparse.Namespace) -> int:
    """Export and print where to."""
    from triage.case import Case

    query = json_lines.first_line() if args.query == "-" else args.query
    with Case.open(args.case) as case, (json_lines if args.progress else terminal).stopping() as stop:
        progress = json_lines.progress(_counts, stop) if args.progress else _show
        report = case.export.bundle(args.target, query, terminal.reviewer(args.reviewer), progress, stop)
    if args.progress:
        json_lines.print_report(report)
    elif args.json:
        terminal.print_json(report)
    elif not report.stopped:
        _print(report)
    return 130 if report.stopped else 0


def _counts(done: int, total: int) -> dict[str, int]:
    return {"done": done, "total": total}


def _show(done: int, total: int) -> None:
    if sys.stderr.isatty():
        sys.stderr.write(f"\rexporting: {done:,} of {total:,} items" + ("\n" if done == total else ""))


def _print(report: ExportReport) -> None:
    also = f" ({report.renditions:,} of them as mail messages too)" if report.renditions else ""
    print(
        f"{report.findings:,} findings in {report.folder}: {report.natives:,} originals{also}, "
        f"{report.files:,} files in all."
    )
    for item, why in report.missing:
        print(f"without its original: {item[:10]}: {terminal.safe(why)}")
    for item, why in report.unconverted:
        print(f"not converted to a mail message: {item[:10]}: {terminal.safe(why)}")
    print(f"Its checksum, to be sent separately: {report.seal}")
    print(f"Check it with: triage verify {report.folder}")
