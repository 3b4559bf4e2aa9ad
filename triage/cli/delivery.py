"""``triage export`` and ``produce``: a folder for somebody else, what is decided before, and what is stated last."""

from __future__ import annotations

import argparse
import csv
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from triage.cli.options import (
    DECIDING,
    PASSPHRASE,
    PROGRESS,
    Option,
    command,
    file,
    first_line,
    flag,
    query,
    read_text,
    several,
)
from triage.cli.running import counting, open_case, reviewer, stopping, write_tables
from triage.cli.terminal import DONE, STOPPED, confinement, count, show, table
from triage.errors import ExportError
from triage.messages import decode, render
from triage.model.leaving import (
    BEGUN,
    BELONGING,
    CHOICES,
    DATE,
    FAMILY,
    IMAGES,
    NATIVE,
    NEAR_MISS,
    NEAR_MISS_CHOICES,
    ORDERS,
    PARTS,
    PRODUCTION_CHOICES,
    REBUILT,
    SHEET,
    TREATMENTS,
    WITHHELD,
    Arrangement,
    Decided,
    Production,
    ProductionReport,
    ReportProfile,
    StopLine,
)
from triage.model.reports import Table

if TYPE_CHECKING:
    from triage.case import Case
    from triage.model.items import ExportReport

_HEAD = ("Decision", "Why", "Item or string", "Redacted words", "Times")
_WHY = {
    "privileged": "tagged privileged",
    "duplicate": "duplicate of a privileged item",
    "family": "family of a privileged item",
    "redacted": "redacted",
    "holder": "holds a redacted item",
    NEAR_MISS: "nearly a redacted word",
}


def _decided(args: argparse.Namespace, choices: Mapping[str, Sequence[str]]) -> Decided:
    """Return what is decided by the options that ``choices`` name and by the file of ``--decisions``."""
    given = {name: getattr(args, name) for name in choices}
    if args.decisions is None:
        return Decided(**given)
    if str(args.decisions) == "-":
        return Decided(**given, near_misses=json.loads(first_line()))
    made, near = _read_decisions(args.decisions, choices)
    return Decided(**{name: given[name] or made[name] for name in choices}, near_misses=near)


def _read_decisions(path: Path, choices: Mapping[str, Sequence[str]]) -> tuple[dict[str, str], dict[str, str]]:
    rows = csv.DictReader(read_text(path).splitlines(keepends=True))
    if missing := [name for name in _HEAD[:3] if name not in (rows.fieldnames or ())]:
        raise ExportError("decisions-unreadable", path=path, column=missing[0])
    kinds = {_WHY[kind]: StopLine(kind, ()).decided_as for kind in _WHY}
    made, near = {name: set[str]() for name in choices}, dict[str, str]()
    for row in rows:
        decision, name = (row["Decision"] or "").strip().lower(), kinds.get(row["Why"] or "", "")
        known = NEAR_MISS_CHOICES if name == "near_misses" else choices.get(name, ())
        if decision and decision not in known:
            raise ExportError(
                "decision-unknown", line=rows.line_num, path=path, decision=decision, known=", ".join(known)
            )
        if decision and name == "near_misses":
            near[(row["Item or string"] or "").removeprefix("'")] = decision
        elif name in made:
            made[name].add(decision)
    for some in made.values():
        if len(some) > 1:
            raise ExportError("decisions-differ", path=path, decisions=", ".join(sorted(some)))
    return {name: next(iter(some), "") for name, some in made.items()}, near


def _show_lines(
    args: argparse.Namespace,
    case: Case,
    lines: Sequence[StopLine],
    chosen: Decided,
    said: str,
    tags: Mapping[str, int] | None = None,
) -> int:
    """Print what would leave and what is to be decided, and write the latter to a file where one is named.

    ``tags`` counts by tag the tagged items that would be left out.
    """
    rows = [_row(case, line, chosen) for line in lines]
    if args.csv is not None:
        write_tables(args, Table("To be decided", (), (), _HEAD, tuple(map(_quoted, rows))))
    waiting = sum(not row[0] for row in rows)
    listed = table(dict.fromkeys(_HEAD, 40), rows) if rows else ()
    printed = [said, *_left_out((tags or {}).items()), *listed, f"To decide: {waiting:,}."]
    value = {"said": said, "lines": lines, "undecided": waiting, **({} if tags is None else {"left_out": tags})}
    return show(args, value, printed)


def _left_out(tags: Iterable[tuple[str, int]]) -> Iterator[str]:
    """Yield how many tagged items an export leaves out, a line a tag."""
    yield from (f"tagged {name}, but left out: {count(n, 'item')}" for name, n in tags)


