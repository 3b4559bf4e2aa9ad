"""Tests of triage.store.relations: copies go by families, follow the case, and nothing that is gone is one."""

from __future__ import annotations

from collections.abc import Iterator
from email.message import EmailMessage
from itertools import chain
from pathlib import Path

import pytest

from tests.records import case_of, mail, zipped
from triage.case import Case
from triage.errors import CaseError
from triage.model.items import ItemNo
from triage.model.leaving import COPIES, FAMILY, NOTHING, THREAD
from triage.model.tags import Copies
from triage.parsers import PARSERS
from triage.store.relations import ARCHIVES, CopyGroups, belonging, copy_groups


def with_logo(subject: str, *more: str) -> bytes:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "dana@orrin.example", "omar@orrin.example", subject
    message["Date"], message["Message-ID"] = "Tue, 02 May 2023 10:20:30 +0200", f"<{subject}@orrin.example>"
    message.set_content(f"the {subject} mail")
    for name in ("logo", *more):
        message.add_attachment("the company's logo", filename=f"{name}.txt")
    return message.as_bytes()


FILES: dict[str, bytes | str] = {
    "dana/plover.eml": with_logo("plover", "logo-again"),
    "omar/plover.eml": with_logo("plover", "logo-again"),
    "rae/plover.eml": with_logo("plover", "logo-again"),
    "dana/heron.eml": with_logo("heron"),
    "omar/logo.txt": "the company's logo",
    "rae/logo.txt": "the company's logo",
    "dana/other.eml": mail("other", "another mail"),
}


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Case]:
    with case_of(tmp_path_factory.mktemp("relations"), FILES) as made:
        yield made


def paths(case: Case, nos: tuple[ItemNo, ...]) -> list[str]:
    items = [case.search.item(no) for no in nos]
    return sorted(f"{item.path}#{item.member}".rstrip("#") for item in items)


def one(case: Case, path: str) -> ItemNo:
    place, _, member = path.partition("#")
    return next(no for no in case.search.run(f'path:"{place}"').nos if case.search.item(no).member == member)


def copies_of(case: Case, path: str) -> list[str]:
    return paths(case, copy_groups(case._opened.store).of(one(case, path)))


def test_an_attachment_is_a_copy_only_together_with_its_mail(case: Case) -> None:
    people = ("dana", "omar", "rae")
    assert copies_of(case, "omar/plover.eml") == [f"{who}/plover.eml" for who in people]
    for part in "01":
        assert copies_of(case, f"rae/plover.eml#{part}") == [f"{who}/plover.eml#{part}" for who in people]
    assert copies_of(case, "dana/heron.eml#0") == ["dana/heron.eml#0"], "the same logo in another mail"
    assert copies_of(case, "omar/logo.txt") == ["omar/logo.txt", "rae/logo.txt"], "and as a file of its own"
    assert len(case.search.duplicates(one(case, "dana/heron.eml#0"))) == 7


def completed(case: Case, rule: str, *found: str) -> dict[str, str]:
    """Return the places of what belongs to the items at these places, each with the place of the one it belongs to."""
    more = belonging(case._opened.store, [one(case, path) for path in found], rule)
    return {paths(case, (no,))[0]: paths(case, (cause,))[0] for no, cause in more.items()}


def test_what_belongs_to_items_completes_families(case: Case) -> None:
    whole = {"dana/plover.eml": "dana/plover.eml#1", "dana/plover.eml#0": "dana/plover.eml#1"}
    assert completed(case, FAMILY, "dana/plover.eml#1") == whole
    assert completed(case, FAMILY, "dana/plover.eml", "dana/plover.eml#0", "omar/logo.txt") == {
        "dana/plover.eml#1": "dana/plover.eml"
    }
    assert completed(case, NOTHING, "dana/plover.eml#1") == {}
    assert completed(case, FAMILY) == completed(case, COPIES) == completed(case, THREAD) == {}


def test_copies_and_conversations_are_completed_with_families(case: Case) -> None:
    parts = ("", "#0", "#1")
    copies = {f"{who}/plover.eml{part}" for who in ("dana", "omar", "rae") for part in parts} - {"omar/plover.eml"}
    assert completed(case, COPIES, "omar/plover.eml") == dict.fromkeys(copies, "omar/plover.eml")
    assert completed(case, COPIES, "omar/logo.txt") == {"rae/logo.txt": "omar/logo.txt"}
    assert completed(case, THREAD, "omar/plover.eml").keys() == copies, "copies are messages of one conversation"


