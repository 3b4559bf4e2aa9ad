"""Only what was shown before a decision is read, and only what was read in the suggested order tells of recall."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from tests.records import case_of, mail
from triage.case import Case
from triage.cli import main
from triage.model.items import ItemNo, ListedPlace
from triage.model.reports import ReviewCurve

WHO = "Rae Counsel"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case of 240 different mails in one mailbox, 24 of them about a heron, and two exact copies of a mail."""
    mails = [mail("Note", f"{'heron' if at < 24 else 'lunch'} only{at}", message_id=f"<{at}@x>") for at in range(240)]
    box = b"".join(b"From a@orrin.example Tue May  2 10:20:30 2023\n" + one + b"\n\n" for one in mails)
    twin = mail("Twin", "egret", message_id="<twin@x>")
    with case_of(tmp_path_factory.mktemp("shown"), {"box.mbox": box, "a.eml": twin, "b.eml": twin}) as case:
        return case.path


@pytest.fixture
def case(made: Path, tmp_path: Path) -> Iterator[Case]:
    shutil.copytree(made, tmp_path / "case")
    with Case.open(tmp_path / "case") as opened:
        yield opened


def found(case: Case, query: str) -> tuple[ItemNo, ...]:
    return case.search.run(query).nos


def show(case: Case, no: ItemNo, who: str = WHO, place: int = 0, skipped: int = 0, query: str = "") -> None:
    where = ListedPlace(place, skipped, query, found(case, query)[-1]) if place else None
    case.search.showing(case.search.item(no), who, where)


def curve(case: Case) -> ReviewCurve:
    return case.reports.insight.ordering.review(found(case, ""))


def code_by_queries(case: Case) -> None:
    for tag, query in (("relevant", "heron"), ("not-relevant", "lunch"), ("not-relevant", "egret")):
        assert main(["tag", str(case.path), tag, "--query", query, "--reviewer", WHO]) == 0


def test_tagging_by_queries_reads_nothing_and_proves_no_recall(case: Case, capsys: pytest.CaptureFixture[str]) -> None:
    code_by_queries(case)
    now = curve(case)
    assert (now.read, now.in_order, now.coded, now.p, now.enough) == (0, 0, 241, None, False)
    for command, words in (
        (["status"], "242 items tagged, 0 of them read"),
        (["status", "--review"], "0 of these were read"),
    ):
        main([*command, str(case.path)])
        assert words in capsys.readouterr().out


