"""What is said about a case, its database and its settings. Templates only."""

from __future__ import annotations

TEMPLATES = {
    "case-among-sources": "The case can't lie inside what it reads ({folder}). Choose another place for it.",
    "case-being-written": "Another process is writing this case. Wait until it has ended, and try again.",
    "case-earlier-version": "{path} is of an earlier version. Open it once, as with triage status, and retry.",
    "case-folder-not-empty": "{path} exists and isn't an empty folder. Choose another place for the case.",
    "case-not-made": "The case can't be made in {path}: {error}. Choose another place.",
    "case-other-format": "{path} has format {version}; this program reads {known}. Use the version that wrote it.",
    "case-unwritable": "The case can't be written ({error}). Nothing of this step was saved.",
    "database-unopened": "The case's database can't be opened: {path} ({error}).",
    "disk-full": "The disk is full: nothing of this step was saved. Make room and try again.",
    "item-id-ambiguous": (
        "In this case more than one item's id begins with '{id}'. Ids stand in the first column of triage search."
    ),
    "item-id-unknown": "In this case no item's id begins with '{id}'. Ids stand in the first column of triage search.",
    "item-is-sealed": (
        "It is sealed: its text is in no index, list or export. Its decisions say who sealed it, when and why."
    ),
    "key-file-damaged": (
        "{path} doesn't hold a whole key. Put the file back from a copy of the case's folder. Without one, move it "
        "away: a new key is made, and what was locked or signed with the old one can't be checked any more."
    ),
    "list-order-unknown": "A list can't be sorted by '{order}'. It can be by: {known}.",
    "no-case": "{path} isn't a case: it has no {file}. Make one with: triage new CASE --allow DIR ...",
    "no-item-id": "'{id}' isn't an item id: those are up to 20 digits and letters a to f.",
    "no-such-engine": "There is no engine '{name}'. There are: {known}.",
    "no-such-item": "The case has no item number {number}.",
    "no-such-run": "'{name}' has no run {number}. List its runs with: triage saved CASE list '{name}'",
    "no-such-setting": "{path}: there is no setting '{key}'. The settings are: {known}.",
    "seal-key-lost": (
        "The text of sealed item number {number} can't be unlocked: {file} is gone, or isn't the key that it was "
        "sealed with. Put the file back from a copy of the case's folder; without it the item stays sealed."
    ),
    "selftest-folder-not-empty": "{path} exists and isn't an empty folder. Choose another one for --folder.",
    "setting-not-a-number": "{path}: '{key}' takes a whole number from 0 up, not {value}.",
    "settings-unreadable": "{path} can't be read: {error}. Mend it or delete it to use the defaults.",
}
