"""Content transfer encodings of mail: encoded bytes in, bytes out; lenient, linear, nothing is dropped.

Old mailers put attachments into the body between ``begin 644 name`` and ``end`` (POSIX uuencode); these are cut out.
"""

from __future__ import annotations

import re
from base64 import b64decode
from binascii import Error as BinasciiError
from binascii import a2b_base64, a2b_qp, a2b_uu

from triage.messages import say
from triage.model.items import Child, Trouble
from triage.parsers.kit.charset import decode_text

_GAP = re.compile(rb"(?<!=)(=++)([^A-Za-z0-9+/=]*+)(?=[A-Za-z0-9+/])")
_OUTSIDE = re.compile(rb"[^A-Za-z0-9+/]+")
_PADDED_BREAK = re.compile(rb"=[ \t]+(?=\r?\n|\Z)")
"""A soft line break after which transport added blanks (RFC 2045 6.7, rule 3)."""
_PROSE = re.compile(rb"[^\s]*[^A-Za-z0-9+/=\s][^\n]*|[A-Za-z]+ [A-Za-z]+[^\n]*")
_BEGIN = re.compile(rb"^begin(?:-base64)? [0-7]{3,4} ?([^\r\n]*)\r?\n", re.MULTILINE)
_FILE = re.compile(
    rb"^begin [0-7]{3,4} ([^\r\n]{1,255})\r?\n((?:(?!end\b)[ -`]{1,90}[ \t]*\r?\n)+)(?:end[ \t]*(?:\r?\n|\Z))?",
    re.MULTILINE,
)
UU_NAMES = ("x-uuencode", "uuencode", "x-uue", "uue")


def decode_transfer(untrusted: bytes, encoding: str) -> tuple[bytes, Trouble | None]:
    """Undo a transfer encoding (RFC 2045 6); an unknown one counts as none, as its bytes are still evidence."""
    if encoding == "quoted-printable":
        if b"= " in untrusted or b"=\t" in untrusted:
            untrusted = _PADDED_BREAK.sub(b"=", untrusted)
        return a2b_qp(untrusted), None
    if encoding == "base64" or encoding in ("base-64", "b"):
        return decode_base64(untrusted)
    if encoding in UU_NAMES:
        begin = _BEGIN.search(untrusted)
        return decode_uu(untrusted[begin.end() :] if begin else untrusted)
    return untrusted, None


def decode_base64(untrusted: bytes) -> tuple[bytes, Trouble | None]:
    """Decode base64 leniently: foreign characters are skipped, several padded runs are joined, a cut end is told.

    Prose after the padding (the footer of a mailing list) is kept as it is.
    """
    out = bytearray()
    at = 0
    trouble = None
    padded = untrusted.find(b"=")
    for gap in _GAP.finditer(untrusted, padded) if padded >= 0 else ():
        out += _base64_run(untrusted[at : gap.end(1)])[0]
        at = gap.end()
        if gap[2].strip() or _PROSE.match(untrusted, at):
            return bytes(out + b"\n" + untrusted[gap.end(1) :].lstrip(b"\r\n")), None
    data, whole = _base64_run(untrusted[at:])
    if not whole:
        trouble = Trouble("truncated", say("base64-cut"))
    return (bytes(out) + data if out else data), trouble


def from_base64(untrusted_digits: str | bytes) -> bytes:
    """Return what a value's base64 digits stand for (RFC 4648 4), b"" where they are none."""
    try:
        return b64decode(untrusted_digits)
    except ValueError:
        return b""


def _base64_run(untrusted: bytes) -> tuple[bytes, bool]:
    """Decode one run of base64; False where its length says that the end is missing."""
    try:
        return a2b_base64(untrusted), True
    except BinasciiError:
        clean = _OUTSIDE.sub(b"", untrusted)
        kept = clean[: len(clean) - (len(clean) % 4 == 1)]
        whole = len(clean) % 4 != 1
        return a2b_base64(kept + b"=" * (-len(kept) % 4)), whole


def decode_uu(untrusted: bytes) -> tuple[bytes, Trouble | None]:
    """Decode the lines after ``begin`` of a uuencoded file up to ``end``."""
    out = bytearray()
    for line in untrusted.splitlines():
        if line.strip() in (b"end", b"`", b"===="):
            return bytes(out), None
        try:
            out += a2b_uu(line)
        except BinasciiError:
            # Writers count a line's bytes wrongly or pad it with junk: take as many groups as its count asks for.
            wanted = (((line[0] - 32) & 63) * 4 + 5) // 3
            try:
                out += a2b_uu(line[:wanted])
            except BinasciiError:
                return bytes(out), Trouble("damaged", say("uuencoded-broken"))
    return bytes(out), Trouble("truncated", say("uuencoded-cut"))


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
