"""Tests of the airlock, with real readers: a parser that crashes, hangs or eats memory costs one item."""

from __future__ import annotations

import dataclasses
import os
import struct
import tempfile
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from itertools import groupby

import pytest

from tests.parsers.kit.test_ole import packaging
from tests.sandbox.readers import read_by, readers_of, replies_of
from tests.writers.package import zipped
from triage.errors import CaseError
from triage.sandbox import wire
from triage.sandbox.parent import pool as pool_module
from triage.sandbox.parent.pool import FEW_BYTES, FEW_JOBS, Pool
from triage.sandbox.wire import Done, Job, Late, Native, Part, Reply, Want
from triage.settings import Settings

SETTINGS = Settings(workers=2, limit_memory_mb=512)

pytestmark = pytest.mark.xdist_group("pool")


MakePool = Callable[..., Pool]


@pytest.fixture
def pools(monkeypatch: pytest.MonkeyPatch) -> Iterator[MakePool]:
    """Makes pools whose readers also know tests/sandbox/hostile.py; settings that differ are named."""
    read_by("hostile", monkeypatch)
    with ExitStack() as stack:
        yield lambda **changes: stack.enter_context(closing(Pool(dataclasses.replace(SETTINGS, **changes))))


@pytest.fixture
def pool(pools: MakePool) -> Pool:
    return pools()


def run(pool: Pool, datas: list[bytes]) -> dict[int, list[Reply]]:
    """Read everything; return the replies by job."""
    got: dict[int, list[Reply]] = {}
    waiting = list(enumerate(datas))
    while waiting or pool.busy:
        while waiting and pool.room:
            number, data = waiting.pop(0)
            pool.submit(Job(number, f"f{number}", data))
        for reply in pool.replies():
            got.setdefault(reply.job, []).append(reply)
    return got


def texts(replies: list[Reply]) -> dict[str, str]:
    return {p.member: "".join(t for _, t in p.segments) for p in replies if isinstance(p, Part)}


def codes(replies: list[Reply]) -> list[tuple[str, str]]:
    return [(r.member, code) for r in replies if isinstance(r, Part | Late) for code, _ in r.troubles]


def test_where_an_embedded_file_lay_is_told_of_it(pool: Pool) -> None:
    native = packaging("a.txt", r"C:\Users\dana\plan\a.txt", r"C:\Temp\a.txt")[4:]
    held = struct.pack("<III", 0x501, 2, 8) + b"Package\0" + bytes(8) + struct.pack("<I", len(native)) + native
    replies = run(pool, [rb"{\rtf1 {\object\objemb{\*\objdata " + held.hex().encode() + b"}}shown}"])[0]
    (told,) = (reply for reply in replies if isinstance(reply, Part) and reply.member == "0")
    paths = [value for name, value in told.properties if name == "Embedded from"]
    assert paths == [r"C:\Users\dana\plan\a.txt", r"C:\Temp\a.txt"]
    assert r"C:\Temp\a.txt" in texts(replies)["0"]


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("die", "crashed"),
        ("crash", "crashed"),
        ("exit", "crashed"),
        ("nonsense", "crashed"),
        ("eat", "limit-memory"),
        ("deep", "limit-depth"),
        ("raise", "damaged"),
    ],
)
def test_one_bad_file_costs_one_problem(pool: Pool, word: str, code: str) -> None:
    _one_problem(pool, word, code)


def test_one_that_takes_too_long_does_too(pools: MakePool) -> None:
    made = pools(limit_seconds=1)
    _one_problem(made, "spin", "limit-time")


@pytest.mark.nightly
def test_one_that_hangs_costs_one_problem_even_where_it_takes_all_time_of_a_file(
    monkeypatch: pytest.MonkeyPatch, pools: MakePool
) -> None:
    """What a reader said before waits in its buffer while it hangs, so that it seems to be at an earlier file."""
    monkeypatch.setattr(wire, "CLOCK", 2)
    monkeypatch.setattr(pool_module, "SLOW_ITEMS", 1)
    made = pools(limit_seconds=1)
    _one_problem(made, "hang", "limit-time")


