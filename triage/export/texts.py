"""Sentences about an export that several outputs share: written once. Pure."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence

from msgspec.structs import replace

from triage.errors import PROBLEM_CODES
from triage.export.contract import Dossier, Order, Report
from triage.messages import render, say
from triage.model.items import Decision, Item, Row
from triage.model.leaving import COPIES, FAMILY, LEAVE_OUT, NOTHING, REDACT, THREAD
from triage.model.reports import TermRow
from triage.proof.verify.page import visible

Pair = tuple[str, str]
PROBLEMS_HEAD = ("Problem", "Count", "Meaning")
NO_PROBLEMS = "Every item that was read could be searched in full."
OVERVIEW_HEAD = ("No.", "Date (UTC)", "From", "Subject or name", "Custodian", "Tags")
REVIEWERS_HEAD = ("Reviewer", "Findings", "Decisions", "First", "Last")
PEOPLE_HEAD = ("From", "Findings", "First", "Last", "Numbers")
NO_CERTAIN_DATE = ("With a doubtful date", "With only the file's time", "Without a date")
"""The parts of the chronology that hold what has no certain place in it, by what the parts' findings lack."""
CONVERSATIONS_HEAD = ("Subject", "Findings", "First", "Last", "Numbers")
DECISIONS_HEAD = ("Decided (UTC)", "By", "What", "Value", "How")
WORDS: list[Pair] = [
    ("Item", "a message, an attachment, a document, or whatever else was read as one piece"),
    ("Finding", "an item in this export: the query finds it, or it belongs to one that the query finds"),
    ("Family", "a message with all that is attached to it"),
    ("Exact copy", "the same item in another place, with the same family around it"),
    ("Conversation", "messages that refer to one another in their headers"),
    ("Custodian", "the person or office whose records an item is from"),
    ("Tag", "what a reviewer decided on an item"),
    ("Hit", "a place in an item that a search marks"),
    ("Scope", "what may be opened, and what may never be; who approved it is named at the top"),
    ("Ledger, audit", "the records of every file that was opened or refused, and of every run and decision"),
]
"""Terms of the report, and what they mean in it."""
LIMITS = (
    "A search finds words. It doesn't find what was said in other words, spelt in a way that the query doesn't cover, "
    "or never written down; and it says nothing of items that couldn't be searched, which are counted above.",
    "Dates, senders and recipients are what the records state. Nobody has examined whether they are genuine.",
    "Tags are the judgement of the reviewers who are named with each. What nobody has read is not thereby irrelevant.",
    "This report covers the records of the scope as they were when they were read, and nothing else.",
)
"""What no reader must take a report for."""
READ_SO_FAR = "Read so far"
"""The label of what is said of a case that isn't read to its end."""
MORE_FINDINGS = "This PDF has the first {count:,} findings; report.html has all of them."
MORE_ROWS = "These are the first {count:,} lines; report.html and report.xlsx have all of them."
NO_FINDINGS = "The query finds no item; there is nothing to list."
_BELONGING = {
    FAMILY: "they complete the families of what it finds",
    THREAD: "they complete the conversations and families of what it finds",
    COPIES: "they are copies of what it finds, or complete families",
    NOTHING: "families were not completed",
}


def title(order: Order) -> str:
    return f"Findings: {order.case}"


def sections(order: Order) -> list[tuple[str, list[Pair]]]:
    """Return what backs the findings, by heading: the scope, and what is known of the searches where it is."""
    terms = [(row.term, _tally(row)) for row in order.terms.rows] if order.terms else []
    known = [
        (each.time[:16].replace("T", " "), render(each.result) if each.result else "not tested")
        for each in order.known_answers
    ]
    more = {
        "Search terms": terms,
        "Coverage": _coverage(order),
        "Known answers": known,
        "Suggestions": _suggestions(order),
    }
    return [("Scope", _scope(order)), *((heading, pairs) for heading, pairs in more.items() if pairs)]


def _tally(row: TermRow) -> str:
    if row.tally is None:
        return render(row.error) if row.error else "not asked"
    hits = f", with {row.tally.hits:,} hits" if row.tally.hits is not None else ""
    return f"{row.tally.documents:,} items{hits}; {row.tally.unique:,} found by no other term"


