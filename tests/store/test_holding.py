"""The same texts hold the pieces whether or not another thread reads some of them, and however they are read."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from concurrent.futures import Future
from contextlib import closing
from itertools import product
from pathlib import Path
from random import Random

import apsw
import pytest

from tests.records import case_of, mail
from triage.case import Case
from triage.errors import CaseError
from triage.model.items import FIELDS, ItemNo
from triage.search.engines.fts5 import read
from triage.search.engines.fts5.read import Halves
from triage.search.query.exact_text import in_utf8, pieces, stands
from triage.search.query.tree import Literal
from triage.store import texts as stored_texts
from triage.store.reading import StoredTexts
from triage.store.texts import Candidates, Pieces
from triage.zstd import zstd

WORDS = ("heron", "herons", "oheron", "Heron,", '"grey"', "a\\b", "Dana", "O'Hara;", "café", "K")
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
    monkeypatch.setattr(stored_texts, "_HOLDING_AT_ONCE", 3)
    monkeypatch.setattr(read, "_MANY", 1)
    monkeypatch.setattr(stored_texts, "SHORTEST", 40)


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    random = Random(3)

    def text() -> str:
        return " ".join(random.choices(WORDS, k=random.randrange(9)))

    files: dict[str, bytes | str] = {f"{n}.txt": text() for n in range(12)}
    files |= {"after.txt": "herons heron", "before.txt": "oheron heron"}
    people = ('"Lee, Dana" <lee@sender.example>', "Mo <mo@sender.example>, Dee <dee@sender.example>")
    files |= {f"{n}.eml": mail(text() or "none", text(), to=people[n % 2]) for n in range(12)}
    with case_of(tmp_path, files) as made:
        yield made


def by_hand(texts: StoredTexts, nos: list[ItemNo], pieces: list[str], fields: Collection[str] = FIELDS) -> Found:
    written = ((no, field, text) for no in nos for field, text in texts.raw(no) if field in fields)
    return sorted((no, text) for no, _, text in written if all(piece in text for piece in pieces))


@pytest.mark.parametrize("short", [65_536, 40, -1])
@pytest.mark.parametrize("sought", PIECES, ids=" ".join)
def test_every_text_that_holds_all_pieces_is_found(
    case: Case, sought: list[str], short: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stored_texts, "_SHORT", short)
    store = case._opened.store
    kinds = dict(store.rows("SELECT typeof(text), count(*) FROM segment GROUP BY 1"))
    assert min(kinds["text"], kinds["blob"]) > 9
    texts, two = StoredTexts(store), Halves(store.db)
    nos = sorted(texts.numbers())
    expected = by_hand(texts, nos, sought)
    assert expected or sought[:1] == ["none such"]
    with closing(two):
        for submit in (None, two.submit):
            assert sorted(texts.holding(nos, Pieces(sought, FIELDS), submit)) == expected
            assert not list(texts.holding([], Pieces(sought, FIELDS), submit))
            for fields in (("body",), ("subject",), ("to", "headers"), ("from", "body"), ("hidden",)):
                some = by_hand(texts, nos[::2], sought, fields)
                assert sorted(texts.holding(nos[::2], Pieces(sought, fields), submit)) == some


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


def test_an_excerpt_replaces_a_text_only_where_it_decides_alike(case: Case) -> None:
    texts = StoredTexts(case._opened.store)
    nos, excerpts = sorted(texts.numbers()), 0
    for whole in (*WORDS, *map(" ".join, product(WORDS, WORDS)), "Lee, Dana", "eron Dana", "Dan", "K"):
        literal = Literal(whole)
        sought = Pieces(pieces(literal), FIELDS, excerpt=in_utf8(literal))
        given = list(texts.holding(nos, sought))
        expected = {no for no, text in by_hand(texts, nos, list(sought.pieces)) if stands(literal, text)}
        assert {no for no, text in given if stands(literal, text)} == expected, whole
        excerpts += sum(len(text) == len(whole) for _, text in given)
    assert excerpts > 100


def test_texts_that_are_too_much_at_once_are_read_one_by_one(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stored_texts, "_HOLDING_AT_ONCE", 99)
    texts, db = StoredTexts(case._opened.store), case._opened.store.db
    nos = sorted(texts.numbers())
    expected = by_hand(texts, nos, ["heron"], ("body",))
    ((all_of_them, keys),) = db.execute("SELECT sum(octet_length(text)), group_concat(key) FROM segment")
    before = db.limit(apsw.SQLITE_LIMIT_LENGTH, len(keys) + 50)
    assert sorted(texts.holding(nos, Pieces(["heron"], ("body",)))) == expected
    db.limit(apsw.SQLITE_LIMIT_LENGTH, before)
    assert expected and all_of_them > len(keys) + 50


NO_UTF8 = f"x'{zstd().compress(b'heron' + bytes([0xFF])).hex()}'"


@pytest.mark.parametrize(
    "damage", ["substr(text, 1, length(text)-1)", "x'00'", "x''", "CAST('heron' AS blob)", NO_UTF8]
)
def test_a_damaged_frame_is_refused(case: Case, damage: str) -> None:
    store = case._opened.store
    store.db.execute(
        f"UPDATE segment SET text={damage} WHERE key=(SELECT max(key) FROM segment WHERE typeof(text)='blob')"
    )
    texts = StoredTexts(store)
    with pytest.raises(CaseError):
        list(texts.holding(texts.numbers(), Pieces(["heron"], FIELDS)))


@pytest.mark.parametrize("other", [None, "0 another state"])
def test_what_another_state_holds_is_not_taken_for_this_one(case: Case, other: str | None) -> None:
    asked: list[int] = []

    def submit(work: Callable[[apsw.Connection], Candidates]) -> Future[Candidates] | None:
        asked.append(1)
        if other is None:
            return None
        future = Future[Candidates]()
        future.set_result(Candidates(other, [], (), None))
        return future

    texts = StoredTexts(case._opened.store)
    nos = sorted(texts.numbers())
    assert sorted(texts.holding(nos, Pieces(["heron"], FIELDS), submit)) == by_hand(texts, nos, ["heron"])
    assert asked


def test_a_portion_that_fails_beside_is_an_error(case: Case) -> None:
    def submit(work: Callable[[apsw.Connection], Candidates]) -> Future[Candidates] | None:
        future = Future[Candidates]()
        future.set_exception(apsw.CorruptError("damaged"))
        return future

    texts = StoredTexts(case._opened.store)
    with pytest.raises(apsw.CorruptError):
        list(texts.holding(sorted(texts.numbers()), Pieces(["heron"], FIELDS), submit))