@pytest.mark.nightly
def test_each_surface_says_that_what_is_coded_was_not_read(
    case: Case, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code_by_queries(case)
    for command in ("order", "coverage"):
        capsys.readouterr()
        assert main([command, str(case.path)]) == 0
        out = capsys.readouterr().out
        assert "Read: 0 of 242 items" in out and "Coded: 241 more" in out and "most likely reached" not in out
    case.export.bundle(tmp_path / "out", "tag:relevant", WHO)
    report = (tmp_path / "out" / "report.html").read_text("utf-8")
    assert "Read: 0 of 242 items" in report and "of 242 coded items 0 were read" in report


def test_a_decision_counts_where_the_item_was_shown_to_its_reviewer_before(case: Case) -> None:
    first, second, third, fourth = found(case, "heron")[:4]
    show(case, first)
    show(case, second, "Omar Said")
    show(case, fourth, f"  {WHO.replace(' ', '  ')} ")
    case.decisions.tag([first, second, third, fourth], "relevant", WHO, "bulk")
    show(case, third)
    assert (curve(case).read, curve(case).coded, case.status(shown=True).read) == (2, 2, 2), (
        "not to another, nor afterwards"
    )
    case.decisions.untag([third], "relevant", WHO, "key")
    case.decisions.tag([third], "relevant", WHO, "key")
    assert (curve(case).read, curve(case).coded, case.status(shown=True).read) == (3, 1, 3)


def test_an_exact_copy_that_was_shown_will_do(case: Case) -> None:
    shown, coded = found(case, "egret")
    show(case, shown)
    case.decisions.tag([coded], "relevant", WHO, "key")
    assert (curve(case).read, curve(case).coded, case.status(shown=True).read) == (1, 0, 1)


def test_what_was_shown_in_a_view_of_the_original_counts_as_shown(case: Case) -> None:
    no = found(case, "egret")[0]
    case.originals.read_bytes(no, 0, 5, WHO)
    case.decisions.tag([no], "relevant", WHO, "key")
    assert (curve(case).read, curve(case).in_order) == (1, 0)


def test_recall_is_told_by_what_was_read_in_the_suggested_order_alone(case: Case) -> None:
    for place, no in enumerate((*found(case, "heron"), *found(case, "lunch")[:210]), 1):
        show(case, no, place=place)
        case.decisions.tag([no], "relevant" if place <= 24 else "not-relevant", WHO, "key")
    now = curve(case)
    assert (now.read, now.in_order, now.relevant, now.misses, now.coded) == (234, 234, 24, 210, 0) and now.enough
    assert "most likely reached" in "\n".join(now.sentences)


def test_an_item_down_the_order_or_read_elsewhere_at_last_doesnt_tell_of_recall(case: Case) -> None:
    top, skipping, elsewhere = found(case, "heron")[:3]
    show(case, top, place=1)
    show(case, skipping, place=200, skipped=150)
    show(case, elsewhere, place=2)
    show(case, elsewhere)
    case.decisions.tag([top, skipping, elsewhere], "relevant", WHO, "key")
    assert (curve(case).read, curve(case).in_order) == (3, 1)


def read_in_order(case: Case, nos: Iterable[ItemNo], tag: str, query: str) -> None:
    for place, no in enumerate(nos, 1):
        show(case, no, place=place, query=query)
        case.decisions.tag([no], tag, WHO, "key")


def test_the_order_of_some_items_tells_nothing_of_the_others(case: Case) -> None:
    read_in_order(case, found(case, "heron"), "relevant", "")
    read_in_order(case, found(case, "lunch")[:210], "not-relevant", "lunch")
    now = curve(case)
    assert (now.read, now.in_order, now.misses, now.enough) == (234, 24, 0, False), "two more were in no such list"
    of_lunch = case.reports.insight.ordering.review(found(case, "lunch"))
    assert (of_lunch.in_order, of_lunch.misses) == (210, 210)
    case.decisions.tag(found(case, "is:untagged"), "not-relevant", WHO, "bulk")
    assert curve(case).in_order == 234, "with all others decided on, that list had all that is left"


def test_the_order_of_what_was_left_untagged_is_that_of_the_whole(case: Case) -> None:
    read_in_order(case, found(case, "heron"), "relevant", "is:untagged")
    read_in_order(case, found(case, "lunch")[:210], "not-relevant", "is:untagged")
    assert (curve(case).in_order, curve(case).enough) == (234, True)


def test_what_was_indexed_later_was_not_in_the_order_that_was_read(made: Path, tmp_path: Path) -> None:
    with case_of(tmp_path, {"a.eml": mail("One", "heron", message_id="<1@x>")}) as case:
        read_in_order(case, found(case, ""), "relevant", "")
        assert curve(case).in_order == 1
        source = next(iter(case.scope.policy.allow)).path
        (Path(source) / "b.eml").write_bytes(mail("Two", "egret", message_id="<2@x>"))
        case.index()
        assert (curve(case).read, curve(case).in_order) == (1, 0)


def test_nothing_is_read_where_the_log_was_changed(case: Case) -> None:
    no = found(case, "heron")[0]
    show(case, no, place=1)
    case.decisions.tag([no], "relevant", WHO, "key")
    path = case.path / "shown.jsonl"
    path.write_bytes(path.read_bytes().replace(b'"place":1', b'"place":2'))
    with Case.open(case.path) as again:
        assert (curve(again).read, curve(again).coded, again.status(shown=True).read) == (0, 1, 0)