def _row(case: Case, line: StopLine, chosen: Decided) -> tuple[str, ...]:
    if line.kind == NEAR_MISS:
        return chosen.on(line), _WHY[line.kind], line.text, line.near, str(line.count)
    (row,) = case.search.rows(list(line.nos))
    return chosen.on(line), _WHY[line.kind], f"{row.id} {row.subject or row.name}".rstrip(), "", ""


def _quoted(row: Sequence[str]) -> tuple[str, ...]:
    """Return a row in which each apostrophe at a beginning is double, as one of them is taken for that of a table."""
    return tuple(f"'{value}" if value.startswith("'") else value for value in row)


def _faded(pages: Iterable[str]) -> Iterator[str]:
    """Yield a line for each page that lacks pale marks of what it was drawn from."""
    yield from (f"{page}: the page lacks pale marks of its source; compare the two" for page in pages)


def _last_lines(report: ExportReport | ProductionReport) -> Iterator[str]:
    """Yield the last lines on an export or a production."""
    yield from confinement(report)
    if report.unsigned:
        yield render(decode(report.unsigned))
    yield f"Its checksum, to be sent separately: {report.seal}"
    yield f"Check it with: triage verify {report.folder}"


# ---- export


_TARGET = Option("target", type=Path, nargs="?", help="folder to make; it must not exist, or be empty")
_DECISIONS = (
    flag("--dry-run", "write nothing; say what would leave and what to decide"),
    file(
        "--csv",
        help="with --dry-run: write what is to be decided to a new file; fill in its first column and give it with"
        " --decisions",
    ),
    file(
        "--decisions",
        help="decisions on what is to be decided, as --csv writes it; other options count more; - reads a JSON object",
    ),
)
"""What lists the lines to decide, and what takes them back."""


@command(
    "export",
    "Export what a query finds: originals, texts, table, reports and a manifest that anyone can check.",
    (
        *DECIDING,
        _TARGET,
        *query("what to export (default: every tag that marks a finding)", option=True),
        Option(
            "--privileged",
            choices=CHOICES["privileged"],
            default="",
            help="what to do with privileged items and what belongs to them; without it, the export stops where"
            " there are any",
        ),
        Option(
            "--redactions",
            choices=CHOICES["redactions"],
            default="",
            help="what to do with redacted items and what holds them: export them without what is redacted, with"
            " pages in place of originals; leave them out; or as they are. Without it, the export stops where"
            " there are any",
        ),
        *_DECISIONS,
        Option(
            "--with",
            dest="belonging",
            choices=BELONGING,
            help="export also what belongs to the items; families are completed with thread and copies, too"
            f" (default: {FAMILY})",
        ),
        Option(
            "--order",
            choices=ORDERS,
            help=f"how the report orders its findings (default: {DATE}); with a heading for each by all others",
        ),
        several(
            "--without",
            None,
            "leave a part of each finding out of the report; may be given several times",
            choices=PARTS,
        ),
        file("--cover", help="a text (UTF-8) for the beginning of the report"),
        Option(
            "--profile",
            metavar="NAME",
            help="a profile kept in the case, for the report and what belongs to its items; options given count"
            " more; -: named on standard input",
        ),
        Option(
            "--save-profile",
            metavar="NAME",
            help="keep the options given as a profile of this name, in place of an earlier one",
        ),
        PASSPHRASE,
        PROGRESS,
    ),
)
def _export(args: argparse.Namespace) -> int:
    if args.profile == "-":  # said where others on the machine can't read it, and before the input's end means to stop
        args.profile = first_line()
    decided = _decided(args, CHOICES)
    if args.target is None and not args.dry_run:
        raise ExportError("export-nowhere")
    with open_case(args) as case, stopping(args) as stop:
        profile = _profile(args, case)
        query = args.query or case.export.proposed_query()
        if args.dry_run:
            total, stops, left_out = case.export.plan(query, decided, profile.belonging)
            said = f"{count(total, 'item')} would be exported, but for what is left out by decision."
            return _show_lines(args, case, stops, decided, said, left_out)
        progress = counting(args, stop, "exporting", "item")
        report = case.export.bundle(
            args.target,
            query,
            reviewer(args),
            progress,
            stop,
            decided=decided,
            belonging=profile.belonging,
            arrangement=profile.arrangement,
        )
    return show(args, report, () if report.stopped else _exported(report), STOPPED if report.stopped else DONE)


