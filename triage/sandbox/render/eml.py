"""An Outlook item as a mail message that any mail program opens (EML; RFC 5322, RFC 2045 to 2049).

extract-msg converts the header and the bodies, and tells which attachments the HTML body shows. It loses a subject that
stands in no header, all but the first of several recipients, addresses of Exchange and some code pages; so what was
indexed counts: addresses, dates, subject and attachments are those of our own reading, and a body that says anything
else is replaced by it. Where extract-msg gives up, our reading is all there is. The field X-Converted-By says which.

The same item gives the same bytes, all of them ASCII. No value can begin a field or a part of its own.
"""

from __future__ import annotations

import hashlib
import re
from binascii import b2a_base64, b2a_qp
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from email.charset import QP, Charset
from email.header import Header
from email.message import Message
from email.utils import format_datetime
from types import MappingProxyType
from typing import Any, NamedTuple
from urllib.parse import quote

from triage.errors import FormatError
from triage.model.items import NAMED_ONLY, Child, Extract
from triage.parsers.kit.charset import decode_transfer
from triage.parsers.kit.contract import Context
from triage.parsers.kit.html_text import html_segments
from triage.parsers.mail import emlx
from triage.parsers.mail.eml import MimePart, Tree, plain_bytes, read_message, read_tree
from triage.parsers.outlook import msg
from triage.sandbox.child.item_facts import seconds
from triage.sandbox.wire import ViewRequest
from triage.text import unmarked

Part = list[bytes]  # a MIME entity, its header first, in pieces
_OWN = frozenset(("from", "to", "cc", "bcc", "subject", "date", "message-id", "references"))
_FIELD = re.compile(r"(?!content-|mime-version|x-converted-)[!-9;-~]{1,76}", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]+")
_CONTROL_IN_TEXT = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f\ud800-\udfff]")
_LINE_END = re.compile(r"\r\n?|\n")
_UNSAFE_IN_NAME = re.compile(r"[/\\:\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]+")
_PERSON = re.compile(r"(.*?)\s*<([^<>]*)>", re.DOTALL)
_ADDRESS = re.compile(r"[!#-'*+\-./0-9=?A-Z^-~]{1,400}(@[!#-'*+\-./0-9=?A-Z\[\]:^-~]{1,400})?")
_MEDIA = re.compile(r"(?!multipart|message)[a-z0-9-]{1,40}/[a-z0-9!#$&^_.+-]{1,80}")
_CONTENT_ID = re.compile(r"[!-;=?-~]{1,200}")
_LONGEST_NAME, _LONGEST_ENDING, _LONGEST_WORD = 255, 20, 400

_WORDS = Charset("utf-8")
_WORDS.header_encoding = QP  # in base64 a word may end in padding, behind which some programs read no further


class _Conversion(NamedTuple):
    """What was converted: by whom, header fields, bodies, and the content ids of attachments by their SHA-256."""

    by: str
    fields: list[tuple[str, str]]
    text: str
    html: str
    content_ids: dict[bytes, str]


def eml(
    untrusted_data: bytes, context: Context, depth: int, kept_back: Mapping[str, str] = MappingProxyType({})
) -> bytes:
    """Return an Outlook item as a mail message; items inside it, ``depth`` levels down, become messages inside it.

    In place of attachments whose SHA-256 is among those ``kept_back`` stands what is said of each.

    Raises what the reader of Outlook items raises for one that it can't read, and FormatError where something that is
    kept back isn't attached to it.
    """
    left_out = set[str]()
    message = b"".join(_message(untrusted_data, context, depth, kept_back, left_out))
    if left_out != kept_back.keys():
        raise FormatError("message-lacks-part")
    return message


