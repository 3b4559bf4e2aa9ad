"""``triage produce``: numbered documents with load files, as a protocol says."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from triage.cli import json_lines, terminal
from triage.errors import CaseError
from triage.model.productions import BEGUN, NATIVE, SHEET, WITHHELD, Production, ProductionReport

HELP = "Produce numbered documents with load files that review platforms import, or list what was produced."


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    terminal.case_arguments(parser, reviewer=True)
    parser.add_argument("target", type=Path, nargs="?", help="folder to make; it must not exist, or be empty")
    parser.add_argument("--protocol", type=Path, metavar="FILE", help="what the parties agreed on, as TOML")
    parser.add_argument("--dry-run", action="store_true", help="count what would be produced, and write nothing")
    terminal.key_arguments(parser)
    json_lines.arguments(parser)


def run(args: argparse.Namespace) -> int:
    """Produce and print where to, or list productions."""
    with terminal.open_case(args) as case, json_lines.stopping(args) as stop:
        if args.protocol is None:
            made = case.export.productions.all_of()
            return terminal.show(args, made, _listed(made))
        protocol = _text(args.protocol)
        if args.dry_run or args.target is None:
            counts = case.export.productions.plan(protocol)
            return terminal.show(args, counts, [_counted(counts)])
        progress = json_lines.counts(args, stop, "producing", "document")
        report = case.export.productions.produce(args.target, protocol, terminal.reviewer(args), progress, stop)
    if args.progress:
        json_lines.print_line(report=asdict(report))
    elif args.json or not report.stopped:
        terminal.show(args, report, _lines(report))
    return 130 if report.stopped else 0


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8-sig")
    except UnicodeDecodeError:
        raise CaseError("file-unreadable", path=path, error="it isn't text in UTF-8") from None
    except OSError as error:
        raise CaseError("file-unreadable", path=path, error=error.strerror) from None


def _counted(counts: dict[str, int]) -> str:
    said = {NATIVE: "as originals", SHEET: "as text alone", WITHHELD: "withheld"}
    return ", ".join(f"{counts.get(treatment, 0):,} {words}" for treatment, words in said.items())


def _lines(report: ProductionReport) -> Iterator[str]:
    gone_on = ", gone on with" if report.resumed else ""
    yield f"{report.name}{gone_on}: {report.first} to {report.last} in {report.folder}, {report.files:,} files."
    yield f"{terminal.count(report.documents, 'document')}: {_counted(dict(report.treatments))}."
    yield from (f"without its original: {item[:10]}: {why}" for item, why in report.missing)
    yield f"The checksum of its list of files, to be sent separately: {report.seal}"


def _listed(made: list[Production]) -> Iterator[str]:
    if made:
        rows = [(p.name, p.prefix, p.first, p.last, p.time[:16].replace("T", " "), _state(p)) for p in made]
        yield terminal.table({"Production": 24, "Prefix": 12, "First": 9, "Last": 9, "Begun": 16, "": 40}, rows)
    yield f"{terminal.count(len(made), 'production is', 'productions are')} on record."


def _state(made: Production) -> str:
    return "not finished; its numbers stay reserved" if made.state == BEGUN else ""
