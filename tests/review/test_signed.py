"""Tests of triage.review.exchange: an honest course of events never looks like an altered record."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.records import case_of
from tests.review.copies import copy, nos, original, state
from tests.review.people import unseal
from tests.review.test_exchange import sealed
from triage.case import Case
from triage.errors import DecisionError
from triage.messages import render


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return original(tmp_path_factory.mktemp("signed"))


def failing(case: Case) -> list[str]:
    return [check.name for check in case.verification.run() if not check.held]


def test_a_note_on_several_items_of_which_one_is_sealed_is_taken_over(base: Path, tmp_path: Path) -> None:
    with copy(base, "a") as a, copy(base, "b") as b, copy(base, "c") as c:
        a.decisions.note(nos(a)[:3], "see my memo", "Ben", "bulk")
        a.decisions.tag(nos(a)[:3], "hot", "Ben", "bulk")
        a.decisions.seal(nos(a)[:1], "customer", "Ben", "key")
        assert failing(a) == []
        a.team.export_decisions(tmp_path / "a.jsonl")
        assert "see my memo" in (tmp_path / "a.jsonl").read_text()
        b.team.merge(tmp_path / "a.jsonl", "Ann")
        assert state(b) == state(a) and failing(b) == []
        c.team.merge(base.parent / "b", "Cid")
        assert state(c) == state(a) and failing(c) == []
        assert a.team.merge(base.parent / "c", "Ben").added == 0 and failing(a) == []


def test_a_note_that_was_merged_before_its_item_was_sealed_stays_proved(base: Path) -> None:
    with copy(base, "a") as a, copy(base, "b") as b, copy(base, "c") as c:
        a.decisions.note(nos(a)[:3], "see my memo", "Ben", "bulk")
        b.team.merge(base.parent / "a", "Ann")
        b.decisions.seal(nos(b)[:1], "customer", "Ann", "key")
        assert failing(b) == []
        a.team.merge(base.parent / "b", "Ben")
        assert failing(a) == []
        c.team.merge(base.parent / "b", "Cid")
        assert state(a) == state(b) == state(c) and failing(c) == []


def test_a_hidden_note_that_comes_back_is_taken_over_as_well(base: Path) -> None:
    with copy(base, "a") as a, copy(base, "b") as b:
        a.decisions.note(nos(a)[:2], "see my memo", "Ben", "bulk")
        a.decisions.seal(nos(a)[:1], "customer", "Ben", "key")
        assert any(
            "notes and passages weren't taken over" in render(n) for n in b.team.merge(base.parent / "a", "Ann").notes
        )
        unseal(a, nos(a)[0])
        assert failing(a) == []
        assert b.team.merge(base.parent / "a", "Ann").added == 1
        assert failing(b) == []


def test_what_a_seal_hides_of_a_step_is_what_was_signed(base: Path, tmp_path: Path) -> None:
    with copy(base, "a") as a, copy(base, "b") as b:
        a.decisions.note(nos(a)[:3], "see my memo", "Ben", "bulk")
        a.decisions.seal(nos(a)[:1], "customer", "Ben", "key")
        a.team.export_decisions(tmp_path / "a.jsonl")
        records = [json.loads(line) for line in (tmp_path / "a.jsonl").read_bytes().splitlines()]
        hidden = next(record for record in records if record["kind"] == "hidden")
        for forged in (
            [one for one in records if one is not hidden],
            [{**one, "digest": "0" * 64} if one is hidden else one for one in records],
        ):
            with pytest.raises(DecisionError, match="isn't what was signed"):
                b.team.merge(sealed(forged, tmp_path), "Ann", unsigned=True)
        store = a._opened.store
        store.db.execute("UPDATE hidden SET digest=?", ("0" * 64,))
        assert failing(a) == ["content"]
        store.db.execute("DELETE FROM hidden")
        assert failing(a) == ["content"]


def test_a_decision_that_waited_for_a_file_which_moved_is_merged_again(tmp_path: Path) -> None:
    case_of(tmp_path, {"dana/1.txt": "common one", "dana/more/.keep": ""}).close()
    base, files = tmp_path / "case", tmp_path / "records"
    with copy(base, "a") as a, copy(base, "b") as b:
        (files / "dana/more/5.txt").write_text("common five")
        b.index()
        b.decisions.tag(b.search.run("five").nos, "hot", "Ben", "key")
        (files / "dana/more/5.txt").rename(files / "dana/5.txt")
        a.index()
        a.team.merge(tmp_path / "b", "Ann")
        b.index()
        b.decisions.tag(b.search.run("one").nos, "relevant", "Ben", "key")
        b.team.export_decisions(tmp_path / "b.jsonl")
        report = a.team.merge(tmp_path / "b.jsonl", "Ann")
        assert report.adopted == 1 and report.added == 1
        assert state(a) == state(b) or sorted(state(a).values()) == sorted(state(b).values())
        assert failing(a) == failing(b) == []
        assert a.team.merge(tmp_path / "b", "Ann").added == 0
        assert b.team.merge(tmp_path / "a", "Ben").added == 0
        with Case.open(base) as third:
            third.team.merge(tmp_path / "a", "Cid")
            assert failing(third) == []
