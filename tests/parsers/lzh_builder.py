"""Packs as LHA, LArc and ARJ do, and builds their archives; slow and plain, and apart from what reads them."""

from __future__ import annotations

import heapq
import struct
import zlib
from collections import Counter

Token = int | tuple[int, int]
"""A letter, or (distance from 1 on, length)."""


class Bits:
    """Bits, the highest first."""

    def __init__(self) -> None:
        self._text: list[str] = []

    def put(self, value: int, count: int) -> None:
        if count:
            self._text.append(f"{value:0{count}b}")

    def done(self) -> bytes:
        text = "".join(self._text)
        text += "0" * (-len(text) % 8)
        return int("1" + text, 2).to_bytes(len(text) // 8 + 1)[1:] if text else b""


def tokens(data: bytes, window: int, shortest: int = 3, longest: int = 256) -> list[Token]:
    """Cut data into letters and copies of the last place where the next few bytes stood."""
    found: list[Token] = []
    places: dict[bytes, int] = {}
    at = 0
    while at < len(data):
        place = places.get(data[at : at + shortest])
        length = 0
        if place is not None and at - place <= window and at + shortest <= len(data):
            while length < longest and at + length < len(data) and data[place + length] == data[at + length]:
                length += 1
        for passed in range(at, at + max(1, length)):
            places[data[passed : passed + shortest]] = passed
        found.append((at - place, length) if length and place is not None else data[at])
        at += max(1, length)
    return found


def _lengths(counts: Counter[int]) -> dict[int, int]:
    """Return how long each symbol's code is, by Huffman; none for a single one."""
    heap = [(count, number, (symbol,)) for number, (symbol, count) in enumerate(sorted(counts.items()))]
    lengths = dict.fromkeys(counts, 0)
    heapq.heapify(heap)
    number = len(heap)
    while len(heap) > 1:
        one, two = heapq.heappop(heap), heapq.heappop(heap)
        for symbol in one[2] + two[2]:
            lengths[symbol] += 1
        heapq.heappush(heap, (one[0] + two[0], number, one[2] + two[2]))
        number += 1
    return lengths


def _codes(lengths: dict[int, int]) -> dict[int, tuple[int, int]]:
    codes, code, before = {}, 0, 0
    for length, symbol in sorted((length, symbol) for symbol, length in lengths.items()):
        code <<= length - before
        before = length
        codes[symbol] = (code, length)
        code += 1
    return codes


def _put_short(bits: Bits, lengths: dict[int, int], width: int, gap: int) -> None:
    """Write the lengths of a code in three bits and more."""
    if len(lengths) == 1:
        bits.put(0, width)
        bits.put(*lengths, width)
        return
    count = max(lengths, default=0) + 1
    bits.put(count, width)
    symbol = 0
    while symbol < count:
        length = lengths.get(symbol, 0)
        bits.put(min(length, 7), 3)
        if length >= 7:
            bits.put((1 << length - 6) - 2, length - 6)
        symbol += 1
        if symbol == gap:
            left_out = next((k for k in range(3) if lengths.get(symbol + k)), 3)
            bits.put(left_out, 2)
            symbol += left_out


def _length_symbols(lengths: dict[int, int]) -> list[tuple[int, int, int]]:
    """Return (symbol, further bits, their count) for the lengths of letters: zeros by runs."""
    out, symbol, count = [], 0, max(lengths) + 1
    while symbol < count:
        if lengths.get(symbol):
            out.append((lengths[symbol] + 2, 0, 0))
            symbol += 1
            continue
        run = 1
        while not lengths.get(symbol + run):
            run += 1
        run = run if run >= 20 else min(run, 18)
        out.append((0, 0, 0) if run < 3 else (1, run - 3, 4) if run < 20 else (2, run - 20, 9))
        symbol += 1 if run < 3 else run
    return out


def static(data: bytes, window: int, width: int, block: int = 2000) -> bytes:
    """Pack as lh4 to lh7 and ARJ 1 to 3 do; ``width`` bits say how many lengths of distances' bits there are."""
    bits, found = Bits(), tokens(data, window)
    for at in range(0, len(found), block):
        part = found[at : at + block]
        letters = [token if isinstance(token, int) else token[1] + 253 for token in part]
        far = [(token[0] - 1).bit_length() for token in part if not isinstance(token, int)]
        by_letter, by_far = _lengths(Counter(letters)), _lengths(Counter(far or [0]))
        bits.put(len(part), 16)
        if len(by_letter) > 1:
            symbols = _length_symbols(by_letter)
            by_length = _lengths(Counter(symbol for symbol, _, _ in symbols))
            _put_short(bits, by_length, 5, 3)
            bits.put(max(by_letter) + 1, 9)
            code = _codes(by_length)
            for symbol, more, count in symbols:
                bits.put(*code[symbol])
                bits.put(more, count)
        else:
            bits.put(0, 10)
            bits.put(0, 9)
            bits.put(*by_letter, 9)
        _put_short(bits, by_far, width, -1)
        code, far_code = _codes(by_letter), _codes(by_far)
        for letter, token in zip(letters, part, strict=True):
            bits.put(*code[letter])
            if not isinstance(token, int):
                slot = (token[0] - 1).bit_length()
                bits.put(*far_code[slot])
                if slot > 1:
                    bits.put(token[0] - 1 - (1 << slot - 1), slot - 1)
    return bits.done()


def bomb(size: int, width: int) -> bytes:
    """Return blocks of one copy of 256 bytes, over and over, that unpack to blanks."""
    bits = Bits()
    for _ in range(size >> 24):
        bits.put(0, 16)  # 65,536 symbols
        bits.put(0, 10)
        bits.put(0, 9)
        bits.put(509, 9)
        bits.put(0, 2 * width)
    return bits.done()


def fastest(data: bytes) -> bytes:
    """Pack as ARJ's method 4 does."""
    bits = Bits()

    def number(value: int, least: int, most: int) -> None:
        width = least
        while width < most and value >= 1 << width:
            value -= 1 << width
            width += 1
            bits.put(1, 1)
        if width < most:
            bits.put(0, 1)
        bits.put(value, width)

    for token in tokens(data, 15_000, longest=250):
        if isinstance(token, int):
            number(0, 0, 7)
            bits.put(token, 8)
        else:
            number(token[1] - 2, 0, 7)
            number(token[0] - 1, 9, 13)
    return bits.done()


def lzs(data: bytes) -> bytes:
    bits, at = Bits(), 0
    for token in tokens(data, 2000, 2, 17):
        if isinstance(token, int):
            bits.put(1, 1)
            bits.put(token, 8)
            at += 1
        else:
            bits.put(0, 1)
            bits.put((at - token[0] - 17) % 2048, 11)
            bits.put(token[1] - 2, 4)
            at += token[1]
    return bits.done()


def lz5(data: bytes) -> bytes:
    out, at, found = b"", 0, tokens(data, 4000, 3, 18)
    for first in range(0, len(found), 8):
        flags, group = 0, b""
        for number, token in enumerate(found[first : first + 8]):
            if isinstance(token, int):
                flags |= 1 << number
                group += bytes((token,))
                at += 1
            else:
                place = (at - token[0] - 18) % 4096
                group += bytes((place & 0xFF, place >> 4 & 0xF0 | token[1] - 3))
                at += token[1]
        out += bytes((flags,)) + group
    return out


class _Node:
    """A node of lh1's tree: how often it came, where it stands, what is above and below it."""

    def __init__(self, count: int, symbol: int = -1, below: tuple[_Node, ...] = ()) -> None:
        self.count, self.symbol, self.below = count, symbol, below
        self.above: _Node | None = None
        self.at = 0


class _Tree:
    """The code of lh1: nodes in the order of their counts."""

    def __init__(self) -> None:
        self._build([_Node(1, symbol) for symbol in range(314)])

    def _build(self, nodes: list[_Node]) -> None:
        self.leaf = {node.symbol: node for node in nodes}
        at = 0
        while at < len(nodes) - 1:
            one, two = nodes[at : at + 2]
            both = _Node(one.count + two.count, below=(one, two))
            one.above = two.above = both
            place = len(nodes)
            while nodes[place - 1].count > both.count:
                place -= 1
            nodes.insert(place, both)
            at += 2
        for at, node in enumerate(nodes):
            node.at = at
        self.nodes = nodes

    def code(self, symbol: int) -> str:
        node, text = self.leaf[symbol], ""
        while node.above is not None:
            text = ("0" if node.above.below[0] is node else "1") + text
            node = node.above
        return text

    def count(self, symbol: int) -> None:
        if self.nodes[-1].count == 0x8000:
            self._build([_Node((node.count + 1) // 2, node.symbol) for node in self.nodes if not node.below])
        node: _Node | None = self.leaf[symbol]
        while node is not None:
            last = node.at
            while last + 1 < len(self.nodes) and self.nodes[last + 1].count == node.count:
                last += 1
            if last > node.at:
                self._swap(node, self.nodes[last])
            node.count += 1
            node = node.above

    def _swap(self, one: _Node, two: _Node) -> None:
        """Exchange the places of two nodes, in the order and under their parents."""
        for parent in {one.above, two.above}:
            assert parent is not None
            parent.below = tuple(two if child is one else one if child is two else child for child in parent.below)
        one.above, two.above = two.above, one.above
        one.at, two.at = two.at, one.at
        self.nodes[one.at], self.nodes[two.at] = one, two


def lh1(data: bytes) -> bytes:
    bits, tree = Bits(), _Tree()
    far = _codes(dict(enumerate([3] + [4] * 3 + [5] * 8 + [6] * 12 + [7] * 24 + [8] * 16)))
    for token in tokens(data, 4000, 3, 60):
        symbol = token if isinstance(token, int) else token[1] + 253
        code = tree.code(symbol)
        bits.put(int(code, 2), len(code))
        tree.count(symbol)
        if not isinstance(token, int):
            bits.put(*far[token[0] - 1 >> 6])
            bits.put(token[0] - 1 & 63, 6)
    return bits.done()


def crc16(data: bytes) -> int:
    value = 0
    for byte in data:
        value ^= byte
        for _ in range(8):
            value = value >> 1 ^ (0xA001 if value & 1 else 0)
    return value


def lha_member(
    name: bytes,
    plain: bytes,
    method: str = "-lh0-",
    packed: bytes | None = None,
    level: int = 0,
    fields: dict[int, bytes] | None = None,
    system: str = "M",
    clock: int = 0,
) -> bytes:
    """Lay out one member with a header of level 0 to 3; names stand among the fields from level 2 on."""
    packed = plain if packed is None else packed
    body = dict(fields or {})
    if level >= 2:
        body.setdefault(1, name)
    width = 4 if level == 3 else 2
    raw = [bytes((kind,)) + value for kind, value in body.items()]
    sizes = [len(one) + width for one in raw] + [0]
    chain = b"".join(one + size.to_bytes(width, "little") for one, size in zip(raw, sizes[1:], strict=True))
    first = sizes[0].to_bytes(width, "little")
    skip = len(packed) + (len(chain) if level == 1 else 0)
    common = method.encode() + struct.pack("<III", skip, len(plain), clock) + b"\x20" + bytes((level,))
    check = struct.pack("<H", crc16(plain))
    if level < 2:
        base = common + bytes((len(name),)) + name + check + (system.encode() + first if level else b"")
        return bytes((len(base), sum(base) & 0xFF)) + base + (chain if level else b"") + packed
    if level == 2:
        whole = 2 + len(common) + 3 + 2 + len(chain)
        padding = b"\0" * (whole & 0xFF == 0)
        return (
            struct.pack("<H", whole + len(padding))
            + common
            + check
            + system.encode()
            + first
            + chain
            + padding
            + packed
        )
    whole = 2 + len(common) + 3 + 8 + len(chain)
    return b"\4\0" + common + check + system.encode() + struct.pack("<I", whole) + first + chain + packed


def lha_of(*members: bytes) -> bytes:
    return b"".join(members) + b"\0"


def _arj_header(fixed: bytes, name: bytes, comment: bytes) -> bytes:
    raw = bytes((len(fixed) + 1,)) + fixed + name + b"\0" + comment + b"\0"
    return b"\x60\xea" + struct.pack("<H", len(raw)) + raw + struct.pack("<I", zlib.crc32(raw)) + b"\0\0"


def arj_member(
    name: bytes,
    plain: bytes,
    method: int = 0,
    packed: bytes | None = None,
    comment: bytes = b"",
    flags: int = 0,
    kind: int = 0,
    shift: int = 0,
) -> bytes:
    packed = plain if packed is None else packed
    fixed = bytes((11, 1, 0, flags, method, kind, shift)) + struct.pack(
        "<IIIIHHH", 0x4A21_6000, len(packed), len(plain), zlib.crc32(plain), 0, 0, 0
    )
    return _arj_header(fixed, name, comment) + packed


def arj_of(*members: bytes, comment: bytes = b"", cipher: int = 0) -> bytes:
    fixed = bytes((11, 1, 0, 0, 0, 2, 0)) + struct.pack("<IIIIHHBB", 0x4A21_6000, 0x4A22_6000, 0, 0, 0, 0, cipher, 0)
    return _arj_header(fixed, b"a.arj", comment) + b"".join(members) + b"\x60\xea\0\0"
