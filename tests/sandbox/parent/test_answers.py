"""Tests of parent.answers: a hostile reader, a real process, is ended and costs its item a Problem, never the run."""

from __future__ import annotations

import select
import socket
import struct
import tracemalloc
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.effort import TIMES, examples
from tests.sandbox.liar import part, script
from tests.sandbox.readers import read_by, replies_of
from triage.messages import decode, encode, plain, render
from triage.model.previews import TIFF, CellPlaces, PageImage, RichText, SheetRows, Stamp, StampedPages
from triage.sandbox import wire
from triage.sandbox.parent import pool as pool_module
from triage.sandbox.parent.answers import JobAnswers
from triage.sandbox.parent.pool import Pool
from triage.sandbox.wire import (
    EML,
    LONGEST_SENTENCE,
    MOST_ENTRIES,
    MOST_TROUBLES,
    READY,
    REPLIES,
    STAMPED,
    Begin,
    Denied,
    Done,
    Job,
    Late,
    Native,
    Part,
    Reply,
    Shown,
    ViewRequest,
    Want,
    WireError,
    pack,
    unpack,
)
from triage.settings import Settings
from triage.store.schema import MOST_SEGMENTS

SETTINGS = Settings(workers=1, limit_children=50, limit_total_mb=1)
_HALF = "\ue000"
_SAY = encode(plain("it is damaged"))

pytestmark = pytest.mark.xdist_group("pool")


@pytest.fixture
def pool(monkeypatch: pytest.MonkeyPatch) -> Iterator[Pool]:
    """Readers that answer as they are told; a source that is hostile to two of them is given up."""
    read_by("liar", monkeypatch)
    monkeypatch.setattr(pool_module, "DEATHS", 1)
    made = Pool(SETTINGS)
    yield made
    made.close()


def raw(*body: object) -> bytes:
    data = msgspec.msgpack.encode(body[0] if len(body) == 1 else body)
    return struct.pack("<I", len(data)) + data


@dataclass
class Changed:
    name: str
    value: object

    def frame(self, size: int) -> bytes:
        body = msgspec.msgpack.decode(pack(part(0, size=size))[4:])
        body[1 + Part.__struct_fields__.index(self.name)] = self.value
        return raw(body).replace(_HALF.encode(), b"\xed\xa0\x80")


def sized(*steps: object) -> bytes:
    """Return a script whose items have the size that it has itself, unless they have another already."""
    size = 0
    while len(data := script(*(_of_size(step, size) for step in steps))) != size:
        size = len(data)
    return data


def _of_size(step: object, size: int) -> object:
    if isinstance(step, Changed):
        return step.frame(size)
    return msgspec.structs.replace(step, size=size) if isinstance(step, Part) and not step.size else step


def inside(member: str, **other: Any) -> Part:
    return part(0, member, 1, **other)


