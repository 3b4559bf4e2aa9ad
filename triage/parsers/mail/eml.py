"""One mail message as text: RFC 5322 header fields and MIME content, as .eml files and Maildir hold them.

The bulk of every case is read here, so the plain case is quick; junk is kept and never raised. Nothing is judged: the
date stays as written, addresses stay as written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from hashlib import sha256
from itertools import chain, islice
from urllib.parse import unquote

from triage.messages import say
from triage.model.items import TRANSPORT, Child, Extract, Segment, Trouble
from triage.model.messages import Message
from triage.parsers.kit.charset import cut_uuencoded, decode_text, decode_transfer, wide_codec
from triage.parsers.kit.contract import Context, Data, Gathered, Probe
from triage.parsers.kit.html_text import flat_segments, html_segments, stated_charset
from triage.parsers.kit.texts import PlainerReading, name_set
from triage.parsers.mail import headers
from triage.parsers.mail.headers import (
    Block,
    HeaderLines,
    decoded,
    persons,
    read_block,
    read_value,
    uncommented,
    unfold,
)
from triage.parsers.mail.smime import SMIME_TYPES, is_encrypted, is_entity, is_smime, signed_content
from triage.parsers.text.plain import as_written

# The tree of a message (RFC 2046 5.1), in one pass over the lines that begin with two dashes: linear whatever its
# nesting. Damaged messages keep all their bytes in some part or in ``hidden``.

_DASHES = re.compile(rb"(--[^\r\n]*)(?:\r{0,2}\n|\r)?")
"""At a line's start or not: what begins with a sign is found the fastest."""

_FIRST = re.compile(rb"^(--[^\s][^\r\n]*)\r?\nContent-[A-Za-z-]+:", re.MULTILINE | re.IGNORECASE)
_BLOCK_END = re.compile(rb"^--[^\r\n]*|\n\r?\n|\r\r", re.MULTILINE)
_NEWLINE = ord("\n")
_MOST_GUESSES = 50


@dataclass(slots=True)
class MimePart:
    """One part of a message; the first of the list is the message itself. ``start`` to ``end`` is its encoded body,
    ``pairs`` are raw; ``parent`` is the index of the part that holds it and ``alternative`` of the innermost
    multipart/alternative around it, or -1.
    """

    pairs: list[tuple[str, str]]
    type: str
    parameters: dict[str, str]
    encoding: str
    disposition: str
    name: str | None
    start: int
    end: int
    parent: int
    alternative: int
    multipart: bool


@dataclass(slots=True)
class Tree:
    """The parts of a message in order, what stands between them unseen by readers, and what is wrong."""

    parts: list[MimePart]
    hidden: list[bytes] = field(default_factory=list)
    troubles: list[Trouble] = field(default_factory=list)


def _read_part(
    block: Block, end: int, default: str = "text/plain", parent: int = -1, alternative: int = -1
) -> MimePart:
    fields: dict[str, str] = {}
    for name, value in block.pairs:
        if name[:1] in "cC" and name[:8].lower() == "content-":
            fields.setdefault(name.rstrip().lower(), value)
    type_, parameters = read_value(fields["content-type"]) if "content-type" in fields else (default, {})
    name_, shown = parameters.get("name"), ""
    if "content-disposition" in fields:
        shown, more = read_value(fields["content-disposition"])
        name_ = more.get("filename") or more.get("name") or name_
    return MimePart(
        pairs=block.pairs,
        type=type_ if "/" in type_ else _whole_type(type_, default, bool(name_)),
        parameters=parameters,
        encoding=uncommented(fields.get("content-transfer-encoding", "").partition(";")[0]).strip("\"'").lower(),
        disposition=shown,
        name=name_ or None,
        start=block.body,
        end=end,
        parent=parent,
        alternative=alternative,
        multipart=type_.startswith("multipart"),
    )


def _whole_type(untrusted_type: str, default: str, named: bool) -> str:
    # Old mails say "Content-Type: text".
    if untrusted_type == "multipart":
        return "multipart/mixed"
    if untrusted_type == "text":
        return "text/plain"
    return "application/octet-stream" if named and untrusted_type else default