@pytest.mark.nightly
def test_members_after_one_that_hangs_are_read(monkeypatch: pytest.MonkeyPatch, pools: MakePool) -> None:
    monkeypatch.setattr(wire, "CLOCK", 2)
    monkeypatch.setattr(pool_module, "SLOW_ITEMS", 4)
    made = pools(limit_seconds=1)
    found = run(made, [b"HOSTILE box\nplain 0\nHOSTILE hang\nplain 2"])[0]
    assert codes(found) == [("1", "limit-time")]
    assert texts(found)["0"] == "plain 0" and texts(found)["2"] == "plain 2"


def _one_problem(pool: Pool, word: str, code: str) -> None:
    good = [f"plain {i}".encode() for i in range(40)]
    got = run(pool, [*good[:20], f"HOSTILE {word}".encode(), *good[20:]])
    assert codes(got[20]) == [("", code)]
    for number in [*range(20), *range(21, 41)]:
        assert texts(got[number]) == {"": good[number - (number > 20)].decode()}
        assert not codes(got[number])
    assert all(isinstance(replies[-1], Done) for replies in got.values())


def test_members_before_and_after_a_bad_one_are_read(pool: Pool) -> None:
    box = b"HOSTILE box\nplain 0\nplain 1\nHOSTILE die\nplain 3\nHOSTILE box|plain a|HOSTILE crash|plain b\nplain 5"
    found = run(pool, [b"plain x", box])[1]
    members = [p.member for p in found if isinstance(p, Part)]
    assert set(members) == {"", "0", "1", "2", "3", "4", "4.0", "4.1", "4.2", "5"}
    assert texts(found)["4.2"] == "plain b" and texts(found)["5"] == "plain 5"
    assert sorted(set(codes(found))) == [("2", "crashed"), ("4.1", "crashed")]


def _letter(text: str, *inner: bytes, more: str = "") -> bytes:
    head = f"{more}From: a@x.example\nDate: Tue, 02 May 2023 10:20:30 +0200\nSubject: s\nMIME-Version: 1.0\n"
    parts = [f"\n\n{text}".encode(), *(b"\nContent-Type: message/rfc822\n\n" + data for data in inner)]
    edge = f"b{len(text)}{len(inner)}"
    body = b"".join(f"--{edge}".encode() + part + b"\n" for part in parts)
    return f'{head}Content-Type: multipart/mixed; boundary="{edge}"\n\n'.encode() + body + f"--{edge}--\n".encode()


@pytest.mark.parametrize("killer", [b"HOSTILE die", _letter("outside", b"HOSTILE die")])
def test_an_attached_message_that_kills_a_reader_costs_no_copy_its_group(pool: Pool, killer: bytes) -> None:
    good = _letter("one", _letter("plain two"))
    whole = [_letter("around it", good, killer, good, more=more) for more in ("", "Received: by heron\n")]
    alone, found = run(pool, [good])[0][0], run(pool, whole)
    first, second = ({p.member: p for p in replies if isinstance(p, Part)} for replies in found.values())
    dead = "1.0" if killer.startswith(b"From") else "1"
    assert set(first) == set(second) == {"", "0", "0.0", "1", "2", "2.0", dead}
    assert isinstance(alone, Part) and first["0"].digest == first["2"].digest == alone.digest
    assert first[""].digest == second[""].digest != ""
    assert codes(found[0]) == codes(found[1]) == [(dead, "crashed")]


def test_members_are_read_until_the_container_breaks(pool: Pool) -> None:
    found = run(pool, [b"HOSTILE box\nplain 0\nTROUBLE\nplain 1\nBREAK\nplain 2"])[0]
    assert set(texts(found)) == {"", "0", "1"}
    assert codes(found) == [("", "damaged"), ("", "damaged")]


