"""Parameters of structured mail headers: Content-Type and Content-Disposition values in, names and text out.

RFC 2045 5.1 with the continuations and character sets of RFC 2231, and the habits of real writers: unquoted names with
blanks, encoded words in quotes, missing semicolons. Linear, never raises.
"""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import unquote_to_bytes

from triage.parsers.kit.charset import decode_text
from triage.parsers.mail.headers import decoded, raw, unfold

_PARAMETER = re.compile(
    r"(?:^|[;\s])([A-Za-z0-9!#$%&'*+.^_`|~-]+)[ \t]*=[ \t]*(?:\"((?:[^\"\\]|\\.)*+)\"|([^;]*))", re.DOTALL
)
_UNQUOTE = re.compile(r'\\(["\\])')


def read_value(untrusted_value: str) -> tuple[str, dict[str, str]]:
    """Take a folded raw value apart: what stands before the parameters, and these by their names in lower case."""
    return _short(untrusted_value) if len(untrusted_value) < 300 else _read(untrusted_value)


def _read(untrusted_value: str) -> tuple[str, dict[str, str]]:
    value = unfold(untrusted_value)
    main = re.split(r"[\s;]", value, maxsplit=1)[0].lower()
    rest = value[len(main) :] if "=" not in main else value
    plain: dict[str, str] = {}
    pieces: dict[str, dict[int, tuple[bool, str]]] = {}
    for found in _PARAMETER.finditer(rest):
        name = found[1].lower()
        if found[2] is not None:
            text = _UNQUOTE.sub(r"\1", found[2])
        else:  # without quotes names of files may hold blanks against the rule, others end at one
            text = found[3].strip().strip('"')
            text = text if name.startswith(("name", "filename")) else text.partition(" ")[0]
        base, star, number = name.partition("*")
        if star:
            number, encoded, _ = number.partition("*")
            order = int(number) if number.isascii() and number.isdigit() and len(number) < 9 else 0
            pieces.setdefault(base, {}).setdefault(order, (bool(encoded) or not number, text))
        else:
            plain.setdefault(name, text)
    result = {name: decoded(text) for name, text in plain.items()}
    result.update((name, _joined(parts)) for name, parts in pieces.items())
    return "" if "=" in main else main, result


_short = lru_cache(maxsize=512)(_read)


def _joined(parts: dict[int, tuple[bool, str]]) -> str:
    """Join the continuations of one parameter (RFC 2231 3 and 4)."""
    charset: str | None = None
    data = bytearray()
    first = min(parts)
    for order, (encoded, text) in sorted(parts.items()):
        if encoded and order == first and text.count("'") >= 2:
            charset, _, text = text.split("'", 2)
        data += unquote_to_bytes(raw(text)) if encoded else raw(text)
    return decoded(decode_text(bytes(data), charset or None)[0])
