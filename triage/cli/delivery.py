"""``triage export`` and ``produce``: a folder for somebody else, the decisions it takes first, and its last lines."""

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
    options = {name: getattr(args, name) for name in choices}
    if args.decisions is None:
        return Decided(**options)
    if str(args.decisions) == "-":
        return Decided(**options, near_misses=json.loads(first_line()))
    from_file, near = _read_decisions(args.decisions, choices)
    return Decided(**{name: options[name] or from_file[name] for name in choices}, near_misses=near)


def _read_decisions(path: Path, choices: Mapping[str, Sequence[str]]) -> tuple[dict[str, str], dict[str, str]]:
    rows = csv.DictReader(read_text(path).splitlines(keepends=True))
    if missing := [name for name in _HEAD[:3] if name not in (rows.fieldnames or ())]:
        raise ExportError("decisions-unreadable", path=path, column=missing[0])
    kinds = {_WHY[kind]: StopLine(kind, ()).decided_as for kind in _WHY}
    decisions, near = {name: set[str]() for name in choices}, dict[str, str]()
    for row in rows:
        decision, name = (row["Decision"] or "").strip().lower(), kinds.get(row["Why"] or "", "")
        known = NEAR_MISS_CHOICES if name == "near_misses" else choices.get(name, ())
        if decision and decision not in known:
            raise ExportError(
                "decision-unknown", line=rows.line_num, path=path, decision=decision, known=", ".join(known)
            )
        if decision and name == "near_misses":
            near[(row["Item or string"] or "").removeprefix("'")] = decision
        elif name in decisions:
            decisions[name].add(decision)
    for different in decisions.values():
        if len(different) > 1:
            raise ExportError("decisions-differ", path=path, decisions=", ".join(sorted(different)))
    return {name: next(iter(values), "") for name, values in decisions.items()}, near


def _show_lines(
    args: argparse.Namespace,
    case: Case,
    lines: Sequence[StopLine],
    chosen: Decided,
    summary: str,
    tags: Mapping[str, int] | None = None,
) -> int:
    """Print what would leave and what is to be decided; ``tags`` counts by tag the items that would be left out."""
    rows = [_row(case, line, chosen) for line in lines]
    if args.csv is not None:
        write_tables(args, Table("To be decided", (), (), _HEAD, tuple(map(_quoted, rows))))
    waiting = sum(not row[0] for row in rows)
    listed = table(dict.fromkeys(_HEAD, 40), rows) if rows else ()
    printed = [summary, *_left_out((tags or {}).items()), *listed, f"To decide: {waiting:,}."]
    value = {"said": summary, "lines": lines, "undecided": waiting, **({} if tags is None else {"left_out": tags})}
    return show(args, value, printed)


def _left_out(tags: Iterable[tuple[str, int]]) -> Iterator[str]:
    yield from (f"tagged {name}, but left out: {count(n, 'item')}" for name, n in tags)


def _row(case: Case, line: StopLine, chosen: Decided) -> tuple[str, ...]:
    if line.kind == NEAR_MISS:
        return chosen.on(line), _WHY[line.kind], line.text, line.near, str(line.count)
    (row,) = case.search.rows(list(line.nos))
    return chosen.on(line), _WHY[line.kind], f"{row.id} {row.subject or row.name}".rstrip(), "", ""


def _quoted(row: Sequence[str]) -> tuple[str, ...]:
    """Return a row with leading apostrophes doubled: a CSV file adds one to what may be a formula (``texts.cell``)."""
    return tuple(f"'{value}" if value.startswith("'") else value for value in row)


def _faded(pages: Iterable[str]) -> Iterator[str]:
    yield from (f"{page}: the page lacks pale marks of its source; compare the two" for page in pages)


def _last_lines(report: ExportReport | ProductionReport) -> Iterator[str]:
    yield from confinement(report)
    if report.unsigned:
        yield render(decode(report.unsigned))
    yield f"Its checksum, to be sent separately: {report.seal}"
    yield f"Check it with: triage verify {report.folder}"


