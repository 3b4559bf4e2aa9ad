"""Tests of an index run on real folders: everything found is accounted for, stable, resumable, and put on record."""

from __future__ import annotations

import base64
import gzip
import hashlib
import io
import os
import shutil
import threading
import zipfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

from sample_corpus.archive import zip_of
from tests.brokers import brokers_run, opening
from tests.faults import Fault, Faults
from tests.indexing.halts import halt_after
from tests.parsers.archive_builders import aes_member, deflated
from tests.parsers.office.test_encrypted import FILLER, locked
from tests.records import case_of, mail, scope, write, zipped
from tests.sandbox.liar import part, script
from tests.sandbox.readers import parts_of, read_by
from tests.writers import olm, package
from tests.writers.package import zipped as packed_zip
from tests.writers.word import docx, paragraph
from triage.case import Case
from triage.errors import CaseError, ScopeError
from triage.indexing import run
from triage.indexing.identify import OpenSource
from triage.indexing.remote import RemoteBroker
from triage.indexing.run import RunProgress
from triage.messages import render
from triage.model.items import Item
from triage.model.runs import Progress
from triage.sandbox.parent import forkserver, pool
from triage.scope import sources
from triage.scope.policy import Allow
from triage.scope.sources import Opened, Source
from triage.store import threads

PLAIN: dict[str, bytes | str] = {
    "dana/1.eml": mail("One", "alpha", message_id="<1@x.example>"),
    "dana/2.eml": mail("Re: One", "beta", message_id="<2@x.example>", more="In-Reply-To: <1@x.example>\n"),
    "omar/1.eml": mail("One", "alpha", message_id="<1@x.example>"),
    "omar/notes.txt": "gamma",
    "omar/empty.txt": "",
}


def everything(case: Case) -> dict[str, Item]:
    items = [case.search.item(n) for n in case.search.run("").nos]
    return {f"{i.path}{'#' + i.member if i.member else ''}": i for i in items}


def facts(case: Case) -> list[tuple[object, ...]]:
    """Return all that is known of all items, without row numbers and run times."""
    items = everything(case)
    by_no = {i.row.no: i.row.id for i in items.values()}
    return sorted(
        (
            place,
            i.row.id,
            i.row.date,
            i.row.sender,
            i.row.subject,
            i.row.name,
            i.row.type,
            i.row.custodian,
            i.row.size,
            i.row.attachments,
            i.row.searchable,
            by_no.get(i.row.parent or i.row.no),
            by_no[i.family],
            i.sha256,
            i.mih,
            i.digest,
            i.thread,
            i.to,
            i.cc,
            i.bcc,
            i.message_id,
            i.references,
            i.segments,
            tuple((p.code, render(p.message)) for p in i.problems),
        )
        for place, i in items.items()
    )


def test_items_are_identified(tmp_path: Path) -> None:
    with case_of(tmp_path, PLAIN) as case:
        items = everything(case)
        assert sorted(items) == sorted(PLAIN)
        one, two, copy = items["dana/1.eml"], items["dana/2.eml"], items["omar/1.eml"]
        assert (one.row.custodian, copy.row.custodian) == ("dana", "omar")
        assert one.row.date == "2023-05-02T08:20:30Z" and one.date_raw.startswith("Tue, 02 May")
        assert one.mih == hashlib.md5(b"<1@x.example>").hexdigest()
        assert one.row.id != copy.row.id and one.sha256 == copy.sha256
        assert case.search.duplicates(one.row.no) == [one.row.no, copy.row.no]
        assert set(case.search.thread(one.row.no)) == {one.row.no, two.row.no, copy.row.no}
        assert items["omar/notes.txt"].date_kind == "file"
        assert [p.code for p in items["omar/empty.txt"].problems] == ["empty"]


def test_copies_come_by_path_whichever_was_read_first(tmp_path: Path) -> None:
    with case_of(tmp_path, {"omar/1.eml": PLAIN["omar/1.eml"]}) as case:
        write(tmp_path / "records", {"dana/1.eml": PLAIN["dana/1.eml"]})
        case.index()
        first, second = case.search.run("").nos
        assert [case.search.item(no).path for no in (first, second)] == ["omar/1.eml", "dana/1.eml"]
        assert case.search.duplicates(first) == case.search.duplicates(second) == [second, first]
        assert case.search.thread(first) == [second, first]


def test_counts_add_up(tmp_path: Path) -> None:
    files = {**PLAIN, "secret/x.txt": "canary", "dana/dump.sql": "canary"}
    with case_of(tmp_path, files, deny=("secret", "*.sql")) as case:
        (tmp_path / "records/dana/link").symlink_to("/etc/passwd")
        report = case.index()
        assert (report.seen, report.unchanged, report.denied) == (8, 5, 3)
        status = case.status()
        assert status.adds_up and (status.files, status.with_items, status.denied) == (8, 5, 3)
        assert all(check.held for check in case.verification.run())
        assert not case.search.run("canary").nos


