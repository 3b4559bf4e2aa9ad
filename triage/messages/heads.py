"""What is said of heads, keys and time stamps. Templates only."""

TEMPLATES = {
    "case-rolled-back": (
        "the case was rolled back, or a copy of it went on elsewhere: {why}. The latest head that this login signed is "
        "{path}. If the case was restored from a backup, put that on record: triage head CASE --restored WHY"
    ),
    "countersign-where": "Where should the countersigned head go? Name a new file with -o, or the case with --case.",
    "decision-unsigned": "Saved, but not signed: {why}",
    "given-head-holds": (
        "the case still has all that the head covers, unchanged: {ledger:,} entries of the ledger, {views:,} of the "
        "views, {audit:,} of the audit; signed by {keys}"
    ),
    "head-by-others": "{path} isn't signed by your key, {line}. Name a head that you have countersigned.",
    "head-file-changed": "{file} in the folder heads isn't the file that the audit names",
    "head-file-missing": "{file}, signed at {time}, is missing in the folder heads",
    "head-file-wrong": "{file} in the folder heads: {why}",
    "head-log-rewritten": "the first {known:,} entries of the {log} aren't those that the head was made of",
    "head-log-shorter": "the {log} had {known:,} entries and now has {count:,}: its end was cut off",
    "head-not-countersigned": "{path} wasn't countersigned: {why}. Ask for the reason before you sign anything.",
    "head-not-in-folder": "that head isn't in the case's folder heads",
    "head-not-of-folder": "No head in {folder} states the same. Countersign one that triage head CASE wrote.",
    "head-not-signed": "not all of the head is signed by the keys that it names",
    "head-not-written": "{path} can't be written: {why}",
    "head-proof-wrong": "the proof that comes with it, for the {log}, is wrong: it was changed",
    "head-target-exists": "there is a file of this name already; nothing is overwritten",
    "head-of-another-case": "the head is of another case",
    "head-of-no-export": "{path} is an export. A head is compared with a case: name the case's folder.",
    "head-unreadable": "{path} can't be used: {why}",
    "head-unsigned": "The record of this case was not signed: {why}",
    "head-without-earlier": (
        "There is nothing to compare {path} with: this login has signed no head of this case. Name the one that you "
        "signed elsewhere with --since, the case's folder with --case, or sign a first head with --first."
    ),
    "head-without-proof": (
        "The head comes without the proof that it extends the earlier one, of which the {log} had {known:,} entries. "
        "Ask for one that is made with: triage head CASE --since EARLIER"
    ),
    "heads-hold": (
        "{count:,} heads, all signatures right and everything that they cover unchanged; {stamps:,} time stamps; "
        "unsigned until {time}; keys: {keys}"
    ),
    "heads-of-broken-record": "{heads}; {count:,} of the heads are of the record before it was begun anew",
    "heads-none": "unsigned: no head was signed yet",
    "key-damaged": (
        "{path} isn't a key that can be used. Restore it from a backup, or move it elsewhere: the next signature makes "
        "a new key, whose public line others then need. What the old one signed stays valid."
    ),
    "key-locked-keyring": (
        "The passphrase of {path} is in this login's keyring, which is locked, not installed, or doesn't have it. Log "
        "in to the desktop, or install Triage's extra 'keyring'. {lost}"
    ),
    "key-locked-passphrase": (
        "{path} needs its passphrase: give --passphrase-file FILE, or set TRIAGE_PASSPHRASE. {lost}"
    ),
    "key-lost": (
        "If it is lost, move the file elsewhere: the next signature makes a new key, whose public line others then "
        "need. What {line} signed stays valid."
    ),
    "key-name-bad": "'{name}' can't be the name of a key: give one without blanks, '+', '|' and control characters.",
    "key-passphrase-wrong": (
        "The passphrase doesn't open {path}. Give the right one by --passphrase-file FILE or TRIAGE_PASSPHRASE. {lost}"
    ),
    "key-unreadable": "The key {path} can't be read or made ({error}). TRIAGE_KEYS can name another folder for keys.",
    "log-ends-elsewhere": "the {log} doesn't continue where the last head ended: run triage verify",
    "no-file": "it isn't a file",
    "no-head-remembered": "this login has signed no head of this case",
    "not-a-checkpoint": "it contains something else where a checkpoint should be",
    "not-a-head": "it isn't a head, or was changed",
    "not-a-public-key": "this isn't the public line of an Ed25519 key: {line}",
    "not-a-signed-note": "it contains something else where a signed note should be",
    "passphrase-unreadable": "The passphrase file {path} can't be used: {error}.",
    "remembered-head-holds": "the case has everything that the latest head by this login covers",
    "signature-wrong": "the signature by {name} is wrong: it, or what was signed, was changed",
    "stamp-authority-unreadable": "The certificates of the authority can't be read: give a file in PEM form.",
    "stamp-not-imported": "{path} wasn't imported: {why}",
    "stamp-without-authority": (
        "Name the authority's root certificate with --authority FILE, from a source that you trust: the answer is "
        "checked by it."
    ),
    "stamp-wrong": "The answer isn't a time stamp of this head by this authority: {error}",
}
