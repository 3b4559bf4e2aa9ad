"""What readers of Outlook items and data files say. Templates only."""

from __future__ import annotations

TEMPLATES = {
    # items
    "rtf-body-broken": "The item's RTF body can't be unpacked: {error}.",
    "rtf-without-header": "compressed RTF is shorter than its header",
    "rtf-without-signature": "compressed RTF without its signature",
    "content-in-smime-attachment": "The item's content is in an S/MIME attachment; see there.",
    "mail-rights-managed": "The mail is held back by rights management; its text here is only a placeholder.",
    "attachment-external": "Attachment {name} lies elsewhere and was not fetched: {place}",
    "attachment-without-content": "Attachment {name} has no content in the item, or it can't be read.",
    "unnamed": "(unnamed)",
    "place-not-given": "a place that isn't given",
    "items-nested-too-deeply": "items are nested too deeply",
    # .msg
    "msg-cut": "The file ends too early; what could be read was kept.",
    "msg-breaks-rules": "The compound file breaks its rules ({error}); what could be read was kept.",
    "msg-stream-cut": "The stream {name} ends too early; what there is of it was read.",
    "inner-item-unreadable": "An item inside the item can't be read ({error}).",
    # winmail.dat
    "tnef-attribute-damaged": "The attribute {number} of the TNEF file breaks its rules; the others were read.",
    "tnef-other-bytes": "The TNEF file holds bytes that are no attribute; what follows them was not read.",
    "tnef-cut": "The TNEF file ends in the middle of an attribute.",
    # data files and archives of Outlook
    "item-in-folder-unreadable": "An item in {folder} can't be read ({error}).",
    "folder-counts-more": "Folder {folder} counts {expected} items, but {found} are in the file.",
    "folder-list-unreadable": "A folder's list of items can't be read; its items are read.",
    "folder-name-unreadable": "A folder's name and count can't be read; its items are read.",
    "pst-index-damaged": "Parts of the file's index can't be read; items may be missing.",
    "pst-node-too-many-blocks": "a node's data is spread over too many blocks",
    "pst-node-blocks-damaged": "a node's list of blocks breaks its rules",
    "pst-subnodes-damaged": "a node's list of subnodes breaks its rules",
    "pst-block-outside": "a block lies beyond the end of the file",
    "pst-page-outside": "a page lies beyond the end of the file",
    "pst-page-damaged": "a page of the file's index breaks its rules",
    "pst-index-too-deep": "the file's index is nested too deeply",
    "pst-no-heap": "a node that should hold a heap holds none",
    "pst-heap-tree-damaged": "a tree on a heap breaks its rules",
    "pst-no-properties": "a node that should hold properties holds none",
    "pst-no-table": "a node that should hold a table holds none",
    "olm-attachment-too-large": (
        "Attachment {name} is too large to stand in its message; it stands beside it in the archive."
    ),
    "olm-attachment-shorter": "Attachment {name} has {stated} bytes by its message, but {actual} in the archive.",
    "olm-source-attachment-too-large": "Attachment {name} of the message's source is too large; it was not read.",
    "olm-too-many-attachments": "It has more than {count} attachments; the others stand beside it in the archive.",
    "olm-too-many-recipients": "It has more than {count} recipients; the others stand among its properties.",
}
