"""Tokens of an index: each word in its place, with all of its spellings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from triage.index_words import indexed, shown, spellings
from triage.text import LEVEL, RAISED, marked, raised, small_stretches, tokens, unmarked, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("quillback™", [["quillbacktm", "quillback"]]),
        ("quillback²,", [["quillback2", "quillback"]]),
        ("¹quillback", [["1quillback", "quillback"]]),
        ("H₂O m² ²", [["h2o", "ho"], ["m2", "m"], ["2"]]),
        (f"quillback{raised('see it')}.", [["quillbacksee", "quillback"], ["it"]]),
        ("the quill-\nback plan", [["the"], ["quill", "quillback"], ["back"], ["plan"]]),
        ("quill-\nback™ x", [["quill", "quillbacktm"], ["backtm", "back"], ["x"]]),
        ("> long-\r\n> term-\r\n> view", [["long", "longterm"], ["term", "termview"], ["view"]]),
        ("quill-\n\nback XK-\n9 -\na", [["quill"], ["back"], ["xk"], ["9"], ["a"]]),
        ("秘密²計画", [["秘"], ["密"], ["2"], ["計"], ["画"]]),
    ],
)
def test_what_stands_small_or_was_hyphenated_gives_a_token_several_spellings(
    text: str, expected: list[list[str]]
) -> None:
    assert [list(spellings(token)) for token in indexed(text).split()] == expected


@given(st.text(alphabet='ab²™-\n> \r\u2010\u0301\u2064\u2063秘א"é,', max_size=30))
def test_an_index_has_the_same_tokens_in_the_same_places(text: str) -> None:
    assert [shown(token) for token in indexed(text).split()] == words(text)
    assert [token.word for token in tokens(text)] == words(text)


@given(st.text(alphabet='ab2²-\n \u2064\u2063\u200bצה"é,', max_size=30))
def test_a_text_without_marks_and_where_they_were_are_what_is_indexed(text: str) -> None:
    bare, small = unmarked(text), small_stretches(text)
    assert RAISED not in bare and LEVEL not in bare
    assert indexed(marked(bare, small)).split() == indexed(text).split()
    assert words(bare) == words(text)
    assert all(first < last for first, last in small) and list(small) == sorted(small)
