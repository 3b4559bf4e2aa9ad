"""Distances: where the sides of a w/N stand, given where each of its words stands in one field.

Pure computation over token positions; where they come from is the engines' business. The rule is ``query.Near``'s:
both sides use different words of the text, and at most ``distance - 1`` words stand between their stretches.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import chain as joined
from itertools import groupby

from triage.errors import EngineRefusal
from triage.search.deadline import NO_LIMIT, Deadline
from triage.search.proximity.pairs import Pair, Starts
from triage.search.query.tree import Near, Node, Or, Pattern, Phrase, Prefix, Term, Word, Words

Leaf = Term | Phrase
_NONE: frozenset[int] = frozenset()
_CHECK_EVERY = 256
_MOST_COMPARED = 100_000
_MANY = 40  # pairs of stretches, from which on looking for the near ones is quicker than trying all
_SHORT = 4  # places of a leaf


Stretch = tuple[int, int, frozenset[int]]
"""The first token, the last token, and those of its tokens that another leaf may claim."""

Finder = Callable[[Starts, frozenset[int] | None], Iterable[Stretch]]
"""From leaves' positions and the tokens that more than one leaf stands on (None: note all) to stretches.

They are a list where they are quickly made, and otherwise come one by one, as the first may be enough.
"""


class Plan:
    """A distance made ready to be tried on many fields.

    It is made from a ``normal`` tree; ``leaves`` are its leaves from left to right, in which order their positions are
    to be given.
    ``apart``: no token of a text can belong to two of them. ``pair``: the same as a pair, where it is one.
    """

    def __init__(self, node: Node, clock: Deadline = NO_LIMIT) -> None:
        self.leaves: list[Leaf] = []
        self._clock = clock
        self._finder = self._compile(node)
        self.apart = _are_apart(self.leaves)
        self.pair = _pair(node, self.apart)
        self._most_words = most_words(node)
        self._all_needed = all_needed(node)

    def holds(self, starts: Starts) -> bool:
        """Whether the distance is met at least once."""
        if self.pair is not None:
            return self.pair.holds(starts)
        if self._all_needed and sum(map(len, starts)) > _SHORT * len(starts):
            return any(self._met(windows) for windows in self._around_rarest(starts))
        return self._met(starts)

    def _around_rarest(self, starts: Starts) -> Iterator[Starts]:
        """Yield what stands around each place of the leaf that has fewest, as all must stand together."""
        reach = self._most_words - 1
        for place in min(starts, key=len):
            yield [some[bisect_left(some, place - reach) : bisect_right(some, place + reach)] for some in starts]

    def _met(self, starts: Starts) -> bool:
        if self._all_needed and not all(starts):
            return False
        return next(iter(self._finder(starts, self._shared(starts))), None) is not None

    def tokens(self, starts: Starts) -> set[int]:
        """Return all tokens that take part in meeting the distance."""
        return {token for _, _, used in self._finder(starts, None) for token in used}

    def _shared(self, starts: Starts) -> frozenset[int]:
        if self.apart:
            return _NONE
        seen: set[int] = set()
        shared: set[int] = set()
        for leaf, places in zip(self.leaves, starts, strict=True):
            tokens = {place + offset for place in places for offset in range(width(leaf))}
            shared |= seen & tokens
            seen |= tokens
        return frozenset(shared)

    def _compile(self, node: Node) -> Finder:
        match node:
            case Word() | Prefix() | Pattern() | Words() | Phrase():
                return self._leaf(node)
            case Or(parts=parts):
                return _either([self._compile(part) for part in parts])
            case Near():
                return self._near(node)
            case _:
                raise EngineRefusal("distance-joins-words")

    def _leaf(self, leaf: Leaf) -> Finder:
        index, more = len(self.leaves), width(leaf) - 1
        self.leaves.append(leaf)

        def find(starts: Starts, shared: frozenset[int] | None) -> Iterable[Stretch]:
            places = starts[index]
            if shared is not None and not shared:
                if len(places) <= _MANY:
                    return [(start, start + more, _NONE) for start in places]
                return ((start, start + more, _NONE) for start in places)
            covered = ((start, frozenset(range(start, start + more + 1))) for start in places)
            return ((start, start + more, used if shared is None else used & shared) for start, used in covered)

        return find

    def _near(self, near: Near) -> Finder:
        left_of, right_of = self._compile(near.left), self._compile(near.right)

        def find(starts: Starts, shared: frozenset[int] | None) -> Iterable[Stretch]:
            some = right_of(starts, shared)
            rights = some if isinstance(some, list) else list(set(some))
            if not rights:
                return left_of(starts, shared) if near.negated else []
            lefts = left_of(starts, shared)
            if not isinstance(lefts, list) or len(lefts) * len(rights) > _MANY:
                return self._one_by_one(lefts, rights, near)
            if near.negated:
                return [left for left in lefts if not _joined([left], rights, near)]
            return list(_joined(lefts, rights, near))

        return find

    def _one_by_one(self, lefts: Iterable[Stretch], rights: list[Stretch], near: Near) -> Iterator[Stretch]:
        """Yield the stretches of long lists, each as soon as it is known; only right ones that are near are tried."""
        rights = sorted(rights)
        reach = near.distance + max(last - first for first, last, _ in rights)
        seen: set[Stretch] = set()
        for number, left in enumerate(lefts):
            if number % _CHECK_EVERY == 0:
                self._clock.check()
            low = bisect_left(rights, (left[1] + 1 if near.ordered else left[0] - reach,))
            high = bisect_left(rights, (left[1] + near.distance + 1,), low)
            joined = _joined([left], rights[low:high], near) if low < high else set()
            if near.negated:
                if not joined:
                    yield left
            elif not joined <= seen:
                yield from joined - seen
                seen |= joined


def _joined(lefts: list[Stretch], rights: list[Stretch], near: Near) -> set[Stretch]:
    """Return the stretches of a left and a right one that stand near enough and claim no token both."""
    far, ordered = near.distance, near.ordered
    return {
        (start if start < first else first, end if end > last else last, used | other if used else other)
        for start, end, used in lefts
        for first, last, other in rights
        if first - end <= far and (first > end if ordered else start - last <= far) and not (used and used & other)
    }


def _pair(node: Node, apart: bool) -> Pair | None:
    if not isinstance(node, Near):
        return None
    left, right = _flat(node.left), _flat(node.right)
    if left is None or right is None:
        return None
    same = node.left == node.right and left == (1, 1)
    return Pair(range(left[0]), range(left[0], left[0] + right[0]), left[1], right[1], node, apart, same)


def _flat(side: Node) -> tuple[int, int] | None:
    """Return how many leaves a side has and how wide they are, None where they aren't one like the other."""
    match side:
        case Or(parts=parts):
            widths = {width(part) if isinstance(part, Leaf) else 0 for part in parts}
            return (len(parts), widths.pop()) if len(widths) == 1 and 0 not in widths else None
        case Word() | Prefix() | Pattern() | Words() | Phrase():
            return 1, width(side)
        case _:
            return None