def test_many_items_are_linked_without_the_process_that_readers_come_from(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def idle_after(items: int) -> bool:
        monkeypatch.setattr(run, "_MANY", items)
        with case_of(tmp_path / str(items), PLAIN) as case:
            assert len(everything(case)) == len(PLAIN)
        return any(key[0] == os.getpid() for key in forkserver._servers)

    assert idle_after(len(PLAIN) + 1) and not idle_after(len(PLAIN))


def test_second_run_reads_nothing(tmp_path: Path) -> None:
    with case_of(tmp_path, PLAIN) as case:
        before = (case.path / "ledger.jsonl").read_text().count('"e":"open"')
        report = case.index()
        assert (report.indexed, report.unchanged, report.items) == (0, 5, 0)
        assert (case.path / "ledger.jsonl").read_text().count('"e":"open"') == before


def test_new_changed_touched_and_gone_files(tmp_path: Path) -> None:
    with case_of(tmp_path, PLAIN) as case:
        root = tmp_path / "records"
        first = everything(case)["omar/notes.txt"].row.id
        write(root, {"omar/notes.txt": "delta", "omar/new.txt": "epsilon"})
        os.utime(root / "dana/1.eml", (1, 1))
        (root / "dana/2.eml").unlink()
        report = case.index()
        assert (report.indexed, report.unchanged, report.items) == (2, 3, 2)
        assert case.status().adds_up
        (gamma,) = case.search.run("gamma AND is:superseded").nos
        assert case.search.item(gamma).row.id == first, "what was read stays as evidence"
        assert case.search.run("delta").total == 1 and case.search.run("epsilon").total == 1
        assert case.search.run("beta AND is:vanished").total == 1, "an item whose file is gone stays"
        assert [p.code for p in case.reports.problems()].count("changed") == 1
        write(root, {"omar/notes.txt": "gamma"})
        assert case.index().items == 0, "the old content again makes no new item"
        assert all(check.held for check in case.verification.run())


def box(word: str, mails: int = 24) -> bytes:
    """Return a mailbox of over 8 MiB; those of words of one length have one size."""
    texts = (mail(f"Mail {n:03}", f"{word} number{n}\n" + "lorem ipsum\n" * 30_000, date="") for n in range(mails))
    return b"".join(b"From x@y Mon Jan  1 00:00:00 2024\n" + text + b"\n" for text in texts)


@pytest.mark.nightly
@pytest.mark.parametrize("cut", [None, 100_000])
def test_a_mailbox_that_changes_while_it_is_read_has_no_text_of_other_content(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cut: int | None
) -> None:
    root = write(tmp_path / "records", {"big.mbox": box("oldword"), "small.txt": "beside it"})
    monkeypatch.setattr(sources, "YOUNG", 0)

    def change() -> None:
        with (root / "big.mbox").open("r+b") as file:
            file.write(box("newword"))
            file.truncate(cut)

    with Case.create(tmp_path / "case", scope(root)) as case:
        with pytest.MonkeyPatch.context() as patch:
            halt_after(patch, 3, change)
            report = case.index()
        assert (report.indexed, report.failed) == (1, 1) and case.status().adds_up
        assert [(p.code, p.path) for p in case.reports.problems()] == [("changed", "big.mbox")]
        assert case.search.run("newword").total == 0
        assert case.search.run("oldword").total < 24, "what came after the change isn't stored"
        assert all(check.held for check in case.verification.run())
        report = case.index()
        assert (report.indexed, report.failed, case.search.run("oldword").total) == (1, 0, 0)
        assert case.search.run("newword").total >= (1 if cut else 24)
        assert "not read" not in " ".join(str(p) for p in case.reports.problems())
        assert case.status().adds_up and all(check.held for check in case.verification.run())


def test_a_mailbox_whose_mode_alone_changes_while_it_is_read_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = write(tmp_path / "records", {"big.mbox": box("oldword")})
    monkeypatch.setattr(sources, "YOUNG", 0)
    halt_after(monkeypatch, 3, lambda: (root / "big.mbox").chmod(0o444))
    with Case.create(tmp_path / "case", scope(root)) as case:
        assert case.index().failed == 0 and case.search.run("oldword").total == 24
        assert list(case.reports.problems()) == []


def stored_zip(word: str) -> bytes:
    """Return a zip of over 8 MiB whose members aren't compressed; those of words of one length have one size."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for n in range(24):
            archive.writestr(zipfile.ZipInfo(f"{n:03}.txt"), f"{word} number{n}\n" + "lorem ipsum\n" * 30_000)
    return packed.getvalue()


def in_place(path: Path, data: bytes) -> None:
    with path.open("r+b") as file:
        file.write(data)


def by_rename(path: Path, data: bytes) -> None:
    path.with_name("other").write_bytes(data)
    path.with_name("other").replace(path)


def to_folder(path: Path) -> None:
    path.unlink()
    write(path, {"inner.txt": "newword"})


def to_link(path: Path, link: Callable[[Path, Path], None]) -> None:
    path.unlink()
    link(path, write(path.parents[1] / "outside", {"x.txt": "secretword"}) / "x.txt")


class Changing(NamedTuple):
    """A source that changes: its name and bytes, how, and what is found of either word in the end, and which Problem.

    It changes once so many replies about it came, or before it is opened (0).
    """

    name: str
    data: bytes
    change: Callable[[Path], object]
    replies: int
    old: int
    new: int
    problem: str = ""


BOX, ZIP = box("oldword"), stored_zip("oldword")
CHANGING = {
    "mailbox in place": Changing("big.mbox", BOX, lambda p: in_place(p, box("newword")), 3, 0, 24),
    "mailbox cut off": Changing("big.mbox", BOX, lambda p: os.truncate(p, 1_000_000), 3, 3, 0),
    "mailbox appended to": Changing("big.mbox", BOX, lambda p: p.write_bytes(BOX + box("newword", 2)), 3, 24, 2),
    "mailbox's mode": Changing("big.mbox", BOX, lambda p: p.chmod(0o444), 3, 24, 0),
    "mailbox by rename": Changing("big.mbox", BOX, lambda p: by_rename(p, box("newword")), 3, 0, 24),
    "mailbox vanishes": Changing("big.mbox", BOX, Path.unlink, 3, 0, 0, "vanished"),
    "zip in place": Changing("big.zip", ZIP, lambda p: in_place(p, stored_zip("newword")), 3, 0, 24),
    "zip by rename": Changing("big.zip", ZIP, lambda p: by_rename(p, stored_zip("newword")), 3, 0, 24),
    "text in place": Changing("note.txt", b"oldword", lambda p: in_place(p, b"newword"), 1, 0, 1),
    "becomes a folder": Changing("note.txt", b"oldword", to_folder, 0, 0, 1),
    "becomes a link": Changing("note.txt", b"oldword", lambda p: to_link(p, Path.symlink_to), 0, 0, 0, "vanished"),
    "becomes a hard link": Changing(
        "note.txt", b"oldword", lambda p: to_link(p, Path.hardlink_to), 0, 0, 0, "hard-link-outside"
    ),
}


@pytest.mark.nightly
@pytest.mark.parametrize("kind", CHANGING)
def test_a_source_that_changes_while_it_is_read_is_right_in_the_next_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    changing = CHANGING[kind]
    place = write(tmp_path / "records", {changing.name: changing.data}) / changing.name
    monkeypatch.setattr(sources, "YOUNG", 0)

    def check(case: Case) -> None:
        """No text is under another content's digest."""
        of = dict(case._opened.store.rows("SELECT i.n, o.sha256 FROM item i JOIN source o ON o.number=i.source"))
        for word in ("oldword", "newword", "secretword"):
            for text in (word, f"{word} AND (is:superseded OR is:vanished)"):
                assert all(word.encode() in contents[of[no]] for no in case.search.run(text).nos)
        assert case.status().adds_up and all(check.held for check in case.verification.run())

    contents = {hashlib.sha256(changing.data).hexdigest(): changing.data}
    changed: list[bool] = []

    def change() -> None:
        changing.change(place)
        changed.append(True)
        if (final := place / "inner.txt" if place.is_dir() else place).exists() and changing.problem == "":
            contents[hashlib.sha256(final.read_bytes()).hexdigest()] = final.read_bytes()

    with Case.create(tmp_path / "case", scope(tmp_path / "records")) as case:
        with pytest.MonkeyPatch.context() as patch:
            if changing.replies:
                halt_after(patch, changing.replies, change)
            else:
                changed_before_opening(patch, change)
            case.index()
        assert changed
        check(case)
        case.index()
        check(case)
        found = [case.search.run(word).total for word in ("oldword", "newword", "secretword")]
        assert found == [changing.old, changing.new, 0]
        codes = {p.code for p in case.reports.problems()}
        assert changing.problem in {*codes, ""}, codes


def changed_before_opening(patch: pytest.MonkeyPatch, change: Callable[[], None]) -> None:
    """Call ``change`` once, between the walk that finds a source and its opening."""
    real = RemoteBroker.read

    def reading(self: RemoteBroker, found: list[sources.Source], starts: Mapping[str, int]) -> Iterator[sources.Opened]:
        if found:
            change()
            patch.undo()
        return real(self, found, starts)

    patch.setattr(RemoteBroker, "read", reading)


def test_families_of_mail_and_archives(tmp_path: Path) -> None:
    inner = zipped(tmp_path / "in.zip", {"memo.txt": b"memo text", "note.eml": mail("Inner", "inner text")})
    root = write(tmp_path / "records", {"dana/a.txt": "x"})
    zipped(root / "dana/outer.zip", {"one.txt": b"first", "in.zip": inner.read_bytes()})
    with Case.create(tmp_path / "case", scope(root)) as case:
        case.index()
        items = everything(case)
        top = items["dana/outer.zip"].row
        assert {"dana/outer.zip#0", "dana/outer.zip#1", "dana/outer.zip#1.0", "dana/outer.zip#1.1"} <= set(items)
        assert top.attachments == 2 and items["dana/outer.zip#1"].row.attachments == 2
        assert items["dana/outer.zip#1.1"].row.parent == items["dana/outer.zip#1"].row.no
        assert case.search.family(items["dana/outer.zip#1.0"].row.no)[0] == top.no
        assert len(case.search.family(top.no)) == 5
        assert items["dana/outer.zip#1.0"].date_kind == "family"


def test_named_paths_only(tmp_path: Path) -> None:
    root = write(tmp_path / "records", PLAIN)
    outside = write(tmp_path / "outside", {"x.txt": "secret"})
    with Case.create(tmp_path / "case", scope(root, deny=("omar",))) as case:
        assert case.index([root / "dana" / "1.eml"]).items == 1
        with pytest.raises(ScopeError, match=r"\[\[allow\]\]"):
            case.index([outside / "x.txt"])
        with pytest.raises(ScopeError, match="deny-1"):
            case.index([root / "omar"])
        with pytest.raises(ScopeError):
            case.index([root / "dana" / ".." / ".." / "outside"])
        assert "outside" not in (case.path / "ledger.jsonl").read_text()
        case.index()
        assert case.status().adds_up


@pytest.mark.nightly
def test_a_stopped_run_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files: dict[str, bytes | str] = {f"dana/{i:04}.eml": mail(f"Subject {i}", f"word{i}") for i in range(1500)}
    with case_of(tmp_path / "whole", files) as whole:
        expected = facts(whole)
        root = tmp_path / "whole" / "records"
        with Case.create(tmp_path / "case", scope(root)) as case:
            (case.path / "settings.toml").write_text("batch_items = 50\nworkers = 1\n")
            case.close()
        stopped: list[bool] = []
        while not stopped or stopped[-1]:
            stop = threading.Event()
            with Case.open(tmp_path / "case") as case, monkeypatch.context() as patch:
                halt_after(patch, 200, stop.set)
                stopped.append(case.index(stop=stop).stopped)
        assert len(stopped) > 3
        with Case.open(tmp_path / "case") as case:
            assert facts(case) == expected
            assert all(check.held for check in case.verification.run())
            assert case.status().adds_up


def test_a_file_that_changes_while_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = write(tmp_path / "records", {"dana/grow.txt": "begin"})
    real = os.read

    def growing(fd: int, size: int) -> bytes:
        data = real(fd, size)
        if data == b"begin":
            with (root / "dana/grow.txt").open("ab") as file:
                file.write(b" more")
        return data

    with Case.create(tmp_path / "case", scope(root)) as case:
        monkeypatch.setattr(os, "read", growing)
        case.index()
        assert [p.code for p in case.reports.problems()] == ["changed"]
        monkeypatch.undo()
        case.index()
        assert case.search.run("more").total == 1


def test_a_vanished_file_is_a_problem_and_is_tried_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = write(tmp_path / "records", {"dana/a.txt": "alpha", "dana/b.txt": "beta"})
    with Case.create(tmp_path / "case", scope(root)) as case:
        brokers_run(monkeypatch, opening("a.txt", "raise FileNotFoundError(2, 'No such file')"))
        assert case.index().failed == 1
        assert [(p.code, p.path, p.item) for p in case.reports.problems()] == [("vanished", "dana/a.txt", None)]
        assert case.status().adds_up and case.status().failed == 1
        assert case.index().failed == 1 and len(case.reports.problems()) == 1
        (root / "dana/a.txt").rename(tmp_path / "away")
        for _ in range(2):
            assert case.index().failed == 0 and [p.code for p in case.reports.problems()] == ["vanished"]
        (tmp_path / "away").rename(root / "dana/a.txt")
        monkeypatch.undo()
        assert case.index().items == 1
        assert not case.reports.problems() and case.status().adds_up
        assert all(check.held for check in case.verification.run())


def test_a_full_disk_stops_the_run_and_loses_nothing(tmp_path: Path) -> None:
    files: dict[str, bytes | str] = {f"dana/{i:03}.txt": os.urandom(3000).hex() for i in range(300)}
    root = write(tmp_path / "records", files)
    with Case.create(tmp_path / "case", scope(root)) as case:
        (case.path / "settings.toml").write_text("batch_items = 20\n")
    with Case.open(tmp_path / "case") as case:
        pages = case._opened.store.value("PRAGMA page_count")
        case._opened.store.db.execute(f"PRAGMA max_page_count={pages + 60}")
        with pytest.raises(CaseError, match="disk is full"):
            case.index()
    with Case.open(tmp_path / "case") as case:
        case.index()
        assert case.status().items == 300 and case.status().adds_up
        assert all(check.held for check in case.verification.run())


@pytest.mark.nightly
def test_a_disk_that_is_full_for_the_ledger_is_called_that(tmp_path: Path, under: Faults) -> None:
    root = write(tmp_path / "records", PLAIN)
    Case.create(tmp_path / "case", scope(root)).close()
    after_the_beginning = Fault((tmp_path / "case" / "ledger.jsonl",), at=2)
    full = under.run(after_the_beginning, "index", tmp_path / "case")
    assert full.code == 2 and "The disk is full: " in full.err and "ledger.jsonl" in full.err


@pytest.mark.nightly
def test_names_that_are_not_utf8(tmp_path: Path) -> None:
    root = write(tmp_path / "records", {"dana/a.txt": "alpha"})
    (root / "dana" / os.fsdecode(b"caf\xe9\xff.txt")).write_text("strange name")
    with Case.create(tmp_path / "case", scope(root)) as case:
        case.index()
        assert case.search.run("strange").total == 1
        assert case.index().unchanged == 2
        assert all(check.held for check in case.verification.run())
        case.decisions.tag(case.search.run("strange").nos, "relevant", "Rae", "key")
        report = case.export.bundle(tmp_path / "out", "tag:relevant", "Rae")
        assert report.natives == 1


def test_two_runs_at_once_are_refused(tmp_path: Path) -> None:
    from triage.scope.ledger import writing

    with case_of(tmp_path, PLAIN) as case, writing(case.path), pytest.raises(CaseError, match="Another run"):
        case.index()


def test_the_case_may_not_lie_in_the_evidence(tmp_path: Path) -> None:
    root = write(tmp_path / "records", PLAIN)
    with pytest.raises(CaseError, match="can't be inside"):
        Case.create(root / "case", scope(root))


@pytest.mark.nightly
def test_a_broken_reader_is_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read_by("hostile", monkeypatch)
    files: dict[str, bytes | str] = {**PLAIN, "omar/bad.bin": "HOSTILE die", "omar/good.txt": "zeta"}
    with case_of(tmp_path, files) as case:
        assert [(p.code, p.path) for p in case.reports.problems() if p.code == "crashed"] == [
            ("crashed", "omar/bad.bin")
        ]
        assert case.search.run("zeta").total == 1 and case.status().adds_up


def test_a_reader_that_is_taken_over_sees_no_other_custodian_s_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_by("hostile", monkeypatch)
    places = [(who, f"{who}/{number}.bin") for who in ("dana", "omar") for number in range(3)]
    files: dict[str, bytes | str] = {path: f"HOSTILE remember\n{who}" for who, path in places}
    with case_of(tmp_path, files) as case:
        texts = {path: item.segments[0].text for path, item in everything(case).items()}
    assert texts["dana/2.bin"].count("HOSTILE") == 3
    assert {path: {"dana", "omar"} & set(text.split()) for path, text in texts.items()} == {
        p: {who} for who, p in places
    }


def test_a_hostile_reader_costs_its_file_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Answers that would break the store, were they taken: a number that fits no column, and an unknown code."""
    read_by("liar", monkeypatch)
    monkeypatch.setattr(pool, "DEATHS", 1)
    large = part(1, size=1 << 61)
    files: dict[str, bytes | str] = {"a.bin": script(large), "b.bin": script(part(2, troubles=[("haunted", "x")]))}
    with case_of(tmp_path, files) as case:
        assert [(p.code, p.path) for p in case.reports.problems()] == [("crashed", "a.bin"), ("crashed", "b.bin")]
        assert all(check.held for check in case.verification.run()) and case.status().adds_up


def test_progress_is_told(tmp_path: Path) -> None:
    root = write(tmp_path / "records", PLAIN)
    seen: list[Progress] = []
    with Case.create(tmp_path / "case", scope(root)) as case:
        case.index(progress=seen.append)
    assert list(dict.fromkeys(now.stage for now in seen))[-3:] == ["linking", "merging", "done"]
    assert seen[-1].items == 5 and seen[-1].files == 5


def test_moved_records_are_the_same_items(tmp_path: Path) -> None:
    with case_of(tmp_path / "a", PLAIN) as first:
        ids = sorted(i.row.id for i in everything(first).values())
    shutil.copytree(tmp_path / "a" / "records", tmp_path / "b" / "records")
    with Case.create(tmp_path / "b" / "case", scope(tmp_path / "b" / "records")) as second:
        second.index()
        assert sorted(i.row.id for i in everything(second).values()) == ids


def test_each_message_in_a_mailbox_heads_its_own_family(tmp_path: Path) -> None:
    first, second = mail("One", "alpha", message_id="<1@x.example>"), mail("Two", "beta", date="")
    envelope = b"From dana@x.example Tue May  2 10:20:30 2023\n"
    with case_of(tmp_path, {"dana/in.mbox": envelope + first + b"\n" + envelope + second + b"\n"}) as case:
        items = everything(case)
        box, one, two = (items[f"dana/in.mbox{m}"] for m in ("", "#0", "#1"))
        assert one.family == one.row.no and two.family == two.row.no
        assert one.row.parent == box.row.no and box.row.attachments == 2
        assert two.row.date == "" and one.row.date == "2023-05-02T08:20:30Z"


def test_each_message_of_a_mailbox_of_outlooks_heads_its_own_family(tmp_path: Path) -> None:
    message = (olm.field("OPFMessageCopySubject", "One"), olm.field("OPFMessageCopyMessageID", "1@x.example"))
    listed = olm.holder("OPFMessageCopyAttachmentList", olm.attachment("a.txt", f"{olm.FILES}/a"))
    place = f"{olm.ACCOUNT}/com.microsoft.__Messages/Inbox/message_0000"
    answer = (olm.field("OPFMessageCopySubject", "Re: One"), olm.field("OPFMessageCopyInReplyTo", "<1@x.example>"))
    archive = package.zipped(
        {
            f"{place}0.xml": olm.listed("email", (*message, listed)),
            f"{place}1.xml": olm.listed("email", answer),
            f"{olm.FILES}/a": "attached",
        }
    )
    with case_of(tmp_path, {"a/x.olm": archive}) as case:
        items = everything(case)
        one, file, two = (items[f"a/x.olm{m}"] for m in ("#0", "#0.0", "#1"))
        assert (one.family, file.family, two.family) == (one.row.no, one.row.no, two.row.no)
        assert one.thread == two.thread and one.mih and file.segments[0].text == "attached"


def test_attachments_take_after_the_message_that_holds_them(tmp_path: Path) -> None:
    inner = zipped(tmp_path / "in.zip", {"memo.txt": b"memo", "note.eml": mail("N", "n", message_id="<9@x.example>")})
    head = "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\nMessage-ID: <1@x.example>\n"
    text = base64.encodebytes(inner.read_bytes()).decode()
    top = f"From: a@x.example\nTo: b@x.example\nDate: Tue, 02 May 2023 10:20:30 +0200\n{head}\n--b\n\nhello\n--b\n"
    top += f'Content-Type: application/zip; name="in.zip"\nContent-Transfer-Encoding: base64\n\n{text}\n--b--\n'
    with case_of(tmp_path, {"dana/1.eml": top}) as case:
        items = everything(case)
        mail_item, memo, note = (items[f"dana/1.eml{m}"] for m in ("", "#0.0", "#0.1"))
        assert memo.thread == mail_item.thread != note.thread
        assert memo.row.date == mail_item.row.date and memo.date_kind == "family" and note.date_kind == "sent"
        assert {memo.family, note.family} == {mail_item.row.no}


def _carrying(name: str, head: str) -> bytes:
    top = f"From: a@x.example\nTo: b@x.example\nSubject: {name}\nMIME-Version: 1.0\n{head}"
    parts = f'--b\n\n{name}\n--b\nContent-Type: text/plain; name="{name}.txt"\n'
    parts += f"Content-Disposition: attachment\n\n{name} it is\n--b--\n"
    return f"{top}Content-Type: multipart/mixed; boundary=b\n\n{parts}".encode()


def test_attachments_of_mails_in_an_archive_stay_in_their_mail_s_thread(tmp_path: Path) -> None:
    mails = {
        "a.eml": _carrying("a", "Message-ID: <a@x>\n"),
        "b.eml": _carrying("b", "Message-ID: <b@x>\nIn-Reply-To: <a@x>\n"),
        "c.eml": _carrying("c", "In-Reply-To: <b@x>\n"),
    }
    archive = zipped(tmp_path / "old.zip", mails).read_bytes()
    with case_of(tmp_path, {"dana/old.zip": archive}) as case:
        items = everything(case)
        threads = [items[f"dana/old.zip#{at}"].thread for at in range(3)]
        assert threads[0] and len(set(threads)) == 1
        assert [items[f"dana/old.zip#{at}.0"].thread for at in range(3)] == threads
        assert items["dana/old.zip"].thread == ""


def test_a_run_that_broke_off_before_its_end_has_its_threads_joined_by_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Everything was read, so the next run reads nothing."""
    files: dict[str, bytes | str] = {
        "dana/b.eml": mail("b", message_id="<b@x>", more="In-Reply-To: <a@x>\n"),
        "dana/c.eml": mail("c", message_id="<c@x>", more="In-Reply-To: <b@x>\n"),
    }
    with monkeypatch.context() as broken, pytest.raises(RuntimeError):
        broken.setattr(threads, "link_threads", _break_off)
        case_of(tmp_path, files)
    with Case.open(tmp_path / "case") as case:
        assert case.index().unchanged == 2
        items = everything(case)
        assert items["dana/b.eml"].thread == items["dana/c.eml"].thread


def _break_off(store: object) -> None:
    raise RuntimeError


def test_a_deny_rule_that_met_nothing_is_named(tmp_path: Path) -> None:
    root = write(tmp_path / "records", {"dana/a.txt": "x", "dana/b.sql": "y"})
    with Case.create(tmp_path / "case", scope(root, deny=("*.sql", "records/secret/**"))) as case:
        assert case.index().idle_rules == ("deny-2",)


@pytest.mark.parametrize("engine", ["fts5", "whoosh", "memory"])
def test_what_had_a_problem_is_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, engine: str) -> None:
    read_by("hostile", monkeypatch)
    files: dict[str, bytes | str] = {**PLAIN, "omar/box.bin": "HOSTILE box\nplain kept\nHOSTILE die\nplain last"}
    with case_of(tmp_path, files, engine=engine) as case:
        before = everything(case)
        bad = before["omar/box.bin#1"]
        case.decisions.tag([bad.row.no], "hot", "Rae", "key")
        assert [p.code for p in bad.problems] == ["crashed"] and not case.search.run("hostile").nos
        monkeypatch.undo()
        report = case.index(retry=["crashed"])
        assert (report.indexed, report.unchanged) == (1, 5)
        after = everything(case)
        assert case.search.run("hostile").nos, "read as plain text by the readers that know no better"
        assert {p: i.row.id for p, i in after.items()} == {p: i.row.id for p, i in before.items()}
        assert after["omar/box.bin#1"].row.tags == ("hot",)
        assert all(check.held for check in case.verification.run()) and case.status().adds_up


