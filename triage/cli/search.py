"""``triage search``, ``hits``, ``facets``, ``show``: find items, see their hits and how they divide, read one."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from triage.cli.options import IDS_ALONE, READING, TABLES, Option, command, flag, limit, number, query
from triage.cli.running import open_case, stopping, write_tables
from triage.cli.terminal import DONE, STOPPED, count, more, room, show, table
from triage.messages import render
from triage.model import tables
from triage.model.redactions import value_words

if TYPE_CHECKING:
    from triage.model.items import Item, Row
    from triage.model.reports import Conversation, Facet, HitList, Results

_MOST_WORDS = 12
"""Words shown of a wildcard; triage coverage shows more."""


@command(
    "search",
    "Find items; shows how the query was interpreted, what wildcards expand to, and what is not searchable.",
    (
        *READING,
        *query('words, "phrases", AND OR NOT ( ), prefix*, field:value; see docs/query-language.md', needed=True),
        limit(20),
        Option(
            "--sort",
            default="date",
            help="date (default), sender, to, subject, name, type, custodian, path, size, attachments",
        ),
        flag("--desc", "highest first"),
        IDS_ALONE,
    ),
)
def _search(args: argparse.Namespace) -> int:
    with open_case(args) as case:
        limit = None if args.ids or not args.limit else args.limit
        found = case.search.run(
            args.query, sort=args.sort, descending=args.desc, limit=limit, expand=not args.ids, reviewer=""
        )
    if args.ids:
        print("\n".join(row.id for row in found.rows))
        return 0
    value = {
        "query": args.query,
        "reading": found.reading,
        "notes": found.notes,
        "expansions": found.expansions,
        "total": found.total,
        "items": found.items,
        "not_searchable": found.not_searchable,
        "partly_searchable": found.partly,
        "rows": found.rows,
    }
    return show(args, value, _results(found))


def _results(found: Results) -> Iterator[str]:
    yield f"interpreted as: {found.reading}"
    yield from (f"note: {render(note)}" for note in found.notes)
    yield from (expansion.in_words(_MOST_WORDS) for expansion in found.expansions)
    yield (
        f"{found.total:,} of {count(found.items, 'item')}, copies included "
        f"· {found.not_searchable:,} not searchable, {found.partly:,} partly"
        + (f" · the first {len(found.rows):,}:" if len(found.rows) < found.total else "")
    )
    if found.rows:
        columns = {"id": 10, "date": 11, "from": 28, "subject or name": 48, "type": 16, "custodian": 20, "tags": 20}
        rows = [
            (
                r.id[:10],
                r.date[:10] + "?" * r.doubtful,
                r.sender,
                r.subject or r.name,
                tables.short(r.type),
                r.custodian,
                ", ".join(r.tags),
            )
            for r in found.rows
        ]
        yield from table(columns, rows, found.total)


# ---- hits


@command(
    "hits",
    "List every hit with the text around it, sorted by item, date, or the words before or after it.",
    (
        *READING,
        *query("as for triage search", needed=True),
        number("--width", 40, "characters on each side (default 40)"),
        Option("--sort", default="item", help="item (default), date, left, right"),
        number("--limit", 100, "lines to list (default 100)"),
        *TABLES,
    ),
)
def _hits(args: argparse.Namespace) -> int:
    with open_case(args) as case, stopping(args) as stop:
        found = case.reports.hits(args.query, args.width, args.sort, args.limit, stop, reviewer="")
    write_tables(args, found)
    value = {"query": args.query, "hits": found}
    return show(args, value, _hit_lines(found, args.width), STOPPED if stop.is_set() else DONE)


def _hit_lines(found: HitList, width: int) -> Iterator[str]:
    """Yield each hit in the middle of its line, where the terminal's letters are as wide as one another."""
    yield f"interpreted as: {found.reading}"
    yield from (f"note: {render(note)}" for note in found.notes)
    first = f" · the first {len(found.lines):,}:" if len(found.lines) < found.total else ""
    yield f"{count(found.total, 'hit')} in {count(found.items, 'item')}{first}"
    side = min(width, max(8, (room() - 38) // 2))
    for line in found.lines:
        right = line.right[: max(0, room() - 24 - side - len(line.hit))]
        yield f"{line.id[:10]} {line.field[:10]:10} {line.left[-side:] if side else '':>{side}}»{line.hit}«{right}"
    yield from more(len(found.lines), found.total)


# ---- facets


@command(
    "facets",
    "Count what a search finds by custodian, type, sender domain, month, tag, problem, family role and state.",
    (*READING, *query("what to divide (default: all items)", default="*"), limit(12, "values a facet")),
)
def _facets(args: argparse.Namespace) -> int:
    with open_case(args) as case:
        found = case.search.run(args.query, reviewer="")
        facets = case.reports.facets(found.nos, found.past)
        undated, months = case.reports.undated(found.nos)
    value = {"query": args.query, "reading": found.reading, "total": found.total, "facets": facets, "undated": undated}
    return show(args, value, [*_facet_lines(found, facets, args.limit or None), *_undated(undated, months)])


def _undated(undated: int, months: dict[str, int]) -> Iterator[str]:
    """Yield how many items the months count by the time of a file, or of what holds them."""
    if undated:
        stand_in = sum(items for month, items in months.items() if month)
        yield (
            f"\nNo date of their own: {count(undated, 'item')} (is:undated); {stand_in:,} of them are\n"
            "counted in a month by the time of their file or of what holds them"
        )


def _facet_lines(found: Results, facets: Sequence[Facet], limit: int | None) -> Iterator[str]:
    yield f"interpreted as: {found.reading}\n{count(found.total, 'item')}, copies included"
    yield from (f"note: {render(note)}" for note in found.notes)
    for facet in facets:
        values = facet.values[:limit]
        yield f"\n{facet.name}"
        if values:
            none = "current" if facet.name == "state" else "(none)"
            shown = tables.short if facet.name == "type" else str
            rows = [(v.items, shown(v.value) or none, v.query) for v in values]
            columns = {"items": 0, "value": 40, "in: AND …; out: AND NOT (…)": 60}
            yield from table(columns, rows, len(facet.values))


# ---- one item

_MOST = 40  # messages of a conversation that are printed
_DEEPEST = 12  # levels of indentation


@command(
    "show",
    "Print one item: where it is from, its conversation, its text by origin, its problems, tags and decisions.",
    (
        *READING,
        Option("id", help="the item's id, or a beginning that only it has"),
        *query("mark this query's hits as »hit«", option=True),
    ),
)
def _show(args: argparse.Namespace) -> int:
    with open_case(args) as case:
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
    return show(args, value, lines)


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