_TARGET = Option("target", type=Path, nargs="?", help="folder to create; it must not exist, or be empty")
_DECISIONS = (
    flag("--dry-run", "write nothing; list what would leave and what is to be decided"),
    file("--csv", help="with --dry-run: list what is to be decided in a new file; fill in its first column"),
    file("--decisions", help="a file from --csv, filled in; other options take precedence; - reads a JSON object"),
)


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
            help="what to do with privileged items and what belongs to them; without it, the export stops if there are"
            " any",
        ),
        Option(
            "--redactions",
            choices=CHOICES["redactions"],
            default="",
            help="what to do with redacted items and what holds them: export them without what is redacted, with"
            " pages in place of originals; leave them out; or export them as they are. Without it, the export stops if"
            " there are any",
        ),
        *_DECISIONS,
        Option(
            "--with",
            dest="belonging",
            choices=BELONGING,
            help=f"also export what belongs to the items (default: {FAMILY}); thread and copies complete families, too",
        ),
        Option(
            "--order",
            choices=ORDERS,
            help=f"how the report orders its findings (default: {DATE}); any other order has headings",
        ),
        several("--without", None, "leave a part of each finding out of the report; repeatable", choices=PARTS),
        file("--cover", help="a text file (UTF-8) with which the report begins"),
        Option(
            "--profile",
            metavar="NAME",
            help="a profile saved in the case, for the report and what belongs to its items; other options take"
            " precedence; - reads its name from standard input",
        ),
        Option(
            "--save-profile",
            metavar="NAME",
            help="save the options given as a profile of this name, in place of an earlier one",
        ),
        PASSPHRASE,
        PROGRESS,
    ),
)
def _export(args: argparse.Namespace) -> int:
    if args.profile == "-":  # named where others on the machine can't read it, before the input's end means to stop
        args.profile = first_line()
    decided = _decided(args, CHOICES)
    if args.target is None and not args.dry_run:
        raise ExportError("export-nowhere")
    with open_case(args) as case, stopping(args) as stop:
        profile = _profile(args, case)
        query = args.query or case.export.proposed_query()
        if args.dry_run:
            total, stops, left_out = case.export.plan(query, decided, profile.belonging)
            summary = f"{count(total, 'item')} would be exported, except what is left out by decision."
            return _show_lines(args, case, stops, decided, summary, left_out)
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
    saved = case.export.profile(args.profile) if args.profile else ReportProfile("", Arrangement())
    before = saved.arrangement
    cover = read_text(args.cover) if args.cover else before.cover
    arrangement = Arrangement(args.order or before.order, frozenset(args.without) or before.without, cover)
    belonging = args.belonging or saved.belonging
    chosen = replace(saved, name=args.save_profile or "", arrangement=arrangement, belonging=belonging)
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
            help="what to do with items in a family with a privileged item that is withheld; without it, the"
            " production stops if there are any",
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
            productions = case.export.productions.all_of()
            return show(args, productions, _productions(productions))
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
    listed = [treatment for treatment in TREATMENTS if treatment not in (REBUILT, IMAGES) or counts.get(treatment)]
    return ", ".join(f"{counts.get(treatment, 0):,} {_TREATED[treatment]}" for treatment in listed)


def _produced(report: ProductionReport) -> Iterator[str]:
    resumed = " (resumed)" if report.resumed else ""
    yield f"{report.name}{resumed}: {report.first} to {report.last} in {report.folder}, {report.files:,} files."
    yield f"{count(report.documents, 'document')}: {_counted(dict(report.treatments))}."
    yield from (f"without its original: {item[:10]}: {why}" for item, why in report.missing)
    yield from _faded(report.faded)
    if report.clawed_back:
        documents = count(report.clawed_back, "document")
        yield f"clawed back from the production that this one replaces: {documents}; see replaced.xlsx"
    yield from (f"{quoting} quotes what is withheld or redacted in {source}" for source, quoting in report.quotations)
    yield from _last_lines(report)


def _productions(productions: list[Production]) -> Iterator[str]:
    rows = []
    for p in productions:
        state = "unfinished; its numbers stay reserved" if p.state == BEGUN else ""
        rows.append((p.name, p.prefix, p.first, p.last, p.time[:16].replace("T", " "), state))
    if rows:
        yield from table({"Production": 24, "Prefix": 12, "First": 9, "Last": 9, "Begun": 16, "": 40}, rows)
    yield f"{count(len(rows), 'production is', 'productions are')} on record."