def read_tree(untrusted: bytes) -> Tree:
    return tree_of(untrusted, read_block(untrusted, 0, len(untrusted)))


def tree_of(untrusted: bytes, block: Block) -> Tree:
    """Read the message whose header block has been read already."""
    root = _read_part(block, len(untrusted))
    tree = Tree([root])
    if root.multipart:
        _Splitter(untrusted, tree).read()
    return tree


class _Splitter:
    """One pass over a multipart message. ``_open`` holds (delimiter, index of its part) from the outermost in,
    ``_levels`` where a delimiter stands in it. Without a ``_leaf`` the bytes are preamble or epilogue.
    """

    def __init__(self, data: bytes, tree: Tree) -> None:
        self._data = data
        self._tree = tree
        self._open: list[tuple[bytes, int]] = []
        self._levels: dict[bytes, int] = {}
        self._closed: dict[bytes, int] = {}
        self._leaf: MimePart | None = None
        self._in_preamble = False
        self._since = 0
        self._guesses = 0

    def read(self) -> None:
        data = self._data
        self._enter(0)
        skip = self._since
        for match in _DASHES.finditer(data, skip):
            begin = match.start()
            if begin < skip or (begin and data[begin - 1] != _NEWLINE):
                continue
            delimiter = self._level(match[1]) or self._reopened(match[1])
            if delimiter is None:
                continue
            level, closing = delimiter
            # The line break before a delimiter belongs to it (RFC 2046 5.1.1).
            width = 2 if data[begin - 2 : begin] == b"\r\n" else int(data[begin - 1 : begin] in (b"\n", b"\r"))
            self._end_bytes(max(self._since, begin - width), level, closing)
            self._close(level if closing else level + 1)
            self._since = match.end()
            if not closing:
                self._begin()
                skip = self._since
        self._finish()

    def _level(self, line: bytes) -> tuple[int, bool] | None:
        """Return the place of the open multipart that the line delimits, and whether the line closes it."""
        line = line.rstrip(b" \t")
        level = self._levels.get(line)
        if level is not None:
            return level, False
        level = self._levels.get(line[:-2]) if line.endswith(b"--") else None
        return None if level is None else (level, True)

    def _reopened(self, line: bytes) -> tuple[int, bool] | None:
        # An inner multipart had the same boundary, and one more part of the outer one follows.
        line = line.rstrip(b" \t")
        if self._leaf is not None or self._in_preamble or line not in self._closed:
            return None
        self._levels[line] = len(self._open)
        self._open.append((line, self._closed.pop(line)))
        return self._levels[line], False

    def _enter(self, index: int) -> None:
        part = self._tree.parts[index]
        boundary = part.parameters.get("boundary", "").encode("utf-8", "replace").rstrip()
        delimiter: bytes | None = b"--" + boundary
        self._since, self._leaf, self._in_preamble = part.start, None, True
        # Where many were missing, no other is looked for (linear time).
        lacks = self._guesses <= _MOST_GUESSES and self._data.find(b"--" + boundary, part.start) < 0
        if not boundary or lacks:
            delimiter = self._guess(part.start) or (delimiter if boundary else None)
        if delimiter is None:
            self._leaf = part
            self._as_text(part)
            return
        # Where an outer multipart has the same boundary, the outer one gets the parts.
        self._levels.setdefault(delimiter, len(self._open))
        self._open.append((delimiter, index))

    def _guess(self, start: int) -> bytes | None:
        # A delimiter that isn't stated: a line of dashes, followed by a part's header.
        self._guesses += 1
        match = _FIRST.search(self._data, start) if self._guesses <= _MOST_GUESSES else None
        delimiter = match[1].rstrip() if match else None
        return None if delimiter in self._levels else delimiter

    def _as_text(self, part: MimePart, report: bool = True) -> None:
        part.multipart = False
        part.type = "text/plain"
        if report:
            self._tree.troubles.append(Trouble("damaged", say("parts-not-there")))

    def _begin(self) -> None:
        block = self._block()
        holder = self._open[-1][1]
        parent = self._tree.parts[holder]
        default = "message/rfc822" if parent.type == "multipart/digest" else "text/plain"
        alternative = holder if parent.type == "multipart/alternative" else parent.alternative
        part = _read_part(block, len(self._data), default, holder, alternative)
        self._tree.parts.append(part)
        if part.multipart:
            self._enter(len(self._tree.parts) - 1)
        else:
            self._leaf, self._since = part, part.start

    def _block(self) -> Block:
        # A delimiter ends the header block even without a blank line.
        for match in _BLOCK_END.finditer(self._data, self._since):
            if match[0][:1] != b"-":
                return read_block(self._data, self._since, match.end())
            if self._level(match[0]) is not None:
                return read_block(self._data, self._since, match.start())
        return read_block(self._data, self._since, len(self._data))

    def _end_bytes(self, end: int, level: int, closing: bool) -> None:
        if self._leaf is not None:
            self._leaf.end = max(self._leaf.start, end)
        elif self._in_preamble and (closing or level != len(self._open) - 1):
            part = self._tree.parts[self._open[-1][1]]
            part.end = end
            self._as_text(part, report=bool(self._data[part.start : end].strip()))
        else:
            piece = self._data[self._since : end]
            if piece.strip():
                self._tree.hidden.append(piece)
        self._leaf, self._in_preamble = None, False

    def _close(self, keep: int) -> None:
        while len(self._open) > keep:
            delimiter, index = self._open.pop()
            self._closed[delimiter] = index
            if self._levels.get(delimiter) == len(self._open):
                del self._levels[delimiter]

    def _finish(self) -> None:
        unclosed = any(
            self._tree.parts[index].multipart for _, index in self._open[: -1 if self._in_preamble else None]
        )
        self._end_bytes(len(self._data), -1, False)
        if unclosed:
            self._tree.troubles.append(Trouble("truncated", say("boundary-unclosed")))


