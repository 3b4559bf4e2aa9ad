"""How a PDF writes its values: dictionaries, arrays, strings, names and references; ISO 32000-1, 7.3.

Bytes in, plain Python values out. It opens no document, follows no reference and unpacks no stream; what is written
wrongly is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple, TypeAlias


class Ref(NamedTuple):
    """A reference to another object (7.3.10)."""

    number: int


Value: TypeAlias = dict[str, "Value"] | list["Value"] | bytes | str | Ref
"""A value: strings are bytes, names text with their slash, numbers and keywords the text that stands there."""

_TOKEN = re.compile(
    rb"(?:[\s\0]|%[^\r\n]*)*+(?:(<<|>>|\[|\])|(\d{1,10})[\s\0]{1,8}\d{1,5}[\s\0]{1,8}R\b|(\()|<([^<>]*)>"
    rb"|(/?[^\s\0()<>\[\]{}/%]+|/)|.)",
    re.DOTALL,
)
_NUMBERED = re.compile(rb"#([0-9A-Fa-f]{2})")
_BRACKET = re.compile(rb"\\.|[()]", re.DOTALL)
_ESCAPE = re.compile(rb"\\(?:([0-7]{1,3})|(\r\n|.))", re.DOTALL)
_MEANING = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"\n": b"", b"\r": b"", b"\r\n": b""}
_DOC_ENCODING = {
    **dict(zip(range(0x18, 0x20), "˘ˇˆ˙˝˛˚˜", strict=True)),
    **dict(zip(range(0x80, 0x9F), "•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž", strict=True)),
    0xA0: "€",
}
_MOST_TOKENS, _DEEPEST = 1_000_000, 200


def value(untrusted_data: bytes) -> Value:
    """Return the first value that is written here, "" where there is none; what is left open ends with the bytes."""
    open_ones: list[list[Value]] = [[]]
    for found in _tokens(untrusted_data):
        if found in ("<<", "["):
            open_ones.append([])
        elif found in (">>", "]"):
            held = open_ones.pop()
            if not open_ones:
                return ""
            open_ones[-1].append(_dictionary(held) if found == ">>" else held)
        else:
            open_ones[-1].append(found)
        if len(open_ones) == 1 and open_ones[0]:
            return open_ones[0][0]
        if len(open_ones) > _DEEPEST:
            break
    return ""


def _tokens(untrusted_data: bytes) -> Iterator[Value]:
    """Yield strings, references and words in their order; brackets are words."""
    at = 0
    for _ in range(_MOST_TOKENS):
        match = _TOKEN.match(untrusted_data, at)
        if match is None:
            return
        at = match.end()
        if match[1]:
            yield match[1].decode("ascii")
        elif match[2]:
            yield Ref(int(match[2]))
        elif match[3]:
            start, at = at, _string_end(untrusted_data, at)
            yield unescaped(untrusted_data[start : at - 1])
        elif match[4] is not None:
            digits = re.sub(rb"[^0-9A-Fa-f]", b"", match[4])
            yield bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))
        elif match[5]:
            yield name_text(match[5])


def _string_end(untrusted_data: bytes, at: int) -> int:
    """Return where a string ends whose first bracket stands before ``at``; brackets in it come in pairs (7.3.4.2)."""
    depth = 1
    for match in _BRACKET.finditer(untrusted_data, at):
        depth += {b"(": 1, b")": -1}.get(match[0], 0)
        if not depth:
            return match.end()
    return len(untrusted_data) + 1


def dictionaries(held: Value) -> Iterator[dict[str, Value]]:
    """Yield the dictionaries in a value, at any depth."""
    waiting = [held]
    while waiting:
        held = waiting.pop()
        if isinstance(held, dict):
            yield held
            waiting += held.values()
        elif isinstance(held, list):
            waiting += held


def _dictionary(held: list[Value]) -> dict[str, Value]:
    pairs = zip(held[::2], held[1::2], strict=False)
    return {key: entry for key, entry in pairs if isinstance(key, str)}


def name_text(written: bytes) -> str:
    """Return a name; any of its letters may be written as its number (7.3.5)."""
    return _NUMBERED.sub(lambda m: bytes([int(m[1], 16)]), written).decode("latin-1")


def unescaped(written: bytes) -> bytes:
    """Return what a literal string says (7.3.4.2)."""
    if b"\\" not in written:
        return written
    return _ESCAPE.sub(lambda m: bytes([int(m[1], 8) & 255]) if m[1] else _MEANING.get(m[2], m[2]), written)


def text(string: bytes) -> str:
    """Return a text string (7.9.2.2): UTF-16 or UTF-8 behind their marks, PDFDocEncoding (Annex D.3) otherwise."""
    if string[:2] in (b"\xfe\xff", b"\xff\xfe"):
        return string.decode("utf-16", "replace")
    if string[:3] == b"\xef\xbb\xbf":
        return string[3:].decode("utf-8", "replace")
    return string.decode("latin-1").translate(_DOC_ENCODING)