def test_passwords_are_recorded_by_line_and_never_by_value(tmp_path: Path) -> None:
    locked = zip_of(aes_member("a.txt", b"kestrel", "open-sesame-77"))
    root = write(tmp_path / "records", {"dana/locked.zip": locked})
    with Case.create(tmp_path / "case", scope(root)) as case:
        case.index()
        assert not case.search.run("kestrel").nos and "encrypted" in [p.code for p in case.reports.problems()]
        case.index(retry=["encrypted"], passwords=["wrong", "open-sesame-77"])
        assert case.search.run("kestrel").total == 1
        assert [(p.code, render(p.message)) for p in case.reports.problems()] == [
            ("password", "It was opened with the password on line 2 of the list.")
        ]
        assert case.status().not_searchable == 0
    made = b"".join(p.read_bytes() for p in (tmp_path / "case").iterdir() if p.is_file())
    assert b"open-sesame" not in made


@pytest.mark.nightly
def test_what_a_password_opened_is_not_shut_again(tmp_path: Path) -> None:
    data = locked(docx(paragraph("kestrel"), {"word/embeddings/a_bin": FILLER}), "open-sesame-77")
    root = write(tmp_path / "records", {"dana/locked.docx": data})
    with Case.create(tmp_path / "case", scope(root)) as case:
        case.index(passwords=["open-sesame-77"])
        before = everything(case)
        assert case.search.run("kestrel").total == 1 and "unsupported" in [p.code for p in case.reports.problems()]
        assert case.index(retry=["unsupported"]).unchanged == 1
        assert case.index(retry=["password"], passwords=["another"]).indexed == 1
        assert case.search.run("kestrel").total == 1 and everything(case).keys() == before.keys()
        assert "encrypted" not in [p.code for p in case.reports.problems()] and case.status().adds_up


