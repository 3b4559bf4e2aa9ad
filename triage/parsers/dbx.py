"""Outlook Express stores (floor 2): .dbx of versions 5 and 6, every message a mail of its own; the list of folders.

Messages that the store doesn't list any more are read too: whole where their text wasn't freed, else without the four
bytes that are lost of every 512.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

from triage.model import Child, Extract, Trouble
from triage.parsers.charset import decode_text
from triage.parsers.contract import Context, Data, Format, Probe
from triage.parsers.dbxfile import MAGIC, Chain, DbxFile, Entry
from triage.parsers.texts import Texts, clean

TYPE = "application/vnd.ms-outlook-express"
_MAIL = "message/rfc822"
_MESSAGES, _FOLDERS = 0xC5, 0xC6
_POINTER, _SUBJECT = 0x04, 0x08
_EPOCH = datetime(1601, 1, 1, tzinfo=UTC)
_BEGINS = re.compile(
    rb".{4}[!-9;-~]{0,60}:[^\n]{0,400}\n(?:[!-9;-~]{1,60}:[^\n]*\n(?:[ \t][^\n]*\n)*){0,6}?"
    rb"(?:Received|From|To|Subject|Date|Message-ID|Return-Path|Delivered-To|Reply-To|X-Mailer):",
    re.IGNORECASE | re.DOTALL,
)
_FIELDS = ((0x0E, "From"), (0x14, "To"), (_SUBJECT, "Subject"), (0x07, "Message-ID"), (0x0A, "In-Reply-To"))
_NAMES = {0x0E: 0x0D, 0x14: 0x13}
"""Indexes of addresses with those of the names beside them."""
_TOLD = ((0x0B, "X-Newsgroup"), (0x0C, "X-Server"), (0x1A, "X-Account"))
_PRINTABLE = re.compile(rb"([^\x00-\x1f\x7f]{2,})\0+")
_DEEPEST = 50


def claims(probe: Probe) -> bool:
    """Tell by the first bytes, which are those of every store."""
    return probe.head[:4] == MAGIC and len(probe.data) > 0xE8


def parse(untrusted_data: Data, context: Context) -> Extract:
    """Read a store's folders, or its messages as they are asked for."""
    file = DbxFile(untrusted_data)
    extract = Extract(TYPE)
    if file.kind != _MESSAGES:
        _list(file, extract, context)
        return extract
    name, key = (clean(decode_text(raw)[0]) for raw in file.described)
    extract.properties += [(label, text) for label, text in (("Folder", name), ("Account", key)) if text]
    extract.properties.append(("Messages", str(file.count)))
    extract.children = _messages(file, context.limits.item_bytes)
    return extract


def _messages(file: DbxFile, most: int) -> Iterator[Child | Trouble]:
    found = 0
    for entry in file.entries():
        found += 1
        yield _message(file, entry, most)
    yield from _tally(file, found)
    for at, chain in file.unlisted(most):
        for number, data in enumerate(_apart(chain.data) if chain.freed else (chain.data,)):
            name = f"{'deleted' if chain.freed else 'not listed'} {at:X}{f'-{number}' if number else ''}.eml"
            yield Child(name, data, _MAIL, troubles=_told(chain))
    if file.is_mute():
        yield Trouble("damaged", "The store holds text, but where its messages begin and end can't be told.")


def _tally(file: DbxFile, found: int) -> Iterator[Trouble]:
    """Tell what is wrong with the index, and where it counts more than it lists."""
    for fault in file.faults:
        yield Trouble("damaged", f"The store's index is damaged ({fault}); what nothing leads to was looked for.")
    if found != file.count:
        yield Trouble("damaged", f"The store counts {file.count} messages, but lists {found}.")


def _message(file: DbxFile, entry: Entry, most: int) -> Child:
    name = clean(decode_text(entry.text(_SUBJECT))[0])[:120].strip() or "message"
    at = entry.number(_POINTER)
    chain = file.chain(at, most) if at else None
    if chain is not None and chain.data:
        return Child(f"{name}.eml", chain.data, _MAIL, troubles=_told(chain))
    if chain is not None and chain.fault:
        trouble = Trouble("damaged", f"The message's text can't be read ({chain.fault}); its entry in the index was.")
    else:
        trouble = Trouble("external", "The message's text was never fetched from its server; its entry was read.")
    return Child(f"{name}.eml", _stub(entry), _MAIL, troubles=(trouble,))


