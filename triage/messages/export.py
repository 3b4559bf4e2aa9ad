"""What exports and reports on paper say. Templates only."""

from __future__ import annotations

TEMPLATES = {
    "export-among-evidence": "{path} lies inside {root}, whose files are evidence. Export to a folder outside.",
    "export-failed": "The export to {path} failed: {error}. Nothing was left there; mend it and export again.",
    "export-folder-not-empty": "The folder {path} isn't empty. Name a new folder; an export never overwrites anything.",
    "export-left-over": (
        "{path} is left from an export that was killed, or belongs to one that runs. Delete it if none does."
    ),
    "export-no-folder": "{path} is there already and is no folder. Name a new folder for the export.",
    "export-parent-missing": "The folder {path} doesn't exist. Make it, or export to another place.",
    "export-unwritable": "{path} can't be written: {error}. Export to another place.",
    "exported-original-changed": "It has changed since it was indexed: its sha256 was {before} and now is {now}.",
    "report-bad-ending": "{name}: a report is written as {known}. Give it such an ending.",
    "report-exists": "{path} is there already, and a report never replaces one. Choose another name.",
    "report-unwritable": "The report can't be written to {path}: {error}. Choose another place.",
}
