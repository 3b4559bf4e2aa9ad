"""Persons in mail headers: address lists of RFC 5322 3.4 in, ``Name <address>`` out.

Junk is kept as a name, never raised, and no recipient is dropped: a comment or quote that never closes is read as text.
Linear in the length of the list; no recursion.
"""

from __future__ import annotations

import re

from triage.parsers.mail.headers import decoded

_SPECIAL = re.compile(r'["();:\\\[\]]|=\?|<[^<>]*[<,]')
_PLAIN = re.compile(r"[\x00-!#-'*-9?-Z^-~]*")
"""ASCII without the signs that mean something in a list of addresses."""
_SIMPLE = re.compile(r"([^<>]*+)<([^<>]++)>")
_TOKEN = re.compile(
    r'"((?:[^"\\]|\\.)*+)"|(=\?[^?\s]{1,80}\?[bBqQ]\?[^?]{0,4000}\?=)|(\[[^\[\]\s]*\])|(\\.)|([(),<>:;"\\])'
    r'|([^"(),<>:;\\\s=\[]+|=|\[)|(\s+)',
    re.DOTALL,
)
_UNQUOTE = re.compile(r"\\(.)", re.DOTALL)
_BRACKET = re.compile(r"\\.|[()]", re.DOTALL)
_COMMENT = re.compile(r"\(([^()]*)\)")
_GAP = re.compile(r"\s+(?=[.@])|(?<=[.@])\s+")
_SCHEMES = frozenset(("mailto", "smtp", "sip"))


def persons(untrusted_value: str) -> list[str]:
    """Return the persons of an unfolded address list in order, each as ``Name <address>``, ``address`` or ``Name``.

    Lists may be separated by commas or semicolons; the name of a group stands before its members as a name of its own.
    """
    if _PLAIN.fullmatch(untrusted_value):
        return [_closed(part) for part in map(str.strip, untrusted_value.split(",")) if part]
    if not _SPECIAL.search(untrusted_value):
        simple = _simple(untrusted_value)
        if simple is not None:
            return simple
    return _List(untrusted_value).read()


def person(untrusted_name: str, untrusted_address: str) -> str:
    """Return one person as ``Name <address>``, or what there is of both."""
    name = " ".join(untrusted_name.split())
    address = untrusted_address.strip()
    if not address or name == address or f"<{address}>" in name:
        return name
    return f"{name} <{address}>" if name else address


def _closed(address: str) -> str:
    """Return an address without the blanks that RFC 5322 4.4 allows at its dots; anything else as it stands."""
    if " " not in address and "\t" not in address:
        return address
    closed = _GAP.sub("", address) if "@" in address else address
    return address if " " in closed or "\t" in closed else closed


def _simple(value: str) -> list[str] | None:
    """Read a list without quotes, comments and groups, or return None where an entry is not of the usual shape."""
    found = []
    for part in map(str.strip, value.split(",")):
        match = _SIMPLE.fullmatch(part)
        if match:
            found.append(person(decoded(match[1].rstrip(" \t")), _closed(decoded(match[2]))))
        elif part and "<" not in part and ">" not in part:
            found.append(_closed(decoded(part)))
        elif part:
            return None
    return found


class _List:
    """The reading of one address list: what has been met of the current person, and the persons found."""

    def __init__(self, value: str) -> None:
        self._value = value
        self._found: list[str] = []
        self._words: list[str] = []
        self._comments: list[str] = []
        self._address: str | None = None
        self._group_at: int | None = None
        self._group_ended = False
        self._comments_close = True

    def read(self) -> list[str]:
        at, end = 0, len(self._value)
        while at < end:
            match = _TOKEN.match(self._value, at)
            if match is None:  # a lone backslash at the end
                break
            at = self._take(match)
        self._flush()
        return self._found

    def _take(self, match: re.Match[str]) -> int:
        """Take one token; return where the next one starts."""
        sign = match[5]
        if sign == "(":
            return self._comment(match.end())
        if sign == "<":
            return self._angle(match.end())
        if sign in (",", ";"):
            self._flush()
            self._group_ended = sign == ";" and self._group_at is not None
        elif sign == ":":
            self._group()
        elif match[1] is not None:  # a quoted string stands as it is where it is the local part of an address
            is_local = self._value[match.end() : match.end() + 1] == "@"
            self._words.append(match[0] if is_local else decoded(_UNQUOTE.sub(r"\1", match[1])))
        elif match[7]:
            self._words.append(" ")
        elif sign not in (">", '"'):
            self._words.append(match[4][1] if match[4] else match[0])
        return match.end()

    def _comment(self, at: int) -> int:
        depth, start = 1, at
        for match in _BRACKET.finditer(self._value, at) if self._comments_close else ():
            depth += {"(": 1, ")": -1}.get(match[0], 0)
            if depth == 0:
                self._comments.append(_UNQUOTE.sub(r"\1", self._value[start : match.start()]))
                return match.end()
        self._comments_close = False
        self._words.append("(")
        return start

    def _angle(self, at: int) -> int:
        """Read an address between angle brackets; one that never closes ends at the next comma."""
        if self._address is not None:
            self._flush()
        value = self._value
        close, comma = _first(value, ">", at), _first(value, ",", at)
        runs_on = comma < close and not value[at:comma].lstrip("< ").startswith("@") and "<" in value[comma:close]
        if runs_on or close == len(value):
            close = comma
        before, _, address = value[at:close].rpartition("<")
        if before.strip("< "):
            self._words.append(f" {before}")
        if address.startswith("@") and ":" in address:  # a source route, RFC 5322 4.4
            address = address.rpartition(":")[2]
        if "(" in address and "@" in address:
            self._comments += _COMMENT.findall(address)
            address = _COMMENT.sub("", address)
        self._address = _closed(decoded(address.strip()))
        return close + (value[close : close + 1] == ">")

    def _group(self) -> None:
        name = decoded("".join(self._words).strip())
        if name.lower() in _SCHEMES:
            self._words = []
        elif "@" in name or "=" in name:
            self._words.append(":")
        else:
            self._flush()
            self._group_at = len(self._found) - 1 if name else None

    def _flush(self) -> None:
        name = decoded("".join(self._words).strip())
        comment = decoded(" ".join(self._comments).strip())
        if self._group_ended and self._group_at is not None and not name and self._address is None:
            # What is said aside after a group is said of the group, and is nobody.
            self._found[self._group_at] += f" ({comment})" if comment else ""
            found = ""
        elif self._address is None and "@" in name:
            found = person(comment, _closed(name))
        else:  # a comment beside a name is a second one, or something said aside
            shown = f"{name} ({comment})" if name and comment else name or comment
            found = person(shown, self._address or "")
        if found:
            self._found.append(found)
        self._words, self._comments, self._address = [], [], None
        self._group_ended = False


def _first(value: str, sign: str, at: int) -> int:
    found = value.find(sign, at)
    return found if found >= 0 else len(value)
