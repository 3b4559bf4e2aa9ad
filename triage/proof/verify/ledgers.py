"""Checks of the ledgers against the versions of the scope, the names in the annex, and a log of the kernel."""

from __future__ import annotations

import hashlib
import hmac
import json
import re
import unicodedata
from collections import Counter
from pathlib import Path
from typing import Any, BinaryIO, Collection, Iterator

from triage.proof.verify.basics import (
    MOST_BYTES,
    Failure,
    KeyedSentence,
    lines_of,
    notes,
    open_regular,
    read_json,
    say,
    sha256,
)
from triage.proof.verify.heads import MerkleTree

BUILT_IN = (b'"no-links"', b'"not-a-regular-file"', b'"hard-link-outside"', b'"bind-mount-outside"')
PIECE = re.compile(r"\*\*/|\*\*|.", re.DOTALL)


class CheckedScope:
    """What a scope.toml allows and denies.

    ``allow`` is (id, path, basis) of each root, ``deny`` (id, glob, reason) of each rule. ``roots`` and ``rules`` are
    the ids as a ledger's lines have them, in JSON.
    """

    def __init__(self, untrusted: bytes) -> None:
        try:
            import tomllib  # since Python 3.11

            tables = tomllib.loads(untrusted.decode())
        except ImportError:
            tables = simple_toml(untrusted.decode())
        self.about = [str(tables.get(name, "")) for name in ("purpose", "approved_by")]
        self.allow = [
            (str(t.get("id", f"allow-{n}")), str(t.get("path", "")), str(t.get("basis", "")))
            for n, t in enumerate(tables.get("allow", []), 1)
        ]
        self.deny = [
            (str(t.get("id", f"deny-{n}")), str(t.get("glob", "")), str(t.get("reason", "")))
            for n, t in enumerate(tables.get("deny", []), 1)
        ]
        self.paths = {name: path for name, path, _ in self.allow}
        self.globs = [(name, *glob_pieces(glob)) for name, glob, _ in self.deny]
        self.roots = {json.dumps(root).encode() for root in self.paths}
        self.rules = {json.dumps(rule).encode() for rule, _, _ in self.globs}.union(BUILT_IN)

    def denying(self, root: str, relative: str) -> set[str]:
        """Return the ids of all rules that deny a path under a root; relative globs count from each root."""
        folder = self.paths[root].rstrip("/") + "/"
        above = {over.rstrip("/") + "/" for over in self.paths.values()}
        from_roots = [
            form for start in above if folder.startswith(start) for form in forms(folder[len(start) :] + relative)
        ]
        from_top = forms(folder + relative)
        return {
            rule
            for rule, pieces, absolute in self.globs
            if any(matches(pieces, form) for form in (from_top if absolute else from_roots))
        }


def folded(text: str) -> str:
    """Return a name in the form in which names are compared: neither letter case nor the Unicode form matters."""
    if text.isascii():
        return text.lower()
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", text).casefold())


def forms(path: str) -> list[tuple[int, dict[str, int]]]:
    """Return the forms of a path for ``matches``: the length, and for each letter a bit mask of where it is.

    Where folding turns one letter into several, as \u00df into ss, one of the forms keeps it as one.
    """
    texts = {folded(path), unicodedata.normalize("NFC", path).lower()}
    masked: list[tuple[int, dict[str, int]]] = []
    for text in texts:
        masks: dict[str, int] = {}
        for at, letter in enumerate(text):
            masks[letter] = masks.get(letter, 0) | 1 << at
        masked.append((len(text), masks))
    return masked


def glob_pieces(glob: str) -> tuple[list[str], bool]:
    """Return a glob's wildcards and letters in order, and whether it counts from the top of the file system."""
    text = re.sub(r"(/\*\*)+$", "", folded(glob).strip("/"))
    if glob.startswith("/"):
        return PIECE.findall("/" + text), True
    return PIECE.findall(text if "/" in text and not text.startswith("**") else "**/" + text), False


