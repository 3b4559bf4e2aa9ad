"""What is in the corpus, as listed by hand: planted queries, problems, threads. ``answers.toml`` is made from this.

Items are named by the key that they have in the story; a key stands for every place that holds this content.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass

from sample_corpus.catalog import File
from sample_corpus.planted import QUERIES, Query
from sample_corpus.reader import Seen, everything

PROBLEMS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("locked-zip", "not", ("encrypted",)),
    ("locked-docx", "not", ("encrypted",)),
    ("broken-docx", "", ("damaged", "truncated")),
    ("broken-pdf", "", ("damaged", "truncated")),
    ("scan", "partly", ("needs-ocr", "no-text")),
    ("logo", "", ("unsupported", "needs-ocr", "no-text")),
    ("unknown", "not", ("unsupported",)),
    ("empty", "", ("empty",)),
    ("odd-date", "fully", ("date-invalid",)),
    ("unsafe-zip", "fully", ("unsafe-name",)),
)
"""Key, how far the item is searchable ("" where the code alone says it), and the codes of which one must be there."""

GUESSED = ("summary-he", "memo47")
"""Files whose character set isn't written anywhere; a ``charset-guessed`` is right for these."""

THREADS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("nightly join; its fourth message is in no mailbox", ("join1", "join2", "join2~received", "join3", "join5")),
    ("price paper", ("score1", "score2")),
    ("the vine, in three languages", ("vine1", "vine2", "vine3", "calm", "calm~received")),
    ("larger plan", ("plan", "plan2")),
    ("report to compliance", ("report1", "evidence-mail", "thanks")),
    ("clause 7.2", ("clause1", "reply-ingrid")),
    ("counsel", ("counsel1", "counsel2")),
    ("notice", ("notice", "answer")),
    ("release, nothing to do with it", ("release", "release2")),
    ("note of 20 May", ("note20", "digest")),
    ("transfer, in Outlook files", ("transfer1", "transfer2")),
)

_HELD_OFTEN = (
    *("join1", "join3", "join5", "score1", "vine1", "vine3", "report1", "reply-ingrid", "digest", "lunch", "plan2"),
    *("firedrill", "terms", "pricing", "books", "rota"),
)
COPIES: tuple[tuple[str, ...], ...] = (*((key,) for key in _HELD_OFTEN), ("calm", "calm~received"))
"""Content that is held in several places, each a group of duplicates; the last pair differs in a Received header."""

_HEAD = """# The known answers of the sample corpus. Made by `python -m sample_corpus.make`; don't edit by hand.
#
# Paths are relative to files/. "path!0.1" is the second child of the first child of that file, counted from 0 in the
# order in which they stand in their parent.

[scope]
purpose = "Sample: how Varenholm Holding uses pooled data, and who at Orrelane knew"
approved_by = "Rosalind Wick, Wrenfield"
"""

SCOPE_ALLOW = (
    ("mira", "mailboxes/mira.castellan", "Mira Castellan", "mailbox, company policy 4.2"),
    ("jonas", "mailboxes/jonas.adewick", "Jonas Adewick", "mailbox, company policy 4.2"),
    ("dalia", "mailboxes/dalia.ben-oriel", "Dalia Ben-Oriel", "mailbox, company policy 4.2"),
    ("karim", "mailboxes/karim.nasserin", "Karim Nasserin", "mailbox, company policy 4.2"),
    ("ingrid", "mailboxes/ingrid.solvang", "Ingrid Solvang", "mailbox, with her consent"),
    ("shared", "shared-drive", "Shared drive", "the company's own papers"),
)
SCOPE_DENY = (
    ("customer-content", "customer-data", "the customer's own records: never opened"),
    ("works-council", "works-council/**", "protected by the works agreement"),
)


def document(inside: list[File], outside: list[File]) -> str:
    """Return the text of ``answers.toml``; raises ValueError where a list and the texts disagree."""
    items = everything(inside)
    wrong = [line for query in QUERIES for line in _disagreements(query, items)]
    if wrong:
        raise ValueError("The answers don't fit what was written:\n" + "\n".join(wrong))
    return "\n".join((_HEAD, _scope(), _counts(inside, outside, items), _queries(items), _facts(items)))


