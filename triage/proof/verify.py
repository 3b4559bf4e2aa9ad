#!/usr/bin/env python3
"""Check a proof that Triage made of what it opened: python3 -I verify.py FOLDER [--head FILE].

This file needs nothing but Python 3.8 or newer. It opens no network connection, writes nothing, and reads nothing
outside of FOLDER, and of FILE: a head that you got earlier, through another channel. Exit code 0: all checks hold;
1: at least one fails; 2: the folder could not be checked at all.

What FOLDER has (other files may be there as well, if SHA256SUMS lists them):

    ledger.jsonl   every decision, opening and closing of a source file, in order. "open" names the allowed folder "r"
                   and files that are allowed by it and then opened, "close" what was read of files. Names of files are
                   replaced by "c": HMAC-SHA-256 of the name under a key that stays with the case, cut to 32 hex digits,
                   and their SHA-256 by "d", in the same way.
    views.jsonl    the same for the files that were opened to show an original to a reviewer.
    audit.jsonl    what was done with the case. A line is {"entry":"number|time|who|action|detail"}, or {"leaf":"..."},
                   the hash of an entry that stays confidential.
    heads/*.head   signed statements of what the three logs were: checkpoints and signed notes as C2SP defines them.
    stamps/*.tsr   answers of time stamping authorities (RFC 3161) about the heads.
    scope/N.toml   the N-th version of the scope: which folders may be read, and what in them may not.
    proof.json     "case", "program" and "covers" in words, and "counts", which this program works out itself.
    proof.sig      a signed note of the SHA-256 of proof.json, and the key, which must be one of those of the heads.
    SHA256SUMS     the SHA-256 of each of the other files.

A line of ledger.jsonl or views.jsonl ends in "h": the SHA-256, in hex, of the "h" of the line before and this line up
to ,"h" (64 zeros stand before the first). Two kinds of line stand for what could not be given away: {"torn":"..."},
the tree's leaf of half a line that was left when the machine stopped; and, as the first line of a ledger that began
under an older version with plain names, {"withheld":N,"n":N,"nodes":[...],"h":"..."}: how many lines are left out, the
number of the last one, the roots of the complete subtrees over them, and the "h" of the last one.
"""

from __future__ import annotations

import argparse
import base64
import functools
import hashlib
import json
import os
import re
import stat
import sys
from pathlib import Path
from typing import Any, BinaryIO, Callable, Iterator, NamedTuple, Tuple  # noqa: UP035

MOST_BYTES = 8 << 30  # of all files together
MOST_FILES = 20_000
MOST_LINE = 1 << 20
MOST_SMALL = 1 << 24  # of a file that is read whole
MOST_SIGNATURES = 10_000
LOGS = ("ledger", "views", "audit")

LIMITS = """What this can't show: It is about this program (Triage), this machine and this period, as the logs have it;
not about other programs, and not about administrators of the machine, who could have run a changed program.
A signature shows that whoever has the key signed this, and not who that is: compare each key that verify.py
prints with the one that you were given through a different channel. The signatures of time stamps need their
authority's certificate:
    openssl ts -verify -data heads/X.head -in stamps/X.head.tsr -CAfile AUTHORITY.pem"""


class Failure(Exception):
    """Something in the folder isn't as it must be; the text says what."""


def shown(untrusted: object, most: int = 300) -> str:
    """Return a text from the folder so that it can do no harm to a terminal: printable ASCII, not too long."""
    return ascii(untrusted)[1:-1][:most] if isinstance(untrusted, str) else ascii(untrusted)[:most]


