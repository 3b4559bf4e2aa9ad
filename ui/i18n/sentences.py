"""What the core says, in the window's language: its sentences are English, and recorded ones stay as they are.

Each is looked up by its pattern: what stands between braces is a value, and values are never translated. A sentence
that isn't here is shown in English. A test holds the patterns to what the core says.
"""

from __future__ import annotations

import re
from functools import lru_cache

from triage.errors import TriageError
from ui.i18n import language
from ui.i18n.language import as_is, later, tr
from ui.i18n.troubles import TROUBLES

PATTERNS = (
    # the window's own processes
    later("Indexing ended before it was done. Index again: it goes on where it was."),
    later("The export to {path} ended before it was done. Delete what it left there, and export again."),
    later("Another run is indexing or exporting this case. Wait until it has ended, or stop it."),
    later("Someone else is opening an original of this case just now. Try again in a moment."),
    later("The run can't go on: {error}. What was read so far is kept; mend it and run again."),
    later("The reader processes can't start. Run triage doctor; TRIAGE_DEBUG=1 shows their words."),
    # the case
    later("{path} exists and isn't an empty folder. Choose another place for the case."),
    later("The case can't lie inside what it reads ({folder}). Choose another place for it."),
    later("The case can't be made in {path}: {error}. Choose another place."),
    later("{path} isn't a case: it has no {file}. Make one with: triage new CASE --allow DIR ..."),
    later("{path} has format {version}; this program reads {known}. Use the version that wrote it."),
    later("{path} is of an earlier version. Open it once, as with triage status, and retry."),
    later("The case's database can't be opened: {path} ({error})."),
    later("The disk is full: nothing of this step was saved. Make room and try again."),
    later("Another process is writing this case. Wait until it has ended, and try again."),
    later("The case can't be written ({error}). Nothing of this step was saved."),
    later("The case has no item number {number}."),
    later("There is no item number {number}."),
    later("'{id}' isn't an item id: those are up to 20 digits and letters a to f."),
    later("In this case no item's id begins with '{id}'. Ids stand in the first column of triage search."),
    later("In this case more than one item's id begins with '{id}'. Ids stand in the first column of triage search."),
    later("{path} can't be read: {error}. Mend it; without a scope nothing may be opened."),
    later("The scope allows nothing: it needs at least one [[allow]] with a path and a custodian."),
    later("The allowed root '{root}' can't be opened: {path} ({error})."),
    later("The path of '{root}' must be absolute and without '..': {path}"),
    later("'{root}' has no custodian. Say whose records these are."),
    later("The glob of '{rule}' is empty. Write what it denies, such as customer-data/**."),
    later("Two rules of the scope have the id '{rule}'. Give each its own."),
    later("{path}: there is no setting '{key}'. The settings are: {known}."),
    later("{path}: '{key}' takes a whole number from 0 up, not {value}."),
    later("{path} can't be read: {error}. Mend it or delete it to use the defaults."),
    # originals
    later("The original of {name} can't be shown. {why}"),
    later("The original of {name} has changed since it was indexed, so it isn't shown. Index again."),
    later(
        "Page images of documents are off. To have an installed LibreOffice draw them, put 'office_pages = "
        "1' into {file} and open the case again."
    ),
    later("It is larger than limit_item_mb, so it isn't turned into pages."),
    later("The reader process answered with something else than was asked ({size} bytes)."),
    later("The reader process gave no answer."),
    later("It can't be shown."),
    later("It isn't wanted any more."),
    later("This item is sealed, or something inside it is; its original stays closed."),
    # decisions
    later("There is nothing to undo: {who} has taken no decision that still stands."),
    later("The note has {size} characters; at most {most} are kept. Shorten it."),
    later("The case has no item number {number}. Nothing was changed."),
    later(
        "A decision needs a reviewer's name of 1 to {most} characters. Give it with --reviewer, or set it "
        "in the window."
    ),
    later("'{name}' can't be a tag: it takes 1 to 80 characters, without \" * and ?."),
    later("A palette has 1 to {most} tags, not {count}."),
    later("Two tags are named '{name}'; give one of them another name."),
    later("The key {key} is that of '{first}' and '{second}'; give one of them another."),
    later("'{name}' can't have the key {key}: that is {use}. Choose another."),
    later("'{name}' can't have the key '{key}': a key is one letter or digit, or none."),
    later("The words of '{name}' have {count} characters; a button takes {most}."),
    later("'{name}' seals: it stands in no group, and what follows is set (what is inside, identical copies)."),
    later(
        "{many} sealed. Opening takes two persons: one asks, and says why; another one grants it (Code "
        "menu, or triage unseal)."
    ),
    later("Item {id} isn't sealed, so there is nothing to open."),
    later("Say why, in 1 to {most} characters: the reason stays with the item."),
    later("{who} has asked already to open item {id}; another person has to grant it."),
    later(
        "Nobody has asked to open item {id} yet. It takes two persons: one asks, and says why; another one grants it."
    ),
    later("{who} asked to open item {id}, so another person has to grant it."),
    later(
        "The text of sealed item number {number} can't be unlocked: {file} is gone, or isn't the key that "
        "it was sealed with. Put the file back from a copy of the case's folder; without it the item stays "
        "sealed."
    ),
    # batches and samples
    later("'{name}' can't name a {what}: it takes 1 to {most} characters, without \" * ? and \\."),
    later("A batch has 1 to {most} items, not {size}; 0 makes one of all."),
    later("There is a batch named '{name}' already. Choose another name."),
    later("There is nothing to put into a batch: the query finds no item that may go into it."),
    later("There is no batch named '{name}'. There are: {known}."),
    later("{many} batches are named '{name}', from copies that were merged. Name its id: {ids}"),
    later("No batch is free: all are checked out or completed. Make one with: triage batch CASE new"),
    later("'{name}' was completed by {who}. Say that you take it again (--again) to reopen it."),
    later("{who} has had '{name}' since {time}. Take another, or ask for this one."),
    later("'{name}' is {state}: nobody has it. Take it first."),
    later("{who} has '{name}'. Only who has a batch completes it; it can be given back."),
    later(
        "{left} of {items} items of '{name}' have no tag: {query} finds them. Code them, give the batch "
        "back, or complete it anyway (--anyway)."
    ),
    later("There is a sample named '{name}' already. Choose another name."),
    later("There is nothing to draw from: the query finds no item."),
    later("There is no sample named '{name}'. There are: {known}."),
    later("{many} samples are named '{name}', from copies that were merged. Name its id: {ids}"),
    later("A sample has 1 to {most} items, not {size}. Draw fewer."),
    later("A sample has 0 to {most} items, not {size}."),
    later("A seed has at most {most} characters, not {size}. Give a shorter one."),
    later("Item number {number} isn't in the sample '{name}'. Nothing was judged."),
    later(
        "{count} of the known items lie in the sampled set itself: the sample speaks for them, and they "
        "don't count as known."
    ),
    # saved searches, reports, exports
    later("There is no saved search '{name}'. Save one with: triage saved CASE add '{again}' QUERY"),
    later("'{name}' can't be the name of a saved search: it takes 1 to 80 characters."),
    later("'{name}' has run {count} times; a difference needs two runs."),
    later("'{name}' has no run {number}. Its runs are 1 to {most}."),
    later("The folder {path} doesn't exist. Make it, or export to another place."),
    later("{path} is there already and is no folder. Name a new folder for the export."),
    later("The folder {path} isn't empty. Name a new folder; an export never overwrites anything."),
    later("{path} lies inside {root}, whose files are evidence. Export to a folder outside."),
    later("{path} is left from an export that was killed, or belongs to one that runs. Delete it if none does."),
    later("{path} can't be written: {error}. Export to another place."),
    later("The export to {path} failed: {error}. Nothing was left there; mend it and export again."),
    later("{name}: a report is written as {known}. Give it such an ending."),
    later("{path} is there already, and a report never replaces one. Choose another name."),
    later("The report can't be written to {path}: {error}. Choose another place."),
    later("{error} Perhaps: {query}"),
    later("This line holds nothing to search for."),
    later("The hits were not counted: that takes more than {seconds} seconds."),
    # merging
    later("'{name}' has no item in common with this case. Nothing was merged."),
    later("The seal of '{name}' is {seal}, not the one that was told. Nothing was merged."),
    later("{path} can't be merged: {why}. Nothing was taken over; ask for the copy again."),
    later("{path}, line {line}: {why}. Nothing was taken over; ask for the file again."),
    later("{path} exists. Name another file: nothing is overwritten."),
    later("{path} can't be written: {error}. Choose another place."),
    later("{path} can't be read: {error}."),
    # queries
    later("{field} would tell what was decided, and a blind sample is open. Close the sample, then search."),
    later(
        "The search was stopped after {seconds} seconds, without an answer. Make it narrower: fewer "
        "wildcards, shorter distances, or one field."
    ),
    later(
        "The words beside a distance stand at more than {most} places. Make it narrower: fewer wildcards, or one field."
    ),
    later("A distance joins words, phrases and groups of them by OR, nothing else."),
    later("This quotation mark has no partner: add one at the end of the phrase."),
    later("'{typed}' can't stand here."),
    later("{typed}: there is no distance by sentence or paragraph; write w/20 or another number of words."),
    later('A distance is written {meant}; for the words themselves write "{typed}".'),
    later("This is nested more than {most} deep: split it into several searches."),
    later("Nothing follows {operator}: add what it should join, or take it away."),
    later('Nothing stands before {operator}: take it away; for the word itself write "{typed}".'),
    later('{field} needs a value; for the word itself write {again}"{typed}".'),
    later("{field} needs a value: write {again}word or take it away."),
    later("This parenthesis isn't closed."),
    later("These parentheses are empty."),
    later("This parenthesis closes nothing: take it away."),
    later("A query may have {most} characters; this one has {size}."),
    later("There is no field '{field}:'; {near}: is the nearest."),
    later("There is no field '{field}:'; for the words themselves write a phrase."),
    later("'{typed}' holds no letter or digit to look it up by."),
    later("'{typed}' holds no letter or digit, and only those are searched."),
    later("The phrase is empty."),
    later('{field}: takes a word or "a phrase".'),
    later("{operator} joins words of the text, not values of {field}:."),
    later("{field}: can't stand inside {outer}:."),
    later("{sign} isn't read as NOT: write NOT {typed}, or {again} to search for it."),
    later("A distance is 1 to {most} words, not {digits}."),
    later("NOT binds tighter than {operator}: for what isn't near write a NOT w/5 b or NOT (a w/5 b)."),
    later("{typed} isn't text: {operator} joins words."),
    later("An exact text can't stand beside {operator}: take the phrase."),
    later("AND beside {operator} has two meanings: write {one} for each of them, or {two} for all together."),
    later("AND beside {operator} has two meanings."),
    later("AND can't stand beside {operator}: write {one}."),
    later("Words can be struck out only of a term that stands for several, as in atlas*!(atlases)."),
    later("{kind}(...) takes one word, without wildcards."),
    later("This is no regular expression: {error}."),
    later("'{typed}' needs at least one letter or digit beside it in its word."),
    later("~ follows one word, without wildcards."),
    later("~ takes 1 or 2, the number of letters that may differ."),
    later("'{typed}' is too short for ~{distance}: every word of its length would fit."),
    later("There is no day '{typed}' in the calendar."),
    later("'{typed}' isn't a date: write 2023, 2023-05, 2023-05-02 or, for an hour, 2023-05-02T10."),
    later("A date is missing: write 2023, 2023-05, 2023-05-02 or, for an hour, 2023-05-02T10."),
    later("'{typed}' can't stand between characters that are words by themselves: write {meant}."),
    later("'{typed}' has two meanings: write {first} or {second}."),
    later("'{typed}' isn't a size: write 500, 10kb, 1.5mb or 2gb."),
    later("'{typed}' isn't known: {field} takes {known}."),
    later("No Problem has the code '{typed}': {known}."),
    later("'{typed}' isn't an id or a hash: those are at least 4 digits and letters a to f."),
    later("The range ends before it begins: write {range}."),
    later("A range needs at least one end."),
    later("A name is missing."),
    later("AND was read before OR, as the parentheses show"),
    later("distances were read from left to right, as the parentheses show"),
    later("? in {typed} stands for exactly one more letter"),
    later('{signs} in {typed} isn\'t searched; for the signs too write ="{again}"'),
    later("! in {typed} isn't searched; for any ending write {again}*"),
    later("; joins nothing and parts nothing: a blank means AND"),
    # why runs of a saved search differ
    later("new source: its file was first read after the earlier run"),
    later("source changed: its file has other content than at the earlier run"),
    later("newly readable: its file was known and could not be read, or not in full, at the earlier run"),
    later("less readable: its file could be searched further at the earlier run"),
    later("query edited"),
    later("tag or note changed"),
    later("now excluded, or no longer: it was sealed, or its seal was opened"),
    later("the same query is read differently by another version of the program"),
    later("other engine or engine version"),
    later("what is known of it changed (duplicates, thread, problems)"),
    later("no longer in the case"),
    later("not explained by anything on record: run triage verify"),
    # problems of files
    later("The character set isn't stated; it was read as {charset}."),
    later("The text can't be read as the declared {declared}; it was read as {charset}."),
    later("The text is declared as {declared} but is UTF-8, and was read so."),
    later("{count} characters couldn't be read as {charset}, which it is declared; they show as \ufffd."),
    later("{count} characters couldn't be read as {charset}, which it looks as if; they show as \ufffd."),
    later("A header field holds letters of no stated character set; they were guessed."),
    later("Nothing in it could be read as text, and no reason is known."),
    later("The message ends without its closing boundary; what came after may be missing."),
    later("It is a picture; text that it shows was not read."),
    later("It is a picture; text that it shows is read by the optional extra 'ocr'."),
    later("It is a picture, in which no text was recognised."),
    later("Page {page} shows pictures of text, which was not read."),
    later("Page {page} shows pictures of text, which the optional extra 'ocr' reads."),
    later("The file holds no bytes."),
    later("No reader knows this format."),
    later("It can't be read: {error}"),
    later("The part {part} is damaged ({error}); the rest of it was read."),
    later("Its date can't be read: {date}"),
    later("{count} members are encrypted: {names}."),
    later("A member is named {name}; it was read, and nothing was written."),
    later("The picture's metadata can't be read ({error})."),
    later("The mail's content is encrypted with PGP and was not read."),
    later("The page holds no text."),
    later("The base64 data ends in the middle; what was there is read."),
    *TROUBLES,
)


