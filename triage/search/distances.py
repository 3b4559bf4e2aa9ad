"""Distances: where the sides of a w/N stand, given the places of their words in any number of fields at once.

Pure computation; where the places are from is the engines' business. The rule is ``tree.Near``'s: both sides use
different words of the text, and at most ``distance - 1`` words stand between their stretches. A place is a number that
``engine.key`` made, so that no two fields are near. NumPy is imported where it is used: that takes some hundredths of a
second, which other searches are spared.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property, reduce
from itertools import chain as joined
from itertools import groupby, product
from typing import TYPE_CHECKING, NamedTuple, TypeAlias, cast

from triage.arrays import are_among, distinct
from triage.errors import EngineRefusal
from triage.model.items import DEFAULT_FIELDS, FIELDS, ItemNo
from triage.search.engine import FIELD_BITS, ITEM_BITS, NO_LIMIT, OFFSET_BITS, Deadline, Document, key
from triage.search.query import term_parser
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

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from triage.search.engine import Places

    Mask: TypeAlias = NDArray[np.bool_]

_AT_ONCE = 500_000
"""Places, pairs or words that are tried between two looks at the clock, in some hundredths of a second."""
_MOST_PAIRS = 4_000_000
"""Pairs of stretches that are tried together, some 100 MB."""
_MOST_COMPARED = 100_000
_COLUMNS = (1 << FIELD_BITS) - 1


class _TooManyPairs(Exception):
    """A part of the places is to be decided after the other."""


class Stretches:
    """Stretches of fields, by their first tokens: where each begins and ends.

    ``claims``: for each leaf that they are made of where it begins and its width, where that matters. ``width``: that
    of stretches that are of one width and have all tokens between for their own, else 0.
    """

    def __init__(
        self, firsts: Places, lasts: Places, claims: Sequence[tuple[Places, int]] = (), width: int = 0
    ) -> None:
        self.firsts, self.lasts, self.claims, self.width = firsts, lasts, claims, width

    @classmethod
    def solid(cls, starts: Places, width: int, claiming: bool) -> Stretches:
        return cls(starts, starts + (width - 1), [(starts, width)] * claiming, width)

    def __len__(self) -> int:
        return len(self.firsts)

    @cached_property
    def ends(self) -> Places:
        """The last tokens, ascending."""
        import numpy as np

        return self.lasts if self.width else np.sort(self.lasts)

    @cached_property
    def furthest(self) -> Places:
        """The last token of each stretch and those before it."""
        import numpy as np

        return np.maximum.accumulate(self.lasts)

    def some(self, which: Mask | Places | slice) -> Stretches:
        claims = [(starts[which], width) for starts, width in self.claims]
        return Stretches(self.firsts[which], self.lasts[which], claims, self.width)

    def between(self, low: int, high: int) -> Stretches:
        """Return those that begin between two places, the second excluded."""
        return self.some(slice(*self.firsts.searchsorted((low, high))))

    @property
    def tokens(self) -> Iterator[Places]:
        """The tokens of their leaves, in any order, some several times."""
        for starts, width in self.claims:
            yield from (starts + offset for offset in range(width))

    def widest(self) -> Stretches:
        """Return those that stand in no other one."""
        import numpy as np

        kept = self.some(np.lexsort((-self.lasts, self.firsts)))
        return kept.some(np.diff(kept.furthest, prepend=-1 << 62) > 0)


def either(groups: Iterable[Stretches]) -> list[Stretches]:
    """Return the stretches of several alternatives, those of leaves of the same widths together, each once."""
    import numpy as np

    alike = defaultdict[tuple[int, ...], list[Stretches]](list)
    for group in groups:
        alike[group.width, *(width for _, width in group.claims)].append(group)
    merged = []
    for (wide, *widths), some in alike.items():
        if len(some) == 1:
            merged += some
        elif wide:
            firsts = distinct(np.concatenate([one.firsts for one in some]))
            merged.append(Stretches.solid(firsts, wide, bool(widths)))
        else:
            rows = zip(*((one.firsts, one.lasts, *(starts for starts, _ in one.claims)) for one in some), strict=True)
            columns = list(map(np.concatenate, rows))
            order = np.lexsort(columns[::-1])
            columns = [column[order] for column in columns]
            new = reduce(np.logical_or, [np.diff(column, prepend=-1 << 62) != 0 for column in columns])
            firsts, lasts, *claims = (column[new] for column in columns)
            merged.append(Stretches(firsts, lasts, list(zip(claims, widths, strict=True))))
    return merged


class Joiner:
    """Joins the two sides of a distance.

    ``apart``: no token of a text can belong to both. ``check`` is called now and then, and may raise.
    """

    def __init__(self, near: Near, apart: bool, check: Callable[[], None]) -> None:
        self._far, self._ordered, self._apart, self._check = near.distance, near.ordered, apart, check

    def near(self, lefts: list[Stretches], rights: list[Stretches]) -> list[Stretches]:
        """Return the left stretches that have a right one near."""
        return [left.some(self._near_any(left, rights, False)) for left in lefts]

    def near_left(self, lefts: list[Stretches], rights: list[Stretches]) -> list[Stretches]:
        """Return the right stretches that have a left one near."""
        return [right.some(self._near_any(right, lefts, True)) for right in rights]

    def far(self, lefts: list[Stretches], rights: list[Stretches]) -> list[Stretches]:
        """Return the left stretches that have no right one near."""
        return [left.some(~self._near_any(left, rights, False)) for left in lefts]

    def joined(self, lefts: list[Stretches], rights: list[Stretches]) -> list[Stretches]:
        """Return the stretches of a left and a right one each that are near. Raises _TooManyPairs."""
        return either([self._both(left, right) for left, right in product(lefts, rights)])

    def widest(self, lefts: list[Stretches], rights: list[Stretches]) -> list[Stretches]:
        """Return those of ``joined`` that stand in no other one, of sides without claims in any order."""
        import numpy as np

        # Of widest stretches, those that are near one follow one another: the outermost two make the widest pairs.
        left, right = (either([Stretches(s.firsts, s.lasts) for s in side])[0].widest() for side in (lefts, rights))
        pairs = []
        for one, other in ((left, right), (right, left)):
            lows = np.searchsorted(other.lasts, one.firsts - self._far)
            highs = np.searchsorted(other.firsts, one.lasts + self._far, "right") - 1
            near = lows <= highs
            for at in (lows[near], highs[near]):
                firsts = np.minimum(one.firsts[near], other.firsts[at])
                pairs.append(Stretches(firsts, np.maximum(one.lasts[near], other.lasts[at])))
        return [either(pairs)[0].widest()]

    def _near_any(self, side: Stretches, others: list[Stretches], back: bool) -> Mask:
        """Return of each stretch whether one of the others is near; ``back``: of right ones, whether a left one is."""
        import numpy as np

        near = np.zeros(len(side), np.bool_)
        for other, at in product(filter(len, others), range(0, len(side), _AT_ONCE)):
            self._check()
            near[at : at + _AT_ONCE] |= self._near(side.some(slice(at, at + _AT_ONCE)), other, back)
        return near

    def _near(self, side: Stretches, other: Stretches, back: bool) -> Mask:
        import numpy as np

        near = np.zeros(len(side), np.bool_)
        if not (self._ordered and back):
            near |= _any_between(other.firsts, side.lasts + 1, side.lasts + self._far)
        if not self._ordered or back:
            near |= _any_between(other.ends, side.firsts - self._far, side.firsts - 1)
        if not self._ordered and not (side.width and other.width):
            undecided = np.flatnonzero(~near)
            near[undecided] = self._overlapping(side.some(undecided), other)
        return near

    def _overlapping(self, side: Stretches, other: Stretches) -> Mask:
        """Return of each stretch whether one of the others is partly in the same place and shares no token with it."""
        import numpy as np

        if self._apart:
            before = np.searchsorted(other.firsts, side.lasts, "right") - 1
            return (before >= 0) & (other.furthest[before] >= side.firsts)
        near = np.zeros(len(side), np.bool_)
        for which, others in self._pairs(side.firsts - _longest(other), side.lasts, other.firsts):
            near[which[self._fitting(side.some(which), other.some(others), 0)]] = True
        return near

    def _both(self, left: Stretches, right: Stretches) -> Stretches:
        import numpy as np

        lefts, rights = [np.empty(0, np.int64)], [np.empty(0, np.int64)]
        lows = left.lasts + 1 if self._ordered else left.firsts - self._far - _longest(right)
        for which, others in self._pairs(lows, left.lasts + self._far, right.firsts):
            if not self._ordered:
                kept = self._fitting(left.some(which), right.some(others), self._far)
                which, others = which[kept], others[kept]
            lefts.append(which)
            rights.append(others)
        one, other = left.some(np.concatenate(lefts)), right.some(np.concatenate(rights))
        if one.width and other.width and self._ordered and self._far == 1:
            return Stretches.solid(one.firsts, one.width + other.width, bool(one.claims))
        firsts, lasts = np.minimum(one.firsts, other.firsts), np.maximum(one.lasts, other.lasts)
        joined = Stretches(firsts, lasts, [*one.claims, *other.claims])
        return joined.some(np.argsort(firsts, kind="stable"))

    def _fitting(self, left: Stretches, right: Stretches, far: int) -> Mask:
        """Return of each pair whether the right one doesn't end too long before, and no token belongs to both."""
        fitting: Mask = left.firsts - right.lasts <= far
        if not self._apart:
            for (start, width), (right_start, right_width) in product(left.claims, right.claims):
                fitting &= (start + width <= right_start) | (right_start + right_width <= start)
        return fitting

    def _pairs(self, lows: Places, highs: Places, firsts: Places) -> Iterator[tuple[Places, Places]]:
        """Yield pairs, in pieces: each range from low to high with each of the ``firsts`` in it."""
        import numpy as np

        begins = np.searchsorted(firsts, lows)
        counts = np.maximum(np.searchsorted(firsts, highs, "right") - begins, 0)
        ends, at = np.cumsum(counts), 0
        if len(ends) and ends[-1] > _MOST_PAIRS:
            raise _TooManyPairs
        while at < len(counts):
            self._check()
            before = int(ends[at - 1]) if at else 0
            end = max(at + 1, int(np.searchsorted(ends, before + _AT_ONCE, "right")))
            some = counts[at:end]
            which = np.repeat(np.arange(at, end), some)
            yield which, np.arange(len(which)) + np.repeat(begins[at:end] - ends[at:end] + some + before, some)
            at = end