TOP, END = part(0), Done(0, 1)
DEEP = ".".join(["0"] * 5000)
MALFORMED: dict[str, tuple[object, ...]] = {
    "garbage": (b"\xff" * 64,),
    "a frame that is too long": (struct.pack("<I", (1 << 30) + 1) + b"x",),
    "a frame that ends early": (bytes(pack(TOP))[:-3], "close"),
    "empty frames": (bytes(4) * 1000,),
    "a list for a number": (Changed("size", []),),
    "a number for a text": (Changed("type", 7),),
    "an unknown kind of answer": (raw("q", 0),),
    "no list": (raw({"job": 0}),),
    "lists in lists without end": (TOP, struct.pack("<I", 100_005) + b"\x94\xa1d\0\1" + b"\x91" * 99_999 + b"\xc0"),
    "too many values": (TOP, raw("d", 0, 1, 2)),
    "too few values": (raw("p", 0, ""),),
    "a size below nothing": (Changed("size", -1),),
    "a size of 2^63": (Changed("size", 1 << 63),),
    "a size that isn't the file's": (part(0, size=3), END),
    "a size that is no number": (Changed("size", float("nan")),),
    "an infinite date": (Changed("date", float("inf")),),
    "a date in the year 10000": (Changed("date", 253_402_300_800),),
    "a date without its kind": (part(0, date=7),),
    "an unknown kind of date": (Changed("date_kind", "received"),),
    "half a character": (Changed("name", _HALF), END),
    "half a character in a sentence": (part(0, troubles=[("damaged", '["plain",{"text":"\\ud800"}]')]), END),
    "a number in a sentence that nothing shows": (
        part(0, troubles=[("damaged", '["confidence-out-of-range",{"confidence":1' + "0" * 400 + "}]")]),
        END,
    ),
    "a text of 2^31 characters": (struct.pack("<I", 9) + b"\x9b\xa1p\0\xdb\x80\0\0\0",),
    "an unknown job": (Done(99, 1),),
    "the job of another": (TOP, msgspec.structs.replace(TOP, job=1), END),
    "an end without an item": (END,),
    "a child of no parent": (TOP, inside("0.0"), END),
    "a child of a later one": (TOP, inside("1"), inside("0"), END),
    "a member that is its own parent": (TOP, inside("0"), inside("0"), END),
    "the top again": (TOP, inside("0"), TOP, END),
    "members that are left out": (TOP, inside("0"), inside("7"), END),
    "a member that is no path": (TOP, inside("../0"), END),
    "a member of letters": (TOP, inside("٣"), END),
    "a member with a leading zero": (TOP, inside("00"), END),
    "a member of a number that is too large": (TOP, inside("9" * 5000), END),
    "a member that is too deep": (TOP, inside(DEEP), END),
    "more members than are allowed": (TOP, *(inside(str(n)) for n in range(60)), END),
    "a finished one's child": (TOP, inside("0"), Late(0, "0", [("damaged", _SAY)]), inside("0.0"), END),
    "a Problem of nothing": (TOP, Late(0, "5", [("damaged", _SAY)]), END),
    "a Problem twice over": (TOP, Late(0, "", [("damaged", _SAY)]), Late(0, "", [("damaged", _SAY)]), END),
    "a Problem of an unknown code": (part(0, troubles=[("haunted", _SAY)]), END),
    "thousands of Problems": (part(0, troubles=[("damaged", "")] * (MOST_TROUBLES + 1)), END),
    "a sentence without end": (part(0, troubles=[("damaged", "x" * (LONGEST_SENTENCE + 1))]), END),
    "a segment of unknown origin": (part(0, segments=[("aether", "x")]), END),
    "a field that there isn't": (part(0, folded=[("aether", "x")]), END),
    "a field twice": (part(0, folded=[("body", "x"), ("body", "y")]), END),
    "more segments than a store has room for": (part(0, segments=[("body", "")] * (MOST_ENTRIES + 1)), END),
    "a hash that is none": (TOP, inside("0", sha256="A" * 64), END),
    "a member without a hash": (TOP, inside("0", sha256=""), END),
    "a digest that is none": (part(0, digest="x"), END),
    "hashes that stand in one value": (part(0, digest=f"{'a' * 64} {'b' * 32}"), END),
    "a mark of a message that is none": (part(0, mih="a" * 64), END),
    "a media type that is none": (part(0, type="text/plain\n<b>"), END),
    "an unknown language": (part(0, lang="xx"), END),
    "a member that nobody asked for": (Native(0, b"x", ""), END),
    "a picture that nobody asked for": (Shown(0, PageImage(1, 1, 1, bytes(4))), END),
    "a beginning out of turn": (Begin(0, "1"), TOP, END),
    "descriptors": ("leak",),
}


def answers(pool: Pool, *datas: bytes, **other: Any) -> list[Reply]:
    got: list[Reply] = []
    for number, data in enumerate(datas):
        while not pool.room:
            got += pool.replies()
        pool.submit(Job(number, f"f{number}", data, **other))
    return got + replies_of(pool)


def sentences(replies: list[Reply]) -> list[tuple[int, str]]:
    return [(r.job, render(decode(text))) for r in replies if isinstance(r, Late) for _, text in r.troubles]