# The content: what is the mail's text, what is another rendering of it, and what is an attachment.

_OWN_READERS = name_set(
    "text/calendar text/x-vcalendar text/vcard text/x-vcard text/directory text/rtf text/csv text/xml "
    "text/rfc822-headers"
)
_REPORTS = name_set(
    "message/delivery-status message/disposition-notification message/feedback-report message/partial "
    "message/global-delivery-status message/global-disposition-notification message/tracking-status"
)
_MESSAGES = name_set("message/rfc822 message/news message/global message/rfc822-headers text/rfc822-headers")
_HTML = frozenset(("text/html", "text/x-amp-html", "text/watch-html", "text/xhtml", "application/xhtml+xml"))
_CODE = name_set("text/css text/javascript text/x-javascript text/ecmascript text/vbscript")
_ENRICHED = frozenset(("text/enriched", "text/richtext"))
_PGP = "-----BEGIN PGP MESSAGE-----"
_SETTING = re.compile("</?param>", re.IGNORECASE)
_TAG = re.compile(r"<(/?[A-Za-z-]{1,40})>")
_OF_FILES = ("content-type", "content-disposition")
_DEEPEST_SIGNED = 5
_SECRET = ("enveloped-data", "authenveloped-data")
"""What a part says of itself (RFC 8551 3.2.2), believed where its content can't be asked."""