def _told(chain: Chain) -> tuple[Trouble, ...]:
    """Return what is missing of a message's text."""
    sentences = []
    if chain.freed:
        sentences.append("It was deleted: 4 of every 512 bytes are lost, for which blanks stand; its end isn't known.")
    if chain.fault:
        sentences.append(f"The message can't be read whole: {chain.fault}.")
    return tuple(Trouble("damaged", sentence) for sentence in sentences)


def _stub(entry: Entry) -> bytes:
    """Return what the index says of a message, as the head of a mail."""
    lines = []
    for index, field in (*_FIELDS, *_TOLD):
        text, shown = entry.text(index), entry.text(_NAMES.get(index, -1))
        if shown and shown != text:
            text = b'"%b" <%b>' % (shown.replace(b'"', b"'"), text) if text else shown
        if text:
            lines.append(field.encode() + b": " + b" ".join(text.split()))
    ticks = int.from_bytes(entry.values.get(0x02, b"")[:8], "little")
    if 0 < ticks < 1 << 61:
        when = _EPOCH + timedelta(microseconds=ticks // 10)
        lines.append(b"Date: " + format_datetime(when).encode())
    return b"\r\n".join([*lines, b"", b""])


def _apart(data: bytes) -> Iterator[bytes]:
    """Yield the messages of a run of freed pieces, told apart by where one begins with a mail's head."""
    start = 0
    for at in range(512, len(data), 512):
        if _BEGINS.match(data, at, at + 512):
            yield data[start:at].rstrip(b"\0")
            start = at
    yield data[start:].rstrip(b"\0")


def _list(file: DbxFile, extract: Extract, context: Context) -> None:
    """Fill in what a list of folders says of them, and the texts of other databases."""
    texts = Texts(context.limits)
    entries = list(file.entries())
    names = {entry.number(0): (entry.text(2), entry.number(1)) for entry in entries}
    lines = []
    for entry in entries:
        parts = [value for index, value in sorted(entry.values.items()) if index > 3 or file.kind != _FOLDERS]
        shown = [said[1] for said in map(_PRINTABLE.fullmatch, parts) if said]
        if file.kind == _FOLDERS:
            shown = [_path(entry.number(0), names), entry.text(3), *shown]
        lines.append(b"\t".join(shown))
    for line in _decoded(lines, texts):
        texts.add("body", line)
    extract.properties.append(("Entries", str(file.count)))
    for trouble in _tally(file, len(entries)):
        texts.trouble(trouble.code, trouble.sentence)
    texts.judge(pictured=False)
    extract.segments, extract.troubles = texts.segments(), texts.troubles


def _decoded(lines: list[bytes], texts: Texts) -> Iterator[str]:
    """Yield lines of no stated character set: those in UTF-8 as such, all others by one guess, as it needs them all."""
    odd = [line for line in lines if not _is_utf8(line)]
    guessed, trouble = decode_text(b"\n".join(odd))
    if trouble is not None:
        texts.trouble(trouble.code, trouble.sentence)
    fresh = iter(guessed.split("\n"))
    for line in lines:
        yield line.decode() if _is_utf8(line) else next(fresh, "")


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode()
    except UnicodeDecodeError:
        return False
    return True


def _path(number: int, names: dict[int, tuple[bytes, int]]) -> bytes:
    """Return a folder's path from the top."""
    parts: list[bytes] = []
    while number in names and len(parts) < _DEEPEST:
        name, above = names[number]
        parts.append(name or b"?")
        if above == number:
            break
        number = above
    return b"/".join(reversed(parts))


FORMAT = Format(
    label="Outlook Express store",
    types=(TYPE,),
    extensions=("dbx",),
    level="every message as a mail of its own, those not listed any more and parts of deleted ones too; counts are "
    "compared; the list of folders as text",
    claims=claims,
    parse=parse,
)