@pytest.mark.parametrize("steps", MALFORMED.values(), ids=MALFORMED)
def test_a_malformed_answer_ends_its_reader_and_costs_its_item_a_problem(pool: Pool, steps: tuple[object, ...]) -> None:
    """The reader's other job is done by another, and what it owed isn't lost."""
    good = sized(msgspec.structs.replace(TOP, job=1), Done(1, 1))
    got = answers(pool, sized(*steps), good)
    assert pool.deaths >= 2
    assert [r.job for r in got if isinstance(r, Done)].count(0) == 1
    assert sentences(got)[-1][0] == 0 and "died on it 1 times" in sentences(got)[-1][1]
    assert [r for r in got if r.job == 1] == [msgspec.structs.replace(TOP, job=1, size=len(good)), Done(1, 1)]


def test_what_comes_together_with_a_greeting_costs_its_item_and_not_the_run(pool: Pool) -> None:
    """A busy machine may have both ready at once; the descriptors then look as if they came first."""
    pool.submit(Job(0, "f0", sized("leak")))
    reader = pool._readers[0]
    pool._push(reader)
    greeting = len(pack(Done(READY, 1 << 16)))
    while len(_waiting(reader.sock)) <= greeting:
        pass
    list(pool.replies())
    assert pool.deaths == 1 and reader not in pool._readers
    assert sentences(answers(pool))[-1][0] == 0 and pool.deaths == 2


def _waiting(sock: socket.socket) -> bytes:
    select.select([sock], [], [])
    return sock.recv(1 << 16, socket.MSG_PEEK)


@pytest.mark.parametrize("more", [inside("0"), END, Late(0, "", [("damaged", _SAY)]), b"\xff" * 8])
def test_an_answer_after_the_end_ends_its_reader_and_what_it_owes_is_read_by_another(pool: Pool, more: object) -> None:
    datas = [sized(TOP, END, more), *(sized(msgspec.structs.replace(TOP, job=n), Done(n, 1)) for n in (1, 2))]
    got = answers(pool, *datas)
    ends = [(r.job, r.weight) for r in got if isinstance(r, Done)]
    assert pool.deaths == 1 and ends == [(0, 1), (1, 1), (2, 1)] and not sentences(got)


def test_what_a_reader_answers_soundly_comes_through(pool: Pool) -> None:
    """The scripts above are malformed by what they name alone."""
    late = Late(0, "0", [("damaged", _SAY)])
    whole = (TOP, inside("0"), inside("0.0"), late, inside("1", date=7, date_kind="sent"), Late(0, "", late.troubles))
    got = answers(pool, sized(*whole, END))
    assert [type(reply) for reply in got] == [type(reply) for reply in (*whole, END)]
    assert not pool.deaths
    assert MOST_SEGMENTS >= MOST_ENTRIES


_STAMP = Stamp(TIFF, "ORR", 7, 1)
_VIEWS: dict[str, tuple[ViewRequest, Reply]] = {
    "a picture without its pixels": (ViewRequest("page"), Shown(0, PageImage(1, 9, 9, b"x"))),
    "another page than there is": (ViewRequest("page", 3), Shown(0, PageImage(3, 1, 1, bytes(4)))),
    "a mark of nothing that was sought": (
        ViewRequest("page", sought=("x",)),
        Shown(0, PageImage(1, 1, 1, bytes(4), ((1, 0, 0, 0, 1, 1),))),
    ),
    "a mark beside the picture": (
        ViewRequest("page", sought=("x",)),
        Shown(0, PageImage(1, 1, 1, bytes(4), ((0, 0, 0, 0, 2, 1),))),
    ),
    "a table for a page": (ViewRequest("page"), Shown(0, CellPlaces((), False))),
    "rows from somewhere else": (
        ViewRequest("cells", first=5),
        Shown(0, SheetRows((), 0, 0, 0, (), frozenset(), frozenset(), ())),
    ),
    "a row of 2^40": (ViewRequest("places"), Shown(0, CellPlaces(((0, 1 << 40, 0),), False))),
    "too many cells": (ViewRequest("places"), Shown(0, CellPlaces(((0, 0, 0),) * 10_001, False))),
    "an unknown note": (ViewRequest("rich"), Shown(0, RichText(("x",), ("aether",)))),  # type: ignore[arg-type]
    "fewer pages than were asked for": (ViewRequest(STAMPED, stamp=_STAMP), Shown(0, StampedPages(2, (b"II*\0",)))),
    "pages of another form": (ViewRequest(STAMPED, stamp=_STAMP), Shown(0, StampedPages(1, (b"\xff\xd8\xff",)))),
    "a page that isn't there and lacks something": (
        ViewRequest(STAMPED, stamp=_STAMP),
        Shown(0, StampedPages(1, (b"II*\0",), faded=(1,))),
    ),
    "pages without a stamp": (ViewRequest(STAMPED), Shown(0, StampedPages(1, (b"II*\0",)))),
    "no page at all": (ViewRequest(STAMPED), Shown(0, StampedPages(0))),
    "no mail": (ViewRequest(EML), Native(0, None)),
    "no reason": (ViewRequest("page"), Late(0, "", [])),
}