class Content:
    """What the body of one mail holds: ``segments`` in reading order, ``troubles`` (some twice), and ``children()``.
    ``written`` are its texts as written, ``attached`` what the children are made of; ``lines`` get the parts' fields.
    """

    def __init__(self, lines: HeaderLines) -> None:
        self.segments: list[Segment] = []
        self.troubles: list[Trouble] = []
        self.written: list[str] = []
        self._lines = lines
        self._decoded: list[tuple[MimePart, str]] = []
        self._html: list[tuple[str, bool]] = []
        self._pages: list[Segment] = []
        self._hidden: list[Segment] = []
        self.attached: list[Child | tuple[bytes, MimePart]] = []

    def read(self, untrusted: bytes, tree: Tree, gathered: list[Gathered] | None = None) -> None:
        """Read the parts of a mail; what is no segment yet stands among the ``gathered`` meanwhile."""
        gathered = [] if gathered is None else gathered
        gathered.append(self)
        self.troubles += tree.troubles
        self._read(untrusted, tree, 0)
        for text, beside in self._html:
            self._pages += html_segments(text, "alternative" if beside else "body", gathered)
        bodies = [segment for segment in self._pages if segment.origin == "body"]
        others = [segment for segment in self._pages if segment.origin != "body"]
        gathered.remove(self)
        self.segments += [*bodies, *others, *self._hidden, *self._lines.segments()]

    def so_far(self) -> list[Segment]:
        """Return what was read and is no segment yet."""
        texts = [s for part, text in self._decoded for s in _plainly(part, text)]
        return [*texts, *self._pages, *self._hidden, *self._lines.segments()]

    def reached(self) -> Message | None:
        # How far that is in the mail shows by its segments.
        return None

    @property
    def html(self) -> list[str]:
        return [text for text, _ in self._html]

    def children(self, context: Context | None) -> Iterator[Child | Trouble]:
        """Yield the attachments in order, each decoded when it is asked for."""
        for waiting in self.attached:
            if isinstance(waiting, Child):
                yield waiting
                continue
            untrusted, part = waiting
            if context is not None and (denied := context.denied(part.name)):
                yield denied
                continue
            data, trouble = decode_transfer(untrusted[part.start : part.end], part.encoding)
            if trouble is not None:
                name = part.name or say("unnamed-attachment")
                yield Trouble(trouble.code, say("attachment-trouble", name=name, trouble=trouble.message))
            declared = "message/rfc822" if part.type in _MESSAGES else part.type
            yield Child(part.name or _described(part), data, declared)

    def _read(self, untrusted: bytes, tree: Tree, depth: int) -> None:
        parts = tree.parts
        spoken: set[int] = set()
        texts: list[tuple[MimePart, str]] = []
        for part in parts:
            if part.parent >= 0 or depth:
                self._keep_headers(part)
            if part.type == "multipart/encrypted":
                with_pgp = "pgp" in part.parameters.get("protocol", "pgp")
                self._trouble("encrypted", "mail-encrypted-pgp" if with_pgp else "mail-encrypted")
            if part.multipart:
                continue
            if part.type == "message/partial":  # a message in pieces (RFC 2046 5.2.2)
                number, total = part.parameters.get("number", "?")[:9], part.parameters.get("total", "?")[:9]
                self._trouble("truncated", "piece-of-mail", number=number, total=total)
                if number == "1":  # the first piece is read as a mail that breaks off
                    part.type = "message/rfc822"
            if not _is_text(part, parts):
                self._read_child(untrusted, part, parts, depth)
                continue
            text = self._text(untrusted, part)
            texts.append((part, text))
            self._decoded.append((part, text))
            if part.type not in _HTML and text.strip():
                spoken.add(part.alternative)
        for part, text in texts:
            self._add_text(part, text, _has_plain(part, parts, spoken))
        self._decoded.clear()
        for piece in tree.hidden:
            text = decode_text(piece, None)[0]
            self._hidden.append(Segment("hidden", text))
            self._write("", text, piece)

    def _write(self, kind: str, text: str, untrusted: bytes) -> None:
        # Where signs were lost, the bytes tell the text from others.
        lost = sha256(untrusted.replace(b"\r\n", b"\n").rstrip()).hexdigest() if "\ufffd" in text else ""
        self.written.append(f"{kind}{lost}{text}")

    def _keep_headers(self, part: MimePart) -> None:
        """Keep a part's fields; what names its file in two ways, or dates it (RFC 2183 2.4-2.6), for any search."""
        two_names = part.parameters.get("name", part.name) != part.name
        for name, value in part.pairs:
            text, key = decoded(unfold(value)) if name else decoded(value), name.rstrip().lower()
            self._lines.put(key, name, text)
            if (two_names and key in _OF_FILES) or (key == "content-disposition" and "-date" in value):
                self._lines.setdefault("headers", []).append(f"{name}: {text}")

    def _text(self, untrusted: bytes, part: MimePart) -> str:
        body = untrusted[part.start : part.end]
        if part.encoding not in ("", "7bit", "8bit"):
            body, trouble = decode_transfer(body, part.encoding)
            if trouble is not None:
                self.troubles.append(trouble)
        if part.type not in _HTML and b"begin" in body:
            body, files = cut_uuencoded(body)
            self.attached += [child for child in files if isinstance(child, Child)]
            self.troubles += [trouble for trouble in files if isinstance(trouble, Trouble)]
            if b"\n=yend " in body:
                self._trouble("unsupported", "yenc-not-decoded")
        charset = part.parameters.get("charset")
        if charset is None and part.type in _HTML:
            charset = stated_charset(body)
        text, trouble = decode_text(body, charset.lower() if charset else None)
        if trouble is not None:
            self.troubles.append(trouble)
        if "\r" in text:
            text = text.replace("\r\n", "\n")
        self._write(f"{part.type}\n", text, body)
        return text

    def _add_text(self, part: MimePart, text: str, beside_plain: bool) -> None:
        if part.type in _HTML:
            self._html.append((text, beside_plain))
        elif part.type in _CODE:  # style sheets and scripts of a stored page, which nobody reads there
            self._hidden.append(Segment("hidden", text))
        elif text.strip():
            if part.type in _ENRICHED:
                text = _TAG.sub("", _SETTING.sub(" ", text)).replace("<<", "<")
            if part.parameters.get("delsp", "").lower() == "yes":
                text = _whole_lines(text)
            if _PGP in text:
                self._trouble("encrypted", "mail-encrypted-pgp")
            beside = part.alternative >= 0 and part.type != "text/plain" and beside_plain
            self.segments.append(Segment("alternative" if beside else "body", text))

    def _read_child(self, untrusted: bytes, part: MimePart, parts: list[MimePart], depth: int) -> None:
        if part.type == "message/external-body":  # it lies elsewhere (RFC 2046 5.2.3); its description is kept
            address = ", ".join(f"{name}={value}" for name, value in part.parameters.items())
            description = decode_text(untrusted[part.start : part.end])[0]
            self._hidden.append(Segment("hidden", f"{address}\n{description}"))
            self.written.append(self._hidden[-1].text)
            self._trouble("external", "part-external", place=address[:300])
            return
        if part.type == "application/pgp-encrypted":
            self._trouble("encrypted", "mail-encrypted-pgp")
            if part.end - part.start < 100:  # the version line only, RFC 3156 4
                return
        if part.type in SMIME_TYPES or is_smime(part.name):
            data = decode_transfer(untrusted[part.start : part.end], part.encoding)[0]
            content, trouble = signed_content(data) if depth < _DEEPEST_SIGNED else (None, None)
            if content is not None and _reads_on(part, content):
                if trouble:
                    self.troubles.append(trouble)
                self._read(content, read_tree(content), depth + 1)
                return
            if is_encrypted(data) or part.parameters.get("smime-type", "").lower() in _SECRET:
                self._trouble("encrypted", "mail-encrypted-smime")
        self.attached.append((untrusted, part))

    def _trouble(self, code: str, key: str, **values: object) -> None:
        self.troubles.append(Trouble(code, say(key, **values)))


