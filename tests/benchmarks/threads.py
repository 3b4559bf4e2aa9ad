"""Conversations without headers: how far they are what headers say, on mail that you provide and on generated lists.

    python -m tests.benchmarks.threads LIST_MAIL [OTHER_MAIL ...]

LIST_MAIL is a folder of messages of mailing lists (each with List-Id or X-Mailing-List; others in it are left out),
OTHER_MAIL a folder of any mail. Each is indexed with Message-ID, In-Reply-To and References taken out; the truth is
what these say.

*Pairs*: of all pairs of messages that headers put in one conversation, how many are found (recall); of all pairs found,
how many headers confirm (precision); and their F1. Only conversations count of which headers decide: none with a
message that isn't there, and none with an answer, by its subject, that has no such header; what these have to do with
others is unknown. Two further figures are over all messages: one takes the unknown for a no; the other takes for the
truth what is found with headers, where they are lacking by inference. *Links*: of the messages whose headers name one
that is there, how many are in one conversation with it, and how many stand right below it.
"""

from __future__ import annotations

import random
import re
import sys
import tempfile
import time
from collections.abc import Hashable, Iterator, Sequence
from pathlib import Path

from tests.benchmarks import measure as measure  # keys of its own
from tests.mailing_lists import generate, hidden, pairs_f1
from tests.records import case_of
from triage.case import Case
from triage.insight.threads import topic_of
from triage.model.items import ItemNo
from triage.parsers.mail.eml import read_message
from triage.store.threads import message_key

_GENERATED, _BRACKETLESS = 400, 1_000


def main(folders: Sequence[str]) -> None:
    """Print the figures."""
    listed = generate(2026, _GENERATED)
    _compare(f"generated lists, {_GENERATED} threads", [one.data() for one in listed])
    _bracketless()
    for at, folder in enumerate(folders):
        data = [path.read_bytes() for path in sorted(Path(folder).rglob("*")) if path.is_file()]
        if at == 0:
            data = [one for one in data if re.search(rb"(?im)^(?:list-id|x-mailing-list):", one[:20_000])]
            _compare(folder, data)
        else:
            _count(folder, data)


def _compare(name: str, mails: Sequence[bytes]) -> None:
    """Print how far what is found without headers is what headers say."""
    extracts = [read_message(one) for one in mails]
    ids = {message_key(extract.message_id or ""): at for at, extract in enumerate(extracts)}
    leader = {key: key for key in ids}
    open_ends: set[str] = set()
    for key, at in ids.items():
        references = extracts[at].references
        for reference in references:
            leader.setdefault(reference, reference)
            leader[_top(leader, reference)] = _top(leader, key)
        open_ends |= set(references) - ids.keys()
        if not references and topic_of(extracts[at].subject or "")[1]:
            open_ends.add(key)
    unknown = {_top(leader, key) for key in open_ends}
    true = [_top(leader, key) for key in ids]
    decided = [place for place, top in enumerate(true) if top not in unknown]
    found, above = _index([hidden(mails[at]) for at in ids.values()])
    places = {key: place for place, key in enumerate(ids)}
    pairs = [
        (places[key], places[known[-1]])
        for key, at in ids.items()
        if (known := [reference for reference in extracts[at].references if reference in ids])
    ]
    print(f"{name}: {len(ids):,} messages")
    _print_f1("pairs that headers decide", [true[p] for p in decided], [found[p] for p in decided])
    _print_f1("pairs of all messages", true, found)
    whole, _ = _index([mails[at] for at in ids.values()])
    _print_f1("pairs found with headers", whole, found)
    together = sum(found[one] == found[other] for one, other in pairs)
    right = sum(above.get(one) == other for one, other in pairs)
    print(f"  links: {len(pairs):,} known; {together:,} in one conversation, {right:,} right below")


def _print_f1(name: str, true: Sequence[Hashable], found: Sequence[Hashable]) -> None:
    precision, recall, f1 = pairs_f1(true, found)
    print(f"  {name}: F1 {f1:.3f} (precision {precision:.3f}, recall {recall:.3f}; {len(true):,} messages)")


