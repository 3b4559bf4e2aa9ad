"""The tree over a log (RFC 9162, section 2.1), and heads: what signed checkpoints state about the three logs."""

from __future__ import annotations

import base64
import hashlib
import re
from typing import NamedTuple

from triage.proof.verify.basics import LOGS, Failure, Signed, sha256


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


NUMBER = "0|[1-9][0-9]{0,17}"
BASE64 = "[A-Za-z0-9+/]+={0,2}"
SIGNER = "[^\\s+\x00-\x1f\x7f-\x9f]+"
PART = (
    f"(?:old ({NUMBER})\n((?:{BASE64}\n){{0,63}})\n)?"  # for others, who have no logs: that it extends an earlier head
    f"(triage/([0-9a-f]{{64}})/%s\n({NUMBER})\n({BASE64})\n)\n((?:— {SIGNER} {BASE64}\n)+)\n"
)
HEAD = re.compile("".join(PART % log for log in LOGS) + f"((?:key {SIGNER}\\+[0-9a-f]{{8}}\\+{BASE64}\n)+)")

SIGNED = re.compile(
    f"(triage/([0-9a-f]{{64}})/(proof|export|production)\n([0-9a-f]{{64}})\n)\n((?:— {SIGNER} {BASE64}\n)+)"
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
        raise Failure("bytes-not-in-base64", text=untrusted, size=size)
    return data


def read_head(untrusted: bytes, signed: Signed) -> SignedHead:
    """Read a head and check that each key it names signed each of its three checkpoints."""
    match = HEAD.fullmatch(untrusted.decode())
    if match is None:
        raise Failure("not-a-head")
    keys = match[22][4:-1].split("\nkey ")
    parts = [match.groups()[n * 7 : n * 7 + 7] for n in range(3)]
    if len({part[3] for part in parts}) > 1 or len(set(keys)) < len(keys):
        raise Failure("head-parts-differ")
    count = 0
    for key in keys:
        for _, _, text, _, _, _, signatures in parts:
            count += check_signatures(key, text, signatures, signed)
    sizes = {LOGS[n]: int(part[4]) for n, part in enumerate(parts)}
    roots = {LOGS[n]: decode_base64(part[5], 32) for n, part in enumerate(parts)}
    proofs = {
        LOGS[n]: (int(part[0]), [decode_base64(line, 32) for line in part[1].split()])
        for n, part in enumerate(parts)
        if part[0] is not None
    }
    return SignedHead(parts[0][3], sizes, roots, proofs, keys, count)


def check_signatures(line: str, text: str, signatures: str, signed: Signed) -> int:
    """Check that a key signed a text, by the lines of signatures below it; return how many of them are by this key."""
    name, number, encoded = line.split("+", 2)
    raw = decode_base64(encoded, 33)
    if raw[:1] != b"\1" or sha256(name.encode() + b"\n" + raw)[:8] != number:
        raise Failure("not-a-public-key", line=line)
    mine = [s for s in signatures[:-1].split("\n") if s.startswith(f"— {name} ")]
    values = [value for value in (decode_base64(s.rpartition(" ")[2], 68) for s in mine) if value[:4].hex() == number]
    if not 0 < len(values) <= 100 or not all(signed(raw[1:], value[4:], text.encode()) for value in values):
        raise Failure("signature-wrong", name=name)
    return len(values)


def read_signature(untrusted: bytes, kind: str, digest: str, signed: Signed) -> tuple[str, str]:
    """Check a signed note of the SHA-256 of what lists a folder's files; return the case that it names, and the key."""
    match = SIGNED.fullmatch(untrusted.decode())
    if match is None or (match[3], match[4]) != (kind, digest):
        raise Failure("signature-of-something-else", file=f"{kind}.sig")
    check_signatures(match[6], match[1], match[5], signed)
    return match[2], match[6]
