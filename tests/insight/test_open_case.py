"""Tests of triage.insight.open_case: a query finds exactly the items, or names them, or there is none."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.records import case_of, mail
from triage.case import Case
from triage.insight.open_case import PartQueries, of_ids
from triage.model.items import ItemId


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    files: dict[str, bytes | str] = {f"dana/{n}.eml": mail(f"Note {n}", sender=f"p{n % 2}@x.example") for n in range(4)}
    with case_of(tmp_path, files | {"dana/5.txt": "p0@x.example"}) as opened:
        yield opened


def test_a_wording_is_taken_if_it_finds_the_items_and_else_their_ids(case: Case) -> None:
    queries = PartQueries(case._opened)
    nos = case.search.run("from:p0").nos
    assert queries.exact(["type:mail", 'from:"p0@x.example"'], nos) == 'type:mail AND from:"p0@x.example"'
    for parts in (["type:mail"], [], ["type:mail", "(subject:note)"]):
        query = queries.exact(parts, nos)
        assert query.startswith("id:") and case.search.run(query).nos == nos
    assert queries.exact(["(subject:note OR lunch)", "type:mail"], case.search.run("type:mail").nos).startswith("(")


def test_too_many_items_and_none_have_no_query(case: Case) -> None:
    assert PartQueries(case._opened).exact([], ()) == "" == of_ids(())
    assert of_ids([ItemId(f"{n:020x}") for n in range(501)]) == ""
    assert PartQueries(case._opened).exact([], case.search.run("*").nos).count("id:") == 5
