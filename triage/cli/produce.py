"""``triage produce``: numbered documents with load files, as a protocol says."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

from triage.cli import delivery, json_lines, terminal
from triage.errors import ExportError
from triage.model.leaving import (
    BEGUN,
    IMAGES,
    NATIVE,
    PRODUCTION_CHOICES,
    REBUILT,
    SHEET,
    TREATMENTS,
    WITHHELD,
    Production,
    ProductionReport,
)

HELP = "Produce numbered documents with load files for review platforms, or list the productions."


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    terminal.case_arguments(parser, reviewer=True)
    parser.add_argument("target", type=Path, nargs="?", help="folder to make; it must not exist, or be empty")
    parser.add_argument(
        "--protocol", type=Path, metavar="FILE", help="what the parties have agreed on, as TOML; - reads a JSON string"
    )
    what = "what to do with items in a family with a privileged one that is withheld; without it, it stops for them"
    parser.add_argument("--privileged", choices=PRODUCTION_CHOICES["privileged"], default="", help=what)
    delivery.decision_arguments(parser)
    terminal.key_arguments(parser)
    json_lines.arguments(parser)


def run(args: argparse.Namespace) -> int:
    """Produce and print where to, or list productions."""
    protocol = _protocol(args.protocol)  # before anything else reads the standard input
    decided = delivery.decided(args, PRODUCTION_CHOICES)
    with terminal.open_case(args) as case, json_lines.stopping(args) as stop:
        if protocol is None:
            made = case.export.productions.all_of()
            return terminal.show(args, made, _listed(made))
        if args.dry_run or args.target is None:
            counts = case.export.productions.plan(protocol, decided)
            if not args.dry_run:
                return terminal.show(args, counts, [_counted(counts)])
            stops = case.export.productions.stops(protocol, decided)
            return delivery.show_lines(args, case, stops, decided, _counted(counts))
        progress = json_lines.counts(args, stop, "producing", "document")
        who = terminal.reviewer(args)
        report = case.export.productions.produce(args.target, protocol, who, progress, stop, decided)
    return json_lines.print_report(args, report, _lines(report))


def _protocol(path: Path | None) -> str | None:
    if path is None or str(path) != "-":
        return None if path is None else terminal.read_text(path)
    try:
        return str(json.loads(json_lines.first_line()))
    except ValueError as error:
        raise ExportError("protocol-not-toml", error=error) from error


_TREATED = {
    NATIVE: "natively",
    REBUILT: "without withheld attachments",
    IMAGES: "as page images",
    SHEET: "as text only",
    WITHHELD: "withheld",
}


def _counted(counts: dict[str, int]) -> str:
    shown = [one for one in TREATMENTS if one not in (REBUILT, IMAGES) or counts.get(one)]
    return ", ".join(f"{counts.get(treatment, 0):,} {_TREATED[treatment]}" for treatment in shown)


def _lines(report: ProductionReport) -> Iterator[str]:
    resumed = " (resumed)" if report.resumed else ""
    yield f"{report.name}{resumed}: {report.first} to {report.last} in {report.folder}, {report.files:,} files."
    yield f"{terminal.count(report.documents, 'document')}: {_counted(dict(report.treatments))}."
    yield from (f"without its original: {item[:10]}: {why}" for item, why in report.missing)
    yield from delivery.faded(report.faded)
    if report.clawed_back:
        documents = terminal.count(report.clawed_back, "document")
        yield f"clawed back from the production that this one replaces: {documents}; see replaced.xlsx"
    yield from (f"{other} quotes what is withheld or redacted in {one}" for one, other in report.quotations)
    yield from delivery.lines(report)


def _listed(made: list[Production]) -> Iterator[str]:
    if made:
        rows = [(p.name, p.prefix, p.first, p.last, p.time[:16].replace("T", " "), _state(p)) for p in made]
        yield from terminal.table({"Production": 24, "Prefix": 12, "First": 9, "Last": 9, "Begun": 16, "": 40}, rows)
    yield f"{terminal.count(len(made), 'production is', 'productions are')} on record."


def _state(made: Production) -> str:
    return "unfinished; its numbers stay reserved" if made.state == BEGUN else ""
