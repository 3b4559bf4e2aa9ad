"""One mail message as text: RFC 5322 header fields and MIME content, as .eml files and Maildir hold them.

The bulk of every case is read here, so the plain case is quick; junk is kept and never raised. Nothing is judged: the
date stays as written, addresses stay as written.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial
from itertools import chain, islice

from triage.messages import say
from triage.model.items import TRANSPORT, Extract, Trouble
from triage.parsers.kit.charset import wide_codec
from triage.parsers.kit.contract import Context, Data, Probe
from triage.parsers.kit.texts import PlainerReading
from triage.parsers.mail import headers
from triage.parsers.mail.headers import persons
from triage.parsers.mail.mime import Content, read_tree, tree_of
from triage.parsers.text.plain import as_written

TYPE = "message/rfc822"
TYPES = (TYPE, "message/news", "message/global", "message/rfc822-headers", "text/rfc822-headers")
_JOURNAL = "x-ms-journal-report"
"""The header field of a report, without a value; in lower case."""

_RECIPIENT = re.compile(r"^(To|Cc|Bcc|Recipient)[ \t]*:[ \t]*(\S.*)$", re.MULTILINE | re.IGNORECASE)
_BY_WAY = re.compile(r",\s*(?:Expanded|Forwarded)\s*:\s*", re.IGNORECASE)
"""What stands between a recipient and the list or mailbox by way of which it was reached."""

_MOST_RECIPIENTS = 100_000
_PROPERTIES = headers.names(
    "reply-to sender importance priority x-priority sensitivity x-mailer user-agent organization thread-topic "
    "thread-index list-id auto-submitted resent-from resent-to resent-date x-folder x-origin x-filename "
    "x-mozilla-status x-gmail-labels x-gm-thrid keywords x-unsent " + _JOURNAL
)
_ID = re.compile(r"<([^<>]+)>")
_PLAIN_ID = re.compile(r"<[^<>\s]+>")
_BARE_ID = re.compile(r"[^\s<>\"(),;@]+@[^\s<>\"(),;@]+|(?=\S*\d)[^\s<>\"(),;@]{16,}")
_SEPARATORS = re.compile(r"[\s,;\"<>]+|\.(?=\s|\Z)")
_TOP = re.compile(
    rb"(?:\xef\xbb\xbf)?[\r\n\t ]*(?:>?From [^\r\n]*\r?\n)*((?:[!-9;-~]{1,80}+[ \t]*+:[^\r\n]*+(?:\r?\n|\r|\Z)"
    rb"(?:[ \t]++[^\r\n]*+(?:\r?\n|\r|\Z))*+)++)"
)
_NAME = re.compile(rb"^([!-9;-~]++)[ \t]*+:[^\n]*+", re.MULTILINE)
_PROOF = re.compile(
    rb"^(?:Message-ID[ \t]*:.*[<@]|Received[ \t]*:[ \t]*(?:from|by|\(|with|$)"
    rb"|MIME-Version[ \t]*:[ \t]*1|Return-Path[ \t]*:"
    rb"|DKIM-Signature[ \t]*:|X-Mailer[ \t]*:|(?:From|To)[ \t]*:.*@|Content-Transfer-Encoding[ \t]*:"
    rb"|Date[ \t]*:[ \t]*(?:[A-Z][a-z]{2},?[ \t]+)?\d{1,2}[ \t]+[A-Z][a-z]{2}[ \t]+\d{2,4}[ \t]+\d{1,2}:)",
    re.MULTILINE | re.IGNORECASE,
)
_OTHER_MAGIC = (
    b"PK\x03\x04",
    b"\xd0\xcf\x11\xe0",
    b"%PDF",
    b"\x1f\x8b",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"{\\rtf",
)


def claims(probe: Probe) -> bool:
    """Whether the file begins as a mail: known header fields at least one of which only mail writes so."""
    top = _TOP.match(probe.head)
    known = _KNOWN.intersection(map(bytes.lower, _NAME.findall(top[1]))) if top else frozenset[bytes]()
    if top and known and _is_proven(top[1], known):
        return True
    named = probe.declared in TYPES or probe.extension == "eml"
    return named and (bool(known) or not probe.head.startswith(_OTHER_MAGIC))


def _is_proven(block: bytes, known: frozenset[bytes]) -> bool:
    if (len(known) > 1 and _PROOF.search(block)) or len(known & _PERSONAL) > 2:
        return True
    # A MIME entity has no field of a mail, as inside signed messages.
    return all(name.startswith(b"content-") for name in known) and _ENTITY.search(block) is not None


_KNOWN = frozenset(name.encode() for name in headers.WELL_KNOWN)
_HEAD = 200
_PERSONAL = frozenset((b"from", b"to", b"subject", b"date", b"cc", b"sender"))
_ENTITY = re.compile(
    rb"^Content-Type[ \t]*:[ \t]*(?:multipart|text|message)/[a-z-]+[ \t]*;", re.MULTILINE | re.IGNORECASE
)


def parse(untrusted_data: Data, context: Context) -> Extract:
    """Read one message."""
    return read_message(untrusted_data[:], context)


def read_message(untrusted: bytes, context: Context | None = None) -> Extract:
    """Read one message from its bytes; its children are decoded when they are asked for, if the context allows it."""
    untrusted = plain_bytes(untrusted)
    extract, gathered = Extract(TYPE), None
    if context is not None:
        PlainerReading(context.limits, partial(as_written, untrusted, None, context.limits.text_chars))
        extract, gathered = context.draft(TYPE), context.limits.gathered
    block = headers.read_block(untrusted, 0, len(untrusted))
    lines = read_fields(block.pairs, extract)
    arrivals = (line for line in lines.get(TRANSPORT, ()) if line[:9].lower() == "received:" and ";" in line)
    if extract.date is None and (arrival := next(arrivals, None)):  # dated by its last way station (RFC 5321 4.4)
        extract.date = arrival.rpartition(";")[2].strip() or None
        extract.properties.append(("Date taken from", "Received"))
    content = Content(lines)
    extract.segments = content.segments  # which grow as it is read
    extract.children = content.children(context)
    content.read(untrusted, tree_of(untrusted, block), gathered)
    if not content.attached:
        extract.children = ()
    extract.compared += content.written
    _add_envelope(extract)
    extract.troubles = list(dict.fromkeys(extract.troubles + content.troubles))
    return extract


def html_of(untrusted: bytes) -> list[str]:
    """Return the HTML parts of a message's text as written."""
    untrusted = plain_bytes(untrusted)
    content = Content(headers.HeaderLines())
    content.read(untrusted, read_tree(untrusted))
    return content.html


