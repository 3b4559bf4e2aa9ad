"""``triage export``: findings leave as a folder that proves itself."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from msgspec.structs import replace

from triage.case import Case
from triage.cli import delivery, json_lines, query_text, terminal
from triage.errors import ExportError
from triage.model.items import ExportReport
from triage.model.leaving import BELONGING, CHOICES, DATE, FAMILY, ORDERS, PARTS, Arrangement, ReportProfile

HELP = "Export what a query finds: originals, texts, table, reports and a manifest that anyone can check."


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    terminal.case_arguments(parser, reviewer=True)
    parser.add_argument("target", type=Path, nargs="?", help="folder to make; it must not exist, or be empty")
    query_text.arguments(parser, "what to export (default: every tag that marks a finding)", option=True)
    what = "what to do with privileged items and what belongs to them; without it, the export stops where there are any"
    parser.add_argument("--privileged", choices=CHOICES["privileged"], default="", help=what)
    what = "what to do with redacted items and what holds them: export them without what is redacted, with pages in "
    what += "place of originals; leave them out; or as they are. Without it, the export stops where there are any"
    parser.add_argument("--redactions", choices=CHOICES["redactions"], default="", help=what)
    delivery.decision_arguments(parser)
    what = (
        f"export also what belongs to the items; families are completed with thread and copies, too (default: {FAMILY})"
    )
    parser.add_argument("--with", dest="belonging", choices=BELONGING, help=what)
    how = f"how the report orders its findings (default: {DATE}); with a heading for each by all others"
    parser.add_argument("--order", choices=ORDERS, help=how)
    what = "leave a part of each finding out of the report; may be given several times"
    parser.add_argument("--without", choices=PARTS, action="append", default=[], help=what)
    parser.add_argument("--cover", type=Path, metavar="FILE", help="a text (UTF-8) for the beginning of the report")
    what = "a profile kept in the case, for the report and what belongs to its items; options given count more; -: "
    what += "named on standard input"
    parser.add_argument("--profile", metavar="NAME", help=what)
    what = "keep the options given as a profile of this name, in place of an earlier one"
    parser.add_argument("--save-profile", metavar="NAME", help=what)
    terminal.key_arguments(parser)
    json_lines.arguments(parser)


def run(args: argparse.Namespace) -> int:
    """Export and print where to."""
    if args.profile == "-":  # said where others on the machine can't read it, and before the input's end means to stop
        args.profile = json_lines.first_line()
    decided = delivery.decided(args, CHOICES)
    if args.target is None and not args.dry_run:
        raise ExportError("export-nowhere")
    with terminal.open_case(args) as case, json_lines.stopping(args) as stop:
        profile = _profile(args, case)
        query = args.query or case.export.proposed_query()
        if args.dry_run:
            total, stops, left_out = case.export.plan(query, decided, profile.belonging)
            said = f"{terminal.count(total, 'item')} would be exported, but for what is left out by decision."
            return delivery.show_lines(args, case, stops, decided, said, left_out)
        progress = json_lines.counts(args, stop, "exporting", "item")
        report = case.export.bundle(
            args.target,
            query,
            terminal.reviewer(args),
            progress,
            stop,
            decided=decided,
            belonging=profile.belonging,
            arrangement=profile.arrangement,
        )
    return json_lines.print_report(args, report, _lines(report))


def _profile(args: argparse.Namespace, case: Case) -> ReportProfile:
    """Return what was chosen of the report, and keep it as a profile where that is asked for."""
    kept = ReportProfile("", Arrangement())
    if args.profile:
        kept = case.export.profile(args.profile)
    before = kept.arrangement
    cover = terminal.read_text(args.cover) if args.cover else before.cover
    arrangement = Arrangement(args.order or before.order, frozenset(args.without) or before.without, cover)
    chosen = replace(
        kept, name=args.save_profile or "", arrangement=arrangement, belonging=args.belonging or kept.belonging
    )
    return case.export.save_profile(chosen, terminal.reviewer(args)) if args.save_profile else chosen


def _lines(report: ExportReport) -> Iterator[str]:
    also = f" ({report.renditions:,} of them as mail messages too)" if report.renditions else ""
    belonging = f" ({report.belonging:,} of them belong to what the query finds)" if report.belonging else ""
    yield (
        f"{terminal.count(report.findings, 'finding')}{belonging} in {report.folder}: "
        f"{terminal.count(report.natives, 'original')}{also}, "
        f"{terminal.count(report.files, 'file')} in all."
    )
    yield from (f"without its original: {item[:10]}: {why}" for item, why in report.missing)
    yield from (f"not converted to a mail message: {item[:10]}: {why}" for item, why in report.unconverted)
    if report.redacted:
        yield f"without what is redacted, and without their originals: {terminal.count(report.redacted, 'finding')}"
    yield from delivery.faded(report.faded)
    counted = Counter(other for _, other in report.quotations)
    yield from (f"{other} says words redacted in: {terminal.count(n, 'other item')}" for other, n in counted.items())
    yield from delivery.left_out(report.left_out)
    yield from delivery.lines(report)
