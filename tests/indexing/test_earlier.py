"""Tests of triage.indexing.identify: what a container still holds after it changed keeps its id, decisions and seal."""

from __future__ import annotations

import random
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.effort import examples
from tests.parsers.mail_builders import item, wide
from tests.records import case_of, mail, zipped
from tests.store.test_past import one, sound
from tests.writers.archives import seven_zip_of, tar_of
from tests.writers.package import zipped as zip_of
from tests.writers.pst import PstBuilder
from triage.case import Case
from triage.model.items import ItemNo


class Message(NamedTuple):
    """A message in one of its versions, which share its Message-ID."""

    number: int
    version: int = 0

    @property
    def ident(self) -> str:
        return f"<{self.number}@x.example>"

    @property
    def words(self) -> str:
        return f"heron {self.number} of {self.version}"

    @property
    def eml(self) -> bytes:
        return mail("A bird", self.words + "\n", message_id=self.ident)


def files(messages: list[Message]) -> dict[str, bytes]:
    return {f"{message.number}.eml": message.eml for message in messages}


def mbox(messages: list[Message]) -> bytes:
    return b"".join(b"From a@x.example Tue May  2 08:20:30 2023\n" + message.eml + b"\n" for message in messages)


def pst(messages: list[Message]) -> bytes:
    builder = PstBuilder()
    for number, name, parent in ((0x122, "", 0x122), (0x8022, "Top", 0x122), (0x8042, "Inbox", 0x8022)):
        builder.folder(number, name, parent)
    for message in messages:
        bag = item("A bird", message.words)
        bag.values[0x1035, 0x1F] = wide(message.ident)
        bag.attachments.clear()
        builder.message(bag, 0x8042)
    return builder.build()


KINDS: dict[str, tuple[Callable[[list[Message]], bytes], int]] = {
    "mbox": (mbox, 1),
    "zip": (lambda messages: zip_of(files(messages)), 1),
    "tar": (lambda messages: tar_of(files(messages)), 1),
    "7z": (lambda messages: seven_zip_of(files(messages)), 1),
    "pst": (pst, 1),
    "nested.zip": (lambda messages: zip_of({"inner.mbox": mbox(messages)}), 2),
}
"""What writes a container of each kind, and how many items it is itself."""


def put(path: Path, messages: list[Message]) -> None:
    if path.suffix:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(KINDS[path.name.partition(".")[2]][0](messages))
        return
    shutil.rmtree(path, ignore_errors=True)
    path.mkdir(parents=True)
    for name, data in files(messages).items():
        (path / name).write_bytes(data)


def current(case: Case, message: Message) -> ItemNo:
    sql = "SELECT n FROM current_item WHERE message_id=?"
    ((n,),) = case._opened.store.rows(sql, (message.ident,))
    return ItemNo(n)


@pytest.mark.nightly
@pytest.mark.parametrize("kind", KINDS)
def test_a_message_more_is_an_item_more(tmp_path: Path, kind: str) -> None:
    path, own = tmp_path / f"records/dana/box.{kind}", KINDS[kind][1]
    messages = [Message(n) for n in range(6)]
    put(path, messages)
    with case_of(tmp_path, {}) as case:
        before = {m: current(case, m) for m in messages}
        case.decisions.tag([before[messages[2]]], "relevant", "Rae", "key")
        put(path, [*messages, Message(7)])
        report = case.index()
        assert report.items == 1 + own, "the message, and the container itself"
        assert {m: current(case, m) for m in messages} == before and one(case, "tag:relevant") == before[messages[2]]
        assert case.search.run("*").total == case.status().items == 7 + own and case.status().superseded == own
        put(path, [Message(7), *messages[4:1:-1], Message(1, version=1)])
        assert case.index().items == 1 + own
        assert {m: current(case, m) for m in messages[2:5]} == {m: before[m] for m in messages[2:5]}
        assert one(case, "tag:relevant") == before[messages[2]]
        states = {m.number: case.search.item(before[m]).row.state for m in messages}
        assert states == {0: "vanished", 1: "superseded", 2: "", 3: "", 4: "", 5: "vanished"}
        assert case.search.item(before[messages[1]]).successor == case.search.item(current(case, messages[1])).row.id
        exported = case.export.bundle(tmp_path / "out", "heron", "Rae")
        assert (exported.findings, exported.natives) == (5, 5), "each is found where it lies now"
        (number,) = case.search.run('file:"box" AND NOT is:attachment').nos
        assert case.search.rows([number])[0].attachments == (5 if own == 1 else 1)
        sound(case)