def _plainly(part: MimePart, text: str) -> list[Segment]:
    return flat_segments(text) if part.type in _HTML else [Segment("body", text)]


def _whole_lines(text: str) -> str:
    """Join flowed lines of equal quote depth whose last blank was added (RFC 3676 4.1 DelSp, 4.3 signatures, 4.5)."""
    joined: list[str] = []
    before = -1  # how deep the last line was quoted, where it goes on
    for line in text.split("\n"):
        rest = line.lstrip(">")
        depth = len(line) - len(rest)
        content = rest.removeprefix(" ")
        flows = content.endswith(" ") and content != "-- "
        piece = content[:-1] if flows else content
        if depth == before and content != "-- ":
            joined[-1] += piece
        else:
            joined.append((">" * depth + " " if depth else "") + piece)
        before = depth if flows else -1
    return "\n".join(joined)


def _reads_on(part: MimePart, content: bytes) -> bool:
    document = "." in (part.name or "").rpartition(".")[0]
    return not document and (is_entity(content) or (part.parent < 0 and content.isascii()))


def _is_text(part: MimePart, parts: list[MimePart]) -> bool:
    if part.type in _REPORTS:
        return True
    if not part.type.startswith("text/") and part.type not in _HTML:
        return False
    if part.disposition == "attachment" or part.type in _OWN_READERS:
        return False
    if not part.name or part.parent < 0:
        return True
    return parts[part.parent].type == "multipart/alternative" and part.type in ("text/plain", "text/html")


