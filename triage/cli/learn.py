"""``triage names``, ``people``, ``near``, ``gaps``, ``order``: what is ranked, grouped and suggested, with evidence.

Nothing here is stated as a fact, and no item is coded or hidden.
"""

from __future__ import annotations

import argparse
import difflib
from collections import Counter
from collections.abc import Iterator, Sequence
from textwrap import wrap
from typing import TYPE_CHECKING

from triage.cli.options import (
    CASE,
    IDS_ALONE,
    JSON,
    PROGRESS,
    READ_ONLY,
    READING,
    REVIEWER,
    OneOf,
    Option,
    command,
    file,
    first_line,
    flag,
    limit,
    query,
    several,
    share,
    text,
)
from triage.cli.running import counting, open_case, reviewer, stopping
from triage.cli.terminal import STOPPED, count, more, show, table
from triage.errors import CaseError
from triage.insight.gaps.nouns import KINDS, Gap, GapReport
from triage.insight.order.nouns import Explanation, RankedItems, RankingTarget
from triage.messages import render

if TYPE_CHECKING:
    from triage.case import Case
    from triage.insight.names.nouns import Likeness, NameReport
    from triage.insight.near.nouns import ContainedReport
    from triage.insight.people.api import CasePeople
    from triage.insight.people.nouns import PeopleReport, SamePerson
    from triage.model.items import Item, Row
    from triage.model.reports import ReviewCurve

# ---- names

_ALIASES = 20
_WRITTEN = {
    "joined": "as one word",
    "split": "as two words",
    "line end": "broken at a line's end",
    "spaced": "spaced out",
    "initials": "as initials",
    "letters": "with letters that look the same",
    "spelling": "misspelled",
    "script": "in another script",
}


@command(
    "names",
    "List words that may be code names, with evidence; accept one as a saved search, or find words like a name.",
    (
        CASE,
        OneOf(
            Option("--accept", metavar="WORD", help="save a search for this candidate"),
            Option("--reject", metavar="WORD", help="record that this candidate is not a name"),
            Option(
                "--like",
                metavar="NAME",
                help="find words used like this name, and other spellings of it; - reads a line of standard input",
            ),
            flag("--again", "rank again, including what has been read since"),
        ),
        text("--name", "with --accept: the name of the saved search (default: the word)"),
        flag("--all", "list rejected candidates, too"),
        limit(100, "candidates to list"),
        REVIEWER,
        JSON,
        PROGRESS,
    ),
)
def _names(args: argparse.Namespace) -> int:
    with open_case(args) as case:
        names = case.reports.insight.names
        if args.accept:
            saved = names.accept(args.accept, reviewer(args), args.name)
            return show(args, saved, [f"{saved.name}, version {saved.version}: {saved.query}"])
        if args.reject:
            names.reject(args.reject, reviewer(args))
            return show(args, {"rejected": args.reject}, [f"Rejected: {args.reject}"])
        # Before ``stopping``, which waits for the end of standard input and would take the line away.
        name = first_line() if args.like == "-" else args.like
        with stopping(args) as stop:
            progress = counting(args, stop, "reading", "text")
            if args.like:
                likeness = names.like(name, progress, stop.is_set)
                return show(args, likeness, _likeness(likeness) if likeness else ())
            choice = {"rejected": args.all, "reviewer": args.reviewer or ""}
            report = None if args.again else names.ranked(args.limit or None, **choice)
            if report is None and names.find(progress, stop.is_set) is None:
                return STOPPED
            report = report or names.ranked(args.limit or None, **choice)
    return show(args, report, _candidates(report) if report else ())


def _likeness(likeness: Likeness) -> Iterator[str]:
    if likeness.variants:
        queries = ", ".join(variant.query for variant in likeness.variants)
        yield f"also written: {queries} ({count(likeness.items, 'more item')})"
        rows = [(variant.query, variant.items, _WRITTEN[variant.kind]) for variant in likeness.variants]
        yield from table({"query": 60, "items": 0, "": 40}, rows)
    else:
        yield f"No item writes {likeness.name} in another way."
    shown = likeness.aliases[:_ALIASES]
    if shown:
        yield ""
        alike = [(alias.word, alias.items) for alias in shown]
        yield from table({"used alike": 40, "items": 0}, alike, len(likeness.aliases))


