"""Tests of child.channel: replies arrive whole and in order, however large; text is made fit to be sent."""

from __future__ import annotations

import socket
from threading import Thread

from triage.model.previews import RichText, SheetRows
from triage.sandbox.child.channel import Channel
from triage.sandbox.wire import REPLIES, Begin, Done, Frames, Job, Late, Native, Reply, Shown, pack, unpack


def told(*replies: Reply) -> list[Reply]:
    """Return what the other side has of replies that a reader sends."""
    ours, theirs = socket.socketpair()
    frames, got = Frames(), []

    def receive() -> None:
        while piece := ours.recv(1 << 16):
            frames.feed(piece)
            got.extend(unpack(REPLIES, body) for body in iter(frames.next, None))

    listener = Thread(target=receive)
    listener.start()
    with theirs:
        channel = Channel(theirs)
        for reply in replies:
            channel.send(reply)
        channel.flush()
    listener.join()
    ours.close()
    return got


def test_small_and_large_replies_arrive_in_their_order() -> None:
    replies = [Done(1, 1), Native(2, bytes(range(256)) * 9000), Done(3, 3), Begin(4, "0"), Native(5, b"x" * (1 << 18))]
    assert told(*replies) == replies


def test_halves_of_characters_are_mended() -> None:
    assert told(Late(1, "0", [("damaged", "a\ud800b")])) == [Late(1, "0", [("damaged", "a\ufffdb")])]


def test_halves_of_characters_in_previews_are_mended() -> None:
    def views(text: str) -> list[Reply]:
        sheet = SheetRows(((text, False),), 0, 1, 1, ((text,),), frozenset([3]), frozenset(), ("columns",))
        return [Shown(1, RichText((text,), ("rest",))), Shown(2, sheet)]

    assert told(*views("a\ud800b\ud83d\ude00")) == views("a\ufffdb\U0001f600")


def test_jobs_come_until_the_other_side_closes() -> None:
    ours, theirs = socket.socketpair()
    with theirs:
        ours.sendall(pack(Job(1, "a")) + pack(Job(2, "b")))
        ours.close()
        assert [job.name for job in Channel(theirs).jobs()] == ["a", "b"]
