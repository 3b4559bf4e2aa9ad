"""What is appended to a mailbox is read; what stood before it is not read again, and is as it would be."""

from __future__ import annotations

import base64
import hashlib
import json
import shutil
import tempfile
import threading
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from sample_corpus.archive import zip_of
from tests.effort import examples
from tests.indexing.halts import halt_after
from tests.indexing.test_run import facts
from tests.parsers.archive_builders import aes_member
from tests.records import case_of, mail, scope, write
from tests.sandbox.liar import part as stated
from tests.sandbox.readers import read_by
from tests.store.test_past import one, sound
from triage.case import Case
from triage.indexing.batch import IndexBatch
from triage.indexing.identify import OpenSource
from triage.model.items import ItemNo
from triage.model.runs import RunReport
from triage.sandbox.child.worker import SourceReading
from triage.sandbox.parent.answers import JobAnswers
from triage.sandbox.wire import Job, Late, Part, Reply, Stored, WireError, places_digest
from triage.scope import sources
from triage.settings import Settings

LINE = b"From a@x.example Tue May  2 08:20:30 2023\n"
INNER = b"--b\nContent-Type: message/rfc822\n\n" + mail("Inner", "within") + b"\n--b\nContent-Type: text/plain\n"
INNER += b"Content-Disposition: attachment; filename=plan.txt\n\nthe plan\n--b--\n"


def numbered(n: int, body: str = "", more: str = "") -> bytes:
    return LINE + mail(f"Mail {n}", body or f"heron {n}\n", message_id=f"<{n}@x.example>", more=more) + b"\n"


def carrying(n: int) -> bytes:
    """Return a mail with a mail and a text attached."""
    more = 'MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="b"\n'
    return numbered(n, INNER.decode(), more).replace(b"Content-Type: text/plain; charset=utf-8\n\n--b", b"\n--b")


