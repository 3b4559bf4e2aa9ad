"""Findings are ordered by people, tags and conversations, families together, each order ending with what has none."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from tests.export.records import ORDER, Records
from triage.export.collect import Collector, arranged
from triage.export.contract import Report
from triage.export.document import Entry, Facts, Heading, Sentence, blocks
from triage.model.exports import DETAILS, PARTS, PASSAGES, RECORD, Arrangement


def report(arrangement: Arrangement) -> Report:
    """Return four mails by date and an attachment of the second, in two conversations."""
    records = Records()
    of = (("Omar", ("hot",), "t1"), ("Dana", (), "t2"), ("", (), ""), ("dana", ("hot", "relevant"), "t1"))
    for at, (sender, tags, thread) in enumerate(of, 1):
        date = f"2024-05-{2 * at:02d}T08:00:00Z"
        no = records.add(b"%d" % at, sender=sender, tags=tags, date=date, subject=f"plan {at}")
        records.change(no, thread=thread)
        if at == 2:
            records.add(b"attached", parent=no, sender="", date=date, member="0", path=f"inbox/{no}.eml")
    collector = Collector(records, list(records.stored), "")
    numbered = enumerate(collector.order(records.stored), 1)
    order = replace(ORDER, arrangement=arrangement)
    return Report(order, tuple(collector.dossier(n, records.stored[no]) for n, no in numbered))


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("date", [("", [1, 2, 3, 4, 5])]),
        ("person", [("Dana", [2, 3]), ("dana", [5]), ("Omar", [1]), ("Without a sender", [4])]),
        ("tag", [("hot", [1]), ("hot, relevant", [5]), ("Without a tag", [2, 3, 4])]),
        ("conversation", [("plan 1", [1, 5]), ("plan 2", [2, 3]), ("Not in a conversation", [4])]),
    ],
)
def test_findings_stand_under_headings_with_what_is_attached_to_them(
    order: str, expected: list[tuple[str, list[int]]]
) -> None:
    groups: dict[str, list[int]] = {}
    for heading, dossier, _ in arranged(report(Arrangement(order))):
        groups.setdefault(heading, []).append(dossier.number)
    assert list(groups.items()) == expected


def test_headings_and_entries_follow_it() -> None:
    parts = list(blocks(report(Arrangement("tag"))))
    found = parts[parts.index(Heading("Findings")) + 1 :]
    levels = [
        (part.level, part.title if isinstance(part, Entry) else part.text) for part in found if hasattr(part, "level")
    ]
    assert levels[:4] == [(2, "hot"), (3, "plan 1"), (2, "hot, relevant"), (3, "plan 4")]
    assert all(part.level == 2 for part in blocks(report(Arrangement())) if isinstance(part, Entry))


def test_parts_are_left_out_and_a_cover_begins_it() -> None:
    made = list(blocks(report(Arrangement(without=frozenset((DETAILS, RECORD)), cover="First.\n\nSecond\nline.\n"))))
    assert made[:2] == [Sentence("First."), Sentence("Second\nline.")] and isinstance(made[2], Facts)
    entries = [part for part in made if isinstance(part, Entry)]
    assert entries and not any(isinstance(part, Facts) for entry in entries for part in entry.blocks)
    bare = [part for part in blocks(report(Arrangement(without=frozenset(PARTS)))) if isinstance(part, Entry)]
    assert not any(entry.blocks[1:] for entry in bare), "but for the warning that an original isn't there"
    assert PASSAGES in PARTS
