"""Apple Mail's files: .emlx, one mail between its length in bytes and a property list of Apple's own."""

from __future__ import annotations

import plistlib
import re

from triage.messages import say
from triage.model.items import Extract, Segment, Trouble
from triage.parsers.kit.contract import Context, Data, Probe
from triage.parsers.mail.eml import read_message

TYPE = "message/x-emlx"
_LENGTH = re.compile(rb"[ \t]*(\d{1,12})[ \t]*\r?\n(?=[!-9;-~]+[ \t]*:|From |>From )")
_FLAGS = ("read", "deleted", "answered", "encrypted", "flagged", "", "draft", "", "forwarded", "redirected")


def claims(probe: Probe) -> bool:
    match = _LENGTH.match(probe.head)
    return match is not None and (probe.extension == "emlx" or b"<plist" in probe.data[-65536:])


def parse(untrusted_data: Data, context: Context) -> Extract:
    data = untrusted_data[:]
    start, length = mail_within(data)
    extract = read_message(data[start : start + length], context)
    extract.type = TYPE
    if start + length > len(data):
        extract.troubles.append(Trouble("truncated", say("emlx-cut")))
    if ".partial." in context.name.lower():
        extract.troubles.append(Trouble("external", say("emlx-attachments-beside")))
    notes = _notes(data[start + length :])
    if notes:
        extract.properties += notes
        extract.segments.append(Segment("properties", "\n".join(f"{name}: {value}" for name, value in notes)))
    return extract


def mail_within(untrusted: bytes) -> tuple[int, int]:
    """Return where the mail begins in the file and how many bytes the file says it has."""
    match = _LENGTH.match(untrusted)
    return (match.end(), int(match[1])) if match else (0, len(untrusted))


def _notes(untrusted: bytes) -> list[tuple[str, str]]:
    # A list that can't be read says nothing.
    try:
        is_safe = b"<plist" in untrusted[:400] and b"<!ENTITY" not in untrusted
        noted = plistlib.loads(untrusted.strip()) if is_safe else {}
    except Exception:  # plistlib raises several kinds for broken lists
        return []
    if not isinstance(noted, dict):
        return []
    notes = [(str(name), str(value)) for name, value in noted.items() if isinstance(value, str | int)]
    notes = [note for note in notes if note[0] != "flags"]
    flags = noted.get("flags")
    if isinstance(flags, int):
        notes.append(("flags", ", ".join(word for bit, word in enumerate(_FLAGS) if word and flags >> bit & 1)))
    return [(name, value) for name, value in notes if value]