def test_what_a_loose_archive_holds_stands_for_itself(tmp_path: Path) -> None:
    plover, heron = with_logo("plover"), with_logo("heron")
    inner = zipped(tmp_path / "inner.zip", {"p.eml": plover, "note.txt": b"a note on gannets"}).read_bytes()
    attached = EmailMessage()
    attached["From"], attached["Subject"], attached["Message-ID"] = "dana@orrin.example", "files", "<z@orrin.example>"
    attached.set_content("the files")
    attached.add_attachment(inner, "application", "zip", filename="inner.zip")
    outer = {"2023/h.eml": heron, "2023/p.eml": plover, "more/inner.zip": inner, "again.eml": plover}
    files: dict[str, bytes | str] = {
        "dana/outer.zip": zipped(tmp_path / "outer.zip", outer).read_bytes(),
        "omar/plover.eml": plover,
        "omar/note.txt": "a note on gannets",
        "rae/attached.eml": bytes(attached),
    }
    with case_of(tmp_path, files) as case:
        everywhere = ["dana/outer.zip#1", "dana/outer.zip#2.0", "dana/outer.zip#3", "omar/plover.eml"]
        assert copies_of(case, "omar/plover.eml") == everywhere
        assert copies_of(case, "dana/outer.zip#2.0.0") == [
            f"{place}.0" if "#" in place else f"{place}#0" for place in everywhere
        ]
        assert copies_of(case, "omar/note.txt") == ["dana/outer.zip#2.1", "omar/note.txt"]
        assert copies_of(case, "dana/outer.zip#0") == ["dana/outer.zip#0"], "no other has it"
        within = "rae/attached.eml#0.0"
        assert copies_of(case, within) == [within], "what is attached in an archive belongs to its mail"
        assert completed(case, FAMILY, "dana/outer.zip#1.0") == {"dana/outer.zip#1": "dana/outer.zip#1.0"}
        assert completed(case, FAMILY, "dana/outer.zip") == {}, "an archive holds its members anyway"
        assert completed(case, FAMILY, "rae/attached.eml#0.1").keys() == {
            f"rae/attached.eml{part}" for part in ("", "#0", "#0.0", "#0.0.0")
        }


def test_each_type_of_archive_is_known() -> None:
    of_archives = (one.types for one in PARSERS if one.parse.__module__.startswith("triage.parsers.archives."))
    assert set(ARCHIVES) == set(chain.from_iterable(of_archives))


def test_a_list_has_one_of_each_copy_in_its_own_order(case: Case) -> None:
    everything = case.search.run("")
    assert everything.distinct is None and len(everything.order) == 14
    once = case.search.run("", sort="custodian", descending=True, collapse=True)
    assert once.nos == everything.nos and once.total == 14 and once.distinct == len(once.order) == 7
    whose = [row.custodian for row in case.search.rows(once.order)]
    assert whose == ["rae"] * 4 + ["dana"] * 3, "the first of each in the order asked"
    dana = case.search.run("custodian:dana", collapse=True)
    assert dana.order == dana.nos, "what stands for the copies is among the items found"
    omar = one(case, "omar/plover.eml")
    kept = case.search.run("", sort="custodian", collapse=True, keep=omar).order
    assert omar in kept and len(kept) == 7
    assert [row.custodian for row in case.search.rows(kept)] == sorted(row.custodian for row in case.search.rows(kept))
    stranger = case.search.run("custodian:dana", collapse=True, keep=omar)
    assert stranger.order == dana.order, "what wasn't found isn't listed"


def test_who_has_the_copies(case: Case) -> None:
    plover, alone = one(case, "dana/plover.eml"), one(case, "dana/other.eml")
    copies = case.reports.copies([plover, alone])
    holders = (("dana", 1), ("omar", 1), ("rae", 1))
    assert copies == {plover: Copies(copy_groups(case._opened.store).of(plover), holders)}


def test_past_and_sealed_items_are_nobodys_copies(tmp_path: Path) -> None:
    with case_of(tmp_path, FILES) as case:
        groups = copy_groups(case._opened.store)
        case.decisions.tag([one(case, "dana/other.eml")], "hot", "Rae", "key")
        assert copy_groups(case._opened.store) is groups, "a decision changes nothing about copies"
        plover = one(case, "dana/plover.eml")
        (tmp_path / "records" / "rae" / "plover.eml").unlink()
        (tmp_path / "records" / "omar" / "more.eml").write_bytes(with_logo("plover", "logo-again"))
        case.index()
        assert copies_of(case, "dana/plover.eml") == ["dana/plover.eml", "omar/more.eml", "omar/plover.eml"]
        with Case.open(case.path, read_only=True) as other:
            store = other._opened.store
            assert copy_groups(store) is copy_groups(case._opened.store), "one answer for all connections"
        part = one(case, "omar/plover.eml#0")
        case.decisions.seal([plover], "by mistake", "Rae", "key")
        assert copy_groups(case._opened.store).of(part) == (part,)


def test_what_is_undone_by_an_error_leaves_nothing_behind(tmp_path: Path) -> None:
    with case_of(tmp_path, FILES) as case:
        store, before = case._opened.store, copies_of(case, "dana/plover.eml")
        with pytest.raises(CaseError), store.change("Rae", "anything"):
            store.db.execute("INSERT INTO past SELECT n FROM item")
            copy_groups(store)
            raise CaseError("disk-full", path="case.db")
        assert copies_of(case, "dana/plover.eml") == before


def test_a_case_without_copies() -> None:
    groups = CopyGroups((), 3)
    nos = (ItemNo(3), ItemNo(1))
    assert groups.collapse(nos) == nos and groups.collapse(()) == () and groups.of(ItemNo(2)) == (2,)
