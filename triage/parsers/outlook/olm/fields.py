"""What Outlook for Mac calls the fields of its items: names of its XML in, properties of MS-OXPROPS out.

A table and the words for what isn't in it. No standard describes the form; nothing here reads XML.
"""

from __future__ import annotations

import re

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

TEXTS: dict[str, Key] = {
    "OPFMessageCopySubject": SUBJECT,
    "OPFCalendarEventCopySummary": SUBJECT,
    "OPFContactCopyDisplayName": SUBJECT,
    "OPFTaskCopyName": SUBJECT,
    "OPFNoteCopyTitle": SUBJECT,
    "OPFGroupCopyDisplayName": SUBJECT,
    "OPFMessageCopyThreadTopic": 0x0070,
    "OPFMessageCopyReceivedRepresentingName": 0x0044,
    "OPFCalendarEventCopyLocation": ("appointment", 0x8208),
    "OPFCalendarEventCopyStartTimeZone": ("appointment", 0x8234),
    "OPFContactCopyTitle": 0x3A45,
    "OPFContactCopyFirstName": 0x3A06,
    "OPFContactCopyMiddleName": 0x3A44,
    "OPFContactCopyLastName": 0x3A11,
    "OPFContactCopySetNameSuffix": 0x3A05,
    "OPFContactCopyNickName": 0x3A4F,
    "OPFContactCopySpousesName": 0x3A48,
    "OPFContactCopyBusinessCompany": 0x3A16,
    "OPFContactCopyBusinessTitle": 0x3A17,
    "OPFContactCopyBusinessDepartment": 0x3A18,
    "OPFContactCopyBusinessOffice": 0x3A19,
    "OPFContactCopyBusinessPhone": 0x3A08,
    "OPFContactCopyBusinessPhone2": 0x3A1B,
    "OPFContactCopyBusinessFax": 0x3A24,
    "OPFContactCopyBusinessHomePage": 0x3A51,
    "OPFContactCopyHomePhone": 0x3A09,
    "OPFContactCopyHomePhone2": 0x3A2F,
    "OPFContactCopyHomeFax": 0x3A25,
    "OPFContactCopyHomeWebPage": 0x3A50,
    "OPFContactCopyCellPhone": 0x3A1C,
    "OPFContactCopyOtherPhone": 0x3A1F,
    "OPFContactCopyPager": 0x3A21,
    "OPFContactCopyRadioPhone": 0x3A1D,
    "OPFContactCopyAssistantPhone": 0x3A2E,
    "OPFContactCopyHomeStreetAddress": 0x3A5D,
    "OPFContactCopyHomeCity": 0x3A59,
    "OPFContactCopyHomeState": 0x3A5C,
    "OPFContactCopyHomeZip": 0x3A5B,
    "OPFContactCopyHomeCountry": 0x3A5A,
    "OPFContactCopyOtherStreetAddress": 0x3A63,
    "OPFContactCopyOtherCity": 0x3A5F,
    "OPFContactCopyOtherState": 0x3A62,
    "OPFContactCopyOtherZip": 0x3A61,
    "OPFContactCopyOtherCountry": 0x3A60,
    "OPFContactCopyBusinessStreetAddress": ("address", 0x8045),
    "OPFContactCopyBusinessCity": ("address", 0x8046),
    "OPFContactCopyBusinessState": ("address", 0x8047),
    "OPFContactCopyBusinessZip": ("address", 0x8048),
    "OPFContactCopyBusinessCountry": ("address", 0x8049),
}
"""Fields that are a property of Outlook's own."""

TIMES: dict[str, Key] = {
    "OPFMessageCopySentTime": SENT,
    "OPFMessageCopyReceivedTime": 0x0E06,
    "OPFCalendarEventCopyStartTime": STARTS,
    "OPFCalendarEventCopyEndTime": ("appointment", 0x820E),
    "OPFTaskCopyStartDateTime": ("task", 0x8104),
    "OPFTaskCopyDueDateTime": ("task", 0x8105),
    "OPFTaskCopyCompletedDateTime": ("task", 0x810F),
    "OPFContactCopyBirthday": 0x3A42,
    "OPFContactCopyAnniversary": 0x3A41,
    "OPFNoteCopyCreationDate": 0x3007,
    **{f"OPF{kind}CopyModDate": 0x3008 for kind in "Message CalendarEvent Contact Task Note Group".split()},
}
"""Fields that are points in time, ISO 8601; one without a zone is in UTC."""

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