def test_problems_that_are_there_again_stay_on_record(tmp_path: Path) -> None:
    closed = zip_of(aes_member("a.txt", b"kestrel", "open-sesame-77"))
    inner = zip_of(deflated("bad.docx", b"PK\3\4 no package"))
    deep = zip_of(deflated("in.zip", inner), deflated("locked.zip", closed))
    with case_of(tmp_path, {"dana/locked.zip": closed, "dana/deep.zip": deep, "dana/empty.txt": b""}) as case:
        before = [(p.path, p.code) for p in case.reports.problems()]
        assert {code for _, code in before} >= {"encrypted", "damaged", "empty"}
        for passwords in (), ("wrong",):
            case.index(retry=["encrypted", "damaged", "empty"], passwords=passwords)
            assert [(p.path, p.code) for p in case.reports.problems()] == before
        case.index(retry=["encrypted"], passwords=["open-sesame-77"])
        opened = case.reports.problems()
        assert [p.code for p in opened].count("password") == 2 and "encrypted" not in [p.code for p in opened]
        case.index(retry=["password"], passwords=["open-sesame-77"])
        assert case.reports.problems() == opened and case.status().adds_up


def test_what_is_read_again_is_read_again_whole_after_a_stop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A mailbox in which the run was stopped has items of both readings; the next run goes over all of them."""
    box = b"".join(b"From a Tue May 14 08:00:00 2024\n" + mail(f"No {n}", "x" * 99) + b"\n" for n in range(400))
    with case_of(tmp_path, {"dana/box.mbox": box, "dana/a.txt": "heron"}) as case:
        case._opened.store.db.execute("UPDATE source SET state='outdated'; UPDATE item SET digest='old'")
        stop = threading.Event()
        with monkeypatch.context() as patch:
            halt_after(patch, 100, stop.set)
            report = case.index(stop=stop)
        old = "SELECT count(*) FROM item WHERE digest='old'"
        assert report.stopped and case._opened.store.value(old) > 0 and case.status().outdated > 0
        case.index()
        assert case._opened.store.value(old) == 0 and not case.status().outdated and case.status().items == 402


def test_a_file_that_can_no_longer_be_read_has_one_problem_however_often_it_is_met(tmp_path: Path) -> None:
    with case_of(tmp_path, {"dana/a.txt": "heron", "dana/b.txt": "egret"}) as case:
        case._opened.store.db.execute("UPDATE source SET state='outdated' WHERE path='dana/a.txt'")
    (tmp_path / "case/settings.toml").write_text("max_file_mb = 1\n")
    os.truncate(tmp_path / "records/dana/a.txt", (1 << 20) + 1)
    with Case.open(tmp_path / "case") as case:
        case.index()
        before = case.reports.problems()
        assert len(before) == 1
        case.index()
        assert case.reports.problems() == before and case.status().outdated == 1


def test_equal_bytes_are_copies_however_they_were_read(tmp_path: Path) -> None:
    plain = b"note: x\nDate: Tue, 02 May 2023 10:20:30 +0200\n\nhello"
    write(tmp_path / "records", {"dana/a.txt": plain, "dana/other.txt": "hello"})
    with case_of(tmp_path, {}) as case:
        assert not case.search.run("is:duplicate").total
        write(tmp_path / "records", {"omar/a.eml": plain, "omar/b.eml": b"X-Seen: yes\n" + plain})
        case.index()
        items = everything(case)
        assert items["dana/a.txt"].row.type == "text/plain" and items["omar/a.eml"].row.type == "message/rfc822"
        copies = {"dana/a.txt", "omar/a.eml", "omar/b.eml"}
        assert {items[place].digest for place in copies} == {items["omar/b.eml"].digest}
        assert case.search.run("is:duplicate").total == case.search.run("all-custodians:dana hello").total - 1 == 3
        case.decisions.seal(case.search.run("path:omar/b.eml").nos, "a customer's", "Rae", "key")
        assert case.search.run("is:sealed").total == 3
        write(tmp_path / "records", {"kim/b.txt": plain})
        case.index()
        assert case.search.run("is:sealed").total == 4 and case.search.run("hello").total == 1
        assert all(check.held for check in case.verification.run())


TOO_LARGE = bytes((1 << 20) + 1)


@pytest.fixture
def limited(tmp_path: Path) -> Iterator[Case]:
    with case_of(tmp_path, {"dana/a.txt": "heron", "dana/z.txt": "egret"}):
        (tmp_path / "case/settings.toml").write_text("max_file_mb = 1\n")
    with Case.open(tmp_path / "case") as case:
        yield case


def _accounted(case: Case, *unreadable: str) -> None:
    """Assert that these files alone can't be read, and that the sums add up."""
    assert [problem.path for problem in case.reports.problems() if problem.code == "limit-size"] == list(unreadable)
    assert case.status().adds_up, case.status()


