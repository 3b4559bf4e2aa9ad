"""The front door: create, index, search, decide, export, verify. Only this package reaches everything below it.

It composes the other packages and does no work of its own. A ``Case`` opens and closes a case and has one part each for
search, decisions, team, reports, originals, export, scope and verification. What needs no open case is a function here.
A case is a folder::

    scope.toml      the review boundary, to be read and edited by people
    case.db         items, text, decisions, audit; the default engine's index
    ledger.jsonl    every decision, open and close of a source, hash-chained
    views.jsonl     the same for originals that reviewers opened
    shown.jsonl     what people were shown, and who
    ledger.key      the key of the hashes under which denied paths appear, and by which lines commit to names
    seal.key        the key of sealed texts; without it no seal can be undone
    settings.toml   settings that differ from the defaults (optional)
    scope-purge-*   receipts of what was removed as no longer in scope
    heads/          signed heads of the record, one file each, and their time stamps
"""

from triage import unsupported

if unsupported():
    raise ImportError(unsupported())

from triage.case.facade import Case, check_scope, checked_palette, inspect, protections, verify, write_table
from triage.proof.keys import LoginKeys
from triage.scope.broker import absolute
from triage.scope.policy import Allow, Deny, Policy
from triage.store.db import why_unreadable
from triage.store.read_cache import limit_caches

__all__ = [
    "Allow",
    "Case",
    "Deny",
    "LoginKeys",
    "Policy",
    "absolute",
    "check_scope",
    "checked_palette",
    "inspect",
    "limit_caches",
    "protections",
    "verify",
    "why_unreadable",
    "write_table",
]
