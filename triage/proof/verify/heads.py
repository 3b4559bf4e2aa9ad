"""The tree over a log (RFC 9162, section 2.1), heads: what signed checkpoints state about the logs, and Ed25519."""

from __future__ import annotations

import base64
import functools
import hashlib
import re
from typing import NamedTuple, Tuple

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
        root = self.nodes[-1]
        for left in reversed(self.nodes[:-1]):
            root = hashlib.sha256(b"\1" + left + root).digest()
        self.roots[self.size] = root


def extends(old: int, old_root: bytes, new: int, proof: list[bytes]) -> tuple[bytes, bytes]:
    """Return the roots over ``old`` and ``new`` entries that a consistency proof leads to (2.1.4), and use it up."""
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


# Ed25519 (RFC 8032): is this signature of this message by this key?

# A point (x, y) is kept as (X, Y, Z, T) with x = X/Z, y = Y/Z, xy = T/Z. The formulas are those of RFC 8032, 5.1.4.

Point = Tuple[int, int, int, int]
P = 2**255 - 19
ORDER = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
ZERO: Point = (0, 1, 1, 0)


def add(p: Point, q: Point) -> Point:
    x1, y1, z1, t1 = p
    x2, y2, z2, t2 = q
    a, b = (y1 - x1) * (y2 - x2) % P, (y1 + x1) * (y2 + x2) % P
    c, d = 2 * t1 * t2 * D % P, 2 * z1 * z2 % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P


def double(p: Point) -> Point:
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
    inverse = pow(p[2], P - 2, P)
    return (p[1] * inverse % P | (p[0] * inverse % P & 1) << 255).to_bytes(32, "little")


def multiples(p: Point, count: int) -> list[Point]:
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
