"""The XML files of Outlook for Mac: bytes in, the elements of items out, one by one, and the values in them.

What would make a reader of XML give up is taken out first, and given back by ``whole``. No standard describes the form,
and archives have been seen that write attributes as elements. Nothing is judged here.
"""

from __future__ import annotations

import html
import io
import re
from collections.abc import Iterator
from datetime import UTC, datetime

from triage.files import rows
from triage.parsers.kit.texts import Texts
from triage.parsers.kit.xml_parts import Element, attributes, fitted, local, walk
from triage.parsers.outlook.mapi import ticks

# What Outlook for Mac calls the fields of its items: names of its XML in, properties of MS-OXPROPS out.
#
# A table and the words for what isn't in it. No standard describes the form; nothing here reads XML.

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

_ROWS = rows(__name__, "olm_fields.tsv")
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


_CONTROLS = bytes(32 if n < 32 and n not in b"\t\n\r" else n for n in range(256))
_CONTROL = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_REFERENCES = re.compile(rb"(?:&#(?:\d{1,9}|[xX][0-9A-Fa-f]{1,8});)+")
_LONG = re.compile(rb"<[^<]{8000000,}")
_NUMBER = re.compile(r"(-?\d{1,15})(?:\.0{1,15})?(?:E\+?0+)?")
_STAND_IN = re.compile("\x7f\x7f(\\d{1,6})\x7f\x7f")


def outermost(untrusted_data: bytes, name: str, texts: Texts, large: list[str]) -> Iterator[Element | None]:
    """Yield the items of a file, and None for anything else in it; texts cut out of it go into ``large``."""
    prepared = _prepared(untrusted_data, large)
    for _, element in walk(io.BytesIO(prepared), name, ("*",), texts, starts=False):
        above = element.getparent()
        if above is not None and above.getparent() is not None:
            continue
        if local(element) in KINDS:
            yield element
        # Text may stand beside the items, in the element around them.
        elif above is not None or any(map(_says, (element.text, *(inner.tail for inner in element)))):
            yield None
        if above is None:
            continue
        element.clear(keep_tail=True)
        before = element.getprevious()
        if before is not None:
            if _says(before.tail):
                yield None
            above.remove(before)


def whole(text: str, large: list[str]) -> str:
    """Return a text with what was cut out of it."""

    def cut(found: re.Match[str]) -> str:
        number = int(found[1])
        return large[number] if number < len(large) else found[0]

    return _STAND_IN.sub(cut, text) if large else text


def _says(text: str | None) -> bool:
    return text is not None and bool(text.strip())


def _prepared(untrusted_data: bytes, large: list[str]) -> bytes:
    """Return XML without what makes a reader give up: control characters, halves of pairs, texts of many megabytes.

    Such texts go into ``large``, and a mark stands for each of them.
    """
    data = untrusted_data
    if _CONTROL.search(data):  # asked first, as a large file shouldn't be copied for nothing
        data = data.translate(_CONTROLS)
    data = fitted(data, _REFERENCES)
    if len(data) < 8_000_000:
        return data

    def stash(found: re.Match[bytes]) -> bytes:
        head, close, text = found[0].partition(b">")
        if not close:
            return found[0]
        large.append(html.unescape(text.decode("utf-8", "replace")))
        return head + close + f"\x7f\x7f{len(large) - 1}\x7f\x7f".encode()

    return _LONG.sub(stash, data)


def integer_in(text: str) -> str:
    """Return a whole number as Outlook for Mac writes it ("1E0"), "" for anything else."""
    found = _NUMBER.fullmatch(text.strip())
    return found[1] if found else ""


def value_of(element: Element, name: str) -> str:
    """Return an attribute, or the text of an inner element: archives have been seen that write one for the other."""
    value = element.get(name)
    if value is None and len(element):
        value = next(("".join(inner.itertext()) for inner in element if local(inner) == name), None)
    return (value or "").strip()


def people_in(element: Element) -> list[tuple[str, str]]:
    """Return the persons in an element, each as name and address."""
    people: list[tuple[str, str]] = []
    for inner in element.iter():
        name, address = value_of(inner, "OPFContactEmailAddressName"), value_of(inner, "OPFContactEmailAddressAddress")
        if not (name or address) and local(inner) in ("emailAddress", "contactEmailAddress") and not len(inner):
            name = (inner.text or "").strip()
        if name or address:
            people.append(("" if name == address else name, address))
    return people


def person_in(text: str) -> list[tuple[str, str]]:
    """Return the one person in a text, as name and address."""
    shown = " ".join(text.split())
    name, angle, address = shown.rpartition("<")
    if angle and address.endswith(">"):
        return [(name.strip(), address[:-1])]
    return [("", shown)] if "@" in shown and " " not in shown else [(shown, "")]


def leaves_of(element: Element) -> Iterator[str]:
    """Yield the texts and attributes in an element, each with the words of its name."""
    for inner in element.iter():
        values = [(local(inner), inner.text or ""), *attributes(inner).items(), ("", inner.tail or "")]
        for name, value in values if inner is not element else values[:1]:
            shown = integer_in(value) or value.strip()
            if shown and shown != "0" and name not in SILENT:
                yield f"{label_of(name)}: {shown}" if name else shown


def filetime(text: str) -> bytes | None:
    """Return a date as MAPI keeps it (MS-OXCDATA 2.11.1), None where it can't be read or kept so."""
    try:
        when = datetime.fromisoformat(text)
        raw = ticks(when if when.tzinfo else when.replace(tzinfo=UTC))
    except (ValueError, OverflowError):
        return None
    return raw if any(raw) else None
