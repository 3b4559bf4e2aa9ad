"""What readers of mail say, signed and encrypted mail included. Templates only."""

from __future__ import annotations

TEMPLATES = {
    "attachment-trouble": "Attachment {name}: {trouble}",
    "name-and-trouble": "{name}: {trouble}",
    "unnamed-attachment": "an unnamed attachment",
    # transfer encodings
    "base64-cut": "The base64 data ends in the middle; what was there is read.",
    "uuencoded-broken": "A uuencoded file breaks off in a line that can't be decoded.",
    "uuencoded-cut": "A uuencoded file ends without its last line.",
    "yenc-not-decoded": "The text holds a file coded as yEnc; it was not decoded.",
    "binhex-unclosed": "The BinHex file ends without its closing colon.",
    "binhex-too-short": "The BinHex file is too short to hold a file.",
    "binhex-cut": "The BinHex file holds less than it says.",
    # headers and parts
    "date-unreadable": "Its date can't be read: {date}",
    "header-charset-guessed": "A header field holds letters of no stated character set; they were guessed.",
    "parts-not-there": "The message says that it has parts, but none was found; it was read as one text.",
    "boundary-unclosed": "The message ends without its closing boundary; what came after may be missing.",
    "part-external": "A part of the mail lies elsewhere and was not fetched: {place}",
    "piece-of-mail": "This is piece {number} of {total} of a mail sent in pieces; look for the others.",
    # signed and encrypted mail
    "mail-encrypted": "The mail's content is encrypted and was not read.",
    "mail-encrypted-pgp": "The mail's content is encrypted with PGP and was not read.",
    "mail-encrypted-smime": "The mail's content is encrypted with S/MIME and was not read.",
    "signed-content-cut": "The signed content breaks off.",
    "smime-encrypted": "The content is encrypted with S/MIME and was not read; it needs the recipient's key.",
    "smime-cut": "The message breaks off; what there is of its content was read.",
    "smime-damaged": "The cryptographic message breaks its rules and was not read.",
    "pgp-encrypted": ("The content is encrypted or packed with PGP and was not read; it needs the recipient's key."),
    # mailboxes
    "emlx-cut": "The mail is shorter than its file says.",
    "emlx-attachments-beside": "Apple Mail keeps this mail's attachments in files beside it.",
    "mbox-message-too-large": "A message of {size:,} bytes is over limit_item_mb; it was not read.",
}
