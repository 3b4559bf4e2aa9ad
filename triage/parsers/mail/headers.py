"""Mail header blocks: bytes in; names, decoded values and parameters out. Junk is kept, never raised; every loop is
linear. Parameters are those of RFC 2045 5.1 and RFC 2231, and writers' habits: unquoted names with blanks, encoded
words in quotes, missing semicolons.
"""

from __future__ import annotations

import re
from binascii import Error as BinasciiError
from binascii import a2b_base64, a2b_qp
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import unquote_to_bytes

from triage.model.items import IDENTIFIERS, NAMED_ONLY, TRANSPORT, Segment
from triage.parsers.kit.charset import decode_text
from triage.parsers.kit.texts import name_set

_ENVELOPE = "From "
"""How the envelope line of an mbox ("From address date") begins; it is no field, so in a block it has no name."""


WELL_KNOWN = name_set(
    "from to cc bcc subject date message-id received mime-version content-type content-transfer-encoding "
    "return-path reply-to sender in-reply-to references delivered-to content-disposition content-id "
    "content-description resent-from resent-to resent-date newsgroups x-mailer x-original-to x-gmail-labels "
    "dkim-signature thread-topic return-receipt-to disposition-notification-to list-id apparently-to "
    "envelope-to x-unsent status x-status"
)
ORIGINS = {
    **dict.fromkeys(("message-id", "in-reply-to", "references"), IDENTIFIERS),
    **dict.fromkeys(("received", "date", "mime-version", "content-type"), TRANSPORT),
    **dict.fromkeys(("content-transfer-encoding", "content-disposition"), TRANSPORT),
    **dict.fromkeys(("dkim-signature", "domainkey-signature", "x-google-dkim-signature"), TRANSPORT),
    **dict.fromkeys(("arc-seal", "arc-message-signature", "arc-authentication-results"), TRANSPORT),
}
"""Origins of the lines of some header fields, by name in lower case; those of the others are ``headers``."""

_NAMING = name_set("content-type content-transfer-encoding content-disposition")
"""Those that may hold the name of a file."""

_HEADER = re.compile(r"^([!-9;-~]++[ \t]*+):(.*+(?:\n[ \t].*+)*+)", re.MULTILINE)
_LINE = re.compile(rb"([!-9;-~]+)[ \t]*:")
_FOLD = re.compile(r"\n[ \t]*")
_WORD = re.compile(r"=\?([^?\s]{0,80})\?([bBqQ])\?([^?]*+(?:\?(?!=)[^?]*+)*+)\?=")
_PARAMETER = re.compile(
    r"(?:^|[;\s])([A-Za-z0-9!#$%&'*+.^_`|~-]+)[ \t]*=[ \t]*(?:\"((?:[^\"\\]|\\.)*+)\"|([^;]*))", re.DOTALL
)
_FILE_NAME = re.compile(
    r"""(?<![;\s])[;\s]++(?:file)?name(?:\*[\d*]*)?\s*=\s*(?:"(?:[^"\\]|\\.)*+"|[^;"]*)""", re.IGNORECASE
)
_UNQUOTE = re.compile(r'\\(["\\])')
_ASIDE = r"(?:\s*+\([^()]*+\))*+\s*+"
_TYPE = re.compile(rf"^{_ASIDE}([^\s;/()=]++){_ASIDE}/{_ASIDE}(?=[^\s;/()=])")
"""A type before its subtype, with the comments that RFC 2045 5.1 allows."""

_COMMENT = re.compile(r"\([^()]*+\)")
_DEEPEST_COMMENT = 20
_NOT_BASE64 = re.compile(rb"[^A-Za-z0-9+/]+")


class Block(NamedTuple):
    """A header block: (name, raw value) pairs as written, and where in the data the body starts."""

    pairs: list[tuple[str, str]]
    body: int


class HeaderLines(dict[str, list[str]]):
    """Header fields as "Name: value" lines by origin, without names of attachments, which may be sealed apart."""

    def put(self, key: str, name: str, value: str) -> None:
        """Keep a field's line, or a value without a name; ``key`` is the name in lower case, no blanks at its end."""
        if key in _NAMING:
            value = _FILE_NAME.sub("", value)
        self.setdefault(ORIGINS.get(key, "headers"), []).append(f"{name}: {value}" if name else value)

    def segments(self) -> list[Segment]:
        return [Segment(origin, "\n".join(self[origin])) for origin in ("headers", *NAMED_ONLY) if origin in self]