def _candidates(report: NameReport) -> Iterator[str]:
    for rank, candidate in enumerate(report.candidates, 1):
        state = f" · {candidate.state}" if candidate.state else ""
        dates = f" · {candidate.first[:10]} to {candidate.last[:10]}" if candidate.first else ""
        yield f"{rank}. {candidate.written} · {count(candidate.items, 'item')}{dates}{state}"
        if candidate.people:
            yield f"   {', '.join(candidate.people)}"
        yield from (f"   {line.id[:10]} {line.date[:10]} {line.text}" for line in candidate.lines)
    if report.rejected:
        yield f"{count(report.rejected, 'name was', 'names were')} rejected; --all lists them, too."
    if not report.candidates:
        yield "No word stands out as a name."


# ---- people


@command(
    "people",
    "Show who wrote to whom and when; merge addresses and names that belong to one person.",
    (
        CASE,
        *query("only these messages (default: all)"),
        text("--person", "only messages from or to this address or name", metavar="WHO"),
        text("--other", "with --person: only messages in which both take part", metavar="WHO"),
        flag("--weeks", "divide the timeline into weeks instead of months"),
        text("--period", "with --ids: only messages of this month or week of the timeline", metavar="WHEN"),
        flag("--ids", "print only the ids of the messages, copies included"),
        OneOf(
            flag("--suggestions", "list addresses and names that may be one person, with evidence"),
            Option("--accept", metavar="ID", help="merge the two that this suggestion names"),
            Option("--same", nargs=2, metavar="WHO", help="merge these two, suggested or not"),
            Option("--reject", metavar="ID", help="record that this suggestion is wrong; this also undoes a merge"),
        ),
        flag("--all", "with --suggestions: list those already decided, too"),
        limit(20),
        REVIEWER,
        JSON,
        READ_ONLY,
        PROGRESS,
    ),
)
def _people(args: argparse.Namespace) -> int:
    shown_to, limit = args.reviewer or "", args.limit or None
    with open_case(args) as case:
        people = case.reports.insight.people
        if args.accept or args.reject or args.same:
            decision = _decide(people, args)
            return show(args, decision, [f"{decision.state}: {_pair(decision)}"])
        if args.suggestions:
            suggestions = people.suggestions(decided=True, reviewer=shown_to)
            listed = [suggestion for suggestion in suggestions if args.all or not suggestion.state]
            counts = Counter(suggestion.state or "suggested" for suggestion in suggestions)
            states = {state: counts[state] for state in ("suggested", "accepted", "rejected")}
            value = listed[:limit] if args.progress else {"suggestions": listed, **states}
            return show(args, value, _suggestions(listed, limit, states))
        if args.ids:
            nos = people.items(args.query, person=args.person, other=args.other, period=args.period)
            rows = case.search.rows(nos, args.query, reviewer=shown_to)
            return show(args, {"items": [row.id for row in rows]}, [row.id for row in rows])
        report = people.report(
            args.query, person=args.person, other=args.other, weeks=args.weeks, limit=limit, reviewer=shown_to
        )
    return show(args, report, _correspondence(report, limit))


def _decide(people: CasePeople, args: argparse.Namespace) -> SamePerson:
    who = reviewer(args)
    if args.same:
        one, other = args.same
        return people.join(one, other, who)
    return people.accept(args.accept, who) if args.accept else people.reject(args.reject, who)


def _pair(same: SamePerson) -> str:
    return " = ".join(f"{i.name} <{i.key}>" if i.name and "@" in i.key else i.key for i in (same.first, same.second))


