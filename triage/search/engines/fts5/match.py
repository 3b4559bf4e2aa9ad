"""MATCH strings for FTS5: of leaves, and of distances with which of their phrases gives which leaf's positions.

They are flat, and every token is quoted. Nothing here touches a database.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, islice, product
from math import prod

import apsw

from triage.model.items import DEFAULT_FIELDS, FIELDS, IDENTIFIERS, TRANSPORT
from triage.search.distances import Pair, Plan, flat_sides, most_words, roles
from triage.search.expand import has_pattern
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
    searched_fields,
)

BLOCK = "SELECT rowid FROM search_fts WHERE search_fts MATCH ?"
WORDS_AT_ONCE = 50
_MOST_OF_A_LEAF = 300
_MOST_PHRASES = 240
"""Most alternatives in one MATCH string, of a leaf, and phrases in one; FTS5's time for an OR grows faster than the
number of its parts."""
_DEEPEST = 30
"""Deepest nesting of a MATCH string; FTS5's parser overflows at about 100 parentheses."""
_MOST_GUARDS = 12
"""Most pairs of leaves whose nearness is asked of FTS5 beforehand."""
_NO_WORD = "\ue001"
"""A token that no text folds to: a character for private use, which separates words."""
_BODY = FIELDS.index("body")
MARKS = {IDENTIFIERS: "\ue002", TRANSPORT: "\ue003"}
"""What stands before each token of a field that is searched only by name: a character as above.

So words that name no field are as quick as ever, and the vocabulary tells them apart.
"""


def match_strings(leaf: Leaf) -> Iterator[str] | None:
    """Return MATCH strings whose results together are the leaf's, none for no word; None where that takes too many."""
    if isinstance(leaf, Words):  # quoted as they are asked for, as the first of very many may be enough
        return (_block(list(map(quoted, words)), leaf) for words in _blocks(tokens(leaf)))
    try:
        return (_block(phrases, leaf) for phrases in _blocks(alternatives(leaf)))
    except TooManyPhrases:
        return None


def only_string(query: Node) -> str | None:
    """Return the MATCH string that finds just what a query does, None where one string isn't enough."""
    if not isinstance(query, Word | Words | Prefix | Phrase) or has_pattern(query):
        return None
    strings = list(islice(match_strings(query) or (), 2))
    return strings[0] if len(strings) == 1 else None


def _blocks(all_of: Sequence[str]) -> Iterator[Sequence[str]]:
    return (all_of[at : at + WORDS_AT_ONCE] for at in range(0, len(all_of), WORDS_AT_ONCE))


def _block(phrases: Sequence[str], leaf: Leaf) -> str:
    return scoped(" OR ".join(phrases), leaf.fields)


class TooManyPhrases(Exception):
    """It takes more phrases than is quick, or ones that FTS5 can't say."""


def alternatives(leaf: Leaf) -> list[str]:
    """Return the FTS5 phrases that a leaf stands for. Raises TooManyPhrases."""
    match leaf:
        case Word() | Words():
            return list(map(quoted, tokens(leaf)))
        case Prefix(stem=stem):
            return [f"{quoted(mark + stem)} *" for mark in _marks(leaf)]
        case Phrase(parts=parts):
            return [phrase for mark in _marks(leaf) for phrase in _phrases(parts, mark)]
        case _:
            raise TypeError(f"{leaf} was to be expanded before")


def tokens(leaf: Word | Words) -> Sequence[str]:
    """Return what the index has for words, in each of the fields in which they are looked for."""
    words = leaf.words if isinstance(leaf, Words) else (leaf.word,)
    return words if not leaf.fields else [mark + word for mark in _marks(leaf) for word in words]


def _marks(leaf: Leaf) -> list[str]:
    return list(dict.fromkeys(MARKS.get(field, "") for field in searched_fields(leaf)))


