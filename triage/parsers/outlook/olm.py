"""Outlook for Mac archives: .olm, a ZIP of XML, whose form no standard describes. Each item becomes a file that any
tool can open, with its attachments and the name of its folder; what no item takes is a member of the archive. Memory
stays flat.
"""

from __future__ import annotations

import html
import io
import re
import struct
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from itertools import count
from urllib.parse import unquote

from msgspec.structs import replace

from triage.files import rows
from triage.messages import say
from triage.model.items import Child, Extract, Trouble
from triage.parsers.archives.zip import Locks, ZipEntry, listed, member
from triage.parsers.kit.charset import from_base64
from triage.parsers.kit.contract import Context, Data, Probe
from triage.parsers.kit.html_text import html_segments
from triage.parsers.kit.texts import Texts, name_set
from triage.parsers.kit.unpacking import UnpackingBudget, unsafe_name
from triage.parsers.kit.xml_parts import Element, attributes, fitted, local, walk
from triage.parsers.mail.eml import html_of, read_message
from triage.parsers.mail.headers import person
from triage.parsers.outlook.item import BINARY, BOOLEAN, MULTIPLE, TIME, UNICODE, Bag, Name, bare, ticks, wide
from triage.parsers.outlook.msg import build_msg

# What would make a reader of XML give up is taken out first, and given back by ``restored``.

Key = int | Name


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

PLAIN = name_set(
    "OPFMessageCopyBody OPFCalendarEventCopyDescriptionPlain OPFContactCopyNotesPlain OPFTaskCopyNotePlain "
    "OPFNoteCopyText"
)
PAGES = name_set("OPFMessageCopyHTMLBody OPFCalendarEventCopyDescription OPFContactCopyNotes OPFTaskCopyNote")
"""Fields that hold the text of an item, and the same as HTML."""

_ROWS = rows(__name__, "olm_fields.tsv")
TEXTS, TIMES = (
    {name: (kind, int(number, 16)) if kind else int(number, 16) for form, name, kind, number in _ROWS if form == sort}
    for sort in ("text", "time")
)
"""Fields that are a property of Outlook's own: texts, and points in time."""

