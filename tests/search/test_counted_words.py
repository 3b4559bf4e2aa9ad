"""Words with their items, kept as lines in blocks: they are those that were given, wherever a block ends."""

from __future__ import annotations

from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st

from triage.search import expand
from triage.search.expand import CountedWords

WORDS = st.sets(st.text("aAbz0é\U0001f426ש\x85", min_size=1, max_size=4), max_size=20).map(sorted)
SIZES = st.integers(1, 7)


def _counted(words: list[str]) -> CountedWords:
    return CountedWords.of((word, number) for number, word in enumerate(words))


@given(WORDS, SIZES)
def test_all_words_are_there_in_their_order(words: list[str], size: int) -> None:
    pairs = [(word, number) for number, word in enumerate(words)]
    with patch.object(expand, "_A_BLOCK", size):
        counted = _counted(words)
        assert list(counted) == pairs and len(counted) == len(pairs)
        assert [word for lines in counted.blocks() for word in lines.split("\n")] == words
    assert CountedWords.of(counted) is counted


@given(WORDS, SIZES, st.text("aAbz0é", max_size=2), st.data())
def test_some_words_are_looked_up(words: list[str], size: int, stem: str, data: st.DataObject) -> None:
    with patch.object(expand, "_A_BLOCK", size):
        counted = _counted(words)
        assert counted.beginning(stem) == [word for word in words if word.startswith(stem)]
        some = [word for word in words if data.draw(st.booleans())]
        assert counted.some(some) == {word: words.index(word) for word in some}