def scoped(expression: str, fields: tuple[str, ...]) -> str:
    """Return an expression of phrases held to some columns; their marks tell those searched by name from the others."""
    unmarked = sum(field not in MARKS for field in fields)
    if unmarked in (0, len(DEFAULT_FIELDS)):
        return expression
    return "{" + " ".join(map(quoted, fields)) + "} : (" + expression + ")"


def quoted(token: str) -> str:
    """Return a token as an FTS5 string; tokens hold no quotation mark, but nothing relies on it."""
    return '"' + token.replace('"', '""') + '"'


def _phrases(parts: tuple[Term, ...], mark: str) -> list[str]:
    if any(isinstance(part, Prefix | Pattern) for part in parts[:-1]) or isinstance(parts[-1], Pattern):
        raise TooManyPhrases
    choices = [[f'"{mark}{choice[1:]}' for choice in alternatives(part)] for part in parts]
    if prod(map(len, choices)) > _MOST_OF_A_LEAF:
        raise TooManyPhrases
    return [" + ".join(words) for words in product(*choices)]


@dataclass(frozen=True)
class CandidateFilter:
    """A MATCH string that finds every item in which a distance may be met.

    ``certain``: and no other item. Else ``holds`` decides, on the columns and offsets of each of the string's ``count``
    phrases; ``groups`` names the phrases of each leaf of the plan. ``nears`` are those that stand in one NEAR by two.
    ``joint``: there is no choice in the distance, so that every NEAR of the string is met.
    """

    match: str
    count: int
    groups: tuple[tuple[int, ...], ...]
    plan: Plan
    certain: bool
    nears: tuple[tuple[int, int], ...]
    joint: bool

    @cached_property
    def holds(self) -> Callable[[apsw.FTS5ExtensionApi], bool]:
        """What says of a row whether the distance is met in a column; asked of tens of thousands of rows."""
        if not self.joint or any(len(group) != 1 for group in self.groups):
            return self._any_holds
        phrases, pair = [group[0] for group in self.groups], self.plan.pair
        if pair is None:
            return _all_needed_test(phrases, self.plan)
        return _repeated_test(phrases[0], pair) if pair.alone else _pair_test(phrases[0], phrases[1], pair)

    def _any_holds(self, row: apsw.FTS5ExtensionApi) -> bool:
        """Say it of any distance. Most texts stand in the body, which is therefore tried first."""
        void = _void(row, self.nears)
        if self._in_column(row, _BODY, void):
            return True
        kept = (number for number in range(self.count) if number not in void)
        columns = {column for number in kept for column in row.phrase_columns(number)}
        return any(self._in_column(row, column, void) for column in columns if column != _BODY)

    def _in_column(self, row: apsw.FTS5ExtensionApi, column: int, void: frozenset[int]) -> bool:
        offsets = row.phrase_column_offsets
        groups = ([offsets(number, column) for number in group if number not in void] for group in self.groups)
        return self.plan.holds(list(map(_together, groups)))


# In each of these the first leaf is always needed, so that in no column without it the distance is met; most rows have
# it in one column, for which no loop is set up.


def _repeated_test(phrase: int, pair: Pair) -> Callable[[apsw.FTS5ExtensionApi], bool]:
    repeated = pair.repeated

    def holds(row: apsw.FTS5ExtensionApi) -> bool:
        offsets, columns = row.phrase_column_offsets, row.phrase_columns(phrase)
        if len(columns) == 1:
            return repeated(offsets(phrase, columns[0]))
        return any(repeated(offsets(phrase, column)) for column in columns)

    return holds


def _pair_test(left: int, right: int, pair: Pair) -> Callable[[apsw.FTS5ExtensionApi], bool]:
    decide = pair.decide

    def holds(row: apsw.FTS5ExtensionApi) -> bool:
        offsets, columns = row.phrase_column_offsets, row.phrase_columns(left)
        if len(columns) == 1:
            return decide(offsets(left, columns[0]), offsets(right, columns[0]))
        return any(decide(offsets(left, column), offsets(right, column)) for column in columns)

    return holds


