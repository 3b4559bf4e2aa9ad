"""Attributes become the items that have them; everything else stays as it is."""

from __future__ import annotations

from triage.model.items import ItemNo
from triage.search.query.language import read
from triage.search.query.resolve import resolve
from triage.search.query.tree import And, Ids, Not, Or, Word

Asked = tuple[object, ...]


class Facts:
    """Facts that answer with a number for each question and keep what they were asked."""

    def __init__(self) -> None:
        self.asked: list[Asked] = []

    def _answer(self, *asked: object) -> frozenset[ItemNo]:
        self.asked.append(asked)
        return frozenset({ItemNo(len(self.asked))})

    def named(self, name: str, pattern: str) -> frozenset[ItemNo]:
        return self._answer("named", name, pattern)

    def noted(self, pattern: str) -> frozenset[ItemNo]:
        return self._answer("noted", pattern)

    def dated(self, kind: str, low: str, high: str) -> frozenset[ItemNo]:
        return self._answer("dated", kind, low, high)

    def decided(self, low: str, high: str, reviewer: str) -> frozenset[ItemNo]:
        return self._answer("decided", low, high, reviewer)

    def sized(self, low: int, high: int | None) -> frozenset[ItemNo]:
        return self._answer("sized", low, high)

    def state(self, state: str) -> frozenset[ItemNo]:
        return self._answer("state", state)

    def having(self, holding: str) -> frozenset[ItemNo]:
        return self._answer("having", holding)

    def identified(self, name: str, beginning: str) -> frozenset[ItemNo]:
        return self._answer("identified", name, beginning)


def test_every_attribute_asks_its_question() -> None:
    facts = Facts()
    text = (
        "tag:Hot custodian:Dana type:pdf path:*/drafts/* reviewer:avi origin:Comment note:second date:2023 "
        "sent:2023-05 modified:..2022 date:2023-05-02t09 decided:>=2024-05 "
        'decided:"2024-05-13T14 by Dana Levi" '
        "size:>1kb is:Untagged has:attachment id:3FA9 family:3fa9 thread:3fa9 hash:9f86"
    )
    resolve(read(text).query, facts)
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
    resolved = resolve(read("heron (tag:hot OR NOT tag:cold)").query, Facts())
    assert resolved == And((Word("heron"), Or((Ids(frozenset({1})), Not(Ids(frozenset({2})))))))
