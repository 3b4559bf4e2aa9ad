"""Tests of the limits of whole files, with real readers: nested bombs end soon, and cost their neighbours nothing."""

from __future__ import annotations

import base64
import dataclasses
import io
import zipfile
from contextlib import closing
from email.message import EmailMessage
from functools import cache

import pytest

from tests.sandbox.parent.test_pool import codes, run, texts
from tests.writers.mail import joined, part
from triage.sandbox.parent.pool import Pool
from triage.sandbox.wire import Part, Reply
from triage.settings import Settings

SETTINGS = Settings(workers=1, limit_seconds=20)

pytestmark = pytest.mark.xdist_group("pool")


def zipped(*members: tuple[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return out.getvalue()


def nest(levels: int, leaf: bytes) -> bytes:
    for _ in range(levels):
        leaf = zipped(*((f"lib{n}.zip", leaf) for n in range(10)))
    return leaf


def mail(subject: str, *attachments: tuple[str, bytes]) -> bytes:
    message = EmailMessage()
    message["From"], message["Subject"], message["Message-ID"] = "a@wren.example", subject, f"<{subject}@wren.example>"
    message.set_content(f"the body of {subject}")
    for name, data in attachments:
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return message.as_bytes()


def read(data: bytes, **limits: int) -> list[Reply]:
    with closing(Pool(dataclasses.replace(SETTINGS, **limits))) as pool:
        return run(pool, [data])[0]


@cache
def bomb() -> bytes:
    """16 KB that hold a million archives of 100 MiB each."""
    return nest(6, zipped(("0.bin", bytes(100 << 20))))


@pytest.mark.nightly
def test_a_bomb_of_nested_archives_ends_soon_and_is_told() -> None:
    found = read(bomb())
    assert {code for _, code in codes(found)} == {"limit-ratio", "not-extracted"}
    assert ("", "limit-ratio") in codes(found)


@pytest.mark.nightly
def test_many_small_members_of_an_overlapping_bomb_end_soon() -> None:
    found = read(zipped(*((f"{n}.txt", b"0" * 1_000_000) for n in range(200))), limit_ratio=20)
    assert ("", "limit-ratio") in codes(found) and 10 < len(texts(found)) < 200


@pytest.mark.nightly
def test_a_bomb_in_a_mail_costs_the_other_attachments_and_mails_nothing() -> None:
    hit = mail("second", ("bomb.zip", bomb()), ("note.txt", b"the heron note"))
    lines = (b"From a@wren.example Mon Jan  1 00:00:00 2024\n" + m for m in (mail("first"), hit, mail("third")))
    found = read(b"\n".join(lines))
    told = texts(found)
    assert "first" in told["0"] and "third" in told["2"] and told["1.1"] == "the heron note"
    assert {member[:3] for member, code in codes(found) if code == "limit-ratio"} == {"1.0"}


def test_a_mail_counts_its_attachments_too() -> None:
    found = read(mail("many", *((f"{n}.txt", b"heron") for n in range(9))), limit_children=4)
    assert ("", "limit-count") in codes(found) and len(texts(found)) == 4


def test_what_lies_too_deep_is_listed_with_the_problem_as_its_own() -> None:
    found = read(zipped(("in.zip", zipped(("deep.txt", b"heron"))), ("b.txt", b"after")), limit_depth=1)
    deep = next(p for p in found if isinstance(p, Part) and p.member == "0.0")
    assert (deep.name, deep.size, deep.segments) == ("deep.txt", 5, [])
    assert [c for c in codes(found) if c[1] == "limit-depth"] == [("0.0", "limit-depth")]
    assert texts(found)["1"] == "after"


def test_a_mailbox_may_be_larger_than_what_a_file_may_unpack_to() -> None:
    lines = [b"From a@wren.example Mon Jan  1 00:00:00 2024\n" + mail(f"m{n}", ("a", b"heron")) for n in range(3)]
    assert len(texts(read(b"\n".join(lines), limit_total_mb=0))) == 7
    over = zipped(("a.txt", b"heron " * 1000), ("b.txt", b"after"))
    assert ("", "limit-size") in codes(read(over, limit_total_mb=0))


def test_comparing_a_mail_with_others_uses_up_none_of_the_limits() -> None:
    packed = base64.encodebytes(zipped(*((f"{n}.bin", bytes(30 << 20)) for n in range(4)))).decode()
    posing = part("message/rfc822", packed, "Content-Transfer-Encoding: base64")
    outer = f"Subject: heron\nContent-Type: multipart/mixed; boundary=b\n\n{joined('b', posing)}".encode()
    replies = read(zipped(("a.eml", outer), ("b.txt", b"after")))
    assert {member for member, code in codes(replies) if code == "limit-ratio"} == {"0.0"}
    assert texts(replies)["1"] == "after"


def test_mails_nested_beyond_the_limit_cost_no_reader() -> None:
    field = b"Date: Tue, 02 May 2023 10:20:30 +0200\nContent-Type: message/rfc822\n\n"
    with closing(Pool(SETTINGS)) as pool:
        replies = run(pool, [field * 1000 + b"Subject: leaf\n\nheron"])[0]
        assert pool.deaths == 0
    assert [code for _, code in codes(replies)] == ["limit-depth"]
    assert all(reply.digest for reply in replies if isinstance(reply, Part))
