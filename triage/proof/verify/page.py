"""The page of a proof, and the building blocks of any page that loads nothing: no image, no link, no script but ours.

The page's Content-Security-Policy forbids all else. Every value is escaped, and is in an element of its own with its
own reading direction.
"""

from __future__ import annotations

import base64
import hashlib
import re
from html import escape
from typing import Any, Iterable, Iterator, Mapping

from triage.messages import TEMPLATES
from triage.proof.verify.basics import KeyedSentence, english, say
from triage.proof.verify.ledgers import CheckedScope

DECEIVING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202d\u202e\ud800-\udfff\ufffe\uffff]")

STYLE = """
body{font:15px/1.45 system-ui,"Segoe UI","Noto Sans","Noto Sans Hebrew","Noto Sans Arabic",Arial,sans-serif;
color:#1b1f24;background:#fff;max-width:60rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.6rem}h2{font-size:1.2rem;margin-top:2.2rem;border-bottom:2px solid #1b1f24}
h3,h4{font-size:1.05rem;margin:0 0 .4rem}
table{border-collapse:collapse;width:100%}
th,td{text-align:start;vertical-align:top;padding:.2rem .5rem;border-bottom:1px solid #d0d7de;overflow-wrap:anywhere}
th{font-weight:600}table.facts th{width:9.5rem;color:#57606a;font-weight:400}
thead{display:table-header-group}tr{break-inside:avoid}
td{white-space:pre-line;unicode-bidi:plaintext}
table.overview th,table.overview td:nth-child(-n+2),table.overview td:last-child{white-space:nowrap;
overflow-wrap:normal}
article{margin:1.6rem 0;padding:.8rem 1rem;border:1px solid #afb8c1;border-radius:6px}
blockquote{margin:.4rem 0;padding:.3rem .7rem;border-inline-start:3px solid #afb8c1;background:#f6f8fa;
white-space:pre-line;overflow-wrap:anywhere}
cite{display:block;font-style:normal;color:#57606a;font-size:.85em}
mark{background:#fff3a3;color:inherit;font-weight:600}
#find{font:inherit;padding:.2rem .4rem;min-width:16rem}#found{max-height:16rem;overflow:auto}
@media print{#search{display:none}}
.small{font-size:.85em;margin-top:.5rem}
.quoted{color:#57606a}
.lost{color:#a40e26;font-weight:600}
@media print{body{max-width:none;margin:0;font-size:10pt}article{border:0;border-top:1px solid #000;border-radius:0;
padding:.5rem 0}h1,h2,h3,h4{break-after:avoid}mark{border-bottom:1px solid #000}}
@page{margin:18mm 15mm}
"""
"""The style sheet, for screen and print."""


def visible(text: str) -> str:
    """Return the text with every character that XML forbids or that overrides the direction spelled out as ⟦U+202E⟧.

    Directional marks, embeddings and isolates stay: Hebrew and Arabic mail is full of them, and their effect ends with
    the paragraph (Unicode Annex 9, P1), which each value has to itself.
    """
    if text.isascii() and text.isprintable():
        return text
    return DECEIVING.sub(lambda match: f"⟦U+{ord(match[0]):04X}⟧", text.replace("\r\n", "\n").replace("\r", "\n"))


def safe(text: str) -> str:
    """Return text as HTML, with the characters that would deceive made ``visible``."""
    return escape(visible(text))


def page(title: str, style: str, body: Iterable[str], script: str = "") -> Iterator[str]:
    """Yield a whole page piece by piece: its head, the title as its heading, and the body.

    A ``script`` comes last; the page's policy lets no other one run.
    """
    allowed = f" script-src 'sha256-{digest_of(script)}';" if script else ""
    policy = f"default-src 'none'; style-src 'sha256-{digest_of(style)}';{allowed} base-uri 'none'; form-action 'none'"
    yield f'<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>{safe(title)}</title>\n'
    yield f'<meta http-equiv="Content-Security-Policy" content="{escape(policy)}">\n'
    yield '<meta name="referrer" content="no-referrer">\n<meta name="viewport" content="width=device-width">\n'
    yield f'<style>{style}</style>\n</head>\n<body>\n<h1 dir="auto">{safe(title)}</h1>\n'
    yield from body
    yield f"<script>{script}</script>\n</body>\n</html>\n" if script else "</body>\n</html>\n"


def digest_of(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def facts(pairs: Iterable[tuple[str, str]], kind: str = "facts") -> Iterator[str]:
    yield f'<table class="{kind}">\n'
    for label, text in pairs:
        yield f'<tr><th scope="row" dir="auto">{safe(label)}</th><td dir="auto">{safe(text)}</td></tr>\n'
    yield "</table>\n"


def table(head: Iterable[str], rows: Iterable[Iterable[str]], kind: str = "list") -> Iterator[str]:
    """Yield a table with a header row of texts; ``rows`` are of HTML cells, as ``cell`` makes them."""
    heads = "".join(f'<th scope="col" dir="auto">{safe(name)}</th>' for name in head)
    yield f'<table class="{kind}">\n<thead><tr>{heads}</tr></thead>\n<tbody>\n'
    for row in rows:
        yield f"<tr>{''.join(row)}</tr>\n"
    yield "</tbody>\n</table>\n"


def cell(html: str) -> str:
    return f'<td dir="auto">{html}</td>'


# ``non-access.html``: what a proof states, what it shows and what it can't, for people who don't read code.

PAGE = 2  # version of the wording below: verify.py compares a page only with its own version of it
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
    """Return the page as UTF-8: ``stated`` is proof.json, ``scopes`` are by version, ``key`` is the one that signed."""
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


def statement(answer: dict[str, Any]) -> KeyedSentence:
    if "absent" in answer:
        return say("answer-absent" if answer["exists"] else "answer-absent-no-such", path=answer["absent"])
    if "against" in answer:
        matches, hashes, contents = (int(answer[name]) for name in ("matches", "hashes", "contents"))
        return say("answer-against", sha256=answer["against"], matches=matches, hashes=hashes, contents=contents)
    return say("answer-items-root", count=int(answer["items"]), root=answer["items_root"])


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
