"""Any order of sealing, opening, coding, undoing and indexing leaves a case that proves itself and tells nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.effort import examples
from tests.records import case_of, write, zipped
from tests.review.copies import settle_seals
from tests.review.people import ask, grant, rostered
from triage.case import Case
from triage.errors import DecisionError
from triage.model.items import ItemNo
from triage.model.tags import PENDING

WORDS = ("alder", "birch", "cedar", "dogwood")
STEPS = st.lists(
    st.tuples(
        st.sampled_from(["seal", "seal", "tag", "ask", "grant", "undo", "index", "pending", "withdraw", "withdraw"]),
        st.integers(0, 200),
        st.sampled_from(["Rae", "Omar", "Kim"]),
    ),
    min_size=1,
    max_size=10,
)


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    """Four texts, each at two places, and two of them once more in a zip."""
    files: dict[str, bytes | str] = {f"{who}/{word}.txt": f"{word} tree" for who in ("dana", "omar") for word in WORDS}
    write(tmp_path / "records", files)
    zipped(tmp_path / "records" / "dana" / "both.zip", {f"in-{w}.txt": f"{w} tree".encode() for w in WORDS[:2]})
    with case_of(tmp_path, {}) as made:
        rostered(made, "Rae", "Omar", "Kim")
        yield made


@pytest.mark.nightly
@settings(max_examples=examples(20), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(STEPS)
def test_any_order_keeps_what_is_sealed(case: Case, tmp_path: Path, steps: list[tuple[str, int, str]]) -> None:
    for action, which, who in steps:
        nos = case.search.run("").nos
        try:
            _do(case, tmp_path / "records", action, nos[which % len(nos)], who, which)
        except DecisionError as error:
            assert str(error).endswith(".") or "(" in str(error)
        sealed = set(case.search.run("is:sealed").nos)
        for word in WORDS:
            found = case.search.run(word).nos
            assert not sealed.intersection(found)
            shown = repr([case.search.rows(sorted(sealed)), [case.search.item(no) for no in sorted(sealed)]])
            assert word not in shown
        assert {seal.no for seal in case.decisions.seals()} == sealed
        assert sealed == set(case.search.run("tag:customer-content").nos)
        assert settle_seals(case) == set(), "the decisions say what is sealed"
    assert [check for check in case.verification.run() if not check.held] == []


def _do(case: Case, records: Path, action: str, no: ItemNo, who: str, which: int) -> None:
    match action:
        case "seal":
            case.decisions.tag([no], "customer-content", who, "key")
        case "pending":
            case.decisions.tag([no], "customer-content", who, how=PENDING)
        case "withdraw":
            history = (decision for no in case.search.run("is:sealed").nos for decision in case.decisions.history(no))
            steps = sorted({d.group for d in history if d.how == PENDING and d.reviewer == who})
            if steps:
                case.decisions.undo(who, steps[which % len(steps)])
        case "tag":
            case.decisions.tag([no], "hot", who, "key")
        case "ask":
            ask(case, no, who)
        case "grant":
            grant(case, no, who)
        case "undo":
            case.decisions.undo(who)
        case _:
            word = WORDS[which % len(WORDS)]
            write(records, {f"kim/{which}.txt": f"{word} tree"})
            case.index()
