"""Content transfer encodings of mail: encoded bytes in, bytes out; lenient, linear, nothing is dropped."""

from __future__ import annotations

import re
from base64 import b64decode
from binascii import Error as BinasciiError
from binascii import a2b_base64, a2b_qp, a2b_uu

from triage.messages import say
from triage.model.items import Trouble

_GAP = re.compile(rb"(?<!=)(=++)([^A-Za-z0-9+/=]*+)(?=[A-Za-z0-9+/])")
_OUTSIDE = re.compile(rb"[^A-Za-z0-9+/]+")
_PROSE = re.compile(rb"[^\s]*[^A-Za-z0-9+/=\s][^\n]*|[A-Za-z]+ [A-Za-z]+[^\n]*")
_BEGIN = re.compile(rb"^begin(?:-base64)? [0-7]{3,4} ?([^\r\n]*)\r?\n", re.MULTILINE)
UU_NAMES = ("x-uuencode", "uuencode", "x-uue", "uue")


def decode_transfer(untrusted: bytes, encoding: str) -> tuple[bytes, Trouble | None]:
    """Undo a transfer encoding (RFC 2045 6); an unknown one counts as none, as its bytes are still evidence."""
    if encoding == "quoted-printable":
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
