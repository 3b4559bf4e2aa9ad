"""The report's blocks: sections in their order, none of them empty, passages that can be read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.export.records import Records, sample
from tests.export.records import report_of as report
from triage.export import texts
from triage.export.contract import Report
from triage.export.document import HIT, QUOTED, Entry, Heading, Passage, TableBlock, blocks, by_line, reflowed
from triage.export.texts import cell, line, visible
from triage.model.items import ItemNo, Span


def grid(made: Report, heading: str) -> TableBlock:
    """Return the table under a heading."""
    parts = list(blocks(made))
    table = parts[parts.index(Heading(heading)) + 1]
    assert isinstance(table, TableBlock)
    return table


def headings(made: Report) -> list[str]:
    return [block.text for block in blocks(made) if isinstance(block, Heading) and block.level == 1]


def test_no_section_is_empty() -> None:
    assert headings(report(Records())) == [
        "Words in this report",
        "Scope",
        "What could not be searched",
        "Chronology",
        "Limits of this report",
    ]
    for made in (report(Records()), report(sample())):
        parts = list(blocks(made))
        for before, after in zip(parts, [*parts[1:], Heading("end")], strict=True):
            assert not isinstance(before, Heading) or not isinstance(after, Heading) or after.level > before.level


def test_what_has_no_certain_date_stands_apart_in_the_chronology() -> None:
    records = Records()
    dates = {"certain": "2024-05-02", "doubtful": "0001-12-21", "copied": "2026-01-01", "undated": ""}
    nos = {
        what: records.add(what.encode(), subject=what, date=date and date + "T08:00:00Z")
        for what, date in dates.items()
    }
    within = records.add(b"inside", subject="within", parent=nos["copied"])
    for what, facts in (("doubtful", {"doubtful": True}), ("copied", {"file_time": True})):
        records.change(nos[what], row=replace(records.stored[nos[what]].row, **facts))
    parts: dict[str, list[tuple[str, str]]] = {}
    heading = ""
    for block in blocks(report(records)):
        if isinstance(block, Heading):
            heading = block.text
        elif isinstance(block, TableBlock) and block.links:
            parts[heading] = [(row[1], row[3]) for row in block.rows]
    doubtful, file_time, undated = texts.NO_CERTAIN_DATE
    assert parts == {
        "Chronology": [("2024-05-02 08:00", "certain")],
        doubtful: [("0001-12-21 08:00?", "doubtful")],
        file_time: [
            ("2026-01-01 (file changed)", "copied"),
            (records.stored[within].row.date[:16].replace("T", " "), "within"),
        ],
        undated: [("", "undated")],
    }


def test_people_are_listed_with_what_they_wrote() -> None:
    records = Records()
    for at, sender in enumerate(("Noa", "Dana", "Noa", "")):
        records.add(b"%d" % at, sender=sender, date=f"2024-05-0{at + 1}T08:00:00Z")
    assert grid(report(records), "People").rows == [
        ("Noa", "2", "2024-05-01", "2024-05-03", "1, 3"),
        ("Dana", "1", "2024-05-02", "2024-05-02", "2"),
    ]


def test_reviewers_are_listed_with_what_they_decided() -> None:
    records = Records()
    first, second = records.add(b"1", tags=("hot", "relevant")), records.add(b"2", tags=("hot",))
    records.said[second].append(replace(records.said[first][0], reviewer="Omar Said", time="2024-05-09T08:00:00Z"))
    assert grid(report(records), "Reviewers").rows == [
        ("Dana Levi", "2", "3", "2024-05-02", "2024-05-02"),
        ("Omar Said", "1", "1", "2024-05-09", "2024-05-09"),
    ]


def test_conversations_have_several_messages() -> None:
    records = Records()
    nos = [records.add(b"%d" % at, subject=f"plan {at}", date=f"2024-05-0{at + 1}T08:00:00Z") for at in range(3)]
    assert "Conversations" not in headings(report(records))
    for no in nos[:2]:
        records.change(no, thread="t1")
    assert grid(report(records), "Conversations").rows == [("plan 0", "2", "2024-05-01", "2024-05-02", "1, 2")]


def test_key_documents_come_with_their_passages() -> None:
    records = sample()
    records.hits[ItemNo(1)] = [Span(0, "body", 7, 11, 0)]
    for no, item in records.stored.items():
        records.change(no, row=replace(item.row, tags=()))
    assert not any(heading.startswith("Key documents") for heading in headings(report(records)))
    records.change(ItemNo(1), row=replace(records.stored[ItemNo(1)].row, tags=("hot",)))
    parts = list(blocks(report(records)))
    at = parts.index(Heading("Key documents (tagged hot)"))
    passage = parts[at + 3]
    assert isinstance(passage, Passage) and ("keep", HIT) in passage.runs
    assert parts[at + 4] == Heading("People"), "and nothing else"


def test_each_content_is_one_entry() -> None:
    records = sample()
    made = report(records)
    twice = replace(made, dossiers=(*made.dossiers, replace(made.dossiers[0], number=99, copy_of=1)))
    numbers = [block.number for block in blocks(twice) if isinstance(block, Entry)]
    assert numbers == [dossier.number for dossier in made.dossiers]


def test_lines_are_joined_into_paragraphs_and_quotations_told_apart() -> None:
    text = (
        "The herons are due on Friday, and whoever\nreads this should pay them before they\nfly away.\n\n"
        "- one\n- two\nRegards\nDana\n> What about the\n> ospreys?\nthey wait\n"
    )
    assert reflowed([(text, False)]) == [
        (
            "The herons are due on Friday, and whoever reads this should pay them before they fly away.\n\n"
            "- one\n- two\nRegards\nDana\n",
            "",
        ),
        ("> What about the\n> ospreys?\n", QUOTED),
        ("they wait\n", ""),
    ]


def test_a_hit_stays_marked_over_the_end_of_a_line() -> None:
    runs = [("they should pay the ", False), ("blue\nheron", True), (" on Friday\n> or the ", False), ("osprey", True)]
    assert reflowed(runs) == [
        ("they should pay the ", ""),
        ("blue heron", HIT),
        (" on Friday\n", ""),
        ("> or the ", QUOTED),
        ("osprey", HIT),
    ]
    assert reflowed([]) == reflowed([("", False)]) == []


def test_a_passage_falls_into_lines_with_their_runs() -> None:
    runs = [("one\r\ntwo ", ""), ("hit", HIT), ("\n\n> said", QUOTED)]
    assert list(by_line(runs)) == [[("one", "")], [("two ", ""), ("hit", HIT)], [], [("> said", QUOTED)]]
    assert list(by_line([])) == [[]]


# Hostile text made safe to show.


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "\x00", "＝1+1", "＠x"])
def test_formulas_begin_with_an_apostrophe(text: str) -> None:
    assert cell(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "Re: = + - @", "שלום", "1-2", "'=1"])
def test_other_cells_stay_as_they_are(text: str) -> None:
    assert cell(text) == text


@given(st.text(alphabet=st.characters()))
def test_visible_text_can_stand_in_xml_and_turns_nothing_around(text: str) -> None:
    from lxml import etree

    shown = visible(text)
    element = etree.Element("a")
    element.text = shown  # lxml refuses what XML can't hold
    assert not set(shown) & set("\u202d\u202e")
    shown.encode("utf-8")


def test_a_turned_name_is_spelled_out() -> None:
    assert visible("invoice\u202efdp.exe") == "invoice⟦U+202E⟧fdp.exe"
    assert line("two\r\n  lines\t") == "two lines"


def test_harmless_format_characters_stay() -> None:
    for text in ("می\u200cخواهم\u200f", "\u202bשלום (Dana)\u202c", "\u2067שלום\u2069"):
        assert visible(text) == text
