"""Distances: where the sides of a w/N stand, given where each of its words stands in one field or in many.

Pure computation over token positions; where they come from is the engines' business. The rule is ``tree.Near``'s:
both sides use different words of the text, and at most ``distance - 1`` words stand between their stretches.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import reduce
from itertools import chain as joined
from itertools import groupby
from operator import sub
from typing import NamedTuple, cast

from triage.errors import EngineRefusal
from triage.model.items import DEFAULT_FIELDS, ItemNo
from triage.search.engine import NO_LIMIT, Deadline, Document
from triage.search.query.tree import (
    Leaf,
    Near,
    Node,
    Or,
    Pattern,
    Phrase,
    Prefix,
    Term,
    Word,
    Words,
    may_stand_in,
    rebuilt,
    searched_fields,
    terms_of,
)

# The usual distance: between two sides of words, or of phrases of one length each, without stretches.
#
# It says the same as ``Plan`` of one field. Without it, common words take eight times as long to decide: most
# distances are of this kind.

Starts = Sequence[Sequence[int]]
"""For each leaf of a plan, the positions at which it starts, ascending."""


class Pair:
    """A distance whose sides are leaves of one width each, given by their indexes.

    ``apart``: no token of a text can belong to both sides. ``same``: both sides are one and the same term.
    """

    def __init__(
        self, near: Near, lefts: range, rights: range, *, left_width: int, right_width: int, apart: bool, same: bool
    ) -> None:
        self.near, self._lefts, self._rights = near, lefts, rights
        self._left_width, self._right_width = left_width, right_width
        self._apart, self.same = apart, same
        # How far from a left side's start a right one's may lie, at least and at most.
        self._low = left_width if near.ordered else 1 - near.distance - right_width
        self._high = left_width - 1 + near.distance

    def holds(self, starts: Starts) -> bool:
        lefts = starts[0] if len(self._lefts) == 1 else _merged(starts, self._lefts)
        if not lefts:
            return False
        if self.alone:
            return self.repeated(lefts)
        rights = starts[self._rights.start] if len(self._rights) == 1 else _merged(starts, self._rights)
        return self.decide(lefts, rights)

    @property
    def alone(self) -> bool:
        """Whether the places of one side are enough for ``repeated`` to decide it."""
        return self.same and not self.near.negated

    def repeated(self, places: Sequence[int]) -> bool:
        """Whether a word stands near itself in a field."""
        return len(places) > 1 and min(map(sub, places[1:], places)) <= self.near.distance

    @property
    def decide(self) -> Callable[[Sequence[int], Sequence[int]], bool]:
        """What says of a field, by the places of the left side and of the right one, whether the distance is met."""
        if not self._apart:
            return lambda lefts, rights: any(self._met(left, rights) != self.near.negated for left in lefts)
        return self._outside if self.near.negated else self._inside

    def _inside(self, lefts: Sequence[int], rights: Sequence[int]) -> bool:
        """Whether a right side stands near a left one; looked for beside each of those that are fewer."""
        low, high = self._low, self._high
        if len(rights) < len(lefts):
            lefts, rights, low, high = rights, lefts, -high, -low
        count = len(rights)
        for left in lefts:
            at = bisect_left(rights, left + low)
            if at < count and rights[at] <= left + high:
                return True
        return False

    def _outside(self, lefts: Sequence[int], rights: Sequence[int]) -> bool:
        low, high, count = self._low, self._high, len(rights)
        for left in lefts:
            at = bisect_left(rights, left + low)
            if at == count or rights[at] > left + high:
                return True
        return False

    def _met(self, left: int, rights: Sequence[int]) -> bool:
        """Whether a right side stands near enough to a left one and shares no token with it."""
        after, last = left + self._left_width, left + self._high
        for index in range(bisect_left(rights, left + self._low), len(rights)):
            right = rights[index]
            if right > last:
                return False
            if right >= after or right + self._right_width <= left:
                return True
        return False


def _merged(starts: Starts, leaves: range) -> Sequence[int]:
    return sorted({start for leaf in leaves for start in starts[leaf]})


_NONE: frozenset[int] = frozenset()
_CHECK_EVERY = 256
_MOST_COMPARED = 100_000
_MANY = 40  # pairs of stretches, from which on looking for the near ones is quicker than trying all
_SHORT = 4  # places of a leaf


Where = tuple[ItemNo, str]
"""An item and one of its fields."""

Places = dict[Where, list[int]]
"""Where a leaf begins: token positions, ascending, by item and field."""

Stretch = tuple[int, int, frozenset[int]]
"""The first token, the last token, and those of its tokens that another leaf may claim."""

Finder = Callable[[Starts, frozenset[int] | None], Iterable[Stretch]]
"""From leaves' positions and the tokens that more than one leaf stands on (None: note all) to stretches.