def _suggestions(listed: Sequence[SamePerson], limit: int | None, states: dict[str, int]) -> Iterator[str]:
    for same in listed[:limit]:
        state = f" · {same.state} by {same.reviewer}, {same.time[:10]}" if same.state else ""
        yield f"{same.id}  {_pair(same)} · {same.score:.2f}{state}"
        yield from (f"    {render(message)}" for message in same.evidence)
        if same.items:
            yield f"    see {', '.join(item[:10] for item in same.items)}"
    yield from more(len(listed[:limit]), len(listed))
    yield ", ".join(f"{number:,} {state}" for state, number in states.items()) + "."


def _correspondence(report: PeopleReport, limit: int | None) -> Iterator[str]:
    undated = f", {report.undated:,} of them undated" if report.undated else ""
    yield f"{count(report.mails, 'message')}, copies counted once{undated}"
    people = [(p.key, p.name, p.sent, p.received, p.contacts, p.first, p.last) for p in report.people]
    heads = {"person": 40, "name": 28, "sent": 0, "received": 0, "contacts": 0, "first": 10, "last": 10}
    yield ""
    yield from table(heads, people, report.people_count)
    ties = [(t.sender, t.recipient, t.mails, f"{t.weight:.1f}", t.first, t.last, t.query) for t in report.ties]
    heads = {"from": 36, "to": 36, "messages": 0, "weight": 0, "first": 10, "last": 10, "query": 90}
    yield ""
    yield from table(heads, ties, report.ties_count)
    most = max((period.mails for period in report.timeline), default=1)
    months = [(t.start, t.mails, "#" * -(-20 * t.mails // most), t.query) for t in report.timeline]
    yield ""
    yield from table({"from": 10, "messages": 0, "": 20, "query": 90}, months)
    decided = f"{report.accepted:,} accepted, {report.rejected:,} rejected"
    yield f"\nWho may be one person: {decided}; --suggestions lists more."


# ---- near-duplicates, and mails that others contain

_WIDTH = 100
"""Characters of a line of two texts that are compared."""
_CONTAINED = {"id": 10, "date": 11, "from": 28, "subject": 48, "is in": 10, "of": 11}
_READ = ("body", "textbox", "note", "speaker", "ocr")


@command(
    "near",
    "Find near-duplicates: items whose words are nearly the same. Nothing is coded or hidden.",
    (
        CASE,
        Option(
            "--compare",
            nargs="+",
            metavar="ID",
            help="show how an item differs from the pivot of its group, or from a second item",
        ),
        flag("--contained", "instead list mails that a later mail of their conversation quotes in full"),
        limit(100, "with --contained: mails to list"),
        JSON,
        PROGRESS,
    ),
)
def _near(args: argparse.Namespace) -> int:
    if args.contained:
        return _contained(args)
    with open_case(args) as case, stopping(args) as stop:
        if args.compare:
            return _compare(case, args)
        progress = counting(args, stop, "comparing", "text")
        report = case.reports.insight.near.find(progress, stop.is_set)
    if report is None:
        return show(args, None)
    near = f"{count(report.near, 'text')} in {count(report.groups, 'group')} of near-duplicates"
    return show(args, report, [f"{count(report.compared, 'different text')} compared: {near}."])


def _compare(case: Case, args: argparse.Namespace) -> int:
    no = case.search.find(args.compare[0])
    if len(args.compare) > 1:
        first, second = no, case.search.find(args.compare[1])
    else:
        others = [member.no for member in case.reports.insight.near.group(no) if member.no != no]
        if not others:
            raise CaseError("no-near-duplicates", id=args.compare[0])
        first, second = others[0], no
    items = [case.search.item(number) for number in (first, second)]
    for item in items:
        case.search.showing(item, "")
    names = [item.row.id for item in items]
    before, after = map(_sentences, items)
    lines = list(difflib.unified_diff(before, after, names[0], names[1], lineterm="", n=1))
    return show(args, {"items": names, "lines": lines}, lines or ["Their texts are the same."])


def _sentences(item: Item) -> list[str]:
    """Return what a reader sees of an item, wrapped where a word of one text can't move all later lines."""
    texts = (segment.text for segment in item.segments if segment.origin in _READ)
    sentences = (sentence for text in texts for line in text.split("\n") for sentence in line.split(". "))
    return [line for sentence in sentences for line in wrap(sentence, _WIDTH)]


def _contained(args: argparse.Namespace) -> int:
    with open_case(args) as case, stopping(args) as stop:
        contained = case.reports.insight.contained
        report = contained.last()
        if report is None or not report.current:
            report = contained.find(counting(args, stop, "comparing", "mail"), stop.is_set)
        if report is None:
            return STOPPED
        listed = report.mails[: args.limit or None]
        mails = case.search.rows([mail.no for mail in listed], "is:contained", reviewer="")
        later = case.search.rows([mail.later for mail in listed], reviewer="")
    pairs = [{"id": mail.id, "in": other.id} for mail, other in zip(mails, later, strict=True)]
    value = {"compared": report.compared, "contained": len(report.mails), "mails": pairs}
    return show(args, value, _contained_lines(report, mails, later))


def _contained_lines(report: ContainedReport, mails: Sequence[Row], later: Sequence[Row]) -> Iterator[str]:
    contained = f"{len(report.mails):,} quoted in full by a later one (is:contained finds them)"
    yield f"{count(report.compared, 'mail')} compared: {contained}"
    cells = [
        (mail.id[:10], mail.date[:10], mail.sender, mail.subject, other.id[:10], other.date[:10])
        for mail, other in zip(mails, later, strict=True)
    ]
    if cells:
        yield from table(_CONTAINED, cells, len(report.mails))


_TITLES = {
    "absent": ("message that others refer to and the case lacks", "messages that others refer to and the case lacks"),
    "file": ("file that is named and not here", "files that are named and not here"),
}
_PEOPLE = 3


@command(
    "gaps",
    "Show what may be missing, with evidence: messages that others refer to, and files that messages name.",
    (
        CASE,
        Option("--kind", action="append", choices=KINDS, help="only gaps of this kind (default: all)"),
        text("--custodian", "only gaps in this custodian's records", metavar="NAME"),
        limit(10, "rows of each kind to list"),
        REVIEWER,
        JSON,
        READ_ONLY,
        PROGRESS,
    ),
)
def _gaps(args: argparse.Namespace) -> int:
    with open_case(args) as case, stopping(args) as stop:
        report = case.reports.insight.gaps.find(
            kinds=args.kind or KINDS,
            custodian=args.custodian,
            limit=args.limit or None,
            reviewer=args.reviewer or "",
            done=counting(args, stop, "reading", "text"),
            stop=stop.is_set,
        )
    return show(args, report, _gap_lines(report, args.kind or KINDS) if report else ())


def _gap_lines(report: GapReport, kinds: Sequence[str]) -> Iterator[str]:
    yield f"{count(report.mails, 'message')} looked at"
    for kind in kinds:
        gaps, total = [gap for gap in report.gaps if gap.kind == kind], report.total(kind)
        yield f"\n{count(total, *_TITLES[kind])}"
        for gap in gaps:
            yield from _gap(gap)
        yield from more(len(gaps), total)


def _gap(gap: Gap) -> Iterator[str]:
    days = gap.first if gap.first == gap.last else f"{gap.first} to {gap.last}"
    yield "  " + " · ".join(part for part in (gap.custodian, gap.about, days) if part)
    yield f"      {render(gap.evidence)}"
    if gap.people:
        yield f"      from {', '.join(gap.people[:_PEOPLE])}"
    if gap.query:
        yield f"      {gap.query}"


_TARGET = RankingTarget()


@command(
    "order",
    "Suggest an order in which to read items, likeliest relevant first, learned from people's own decisions.",
    (
        *READING,
        *query("the items to order, such as is:untagged (default: all)"),
        several("--relevant", "TAG", f"marks relevant items (default {', '.join(_TARGET.relevant)})", default=None),
        several("--not-relevant", "TAG", f"marks others (default {', '.join(_TARGET.not_relevant)})", default=None),
        several("--like", "QUERY", "words that relevant items have"),
        several("--saved", "NAME", "a saved search whose words relevant items have"),
        file("--terms", help="a list of terms that relevant items have"),
        Option("--seed", default=_TARGET.seed, help="draws the unread items that count as not relevant (default 1)"),
        limit(20),
        IDS_ALONE,
        flag("--only-read", "read the words of new items, but don't order any yet"),
        flag("--explain", "show the words and people that decide where each item is"),
        share("--recall", 0.95, "the recall to reach"),
        share("--confidence", 0.95, "confidence level of what is said about the recall"),
        PROGRESS,
    ),
)
def _order(args: argparse.Namespace) -> int:
    with open_case(args) as case, stopping(args) as stop:
        ordering, target = case.reports.insight.ordering, _target(case, args)
        if not ordering.update(counting(args, stop, "reading", "item"), stop.is_set):
            return STOPPED
        if args.only_read:
            items = case.status().items
            return show(args, {"items": items}, [f"The words of {count(items, 'item')} have been read."])
        nos = case.search.run(args.query).nos
        ranked, curve = ordering.order(nos, target), ordering.review(nos, target, args.recall, args.confidence)
        if args.progress:
            return show(args, {"order": ranked.nos, "ranking": ranked.ranking, "review": curve})
        listed = ranked.nos if args.ids or not args.limit else ranked.nos[: args.limit]
        rows = case.search.rows(listed, args.query, reviewer="")
        explanations = ordering.explain(listed, target) if args.explain else []
    if args.ids:
        print("\n".join(row.id for row in rows))
        return 0
    value = {"ranking": ranked.ranking, "review": curve, "rows": rows, "scores": ranked.scores[: len(rows)]}
    return show(args, value | {"explanations": explanations}, _ordered(ranked, curve, rows, explanations))


def _target(case: Case, args: argparse.Namespace) -> RankingTarget:
    return case.reports.insight.ordering.target(
        args.like,
        saved=args.saved,
        terms=args.terms,
        relevant=args.relevant or _TARGET.relevant,
        not_relevant=args.not_relevant or _TARGET.not_relevant,
        seed=args.seed,
    )


def _ordered(
    ranked: RankedItems, curve: ReviewCurve, rows: Sequence[Row], explanations: Sequence[Explanation]
) -> Iterator[str]:
    ranking, tags = ranked.ranking, " or ".join(ranked.ranking.target.relevant)
    learned = f"{ranking.relevant:,} relevant and {count(ranking.not_relevant, 'other item')}"
    beside = f", and from {count(len(ranking.target.words), 'word')}" if ranking.target.words else ""
    items = count(len(ranked.nos), "item")
    yield f"{items}, likeliest {tags} first: a suggestion, learned from {learned}{beside}"
    yield from curve.sentences
    columns = {"id": 10, "score": 0, "date": 11, "from": 28, "subject or name": 48, "tags": 20}
    cells = []
    for row, score in zip(rows, ranked.scores, strict=False):
        ranks = row.id[:10], "" if score is None else f"{score:+.4f}", row.date[:10]
        cells.append((*ranks, row.sender, row.subject or row.name, ", ".join(row.tags)))
    if not explanations:
        yield from table(columns, cells, len(ranked.nos))
        return
    for line, why in zip(cells, explanations, strict=True):
        yield "  ".join(cell for cell in line if cell)
        yield "  " + "; ".join(_parts(why))
    yield from more(len(rows), len(ranked.nos))


def _parts(why: Explanation) -> Iterator[str]:
    """Yield what speaks for an item and what against it, such as "harvest, from dana@orrin.example: +"."""
    for parts, sign in ((why.speaking_for, "+"), (why.speaking_against, "−")):
        if parts:
            yield f"{', '.join(word for word, _ in parts)}: {sign}"
    if not (why.speaking_for or why.speaking_against):
        yield "nothing is known of its words"