SILENT = name_set(
    "OPFMessageGetHasHTML OPFMessageGetHasRichText OPFMessageGetOverrideEncoding OPFCategoryCopyBackgroundColor "
    "OPFContactEmailAddressType OPFContactAddPictureType space"
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
        elif above is not None or any(map(_has_text, (element.text, *(inner.tail for inner in element)))):
            yield None
        if above is None:
            continue
        element.clear(keep_tail=True)
        before = element.getprevious()
        if before is not None:
            if _has_text(before.tail):
                yield None
            above.remove(before)


def restored(text: str, large: list[str]) -> str:
    """Return a text with what was cut out of it."""

    def cut(mark: re.Match[str]) -> str:
        number = int(mark[1])
        return large[number] if number < len(large) else mark[0]

    return _STAND_IN.sub(cut, text) if large else text


def _has_text(text: str | None) -> bool:
    return text is not None and bool(text.strip())


def _prepared(untrusted_data: bytes, large: list[str]) -> bytes:
    data = untrusted_data
    if _CONTROL.search(data):  # asked first, as a large file shouldn't be copied for nothing
        data = data.translate(_CONTROLS)
    data = fitted(data, _REFERENCES)
    if len(data) < 8_000_000:
        return data

    def stash(match: re.Match[bytes]) -> bytes:
        head, close, text = match[0].partition(b">")
        if not close:
            return match[0]
        large.append(html.unescape(text.decode("utf-8", "replace")))
        return head + close + f"\x7f\x7f{len(large) - 1}\x7f\x7f".encode()

    return _LONG.sub(stash, data)


def integer_in(text: str) -> str:
    """Return a whole number as Outlook for Mac writes it ("1E0"), "" for anything else."""
    match = _NUMBER.fullmatch(text.strip())
    return match[1] if match else ""


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


# A field without a property of its own is kept under a name made of its own, so that none is lost. Where attachments
# lie is untrusted, and asked of the archive alone.

MOST_ATTACHED = 64 << 20
"""Bytes of attachments that an item is given; more would not fit beside it into memory."""

_MOST_FILES, _MOST_PEOPLE, _MOST_LABELS = 1_000, 3_000, 1_000
_LONGEST_PLACE = 2_000
_PAGE = re.compile(r"\s*<(?:!doctype|html|head|body|meta|style|div|span|p|table|font)\b", re.IGNORECASE)
_ID = re.compile(r"<[^<>\s]+>|[^<>\s,;]+")
_PEOPLE = {"OPFMessageCopyToAddresses": 1, "OPFMessageCopyCCAddresses": 2, "OPFMessageCopyBCCAddresses": 3}
_SENDERS = {
    "OPFMessageCopyFromAddresses": (0x0042, 0x0065, 0x0064, 0x5D02),
    "OPFMessageCopySenderAddress": (0x0C1A, 0x0C1F, 0x0C1E, 0x5D01),
}
"""Properties for a sender's name, address, kind of address and internet address (MS-OXOMSG 2.2.1)."""
_IDS = {"OPFMessageCopyMessageID": 0x1035, "OPFMessageCopyInReplyTo": 0x1042, "OPFMessageCopyReferences": 0x1039}
_IMPORTANCE = {"1": 2, "2": 2, "3": 1, "4": 0, "5": 0}
"""What the priority of an item of Outlook for Mac is as an importance (MS-OXCMSG 2.2.1.11)."""
_OPTIONAL = "2"
_SPOKEN = ("body", "alternative", "hidden")
_FIELD_HEAD = re.compile(r"[!-9;-~]+[ \t]*:")


@dataclass(slots=True)
class _Fetched:
    """What the archive has at a place: its bytes, None where none came out, and what was wrong with it."""

    data: bytes | None
    troubles: list[Trouble] = field(default_factory=list)


Fetch = Callable[[str, int], _Fetched | None]
"""Asks the archive for a member of at most so many bytes; None where it has no such member.

Of a larger one, ``data`` is None, and it stays a member of the archive.
"""


class _OlmItem:
    """An item being read into ``bag``; ``large`` are the texts that were cut out as too long for an XML reader."""

    def __init__(self, where: str, fetch: Fetch, large: list[str]) -> None:
        self.bag = Bag()
        self.troubles: list[Trouble] = []
        self._fetch = fetch
        self._large = large
        self._room = MOST_ATTACHED
        self._numbers: dict[Name, int] = {}
        self._labelled: dict[str, list[str]] = {}
        self._plain = self._page = self._source = self._preview = self._shown_to = ""
        self._mails: list[str] = []
        self._put(0x0E05, where)

    def read(self, element: Element) -> None:
        self._put(0x001A, KINDS[local(element)])
        for part in element:
            self._field(part, local(part))
        for name, value in attributes(element).items():
            self._add_labelled(name, value)
        self._finish()

    def _field(self, part: Element, name: str) -> None:
        if name in PLAIN and not self._plain:
            self._plain = self._text(part)
        elif name in PAGES and not self._page:
            self._page = self._markup(part)
        elif name in TEXTS:
            self._known(name, TEXTS[name], self._text(part).strip())
        elif name in TIMES:
            self._time(name, TIMES[name], self._text(part).strip())
        elif name in _IDS:
            self._ids(name, self._text(part).strip())
        elif not self._listed(part, name):
            self._other(part, name)

    def _listed(self, part: Element, name: str) -> bool:
        if name in _PEOPLE:
            return self._recipients(name, _PEOPLE[name], people_in(part))
        if name in _SENDERS:
            return self._senders(name, people_in(part))
        if name.endswith("AttachmentList"):
            return sum(self._attachment(inner) for inner in part.iter()) > 0
        if name.endswith("AttendeeList"):
            return sum(self._attendee(inner) for inner in part.iter()) > 0
        if name.endswith(("CategoryList", "PrimaryCategory")):
            return sum(self._category(inner) for inner in part.iter()) > 0
        return False

    def _ids(self, name: str, text: str) -> None:
        # Mails have angle brackets around ids; words that are none are kept by the field's name.
        tokens = _ID.findall(text)
        ids = [t if t[0] == "<" else f"<{t}>" for t in tokens if t[0] == "<" or "@" in t or t == text]
        self._known(name, _IDS[name], " ".join(ids))
        if len(ids) < len(tokens):
            self._add_labelled(name, text)

    def _other(self, part: Element, name: str) -> None:
        text = self._text(part)
        if name == "OPFMessageCopySource" and not self._source:
            self._source = text
        elif name == "OPFMessageCopyPreview":
            self._preview = text
        elif name == "OPFMessageCopyDisplayTo":
            self._shown_to = text.strip()
        elif name == "OPFCalendarEventCopyOrganizer" and text.strip():
            self._senders("OPFMessageCopyFromAddresses", person_in(text))
        elif name.endswith("GetPriority") and integer_in(text) in _IMPORTANCE:
            self._put(0x0017, _IMPORTANCE[integer_in(text)])
        elif name == "OPFCalendarEventGetIsAllDayEvent" and integer_in(text) in ("0", "1"):
            self._put(("appointment", 0x8215), bytes([int(integer_in(text))]), BOOLEAN)
        elif name == "OPFMessageCopyReplyToAddresses":
            self._known(name, 0x0050, "; ".join(person(*pair) for pair in people_in(part)))
        elif not self._file(name, text.strip()):
            self._generic(part, name, text)

    def _generic(self, part: Element, name: str, text: str) -> None:
        people = [person(*pair) for pair in people_in(part)]
        for shown in people:
            if name.startswith("OPFContactCopy") and "EmailAddress" in name:
                self._mail(shown)
            else:
                self._add_labelled(name, shown)
        if not len(part):
            self._add_labelled(name, text)
        elif not people:
            self._add_labelled(name, "; ".join(leaves_of(part)))
        for key, value in attributes(part).items():
            self._add_labelled(key, value)

    def _mail(self, shown: str) -> None:
        if shown in self._mails:
            return
        if len(self._mails) < len(MAILS):
            self._put(MAILS[len(self._mails)], shown)
        else:
            self._add_labelled("Other e-mail", shown)
        self._mails.append(shown)

    def _file(self, name: str, text: str) -> bool:
        if len(self.bag.attachments) >= _MOST_FILES:
            return False
        if "/" in text and len(text) < _LONGEST_PLACE and "\n" not in text:
            fetched = self._fetch(text, self._room)
            if fetched is not None:
                self._attach(text.rpartition("/")[2], "", "", fetched)
                return True
        picture = from_base64(text) if len(text) > 200 and name.endswith(("Picture", "Image")) else b""
        if picture:
            self._attach(f"{label_of(name)}.bin", "", "", _Fetched(picture))
        return bool(picture)

    def _attachment(self, part: Element) -> bool:
        url, name = value_of(part, "OPFAttachmentURL"), value_of(part, "OPFAttachmentName")
        if not (url or name) or self._full():
            return bool(url or name)
        name = name or url.rstrip("/").rpartition("/")[2]
        kind, content_id = value_of(part, "OPFAttachmentContentType"), value_of(part, "OPFAttachmentContentID")
        fetched = self._fetch(url, self._room) if url else None
        if fetched is None and "://" in url:
            link = self._attach(name, kind, content_id, _Fetched(None))
            link.put(0x370D, url)
            link.put(0x3705, 7)
            return True
        self._attach(name, kind, content_id, fetched or _Fetched(None))
        stated = int(integer_in(value_of(part, "OPFAttachmentContentFileSize")) or 0)
        actual = len(fetched.data) if fetched is not None and fetched.data is not None else stated
        if actual * 3 < stated * 2:  # not where it counts the file as it was encoded for its journey
            self._trouble("damaged", "olm-attachment-shorter", name=name, stated=stated, actual=actual)
        return True

    def _attach(self, name: str, kind: str, content_id: str, fetched: _Fetched) -> Bag:
        bag = Bag()
        self.troubles += fetched.troubles
        for number, value in ((0x3707, name), (0x370E, kind), (0x3712, content_id.strip("<>"))):
            bag.put(number, value if value.strip() else "")
        bag.put(0x3705, 1)
        if fetched.data is not None:
            self._room -= len(fetched.data)
            bag.values[0x3701, BINARY] = fetched.data
        self.bag.attachments.append(bag)
        return bag

    def _full(self) -> bool:
        if len(self.bag.attachments) < _MOST_FILES:
            return False
        self._trouble("limit-count", "olm-too-many-attachments", count=_MOST_FILES)
        return True

    def _recipients(self, name: str, kind: int, people: list[tuple[str, str]]) -> bool:
        for shown, address in people:
            if len(self.bag.recipients) >= _MOST_PEOPLE:
                self._add_labelled(name, person(shown, address))
                self._trouble("limit-count", "olm-too-many-recipients", count=_MOST_PEOPLE)
                continue
            bag = Bag()
            for number, value in ((0x0C15, kind), (0x3001, shown), (0x3003, address)):
                bag.put(number, value)
            bag.put(0x3002, "SMTP" if address else "")
            self.bag.recipients.append(bag)
        return bool(people)

    def _senders(self, name: str, people: list[tuple[str, str]]) -> bool:
        numbers = _SENDERS[name]
        first = not any((number, UNICODE) in self.bag.values for number in numbers)
        for shown, address in people[:first]:
            internet = address if "@" in address else ""
            for number, value in zip(numbers, (shown, address, "SMTP" if internet else "", internet), strict=True):
                self._put(number, value)
        for other in people[first:]:
            self._add_labelled("From" if name.endswith("FromAddresses") else "Sender", person(*other))
        return bool(people)

    def _attendee(self, part: Element) -> bool:
        name, address, kind, status = (
            value_of(part, f"OPFCalendarAttendee{value}") for value in ("Name", "Address", "Type", "Status")
        )
        if not (name or address):
            return False
        status = integer_in(status)
        self._add_labelled("Attendee status", f"{person(name, address)}: {status}" if status.strip("0") else "")
        return self._recipients("Attendees", 2 if integer_in(kind) == _OPTIONAL else 1, [(name, address)])

    def _category(self, part: Element) -> bool:
        name = value_of(part, "OPFCategoryCopyName") or (part.text or "" if local(part) == "category" else "")
        keywords = self.bag.values.setdefault((self._numbered("Keywords"), UNICODE | MULTIPLE), [])
        if name.strip() and isinstance(keywords, list) and wide(name.strip()) not in keywords:
            keywords.append(wide(name.strip()))
        return bool(name.strip())

    def _known(self, name: str, key: Key, text: str) -> None:
        if not text:
            return
        number = self._numbered(key)
        if self.bag.values.setdefault((number, UNICODE), wide(text)) != wide(text):
            self._add_labelled(name, text)

    def _time(self, name: str, key: Key, text: str) -> None:
        ticks = filetime(text)
        if ticks is not None and self.bag.values.setdefault((self._numbered(key), TIME), ticks) == ticks:
            return
        if text:
            self._add_labelled(name, text)
            if ticks is None and key in (SENT, STARTS):
                self._trouble("date-invalid", "date-unreadable", date=repr(text[:80]))

    def _finish(self) -> None:
        plain, page = self._plain, self._page
        plain = "" if plain.strip() == page.strip() else plain
        if not page.strip() and _PAGE.match(plain):
            plain, page = "", plain
        if self._source.strip():
            plain, page = self._merge_source(plain, page)
        if plain.strip():
            self._put(0x1000, plain)
        if page.strip():
            self._put(0x1013, page.encode("utf-8", "replace"))
            self._put(0x3FDE, 65001)
        shown = " ".join(self._preview.split())
        if shown not in " ".join(plain.split()) and bare(shown) not in _words(plain, page):
            self._add_labelled("Preview", shown)
        self._set_display_to()
        for label, values in self._labelled.items():
            self._put(label, "; ".join(dict.fromkeys(values)))

    def _merge_source(self, plain: str, page: str) -> tuple[str, str]:
        """Keep what only the message's source says; return the bodies, from the source where the item has none."""
        headers, _, body = self._source.replace("\r\n", "\n").strip("\n").partition("\n\n")
        data = self._source.encode("utf-8", "replace")
        if not _FIELD_HEAD.match(headers):
            self._attach_source(Child("source.txt", data, "text/plain"))
            return plain, page
        self._put(0x007D, headers.replace("\n", "\r\n") + "\r\n")
        if not body.strip():
            return plain, page
        mail = read_message(data)
        files = list(mail.children)
        children = [child for child in files if isinstance(child, Child)]
        contents = [content for bag in self.bag.attachments if (content := bag.binary(0x3701)) is not None]
        if not plain.strip() and not page.strip() and not contents:
            pages = html_of(data)
            page = "<hr>".join(pages) or page
            if not pages or any(segment.origin == "alternative" for segment in mail.segments):
                plain = "\n".join(s.text for s in mail.segments if s.origin == "body") or plain
            self.troubles += [*mail.troubles, *(trouble for trouble in files if isinstance(trouble, Trouble))]
            for child in children:
                self._attach_source(child)
            contents = [child.data for child in children]
        known = _words(plain, page)
        new = any(bare(segment.text) not in known for segment in mail.segments if segment.origin in _SPOKEN)
        if new or any(child.data not in contents for child in children):
            self._attach_source(Child("source.eml", data, "message/rfc822"))
        return plain, page

    def _attach_source(self, child: Child) -> None:
        if not self._full() and len(child.data) <= self._room:
            self._attach(child.name or "", child.declared or "", "", _Fetched(child.data))
        else:
            self._trouble("limit-size", "olm-source-attachment-too-large", name=child.name or say("unnamed"))

    def _set_display_to(self) -> None:
        # Kept where the list of recipients doesn't say the same.
        if not any(bag.integer(0x0C15) == 1 for bag in self.bag.recipients):
            self._put(0x0E04, self._shown_to)
        listed = " ".join(bag.text(number) for bag in self.bag.recipients for number in (0x3001, 0x3003))
        if self.bag.recipients and any(name.strip() not in listed for name in self._shown_to.split(";")):
            self._add_labelled("Shown recipients", self._shown_to)

    def _add_labelled(self, name: str, text: str) -> None:
        """Keep a text under the words of its name; numbers plainly, what isn't so not at all."""
        label, text = label_of(name) or "Field", text.strip()
        label = "Keyword" if label == "Keywords" else label  # the categories have that name
        number = integer_in(text)
        flag = label.startswith(("Is ", "Has ", "Was ", "Can "))
        if not text or name in SILENT or (number == "0" and label != "Is read"):
            return
        text = {"0": "no", "1": "yes"}.get(number, text) if flag else number or text
        if label not in self._labelled and len(self._labelled) >= _MOST_LABELS:
            label, text = "Other fields", f"{label}: {text}"
        self._labelled.setdefault(label, []).append(text)

    def _numbered(self, key: Key) -> int:
        if isinstance(key, int):
            return key
        if key not in self._numbers:
            self._numbers[key] = 0x8000 + len(self._numbers)
            self.bag.names[self._numbers[key]] = key
        return self._numbers[key]

    def _put(self, key: Key, value: str | bytes | int, kind: int = BINARY) -> None:
        if value != "":  # else a named property would get a number
            self.bag.put(self._numbered(key), value, kind)

    def _text(self, part: Element) -> str:
        return restored("".join(part.itertext()), self._large)

    def _markup(self, part: Element) -> str:
        # Archives have been seen whose HTML is elements, as its signs weren't written as references.
        if not len(part):
            return self._text(part)
        from lxml import etree

        inner = (etree.tostring(inner_element, encoding="unicode") for inner_element in part)
        return restored((part.text or "") + "".join(inner), self._large)

    def _trouble(self, code: str, key: str, **values: object) -> None:
        self.troubles.append(Trouble(code, say(key, **values)))


def _words(plain: str, page: str) -> str:
    shown = (segment.text for segment in html_segments(page)) if page.strip() else ()
    return bare("".join((plain, *shown)))


TYPE = "application/vnd.ms-outlook-olm"
_ITEM_TYPE = "application/vnd.ms-outlook"
_MARK = "com.microsoft.__"
_MESSAGES, _ATTACHMENTS = f"{_MARK}Messages/", f"{_MARK}Attachments/"
_HEAD = 4096
_ROOT = re.compile(rb"<(?:[\w.-]{1,40}:)?(" + "|".join(KINDS).encode() + rb")(s?)[\s/>]")
_EMPTY = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}\?>)?\s*<(\w{1,20})[^<>]{0,300}(?:/>|>\s*</\1\s*>)\s*")
_COUNT = re.compile(rb"elementCount\s*=\s*[\"'](\d{1,9})")
_MOST_TEXT = 4
"""How many times its own size an archive may unpack to, whatever ``limit_total_mb`` says: most of it is text."""