def test_what_cannot_be_read_where_a_moved_file_lay_is_a_file_of_its_own(limited: Case, tmp_path: Path) -> None:
    folder = tmp_path / "records/dana"
    (folder / "z.txt").rename(folder / "b.txt")
    (folder / "z.txt").write_bytes(TOO_LARGE)
    for _ in range(2):
        limited.index()
        _accounted(limited, "dana/z.txt")
        assert (limited.status().with_items, limited.status().failed) == (2, 1)


def test_what_cannot_be_read_keeps_its_items_though_another_file_holds_them(limited: Case, tmp_path: Path) -> None:
    folder = tmp_path / "records/dana"
    (folder / "a.txt").rename(folder / "b.txt")
    (folder / "a.txt").write_bytes(TOO_LARGE)
    for _ in range(2):
        limited.index()
        _accounted(limited, "dana/a.txt")
        assert limited.search.run("heron").total == 2, "a.txt may still be what it was"
    (folder / "a.txt").write_text("stork")
    limited.index()
    _accounted(limited)
    assert limited.search.run("heron").total == limited.search.run("stork").total == 1


def test_a_place_can_fail_again_after_what_was_read_there_has_moved(limited: Case, tmp_path: Path) -> None:
    folder = tmp_path / "records/dana"
    for content in (TOO_LARGE, b"heron", TOO_LARGE):
        (folder / "new.txt").write_bytes(content)
        limited.index()
        if content is not TOO_LARGE:
            (folder / "new.txt").rename(folder / "moved.txt")
            limited.index()
    _accounted(limited, "dana/new.txt")
    assert (limited.status().with_items, limited.status().failed) == (3, 1)