def _all_needed_test(phrases: list[int], plan: Plan) -> Callable[[apsw.FTS5ExtensionApi], bool]:
    def holds(row: apsw.FTS5ExtensionApi) -> bool:
        offsets = row.phrase_column_offsets
        columns = row.phrase_columns(phrases[0])
        return any(plan.holds([offsets(number, column) for number in phrases]) for column in columns)

    return holds


def _void(row: apsw.FTS5ExtensionApi, nears: Iterable[tuple[int, int]]) -> frozenset[int]:
    """Return the phrases of NEARs that the row doesn't meet; FTS5 may still show where they stood in an earlier row."""
    met = row.phrase_columns
    return frozenset(number for pair in nears if not (met(pair[0]) and met(pair[1])) for number in pair)


def candidate_filter(node: Near, plan: Plan) -> CandidateFilter | None:
    """Return the filter of a ``normal`` distance; None where it takes too many phrases."""
    if plan.pair is not None and plan.pair.same and len(_some(plan.leaves[0])) == 1:
        alone = scoped(alternatives(plan.leaves[0])[0], plan.leaves[0].fields)
        both = ((0,), (0,)) if plan.pair.near.negated else ((0,),)
        return CandidateFilter(alone, 1, both, plan, certain=False, nears=(), joint=True)
    together = _together_somewhere(node, plan)
    if together is not None:
        return together
    writer = _MatchWriter(len(plan.leaves))
    try:
        match, paired = writer.write(node)
    except TooManyPhrases:
        return None
    certain = paired and plan.apart and not node.ordered
    joint = all(role.needed for side in (node.left, node.right) for role in roles(side))
    groups = tuple(map(tuple, writer.groups))
    return CandidateFilter(match, writer.count, groups, plan, certain, tuple(writer.nears), joint)


def _together_somewhere(node: Near, plan: Plan) -> CandidateFilter | None:
    """Return the filter of a distance of three or more different leaves that must all stand together, else None."""
    # FTS5's NEAR of them all finds each place where they stand among so many words as the whole stretch may have.
    phrases = [some[0] for some in map(_some, plan.leaves) if len(some) == 1]
    if not 3 <= len(phrases) <= _MOST_PHRASES or len(set(phrases)) < len(plan.leaves) or not plan.all_needed:
        return None  # of one word twice FTS5 takes the same place for both, so that it would say too little
    fields: tuple[str, ...] | None = ()
    for leaf in plan.leaves:
        fields = None if fields is None else _shared_fields(fields, leaf.fields)
    near = f"NEAR({' '.join(phrases)}, {most_words(node) - 2})"
    match = quoted(_NO_WORD) if fields is None else scoped(near, fields)
    groups = tuple((number,) for number in range(len(phrases)))
    return CandidateFilter(match, len(phrases), groups, plan, certain=False, nears=(), joint=True)


