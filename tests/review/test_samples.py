"""Tests of triage.review.samples: drawn by the seed, judged apart from coding, and what is said is what is known."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.effort import examples
from tests.records import case_of
from tests.review.copies import copy
from triage.case import Case
from triage.errors import DecisionError
from triage.statistics import clopper_pearson


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("samples")
    case_of(folder, {f"dana/{i}.txt": f"word{i} common" for i in range(40)}).close()
    return folder / "case"


@pytest.fixture
def case(base: Path) -> Iterator[Case]:
    with copy(base, "case1") as made:
        yield made


def test_anyone_can_draw_it_again(case: Case) -> None:
    drawn = case.team.samples.draw("common", "Check", "Rae", size=5, seed="2023")
    ids = {row.no: row.id for row in case.search.rows(case.search.run("").nos)}
    ranked = sorted(ids, key=lambda no: hashlib.sha256(f"2023:{ids[no]}".encode()).hexdigest())
    assert list(drawn.items) == ranked[:5] and drawn.population == 40 and drawn.blind
    assert case.team.samples.draw("common", "Twice", "Rae", size=5, seed="2023").items == drawn.items
    other = case.team.samples.draw("common", "Other", "Rae", size=5)
    assert other.seed not in ("", "2023") and case.team.samples.named("Other") == other
    assert set(case.search.run(drawn.query).nos) == set(drawn.items)


def test_the_size_follows_from_the_margin(case: Case) -> None:
    assert case.team.samples.draw("common", "A", "Rae", margin=0.2).size == 16
    assert case.team.samples.draw("common", "B", "Rae", size=99).size == 40, "never more than there are"
    with pytest.raises(DecisionError, match="must be between 0 and 1"):
        case.team.samples.draw("common", "C", "Rae", margin=0)
    with pytest.raises(DecisionError, match="nothing to draw from"):
        case.team.samples.draw("nowhere", "C", "Rae", size=3)
    with pytest.raises(DecisionError, match="already"):
        case.team.samples.draw("common", "a", "Rae", size=3)
    with pytest.raises(DecisionError, match="1 to"):
        case.team.samples.draw("common", "C", "Rae", size=-3)


def test_a_judgement_is_no_coding(case: Case) -> None:
    drawn = case.team.samples.draw("common", "Check", "Rae", size=5, seed="s")
    case.team.samples.judge("Check", drawn.items[:2], "relevant", "Rae")
    assert case.status().tags == () and case.status().decisions == 0 and not case.search.run("reviewer:Rae").nos
    assert set(case.search.run('judged:"Check"').nos) == set(drawn.items[:2])
    assert set(case.search.run(case.team.samples.named("Check").left_query).nos) == set(drawn.items[2:])
    assert [j.value for j in case.team.samples.judgements("Check")] == ["relevant", "relevant", "", "", ""]
    case.team.samples.judge("Check", drawn.items[:1], "", "Rae")
    assert [j.value for j in case.team.samples.judgements("Check")] == ["", "relevant", "", "", ""]
    assert set(case.search.run("judged:check").nos) == {drawn.items[1]}
    stranger = next(no for no in case.search.run("").nos if no not in drawn.items)
    with pytest.raises(DecisionError, match="isn't in the sample"):
        case.team.samples.judge("Check", [drawn.items[0], stranger], "relevant", "Rae")
    with pytest.raises(DecisionError, match="not 'perhaps'"):
        case.team.samples.judge("Check", drawn.items, "perhaps", "Rae")
    with pytest.raises(DecisionError, match="no sample named"):
        case.team.samples.judge("None", drawn.items, "relevant", "Rae")
    assert case.team.samples.named("Check").judged == 1
    assert all(check.held for check in case.verification.run())


def test_the_report_rests_on_what_is_judged_in_order(case: Case) -> None:
    drawn = case.team.samples.draw("common", "Check", "Rae", size=10, seed="s")
    assert case.team.samples.report("Check").interval is None
    case.team.samples.judge("Check", drawn.items[1:4], "relevant", "Rae")
    said = case.team.samples.report("Check")
    assert (said.judged, said.relevant, said.used, said.interval) == (3, 3, 0, None)
    case.team.samples.judge("Check", drawn.items[:1], "not relevant", "Rae")
    case.team.samples.judge("Check", drawn.items[6:], "not relevant", "Rae")
    said = case.team.samples.report("Check")
    assert (said.judged, said.relevant, said.used) == (8, 3, 4)
    assert said.interval == clopper_pearson(3, 4) and said.implied == said.interval.within(40)
    case.team.samples.judge("Check", drawn.items[:1], "relevant", "Omar")
    assert case.team.samples.report("Check").disputed == 1
    with pytest.raises(DecisionError, match="confidence"):
        case.team.samples.report("Check", confidence=1.0)


def test_a_sample_of_all_is_exact(case: Case) -> None:
    drawn = case.team.samples.draw("word1*", "All", "Rae", size=100)
    case.team.samples.judge("All", drawn.items[:4], "relevant", "Rae")
    case.team.samples.judge("All", drawn.items[4:], "not relevant", "Rae")
    said = case.team.samples.report("All")
    assert said.interval is not None and said.interval.confidence == 1.0
    assert said.implied == (4, 4) and said.interval.low == said.interval.high == 4 / 11


def test_elusion_implies_recall(case: Case) -> None:
    every = case.search.run("").nos
    case.decisions.tag(every[:10], "relevant", "Rae", "key")
    case.decisions.tag(every[10:], "not-relevant", "Rae", "key")
    drawn = case.team.samples.draw("tag:not-relevant", "Null", "Omar", size=10, seed="s")
    case.team.samples.judge("Null", drawn.items[:1], "relevant", "Omar")
    case.team.samples.judge("Null", drawn.items[1:], "not relevant", "Omar")
    said = case.team.samples.report("Null", known="tag:relevant").elusion
    assert said is not None and said.found == 10 and said.missed == clopper_pearson(1, 10).within(30) == (1, 13)
    assert (said.low, said.point, said.high) == (10 / 23, 10 / 13, 10 / 11)
    case.decisions.tag(drawn.items[:1], "relevant", "Rae", "key")
    case.decisions.tag([no for no in every[10:] if no not in drawn.items][:5], "relevant", "Rae", "key")
    again = case.team.samples.report("Null", known="tag:relevant").elusion
    assert again is not None and again.found == 10, "what lies in the set isn't counted twice"
    assert case.team.samples.report("Null").elusion is None


@settings(max_examples=examples(60))
@given(st.integers(1, 30), st.integers(0, 30), st.integers(0, 200))
def test_the_recall_that_is_implied_holds_the_true_one(sample: int, missed: int, known: int) -> None:
    """Where the sample shows the null set's very rate, true recall lies within the bounds."""
    from triage.review.samples import _elusion

    population = 30 * sample
    found = min(missed, sample)
    interval = clopper_pearson(found, sample)
    said = _elusion("q", known, interval, interval.within(population), population)
    lost = found / sample * population
    true = known / (known + lost) if known + lost else 1.0
    assert 0 <= said.low <= said.point <= said.high <= 1 and said.point == pytest.approx(true)


