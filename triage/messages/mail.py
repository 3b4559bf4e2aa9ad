"""What readers of mail say. Templates only."""

from __future__ import annotations

TEMPLATES = {
    "attachment-trouble": "Attachment {name}: {trouble}",
    "name-and-trouble": "{name}: {trouble}",
    # transfer encodings
    "base64-cut": "The base64 data ends in the middle; what was there is read.",
    "uuencoded-broken": "A uuencoded file breaks off in a line that can't be decoded.",
    "uuencoded-cut": "A uuencoded file ends without its last line.",
}
