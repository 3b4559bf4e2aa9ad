"""What Outlook for Mac calls the fields of its items: names of its XML in, properties of MS-OXPROPS out.

A table and the words for what isn't in it. No standard describes the form; nothing here reads XML.
"""

from __future__ import annotations

import re

from triage.tables import rows

Key = int | tuple[str, int]
"""A property's identifier, or its set and number where it is a named one."""


KINDS = {
    "email": "IPM.Note",
    "appointment": "IPM.Appointment",
    "contact": "IPM.Contact",
    "task": "IPM.Task",
    "note": "IPM.StickyNote",
    "group": "IPM.DistList",
}
"""Classes of items in Outlook, by the name of their element; a file of several has that name with an s around them."""

SUBJECT = 0x0037
SENT = 0x0039
STARTS = ("appointment", 0x820D)
MAILS: tuple[Key, ...] = (("address", 0x8083), ("address", 0x8093), ("address", 0x80A3))

PLAIN = frozenset(
    (
        "OPFMessageCopyBody OPFCalendarEventCopyDescriptionPlain OPFContactCopyNotesPlain OPFTaskCopyNotePlain "
        "OPFNoteCopyText"
    ).split()
)
PAGES = frozenset("OPFMessageCopyHTMLBody OPFCalendarEventCopyDescription OPFContactCopyNotes OPFTaskCopyNote".split())
"""Fields that hold the text of an item, and the same as HTML."""

_ROWS = rows(__name__, "fields.tsv")
TEXTS, TIMES = (
    {name: (kind, int(number, 16)) if kind else int(number, 16) for form, name, kind, number in _ROWS if form == sort}
    for sort in ("text", "time")
)
"""Fields that are a property of Outlook's own: texts, and points in time."""

SILENT = frozenset(
    (
        "OPFMessageGetHasHTML OPFMessageGetHasRichText OPFMessageGetOverrideEncoding OPFCategoryCopyBackgroundColor "
        "OPFContactEmailAddressType OPFContactAddPictureType space"
    ).split()
)
"""Fields and attributes that say how something is kept rather than what it says."""

_PREFIX = re.compile(
    r"OPF(?:Message|CalendarEvent|CalendarAttendee|Contact|Task|Note|Group|Attachment|Category|RecurrencePattern"
    r"|Recurrence)?(?:Copy)?(?:Get|Set)?(?=[A-Z])"
)
_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_LONGEST_LABEL = 80


def label_of(untrusted_name: str) -> str:
    """Return the words in the name of a field: "Home street address" for OPFContactCopyHomeStreetAddress."""
    bare = _PREFIX.sub("", untrusted_name[:_LONGEST_LABEL], count=1)
    words = [word if word.isupper() else word.lower() for word in _HUMP.split(bare)]
    shown = " ".join(words)
    return shown[:1].upper() + shown[1:]