def test_attachments_stay_with_their_message(tmp_path: Path) -> None:
    """Equal attachments of different messages stay apart, and those of one that changed come along."""

    def message(n: int, body: str) -> bytes:
        parts = (f"Content-Type: text/plain\n\n{body}", *map(_attached, ("the same logo", f"plan of {n}")))
        body = "".join(f"--b1\n{part}\n" for part in parts) + "--b1--\n"
        more = 'MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="b1"\n'
        return mail("A bird", body, message_id=f"<{n}@x>", more=more).replace(
            b"Content-Type: text/plain; charset=utf-8\n\n--", b"\n--"
        )

    path = tmp_path / "records/dana/box.zip"
    path.parent.mkdir(parents=True)
    zipped(path, {f"{n}.eml": message(n, "heron") for n in (1, 2, 3)})
    with case_of(tmp_path, {}) as case:

        def parents() -> dict[str, ItemNo | None]:
            rows = case.search.rows(case.search.run("logo OR plan").nos)
            return {row.id: row.parent for row in rows}

        before, plan = parents(), one(case, '"plan of 2"')
        assert len(before) == 6
        zipped(path, {f"{n}.eml": message(n, "egret" if n == 2 else "heron") for n in (9, 3, 2, 1)})
        case.index()
        after, changed = parents(), one(case, "egret")
        assert before.keys() < after.keys() and len(after) == 8
        moved = {key for key in before if after[key] != before[key]}
        assert len(moved) == 2 and {after[key] for key in moved} == {changed} == {case.search.item(plan).row.parent}
        sound(case)


