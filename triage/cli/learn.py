"""``triage names``, ``people``, ``near``, ``gaps``, ``order``: what is ranked, grouped and suggested, with evidence.

Nothing here is stated as a fact, and nothing is coded or hidden.
"""

from __future__ import annotations

import argparse
import difflib
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
    from triage.insight.names.nouns import Likeness, NameCandidate, NameReport
    from triage.insight.near.nouns import ContainedReport, NearReport
    from triage.insight.people.api import CasePeople
    from triage.insight.people.nouns import Identity, PeopleReport, SamePerson
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
    "List words that may be code names, with evidence; accept one as a saved search, or find what is like a name.",
    (
        CASE,
        OneOf(
            Option("--accept", metavar="WORD", help="save a search for this candidate"),
            Option("--reject", metavar="WORD", help="remember that this candidate is none"),
            Option(
                "--like",
                metavar="NAME",
                help="find words used as this name is, and other ways to write it; -: a line of standard input",
            ),
            flag("--again", "rank anew, with what was read since"),
        ),
        text("--name", "with --accept: the name of the saved search (default: the word)"),
        flag("--all", "list rejected candidates too"),
        limit(100, "candidates to list"),
        REVIEWER,
        JSON,
        PROGRESS,
    ),
)
def _names(args: argparse.Namespace) -> int:
    with open_case(args) as case:
        if args.accept:
            saved = case.reports.insight.names.accept(args.accept, reviewer(args), args.name)
            return show(args, saved, [f"{saved.name}, version {saved.version}: {saved.query}"])
        if args.reject:
            case.reports.insight.names.reject(args.reject, reviewer(args))
            return show(args, {"rejected": args.reject}, [f"Rejected: {args.reject}"])
        if args.like == "-":
            args.like = first_line()
        return _like(case, args) if args.like else _list_names(case, args)


def _like(case: Case, args: argparse.Namespace) -> int:
    with stopping(args) as stop:
        likeness = case.reports.insight.names.like(args.like, counting(args, stop, "reading", "text"), stop.is_set)
    return show(args, likeness, _likeness(likeness) if likeness else ())


def _likeness(likeness: Likeness) -> Iterator[str]:
    if likeness.variants:
        queries = ", ".join(variant.query for variant in likeness.variants)
        yield f"also written: {queries} ({count(likeness.items, 'more item')})"
        rows = [(one.query, one.items, _WRITTEN[one.kind]) for one in likeness.variants]
        yield from table({"query": 60, "items": 0, "": 40}, rows)
    else:
        yield f"No item writes {likeness.name} in another way."
    shown = likeness.aliases[:_ALIASES]
    if shown:
        yield ""
        alike = [(one.word, one.items) for one in shown]
        yield from table({"used alike": 40, "items": 0}, alike, len(likeness.aliases))


def _list_names(case: Case, args: argparse.Namespace) -> int:
    names = case.reports.insight.names
    with stopping(args) as stop:
        report = (
            None if args.again else names.ranked(args.limit or None, rejected=args.all, reviewer=args.reviewer or "")
        )
        if report is None:
            if names.find(counting(args, stop, "reading", "text"), stop.is_set) is None:
                return STOPPED
            report = names.ranked(args.limit or None, rejected=args.all, reviewer=args.reviewer or "")
    return show(args, report, _candidates(report) if report else ())


def _candidates(report: NameReport) -> Iterator[str]:
    for place, one in enumerate(report.candidates, 1):
        yield from _candidate(place, one)
    if report.rejected:
        yield f"{count(report.rejected, 'name was', 'names were')} rejected; --all lists them too."
    if not report.candidates:
        yield "No word stands out as a name."


def _candidate(place: int, one: NameCandidate) -> Iterator[str]:
    state = f" · {one.state}" if one.state else ""
    dates = f" · {one.first[:10]} to {one.last[:10]}" if one.first else ""
    yield f"{place}. {one.written} · {count(one.items, 'item')}{dates}{state}"
    if one.people:
        yield f"   {', '.join(one.people)}"
    for line in one.lines:
        yield f"   {line.id[:10]} {line.date[:10]} {line.text}"


# ---- people


