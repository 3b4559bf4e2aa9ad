"""Attributes become the items that have them, or are refused; everything else stays as it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from tests.records import case_of
from triage.case import Case
from triage.errors import QueryError, TriageError
from triage.model.items import ItemNo
from triage.search.query.language import read
from triage.search.query.tree import And, Attribute, Ids, Not, Or, Word, leaves
from triage.search.snapshot import resolve

Asked = tuple[object, ...]


class Facts:
    """Facts that answer with a number for each question and keep what they were asked: the method, the arguments."""

    def __init__(self) -> None:
        self.asked: list[Asked] = []

    def __getattr__(self, method: str) -> Callable[..., frozenset[ItemNo]]:
        def answer(*arguments: object) -> frozenset[ItemNo]:
            self.asked.append((method, *arguments))
            return frozenset({ItemNo(len(self.asked))})

        return answer


def test_every_attribute_asks_its_question() -> None:
    facts = Facts()
    text = (
        "tag:Hot custodian:Dana type:pdf path:*/drafts/* reviewer:avi origin:Comment note:second date:2023 "
        "sent:2023-05 modified:..2022 date:2023-05-02t09 decided:>=2024-05 "
        'decided:"2024-05-13T14 by Dana Levi" '
        "size:>1kb is:Untagged has:attachment id:3FA9 family:3fa9 thread:3fa9 hash:9f86"
    )
    resolve(read(text).query, facts, text)
    assert facts.asked == [
        ("named", "tag", "Hot"),
        ("named", "custodian", "Dana"),
        ("named", "type", "pdf"),
        ("named", "path", "*/drafts/*"),
        ("named", "reviewer", "avi"),
        ("named", "origin", "comment"),
        ("noted", "*second*"),
        ("dated", "", "2023-01-01", "2024-01-01"),
        ("dated", "sent", "2023-05-01", "2023-06-01"),
        ("dated", "modified", "", "2023-01-01"),
        ("dated", "", "2023-05-02T09", "2023-05-02T10"),
        ("decided", "2024-05-01", "", "*"),
        ("decided", "2024-05-13T14", "2024-05-13T15", "Dana Levi"),
        ("sized", 1025, None),
        ("state", "untagged"),
        ("having", "attachment"),
        ("identified", "id", "3fa9"),
        ("identified", "family", "3fa9"),
        ("identified", "thread", "3fa9"),
        ("identified", "hash", "9f86"),
    ]


def test_the_tree_keeps_its_shape() -> None:
    resolved = resolve(read("heron (tag:hot OR NOT tag:cold)").query, Facts(), None)
    assert resolved == And((Word("heron"), Or((Ids(frozenset({1})), Not(Ids(frozenset({2})))))))


# While a sample is judged blind no query tells what was decided before: such a one is refused at its place.

TELLING = [
    *("tag:hot", "NOT tag:hot", "heron (note:later OR egret)", "reviewer:rae", "decided:2026"),
    *("is:tagged", "is:untagged", "is:disputed", "has:tag", "has:note"),
    "subject:heron AND NOT (size:>1kb OR has:tag)",
]
TOLD = ("hot", "later", "rae", "2026", "tagged", "untagged", "disputed", "tag", "note")
SILENT = ["heron", "is:sealed", "has:attachment", 'sample:"check"', 'judged:"check"', "note", '"tag:hot"', "date:2024"]


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Case]:
    with case_of(tmp_path_factory.mktemp("blind"), {"dana/a.txt": "heron one", "dana/b.txt": "heron two"}) as made:
        made.decisions.tag(made.search.run("one").nos, "hot", "Rae", "key")
        made.search.save("hot ones", "tag:hot", "Rae")
        made.search.run_saved("hot ones", "Rae")
        made.search.run_saved("hot ones", "Rae")
        made.team.samples.draw("heron", "check", "Rae", 2)
        made.search.blind = True
        yield made


@pytest.mark.parametrize("query", TELLING)
def test_a_query_that_tells_is_refused_at_its_place(case: Case, query: str) -> None:
    with pytest.raises(QueryError, match=r"blind sample is open.*Close the sample") as refused:
        case.search.read(query)
    assert query[refused.value.start : refused.value.end] in TOLD
    with pytest.raises(QueryError):
        case.search.run(query)


@pytest.mark.parametrize("query", SILENT)
def test_any_other_query_raises_nothing(case: Case, query: str) -> None:
    case.search.run(query)


def test_no_report_tells_it_either(case: Case) -> None:
    error = case.reports.terms(["tag:hot"]).rows[0].error
    assert error and error.key == "query-blind"
    for ask in (
        lambda: case.reports.terms(["heron"], within="tag:hot"),
        lambda: case.reports.terms(["heron"], untagged=True),
        lambda: case.reports.coverage("tag:hot"),
        lambda: case.reports.coverage("heron", within="is:untagged"),
        lambda: case.reports.hits("heron tag:hot"),
        lambda: case.search.run_saved("hot ones", "Rae"),
        lambda: case.search.saved_difference("hot ones"),
        lambda: case.team.samples.draw("tag:hot", "more", "Rae", 1),
        lambda: case.team.batches.create("tag:hot", "more", "Rae"),
        lambda: case.team.samples.report("check", known="tag:hot"),
    ):
        with pytest.raises(TriageError, match="blind"):
            ask()  # type: ignore[no-untyped-call]


def test_it_is_answered_again_afterwards(case: Case) -> None:
    case.search.blind = False
    try:
        assert case.search.run("tag:hot").total == 1
        assert case.search.saved_runs("hot ones")[0].total == 1
    finally:
        case.search.blind = True


def test_attributes_are_found_wherever_they_stand() -> None:
    tree = read("a (tag:x OR NOT (b date:2024)) size:>1kb").query
    assert [leaf.name for leaf in leaves(tree) if isinstance(leaf, Attribute)] == ["tag", "date", "size"]
