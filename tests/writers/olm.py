"""Archives of Outlook for Mac: a ZIP of XML with every kind of item that they hold.

No standard describes the form; names of elements and places are those that such archives have.
"""

from __future__ import annotations

import zipfile
from xml.sax.saxutils import escape, quoteattr

from tests.selftest.plant import Plant
from tests.writers.package import zipped

ACCOUNT = "Accounts/dana@wren.example"
FILES = f"{ACCOUNT}/com.microsoft.__Messages/Inbox/com.microsoft.__Attachments"
_XML = '<?xml version="1.0" encoding="UTF-8"?>\n'


def field(name: str, text: str) -> str:
    """Return an element with text."""
    return f'<{name} xml:space="preserve">{escape(text)}</{name}>'


def holder(name: str, *inner: str) -> str:
    """Return an element with others in it."""
    return f"<{name}>{''.join(inner)}</{name}>"


def empty(name: str, **attributes: str) -> str:
    """Return an element that holds attributes alone."""
    return f"<{name} {' '.join(f'{key}={quoteattr(value)}' for key, value in attributes.items())}/>"


def address(name: str, mail: str, element: str = "emailAddress") -> str:
    """Return a person."""
    return empty(element, OPFContactEmailAddressName=name, OPFContactEmailAddressAddress=mail)


def attachment(name: str, place: str, **more: str) -> str:
    """Return an entry in a message's list of attachments."""
    return empty("messageAttachment", OPFAttachmentName=name, OPFAttachmentURL=place, **more)


def category(kind: str, name: str) -> str:
    """Return the list with one category of an item of this kind ("Message")."""
    return holder(f"OPF{kind}CopyCategoryList", empty("category", OPFCategoryCopyName=name))


def listed(name: str, *items: tuple[str, ...]) -> str:
    """Return a file of items (``name`` without the s), each given as its fields."""
    inner = "".join(holder(name, *fields) for fields in items)
    return f'{_XML}<{name}s elementCount="{len(items)}">{inner}</{name}s>'


def _messages(plant: Plant) -> dict[str, str]:
    html = f"<html><body><p>{plant('alternative', 'the HTML')}</p></body></html>"
    source = f"X-Remark: {plant('headers', 'the source')}\nSubject: second\n\n"
    message = listed(
        "email",
        (
            field("OPFMessageCopySubject", plant("subject")),
            field("OPFMessageCopyMessageID", "first@wren.example"),
            field("OPFMessageCopySentTime", "2024-05-14T09:00:00"),
            holder("OPFMessageCopyFromAddresses", address(plant("from"), "a@wren.example")),
            holder("OPFMessageCopyToAddresses", address(plant("to"), "b@wren.example")),
            holder("OPFMessageCopyCCAddresses", address(plant("cc"), "c@wren.example")),
            holder("OPFMessageCopyBCCAddresses", address(plant("bcc"), "d@wren.example")),
            field("OPFMessageCopyBody", plant("attachment", "a message's text")),
            field("OPFMessageCopyHTMLBody", html),
            category("Message", plant("properties", "a category of a message")),
            holder(
                "OPFMessageCopyAttachmentList",
                attachment(f"{plant('file', 'the name of an attached file')}.txt", f"{FILES}/plan_0000"),
            ),
        ),
    )
    page = f"<div>{plant('attachment', 'a message of HTML alone')}</div>"
    second = listed("email", (field("OPFMessageCopyHTMLBody", page), field("OPFMessageCopySource", source)))
    folder = plant("properties", "a folder's name")
    return {
        f"{ACCOUNT}/com.microsoft.__Messages/Inbox/message_00000.xml": message,
        f"{ACCOUNT}/com.microsoft.__Messages/Inbox/{folder}/message_00000.xml": second,
        f"{FILES}/plan_0000": plant("inner", "a file attached to a message"),
        f"{FILES}/lost_0001.txt": plant("attachment", "a file that no message names"),
    }


def _others(plant: Plant) -> dict[str, str]:
    people = empty("appointmentAttendee", OPFCalendarAttendeeName=plant("to", "a person called to an event"))
    event = (
        field("OPFCalendarEventCopySummary", plant("subject", "an event")),
        field("OPFCalendarEventCopyStartTime", "2024-05-14T09:00:00"),
        field("OPFCalendarEventCopyLocation", plant("properties", "the place of an event")),
        field("OPFCalendarEventCopyDescriptionPlain", plant("attachment", "the notes of an event")),
        field("OPFCalendarEventCopyOrganizer", plant("from", "who called to an event")),
        holder("OPFCalendarEventCopyAttendeeList", people),
    )
    contact = (
        field("OPFContactCopyDisplayName", plant("subject", "a contact")),
        field("OPFContactCopyNotesPlain", plant("attachment", "the notes of a contact")),
        field("OPFContactCopyHomeCity", plant("properties", "a contact's town")),
        field("OPFContactCopyAstrologySign", plant("properties", "a field without a property")),
    )
    task = (
        field("OPFTaskCopyName", plant("subject", "a task")),
        field("OPFTaskCopyNotePlain", plant("attachment", "a task")),
    )
    note = (
        field("OPFNoteCopyTitle", plant("subject", "a note")),
        field("OPFNoteCopyText", plant("attachment", "a note")),
    )
    members = holder("OPFGroupCopyMemberList", address(plant("properties", "a member of a group"), "e@wren.example"))
    group = (field("OPFGroupCopyDisplayName", plant("subject", "a group")), members)
    colours = holder("categories", empty("category", OPFCategoryCopyName=plant("properties", "a category")))
    return {
        f"{ACCOUNT}/Calendar/Calendar.xml": listed("appointment", event),
        f"{ACCOUNT}/Address Book/Contacts.xml": listed("contact", contact),
        f"{ACCOUNT}/Address Book/Groups.xml": listed("group", group),
        f"{ACCOUNT}/Tasks/Tasks.xml": listed("task", task),
        "Local/Notes/Notes.xml": listed("note", note),
        "Categories.xml": _XML + colours,
        "Local/Other.xml": _XML + holder("other", field("text", plant("attachment", "XML of another kind"))),
    }


def archive(plant: Plant) -> bytes:
    """Return an archive of every kind of item."""
    return zipped({**_messages(plant), **_others(plant)}, zipfile.ZIP_STORED)
