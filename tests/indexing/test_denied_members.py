"""Tests of triage.indexing.run: what the scope denies is denied inside files, too."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.records import case_of, mail
from tests.writers.archives import seven_zip_of, tar_of
from tests.writers.package import zipped
from triage.case import Case
from triage.indexing.identify import OpenSource
from triage.indexing.remote import RemoteBroker
from triage.indexing.run import DeniedMembers
from triage.model.items import Item
from triage.sandbox.wire import Late, Part
from triage.scope import ledger
from triage.scope.policy import Allow, Deny, Policy
from triage.scope.sources import Opened, Source
from triage.settings import Settings

Pack = Callable[[dict[str, bytes]], bytes]
FILES = {
    "readme.txt": b"heron",
    "customer-data/list.txt": b"secretword",
    "deep/dump.SQL": b"secretword",
    "z.txt": b"egret",
}


def mailed(files: dict[str, bytes]) -> bytes:
    from email.message import EmailMessage

    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "dana@orrin.example", "omar@orrin.example", "Files"
    message.set_content("See attached")
    for name, data in files.items():
        message.add_attachment(data, "application", "octet-stream", filename=name)
    return message.as_bytes()


def index(folder: Path, files: dict[str, bytes | str], *deny: str) -> Case:
    return case_of(folder, files, deny=deny)


def every(case: Case) -> list[Item]:
    return [case.search.item(no) for no in case.search.run("*").nos]


def denials(case: Case) -> list[dict[str, str]]:
    return [line for line in ledger.read(case.path / "ledger.jsonl") if line.get("kind") == "member"]


@pytest.mark.parametrize("pack", [zipped, lambda files: tar_of(files, "w:gz"), seven_zip_of, mailed])
@pytest.mark.parametrize("nested", [False, True])
def test_denied_members_are_not_extracted_and_on_record(tmp_path: Path, pack: Pack, nested: bool) -> None:
    data = pack(FILES)
    if nested:
        data = zipped({"before.txt": b"x", "inner.bin": data, "after.txt": b"y"})
    with index(tmp_path, {"box": data}, "customer-data", "*.sql") as case:
        assert case.search.run("heron").total == case.search.run("egret").total == 1
        assert case.search.run("secretword").total == 0
        assert {line["r"] for line in denials(case)} == {"deny-1", "deny-2"} and len(denials(case)) == 2
        ((report,),) = case._opened.store.rows("SELECT report FROM run")
        assert json.loads(report)["denied_members"] == 2 and json.loads(report)["denied"] == 0
        assert not json.loads(report)["idle_rules"]
        holding = [item for item in every(case) if any(p.code == "denied-member" for p in item.problems)]
        assert {item.member for item in holding} == ({"", "1"} if nested else {""})
        for item in holding:
            (problem,) = [p for p in item.problems if p.code == "denied-member"]
            assert dict(problem.message.values) == {"count": 2}
        texts = "".join(s.text for item in every(case) for s in item.segments if s.origin != "transport")
        assert "customer-data" not in texts and "dump.SQL" not in texts
        assert all(check.held for check in case.verification.run())


def test_the_ordinals_of_others_stay_whatever_is_denied(tmp_path: Path) -> None:
    members = []
    for number, deny in enumerate([(), ("customer-data", "*.sql")]):
        with index(tmp_path / str(number), {"box": zipped(FILES)}, *deny) as case:
            members.append({item.row.name: item.member for item in every(case)})
    assert members[1].items() < members[0].items() and len(members[1]) == 3


@pytest.mark.parametrize(
    "name", ["customer-data\\list.txt", "/customer-data/list.txt", "x/CUSTOMER-DATA/y", "./customer-data"]
)
def test_however_a_member_is_named(tmp_path: Path, name: str) -> None:
    with index(tmp_path, {"box.zip": zipped({name: b"secretword", "a": b"heron"})}, "customer-data") as case:
        assert case.search.run("secretword").total == 0 and len(denials(case)) == 1


def test_globs_that_count_from_a_root_mean_no_member(tmp_path: Path) -> None:
    with index(tmp_path, {"box.zip": zipped({"hr/a.txt": b"heron"})}, "hr/a.txt") as case:
        assert case.search.run("heron").total == 1 and not denials(case)


def test_copies_with_denied_attachments_are_copies_by_their_bytes_alone(tmp_path: Path) -> None:
    first, second = mailed({"dump.sql": b"1"}), mailed({"dump.sql": b"2"})
    with index(tmp_path, {"1.eml": first, "2.eml": second, "3.eml": first}, "*.sql") as case:
        digests = {item.path: item.digest for item in every(case)}
        assert digests["1.eml"] == digests["3.eml"] != digests["2.eml"]


def test_what_holds_denied_members_isnt_exported_as_it_is(tmp_path: Path) -> None:
    with index(tmp_path, {"box.eml": mailed(FILES), "b.eml": mail()}, "customer-*", "*.sql") as case:
        report = case.export.bundle(tmp_path / "out", "*", "Dana Levi")
        assert len(report.missing) == 1 and "the scope denies" in report.missing[0][1]
        assert not [p for p in (tmp_path / "out").rglob("*") if p.is_file() and b"c2VjcmV0d29yZA" in p.read_bytes()]


def test_a_rule_that_is_added_later_holds_for_originals_of_members(tmp_path: Path) -> None:
    with index(tmp_path, {"box.zip": zipped(FILES)}) as case:
        scope = case.path / "scope.toml"
        scope.write_text(scope.read_text() + '\n[[deny]]\nid = "later"\nglob = "*.sql"\n')
        report = case.export.bundle(tmp_path / "out", "secretword", "Dana Levi")
        assert [why for _, why in report.missing] == ["It is denied by the rule 'later' of scope.toml now."]
        assert [line["r"] for line in denials(case)] == ["later"]


def test_what_a_reader_sends_all_the_same_is_dropped_with_what_is_in_it(tmp_path: Path) -> None:
    policy = Policy("p", "a", (Allow("r", str(tmp_path), "X"),), (Deny("d", "secret"),))
    book = ledger.Ledger(tmp_path / "l", b"k")
    broker = RemoteBroker(policy, book, Settings())
    denied = DeniedMembers(policy, broker)
    source = OpenSource(1, Opened(Source(policy.allow[0], "a.zip", "a.zip", 1, 0, 0, 0, -1)), "X", "a.zip")
    empty = dict.fromkeys(("sha256", "mih", "digest", "subject", "sender", "date_kind", "date_raw", "message_id"), "")
    lists = {name: [] for name in ("to", "cc", "bcc", "references", "properties", "segments", "folded", "troubles")}

    def part(member: str, name: str, path: str = "") -> Part:
        return Part(job=1, member=member, name=name, type="a/b", size=1, date=None, path=path, **empty, **lists)  # type: ignore[arg-type]

    replies = [part("", "secret"), part("0", "a"), part("1", "SECRET/x"), part("1.0", "b"), part("2", "c", "secret/c")]
    assert [denied.keep_out(source, reply) for reply in replies] == [False, False, True, True, True]
    assert denied.keep_out(source, Late(1, "1.0", [])) and not denied.keep_out(source, Late(1, "", []))
    assert broker.denied_members == 2 and [member for member, _ in denied.problems(source)] == [""]
    book.end()
    assert [line["kind"] for line in ledger.read(tmp_path / "l")] == ["member", "member"]


def test_folders_of_a_mailbox_are_denied_without_reading_their_items(tmp_path: Path) -> None:
    from tests.parsers.mail_builders import item
    from tests.parsers.outlook.test_pst import INBOX, TOP, store

    builder = store()
    builder.folder(0x8062, "Works Council", TOP)
    for folder in (0x8062, INBOX, 0x8062):
        builder.message(item(), folder)
    with index(tmp_path, {"box.pst": builder.build()}, "works council") as case:
        (mail,) = [item for item in every(case) if item.row.type == "application/vnd.ms-outlook"]
        assert mail.member == "1" and ("Folder", "Top/Inbox") in mail.properties
        assert len(denials(case)) == 2 and len({line["k"] for line in denials(case)}) == 2
    with index(tmp_path / "2", {"box.pst": builder.build()}, "secret*", "falcon.msg") as case:
        assert len(every(case)) == 1 and len(denials(case)) == 3


def test_an_olm_archive(tmp_path: Path) -> None:
    from tests.parsers.outlook.test_olm import INBOX, archive, mail

    with index(
        tmp_path, {"a.olm": archive(*mail()), "b.olm": archive(*mail(), name=INBOX.replace("Inbox", "HR"))}, "hr"
    ) as case:
        assert [item.path for item in every(case) if item.member] == ["a.olm"] and len(denials(case)) == 1


def test_an_attachment_of_an_outlook_item(tmp_path: Path) -> None:
    from tests.parsers.mail_builders import item
    from triage.parsers.outlook.msg import build_msg

    bag = item()
    name = next(text for text in (bag.attachments[0].text(n) for n in (0x3707, 0x3704, 0x3001)) if text)
    with index(tmp_path, {"a.msg": build_msg(bag)}, name) as case:
        assert case.search.run('"secret plan"').total == 0 and len(denials(case)) == 1


def test_a_member_goes_on_record_once_a_run(tmp_path: Path) -> None:
    files = {f"{n}.txt": b"heron" for n in range(3)} | {"dump.sql": b"secretword"}
    with index(tmp_path, {"box.zip": zipped(files)}, "*.sql") as case:
        case.index(retry=["denied-member"])
        assert [line["kind"] for line in denials(case)] == ["member"] * 2  # once a run
        assert len(every(case)) == 4
        (problem,) = [p for item in every(case) for p in item.problems]
        assert problem.code == "denied-member"
