"""Families of documents: each right after what it is part of, with the numbers of the whole."""

from __future__ import annotations

from tests.export.records import Records
from triage.export.production.documents import families_together, numbered
from triage.export.production.protocol import Protocol
from triage.model.leaving import NATIVE, ProducedDocument

PROTOCOL = Protocol("First", "VOL001", "ORR", digits=4)


def test_parts_come_right_after_what_they_are_part_of_wherever_they_stood() -> None:
    records = Records()
    mail = records.add(b"m")
    other = records.add(b"o")
    first = records.add(b"1", parent=mail)
    deep = records.add(b"d", parent=first)
    second = records.add(b"2", parent=mail)
    parents = {row.no: row.parent for row in records.rows([deep, other, second, mail, first])}
    assert families_together(parents) == [other, mail, second, first, deep]
    some = {no: parents[no] for no in (deep, other, second)}
    assert families_together(some) == [deep, other, second], "without what they are part of"


def test_each_knows_the_numbers_of_its_family() -> None:
    records = Records()
    mail = records.add(b"m")
    first, deep = records.add(b"1", parent=mail), None
    deep = records.add(b"d", parent=first)
    alone = records.add(b"a")
    nos = [mail, first, deep, alone]
    documents = [ProducedDocument(at, no, NATIVE, "") for at, no in enumerate(nos, 11)]
    made = numbered(PROTOCOL, documents, {row.no: row.parent for row in records.rows(nos)})
    assert [one.number for one in made] == ["ORR0011", "ORR0012", "ORR0013", "ORR0014"]
    assert {(one.first, one.last) for one in made[:3]} == {("ORR0011", "ORR0013")}
    assert [one.parent for one in made] == ["", "ORR0011", "ORR0012", ""]
    assert made[0].attachments == ("ORR0012",) and made[1].attachments == ("ORR0013",)
    assert (made[3].first, made[3].last) == ("ORR0014", "ORR0014")