They are a list where they are quickly made, and otherwise come one by one, as the first may be enough.
"""


class Plan:
    """A distance, given as a ``normal`` tree, made ready to be tried on many fields.

    ``leaves`` are its leaves from left to right, in which order their positions are to be given. ``apart``: no token
    of a text can belong to two of them. ``all_needed``: it is met only where all of them stand. ``pair``: the same as a
    pair, where it is one.
    """

    def __init__(self, node: Node, clock: Deadline = NO_LIMIT) -> None:
        self.leaves: list[Leaf] = []
        self._clock = clock
        self._finder = self._compile(node)
        self.apart = _are_apart(self.leaves)
        self.pair = _pair(node, self.apart)
        self._most_words = most_words(node)
        self.all_needed = all(role.needed for role in roles(node))

    def holds(self, starts: Starts) -> bool:
        """Whether the distance is met at least once."""
        if self.pair is not None:
            return self.pair.holds(starts)
        if self.all_needed and sum(map(len, starts)) > _SHORT * len(starts):
            reach = self._most_words - 1  # all must stand together: around a place of the leaf that has fewest
            windows = (
                [some[bisect_left(some, place - reach) : bisect_right(some, place + reach)] for some in starts]
                for place in min(starts, key=len)
            )
            return any(map(self._met, windows))
        return self._met(starts)

    def _met(self, starts: Starts) -> bool:
        if self.all_needed and not all(starts):
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
    sides = flat_sides(node)
    if sides is None or not isinstance(node, Near):
        return None
    left, right = sides
    widths = [set(map(width, side)) for side in sides]
    if any(len(each) != 1 for each in widths):
        return None
    return Pair(
        node,
        range(len(left)),
        range(len(left), len(left) + len(right)),
        left_width=widths[0].pop(),
        right_width=widths[1].pop(),
        apart=apart,
        same=node.left == node.right and len(left) == 1 and width(left[0]) == 1,
    )


def flat_sides(node: Node) -> tuple[list[Leaf], list[Leaf]] | None:
    """Return the leaves of both sides of a distance, None where a side holds a distance itself."""
    if not isinstance(node, Near):
        return None
    left, right = _flat(node.left), _flat(node.right)
    return None if left is None or right is None else (left, right)


def _flat(side: Node) -> list[Leaf] | None:
    if isinstance(side, Or):
        each = [_flat(part) for part in side.parts]
        return None if None in each else [leaf for leaves in each if leaves for leaf in leaves]
    return [side] if isinstance(side, Leaf) else None


def width(leaf: Leaf) -> int:
    """Return how many tokens a leaf covers."""
    return len(terms_of(leaf))


def is_plain(leaf: Leaf) -> bool:
    """Whether a leaf is a word, or a phrase of words alone."""
    return all(isinstance(part, Word) for part in terms_of(leaf))


def normal(node: Node) -> Node:
    """Return the tree with phrases that hold more than plain words made distances, so that leaves are words."""
    if isinstance(node, Phrase) and not is_plain(node):
        return chain(node)
    whole = rebuilt(node, normal)
    return _side_by_side(whole) if isinstance(whole, Near) else whole


def _side_by_side(near: Near) -> Node:
    """Return ``a pre/1 b`` of plain words or phrases as the phrase that it means."""
    one, two = near.left, near.right
    directly = near.ordered and not near.negated and near.distance == 1
    if directly and isinstance(one, Word | Phrase) and isinstance(two, Word | Phrase) and one.fields == two.fields:
        parts = (replace(part, fields=()) for part in (*terms_of(one), *terms_of(two)))
        return Phrase(tuple(parts), min(searched_fields(one), searched_fields(two), key=len), near.place)
    return near


def narrowed(near: Near) -> Near:
    """Return a distance that joins a phrase to what no identifier holds with the phrase kept out of those, too."""
    if not any(role.needed and not role.leaf.fields and not isinstance(role.leaf, Phrase) for role in roles(near)):
        return near

    def change(part: Node) -> Node:
        if isinstance(part, Phrase):
            return replace(part, fields=part.fields or DEFAULT_FIELDS)
        return rebuilt(part, change)

    return replace(near, left=change(near.left), right=change(near.right))


class Role(NamedTuple):
    """A leaf of a distance: whether it can't be met without the leaf, and whether the leaf takes part in meeting it."""

    leaf: Leaf
    needed: bool
    taking_part: bool


def roles(node: Node, needed: bool = True, taking_part: bool = True) -> Iterator[Role]:
    """Yield the roles of a distance's leaves, from left to right; what a ``not w/N`` keeps away takes no part."""
    match node:
        case Near(left=left, right=right, negated=negated):
            yield from roles(left, needed, taking_part)
            yield from roles(right, needed and not negated, taking_part and not negated)
        case Or(parts=parts):
            for part in parts:
                yield from roles(part, False, taking_part)
        case Word() | Prefix() | Pattern() | Words() | Phrase():
            yield Role(node, needed, taking_part)
        case _:
            raise EngineRefusal("distance-joins-words")


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
    fields = searched_fields(phrase)
    pieces: list[Leaf] = []
    for plain, run in groupby(phrase.parts, lambda part: isinstance(part, Word)):
        parts = tuple(run)
        if plain and len(parts) > 1:
            pieces.append(Phrase(parts, fields))
        else:
            pieces.extend(replace(part, fields=fields) for part in parts)
    first, *rest = pieces
    return reduce(lambda before, piece: Near(before, piece, 1, ordered=True), rest, cast(Node, first))