def _profile(args: argparse.Namespace, case: Case) -> ReportProfile:
    """Return what was chosen of the report, and keep it as a profile where that is asked for."""
    kept = ReportProfile("", Arrangement())
    if args.profile:
        kept = case.export.profile(args.profile)
    before = kept.arrangement
    cover = read_text(args.cover) if args.cover else before.cover
    arrangement = Arrangement(args.order or before.order, frozenset(args.without) or before.without, cover)
    chosen = replace(
        kept, name=args.save_profile or "", arrangement=arrangement, belonging=args.belonging or kept.belonging
    )
    return case.export.save_profile(chosen, reviewer(args)) if args.save_profile else chosen


def _exported(report: ExportReport) -> Iterator[str]:
    also = f" ({report.renditions:,} of them as mail messages too)" if report.renditions else ""
    belonging = f" ({report.belonging:,} of them belong to what the query finds)" if report.belonging else ""
    yield (
        f"{count(report.findings, 'finding')}{belonging} in {report.folder}: "
        f"{count(report.natives, 'original')}{also}, "
        f"{count(report.files, 'file')} in all."
    )
    yield from (f"without its original: {item[:10]}: {why}" for item, why in report.missing)
    yield from (f"not converted to a mail message: {item[:10]}: {why}" for item, why in report.unconverted)
    if report.redacted:
        yield f"without what is redacted, and without their originals: {count(report.redacted, 'finding')}"
    yield from _faded(report.faded)
    counted = Counter(other for _, other in report.quotations)
    yield from (f"{other} says words redacted in: {count(n, 'other item')}" for other, n in counted.items())
    yield from _left_out(report.left_out)
    yield from _last_lines(report)


# ---- production


@command(
    "produce",
    "Produce numbered documents with load files for review platforms, or list the productions.",
    (
        *DECIDING,
        _TARGET,
        file("--protocol", help="what the parties have agreed on, as TOML; - reads a JSON string"),
        Option(
            "--privileged",
            choices=PRODUCTION_CHOICES["privileged"],
            default="",
            help="what to do with items in a family with a privileged one that is withheld; or it stops for them",
        ),
        *_DECISIONS,
        PASSPHRASE,
        PROGRESS,
    ),
)
def _produce(args: argparse.Namespace) -> int:
    protocol = _protocol(args.protocol)  # before anything else reads the standard input
    decided = _decided(args, PRODUCTION_CHOICES)
    with open_case(args) as case, stopping(args) as stop:
        if protocol is None:
            made = case.export.productions.all_of()
            return show(args, made, _productions(made))
        if args.dry_run or args.target is None:
            counts = case.export.productions.plan(protocol, decided)
            if not args.dry_run:
                return show(args, counts, [_counted(counts)])
            stops = case.export.productions.stops(protocol, decided)
            return _show_lines(args, case, stops, decided, _counted(counts))
        progress = counting(args, stop, "producing", "document")
        who = reviewer(args)
        report = case.export.productions.produce(args.target, protocol, who, progress, stop, decided)
    return show(args, report, () if report.stopped else _produced(report), STOPPED if report.stopped else DONE)


def _protocol(path: Path | None) -> str | None:
    if path is None or str(path) != "-":
        return None if path is None else read_text(path)
    try:
        return str(json.loads(first_line()))
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


def _produced(report: ProductionReport) -> Iterator[str]:
    resumed = " (resumed)" if report.resumed else ""
    yield f"{report.name}{resumed}: {report.first} to {report.last} in {report.folder}, {report.files:,} files."
    yield f"{count(report.documents, 'document')}: {_counted(dict(report.treatments))}."
    yield from (f"without its original: {item[:10]}: {why}" for item, why in report.missing)
    yield from _faded(report.faded)
    if report.clawed_back:
        documents = count(report.clawed_back, "document")
        yield f"clawed back from the production that this one replaces: {documents}; see replaced.xlsx"
    yield from (f"{other} quotes what is withheld or redacted in {one}" for one, other in report.quotations)
    yield from _last_lines(report)


def _productions(made: list[Production]) -> Iterator[str]:
    if made:
        rows = [(p.name, p.prefix, p.first, p.last, p.time[:16].replace("T", " "), _production_state(p)) for p in made]
        yield from table({"Production": 24, "Prefix": 12, "First": 9, "Last": 9, "Begun": 16, "": 40}, rows)
    yield f"{count(len(made), 'production is', 'productions are')} on record."


def _production_state(made: Production) -> str:
    return "unfinished; its numbers stay reserved" if made.state == BEGUN else ""
