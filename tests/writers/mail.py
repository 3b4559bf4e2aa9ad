"""Mail as written by hand: RFC 5322 messages and the encodings of RFC 2045 to 2047, the same bytes every time.

The standard library's writer isn't used because its folding differs between Python versions.
"""

from __future__ import annotations

import base64


def encoded_word(text: str, charset: str = "utf-8") -> str:
    """Return text for a header: as it is if ASCII, else as base64 encoded words of at most 75 letters (RFC 2047)."""
    if text.isascii():
        return text
    words, chunk = [], ""
    for character in text + "\0":
        if character == "\0" or len((chunk + character).encode(charset)) > 42:
            words.append(f"=?{charset}?B?{base64.b64encode(chunk.encode(charset)).decode()}?=")
            chunk = ""
        chunk += character
    return "\r\n ".join(words)


def base64_lines(data: bytes) -> str:
    """Return data in base64, in lines of 76 characters (RFC 2045 6.8)."""
    text = base64.b64encode(data).decode()
    return "\r\n".join(text[i : i + 76] for i in range(0, len(text), 76))


def part(kind: str, body: str, *more: str) -> str:
    """Return a part with its header block (RFC 2046 5.1)."""
    return "\r\n".join((f"Content-Type: {kind}", *more)) + f"\r\n\r\n{body}\r\n"


def attached(data: bytes, kind: str, name: str = "") -> str:
    """Return a part in base64, with a name if it is an attachment (RFC 2183)."""
    more = ["Content-Transfer-Encoding: base64"]
    if name:
        more.append(f'Content-Disposition: attachment; filename="{name}"')
    return part(kind, base64_lines(data), *more)


def joined(boundary: str, *parts: str) -> str:
    """Return the parts between their boundaries (RFC 2046 5.1.1)."""
    return "".join(f"--{boundary}\r\n{p}" for p in parts) + f"--{boundary}--\r\n"