def _top(leader: dict[str, str], key: str) -> str:
    while (up := leader[key]) != key:
        leader[key] = key = leader[up]
    return key


def _index(mails: Sequence[bytes]) -> tuple[list[int], dict[int, int]]:
    """Return the conversation of each message, and the places of those that are inferred with those above them."""
    with tempfile.TemporaryDirectory() as folder, case_of(Path(folder), _files(mails)) as case:
        rows = case.search.rows(case.search.run("*").nos)
        place = {row.no: int(row.name) for row in rows if row.parent is None}
        found = {
            at: min([n.no for n in case.search.conversation(no).nodes if n.no] or [no]) for no, at in place.items()
        }
        links = case._opened.store.rows("SELECT item, parent FROM inferred")
        above = {place[one]: place[other] for one, other in links if one in place and other in place}
        return [found[at] for at in range(len(mails))], above


def _files(mails: Sequence[bytes]) -> dict[str, bytes | str]:
    return {f"all/{at // 500}/{at}": data for at, data in enumerate(mails)}


def _bracketless() -> None:
    """Print how many answers stand below what they answer, where neither ids nor references have brackets."""
    chance = random.Random(18)
    parents = {number: chance.randrange(max(0, number - 40), number) for number in range(1, _BRACKETLESS + 1)}
    heads = [f"Message-ID: id.{n}@lark.example\nSubject: plan {n}\nDate: {_date(n)}" for n in range(_BRACKETLESS + 1)]
    for number, parent in parents.items():
        name = chance.choice(("In-Reply-To", "References"))
        heads[number] += f"\n{name}: id.{parent}@lark.example"
    mails = [f"From: ada@lark.example\nTo: ben@lark.example\n{head}\n\ntext\n".encode() for head in heads]
    with tempfile.TemporaryDirectory() as folder, case_of(Path(folder), _files(mails)) as case:
        placed = dict(_above(case, case.search.find(case.search.rows(case.search.run("subject:0").nos)[0].id)))
    right = sum(placed.get(f"plan {n}") == f"plan {parent}" for n, parent in parents.items())
    print(f"replies without brackets: {right:,} of {_BRACKETLESS:,} right below what they answer")


def _date(number: int) -> str:
    return f"{1 + number // 500:02d} May 2023 {number % 500 // 60:02d}:{number % 60:02d}:00 +0000"


def _above(case: Case, no: ItemNo) -> Iterator[tuple[str, str]]:
    """Yield the subject of each message of a conversation with that of the one above it."""
    way: list[str] = []
    for node in case.search.conversation(no).nodes:
        del way[node.depth :]
        yield node.subject, way[-1] if way else ""
        way.append(node.subject)


def _count(name: str, mails: Sequence[bytes]) -> None:
    """Print how many answers are placed."""
    started = time.monotonic()
    with tempfile.TemporaryDirectory() as folder, case_of(Path(folder), _files(mails)) as case:
        store = case._opened.store
        subjects = store.rows("SELECT n, subject, refs FROM item WHERE parent IS NULL AND sender<>''")
        topics = {n: topic_of(subject) for n, subject, refs in subjects if refs == "[]"}
        answers = [n for n, (_, mark, _) in topics.items() if mark]
        others: dict[str, int] = {}
        for topic, *_ in topics.values():
            others[topic] = others.get(topic, 0) + 1
        company = sum(others[topics[n][0]] > 1 for n in answers)
        links = store.rows("SELECT item, parent, evidence FROM inferred")
        joined = {n for item, parent, _ in links for n in (item, parent)}
        evidence = {name: sum(why == name for *_, why in links) for name in {why for *_, why in links}}
    print(f"{name}: {len(mails):,} files, indexed in {time.monotonic() - started:.0f} s; {len(answers):,} answers and")
    print(f"  forwards by their subject and without headers, {company:,} with another message of this subject;")
    print(f"  {len(joined & set(answers)):,} are in a conversation; links: {evidence}")


if __name__ == "__main__":
    main(sys.argv[1:])
