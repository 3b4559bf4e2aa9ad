"""What is said about merging copies of a case. Templates only."""

from __future__ import annotations

TEMPLATES = {
    "action-unknown": "a decision has an action that this program doesn't know ({action})",
    "copy-no-case": "its tables aren't those of a case",
    "copy-wrong": "{path} can't be merged: {why}. Nothing was taken over; ask for the copy again.",
    "decision-file-ends-early": "it ends too early",
    "decision-file-long-line": "the line is too long",
    "decision-file-seal": "its seal doesn't fit its lines: some were changed, lost or added",
    "decision-file-version": "it is of another version of this program",
    "decision-file-wrong": "{path}, line {line}: {why}. Nothing was taken over; ask for the file again.",
    "field-bad-blanks": "a reviewer's name has blanks too many",
    "field-bad-characters": "the field '{field}' has characters that it can't have",
    "field-bad-form": "the field '{field}' has another form than it should",
    "field-bad-length": "the field '{field}' is empty or too long, or is no text",
    "field-wrong": "a field is wrong",
    "judgement-unknown": "a judgement is none that this program knows",
    "line-not-json": "it isn't JSON",
    "line-not-record": "it isn't a record",
    "list-bad-items": "a list has no item, or one twice",
    "list-kind-unknown": "a list is neither a batch nor a sample",
    "merge-batch-contested": "The batch '{name}' is checked out by {reviewers} at once.",
    "merge-decision-differs": (
        "The decision {event} on item {id} stands there in other words than here, or twice: one of the two records "
        "was changed. Nothing was merged; run triage verify on both."
    ),
    "merge-no-common-item": "'{name}' has no item in common with this case. Nothing was merged.",
    "merge-opens-seal-alone": (
        "The decision {event} by {who} on item {id} opens a seal that no other person had asked to open. Nothing was "
        "merged: ask who sent it."
    ),
    "merge-other-seal": "The seal of '{name}' is {seal}, not the one that was told. Nothing was merged.",
    "merge-same-name": "{count} batches or samples are named '{name}' now; each keeps its id.",
    "merge-steps-left-out": "{count:,} steps belong to batches or samples that neither copy has, and were left out.",
    "merge-tag-differs": "The tag '{name}' differs: {differences}. It stays as here.",
    "merge-tag-stays-off": "The tag '{name}' is on offer there; here it was taken off the list, and stays off.",
    "merge-tag-without-key": "The tag '{name}' has no key here: {key} is that of '{other}'.",
    "merge-tags-added": "Tags on offer only there are on offer here too: {tags}.",
    "merge-tags-of-other": "The tags on offer are now those of the other copy, by {who}: {tags}.",
    "merge-tags-too-many": "{tags} aren't on offer: {most} tags are the most.",
    "merge-undoes-others-step": (
        "The decision {event} by {who} on item {id} takes back what somebody else decided. Nothing was merged: ask "
        "who sent it."
    ),
    "merge-undoes-seal": (
        "The decision {event} by {who} on item {id} takes a seal back, which takes two persons. Nothing was merged: "
        "ask who sent it."
    ),
    "no-decision-file": "it isn't a decision file: triage decisions CASE --out FILE writes one",
    "palette-without-number": "a version of the tags has no number",
    "record-bad-name": "a name has characters that no name can have",
    "record-bad-tag": "a tag's name has characters that no tag can have",
    "record-unknown": "it has a kind of record that this program doesn't know",
    "record-wrong-fields": "a record lacks a field, or has one too many",
    "sample-larger-than-set": "a sample is larger than its set",
    "tag-bad-seals": "a tag neither seals nor doesn't",
    "tag-field-differs": "{field} is {here} here and {there} there",
    "time-ahead": "the time {time} is more than a day ahead of this computer's clock: set the clocks right",
    "too-many-records": "it has more than {most:,} records",
    "work-unknown": "what was done with a list is nothing that this program knows",
}
