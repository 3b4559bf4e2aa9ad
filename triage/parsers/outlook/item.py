"""An Outlook item as an Extract: who sent it to whom, when, its texts, fields and attachments; MAPI rules.

MS-OXOMSG for persons and times, MS-OXCMSG for attachments, MS-OXOCAL, MS-OXOCNTC and MS-OXOTASK for fields. The choice
among the many places where an item says the same is made here, once, for msg, TNEF and PST.
"""

from __future__ import annotations

import re
import struct
import uuid
from base64 import b64encode
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

from msgspec.structs import replace

from triage.files import rows
from triage.messages import say
from triage.model.items import BODY_FORMAT, NAMED_ONLY, Child, Extract, Segment, Trouble
from triage.parsers.kit.charset import decode_text, page_of_language
from triage.parsers.kit.contract import Context, Gathered
from triage.parsers.kit.html_text import html_segments, stated_charset
from triage.parsers.kit.ole import filetime
from triage.parsers.mail.eml import message_ids, read_fields
from triage.parsers.mail.headers import HeaderLines, person, read_block
from triage.parsers.outlook.rtf_mail import unpack, unwrap

# The bag that msg, tnef, pst and olm fill, and of which an Extract is made below; MS-OXCDATA 2.11.

STRING8, UNICODE, BINARY, OBJECT = 0x001E, 0x001F, 0x0102, 0x000D
INTEGER16, INTEGER32, FLOAT, DOUBLE, BOOLEAN, INTEGER64, TIME = 2, 3, 4, 5, 0x000B, 0x0014, 0x0040
MULTIPLE = 0x1000
SIZES = {INTEGER16: 2, INTEGER32: 4, FLOAT: 4, DOUBLE: 8, 6: 8, 7: 8, 0x0A: 4, BOOLEAN: 1, INTEGER64: 8, TIME: 8}
"""Bytes of a value by its type, where all values of the type have the same size (MS-OXCDATA 2.11.1)."""

TERMINATORS = {STRING8: 1, UNICODE: 2, BINARY: 0, OBJECT: 0, 0x48: 0}
"""Bytes of zero that end a value in a .msg file, by its type; types whose values are kept in streams."""

_ROWS = rows(__name__, "labels.tsv")
LABELS = {int(number, 16): label for kind, number, label in _ROWS if not kind}
NAMED_LABELS = {(kind, int(number, 16)): label for kind, number, label in _ROWS if kind}
SETS = {guid: name for name, guid in rows(__name__, "sets.tsv")}
"""Property sets (MS-OXPROPS 1.3.2) by their GUID."""

_MOST_NAMES = 0x8000
_EPOCH = datetime(1601, 1, 1, tzinfo=UTC)

Value = bytes | Callable[[], bytes]
"""A property's bytes, or a way to get them where they are large."""


Values = dict[tuple[int, int], Value | list[bytes]]
Name = str | tuple[str, int]
"""What a named property is called: a string, or its set and number."""