def read_block(untrusted: bytes, start: int, end: int) -> Block:
    """Read the header block at ``start`` (RFC 5322 2.2 and 4.5), however mails break it: an envelope line on top, no
    blank line before the body, bare CR, stray lines. Undecodable bytes are lone surrogates until ``decoded``.
    """
    if untrusted[start : start + 1] in (b"\n", b"\r"):
        return Block([], start + (2 if untrusted[start : start + 2] == b"\r\n" else 1))
    stop, body = _blank_line(untrusted, start, end)
    head = untrusted[start:stop]
    text = head.decode("utf-8", "surrogateescape")
    if "\0" in text:
        text = text.replace("\0", "")
    if "\r" in text:
        text = text.replace("\r\r\n", "\n").replace("\r\n", "\n")
        text = text.replace("\r", " " if "\n" in text else "\n")
    text = text.removesuffix("\n")
    pairs = _HEADER.findall(text)
    if sum([len(name) + len(value) + 2 for name, value in pairs]) == len(text) + 1:
        return Block(pairs, body)
    return _read_lines(head, start, body)


def _blank_line(data: bytes, start: int, end: int) -> tuple[int, int]:
    plain = data.find(b"\n\n", start, end)
    crlf = data.find(b"\n\r\n", start, plain if plain >= 0 else end)
    if crlf >= 0:
        return crlf, crlf + 3
    if plain >= 0:
        return plain, plain + 2
    old = data.find(b"\r\r", start, end)
    return (old, old + 2) if old >= 0 else (end, end)


def _read_lines(head: bytes, start: int, body: int) -> Block:
    # The first line that is no header ends the block, unless known headers follow.
    lines = head.splitlines(keepends=True)
    last = max((at for at, line in enumerate(lines) if _is_known(line)), default=-1)
    fields: list[tuple[str, list[str]]] = []
    offset = start
    for at, raw_line in enumerate(lines):
        line = raw_line.replace(b"\0", b"")
        text = line.decode("utf-8", "surrogateescape").rstrip("\r\n")
        name, colon, value = text.partition(":")
        if colon and _LINE.match(line):
            fields.append((name, [value]))
        elif fields and (text[:1] in (" ", "\t") or at < last):
            # A stray line is most likely the rest of a line that was broken wrongly.
            fields[-1][1].append(text if text[:1] in (" ", "\t") else f" {text}")
        elif not fields and text.lstrip(">").startswith(_ENVELOPE):
            fields.append(("", [text.lstrip(">")]))
        elif at < last:
            fields.append(("", [text]))
        else:
            body = offset
            break
        offset += len(raw_line)
    return Block([(name, "\n".join(parts)) for name, parts in fields], body)


def _is_known(line: bytes) -> bool:
    match = _LINE.match(line)
    return match is not None and match[1].decode("ascii").lower() in WELL_KNOWN


def unfold(untrusted_value: str) -> str:
    """Return the value on one line, without blanks at its ends."""
    if "\n" in untrusted_value:
        untrusted_value = _FOLD.sub(" ", untrusted_value)
    return untrusted_value.strip()


def decoded(untrusted_value: str) -> str:
    """Return an unfolded value as text: encoded words (RFC 2047) decoded, bytes of no stated character set guessed."""
    if "=?" in untrusted_value:
        untrusted_value = _words(untrusted_value)
    if untrusted_value.isascii() and "\x1b" not in untrusted_value:
        return untrusted_value
    return raw_bytes_decoded(untrusted_value)


def raw_bytes_decoded(untrusted_value: str) -> str:
    """Return the value without lone surrogates: the bytes they stand for are read in a guessed character set."""
    needs_decoding = "\x1b" in untrusted_value or is_raw(untrusted_value)
    return decode_text(raw(untrusted_value), None)[0] if needs_decoding else untrusted_value


def is_raw(untrusted_value: str) -> bool:
    """Whether the value holds bytes that are neither ASCII nor UTF-8, so that its text rests on a guess."""
    try:
        untrusted_value.encode()
    except UnicodeEncodeError:
        return True
    return False


def raw(untrusted_value: str) -> bytes:
    return untrusted_value.encode("utf-8", "surrogateescape")


def _words(value: str) -> str:
    # Neighbours of one set are joined first, as writers split letters.
    head, mark, tail = value.rpartition("?=")  # no word ends behind the last mark, so none is looked for there
    first, *words = _WORD.split(head + mark)
    if not words:
        return raw_bytes_decoded(value)
    tail, words[-1] = words[-1] + tail, ""
    out, pending, charset = [raw_bytes_decoded(first)], bytearray(), ""
    for named, kind, text, behind in zip(*[iter(words)] * 4, strict=True):
        name = named.partition("*")[0].lower()
        if pending and name != charset:
            out.append(_decode_pending(pending, charset))
        pending += _word_bytes(kind, text)
        charset = name
        if behind and not behind.isspace():
            out += _decode_pending(pending, charset), raw_bytes_decoded(behind)
    return "".join((*out, _decode_pending(pending, charset), raw_bytes_decoded(tail)))


def _decode_pending(pending: bytearray, charset: str) -> str:
    text = decode_text(bytes(pending), charset or None)[0]
    pending.clear()
    return text


def _word_bytes(kind: str, text: str) -> bytes:
    data = raw(text)
    if kind in "qQ":
        return a2b_qp(data, header=True)
    data = _NOT_BASE64.sub(b"", data)
    try:
        return a2b_base64(data + b"=" * (-len(data) % 4))
    except BinasciiError:
        return a2b_base64(data[:-1])