def _coverage(order: Order) -> list[Pair]:
    if (coverage := order.coverage) is None:
        return []
    reasons = [
        (reason.code or "-", f"{reason.items:,} {reason.level}: {reason.meaning}") for reason in coverage.reasons
    ]
    review = [("Review", sentence) for sentence in (coverage.review.sentences if coverage.review else ())]
    return [("Certificate", coverage.sentence), *review, ("Index", coverage.index.id), *reasons]


def _suggestions(order: Order) -> list[Pair]:
    listed = [("Suggested", f"{order.suggested.names:,} words that may be names")] if order.suggested.names else []
    return listed + [
        (f"{d.time[:16].replace('T', ' ')} {d.reviewer}", f"{d.decided} the {d.kind} {d.what}")
        for d in order.suggested.decided
    ]


def _scope(order: Order) -> list[Pair]:
    policy = order.policy
    allowed = [
        (f"Allowed: {a.id}", "; ".join(filter(None, (a.path, f"custodian {a.custodian}", a.basis))))
        for a in policy.allow
    ]
    return allowed + [(f"Denied: {d.id}", f"{d.glob}; {d.reason or 'no reason stated'}") for d in policy.deny]


def facts(report: Report) -> list[Pair]:
    order, status = report.order, report.order.status
    missing, unconverted = len(report.left_out), len(report.unconverted)
    of_what = "of the case" if status.extent.whole else "read so far"
    findings = f"{len(report.dossiers):,} of {status.items:,} items {of_what}"
    return [
        *_extent(order),
        ("Purpose", order.policy.purpose or "not stated"),
        ("Scope approved by", order.policy.approved_by or "not stated"),
        ("Query", order.query or "(every item)"),
        ("Read as", order.reading),
        ("Findings", findings + _copies(report) + _past(report)),
        ("Not found by the query", f"{len(report.belonging):,} of these: {_BELONGING[order.belonging]}"),
        (
            "Files examined",
            f"{status.examined:,}: {status.with_items:,} became items, {status.failed:,} could not be read, "
            f"{status.denied:,} were kept out by the scope",
        ),
        ("Tagged, but left out", ", ".join(f"{name}: {n:,}" for name, n in order.left_out.items()) or "no item"),
        ("Not searched", f"{order.not_searchable:,} items not at all, {order.partly:,} only in part"),
        ("Shown to people", order.shown.in_words() if order.shown else "not recorded"),
        *_privileged(order),
        *_redactions(order),
        ("Originals left out", f"{missing:,}" if missing else "none"),
        ("Outlook items not converted", f"{unconverted:,}" if unconverted else "none"),
        ("Exported by", f"{order.reviewer}, {order.created} (UTC)"),
        ("Program", f"Triage {order.version}"),
        *([("Confinement", render(say("broker-unconfined")))] if status.unconfined else []),
        ("Ledger", order.ledger_head),
        ("Audit", order.audit_head),
    ]


def _extent(order: Order) -> list[Pair]:
    message = order.status.extent.message
    return [(READ_SO_FAR, render(message))] if message else []


def limits(order: Order) -> list[str]:
    return [*(sentence for _, sentence in _extent(order)), *LIMITS]


def _privileged(order: Order) -> list[Pair]:
    decided = order.decided.get("privileged")
    if not decided:
        return []
    tagged, duplicates, family = (decided[name] for name in ("tagged", "duplicates", "family"))
    done = "left out" if decided["decision"] == LEAVE_OUT else "exported by decision"
    counts = f"{tagged:,} tagged, {duplicates:,} with the content of one, {family:,} in a family with one"
    return [("Privileged items", f"{done}: {counts}")]


def _redactions(order: Order) -> list[Pair]:
    decided = order.decided.get("redactions")
    if not decided:
        return []
    done = {LEAVE_OUT: "left out", REDACT: "exported without what is redacted"}.get(
        decided["decision"], "exported as they are, by decision"
    )
    counts = f"{decided['redacted']:,} redacted, {decided['holders']:,} whose originals hold one"
    pairs = [("Redacted items", f"{done}: {counts}")]
    if counted := Counter(other for _, other in order.quotations):
        quoting = (f"{other} says words that are redacted in {count:,} other items" for other, count in counted.items())
        pairs.append(("Quotations", f"not redacted: {'; '.join(quoting)}"))
    if order.faded:
        pairs.append(("Pages that lack pale marks of their source", ", ".join(order.faded)))
    return pairs


