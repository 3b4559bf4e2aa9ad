"""``non-access.html``: what a proof states, what it shows and what it can't, for people who read no programs."""

from __future__ import annotations

from typing import Any, Iterable, Iterator, Mapping

from triage.messages import TEMPLATES
from triage.proof.verify.answers import statement
from triage.proof.verify.basics import english
from triage.proof.verify.page import STYLE, cell, facts, page, safe, table
from triage.proof.verify.scope import CheckedScope

PAGE = 2
"""The number of this form of the page: another wording takes another number, by which verify.py knows its own."""
PROOF_LIMITS = ("limit-other-programs", "limit-signer", "limit-stamps")
ABOUT = """This page sums up a signed record of the files that Triage opened for one case. Names of files are not in
that record; codes stand for them. Whoever has this folder and Python can check the counts."""
FIRST = """A signature shows whose key signed this, and that nothing was changed since. It doesn't show that the record
is true: whoever signed it could have made the whole record anew, or made it up without ever running the program. What
limits that is a head of the record that others were given before: what it covers can't be changed unnoticed."""
ALONE = "Nobody else has seen this record: no head of it is signed or time-stamped by anybody but its signer."
OTHERS = """Heads of this record that others have signed or time-stamped: {heads}, the first one, by the record's own
clock, of {since}. Whether these are other people, and the stamps genuine, can't be told from this folder: anybody can
make another key. Ask them for the head that they kept, and give it with <code>--head</code>."""
WHOLE = "The record was never begun anew."
BEGUN = "The record was broken, and begun anew on {time} ({reason}). What was before that is not proved by this folder."
CHECK = """In this folder, run <code>python3 -I verify.py . --key KEY</code> where KEY is the key of whoever signed
this, as you were given it through a different channel: without that, the folder agrees with itself, and its signer is
unknown. It needs no network and no other program, and names whatever does not hold. To be sure that verify.py itself is
the right one, compare it with that of another copy of Triage. Counsel adds <code>--annex</code> and the file with the
names."""
SHOWS = (
    "Each file that was opened is in a folder that the scope then in force allowed. Whether a deny rule forbade it "
    "depends on the name of the file: counsel checks that with the annex.",
    "Each refusal names a rule of that scope.",
    "Each file from which items of the case, and so all exports, were made was opened as recorded.",
    "What a head covers is as it was when the head was signed; verify.py prints when the first one was.",
)
COUNTS = {
    "Files opened": "opens",
    "of these, unreadable": "failed",
    "Bytes read": "bytes",
    "Files and folders refused": "denied",
    "Runs": "runs",
    "First entry (UTC)": "first",
    "Last entry (UTC)": "last",
}
COLUMNS = {"ledger": "Indexing and exports", "views": "Originals shown to reviewers"}


def proof_page(stated: Mapping[str, Any], scopes: Mapping[int, CheckedScope], key: str) -> bytes:
    """Return the page by what proof.json states and the versions of the scope; ``key`` is the one that signed."""
    body = _body(stated, scopes, key)
    return "".join(page("What was opened, and what was not", STYLE, body)).encode()


def _body(stated: Mapping[str, Any], scopes: Mapping[int, CheckedScope], key: str) -> Iterator[str]:
    yield f"<p>{ABOUT}</p>\n"
    about = {"Case": stated["case"], "Made by": stated["program"], "Covers": stated["covers"], "Signed with": key}
    yield from facts((label, str(value)) for label, value in about.items())
    yield f"<h2>Read this first</h2>\n<p>{FIRST}</p>\n<p><strong>{_others(stated['others'])}</strong></p>\n"
    begun = {name: safe(str(value)) for name, value in (stated["begun"] or {}).items()}
    yield f"<p>{BEGUN.format(**begun) if begun else WHOLE}</p>\n"
    yield "<h2>What was opened</h2>\n"
    counts = stated["counts"]
    rows = [
        [cell(label), *(cell(safe(_number(counts[log][name]))) for log in COLUMNS)] for label, name in COUNTS.items()
    ]
    yield from table(["", *COLUMNS.values()], rows)
    if any(counts[log]["unconfined"] for log in COLUMNS):
        yield f"<p>{safe(TEMPLATES['broker-unconfined'])}</p>\n"
    if stated["answers"]:
        yield from _listed("Answers to questions", (english(statement(a), str) for a in stated["answers"]))
    yield from _listed("What this shows", SHOWS)
    yield from _listed("What this can't show", (TEMPLATES[key] for key in PROOF_LIMITS))
    yield f"<h2>How to check it</h2>\n<p>{CHECK}</p>\n"
    for number in sorted(scopes):
        yield f"<h2>Scope, version {number}</h2>\n"
        yield from _scope(scopes[number])


def _others(others: Mapping[str, Any]) -> str:
    if not others["heads"]:
        return ALONE
    return OTHERS.format(heads=_number(others["heads"]), since=safe(str(others["since"])))


def _number(value: object) -> str:
    return f"{value:,}" if isinstance(value, int) else str(value) or "–"


def _listed(heading: str, sentences: Iterable[str]) -> Iterator[str]:
    yield f"<h2>{heading}</h2>\n<ul>\n"
    yield from (f'<li dir="auto">{safe(sentence)}</li>\n' for sentence in sentences)
    yield "</ul>\n"


def _scope(scope: CheckedScope) -> Iterator[str]:
    yield from facts(zip(("Purpose", "Approved by"), scope.about))
    kinds = (("May be read", "Folder", scope.allow), ("Must not be opened", "Pattern", scope.deny))
    for kind, head, rules in kinds:
        cells = ([cell(safe(value or "–")) for value in rule] for rule in rules)
        yield f"<h3>{kind}</h3>\n"
        yield from table(["Rule", head, "Why"], cells) if rules else ["<p>No rule.</p>\n"]