def width(leaf: Leaf) -> int:
    """Return how many tokens a leaf covers."""
    return len(leaf.parts) if isinstance(leaf, Phrase) else 1


def is_plain(leaf: Leaf) -> bool:
    """Whether a leaf is a word, or a phrase of words alone."""
    return isinstance(leaf, Word) or (isinstance(leaf, Phrase) and all(isinstance(part, Word) for part in leaf.parts))


def normal(node: Node) -> Node:
    """Return the tree with phrases that hold more than plain words made distances, so that leaves are words."""
    match node:
        case Phrase() if not is_plain(node):
            return chain(node)
        case Or(parts=parts):
            return Or(tuple(map(normal, parts)), node.place)
        case Near():
            return _side_by_side(replace(node, left=normal(node.left), right=normal(node.right)))
        case _:
            return node


def _side_by_side(near: Near) -> Node:
    """Return ``a pre/1 b`` of plain words or phrases as the phrase that it means."""
    one, two = near.left, near.right
    if not near.ordered or near.negated or near.distance != 1:
        return near
    if not isinstance(one, Word | Phrase) or not isinstance(two, Word | Phrase) or one.fields != two.fields:
        return near
    parts = (*(one.parts if isinstance(one, Phrase) else (one,)), *(two.parts if isinstance(two, Phrase) else (two,)))
    bare = tuple(replace(part, fields=()) for part in parts)
    return Phrase(bare, one.fields, near.place)


def most_words(node: Node) -> int:
    """Return how many words a stretch of a ``normal`` node can have at most, from its first to its last."""
    match node:
        case Near(left=left, right=right, negated=negated):
            return most_words(left) if negated else most_words(left) + most_words(right) + node.distance - 1
        case Or(parts=parts):
            return max(map(most_words, parts))
        case Word() | Prefix() | Pattern() | Words() | Phrase():
            return width(node)
        case _:
            return 0


def all_needed(node: Node) -> bool:
    """Whether a distance is met only where every leaf of it stands."""
    if not isinstance(node, Near) or node.negated:
        return False
    return all(isinstance(side, Leaf) or all_needed(side) for side in (node.left, node.right))


def pruned(node: Node) -> Node | None:
    """Return the tree without what stands for no word at all; None where nothing is left to be met."""
    match node:
        case Words(words=()):
            return None
        case Or(parts=parts):
            left = tuple(part for part in map(pruned, parts) if part is not None)
            return Or(left, node.place) if left else None
        case Near(left=left_side, right=right_side):
            one, two = pruned(left_side), pruned(right_side)
            if one is None or (two is None and not node.negated):
                return None
            return one if two is None else replace(node, left=one, right=two)
        case _:
            return node


def chain(phrase: Phrase) -> Node:
    """Return a phrase as pieces that follow one another directly: runs of plain words stay together."""
    pieces: list[Leaf] = []
    for plain, run in groupby(phrase.parts, lambda part: isinstance(part, Word)):
        parts = tuple(run)
        if plain and len(parts) > 1:
            pieces.append(Phrase(parts, phrase.fields))
        else:
            pieces.extend(replace(part, fields=phrase.fields) for part in parts)
    node: Node = pieces[0]
    for piece in pieces[1:]:
        node = Near(node, piece, 1, ordered=True)
    return node


def _either(finders: list[Finder]) -> Finder:
    def find(starts: Starts, shared: frozenset[int] | None) -> Iterable[Stretch]:
        found = [finder(starts, shared) for finder in finders]
        if all(isinstance(some, list) for some in found):
            return [stretch for some in found for stretch in some]
        return joined.from_iterable(found)

    return find


def _are_apart(leaves: list[Leaf]) -> bool:
    """Whether no word that one term stands for can be another's."""
    words: list[str] = []
    stems: list[str] = []
    for leaf in leaves:
        for part in leaf.parts if isinstance(leaf, Phrase) else (leaf,):
            match part:
                case Word(word=word):
                    words.append(word)
                case Words():
                    words.extend(part.words)
                case Prefix(stem=stem):
                    stems.append(stem)
                case Pattern():
                    return False
    if len(words) != len(set(words)) or len(stems) * len(words) > _MOST_COMPARED:
        return False
    begun = any(word.startswith(stem) for stem in stems for word in words)
    return not begun and not any(a.startswith(b) for i, a in enumerate(stems) for j, b in enumerate(stems) if i != j)