def uncommented(untrusted_value: str) -> str:
    """Return an unfolded value without the comments (RFC 5322 3.2.2) in it, and without blanks at its ends."""
    for _ in range(_DEEPEST_COMMENT if "(" in untrusted_value else 0):  # from the innermost out
        untrusted_value = _COMMENT.sub(" ", untrusted_value)
    return untrusted_value.strip()


def read_value(untrusted_value: str) -> tuple[str, dict[str, str]]:
    """Take a folded raw value apart: what stands before the parameters, and these by their names in lower case."""
    return _short(untrusted_value) if len(untrusted_value) < 300 else _read(untrusted_value)


def _read(untrusted_value: str) -> tuple[str, dict[str, str]]:
    value = _TYPE.sub(r"\1/", unfold(untrusted_value))
    main = re.split(r"[\s;]", value, maxsplit=1)[0].lower()
    rest = value[len(main) :] if "=" not in main else value
    plain: dict[str, str] = {}
    pieces: dict[str, dict[int, tuple[bool, str]]] = {}
    for match in _PARAMETER.finditer(rest):
        name = match[1].lower()
        if match[2] is not None:
            text = _UNQUOTE.sub(r"\1", match[2])
        else:  # without quotes names of files may hold blanks against the rule, others end at one
            text = match[3].strip().strip('"')
            text = uncommented(text) if name == "charset" else text
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


# Address lists (RFC 5322 3.4), read in linear time. Junk is kept as a name, and no recipient is dropped: a comment or
# quote that never closes is text.

_SPECIAL = re.compile(r'["();:\\\[\]]|=\?|<[^<>]*[<,]')
_PLAIN = re.compile(r"[\x00-!#-'*-9?-Z^-~]*")
"""ASCII without the signs that mean something in a list of addresses."""
_SIMPLE = re.compile(r"([^<>]*+)<([^<>]++)>")
_TOKEN = re.compile(
    r'"((?:[^"\\]|\\.)*+)"|(=\?[^?\s]{1,80}\?[bBqQ]\?[^?]{0,4000}\?=)|(\[[^\[\]\s]*\])|(\\.)|([(),<>:;"\\])'
    r'|([^"(),<>:;\\\s=\[]+|=|\[)|(\s+)',
    re.DOTALL,
)
_QUOTED_PAIR = re.compile(r"\\(.)", re.DOTALL)
_BRACKET = re.compile(r"\\.|[()]", re.DOTALL)
_ADDRESS_COMMENT = re.compile(r"\(([^()]*)\)")
_GAP = re.compile(r"\s+(?=[.@])|(?<=[.@])\s+")
_SCHEMES = frozenset(("mailto", "smtp", "sip"))


def persons(untrusted_value: str) -> list[str]:
    """Return the persons in an unfolded address list as ``Name <address>`` or either; groups' names precede members."""
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
    people = []
    for part in map(str.strip, value.split(",")):
        match = _SIMPLE.fullmatch(part)
        if match:
            people.append(person(decoded(match[1].rstrip(" \t")), _closed(decoded(match[2]))))
        elif part and "<" not in part and ">" not in part:
            people.append(_closed(decoded(part)))
        elif part:
            return None
    return people


class _List:
    """The reading of one address list: what has been met of the current person, and the persons found."""

    def __init__(self, value: str) -> None:
        self._value = value
        self._people: list[str] = []
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
            at = self._read_token(match)
        self._flush()
        return self._people

    def _read_token(self, match: re.Match[str]) -> int:
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
            self._words.append(match[0] if is_local else decoded(_QUOTED_PAIR.sub(r"\1", match[1])))
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
                self._comments.append(_QUOTED_PAIR.sub(r"\1", self._value[start : match.start()]))
                return match.end()
        self._comments_close = False
        self._words.append("(")
        return start

    def _angle(self, at: int) -> int:
        # An address that never closes ends at the next comma.
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
            self._comments += _ADDRESS_COMMENT.findall(address)
            address = _ADDRESS_COMMENT.sub("", address)
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
            self._group_at = len(self._people) - 1 if name else None

    def _flush(self) -> None:
        name = decoded("".join(self._words).strip())
        comment = decoded(" ".join(self._comments).strip())
        if self._group_ended and self._group_at is not None and not name and self._address is None:
            # What is said aside after a group is said of the group, and is nobody.
            self._people[self._group_at] += f" ({comment})" if comment else ""
            entry = ""
        elif self._address is None and "@" in name:
            entry = person(comment, _closed(name))
        else:  # a comment beside a name is a second one, or something said aside
            shown = f"{name} ({comment})" if name and comment else name or comment
            entry = person(shown, self._address or "")
        if entry:
            self._people.append(entry)
        self._words, self._comments, self._address = [], [], None
        self._group_ended = False


def _first(value: str, sign: str, at: int) -> int:
    offset = value.find(sign, at)
    return offset if offset >= 0 else len(value)