@pytest.mark.parametrize("kind", ["zip", "nested.zip"])
def test_what_a_damaged_version_cannot_give_has_not_vanished(tmp_path: Path, kind: str) -> None:
    path, messages = tmp_path / f"records/dana/box.{kind}", [Message(n) for n in range(4)]
    put(path, messages)
    with case_of(tmp_path, {}) as case:
        before = {m: current(case, m) for m in messages}
        data = path.read_bytes()
        path.write_bytes(data[: len(data) // 2])
        case.index()
        assert not any(case.search.item(no).row.state for no in before.values()), "they may still be there"
        put(path, messages[:3])
        case.index()
        assert [m for m in messages if case.search.item(before[m]).row.state] == messages[3:]
        sound(case)


def test_what_a_limit_cuts_off_has_not_vanished(tmp_path: Path) -> None:
    plan = {"plan.txt": b"heron plan"}
    with case_of(tmp_path, {"dana/box.tar.gz": tar_of(plan, "w:gz")}) as case:
        (tmp_path / "records/dana/box.tar.gz").write_bytes(tar_of({"bomb.log": bytes(4 << 20), **plan}, "w:gz"))
        case.index()
        assert case.search.run("problem:limit-ratio").total and case.search.run("plan").total == 1
        sound(case)


def test_a_later_version_of_a_sealed_member_is_sealed_on_arrival(tmp_path: Path) -> None:
    path, other = tmp_path / "records/dana/box.zip", tmp_path / "records/dana/gone.txt"
    path.parent.mkdir(parents=True)
    zipped(path, {"customers.txt": b"heron of a customer", "plan.txt": b"heron plan"})
    other.write_text("heron by itself")
    with case_of(tmp_path, {}) as case:
        case.decisions.seal([one(case, "customer"), one(case, "itself")], "private", "Rae", "key")
        other.unlink()
        zipped(path, {"new.txt": b"egret", "customers.txt": b"heron of two customers", "plan.txt": b"heron plan"})
        case.index()
        assert case.search.run("two").total == 0 and case.search.run('egret OR "heron plan"').total == 2
        assert case.search.run("is:sealed").total == 1 and case.search.run("is:sealed AND is:superseded").total == 1
        other.write_text("heron again")
        zipped(path, {"customers.txt": b"heron of three customers", "a copy.txt": b"heron of two customers"})
        case.index()
        assert case.search.run("heron").total == 0 and case.search.run("is:sealed").total == 3
        assert case.status().vanished == 1 + 1, "the plan, and what was new"
        sound(case)


def _attached(text: str) -> str:
    return f'Content-Type: text/plain\nContent-Disposition: attachment; filename="a.txt"\n\n{text}'


class World:
    """What lies in the records, what was decided on it, and what a case must say of it."""

    def __init__(self, folder: Path, names: list[str], chance: random.Random) -> None:
        self.root, self.chance = folder / "records/dana", chance
        self.boxes = {name: [Message(10 * at + n) for n in range(3)] for at, name in enumerate(names)}
        for name, messages in self.boxes.items():
            put(self.root / name, messages)
        self.case = case_of(folder, {})
        self.ids = {message: self.row(message).id for message in self.held()}
        self.past: set[Message] = set()
        self.superseded: set[Message] = set()
        self.tagged: set[Message] = set()
        self.sealed: set[Message] = set()

    def held(self) -> set[Message]:
        return {message for messages in self.boxes.values() for message in messages}

    def row(self, message: Message):  # type: ignore[no-untyped-def]
        return self.case.search.rows([current(self.case, message)])[0]

    def decide(self) -> None:
        message = self.chance.choice(sorted(self.held() - self.sealed) or [Message(99)])
        if message.number < 99 and self.chance.random() < 0.3:
            self.case.decisions.seal([current(self.case, message)], "private", "Rae", "key")
            self.sealed.add(message)
        elif message.number < 99:
            self.case.decisions.tag([current(self.case, message)], "relevant", "Rae", "key")
            self.tagged.add(message)

    def change(self) -> None:
        before, name = self.held(), self.chance.choice(sorted(self.boxes))
        messages = list(self.boxes.pop(name))
        fresh = 10 * (messages[0].number // 10)
        match self.chance.choice(("append", "shorten", "reorder", "edit", "insert", "rename", "return")):
            case "append":
                messages.append(Message(fresh + 3 + self.chance.randrange(7), self.chance.randrange(2)))
            case "insert":
                messages.insert(0, Message(fresh + 3 + self.chance.randrange(7), self.chance.randrange(2)))
            case "shorten" if len(messages) > 2:  # one message alone has the bytes of its mbox
                del messages[self.chance.randrange(len(messages))]
            case "reorder":
                self.chance.shuffle(messages)
            case "edit":
                at = self.chance.randrange(len(messages))
                messages[at] = messages[at]._replace(version=messages[at].version + 1)
            case "return":
                messages = [m._replace(version=0) for m in messages]
            case "rename":
                old, name = name, f"n{len(name)}{name}"
                (self.root / old).rename(self.root / name)
        messages = list({message.number: message for message in messages}.values())
        put(self.root / name, messages)
        self.boxes[name] = messages
        self.case.index()
        self.expect(before, self.held())

    def expect(self, before: set[Message], now: set[Message]) -> None:
        for message in now - before:
            versions = {other for other in self.ids if other.number == message.number} - now
            if versions & self.sealed:
                self.sealed.add(message)
            self.superseded |= versions
        self.past = (self.past | before) - now
        self.superseded -= now

    def check(self) -> None:
        case, now, folders = self.case, self.held(), sum("." not in name for name in self.boxes)
        own = sum(KINDS[name.partition(".")[2]][1] for name in self.boxes if "." in name)
        assert case.search.run("*").total == len(now) + own == case.status().items, (folders, self.boxes)
        for message in now:
            assert self.ids.setdefault(message, self.row(message).id) == self.row(message).id, message
        assert len(set(self.ids.values())) == len(self.ids)
        for message in now | self.past:
            row = case.search.rows([case.search.find(self.ids[message])])[0]
            state = "" if message in now else "superseded" if message in self.superseded else "vanished"
            assert (row.state, row.sealed) == (state, message in self.sealed), (message, state)
            assert ("relevant" in row.tags) == (message in self.tagged), message
        shut = case._opened.store.value("SELECT count(*) FROM sealed")
        assert shut == len(self.sealed & self.ids.keys())
        decided = {item.id for item in case.status().past_decided}
        assert decided == {self.ids[message] for message in self.past & (self.tagged | self.sealed)}
        sound(case)


@pytest.mark.nightly
@settings(max_examples=examples(3))
@given(st.lists(st.sampled_from([*KINDS, "folder"]), min_size=2, max_size=3), st.integers(0, 1 << 30))
def test_whatever_changes_ids_decisions_and_counts_are_right(kinds: list[str], seed: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        names = [f"box{at}{'' if kind == 'folder' else '.' + kind}" for at, kind in enumerate(kinds)]
        world = World(Path(folder), names, random.Random(seed))
        with world.case:
            for _ in range(4):
                world.decide()
                world.change()
                world.check()
