"""Further columns of a list: each says what its items have, for a page at a time and in one statement."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from tests.records import case_of, mail
from triage.case import Case
from triage.model.items import ItemNo
from triage.model.tags import Copies, RowColumns
from triage.model.team import READING
from triage.store.saved import pack, unpack

ALL = frozenset({"to", "hits", "copies", "pages", "thread", "reviewers"})


def _tiff(pages: int) -> bytes:
    drawn, first = BytesIO(), Image.new("1", (40, 40), 1)
    first.save(drawn, "TIFF", save_all=True, append_images=[Image.new("1", (40, 40), 1)] * (pages - 1))
    return drawn.getvalue()


def _made(folder: Path) -> Case:
    answer = mail("Re: heron", "heron heron egret\n", message_id="<2@x>", more="In-Reply-To: <1@x>\n")
    return case_of(
        folder,
        {
            "dana/a.eml": mail("heron", "heron\n", message_id="<1@x>", to="Omar <omar@x.example>, Rae <rae@x.example>"),
            "omar/b.eml": answer,
            "dana/b.eml": answer,
            "dana/plan.tiff": _tiff(3),
            "dana/secret.eml": mail("heron secret", "heron\n", to="Zoe <zoe@x.example>"),
        },
    )


def _one(case: Case, query: str) -> ItemNo:
    (no,) = case.search.run(query).nos
    return no


def test_each_column_says_what_its_items_have(tmp_path: Path) -> None:
    with _made(tmp_path) as case:
        first, tiff = _one(case, "message-id:1@x NOT egret"), _one(case, "file:plan.tiff")
        answers = case.search.run("egret").nos
        case.decisions.tag([first], "hot", "Rae", "key")
        case.decisions.note(first, "look", "Omar", "key")
        case.decisions.tag([answers[0]], "hot", "Rae", "key")
        case.decisions.undo("Rae")
        read = {row.no: row for row in case.reports.columns(case.search.run("").nos, ALL, "heron")}
        assert read[first] == RowColumns(
            first, "Omar <omar@x.example>, Rae <rae@x.example>", "Omar, Rae", hits=2, thread=3
        )
        copies = Copies(answers, (("dana", 1), ("omar", 1)))
        assert [(read[no].hits, read[no].copies, read[no].thread, read[no].reviewers) for no in answers] == [
            (3, copies, 3, ""),
            (3, copies, 3, ""),
        ]
        assert read[tiff].pages == 3
        assert {len(case.search.run(f"thread:{row.id}").nos) for row in case.search.rows([first, *answers])} == {3}
        assert case.reports.columns([first], ["to"]) == [RowColumns(first, read[first].to)]


def test_nothing_is_told_of_a_sealed_item_or_of_decisions_in_a_blind_sample(tmp_path: Path) -> None:
    with _made(tmp_path) as case:
        secret = _one(case, "secret")
        case.decisions.tag([secret], "hot", "Rae", "key")
        case.decisions.seal([secret], "slip", "Rae", "key")
        (row,) = case.reports.columns([secret], ALL, "heron")
        assert (row.to, row.hits, row.pages, row.thread, row.reviewers) == ("", 0, 0, 0, "Rae")
        case.search.blind = True
        assert case.reports.columns([secret], ALL, "heron")[0].reviewers == ""


def test_a_list_is_sorted_by_recipient_path_and_attachments(tmp_path: Path) -> None:
    with _made(tmp_path) as case:
        nos = case.search.run("").nos
        secret = _one(case, "secret")
        case.decisions.seal([secret], "slip", "Rae", "key")
        by_path = [row.path for row in case.search.rows(case.search.sorted(nos, "path"))]
        named = f"[sealed {case.search.item(secret).row.id[:10]}]"
        assert by_path == [*sorted(by_path[:-1]), named], "a sealed item has no path to sort by, and comes last"
        assert case.search.sorted(nos, "to")[0] == case.search.sorted(nos, "to", descending=True)[2]
        assert case.search.sorted(nos, "attachments") == list(nos)


# Tests of triage.store.audit_log: what was written to a case since an earlier look, by whichever process.

FILES: dict[str, bytes | str] = {"dana/1.eml": mail("One", "alpha"), "dana/2.txt": "beta"}


def test_what_others_decide_and_index_is_seen_once(tmp_path: Path) -> None:
    with case_of(tmp_path, FILES) as case, Case.open(case.path) as other:
        seen = other.team.changes(None)
        assert not seen.actions and not other.team.changes(seen).actions
        nos = case.search.run("*").nos
        case.decisions.tag(nos, "hot", "Rae", "bulk")
        case.decisions.note(nos[0], "Look here", "Rae", "key")
        changes = other.team.changes(seen)
        assert (changes.actions, changes.decided) == ({"tag", "note"}, nos)
        assert not other.team.changes(changes).decided
        case.decisions.undo("Rae")
        assert other.team.changes(changes).decided == nos[:1]
        seen = other.team.changes(None)
        (Path(case.scope.policy.allow[0].path) / "dana" / "3.txt").write_text("gamma")
        case.index()
        changes = other.team.changes(seen)
        assert not changes.decided and changes.actions >= READING - {"source-failed", "sources-missing"}


# Tests of packed item numbers.


@given(st.sets(st.integers(1, 2**32 - 1)))
def test_numbers_come_back_as_they_were(numbers: set[int]) -> None:
    assert unpack(pack(map(ItemNo, numbers))) == sorted(numbers)


def test_many_numbers_take_little_room() -> None:
    assert len(pack(ItemNo(n) for n in range(1, 200_000))) < 2_000