def of(error: TriageError) -> str:
    """Return what an error says, in the window's language where it is known here."""
    return said(str(error))


def said(sentence: str) -> str:
    """Return a sentence of the core in the window's language where it is known here, else as it is."""
    if language.code() == "en":
        return sentence
    found = _found(sentence)
    if found is None:
        return as_is(sentence)
    pattern, values = found
    return tr(pattern, -1, **{name: said(value) if _found(value) else value for name, value in values.items()})


@lru_cache(maxsize=4096)
def _found(sentence: str) -> tuple[str, dict[str, str]] | None:
    """Return the pattern that a sentence has, with its values; the one with most words where several fit."""
    for words, pattern, text in _READY:
        if words in sentence and (found := pattern.fullmatch(sentence)):
            return text, found.groupdict()
    return None


def _ready(text: str) -> tuple[str, re.Pattern[str], str]:
    """Return a pattern ready for use: its longest run of words, which is looked for first, and its expression."""
    parts = re.split(r"\{(\w+)\}", text)
    wild = (re.escape(part) if at % 2 == 0 else f"(?P<{part}>.+)" for at, part in enumerate(parts))
    return max(parts[::2], key=len), re.compile("".join(wild), re.DOTALL), text


def _words(text: str) -> int:
    return len(re.sub(r"\{\w+\}", "", text))


_READY = sorted(map(_ready, PATTERNS), key=lambda ready: -_words(ready[2]))