def _copies(report: Report) -> str:
    copies = sum(bool(d.copy_of) for d in report.dossiers)
    return f"; {len(report.dossiers) - copies:,} without exact copies, which are listed together" if copies else ""


def _past(report: Report) -> str:
    status, past = report.order.status, sum(bool(d.finding.item.row.state) for d in report.dossiers)
    if not status.superseded and not status.vanished:
        return ""
    decided = f", of which the findings include {past:,} that were decided on" if past else ""
    return f"; {status.superseded:,} superseded and {status.vanished:,} vanished items are kept beside them{decided}"


def problems(order: Order) -> list[tuple[str, int, str]]:
    """Return the case's problems that keep text from being searched: (code, how many, what it means), by code."""
    counted = Counter(p.code for p in order.problems if p.searchable != "fully")
    return [(code, count, PROBLEM_CODES.get(code, ("", code))[1]) for code, count in sorted(counted.items())]


DETAILS = tuple(
    "Date (UTC)|Date as written|From|To|Cc|Bcc|Subject|Custodian|Name|State|Tags|Searchable|Belongs to|Family|"
    "Exact copies|Duplicates|Not listed|Hits|Excerpts".split("|")
)
RECORD = ("Item", "Place", "Type and size", "sha256", "Original", "As mail message", "Redacted", "Text")
"""The labels of what is known of a finding."""


def details(dossier: Dossier, copies: Sequence[Dossier] = ()) -> list[Pair]:
    """Return what a reader wants to know of a finding beside its passages, without blank texts."""
    item = dossier.finding.item
    row, listed = item.row, {copy.finding.item.row.id for copy in copies}
    problems = "; ".join(render(p.message) for p in item.problems)
    searchable = row.searchable if problems or row.searchable != "fully" else ""
    marked = sum(hit for excerpt in dossier.excerpts for _, hit in excerpt.runs)
    values = [
        f"{row.date} ({'file changed' if row.file_time else item.date_kind})" if row.date else "none",
        item.date_raw,
        row.sender,
        "; ".join(item.to),
        "; ".join(item.cc),
        "; ".join(item.bcc),
        row.subject,
        row.custodian,
        row.name,
        state(item),
        ", ".join(dossier.finding.tags),
        ": ".join(filter(None, (searchable, problems))),
        f"{dossier.belongs_to}; the query doesn't find this item itself" if dossier.belongs_to else "",
        _family(dossier),
        "\n".join(f"no. {c.number}: {c.finding.item.row.custodian}, {c.place}" for c in copies),
        "\n".join(f"{c.id}: {c.custodian}, {c.place}" for c in dossier.copies if c.id not in listed),
        f"{dossier.unlisted} more relatives or duplicates" if dossier.unlisted else "",
        f"{dossier.hits}, of which {marked} are shown in the excerpts" if dossier.hits else "",
        _excerpts(dossier),
    ]
    return [(label, text) for label, text in zip(DETAILS, values, strict=True) if text]


def record(dossier: Dossier) -> list[Pair]:
    """Return what proves a finding and leads to its files, without blank texts."""
    item = dossier.finding.item
    row, unconverted = item.row, f"not converted: {dossier.unconverted}" if dossier.unconverted else ""
    message, redacted = ("", dossier.rendition) if dossier.redacted else (dossier.rendition or unconverted, "")
    values = [
        row.id,
        dossier.place,
        row.type if row.sealed or not row.size else f"{row.type}, {row.size} bytes",
        item.sha256,
        dossier.native or f"left out: {dossier.missing}",
        message,
        redacted,
        dossier.text,
    ]
    return [(label, text) for label, text in zip(RECORD, values, strict=True) if text]


def _excerpts(dossier: Dossier) -> str:
    if dossier.marked_by:
        return f"passages marked by {', '.join(dossier.marked_by)}"
    if dossier.reason:
        return f"hits of {dossier.reason}"
    if not dossier.excerpts or any(hit for excerpt in dossier.excerpts for _, hit in excerpt.runs):
        return ""
    return "the opening lines: no search on record marks a place in this text"


