"""Tests of the certificate: its sentence, its reasons, a sample anyone can draw again, and what was found in it."""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Iterator
from io import BytesIO

import pytest

from tests.records import case_of, mail
from triage.case import Case
from triage.errors import CaseError, QueryError


def damaged_zip(name: str) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(f"{name}.txt", "heron " * 50)
    return out.getvalue()[:60]


FILES: dict[str, bytes | str] = {
    "dana/1.eml": mail("One", "a heron"),
    "dana/2.eml": mail("Two", "herons"),
    **{f"dana/{n}.pdf": f"%PDF-1.4 broken {n}".encode() for n in range(8)},
    "omar/heron.zip": damaged_zip("x"),
}


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Case]:
    with case_of(tmp_path_factory.mktemp("coverage"), FILES) as case:
        yield case


def test_the_sentence_adds_up(case: Case) -> None:
    said = case.reports.coverage("her*")
    status = case.status()
    s = said.scope
    assert (s.items, s.fully, s.partly, s.not_searchable) == (
        status.items,
        status.fully,
        status.partly,
        status.not_searchable,
    )
    assert s.partly + s.not_searchable >= 8
    assert said.files == status.failed
    assert said.hits == case.search.run("her*").total
    assert said.sentence.startswith(f"{said.hits} of {s.items} items found; {s.fully} fully searched, {s.partly} par")
    assert said.expansions[0].term == "her*" and dict(said.expansions[0].words)["herons"] == 1
    assert said.reading == "her*"


def test_reasons_are_those_on_record(case: Case) -> None:
    said = case.reports.coverage()
    assert said.hits == 0 and not said.text and said.sentence.startswith(f"{said.scope.items} items; ")
    for reason in said.reasons:
        items = {p.item for p in case.reports.problems() if p.code == reason.code and p.item is not None}
        rows = case.search.rows(case.search.run("is:partly" if reason.level == "partly" else "is:unsearchable").nos)
        assert reason.items == len(items & {row.id for row in rows}) and reason.meaning
    assert {r.code for r in said.reasons} & {"damaged"}


def test_what_a_term_found_is_not_drawn(case: Case) -> None:
    everything = case.reports.coverage("", sample=100)
    without = case.reports.coverage("file:heron", sample=100)
    assert everything.rest == len(everything.sample) == without.rest + 1
    names = {thing.path for thing in without.sample}
    assert any("heron.zip" in thing.path for thing in everything.sample) and not any("heron.zip" in n for n in names)


def test_the_sample_can_be_drawn_again_by_anyone(case: Case) -> None:
    everything = case.reports.coverage("", sample=100, seed="s").sample
    keys = sorted(
        (thing.id or thing.path for thing in everything), key=lambda k: hashlib.sha256(f"s:{k}".encode()).digest()
    )
    said = case.reports.coverage("", sample=3, seed="s")
    assert [thing.id or thing.path for thing in said.sample] == keys[:3] and said.seed == "s"
    assert case.reports.coverage("", sample=3, seed="t").sample != said.sample
    assert case.reports.coverage("", sample=1).seed != case.reports.coverage("", sample=1).seed


def test_what_was_found_bounds_the_rest(case: Case) -> None:
    said = case.reports.coverage("", sample=5, seed="s", found="1")
    assert said.interval is not None and said.interval.found == 1 and said.interval.sample == 5
    assert (round(said.interval.low, 4), round(said.interval.high, 4)) == (0.0051, 0.7164)
    drawn = [thing.no for thing in said.sample if thing.no is not None]
    case.decisions.tag(drawn[:2], "relevant", "Rae", "key")
    by_tag = case.reports.coverage("", sample=5, seed="s", found="tag:relevant").interval
    assert by_tag is not None and by_tag.found == 2
    case.decisions.undo("Rae")


def test_a_sample_of_everything_is_exact(case: Case) -> None:
    rest = case.reports.coverage().rest
    said = case.reports.coverage("", sample=rest, seed="s", found="2")
    assert said.interval is not None and said.interval.low == said.interval.high == 2 / rest
    assert said.bounds == (2, 2)


def test_the_bounds_are_held_to_what_was_seen(case: Case) -> None:
    rest = case.reports.coverage().rest
    assert case.reports.coverage("", sample=rest - 1, seed="s", found="0").bounds == (0, 1)
    assert case.reports.coverage("", sample=rest - 1, seed="s", found=str(rest - 1)).bounds == (rest - 1, rest)
    low, high = case.reports.coverage("", sample=2, seed="s", found="1").bounds or (0, 0)
    assert 1 <= low <= high <= rest - 1
    assert case.reports.coverage("", sample=2).bounds is None


def test_a_part_of_the_case(case: Case) -> None:
    said = case.reports.coverage("heron", within="type:message/rfc822")
    assert said.files is None and said.rest == 0 and said.reasons == () and said.scope.items == 2


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ({"sample": -1}, "A sample has 0 to"),
        ({"found": "1"}, "Which sample was checked"),
        ({"found": "1", "seed": "s"}, "no sample was drawn"),
        ({"found": "6", "seed": "s", "sample": 5}, "can't have been found"),
        ({"confidence": 95}, "between 0 and 1"),
    ],
)
def test_numbers_that_make_no_sense_are_refused(case: Case, arguments: dict[str, object], words: str) -> None:
    with pytest.raises(CaseError, match=words):
        case.reports.coverage("heron", **arguments)  # type: ignore[arg-type]


def test_a_query_that_cannot_be_read_is_refused(case: Case) -> None:
    with pytest.raises(QueryError):
        case.reports.coverage("(heron")
