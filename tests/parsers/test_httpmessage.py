from __future__ import annotations

import gzip
import random
import zlib
from collections.abc import Callable
from functools import partial

import brotli
import pytest
from backports import zstd

from tests.parsers.archives import compress
from tests.parsers.reading import LIMITS
from triage.parsers.httpmessage import content, fields
from triage.parsers.unpacking import Budget
from triage.selftest.builders.webarchive import chunked

PLAIN = b"Dear all, the falcon memo\r\n" * 40
IN_CHUNKS = {"transfer-encoding": "chunked"}


def undone(body: bytes, head: dict[str, str]) -> tuple[bytes | None, str]:
    data, trouble = content(body, head, "page", Budget(LIMITS))
    return data, trouble.code if trouble else ""


def test_fields_are_unfolded_and_the_first_counts() -> None:
    head = fields(b"HTTP/1.1 200 OK\r\nContent-Type: text/html;\r\n charset=x\r\nA : 1\nA: 2\r\nnone\r\n")
    assert head == {"content-type": "text/html; charset=x", "a": "1"}


@pytest.mark.parametrize(
    ("coding", "body"),
    [
        ("gzip", gzip.compress(PLAIN)),
        ("X-GZIP", gzip.compress(PLAIN[:300]) + gzip.compress(PLAIN[300:])),
        ("deflate", zlib.compress(PLAIN)),
        ("deflate", zlib.compress(PLAIN)[2:-4]),
        ("zstd", zstd.compress(PLAIN)),
        ("br", brotli.compress(PLAIN)),
        ("compress", compress(PLAIN, 16)),
        ("identity", PLAIN),
        ("gzip", PLAIN),
        ("zstd", PLAIN),
    ],
    ids=["gzip", "members", "deflate", "bare", "zstd", "br", "compress", "identity", "no-gzip", "no-zstd"],
)
def test_codings_are_undone_once(coding: str, body: bytes) -> None:
    assert undone(body, {"content-encoding": coding}) == (PLAIN, "")
    assert undone(chunked(body), {"content-encoding": coding, **IN_CHUNKS}) == (PLAIN, "")


def test_a_coding_that_is_not_known_is_told_and_the_body_kept() -> None:
    assert undone(b"\x0b\x02\x80", {"content-encoding": "dcb"}) == (b"\x0b\x02\x80", "unsupported")


def test_a_packed_body_that_is_cut_keeps_what_came() -> None:
    noise = bytes(range(256)) * 4000
    data, code = undone(gzip.compress(noise, 0)[:-70_000], {"content-encoding": "gzip"})
    assert data is not None and noise.startswith(data) and len(data) > 900_000 and code == "truncated"


@pytest.mark.parametrize(("coding", "pack"), [("gzip", gzip.compress), ("br", partial(brotli.compress, quality=1))])
def test_a_bomb(coding: str, pack: Callable[[bytes], bytes]) -> None:
    assert undone(pack(bytes(30 << 20)), {"content-encoding": coding}) == (None, "limit-ratio")


def test_large_bodies_of_brotli_come_whole_and_cut_ones_as_far_as_they_go() -> None:
    letters = random.Random(5)
    text = bytes(letters.choices(b"abcdefgh \n", k=900_000))
    packed = brotli.compress(text, quality=3)
    assert undone(packed, {"content-encoding": "br"}) == (text, "")
    data, code = undone(packed[:-1000], {"content-encoding": "br"})
    assert data is not None and text.startswith(data) and len(data) > 700_000 and code == "truncated"
    data, code = undone(packed[:200_000] + letters.randbytes(70_000), {"content-encoding": "br"})
    assert data is not None and text.startswith(data[:300_000]) and len(data) > 300_000 and code == "damaged"


@pytest.mark.parametrize(
    ("body", "plain"),
    [
        (b"5;x=y\r\nhello\r\n6\n world\n0\r\nTrailer: t\r\n\r\n", b"hello world"),
        (b"5\r\nhello\r\n6\r\n wor", b"hello wor"),
        (b"Dear all\r\n", b"Dear all\r\n"),
        (b"face\r\nis no chunk", b"is no chunk"),
        (b"4\r\nis no chunk", b"4\r\nis no chunk"),
        (b"5\r\nhello\r\nrest", b"hellorest"),
        (b"", b""),
    ],
)
def test_chunks(body: bytes, plain: bytes) -> None:
    assert undone(body, IN_CHUNKS) == (plain, "")
