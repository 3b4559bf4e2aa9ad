"""Tests of triage.indexing.identify: a moved or renamed file is the same item at a new place."""

from __future__ import annotations

import dataclasses
import os
import shutil
from pathlib import Path

from tests.records import case_of, mail, scope, write
from tests.store.test_past import FILES, one, sound
from tests.writers.package import zipped as zip_of
from triage.case import Allow, Case, Policy
from triage.model.items import Item
from triage.scope import policy


def place(case: Case, query: str) -> tuple[str, str, str]:
    row = case.search.rows([one(case, query)])[0]
    return row.name, row.path, row.custodian


def test_a_renamed_file_keeps_its_id_and_decisions(tmp_path: Path) -> None:
    with case_of(tmp_path, FILES) as case:
        plan = one(case, "plan")
        before = case.search.item(plan)
        case.decisions.tag([plan], "relevant", "Rae", "key")
        case.decisions.note(plan, "see this", "Rae", "key")
        root = tmp_path / "records"
        (root / "dana/plan.txt").rename(root / "omar/plan b.txt")
        report = case.index()
        assert (report.moved, report.indexed, report.unchanged, report.vanished, report.items) == (1, 0, 3, 0, 0)
        assert place(case, "tag:relevant AND has:note") == ("plan b.txt", "omar/plan b.txt", "omar")
        after = case.search.item(one(case, "file:b"))
        assert after.row.id == before.row.id and after.segments == before.segments and after.row.no == plan
        assert case.search.run('file:"dana plan" OR is:vanished OR custodian:dana AND plan').total == 0
        sound(case)
        exported = case.export.bundle(tmp_path / "out", "tag:relevant", "Rae")
        assert exported.natives == 1, "the original is at the new place"
        assert case.index().unchanged == 4


def test_a_renamed_folder_takes_all_along_and_its_problems(tmp_path: Path) -> None:
    files: dict[str, bytes | str] = {**FILES, "dana/odd.zip": b"PK\x03\x04" + bytes(40), "dana/in/empty.txt": ""}
    with case_of(tmp_path, files) as case:
        problems = [(p.code, p.item) for p in case.reports.problems()]
        (tmp_path / "records/dana").rename(tmp_path / "records/zoe")
        assert case.index().moved == 4
        assert [(p.code, p.item) for p in case.reports.problems()] == problems
        assert {p.path.split("/")[0] for p in case.reports.problems()} == {"zoe"}
        assert case.status().custodians == (("zoe", 4), ("omar", 2)) and case.status().items == 6
        sound(case)


def test_what_comes_to_a_place_that_was_left_is_another_item(tmp_path: Path) -> None:
    files: dict[str, bytes | str] = {"dana/plan.txt": "heron plan", "dana/box.zip": zip_of({"a.txt": b"egret"})}
    with case_of(tmp_path, files) as case:
        root, plan, inside = tmp_path / "records/dana", one(case, "plan"), one(case, "egret")
        before = [case.search.item(no).row.id for no in (plan, inside)]
        for name in ("plan.txt", "box.zip"):
            (root / name).rename(root / f"old {name}")
        case.index()
        for _ in range(2):
            for name in ("plan.txt", "box.zip"):
                shutil.copy(root / f"old {name}", root / name)
            case.index()
            assert [case.search.item(no).row.id for no in (plan, inside)] == before
            for name in ("plan.txt", "box.zip"):
                (root / name).rename(root / f"{len(list(root.iterdir()))} {name}")
            case.index()
        assert case.search.run("plan").total == case.search.run("egret").total == 3
        case._opened.store.db.execute("UPDATE source SET state='outdated'")
        case.index()
        assert [case.search.item(no).row.id for no in (plan, inside)] == before, "nor does reading again change it"
        sound(case)


