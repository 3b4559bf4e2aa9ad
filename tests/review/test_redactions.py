"""Redactions: they name what is there, count for every copy, are confirmed by a second person and undone at once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.records import case_of
from tests.review import copies
from tests.review.people import unseal
from triage.case import Case
from triage.errors import DecisionError
from triage.export.production.pages import pdf
from triage.model.items import ItemNo
from triage.model.redactions import REDACTED_FIELDS, SCALE, MarkedPassage, Redaction, Region, read_redaction
from triage.store import decision_log

TEXT = "Dear Omar,\nthe heron 🐦 leaves on Friday.\nDana\n"
HERON = Redaction("Privilege", MarkedPassage(0, TEXT.index("the heron"), "the heron 🐦 leaves"))
FILE = Redaction("Personal data", field="file")
REGION = Redaction("Privilege", region=Region(0, 10, 20, 300, 9_000))


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    files: dict[str, bytes | str] = {"dana/1.txt": TEXT, "omar/2.txt": TEXT, "omar/3.pdf": pdf([b"", b""])}
    with case_of(tmp_path, files) as made:
        yield made


def item(case: Case, path: str) -> ItemNo:
    return case.search.run(f"path:**/{path}").nos[0]


def test_it_counts_for_every_copy_and_is_undone_as_one_step(case: Case) -> None:
    one, copy = (item(case, f"{n}.txt") for n in (1, 2))
    assert case.decisions.passages.redactions.redact(one, [HERON, FILE], "Rae", "key").changed == (one,)
    assert case.decisions.passages.redactions.of(copy) == {HERON: {"Rae"}, FILE: {"Rae"}}
    assert case.decisions.passages.redactions.redact(copy, [HERON], "Rae", "key").unchanged == 1
    assert case.decisions.passages.redactions.redact(copy, [HERON], "Omar", "key").changed == (copy,)
    assert case.decisions.passages.redactions.of(one) == {HERON: {"Rae", "Omar"}, FILE: {"Rae"}}
    case.decisions.undo("Rae")
    assert case.decisions.passages.redactions.of(one) == {HERON: {"Omar"}}
    assert case.decisions.passages.redactions.unredact(one, [HERON], "Rae", "key").changed == (copy,)
    assert case.decisions.passages.redactions.of(one) == {}
    assert all(check.held for check in case.verification.run())


@pytest.mark.parametrize(
    "redaction",
    [
        Redaction("Privilege", MarkedPassage(0, 1, "the heron")),
        Redaction("", HERON.passage),
        Redaction("a|b", HERON.passage),
        Redaction("x" * 81, HERON.passage),
        Redaction("Privilege", field="body"),
        Redaction("Privilege"),
        REGION,
    ],
)
def test_only_what_is_there_can_be_redacted_and_for_a_reason(case: Case, redaction: Redaction) -> None:
    with pytest.raises(DecisionError):
        case.decisions.passages.redactions.redact(item(case, "1.txt"), [HERON, redaction], "Rae", "key")
    assert case.decisions.passages.redactions.of(item(case, "1.txt")) == {}, "the step is whole or not at all"


def test_regions_lie_on_pages(case: Case) -> None:
    no = item(case, "3.pdf")
    case.decisions.passages.redactions.redact(no, [REGION], "Rae", "key")
    assert case.decisions.passages.redactions.of(no) == {REGION: {"Rae"}}
    for region in (Region(0, 5, 5, 5, 6), Region(0, 0, 0, SCALE + 1, 5), Region(0, 9, 0, 5, 5)):
        with pytest.raises(DecisionError):
            case.decisions.passages.redactions.redact(no, [Redaction("Privilege", region=region)], "Rae", "key")


def test_what_it_quotes_goes_with_a_seal_and_comes_back(case: Case) -> None:
    one = item(case, "1.txt")
    case.decisions.passages.redactions.redact(one, [HERON], "Rae", "key")
    case.decisions.tag([one], "customer-content", "Rae", "key")
    assert all("heron" not in str(decision.value) for decision in case.decisions.history(one))
    assert case.decisions.purge_sealed()
    assert all("heron 🐦".encode() not in p.read_bytes() for p in case.path.iterdir() if p.is_file())
    with pytest.raises(DecisionError):
        case.decisions.passages.redactions.redact(one, [FILE], "Rae", "key")
    unseal(case, one)
    assert case.decisions.passages.redactions.of(one) == {HERON: {"Rae"}}


def test_it_goes_with_the_decisions_to_a_copy_of_the_case(case: Case, tmp_path: Path) -> None:
    one = item(case, "1.txt")
    with copies.copy(case.path, "theirs") as theirs:
        theirs.decisions.passages.redactions.redact(one, [FILE], "Omar", "key")
        theirs.team.export_decisions(tmp_path / "decisions.jsonl")
    case.decisions.passages.redactions.redact(one, [HERON], "Rae", "key")
    assert not case.team.merge(tmp_path / "decisions.jsonl", "Rae").conflicts
    assert case.decisions.passages.redactions.of(one) == {HERON: {"Rae"}, FILE: {"Omar"}}


@given(
    st.text(st.characters(exclude_characters="|", exclude_categories=["C", "Z"]), min_size=1, max_size=80),
    st.one_of(
        st.builds(
            lambda segment, start, text: MarkedPassage(segment, start, text),
            st.integers(0, 99),
            st.integers(0, 10**6),
            st.text(min_size=1, max_size=50),
        ),
        st.sampled_from(REDACTED_FIELDS),
        st.builds(
            lambda page, left, top, wide, high: Region(page, left, top, left + wide, top + high),
            st.integers(0, 9_999),
            *(st.integers(0, 4_000) for _ in range(2)),
            *(st.integers(1, 6_000) for _ in range(2)),
        ),
    ),
)
def test_a_value_names_what_it_was_made_of(reason: str, what: MarkedPassage | str | Region) -> None:
    if isinstance(what, MarkedPassage):
        redaction = Redaction(reason, what)
    else:
        redaction = Redaction(reason, region=what) if isinstance(what, Region) else Redaction(reason, field=what)
    assert read_redaction(redaction.value) == redaction


@pytest.mark.parametrize("value", ["", "x", "x|text|", "x|field|body", "x|region|0:1:1:1:1", "x|region|0:01:1:9:9"])
def test_a_value_that_names_nothing_is_none(value: str) -> None:
    assert read_redaction(value) is None


def test_those_of_all_items_are_found(case: Case) -> None:
    no = item(case, "3.pdf")
    case.decisions.passages.redactions.redact(no, [REGION], "Rae", "key")
    assert decision_log.redactions(case._opened.store) == {no: {REGION: frozenset({"Rae"})}}
