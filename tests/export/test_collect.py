"""Findings: their order, families, duplicates and excerpts, which show every term once before any twice."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from tests.export.records import CHOSEN, EXPECTED_ORDER, ORDER, Records, report_of, sample
from triage.export.collect import Collector, arranged, excerpts, marked_excerpts
from triage.export.contract import Excerpt, Report
from triage.export.document import Entry, Facts, Heading, Sentence, blocks
from triage.export.texts import details
from triage.model.items import ItemNo, Segment, Span
from triage.model.leaving import DETAILS, PARTS, PASSAGES, RECORD, Arrangement
from triage.model.redactions import MarkedPassage


def test_items_are_in_the_order_of_their_dates_and_parts_right_after_their_parent() -> None:
    assert Collector(sample(), CHOSEN, "").order(CHOSEN) == EXPECTED_ORDER
    assert Collector(sample(), CHOSEN, "").order(reversed(CHOSEN)) == EXPECTED_ORDER


def test_letters_in_a_box_that_stays_behind_are_in_the_order_of_their_own_dates() -> None:
    records = Records()
    box = records.add(b"box", name="a.mbox", type="application/mbox", date="2024-09-09T00:00:00Z", path="a.mbox")
    late = records.add(b"l", parent=box, member="0", path="a.mbox", date="2024-03-01T00:00:00Z")
    part = records.add(b"p", parent=late, member="0.0", path="a.mbox", date="2020-01-01T00:00:00Z")
    other = records.add(b"o", date="2024-02-01T00:00:00Z")
    early = records.add(b"e", parent=box, member="1", path="a.mbox", date="2024-01-01T00:00:00Z")
    undated = records.add(b"u", parent=box, member="2", path="a.mbox", date="")
    doubtful = records.add(b"d", date="1904-01-01T00:00:00Z", date_kind="sent-doubtful")
    chosen = [late, doubtful, part, other, early, undated]
    assert Collector(records, chosen, "").order(chosen) == [early, other, late, part, undated, doubtful]


def test_letters_in_one_box_are_no_relatives_but_parts_of_one_mail_are() -> None:
    records = Records()
    box = records.add(b"box", name="a.mbox", type="application/mbox")
    mail = records.add(b"m", parent=box, member="0")
    records.add(b"other", parent=box, member="1")
    first = records.add(b"1", parent=mail, member="0.0", type="text/csv")
    second = records.add(b"2", parent=mail, member="0.1", type="text/csv")
    collector = Collector(records, [first], "")
    ids = {no: records.stored[no].row.id for no in records.stored}
    found = {no: [(r.role, r.id) for r in collector.dossier(1, records.stored[no]).relatives] for no in (mail, first)}
    assert found[mail] == [("parent", ids[box]), ("child", ids[first]), ("child", ids[second])]
    assert found[first] == [("ancestor", ids[box]), ("parent", ids[mail]), ("sibling", ids[second])]


def test_members_of_a_container_keep_their_order_beyond_ten() -> None:
    records = Records()
    head = records.add(b"zip", name="a.zip")
    late = records.add(b"k", parent=head, member="10", path="inbox/1.eml")
    early = records.add(b"c", parent=head, member="2", path="inbox/1.eml")
    assert Collector(records, [], "").order([late, early, head]) == [head, early, late]


def test_a_dossier_knows_its_family_and_its_duplicates() -> None:
    records = sample()
    collector = Collector(records, CHOSEN, "")
    mail, attachment = collector.dossier(1, records.stored[ItemNo(1)]), collector.dossier(2, records.stored[ItemNo(2)])
    assert (mail.relation, attachment.relation) == ("parent", "child")
    assert attachment.head == records.stored[ItemNo(1)].row.id
    assert [(r.role, r.name, r.exported) for r in mail.relatives] == [("child", "offer.pdf", True)]
    assert [(r.role, r.exported) for r in attachment.relatives] == [("parent", True)]
    assert [copy.place for copy in mail.copies] == ["mail:archive/x.eml"]
    assert attachment.place == "mail:inbox/1.eml#0"
    assert not collector.dossier(3, records.stored[ItemNo(4)]).relatives


def test_relatives_that_stay_behind_are_said_to() -> None:
    records = sample()
    dossier = Collector(records, [ItemNo(2)], "").dossier(1, records.stored[ItemNo(2)])
    assert [r.exported for r in dossier.relatives] == [False]


def test_copies_of_many_items_are_asked_for_once(monkeypatch: pytest.MonkeyPatch) -> None:
    records = Records()
    nos = [records.add(b"logo", path=f"{at}.png") for at in range(230)]
    questions: list[ItemNo] = []
    duplicates = records.duplicates
    monkeypatch.setattr(records, "duplicates", lambda no: questions.append(no) or duplicates(no))
    collector = Collector(records, nos, "")
    dossiers = [collector.dossier(at, records.stored[no]) for at, no in enumerate(nos, 1)]
    assert questions == nos[:1]
    for no, dossier in zip(nos, dossiers, strict=True):
        expected = [f"mail:{other - 1}.png" for other in nos if other != no][:200]
        assert ([copy.place for copy in dossier.copies], dossier.unlisted) == (expected, 29)


def test_what_is_past_is_no_duplicate_of_its_copies() -> None:
    records = Records()
    old, new, other = (records.add(b"same", path=f"{at}.txt") for at in range(3))
    records.change(old, row=replace(records.stored[old].row, state="superseded"))
    collector = Collector(records, [old, new, other], "")
    copies = [[copy.place for copy in collector.dossier(1, records.stored[no]).copies] for no in (old, new, other)]
    assert copies == [["mail:1.txt", "mail:2.txt"], ["mail:2.txt"], ["mail:1.txt"]]


def test_a_huge_family_is_counted_not_listed() -> None:
    records = Records()
    head = records.add(b"mail")
    for at in range(230):
        records.add(f"{at}".encode(), parent=head)
    dossier = Collector(records, [head], "").dossier(1, records.stored[head])
    assert (len(dossier.relatives), dossier.unlisted) == (200, 30)


def test_a_letter_in_a_box_that_heads_its_own_family_still_says_where_it_lies() -> None:
    records = Records()
    box = records.add(b"box", name="a.mbox", type="application/mbox")
    letter = records.add(b"letter", parent=box, member="0")
    records.change(letter, family=letter)
    dossier = Collector(records, [letter], "").dossier(1, records.stored[letter])
    assert (dossier.relation, dossier.head) == ("single", records.stored[letter].row.id)
    assert [(r.role, r.name, r.exported) for r in dossier.relatives] == [("parent", "a.mbox", False)]


def test_a_rare_term_is_shown_even_after_many_hits_of_another() -> None:
    records = sample()
    text = ("energy " + "x" * 300) * 20 + "call"
    records.change(ItemNo(1), segments=(Segment("body", text),))
    spans = [Span(0, "body", at * 307, at * 307 + 6, 0) for at in range(20)]
    spans.append(Span(0, "body", len(text) - 4, len(text), 1))
    records.hits[ItemNo(1)] = spans
    found = excerpts(records.stored[ItemNo(1)], spans)
    assert [[run for run, hit in e.runs if hit] for e in found] == [["energy"]] * 4 + [["call"]]
    dossier = Collector(records, [ItemNo(1)], "x").dossier(1, records.stored[ItemNo(1)])
    assert ("Hits", "21, of which 5 are shown in the excerpts") in details(dossier)


def test_excerpts_show_hits_with_what_is_around_and_join_close_ones() -> None:
    records = sample()
    text = "a" * 200 + " kestrel and kestrel " + "b" * 500 + " kestrel"
    records.change(ItemNo(1), segments=(Segment("body", text), Segment("comment", "kestrel?")))
    item = records.stored[ItemNo(1)]
    at = [text.index("kestrel"), text.index("kestrel", 210), text.rindex("kestrel")]
    spans = [Span(0, "body", start, start + 7, 0) for start in at] + [Span(1, "comment", 0, 7, 0)]
    found = excerpts(item, [Span(-1, "subject", 0, 3, 0), *spans])
    assert [e.field for e in found] == ["body", "body", "comment"]
    assert [run for run, hit in found[0].runs if hit] == ["kestrel", "kestrel"]
    assert found[0].text.startswith("…") and found[0].text.endswith("…")
    assert found[1].text.endswith("b kestrel")
    assert found[2].runs == (("kestrel", True), ("?", False))


def test_overlapping_hits_are_marked_once_and_lose_no_text() -> None:
    item = sample().stored[ItemNo(1)]
    found = excerpts(item, [Span(0, "body", 0, 11, 0), Span(0, "body", 7, 16, 1)])
    assert found[0].text == "Please keep this quiet."
    assert [run for run, hit in found[0].runs if hit] == ["Please keep", " this"]


def test_dense_hits_make_several_excerpts_of_bounded_length() -> None:
    records = sample()
    records.change(ItemNo(1), segments=(Segment("body", "kestrel " * 1000),))
    spans = [Span(0, "body", at * 8, at * 8 + 7, 0) for at in range(1000)]
    found = excerpts(records.stored[ItemNo(1)], spans)
    assert len(found) == 5
    assert all(len(e.text) < 900 for e in found)


def test_without_a_hit_the_opening_is_shown() -> None:
    records = sample()
    assert [e.text for e in excerpts(records.stored[ItemNo(1)], [])] == ["Please keep this quiet."]
    records.change(ItemNo(1), segments=())
    assert excerpts(records.stored[ItemNo(1)], []) == []


def test_marked_passages_are_shown_in_place_of_hits_and_who_marked_them() -> None:
    records = Records()
    no = records.add(b"m", tags=("hot",), text="It begins. The heron leaves on Friday. It ends, heron." + " more" * 100)
    text = records.stored[no].segments[0].text
    records.said[no] = [replace(records.said[no][0], action="mark", reviewer="Rae")]
    gone = MarkedPassage(0, 5, "words of an earlier version")
    records.marked[no] = [MarkedPassage(0, text.index("leaves"), "leaves on Friday"), gone]
    dossier = Collector(records, [no], "").dossier(1, records.stored[no])
    shown, lost = dossier.excerpts
    assert [run for run, hit in shown.runs if hit] == ["leaves on Friday"]
    assert shown.runs[0] == ("It begins. The heron ", False)
    assert lost == Excerpt("marked, no longer in the text", (("words of an earlier version", True),))
    assert ("Excerpts", "passages marked by Rae") in details(dossier)


def test_a_passage_that_moved_is_shown_where_it_is_now() -> None:
    item = replace(sample().stored[ItemNo(1)], segments=(Segment("body", "new head. the words"),))
    (shown,) = marked_excerpts(item, [MarkedPassage(3, 0, "the words")])
    assert shown == Excerpt("body", (("new head. ", False), ("the words", True)))


def test_an_excerpt_begins_and_ends_between_words() -> None:
    text = "several words that stand far away before it; " * 4 + "kestrel" + " and after it many other words again" * 4
    item = replace(sample().stored[ItemNo(1)], segments=(Segment("body", text),))
    at = text.index("kestrel")
    (shown,) = excerpts(item, [Span(0, "", at, at + 7, 0)])
    (_, before, _), (_, after, _) = (shown.runs[1][0].partition(" "), shown.runs[3][0].rpartition(" "))
    assert shown.runs[2] == ("kestrel", True) and before and after
    words = set(text.split())
    assert set(shown.text.strip("…").split()) <= words, "no word is cut in two"


# Findings are ordered by people, tags and conversations, families together, each order ending with what has none.


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
    return report_of(records, order=replace(ORDER, arrangement=arrangement))


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
