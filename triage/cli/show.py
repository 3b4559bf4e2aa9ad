"""``triage show``: print one item."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from triage.cli import terminal
from triage.messages import render
from triage.model.items import Item
from triage.model.reports import Conversation

HELP = "Print one item: where it is from, its conversation, its text by origin, its problems, tags and decisions."

_MOST = 40  # messages of a conversation that are printed
_DEEPEST = 12  # levels of indentation


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("case", type=Path, help="the case's folder")
    parser.add_argument("id", help="the item's id, or a beginning that only it has")
    parser.add_argument("--query", default="", help="mark this query's hits as »hit«")
    parser.add_argument("--json", action="store_true", help="print it as JSON")


def run(args: argparse.Namespace) -> int:
    """Print the item."""
    from triage.case import Case

    with Case.open(args.case) as case:
        no = case.search.find(args.id)
        item = case.search.item(no)
        spans = case.search.spans(args.query, item) if args.query else []
        decisions = case.decisions.history(no)
        family, copies = case.search.rows(case.search.family(no)), case.search.rows(case.search.duplicates(no))
        said = case.search.conversation(no)
    if args.json:
        terminal.print_json({"item": item, "decisions": decisions, "spans": spans, "conversation": said})
        return 0
    for name, value in _head(item):
        if value:
            print(f"{name:<11}{terminal.safe(value)}")
    for row in family if len(family) > 1 else ():
        this = "  (this)" if row.id == item.row.id else ""
        print(f"{'Family':<11}{row.id[:10]}  {terminal.safe(row.subject or row.name)}{this}")
    for row in copies if len(copies) > 1 else ():
        print(f"{'Copy at':<11}{row.id[:10]}  {row.custodian}: {terminal.safe(row.path)}")
    for line in _conversation(said):
        print(f"{'Thread':<11}{line}")
    for problem in item.problems:
        print(
            f"{'Problem':<11}{problem.code} ({problem.searchable} searchable): {terminal.safe(render(problem.message))}"
        )
    for d in decisions:
        print(f"{'Decision':<11}{d.time}  {d.reviewer}: {d.action} {d.value} ({d.how})")
    for index, segment in enumerate(item.segments):
        places = [(s.start, s.end) for s in spans if s.segment == index]
        print(f"\n── {segment.origin} " + "─" * 40)
        print(terminal.safe(_marked(segment.text, places)))
    return 0


def _head(item: Item) -> list[tuple[str, str]]:
    row = item.row
    return [
        ("Item", f"{row.id}  ({row.type}, {row.size:,} bytes)"),
        ("Custodian", row.custodian),
        ("Path", f"{item.path}{' # ' + item.member if item.member else ''}"),
        ("Name", row.name),
        ("From", row.sender),
        ("To", ", ".join(item.to)),
        ("Cc", ", ".join(item.cc)),
        ("Bcc", ", ".join(item.bcc)),
        ("Date", f"{row.date} ({item.date_kind}{'; as written: ' + item.date_raw if item.date_raw else ''})"),
        ("Subject", row.subject),
        ("SHA-256", item.sha256),
        ("MIH", item.mih),
        ("Tags", ", ".join(row.tags)),
    ]


def _conversation(said: Conversation) -> Iterator[str]:
    """Yield a line for each message of the conversation: those around the item, where there are many."""
    if len(said.nodes) < 2:
        return
    start = min(max(0, (said.here or 0) - _MOST // 2), max(0, len(said.nodes) - _MOST))
    shown = said.nodes[start : start + _MOST]
    for at, node in enumerate(shown, start):
        indent = "  " * min(node.depth, _DEEPEST)
        if node.no is None:
            yield f"{'':12}{indent}not in the case: {terminal.safe(node.message_id)}"
            continue
        copies = f"  ({len(node.copies)} copies)" if len(node.copies) > 1 else ""
        what = terminal.safe(f"{node.date[:10]}  {node.sender}: {node.subject}")
        yield f"{(node.id or '')[:10]:<12}{indent}{what}{copies}{'  (this)' if at == said.here else ''}"
    rest = len(said.nodes) - len(shown) + said.left_out
    if rest:
        yield f"and {rest:,} more; triage search CASE thread:ID lists them"


def _marked(text: str, places: list[tuple[int, int]]) -> str:
    out, at = [], 0
    for start, end in sorted(places):
        if start >= at:
            out += [text[at:start], "»", text[start:end], "«"]
            at = end
    return "".join([*out, text[at:]])