def _either(finders: list[Finder]) -> Finder:
    def find(starts: Starts, shared: frozenset[int] | None) -> Iterable[Stretch]:
        found = [finder(starts, shared) for finder in finders]
        if all(isinstance(some, list) for some in found):
            return [stretch for some in found for stretch in some]
        return joined.from_iterable(found)

    return find


def _are_apart(leaves: list[Leaf]) -> bool:
    words: list[str] = []
    stems: list[str] = []
    for term in joined.from_iterable(map(terms_of, leaves)):
        match term:
            case Word(word=word):
                words.append(word)
            case Words():
                words.extend(term.words)
            case Prefix(stem=stem):
                stems.append(stem)
            case Pattern():
                return False
    if len(words) != len(set(words)) or len(stems) * len(words) > _MOST_COMPARED:
        return False
    begun = any(word.startswith(stem) for stem in stems for word in words)
    return not begun and not any(a.startswith(b) for i, a in enumerate(stems) for j, b in enumerate(stems) if i != j)


def met(node: Near, plan: Plan, places: list[Places], clock: Deadline) -> set[ItemNo]:
    """Return the items in which a ``normal`` distance is met, by the places of the plan's leaves."""
    nos: set[ItemNo] = set()
    for where in _possible(node, iter(places)):
        clock.check()
        if where[0] not in nos and plan.holds([of_leaf.get(where, ()) for of_leaf in places]):
            nos.add(where[0])
    return nos


def following(parts: list[Places]) -> Places:
    """Return where words follow one another directly, by where each of them stands."""
    first, *rest = parts
    places: Places = {}
    for where, starts in first.items():
        if all(where in part for part in rest):
            others = [frozenset(part[where]) for part in rest]
            if followed := [at for at in starts if all(at + n in other for n, other in enumerate(others, 1))]:
                places[where] = followed
    return places


def _possible(node: Node, places: Iterator[Places]) -> set[Where]:
    """Return the fields of items that hold what must stand there for the node to be met."""
    match node:
        case Near(left=left, right=right, negated=negated):
            one, two = _possible(left, places), _possible(right, places)
            return one if negated else one & two
        case Or(parts=parts):
            return set().union(*[_possible(part, places) for part in parts])
        case _:
            return set(next(places))


# Distances decided on texts: where a plan's leaves stand among the words of each field of an item.


class _TextTester:
    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._words = defaultdict[str, set[Term]](set)
        self._stems = defaultdict[str, set[Term]](set)
        for term in set(joined.from_iterable(map(terms_of, plan.leaves))):
            match term:
                case Word(word=word):
                    self._words[word].add(term)
                case Words(words=words):
                    for word in words:
                        self._words[word].add(term)
                case Prefix(stem=stem):
                    self._stems[stem].add(term)
                case _:
                    raise TypeError(f"{term} was to be expanded before")

    def met_in(self, field: str, words: list[str]) -> bool:
        terms_by_word = self._terms_of(words)
        places = defaultdict[Term, list[int]](list)
        for at in [at for at, word in enumerate(words) if word in terms_by_word]:
            for term in terms_by_word[words[at]]:
                places[term].append(at)
        return bool(places) and self._plan.holds([_starts(leaf, field, places) for leaf in self._plan.leaves])

    def _terms_of(self, words: list[str]) -> Mapping[str, set[Term]]:
        """Return the terms that each of a text's words stands for, where it stands for any."""
        if not self._stems:
            return self._words
        begun = [word for word in set(words) if word.startswith(tuple(self._stems))]
        of_stems = {w: set[Term]().union(*(t for stem, t in self._stems.items() if w.startswith(stem))) for w in begun}
        return self._words | {word: terms | self._words.get(word, set()) for word, terms in of_stems.items()}


def met_in(plan: Plan, documents: Iterable[Document], clock: Deadline) -> set[ItemNo]:
    """Return the items, given by their texts, in which a plan's distance is met. Raises EngineRefusal out of time."""
    tester = _TextTester(plan)
    nos: set[ItemNo] = set()
    for no, fields in documents:
        clock.check()
        if any(tester.met_in(field, text.split()) for field, text in fields.items()):
            nos.add(no)
    return nos


def _starts(leaf: Leaf, field: str, places: Mapping[Term, list[int]]) -> list[int]:
    if not may_stand_in(leaf, field):
        return []
    first, *rest = terms_of(leaf)
    starts = places.get(first, [])
    others = [frozenset(places.get(term, ())) for term in rest]
    return [at for at in starts if all(at + n in other for n, other in enumerate(others, 1))] if rest else starts
