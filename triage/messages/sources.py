"""What is said about the scope, about reading sources, and about opening originals again. Templates only."""

TEMPLATES = {
    "allow-no-folder": "{path} isn't a folder. --allow takes a folder that may be read.",
    "allow-without-custodian": (
        "There are {allows} --allow and {custodians} --custodian: give one for each, or just one."
    ),
    "export-ended-early": "The export to {path} ended too early. Delete what it left there, and export again.",
    "folder-not-listed": "The folder couldn't be listed: {why}.",
    "folder-unreadable": "unreadable",
    "glob-empty": "The glob of '{rule}' is empty. Write what it denies, such as customer-data/**.",
    "glob-backslash": "folders are separated by /, not by a backslash (? stands for one in a name)",
    "glob-blank": "a name in it begins or ends with a blank (? stands for one that is really there)",
    "glob-matches-nothing": "The glob of '{rule}', '{glob}', can't match anything: {why}. Nothing was read.",
    "glob-odd-name": "no file or folder is called '.', '..' or nothing at all",
    "glob-outside": "it begins with /, and so counts from the top of the file system, where no [[allow]] lies",
    "glob-through-link": (
        "The glob of '{rule}' goes through a link, so it would match nothing: {path} is really {real}. Write that path."
    ),
    "hard-links-outside": (
        "it has {links:,} hard links, of which only {known:,} are where the scope lets files be read; to have such "
        "files read all the same, set allow-hard-links = true for their root in scope.toml"
    ),
    "index-locked": "Another run is indexing or exporting this case. Wait until it has ended, or stop it.",
    "indexing-ended-early": "Indexing ended before it was finished. Index again: it resumes where it stopped.",
    "item-unknown": "There is no item number {number}.",
    "ledger-bad-end": "The last line of {path} isn't a ledger line. Run triage verify.",
    "ledger-without-line": "{path} has no whole line in its last mebibyte. Restore it from a copy.",
    "link-or-no-file": "it is a link or not a regular file",
    "member-denied-now": "It is denied by the rule '{rule}' of scope.toml now.",
    "members-denied": "The scope denies {count:,} of the items inside; they were not extracted.",
    "mounted-from-outside": (
        "it is mounted from {path}, which is outside the scope; to have it read, add that folder to scope.toml"
    ),
    "mounts-unreadable": "The system doesn't tell what is mounted ({error}), so no source may be opened. Mount /proc.",
    "no-longer-a-file": "it is no longer a regular file",
    "no-such-scope-version": "The scope has no version {number}. There are: {known}.",
    "no-such-root": "The scope has no [[allow]] with id '{root}'. Put it back into scope.toml.",
    "not-shown": "It can't be shown.",
    "office-pages-off": (
        "Page images of documents are off. To have an installed LibreOffice draw them, put 'office_pages = 1' into "
        "{file} and open the case again."
    ),
    "original-changed": "The original of {name} has changed since it was indexed, so it isn't shown. Index again.",
    "original-not-shown": "The original of {name} can't be shown. {why}",
    "original-holds-denied": (
        "It holds something that the scope denies. If the scope no longer does, run triage index --retry denied-member."
    ),
    "original-sealed": "It is sealed.",
    "original-stays-sealed": "This item is sealed, or something inside it is; its original stays closed.",
    "originals-locked": "Someone else is opening an original of this case just now. Try again in a moment.",
    "over-max-file": "{size:,} bytes; max_file_mb is lower",
    "passwords-unreadable": "The passwords can't be read from {path}: {error}. It takes text in UTF-8, one a line.",
    "path-denied": "{path} is denied by the rule '{rule}' of scope.toml and was not opened.",
    "path-leads-out": "{folder}/{path} leads out of the allowed root '{root}' and was not opened.",
    "path-outside-scope": (
        "{path} is outside the scope and was not opened. To read it, scope.toml needs an [[allow]] whose path is "
        "{folder} or a folder above it, with its custodian and its basis."
    ),
    "path-unopened": "{folder}/{path} can't be opened ({error}).",
    "problem-code-bad": "There is no Problem code '{code}'. The codes are: {known}.",
    "purge-incomplete": "Something that was to be removed from {path} is still there. Run triage verify and report it.",
    "purge-receipt": (
        "Removed from the case '{case}', as its scope no longer covers it\n\n"
        "Scope      version {version}, SHA-256 {scope_sha256}\n"
        "Begun      {begun} by the login '{login}'\n"
        "Ended      {ended}\n"
        "Reason     {reason}\n"
        "Sources    {sources:,}, {bytes:,} bytes\n"
        "Items      {items:,}: their text, subject, people, dates and names, in the database and in the index\n"
        "Decisions  {decisions:,} on {decided:,} of these items; they stay on record\n"
        "Search     {words_searched:,} words of the removed text were searched for in these items; none was found\n"
        "Ledger     {ledger}\n\n"
        "What stays: ids, sizes and digests of the items; the names of the sources, in the ledger and in the case, as "
        "the record of what was opened; decisions and notes; the same content where it lies elsewhere in scope. "
        "Exports and copies of the case that were made before aren't reached. No source was opened or changed."
    ),
    "purge-unfinished": (
        "Not everything was removed from {path}: it was stopped, or another process has the case open. Close it there, "
        "and run the same command again: it goes on."
    ),
    "reader-answered-otherwise": "The reader process answered something other than what was asked ({size:,} bytes).",
    "reader-died": "The reader process died on it.",
    "reader-gave-no-answer": "The reader process gave no answer.",
    "root-denied": (
        "The allowed root '{root}' lies in what the rule '{rule}' denies, and a deny rule always wins: {path}. "
        "Remove one of the two from scope.toml, or narrow the rule."
    ),
    "root-path-relative": "The path of '{root}' must be absolute and without '..': {path}",
    "root-through-link": (
        "The path of the allowed root '{root}' goes through a link: {path} is really {real}. Write that path instead."
    ),
    "root-unopened": "The allowed root '{root}' can't be opened: {path} ({error}).",
    "root-without-custodian": "'{root}' has no custodian. Say whose records these are.",
    "rule-id-odd": "'{rule}' can't be the id of a rule: write letters, digits, hyphens.",
    "rule-id-twice": "Two rules of the scope have the id '{rule}'. Give each its own.",
    "rule-lacks-flag": "{path}: write {key} = true or {key} = false in '{rule}'.",
    "rule-lacks-text": "{path}: '{rule}' needs {key} = \"...\".",
    "rules-not-tables": "{path}: write each rule as a table headed [[{kind}]].",
    "run-stuck": "The run can't go on: {error}. What has been read is kept; fix the cause and run again.",
    "scope-allows-nothing": "The scope allows nothing: it needs at least one [[allow]] with a path and a custodian.",
    "scope-unknown-key": (
        "{path}: '{where}' has the key '{key}', which means nothing there. The nearest is '{near}'; there are: "
        "{known}. Nothing was read."
    ),
    "scope-root-moved": (
        "The path of '{root}' was {before} in the last whole run, and is {now} now. Run triage index first, so that "
        "what is read there isn't removed. Nothing was removed."
    ),
    "scope-unapproved": (
        "Nobody has approved scope.toml as it is, and this case opens nothing under a scope that isn't approved. "
        "See what it includes with triage scope plan, and approve it with triage scope approve. Nothing was opened."
    ),
    "scope-unreadable": "{path} can't be read: {error}. Fix it; without a scope nothing may be opened.",
    "source-changed-while-read": "The file changed while it was read; what was read may be a mixture.",
    "source-denied-now": "Its source is denied by scope.toml now.",
    "source-has-other-content": "The file has other content than in an earlier run; is:superseded finds that.",
    "source-lacks-member": "Its source no longer contains it.",
    "source-vanished": "It is no longer there. What was read of it is kept; is:vanished finds it.",
    "source-unreadable": "It couldn't be read: {why}.",
    "source-unreadable-now": "Its source can no longer be read: {why}.",
    "too-large-for-pages": "It is larger than limit_item_mb, so it isn't turned into pages.",
    "view-cancelled": "It is no longer wanted.",
    "withheld-holds-sealed": "Withheld: item {id} inside it is sealed, by {who} at {time}: {why}.",
    "withheld-sealed": "Withheld: it is sealed, by {who} at {time}: {why}.",
}
