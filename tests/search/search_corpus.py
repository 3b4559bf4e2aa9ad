"""A small corpus and queries over it that the search tests share: fictional texts, strategies for hypothesis."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from string import ascii_letters

import apsw
import pytest
from hypothesis import strategies as st

from tests.cluster import nodes
from triage.model.items import Item, ItemId, ItemNo, Row, Segment
from triage.search.engine import Document, Engine
from triage.search.engines import ENGINES, open_engine
from triage.search.engines.opensearch.engine import OpenSearchEngine
from triage.search.query.tree import And, Everything, Ids, Literal, Near, Node, Not, Or, Pattern, Phrase, Prefix, Word
from triage.search.query.values import TEXT_FIELDS
from triage.store.texts import Pieces
from triage.text import BORDER, indexed, raised, small_stretches, unmarked

RawTexts = list[tuple[str, str]]

_CLUSTER = pytest.param("opensearch", marks=(pytest.mark.nightly, pytest.mark.xdist_group("cluster")))
EVERY = [_CLUSTER if name == "opensearch" else name for name, _ in ENGINES]
"""The names of all engines, as parameters of tests; the one that needs a cluster has its turn at night."""
OTHERS = [name for name in EVERY if name != "memory"]
"""The same without the reference."""


class Corpus:
    """The texts of a case, given by hand: an engine.Texts."""

    def __init__(self, items: dict[int, RawTexts]) -> None:
        self.items = {ItemNo(no): texts for no, texts in items.items()}
        self.named = ""

    def case(self) -> str:
        return self.named

    def documents(self, after: int = 0) -> Iterator[Document]:
        for no, texts in sorted(self.items.items()):
            if no > after:
                yield no, folded(texts)

    def numbers(self) -> set[ItemNo]:
        return set(self.items)

    def count(self) -> int:
        return len(self.items)

    def ascending(self, nos: Collection[ItemNo]) -> list[ItemNo]:
        return sorted(self.items.keys() & nos)

    def holding(self, nos: Collection[ItemNo], sought: Pieces, beside: object = None) -> Iterator[tuple[ItemNo, str]]:
        texts = ((no, text) for no in nos for field, text in self.raw(no) if field in sought.fields)
        return ((no, text) for no, text in texts if sought.stand_in(text))

    def raw(self, no: ItemNo) -> RawTexts:
        return self.items[no]


def folded(texts: RawTexts) -> dict[str, str]:
    """Fold texts by field as the index does, a border between those that share one."""
    by_field: dict[str, list[str]] = {}
    for field, text in texts:
        by_field.setdefault(field, []).append(indexed(text))
    return {field: f" {BORDER} ".join(parts) for field, parts in by_field.items() if "".join(parts).strip()}


@contextmanager
def engine_over(name: str, corpus: Corpus, folder: Path) -> Iterator[Engine]:
    """Make a new engine in a folder and index the corpus, two commits where it is long enough."""
    corpus.named = corpus.named or str(folder)
    if name == "opensearch":
        nodes.named(folder, [nodes.shared().host])
    db = apsw.Connection(str(folder / f"{name}.sqlite"))
    db.execute("PRAGMA synchronous=OFF; PRAGMA journal_mode=MEMORY")  # what no test here asks for takes half its time
    engine = open_engine(name, folder, db, corpus, create=True)
    documents = list(corpus.documents())
    for part in (documents[: len(documents) // 2], documents[len(documents) // 2 :]):
        with db:
            engine.add(part)
        engine.commit()
    engine.finish()
    try:
        yield engine
    finally:
        if isinstance(engine, OpenSearchEngine):
            engine.rebuild()
        engine.close()
        db.close()


def item(texts: RawTexts) -> Item:
    """Make an item that holds these texts, as the store would give it."""

    def all_of(field: str) -> tuple[str, ...]:
        return tuple(text for name, text in texts if name == field)

    def first(field: str) -> str:
        return next(iter(all_of(field)), "")

    no = ItemNo(1)
    about = first("from"), first("subject"), first("file")
    row = Row(no, ItemId("0" * 20), "", *about, "eml", "Dana", 1, "p", 0, None, "fully")
    outside = {"subject", "from", "to", "cc", "bcc", "file"}
    return Item(
        row=row,
        root="r",
        path="p",
        member="",
        sha256="",
        mih="",
        digest="",
        family=no,
        thread="",
        to=all_of("to"),
        cc=all_of("cc"),
        bcc=all_of("bcc"),
        date_raw="",
        date_kind="",
        message_id="",
        references=(),
        properties=(),
        segments=tuple(Segment(f, unmarked(text), small_stretches(text)) for f, text in texts if f not in outside),
        problems=(),
    )


def rows(of: Sequence[str], least: int, most: int) -> st.SearchStrategy[str]:
    """Rows of some of these words. One text is drawn, a letter for each word: a list would cost ten times as much."""
    letters = dict(zip(ascii_letters, of, strict=False))
    drawn = st.text(list(letters), min_size=least, max_size=most)
    return drawn.map(lambda found: " ".join(letters[letter] for letter in found))


LETTERS = ["a", "b", "ab", "ab2", "abc", "ba", "bab", "c", "12", "xk", "שלומ", "ושלומ", "coat"]
_ODD = ["a\u00adb", "\u200bba", "ab²", "a₁b", "¹ba", "c™", "a-\nb", f"ab{raised('12')}", f"x{raised('k')}a"]
words = st.sampled_from(LETTERS)
fields = st.sampled_from([(), (), (), *TEXT_FIELDS.values()])
texts = st.lists(
    st.tuples(
        st.sampled_from("subject from body body body comment alternative note headers message-id transport".split()),
        rows([*LETTERS, *_ODD], 0, 9),
    ),
    max_size=4,
)
corpora = st.lists(texts, min_size=1, max_size=8).map(lambda items: Corpus(dict(enumerate(items, 1))))
"""Corpora of a few items that share few words, so that most queries find something and miss something."""


def struck(draw: st.DrawFn) -> tuple[str, ...]:
    return tuple(sorted(draw(st.sets(words, max_size=2)))) if draw(st.booleans()) else ()


@st.composite
def patterns(draw: st.DrawFn) -> Pattern:
    kind = draw(st.sampled_from(["wild", "fuzzy", "stem", "regex", "prefixes"]))
    text = draw(words)
    if kind == "wild":
        text = draw(st.sampled_from(["*b", "a?", "?a", "*a*", "a*c", "b?b", "*1?", "?b", "*לומ", "c*t"]))
    if kind == "fuzzy":
        text = draw(st.sampled_from(["abc", "bab", "coat", "xkk", "שלומ"]))
    if kind == "regex":
        text = draw(st.sampled_from(["a|b", "[0-9]+", "(ab)+c?", ".{2}", "[^a]+", "a(?=b).*", "\\w{3,}", "[ab]*"]))
    distance = draw(st.integers(1, 2)) if kind == "fuzzy" else 0
    return Pattern(kind, text, distance, struck=struck(draw))


terms = st.one_of(words.map(Word), words.map(Word), words.map(Prefix), patterns())


@st.composite
def leaves(draw: st.DrawFn) -> Node:
    """A term or a phrase, in some fields or in any."""
    where = draw(fields)
    parts = draw(st.lists(terms, min_size=1, max_size=3))
    if len(parts) > 1:
        return Phrase(tuple(parts), where)
    leaf = parts[0]
    return type(leaf)(**{**{name: getattr(leaf, name) for name in leaf.__slots__}, "fields": where})


def _near(sides: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    return st.builds(Near, sides, sides, st.integers(1, 4), st.booleans(), st.booleans())


def _or(sides: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    return st.lists(sides, min_size=2, max_size=3).map(lambda parts: Or(tuple(parts)))


sides = st.recursive(leaves(), lambda inner: st.one_of(_near(inner), _or(inner)), max_leaves=4)
"""What may stand on a side of a distance."""

literals = st.builds(Literal, rows(LETTERS, 1, 2), fields)

atoms: st.SearchStrategy[Node] = st.one_of(
    leaves(),
    leaves(),
    _near(sides),
    literals,
    st.sets(st.integers(1, 8).map(ItemNo), max_size=4).map(lambda nos: Ids(frozenset(nos))),
    st.just(Everything()),
)
queries: st.SearchStrategy[Node] = st.recursive(
    atoms,
    lambda inner: st.one_of(
        st.lists(inner, min_size=2, max_size=3).map(lambda parts: And(tuple(parts))),
        st.lists(inner, min_size=2, max_size=3).map(lambda parts: Or(tuple(parts))),
        inner.map(Not),
    ),
    max_leaves=5,
)
"""Trees over every kind of node that an engine is asked, attributes aside."""

_few = st.sampled_from(["a", "b", "ab"])
_pairs = st.tuples(_few.map(Word), _few.map(Word)).map(Phrase)
_sure = [_few.map(Word), _few.map(Word), st.just(Prefix("a")), _pairs]
_plain = st.one_of(*_sure, st.just(Pattern("wild", "?")), st.just(Pattern("wild", "*b")))
distances: st.SearchStrategy[Node] = _near(
    st.recursive(_plain, lambda inner: st.one_of(_near(inner), _or(inner)), max_leaves=3)
)
"""Distances over three words, so that almost every one is met somewhere, and missed by one word somewhere."""


def _together(sides: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    return st.builds(Near, sides, sides, st.integers(1, 6), st.booleans())


distances_of_all: st.SearchStrategy[Node] = _together(st.recursive(st.one_of(*_sure), _together, max_leaves=3))
"""Distances in which every word must stand near the others: no choice, nothing kept away."""

rows_of_words = st.lists(rows(["a", "b", "ab", "x", "x", "x"], 1, 9), min_size=6, max_size=12).map(
    lambda found: Corpus({no: [("body" if no % 3 else "message-id", row)] for no, row in enumerate(found, 1)})
)
"""Corpora for them: one field an item, of each third one that is searched by name; few words, many fillers."""