def _places(keys: tuple[str, ...], items: list[Seen]) -> list[str]:
    """Return the places of the keys; ``key@part of a path`` means only the places with that part in their path."""
    found = []
    for key in keys:
        name, _, part = key.partition("@")
        places = [item.place for item in items if item.node.key == name and part in item.path]
        if not places:
            raise ValueError(f"There is no item with the key {key}")
        found += places
    return sorted(found)


def _disagreements(query: Query, items: list[Seen]) -> list[str]:
    listed = set(_places(query.keys, items))
    read = {item.place for item in items if query.check(item)}
    lines = [f"{query.text}: not listed, but holds it: {place}" for place in sorted(read - listed)]
    return lines + [f"{query.text}: listed, but doesn't hold it: {place}" for place in sorted(listed - read)]


def _text(value: str) -> str:
    return json.dumps(value, ensure_ascii=False)


def _list(values: list[str]) -> str:
    return "[" + "".join(f"\n    {_text(value)}," for value in values) + ("\n]" if values else "]")


def _scope() -> str:
    blocks = []
    for rule, path, custodian, basis in SCOPE_ALLOW:
        rows = (("id", rule), ("path", path), ("custodian", custodian), ("basis", basis))
        blocks.append("[[scope.allow]]\n" + "".join(f"{k} = {_text(v)}\n" for k, v in rows))
    for rule, glob, reason in SCOPE_DENY:
        deny = (("id", rule), ("glob", glob), ("reason", reason))
        blocks.append("[[scope.deny]]\n" + "".join(f"{k} = {_text(v)}\n" for k, v in deny))
    return "\n".join(blocks)


@dataclass(frozen=True, slots=True)
class _Count:
    key: str
    of: Callable[[Seen], bool]


_COUNTS = (
    _Count("items", lambda item: True),
    _Count("mails", lambda item: item.node.mail),
    _Count("children", lambda item: bool(item.member)),
)


def _counts(inside: list[File], outside: list[File], items: list[Seen]) -> str:
    lines = ["[counts]", f"files = {len(inside)}  # in scope, every one of them read", f"denied_files = {len(outside)}"]
    lines += ["# customer-data twice and works-council; the third customer-data lies beside the allowed roots"]
    lines += ["denied_places = 3"]
    return "\n".join(lines + [f"{c.key} = {sum(map(c.of, items))}" for c in _COUNTS]) + "\n"


def _queries(items: list[Seen]) -> str:
    blocks = []
    for query in QUERIES:
        places = _list(_places(query.keys, items))
        blocks.append(f"[[query]]\ntext = {_text(query.text)}\nwhy = {_text(query.why)}\nitems = {places}\n")
    return "\n".join(blocks)


def _facts(items: list[Seen]) -> str:
    blocks = []
    for key, level, codes in PROBLEMS:
        for place in _places((key,), items):
            blocks.append(
                f"[[problem]]\nitem = {_text(place)}\ncodes = {json.dumps(codes)}\nsearchable = {_text(level)}\n"
            )
    blocks += [f"[guessed]\nitems = {_list(_places(GUESSED, items))}\n"]
    for story, keys in THREADS:
        blocks.append(f"[[thread]]\nstory = {_text(story)}\nitems = {_list(_places(keys, items))}\n")
    blocks += [f"[[duplicates]]\nitems = {_list(_places(keys, items))}\n" for keys in COPIES]
    return "\n".join(blocks + _families(items))


def _families(items: list[Seen]) -> list[str]:
    """Return a block for each family of more than one: a mailbox is no family, each message in it heads its own."""
    heads: dict[str, list[str]] = {}
    for item in items:
        if item.node.media == "application/mbox":
            continue
        parts = item.member.split(".") if item.member else []
        boxed = item.path.endswith(".mbox")
        head = f"{item.path}!{parts[0]}" if boxed else item.path
        heads.setdefault(head, []).append(item.place)
    return [f"[[family]]\nhead = {_text(h)}\nitems = {_list(sorted(m))}\n" for h, m in heads.items() if len(m) > 1]
