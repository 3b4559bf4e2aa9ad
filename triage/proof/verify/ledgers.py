"""Ledgers: what their lines state, one after the other."""

from __future__ import annotations

import hashlib
import re
from typing import Any, BinaryIO

from triage.proof.verify.basics import Failure, lines_of, read_json, sha256
from triage.proof.verify.heads import MerkleTree
from triage.proof.verify.scope import Annex, CheckedScope

TIME = rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z"
PLAIN = rb'[^"\\\x00-\x1f\x7f-\xff]*'
TEXT = rb'"' + PLAIN + rb'(?:\\(?:["\\/bfnrt]|u[0-9a-f]{4})' + PLAIN + rb')*"'
NAME = rb'"[0-9a-f]{32}"'
NAMES = rb"\[(" + NAME + rb"(?:," + NAME + rb")*)\]"
LINE = re.compile(
    rb'\{"n":(\d{1,15}),"t":"(' + TIME + rb')","e":"(?:'
    rb'decide","v":"deny","r":(' + TEXT + rb'),"kind":"[a-z-]+","k":"([0-9a-f]{64})"'
    rb'|open","r":(' + TEXT + rb'),"c":' + NAMES + rb"|"
    rb'close","c":'
    + NAMES
    + rb',"bytes":\[(\d{1,18}(?:,\d{1,18})*)\],(?:"d":'
    + NAMES
    + rb'|("failed":)'
    + TEXT
    + rb"))"
)


class CheckedLedger:
    """What a ledger's lines come to, read once from its beginning; ``sources`` are files that it is to speak of."""

    def __init__(
        self,
        versions: dict[tuple[int, str], CheckedScope],
        wanted: set[int],
        anchors: dict[int, str],
        annex: Annex | None = None,
    ) -> None:
        self.tree = MerkleTree(wanted)
        self.versions, self.anchors, self.annex = versions, anchors, annex
        self.count, self.hash = 0, b"0" * 64
        self.version = 0
        self.scope: CheckedScope | None = None
        self.reading: dict[bytes, int] = {}
        self.sources: set[bytes] = set()
        self.torn: str | None = None
        self.first = self.last = b""
        self.runs = self.unconfined = self.opens = self.failed = self.denied = self.bytes = self.back = 0

    def read(self, file: BinaryIO) -> None:
        """Check the lines one after the other."""
        for at, raw in enumerate(lines_of(file), 1):
            body = raw[:-73]
            digest = hashlib.sha256(self.hash + body).hexdigest().encode()
            if raw[-73:] == b',"h":"%b"}\n' % digest:
                self.tree.add(hashlib.sha256(b"\0" + raw[:-1]).digest())
                self.hash = digest
                self.count += 1
                try:
                    self.line(raw, LINE.fullmatch(body))
                except Failure as error:
                    raise Failure("log-line", line=at, why=error.said) from None
            else:
                self.tear(at, raw)
        if self.torn is not None or not self.tree.size:
            raise Failure("log-end-incomplete" if self.torn is not None else "log-without-lines")

    def tear(self, at: int, raw: bytes) -> None:
        """Take half a line; the next whole one must name it, as the program writes it where it goes on."""
        leaf = re.fullmatch(rb'\{"torn":"([0-9a-f]{64})"\}\n', raw)
        whole = raw[:1] == b"{" and raw[-73:-67] == b',"h":"'
        if whole or self.torn or (self.torn == "" and not leaf):
            raise Failure("log-line-changed", line=at)
        self.torn = "" if leaf else sha256(raw[:-1])
        self.tree.add(bytes.fromhex(leaf[1].decode()) if leaf else hashlib.sha256(b"\0" + raw[:-1]).digest())

    def line(self, raw: bytes, match: re.Match[bytes] | None) -> None:
        """Check what a line states against those before it."""
        if match is None:
            return self.event(raw)
        number, time, denying, keyed, rule, opened, closed, sizes, contents, failed = match.groups()
        self.follow(int(number), time)
        if denying:
            self.deny(denying, keyed)
        elif rule:
            self.open(rule, opened.split(b","))
        else:
            self.close(closed.split(b","), list(map(int, sizes.split(b","))), contents or b"", bool(failed))
        return None

    def deny(self, rule: bytes, keyed: bytes) -> None:
        """Check that a file was refused by a rule of the scope then in force."""
        self.denied += 1
        if self.scope is None:
            raise Failure("line-before-scope")
        if rule not in self.scope.rules:
            raise Failure("line-unknown-rule", rule=rule.decode(), version=self.version)
        if self.annex:
            self.annex.refuses(self.scope, rule, keyed)

    def open(self, rule: bytes, names: list[bytes]) -> None:
        """Check that files were opened under a folder that the scope then in force allows."""
        self.opens += len(names)
        for name in names:
            self.reading[name] = self.reading.get(name, 0) + 1
        if self.scope is None:
            raise Failure("line-before-scope")
        if rule not in self.scope.roots:
            raise Failure("line-unknown-folder", rule=rule.decode(), version=self.version)
        if self.annex:
            for name in names:
                self.annex.opened(self.version, self.scope, rule, name[1:-1])

    def close(self, names: list[bytes], sizes: list[int], contents: bytes, failed: bool) -> None:
        """Check the end of reading files: each must have been opened; ``sources`` keeps those that are missing."""
        if len(sizes) != len(names) or (not failed and len(contents.split(b",")) != len(names)):
            raise Failure("line-counts-differ")
        for name in names:
            left = self.reading.pop(name, 0) - 1
            if left < 0:
                raise Failure("line-closes-too-many")
            if left:
                self.reading[name] = left
        if failed:
            self.failed += len(names)
        elif self.sources:
            self.sources.difference_update(map(bytes.__add__, names, contents.split(b",")))
        self.bytes += sum(sizes)

    def follow(self, number: int, time: bytes) -> None:
        """Check a line's number and time."""
        if number != self.count:
            raise Failure("line-misnumbered", stated=number, number=self.count)
        if self.torn is not None:
            raise Failure("line-after-incomplete")
        if number in self.anchors and self.anchors[number].encode() != self.hash:
            raise Failure("line-not-as-audited")
        self.back += time < self.last
        self.first, self.last = self.first or time, time

    def event(self, raw: bytes) -> None:
        """Check a line that isn't about one file."""
        line = read_json(raw)
        event, time = line.get("e"), str(line.get("t")).encode()
        if event in (None, "decide", "open", "close") or not re.fullmatch(TIME, time):
            raise Failure("line-odd")
        if event == "recover" and self.torn in ("", line.get("sha256")):
            self.torn = None
        self.follow(line["n"], time)
        if event == "scope":
            self.version = line["version"]
            self.scope = self.versions.get((self.version, line["sha256"]))
            if self.scope is None:
                raise Failure("line-unknown-version", version=str(self.version))
        self.runs += event == "run"
        self.unconfined += event == "unconfined"

    def counts(self) -> dict[str, Any]:
        """Return what proof.json must state of this ledger."""
        return {
            "lines": self.count,
            "runs": self.runs,
            "opens": self.opens,
            "denied": self.denied,
            "failed": self.failed,
            "bytes": self.bytes,
            "unconfined": self.unconfined,
            "first": self.first.decode(),
            "last": self.last.decode(),
        }
