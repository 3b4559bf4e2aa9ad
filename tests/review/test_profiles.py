"""Profiles of reports: kept in the case under their names, replaced, removed, each with its author in the audit."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.records import case_of
from triage.case import Case
from triage.errors import DecisionError
from triage.model.leaving import CONVERSATION, FAMILY, PERSON, RECORD, THREAD, Arrangement, ReportProfile

BOARD = ReportProfile(
    "for the board", Arrangement(PERSON, frozenset((RECORD,)), "What we found.\n\nRead this first."), THREAD
)


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with case_of(tmp_path, {"dana/1.txt": "heron"}) as made:
        yield made


def test_a_profile_is_kept_as_it_was_chosen(case: Case) -> None:
    saved = case.export.save_profile(BOARD, "Rae")
    assert (saved.name, saved.arrangement, saved.belonging, saved.author) == (
        BOARD.name,
        BOARD.arrangement,
        THREAD,
        "Rae",
    )
    with Case.open(case.path) as again:
        assert again.export.profiles() == [saved] == [again.export.profile("for the board")]
    assert all(check.held for check in case.verification.run())


def test_one_of_the_same_name_is_replaced_and_others_stay(case: Case) -> None:
    case.export.save_profile(BOARD, "Rae")
    case.export.save_profile(ReportProfile("Annex", Arrangement()), "Rae")
    case.export.save_profile(ReportProfile("for  the board ", Arrangement(CONVERSATION)), "Omar")
    assert [(one.name, one.arrangement.order, one.author) for one in case.export.profiles()] == [
        ("Annex", "date", "Rae"),
        ("for the board", CONVERSATION, "Omar"),
    ]
    case.export.remove_profile("Annex", "Omar")
    assert [one.name for one in case.export.profiles()] == ["for the board"]
    with pytest.raises(DecisionError, match="no profile of reports named 'Annex'"):
        case.export.profile("Annex")
    with pytest.raises(DecisionError):
        case.export.remove_profile("Annex", "Omar")


@pytest.mark.parametrize("name", ["", " ", "x" * 81, 'a "b"', "a\x07"])
def test_a_name_that_is_none_is_refused(case: Case, name: str) -> None:
    with pytest.raises(DecisionError, match="can't be the name of a profile"):
        case.export.save_profile(ReportProfile(name, Arrangement()), "Rae")
    assert case.export.profiles() == []


def test_what_a_later_version_chose_is_read_as_far_as_it_is_known(case: Case) -> None:
    chosen = {"order": "by moon", "without": ["record", "tides"], "with": "friends"}
    text = json.dumps({"new": chosen | {"cover": "", "author": "", "time": "", "moon": 1}})
    with case._opened.store.change("Rae", "test"):
        case._opened.store.set_meta("report_profiles", text)
    assert case.export.profiles() == [ReportProfile("new", Arrangement(without=frozenset((RECORD,))), FAMILY)]
