"""What is said about the scope, sources and the ledger. Templates only."""

from __future__ import annotations

TEMPLATES = {
    "glob-empty": "The glob of '{rule}' is empty. Write what it denies, such as customer-data/**.",
    "ledger-bad-end": "The last line of {path} isn't a ledger line. Run triage verify.",
    "ledger-without-line": "{path} has no whole line in its last mebibyte. Restore it from a copy.",
    "no-such-root": "The scope has no [[allow]] with id '{root}'. Put it back into scope.toml.",
    "path-denied": "{path} is denied by the rule '{rule}' of scope.toml and was not opened.",
    "path-leads-out": "{folder}/{path} leads out of the allowed root '{root}' and was not opened.",
    "path-outside-scope": (
        "{path} is outside the scope and was not opened. To read it, scope.toml needs an [[allow]] whose path is "
        "{folder} or a folder above it, with its custodian and its basis."
    ),
    "path-unopened": "{folder}/{path} can't be opened ({error}).",
    "root-path-relative": "The path of '{root}' must be absolute and without '..': {path}",
    "root-unopened": "The allowed root '{root}' can't be opened: {path} ({error}).",
    "root-without-custodian": "'{root}' has no custodian. Say whose records these are.",
    "rule-id-twice": "Two rules of the scope have the id '{rule}'. Give each its own.",
    "rule-lacks-text": "{path}: '{rule}' needs {key} = \"...\".",
    "rules-not-tables": "{path}: write each rule as a table headed [[{kind}]].",
    "scope-allows-nothing": "The scope allows nothing: it needs at least one [[allow]] with a path and a custodian.",
    "scope-unreadable": "{path} can't be read: {error}. Mend it; without a scope nothing may be opened.",
}
