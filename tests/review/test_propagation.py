"""Tests of triage.review.decisions: rules, what follows, what a person decided stays, what is said before."""

from __future__ import annotations

from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.records import case_of, mail
from triage.case import Case
from triage.model.items import ItemNo
from triage.model.tags import DEFAULT


def with_attachments(subject: str, *names: str) -> bytes:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "dana@orrin.example", "omar@orrin.example", subject
    message["Date"], message["Message-ID"] = "Tue, 02 May 2023 10:20:30 +0200", f"<{subject}@orrin.example>"
    message.set_content(f"the {subject} mail")
    for name in names:
        message.add_attachment(f"the {name} file", filename=f"{name}.txt")
    return message.as_bytes()


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    files: dict[str, bytes | str] = {
        "dana/mail.eml": with_attachments("plover", "left", "right"),
        "dana/first.eml": mail("heron", "first of a thread", message_id="<1@orrin.example>"),
        "omar/second.eml": mail(
            "Re: heron", "second of it", message_id="<2@orrin.example>", more="In-Reply-To: <1@orrin.example>\n"
        ),
        "dana/copy.txt": "the same words",
        "omar/copy.txt": "the same words",
    }
    with case_of(tmp_path, files) as made:
        yield made


def rule(case: Case, tag: str, propagates: str) -> None:
    case.decisions.set_palette(
        [replace(t, propagates=propagates) if t.name == tag else t for t in case.decisions.palette()], "Rae"
    )


def one(case: Case, query: str) -> ItemNo:
    (no,) = case.search.run(query).nos
    return no


def tags(case: Case, query: str) -> tuple[str, ...]:
    return case.search.rows([one(case, query)])[0].tags


def test_nothing_follows_by_default(case: Case) -> None:
    assert all(tag.propagates == "none" for tag in DEFAULT)
    case.decisions.tag([one(case, "subject:plover")], "hot", "Rae", "key")
    assert case.status().tags == (("hot", 1),)


@pytest.mark.parametrize(
    ("by", "start", "follow"),
    [
        ("family", "file:left.txt", {"subject:plover", "file:right.txt"}),
        ("children", "subject:plover", {"file:left.txt", "file:right.txt"}),
        ("children", "file:left.txt", set()),
        ("thread", '"second of it"', {'"first of a thread"'}),
        ("duplicates", "custodian:dana same", set()),
    ],
)
def test_each_rule_reaches_its_own(case: Case, by: str, start: str, follow: set[str]) -> None:
    rule(case, "hot", by)
    nos = case.search.run(start).nos[:1]
    expected = {one(case, query) for query in follow}
    if by == "duplicates":
        expected = set(case.search.duplicates(nos[0])) - set(nos)
        assert len(expected) == 1
    assert case.decisions.preview(nos, "hot").propagated == len(expected)
    receipt = case.decisions.tag(nos, "hot", "Rae", "key")
    assert set(receipt.derived) == expected and set(receipt.changed) == {*nos, *expected}
    assert set(case.search.run("tag:hot").nos) == {*nos, *expected}


def test_what_followed_is_marked_and_goes_with_its_cause(case: Case) -> None:
    rule(case, "hot", "family")
    head, left = one(case, "subject:plover"), one(case, "file:left.txt")
    case.decisions.tag([head], "hot", "Rae", "key")
    (cause,), (followed,) = case.decisions.history(head), case.decisions.history(left)
    assert (followed.how, followed.derived, followed.reviewer) == ("propagated", cause.event, "Rae")
    assert (cause.how, cause.derived) == ("key", "")
    assert set(case.decisions.undo("Rae").changed) == set(case.search.family(head))
    assert case.status().tags == ()
    case.decisions.tag([head], "hot", "Rae", "key")
    case.decisions.untag([head], "hot", "Omar", "key")
    assert case.status().tags == ()
    assert all(check.held for check in case.verification.run())


def test_what_two_items_cause_stays_with_one_of_them(case: Case) -> None:
    rule(case, "hot", "family")
    head, left = one(case, "subject:plover"), one(case, "file:left.txt")
    case.decisions.tag([head, left], "hot", "Rae", "key")
    assert case.decisions.untag([head], "hot", "Rae", "key").derived == ()
    assert set(case.search.run("tag:hot").nos) == {left, one(case, "file:right.txt")}


def test_what_only_followed_is_no_decision_to_be_left_alone(case: Case) -> None:
    rule(case, "relevant", "family")
    head, left = one(case, "subject:plover"), one(case, "file:left.txt")
    case.decisions.tag([head], "relevant", "Omar", "key")
    foreseen = case.decisions.preview([head, left], "not-relevant", leave_decided=True)
    assert (foreseen.changed, foreseen.left_alone) == (1, 1)
    assert case.decisions.tag([head, left], "not-relevant", "Rae", "key", leave_decided=True).changed == (left,)


