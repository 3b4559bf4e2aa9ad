"""``triage people``: who wrote to whom and when, and which addresses and names may be one person's."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from triage.cli import json_lines, query_text, terminal
from triage.insight.people.nouns import Identity, PeopleReport, SamePerson
from triage.messages import render

if TYPE_CHECKING:
    from triage.insight.people.api import CasePeople

HELP = "Show who wrote to whom and when; merge the addresses and names of a person, by suggestion and decision."


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("case", type=Path, help="the case's folder")
    query_text.arguments(parser, "only these messages (default: all)")
    parser.add_argument("--person", default="", metavar="WHO", help="only messages from or to this address or name")
    parser.add_argument("--other", default="", metavar="WHO", help="with --person: only those that both have a part in")
    parser.add_argument("--weeks", action="store_true", help="divide the timeline by weeks, not by months")
    parser.add_argument(
        "--period", default="", metavar="WHEN", help="with --ids: of this month or week of the timeline"
    )
    parser.add_argument("--ids", action="store_true", help="print the ids of the messages alone, copies included")
    action = parser.add_mutually_exclusive_group()
    action.add_argument("--suggestions", action="store_true", help="list what may be one person, with evidence")
    action.add_argument("--accept", metavar="ID", help="merge what this suggestion names")
    action.add_argument("--same", nargs=2, metavar="WHO", help="merge these two, suggested or not")
    action.add_argument(
        "--reject", metavar="ID", help="remember that this suggestion is wrong; also takes a merge back"
    )
    parser.add_argument("--all", action="store_true", help="with --suggestions: those that are decided, too")
    terminal.number_argument(parser, "--limit", 20, "rows to list (default 20; 0 lists all)")
    terminal.output_arguments(parser, True)
    terminal.read_only_argument(parser)
    json_lines.arguments(parser)


def run(args: argparse.Namespace) -> int:
    """Accept or reject a suggestion, list suggestions or ids, or report who wrote to whom."""
    shown_to, limit = args.reviewer or "", args.limit or None
    with terminal.open_case(args) as case:
        people = case.reports.insight.people
        if args.accept or args.reject or args.same:
            made = _decide(people, args)
            if args.progress:
                return _print(args, made)
            return terminal.show(args, made, [f"{made.state}: {_names(made)}"])
        if args.suggestions:
            every = people.suggestions(decided=True, reviewer=shown_to)
            listed = [one for one in every if args.all or not one.state]
            if args.progress:
                return _print(args, listed[:limit])
            value = {"suggestions": listed, **{state or "suggested": n for state, n in _counts(every).items()}}
            return terminal.show(args, value, _suggestions(every, listed, limit))
        if args.ids:
            nos = people.items(args.query, person=args.person, other=args.other, period=args.period)
            rows = case.search.rows(nos, args.query, reviewer=shown_to)
            return terminal.show(args, {"items": [row.id for row in rows]}, [row.id for row in rows])
        report = people.report(
            args.query, person=args.person, other=args.other, weeks=args.weeks, limit=limit, reviewer=shown_to
        )
    return _print(args, report) if args.progress else terminal.show(args, report, _lines(report, limit))


def _print(args: argparse.Namespace, report: object) -> int:
    json_lines.print_result(args, report)
    return 0


def _decide(people: CasePeople, args: argparse.Namespace) -> SamePerson:
    reviewer = terminal.reviewer(args)
    if args.same:
        one, other = args.same
        return people.join(one, other, reviewer)
    return people.accept(args.accept, reviewer) if args.accept else people.reject(args.reject, reviewer)


def _counts(every: Sequence[SamePerson]) -> dict[str, int]:
    states = [one.state for one in every]
    return {state: states.count(state) for state in ("", "accepted", "rejected")}


# Suggestions


def _names(one: SamePerson) -> str:
    return f"{_identity(one.first)} = {_identity(one.second)}"


def _identity(one: Identity) -> str:
    return f"{one.name} <{one.key}>" if one.name and "@" in one.key else one.key


def _suggestions(every: Sequence[SamePerson], listed: Sequence[SamePerson], limit: int | None) -> Iterator[str]:
    for one in listed[:limit]:
        state = f" · {one.state} by {one.reviewer}, {one.time[:10]}" if one.state else ""
        yield f"{one.id}  {_names(one)} · {one.score:.2f}{state}"
        yield from (f"    {render(message)}" for message in one.evidence)
        if one.items:
            yield f"    see {', '.join(item[:10] for item in one.items)}"
    yield from terminal.more(len(listed[:limit]), len(listed))
    counts = _counts(every)
    yield f"{counts['']:,} suggested, {counts['accepted']:,} accepted, {counts['rejected']:,} rejected."


# Who wrote to whom


def _lines(report: PeopleReport, limit: int | None) -> Iterator[str]:
    undated = f", {report.undated:,} of them undated" if report.undated else ""
    yield f"{terminal.count(report.mails, 'message')}, copies counted once{undated}"
    people = [(p.key, p.name, p.sent, p.received, p.contacts, p.first, p.last) for p in report.people]
    heads = {"person": 40, "name": 28, "sent": 0, "got": 0, "contacts": 0}
    yield ""
    yield from terminal.table({**heads, "first": 10, "last": 10}, people, report.people_count)
    ties = [(t.sender, t.recipient, t.mails, f"{t.weight:.1f}", t.first, t.last, t.query) for t in report.ties]
    heads = {"from": 36, "to": 36, "messages": 0, "weight": 0, "first": 10, "last": 10, "query": 90}
    yield ""
    yield from terminal.table(heads, ties, report.ties_count)
    most = max((one.mails for one in report.timeline), default=1)
    months = [(one.start, one.mails, "#" * -(-20 * one.mails // most), one.query) for one in report.timeline]
    yield ""
    yield from terminal.table({"from": 10, "messages": 0, "": 20, "query": 90}, months)
    decided = f"{report.accepted:,} accepted, {report.rejected:,} rejected"
    yield f"\nWho may be one person: {decided}; --suggestions lists more."