def test_an_archive_that_left_its_place_keeps_what_its_successor_holds_too(tmp_path: Path) -> None:
    """What takes its place shares a member with it, at once or in a later version."""
    members = {f"{n}.txt": f"heron {n}".encode() for n in range(4)}
    archives: dict[str, bytes | str] = {f"dana/{name}.zip": zip_of({**members, "own": name.encode()}) for name in "am"}
    with case_of(tmp_path, archives) as case:
        root = tmp_path / "records/dana"
        (root / "a.zip").rename(root / "b.zip")
        (root / "a.zip").write_bytes(zip_of({"1.txt": members["1.txt"]}))
        (root / "m.zip").rename(root / "n.zip")
        (root / "m.zip").write_bytes(zip_of({"new.txt": b"egret"}))
        case.index()
        (root / "m.zip").write_bytes(zip_of({"new.txt": b"egret", "1.txt": members["1.txt"]}))
        case.index()
        assert case.status().items == 2 * (1 + 5) + (1 + 1) + (1 + 2)
        for name, count in {"b": 6, "n": 6, "a": 2, "m": 3}.items():
            assert case.search.run(f"path:dana/{name}.zip").total == count, name
        sound(case)


def test_files_that_are_numbered_anew_are_not_read_again(tmp_path: Path) -> None:
    with case_of(tmp_path, {f"dana/{n}.log": f"heron {n}" for n in range(5)}) as case:
        for n in reversed(range(5)):
            (tmp_path / f"records/dana/{n}.log").rename(tmp_path / f"records/dana/{n + 1}.log")
        (tmp_path / "records/dana/0.log").write_text("egret")
        report = case.index()
        assert (report.moved, report.indexed) == (5, 1) and case.status().items == 6
        sound(case)


def test_what_was_gone_is_current_where_an_archive_holds_it_again(tmp_path: Path) -> None:
    with case_of(tmp_path, {"dana/box.zip": zip_of({"a.txt": b"heron", "b.txt": b"egret"})}) as case:
        path, heron = tmp_path / "records/dana/box.zip", one(case, "heron")
        path.write_bytes(zip_of({"b.txt": b"egret"}))
        case.index()
        path.rename(path.with_name("old.zip"))
        case.index()
        path.write_bytes(zip_of({"a.txt": b"heron", "c.txt": b"stork"}))
        case.index()
        assert one(case, "heron") == heron and case.status().items == 2 + 3
        sound(case)


def test_a_copy_is_no_move_and_a_link_no_place(tmp_path: Path) -> None:
    with case_of(tmp_path, FILES) as case:
        root, plan = tmp_path / "records", one(case, "plan")
        shutil.copy(root / "dana/plan.txt", root / "omar/plan.txt")
        os.link(root / "dana/plan.txt", root / "omar/hard.txt")
        report = case.index()
        assert (report.moved, report.items) == (0, 2) and case.search.item(plan).path == "dana/plan.txt"
        (root / "dana").rename(root / "zoe")
        (root / "dana").symlink_to(root / "zoe")
        assert case.index().moved == 2 and case.search.item(plan).path == "zoe/plan.txt"
        sound(case)


def test_names_that_change_places(tmp_path: Path) -> None:
    """As with rotated logs: each name holds what another one held, and the oldest goes."""
    files: dict[str, bytes | str] = {f"dana/log.{n}": f"line of day {n}" for n in range(1, 4)}
    with case_of(tmp_path, files) as case:
        nos = {n: one(case, f'"day {n}"') for n in range(1, 4)}
        folder = tmp_path / "records/dana"
        for n in (3, 2, 1):
            (folder / f"log.{n}").rename(folder / f"log.{n + 1}")
        (folder / "log.1").write_text("line of day 0")
        (folder / "log.4").unlink()
        report = case.index()
        assert {n: case.search.item(no).path for n, no in nos.items()} == {
            1: "dana/log.2",
            2: "dana/log.3",
            3: "dana/log.3",
        }
        assert case.search.item(nos[3]).row.state == "superseded" and report.items == 1
        assert case.status().items == 3
        sound(case)


