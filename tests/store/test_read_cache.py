"""Tests of triage.store.read_cache: what was read is kept, and forgotten with every write by anybody."""

from __future__ import annotations

from contextlib import ExitStack, closing
from pathlib import Path

import apsw

from tests.records import case_of, mail
from triage.case import Case
from triage.model.items import ItemNo
from triage.store.facts import StoredFacts
from triage.store.read_cache import Latest, cache_of, limit_caches

FILES: dict[str, bytes | str] = {"dana/1.eml": mail("One", "alpha"), "dana/2.txt": "beta"}


def test_what_was_read_is_kept_until_something_is_written(tmp_path: Path) -> None:
    with case_of(tmp_path, FILES) as case, Case.open(case.path) as other:
        asked = (case, other)
        before = [cache_of(one._opened.store) for one in asked]
        assert [cache_of(one._opened.store) for one in asked] == before
        for one in asked:
            facts = StoredFacts(one._opened.store)
            assert facts.named("tag", "hot") == set() == facts.state("tagged")
        case.decisions.tag(case.search.run("alpha").nos, "hot", "Rae", "bulk")
        for one in asked:
            assert StoredFacts(one._opened.store).named("tag", "hot") == set(case.search.run("alpha").nos)
        other.decisions.untag(case.search.run("alpha").nos, "hot", "Rae", "bulk")
        for one in asked:
            assert StoredFacts(one._opened.store).named("tag", "hot") == set()


def test_a_new_item_is_found_by_every_property_at_once(tmp_path: Path) -> None:
    with case_of(tmp_path, FILES) as case, Case.open(case.path) as reader:
        queries = ("path:*.txt", "custodian:*", "type:txt", "type:plain", "origin:body", "date:..2100")
        before = {query: reader.search.run(query).total for query in queries}
        root = Path(case.scope.policy.allow[0].path)
        (root / "dana").mkdir(exist_ok=True)
        (root / "dana" / "3.txt").write_text("gamma")
        case.index()
        after = {query: reader.search.run(query).total for query in before}
        assert {query for query in before if after[query] == before[query] + 1} == set(before)


def test_numbers_are_those_of_items_whether_or_not_some_are_missing(tmp_path: Path) -> None:
    with case_of(tmp_path, {f"{n}.txt": f"text {n}" for n in range(6)}) as case:
        store = case._opened.store
        for left in ({1, 2, 3, 4, 5, 6}, {1, 2, 4, 5, 6}, {1, 2, 4, 5}, {2, 4, 5}, {2}, set()):
            store.db.execute(f"DELETE FROM item WHERE n NOT IN ({', '.join(map(str, left)) or 0})")
            assert cache_of(store).items() == left
            for asked in (left, {0, 3}, {1, 7}, range(20_100), set()):
                assert cache_of(store).ascending(list(map(ItemNo, asked))) == sorted(left.intersection(asked))


def test_what_was_asked_last_is_kept_and_the_oldest_goes_first() -> None:
    asked: list[str] = []

    def answer(key: str, size: int) -> list[int]:
        return latest.get(key, lambda: asked.append(key) or [0] * size)  # type: ignore[func-returns-value]

    latest: Latest[str, list[int]] = Latest(20)
    for key in ("a", "b", "a", "c", "b", "a"):
        answer(key, 8)
    assert asked == ["a", "b", "c", "b", "a"]  # c drove out b, as a had been asked since; then b drove out a


def test_an_answer_that_is_looked_up_counts_as_asked_for() -> None:
    latest: Latest[str, list[int]] = Latest(20)
    for key in ("a", "b"):
        latest.get(key, lambda: [0] * 8)
    assert latest.stored("a") == [0] * 8 and latest.stored("c") is None
    latest.get("c", lambda: [0] * 8)
    assert latest.stored("b") is None and latest.stored("a") is not None


def test_an_answer_larger_than_everything_is_kept_alone_and_empty_ones_do_not_gather() -> None:
    latest: Latest[int, list[int]] = Latest(10)
    assert latest.get(0, lambda: [1] * 99) == latest.get(0, list)
    for key in range(1, 100):
        latest.get(key, list)
    assert len(latest._answers) <= 11


def test_an_answer_larger_than_everything_is_kept_beside_the_others() -> None:
    latest: Latest[int, list[int]] = Latest(10)
    asked: list[int] = []
    for key in (0, 1, 0, 1, 2, 0):
        latest.get(key, lambda: asked.append(key) or [key] * (4, 99, 99)[key])  # type: ignore[func-returns-value]  # noqa: B023
    assert asked == [0, 1, 2, 0]  # the second large one drove out the first, and what was asked before that


def test_what_several_connections_keep_is_bounded_together(tmp_path: Path) -> None:
    path, before = str(tmp_path / "large.db"), apsw.soft_heap_limit(-1)
    with closing(apsw.Connection(path)) as db:
        db.execute("CREATE TABLE large(octets)")
        with db:
            db.executemany("INSERT INTO large VALUES(zeroblob(4000))", [()] * 1000)

    def kept_by_four() -> int:
        with ExitStack() as opened:
            others = [opened.enter_context(closing(apsw.Connection(path))) for _ in range(4)]
            begun = apsw.memory_used()
            for other in others:
                other.execute("PRAGMA cache_size=-4096")
                list(other.execute("SELECT octets FROM large"))
            return apsw.memory_used() - begun

    try:
        apsw.soft_heap_limit(0)
        assert kept_by_four() > 12 << 20
        limit_caches(apsw.memory_used() + (2 << 20))
        assert kept_by_four() < 4 << 20
    finally:
        apsw.soft_heap_limit(before)
