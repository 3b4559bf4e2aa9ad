"""``triage show``: print one item."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from triage.cli import query_text, terminal
from triage.messages import render
from triage.model import tables
from triage.model.items import Item, Row
from triage.model.redactions import value_words
from triage.model.reports import Conversation

HELP = "Print one item: where it is from, its conversation, its text by origin, its problems, tags and decisions."

_MOST = 40  # messages of a conversation that are printed
_DEEPEST = 12  # levels of indentation


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    terminal.case_arguments(parser)
    parser.add_argument("id", help="the item's id, or a beginning that only it has")
    query_text.arguments(parser, "mark this query's hits as »hit«", option=True)


def run(args: argparse.Namespace) -> int:
    """Print the item."""
    with terminal.open_case(args) as case:
        no = case.search.find(args.id)
        item = case.search.item(no)
        case.search.showing(item, "")
        spans = case.search.spans(args.query, item) if args.query else []
        decisions = case.decisions.history(no)
        family, copies = case.search.rows(case.search.family(no)), case.search.rows(case.search.duplicates(no))
        conversation = case.search.conversation(no)
    value = {"item": item, "decisions": decisions, "spans": spans, "conversation": conversation}
    labelled = [
        *((label, text) for label, text in _head(item) if text),
        *(("Family", _relative(row, item)) for row in family if len(family) > 1),
        *(("Copy at", f"{row.id[:10]}  {row.custodian}: {row.path}") for row in copies if len(copies) > 1),
        *(("Thread", line) for line in _conversation(conversation)),
        *(("Problem", f"{p.code} ({p.searchable} searchable): {render(p.message)}") for p in item.problems),
        *(("Decision", f"{d.time}  {d.reviewer}: {d.action} {value_words(d)} ({d.way})") for d in decisions),
    ]
    lines = [f"{label:<11}" + text.replace("\n", "\n" + " " * 11) for label, text in labelled]
    for index, segment in enumerate(item.segments):
        places = [(s.start, s.end) for s in spans if s.segment == index]
        lines += [f"\n── {segment.origin} " + "─" * 40, _marked(segment.text, places)]
    return terminal.show(args, value, lines)


def _head(item: Item) -> list[tuple[str, str]]:
    row = item.row
    written = f"; as written: {item.date_raw}" if item.date_raw else ""
    return [
        ("Item", f"{row.id}  ({tables.short(row.type)}{'' if row.sealed else f', {row.size:,} bytes'})"),
        ("State", f"superseded by {item.successor}" if item.successor else row.state),
        ("Custodian", row.custodian),
        ("Path", f"{item.path}{' # ' + item.member if item.member else ''}"),
        ("Name", row.name),
        ("From", row.sender),
        ("To", ", ".join(item.to)),
        ("Cc", ", ".join(item.cc)),
        ("Bcc", ", ".join(item.bcc)),
        (
            "Date",
            f"{row.date} ({'file changed' if row.file_time else item.date_kind}{written})"
            if item.date_kind or written
            else "",
        ),
        ("Subject", row.subject),
        ("SHA-256", item.sha256),
        ("MIH", item.mih),
        ("Tags", ", ".join(row.tags)),
    ]


def _relative(row: Row, item: Item) -> str:
    return f"{row.id[:10]}  {row.subject or row.name}{'  (this)' if row.id == item.row.id else ''}"


def _conversation(conversation: Conversation) -> Iterator[str]:
    """Yield a line for each message of the conversation: those around the item, where there are many."""
    if len(conversation.nodes) < 2:
        return
    start = min(max(0, (conversation.here or 0) - _MOST // 2), max(0, len(conversation.nodes) - _MOST))
    shown = conversation.nodes[start : start + _MOST]
    for at, node in enumerate(shown, start):
        indent = "  " * min(node.depth, _DEEPEST)
        why = f"  [inferred: {node.inferred.replace('-', ' ')}]" if node.inferred else ""
        if node.no is None:
            yield f"{'':12}{indent}not in the case: {node.message_id}{why}"
            continue
        copies = f"  ({len(node.copies)} copies)" if len(node.copies) > 1 else ""
        message = f"{node.date[:10]}  {node.sender}: {node.subject}"
        yield f"{(node.id or '')[:10]:<12}{indent}{message}{copies}{why}{'  (this)' if at == conversation.here else ''}"
    rest = len(conversation.nodes) - len(shown) + conversation.left_out
    if rest:
        yield f"and {rest:,} more; triage search CASE thread:ID lists them"


def _marked(text: str, places: list[tuple[int, int]]) -> str:
    out, at = [], 0
    for start, end in sorted(places):
        if start >= at:
            out += [text[at:start], "»", text[start:end], "«"]
            at = end
    return "".join([*out, text[at:]])