def state(item: Item) -> str:
    """Return what to know of an item that is no longer in the sources, "" for one that is."""
    if item.row.state in ("vanished", "purged"):
        return f"{item.row.state}: no longer in {'scope' if item.row.state == 'purged' else 'the sources'}"
    by = f", its later version is {item.successor}" if item.successor else ""
    return item.row.state and f"superseded: no longer in the sources{by}"


def overview(dossier: Dossier, copies: Sequence[Dossier] = ()) -> tuple[str, str, str, str, str]:
    """Return a finding's line in the overview: date to the minute, sender, subject or name, custodians, tags.

    Of what has no date of its own it is the day of the file.
    """
    row = dossier.finding.item.row
    date = row.date[:16].replace("T", " ") + "?" * row.doubtful
    if row.file_time:
        date = f"{date[:10]} (file changed)"
    name = " ".join(filter(None, (row.subject or row.name, row.state and f"({row.state})")))
    sender = row.sender.partition(" <")[0].strip('" ') or row.sender  # the name, if there is one beside the address
    custodians = dict.fromkeys(d.finding.item.row.custodian for d in (dossier, *copies))
    return date, sender, name, ", ".join(custodians), ", ".join(tags(dossier, copies))


def uncertain(row: Row) -> str:
    """Return which part of :data:`NO_CERTAIN_DATE` an item's row belongs to, "" where its date is certain."""
    doubtful, file_time, undated = NO_CERTAIN_DATE
    if not row.date:
        return undated
    return doubtful if row.doubtful else file_time if row.file_time else ""


def tags(dossier: Dossier, copies: Sequence[Dossier] = ()) -> list[str]:
    return sorted({tag for d in (dossier, *copies) for tag in d.finding.tags})


def decisions(dossier: Dossier, copies: Sequence[Dossier] = ()) -> list[Decision]:
    """Return what was decided on a finding, and on its copies where that differs, oldest first."""
    own = {(d.time, d.reviewer, d.action, d.value) for d in dossier.finding.decisions}
    other = [
        replace(d, value=f"{d.value} (on no. {copy.number} alone)")
        for copy in copies
        for d in copy.finding.decisions
        if (d.time, d.reviewer, d.action, d.value) not in own
    ]
    return sorted((*dossier.finding.decisions, *other), key=lambda d: d.time)


def cover(order: Order) -> list[str]:
    return list(filter(None, map(str.strip, order.arrangement.cover.split("\n\n"))))


def _family(dossier: Dossier) -> str:
    roles = {"parent": "lies in", "ancestor": "is within", "child": "contains", "sibling": "beside"}
    return "\n".join(
        f"{roles[r.role]} {r.id} {r.name}" + ("" if r.exported else " (not in this export)") for r in dossier.relatives
    )


# Hostile text made safe to show

RIGHT_TO_LEFT = frozenset({"R", "AL"})
STRONG = RIGHT_TO_LEFT | {"L"}
"""Classes of characters that have a direction of their own (Unicode Annex 9, table 4)."""
MAY_TURN = re.compile("[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]")
"""What may be written from right to left: the blocks that Unicode keeps for it (UAX 9, 3.2), and the mark."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\x00", "＝", "＋", "－", "＠")


def right_to_left(text: str) -> bool:
    """Return whether the first letter of a text with a direction is written from right to left (UAX 9, P2)."""
    if text.isascii() or not MAY_TURN.search(text):
        return False
    first = next((kind for kind in map(unicodedata.bidirectional, text) if kind in STRONG), "L")
    return first in RIGHT_TO_LEFT


def line(text: str) -> str:
    """Return the text as one visible line: runs of white space become one blank."""
    return visible(" ".join(text.split()))


def cell(text: str) -> str:
    """Return the text as a cell that no spreadsheet takes for a formula: a leading apostrophe where one would.

    Source: OWASP ASVS 1.2.10, with carriage return, line feed and the full-width forms, which Excel folds.
    """
    if not text.isascii():
        text = text.encode("utf-8", "replace").decode("utf-8")
    return f"'{text}" if text.startswith(_FORMULA) else text
