"""What reviewers are told about tags, seals, batches and samples. Templates only."""

TEMPLATES = {
    "bad-judgement": "An item is judged relevant or not relevant, not '{value}'.",
    "bad-tag-name": "'{name}' can't be a tag: a tag has 1 to 80 characters, without \" * and ?.",
    "batch-ambiguous": "{many} batches are named '{name}', from copies that were merged. Use an id instead: {ids}",
    "batch-bad-name": "'{name}' can't name a batch: a name has 1 to {most} characters, without \" * ? and \\.",
    "batch-completed": "'{name}' was completed by {who}. Say that you take it again (--again) to reopen it.",
    "batch-has-untagged": (
        "{left:,} of {items:,} items of '{name}' have no tag: {query} finds them. Code them, return the batch, or "
        "complete it anyway (--anyway)."
    ),
    "batch-name-taken": "There is already a batch named '{name}'. Choose another name.",
    "batch-not-checked-out": "'{name}' is {state}: nobody has it. Take it first.",
    "batch-of-another": "{who} has '{name}'. Only the person who has a batch can complete it; anyone can return it.",
    "batch-of-nothing": "There is nothing to put into a batch: the query finds no item that can go into one.",
    "batch-size": "A batch has 1 to {most:,} items, not {size:,}; 0 makes one of all.",
    "batch-taken": "{who} has had '{name}' since {time}. Take another, or ask for this one.",
    "copy-unproved": "{path} doesn't prove its decisions ({check}: {why}). Not merged.",
    "item-not-in-sample": "Item number {number} isn't in the sample '{name}'. Nothing was judged.",
    "item-not-sealed": "Item {id} isn't sealed, so there is nothing to open.",
    "item-sealed": (
        "Item {id} is sealed. Opening it takes two people: one asks and gives a reason, another grants it (Code menu,"
        " or triage unseal)."
    ),
    "items-missing": "Which items? Give their ids, or --query.",
    "items-sealed": (
        "{count:,} items are sealed. Opening them takes two people: one asks and gives a reason, another grants it "
        "(Code menu, or triage unseal)."
    ),
    "key-of-keys": "the list of keys",
    "key-of-note": "the note",
    "key-of-quotations": "opening quotations",
    "key-of-repeating": "repeating the last coding",
    "known-items-in-set": (
        "{count:,} known items are in the sampled set itself: the sample covers them, so they don't count."
    ),
    "margin-out-of-range": "Margin and confidence must be between 0 and 1: {margin:g} and {confidence:g} aren't.",
    "no-batch-free": "No batch is free: all are checked out or completed. Create one with: triage batch CASE new",
    "no-seal-tag": "No tag in the palette seals. Add one with: triage palette CASE, or in the window.",
    "no-such-batch": "There is no batch named '{name}'. There are: {known}.",
    "no-such-item-nothing-changed": "The case has no item number {number}. Nothing was changed.",
    "no-such-sample": "There is no sample named '{name}'. There are: {known}.",
    "no-such-seal-tag": "No tag '{name}' in the palette seals. Add one with: triage palette CASE, or in the window.",
    "note-too-long": "The note has {size:,} characters; at most {most:,} are kept. Shorten it.",
    "nothing-to-undo": "There is nothing to undo: {who} has made no decision that still applies.",
    "palette-not-toml": "{path} can't be read as TOML: {error}.",
    "palette-size": "A palette has 1 to {most} tags, not {count}.",
    "palette-without-tables": "{path} has no [[tag]] tables. See one with: triage palette CASE --toml",
    "reviewer-odd": (
        "'{name}' can't be the name of a reviewer, since it contains '|' or a control character, which would make the "
        "audit ambiguous. Nothing was changed. Choose another name: --reviewer, or in the window."
    ),
    "reviewer-missing": "A decision needs a reviewer's name of 1 to {most} characters: --reviewer, or in the window.",
    "sample-ambiguous": "{many} samples are named '{name}', from copies that were merged. Use an id instead: {ids}",
    "sample-bad-name": "'{name}' can't name a sample: a name has 1 to {most} characters, without \" * ? and \\.",
    "sample-drawn-elsewhere": "It was drawn in another copy of the case: known items in its set count as known.",
    "sample-name-taken": "There is already a sample named '{name}'. Choose another name.",
    "sample-of-nothing": "There is nothing to draw from: the query finds no item.",
    "sample-size": "A sample has 1 to {most:,} items, not {size:,}. Draw fewer.",
    "seal-reason-missing": "Give a reason of 1 to {most:,} characters: it stays with the item.",
    "seal-without-why": "Why are they sealed? Give the reason with --why; it stays with the items.",
    "seed-too-long": "A seed has at most {most} characters, not {size:,}. Give a shorter one.",
    "tag-bad-colour": "'{name}' can't have the colour '{colour}'. There are: {known}.",
    "tag-bad-key": "'{name}' can't have the key '{key}': a key is one letter or digit, or none.",
    "tag-bad-rule": "'{name}' can't propagate by '{rule}'. The rules are: {known}.",
    "tag-key-reserved": "'{name}' can't have the key {key}: that is {use}. Choose another.",
    "tag-key-taken": "The key {key} belongs to both '{first}' and '{second}'; give one of them another.",
    "tag-missing": "Which tag? For example: triage tag CASE relevant --query heron",
    "tag-named-twice": "Two tags are named '{name}'; give one of them another name.",
    "tag-seals-alone": "'{name}' seals: it can't be in a group, and it always propagates to attachments and copies.",
    "tag-table-bad-value": "A [[tag]] of {path} has a wrong '{key}'. Its lines: {known} (text; seals: true or false).",
    "tag-table-unknown-key": "A [[tag]] of {path} knows no '{key}'. Its lines: {known} (text; seals: true or false).",
    "tag-table-without-name": "A [[tag]] of {path} has no name. Its lines: {known} (text; seals: true or false).",
    "tag-words-too-long": "The label of '{name}' has {count} characters; a button takes {most}.",
    "unsealing-asked": "{who} has already asked to open item {id}; another person has to grant it.",
    "unsealing-not-asked": "Nobody has asked to open item {id} yet. One person asks and says why, another grants it.",
    "unsealing-own-request": "{who} asked to open item {id}, so another person has to grant it.",
}
