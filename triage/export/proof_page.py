"""``non-access.html``: what a proof states, what it shows and what it can't, for people who read no programs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from triage.export import page
from triage.messages import render, say
from triage.proof.verify.answers import statement
from triage.proof.verify.basics import LIMITS
from triage.scope.policy import parse

_ABOUT = """This page sums up a signed record of the files that Triage opened for one case. Names of files are not in
that record; codes stand for them. Whoever has this folder and Python can check the counts."""
_CHECK = """In this folder, run <code>python3 -I verify.py .</code> It needs no network and no other program, and names
whatever does not hold. To be sure that verify.py itself is the right one, compare it with that of another copy of
Triage. Counsel adds <code>--annex</code> and the file with the names."""
_SHOWS = (
    "Each file that was opened is in a folder that the scope then in force allowed. Whether a deny rule forbade it "
    "depends on the name of the file: counsel checks that with the annex.",
    "Each refusal names a rule of that scope.",
    "Each file from which items of the case, and so all exports, were made was opened as recorded.",
    "Nothing in the record was changed, removed or put in since it was signed; verify.py prints when that was first.",
)
_COUNTS = {
    "Files opened": "opens",
    "of these, unreadable": "failed",
    "Bytes read": "bytes",
    "Files and folders refused": "denied",
    "Runs": "runs",
    "First entry (UTC)": "first",
    "Last entry (UTC)": "last",
}
_LOGS = {"ledger": "Indexing and exports", "views": "Originals shown to reviewers"}


def write(stated: dict[str, Any], scopes: Mapping[int, str], key: str) -> Iterator[str]:
    """Yield the page; ``key`` is the public line of the key that signed."""
    yield from page.page("What was opened, and what was not", page.STYLE, _body(stated, scopes, key))


def _body(stated: dict[str, Any], scopes: Mapping[int, str], key: str) -> Iterator[str]:
    yield f"<p>{_ABOUT}</p>\n"
    about = {"Case": stated["case"], "Made by": stated["program"], "Covers": stated["covers"], "Signed with": key}
    yield from page.facts(about.items())
    yield "<h2>What was opened</h2>\n"
    rows = [
        [page.cell(label), *(page.cell(page.safe(_number(stated["counts"][log][name]))) for log in _LOGS)]
        for label, name in _COUNTS.items()
    ]
    yield from page.table(["", *_LOGS.values()], rows)
    if any(stated["counts"][log]["unconfined"] for log in _LOGS):
        yield f"<p>{page.safe(render(say('broker-unconfined')))}</p>\n"
    if stated["answers"]:
        yield from _listed("Answers to questions", (statement(answer, str) for answer in stated["answers"]))
    yield from _listed("What this shows", _SHOWS)
    yield from _listed("What this can't show", LIMITS)
    yield f"<h2>How to check it</h2>\n<p>{_CHECK}</p>\n"
    for number, text in scopes.items():
        yield f"<h2>Scope, version {number}</h2>\n"
        yield from _scope(text)


def _number(value: int | str) -> str:
    return f"{value:,}" if isinstance(value, int) else value or "–"


def _listed(heading: str, sentences: Iterable[str]) -> Iterator[str]:
    yield f"<h2>{heading}</h2>\n<ul>\n"
    yield from (f'<li dir="auto">{page.safe(sentence)}</li>\n' for sentence in sentences)
    yield "</ul>\n"


def _scope(text: str) -> Iterator[str]:
    policy = parse(text, Path("scope.toml"))
    yield from page.facts([("Purpose", policy.purpose), ("Approved by", policy.approved_by)])
    allowed = [(root.id, root.path, root.basis) for root in policy.allow]
    denied = [(rule.id, rule.glob, rule.reason) for rule in policy.deny]
    for kind, head, rules in (("May be read", "Folder", allowed), ("Must not be opened", "Pattern", denied)):
        cells = ([page.cell(page.safe(value or "–")) for value in rule] for rule in rules)
        yield f"<h3>{kind}</h3>\n"
        yield from page.table(["Rule", head, "Why"], cells) if rules else ["<p>No rule.</p>\n"]