def _message(
    untrusted_data: bytes, context: Context, depth: int, kept_back: Mapping[str, str], left_out: set[str]
) -> Part:
    extract = msg.parse(untrusted_data, context)
    text, html = _body(extract), msg.html_of(untrusted_data, context.limits.item_bytes)
    try:
        converted = _converted(untrusted_data, text, html)
    except Exception:  # of many kinds; the item was read, so nothing of it is lost
        headers = (s.text.split("\n") for s in extract.segments if s.origin in ("headers", *NAMED_ONLY))
        fields = [(name, value) for lines in headers for name, _, value in (line.partition(":") for line in lines)]
        converted = _Conversion("Triage", fields, text, html, {})
    digest = hashlib.sha256(untrusted_data).hexdigest()
    inside, beside = list[Part](), list[Part]()
    for child in extract.children:
        if isinstance(child, Child) and (note := kept_back.get(sha256 := hashlib.sha256(child.data).hexdigest())):
            left_out.add(sha256)
            beside.append(_text("plain", note))
        elif isinstance(child, Child):
            content_id = converted.content_ids.get(hashlib.sha256(child.data).digest(), "")
            shown = bool(content_id) and f"cid:{content_id}" in converted.html
            part = _attachment(child, content_id, "inline" if shown else "attachment", context, depth)
            (inside if shown else beside).append(part)
    bodies = [_text("plain", converted.text)] if converted.text or not converted.html else []
    if converted.html:
        bodies.append(_multipart("related", [_text("html", converted.html), *inside], digest))
    head = [*_fields(extract, converted), f"X-Converted-From: sha256={digest}", "MIME-Version: 1.0"]
    whole = _multipart("mixed", [_multipart("alternative", bodies, digest), *beside], digest)
    return [*(f"{field}\r\n".encode("ascii", "replace") for field in head), *whole]


def _body(extract: Extract) -> str:
    """Return the text that was indexed as the item's; of one without any, as contacts are, its properties."""
    for origin in ("body", "properties"):
        if text := "\n".join(segment.text for segment in extract.segments if segment.origin == origin):
            return unmarked(text)
    return ""


def _converted(untrusted_data: bytes, text: str, html: str) -> _Conversion:
    """Have extract-msg convert an item whose bodies we read so. Raises whatever it raises.

    Attachments stay out of it: one with an odd name would end the conversion. HTML that is wrapped in RTF it gets
    unwrapped: its own way takes nine tenths of its time.
    """
    import extract_msg
    from extract_msg.attachments import UnsupportedAttachment
    from extract_msg.enums import DeencapType, ErrorBehavior, PropertiesType
    from extract_msg.properties import PropertiesStore

    def unwrapped(_rtf: bytes, body: DeencapType) -> bytes | None:
        return html.encode("utf-8", "replace") if html and body is DeencapType.HTML else None

    def attachment(item: Any, folder: str) -> Any:
        properties = PropertiesStore(item.getStream([folder, "__properties_version1.0"]), PropertiesType.ATTACHMENT)
        return UnsupportedAttachment(item, folder, properties)

    with extract_msg.Message(
        untrusted_data,
        errorBehavior=ErrorBehavior.SUPPRESS_ALL,
        delayAttachments=True,
        initAttachment=attachment,
        deencapsulationFunc=unwrapped,
    ) as item:
        _lighten(item, html)
        message = item.asEmailMessage()
        bodies = {
            part.get_content_type(): part.get_payload(decode=True).decode()
            for part in message.walk()
            if not part.is_multipart()
        }
        ids = {
            hashlib.sha256(attached.getStream("__substg1.0_37010102") or b"").digest(): attached.cid.strip("<> ")
            for attached in item.attachments
            if attached.cid and _CONTENT_ID.fullmatch(attached.cid.strip("<> "))
        }
    their_text, their_html = bodies.get("text/plain", ""), bodies.get("text/html", "")
    return _Conversion(
        f"extract-msg {extract_msg.__version__}",
        [(name, str(value)) for name, value in message.items()],
        their_text if their_text.split() == text.split() else text,
        their_html if html and html_segments(their_html) == html_segments(html) else html,
        ids,
    )


def _lighten(item: Any, html: str) -> None:
    """Keep extract-msg from making what nobody takes: HTML of a text, and the people of a header that isn't there."""
    if not html:
        item.htmlBody = None
    if not item.headerText:
        item.header = Message()
        if item.date:
            item.header["Date"] = format_datetime(item.date)


