"""What verifying a case or an export says. Templates only."""

TEMPLATES = {
    "audit-cut-off": "the audit had {known} rows and now has {rows}: its end was cut off",
    "audit-end-unknown": "the audit's last row, {rows}, isn't the one that the case knows: it knows none",
    "audit-row-changed": "row {row} of the audit was changed, or the one before it was",
    "audit-row-missing": "row {row} of the audit is missing",
    "audit-rows-follow": "each row follows from the one before (rows: {count:,})",
    "canaries-found": "{found:,} of {count:,} canaries found, no forbidden one turned up",
    "canaries-found-and-leaked": "{found:,} of {count:,} canaries found; forbidden ones that turned up: {leaks}",
    "case-read-by-others": (
        "{path} was read by other versions ({versions}), which this matrix doesn't cover. Use those versions, or "
        "create the case again with these."
    ),
    "case-unread": "Nothing in {path} has been read yet. Read it first: triage index {path}",
    "check-unreadable": "can't be read: {error}",
    "clock-never-went-back": "no row of the audit is earlier than the one before it",
    "clock-went-back": (
        "row {row} of the audit is of {time}, after row {before} of {earlier}: the machine's clock was set back, so "
        "times from there on can't be relied on"
    ),
    "commitments-differ": "what row {row} of the audit committed to was changed or removed",
    "content-added": "{row} isn't on record: it was added",
    "content-agrees": "each row is as the audit committed to it (rows: {count:,})",
    "content-agrees-since": (
        "each row is as the audit committed to it (rows: {count:,}); not covered until row {row} of the audit, {time}"
    ),
    "content-changed": "{row} isn't what was recorded",
    "content-missing": "{row} is missing",
    "content-not-covered": "not covered yet; the next change of the case or triage index commits to what it is then",
    "database-damaged": "SQLite says: {error}",
    "database-sound": "SQLite finds no damage",
    "decisions-audited": "each step of decisions is in the audit (decisions: {decisions:,}, steps: {steps:,})",
    "export-other-format": "its format is {format}, not {known}",
    "exported-file-changed": "{path} isn't what was exported: its sha256 is {sha256}.",
    "exported-files-unchanged": "Every file is there, unchanged, and no other (files: {count}).",
    "findings-agree": "findings.csv lists the same items with the same hashes (items: {count}).",
    "findings-disagree": "findings.csv doesn't list the items of manifest.json with their hashes.",
    "index-complete": "every item is in the index (items: {count:,})",
    "index-left-alone": (
        "{path} isn't complete, or wasn't written by your login on this machine, so searches read the stored text "
        "instead. Delete that folder and open the case without --read-only: the index is made again."
    ),
    "index-differs": "items and index differ",
    "index-lacks-words": "the index lacks words of item number {number}",
    "item-has-undecided-tag": "item number {number} has the tag '{tag}' that its decisions don't give it",
    "item-lacks-tag": "item number {number} lacks the tag '{tag}' that its decisions give it",
    "item-without-source": "item number {number} has no source or no family",
    "items-have-sources": "all have one",
    "items-have-sources-some-half-read": (
        "all have one; sources half read, from a stopped run: {count:,}. Run triage index again"
    ),
    "items-were-opened": "each source was opened and closed with its SHA-256 (items: {items:,}, sources: {sources:,})",
    "kept-log-changed": "{name}, which was kept then, was changed or removed",
    "ledger-anchored": "line {line:,} is the one that the store knows",
    "ledger-cut-off": "the store knows {known:,} lines, the ledger has {lines:,}: its end was cut off",
    "ledger-end-lost": "line {line} of {name}, the last one that the case knows, isn't there or was changed",
    "ledger-key-differs": "{name} is missing, or isn't the key under which denied paths were recorded",
    "ledger-key-holds": "it is the key under which denied paths were recorded",
    "ledger-line-changed": "line {line} of {name} was changed, or a line before it was",
    "ledger-line-out-of-order": "line {line} of {name} says it is number {number}, but follows {before}",
    "ledger-line-unreadable": "line {line} of {name} can't be read",
    "ledger-names-changed": "the names in line {line} of {name} were changed: they aren't those that it commits to",
    "ledger-names-lost-row": "line {line} names a row of the audit that isn't there: the audit was rewritten",
    "ledger-names-rows": "the audit has each row that the ledger names (rows: {count:,})",
    "ledger-not-audited": "line {line} isn't the one that row {row} of the audit names: it was cut off or rewritten",
    "ledger-rewritten": "line {line} isn't the one that the store knows: the ledger was rewritten",
    "ledger-torn": "the last line of {name} is incomplete; the next run will close it",
    "line-closes-unopened": "line {line} closes {name}, which was not opened",
    "line-names-unknown-scope": "line {line} of {name} names version {number} of the scope, which isn't on record so",
    "line-opens-denied": "line {line} opens {name}, which the rule '{rule}' of the scope then in force denies",
    "line-opens-undecided": "line {line} opens {name} without an allow before it",
    "line-opens-unknown-root": "line {line} opens {name}, whose [[allow]] the scope then in force doesn't have",
    "lines-follow": "each line follows from the one before (lines: {count:,})",
    "listed-file-missing": "{path} is listed but missing.",
    "manifest-lists": "{file} lists each file once and in order (files: {files}, findings: {findings}).",
    "manifest-out-of-order": "{file} doesn't list each file once and in order, as an export does; it was changed.",
    "manifest-unreadable": "{file} can't be read, so nothing else can be checked: {error}.",
    "matrix-found": "versions {versions}: {summary}",
    "matrix-missing": "versions {versions}: no matrix stored; make it with: triage selftest --case {path}",
    "no-regular-file": "{path} is a link, pipe, socket or device in place of a file. It wasn't opened.",
    "no-export": "{path} contains neither {manifest} nor {sums}: it isn't an export. Name an export's folder.",
    "no-run-yet": "no run yet",
    "nothing-read-yet": "nothing has been read yet",
    "original-of-another-item": "{path} isn't the file that was indexed as {id}.",
    "originals-agree": "Each original has the sha256 of its item (originals: {count}).",
    "originals-agree-some-left-out": (
        "Each original has the sha256 of its item (originals: {count}; left out, with a reason: {left})."
    ),
    "purge-due": "a purge was begun and hasn't come to its end: run triage scope apply again",
    "purge-leaves-text": "item number {number} is no longer in scope and was removed, but text of it is in the case",
    "purge-receipt-changed": "{name} isn't the receipt that was recorded, or is missing",
    "record-begun-anew": (
        "the record was broken and begun anew on {time} by {login} with row {row} of the audit ({why}); what was "
        "before that isn't proved. What was broken: {broken}"
    ),
    "record-unbroken": "it was never begun anew",
    "row-of-decision": "decision {number} on item {id}",
    "row-of-inferred": "the inferred parent of item {id}",
    "row-of-item": "item {id}",
    "row-of-past": "that item {id} is no longer in the sources",
    "row-of-problem": "Problem {number} ({path})",
    "row-of-sealed": "the seal of item {id}",
    "row-of-segment": "the text of item {id}",
    "row-of-source": "source {number} ({path})",
    "row-of-successor": "the later version of item {id}",
    "row-of-table": "row {key} of the table '{table}'",
    "sample-records-missing": "The sample records aren't part of this installation. Run it from the project's folder.",
    "scope-approval-unsigned": "version {version} isn't signed, though {who} is said to have approved it",
    "scope-approval-wrong": "the signature of version {version}, which {who} is said to have approved, isn't of {line}",
    "scope-differs": (
        "scope.toml isn't the version that was last used; `triage scope plan` shows what it would change, "
        "`triage index` or `triage scope approve` records it"
    ),
    "scope-narrowed-unexplained": (
        "line {line} of {name} opened {path} under version {version} of the scope, and the version in force doesn't "
        "cover it. Nothing on record says why: `triage scope history` shows the versions; give the reason with "
        "`triage scope approve --reason`, or remove what was read with `triage scope apply`"
    ),
    "scope-not-kept-before": "no version was kept before {time}: what was opened before is judged by the first ones",
    "scope-not-recorded-yet": "none on record: an earlier version of Triage kept none; the next run records one",
    "scope-used-unapproved": "version {version} was used without approval: line {line} of {name}",
    "scope-version-changed": "the text of version {version} isn't what was recorded",
    "scope-version-unaudited": "version {version} isn't what the audit says of it",
    "scope-versions-hold": (
        "version {last} has been in force since {time} (versions: {count:,}); sources opened earlier that are no "
        "longer in scope, each by a rule or for a reason on record: {left:,}"
    ),
    "seal-leaves-text": "item number {number} is sealed, but text of it is still in the case",
    "seal-opened-alone": "item number {number} was opened without an earlier request by another person",
    "sealed-item-copied": (
        "item number {number} is a copy of a sealed item, or inside one, and isn't sealed: run triage index to seal it"
    ),
    "sealed-item-found": "item number {number} is sealed, but a search by its text finds it",
    "seals-hold": "no sealed item is found by its text (sealed items: {count:,}, words tried: {words:,})",
    "seals-hold-traces-left": (
        "no sealed item is found by its text (sealed items: {count:,}, words tried: {words:,}); traces of them "
        "are still to be cleared from the files: run triage seal"
    ),
    "signature-decisions-changed": "decisions taken over at row {row} of the audit aren't those that were signed",
    "signature-missing": "row {row} of the audit, {action} by {who}, lacks the signature of {key}",
    "signature-of-row-wrong": "the signature of row {row} of the audit, {action} by {who}, isn't of {key}",
    "signature-unstated": "row {row} of the audit, {action} by {who}, is neither signed nor states why it isn't",
    "signatures-hold": "each signature is right (signatures: {count:,}); keys: {keys}",
    "signatures-hold-since": "{signatures}; unsigned until {time}",
    "signatures-lack": "{signatures}; unsigned: {rows}",
    "signatures-none": "unsigned: nothing was decided yet that is signed",
    "signatures-row": "row {row} ({action} by {who}, {time})",
    "source-not-opened": "{name} has items, but the ledger has no open and close with its SHA-256 {sha256}",
    "setting-default": "the default",
    "settings-differ": (
        "settings.toml says {key} = {now}, but it was {before} when last used; `triage index` records the change"
    ),
    "settings-hold": "as when they were last used",
    "settings-not-recorded-yet": "not on record yet",
    "sources-opened-in-scope": (
        "each source was opened after its decision and in scope (sources: {count:,}, denials: {denied:,})"
    ),
    "step-decisions-differ": "the decisions of step {step} number {count}; the audit says {audited}",
    "size-disagrees": "{file} states another size for {path}, which has {size} bytes.",
    "sums-agree": "{file} agrees; its own sha256 is {sha256}: compare it with the sender's.",
    "sums-disagree": "{file} disagrees about {path}.",
    "sums-not-literal": "{file} isn't as it was written, from line {line} on: a line was moved, doubled or cut.",
    "unlisted-file": "{path} is there but isn't listed; it was added later.",
    "version-differs": "{name} {before} then, {now} now",
}
