"""What is said about merging copies of a case. Templates only."""

TEMPLATES = {
    "action-unknown": "a decision has an action that this program doesn't know ({action})",
    "copy-no-case": "its tables aren't those of a case",
    "copy-wrong": "{path} can't be merged: {why}. Nothing was imported; ask for the copy again.",
    "decision-file-ends-early": "it ends too early",
    "decision-file-long-line": "the line is too long",
    "decision-file-seal": "its checksum doesn't match its lines: some were changed, lost or added",
    "decision-file-version": "it is from another version of this program",
    "decision-file-wrong": "{path}, line {line}: {why}. Nothing was imported; ask for the file again.",
    "field-bad-blanks": "a reviewer's name has extra spaces",
    "field-bad-characters": "the field '{field}' has characters that it can't have",
    "field-bad-form": "the field '{field}' is malformed",
    "field-bad-length": "the field '{field}' is empty, too long or not a text",
    "field-wrong": "a field is wrong",
    "judgement-unknown": "a judgement isn't one that this program knows",
    "line-not-json": "it isn't JSON",
    "line-not-record": "it isn't a record",
    "list-bad-items": "a list has no items, or one of them twice",
    "list-kind-unknown": "a list is neither a batch nor a sample",
    "merge-batch-contested": "The batch '{name}' is checked out by {reviewers} at the same time.",
    "merge-decision-differs": (
        "The decision {event} on item {id} is recorded differently there than here, or twice: one of the two records "
        "was changed. Nothing was merged; run triage verify on both."
    ),
    "merge-file-signature-wrong": (
        "The signature of the file of '{name}' isn't of its content, or not of {key}. Nothing was merged."
    ),
    "merge-file-unsigned": (
        "The file of '{name}' isn't signed. Nothing was merged. Ask for it to be written again with a key that can be "
        "used; or take over what it has, marked as unsigned and without seals: triage merge --unsigned"
    ),
    "merge-no-common-item": "'{name}' has no item in common with this case. Nothing was merged.",
    "merge-opens-seal-alone": (
        "The decision {event} by {who} on item {id} opens a seal that no other person had asked to open. Nothing was "
        "merged: ask who sent it."
    ),
    "merge-other-seal": "The checksum of '{name}' is {seal}, not the one that was stated. Nothing was merged.",
    "merge-same-name": "{count} batches or samples are now named '{name}'; each keeps its id.",
    "merge-signature-wrong": (
        "The decision {event} by {who} on item {id} isn't what was signed. Nothing was merged: ask who sent it."
    ),
    "merge-steps-left-out": "{count:,} steps belong to batches or samples that neither copy has, and were left out.",
    "merge-tag-differs": "The tag '{name}' differs: {differences}. It stays as it is here.",
    "merge-tag-stays-off": "The tag '{name}' is offered there; here it was removed, and stays removed.",
    "merge-tag-without-key": "The tag '{name}' has no key here: {key} belongs to '{other}'.",
    "merge-tags-added": "Tags offered only there are now offered here too: {tags}.",
    "merge-tags-of-other": "The tags offered are now those of the other copy, by {who}: {tags}.",
    "merge-tags-too-many": "{tags} aren't offered: there can be at most {most} tags.",
    "merge-undoes-others-step": (
        "The decision {event} by {who} on item {id} undoes what somebody else decided. Nothing was merged: ask who "
        "sent it."
    ),
    "merge-undoes-seal": (
        "The decision {event} by {who} on item {id} undoes a seal, which takes two people. Nothing was merged: ask "
        "who sent it."
    ),
    "merge-unsigned": (
        "{count:,} new decisions of '{name}', by {who}, aren't signed. Nothing was merged. To take them over all the "
        "same, marked as unsigned and without seals: triage merge --unsigned"
    ),
    "merge-unsigned-seals-left-out": (
        "{count:,} unsigned decisions that seal, or open a seal, were left out; seal again here what has to be sealed."
    ),
    "no-decision-file": "it isn't a decision file: triage decisions CASE --out FILE writes one",
    "palette-without-number": "a version of the tags has no number",
    "record-bad-name": "a name has characters that no name can have",
    "record-bad-tag": "a tag's name has characters that no tag can have",
    "record-unknown": "it has a record of a kind that this program doesn't know",
    "record-wrong-fields": "a record lacks a field, or has one too many",
    "sample-larger-than-set": "a sample is larger than its set",
    "tag-bad-seals": "a tag doesn't say whether it seals",
    "tag-field-differs": "{field} is {here} here and {there} there",
    "time-ahead": "the time {time} is more than a day ahead of this computer's clock: set the clocks right",
    "too-many-records": "it has more than {most:,} records",
    "work-unknown": "a step of work is of a kind that this program doesn't know",
}