def _fields(extract: Extract, converted: _Conversion) -> Iterator[str]:
    """Yield the header's fields: the transport's as they came, then those that say whose message this is."""
    dated = ""
    for name, value in converted.fields:
        if name.lower() == "date":
            dated = value
        elif name.lower() not in _OWN and _FIELD.fullmatch(name) and (value := _line(value)):
            yield _field(name, value)
    yield f"X-Converted-By: {converted.by}"
    for name, people in (
        ("From", [extract.sender or ""]),
        ("To", extract.to),
        ("Cc", extract.cc),
        ("Bcc", extract.bcc),
    ):
        if mailboxes := [_mailbox(line) for line in map(_line, people) if line]:
            yield f"{name}: " + ",\r\n ".join(mailboxes)
    for name, value in (
        ("Subject", _line(extract.subject or "")),
        ("Date", _line(_date(extract.date or "", dated))),
        ("Message-ID", _line(extract.message_id or "")),
        ("References", _line(" ".join(extract.references))),
    ):
        if value:
            yield _field(name, value)


def _line(untrusted: str) -> str:
    return _CONTROL.sub(" ", untrusted).strip()


def _field(name: str, value: str) -> str:
    """Return a field, folded; letters beyond ASCII, and words too long for a line, as encoded words (RFC 2047)."""
    charset = None if _is_plain(value) else _WORDS
    return f"{name}: " + Header(value, charset, header_name=name).encode(linesep="\r\n", maxlinelen=76)


def _is_plain(value: str) -> bool:
    return value.isascii() and all(len(word) <= _LONGEST_WORD for word in value.split())


def _date(ours: str, transported: str) -> str:
    """Return the date as it was indexed (RFC 5322 3.3), in the zone that the transport wrote where that is the same."""
    when = seconds(ours)
    if when is None or seconds(transported) == when:
        return transported or ours
    return format_datetime(datetime.fromtimestamp(when, UTC))


def _mailbox(person: str) -> str:
    """Return a person as a mailbox, without an address as an empty group (RFC 5322 3.4); odd ones are quoted."""
    match = _PERSON.fullmatch(person)
    name, address = (match[1], match[2]) if match else ("", person) if _ADDRESS.fullmatch(person) else (person, "")
    if not address:
        return f"{_phrase(name)} :;"
    if not _ADDRESS.fullmatch(address):
        address = _phrase(address)
    return f"{_phrase(name)} <{address}>" if name else address


def _phrase(text: str) -> str:
    if _is_plain(text) and "=?" not in text:
        return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return Header(text, _WORDS).encode(linesep="\r\n", maxlinelen=76)


def _text(kind: str, text: str) -> Part:
    lines = "\r\n".join([*_LINE_END.split(_CONTROL_IN_TEXT.sub("", text)), ""]).encode()
    ways = ("quoted-printable", b2a_qp(lines, istext=True)), ("base64", _base64(lines))
    encoding, data = min(ways, key=lambda way: len(way[1]))
    head = f"Content-Type: text/{kind}; charset=utf-8\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n"
    return [head.encode(), data]


def _base64(data: bytes) -> bytes:
    return b"\r\n".join(b2a_base64(data[at : at + 57], newline=False) for at in range(0, len(data), 57))


def _attachment(child: Child, content_id: str, disposition: str, context: Context, depth: int) -> Part:
    name = child.name or "attachment"
    if child.declared == msg.TYPE and depth > 0:
        try:
            message = _message(child.data, context, depth - 1, {}, set())
        except MemoryError:
            raise
        except Exception:  # it is attached as it is
            message = []
        if message:
            named = _filename(f"{name.removesuffix('.msg')}.eml")
            head = f"Content-Type: message/rfc822\r\nContent-Disposition: attachment{named}\r\n\r\n"
            return [head.encode(), *message]
    media = (child.declared or "").lower()
    head = f"Content-Type: {media if _MEDIA.fullmatch(media) else 'application/octet-stream'}\r\n"
    head += f"Content-Disposition: {disposition}{_filename(name)}\r\n"
    head += f"Content-ID: <{content_id}>\r\n" if content_id else ""
    return [f"{head}Content-Transfer-Encoding: base64\r\n\r\n".encode(), _base64(child.data)]