def claims(probe: Probe) -> bool:
    if probe.extension == "olm":
        return probe.head[:2] == b"PK" or b"PK\x05\x06" in probe.data[max(0, len(probe.data) - 66_000) :]
    if probe.head[:4] != b"PK\x03\x04":
        return False
    return _MARK.encode() in probe.head or any(_MARK in name for name in probe.zip_names)


def parse(untrusted_data: Data, context: Context) -> Extract:
    extract, entries = listed(untrusted_data, TYPE, context)
    messages = [entry.name for entry in entries if _MESSAGES in entry.name and _is_item_file(entry.name)]
    folders = {_folder(name) for name in messages}
    extract.properties[:0] = [("Messages", str(len(messages))), ("Folders", str(len(folders)))]
    extract.children = _OlmArchive(untrusted_data, entries, context).children()
    return extract


def members(untrusted_data: Data, context: Context) -> Callable[[str], Child | None]:
    return _OlmArchive(untrusted_data, listed(untrusted_data, TYPE, context)[1], context).at


def _is_item_file(name: str) -> bool:
    return name[-4:].lower() == ".xml" and _ATTACHMENTS not in name


def _folder(untrusted_name: str) -> str:
    parts = untrusted_name.replace("\\", "/").split("/")[:-1]
    folders = (part for part in parts if part and part != "Accounts" and not part.startswith(_MARK))
    return "/".join(folders) or "(no folder)"


