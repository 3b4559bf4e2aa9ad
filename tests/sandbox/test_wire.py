"""Tests of triage.sandbox.wire: only frames of the right shape and size come through."""

from __future__ import annotations

import struct
import tracemalloc

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from triage.sandbox.wire import JOBS, REPLIES, Done, Frames, Job, Late, Native, Want, WireError, pack, unpack


def test_round_trip_in_pieces() -> None:
    sent = [Late(1, "0.2", [("damaged", "ü")]), Done(1, 42)]
    stream = b"".join(map(pack, sent))
    frames, got = Frames(), []
    for at in range(0, len(stream), 3):
        frames.feed(stream[at : at + 3])
        while (body := frames.next()) is not None:
            got.append(unpack(REPLIES, body))
    assert got == sent


def test_large_frames_among_small_ones_come_through_and_are_held_once() -> None:
    """What a part holds is packed in one place and cut out of the stream without a copy."""
    size = 20_000_000
    large = Native(1, bytes(size))
    tracemalloc.start()
    try:
        frame = pack(large)
        packed = tracemalloc.get_traced_memory()[1]
        frames, got = Frames(), []
        frames.feed(pack(Done(0, 1)) + frame[: size // 2])
        frames.feed(frame[size // 2 :] + pack(Done(2, 3)))
        del frame
        tracemalloc.reset_peak()
        before = tracemalloc.get_traced_memory()[0]
        while (body := frames.next()) is not None:
            got.append(len(body))
        cut = tracemalloc.get_traced_memory()[1] - before
    finally:
        tracemalloc.stop()
    assert got[1] > size and (len(got), got[0]) == (3, got[2])
    assert packed < size * 1.6 and cut < size / 2
    frames.feed(pack(large) + pack(Done(4, 5)))
    assert [unpack(REPLIES, body) for body in iter(frames.next, None)] == [large, Done(4, 5)]


def test_job_round_trip() -> None:
    job = Job(
        7,
        "a.eml",
        b"\0\xff",
        wants=(Want("0.1", "ab", (("application/zip", "7-9"),)),),
        poison={"0": "crashed"},
        passwords=("x",),
    )
    frames = Frames()
    frames.feed(pack(job))
    body = frames.next()
    assert body is not None and unpack(JOBS, body) == job


def test_impossible_length_is_refused() -> None:
    frames = Frames()
    frames.feed(struct.pack("<I", (1 << 32) - 1))
    with pytest.raises(WireError):
        frames.next()


@given(st.binary(max_size=300))
def test_junk_is_refused_or_has_the_right_shape(junk: bytes) -> None:
    try:
        reply = unpack(REPLIES, junk)
    except WireError:
        return
    assert isinstance(reply.job, int)


@pytest.mark.parametrize(
    "body",
    [["d", "1", 2], ["x", 1], ["x", 1, "0", "a", "rule", 2], ["d"], ["p", 1, "0"], {"job": 1}, 7, ["n", 1, "text"]],
)
def test_wrong_shapes_are_refused(body: object) -> None:
    with pytest.raises(WireError):
        unpack(REPLIES, msgspec.msgpack.encode(body))
