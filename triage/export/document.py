"""The report as a sequence of blocks, which each format of it arranges in its own way. Pure: nothing here writes.

What a reader needs first comes first: what was looked for and found, the words that the report uses, when and by whom
things were written; then each finding, and at last what this report can't say.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from typing import NamedTuple

from triage.export import texts
from triage.export.collect import arranged
from triage.export.contract import Dossier, Report
from triage.export.texts import Pair
from triage.model.items import ItemNo
from triage.model.leaving import DECISIONS, DETAILS, PASSAGES, RECORD
from triage.model.redactions import value_words

HIT, QUOTED = "hit", "quoted"
"""What a run of a passage can be: the words that a search marks, or what a message quotes from an earlier one."""
_KEY_TAG = "hot"
_MOST_NUMBERS = 12


class Heading(NamedTuple):
    """The heading of a section (level 1) or of a part of it (level 2)."""

    text: str
    level: int = 1


class Sentence(NamedTuple):
    """A paragraph; ``lost`` warns of something that isn't in the export."""

    text: str
    lost: bool = False


class Facts(NamedTuple):
    """Labels, each with a text; ``small`` ones are needed for checks alone."""

    pairs: Sequence[Pair]
    small: bool = False


class TableBlock(NamedTuple):
    """A table; where it ``links``, the first cell of each row is the number of an entry."""

    head: Sequence[str]
    rows: Iterable[Sequence[str]]  # to be gone through once
    links: bool = False


class Passage(NamedTuple):
    """A piece of an item's text: the origin or field that it is from, and runs with "", HIT or QUOTED."""

    origin: str
    runs: Sequence[tuple[str, str]]


class Entry(NamedTuple):
    """A finding with what is reported on it; ``level`` is that of its heading."""

    number: int
    title: str
    blocks: Sequence[Part]
    level: int = 2


Part = Heading | Sentence | Facts | TableBlock | Passage
Block = Part | Entry
_Entries = Sequence[tuple[Dossier, Sequence[Dossier]]]
"""Findings, each with its exact copies."""


def blocks(report: Report) -> Iterator[Block]:
    """Yield the report from top to bottom; a section with nothing to say isn't there."""
    yield from map(Sentence, texts.cover(report.order))
    yield Facts(texts.facts(report))
    yield Heading("Words in this report")
    yield Facts(texts.WORDS)
    for heading, pairs in texts.sections(report.order):
        yield Heading(heading)
        yield Facts(pairs)
    yield Heading("What could not be searched")
    problems = [(code, f"{count:,}", meaning) for code, count, meaning in texts.problems(report.order)]
    yield TableBlock(texts.PROBLEMS_HEAD, problems) if problems else Sentence(texts.NO_PROBLEMS)
    entries = list(report.entries)
    yield from _section("Reviewers", texts.REVIEWERS_HEAD, _reviewers(report.dossiers))
    yield from _chronology(entries)
    yield from _key_documents(entries)
    yield from _section("People", texts.PEOPLE_HEAD, _people(entries))
    yield from _section("Conversations", texts.CONVERSATIONS_HEAD, _conversations(entries))
    if entries:
        yield Heading("Findings")
        yield from findings(report)
    yield Heading("Limits of this report")
    yield from map(Sentence, texts.limits(report.order))


def _chronology(entries: _Entries) -> Iterator[Block]:
    yield Heading("Chronology")
    if not entries:
        yield Sentence(texts.NO_FINDINGS)
    parts: dict[str, list[Sequence[str]]] = {heading: [] for heading in ("", *texts.NO_CERTAIN_DATE)}
    heading_of: dict[ItemNo, str] = {}
    for dossier, copies in entries:
        row = dossier.finding.item.row
        inside = None if row.parent is None else heading_of.get(row.parent)  # what is attached stays with its message
        heading_of[row.no] = texts.uncertain(row) if inside is None else inside
        parts[heading_of[row.no]].append((str(dossier.number), *texts.overview(dossier, copies)))
    for heading, rows in parts.items():
        if heading and rows:
            yield Heading(heading, 2)
        if rows:
            yield TableBlock(texts.OVERVIEW_HEAD, rows, links=True)


