"""Originals through the front door: each opening decided, recorded and anchored; nothing sealed, denied or changed."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import originals
from tests.records import case_of, zipped
from triage.case import Case
from triage.errors import CaseError
from triage.messages import render
from triage.model.items import ItemNo
from triage.model.previews import PageText
from triage.scope.ledger import looking, read, writing

pytestmark = pytest.mark.xdist_group("pool")
WHO = "Dana Levi"


@pytest.fixture(scope="module")
def indexed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case with an original of each kind, one of them inside a zip, one large, one denied."""
    base = tmp_path_factory.mktemp("viewing")
    (base / "records" / "dana").mkdir(parents=True)
    zipped(base / "records" / "dana" / "all.zip", {"inner.pdf": originals.pdf(3), "note.txt": b"osprey"})
    files: dict[str, bytes | str] = {
        "dana/two.pdf": originals.pdf(),
        "dana/large.pdf": originals.pdf() + b"\n%" + b"x" * (9 << 20),
        "dana/prices.xlsx": originals.workbook(),
        "dana/letter.docx": originals.document("heron"),
        "dana/mail.eml": originals.mail("<p>Blue <b>heron</b></p>"),
        "dana/plain.txt": "heron\n" * 40_000,
        "dana/customer.pdf": originals.pdf(),
    }
    case_of(base, files).close()
    return base


@pytest.fixture
def case(indexed: Path) -> Iterator[Case]:
    with Case.open(indexed / "case") as made:
        yield made


def numbered(case: Case, name: str) -> ItemNo:
    (no,) = case.search.run(f'file:"{name}"').nos
    return no


def events(case: Case) -> list[str]:
    path = case.path / "views.jsonl"
    return [str(line["e"]) for line in read(path)] if path.exists() else []


@pytest.mark.nightly
def test_pages_of_a_file_are_drawn_and_counted(case: Case) -> None:
    no = numbered(case, "two.pdf")
    page = case.originals.page(no, 1, 80, WHO)
    assert (page.pages, page.width, page.height, len(page.data)) == (2, 80, 120, 80 * 120 * 4)
    assert case.originals.page(no, 0, 16, WHO).pages == 2


@pytest.mark.nightly
def test_words_of_a_page_are_marked_where_they_are_drawn(case: Case) -> None:
    no = numbered(case, "two.pdf")
    marked = PageText("osprey2", ((0, 7, 4),))
    ((term, place, left, top, right, bottom),) = case.originals.page(no, 1, 200, WHO, marked=marked).marks
    assert (term, place) == (4, 0)
    assert 18 <= left <= 22 and 55 <= right <= 70 and 130 <= top < bottom <= 155
    assert case.originals.page(no, 0, 200, WHO, marked=marked).marks == ()


@pytest.mark.nightly
def test_a_member_of_a_container_and_a_large_file_are_drawn(case: Case) -> None:
    assert case.originals.page(numbered(case, "inner.pdf"), 0, 16, WHO).pages == 3
    assert case.originals.page(numbered(case, "large.pdf"), 0, 16, WHO).pages == 2


@pytest.mark.nightly
def test_rich_text_and_tables(case: Case) -> None:
    assert "<b>heron</b>" in case.originals.rich_text(numbered(case, "mail.eml"), WHO).parts[0]
    table = case.originals.table(numbered(case, "prices.xlsx"), 0, 0, WHO)
    assert table.sheets == (("Prices", False), ("Secret", True))
    assert table.rows[2][1] == "heron 1"
    assert table.hidden_rows == {2}
    found = case.originals.find_cells(numbered(case, "prices.xlsx"), ["HERON 1", "kept"], WHO)
    assert (found.places, found.more) == (((0, 2, 1), (1, 0, 0)), False)


def test_bytes_come_in_pieces_of_bounded_size(case: Case) -> None:
    no = numbered(case, "plain.txt")
    piece = case.originals.read_bytes(no, 6, 5, WHO)
    assert (piece.data, piece.start, piece.total) == (b"heron", 6, 240_000)
    assert case.originals.read_bytes(no, 239_999, 100, WHO).data == b"\n"
    assert case.originals.read_bytes(no, 1 << 40, 100, WHO).data == b""
    large = case.originals.read_bytes(numbered(case, "large.pdf"), 0, 1 << 30, WHO)
    assert len(large.data) == 1 << 20
    assert large.total > 9 << 20


