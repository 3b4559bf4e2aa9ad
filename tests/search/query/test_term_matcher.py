"""Which words a term stands for, against definitions written out the long way, and the quick way against the slow."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.search.search_corpus import patterns
from triage.errors import EngineRefusal
from triage.search.engine import Deadline
from triage.search.expand import Vocabulary, expansions
from triage.search.query import term_parser
from triage.search.query.language import read
from triage.search.query.tree import Pattern, Prefix
from triage.text import SPELLINGS

short = st.text("ab1ל", min_size=1, max_size=6)


def _covers(pattern: str, word: str) -> bool:
    """Say by the definition alone whether a pattern with * and ? covers a word."""
    if not pattern:
        return not word
    if pattern[0] == "*":
        return any(_covers(pattern[1:], word[at:]) for at in range(len(word) + 1))
    return bool(word) and pattern[0] in ("?", word[0]) and _covers(pattern[1:], word[1:])


def _one_away(word: str) -> set[str]:
    """Return every word that one letter more, fewer, other or swapped makes, over a small alphabet."""
    cuts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    fewer = {a + b[1:] for a, b in cuts if b}
    swapped = {a + b[1] + b[0] + b[2:] for a, b in cuts if len(b) > 1}
    other = {a + c + b[1:] for a, b in cuts if b for c in "ab1ל"}
    more = {a + c + b for a, b in cuts for c in "ab1ל"}
    return {word} | fewer | swapped | other | more


@given(st.text("ab*?", min_size=1, max_size=6).filter(lambda text: text.strip("*?")), short)
def test_a_wildcard_covers_what_its_definition_says(text: str, word: str) -> None:
    assert term_parser.test(Pattern("wild", text))(word) == _covers(text, word)


@given(st.text("ab1ל", min_size=3, max_size=5), short)
def test_a_fuzzy_word_is_one_edit_away(text: str, word: str) -> None:
    assert term_parser.test(Pattern("fuzzy", text, 1))(word) == (word in _one_away(text))


@given(st.text("ab", min_size=3, max_size=4), st.text("ab", min_size=1, max_size=6))
def test_two_edits_reach_no_further_than_two(text: str, word: str) -> None:
    reached = set(itertools.chain.from_iterable(map(_one_away, _one_away(text))))
    fuzzy = term_parser.test(Pattern("fuzzy", text, 2))
    assert not fuzzy(word) or word in reached
    assert fuzzy(word) or word not in {
        w for one in _one_away(text) for w in _one_away(one) if abs(len(w) - len(text)) == 2
    }


@pytest.mark.parametrize(
    ("text", "fitting", "others"),
    [
        ("stem(apply)", ["apply", "applies", "applied", "applying"], ["appliance", "apple"]),
        ("/K[0-9]{3}/", ["k417"], ["k41", "k4177", "ak417"]),
        ("/שלום/", ["שלומ"], ["שלו"]),
        ("/a(?=b).*/", ["ab", "abc"], ["a", "ac"]),
        ("/[^x]+/", ["abc"], ["axc"]),
        ("prefixes(אטלס)", ["אטלס", "האטלס", "ובאטלס", "שאטלס", "כשהאטלס", "מהאטלס"], ["אטלסי", "גאטלס"]),
        ("prefixes(كتاب)", ["كتاب", "الكتاب", "والكتاب", "للكتاب", "بكتاب", "فبالكتاب"], ["كتابي", "مكتاب"]),
        ("b*!(ba, bab)", ["b", "bc"], ["ba", "bab"]),
    ],
)
def test_a_term_stands_for_these_words_and_no_others(text: str, fitting: list[str], others: list[str]) -> None:
    term = read(text).query
    assert isinstance(term, Pattern)
    words = sorted([*fitting, *others])
    assert Vocabulary.holding([(word, 1) for word in words]).standing_for(term) == sorted(fitting)
    assert [word for word in words if term_parser.test(term)(word)] == sorted(fitting)


@given(patterns(), st.sets(st.text("abc12xoktשלומו", min_size=1, max_size=6), max_size=40))
def test_the_quick_way_finds_the_words_of_the_slow_one(term: Pattern, words: set[str]) -> None:
    slow = sorted(word for word in words if term_parser.test(term)(word))
    for read_before in (False, True):
        vocabulary = Vocabulary.holding([(word, 1) for word in sorted(words)])
        assert not read_before or list(vocabulary.all.words()) == sorted(words)
        assert vocabulary.standing_for(term) == slow
        assert vocabulary.counts(term) == dict.fromkeys(slow, 1)


@pytest.mark.parametrize(("text", "asked"), [("pri*", "pri"), ("pr?ce*", "pr"), ("stem(prices)", "pri"), ("*ice", "")])
def test_only_words_that_begin_alike_are_read_for_one_term(text: str, asked: str) -> None:
    words, stems = [(word, 1) for word in sorted(["price", "prices", "prime", "spice"])], list[str]()

    def read_some(stem: str) -> list[tuple[str, int]]:
        stems.append(stem)
        return [pair for pair in words if pair[0].startswith(stem)]

    vocabulary = Vocabulary(read_some)
    for _ in range(2):
        ((_, found),) = expansions(read(text).query, vocabulary)
    assert [stem for stem in stems if stem != SPELLINGS] == [asked] and found


def test_an_expansion_says_how_many_items_hold_each_word() -> None:
    vocabulary = Vocabulary.holding([("atlas", 412), ("atlasblue", 1), ("atlases", 3), ("atoll", 9)])
    assert list(expansions(read('blue atl* NOT "the at?ll"').query, vocabulary)) == [
        (Prefix("atl"), [("atlas", 412), ("atlases", 3), ("atlasblue", 1)]),
        (Pattern("wild", "at?ll"), [("atoll", 9)]),
    ]
    struck = read("atl*!(atlases)").query
    assert next(expansions(struck, vocabulary))[1] == [("atlas", 412), ("atlasblue", 1)]


@pytest.mark.parametrize("expression", ["/(a|aa)+[cd]/", "/(?:(a|a)+)+(?=c)c/"])
def test_an_expression_that_runs_away_is_stopped(expression: str) -> None:
    term = read(expression).query
    assert isinstance(term, Pattern)
    with pytest.raises(EngineRefusal, match="stopped after"):
        Vocabulary.holding([("a" * 60 + "b", 1)]).standing_for(term, Deadline(0.2))


@pytest.mark.parametrize("expression", ["/(a|aa)+[cd]/", "/(?:(a|a)+)+(?=c)c/"])
def test_one_match_has_a_bound_of_its_own_and_it_is_stated(expression: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(term_parser, "_LONGEST_MATCH", 0.2)
    term = read(expression).query
    assert isinstance(term, Pattern)
    with pytest.raises(EngineRefusal, match=r"stopped after 0\.2 seconds"):
        Vocabulary.holding([("a" * 60 + "b", 1)]).standing_for(term, Deadline(200))


@pytest.mark.parametrize(
    "word", ["dying", "lying", "skies", "skis", "hoping", "hopping", "traditional", "possibilities", "geologies"]
)
def test_a_stem_keeps_all_but_its_last_two_letters(word: str) -> None:
    stem = term_parser.stem(word)
    assert word.startswith(stem[:-2] or stem[:1])
    assert word in Vocabulary.holding([(word, 1)]).standing_for(Pattern("stem", word))
