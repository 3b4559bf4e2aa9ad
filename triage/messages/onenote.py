"""What the reader of OneNote says. Templates only."""

from __future__ import annotations

TEMPLATES = {
    "onenote-form-unknown": "OneNote wrote this file in a form that isn't known; its loose strings were kept.",
    "onenote-encrypted": "The OneNote section is encrypted; its pages were not read, and no password is tried on it.",
    "onenote-cut": "The OneNote file is cut; what is there was read.",
    "onenote-torn": "Parts of the OneNote file are torn; their loose strings were kept.",
    "onenote-overlap": "Objects of the OneNote file overlap; some of them were not read.",
    "onenote-part-missing": "A part of the OneNote file is missing from it.",
    "onenote-fragments": "A part of the OneNote file is stored in fragments, which were not put together.",
    "onenote-page-missing": "A page that the OneNote section lists can't be found in it.",
    "onenote-too-many-revisions": "The OneNote file's revisions are too many; of some loose strings were kept.",
    "onenote-log-unreadable": "The log of the OneNote file's transactions can't be read to its end.",
    "onenote-files-missing": "Files of these notes can't be found in them ({count:,}).",
    "onenote-files-beside": "Files of these notes lie in a folder beside them and were not read ({count:,}).",
    "onenote-files-cut": "Files in the notes are cut; what is there of them was kept.",
    "onenote-list-broken": "A list of the OneNote file breaks off ({what}).",
    "onenote-next-piece": "the next piece is not where it should be",
    "onenote-entry-size": "the size of an entry is out of bounds",
    "onenote-entry-cut": "an entry is cut",
    "onenote-file-bytes": "a file's bytes are not where they should be",
    "onenote-revision-missing": "a revision is missing",
}