def _has_plain(part: MimePart, parts: list[MimePart], spoken: set[int]) -> bool:
    around = part.alternative
    while around >= 0:
        if around in spoken:
            return True
        around = parts[around].alternative
    return False


def _described(part: MimePart) -> str | None:
    """Return a name for an attachment without a file name: its description, or where it was (RFC 2557 4.2)."""
    fields = {name.lower(): decoded(unfold(value)) for name, value in part.pairs}
    file_name = unquote(fields.get("content-location", "").partition("?")[0].rstrip("/").rpartition("/")[2])
    return fields.get("content-description") or file_name or None


TYPE = "message/rfc822"
TYPES = (TYPE, "message/news", "message/global", "message/rfc822-headers", "text/rfc822-headers")
_JOURNAL = "x-ms-journal-report"
_RECIPIENT = re.compile(r"^(To|Cc|Bcc|Recipient)[ \t]*:[ \t]*(\S.*)$", re.MULTILINE | re.IGNORECASE)
_BY_WAY = re.compile(r",\s*(?:Expanded|Forwarded)\s*:\s*", re.IGNORECASE)
"""What stands between a recipient and the list or mailbox by way of which it was reached."""

_MOST_RECIPIENTS = 100_000
_PROPERTIES = name_set(
    "reply-to sender importance priority x-priority sensitivity x-mailer user-agent organization thread-topic "
    "thread-index list-id auto-submitted resent-from resent-to resent-date x-folder x-origin x-filename "
    "x-mozilla-status x-gmail-labels x-gm-thrid keywords x-unsent " + _JOURNAL
)
_ID = re.compile(r"<([^<>]+)>")
_PLAIN_ID = re.compile(r"<[^<>\s]+>")
_BARE_ID = re.compile(r"[^\s<>\"(),;@]+@[^\s<>\"(),;@]+|(?=\S*\d)[^\s<>\"(),;@]{16,}")
_SEPARATORS = re.compile(r"[\s,;\"<>]+|\.(?=\s|\Z)")
_TOP = re.compile(
    rb"(?:\xef\xbb\xbf)?[\r\n\t ]*(?:>?From [^\r\n]*\r?\n)*((?:[!-9;-~]{1,80}+[ \t]*+:[^\r\n]*+(?:\r?\n|\r|\Z)"
    rb"(?:[ \t]++[^\r\n]*+(?:\r?\n|\r|\Z))*+)++)"
)
_NAME = re.compile(rb"^([!-9;-~]++)[ \t]*+:[^\n]*+", re.MULTILINE)
_PROOF = re.compile(
    rb"^(?:Message-ID[ \t]*:.*[<@]|Received[ \t]*:[ \t]*(?:from|by|\(|with|$)"
    rb"|MIME-Version[ \t]*:[ \t]*1|Return-Path[ \t]*:"
    rb"|DKIM-Signature[ \t]*:|X-Mailer[ \t]*:|(?:From|To)[ \t]*:.*@|Content-Transfer-Encoding[ \t]*:"
    rb"|Date[ \t]*:[ \t]*(?:[A-Z][a-z]{2},?[ \t]+)?\d{1,2}[ \t]+[A-Z][a-z]{2}[ \t]+\d{2,4}[ \t]+\d{1,2}:)",
    re.MULTILINE | re.IGNORECASE,
)
_OTHER_MAGIC = (
    b"PK\x03\x04",
    b"\xd0\xcf\x11\xe0",
    b"%PDF",
    b"\x1f\x8b",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"{\\rtf",
)


def claims(probe: Probe) -> bool:
    top = _TOP.match(probe.head)
    known = _KNOWN.intersection(map(bytes.lower, _NAME.findall(top[1]))) if top else frozenset[bytes]()
    if top and known and _is_proven(top[1], known):
        return True
    named = probe.declared in TYPES or probe.extension == "eml"
    return named and (bool(known) or not probe.head.startswith(_OTHER_MAGIC))


def _is_proven(block: bytes, known: frozenset[bytes]) -> bool:
    if (len(known) > 1 and _PROOF.search(block)) or len(known & _PERSONAL) > 2:
        return True
    # A MIME entity has no field of a mail, as inside signed messages.
    return all(name.startswith(b"content-") for name in known) and _ENTITY.search(block) is not None


