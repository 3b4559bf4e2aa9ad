"""What readers of pictures, recordings and scanned pages say. Templates only."""

from __future__ import annotations

TEMPLATES = {
    "picture-metadata-unreadable": "The picture's metadata can't be read ({error}).",
    "iptc-broken": "its IPTC captions are broken or cut",
    "picture-not-recognised": "It is a picture; text that it shows was not read.",
    "picture-needs-ocr": "It is a picture; text that it shows is read by the optional extra 'ocr'.",
    "picture-unsure": "It is a picture; text that it shows was read by a machine that is unsure of it.",
    "raw-picture": "It is a camera's raw picture; only its preview was looked at.",
    "picture-without-words": "It is a picture, in which no text was recognised.",
    "recording": "It is a recording; what is said or shown in it was not read.",
    # pages that show text as pictures
    "page-not-recognised": "Page {page} shows pictures of text, which was not read.",
    "pages-not-recognised": "Each of {count} pages ({pages}) shows pictures of text, which was not read.",
    "page-needs-ocr": "Page {page} shows pictures of text, which the optional extra 'ocr' reads.",
    "pages-need-ocr": "Each of {count} pages ({pages}) shows pictures of text, which the optional extra 'ocr' reads.",
    "page-out-of-time": "Page {page} shows pictures of text, which was not read; the time for it was over.",
    "pages-out-of-time": (
        "Each of {count} pages ({pages}) shows pictures of text, which was not read; the time for it was over."
    ),
    "page-unsure": "Page {page} shows text that was read by a machine that is unsure of it.",
    "pages-unsure": "Each of {count} pages ({pages}) shows text that was read by a machine that is unsure of it.",
    "page-without-words": "Page {page} shows a picture in which no text was recognised.",
    "pages-without-words": "Each of {count} pages ({pages}) shows a picture in which no text was recognised.",
}