def test_what_moves_between_roots_and_comes_back_after_it_was_gone(tmp_path: Path) -> None:
    root, other = write(tmp_path / "records", FILES), write(tmp_path / "other", {"x/readme.txt": "egret"})
    allow = (Allow("mail", str(root), "{1}", ""), Allow("more", str(other), "Others", ""))
    with Case.create(tmp_path / "case", Policy("a test", "Rae", allow)) as case:
        case.index()
        plan, mailed = one(case, "plan"), one(case, "about")
        (root / "dana/plan.txt").rename(other / "x/plan.txt")
        (root / "omar/mail.eml").rename(tmp_path / "kept.eml")
        report = case.index()
        assert (report.moved, report.vanished) == (1, 1)
        assert place(case, "plan") == ("plan.txt", "x/plan.txt", "Others")
        (other / "x/plan.txt").rename(root / "dana/again.txt")
        shutil.copy(tmp_path / "kept.eml", other / "x/kept.eml")
        report = case.index()
        assert (report.moved, report.vanished) == (2, 0)
        assert place(case, "plan") == ("again.txt", "dana/again.txt", "dana") and one(case, "plan") == plan
        assert one(case, "about") == mailed and place(case, "about")[2] == "Others"
        assert case.reports.problems() == []
        sound(case)


def test_a_part_of_the_case_takes_in_what_moved_there(tmp_path: Path) -> None:
    with case_of(tmp_path, FILES) as case:
        root = tmp_path / "records"
        (root / "dana/plan.txt").rename(root / "omar/plan.txt")
        report = case.index([root / "omar"])
        assert (report.moved, report.grown) == (1, 0) and place(case, "plan")[2] == "omar"
        sound(case)
        assert case.index().unchanged == 4


def test_a_part_has_more_where_something_else_took_the_name_of_what_was_renamed(tmp_path: Path) -> None:
    with case_of(tmp_path, FILES) as case:
        plan = tmp_path / "records/dana/plan.txt"
        plan.rename(plan.with_name("zplan.txt"))
        plan.write_text("egret")
        report = case.index([plan.parent])
        assert (report.moved, report.indexed, report.grown, case.status().files) == (1, 1, 1, 5)
        assert case.index().unchanged == 5 == case.status().files


def test_what_is_denied_or_elsewhere_in_scope_now_has_not_moved(tmp_path: Path) -> None:
    with case_of(tmp_path, FILES) as case:
        root = tmp_path / "records"
        narrow = scope(root, deny=("dana/plan.txt",))
        (tmp_path / "case/scope.toml").write_text(policy.dump(narrow))
        shutil.copy(root / "dana/plan.txt", root / "omar/plan.txt")
        report = case.index()
        assert (report.moved, report.items) == (0, 1) and case.status().denied_since == 1
        inner = dataclasses.replace(
            scope(root), allow=(*scope(root).allow, Allow("inner", str(root / "dana"), "Dana L.", ""))
        )
        (tmp_path / "case/scope.toml").write_text(policy.dump(inner))
        report = case.index()
        assert (report.moved, report.items) == (2, 0), "what lies under a root of its own now is the same"
        assert dict(case.status().custodians) == {"Dana L.": 2, "omar": 3}
        sound(case)


def test_a_sealed_file_stays_sealed_where_it_goes(tmp_path: Path) -> None:
    def shown(item: Item) -> str:
        return repr((item.row.name, item.row.path, item.path, item.segments))

    files: dict[str, bytes | str] = {"dana/secret.eml": mail("Offer", "a heron"), "dana/plan.txt": "heron plan"}
    with case_of(tmp_path, files) as case:
        secret, root = one(case, "offer"), tmp_path / "records/dana"
        case.decisions.seal([secret], "private", "Rae", "key")
        (root / "secret.eml").rename(root / "moved secret.eml")
        (root / "plan.txt").rename(root / "secret.eml")
        assert case.index().moved == 2
        item = case.search.item(secret)
        assert item.row.sealed and "secret" not in shown(item) and case.search.run("secret OR offer").total == 0
        assert case.search.run("plan").total == 0 and case.status().sealed == 2, "what came to its place is sealed"
        sound(case)
