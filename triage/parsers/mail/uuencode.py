"""Files uuencoded into plain text: text in, the text around them and the files out; nothing else is read.

Old mailers put attachments into the body between ``begin 644 name`` and ``end`` (POSIX uuencode).
"""

from __future__ import annotations

import re

from triage.messages import say
from triage.model.items import Child, Trouble
from triage.parsers.kit.charset import decode_text
from triage.parsers.kit.transfer import decode_uu

_FILE = re.compile(
    rb"^begin [0-7]{3,4} ([^\r\n]{1,255})\r?\n((?:(?!end\b)[ -`]{1,90}[ \t]*\r?\n)+)(?:end[ \t]*(?:\r?\n|\Z))?",
    re.MULTILINE,
)


def cut_uuencoded(untrusted: bytes) -> tuple[bytes, list[Child | Trouble]]:
    """Return the text without the uuencoded files in it, and those files in order.

    A block counts as a file only if its first line's count fits its length, so that prose that begins with "begin"
    stays text.
    """
    found: list[Child | Trouble] = []
    rest: list[bytes] = []
    at = 0
    for match in _FILE.finditer(untrusted):
        if not _fits(match[2]):
            continue
        data, trouble = decode_uu(untrusted[match.start(2) : match.end()])
        name = decode_text(match[1].strip(), None)[0]
        if trouble is not None:
            found.append(Trouble(trouble.code, say("name-and-trouble", name=name, trouble=trouble.message)))
        found.append(Child(name, data))
        rest.append(untrusted[at : match.start()])
        at = match.end()
    if not at:
        return untrusted, []
    return b"".join([*rest, untrusted[at:]]), found


def _fits(lines: bytes) -> bool:
    first = lines.split(b"\n", 1)[0].rstrip(b"\r")
    count = (first[0] - 32) & 63
    groups = -(-count // 3) * 4
    return (count > 0 and groups - 2 <= len(first) - 1 <= groups + 3) or first in (b"`", b" ")
