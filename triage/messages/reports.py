"""What saved searches, reports on searches and exports say. Templates only."""

TEMPLATES = {
    "confidence-out-of-range": "A confidence is between 0 and 1, such as 0.95, not {confidence:g}.",
    "coverage-sample-size": "A sample has 0 to {most:,} items, not {size:,}.",
    "error-and-mend": "{error} Perhaps: {query}",
    "found-more-than-sample": "{count:,} can't have been found in a sample of {size:,}.",
    "found-of-nothing": "What was found can't be counted: there is nothing to draw from.",
    "found-without-sample": "What was found can't be counted: no sample was drawn. Give its size.",
    "hits-not-counted": "The hits were not counted: that would take more than {seconds:g} seconds.",
    "hits-order-unknown": "Hits can't be sorted by '{order}'. They can be by: {known}.",
    "hits-out-of-range": "A hit list has 1 to {most:,} lines with 1 to {widest:,} characters on each side.",
    "moved-coding-changed": "tag or note changed",
    "moved-engine-changed": "other engine or engine version",
    "moved-facts-changed": "what is known about it changed (duplicates, thread, problems)",
    "moved-item-gone": "no longer in the case",
    "moved-less-readable": "less readable: its file could be searched further at the earlier run",
    "moved-new-source": "new source: its file was first read after the earlier run",
    "moved-newly-readable": (
        "newly readable: its file was known and couldn't be read, or not in full, at the earlier run"
    ),
    "moved-program-changed": "other version of Triage, in which a field of the query may mean something else",
    "moved-query-edited": "query edited",
    "moved-query-read-differently": "the same query is read differently by another version of the program",
    "moved-seal-changed": "now excluded, or no longer excluded: it was sealed, or its seal was opened",
    "moved-source-changed": "source changed: its file has different content than at the earlier run",
    "moved-unexplained": "not explained by anything on record: run triage verify",
    "no-saved-search": "There is no saved search '{name}'. Save one with: triage saved CASE add '{again}' QUERY",
    "runs-missing": "Give the numbers of two runs, or none for the last two.",
    "sample-without-seed": "Which sample was checked? Give the seed it was drawn with; it is stated beside it.",
    "saved-search-bad-name": "'{name}' can't be the name of a saved search: a name has 1 to 80 characters.",
    "saved-search-no-such-run": "'{name}' has no run {number}. Its runs are 1 to {most}.",
    "saved-search-nobody": "Who saves or runs this search? Give a name with --reviewer.",
    "saved-search-too-few-runs": "'{name}' has run {count} times; a difference needs two runs.",
    "sheet-left-out": (
        "{count:,} cells of the sheet {name} were not read: write Term above its terms, or save it alone."
    ),
    "term-line-empty": "This line contains nothing to search for.",
    "term-line-not-csv": "Line {line} isn't CSV: {error}. Double the quotation marks inside a quoted cell.",
    "term-line-not-utf8": "Line {line} isn't UTF-8 text. Save the list as UTF-8, so that no letter has to be guessed.",
    "term-list-too-large": "{path} is larger than {most} MiB: that isn't a list of terms.",
    "term-list-unpacks-too-large": "{path} unpacks to more than {most} MiB: that isn't a list of terms.",
    "term-list-unreadable": "The list {path} can't be read: {error}. Give the path of a text file.",
    "workbook-unreadable": "{path} can't be read as a workbook: {error}. Save the terms as a text file.",
    # exports and reports on paper
    "export-among-evidence": "{path} is inside {root}, whose files are evidence. Export to a folder outside it.",
    "export-failed": "The export to {path} failed: {error}. Nothing was left there; fix the cause and export again.",
    "export-folder-not-empty": "The folder {path} isn't empty. Choose a new folder; an export overwrites nothing.",
    "export-left-over": (
        "{path} is left over from a killed export, or belongs to a running one. Delete it if none runs."
    ),
    "export-no-folder": "{path} already exists and isn't a folder. Choose a new folder for the export.",
    "export-parent-missing": "The folder {path} doesn't exist. Create it, or export to another place.",
    "export-unwritable": "{path} can't be written: {error}. Export to another place.",
    "exported-original-changed": "It has changed since it was indexed: its sha256 was {before} and is now {now}.",
    "report-bad-ending": "{name}: a report can be written as {known}. Give it one of these endings.",
    "report-exists": "{path} already exists, and a report never replaces a file. Choose another name.",
    "report-unwritable": "The report can't be written to {path}: {error}. Choose another place.",
}