@dataclass(slots=True)
class Bag:
    """The properties of one item, recipient or attachment: bytes by (identifier, type), lists of them where multi-
    valued. ``names`` has named properties by identifier: a string, or (set, number). ``embedded`` makes the child of an
    attachment that is an item or object; ``item`` holds one that was read already.
    """

    values: Values = field(default_factory=dict)
    names: dict[int, Name] = field(default_factory=dict)
    recipients: list[Bag] = field(default_factory=list)
    attachments: list[Bag] = field(default_factory=list)
    embedded: Callable[[], Child | Trouble] | None = None
    item: Bag | None = None
    codepage: str | None = None

    def raw(self, number: int, kind: int) -> bytes | None:
        """Return a property's bytes, None where it is missing or unreadable."""
        value = self.values.get((number, kind))
        if value is None or isinstance(value, list):
            return None
        if isinstance(value, bytes):
            return value
        try:
            return value()
        except Exception:  # the container's own errors: its item is reported as damaged by the container
            return None

    def put(self, number: int, value: str | bytes | int, kind: int = BINARY) -> None:
        """Set a text, a number, or the bytes of a property of this kind; an empty value is none."""
        if isinstance(value, str):
            kind, value = UNICODE, wide(value)
        elif isinstance(value, int):
            kind, value = INTEGER32, struct.pack("<i", value)
        if value:
            self.values[number, kind] = value

    def text(self, number: int) -> str:
        """Return a text property, "" where it is missing."""
        raw = self.raw(number, UNICODE)
        if raw is not None:
            return raw.decode("utf-16-le", "replace").rstrip("\0")
        raw = self.raw(number, STRING8)
        return self.narrow(raw) if raw else ""

    def narrow(self, raw: bytes) -> str:
        return decode_text(raw.rstrip(b"\0"), self.codepage)[0]

    def binary(self, number: int) -> bytes | None:
        return self.raw(number, BINARY)

    def integer(self, number: int) -> int | None:
        """Return a number, a truth value as 0 or 1; None where it is missing."""
        for kind, layout in ((INTEGER32, "<i"), (BOOLEAN, "<B"), (INTEGER16, "<h"), (INTEGER64, "<q")):
            raw = self.raw(number, kind)
            if raw is not None and len(raw) >= struct.calcsize(layout):
                return int(struct.unpack_from(layout, raw)[0])
        return None

    def time(self, number: int) -> str | None:
        """Return a point in time in ISO 8601, UTC."""
        raw = self.raw(number, TIME)
        if raw is None or len(raw) < 8:
            return None
        return filetime(int.from_bytes(raw[:8], "little")) or None

    def shown(self, number: int) -> str:
        """Return any property as a person would read it, "" where it has no readable form."""
        for kind in [kind for own, kind in self.values if own == number]:
            value = self.values[number, kind]
            if isinstance(value, list):
                texts = [self._text_of(item, kind & ~MULTIPLE) for item in value]
                return "; ".join(text for text in texts if text)
            if kind in (STRING8, UNICODE):
                return self.text(number)
            if kind == TIME:
                return self.time(number) or ""
            integer = self.integer(number)
            if integer is not None:
                return ("no", "yes")[integer & 1] if kind == BOOLEAN else str(integer)
            raw = self.raw(number, kind)
            if kind == DOUBLE and raw and len(raw) >= 8:
                return f"{struct.unpack_from('<d', raw)[0]:g}"
        return ""

    def _text_of(self, raw: bytes, kind: int) -> str:
        if kind == UNICODE:
            return raw.decode("utf-16-le", "replace").rstrip("\0")
        return self.narrow(raw) if kind == STRING8 else ""


def wide(text: str) -> bytes:
    return text.encode("utf-16-le", "replace")


def named_properties(guids: bytes, entries: bytes, strings: bytes) -> dict[int, Name]:
    """Return which names the identifiers from 0x8000 up stand for (MS-OXMSG 2.2.3, MS-PST 2.4.7)."""
    names: dict[int, Name] = {}
    for at in range(0, min(len(entries), _MOST_NAMES * 8) - 7, 8):
        number, kind, index = struct.unpack_from("<IHH", entries, at)
        if kind & 1:
            size = int.from_bytes(strings[number : number + 4], "little")
            name = strings[number + 4 : number + 4 + min(size, 1024)].decode("utf-16-le", "replace")
            if name:
                names[0x8000 + index] = name
            continue
        group_at = (kind >> 1) - 3  # below it stand the sets of MAPI and of public strings
        if 0 <= group_at < len(guids) // 16:
            group = set_name(guids[group_at * 16 :][:16])
        else:
            group = "strings" if group_at == -1 else "mapi"
        names[0x8000 + index] = (group, number)
    return names


def set_name(guid: bytes) -> str:
    """Return the short name of a property set by the bytes of its GUID, "" where it isn't known."""
    return SETS.get(str(uuid.UUID(bytes_le=guid)), "")