_KNOWN = frozenset(name.encode() for name in headers.WELL_KNOWN)
_HEAD = 200
_PERSONAL = frozenset((b"from", b"to", b"subject", b"date", b"cc", b"sender"))
_ENTITY = re.compile(
    rb"^Content-Type[ \t]*:[ \t]*(?:multipart|text|message)/[a-z-]+[ \t]*;", re.MULTILINE | re.IGNORECASE
)


def parse(untrusted_data: Data, context: Context) -> Extract:
    return read_message(untrusted_data[:], context)


def read_message(untrusted: bytes, context: Context | None = None) -> Extract:
    """Read one message from its bytes; its children are decoded when they are asked for, if the context allows it."""
    untrusted = plain_bytes(untrusted)
    extract, gathered = Extract(TYPE), None
    if context is not None:
        PlainerReading(context.limits, partial(as_written, untrusted, None, context.limits.text_chars))
        extract, gathered = context.draft(TYPE), context.limits.gathered
    block = headers.read_block(untrusted, 0, len(untrusted))
    lines = read_fields(block.pairs, extract)
    arrivals = (line for line in lines.get(TRANSPORT, ()) if line[:9].lower() == "received:" and ";" in line)
    if extract.date is None and (arrival := next(arrivals, None)):  # dated by its last way station (RFC 5321 4.4)
        extract.date = arrival.rpartition(";")[2].strip() or None
        extract.properties.append(("Date taken from", "Received"))
    content = Content(lines)
    extract.segments = content.segments  # which grow as it is read
    extract.children = content.children(context)
    content.read(untrusted, tree_of(untrusted, block), gathered)
    if not content.attached:
        extract.children = ()
    extract.compared += content.written
    _add_envelope(extract)
    extract.troubles = list(dict.fromkeys(extract.troubles + content.troubles))
    return extract


def html_of(untrusted: bytes) -> list[str]:
    """Return the HTML parts of a message's text as written."""
    untrusted = plain_bytes(untrusted)
    content = Content(headers.HeaderLines())
    content.read(untrusted, read_tree(untrusted))
    return content.html


def _add_envelope(extract: Extract) -> None:
    reports = [pair for pair in extract.properties if pair[0].lower() == _JOURNAL]
    if not reports:
        return
    kinds = {"to": extract.to, "cc": extract.cc, "bcc": extract.bcc, "recipient": extract.bcc}
    known = {id(people): set(people) for people in kinds.values()}
    body = next((segment.text for segment in extract.segments if segment.origin == "body"), "")
    recipients = list(islice(_RECIPIENT.finditer(body), _MOST_RECIPIENTS))
    for line in recipients:
        people = kinds[line[1].lower()]
        for person in (person for part in _BY_WAY.split(line[2]) for person in persons(part)):
            if person not in known[id(people)]:
                known[id(people)].add(person)
                people.append(person)
    extract.properties.remove(reports[0])
    extract.properties.append(("Journal report", f"{len(recipients)} recipients"))


def plain_bytes(untrusted: bytes) -> bytes:
    """Return the message with usual line ends, and without a byte order mark or blank lines before it."""
    if untrusted[:2] in (b"\xff\xfe", b"\xfe\xff"):
        untrusted = untrusted.decode("utf-16", "replace").encode("utf-8", "replace")
    elif b"\0" in untrusted[:_HEAD] and (codec := wide_codec(untrusted)) is not None:
        untrusted = untrusted.decode(codec, "replace").encode("utf-8", "replace")
    if untrusted[:3] == b"\xef\xbb\xbf":
        untrusted = untrusted[3:]
    if b"\r" in untrusted:
        untrusted = untrusted.replace(b"\r\r\n", b"\r\n")
        if b"\n" not in untrusted:
            untrusted = untrusted.replace(b"\r", b"\n")
    return untrusted.lstrip(b"\r\n")


