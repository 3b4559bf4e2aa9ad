"""The tree of a MIME message: bytes in, a flat list of parts with their places out; no text is decoded here.

One pass over the lines that begin with two dashes, with a table of the boundaries that are open: linear in the size of
the message, whatever its nesting, and without recursion. Rules of RFC 2046 5.1; damaged messages keep all their bytes
in some part or in ``hidden``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from triage.messages import say
from triage.model.items import Trouble
from triage.parsers.mail.headers import Block, read_block, read_value, uncommented

_DASHES = re.compile(rb"(--[^\r\n]*)(?:\r{0,2}\n|\r)?")
"""At a line's start or not: what begins with a sign is found the fastest."""

_FIRST = re.compile(rb"^(--[^\s][^\r\n]*)\r?\nContent-[A-Za-z-]+:", re.MULTILINE | re.IGNORECASE)
_BLOCK_END = re.compile(rb"^--[^\r\n]*|\n\r?\n|\r\r", re.MULTILINE)
_NEWLINE = ord("\n")
_MOST_GUESSES = 50


@dataclass(slots=True)
class MimePart:
    """One part of a message, or the message itself (the first of the list).

    ``pairs`` are its raw header pairs; ``start`` to ``end`` is its body in the message's bytes, still in its transfer
    encoding. ``alternative`` is the index of the innermost multipart/alternative around it, or -1; ``parent`` the index
    of the part that holds it, or -1. ``name`` is the untrusted file name, ``disposition`` in lower case.
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


def read_part(block: Block, end: int, default: str = "text/plain", parent: int = -1, alternative: int = -1) -> MimePart:
    """Make a part of its header block; ``default`` is its type where none is stated."""
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
    """Return a media type for one that lacks its second half, as in old "Content-Type: text"; a file is any file."""
    if untrusted_type == "multipart":
        return "multipart/mixed"
    if untrusted_type == "text":
        return "text/plain"
    return "application/octet-stream" if named and untrusted_type else default


def read_tree(untrusted: bytes) -> Tree:
    """Read a whole message."""
    return tree_of(untrusted, read_block(untrusted, 0, len(untrusted)))


def tree_of(untrusted: bytes, block: Block) -> Tree:
    """Read the message whose header block has been read already."""
    root = read_part(block, len(untrusted))
    tree = Tree([root])
    if root.multipart:
        _Splitter(untrusted, tree).read()
    return tree


class _Splitter:
    """One pass over a multipart message.

    ``_open`` holds (delimiter line, index of its part) from the outermost to the innermost open multipart; ``_levels``
    finds a delimiter's place in it. ``_leaf`` is the part whose bytes are running; where it is None, the bytes are the
    preamble (``_in_preamble``) or the epilogue of a multipart.
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
            found = self._level(match[1]) or self._reopened(match[1])
            if found is None:
                continue
            level, closing = found
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
        """Open a closed multipart again where one more of its parts follows: an inner one had the same boundary."""
        line = line.rstrip(b" \t")
        if self._leaf is not None or self._in_preamble or line not in self._closed:
            return None
        self._levels[line] = len(self._open)
        self._open.append((line, self._closed.pop(line)))
        return self._levels[line], False

    def _enter(self, index: int) -> None:
        """Open the multipart with this index: the bytes that follow are its preamble."""
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
        """Find a delimiter that isn't stated: a line of dashes that is followed by a part's header."""
        self._guesses += 1
        match = _FIRST.search(self._data, start) if self._guesses <= _MOST_GUESSES else None
        delimiter = match[1].rstrip() if match else None
        return None if delimiter in self._levels else delimiter

    def _as_text(self, part: MimePart, told: bool = True) -> None:
        """Read a multipart without parts as the text that it is; an empty one needs no telling."""
        part.multipart = False
        part.type = "text/plain"
        if told:
            self._tree.troubles.append(Trouble("damaged", say("parts-not-there")))

    def _begin(self) -> None:
        """Begin the part whose header block starts here."""
        block = self._block()
        holder = self._open[-1][1]
        parent = self._tree.parts[holder]
        default = "message/rfc822" if parent.type == "multipart/digest" else "text/plain"
        alternative = holder if parent.type == "multipart/alternative" else parent.alternative
        part = read_part(block, len(self._data), default, holder, alternative)
        self._tree.parts.append(part)
        if part.multipart:
            self._enter(len(self._tree.parts) - 1)
        else:
            self._leaf, self._since = part, part.start

    def _block(self) -> Block:
        """Read the header block that starts here; a delimiter ends it even without a blank line."""
        for match in _BLOCK_END.finditer(self._data, self._since):
            if match[0][:1] != b"-":
                return read_block(self._data, self._since, match.end())
            if self._level(match[0]) is not None:
                return read_block(self._data, self._since, match.start())
        return read_block(self._data, self._since, len(self._data))

    def _end_bytes(self, end: int, level: int, closing: bool) -> None:
        """End what is running before a delimiter of the open multipart at ``level``."""
        if self._leaf is not None:
            self._leaf.end = max(self._leaf.start, end)
        elif self._in_preamble and (closing or level != len(self._open) - 1):
            part = self._tree.parts[self._open[-1][1]]
            part.end = end
            self._as_text(part, told=bool(self._data[part.start : end].strip()))
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
