"""Canaries: unique words that stay whole through folding."""

from __future__ import annotations

import pytest

from triage.selftest.canary import COLUMNS, LANGUAGES, word
from triage.selftest.documents import documents
from triage.text import words


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_word_is_one_token_and_folding_keeps_it(language: str) -> None:
    made = {word(language, str(n)) for n in range(5000)}
    assert len(made) == 5000
    assert all(words(one) == [one] for one in made)


def test_every_place_has_words_of_its_own() -> None:
    """So that one search finds exactly one cell."""
    planted = []
    for document in documents():
        assert document.canaries, document.name
        assert {canary.language for canary in document.canaries} <= set(LANGUAGES)
        planted += [canary.word for canary in document.canaries]
    assert len(planted) == len(set(planted)) > 800


def test_columns_are_fields_of_the_language() -> None:
    from triage.search.query.values import TEXT_FIELDS

    assert set(COLUMNS.values()) <= set(TEXT_FIELDS)
