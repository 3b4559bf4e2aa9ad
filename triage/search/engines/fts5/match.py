"""MATCH strings for FTS5: of leaves, and what narrows distances down, with which phrases give which leaf's places.

They are flat, and every token is quoted. Nothing here touches a database.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, islice, product
from math import prod
from typing import NamedTuple

from triage.model.items import DEFAULT_FIELDS, IDENTIFIERS, TRANSPORT
from triage.search.distances import Distance, flat_sides, most_words, roles
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
"""Most alternatives of a leaf in one MATCH string; FTS5's time for an OR grows faster than the number of its parts."""
_MOST_OF_A_CHOICE = 12
_MOST_PHRASES = 100
"""Most words of a leaf, and phrases of a distance, whose places are asked of FTS5 by a MATCH string."""
_MOST_NEARS = 12
"""Most pairs of phrases whose nearness is asked of FTS5; of words that begin with a stem, fewer by _A_PREFIX."""
_A_PREFIX = 3
_QUICK_PREFIX, _FEWER = 100_000, 1_000
"""Places of the words with a stem, up to which FTS5 reads them quickly; beyond it, as many times those of the rarest
leaf, whose items' texts are otherwise read as quickly."""
NO_WORD = "\ue001"
"""A token that no text folds to: a character for private use, which separates words."""
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


class Narrowing(NamedTuple):
    """A MATCH string that finds every item in which a distance may be met, "" for one that would find all.

    ``certain``: and no other item. Else it gives the places of some leaves, of which ``phrases`` names the phrases.
    """

    match: str
    phrases: dict[Leaf, range]
    certain: bool = False


def narrowing(distance: Distance, counts: Mapping[Leaf, int]) -> Narrowing:
    """Return what narrows a distance down; ``counts`` say at about how many places each leaf stands."""
    writer = _Writer(distance, counts)
    return writer.certain() or writer.narrowed()


class _Writer:
    def __init__(self, distance: Distance, counts: Mapping[Leaf, int]) -> None:
        self._node, self._apart, self._counts = distance.node, distance.apart, counts
        self._needed = dict.fromkeys(role.leaf for role in distance.roles if role.needed)
        optional = {role.leaf for role in distance.roles if not role.needed}
        rarest = min((counts[leaf] for leaf in self._needed), default=0)
        self._phrases = {leaf: _few(leaf, counts[leaf], rarest) for leaf in distance.leaves}
        single = [leaf for leaf in self._needed if len(self._phrases[leaf]) == 1 and leaf not in optional]
        self._together = single if len(single) > 1 else []

    def certain(self) -> Narrowing | None:
        """Say two sides of words and phrases by FTS5's own NEAR, once for each pair, where that means the same."""
        if not self._apart or self._node.ordered or self._node.negated:
            return None
        flat = flat_sides(self._node)
        near = None if flat is None else self._any_near(*flat, self._node.distance - 1)
        return None if near is None else Narrowing(near or quoted(NO_WORD), {}, certain=True)

    def narrowed(self) -> Narrowing:
        """Say what must stand in an item, the leaves whose places are wanted first."""
        left = self._node.left if self._node.negated else self._node
        strings, phrases, count = list[str](), dict[Leaf, range](), len(self._together)
        if self._together:
            fields: tuple[str, ...] | None = ()
            for leaf in self._together:
                fields = _shared_fields(fields, leaf.fields)
            if fields is None:
                return Narrowing(quoted(NO_WORD), {}, certain=True)
            alone = [self._phrases[leaf][0] for leaf in self._together]
            strings.append(scoped(f"NEAR({' '.join(alone)}, {most_words(left) - 2})", fields))
            phrases = {leaf: range(at, at + 1) for at, leaf in enumerate(self._together)}
        choices = [*self._choices(left), *(self._choices(self._node.right) if self._node.negated else ())]
        for choice in choices:
            sizes = [len(self._phrases[leaf]) for leaf in choice]
            if all(sizes) and count + sum(sizes) <= _MOST_PHRASES and not phrases.keys() >= set(choice):
                for leaf, size in zip(choice, sizes, strict=True):
                    phrases.setdefault(leaf, range(count, count + size))
                    count += size
                some = [scoped(" OR ".join(self._phrases[leaf]), leaf.fields) for leaf in choice]
                strings.append(" OR ".join(f"({string})" for string in some))
        if not self._needed.keys() <= set(self._together):
            strings += filter(None, map(self._guard, _all_needed(self._node)))
        return Narrowing(" AND ".join(f"({string})" for string in strings), phrases)

    def _choices(self, node: Node) -> Iterator[list[Leaf]]:
        """Yield leaves of which one must stand where a node is met."""
        match node:
            case Near(left=left, right=right, negated=negated):
                yield from self._choices(left)
                if not negated:
                    yield from self._choices(right)
            case Or(parts=parts):
                rarest = (min(self._choices(part), key=self._places) for part in parts)
                yield list(dict.fromkeys(chain.from_iterable(rarest)))
            case Word() | Words() | Prefix() | Phrase():
                yield [node]
            case _:
                raise TypeError(f"{node} can't be a side of a distance")

    def _places(self, choice: list[Leaf]) -> float:
        """Return at how many places leaves stand, as far as they can be asked for."""
        return sum(self._counts[leaf] if self._phrases[leaf] else float("inf") for leaf in choice)

    def _guard(self, near: Near) -> str | None:
        """Say what must be met for a distance to be: a word of each side stands near one of the other.

        Of two stretches that lie apart these are the ones that face each other; of two that overlap, a word of one
        stands among those of the other.
        """
        left, right = ([role.leaf for role in roles(side) if role.taking_part] for side in (near.left, near.right))
        return self._any_near(
            left, right, max(near.distance - 1, most_words(near.left) - 2, most_words(near.right) - 2)
        )

    def _any_near(self, lefts: Sequence[Leaf], rights: Sequence[Leaf], between: int) -> str | None:
        """Return that a leaf of one side stands near one of the other, None where it takes too many phrases."""
        left, right = ([self._phrases[leaf] for leaf in side] for side in (lefts, rights))
        most = _MOST_NEARS // (_A_PREFIX if any(isinstance(leaf, Prefix) for leaf in (*lefts, *rights)) else 1)
        if not all(left) or not all(right) or sum(map(len, left)) * sum(map(len, right)) > most:
            return None
        return " OR ".join(
            scoped(f"NEAR({one} {other}, {between})", fields)
            for left_leaf, right_leaf in product(lefts, rights)
            if (fields := _shared_fields(left_leaf.fields, right_leaf.fields)) is not None
            for one, other in product(self._phrases[left_leaf], self._phrases[right_leaf])
        )


def _few(leaf: Leaf, count: int, rarest: int) -> list[str]:
    """Return the phrases that a leaf stands for; none where reading its words apart takes less."""
    if isinstance(leaf, Words) and len(leaf.words) > _MOST_OF_A_CHOICE:
        return []
    if isinstance(leaf, Prefix) and count > max(_QUICK_PREFIX, _FEWER * rarest):
        return []
    return alternatives(leaf)


def _all_needed(node: Node) -> Iterator[Near]:
    """Yield the distances that must be met for one to be."""
    if isinstance(node, Near):
        yield from _all_needed(node.left)
        if not node.negated:
            yield from (node, *_all_needed(node.right))


def _shared_fields(one: tuple[str, ...] | None, two: tuple[str, ...]) -> tuple[str, ...] | None:
    """Return the fields in which both may stand, () for any, None for none."""
    if one is None:
        return None
    if not one or not two:
        return one or two
    return tuple(field for field in one if field in two) or None