def test_too_many_deaths_end_a_source(pool: Pool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool_module, "DEATHS", 3)
    box = b"HOSTILE box\nplain 0" + b"\nHOSTILE die" * 10
    found = run(pool, [box, b"plain y"])
    assert ("", "crashed") in codes(found[0])
    assert texts(found[1]) == {"": "plain y"}


@pytest.mark.parametrize(
    ("setting", "box", "code"),
    [
        ({"limit_depth": 1}, b"HOSTILE box\nHOSTILE box|plain too deep", "limit-depth"),
        ({"limit_children": 3}, b"HOSTILE box" + b"\nplain" * 9, "limit-count"),
    ],
)
def test_limits_are_problems_of_the_item_they_hit(
    pools: MakePool, setting: dict[str, int], box: bytes, code: str
) -> None:
    made = pools(workers=1, **setting)
    assert code in [c for _, c in codes(run(made, [box])[0])]


def test_what_a_parser_says_is_brought_into_shape(pool: Pool) -> None:
    got = run(pool, [b"HOSTILE surrogate", b"HOSTILE origin", b""])
    assert texts(got[0]) == {"": "a\ufffdb"}
    part = next(p for p in got[1] if isinstance(p, Part))
    assert part.segments == [("hidden", "text")] and part.troubles[0][0] == "internal"
    assert codes(got[2]) == [("", "empty")]


def test_a_text_of_signs_alone_was_read_and_one_that_shows_nothing_holds_no_text(pool: Pool) -> None:
    got = run(pool, [b"{}", b"--- ***", "\u200b \u200b\ufeff".encode()])
    assert [codes(got[number]) for number in range(3)] == [[], [], [("", "no-text")]]


def test_a_member_is_read_out_again(pool: Pool) -> None:
    box = b"HOSTILE box\nplain 0\nHOSTILE box|plain a|plain b"
    for want, expected in (("", box), ("0", b"plain 0"), ("1.1", b"plain b"), ("7", None)):
        pool.submit(Job(1, "box", box, wants=(Want(want),)))
        assert [r.data for r in replies_of(pool) if isinstance(r, Native)] == [expected]


def test_a_large_file_goes_as_a_descriptor(pool: Pool) -> None:
    with tempfile.TemporaryFile() as file:
        data = b"plain " + b"x" * 100_000
        file.write(data)
        file.flush()
        for number in range(3):
            pool.submit(Job(number, "large", mapped=len(data)), os.dup(file.fileno()))
        got = replies_of(pool)
    assert [len(texts([p])[""]) for p in got if isinstance(p, Part)] == [len(data)] * 3


def test_a_reader_is_started_once_those_before_it_have_more_than_a_little_to_do(pools: MakePool) -> None:
    made = pools(workers=3)
    run(made, [b"plain"] * FEW_JOBS)
    assert len(made._readers) == 1
    run(made, [b"plain " + b"x" * FEW_BYTES, b"plain"])
    assert len(made._readers) == 2
    run(made, [b"plain"] * 8 * FEW_JOBS)
    assert len(made._readers) == 3


def _served(made: Pool, jobs: list[tuple[Job, str]]) -> list[int]:
    """Do the jobs of custodians one after the other; return the number of the process that did each."""
    served = []
    for job, custodian in jobs:
        made.submit(job, custodian=custodian)
        while made.busy:
            assert all(reply.job == job.number for reply in made.replies())
        served.append(next(reader.process for reader in made._readers if reader.items and reader.kept == job.kept))
    return served


def _groups(served: list[int]) -> list[int]:
    return [len(list(group)) for _, group in groupby(served)]


def test_a_reader_serves_one_custodian(pools: MakePool) -> None:
    made = pools(workers=1)
    assert _groups(_served(made, [(Job(n, "f", b"plain"), "dana" if n < 3 else "omar") for n in range(5)])) == [
        3,
        2,
    ]
    assert made.deaths == 0