class _MatchWriter:
    def __init__(self, leaves: int) -> None:
        self.count = 0
        self.groups: list[list[int]] = [[] for _ in range(leaves)]
        self.nears: list[tuple[int, int]] = []
        self._leaf = 0

    def write(self, node: Near) -> tuple[str, bool]:
        """Return the string and whether it is one NEAR for each pair of phrases."""
        flat = flat_sides(node)
        if flat is not None and not node.negated:
            return self._nears(node, *flat), True
        needed = self._needed(node)
        guards = "" if node.negated else _guards(node)
        return (f"{needed} AND ({guards})" if guards else needed), False

    def _nears(self, near: Near, lefts: list[Leaf], rights: list[Leaf]) -> str:
        """Say two sides of words and phrases by FTS5's own NEAR, once for each pair."""
        first, self._leaf = self._leaf, self._leaf + len(lefts) + len(rights)
        strings = []
        for (left, one), (right, other) in product(enumerate(lefts, first), enumerate(rights, first + len(lefts))):
            fields = _shared_fields(one.fields, other.fields)
            for phrases in product(alternatives(one), alternatives(other)) if fields is not None else ():
                self.nears.append((self.count, self.count + 1))
                self._number(left)
                self._number(right)
                strings.append(scoped(f"NEAR({' '.join(phrases)}, {near.distance - 1})", fields or ()))
        return " OR ".join(strings)

    def _needed(self, node: Node, depth: int = 0) -> str:
        """Say what must stand in an item for the node to be met, and name the rest so that FTS5 gives its positions."""
        if depth > _DEEPEST:
            raise TooManyPhrases
        match node:
            case Near(negated=False) if depth and (flat := _few_sides(node)):
                if nears := self._nears(node, *flat):
                    return f"({nears})"
                self.count += 1
                return f"({quoted(_NO_WORD)})"
            case Near(left=left, right=right, negated=negated):
                needed, other = self._needed(left, depth + 1), self._needed(right, depth + 1)
                if negated and depth:
                    other = f"({other} OR {self._again(left, depth + 1)})"
                return f"({needed} AND {other})"
            case Or(parts=parts):
                return "(" + " OR ".join(self._needed(part, depth + 1) for part in parts) + ")"
            case Word() | Prefix() | Words() | Phrase():
                index, self._leaf = self._leaf, self._leaf + 1
                phrases = alternatives(node)
                for _ in phrases:
                    self._number(index)
                return "(" + scoped(" OR ".join(phrases), node.fields) + ")"
            case _:
                raise TypeError(f"{node} can't be a side of a distance")

    def _again(self, node: Node, depth: int) -> str:
        """Say a node that was said before, without its phrases counting for a leaf."""
        leaf, groups, nears = self._leaf, self.groups, self.nears
        self._leaf, self.groups, self.nears = 0, [[] for _ in groups], []
        text = self._needed(node, depth)
        self._leaf, self.groups, self.nears = leaf, groups, nears
        return text

    def _number(self, leaf: int) -> None:
        self.groups[leaf].append(self.count)
        self.count += 1
        if self.count > _MOST_PHRASES:
            raise TooManyPhrases


def _few_sides(near: Near) -> tuple[list[Leaf], list[Leaf]] | None:
    sides = flat_sides(near)
    if sides is None:
        return None
    left, right = (sum(len(_some(leaf)) or _MOST_GUARDS for leaf in side) for side in sides)
    return sides if left * right <= _MOST_GUARDS else None


def _guards(near: Near) -> str:
    """Say in NEARs what must be met for a distance to be: a word of each side stands near one of the other.

    Of two stretches that lie apart these are the ones that face each other; of two that overlap, a word of one stands
    among those of the other.
    """
    lefts, rights = ([role.leaf for role in roles(side) if role.taking_part] for side in (near.left, near.right))
    pairs = list(product(lefts, rights))
    if len(pairs) > _MOST_GUARDS or any(len(_some(leaf)) != 1 for leaf in lefts + rights):
        return ""
    between = max(near.distance - 1, most_words(near.left) - 2, most_words(near.right) - 2)
    shared = ((one, two, _shared_fields(one.fields, two.fields)) for one, two in pairs)
    return " OR ".join(
        scoped(f"NEAR({_some(one)[0]} {_some(two)[0]}, {between})", fields)
        for one, two, fields in shared
        if fields is not None
    )


def _shared_fields(one: tuple[str, ...], two: tuple[str, ...]) -> tuple[str, ...] | None:
    """Return the fields in which both may stand, () for any, None for none."""
    if not one or not two:
        return one or two
    return tuple(field for field in one if field in two) or None


def _some(leaf: Leaf) -> list[str]:
    try:
        return alternatives(leaf)
    except TooManyPhrases:
        return []


def _together(offsets: list[list[int]]) -> Sequence[int]:
    return offsets[0] if len(offsets) == 1 else sorted(set(chain.from_iterable(offsets)))