def test_a_persons_own_decision_is_kept_and_said(case: Case) -> None:
    rule(case, "relevant", "family")
    head, left, right = one(case, "subject:plover"), one(case, "file:left.txt"), one(case, "file:right.txt")
    case.decisions.tag([left], "not-relevant", "Omar", "key")
    case.decisions.tag([right], "relevant", "Omar", "key")
    case.decisions.untag([right], "relevant", "Omar", "key")
    foreseen = case.decisions.preview([head], "relevant")
    assert (foreseen.changed, foreseen.already, foreseen.propagated, foreseen.replaced) == (1, 0, 0, 0)
    assert [(c.no, c.action, c.tag, c.reviewer, c.kept) for c in foreseen.conflicts] == [
        (left, "tag", "not-relevant", "Omar", True),
        (right, "untag", "relevant", "Omar", True),
    ]
    assert foreseen.reviewers == (("Omar", 2),) and foreseen.kept == 2
    receipt = case.decisions.tag([head], "relevant", "Rae", "key")
    assert receipt.kept == 2 and receipt.changed == (head,)
    assert tags(case, "file:left.txt") == ("not-relevant",) and tags(case, "file:right.txt") == ()


def test_a_derived_rival_gives_way(case: Case) -> None:
    rule(case, "relevant", "family")
    rule(case, "not-relevant", "family")
    head = one(case, "subject:plover")
    case.decisions.tag([head], "relevant", "Rae", "key")
    foreseen = case.decisions.preview([head], "not-relevant")
    assert (foreseen.changed, foreseen.propagated, foreseen.replaced) == (1, 2, 3)
    assert [(c.no, c.kept) for c in foreseen.conflicts] == [(head, False)]
    case.decisions.tag([head], "not-relevant", "Omar", "key")
    assert case.status().tags == (("not-relevant", 3),)
    case.decisions.undo("Omar")
    assert case.status().tags == (("relevant", 3),)
    right = case.decisions.history(one(case, "file:right.txt"))
    assert right[0].derived and not case.decisions.preview([head], "not-relevant").conflicts[1:], (
        "it is still a derived one"
    )


def test_a_mailbox_is_no_family(tmp_path: Path) -> None:
    box = b"".join(b"From x Tue May 02 10:20:30 2023\n" + mail(f"m{n}", message_id=f"<{n}@o.example>") for n in (1, 2))
    with case_of(tmp_path, {"dana/all.mbox": box}) as case:
        rule(case, "hot", "children")
        head = one(case, "type:mbox")
        assert case.decisions.preview([head], "hot").propagated == 0


def test_what_is_indexed_later_is_tagged_by_nobody_until_somebody_does(case: Case, tmp_path: Path) -> None:
    """A rule speaks of the items that are there: nobody has read those that come later."""
    rule(case, "hot", "duplicates")
    first = case.search.run("file:copy.txt").nos[0]
    case.decisions.tag([first], "hot", "Rae", "key")
    (tmp_path / "records" / "kim").mkdir()
    (tmp_path / "records" / "kim" / "late.txt").write_text("the same words")
    case.index()
    late = one(case, "file:late.txt")
    assert case.search.rows([late])[0].tags == () and case.decisions.history(late) == []
    assert late in case.search.duplicates(first) and late in case.search.run("is:untagged").nos
    assert case.decisions.preview(case.search.duplicates(first), "hot").changed == 1
    receipt = case.decisions.tag(case.search.duplicates(first), "hot", "Omar", "bulk")
    assert receipt.changed == (late,) and [d.how for d in case.decisions.history(late)] == ["bulk"]


# ---- copies


def with_copies(tmp_path: Path, **more: bytes) -> Case:
    plover = with_attachments("plover", "left")
    files: dict[str, bytes | str] = {f"{who}/plover.eml": plover for who in ("dana", "omar", "rae")}
    return case_of(tmp_path, {**files, "dana/heron.eml": with_attachments("heron", "left")})


def three(case: Case, part: str = "NOT is:attachment") -> tuple[ItemNo, ...]:
    return case.search.run(f"path:*plover.eml AND {part}").nos


def carried(case: Case, nos: tuple[ItemNo, ...]) -> list[tuple[str, ...]]:
    return [row.tags for row in case.search.rows(nos)]