def matches(pieces: list[str], path: tuple[int, dict[str, int]]) -> bool:
    """Whether a glob matches a path (one of its ``forms``), or a folder above it.

    Bit N of ``at`` is 1 if the pieces so far match the first N letters. ``*`` and ``?`` stay within a name.
    """
    length, letters = path
    slashes, end = letters.get("/", 0), 1 << length
    others = (end - 1) & ~slashes
    at = 1
    for piece in pieces:
        first = at & -at
        if piece == "**/":
            at |= (slashes & -first) << 1
        elif piece == "**":
            at = (end << 1) - first
        elif piece == "*":
            at |= ((at & others) + others) ^ others  # the carry runs on to the end of each name
        else:
            at = (at & (others if piece == "?" else letters.get(piece, 0))) << 1
        if not at:
            return False
    return bool(at & (slashes | end))


def simple_toml(untrusted: str) -> dict[str, Any]:
    """Return the tables of a scope.toml that has only comments, tables, true, false and strings in double quotes.

    Raises Failure for any other line: Python before 3.11 has no reader of TOML.
    """
    tables: dict[str, Any] = {"allow": [], "deny": []}
    table = tables
    value = r'("(?:[^"\\]|\\["\\bfnrtu])*"|true|false)'
    for line in map(str.strip, untrusted.split("\n")):
        match = re.fullmatch(rf"(?:\[\[(allow|deny)\]\]|([\w-]+)\s*=\s*{value})?\s*(?:#.*)?", line)
        if match is None:
            raise Failure("scope-line-needs-newer-python", line=line)
        if match[1]:
            table = {}
            tables[match[1]].append(table)
        elif match[2]:
            table[match[2]] = json.loads(match[3])
    return tables


class Annex:
    """The annex: the key of the commitments and the names behind them, from which each decision is made again.

    ``paths`` are those of the files that were opened, ``times`` how often, both by version of the scope, rule and
    commitment. ``refused`` counts the refusals whose file is known by name, ``unexplained`` those of them that the rule
    on record doesn't explain.
    """

    def __init__(self, path: Path) -> None:
        with open_regular(path, str(path), MOST_BYTES) as file:
            lines = map(read_json, lines_of(file))
            self.key = bytes.fromhex(next(lines, {})["key"])
            self.names = {self.commitment(line["f"]): line["f"] for line in lines}
        self.paths: dict[tuple[int, bytes, bytes], str] = {}
        self.times: Counter[tuple[int, bytes, bytes]] = Counter()
        self.refused = self.unexplained = 0

    def commitment(self, name: str) -> bytes:
        return hmac.digest(self.key, name.encode("utf-8", "surrogateescape"), "sha256").hex()[:32].encode()

    def check_opened(self, number: int, scope: CheckedScope, rule: bytes, commitment: bytes) -> None:
        """Make the decision to open a file again, by the version of the scope then in force; raises Failure."""
        self.times[number, rule, commitment] += 1
        if (number, rule, commitment) in self.paths:
            return
        if commitment not in self.names:
            raise Failure("opened-name-not-in-annex")
        root, _, relative = self.names[commitment].partition(":")
        name = self.names[commitment]
        if json.dumps(root).encode() != rule or not {"", ".", ".."}.isdisjoint(relative.split("/")):
            raise Failure("opened-outside-folder", rule=rule.decode(), name=name)
        if denying := scope.denying(root, relative):
            raise Failure("opened-denied", name=name, rule=min(denying), version=number)
        self.paths[number, rule, commitment] = scope.paths[root].rstrip("/") + "/" + relative

    def check_refused(self, scope: CheckedScope, rule: bytes, keyed: bytes) -> None:
        """Make the decision to refuse a file again, if its name is known; it may have been refused by another name."""
        root, _, relative = self.names.get(keyed[:32], "").partition(":")
        if rule in scope.rules.difference(BUILT_IN) and root in scope.paths:
            self.refused += 1
            self.unexplained += json.loads(rule) not in scope.denying(root, relative)


# What the kernel opened, by a log of strace, which has full paths, or of auditd (formats: strace(1), auditd.conf(5)).