def ticks(moment: datetime) -> bytes:
    """Return a point in time as properties keep it (MS-OXCDATA 2.11.1); raises OverflowError before 1601."""
    return ((moment - _EPOCH) // timedelta(microseconds=1) * 10).to_bytes(8, "little")


def choose_code_page(bag: Bag) -> None:
    """Find the code page of the item's 8-bit texts (MS-OXCMSG 2.2.1.4) and give it to everything in the item."""
    page = bag.integer(0x3FFD) or bag.integer(0x66C3)
    locale = bag.integer(0x3FF1) or 0
    if not page and locale & 0x3FF:  # what the writer's system had, while the code page for the internet is another's
        bag.codepage = page_of_language(locale)
    else:
        page = page or bag.integer(0x3FDE)
        bag.codepage = f"cp{page}" if page and 0 < page < 100_000 else None
    for inner in (*bag.recipients, *bag.attachments):
        inner.codepage = bag.codepage


# The bodies, none of them twice.

_HEAD = 512
_NO_WORD = re.compile(r"[\W_]+")


def bodies(bag: Bag, limit: int, extract: Extract, gathered: list[Gathered] | None = None) -> list[str]:
    """Add the segments of the item's bodies (MS-OXBBODY) to the extract; return the bodies as written. HTML stands
    beside plain text as an alternative; RTF counts if neither says the same words.
    """
    segments, troubles = extract.segments, extract.troubles
    plain = bag.text(0x1000).replace("\r\n", "\n")
    if plain.strip():
        segments.append(Segment("body", plain))
    html = _html(bag)
    text, wrapped = _rtf(bag, limit, troubles, bool(html.strip()))
    if not html.strip() and wrapped:
        html, text = text, ""
    if html.strip():
        segments += html_segments(html, "alternative" if segments else "body", gathered)
    words = bare(text)
    if text.strip() and not wrapped and not any(words in bare(segment.text) for segment in segments):
        segments.append(Segment("alternative" if segments else "body", text))
    return [plain, html, text]


def html_body(bag: Bag, limit: int) -> str:
    """Return the item's HTML body as written, be it wrapped in RTF (MS-OXRTFEX); "" where it has none."""
    html = _html(bag)
    if html.strip():
        return html
    text, wrapped = _rtf(bag, limit, [], False)
    return text if wrapped else ""


def _html(bag: Bag) -> str:
    """Return the HTML body; it is kept as bytes or as text, in the code page for internet text."""
    raw = bag.raw(0x1013, BINARY)
    if raw is None:
        raw = bag.raw(0x1013, STRING8)
    if raw is None:
        wide = bag.raw(0x1013, UNICODE)
        return wide.decode("utf-16-le", "replace") if wide else ""
    page = bag.integer(0x3FDE)
    charset = f"cp{page}" if page else stated_charset(raw) or bag.codepage
    return decode_text(raw.rstrip(b"\0"), charset)[0]


def _rtf(bag: Bag, limit: int, troubles: list[Trouble], has_html: bool) -> tuple[str, bool]:
    """Return the RTF body's text, and whether it is wrapped HTML, which repeats an HTML body (MS-OXBBODY 2.1.3.1)."""
    packed = bag.binary(0x1009)
    if not packed:
        return "", False
    try:
        if has_html and b"\\fromhtml1" in unpack(packed, _HEAD):
            return "", True
        return unwrap(unpack(packed, limit))
    except ValueError as error:
        troubles.append(Trouble("damaged", say("rtf-body-broken", error=error)))
        return "", False


def bare(text: str) -> str:
    return _NO_WORD.sub("", text)


def read_item(bag: Bag, media_type: str, context: Context) -> Extract:
    """Turn an item's properties into an Extract."""
    choose_code_page(bag)
    extract = context.draft(media_type)
    headers = bag.text(0x007D).lstrip().encode("utf-8", "replace")
    lines = read_fields(read_block(headers, 0, len(headers)).pairs, extract)
    _recipients(bag, extract)
    if (0x37, UNICODE) in bag.values or (0x37, STRING8) in bag.values:
        subject = bag.text(0x37)
        # Stores put two marks before it (MS-PST 2.5.3.1.1.1).
        extract.subject = subject[2:] if subject[:1] == "\x01" else subject
    extract.subject = extract.subject or bag.text(0x70) or None
    stated = extract.sender or ""
    extract.sender = _sender(bag, stated) or None
    if stated and stated != extract.sender:  # a name that the item's own properties leave out
        lines.put("from", "From", stated)
    extract.date = _date(bag, extract.date)
    extract.message_id = bag.text(0x1035) or extract.message_id
    references = [*message_ids(bag.text(0x1039)), *extract.references, *message_ids(bag.text(0x1042))]
    extract.references = list(dict.fromkeys(references))
    extract.children = _children(bag, context)
    written = bodies(bag, context.limits.item_bytes, extract, context.limits.gathered)
    extract.compared = [*_answered(bag, extract.compared), *written]
    formats = [name for name, text in zip(("plain text", "HTML", "RTF"), written, strict=True) if text.strip()]
    extract.properties.append((BODY_FORMAT, ", ".join(formats) or "none"))
    _properties(bag, extract, {line.partition(":")[0].lower() for some in lines.values() for line in some})
    _add_headers(bag, lines)
    extract.segments += lines.segments()
    return extract


def _add_headers(bag: Bag, lines: HeaderLines) -> None:
    values = [(name, bag.text(number)) for name, number in _HEADERS.items()]
    values += [("Content-Type", attachment.text(0x370E)) for attachment in bag.attachments]
    had = {line.lower() for origin in NAMED_ONLY for line in lines.get(origin, ())}
    for name, value in ((name, " ".join(value.split())) for name, value in values):
        if value and f"{name}: {value}".lower() not in had:
            lines.put(name.lower(), name, value)


def _answered(bag: Bag, from_headers: list[str]) -> list[str]:
    # A copy that was sent has no internet headers; 0x4F (PidTagReplyRecipientEntries) holds the addresses of the names.
    entries = (bag.binary(0x4F) or b"").hex()
    own = {"reply-to": f"{bag.text(0x50)} {entries}", "in-reply-to": bag.text(0x1042)}
    own = {name: " ".join(value.split()) for name, value in own.items() if value.strip()}
    others = [line for line in from_headers if line.partition(":")[0] not in own]
    return sorted([*others, *(f"{name}: {value}" for name, value in own.items())])


def _sender(bag: Bag, from_headers: str) -> str:
    """Return on whose behalf the item was sent, else who sent it; internet addresses before directory names."""
    behalf = _party(bag, 0x0042, 0x5D02, 0x0065)
    sender = _party(bag, 0x0C1A, 0x5D01, 0x0C1F)
    best = behalf or sender
    if not best:
        # Old gateways give a simple display name alone (MS-OXPROPS 2.1024, 2.1009), which may be the creator's.
        best = bag.text(0x4031).strip() or bag.text(0x4030).strip()
        shown, address = _one_off(bag, bag.binary(0x3FF9) or b"")
        if best and best.lower() in (shown.lower(), address.lower()):
            best = person(shown, address)
    if "@" not in best and "@" in from_headers:
        return from_headers
    if "@" not in best and "@" in sender:
        return sender
    return best or from_headers


def _party(bag: Bag, name: int, smtp: int, address: int) -> str:
    own = bag.text(address)
    return person(bag.text(name).strip(), bag.text(smtp) or _known_as(bag, own) or _bare(own))


def _known_as(bag: Bag, address: str) -> str:
    # A message filed by the one who sent it names that person's directory entry twice, and only once with the address.
    if address[:1] != "/":
        return ""
    for entry, smtp in ((0x3FF9, 0x5D0A), (0x3FFB, 0x5D0B)):
        name = (bag.binary(entry) or b"")[28:].rstrip(b"\x00")  # MS-OXCDATA 2.2.5.2
        if name.lower() == address.lower().encode("latin-1", "replace"):
            return bag.text(smtp)
    return ""


def _bare(address: str) -> str:
    return address[5:] if address[:5].upper() == "SMTP:" else address


def _recipients(bag: Bag, extract: Extract) -> None:
    """Fill to, cc and bcc from the recipient table (MS-OXOMSG 2.2.3.1), which knows the hidden ones, else from what the
    item displays; where the table lacks an address, the transport's header is kept.
    """
    tables: dict[int, list[str]] = {1: [], 2: [], 3: []}
    for recipient in bag.recipients:
        kind = (recipient.integer(0x0C15) or 1) & 0x0F
        address = recipient.text(0x39FE) or _bare(recipient.text(0x3003))
        shown = person(recipient.text(0x3001) or recipient.text(0x5FF6), address)
        if shown:
            tables.get(kind, tables[1]).append(shown)
    for kind, displayed, had in ((1, 0x0E04, extract.to), (2, 0x0E03, extract.cc), (3, 0x0E02, extract.bcc)):
        table = tables[kind]
        if not table and not had:
            table = [name.strip() for name in bag.text(displayed).split(";") if name.strip()]
        if table and (any("@" in shown for shown in table) or not any("@" in shown for shown in had)):
            had[:] = table


def _date(bag: Bag, from_headers: str | None) -> str | None:
    """Return when the item was sent, else delivered, else begun (appointments), else dated, else created or changed."""
    starts = [number for number, name in bag.names.items() if name in (("appointment", 0x820D), ("task", 0x8104))]
    times = [*map(bag.time, (0x0039, 0x0E06, *starts)), from_headers, *map(bag.time, (0x3007, 0x3008))]
    return next(filter(None, times), None)


def _properties(bag: Bag, extract: Extract, had: set[str]) -> None:
    fields: list[tuple[str, str]] = []
    present = {number for number, _ in bag.values}
    for number, label in LABELS.items():
        text = bag.shown(number).strip() if number in present else ""
        if text:
            fields.append((label, _WORDS.get(label, {}).get(text, text)))
    for number, name in bag.names.items():
        label = name if isinstance(name, str) else NAMED_LABELS.get(name, "")
        known = not label or number not in present or label.lower() in had
        text = "" if known else bag.shown(number).strip() or _reactions(label, bag.binary(number))
        if text:
            fields.append((label, _WORDS.get(label, {}).get(text, text)))
        if name == _RECURRENCE:
            fields += [("Not held on", day) for day in _days_out(bag.binary(number) or b"")]
    by, behalf = _party(bag, 0x0040, 0x5D07, 0x0076), _party(bag, 0x0044, 0x5D08, 0x0078)
    fields += [("Received by", by)] if by else []
    fields += [("Received for", behalf)] if behalf and behalf != by else []
    if (index := bag.binary(0x0071)) and "thread-index" not in had:  # as a message that left by SMTP would have it
        fields.append(("Thread-Index", b64encode(index).decode()))
    fields += [("Member", member) for member in _members(bag)]
    fields += [("Attachment shown as", shown) for shown in map(_shown_as, bag.attachments) if shown]
    extract.properties += fields
    lines = [f"{label}: {text}" for label, text in fields if label not in _SILENT]
    if lines:
        extract.segments.append(Segment("properties", "\n".join(lines)))
    kind = bag.text(0x001A).lower()
    if "smime" in kind and "multipartsigned" not in kind and not extract.segments:
        extract.troubles.append(Trouble("encrypted", say("content-in-smime-attachment")))
    if kind.startswith("ipm.note.rpmsg") or any(a.text(0x3707).lower() == "message.rpmsg" for a in bag.attachments):
        extract.troubles.append(Trouble("rights-protected", say("mail-rights-managed")))


def _days_out(untrusted: bytes) -> list[str]:
    """Return the days (ISO 8601) on which a series isn't held (MS-OXOCAL 2.2.1.44); these stand here alone."""
    try:
        (kind,) = struct.unpack_from("<H", untrusted, 6)
        removed, at = _days(untrusted, 22 + _SPECIFIC[kind] + 12)
        moved, _ = _days(untrusted, at)
    except (struct.error, KeyError):
        return []
    # What changed on a day counts as taken out and as put on the day that it is held on, which may be the same.
    return [str(_FIRST_DAY + timedelta(days=day)) for day in removed if day not in moved]


def _days(data: bytes, at: int) -> tuple[list[int], int]:
    (count,) = struct.unpack_from("<I", data, at)
    if count > _MOST_DAYS:
        raise struct.error
    minutes = struct.unpack_from(f"<{count}I", data, at + 4)
    return [min(minute // _MINUTES_A_DAY, 2_900_000) for minute in minutes], at + 4 + 4 * count


def _reactions(label: str, untrusted: bytes | None) -> str:
    # Outlook keeps JSON, or names between numbers.
    if label not in _REACTIONS or not untrusted:
        return ""
    return " ".join(_TEXT_RUN.findall(untrusted.decode("utf-8", "replace")))


def _shown_as(attachment: Bag) -> str:
    shown, names = attachment.text(0x3001).strip(), [attachment.text(number).strip() for number in (0x3707, 0x3704)]
    return shown if any(names) and shown not in names else ""


def _members(bag: Bag) -> list[str]:
    """Return the members of a distribution list that stand in it by name and address (MS-OXCDATA 2.2.5.1)."""
    members: list[str] = []
    for number, name in bag.names.items():
        entries = bag.values.get((number, BINARY | MULTIPLE)) if name == ("address", 0x8054) else None
        if isinstance(entries, list):
            members += [person(*_one_off(bag, entry)) for entry in entries if entry[4:20] == _ONE_OFF]
    return members


def _one_off(bag: Bag, entry: bytes) -> tuple[str, str]:
    """Return the name and the address in an entry that stands for itself (MS-OXCDATA 2.2.5.1), "" and "" in others."""
    if entry[4:20] != _ONE_OFF:
        return "", ""
    wide = entry[23:24] >= b"\x80"
    text = entry[24:].decode("utf-16-le", "replace") if wide else bag.narrow(entry[24:])
    shown, _, address = ([*text.split("\x00"), "", "", ""])[:3]
    return shown, address


_HEADERS = {"Message-ID": 0x1035, "In-Reply-To": 0x1042, "References": 0x1039}
_ONE_OFF = bytes.fromhex("812b1fa4bea310199d6e00dd010f5402")
_REACTIONS = ("ReactionsHistory", "OwnerReactionHistory", "ReactionsSummary")
_TEXT_RUN = re.compile("[^\x00-\x1f\x7f\ufffd]{2,}")
_RECURRENCE = ("appointment", 0x8216)
_SPECIFIC = {0: 0, 1: 4, 2: 4, 3: 8, 4: 4, 0x0A: 4, 0x0B: 8, 0x0C: 4}
"""Bytes that a type of recurrence adds, by its number (MS-OXOCAL 2.2.1.44.1.1 to 2.2.1.44.1.3)."""
_MOST_DAYS = 10_000
_FIRST_DAY, _MINUTES_A_DAY = date(1601, 1, 1), 24 * 60
_WORDS = {
    "Task status": {"0": "not begun", "1": "in progress", "2": "complete", "3": "waiting", "4": "deferred"},
    "Percent complete": {f"{part / 100:g}": f"{part} %" for part in range(101)},
    "Importance": {"0": "low", "1": "normal", "2": "high"},
    "Sensitivity": {"0": "normal", "1": "personal", "2": "private", "3": "confidential"},
}
_SILENT = frozenset(("Importance", "Sensitivity", "Created", "Modified", "Kind of item", "Delivered", "Sent"))


def _children(bag: Bag, context: Context) -> Iterator[Child | Trouble]:
    """Yield the attachments (MS-OXCMSG 2.2.2) in order, each read when it is asked for."""
    for attachment in bag.attachments:
        names = (attachment.text(number).strip() for number in (0x3707, 0x3704, 0x3001, 0x370D, 0x3708))
        name = next(filter(None, names), None)
        if denied := context.denied(name):
            yield denied
            continue
        method = attachment.integer(0x3705)
        data = attachment.binary(0x3701)
        if attachment.embedded is not None:
            child = attachment.embedded()
            if isinstance(child, Child):
                if name and child.name and child.name.endswith(".msg") and not name.lower().endswith(".msg"):
                    name += ".msg"
                child = replace(child, name=name or child.name)
            yield child
        elif data is not None:
            yield Child(name, data, attachment.text(0x370E) or None)
        elif method in (2, 3, 4, 7):
            where = attachment.text(0x370D) or attachment.text(0x3708) or say("place-not-given")
            yield Trouble("external", say("attachment-external", name=name or say("unnamed"), place=where))
        else:
            yield Trouble("damaged", say("attachment-without-content", name=name or say("unnamed")))
