"""Tests of triage.sandbox.wire: only frames of the right shape and size come through."""

from __future__ import annotations

import struct

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from triage.sandbox.wire import Done, Frames, Job, Late, WireError, pack, unpack_job, unpack_reply


def test_round_trip_in_pieces() -> None:
    sent = [Late(1, "0.2", [("damaged", "ü")]), Done(1, 42)]
    stream = b"".join(map(pack, sent))
    frames, got = Frames(), []
    for at in range(0, len(stream), 3):
        frames.feed(stream[at : at + 3])
        while (body := frames.next()) is not None:
            got.append(unpack_reply(body))
    assert got == sent


def test_job_round_trip() -> None:
    job = Job(7, "a.eml", b"\0\xff", want="0.1", poison={"0": "crashed"}, passwords=("x",))
    frames = Frames()
    frames.feed(pack(job))
    body = frames.next()
    assert body is not None and unpack_job(body) == job


def test_impossible_length_is_refused() -> None:
    frames = Frames()
    frames.feed(struct.pack("<I", (1 << 32) - 1))
    with pytest.raises(WireError):
        frames.next()


@given(st.binary(max_size=300))
def test_junk_is_refused_or_has_the_right_shape(junk: bytes) -> None:
    try:
        reply = unpack_reply(junk)
    except WireError:
        return
    assert isinstance(reply.job, int)


@pytest.mark.parametrize("body", [["d", "1", 2], ["x", 1], ["d"], ["p", 1, "0"], {"job": 1}, 7, ["n", 1, "text"]])
def test_wrong_shapes_are_refused(body: object) -> None:
    with pytest.raises(WireError):
        unpack_reply(msgspec.msgpack.encode(body))