def test_a_sample_is_of_distinct_items(tmp_path: Path) -> None:
    files: dict[str, bytes | str] = {f"{who}/{i}.txt": f"word{i} common" for who in ("dana", "omar") for i in range(9)}
    files["omar/alone.txt"] = "common alone"
    with case_of(tmp_path, files) as case:
        drawn = case.team.samples.draw("common", "All", "Rae", size=19, seed="7")
        assert (drawn.population, drawn.with_copies, drawn.size) == (10, 19, 10)
        assert len(case.search.sorted(drawn.items, "", collapse=True)) == 10, "nobody reads the same thing twice"
        ids = {row.no: row.id for row in case.search.rows(case.search.run("").nos)}
        lowest = [min(ids[copy] for copy in one.nos) for one in case.reports.copies(list(ids)).values()]
        assert set(lowest) < {ids[no] for no in drawn.items}, "the same in every copy of the case"
        dana = case.team.samples.draw("custodian:dana", "Dana", "Rae", size=9)
        assert (dana.population, dana.with_copies) == (9, 9)
        case.team.samples.judge("Dana", dana.items, "not relevant", "Rae")
        case.decisions.tag(case.search.run("custodian:omar").nos, "relevant", "Rae", "key")
        report = case.team.samples.report("Dana", known="tag:relevant")
        assert report.elusion is not None and report.elusion.found == 1, "a copy of what the set has is in the set"
