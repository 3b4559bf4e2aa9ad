"""Tests of triage.store.reading: rows, orders, and texts that an index can be made from again."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.records import case_of, mail, zipped
from tests.store.test_soundness import ENDLESS
from triage import __version__
from triage.case import Case
from triage.errors import CaseError
from triage.model.items import FIELDS, ItemNo
from triage.store.reading import SORTS, StoredTexts, iso
from triage.store.texts import Pieces

FILES: dict[str, bytes | str] = {
    "b/2.eml": mail("beta", "two", sender="zoe@x.example", date="Tue, 02 May 2023 10:00:00 +0000"),
    "a/1.eml": mail("Alpha", "one", sender="Adam <a@x.example>", date="Mon, 01 May 2023 10:00:00 +0000"),
    "c/none.eml": "Subject: \nX-Mailer: m\n\nno date here\n",
}


@pytest.mark.parametrize("key", SORTS)
def test_orders_are_each_others_reverse_where_values_differ(tmp_path: Path, key: str) -> None:
    with case_of(tmp_path, FILES) as case:
        nos = case.search.run("").nos
        up, down = case.search.sorted(nos, key), case.search.sorted(nos, key, descending=True)
        assert sorted(up) == sorted(down) == list(nos)
        assert case.search.sorted(nos[:1], key) == [nos[0]]


def test_items_without_a_value_come_last_both_ways(tmp_path: Path) -> None:
    with case_of(tmp_path, FILES) as case:
        nos = case.search.run("").nos
        for descending in (False, True):
            subjects = [r.subject for r in case.search.rows(case.search.sorted(nos, "subject", descending))]
            assert subjects[-1] == "" and sorted(subjects[:2], key=str.casefold, reverse=descending) == subjects[:2]


def test_rows_keep_the_order_asked_and_leave_out_strangers(tmp_path: Path) -> None:
    with case_of(tmp_path, FILES) as case:
        nos = list(case.search.run("").nos)
        asked = [nos[2], ItemNo(999), nos[0]]
        assert [r.no for r in case.search.rows(asked)] == [nos[2], nos[0]]


def test_many_items_are_read_like_each_alone(tmp_path: Path) -> None:
    letters = {f"{at}.eml": mail(f"Inner {at}", "text") for at in range(3)}
    inner = zipped(tmp_path / "inner.zip", letters).read_bytes()
    outer = zipped(tmp_path / "outer.zip", {"in.zip": inner}).read_bytes()
    broken = {f"{at}.zip": inner + b"PK" if at % 2 else inner[:-30] for at in range(4)}
    files = FILES | broken | {f"many/{at}.txt": f"text {at}" for at in range(230)} | {"deep.zip": outer}
    with case_of(tmp_path, files) as case:
        nos = [no for no in sorted(case.search.run("*").nos, reverse=True) for _ in range(1 + no % 2)]
        items = list(case.search.items(nos))
        assert items == [case.search.item(no) for no in nos] and len(set(nos)) > 230
        assert {len(item.way) for item in items} == {0, 1, 2} and any(item.problems for item in items)
        assert not list(case.search.items([]))
        some = case.search.items([nos[0], ItemNo(9999)])
        assert next(some).row.no == nos[0]
        with pytest.raises(CaseError, match="no item number 9999"):
            next(some)


def test_unknown_sort_and_item_are_clear_errors(tmp_path: Path) -> None:
    with case_of(tmp_path, FILES) as case:
        with pytest.raises(CaseError, match="can't be sorted by 'beauty'"):
            case.search.sorted([], "beauty")
        with pytest.raises(CaseError, match="no item number 77"):
            case.search.item(ItemNo(77))


@pytest.mark.parametrize("engine", ["fts5", "whoosh"])
def test_an_index_made_again_from_the_store_answers_alike(tmp_path: Path, engine: str) -> None:
    with case_of(tmp_path, {**FILES, "d/x.html": "<title>T</title><p>para <b>bold</b></p>"}) as case:
        texts = dict(StoredTexts(case._opened.store).documents())
        there = StoredTexts(case._opened.store).numbers()
        assert set(texts) == there
        for asked in ({*list(there)[::2]}, {*list(there)[::2], ItemNo(max(there) + 1)}, {ItemNo(0), min(there)}, set()):
            assert StoredTexts(case._opened.store).ascending(asked) == sorted(asked & there)
        words = {w for fields in texts.values() for text in fields.values() for w in text.split() if w.isascii()}
        for word in words:
            stored = {n for n, fields in texts.items() if any(word in text.split() for text in fields.values())}
            assert set(case.search.run(f'"{word}" OR headers:"{word}"').nos) == stored, word


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0, "1970-01-01T00:00:00Z"),
        (-1, "1969-12-31T23:59:59Z"),
        (None, ""),
        (1 << 60, ""),
        (-62135596800, "0001-01-01T00:00:00Z"),
    ],
)
def test_iso(seconds: int | None, text: str) -> None:
    assert iso(seconds) == text


def test_find_by_a_beginning(tmp_path: Path) -> None:
    with case_of(tmp_path, FILES) as case:
        ident = case.search.rows(case.search.run("one").nos)[0].id
        assert case.search.find(ident[:10].upper()) == case.search.run("one").nos[0]
        for bad in ("", "zz!", "'; drop"):
            with pytest.raises(CaseError):
                case.search.find(bad)


@pytest.mark.parametrize(
    ("version", "change", "message"),
    [
        (2, "", "earlier version of Triage: it has format 2, .*again with triage new and triage index"),
        (99, "", f"made by Triage {__version__}, which is newer than this version: it has format 99, "),
        (99, "DROP TABLE audit;", "made by a version of Triage that it doesn't name, which is newer"),
        (99, f"DROP TABLE audit; CREATE VIEW audit AS {ENDLESS};", "a version of Triage that it doesn't name"),
    ],
)
def test_a_case_of_another_format_is_refused(tmp_path: Path, version: int, change: str, message: str) -> None:
    with case_of(tmp_path, FILES) as case:
        case._opened.store.db.execute(f"DROP VIEW current_item; {change} PRAGMA user_version={version}")
        path = case.path
    for read_only in (True, False):
        with pytest.raises(CaseError, match=message):
            Case.open(path, read_only=read_only)


def test_texts_that_hold_a_piece_are_read_in_bulk(tmp_path: Path) -> None:
    with case_of(tmp_path, FILES) as case:
        texts = StoredTexts(case._opened.store)
        every = [(no, text) for no in texts.numbers() for _, text in texts.raw(no)]
        assert sorted(texts.holding(texts.numbers(), Pieces([], FIELDS))) == sorted(every)
        few = set(list(texts.numbers())[:3])
        for piece in ("a", "alpha", "x.example", "zzz"):
            holding = [(no, text) for no, text in every if no in few and piece in text]
            assert sorted(texts.holding(few, Pieces([piece], FIELDS))) == sorted(holding)


def test_an_item_is_found_by_the_beginning_of_its_id_unless_others_begin_so(tmp_path: Path) -> None:
    files = {f"{number}.txt": f"note {number}" for number in range(17)}  # two begin with the same of 16 digits
    with case_of(tmp_path, files) as case:
        ids = {row.id: row.no for row in case.search.rows(case.search.run("").nos)}
        assert len(ids) == 17
        for item_id, no in ids.items():
            for length in range(1, len(item_id) + 1):
                beginning = item_id[:length]
                if sum(other.startswith(beginning) for other in ids) == 1:
                    assert case.search.find(f" {beginning.upper()} ") == no
                else:
                    with pytest.raises(CaseError, match=f"More than one item id begins with '{beginning}'"):
                        case.search.find(beginning)
        for nobody in ("", "%", "_", "f" * 64, "zz"):
            with pytest.raises(CaseError):
                case.search.find(nobody)