def _add_envelope(extract: Extract) -> None:
    """Give a journal report of Exchange the recipients of the envelope; one of unknown kind as a blind one.

    A report is a mail whose text lists sender and recipients line by line, those of blind copies and of expanded lists
    among them; the message itself is attached (Exchange's documentation of journal reports).
    """
    reports = [pair for pair in extract.properties if pair[0].lower() == _JOURNAL]
    if not reports:
        return
    kinds = {"to": extract.to, "cc": extract.cc, "bcc": extract.bcc, "recipient": extract.bcc}
    known = {id(people): set(people) for people in kinds.values()}
    body = next((segment.text for segment in extract.segments if segment.origin == "body"), "")
    found = list(islice(_RECIPIENT.finditer(body), _MOST_RECIPIENTS))
    for line in found:
        people = kinds[line[1].lower()]
        for person in (person for part in _BY_WAY.split(line[2]) for person in persons(part)):
            if person not in known[id(people)]:
                known[id(people)].add(person)
                people.append(person)
    extract.properties.remove(reports[0])
    extract.properties.append(("Journal report", f"{len(found)} recipients"))


def plain_bytes(untrusted: bytes) -> bytes:
    """Return the message with usual line ends, and without a byte order mark or blank lines before it."""
    if untrusted[:2] in (b"\xff\xfe", b"\xfe\xff"):
        untrusted = untrusted.decode("utf-16", "replace").encode("utf-8", "replace")
    elif b"\0" in untrusted[:_HEAD] and (codec := wide_codec(untrusted)) is not None:
        untrusted = untrusted.decode(codec, "replace").encode("utf-8", "replace")
    if untrusted[:3] == b"\xef\xbb\xbf":
        untrusted = untrusted[3:]
    if b"\r" in untrusted:
        untrusted = untrusted.replace(b"\r\r\n", b"\r\n")
        if b"\n" not in untrusted:
            untrusted = untrusted.replace(b"\r", b"\n")
    return untrusted.lstrip(b"\r\n")