@command(
    "people",
    "Show who wrote to whom and when; merge the addresses and names of a person, by suggestion and decision.",
    (
        CASE,
        *query("only these messages (default: all)"),
        text("--person", "only messages from or to this address or name", metavar="WHO"),
        text("--other", "with --person: only those that both have a part in", metavar="WHO"),
        flag("--weeks", "divide the timeline by weeks, not by months"),
        text("--period", "with --ids: of this month or week of the timeline", metavar="WHEN"),
        flag("--ids", "print the ids of the messages alone, copies included"),
        OneOf(
            flag("--suggestions", "list what may be one person, with evidence"),
            Option("--accept", metavar="ID", help="merge what this suggestion names"),
            Option("--same", nargs=2, metavar="WHO", help="merge these two, suggested or not"),
            Option("--reject", metavar="ID", help="remember that this suggestion is wrong; also takes a merge back"),
        ),
        flag("--all", "with --suggestions: those that are decided, too"),
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
            made = _decide(people, args)
            return show(args, made, [f"{made.state}: {_pair(made)}"])
        if args.suggestions:
            every = people.suggestions(decided=True, reviewer=shown_to)
            listed = [one for one in every if args.all or not one.state]
            value = (
                listed[:limit]
                if args.progress
                else {"suggestions": listed, **{state or "suggested": n for state, n in _counts(every).items()}}
            )
            return show(args, value, _suggestions(every, listed, limit))
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


def _counts(every: Sequence[SamePerson]) -> dict[str, int]:
    states = [one.state for one in every]
    return {state: states.count(state) for state in ("", "accepted", "rejected")}


def _pair(one: SamePerson) -> str:
    return f"{_identity(one.first)} = {_identity(one.second)}"


def _identity(one: Identity) -> str:
    return f"{one.name} <{one.key}>" if one.name and "@" in one.key else one.key


def _suggestions(every: Sequence[SamePerson], listed: Sequence[SamePerson], limit: int | None) -> Iterator[str]:
    for one in listed[:limit]:
        state = f" · {one.state} by {one.reviewer}, {one.time[:10]}" if one.state else ""
        yield f"{one.id}  {_pair(one)} · {one.score:.2f}{state}"
        yield from (f"    {render(message)}" for message in one.evidence)
        if one.items:
            yield f"    see {', '.join(item[:10] for item in one.items)}"
    yield from more(len(listed[:limit]), len(listed))
    counts = _counts(every)
    yield f"{counts['']:,} suggested, {counts['accepted']:,} accepted, {counts['rejected']:,} rejected."


def _correspondence(report: PeopleReport, limit: int | None) -> Iterator[str]:
    undated = f", {report.undated:,} of them undated" if report.undated else ""
    yield f"{count(report.mails, 'message')}, copies counted once{undated}"
    people = [(p.key, p.name, p.sent, p.received, p.contacts, p.first, p.last) for p in report.people]
    heads = {"person": 40, "name": 28, "sent": 0, "got": 0, "contacts": 0}
    yield ""
    yield from table({**heads, "first": 10, "last": 10}, people, report.people_count)
    ties = [(t.sender, t.recipient, t.mails, f"{t.weight:.1f}", t.first, t.last, t.query) for t in report.ties]
    heads = {"from": 36, "to": 36, "messages": 0, "weight": 0, "first": 10, "last": 10, "query": 90}
    yield ""
    yield from table(heads, ties, report.ties_count)
    most = max((one.mails for one in report.timeline), default=1)
    months = [(one.start, one.mails, "#" * -(-20 * one.mails // most), one.query) for one in report.timeline]
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
            help="show how an item differs from the pivot of its group, or from a second one",
        ),
        flag(
            "--contained", "list instead mails that a later mail of their conversation quotes in full, with that mail"
        ),
        limit(100, "with --contained: how many to list"),
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
    return show(args, report, _near_lines(report) if report else ())


def _near_lines(report: NearReport) -> Iterator[str]:
    near = f"{count(report.near, 'text')} in {count(report.groups, 'group')} of near-duplicates"
    yield f"{count(report.compared, 'different text')} compared: {near}."


def _compare(case: Case, args: argparse.Namespace) -> int:
    """Print the lines of two items that differ, the pivot's or the first one's with a minus."""
    no = case.search.find(args.compare[0])
    if len(args.compare) > 1:
        first, second = no, case.search.find(args.compare[1])
    else:
        group = case.reports.insight.near.group(no)
        others = [one.no for one in group if one.no != no]
        if not others:
            raise CaseError("no-near-duplicates", id=args.compare[0])
        first, second = others[0], no
    items = [case.search.item(one) for one in (first, second)]
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
    """Compare the mails of each conversation, unless nothing changed since that was done, and list what was found."""
    with open_case(args) as case, stopping(args) as stop:
        contained = case.reports.insight.contained
        report = contained.last()
        if report is None or not report.current:
            report = contained.find(counting(args, stop, "comparing", "mail"), stop.is_set)
        if report is None:
            return STOPPED
        shown = report.mails[: args.limit or None]
        mails = case.search.rows([one.no for one in shown], "is:contained", reviewer="")
        later = case.search.rows([one.later for one in shown], reviewer="")
    pairs = [{"id": mail.id, "in": other.id} for mail, other in zip(mails, later, strict=True)]
    value = {"compared": report.compared, "contained": len(report.mails), "mails": pairs}
    return show(args, value, _contained_lines(report, mails, later))


def _contained_lines(report: ContainedReport, mails: Sequence[Row], later: Sequence[Row]) -> Iterator[str]:
    compared = count(report.compared, "mail")
    yield f"{compared} compared: {len(report.mails):,} quoted in full by a later one (is:contained finds them)"
    cells = [
        (mail.id[:10], mail.date[:10], mail.sender, mail.subject, other.id[:10], other.date[:10])
        for mail, other in zip(mails, later, strict=True)
    ]
    if cells:
        yield from table(_CONTAINED, cells, len(report.mails))


# ---- gaps

_TITLES = {
    "absent": ("message that others refer to and the case doesn't have", "messages that others refer to"),
    "file": ("file that is named and not here", "files that are named and not here"),
}
_PEOPLE = 3


@command(
    "gaps",
    "Show what may be missing: messages that others refer to, and files that messages name; with evidence.",
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


# ---- order


_TARGET = RankingTarget()


@command(
    "order",
    "Suggest an order in which to read items, likeliest relevant first, learned from people's own decisions.",
    (
        *READING,
        *query("the items to order, such as is:untagged (default: all)"),
        several("--relevant", "TAG", f"makes an item relevant ({', '.join(_TARGET.relevant)})", default=None),
        several("--not-relevant", "TAG", f"makes it not so ({', '.join(_TARGET.not_relevant)})", default=None),
        several("--like", "QUERY", "words of relevant items"),
        several("--saved", "NAME", "the words of a saved search"),
        file("--terms", help="the words of a list of terms"),
        Option("--seed", default=_TARGET.seed, help="of the unread items taken as not relevant (1)"),
        limit(20),
        IDS_ALONE,
        flag("--only-read", "read the words of new items, and order none yet"),
        flag("--explain", "show which words and people put each item there"),
        share("--recall", 0.95, "the recall aimed at"),
        share("--confidence", 0.95, "how surely"),
        PROGRESS,
    ),
)
def _order(args: argparse.Namespace) -> int:
    with open_case(args) as case, stopping(args) as stop:
        ordering, target = case.reports.insight.ordering, _target(case, args)
        if not ordering.update(counting(args, stop, "reading", "item"), stop.is_set):
            return STOPPED
        if args.only_read:
            return _only_read(case, args)
        nos = case.search.run(args.query).nos
        ranked, curve = ordering.order(nos, target), ordering.review(nos, target, args.recall, args.confidence)
        if args.progress:
            return show(args, {"order": ranked.nos, "ranking": ranked.ranking, "review": curve})
        shown = ranked.nos if args.ids or not args.limit else ranked.nos[: args.limit]
        rows = case.search.rows(shown, args.query, reviewer="")
        explanations = ordering.explain(shown, target) if args.explain else []
    if args.ids:
        print("\n".join(row.id for row in rows))
        return 0
    value = {"ranking": ranked.ranking, "review": curve, "rows": rows, "scores": ranked.scores[: len(rows)]}
    return show(args, value | {"explanations": explanations}, _ordered(ranked, curve, rows, explanations))


def _only_read(case: Case, args: argparse.Namespace) -> int:
    items = case.status().items
    return show(args, {"items": items}, [f"The words of {count(items, 'item')} are read."])


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
    made, tags = ranked.ranking, " or ".join(ranked.ranking.target.relevant)
    learned = f"{made.relevant:,} relevant and {count(made.not_relevant, 'other item')}"
    beside = f", and from {count(len(made.target.words), 'word')}" if made.target.words else ""
    items = count(len(ranked.nos), "item")
    yield f"{items}, likeliest {tags} first: a suggestion, learned from {learned}{beside}"
    yield from curve.sentences
    columns = {"id": 10, "score": 0, "date": 11, "from": 28, "subject or name": 48, "tags": 20}
    cells = [
        (
            row.id[:10],
            "" if score is None else f"{score:+.4f}",
            row.date[:10],
            row.sender,
            row.subject or row.name,
            ", ".join(row.tags),
        )
        for row, score in zip(rows, ranked.scores, strict=False)
    ]
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