def _section(heading: str, head: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[Block]:
    if rows:
        yield Heading(heading)
        yield TableBlock(head, rows)


def _key_documents(entries: _Entries) -> Iterator[Block]:
    key = [dossier for dossier, copies in entries if _KEY_TAG in texts.tags(dossier, copies)]
    if key:
        yield Heading("Key documents (tagged hot)")
    for dossier in key:
        date, sender, name, *_ = texts.overview(dossier)
        yield Heading(f"{dossier.number}. {name}", 2)
        yield Sentence(" · ".join(filter(None, (date, sender))))
        yield from (Passage(excerpt.field, reflowed(excerpt.runs)) for excerpt in dossier.excerpts)


def _reviewers(dossiers: Sequence[Dossier]) -> list[Sequence[str]]:
    days, decided = defaultdict[str, list[str]](list), Counter[str]()
    for dossier in dossiers:
        for decision in dossier.finding.decisions:
            days[decision.reviewer].append(decision.time[:10])
        decided.update({decision.reviewer for decision in dossier.finding.decisions})
    return [
        (who, str(count), str(len(days[who])), min(days[who]), max(days[who])) for who, count in decided.most_common()
    ]


def _people(entries: _Entries) -> list[Sequence[str]]:
    wrote = defaultdict[str, list[Dossier]](list)
    for dossier, _ in entries:
        if sender := dossier.finding.item.row.sender:
            wrote[sender].append(dossier)
    rows = sorted(wrote.items(), key=lambda pair: (-len(pair[1]), pair[0].casefold()))
    return [(sender, str(len(written)), *_span(written), _numbers(written)) for sender, written in rows]


def _conversations(entries: _Entries) -> list[Sequence[str]]:
    threads = defaultdict[str, list[Dossier]](list)
    for dossier, _ in entries:
        if thread := dossier.finding.item.thread:
            threads[thread].append(dossier)
    several = (messages for messages in threads.values() if len(messages) > 1)
    return [(m[0].finding.item.row.subject, str(len(m)), *_span(m), _numbers(m)) for m in several]


def _span(dossiers: Sequence[Dossier]) -> tuple[str, str]:
    rows = (d.finding.item.row for d in dossiers)
    days = sorted(row.date[:10] for row in rows if row.date and not row.doubtful and not row.file_time)
    return (days[0], days[-1]) if days else ("", "")


def _numbers(dossiers: Sequence[Dossier]) -> str:
    first = ", ".join(str(dossier.number) for dossier in dossiers[:_MOST_NUMBERS])
    return f"{first}, …" if len(dossiers) > _MOST_NUMBERS else first


def findings(report: Report) -> Iterator[Heading | Entry]:
    above, without = "", report.order.arrangement.without
    for heading, dossier, copies in arranged(report):
        if heading != above:
            yield Heading(heading, 2)
            above = heading
        yield _entry(dossier, copies, without, 3 if heading else 2)


def _entry(dossier: Dossier, copies: Sequence[Dossier], without: Set[str], level: int) -> Entry:
    row = dossier.finding.item.row
    parts: list[Part] = []
    if dossier.missing:
        parts.append(Sentence(f"The original is not in this export: {dossier.missing}", lost=True))
    if DETAILS not in without:
        parts.append(Facts(texts.details(dossier, copies)))
    if PASSAGES not in without:
        parts += (Passage(excerpt.field, reflowed(excerpt.runs)) for excerpt in dossier.excerpts)
    if DECISIONS not in without and (decisions := texts.decisions(dossier, copies)):
        rows = [(d.time, d.reviewer, d.action, value_words(d), d.way) for d in decisions]
        parts.append(TableBlock(texts.DECISIONS_HEAD, rows))
    if RECORD not in without:
        parts.append(Facts(texts.record(dossier), small=True))
    return Entry(dossier.number, row.subject or row.name or row.id, parts, level)


def reflowed(runs: Sequence[tuple[str, bool]]) -> list[tuple[str, str]]:
    """Return the runs of a text with its lines joined into paragraphs and its quotations (">") marked.

    A line break stays before a blank line, a quotation and an item of a list, and after a line that ends so soon that
    its writer must have meant it (only RFC 3676's "flowed" text says which breaks are meant).
    """
    text = "".join(run for run, _ in runs)
    lines = list(_lines(text))
    pieces: list[tuple[str, str]] = []
    at = number = 0
    for run, hit in runs:
        end = at + len(run)
        while at < end:
            line_end, joint, quoted = lines[number]
            piece = text[at : min(end, line_end)]
            at += len(piece)
            if at == line_end and at < end:
                piece, at, number = piece + joint, at + 1, number + 1
            kind = HIT if hit else QUOTED if quoted else ""
            if pieces and pieces[-1][1] == kind:
                pieces[-1] = pieces[-1][0] + piece, kind
            elif piece:
                pieces.append((piece, kind))
    return pieces


def by_line(runs: Sequence[tuple[str, str]]) -> Iterator[list[tuple[str, str]]]:
    """Yield the runs of each line of a passage: each line has a direction of its own."""
    line: list[tuple[str, str]] = []
    for text, kind in runs:
        first, *others = text.replace("\r\n", "\n").split("\n")
        line += [(first, kind)] if first else []
        for other in others:
            yield line
            line = [(other, kind)] if other else []
    yield line


def _lines(text: str) -> Iterator[tuple[int, str, bool]]:
    """Yield where each line of a text ends, what stands between it and the next one, and whether it is quoted."""
    lines, at = text.split("\n"), 0
    longest = max(map(len, lines))
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        quoted, at = line.lstrip().startswith(">"), at + len(line)
        goes_on = following[:1].isalnum() and not quoted and line.strip()
        yield at, " " if goes_on and len(line) * 3 > longest * 2 else "\n", quoted
        at += 1
