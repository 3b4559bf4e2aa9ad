"""What readers of pictures, recordings and scanned pages say. Templates only."""

from __future__ import annotations

TEMPLATES = {
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