def read_fields(pairs: list[tuple[str, str]], extract: Extract) -> headers.HeaderLines:
    """Put header fields into the extract; return those that no field of it holds, as they stand, as lines."""
    own: dict[str, list[str]] = {}
    lines = headers.HeaderLines()
    compared: list[str] = []
    for name, value in pairs:
        key = name.lower().rstrip()
        value = headers.unfold(value) if "\n" in value else value.strip()
        if key in _COMPARED:
            compared.append(f"{key}: {' '.join(headers.decoded(value).split())}")
        if key in _FIELDS:
            own.setdefault(key, []).append(value)
            if key not in headers.ORIGINS and not ("<" in value and _ROUTE.search(value)):
                continue
        if "=?" in value or not value.isascii() or "\x1b" in value:
            value = headers.decoded(value)
        if key in _PROPERTIES:
            extract.properties.append((name.strip(), value))
        lines.put(key, name, value)
    _fill(own, extract)
    for subject in own.get("subject", ())[1:]:  # it has one place only
        lines.put("subject", "Subject", headers.decoded(subject))
    compared += [f"{name}: {headers.decoded(value)}" for name in _ONCE for value in own.get(name, ())[1:]]
    extract.compared = sorted(compared)
    return lines


_COMPARED = frozenset(("reply-to", "in-reply-to"))
_ONCE = ("subject", "date", "message-id")
"""Fields of which the extract holds one alone; further ones tell messages apart, too."""
_ROUTE = re.compile(r"<\s*@[^<>]*:")
"""The way that a letter was to take (RFC 5322 4.4): it is no part of the address, and is kept with the headers."""

_FIELDS = frozenset(["from", "to", "cc", "bcc", "subject", "date", "message-id", "references", "in-reply-to"])


def _fill(own: dict[str, list[str]], extract: Extract) -> None:
    extract.to, extract.cc, extract.bcc = (_persons(own.get(name, ())) for name in ("to", "cc", "bcc"))
    # Who stands as sender where there is no From field.
    senders = [value for name, value in extract.properties if name.lower() in ("sender", "resent-from")]
    extract.sender = ", ".join(_persons(own.get("from", ())) or _persons(senders[:1])) or None
    extract.subject = headers.decoded(own["subject"][0]) if "subject" in own else None
    extract.date = headers.decoded(own["date"][0]) if "date" in own else None
    extract.message_id = headers.decoded(own["message-id"][0]) if "message-id" in own else None
    if "references" in own or "in-reply-to" in own:
        values = chain(own.get("references", ()), own.get("in-reply-to", ()))
        people = {_address(person) for person in (extract.sender or "", *extract.to, *extract.cc)}
        ids = dict.fromkeys(chain.from_iterable(message_ids(headers.raw_bytes_decoded(value)) for value in values))
        extract.references = [name for name in ids if name[1:-1].lower() not in people]
    if any(headers.is_raw(value) for values in own.values() for value in values if not value.isascii()):
        extract.troubles.append(Trouble("charset-guessed", say("header-charset-guessed")))


def _persons(values: Sequence[str]) -> list[str]:
    if len(values) == 1:  # as nearly always
        return persons(values[0])
    return [person for value in values for person in persons(value)]


def _address(person: str) -> str:
    return person.rpartition("<")[2].rstrip(">").lower()


def message_ids(untrusted_value: str) -> list[str]:
    """Return the identifiers in References or In-Reply-To (RFC 5322 3.6.4), each in angle brackets. They may stand
    without them, or before or after words (4.5.4), whose brackets hold a person's address.
    """
    plain = untrusted_value.split()
    if all(map(_PLAIN_ID.fullmatch, plain)):
        return plain
    pieces = _ID.split(untrusted_value)
    outside = [_SEPARATORS.sub(" ", headers.uncommented(text)).split() for text in pieces[::2]]
    within = ["".join(text.split()) for text in pieces[1::2]]
    worded = [at for at, words in enumerate(outside) if words]
    if all(map(_BARE_ID.fullmatch, chain.from_iterable(outside))):
        pairs = zip(outside, [[text] for text in within] + [[]], strict=True)
        within = [text for words, inner in pairs for text in (*words, *inner)]
    elif worded[0]:
        within = within[: worded[0]]
    elif worded[-1] < len(within):
        within = within[worded[-1] :]
    return [f"<{text}>" for text in within if text]