BOX = b"".join(carrying(n) if n % 3 == 0 else numbered(n) for n in range(12))
MORE = numbered(50) + carrying(51)


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Note which members of mailboxes readers have given."""
    members: list[str] = []
    real = IndexBatch.add_part

    def noting(self: IndexBatch, source: OpenSource, part: Part) -> bool:
        members.append(part.member)
        return real(self, source, part)

    monkeypatch.setattr(IndexBatch, "add_part", noting)
    return members


def grown(case: Case, data: bytes, name: str = "dana/in.mbox") -> RunReport:
    (case.path.parent / "records" / name).write_bytes(data)
    return case.index()


def told(case: Case) -> list[tuple[object, ...]]:
    """Return the facts with places for ids, and without what a file was before."""
    known = facts(case)
    places = {of[1]: of[0] for of in known}
    without = [(*of[:-1], tuple(p for p in of[-1] if p[0] != "changed")) for of in known]  # type: ignore[attr-defined]
    return [tuple(places.get(each, each) if isinstance(each, str) else each for each in of) for of in without]


def agrees(case: Case, folder: Path) -> None:
    """Assert that a case holds what a fresh one of the same records does, and knows each of its items by its id."""
    with Case.create(folder / "fresh", scope(case.path.parent / "records")) as fresh:
        if (settings_file := case.path / "settings.toml").exists():
            shutil.copy(settings_file, fresh.path)
    with Case.open(folder / "fresh") as fresh:
        fresh.index()
        assert told(case) == told(fresh)
        for item in map(fresh.search.item, fresh.search.run("").nos):
            ((n,),) = case._opened.store.rows("SELECT n FROM known_id WHERE id=?", (item.row.id,))
            same = case.search.item(ItemNo(n))
            assert (same.sha256, same.message_id, same.row.name) == (item.sha256, item.message_id, item.row.name)
    sound(case)


@pytest.mark.parametrize("mapped", [False, True])
def test_what_is_appended_is_read_and_nothing_before_the_last_mail(
    tmp_path: Path, read: list[str], mapped: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sources, "MAPPED", 1 if mapped else 1 << 30)
    monkeypatch.setattr(sources, "YOUNG", 0)
    with case_of(tmp_path, {"dana/in.mbox": BOX}) as case:
        nos = case.search.run("heron").nos
        tagged = one(case, '"heron 4"')
        case.decisions.tag([tagged], "relevant", "Rae", "key")
        case.decisions.seal([one(case, '"heron 5"')], "private", "Rae", "key")
        assert len(read) == 1 + 12 + 4 * 2
        read.clear()
        assert grown(case, BOX + MORE).kept == 11 + 4 * 2, "the last mail is read again"
        assert read == ["", "11", "12", "13", "13.0", "13.1"]
        assert one(case, "tag:relevant") == tagged and case.search.run("is:sealed").total == 1
        assert set(nos) - {one(case, "is:sealed")} < set(case.search.run("heron").nos)
        assert case.search.run("*").total == 1 + 14 + 5 * 2
        sound(case)
        read.clear()
        grown(case, BOX + MORE + numbered(60))
        assert read == ["", "13", "13.0", "13.1", "14"], "what was appended to may be appended to again"
        assert one(case, "tag:relevant") == tagged
        sound(case)


def test_a_mailbox_that_grew_is_what_it_would_be_if_it_were_read_whole(tmp_path: Path) -> None:
    with case_of(tmp_path, {"dana/in.mbox": BOX}) as case:
        grown(case, BOX + MORE)
        agrees(case, tmp_path)


def test_the_record_says_that_the_whole_file_was_hashed(tmp_path: Path) -> None:
    with case_of(tmp_path, {"dana/in.mbox": BOX}) as case:
        grown(case, BOX + MORE)
        (source,) = case._opened.store.rows("SELECT size, sha256 FROM source WHERE current=1")
        assert source == (len(BOX + MORE), hashlib.sha256(BOX + MORE).hexdigest())
        details = [row for (row,) in case._opened.store.rows("SELECT detail FROM audit WHERE action='items'")]
        assert json.loads(details[-1])["not_read_again"] == {"2": 11} and "not_read_again" not in details[0]
        sound(case)


@pytest.mark.parametrize(
    "data",
    [
        BOX.replace(b"heron 4", b"egret 4") + MORE,
        MORE + BOX,
        BOX[: len(BOX) // 2],
        b"\n" + BOX,
    ],
    ids=["changed", "before", "cut", "moved"],
)
def test_a_mailbox_whose_beginning_changed_is_read_whole(tmp_path: Path, read: list[str], data: bytes) -> None:
    with case_of(tmp_path, {"dana/in.mbox": BOX}) as case:
        read.clear()
        grown(case, data)
        assert read[:2] == ["", "0"]
        agrees(case, tmp_path)


LARGE = numbered(90, "heron\n" * 200_000) + numbered(91)


@pytest.mark.parametrize(
    ("setting", "value", "data"),
    [("limit_children", 9, BOX), ("limit_depth", 1, BOX), ("limit_item_mb", 1, BOX + LARGE)],
    ids=["count", "depth", "size"],
)
def test_a_mailbox_of_which_a_limit_kept_something_is_read_whole(
    tmp_path: Path, read: list[str], setting: str, value: int, data: bytes
) -> None:
    root = write(tmp_path / "records", {"dana/in.mbox": data})
    with Case.create(tmp_path / "case", scope(root)) as case:
        (case.path / "settings.toml").write_text(f"{setting} = {value}\nworkers = 1\n")
    with Case.open(tmp_path / "case") as case:
        case.index()
        assert any(problem.code.startswith("limit-") for problem in case.reports.problems())
        read.clear()
        grown(case, data + MORE)
        assert read[:2] == ["", "0"]
        agrees(case, tmp_path)


def test_a_limit_counts_what_was_read_before(tmp_path: Path, read: list[str]) -> None:
    """A mailbox to which is appended has no more items than one that is read whole."""
    root, limit = write(tmp_path / "records", {"dana/in.mbox": BOX}), 1 + 12 + 4 * 2 + 2
    with Case.create(tmp_path / "case", scope(root)) as case:
        (case.path / "settings.toml").write_text(f"limit_children = {limit}\nworkers = 1\n")
    with Case.open(tmp_path / "case") as case:
        case.index()
        assert list(case.reports.problems()) == []
        read.clear()
        grown(case, BOX + MORE + MORE)
        assert read[:2] == ["", "11"] and case.search.run("problem:limit-count").total
        assert case.search.run("*").total == limit
        agrees(case, tmp_path)


@pytest.mark.parametrize("passwords", [(), ("open-sesame-77",)])
def test_a_mailbox_that_holds_what_a_password_may_open_is_read_whole(
    tmp_path: Path, read: list[str], passwords: tuple[str, ...]
) -> None:
    closed = base64.encodebytes(zip_of(aes_member("a.txt", b"kestrel", "open-sesame-77")))
    file = b"Content-Disposition: attachment; filename=a.zip\nContent-Transfer-Encoding: base64\n\n" + closed
    data = BOX + carrying(70).replace(b"Content-Disposition: attachment; filename=plan.txt\n\nthe plan\n", file)
    data += numbered(71)
    with case_of(tmp_path, {"dana/in.mbox": data}) as case:
        assert "encrypted" in {problem.code for problem in case.reports.problems()}
        read.clear()
        (tmp_path / "records/dana/in.mbox").write_bytes(data + MORE)
        case.index(passwords=passwords)
        assert read[:2] == (["", "0"] if passwords else ["", "13"])
        assert case.search.run("kestrel").total == len(passwords)
        sound(case)


def test_rules_for_members_have_a_mailbox_read_whole(tmp_path: Path, read: list[str]) -> None:
    with case_of(tmp_path, {"dana/in.mbox": BOX}, deny=("**/*.tmp",)) as case:
        read.clear()
        grown(case, BOX + MORE)
        assert read[:2] == ["", "0"], "a rule may deny what it allowed before"


def test_a_mailbox_to_which_a_retry_is_due_is_read_whole(tmp_path: Path, read: list[str]) -> None:
    with case_of(tmp_path, {"dana/in.mbox": BOX + numbered(80, "\x1b$B heron \x1b$B\n")}) as case:
        (code,) = {p.code for p in case.reports.problems()}
        read.clear()
        (tmp_path / "records/dana/in.mbox").write_bytes(BOX + numbered(80, "\x1b$B heron \x1b$B\n") + MORE)
        case.index(retry=(code,))
        assert read[:2] == ["", "0"]


@pytest.mark.parametrize("replies", [1, 2, 4])
def test_a_run_that_was_stopped_in_what_was_appended_goes_on(
    tmp_path: Path, replies: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    with case_of(tmp_path, {"dana/in.mbox": BOX}) as case:
        tagged = one(case, '"heron 4"')
        case.decisions.tag([tagged], "relevant", "Rae", "key")
        (tmp_path / "records/dana/in.mbox").write_bytes(BOX + MORE)
        stop = threading.Event()
        with monkeypatch.context() as patch:
            halt_after(patch, replies, stop.set)
            assert case.index(stop=stop).stopped
        case.index()
        assert one(case, "tag:relevant") == tagged
        agrees(case, tmp_path)


def test_a_reader_that_dies_in_what_was_appended_costs_what_it_was_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_by("hostile", monkeypatch)
    with case_of(tmp_path, {"dana/in.mbox": BOX}) as case:
        grown(case, BOX + MORE + carrying(52).replace(b"the plan", b"HOSTILE die") + numbered(53))
        assert one(case, "problem:crashed") and one(case, '"heron 53"')
        agrees(case, tmp_path)


# The reader: whatever is appended wherever, what it passes over and what it gives are what the whole file has.

_TEXTS = (
    "heron\n",
    "heron",
    "\n",
    "",
    "From here\n",
    "\nFrom x@y.example Mon Jan  1 00:00:00 2024\n",
    ">From there\n",
    "\nFrom - Mon Jan  1 00:00:00 2024\nSubject: x\n\ny\n",
    "From b@x.example Tue May  2 08:20:30 2023\n",
    "\1\1\1\1\n",
    "\n\1\1\1\1\n",
    "\r\n",
    "\r\nFrom b@x.example Tue May  2 08:20:30 2023\r\nTo: z\r\n\r\n",
)


@st.composite
def mailboxes(draw: st.DrawFn) -> bytes:
    lengths = st.sampled_from(["", *(f"Content-Length: {n}\n" for n in (0, 1, 7, 40, 150, 400, 900, 10**9))])
    pieces = [LINE if draw(st.booleans()) else b"\1\1\1\1\n"]
    for n in range(draw(st.integers(1, 6))):
        body = "".join(draw(st.lists(st.sampled_from(_TEXTS), max_size=4)))
        kind = draw(st.integers(0, 3))
        pieces.append(carrying(n) if kind == 3 else numbered(n, body, draw(lengths))[len(LINE) * (n == 0) :])
    data = b"".join(pieces)
    return data.replace(b"\n", b"\r\n") if draw(st.booleans()) else data


def replies_of(data: bytes, stored: Stored | None = None) -> list[Reply]:
    replies: list[Reply] = []
    job = Job(1, "in.mbox", data, stored=stored or Stored())
    answers = JobAnswers(job, Settings())
    SourceReading(job, Settings(), replies.append).read(data, "in.mbox", "")
    for reply in replies:
        answers.judge(reply)
    return replies


def stored_of(replies: list[Reply]) -> Stored:
    """Return what a case stores of a mailbox before its last member."""
    inside = [reply for reply in replies if isinstance(reply, Part) and reply.member]
    last = max((int(part.member.partition(".")[0]) for part in inside), default=0)
    first = [part for part in inside if int(part.member.partition(".")[0]) < last]
    tops = [part.location for part in first if "." not in part.member]
    return Stored(len(tops), places_digest(tops), len(first), sum(part.size for part in first))


@settings(max_examples=examples(300))
@given(mailboxes(), mailboxes(), st.integers(0, 1 << 20))
def test_a_reader_gives_what_the_whole_mailbox_has(data: bytes, more: bytes, at: int) -> None:
    data += more
    before, whole = replies_of(data[: at % len(data)]), replies_of(data)
    stored = stored_of(before)
    after = replies_of(data, stored)
    passed = after[0].passed if isinstance(after[0], Part) else 0
    assert passed in (0, stored.members)
    kept = [r for r in before if isinstance(r, Part | Late) and r.member and int(r.member.partition(".")[0]) < passed]
    assert isinstance(after[0], Part)
    after[0] = replace(after[0], passed=0)
    assert sorted(map(repr, [*kept, *after])) == sorted(map(repr, whole))


def test_nothing_is_passed_over_in_a_mailbox_that_is_divided_otherwise_now() -> None:
    """A stated length that pointed beyond the end of the mailbox holds other messages once there is more of it."""
    first = numbered(1, more="Content-Length: 600\n")
    data = LINE + mail("Mail 0", "heron") + b"\n" + first + numbered(2) + numbered(3)
    end = data.index(b"\n\n", data.index(b"600")) + 2 + 600
    assert end > len(data)
    data_now = data + b"x" * (end - len(data) - 1) + b"\n" + MORE
    after = replies_of(data_now, stored_of(replies_of(data)))
    assert isinstance(after[0], Part) and after[0].passed == 0
    assert after == replies_of(data_now)


def test_a_mailbox_that_is_something_else_now_is_read_as_that(tmp_path: Path) -> None:
    stored = stored_of(replies_of(BOX))
    assert stored.members == 11
    (text, *_) = replies_of(b"heron\n" + BOX, stored)
    assert isinstance(text, Part) and (text.type, text.passed) == ("text/plain", 0)


@pytest.mark.parametrize(
    ("media", "passed", "first", "sound"),
    [
        ("application/mbox", 3, "3", True),
        ("application/mbox", 0, "0", True),
        ("application/mbox", 3, "0", False),
        ("application/mbox", 0, "3", False),
        ("application/mbox", 2, "2", False),
        ("application/zip", 3, "3", False),
    ],
)
def test_no_reader_passes_over_what_is_not_stored(media: str, passed: int, first: str, sound: bool) -> None:
    answers = JobAnswers(Job(1, "in.mbox", b"x" * 9, stored=Stored(3, "")), Settings())

    def judge() -> None:
        answers.judge(stated(1, size=9, type=media, passed=passed))
        answers.judge(stated(1, first))

    if sound:
        judge()
    else:
        with pytest.raises(WireError):
            judge()


@pytest.mark.nightly
@settings(max_examples=examples(4))
@given(mailboxes(), mailboxes(), mailboxes(), st.integers(0, 1 << 20))
def test_whatever_is_appended_a_case_is_as_a_fresh_one(one: bytes, two: bytes, three: bytes, at: int) -> None:
    data = one + two + three
    with (
        tempfile.TemporaryDirectory() as folder,
        case_of(Path(folder), {"dana/in.mbox": data[: at % len(one)]}) as case,
    ):
        grown(case, data[: len(one) + at % len(two)])
        grown(case, data)
        agrees(case, Path(folder))