def test_each_opening_is_in_the_ledger_and_in_the_audit_once(case: Case) -> None:
    before = len(events(case))
    no = numbered(case, "two.pdf")
    for page in (0, 1, 0):
        case.originals.page(no, page, 50, WHO)
    assert events(case)[before:] == ["view", "scope", "decide", "open", "close"]
    lines = list(read(case.path / "views.jsonl"))[before:]
    assert (lines[0]["by"], lines[0]["item"]) == (WHO, case.search.item(no).row.id)
    assert lines[2]["f"] == "mail:dana/two.pdf"
    actor, detail = case._opened.store.rows(
        "SELECT actor, detail FROM audit WHERE action='view' ORDER BY seq DESC LIMIT 1"
    )[0]
    assert actor == WHO
    assert lines[-1]["h"] in detail
    assert all(check.held for check in case.verification.run())
    assert any(
        check.name == "originals shown" and "each source was opened" in render(check.message)
        for check in case.verification.run()
    )


def test_a_ledger_of_views_that_was_cut_is_found(indexed: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(indexed / "case", tmp_path / "case"))
    with Case.open(copy) as case:
        case.originals.page(numbered(case, "two.pdf"), 0, 50, WHO)
        lines = (copy / "views.jsonl").read_text().splitlines(keepends=True)
        (copy / "views.jsonl").write_text("".join(lines[:-1]))
        (failed,) = [check for check in case.verification.run() if not check.held]
        assert failed.name == "originals shown"
        assert "cut off" in render(failed.message)


def test_people_look_at_originals_while_the_case_is_indexed(case: Case) -> None:
    with writing(case.path):
        assert case.originals.page(numbered(case, "two.pdf"), 0, 16, WHO).pages == 2


