"""``triage search``, ``hits``, ``facets``, ``show``: find items, see their hits and facets, read one item."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from triage.cli.options import ID, IDS_ALONE, READING, TABLES, Option, command, flag, limit, number, query
from triage.cli.running import open_case, stopping, write_tables
from triage.cli.terminal import DONE, STOPPED, count, more, room, show, table
from triage.messages import render
from triage.model import tables
from triage.model.redactions import value_words

if TYPE_CHECKING:
    from triage.model.items import Item, Row
    from triage.model.reports import Conversation, Facet, HitList, Results

_MOST_WORDS = 12  # of a wildcard; triage coverage shows more


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
        flag("--desc", "sort in descending order"),
        IDS_ALONE,
    ),
)
def _search(args: argparse.Namespace) -> int:
    with open_case(args) as case:
        most = None if args.ids or not args.limit else args.limit
        results = case.search.run(
            args.query, sort=args.sort, descending=args.desc, limit=most, expand=not args.ids, reviewer=""
        )
    if args.ids:
        print("\n".join(row.id for row in results.rows))
        return 0
    fields = "reading notes expansions total items not_searchable partly rows".split()
    value = {"partly_searchable" if name == "partly" else name: getattr(results, name) for name in fields}
    return show(args, {"query": args.query, **value}, _results(results))


def _results(results: Results) -> Iterator[str]:
    yield f"interpreted as: {results.reading}"
    yield from (f"note: {render(note)}" for note in results.notes)
    yield from (expansion.in_words(_MOST_WORDS) for expansion in results.expansions)
    yield (
        f"{results.total:,} of {count(results.items, 'item')}, copies included "
        f"· {results.not_searchable:,} not searchable, {results.partly:,} partly"
        + (f" · the first {len(results.rows):,}:" if len(results.rows) < results.total else "")
    )
    if results.rows:
        columns = {"id": 10, "date": 11, "from": 28, "subject or name": 48, "type": 16, "custodian": 20, "tags": 20}
        rows = []
        for r in results.rows:
            what = r.sender, r.subject or r.name, tables.short(r.type), r.custodian, ", ".join(r.tags)
            rows.append((r.id[:10], r.date[:10] + "?" * r.doubtful, *what))
        yield from table(columns, rows, results.total)


@command(
    "hits",
    "List every hit with the text around it, sorted by item, date, or the words before or after it.",
    (
        *READING,
        *query("as for triage search", needed=True),
        number("--width", 40, "characters on each side (default 40)"),
        Option("--sort", default="item", help="item (default), date, left, right"),
        limit(100, "lines to list"),
        *TABLES,
    ),
)
def _hits(args: argparse.Namespace) -> int:
    with open_case(args) as case, stopping(args) as stop:
        hits = case.reports.hits(args.query, args.width, args.sort, args.limit or None, stop, reviewer="")
    write_tables(args, hits)
    value = {"query": args.query, "hits": hits}
    return show(args, value, _hit_lines(hits, args.width), STOPPED if stop.is_set() else DONE)


def _hit_lines(hits: HitList, width: int) -> Iterator[str]:
    # the hits are below one another where the terminal's letters have one width
    yield f"interpreted as: {hits.reading}"
    yield from (f"note: {render(note)}" for note in hits.notes)
    first = f" · the first {len(hits.lines):,}:" if len(hits.lines) < hits.total else ""
    yield f"{count(hits.total, 'hit')} in {count(hits.items, 'item')}{first}"
    side = min(width, max(8, (room() - 38) // 2))
    for line in hits.lines:
        right = line.right[: max(0, room() - 24 - side - len(line.hit))]
        yield f"{line.id[:10]} {line.field[:10]:10} {line.left[-side:] if side else '':>{side}}»{line.hit}«{right}"
    yield from more(len(hits.lines), hits.total)


@command(
    "facets",
    "Count what a search finds by custodian, type, sender domain, month, tag, problem, family role and state.",
    (*READING, *query("the items to count (default: all)", default="*"), limit(12, "values per facet")),
)
def _facets(args: argparse.Namespace) -> int:
    with open_case(args) as case:
        results = case.search.run(args.query, reviewer="")
        facets = case.reports.facets(results.nos, results.past)
        undated, months = case.reports.undated(results.nos)
    value = {
        "query": args.query,
        "reading": results.reading,
        "total": results.total,
        "facets": facets,
        "undated": undated,
    }
    lines = list(_facet_lines(results, facets, args.limit or None))
    if undated:
        by_file = sum(items for month, items in months.items() if month)
        lines += [
            f"\nNo date of their own: {count(undated, 'item')} (is:undated); {by_file:,} of them are",
            "counted in a month by the time of their file or of what holds them",
        ]
    return show(args, value, lines)


def _facet_lines(results: Results, facets: Sequence[Facet], limit: int | None) -> Iterator[str]:
    yield f"interpreted as: {results.reading}\n{count(results.total, 'item')}, copies included"
    yield from (f"note: {render(note)}" for note in results.notes)
    for facet in facets:
        values = facet.values[:limit]
        yield f"\n{facet.name}"
        if values:
            none = "current" if facet.name == "state" else "(none)"
            label = tables.short if facet.name == "type" else str
            rows = [(v.items, label(v.value) or none, v.query) for v in values]
            columns = {"items": 0, "value": 40, "in: AND …; out: AND NOT (…)": 60}
            yield from table(columns, rows, len(facet.values))


_MOST = 40  # messages of a conversation that are printed
_DEEPEST = 12  # levels of indentation


@command(
    "show",
    "Print one item: where it is from, its conversation, its text by origin, its problems, tags and decisions.",
    (*READING, ID, *query("mark this query's hits as »hit«", option=True)),
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
        marks = [(s.start, s.end) for s in spans if s.segment == index]
        lines += [f"\n── {segment.origin} " + "─" * 40, _marked(segment.text, marks)]
    return show(args, value, lines)


def _head(item: Item) -> list[tuple[str, str]]:
    row = item.row
    written = f"; as written: {item.date_raw}" if item.date_raw else ""
    date = f"{row.date} ({'file changed' if row.file_time else item.date_kind}{written})"
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
        ("Date", date if item.date_kind or written else ""),
        ("Subject", row.subject),
        ("SHA-256", item.sha256),
        ("MIH", item.mih),
        ("Tags", ", ".join(row.tags)),
    ]


def _relative(row: Row, item: Item) -> str:
    return f"{row.id[:10]}  {row.subject or row.name}{'  (this)' if row.id == item.row.id else ''}"


def _conversation(conversation: Conversation) -> Iterator[str]:
    if len(conversation.nodes) < 2:
        return
    # of a long one the messages around the item
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


def _marked(text: str, marks: list[tuple[int, int]]) -> str:
    out, at = [], 0
    for start, end in sorted(marks):
        if start >= at:
            out += [text[at:start], "»", text[start:end], "«"]
            at = end
    return "".join([*out, text[at:]])