def _key(untrusted_place: str) -> str:
    return unicodedata.normalize("NFC", untrusted_place.replace("\\", "/").strip("/"))


class _OlmArchive:
    """One archive being read: its members, which of them an item took, and what may still be unpacked."""

    def __init__(self, data: Data, entries: list[ZipEntry], context: Context) -> None:
        self._data = data
        self._entries = entries
        self._context = context
        self._limits = context.limits
        self._budget = self._whole_budget()
        self._locks = Locks(context)
        self._numbers_by_path = {_key(entry.name): number for number, entry in enumerate(entries)}
        self._used = bytearray(len(entries))
        self._file_number, self._next = -1, 0
        self._rest: Iterator[Child | Trouble] = iter(())

    def _whole_budget(self) -> UnpackingBudget:
        total = max(self._limits.total_bytes, _MOST_TEXT * len(self._data))
        return UnpackingBudget(replace(self._limits, total_bytes=total))

    def at(self, location: str) -> Child | None:
        number, own = map(int, location.split("-"))
        if number != self._file_number or own < self._next:
            self._file_number, self._next, self._budget = number, 0, self._whole_budget()
            self._rest = self._parts(number, self._entries[number])
        for part in self._rest:
            self._next += isinstance(part, Child)
            if isinstance(part, Child) and self._next > own:
                return part
        return None

    def children(self) -> Iterator[Child | Trouble]:
        for number, entry in enumerate(self._entries):
            yield from unsafe_name(entry.name)
            if _is_item_file(entry.name):
                self._used[number] = 1
                yield from self._parts(number, entry)
        for number, entry in enumerate(self._entries):
            if not self._used[number]:
                yield from self._parts(number, entry)
        yield from self._locks.report()

    def _parts(self, number: int, entry: ZipEntry) -> Iterator[Child | Trouble]:
        own = count()
        if denied := self._context.denied(entry.name):
            yield replace(denied, location=f"{number}-0")
            return
        for part in self._file(entry) if _is_item_file(entry.name) else self._member(entry):
            if isinstance(part, Child):
                part = replace(part, location=f"{number}-{next(own)}", path=f"{_folder(entry.name)}/{part.name}")
            yield part

    def _member(self, entry: ZipEntry) -> Iterator[Child | Trouble]:
        return member(self._data, entry, self._budget, self._locks)

    def _file(self, entry: ZipEntry) -> Iterator[Child | Trouble]:
        parts = list(self._member(entry))
        file = next((part for part in parts if isinstance(part, Child)), None)
        root = _ROOT.search(file.data[:_HEAD]) if file is not None else None
        if file is None or root is None or not (root[2] or b"OPF" in file.data[:_HEAD]):
            yield from parts
        else:
            yield from self._items(entry, file, tuple(part for part in parts if isinstance(part, Trouble)))

    def _items(self, entry: ZipEntry, file: Child, troubles: tuple[Trouble, ...]) -> Iterator[Child | Trouble]:
        texts = Texts(self._limits)
        large: list[str] = []
        child: Child | None = None
        count, odd = 0, False
        for element in outermost(file.data, entry.name, texts, large):
            if element is None:
                odd = True
                continue
            count += 1
            if child is not None:
                yield child
                child = None
            item = self._item(element, large, entry)
            if isinstance(item, Trouble):
                odd = True
                yield item
            else:
                child = item
        troubles += tuple(texts.troubles)
        if child is not None:
            yield replace(child, troubles=child.troubles + troubles) if count == 1 else child
        if child is None or count != 1:
            yield from troubles
        stated = _COUNT.search(file.data[:_HEAD])
        if stated and int(stated[1]) > count:
            folder = repr(_folder(entry.name))
            yield Trouble("damaged", say("folder-counts-more", folder=folder, expected=int(stated[1]), found=count))
        if odd or (not count and (troubles or not _EMPTY.fullmatch(file.data))):
            yield file

    def _item(self, element: Element, large: list[str], entry: ZipEntry) -> Child | Trouble:
        where = _folder(entry.name)
        item = _OlmItem(where, partial(self._fetch, entry), large)
        try:
            item.read(element)
            subject = item.bag.text(SUBJECT)[:120].strip() or "item"
            return Child(
                f"{subject}.msg", build_msg(item.bag), _ITEM_TYPE, troubles=tuple(dict.fromkeys(item.troubles))
            )
        except (ValueError, KeyError, IndexError, struct.error, OverflowError) as error:
            return Trouble("damaged", say("item-in-folder-unreadable", folder=repr(where), error=error))

    def _fetch(self, of: ZipEntry, untrusted_place: str, most: int) -> _Fetched | None:
        number = self._find(untrusted_place, of.name.rpartition("/")[0])
        if number is None:
            return None
        entry = self._entries[number]
        parts = list(self._member(entry))
        data = next((part.data for part in parts if isinstance(part, Child)), None)
        if data is not None and len(data) > most:
            name = entry.name.rpartition("/")[2]
            return _Fetched(None, [Trouble("limit-size", say("olm-attachment-too-large", name=name))])
        self._used[number] = 1
        return _Fetched(data, [part for part in parts if isinstance(part, Trouble)])

    def _find(self, untrusted_place: str, folder: str) -> int | None:
        for path in (untrusted_place, html.unescape(untrusted_place), unquote(untrusted_place)):
            for key in (_key(path), _key(f"{folder}/{path}")):
                if key in self._numbers_by_path:
                    return self._numbers_by_path[key]
        return None