def test_two_who_open_at_once_take_turns(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("triage.scope.ledger._PATIENCE", 0.1)
    with looking(case.path), pytest.raises(CaseError, match="Try again in a moment"):
        case.originals.page(numbered(case, "two.pdf"), 0, 16, WHO)


def test_a_log_of_views_that_can_t_be_written_is_told(tmp_path: Path) -> None:
    with case_of(tmp_path, {"dana/plain.txt": "heron"}) as case:
        (case.path / "views.jsonl").mkdir()
        with pytest.raises(CaseError, match=r"views\.jsonl"):
            case.originals.read_bytes(numbered(case, "plain.txt"), 0, 10, WHO)


def test_an_original_whose_drive_fails_is_told(case: Case, tmp_path: Path) -> None:
    no = numbered(case, "large.pdf")
    case.originals.read_bytes(no, 0, 1, WHO)
    assert case.originals._holder is not None
    held = case.originals._holder._at_hand
    held.close()
    held.fd = os.open(tmp_path, os.O_RDONLY)  # reading a folder fails as a drive that is gone does
    with pytest.raises(CaseError, match=r"large\.pdf.*Is a directory"):
        case.originals.read_bytes(no, 0, 1, WHO)


def test_a_denied_original_is_not_opened_any_more(indexed: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(indexed / "case", tmp_path / "case"))
    scope = copy / "scope.toml"
    scope.write_text(scope.read_text() + '\n[[deny]]\nid = "customers"\nglob = "**/customer*"\nreason = "contract"\n')
    with Case.open(copy) as case:
        before = len(events(case))
        with pytest.raises(CaseError, match=r"denied by scope\.toml"):
            case.originals.read_bytes(numbered(case, "customer.pdf"), 0, 10, WHO)
        assert events(case)[before:] == ["view", "scope", "decide"]


def test_an_original_that_changed_or_went_is_not_shown(tmp_path: Path) -> None:
    with case_of(tmp_path, {"dana/a.pdf": originals.pdf(), "dana/b.pdf": originals.pdf(3)}) as case:
        (tmp_path / "records/dana/a.pdf").write_bytes(originals.pdf(1))
        os.unlink(tmp_path / "records/dana/b.pdf")  # noqa: PTH108
        with pytest.raises(CaseError, match="has changed since it was indexed"):
            case.originals.page(numbered(case, "a.pdf"), 0, 50, WHO)
        with pytest.raises(CaseError, match="can't be shown"):
            case.originals.page(numbered(case, "b.pdf"), 0, 50, WHO)


def test_a_sealed_original_stays_closed_also_inside_what_holds_it(tmp_path: Path) -> None:
    (tmp_path / "records" / "dana").mkdir(parents=True)
    zipped(tmp_path / "records" / "dana" / "all.zip", {"inner.pdf": originals.pdf(3)})
    with case_of(tmp_path, {}) as case:
        inner, outer = numbered(case, "inner.pdf"), numbered(case, "all.zip")
        case.originals.page(inner, 0, 50, WHO)
        case.decisions.seal([inner], "customer's drawing", WHO, "key")
        before = len(events(case))
        for no in (inner, outer):
            with pytest.raises(CaseError, match="sealed"):
                case.originals.read_bytes(no, 0, 10, WHO)
            with pytest.raises(CaseError, match="sealed"):
                case.originals.page(no, 0, 50, WHO)
        assert len(events(case)) == before


def test_documents_have_pages_only_where_the_setting_says_so(case: Case) -> None:
    with pytest.raises(CaseError, match="office_pages = 1"):
        case.originals.page(numbered(case, "letter.docx"), 0, 50, WHO)


@pytest.mark.xdist_group("pool")
@pytest.mark.nightly
def test_documents_have_pages_by_an_office(indexed: Path, tmp_path: Path) -> None:
    from triage.sandbox.render import libreoffice

    if not libreoffice.office_program():
        pytest.skip("LibreOffice isn't installed")
    copy = Path(shutil.copytree(indexed / "case", tmp_path / "case"))
    (copy / "settings.toml").write_text("office_pages = 1\n")
    with Case.open(copy) as case:
        page = case.originals.page(numbered(case, "letter.docx"), 0, 800, WHO)
        assert (page.pages, page.width) == (1, 800)
        assert any(page.data[at] < 100 for at in range(0, len(page.data), 4)), "the page is blank"


def test_what_can_t_be_drawn_is_said(case: Case) -> None:
    with pytest.raises(CaseError, match="can't be drawn"):
        case.originals.page(numbered(case, "plain.txt"), 0, 50, WHO)
    with pytest.raises(CaseError, match="no item number"):
        case.originals.read_bytes(ItemNo(9999), 0, 10, WHO)


def opens_of(case: Case, path: str) -> int:
    lines = read(case.path / "views.jsonl")
    return sum(line["e"] == "open" and line["f"] == f"mail:{path}" for line in lines)


@pytest.fixture
def boxed(tmp_path: Path) -> Iterator[Case]:
    (tmp_path / "records" / "dana").mkdir(parents=True)
    zipped(tmp_path / "records" / "dana" / "all.zip", {f"{n}.txt": f"osprey {n}".encode() for n in range(5)})
    with case_of(tmp_path, {}) as made:
        yield made
        made.originals.close()


def seen(case: Case, name: str) -> bytes:
    return case.originals.read_bytes(numbered(case, name), 0, 100, WHO).data


def test_a_container_stays_open_between_items_that_are_looked_at(boxed: Case) -> None:
    assert [seen(boxed, f"{n}.txt") for n in (3, 0, 4, 3)] == [b"osprey 3", b"osprey 0", b"osprey 4", b"osprey 3"]
    assert opens_of(boxed, "dana/all.zip") == 1
    assert events(boxed).count("view") == 4
    assert all(check.held for check in boxed.verification.run())


def test_a_container_that_was_touched_is_opened_and_hashed_again(boxed: Case, tmp_path: Path) -> None:
    path = tmp_path / "records" / "dana" / "all.zip"
    assert seen(boxed, "1.txt") == b"osprey 1"
    os.utime(path, ns=(1, 1))
    assert seen(boxed, "1.txt") == b"osprey 1"
    assert opens_of(boxed, "dana/all.zip") == 2
    shutil.copyfile(path, path.with_suffix(".new"))
    os.replace(path.with_suffix(".new"), path)  # noqa: PTH105
    assert seen(boxed, "2.txt") == b"osprey 2"
    assert opens_of(boxed, "dana/all.zip") == 3
    zipped(path, {"0.txt": b"osprey 0", "1.txt": b"heron", "2.txt": b"osprey 2"})
    assert seen(boxed, "2.txt") == b"osprey 2"
    with pytest.raises(CaseError, match="has changed since it was indexed"):
        seen(boxed, "1.txt")
    with pytest.raises(CaseError, match="no longer contains it"):
        seen(boxed, "4.txt")
    path.unlink()
    with pytest.raises(CaseError, match="can't be shown"):
        seen(boxed, "2.txt")


def test_an_original_at_hand_is_closed_by_a_change_of_the_scope(boxed: Case) -> None:
    scope = boxed.path / "scope.toml"
    text = scope.read_text("utf-8")
    assert seen(boxed, "1.txt") == b"osprey 1"
    scope.write_text(text.replace("a test", "another purpose"), "utf-8")
    assert seen(boxed, "1.txt") == b"osprey 1"
    assert opens_of(boxed, "dana/all.zip") == 2
    scope.write_text(text + '\n[[deny]]\nid = "zips"\nglob = "*.zip"\nreason = "contract"\n', "utf-8")
    for name in ("1.txt", "2.txt", "1.txt"):
        with pytest.raises(CaseError, match=r"denied by scope\.toml"):
            seen(boxed, name)
    assert opens_of(boxed, "dana/all.zip") == 2
