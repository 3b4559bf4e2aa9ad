"""Ed25519 (RFC 8032): is this signature of this message by this key?"""

from __future__ import annotations

import functools
import hashlib
from typing import Tuple

# A point (x, y) is kept as (X, Y, Z, T) with x = X/Z, y = Y/Z, xy = T/Z. The formulas are those of RFC 8032, 5.1.4.

Point = Tuple[int, int, int, int]
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
