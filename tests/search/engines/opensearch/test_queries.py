"""What the cluster is asked: never more than it takes, and of a distance everything that it can't be met without."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest

from tests.search.search_corpus import Corpus, RawTexts, engine_over
from triage.model.items import DEFAULT_FIELDS, ItemNo
from triage.search.distances import Distance
from triage.search.engines.memory import MemoryEngine
from triage.search.engines.opensearch import queries
from triage.search.expand import Vocabulary
from triage.search.query.tree import And, Ids, Literal, Near, Node, Not, Or, Pattern, Phrase, Prefix, Word, Words

A, B, C = (Word(word, ("body",)) for word in "abc")
WORDS = Vocabulary.holding([("gas", 3), ("price", 4), ("prices", 2), ("pricing", 1)])


def _near(node: Near) -> list[tuple[dict[str, Any], bool]]:
    return queries.near(Distance(node), WORDS)


def test_a_word_is_a_term_in_its_fields() -> None:
    assert queries.whole(A) == {"term": {"body": {"value": "a"}}}
    assert queries.whole(Word("a")) == {"term": {"any": {"value": "a"}}}  # where the words of all of them stand
    whole = queries.whole(Phrase((Word("a"), Word("b"))))
    assert whole is not None and len(whole["bool"]["should"]) == len(DEFAULT_FIELDS) + 1


def test_a_tree_of_exact_parts_is_one_query() -> None:
    tree = And((A, Not(Phrase((Word("b"), Word("c")), ("body",))), Ids(frozenset((ItemNo(7), ItemNo(3))))))
    assert queries.whole(tree) == {
        "bool": {
            "filter": [
                {"term": {"body": {"value": "a"}}},
                {"bool": {"must_not": [{"match_phrase": {"body": {"query": "b c"}}}]}},
                {"terms": {"no": [3, 7]}},
            ]
        }
    }


@pytest.mark.parametrize(
    "node",
    [
        Near(A, B, 2),
        Literal("a"),
        Phrase((Word("a"), Prefix("b"))),
        And((A, Near(A, B, 2))),
        Or(tuple(Word(f"w{n}") for n in range(1000))),
        And((A, Ids(frozenset(map(ItemNo, range(10_000)))))),
        Ids(frozenset((ItemNo(1),))),
        Not(A),
    ],
)
def test_what_the_cluster_can_not_say_exactly_or_would_not_take_is_no_query(node: Node) -> None:
    assert queries.whole(node) is None


def test_two_single_words_near_each_other_are_exact() -> None:
    rules = [{"match": {"query": word, "ordered": True, "max_gaps": 0}} for word in "ab"]
    asked = {"ordered": True, "max_gaps": 4, "intervals": rules}
    assert _near(Near(A, B, 5, ordered=True)) == [({"intervals": {"body": {"all_of": asked}}}, True)]


def test_sides_that_may_share_a_word_follow_one_another_either_way() -> None:
    choice = Near(Words(("a", "price"), ("body",)), Prefix("pric", ("body",)), 5)
    ((query, exact),) = _near(choice)
    one, other = (rule["intervals"]["body"]["all_of"] for rule in query["bool"]["should"])
    assert exact and one["ordered"] and other["ordered"] and one["intervals"] == other["intervals"][::-1]
    assert [len(side["any_of"]["intervals"]) for side in one["intervals"]] == [2, 3]


def test_each_length_of_a_phrase_is_asked_for_by_itself() -> None:
    phrases = Or((Phrase((Word("a"), Word("b")), ("body",)), Phrase((Word("d"), Word("e"), Word("f")), ("body",))))
    ((query, exact),) = _near(Near(Or((*phrases.parts, A)), C, 3))
    sides = [rule["intervals"]["body"]["all_of"]["intervals"][0] for rule in query["bool"]["should"]]
    assert exact and sorted(side["match"]["query"] for side in sides) == ["a", "a b", "d e f"]


def test_a_word_that_none_may_be_near_is_exact_where_they_share_no_word() -> None:
    assert [exact for _, exact in _near(Near(A, B, 3, negated=True))] == [True]
    assert [exact for _, exact in _near(Near(A, A, 3, negated=True))] == [True]
    assert False in [exact for _, exact in _near(Near(A, A, 3, ordered=True, negated=True))]
    phrase = Phrase((Word("a"), Word("b")), ("body",))
    assert False in [exact for _, exact in _near(Near(A, phrase, 3, negated=True))]
    assert False in [exact for _, exact in _near(Near(A, B, 50, negated=True))]  # too much to ask


def test_distances_inside_distances_are_asked_for_twice() -> None:
    """What is met for sure, by the shortest stretches; and what may be met, by one word of each part near enough."""
    (sure, exact), (perhaps, other) = _near(Near(A, Near(B, C, 3), 5))
    assert exact and not other
    inside = sure["intervals"]["body"]["all_of"]
    wider = perhaps["intervals"]["body"]["all_of"]
    assert inside["max_gaps"] == 4 and inside["intervals"][1]["all_of"]["max_gaps"] == 2
    assert wider["max_gaps"] == 6 and wider["intervals"][1]["all_of"]["max_gaps"] == 2
    several = _near(Near(Near(A, B, 3, negated=True), Near(B, C, 3), 5))
    assert {exact for _, exact in several} == {True, False}


def test_very_many_phrases_on_both_sides_are_only_narrowed_down() -> None:
    several = [Or(tuple(Phrase((Word(f"{side}{n}"), B), ("body",)) for n in range(11))) for side in "ac"]
    ((query, exact),) = _near(Near(several[0], several[1], 3))
    assert not exact and queries._clauses(query) <= 800


def test_equal_parts_are_made_to_differ() -> None:
    """The cluster takes two equal parts together, and then counts no words between them."""
    ((query, exact),) = _near(Near(A, A, 3, ordered=True))
    one, other = query["intervals"]["body"]["all_of"]["intervals"]
    assert exact and one != other and other["all_of"]["intervals"] == [one]


def test_a_distance_whose_sides_can_share_no_field_asks_nothing() -> None:
    assert _near(Near(A, Word("b", ("subject",)), 2)) == []


def test_very_many_words_are_asked_for_in_several_queries() -> None:
    many = Words(tuple(f"w{n}" for n in range(300)))
    asked = _near(Near(many, Word("a"), 3))
    assert len(asked) > 1 and all(queries._clauses(query) <= 800 for query, _ in asked)
    phrases = Or(tuple(Phrase((Word(f"a{n}"), Word("b"))) for n in range(5)))
    asked = _near(Near(many, phrases, 3))
    assert len(asked) > 5 and all(queries._clauses(query) <= 800 and exact for query, exact in asked)
    ((query, exact),) = _near(Near(Words(tuple(f"w{n}" for n in range(5000)), ("body",)), A, 3))
    together, held = query["bool"]["filter"]
    assert not exact and held == {"terms": {"body": [f"w{n}" for n in range(5000)]}}
    assert together == {"bool": {"filter": [{"match_all": {}}, {"term": {"body": {"value": "a"}}}]}}


def test_a_pattern_is_never_asked_for() -> None:
    with pytest.raises(TypeError, match="expanded before"):
        queries.holding(Pattern("wild", "a*b"), ("body",))


# Distances as a real node's intervals, over crowded texts: few words, so that most stretches overlap or touch others.
#
# A rule that is exact on ordinary texts may fail here: a word stands inside the phrase beside it, twice in a row, or
# on both sides of a distance.

_WORDS = ("a", "b", "c", "ab", "abc", "d")
_ROWS, _TREES = 300, 40


class _Chance(random.Random):
    """Makes crowded texts, and distances over their words."""

    def texts(self) -> RawTexts:
        return [(field, self._row()) for field in ("body", "subject")[: self.choice((1, 1, 2))]]

    def _row(self) -> str:
        return " ".join(self.choices(_WORDS, k=self.randint(2, 14)))

    def near(self, deep: int) -> Near:
        sides = self._side(deep), self._side(deep)
        return Near(*sides, self.randint(1, 6), ordered=self.random() < 0.35, negated=self.random() < 0.3)

    def _side(self, deep: int) -> Node:
        kind = self.random()
        if deep and kind < 0.35:
            return self.near(deep - 1)
        if kind < 0.6:
            return Or(tuple(self._side(deep - 1) if deep else self._leaf() for _ in range(self.randint(2, 3))))
        return self._leaf()

    def _leaf(self) -> Node:
        word = Word(self.choice(_WORDS))
        phrase = Phrase((word, *map(Word, self.choices(_WORDS, k=self.randint(1, 2)))))
        return self.choice((word, word, word, phrase, phrase, Prefix("ab"), Prefix("a"), Phrase((word, Prefix("ab")))))


@pytest.mark.nightly
@pytest.mark.xdist_group("cluster")
@pytest.mark.parametrize("seed", range(2))
def test_crowded_distances_are_met_where_the_reference_meets_them(seed: int, tmp_path: Path) -> None:
    chance = _Chance(seed)
    corpus = Corpus({no: chance.texts() for no in range(1, _ROWS + 1)})
    reference = MemoryEngine(corpus)  # type: ignore[arg-type]
    with engine_over("opensearch", corpus, tmp_path) as engine:
        for number in range(_TREES):
            tree = chance.near(number % 3)
            assert engine.search(tree) == reference.search(tree), tree


@pytest.mark.nightly
@pytest.mark.xdist_group("cluster")
def test_equal_phrases_and_words_count_the_words_between(tmp_path: Path) -> None:
    texts = ("a b c a b", "a b c c a b", "a b a b", "a a", "a c a", "a b b")
    corpus = Corpus({no: [("body", text)] for no, text in enumerate(texts, 1)})
    phrase = Phrase((Word("a"), Word("b")))
    with engine_over("opensearch", corpus, tmp_path) as engine:
        assert engine.search(Near(phrase, phrase, 2)) == {1, 3}
        assert engine.search(Near(Word("a"), Word("a"), 2)) == {3, 4, 5}
        assert engine.search(Near(Word("a"), Word("a"), 2, negated=True)) == {1, 2, 6}
        assert engine.search(Near(Word("a"), phrase, 4, negated=True)) == {4, 5, 6}