@pytest.mark.parametrize(("view", "reply"), _VIEWS.values(), ids=_VIEWS)
def test_a_malformed_preview_is_a_problem(pool: Pool, view: ViewRequest, reply: Reply) -> None:
    got = answers(pool, script(reply, END), view=view)
    assert "malformed answer" in sentences(got)[0][1] and isinstance(got[1], Done) and len(got) == 2


def test_members_are_given_in_the_order_in_which_they_were_wanted(pool: Pool) -> None:
    wants = (Want("0"), Want("1"))
    first, second = Native(0, b"a", "0"), Native(0, b"b", "1")
    assert answers(pool, script(Begin(0, ""), first, second, END), wants=wants) == [first, second, END]
    for wrong in ((second, first), (first,), (first, second, second)):
        assert answers(pool, script(*wrong, END), wants=wants)[-1] == Done(0, 0)
    job_answers = JobAnswers(Job(0, "f", wants=wants), SETTINGS)
    job_answers.judge(Native(0, bytes(1 << 20), "0"))
    with pytest.raises(WireError):
        job_answers.judge(Native(0, bytes((1 << 20) + 1), "1"))


@pytest.mark.parametrize(
    "media", ["application/mbox", "application/zip", "application/vnd.ms-outlook-pst", "application/x-tar"]
)
def test_of_a_share_no_other_member_comes(media: str) -> None:
    settings = Settings(limit_children=1000)

    def judge(*members: str, resume: str = "") -> None:
        job_answers = JobAnswers(Job(0, "f", bytes(9), share=(1, 3), resume=resume), settings)
        job_answers.judge(part(0, type=media, size=9))
        for member in members:
            job_answers.judge(inside(member))

    mine = ["64", "64.0", "64.1", *map(str, range(65, 128)), "256", "256.0"]
    whole = ["0", "0.0", *map(str, range(1, 200))]
    sound, others = (whole, mine) if media == "application/x-tar" else (mine, whole)
    judge(*sound)
    with pytest.raises(WireError):
        judge(*others)
    for at in range(0, len(sound) - 1, 9):
        with pytest.raises(WireError):
            judge(*sound[:at], *sound[at + 1 :])
    judge("70", "71", resume="70")
    with pytest.raises(WireError):
        judge("69", resume="70")


def test_a_denied_member_is_one_of_a_known_rule_in_its_turn_with_nothing_inside() -> None:
    job = Job(0, "f", denials=(("d", "x"),))
    job_answers = JobAnswers(job, SETTINGS)
    for reply in (
        part(0, ""),
        Denied(0, "0", "x", "d"),
        part(0, "1"),
        Denied(0, "1.0", "x", "d"),
        Denied(0, "2", "x", "d"),
    ):
        job_answers.judge(reply)
    wrong: list[tuple[Reply, ...]] = [
        (Denied(0, "", "x", "d"),),
        (part(0, ""), Denied(0, "0", "x", "other")),
        (part(0, ""), Denied(0, "1", "x", "d")),
        (part(0, ""), Denied(0, "0", "x", "d"), part(0, "0.0")),
        (part(0, ""), Denied(0, "0", "x", "d"), Late(0, "0", [])),
    ]
    for replies in wrong:
        job_answers = JobAnswers(job, SETTINGS)
        for reply in replies[:-1]:
            job_answers.judge(reply)
        with pytest.raises(WireError):
            job_answers.judge(replies[-1])
    job_answers = JobAnswers(Job(0, "f", wants=(Want("0"), Want("1")), denials=(("d", "x"),)), SETTINGS)
    job_answers.judge(Denied(0, "0", "x", "d"))
    with pytest.raises(WireError):
        job_answers.judge(Denied(0, "0", "x", "d"))