STRACE = re.compile(
    rb"(?:\[pid +(\d+)\] |(\d+) +)?(?:[\d:.]+ +)?(?:<\.\.\. )?(?:open|openat|openat2|creat)(\(| resumed>)(.*)\n"
)
RESULT = re.compile(rb"(.*)\) += \d+(?:<(.*)>(?:\(deleted\))?)?(?: \(.*)?")
UNFINISHED = b"<unfinished ...>"
AUDIT = re.compile(rb"type=(SYSCALL|PATH) msg=(audit\([\d.:]+\)): (.*)\n")
AUDIT_NAME = re.compile(rb'name=(?:"([^"]*)"|([0-9A-F]+)) .*\bmode=0?(\d+).* nametype=NORMAL')
AUDIT_KEY = b'key="triage"'


def check_kernel_log(path: Path, annex: Annex, scopes: Collection[CheckedScope]) -> Iterator[KeyedSentence]:
    """Check that ledger and views have each opening below an allowed folder, as often, and that no folder was denied.

    ``scopes`` are the versions under which something was opened. A folder is denied if all of them deny it.
    """
    recorded: Counter[str] = Counter()
    opened: Counter[str] = Counter()
    folders = 0
    for opening, name in annex.paths.items():
        recorded[name] += annex.times[opening]
        recorded[name.rpartition("/")[2]] += annex.times[opening]  # auditd mostly has names without folders
    roots = tuple(root.rstrip("/") + "/" for scope in scopes for root in scope.paths.values())
    for name, is_folder in kernel_opens(path):
        if name.startswith("/") and not f"{name}/".startswith(roots):
            continue
        folders += is_folder
        opened[name] += not is_folder
        if is_folder and all(denies(scope, name) for scope in scopes):
            raise Failure("kernel-opened-denied", name=name)
        if opened[name] > recorded[name]:
            raise Failure("kernel-opened-more-often", name=name, count=recorded[name])
    total, known = sum(opened.values()), sum(annex.times.values())
    if not total:
        raise Failure("kernel-opened-nothing")
    yield say("kernel-agrees", files=total, folders=folders)
    yield from notes(("kernel-lacks", known - total))


def denies(scope: CheckedScope, name: str) -> bool:
    """Whether a version of the scope denies a folder under each of its roots that holds it, or none holds it."""
    under = [(root, folder) for root, folder in scope.paths.items() if f"{name}/".startswith(folder.rstrip("/") + "/")]
    relatives = [(root, name[len(folder.rstrip("/")) + 1 :]) for root, folder in under]
    return all(relative and scope.denying(root, relative) for root, relative in relatives)


def kernel_opens(path: Path) -> Iterator[tuple[str, bool]]:
    """Yield the name of what was opened, and whether it is a folder; auditd mostly has names without folders."""
    pending: dict[bytes, bytes] = {}
    wanted: set[bytes] = set()
    with open_regular(path, str(path), MOST_BYTES) as file:
        for line in lines_of(file):
            if call := STRACE.match(line):
                yield from strace_open(call, pending)
            elif record := AUDIT.search(line):
                kind, event, rest = record.groups()
                if kind == b"SYSCALL" and b" success=yes " in rest and AUDIT_KEY in rest:
                    wanted.add(event)
                elif event in wanted and (name := AUDIT_NAME.search(rest)):
                    text = bytes.fromhex(name[2].decode()) if name[2] else name[1]
                    yield text.decode("utf-8", "surrogateescape"), name[3].startswith(b"4")


def strace_open(call: re.Match[bytes], pending: dict[bytes, bytes]) -> Iterator[tuple[str, bool]]:
    """Yield what a line of strace says was opened, as ``kernel_opens``; ``pending`` are unfinished lines by process."""
    process, rest = call[1] or call[2] or b"", call[4]
    if call[3] != b"(":
        rest = pending.pop(process, b"") + rest
    if rest.endswith(UNFINISHED):
        pending[process] = rest[: -len(UNFINISHED)]
    elif result := RESULT.fullmatch(rest):
        if result[2] is None:
            raise Failure("kernel-log-without-paths")
        flags = result[1][result[1].rfind(b'"') :]
        if b"O_PATH" not in flags:  # such a descriptor can't be read from (open(2))
            yield unescaped(result[2]).decode("utf-8", "surrogateescape"), b"O_DIRECTORY" in flags