def counted(count: int, noun: str) -> str:
    """Return a number with its noun in the singular or plural."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def sha256(data: bytes) -> str:
    """Return the SHA-256 in hex."""
    return hashlib.sha256(data).hexdigest()


# ---- Ed25519 (RFC 8032): is this signature of this message by this key?
# A point (x, y) is kept as (X, Y, Z, T) with x = X/Z, y = Y/Z, xy = T/Z. The formulas are those of RFC 8032, 5.1.4.

Point = Tuple[int, int, int, int]  # noqa: UP006
P = 2**255 - 19
ORDER = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
ZERO: Point = (0, 1, 1, 0)


def add(p: Point, q: Point) -> Point:
    """Return the sum of two points."""
    x1, y1, z1, t1 = p
    x2, y2, z2, t2 = q
    a, b = (y1 - x1) * (y2 - x2) % P, (y1 + x1) * (y2 + x2) % P
    c, d = 2 * t1 * t2 * D % P, 2 * z1 * z2 % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P


def double(p: Point) -> Point:
    """Return a point added to itself."""
    x, y, z, _ = p
    a, b = x * x % P, y * y % P
    h, g = a + b, a - b
    e, f = h - (x + y) ** 2 % P, 2 * z * z % P + g
    return e * f % P, g * h % P, f * g % P, e * h % P


def decode_point(data: bytes) -> Point | None:
    """Return the point that 32 bytes stand for, None where they aren't the one encoding of a point (5.1.3)."""
    y, sign = int.from_bytes(data, "little") & (1 << 255) - 1, data[31] >> 7
    if y >= P:
        return None
    u, v = (y * y - 1) % P, (D * y * y + 1) % P
    x = u * v**3 * pow(u * v**7, (P - 5) // 8, P) % P
    if v * x * x % P == P - u:
        x = x * pow(2, (P - 1) // 4, P) % P
    if (v * x * x - u) % P or (sign and not x):
        return None
    x = P - x if x & 1 != sign else x
    return x, y, 1, x * y % P


def encode_point(p: Point) -> bytes:
    """Return the 32 bytes that stand for a point."""
    inverse = pow(p[2], P - 2, P)
    return (p[1] * inverse % P | (p[0] * inverse % P & 1) << 255).to_bytes(32, "little")


def multiples(p: Point, count: int) -> list[Point]:
    """Return 0, p, 2p, 3p and so on."""
    table = [ZERO]
    while len(table) < count:
        table.append(add(table[-1], p))
    return table


BASE = decode_point((4 * pow(5, P - 2, P) % P).to_bytes(32, "little")) or ZERO
OF_BASE = multiples(BASE, 256)


@functools.lru_cache(maxsize=256)
def multiples_of_key(key: bytes) -> list[Point] | None:
    """Return 0 to 15 times minus a key's point; None where it is no key, or one whose signatures mean nothing."""
    p = decode_point(key)
    if p is None or encode_point(double(double(double(p)))) == encode_point(ZERO):
        return None
    return multiples((P - p[0], p[1], 1, P - p[3]), 16)


def signed(key: bytes, signature: bytes, message: bytes) -> bool:
    """Whether this signature of this message is by this key: S times B minus k times A must be R (5.1.7)."""
    of_key = multiples_of_key(key) if len(key) == 32 and len(signature) == 64 else None
    s = int.from_bytes(signature[32:], "little")
    if of_key is None or s >= ORDER:
        return False
    k = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), "little") % ORDER
    total = ZERO
    for at in range(248, -1, -8):  # eight binary digits of S and of k at a time, from the left
        total = add(double(double(double(double(total)))), of_key[k >> at + 4 & 15])
        total = add(double(double(double(double(total)))), of_key[k >> at & 15])
        total = add(total, OF_BASE[s >> at & 255])
    return encode_point(total) == signature[:32]


# ---- The tree over a log (RFC 9162, section 2.1): one hash that changes if any entry does


class MerkleTree:
    """The roots of the complete subtrees so far, and the roots over the first N entries for each N in ``wanted``."""

    def __init__(self, wanted: set[int]) -> None:
        self.size = 0
        self.nodes: list[bytes] = []
        self.roots = {0: hashlib.sha256(b"").digest()}
        self.wanted = wanted

    def add(self, leaf: bytes) -> None:
        """Append an entry by the hash of its leaf: SHA-256 of a zero byte and the entry."""
        left = self.size
        while left & 1:
            leaf = hashlib.sha256(b"\1" + self.nodes.pop() + leaf).digest()
            left >>= 1
        self.nodes.append(leaf)
        self.size += 1
        if self.size in self.wanted:
            self.keep_root()

    def keep_root(self) -> None:
        """Work out the root over the entries so far."""
        root = self.nodes[-1]
        for left in reversed(self.nodes[:-1]):
            root = hashlib.sha256(b"\1" + left + root).digest()
        self.roots[self.size] = root


def extends(old: int, old_root: bytes, new: int, proof: list[bytes]) -> tuple[bytes, bytes]:
    """Return the roots over the first ``old`` and all ``new`` entries that a consistency proof leads to (2.1.4).

    It mirrors the definition of SUBPROOF; what it takes is removed from ``proof``.
    """
    if old == new:
        root = old_root or proof.pop(0)
        return root, root
    left = 1 << (new - 1).bit_length() - 1
    if old <= left:
        first, second = extends(old, old_root, left, proof)
        return first, hashlib.sha256(b"\1" + second + proof.pop(0)).digest()
    first, second = extends(old - left, b"", new - left, proof)
    above = b"\1" + proof.pop(0)
    return hashlib.sha256(above + first).digest(), hashlib.sha256(above + second).digest()


# ---- Heads: what signed checkpoints state about the three logs