def test_copies_are_coded_in_one_step_and_undone_in_one(tmp_path: Path) -> None:
    with with_copies(tmp_path) as case:
        mails, parts = three(case), three(case, "is:attachment")
        case.decisions.tag([mails[1]], "not-relevant", "Rae", "key")
        receipt = case.decisions.tag([mails[1]], "relevant", "Rae", "key", copies=True)
        assert (len(receipt.changed), receipt.copies, receipt.kept) == (3, 2, 0)
        assert carried(case, mails) == [("relevant",)] * 3 and carried(case, parts) == [()] * 3
        assert case.decisions.history(mails[0])[-1].derived, "it is told that this one followed"
        assert not case.search.run("is:disputed").nos and not case.reports.copies(mails)[mails[0]].undecided
        case.decisions.undo("Rae")
        assert carried(case, mails) == [(), ("not-relevant",), ()]
        foreseen = case.decisions.preview([parts[0]], "hot", copies=True)
        assert (foreseen.changed, foreseen.propagated, foreseen.copies) == (1, 2, 2)
        case.decisions.tag([parts[0]], "hot", "Rae", "key", copies=True)
        assert carried(case, parts) == [("hot",)] * 3
        assert [row.tags for row in case.search.rows(case.search.run("path:*heron.eml").nos)] == [(), ()]
        removed = case.decisions.untag([parts[2]], "hot", "Rae", "key", copies=True)
        assert (len(removed.changed), removed.copies) == (3, 2) and carried(case, parts) == [()] * 3
        assert all(check.held for check in case.verification.run())


def test_copies_follow_whom_a_rule_leads_to(tmp_path: Path) -> None:
    with with_copies(tmp_path) as case:
        rule(case, "hot", "family")
        mails, parts = three(case), three(case, "is:attachment")
        receipt = case.decisions.tag([mails[0]], "hot", "Rae", "key", copies=True)
        assert carried(case, (*mails, *parts)) == [("hot",)] * 6 and (len(receipt.derived), receipt.copies) == (5, 4)
        case.decisions.untag([mails[0]], "hot", "Rae", "key", copies=True)
        assert carried(case, (*mails, *parts)) == [()] * 6


def test_another_persons_word_on_a_copy_stays_and_is_disputed(tmp_path: Path) -> None:
    with with_copies(tmp_path) as case:
        mails = three(case)
        case.decisions.tag([mails[2]], "not-relevant", "Omar", "key")
        receipt = case.decisions.tag([mails[0]], "relevant", "Rae", "key", copies=True)
        assert (len(receipt.changed), receipt.kept) == (2, 1)
        assert carried(case, mails) == [("relevant",), ("relevant",), ("not-relevant",)]
        assert case.search.run("is:disputed").nos == mails and case.status().disputed == 3
        assert case.team.progress().disputed.items == 3
        assert all(copies.disputed for copies in case.reports.copies(mails).values())
        case.decisions.tag([mails[0]], "unsure", "Rae", "key", copies=True)
        assert carried(case, mails) == [("unsure",), ("unsure",), ("not-relevant",)], "one's own word is changed"
        case.decisions.untag([mails[1]], "unsure", "Rae", "key", copies=True)
        assert carried(case, mails) == [(), (), ("not-relevant",)] and case.status().disputed == 3
        case.decisions.tag([mails[2]], "not-relevant", "Rae", "key", copies=True)
        assert carried(case, mails) == [("not-relevant",)] * 3
        for _ in range(2):
            case.decisions.undo("Rae")
        assert case.status().disputed == 3, "worked out anew where somebody decided"
        case.decisions.undo("Omar")
        assert carried(case, mails) == [("unsure",), ("unsure",), ()] and not case.status().disputed


def test_a_copy_that_came_later_is_told_and_coded_with_the_next_key(tmp_path: Path) -> None:
    with with_copies(tmp_path) as case:
        mails = three(case)
        case.decisions.tag([mails[0]], "relevant", "Rae", "key", copies=True)
        (tmp_path / "records" / "omar" / "late.eml").write_bytes(with_attachments("plover", "left"))
        case.index()
        late = one(case, "path:*late.eml AND NOT is:attachment")
        copies = case.reports.copies([mails[0]])[mails[0]]
        assert (len(copies.nos), copies.undecided, copies.disputed) == (4, 1, False)
        assert carried(case, (late,)) == [()], "nobody has read it"
        receipt = case.decisions.tag([mails[0]], "relevant", "Rae", "key", copies=True)
        assert (receipt.changed, receipt.derived, receipt.copies) == ((mails[0], late), (late,), 1)
        assert case.reports.copies([late])[late].undecided == 0
        assert case.decisions.history(late)[0].derived == case.decisions.history(mails[0])[-1].event
        case.decisions.undo("Rae")
        assert carried(case, (*mails, late)) == [("relevant",)] * 3 + [()]