def _filename(untrusted: str) -> str:
    """Return a file's name as a parameter, in pieces where it isn't ASCII (RFC 2231 3); it leads to no folder."""
    value = _UNSAFE_IN_NAME.sub("_", untrusted)
    _stem, dot, ending = value.rpartition(".")
    if len(value) > _LONGEST_NAME:
        ending = dot + ending if dot and len(ending) < _LONGEST_ENDING else ""
        value = value[: _LONGEST_NAME - len(ending)] + ending
    if value.isascii():
        return ";\r\n filename=" + _phrase(value)
    pieces = [quote(value[at : at + 6], safe="") for at in range(0, len(value), 6)]
    pieces[0] = f"utf-8''{pieces[0]}"
    return "".join(f";\r\n filename*{number}*={piece}" for number, piece in enumerate(pieces))


def _multipart(kind: str, parts: list[Part], digest: str) -> Part:
    """Return parts as one; the boundary holds a sign that no encoding of a body gives (RFC 2045 6.7)."""
    if len(parts) == 1:
        return parts[0]
    boundary = f"=_{kind}_{digest[:40]}"
    pieces = [f'Content-Type: multipart/{kind};\r\n boundary="{boundary}"\r\n'.encode()]
    for part in parts:
        pieces += [f"\r\n--{boundary}\r\n".encode(), *part]
    return [*pieces, f"\r\n--{boundary}--\r\n".encode()]


# Mail as it leaves in a production: as a message (EML), and without attachments that are kept back.
#
# A message that has none of those leaves byte for byte. From others the parts are cut out, headers and all; what is
# around them stays as it was. What comes out is read again, as when it was indexed, before it is handed over.


def message(view: ViewRequest, untrusted_data: bytes, context: Context, depth: int) -> bytes:
    """Return a mail as a message; ``view.sought`` are SHA-256 and note of what to leave out, else FormatError."""
    kept_back = {digest: note for digest, _, note in (entry.partition(" ") for entry in view.sought)}
    if context.declared == msg.TYPE:
        result = eml(untrusted_data, context, depth, kept_back)
    else:
        start, length = emlx.mail_within(untrusted_data) if context.declared == emlx.TYPE else (0, len(untrusted_data))
        result = untrusted_data[start : start + length]
        result = _without(result, kept_back) if kept_back else result
    if kept_back and not _digests(result).isdisjoint(kept_back):
        raise FormatError("message-lacks-part")
    return result


def _digests(untrusted: bytes) -> set[str]:
    children = read_message(untrusted).children
    return {hashlib.sha256(child.data).hexdigest() for child in children if isinstance(child, Child)}


def _without(untrusted: bytes, kept_back: Mapping[str, str]) -> bytes:
    data = plain_bytes(untrusted)
    tree = read_tree(data)
    pieces, at, left_out = list[bytes](), 0, set[str]()
    for part in tree.parts:
        if part.multipart or part.parent < 0:
            continue
        digest = hashlib.sha256(decode_transfer(data[part.start : part.end], part.encoding)[0]).hexdigest()
        if digest in kept_back:
            pieces += [data[at : _begin(data, tree, part)], _note(kept_back[digest], b"\r\n" in data[:1000])]
            at = part.end
            left_out.add(digest)
    if left_out != kept_back.keys():
        raise FormatError("message-lacks-part")
    return b"".join([*pieces, data[at:]])


def _begin(data: bytes, tree: Tree, part: MimePart) -> int:
    """Return where a part's header begins: after the line that delimits it (RFC 2046 5.1.1)."""
    boundary = tree.parts[part.parent].parameters.get("boundary", "")
    delimiter = data.rfind(b"\n--" + boundary.encode("utf-8", "surrogateescape"), 0, part.start)
    begin = data.find(b"\n", delimiter + 1) + 1
    if not boundary or delimiter < 0 or not 0 < begin <= part.start:
        raise FormatError("message-lacks-part")
    return begin


def _note(note: str, wide: bool) -> bytes:
    end = b"\r\n" if wide else b"\n"
    head = [b"Content-Type: text/plain; charset=utf-8", b"Content-Transfer-Encoding: base64", b""]
    return end.join([*head, b2a_base64(note.encode(), newline=False)])
