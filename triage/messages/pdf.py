"""What readers of PDF documents say. Templates only."""

from __future__ import annotations

TEMPLATES = {
    # the document
    "pdf-unreadable": "PDFium can't read it, and no page can be found in it.",
    "pdf-security-handler": "It is protected by a security handler that needs a key or a server.",
    "pdf-ends-early": "It ends before its end mark; the objects that could be found were read.",
    "cross-reference-broken": "Its cross-reference table is broken; the objects that could be found were read.",
    "catalogue-lost": "Its catalogue is lost or broken; the pages that could be found were read.",
    "revisions-over-count": (
        "It was changed {count} times; what it said before was read of the last {most} revisions only."
    ),
    # pages
    "page-damaged": "Page {page} is damaged and can't be read.",
    "pages-damaged": "Each of {count} pages ({pages}) is damaged and can't be read.",
    "pages-without-text": "No text was found on its pages.",
    "page-holds-sound": "A page holds a sound; what is said or shown in it was not read.",
    "page-holds-film": "A page holds a film; what is said or shown in it was not read.",
    "page-holds-recording": "A page holds a recording; what is said or shown in it was not read.",
    "page-holds-scene": "A page holds a scene in three dimensions; what is said or shown in it was not read.",
    "drawn-words-over-count": "Annotations draw words on {count} pages; those on the first {most} of them were read.",
    "descriptions-over-count": "It holds more elements with descriptions than were read.",
    "outline-over-count": "Its outline has more entries than were read.",
    "outline-broken": "Its outline can't be read.",
    "xfa-unreadable": "It is an XFA form whose content can't be read; its pages are a placeholder.",
    # scripts and files
    "scripts-not-looked-for": "Its objects can't be read; scripts in it were not looked for.",
    "actions-over-count": "It holds more actions or objects than were looked at; scripts in it may be missing.",
    "files-not-looked-for": "Its objects can't be read; files in it were not looked for.",
    "files-over-count": "It holds more objects than were looked at; files in it may be missing.",
    "attached-file-missing": "The attached file {name} can't be read, or isn't in the document.",
    "attached-files-encrypted": "Files attached to it need a password; none of those given fits.",
    "pdf-stream-unreadable": "{name} can't be read.",
}