def test_a_file_that_comes_back_and_cannot_be_read_is_there(limited: Case, tmp_path: Path) -> None:
    path = tmp_path / "records/dana/z.txt"
    path.unlink()
    limited.index()
    path.write_bytes(TOO_LARGE)
    limited.index()
    _accounted(limited, "dana/z.txt")
    assert limited.status().vanished_files == 0 and limited.search.run("egret").total == 1, "it may be what it was"
    path.write_text("stork")
    limited.index()
    _accounted(limited)
    assert limited.search.run("egret AND is:superseded").total == limited.search.run("stork").total == 1


def test_a_file_with_links_outside_is_a_problem_until_its_root_allows_that(tmp_path: Path) -> None:
    with case_of(tmp_path, {"a.txt": "heron", "b.txt": "egret"}) as case:
        (tmp_path / "elsewhere.txt").write_text("crane")
        (tmp_path / "records/c.txt").hardlink_to(tmp_path / "elsewhere.txt")
        (tmp_path / "records/d.txt").hardlink_to(tmp_path / "records/a.txt")
        for _ in range(2):
            report = case.index()
        assert (report.failed, report.denied, case.search.run("crane").total) == (1, 0, 0)
        assert case.search.run("heron").total == 2 and case.status().adds_up
        ((code, path),) = case._opened.store.rows("SELECT code, path FROM problem WHERE code LIKE 'hard%'")
        assert (code, path) == ("hard-link-outside", "c.txt")
        scope = case.path / "scope.toml"
        scope.write_text(scope.read_text().replace('custodian = "{1}"', 'custodian = "{1}"\nallow-hard-links = true'))
        case.index()
        assert case.search.run("crane").total == 1 and case.status().adds_up
        assert all(check.held for check in case.verification.run())


