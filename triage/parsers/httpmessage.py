"""What an HTTP message carries (floor 2): its head apart, the body in one piece and unpacked. Nothing is fetched.

RFC 9110 and 9112. Archives of the web keep messages as they were sent, and some undo a coding but leave its name.
"""

from __future__ import annotations

import re

from triage.model import Trouble
from triage.parsers.compressed import pieces
from triage.parsers.unpacking import Budget, shown

TOP = 256 << 10
"""How many bytes a head may take."""

BLANK = re.compile(rb"\r?\n\r?\n")
_FIELD = re.compile(rb"^([!-9;-~]{1,80})[ \t]*:[ \t]*((?:[^\r\n]|\r?\n[ \t])*)", re.MULTILINE)
_SIZE = re.compile(rb"[ \t]*([0-9A-Fa-f]{1,8})[ \t]*(?:;[^\r\n]{0,200})?\r?\n")
_KINDS = {
    "gzip": "gzip", "x-gzip": "gzip", "deflate": "zlib", "zstd": "zstd", "br": "brotli", "compress": "compress",
    "x-compress": "compress",
}  # fmt: skip
_STARTS = {"gzip": b"\x1f\x8b", "zstd": b"\x28\xb5\x2f\xfd", "compress": b"\x1f\x9d"}


def fields(head: bytes) -> dict[str, str]:
    """Return the fields of a head by their names in lower case, the first of each name."""
    found = ((name.decode("ascii").lower(), value) for name, value in reversed(_FIELD.findall(head)))
    return {name: " ".join(value.decode("utf-8", "replace").split()) for name, value in found}


def content(
    body: bytes, head: dict[str, str], untrusted_name: str, budget: Budget
) -> tuple[bytes | None, Trouble | None]:
    """Return a body as it was before it was sent, None where a limit forbids it, and what went wrong on the way."""
    if "chunked" in head.get("transfer-encoding", "").lower():
        body = _joined(body)
    coding = head.get("content-encoding", "").lower()
    if not body or coding in ("", "identity"):
        return body, None
    kind = _KINDS.get(coding)
    if kind is None:
        sentence = f"{shown(untrusted_name)} is packed by {coding[:40]!r}, which can't be unpacked; it was kept packed."
        return body, Trouble("unsupported", sentence)
    if not body.startswith(_STARTS.get(kind, b"")):
        return body, None
    if kind == "zlib" and int.from_bytes(body[:2], "big") % 31:
        kind = "deflate"  # without the head of RFC 1950 that is asked for, as some servers send it
    done = budget.collect(pieces(body, kind), len(body), untrusted_name)
    return done.data, done.trouble


def _joined(body: bytes) -> bytes:
    """Join the chunks of a body (RFC 9112 7.1); one that isn't in chunks any more is kept as it is."""
    parts: list[bytes] = []
    at = 0
    while (size := _SIZE.match(body, at)) is not None:
        end = size.end() + int(size[1], 16)
        if end == size.end():
            return b"".join(parts)
        if end < len(body) and body[end] not in b"\r\n":
            break
        parts.append(body[size.end() : end])
        at = end + (2 if body[end : end + 2] == b"\r\n" else 1)
    return b"".join((*parts, body[at:])) if parts else body
