"""What reviewers are told about tags, seals, batches and samples. Templates only."""

from __future__ import annotations

TEMPLATES = {
    "bad-judgement": "An item is judged relevant or not relevant, not '{value}'.",
    "bad-tag-name": "'{name}' can't be a tag: it takes 1 to 80 characters, without \" * and ?.",
    "batch-ambiguous": "{many} batches are named '{name}', from copies that were merged. Name its id: {ids}",
    "batch-bad-name": "'{name}' can't name a batch: it takes 1 to {most} characters, without \" * ? and \\.",
    "batch-completed": "'{name}' was completed by {who}. Say that you take it again (--again) to reopen it.",
    "batch-has-untagged": (
        "{left:,} of {items:,} items of '{name}' have no tag: {query} finds them. Code them, give the batch back, or "
        "complete it anyway (--anyway)."
    ),
    "batch-name-taken": "There is a batch named '{name}' already. Choose another name.",
    "batch-not-checked-out": "'{name}' is {state}: nobody has it. Take it first.",
    "batch-of-another": "{who} has '{name}'. Only who has a batch completes it; it can be given back.",
    "batch-of-nothing": "There is nothing to put into a batch: the query finds no item that may go into it.",
    "batch-size": "A batch has 1 to {most:,} items, not {size:,}; 0 makes one of all.",
    "batch-taken": "{who} has had '{name}' since {time}. Take another, or ask for this one.",
    "copy-unproved": "{path} doesn't prove its decisions ({check}: {why}). Not merged.",
    "item-not-in-sample": "Item number {number} isn't in the sample '{name}'. Nothing was judged.",
    "item-not-sealed": "Item {id} isn't sealed, so there is nothing to open.",
    "item-sealed": (
        "Item {id} is sealed. Opening takes two persons: one asks, and says why; another one grants it (Code menu, "
        "or triage unseal)."
    ),
    "items-missing": "Which items? Give their ids, or --query.",
    "items-sealed": (
        "{count:,} items are sealed. Opening takes two persons: one asks, and says why; another one grants it (Code "
        "menu, or triage unseal)."
    ),
    "key-of-keys": "the list of keys",
    "key-of-note": "the note",
    "key-of-quotations": "opening quotations",
    "key-of-repeating": "repeating the last coding",
    "known-items-in-set": (
        "{count:,} of the known items lie in the sampled set itself: the sample speaks for them, and they don't "
        "count as known."
    ),
    "margin-out-of-range": (
        "Margin and confidence lie between 0 and 1, such as 0.05 and 0.95; {margin:g} and {confidence:g} don't."
    ),
    "no-batch-free": "No batch is free: all are checked out or completed. Make one with: triage batch CASE new",
    "no-seal-tag": "No tag of the palette seals. Give one that does with: triage palette CASE, or in the window.",
    "no-such-batch": "There is no batch named '{name}'. There are: {known}.",
    "no-such-item-nothing-changed": "The case has no item number {number}. Nothing was changed.",
    "no-such-sample": "There is no sample named '{name}'. There are: {known}.",
    "no-such-seal-tag": (
        "No tag '{name}' of the palette seals. Give one that does with: triage palette CASE, or in the window."
    ),
    "note-too-long": "The note has {size:,} characters; at most {most:,} are kept. Shorten it.",
    "nothing-to-undo": "There is nothing to undo: {who} has taken no decision that still stands.",
    "palette-not-toml": "{path} can't be read as TOML: {error}.",
    "palette-size": "A palette has 1 to {most} tags, not {count}.",
    "palette-without-tables": "{path} has no [[tag]] tables. See one with: triage palette CASE --toml",
    "reviewer-missing": (
        "A decision needs a reviewer's name of 1 to {most} characters. Give it with --reviewer, or set it in the "
        "window."
    ),
    "sample-ambiguous": "{many} samples are named '{name}', from copies that were merged. Name its id: {ids}",
    "sample-bad-name": "'{name}' can't name a sample: it takes 1 to {most} characters, without \" * ? and \\.",
    "sample-drawn-elsewhere": (
        "It was drawn in another copy of the case: known items that lie in its set can't be told apart, and count as "
        "known."
    ),
    "sample-name-taken": "There is a sample named '{name}' already. Choose another name.",
    "sample-of-nothing": "There is nothing to draw from: the query finds no item.",
    "sample-size": "A sample has 1 to {most:,} items, not {size:,}. Draw fewer.",
    "seal-reason-missing": "Say why, in 1 to {most:,} characters: the reason stays with the item.",
    "seal-without-why": "Why are they sealed? Say it with --why; the reason stays with the items.",
    "seed-too-long": "A seed has at most {most} characters, not {size:,}. Give a shorter one.",
    "tag-bad-colour": "'{name}' can't have the colour '{colour}'. There are: {known}.",
    "tag-bad-key": "'{name}' can't have the key '{key}': a key is one letter or digit, or none.",
    "tag-bad-rule": "'{name}' can't propagate by '{rule}'. It can by: {known}.",
    "tag-key-reserved": "'{name}' can't have the key {key}: that is {use}. Choose another.",
    "tag-key-taken": "The key {key} is that of '{first}' and '{second}'; give one of them another.",
    "tag-missing": "Which tag? For example: triage tag CASE relevant --query heron",
    "tag-named-twice": "Two tags are named '{name}'; give one of them another name.",
    "tag-seals-alone": (
        "'{name}' seals: it stands in no group, and what follows is set (what is inside, identical copies)."
    ),
    "tag-table-bad-value": (
        "A [[tag]] of {path} has a wrong '{key}'. Its lines are: {known} (text; seals: true or false)."
    ),
    "tag-table-unknown-key": (
        "A [[tag]] of {path} knows no '{key}'. Its lines are: {known} (text; seals: true or false)."
    ),
    "tag-table-without-name": "A [[tag]] of {path} has no name. Its lines are: {known} (text; seals: true or false).",
    "tag-words-too-long": "The words of '{name}' have {count} characters; a button takes {most}.",
    "unsealing-asked": "{who} has asked already to open item {id}; another person has to grant it.",
    "unsealing-not-asked": (
        "Nobody has asked to open item {id} yet. It takes two persons: one asks, and says why; another one grants it."
    ),
    "unsealing-own-request": "{who} asked to open item {id}, so another person has to grant it.",
}