def _any_between(values: Places, lows: Places, highs: Places) -> Mask:
    """Return of each range whether one of some values, which are ascending, is in it."""
    import numpy as np

    between: Mask = np.searchsorted(values, highs, "right") > np.searchsorted(values, lows)
    return between


def _longest(stretches: Stretches) -> int:
    return int((stretches.lasts - stretches.firsts).max()) if len(stretches) else 0


class Distance:
    """A distance, given as a ``normal`` tree, made ready to be decided on places.

    ``leaves`` are those that differ. ``apart``: no token of a text can belong to two of them.
    """

    def __init__(self, node: Near, clock: Deadline = NO_LIMIT) -> None:
        self.node = node
        self.roles = list(roles(node))
        self.leaves = list(dict.fromkeys(role.leaf for role in self.roles))
        self.apart = are_apart([role.leaf for role in self.roles])
        self._clock = clock

    def items(self, places: Mapping[Leaf, Places]) -> set[ItemNo]:
        """Return the items in which it is met, by all places of its leaves in these. Raises EngineRefusal."""
        if self.apart or flat_sides(self.node) is not None:
            return self._items(places, self.apart)
        try:
            shared = self._sharing(places)  # few items: in the others no token is looked at by itself
        except _TooManyPairs:
            return self._items(places, False)
        inside = {leaf: are_among(of >> ITEM_BITS, shared) for leaf, of in places.items()}
        return self._items({leaf: of[inside[leaf]] for leaf, of in places.items()}, False) | self._items(
            {leaf: of[~inside[leaf]] for leaf, of in places.items()}, True
        )

    def _items(self, places: Mapping[Leaf, Places], apart: bool) -> set[ItemNo]:
        found = self._decided(places, -1 << 62, 1 << 62, apart, marking=False)
        return set().union(*(in_items(each.firsts) for each in found))

    def _sharing(self, places: Mapping[Leaf, Places]) -> Places:
        """Return the items, ascending, in which two parts that are solid share a token."""
        import numpy as np

        deciding = _Deciding(places, False, True, self._clock.check)
        tokens = np.sort(np.concatenate([t for part in _solid(self.node) for s in deciding.of(part) for t in s.tokens]))
        return distinct(tokens[1:][tokens[1:] == tokens[:-1]] >> ITEM_BITS)

    def tokens(self, places: Mapping[Leaf, Places]) -> Places:
        """Return all tokens that take part in meeting it, ascending. Raises EngineRefusal."""
        import numpy as np

        found = self._decided(places, -1 << 62, 1 << 62, self.apart, marking=True)
        return distinct(np.concatenate([np.empty(0, np.int64), *joined.from_iterable(each.tokens for each in found)]))

    def _decided(
        self, places: Mapping[Leaf, Places], low: int, high: int, apart: bool, marking: bool
    ) -> Iterator[Stretches]:
        """Yield stretches that meet the distance and begin between two places, at least one of each text that has any.

        All those of both sides, where ``marking`` is set.
        """
        import numpy as np

        try:
            yield from [each.between(low, high) for each in self._meeting(places, apart, marking)]
        except _TooManyPairs:
            inside = distinct(np.concatenate(list(_window(places, low, high).values())))
            middle = int(inside[len(inside) // 2])
            if middle == inside[0]:
                raise EngineRefusal("distance-too-wide") from None
            reach = _reach(self.node)
            for one, end in ((low, middle), (middle, high)):
                window = _window(places, one - reach, end + reach)
                yield from self._decided(window, one, end, apart, marking)

    def _meeting(self, places: Mapping[Leaf, Places], apart: bool, marking: bool) -> list[Stretches]:
        self._clock.check()
        deciding = _Deciding(places, apart, marking, self._clock.check)
        joiner = Joiner(self.node, apart, self._clock.check)
        lefts, rights = deciding.sides(self.node, widest=apart and not marking)
        if self.node.negated:
            return joiner.far(lefts, rights)
        if marking:
            return joiner.near(lefts, rights) + joiner.near_left(lefts, rights)
        few_rights = sum(map(len, rights)) < sum(map(len, lefts))
        return joiner.near_left(lefts, rights) if few_rights else joiner.near(lefts, rights)


def taking_part(node: Node, places_of: Callable[[Sequence[Leaf]], Mapping[Leaf, Places]], clock: Deadline) -> Places:
    """Return all tokens that take part in meeting a distance, ascending. Raises EngineRefusal."""
    import numpy as np

    whole = normal(node)
    if isinstance(whole, Near):
        distance = Distance(whole, clock)
        return distance.tokens(places_of(distance.leaves))
    (role,) = roles(whole)  # words side by side are a phrase
    starts = places_of([role.leaf])[role.leaf]
    return distinct(np.concatenate([starts + offset for offset in range(width(role.leaf))]))


class _Deciding:
    """Where the parts of a distance stand; ``claiming``: with the places of each leaf."""

    def __init__(self, places: Mapping[Leaf, Places], apart: bool, marking: bool, check: Callable[[], None]) -> None:
        self._places, self._apart, self._check = places, apart, check
        self._claiming = marking or not apart

    def sides(self, near: Near, widest: bool) -> tuple[list[Stretches], list[Stretches]]:
        """Return the stretches of both sides; ``widest``: where one stands in another one, that may be left out."""
        widest = widest and not near.ordered
        return self.of(near.left, widest and not near.negated), self.of(near.right, widest)

    def of(self, node: Node, widest: bool = False) -> list[Stretches]:
        match node:
            case Near():
                joiner, sides = Joiner(node, self._apart, self._check), self.sides(node, widest)
                if node.negated:
                    return joiner.far(*sides)
                return joiner.widest(*sides) if widest and not node.ordered else joiner.joined(*sides)
            case Or(parts=parts):
                return either(joined.from_iterable(self.of(part, widest) for part in parts))
            case Word() | Words() | Prefix() | Pattern() | Phrase():
                return [Stretches.solid(self._places[node], width(node), self._claiming)]
            case _:
                raise EngineRefusal("distance-joins-words")


def _window(places: Mapping[Leaf, Places], low: int, high: int) -> dict[Leaf, Places]:
    """Return the places from one to another, the second excluded."""
    return {leaf: of[slice(*of.searchsorted((low, high)))] for leaf, of in places.items()}


def _solid(node: Node) -> Iterator[Node]:
    """Yield the leaves of a node, those together that follow one another directly."""
    match node:
        case Near() if not _is_solid(node):
            yield from joined(_solid(node.left), _solid(node.right))
        case Or(parts=parts):
            yield from joined.from_iterable(map(_solid, parts))
        case _:
            yield node


def _is_solid(node: Node) -> bool:
    if isinstance(node, Near):
        directly = node.ordered and node.distance == 1 and not node.negated
        return directly and _is_solid(node.left) and _is_solid(node.right)
    return isinstance(node, Leaf)


def _reach(node: Node) -> int:
    """Return a number of words beyond which nothing matters to whether a stretch meets a node."""
    match node:
        case Near(left=left, right=right, distance=distance):
            return _reach(left) + _reach(right) + distance
        case Or(parts=parts):
            return max(map(_reach, parts))
        case _:
            return most_words(node)


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


def are_apart(leaves: list[Leaf]) -> bool:
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


def in_items(places: Places) -> set[ItemNo]:
    """Return the items in which places are."""
    return set(map(ItemNo, distinct(places >> ITEM_BITS).tolist()))


def following(parts: Sequence[Places]) -> Places:
    """Return where words follow one another directly, by where each of them stands."""
    starts, *rest = parts
    for n, part in enumerate(rest, 1):
        starts = starts[are_among(starts + n, part)]
    return starts


# Places in texts, where no index gives them.


class _TextWords(dict[str, int]):
    """Numbers of the words of texts, from 1 on for those that terms stand for, 0 for all others."""

    def __init__(self, terms: Iterable[Term]) -> None:
        super().__init__()
        self._tests: list[tuple[Term, term_parser.Test]] = []
        self.of = defaultdict[Term, set[int]](set)
        for term in terms:
            match term:
                case Word(word=word):
                    words: Sequence[str] = (word,)
                case Words():
                    words = term.words
                case Prefix() | Pattern():
                    words = ()
                    self._tests.append((term, term_parser.test(term, alone=True)))
            self.of[term].update(self.setdefault(word, len(self) + 1) for word in words)
        for word, number in self.items():
            self._tested(word, number)

    def __missing__(self, word: str) -> int:
        number = self[word] = self._tested(word, len(self) + 1)
        return number

    def _tested(self, word: str, number: int) -> int:
        standing = [term for term, stands in self._tests if stands(word)]
        for term in standing:
            self.of[term].add(number)
        return number if standing else 0


def in_texts(leaves: Sequence[Leaf], documents: Iterable[Document], clock: Deadline) -> Iterator[dict[Leaf, Places]]:
    """Yield where leaves begin in texts, some texts at a time. Raises EngineRefusal out of time."""
    import numpy as np

    words = _TextWords(dict.fromkeys(joined.from_iterable(map(terms_of, leaves))))
    numbers: list[Places] = []
    places: list[Places] = []
    size = 0
    for no, fields in documents:
        clock.check()
        for column, field in enumerate(FIELDS):
            if text := fields.get(field):
                numbers.append(np.array(list(map(words.__getitem__, text.split())), np.int64))
                places.append(key(no, column) + np.arange(len(numbers[-1])))
                size += len(numbers[-1])
        if size > _AT_ONCE:
            yield _located(leaves, words, np.concatenate(numbers), np.concatenate(places))
            numbers, places, size = [], [], 0
    if numbers:
        yield _located(leaves, words, np.concatenate(numbers), np.concatenate(places))


def _located(leaves: Sequence[Leaf], words: _TextWords, numbers: Places, places: Places) -> dict[Leaf, Places]:
    import numpy as np

    kept = np.flatnonzero(numbers)
    numbers, places = numbers[kept], places[kept]

    def of(term: Term) -> Places:
        stands = np.zeros(len(words) + 1, np.bool_)
        stands[list(words.of[term])] = True
        found: Places = places[stands[numbers]]
        return found

    def within(leaf: Leaf, starts: Places) -> Places:
        searched = np.array([may_stand_in(leaf, field) for field in FIELDS])
        found: Places = starts[searched[(starts >> OFFSET_BITS) & _COLUMNS]]
        return found

    return {leaf: within(leaf, following(list(map(of, terms_of(leaf))))) for leaf in leaves}