NUMBER = "0|[1-9][0-9]{0,17}"
BASE64 = "[A-Za-z0-9+/]+={0,2}"
SIGNER = "[^\\s+\x00-\x1f\x7f-\x9f]+"
PART = (
    f"(?:old ({NUMBER})\n((?:{BASE64}\n){{0,63}})\n)?"  # for others, who have no logs: that it extends an earlier head
    f"(triage/([0-9a-f]{{64}})/%s\n({NUMBER})\n({BASE64})\n)\n((?:— {SIGNER} {BASE64}\n)+)\n"
)
HEAD = re.compile("".join(PART % log for log in LOGS) + f"((?:key {SIGNER}\\+[0-9a-f]{{8}}\\+{BASE64}\n)+)")

SIGNED = re.compile(
    f"(triage/([0-9a-f]{{64}})/proof\n([0-9a-f]{{64}})\n)\n((?:— {SIGNER} {BASE64}\n)+)"
    f"key ({SIGNER}\\+[0-9a-f]{{8}}\\+{BASE64})\n"
)


class SignedHead(NamedTuple):
    """A head whose signatures are right: its case, how long each log was, its root, and the keys that signed."""

    case: str
    sizes: dict[str, int]
    roots: dict[str, bytes]
    proofs: dict[str, tuple[int, list[bytes]]]
    keys: list[str]
    signatures: int


def decode_base64(untrusted: str, size: int) -> bytes:
    """Return so many bytes from their one text in base64."""
    data = base64.b64decode(untrusted)
    if base64.b64encode(data).decode() != untrusted or len(data) != size:
        raise Failure(f"{shown(untrusted)} isn't {size} bytes in base64")
    return data


def read_head(untrusted: bytes) -> SignedHead:
    """Read a head and check that each key it names signed each of its three checkpoints."""
    match = HEAD.fullmatch(untrusted.decode())
    if match is None:
        raise Failure("it isn't written as a head must be")
    keys = match[22][4:-1].split("\nkey ")
    parts = [match.groups()[n * 7 : n * 7 + 7] for n in range(3)]
    if len({part[3] for part in parts}) > 1 or len(set(keys)) < len(keys):
        raise Failure("its parts are of different cases, or it names a key twice")
    count = 0
    for key in keys:
        for _, _, text, _, _, _, signatures in parts:
            count += check_signatures(key, text, signatures)
    sizes = {LOGS[n]: int(part[4]) for n, part in enumerate(parts)}
    roots = {LOGS[n]: decode_base64(part[5], 32) for n, part in enumerate(parts)}
    proofs = {
        LOGS[n]: (int(part[0]), [decode_base64(line, 32) for line in part[1].split()])
        for n, part in enumerate(parts)
        if part[0] is not None
    }
    return SignedHead(parts[0][3], sizes, roots, proofs, keys, count)


def check_signatures(line: str, text: str, signatures: str) -> int:
    """Check that a key signed a text, by the lines of signatures below it; return how many of them are by this key."""
    name, number, encoded = line.split("+", 2)
    raw = decode_base64(encoded, 33)
    if raw[:1] != b"\1" or sha256(name.encode() + b"\n" + raw)[:8] != number:
        raise Failure(f"{shown(line)} isn't a public key for Ed25519")
    mine = [s for s in signatures[:-1].split("\n") if s.startswith(f"— {name} ")]
    values = [value for value in (decode_base64(s.rpartition(" ")[2], 68) for s in mine) if value[:4].hex() == number]
    if not 0 < len(values) <= 100 or not all(signed(raw[1:], value[4:], text.encode()) for value in values):
        raise Failure(f"the signature of {shown(name)} isn't right, or there is none")
    return len(values)


# ---- Reading files that may have been made to do harm