def test_readers_of_several_custodians_at_once_see_no_other_s_files(pool: Pool) -> None:
    """As many custodians as jobs: each job waits for a reader of its own."""
    got: dict[int, list[Reply]] = {}
    waiting = deque(Job(number, f"f{number}", b"plain") for number in range(30))
    seen: dict[int, set[str | None]] = {}
    while waiting or pool.busy:
        while waiting and pool.room:
            job = waiting.popleft()
            pool.submit(job, custodian=f"c{job.number // 3}")
        for reply in pool.replies():
            got.setdefault(reply.job, []).append(reply)
        for reader in pool._readers:
            seen.setdefault(reader.process, set()).add(reader.custodian)
    assert len(got) == 30 and all(isinstance(replies[-1], Done) for replies in got.values()) and not pool.deaths
    assert all(len(custodians - {None}) <= 1 for process, custodians in seen.items() if process)


@pytest.mark.parametrize(
    ("most", "datas", "groups"),
    [
        ({"reader_items": 3}, [b"plain"] * 7, [3, 3, 1]),
        ({"reader_items": 4}, [b"HOSTILE box\nplain\nplain\nplain\nplain", b"plain", b"plain"], [1, 2]),
        (
            {"reader_mb": 1},
            [b"plain" + bytes(600 << 10)] * 2 + [b"plain" + bytes(2 << 20), b"plain", b"plain"],
            [1, 1, 1, 2],
        ),
        ({"reader_items": 0, "reader_mb": 0}, [b"plain" + bytes(1 << 20)] * 4, [4]),
    ],
)
def test_a_reader_is_replaced_after_so_many_items_or_bytes(
    pools: MakePool, most: dict[str, int], datas: list[bytes], groups: list[int]
) -> None:
    made = pools(workers=1, **most)
    assert _groups(_served(made, [(Job(n, "f", data), "dana") for n, data in enumerate(datas)])) == groups
    assert made.deaths == 0


def test_a_source_that_stays_open_keeps_its_reader(pools: MakePool) -> None:
    made = pools(workers=1, reader_items=2)
    box = b"HOSTILE box\nplain 0\nplain 1"
    jobs = [(Job(n, "box", box, wants=(Want("1"),), kept=7), "dana") for n in range(5)]
    assert _groups(_served(made, [*jobs, (Job(9, "box", box, wants=(Want("0"),), kept=8), "dana")])) == [5, 1]


def test_many_items_are_all_read_though_readers_are_replaced(pools: MakePool) -> None:
    made = pools(reader_items=7)
    datas = [f"plain {n}".encode() for n in range(60)]
    datas[20] = b"HOSTILE die"
    got = run(made, datas)
    assert [texts(got[n])[""] for n in range(60) if n != 20] == [d.decode() for n, d in enumerate(datas) if n != 20]
    assert codes(got[20]) == [("", "crashed")]


def test_readers_stay_in_our_session_so_that_they_are_as_nice_as_we_are(pool: Pool) -> None:
    run(pool, [b"plain"])
    (pid,) = readers_of(pool)
    assert os.getsid(pid) == os.getsid(0)
    assert os.getpgid(pid) == pid


def test_readers_are_gone_after_close(pool: Pool) -> None:
    run(pool, [b"plain"])
    pids = readers_of(pool)
    pool.close()
    for pid in pids:
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)


def test_readers_that_cannot_start_are_said_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool_module, "_START", "raise SystemExit(3)")
    with closing(Pool(SETTINGS)) as made, pytest.raises(CaseError, match="can't start"):
        run(made, [b"plain"])


def test_what_a_container_could_not_read_of_an_item_is_told_of_the_item(pool: Pool) -> None:
    item = "<email><OPFMessageCopyBody>falcon</OPFMessageCopyBody>"
    place = "Accounts/a/com.microsoft.__Messages/Inbox/message_00000.xml"
    replies = run(pool, [zipped({place: f"<emails>{item}".encode()})])[0]
    assert ("0", "damaged") in codes(replies) and ("", "damaged") not in codes(replies)
