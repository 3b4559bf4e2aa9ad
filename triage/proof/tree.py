"""The Merkle tree of RFC 9162, section 2.1, with SHA-256: one hash for a list of entries, and proofs about it.

A consistency proof shows that a tree begins with all entries of an earlier one. It is a list of O(log n) hashes, each
the root over a range of entries, so that ``prove`` makes it in one pass over a log of any length.
An inclusion proof, of as many, shows that an entry is in a tree.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import sha256
from itertools import islice

EMPTY = sha256(b"").digest()  # the root of the tree without entries


def leaf(entry: bytes) -> bytes:
    return sha256(b"\0" + entry).digest()


def node(left: bytes, right: bytes) -> bytes:
    return sha256(b"\1" + left + right).digest()


class Frontier:
    """The tree over the entries so far, as the roots of its complete subtrees from left to right: O(log n) hashes."""

    def __init__(self, size: int = 0, hashes: Sequence[bytes] = ()) -> None:
        if size < 0 or len(hashes) != size.bit_count() or any(len(h) != 32 for h in hashes):
            raise ValueError(f"{len(hashes)} hashes are no frontier of {size} entries")
        self.size = size
        self.hashes = list(hashes)

    def extend(self, entries: Iterable[bytes]) -> None:
        size, hashes = self.size, self.hashes
        for entry in entries:
            root, left = sha256(b"\0" + entry).digest(), size
            while left & 1:
                root = sha256(b"\1" + hashes.pop() + root).digest()
                left >>= 1
            hashes.append(root)
            size += 1
        self.size = size

    def root(self) -> bytes:
        if not self.hashes:
            return EMPTY
        root = self.hashes[-1]
        for left in reversed(self.hashes[:-1]):
            root = node(left, root)
        return root


def roots(entries: Iterable[bytes], sizes: Iterable[int]) -> dict[int, bytes]:
    """Return the root over the first n entries for each size n, in one pass; a shorter log has one of its own size."""
    frontier, rest, hashes = Frontier(), iter(entries), dict[int, bytes]()
    for size in sorted(set(sizes)):
        frontier.extend(islice(rest, size - frontier.size))
        hashes[frontier.size] = frontier.root()
        if frontier.size < size:
            break
    return hashes


def _split(size: int) -> int:
    """Return the largest power of two that is smaller than ``size``: the number of entries in the left subtree."""
    return 1 << ((size - 1).bit_length() - 1)


def consistency(old: int, new: int) -> list[range]:
    """Return the ranges of entries under a consistency proof's hashes, in its order (RFC 9162, section 2.1.4.1).

    ``old`` and ``new`` are the sizes of the trees; raises ValueError if the new one is smaller.
    """
    if not 0 <= old <= new:
        raise ValueError(f"{new} entries don't extend {old}")
    start, end, ranges = 0, new, list[range]()
    while start < old < end:
        middle = start + _split(end - start)
        if old <= middle:
            ranges.append(range(middle, end))
            end = middle
        else:
            ranges.append(range(start, middle))
            start = middle
    if start:
        ranges.append(range(start, end))
    return ranges[::-1]


def inclusion(at: int, size: int) -> list[range]:
    """Return the ranges of entries under the hashes of entry ``at``'s inclusion proof (RFC 9162, section 2.1.3.1)."""
    start, end, ranges = 0, size, list[range]()
    while end - start > 1:
        middle = start + _split(end - start)
        if at < middle:
            ranges.append(range(middle, end))
            end = middle
        else:
            ranges.append(range(start, middle))
            start = middle
    return ranges[::-1]


def prove(ranges: Sequence[range], entries: Iterable[bytes]) -> list[bytes]:
    """Return the root over each range, in their order, in one pass; raises ValueError if there are too few entries."""
    rest, position, hashes = iter(entries), 0, dict[int, bytes]()
    for part in sorted(ranges, key=lambda part: part.start):
        gap = part.start - position
        next(islice(rest, gap, gap), None)  # skips what is in no range
        frontier = Frontier()
        frontier.extend(islice(rest, len(part)))
        if frontier.size < len(part):
            raise ValueError(f"the log ends before entry {part.stop}")
        position, hashes[part.start] = part.stop, frontier.root()
    return [hashes[part.start] for part in ranges]


def extends(old: int, old_root: bytes, new: int, new_root: bytes, proof: Sequence[bytes]) -> bool:
    """Whether a proof shows that the new tree begins with all entries of the old one (RFC 9162, section 2.1.4.2)."""
    if old == new or old == 0:
        return 0 <= old <= new and not proof and old_root == (EMPTY if old == 0 else new_root)
    path = [old_root, *proof] if old & (old - 1) == 0 else list(proof)
    if not 0 < old < new or not proof:
        return False
    here, last = old - 1, new - 1
    while here & 1:
        here, last = here >> 1, last >> 1
    first = second = path[0]
    for part in path[1:]:
        if last == 0:
            return False
        if here & 1 or here == last:
            first, second = node(part, first), node(part, second)
            while here and not here & 1:
                here, last = here >> 1, last >> 1
        else:
            second = node(second, part)
        here, last = here >> 1, last >> 1
    return last == 0 and first == old_root and second == new_root
