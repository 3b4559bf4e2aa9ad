"""Distances (search room): where the sides of a w/N stand, given where each of its words stands in one field.

Pure computation over token positions; where they come from is the engines' business. The rule is ``query.Near``'s:
both sides use different words of the text, and at most ``distance - 1`` words stand between their stretches.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from triage.errors import EngineRefusal
from triage.search.clock import NO_LIMIT, Clock
from triage.search.query import Near, Node, Or, Pattern, Phrase, Prefix, Term, Word, Words

Leaf = Term | Phrase
Starts = Sequence[Sequence[int]]
"""For each leaf of a plan, the positions at which it starts, ascending."""

_NONE: frozenset[int] = frozenset()
_CHECK_EVERY = 4096
_MOST_COMPARED = 100_000


class Spot(NamedTuple):
    """A stretch from token ``start`` to ``end`` (inclusive); ``used`` are its tokens that another leaf may claim."""

    start: int
    end: int
    used: frozenset[int]


Finder = Callable[[Starts, frozenset[int] | None], Iterator[Spot]]
"""From leaves' positions and the tokens that more than one leaf stands on (None: note all) to spots."""


class Plan:
    """A distance made ready to be tried on many fields.

    It is made from a ``normal`` tree; ``leaves`` are its leaves from left to right, in which order their positions are
    to be given.
    ``apart``: no token of a text can belong to two of them.
    """

    def __init__(self, node: Node, clock: Clock = NO_LIMIT) -> None:
        self.leaves: list[Leaf] = []
        self._clock = clock
        self._steps = 0
        self._finder = self._compile(node)
        self.apart = _are_apart(self.leaves)

    def holds(self, starts: Starts) -> bool:
        """Whether the distance is met at least once."""
        return next(self._finder(starts, self._shared(starts)), None) is not None

    def tokens(self, starts: Starts) -> set[int]:
        """Return all tokens that take part in meeting the distance."""
        return {token for spot in self._finder(starts, None) for token in spot.used}

    def _shared(self, starts: Starts) -> frozenset[int]:
        if self.apart:
            return _NONE
        counts: Counter[int] = Counter()
        for leaf, places in zip(self.leaves, starts, strict=True):
            counts.update({place + offset for place in places for offset in range(width(leaf))})
        return frozenset(token for token, count in counts.items() if count > 1)

    def _compile(self, node: Node) -> Finder:
        match node:
            case Word() | Prefix() | Pattern() | Words() | Phrase():
                return self._leaf(node)
            case Or(parts=parts):
                return _either([self._compile(part) for part in parts])
            case Near():
                return self._near(node)
            case _:
                raise EngineRefusal("A distance joins words, phrases and groups of them by OR, nothing else.")

    def _leaf(self, leaf: Leaf) -> Finder:
        index, wide = len(self.leaves), width(leaf)
        self.leaves.append(leaf)

        def find(starts: Starts, shared: frozenset[int] | None) -> Iterator[Spot]:
            for start in starts[index]:
                tokens = range(start, start + wide)
                yield Spot(
                    start, start + wide - 1, frozenset(tokens) if shared is None else shared.intersection(tokens)
                )

        return find

    def _near(self, near: Near) -> Finder:
        left_of, right_of = self._compile(near.left), self._compile(near.right)

        def find(starts: Starts, shared: frozenset[int] | None) -> Iterator[Spot]:
            rights = sorted(set(right_of(starts, shared)))
            widest = max((spot.end - spot.start for spot in rights), default=0)
            seen: set[Spot] = set()
            for left in left_of(starts, shared):
                meeting = self._meet(left, rights, widest, near)
                if near.negated:
                    if next(meeting, None) is None:
                        yield left
                    continue
                for right in meeting:
                    spot = Spot(min(left.start, right.start), max(left.end, right.end), left.used | right.used)
                    if spot not in seen:
                        seen.add(spot)
                        yield spot

        return find

    def _meet(self, left: Spot, rights: list[Spot], widest: int, near: Near) -> Iterator[Spot]:
        """Yield the right spots, none of them wider than ``widest``, that stand near enough to the left one."""
        first = left.end + 1 if near.ordered else left.start - near.distance - widest
        for index in range(bisect_left(rights, (first,)), len(rights)):
            self._steps += 1
            if self._steps % _CHECK_EVERY == 0:
                self._clock.check()
            right = rights[index]
            if right.start - left.end > near.distance:
                break
            if left.start - right.end <= near.distance and not left.used & right.used:
                yield right


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
            return replace(node, left=normal(node.left), right=normal(node.right))
        case _:
            return node


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


def chain(phrase: Phrase) -> Near:
    """Return a phrase of two or more parts as words that follow one another directly."""

    def placed(part: Term) -> Term:
        match part:
            case Word(word=word):
                return Word(word, phrase.fields)
            case Prefix(stem=stem):
                return Prefix(stem, phrase.fields)
            case Words(words=words):
                return Words(words, phrase.fields)
            case Pattern():
                return Pattern(part.kind, part.text, part.distance, phrase.fields, part.struck)

    first, second, *rest = map(placed, phrase.parts)
    near = Near(first, second, 1, ordered=True)
    for part in rest:
        near = Near(near, part, 1, ordered=True)
    return near


def _either(finders: list[Finder]) -> Finder:
    def find(starts: Starts, shared: frozenset[int] | None) -> Iterator[Spot]:
        for finder in finders:
            yield from finder(starts, shared)

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