def read_fields(pairs: list[tuple[str, str]], extract: Extract) -> headers.HeaderLines:
    """Put header fields into the extract; return those that no field of it holds, as they stand, as lines."""
    own: dict[str, list[str]] = {}
    lines = headers.HeaderLines()
    compared: list[str] = []
    for name, value in pairs:
        key = name.lower().rstrip()
        value = headers.unfold(value) if "\n" in value else value.strip()
        if key in _COMPARED:
            compared.append(f"{key}: {' '.join(headers.decoded(value).split())}")
        if key in _FIELDS:
            own.setdefault(key, []).append(value)
            if key not in headers.ORIGINS and not ("<" in value and _ROUTE.search(value)):
                continue
        if "=?" in value or not value.isascii() or "\x1b" in value:
            value = headers.decoded(value)
        if key in _PROPERTIES:
            extract.properties.append((name.strip(), value))
        lines.put(key, name, value)
    _fill(own, extract)
    for subject in own.get("subject", ())[1:]:  # it has one place only
        lines.put("subject", "Subject", headers.decoded(subject))
    compared += [f"{name}: {headers.decoded(value)}" for name in _ONCE for value in own.get(name, ())[1:]]
    extract.compared = sorted(compared)
    return lines


_COMPARED = frozenset(("reply-to", "in-reply-to"))
_ONCE = ("subject", "date", "message-id")
"""Fields of which the extract holds one alone; further ones tell messages apart, too."""
_ROUTE = re.compile(r"<\s*@[^<>]*:")
"""The way that a letter was to take (RFC 5322 4.4): it is no part of the address, and is kept with the headers."""

_FIELDS = frozenset(["from", "to", "cc", "bcc", "subject", "date", "message-id", "references", "in-reply-to"])


def _fill(own: dict[str, list[str]], extract: Extract) -> None:
    """Fill the extract's fields."""
    extract.to, extract.cc, extract.bcc = (_persons(own.get(name, ())) for name in ("to", "cc", "bcc"))
    # Who stands as sender where there is no From field.
    senders = [value for name, value in extract.properties if name.lower() in ("sender", "resent-from")]
    extract.sender = ", ".join(_persons(own.get("from", ())) or _persons(senders[:1])) or None
    extract.subject = headers.decoded(own["subject"][0]) if "subject" in own else None
    extract.date = headers.decoded(own["date"][0]) if "date" in own else None
    extract.message_id = headers.decoded(own["message-id"][0]) if "message-id" in own else None
    if "references" in own or "in-reply-to" in own:
        values = chain(own.get("references", ()), own.get("in-reply-to", ()))
        people = {_address(person) for person in (extract.sender or "", *extract.to, *extract.cc)}
        ids = dict.fromkeys(chain.from_iterable(message_ids(headers.settled(value)) for value in values))
        extract.references = [found for found in ids if found[1:-1].lower() not in people]
    if any(headers.is_raw(value) for values in own.values() for value in values if not value.isascii()):
        extract.troubles.append(Trouble("charset-guessed", say("header-charset-guessed")))


def _persons(values: Sequence[str]) -> list[str]:
    if len(values) == 1:  # as nearly always
        return persons(values[0])
    return [found for value in values for found in persons(value)]


def _address(person: str) -> str:
    return person.rpartition("<")[2].rstrip(">").lower()


def message_ids(untrusted_value: str) -> list[str]:
    """Return the message identifiers in References or In-Reply-To (RFC 5322 3.6.4), each in angle brackets.

    They may stand there without them, or in words (4.5.4): before the first or after the last. What words have in
    brackets or with an @ is a person's address ("Message from Ann <ann@a.example> of Friday <1@a.example>").
    """
    plain = untrusted_value.split()
    if all(map(_PLAIN_ID.fullmatch, plain)):
        return plain
    pieces = _ID.split(untrusted_value)
    outside = [_SEPARATORS.sub(" ", headers.uncommented(text)).split() for text in pieces[::2]]
    within = ["".join(text.split()) for text in pieces[1::2]]
    worded = [at for at, words in enumerate(outside) if words]
    if all(map(_BARE_ID.fullmatch, chain.from_iterable(outside))):
        pairs = zip(outside, [[text] for text in within] + [[]], strict=True)
        within = [text for words, inner in pairs for text in (*words, *inner)]
    elif worded[0]:
        within = within[: worded[0]]
    elif worded[-1] < len(within):
        within = within[worded[-1] :]
    return [f"<{text}>" for text in within if text]
