"""What readers of PDF documents, pictures, recordings and scanned pages say. Templates only."""

TEMPLATES = {
    # the document
    "pdf-unreadable": "PDFium can't read it, and no page can be found in it.",
    "pdf-security-handler": "It is protected by a security handler that needs a key or a server.",
    "pdf-ends-early": "It ends before its end mark; the objects that could be found were read.",
    "cross-reference-broken": "Its cross-reference table is broken; the objects that could be found were read.",
    "catalogue-lost": "Its catalogue is lost or broken; the pages that could be found were read.",
    "revisions-over-count": (
        "It was changed {count} times; its earlier text was read from the last {most} revisions only."
    ),
    # pages
    "page-damaged": "Page {page} is damaged and can't be read.",
    "pages-damaged": "Each of {count} pages ({pages}) is damaged and can't be read.",
    "pages-without-text": "No text was found on its pages.",
    "page-holds-sound": "A page contains a sound; what is said in it was not read.",
    "page-holds-film": "A page contains a video; what is said or shown in it was not read.",
    "page-holds-recording": "A page contains a recording; what is said or shown in it was not read.",
    "page-holds-scene": "A page contains a 3D scene; what is shown in it was not read.",
    "drawn-words-over-count": "Annotations draw words on {count} pages; those on the first {most} of them were read.",
    "descriptions-over-count": "It has more elements with descriptions than were read.",
    "outline-over-count": "Its outline has more entries than were read.",
    "outline-broken": "Its outline can't be read.",
    "xfa-unreadable": "It is an XFA form whose content can't be read; its pages are a placeholder.",
    # scripts and files
    "scripts-not-looked-for": "Its objects can't be read; scripts in it were not looked for.",
    "actions-over-count": "It has more actions or objects than were looked at; scripts in it may be missing.",
    "files-not-looked-for": "Its objects can't be read; files in it were not looked for.",
    "files-over-count": "It has more objects than were looked at; files in it may be missing.",
    "attached-file-missing": "The attached file {name} can't be read, or isn't in the document.",
    "attached-files-encrypted": "Files attached to it need a password; none of those given works.",
    "pdf-stream-unreadable": "{name} can't be read.",
    # pictures and recordings
    "picture-metadata-unreadable": "The picture's metadata can't be read ({error}).",
    "iptc-broken": "its IPTC captions are damaged or truncated",
    "picture-not-recognised": "It is a picture; any text that it shows was not read.",
    "picture-needs-ocr": "It is a picture; the optional extra 'ocr' reads the text that it shows.",
    "picture-unsure": "It is a picture; the text that it shows was recognised with low confidence.",
    "raw-picture": "It is a camera's raw picture; only its preview was read.",
    "picture-without-words": "It is a picture, in which no text was recognised.",
    "recording": "It is a recording; what is said or shown in it was not read.",
    # pages that show text as pictures
    "page-not-recognised": "Page {page} shows pictures of text, which was not read.",
    "pages-not-recognised": "Each of {count} pages ({pages}) shows pictures of text, which was not read.",
    "page-needs-ocr": "Page {page} shows pictures of text, which the optional extra 'ocr' reads.",
    "pages-need-ocr": "Each of {count} pages ({pages}) shows pictures of text, which the optional extra 'ocr' reads.",
    "page-out-of-time": "Page {page} shows pictures of text, which was not read, as the time for it ran out.",
    "pages-out-of-time": (
        "Each of {count} pages ({pages}) shows pictures of text, which was not read, as the time for it ran out."
    ),
    "page-unsure": "Page {page} shows text that was recognised with low confidence.",
    "pages-unsure": "Each of {count} pages ({pages}) shows text that was recognised with low confidence.",
    "page-without-words": "Page {page} shows a picture in which no text was recognised.",
    "pages-without-words": "Each of {count} pages ({pages}) shows a picture in which no text was recognised.",
}