# How far a run is: each file counts once and whole, and a large one as its members are read.


def test_members_count_as_they_come_and_no_file_counts_more_than_it_has() -> None:
    told: list[Progress] = []
    progress = RunProgress(told.append)
    source = OpenSource(
        1, Opened(Source(Allow("mail", "/x", "a", ""), "all.mbox", "all.mbox", 100, 0, 0, 0, -1), fd=3), "a", ""
    )
    source.opened.size = 100
    for member, size in (("", 100), ("0", 30), ("0.0", 20), ("1", 30), ("2", 90)):
        progress.meet(part(0, member, taken=size), source)
        progress.report("reading", 1, 1, 0, 100)
    progress.passed(7)
    progress.end(source)
    progress.report("done", 1, 1, 0, 100)
    assert [one.done_bytes for one in told] == [0, 30, 30, 60, 100, 107]
    assert all(one.share is None for one in told), "nothing was counted beforehand"


def test_members_of_an_archive_count_by_what_they_take_in_it() -> None:
    packed = packed_zip({f"{number}.txt": f"heron {number} {'egret ' * 2_000}".encode() for number in range(50)})
    taken = [part.taken for part in parts_of(packed, "all.zip") if part.member]
    assert len(taken) == 50 and len(packed) / 4 < sum(taken) < len(packed)


def test_what_alone_is_compressed_counts_at_its_end() -> None:
    packed = gzip.compress(packed_zip({"1.txt": b"heron"}))
    members = {part.member: part.taken for part in parts_of(packed, "all.zip.gz")}
    assert members["0"] == 0 and members["0.0"] > 0


def test_at_the_end_of_a_run_all_bytes_are_done(tmp_path: Path) -> None:
    told: list[Progress] = []
    with case_of(tmp_path, {"dana/1.txt": "heron", "dana/2.txt": "no"}) as case:
        (tmp_path / "records" / "dana" / "3.txt").write_text("another one")
        case.index(progress=told.append)
    assert (told[-1].stage, told[-1].done_bytes) == ("done", 18)
    assert told[-1].total_bytes in (18, None)
