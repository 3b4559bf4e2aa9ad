"""What is said about a case, its database, its settings and files that people name. Templates only."""

TEMPLATES = {
    "argument-not-utf8": "'{typed}' isn't text in UTF-8. Type it again, or write it into a file in that encoding.",
    "case-among-sources": "The case can't be inside a folder that it reads ({folder}). Choose another place for it.",
    "case-being-written": "Another process is writing to this case. Wait until it has finished, and try again.",
    "case-changed-meanwhile": "{path} was changed by another process while it was read. Try again once that has ended.",
    "case-earlier-version": (
        "{path} is from an earlier version. Open it once for writing, or a copy of its folder, as with triage status; "
        "then try again."
    ),
    "case-folder-not-empty": "{path} exists and isn't an empty folder. Choose another place for the case.",
    "case-not-made": "The case can't be created in {path}: {error}. Choose another place.",
    "case-other-format": "{path} has format {version}; this program reads {known}. Use the version that wrote it.",
    "case-read-only": "{path} is open for reading only, and this would change it. Nothing was written.",
    "case-special-file": "{path} isn't a file or folder that a case can contain. Nothing was read; remove it.",
    "case-unwritable": "The case can't be written ({error}). Nothing from this step was saved.",
    "database-foreign": (
        "{path} has a {kind} '{name}' that Triage didn't make. It would run by itself, so nothing in the case was "
        "opened. Restore the case from a copy."
    ),
    "database-unopened": "The case's database can't be opened: {path} ({error}).",
    "disk-full": "The disk is full: nothing from this step was saved. Free some space and try again.",
    "index-key-unreadable": (
        "The key of your login's indexes, {path}, can't be read or made ({error}). TRIAGE_KEYS can name another folder."
    ),
    "item-id-ambiguous": "More than one item id begins with '{id}'. Ids are in the first column of triage search.",
    "item-id-unknown": "No item id of this case begins with '{id}'. Ids are in the first column of triage search.",
    "item-is-sealed": "It is sealed: its text is in no index, list or export. Its decisions say by whom, when and why.",
    "key-file-damaged": (
        "{path} doesn't contain a complete key. Restore the file from a copy of the case's folder. If there is no "
        "copy, move it away: a new key is made, and what was locked or signed with the old one can no longer be "
        "checked."
    ),
    "list-order-unknown": "A list can't be sorted by '{order}'. It can be by: {known}.",
    "no-case": "{path} isn't a case: it has no {file}. Create one with: triage new CASE --allow DIR ...",
    "no-item-id": "'{id}' isn't an item id: ids are up to 20 digits and letters a to f.",
    "no-such-engine": "There is no engine '{name}'. There are: {known}.",
    "no-such-item": "The case has no item number {number}.",
    "no-such-run": "'{name}' has no run {number}. List its runs with: triage saved CASE list '{name}'",
    "no-such-setting": "{path}: there is no setting '{key}'. The settings are: {known}.",
    "record-broken": (
        "The record of {path} doesn't end as Triage left it: {why}. Nothing was written. The case can still be "
        "searched and shown, and its decisions exported. Restore it from a copy, or begin a new record, which names "
        "the break and keeps the old one: triage recover {path} --reason TEXT"
    ),
    "record-whole": "The record of {path} is whole: there is nothing to recover. See: triage verify {path}",
    "recover-without-reason": "Give a reason of at most {most:,} characters, which stays on record: --reason TEXT",
    "seal-key-lost": (
        "The text of sealed item number {number} can't be unlocked: {file} is missing, or isn't the key that it was "
        "sealed with. Restore the file from a copy of the case's folder; without it the item stays sealed."
    ),
    "selftest-folder-not-empty": "{path} exists and isn't an empty folder. Choose another one for --folder.",
    "setting-not-a-number": "{path}: '{key}' takes a whole number from 0 up, not {value}.",
    "settings-unreadable": "{path} can't be read: {error}. Fix it, or delete it to use the defaults.",
    # files
    "file-exists": "{path} already exists. Choose another name: nothing is overwritten.",
    "file-unreadable": "{path} can't be read: {error}.",
    "file-unwritable": "{path} can't be written: {error}. Choose another place.",
}
