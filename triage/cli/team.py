"""``triage batch``, ``sample``, ``merge``: work that several reviewers share."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from triage.cli.decide import clear_traces
from triage.cli.options import (
    DECIDING,
    PASSPHRASE,
    READ_ONLY,
    OneOf,
    Option,
    command,
    file,
    flag,
    group,
    number,
    query,
    share,
    text,
)
from triage.cli.running import open_case, reviewer
from triage.cli.terminal import count, show, table
from triage.messages import decode, render

if TYPE_CHECKING:
    from triage.case import Case
    from triage.model.team import (
        Batch,
        Disagreement,
        Judgement,
        LastWord,
        MergeReport,
        NewBatches,
        Sample,
        SampleReport,
    )


_NAME = Option("name")

group("batch", "Divide what a query finds into batches of whole families; check one out, return it, complete it.")


@command(
    "batch new",
    "create batches from what a query finds",
    (
        *DECIDING,
        _NAME,
        *query("what to divide", needed=True),
        number("--size", 0, "maximum items per batch (default: one batch of all)"),
        flag("--fresh", "leave out families that are in a batch not yet completed"),
    ),
)
def _new_batches(args: argparse.Namespace) -> int:
    with open_case(args) as case:
        new = case.team.batches.create(args.query, args.name, reviewer(args), args.size, args.fresh)
    return show(args, new, _new(new))


@command("batch list", "list the batches, who has them, how far they are", DECIDING)
def _list_batches(args: argparse.Namespace) -> int:
    with open_case(args) as case:
        batches = case.team.batches.all()
    return show(args, batches, _batches(batches))


@command(
    "batch take",
    "check out a batch, or the next free one",
    (*DECIDING, text("name", "", nargs="?"), flag("--again", "reopen a completed batch")),
)
def _take_batch(args: argparse.Namespace) -> int:
    with open_case(args) as case:
        batch = case.team.batches.check_out(args.name, reviewer(args), args.again)
    return show(args, batch, _batches([batch]))


@command("batch give", "return a batch before it is complete", (*DECIDING, _NAME))
def _give_batch(args: argparse.Namespace) -> int:
    with open_case(args) as case:
        batch = case.team.batches.check_in(args.name, reviewer(args))
    return show(args, batch, _batches([batch]))


@command("batch done", "complete a batch", (*DECIDING, _NAME, flag("--anyway", "even if some items have no tag")))
def _complete_batch(args: argparse.Namespace) -> int:
    with open_case(args) as case:
        batch = case.team.batches.complete(args.name, reviewer(args), args.anyway)
    return show(args, batch, _batches([batch]))


def _new(new: NewBatches) -> Iterator[str]:
    yield from _batches(new.batches)
    if new.added:
        yield f"{count(new.added, 'item was', 'items were')} added with their families."
    if new.copies:
        yield f"{count(new.copies, 'copy was', 'copies were')} left out: a batch has one of each."
    if new.elsewhere:
        elsewhere = count(new.elsewhere, "of the items is", "of the items are")
        yield f"{elsewhere} also in another open batch (--fresh excludes such items)."


def _batches(batches: Sequence[Batch]) -> Iterator[str]:
    if not batches:
        yield "There are no batches yet. Create some with: triage batch new CASE NAME QUERY --size 200"
        return
    rows = []
    for b in batches:
        state, people = b.state + (" twice" if b.contested else ""), " and ".join(b.contested) or b.reviewer
        numbers = b.items, b.with_copies, b.families, b.coded, f"{b.coded / b.items:.0%}"
        rows.append((b.name, state, people, *numbers, b.query))
    columns = {"batch": 40, "state": 0, "reviewer": 40, "items": 0, "with copies": 0}
    columns |= {"families": 0, "coded": 0, "done": 0, "query": 60}
    yield from table(columns, rows)
    if missing := sum(b.missing for b in batches):
        absent = count(missing, "of the items isn't", "of the items aren't")
        yield f"{absent} in this copy of the case: index the copy to add what is missing."


group("sample", "Draw a seeded random sample of any set, assess it, and report the rate and the recall it implies.")


@command(
    "sample draw",
    "draw a sample of what a query finds",
    (
        *DECIDING,
        _NAME,
        *query("the set, such as tag:not-relevant", needed=True),
        number("--size", 0, "items to draw (default: enough for the margin)"),
        share("--margin", 0.05, "margin of error of the rate"),
        share("--confidence", 0.95, "confidence level"),
        text("--seed", "draw the same sample again (default: a new one)"),
        flag("--open", "not blind: earlier coding may be shown"),
    ),
)
def _draw(args: argparse.Namespace) -> int:
    with open_case(args) as case:
        drawn = case.team.samples.draw(
            args.query,
            args.name,
            reviewer(args),
            size=args.size,
            margin=args.margin,
            confidence=args.confidence,
            seed=args.seed,
            blind=not args.open,
        )
    lines = [
        f"{drawn.size:,} of {_population(drawn)} drawn, seed {drawn.seed}: {drawn.query}",
        "They have the smallest SHA-256 of seed:id. Assess them in the order of: triage sample list CASE NAME",
    ]
    return show(args, drawn, lines)


def _population(sample: Sample) -> str:
    copies = f" ({sample.with_copies:,} with copies)" if sample.with_copies != sample.population else ""
    return count(sample.population, "item") + copies


@command(
    "sample list",
    "list the samples, or the items of one still to be assessed",
    (*DECIDING, text("name", "", nargs="?")),
)
def _list_samples(args: argparse.Namespace) -> int:
    with open_case(args) as case:
        if args.name:
            items = case.team.samples.judgements(args.name)
            return show(args, items, _left(case, items))
        samples = case.team.samples.all()
    rows = [(s.name, s.size, s.population, s.judged, "blind" if s.blind else "open", s.seed, s.source) for s in samples]
    columns = {"sample": 40, "items": 0, "of": 0, "judged": 0, "": 0, "seed": 20, "drawn from": 60}
    return show(args, samples, table(columns, rows))


def _left(case: Case, items: Sequence[Judgement]) -> Iterator[str]:
    left = [item for item in items if not item.value]
    nos = [item.no for item in left]
    copies, rows = case.reports.copies(nos), []
    for item, row in zip(left, case.search.rows(nos), strict=True):
        number_of_copies = len(copies[item.no].nos) if item.no in copies else 1
        rows.append((item.id, row.date[:10], row.sender, row.subject or row.name, number_of_copies))
    yield f"{len(left):,} of {len(items):,} items are still to be assessed, in drawing order:"
    yield from table({"item": 20, "date": 0, "from": 30, "subject": 60, "copies": 0}, rows)


@command(
    "sample judge",
    "assess items of a sample; no tag is changed",
    (
        *DECIDING,
        _NAME,
        Option("value", choices=("relevant", "not-relevant", "none"), help="none clears an assessment"),
        Option("ids", nargs="+", metavar="ID", help="item ids, or unique prefixes of them"),
    ),
)
def _judge(args: argparse.Namespace) -> int:
    value = "" if args.value == "none" else args.value.replace("-", " ")
    with open_case(args) as case:
        sample = case.team.samples.judge(args.name, [case.search.find(i) for i in args.ids], value, reviewer(args))
    return show(args, sample, [f"{sample.judged:,} of {sample.size:,} items of '{sample.name}' are assessed."])


@command(
    "sample report",
    "report what the assessments say about the set",
    (
        *DECIDING,
        _NAME,
        share("--confidence", 0.95, "confidence level of the interval"),
        Option("--known", is_query=True, metavar="QUERY", help="known relevant items, for an elusion test's recall"),
    ),
)
def _report(args: argparse.Namespace) -> int:
    with open_case(args) as case:
        report = case.team.samples.report(args.name, args.confidence, args.known)
    return show(args, report, _report_lines(report))


def _report_lines(report: SampleReport) -> Iterator[str]:
    s = report.sample
    yield f"Sample '{s.name}' of {s.size:,} from {_population(s)} ({s.reading}), seed {s.seed}, drawn {s.time}"
    yield f"Assessed {report.judged:,}: {report.relevant:,} relevant; two reviewers disagree on {report.disputed:,}"
    if report.interval is None or report.implied is None:
        yield "Its first item has not been assessed yet: results appear once items are assessed in drawing order."
        return
    if report.used < s.size:
        yield f"The first {report.used:,} in drawing order have been assessed: what follows is based on these."
    i = report.interval
    yield (
        f"Rate {i.found / i.sample:.2%} ({i.found:,} of {i.sample:,}); with {i.confidence:.4g} confidence"
        f" {i.low:.2%} to {i.high:.2%}, that is {report.implied[0]:,} to {report.implied[1]:,} of {s.population:,}"
        " (Clopper-Pearson)"
    )
    if (e := report.elusion) is not None:
        yield f"Known relevant outside it: {e.found:,} ({e.found_query})"
        yield (
            f"Elusion leaves {e.missed[0]:,} to {e.missed[1]:,} behind: recall {e.low:.2%} to {e.high:.2%},"
            f" most likely {e.point:.2%}, if all known ones are relevant and no judgement is wrong"
        )
    yield from map(render, report.notes)


_LISTED = 20  # conflicts


@command(
    "merge",
    "Merge another copy's decisions, batches and samples, or write this copy's to a file; nothing is overwritten.",
    (
        *DECIDING,
        READ_ONLY,
        OneOf(
            Option(
                "other",
                type=Path,
                nargs="?",
                help="another copy's folder, which is only read, or its decision file (default: list where two"
                " reviewers disagree)",
            ),
            file("--write", help="instead write all decisions to this new file, for another copy of the case to merge"),
        ),
        PASSPHRASE,
        text("--seal", "the file's checksum, as stated by the sender", metavar="HEX"),
        flag("--unsigned", "also take over what isn't signed, except seals"),
        text("--approver", "take over the roster whose first approver has this key", metavar="KEY"),
        flag("--dry-run", "state what would be done, and change nothing"),
    ),
)
def _merge(args: argparse.Namespace) -> int:
    with open_case(args) as case:
        if args.write:
            return _write(case, args)
        if args.other is None:
            conflicts = case.team.disagreements()
            return show(args, conflicts, _conflicts(conflicts))
        report = case.team.merge(args.other, reviewer(args), args.seal, args.dry_run, args.unsigned, args.approver)
        code = clear_traces(case)
    return show(args, report, _merged(report, args.case)) or code


def _write(case: Case, args: argparse.Namespace) -> int:
    file = case.team.export_decisions(args.write)
    work = f"{count(file.samples, 'sample')}, {count(file.steps, 'step')} of work in them"
    lines = [
        f"{file.path}: {count(file.decisions, 'decision')}, {count(file.batches, 'batch', 'batches')}, {work}",
        f"checksum {file.seal}",
        "Send the checksum through a different channel: triage merge CASE FILE --seal checks it.",
    ]
    if file.unsigned:
        print(render(decode(file.unsigned)), file=sys.stderr)
    return show(args, file, lines)


def _merged(report: MergeReport, case: Path) -> Iterator[str]:
    if report.dry:
        yield "Nothing has been changed. A merge would do this:"
    if not report.same_case:
        yield f"'{report.other}' did not start as a copy of this case; its decisions concern items that both have."
    records = count(report.offered, "record")
    yield f"{report.other}: {records}, {report.known:,} known here, {report.added:,} new"
    if report.reviewers:
        whose = ", ".join(f"{name} {count:,}" for name, count in report.reviewers)
        changed = count(len(report.changed), "item changes its", "items change their")
        yield f"New decisions: {whose}; {changed} coding"
    if report.batches or report.samples:
        yield f"New: {count(report.batches, 'batch', 'batches')}, {count(report.samples, 'sample')}"
    if report.aside:
        yield f"{report.aside:,} decisions are stored for items that this copy doesn't have: these apply once indexed"
    if report.adopted:
        yield f"{report.adopted:,} decisions stored earlier apply now: their items have been indexed"
    yield from map(render, report.notes)
    yield from _conflicts(report.conflicts)
    if report.disputed:
        yield f"Reviewers disagree on {count(report.disputed, 'item')} by now: triage merge {case}"


def _conflicts(conflicts: Sequence[Disagreement]) -> Iterator[str]:
    if not conflicts:
        yield "No two reviewers disagree."
        return
    yield f"{count(len(conflicts), 'conflict')}; nothing was overwritten, decide again where it matters (is:disputed):"
    rows = [(c.id, c.about, _word(c.ours), _word(c.theirs), c.stands or "-") for c in conflicts[:_LISTED]]
    yield from table({"item": 20, "about": 20, "one": 40, "other": 40, "stands": 30}, rows, len(conflicts))


def _word(word: LastWord) -> str:
    decision = word.value if word.action == "note" else f"{word.action} {word.value}"
    return f"{word.reviewer}: {decision}, {word.time[:16]}"
