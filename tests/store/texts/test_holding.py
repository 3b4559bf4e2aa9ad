"""Texts that hold pieces are the same ones whether or not another thread says where they are."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from concurrent.futures import Future
from contextlib import closing
from pathlib import Path
from random import Random

import apsw
import pytest

from tests.records import case_of, mail
from triage.case import Case
from triage.model.items import FIELDS, ItemNo
from triage.search.engines.fts5 import halves
from triage.search.engines.fts5.halves import Halves
from triage.store.reading import StoredTexts
from triage.store.texts import holding
from triage.store.texts.holding import Pieces, Whereabouts

WORDS = ("heron", "Heron,", '"grey"', "a\\b", "Dana", "O'Hara;", "café", "K2")
PIECES = (
    [],
    ["heron"],
    ["Heron,", "Dana"],
    ['"grey"'],
    ["a\\b", "heron"],
    ["Lee,"],
    ["none such"],
    [">,", "Dee"],
    ["e"],
)
Found = list[tuple[ItemNo, str]]


@pytest.fixture(autouse=True)
def _few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(holding, "_AT_ONCE", 3)
    monkeypatch.setattr(halves, "_MANY", 1)


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    random = Random(3)

    def text() -> str:
        return " ".join(random.choices(WORDS, k=random.randrange(9)))

    files: dict[str, bytes | str] = {f"{n}.txt": text() for n in range(12)}
    people = ('"Lee, Dana" <lee@sender.example>', "Mo <mo@sender.example>, Dee <dee@sender.example>")
    files |= {f"{n}.eml": mail(text() or "none", text(), to=people[n % 2]) for n in range(12)}
    with case_of(tmp_path, files) as made:
        yield made


def by_hand(texts: StoredTexts, nos: list[ItemNo], pieces: list[str], fields: Collection[str] = FIELDS) -> Found:
    written = ((no, field, text) for no in nos for field, text in texts.raw(no) if field in fields)
    return sorted((no, text) for no, _, text in written if all(piece in text for piece in pieces))


@pytest.mark.parametrize("pieces", PIECES, ids=" ".join)
def test_every_text_that_holds_all_pieces_is_found(case: Case, pieces: list[str]) -> None:
    store = case._opened.store
    texts, two = StoredTexts(store), Halves(store.db)
    nos = sorted(texts.numbers())
    expected = by_hand(texts, nos, pieces)
    assert expected or pieces[:1] == ["none such"]
    with closing(two):
        for submit in (None, two.submit):
            assert sorted(texts.holding(nos, Pieces(pieces, FIELDS), submit)) == expected
            assert not list(texts.holding([], Pieces(pieces, FIELDS), submit))
            for fields in (("body",), ("subject",), ("to", "headers"), ("from", "body"), ("hidden",)):
                some = by_hand(texts, nos[::2], pieces, fields)
                assert sorted(texts.holding(nos[::2], Pieces(pieces, fields), submit)) == some


def test_records_are_looked_through_for_some_items_alone(case: Case) -> None:
    texts, two = StoredTexts(case._opened.store), Halves(case._opened.store.db)
    nos, fields = sorted(texts.numbers()), ("from", "to", "body")
    in_records = {no for no, text in by_hand(texts, nos, ["Lee"], ("to",))}
    some = set(sorted(in_records)[::2])
    assert some < in_records
    expected = sorted(by_hand(texts, nos, ["Lee"], ("body",)) + by_hand(texts, sorted(some), ["Lee"], ("from", "to")))
    with closing(two):
        for submit in (None, two.submit):
            assert sorted(texts.holding(nos, Pieces(["Lee"], fields, some), submit)) == expected


@pytest.mark.parametrize("other", [None, (0, "another state")])
def test_what_another_state_holds_is_not_taken_for_this_one(case: Case, other: tuple[int, str] | None) -> None:
    asked: list[int] = []

    def submit(work: Callable[[apsw.Connection], Whereabouts]) -> Future[Whereabouts] | None:
        asked.append(1)
        if other is None:
            return None
        future = Future[Whereabouts]()
        future.set_result(Whereabouts(other, None, None))
        return future

    texts = StoredTexts(case._opened.store)
    nos = sorted(texts.numbers())
    assert sorted(texts.holding(nos, Pieces(["heron"], FIELDS), submit)) == by_hand(texts, nos, ["heron"])
    assert asked


def test_a_portion_that_fails_beside_is_an_error(case: Case) -> None:
    def submit(work: Callable[[apsw.Connection], Whereabouts]) -> Future[Whereabouts] | None:
        future = Future[Whereabouts]()
        future.set_exception(apsw.CorruptError("damaged"))
        return future

    texts = StoredTexts(case._opened.store)
    with pytest.raises(apsw.CorruptError):
        list(texts.holding(sorted(texts.numbers()), Pieces(["heron"], FIELDS), submit))
