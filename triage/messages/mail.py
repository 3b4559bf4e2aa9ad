"""What readers of mail, Outlook items and data files say, signed and encrypted mail included. Templates only."""

TEMPLATES = {
    "attachment-trouble": "Attachment {name}: {trouble}",
    "name-and-trouble": "{name}: {trouble}",
    "unnamed-attachment": "an unnamed attachment",
    # transfer encodings
    "base64-cut": "The base64 data is truncated; what is there was read.",
    "uuencoded-broken": "A uuencoded file ends at a line that can't be decoded.",
    "uuencoded-cut": "A uuencoded file ends without its last line.",
    "yenc-not-decoded": "The text contains a yEnc-encoded file; it was not decoded.",
    "binhex-unclosed": "The BinHex file ends without its closing colon.",
    "binhex-too-short": "The BinHex file is too short to contain a file.",
    "binhex-cut": "The BinHex file contains less than it states.",
    # headers and parts
    "date-unreadable": "Its date can't be read: {date}",
    "header-charset-guessed": "A header field has letters in an unstated character set; they were guessed.",
    "parts-not-there": "The message says that it has parts, but none was found; it was read as one text.",
    "boundary-unclosed": "The message ends without its closing boundary; what came after may be missing.",
    "part-external": "A part of the mail is stored elsewhere and was not fetched: {place}",
    "piece-of-mail": "This is piece {number} of {total} of a mail that was sent in pieces; look for the others.",
    # signed and encrypted mail
    "mail-encrypted": "The mail's content is encrypted and was not read.",
    "mail-encrypted-pgp": "The mail's content is encrypted with PGP and was not read.",
    "mail-encrypted-smime": "The mail's content is encrypted with S/MIME and was not read.",
    "signed-content-cut": "The signed content is truncated.",
    "smime-encrypted": "The content is encrypted with S/MIME and was not read; it needs the recipient's key.",
    "smime-cut": "The message is truncated; what is there of its content was read.",
    "smime-damaged": "The cryptographic message is malformed and was not read.",
    "pgp-encrypted": "The content is encrypted or compressed with PGP and was not read; it needs the recipient's key.",
    # mailboxes
    "emlx-cut": "The mail is shorter than its file states.",
    "emlx-attachments-beside": "Apple Mail keeps this mail's attachments in separate files beside it.",
    "mbox-message-too-large": "A message of {size:,} bytes is over limit_item_mb; it was not read.",
    # Outlook items
    "rtf-body-broken": "The item's RTF body can't be unpacked: {error}.",
    "rtf-without-header": "compressed RTF is shorter than its header",
    "rtf-without-signature": "compressed RTF without its signature",
    "content-in-smime-attachment": "The item's content is in an S/MIME attachment; see there.",
    "mail-rights-managed": "The mail is protected by rights management; its text here is only a placeholder.",
    "attachment-external": "Attachment {name} is stored elsewhere and was not fetched: {place}",
    "attachment-without-content": "Attachment {name} has no content in the item, or it can't be read.",
    "unnamed": "(unnamed)",
    "place-not-given": "a place that isn't stated",
    "items-nested-too-deeply": "items are nested too deeply",
    # .msg
    "msg-cut": "The file ends too early; what could be read was kept.",
    "msg-breaks-rules": "The compound file is malformed ({error}); what could be read was kept.",
    "msg-stream-cut": "The stream {name} ends too early; what is there was read.",
    "inner-item-unreadable": "An item inside the item can't be read ({error}).",
    # winmail.dat
    "tnef-attribute-damaged": "The attribute {number} of the TNEF file is malformed; the others were read.",
    "tnef-other-bytes": "The TNEF file contains bytes that aren't an attribute; what follows them was not read.",
    "tnef-cut": "The TNEF file ends in the middle of an attribute.",
    # data files and archives of Outlook
    "item-in-folder-unreadable": "An item in {folder} can't be read ({error}).",
    "folder-counts-more": "Folder {folder} counts {expected} items, but {found} are in the file.",
    "folder-list-unreadable": "A folder's list of items can't be read; its items were read anyway.",
    "folder-name-unreadable": "A folder's name and count can't be read; its items were read anyway.",
    "pst-index-damaged": "Parts of the file's index can't be read; items may be missing.",
    "pst-node-too-many-blocks": "a node's data is spread over too many blocks",
    "pst-node-blocks-damaged": "a node's list of blocks is malformed",
    "pst-subnodes-damaged": "a node's list of subnodes is malformed",
    "pst-block-outside": "a block is beyond the end of the file",
    "pst-page-outside": "a page is beyond the end of the file",
    "pst-page-damaged": "a page of the file's index is malformed",
    "pst-index-too-deep": "the file's index is nested too deeply",
    "pst-no-heap": "a node that should contain a heap has none",
    "pst-heap-tree-damaged": "a tree on a heap is malformed",
    "pst-no-properties": "a node that should contain properties has none",
    "pst-no-table": "a node that should contain a table has none",
    "olm-attachment-too-large": (
        "Attachment {name} is too large to be part of its message; it is beside it in the archive."
    ),
    "olm-attachment-shorter": (
        "Attachment {name} has {stated} bytes according to its message, but {actual} in the archive."
    ),
    "olm-source-attachment-too-large": "Attachment {name} of the message's source is too large; it was not read.",
    "olm-too-many-attachments": "It has more than {count} attachments; the others are beside it in the archive.",
    "olm-too-many-recipients": "It has more than {count} recipients; the others are among its properties.",
}