class ProofFolder:
    """The folder's files: ``sums`` has the SHA-256 of each by its name. Links, pipes and devices are refused."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.sums: dict[str, str] = {}

    def open(self, name: str, most: int = MOST_BYTES) -> BinaryIO:
        """Open a regular file."""
        return open_regular(self.path / name, name, most)

    def read(self, name: str, most: int = MOST_SMALL) -> bytes:
        """Return what a small file holds."""
        with self.open(name, most) as file:
            return file.read(most)

    def names(self) -> list[str]:
        """Return the names of all files, one level of folders included."""
        names: list[str] = []
        waiting = [self.path]
        while waiting:
            for path in waiting.pop().iterdir():
                name = path.relative_to(self.path).as_posix()
                if stat.S_ISDIR(path.lstat().st_mode) and "/" not in name:
                    waiting.append(path)
                else:
                    names.append(name)
                if len(names) > MOST_FILES or len(waiting) > MOST_FILES:
                    raise Failure(f"there are more than {MOST_FILES:,} files in the folder")
        return sorted(names)

    def check_sums(self) -> str:
        """Hash every file and compare with SHA256SUMS, which must list them all and nothing else."""
        total = 0
        for name in self.names():
            if name == "SHA256SUMS":
                continue
            digest = hashlib.sha256()
            with self.open(name, MOST_BYTES - total) as file:
                size = os.fstat(file.fileno()).st_size
                for piece in iter(functools.partial(file.read, 1 << 20), b""):
                    digest.update(piece)
                    size -= len(piece)
                    total += len(piece)
                    if size < 0:
                        raise Failure(f"{shown(name)} grows while it is read")
            self.sums[name] = digest.hexdigest()
        lines = {f"{value}  {name}" for name, value in self.sums.items()}
        listed = os.fsdecode(self.read("SHA256SUMS"))
        differing = sorted(lines ^ set(listed[:-1].split("\n")), key=lambda line: line[66:])
        if differing or not listed.endswith("\n"):
            raise Failure(f"{shown(differing[0][66:]) if differing else 'SHA256SUMS'} isn't as SHA256SUMS lists it")
        if listed.count("\n") != len(lines):
            raise Failure("SHA256SUMS lists a file twice")
        return f"all {len(lines):,} files are as SHA256SUMS lists them"


def open_regular(path: Path, name: str, most: int) -> BinaryIO:
    """Open a regular file of at most so many bytes, without waiting for whatever else it may be."""
    try:
        flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        if not stat.S_ISREG(path.lstat().st_mode):
            raise Failure(f"{shown(name)} isn't a regular file")
        file = os.fdopen(os.open(path, flags), "rb")
    except OSError as error:
        raise Failure(f"{shown(name)} can't be opened: {error.strerror}") from error
    status = os.fstat(file.fileno())
    if not stat.S_ISREG(status.st_mode) or status.st_size > most:
        file.close()
        raise Failure(f"{shown(name)} isn't a regular file of at most {most:,} bytes")
    return file


def lines_of(file: BinaryIO) -> Iterator[bytes]:
    """Yield the lines of a file, each with its newline; the last one must have one, too."""
    for line in iter(functools.partial(file.readline, MOST_LINE), b""):
        if line[-1:] != b"\n":
            raise Failure(f"a line is longer than {MOST_LINE:,} bytes, or the last one isn't complete")
        yield line


def read_json(untrusted: bytes) -> dict[str, Any]:
    """Return a JSON object; one that names a key twice, or has an endless number, is refused."""
    try:
        value = json.loads(
            untrusted.decode(),
            object_pairs_hook=_object,
            parse_int=_integer,
            parse_float=str,
            parse_constant=_refused,
        )
    except (ValueError, RecursionError) as error:
        raise Failure(f"{shown(untrusted.decode('latin-1'), 60)} can't be read") from error
    if not isinstance(value, dict):
        raise Failure(f"{shown(untrusted.decode('latin-1'), 60)} isn't a JSON object")
    return value


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    if len(dict(pairs)) < len(pairs):
        raise ValueError("a key is named twice")
    return dict(pairs)


def _integer(digits: str) -> int:
    return int(digits if len(digits) < 21 else _refused(digits))


def _refused(text: str) -> Any:
    raise ValueError(f"{text[:20]} isn't a whole number of usual size")


# ---- The scope: which folders each version of it allows


def root_ids(untrusted: bytes) -> set[bytes]:
    """Return the ids of the allowed folders in the text of a scope.toml, as the ledger writes them."""
    try:
        import tomllib  # since Python 3.11

        tables = tomllib.loads(untrusted.decode()).get("allow", [])
    except ImportError:
        tables = simple_toml(untrusted.decode())
    ids = [table.get("id", f"allow-{number}") for number, table in enumerate(tables, 1)]
    return {json.dumps(str(root)).encode() for root in ids}


def simple_toml(untrusted: str) -> list[dict[str, str]]:
    """Return the allow tables of a scope.toml that has nothing but comments, tables and strings in double quotes."""
    tables: dict[str, list[dict[str, str]]] = {"": [{}], "allow": [], "deny": []}
    table = tables[""][0]
    for line in map(str.strip, untrusted.split("\n")):
        match = re.fullmatch(r'(?:\[\[(allow|deny)\]\]|(\w+)\s*=\s*("(?:[^"\\]|\\["\\bfnrtu])*"))?\s*(?:#.*)?', line)
        if match is None:
            raise Failure(f"{shown(line)} in a scope.toml can only be read by Python 3.11 or newer")
        if match[1]:
            table = {}
            tables[match[1]].append(table)
        elif match[2]:
            table[match[2]] = json.loads(match[3])
    return tables["allow"]


# ---- Ledgers

TIME = rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z"
PLAIN = rb'[^"\\\x00-\x1f\x7f-\xff]*'
TEXT = rb'"' + PLAIN + rb'(?:\\(?:["\\/bfnrt]|u[0-9a-f]{4})' + PLAIN + rb')*"'
NAME = rb'"[0-9a-f]{32}"'
NAMES = rb"\[(" + NAME + rb"(?:," + NAME + rb")*)\]"
LINE = re.compile(
    rb'\{"n":(\d{1,15}),"t":"(' + TIME + rb')","e":"(?:'
    rb'(decide)","v":"deny","r":' + TEXT + rb',"kind":"[a-z-]+","k":"\w+"'
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
    """What a ledger's lines come to, read once from its beginning; memory doesn't grow with their number."""

    def __init__(self, versions: dict[tuple[int, str], set[bytes]], wanted: set[int], anchors: dict[int, str]) -> None:
        self.tree = MerkleTree(wanted)
        self.versions, self.anchors = versions, anchors
        self.count, self.hash, self.withheld = 0, b"0" * 64, 0
        self.version = 0
        self.roots: set[bytes] | None = None
        self.reading: dict[bytes, int] = {}
        self.torn: str | None = None
        self.first = self.last = b""
        self.runs = self.opens = self.failed = self.denied = self.bytes = self.unjudged = self.back = 0

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
                    raise Failure(f"line {at:,}: {error}") from None
            elif at == 1 and raw.startswith(b'{"withheld":'):
                self.withhold(read_json(raw))
            else:
                self.tear(at, raw)
        if self.torn is not None or self.tree.size == self.withheld:
            raise Failure("the last line isn't complete" if self.torn is not None else "no line can be read")

    def withhold(self, line: dict[str, Any]) -> None:
        """Begin behind lines that are left out."""
        nodes, self.withheld = [bytes.fromhex(node) for node in line["nodes"]], line["withheld"]
        if not self.withheld > 0 or len(nodes) != bin(self.withheld).count("1") or {len(n) for n in nodes} != {32}:
            raise Failure("line 1: it doesn't say what lines are left out")
        self.count, self.tree.size = line["n"], self.withheld
        self.tree.nodes, self.hash = nodes, str(line["h"]).encode()
        self.tree.keep_root()

    def tear(self, at: int, raw: bytes) -> None:
        """Take half a line; the next must be whole and name it, as the program writes it where it goes on."""
        if self.torn is not None or (raw[:1] == b"{" and raw[-73:-67] == b',"h":"'):
            raise Failure(f"line {at:,} was changed, or a line before it was put in or taken out")
        leaf = re.fullmatch(rb'\{"torn":"([0-9a-f]{64})"\}\n', raw)
        self.torn = "" if leaf else sha256(raw[:-1])
        self.tree.add(bytes.fromhex(leaf[1].decode()) if leaf else hashlib.sha256(b"\0" + raw[:-1]).digest())

    def line(self, raw: bytes, match: re.Match[bytes] | None) -> None:
        """Check what a line states against those before it."""
        if match is None:
            return self.event(raw)
        number, time, denied, rule, opened, closed, sizes, contents, failed = match.groups()
        self.follow(int(number), time)
        if denied:
            self.denied += 1
        elif rule:
            if self.roots is not None and rule not in self.roots:
                raise Failure(f"{shown(rule.decode())} isn't a folder that version {self.version} of the scope allows")
            names = opened.split(b",")
            self.opens += len(names)
            self.unjudged += len(names) if self.roots is None else 0
            for name in names:
                self.reading[name] = self.reading.get(name, 0) + 1
        else:
            self.close(closed.split(b","), list(map(int, sizes.split(b","))), contents, bool(failed))
        return None

    def close(self, names: list[bytes], sizes: list[int], contents: bytes | None, failed: bool) -> None:
        """Check the end of reading files: each must have been opened."""
        if len(sizes) != len(names) or (not failed and len((contents or b"").split(b",")) != len(names)):
            raise Failure("it doesn't name as many sizes and contents as files")
        for name in names:
            left = self.reading.pop(name, 0) - 1
            if left < 0:
                raise Failure("a file is closed that wasn't opened")
            if left:
                self.reading[name] = left
        self.failed += len(names) if failed else 0
        self.bytes += sum(sizes)

    def follow(self, number: int, time: bytes) -> None:
        """Check a line's number and time."""
        if number != self.count:
            raise Failure(f"it says that it is number {number:,}, and is {self.count:,}")
        if self.torn is not None:
            raise Failure("the line before it is incomplete, and this one doesn't say so")
        if number in self.anchors and self.anchors[number].encode() != self.hash:
            raise Failure("it isn't the line that the audit names")
        self.back += time < self.last
        self.first, self.last = self.first or time, time

    def event(self, raw: bytes) -> None:
        """Check a line that isn't about one file."""
        line = read_json(raw)
        event, time = line.get("e"), str(line.get("t")).encode()
        if event in (None, "decide", "open", "close") or not re.fullmatch(TIME, time):
            raise Failure("it isn't in the form of a ledger's line")
        if event == "recover" and self.torn in ("", line.get("sha256")):
            self.torn = None
        self.follow(line["n"], time)
        if event == "scope":
            self.version = line["version"]
            self.roots = self.versions.get((self.version, line["sha256"]))
            if self.roots is None:
                raise Failure(f"it names a version {shown(self.version)} of the scope that isn't in this folder")
        self.runs += event == "run"

    def counts(self) -> dict[str, Any]:
        """Return what proof.json must state of this ledger."""
        return {
            "lines": self.count,
            "runs": self.runs,
            "opens": self.opens,
            "denied": self.denied,
            "failed": self.failed,
            "bytes": self.bytes,
            "first": self.first.decode(),
            "last": self.last.decode(),
        }