def test_a_member_whose_reader_talks_nonsense_has_a_problem_that_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    read_by("hostile", monkeypatch)
    with closing(Pool(SETTINGS)) as made:
        got = answers(made, b"HOSTILE box\nplain 0\nHOSTILE nonsense\nplain 2")
    problems = [(p.member, code, render(decode(text))) for p in got if isinstance(p, Part) for code, text in p.troubles]
    assert problems == [("1", "crashed", "The reader process gave a malformed answer on it and was ended.")]
    assert {p.member for p in got if isinstance(p, Part)} == {"", "0", "1", "2"}


@pytest.mark.nightly
def test_a_reader_that_answers_bit_by_bit_does_not_gain_time(pool: Pool, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither a byte now and then nor an item now and then, nor both, nor silence, prolongs what a job may take."""
    monkeypatch.setattr(wire, "CLOCK", 1)
    monkeypatch.setattr(pool_module, "SLOW_ITEMS", 1)
    monkeypatch.setattr(pool, "_patience", lambda size: 0.3)
    items = [step for n in range(40) for step in (inside(str(n)), 0.1)]
    for steps in ((1000,), (bytes(pack(TOP))[:3], "drip"), (TOP, *items, END), (TOP, 0.1, bytes(4)[:1], "drip")):
        got = answers(pool, sized(*steps))
        assert [text for _, text in sentences(got)] in (
            ["The reader process took too long altogether; what follows the last member was not read."],
            ["Reader processes died on it 1 times; what follows the last member was not read."],
        )
        assert isinstance(got[-1], Done) and len(got) < 12


def test_a_reader_that_uses_many_processors_gains_no_time_either(pool: Pool, monkeypatch: pytest.MonkeyPatch) -> None:
    answers(pool, sized(TOP, END))
    (reader,) = pool._readers
    before = reader._cpu()
    assert 0 < before < 60
    reader.cpu = before - 1000
    assert reader.spent() >= 1000


def test_a_frame_that_would_take_gigabytes_is_refused_before(pool: Pool) -> None:
    """A list says first how long it is: here 2^31 pairs."""
    body = msgspec.msgpack.encode(["l", 0, "", []])[:-1] + b"\xdd\x80\0\0\0" + b"\x92\xa0\xa0" * 1_000_000
    tracemalloc.start()
    try:
        with pytest.raises(WireError):
            unpack(REPLIES, body)
        assert tracemalloc.get_traced_memory()[1] < 1 << 20
    finally:
        tracemalloc.stop()


_VALID = [bytes(pack(reply)) for reply in (TOP, inside("0"), Late(0, "0", [("damaged", _SAY)]), inside("1"), END)]


@pytest.mark.parametrize("times", TIMES)
@pytest.mark.nightly
def test_mutated_answers_are_refused_or_sound(times: int) -> None:
    @given(st.integers(0, 4), st.integers(0, 200), st.binary(max_size=6), st.integers(0, 6))
    @settings(max_examples=examples(100 * times))
    def mutate(number: int, at: int, inserted: bytes, removed: int) -> None:
        frames = list(_VALID)
        frame = bytearray(frames[number])
        at = 4 + at % (len(frame) - 4)
        frame[at : at + removed] = inserted
        frames[number] = bytes(frame)
        job_answers = JobAnswers(Job(0, "f"), SETTINGS)
        try:
            for reply in (unpack(REPLIES, frame[4:]) for frame in frames):
                job_answers.judge(reply)
                _assert_sound(reply)
        except WireError:
            return

    mutate()


def _assert_sound(reply: Reply) -> None:
    """What the run does with an answer must not raise: numbers fit a database, texts have an encoding."""
    values = msgspec.to_builtins(reply)
    assert msgspec.json.encode(values)
    for trouble in getattr(reply, "troubles", ()):
        assert render(decode(trouble[1])).encode() is not None
    assert all(-(1 << 63) <= value < 1 << 63 for value in values if isinstance(value, int))
