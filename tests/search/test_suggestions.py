"""What is suggested for a word that no item holds: near words with their counts, put where the word was typed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.records import case_of, mail
from triage.case import Case
from triage.search.expand import nearest


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Case]:
    texts = ["the heron invoice", "heron again", "herons", "Chérie a payé", "a purchase: חשבונית", "nor war"]
    files = {f"{number}.eml": mail(f"Number {number}", text) for number, text in enumerate(texts)}
    with case_of(tmp_path_factory.mktemp("words"), files) as made:
        yield made


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("heorn invoice", ["heron invoice", "herons invoice"]),
        ('"the heorn" w/9 invoice', ['"the heron" w/9 invoice', '"the herons" w/9 invoice']),
        ("NOT (subject:number OR body:Heorm)", []),
        ("subject:number OR body:Heorm", ["subject:number OR body:heron"]),
        ("cherje", ["cherie"]),
        ("חשבונת", ["חשבונית"]),
        ("heron invoice", []),
        ("heron AND herons", []),
        ("tag:relevant", []),
        ("subject:purchase", []),
        ("qq", []),
        ("nott", []),
        ("xylophone", []),
        ("her*", []),
    ],
)
def test_near_words_stand_where_the_unknown_one_was_typed(case: Case, query: str, expected: list[str]) -> None:
    found = case.reports.suggestions(query)
    assert [one.query for one in found] == expected
    for one in found:
        assert case.search.run(one.word).total == one.items > 0 and one.typed in query


def test_fewer_letters_come_first_then_more_items() -> None:
    words = [("heron", 1), ("heroin", 50), ("heros", 9), ("hero", 70), ("not", 90), ("herod", 0)]
    assert nearest("heron", words) == [("heron", 1), ("hero", 70), ("heroin", 50)]
    assert nearest("nob", [("not", 90), ("nib", 1)]) == [("nib", 1)], "an operator isn't offered as a word"