# ---- The whole folder


KEPT = ("create", "scope", "head", "countersigned", "recover")


class Proof:
    """The checks of one folder, in their order; ``failures`` counts those that don't hold."""

    def __init__(self, path: Path, given: Path | None) -> None:
        self.folder, self.given = ProofFolder(path), given
        self.heads: dict[str, SignedHead] = {}
        self.audit_tree = MerkleTree(set())
        self.audit_rows: list[tuple[str, str, dict[str, Any]]] = []  # time, action, detail of those that are needed
        self.anchors: dict[str, dict[int, str]] = {}  # the lines of each ledger that rows of the audit name
        self.versions: dict[tuple[int, str], set[bytes]] = {}
        self.ledgers: dict[str, CheckedLedger] = {}
        self.failures = 0

    def attempt(self, name: str, check: Callable[[], str]) -> None:
        """Print whether a check holds."""
        try:
            print(f"OK     {name}: {check()}")
        except Failure as error:
            self.failures += 1
            print(f"FAILS  {name}: {error}")
        except (ValueError, KeyError, TypeError, AttributeError, IndexError, OSError, RecursionError) as error:
            self.failures += 1
            print(f"FAILS  {name}: it can't be read ({type(error).__name__}: {shown(str(error))})")

    def run(self) -> int:
        """Make all checks and print them; return the exit code."""
        self.attempt("files", self.folder.check_sums)
        self.attempt("heads", self.check_heads)
        self.attempt("audit", self.check_audit)
        self.attempt("scope", self.check_scope)
        for log in ("ledger", "views"):
            self.attempt(log, functools.partial(self.check_ledger, log))
        self.attempt("signed roots", self.check_roots)
        self.attempt("stamps", self.check_stamps)
        self.attempt("counts", self.check_counts)
        self.attempt("signature", self.check_signature)
        print(f"\n{LIMITS}\n")
        print(f"{self.failures} of these checks FAIL." if self.failures else "Everything that is checked here holds.")
        return 1 if self.failures else 0

    def check_heads(self) -> str:
        """Read all heads; the last one must cover the logs to their ends (see check_roots)."""
        names = [name for name in self.folder.sums if re.fullmatch(r"heads/[^/]+\.head", name)]
        heads = {name: self.folder.read(name, 1 << 20) for name in names}
        if self.given:
            with open_regular(self.given, str(self.given), 1 << 20) as file:
                heads["the given head"] = file.read(1 << 20)
        if not names:
            raise Failure("there is none: nobody signed anything")
        count = 0
        for name, data in heads.items():
            try:
                self.heads[name] = read_head(data)
            except (Failure, ValueError) as error:
                raise Failure(f"{shown(name)}: {error}") from None
            count += self.heads[name].signatures
            if count > MOST_SIGNATURES:
                raise Failure(f"there are more than {MOST_SIGNATURES:,} signatures")
        if len({head.case for head in self.heads.values()}) > 1:
            raise Failure("they are of different cases")
        keys = sorted({key for head in self.heads.values() for key in head.keys})
        return f"{counted(len(names), 'head')} with {counted(count, 'signature')}, by " + ", ".join(map(shown, keys))

    def sizes(self, log: str) -> set[int]:
        """Return at which lengths of a log heads state its root."""
        heads = self.heads.values()
        return {head.sizes[log] for head in heads} | {head.proofs[log][0] for head in heads if log in head.proofs}

    def check_audit(self) -> str:
        """Read the audit's rows; the case's id is the hash of the first one."""
        tree, rows, given = MerkleTree(self.sizes("audit")), self.audit_rows, 0
        anchors: dict[str, dict[int, str]] = {"ledger": {}, "views": {}}
        with self.folder.open("audit.jsonl") as file:
            for number, line in enumerate(map(read_json, lines_of(file)), 1):
                if list(line) == ["leaf"] and number > 1 and len(line["leaf"]) == 64:
                    tree.add(bytes.fromhex(line["leaf"]))
                    continue
                entry = line["entry"].encode()
                tree.add(hashlib.sha256(b"\0" + entry).digest())
                at, time, _, action, detail = line["entry"].split("|", 4)
                if at != str(number) or len(line) > 1:
                    raise Failure(f"line {number:,} isn't row {number:,} of the audit")
                if number == 1 and {head.case for head in self.heads.values()} - {sha256(b"0" * 64 + b"\n" + entry)}:
                    raise Failure("the heads are of another case")
                details = read_json(detail.encode())
                given += 1
                if action in KEPT or "restored" in details:
                    rows.append((time, action, details))
                if action == "recover":  # the logs of the record before it were put aside
                    anchors["ledger"].clear()
                    anchors["views"].clear()
                self.anchor(number, details, anchors["views" if action == "view" else "ledger"])
        self.audit_tree, self.anchors = tree, anchors
        missing = [d["file"] for _, action, d in rows if action in ("head", "countersigned") if not self.has(d)]
        if missing:
            raise Failure(f"heads/{shown(missing[0])}, which a row names, is missing or was changed")
        signed = next((time for time, action, _ in rows if action == "head"), "the last head")
        text = f"{counted(tree.size, 'row')}, {given:,} of which can be read here; unsigned until {shown(signed)}"
        for time, action, detail in rows:
            if action == "recover" or "restored" in detail:
                reason = shown(detail.get("reason", detail.get("restored")))
                text += f"\n       note: on {shown(time)} a broken or older record was gone on from; reason: {reason}"
        return text

    @staticmethod
    def anchor(number: int, detail: dict[str, Any], anchors: dict[int, str]) -> None:
        """Keep which line of a ledger a row names, by its number and hash."""
        match = re.match(r"(\d{1,15}):([0-9a-f]{64})", str(detail.get("ledger")))
        if match and anchors.setdefault(int(match[1]), match[2]) != match[2]:
            raise Failure(f"row {number:,} names another line {int(match[1]):,} than a row before it")

    def has(self, detail: dict[str, Any]) -> bool:
        """Whether the folder has the head that a row of the audit names."""
        return bool(self.folder.sums.get(f"heads/{detail['file']}") == detail["sha256"])

    def check_scope(self) -> str:
        """Compare the versions of the scope with the audit, which names the SHA-256 of each."""
        audited = {d["version"]: d["sha256"] for _, _, d in self.audit_rows if d.get("version", 0) and "sha256" in d}
        names = {name for name in self.folder.sums if name.startswith("scope/")}
        for number, digest in audited.items():
            name = f"scope/{number}.toml"
            if self.folder.sums.get(name) != digest:
                raise Failure(f"{shown(name)} isn't the version that the audit names")
            names.discard(name)
            self.versions[number, digest] = root_ids(self.folder.read(name))
        if names:
            raise Failure(f"{shown(min(names))} isn't a version that the audit names")
        return f"{counted(len(audited), 'version')}, as the audit names them"

    def check_ledger(self, log: str) -> str:
        """Check a ledger; there are no views before somebody looks at an original."""
        ledger = CheckedLedger(self.versions, self.sizes(log), self.anchors.get(log, {}))
        with self.folder.open(f"{log}.jsonl") as file:
            if log == "ledger" or os.fstat(file.fileno()).st_size:
                ledger.read(file)
        self.ledgers[log] = ledger
        if max(ledger.anchors, default=0) > ledger.count:
            raise Failure(f"it has {ledger.count:,} lines, and the audit names line {max(ledger.anchors):,}")
        c = ledger.counts()
        text = (
            f"{counted(c['lines'], 'line')}, each follows from the one before; {counted(c['runs'], 'run')}, "
            f"{counted(c['opens'], 'opening')} of files, each as it was allowed, {counted(c['bytes'], 'byte')} read, "
            f"{c['failed']:,} unreadable, {counted(c['denied'], 'refusal')}; "
            f"from {c['first'] or '-'} to {c['last'] or '-'}"
        )
        notes = [
            (ledger.withheld, "line", "at the beginning left out: only the signed roots cover what they state"),
            (ledger.unjudged, "opening", "with no version of the scope named before: not judged by one"),
            (sum(ledger.reading.values()), "opening", "with no end: the program was stopped there"),
            (ledger.back, "time", "earlier than the one before: the clock was set back"),
        ]
        return text + "".join(f"\n       note: {counted(count, noun)} {note}" for count, noun, note in notes if count)

    def check_roots(self) -> str:
        """Hold each head against the logs; one of them must cover all of each."""
        trees = {log: ledger.tree for log, ledger in self.ledgers.items()}
        trees["audit"] = self.audit_tree
        if not self.heads or len(trees) < len(LOGS):
            raise Failure("a head or a log could not be read")
        skipped = 0
        for name, head in self.heads.items():
            for log, tree in trees.items():
                if head.sizes[log] in tree.roots:
                    if tree.roots[head.sizes[log]] != head.roots[log]:
                        raise Failure(f"{shown(name)} was signed over another {log} than the one in this folder")
                    if log in head.proofs and not self.proves(tree, head, log):
                        raise Failure(f"the proof in {shown(name)} that {log} was only appended to is wrong")
                elif log in self.ledgers and head.sizes[log] < self.ledgers[log].withheld:
                    skipped += 1
                else:
                    raise Failure(f"{shown(name)} covers more lines of {log}.jsonl than it has")
        if not any(all(head.sizes[log] == trees[log].size for log in LOGS) for head in self.heads.values()):
            raise Failure("the logs go on after what the last head covers: their ends are signed by nobody")
        note = f"\n       note: {counted(skipped, 'root')} over lines that are left out" if skipped else ""
        return f"each head states what the logs come to, and the last one covers them to their ends{note}"

    @staticmethod
    def proves(tree: MerkleTree, head: SignedHead, log: str) -> bool:
        """Whether the proof that comes with a head is right, which shows that it extends an earlier one."""
        old, proof = head.proofs[log]
        size = head.sizes[log]
        if old > size or old not in tree.roots:  # the latter where lines are left out
            return old < size
        if old in (0, size):
            return not proof
        roots = tree.roots[old], tree.roots[size]
        try:
            return extends(old, roots[0], size, proof) == roots and not proof
        except IndexError:  # too few hashes
            return False

    def check_stamps(self) -> str:
        """Look for the SHA-256 of a head in each answer about it; who signed the answer isn't checked here."""
        names = [name for name in self.folder.sums if name.startswith("stamps/") and name.endswith(".tsr")]
        for name in names:
            digest = self.folder.sums.get(f"heads/{name[7:-4]}")
            if digest is None or bytes.fromhex(digest) not in self.folder.read(name):
                raise Failure(f"{shown(name)} is about something else than its head")
        return (
            f"{counted(len(names), 'time stamp')}, about the heads here; the signatures of time stamps are not checked"
        )

    def check_signature(self) -> str:
        """Check that one of the keys that signed heads has signed proof.json."""
        match = SIGNED.fullmatch(self.folder.read("proof.sig").decode())
        if match is None or match[3] != self.folder.sums.get("proof.json"):
            raise Failure("proof.sig isn't about this proof.json")
        check_signatures(match[5], match[1], match[4])
        heads = [head for head in self.heads.values() if match[5] in head.keys]
        if {head.case for head in heads} != {match[2]}:
            raise Failure(f"proof.json is signed by {shown(match[5])}, which signed no head of this case")
        return f"proof.json is signed by {shown(match[5])}"

    def check_counts(self) -> str:
        """Compare what proof.json states with what the logs come to."""
        stated = read_json(self.folder.read("proof.json"))
        counts: dict[str, Any] = {log: ledger.counts() for log, ledger in self.ledgers.items()}
        counts["audit"] = self.audit_tree.size
        if stated["counts"] != counts:
            raise Failure("proof.json states other counts than the logs come to")
        if {head.case for head in self.heads.values()} != {stated["case"]}:
            raise Failure("proof.json names another case than the heads")
        words = f"{shown(stated['program'], 100)}; it covers {shown(stated['covers'], 1000)}"
        return f"as proof.json states them; it also says, unchecked: made by {words}"


def main() -> int:
    """Check the folder that the command line names."""
    parser = argparse.ArgumentParser(description="Check a proof that Triage made of what it opened.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--head", type=Path, help="a head of the case that you were given earlier")
    arguments = parser.parse_args()
    if not arguments.folder.is_dir():
        print(f"{shown(str(arguments.folder))} isn't a folder.", file=sys.stderr)
        return 2
    return Proof(arguments.folder, arguments.head).run()


if __name__ == "__main__":
    sys.exit(main())