def unescaped(text: bytes) -> bytes:
    letters = {b"n": b"\n", b"t": b"\t", b"r": b"\r", b"v": b"\v", b"f": b"\f"}

    def letter(match: re.Match[bytes]) -> bytes:
        code = match[1]
        if code[:1] == b"x":
            return bytes([int(code[1:], 16)])
        return bytes([int(code, 8) & 255]) if code.isdigit() else letters.get(code, code)

    return re.sub(rb"\\(x[0-9a-f]{2}|[0-7]{1,3}|.)", letter, text, flags=re.DOTALL)


TIME = rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z"
PLAIN = rb'[^"\\\x00-\x1f\x7f-\xff]*'
TEXT = rb'"' + PLAIN + rb'(?:\\(?:["\\/bfnrt]|u[0-9a-f]{4})' + PLAIN + rb')*"'
NAME = rb'"[0-9a-f]{32}"'
NAMES = rb"\[(" + NAME + rb"(?:," + NAME + rb")*)\]"
LINE = re.compile(
    rb'\{"n":(\d{1,15}),"t":"(%b)","e":"(?:decide","v":"deny","r":(%b),"kind":"[a-z-]+","k":"([0-9a-f]{64})"'
    rb'|open","r":(%b),"c":%b'
    rb'|close","c":%b,"bytes":\[(\d{1,18}(?:,\d{1,18})*)\],(?:"d":%b|("failed":)%b))'
    % (TIME, TEXT, TEXT, NAMES, NAMES, NAMES, TEXT)
)


class CheckedLedger:
    """The checks and counts of a ledger's lines, read once from its beginning.

    ``versions`` are those of the scope by number and SHA-256, ``wanted`` the sizes at which the tree's root is wanted,
    ``anchors`` the hashes that the audit has of lines, by number. ``sources`` are the files, as "c" and "d", that
    it must have a closing of; ``read`` leaves those that it lacks.
    """

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
                    raise Failure("log-line", line=at, why=error.sentence) from None
            else:
                self.tear(at, raw)
        if self.torn is not None or not self.tree.size:
            raise Failure("log-end-incomplete" if self.torn is not None else "log-without-lines")

    def tear(self, at: int, raw: bytes) -> None:
        """Take half a line; the next whole line must name it, as the program writes when it goes on after a crash."""
        leaf = re.fullmatch(rb'\{"torn":"([0-9a-f]{64})"\}\n', raw)
        whole = raw[:1] == b"{" and raw[-73:-67] == b',"h":"'
        if whole or self.torn or (self.torn == "" and not leaf):
            raise Failure("log-line-changed", line=at)
        self.torn = "" if leaf else sha256(raw[:-1])
        self.tree.add(bytes.fromhex(leaf[1].decode()) if leaf else hashlib.sha256(b"\0" + raw[:-1]).digest())

    def line(self, raw: bytes, match: re.Match[bytes] | None) -> None:
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
            self.annex.check_refused(self.scope, rule, keyed)

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
                self.annex.check_opened(self.version, self.scope, rule, name[1:-1])

    def close(self, names: list[bytes], sizes: list[int], contents: bytes, failed: bool) -> None:
        """Check that each file that was closed had been opened, and strike it off ``sources``."""
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
        if number != self.count:
            raise Failure("line-misnumbered", stated=number, number=self.count)
        if self.torn is not None:
            raise Failure("line-after-incomplete")
        if number in self.anchors and self.anchors[number].encode() != self.hash:
            raise Failure("line-not-as-audited")
        self.back += time < self.last
        self.first, self.last = self.first or time, time

    def event(self, raw: bytes) -> None:
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
