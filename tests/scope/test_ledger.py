"""Tests of triage.scope.ledger: a chain in which one changed byte or one lost line is found and located."""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.effort import examples
from triage.errors import CaseError, VerifyError
from triage.scope.ledger import Ledger, check, commitment, entries, read


def made(path: Path, names: tuple[str, ...] = ("mail:a", "mail:ü\udce9", 'mail:"x"')) -> bytes:
    ledger = Ledger(path, b"key")
    for name in names:
        ledger.allow(name, "mail")
        ledger.close(name, 3, "ab" * 32)
    ledger.deny("mail:secret/thing.txt", "d1", "file")
    ledger.end()
    return path.read_bytes()


def test_reads_back_in_order(tmp_path: Path) -> None:
    made(tmp_path / "l")
    lines = list(read(tmp_path / "l"))
    assert [line["e"] for line in lines] == ["decide", "open", "close"] * 3 + ["decide"]
    assert lines[4]["f"] == lines[5]["f"] == "mail:ü\udce9" and lines[5]["sha256"] == "ab" * 32


def test_names_can_be_dropped_and_are_committed_to(tmp_path: Path) -> None:
    """A line without what follows its hash says nothing but what can be said, and the chain ends there."""
    ledger = Ledger(tmp_path / "l", b"key")
    for name in ("mail:dana/ü\udce9", "mail:b"):
        ledger.allow(name, "mail")
    ledger.flush()
    for name in ("mail:dana/ü\udce9", "mail:b"):
        ledger.close(name, 3, "ab" * 32)
    ledger.event("view", {"by": "Rae"}, item=4)
    ledger.end()
    whole = (tmp_path / "l").read_bytes().splitlines()
    dropped = list(entries(tmp_path / "l"))
    assert [json.loads(line)["e"] for line in dropped] == ["open", "close", "view"]
    assert not any(private in b"".join(dropped) for private in (b"dana", b"Rae", b"ab" * 32))
    assert [line[: len(rest) - 1] for line, rest in zip(whole, dropped, strict=True)] == [d[:-1] for d in dropped]
    name = hmac.new(b"key", "mail:dana/ü".encode() + b"\xe9", hashlib.sha256).hexdigest()[:32]
    content = hmac.new(b"key", b"ab" * 32, hashlib.sha256).hexdigest()[:32]
    assert [json.loads(line)["c"][0] for line in dropped[:2]] == [name] * 2 and json.loads(dropped[1])["d"][
        0
    ] == content
    assert json.loads(dropped[2])["c"] == hmac.new(b"key", b'"by":"Rae"', hashlib.sha256).hexdigest()[:32]


@pytest.mark.parametrize(
    "line",
    [
        {"e": "decide", "v": "allow", "r": "mail", "f": "mail:a"},
        {"e": "open", "f": "mail:a"},
        {"e": "close", "f": "mail:a", "bytes": 3, "sha256": "ab" * 32},
    ],
)
def test_a_line_with_a_plain_name_is_refused(tmp_path: Path, line: dict[str, object]) -> None:
    body = json.dumps({"n": 1, "t": "2026-03-04T05:06:07.000Z", **line}, separators=(",", ":"))[:-1]
    digest = hashlib.sha256(("0" * 64 + body).encode()).hexdigest()
    (tmp_path / "l").write_text(f'{body},"h":"{digest}"}}\n')
    with pytest.raises(VerifyError, match="the names in line 1 of l were changed"):
        list(read(tmp_path / "l"))


def test_a_changed_name_is_found_with_the_key(tmp_path: Path) -> None:
    for old, new in (
        (b'"mail:a"]', b'"mail:b"]'),
        (b'ab"]', b'cd"]'),
        (b'"mail:a"]', b'"mail:a" ]'),
        (b'"f":', b'"e":'),
    ):
        (tmp_path / "l").unlink(missing_ok=True)
        data = made(tmp_path / "l")
        (tmp_path / "l").write_bytes(data.replace(old, new, 1))
        with pytest.raises(VerifyError, match=r"the names in line [12] of l were changed"):
            list(read(tmp_path / "l", key=b"key"))


def test_a_chunk_is_one_line_and_what_was_closed_is_on_the_disk_with_the_next_flush(tmp_path: Path) -> None:
    ledger, names = Ledger(tmp_path / "l", b"key"), [f"mail:{n}" for n in range(100)]
    for name in names:
        ledger.allow(name, "mail")
    ledger.allow("other:x", "other")
    ledger.flush()
    assert [line["f"] for line in read(tmp_path / "l", key=b"key") if line["e"] == "open"] == [*names, "other:x"]
    assert (tmp_path / "l").read_bytes().count(b"\n") == 3, "64, 36, and those of another root"
    for name in names[:50]:
        ledger.close(name, 1, "cd" * 32)
    ledger.flush()
    assert sum(line["e"] == "close" for line in read(tmp_path / "l")) == 50
    ledger.failed(names[50], "vanished")
    ledger.end()
    assert list(read(tmp_path / "l", key=b"key"))[-1]["f"] == names[50]


def test_half_a_line_of_names_is_an_entry_as_it_is(tmp_path: Path) -> None:
    """Also where the half ends as a line does, inside of a name."""
    made(tmp_path / "l", ("mail:{x}",))
    half = next(line for line in (tmp_path / "l").read_bytes().splitlines() if b"{x}" in line)[:-3]
    assert half.endswith(b"}")
    (tmp_path / "l").write_bytes(half)
    with pytest.raises(CaseError, match="no whole line"):
        Ledger(tmp_path / "l", b"key")
    (tmp_path / "l").write_bytes(b"")
    made(tmp_path / "l", ("mail:{x}",))
    data = (tmp_path / "l").read_bytes()
    (tmp_path / "l").write_bytes(data + half)
    made(tmp_path / "l")
    assert half in list(entries(tmp_path / "l")) and [line["e"] for line in read(tmp_path / "l")].count("recover") == 1


def test_denied_paths_appear_only_as_keyed_hashes(tmp_path: Path) -> None:
    data = made(tmp_path / "l")
    assert b"secret" not in data and b"thing" not in data
    ledger = Ledger(tmp_path / "l", b"key")
    assert ledger.keyed("mail:secret/thing.txt").encode() in data
    ledger.end()


def test_goes_on_where_it_ended(tmp_path: Path) -> None:
    made(tmp_path / "l")
    made(tmp_path / "l")
    assert sorted({line["n"] for line in read(tmp_path / "l")}) == list(range(1, 15))


def test_chain_can_be_checked_by_its_description_alone(tmp_path: Path) -> None:
    previous = "0" * 64
    for line in made(tmp_path / "l").decode().splitlines():
        body, _, rest = line.rpartition(',"h":"')
        previous = hashlib.sha256((previous + body).encode()).hexdigest()
        assert rest.startswith(previous + '"')


@settings(max_examples=examples(150))
@given(st.data())
def test_one_changed_byte_is_found(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    path = tmp_path_factory.mktemp("l") / "l"
    whole = bytearray(made(path))
    at = data.draw(st.integers(0, len(whole) - 1))
    whole[at] ^= data.draw(st.integers(1, 255))
    path.write_bytes(whole)
    line = bytes(whole[:at]).count(b"\n") + 1
    with pytest.raises(VerifyError) as error:
        list(read(path, key=b"key"))
    assert any(f"line {n} " in f"{error.value} " for n in (line - 1, line, line + 1)) or "last line" in str(error.value)


@pytest.mark.parametrize("lost", range(6))
def test_one_lost_line_is_found(tmp_path: Path, lost: int) -> None:
    lines = made(tmp_path / "l").splitlines(keepends=True)
    (tmp_path / "l").write_bytes(b"".join(lines[:lost] + lines[lost + 1 :]))
    with pytest.raises(VerifyError, match=f"line {lost + 1} "):
        list(read(tmp_path / "l"))


def test_swapped_lines_are_found(tmp_path: Path) -> None:
    lines = made(tmp_path / "l").splitlines(keepends=True)
    (tmp_path / "l").write_bytes(b"".join([lines[1], lines[0], *lines[2:]]))
    with pytest.raises(VerifyError, match="line 1 "):
        list(read(tmp_path / "l"))


def test_a_torn_line_is_closed_and_named(tmp_path: Path) -> None:
    path = tmp_path / "l"
    whole = made(path)
    path.write_bytes(whole[:-20])
    with pytest.raises(VerifyError, match="incomplete"):
        list(read(path))
    made(path)
    events = [line["e"] for line in read(path)]
    assert events.count("recover") == 1
    torn = path.read_bytes().replace(b'"torn"', b'"tron"')
    path.write_bytes(torn)
    with pytest.raises(VerifyError):
        list(read(path))


def test_what_closes_a_torn_line_may_be_torn_too(tmp_path: Path) -> None:
    """Wherever a kill comes, and a second one after it: what was written is gone on from, and named in one line."""
    path = tmp_path / "l"
    path.write_bytes(made(path, ("mail:a",))[:-20])
    torn = path.read_bytes()
    Ledger(path, b"key").end()
    closed = path.read_bytes()
    for cut in range(len(torn), len(closed) + 1):
        path.write_bytes(closed[:cut])
        Ledger(path, b"key").end()
        kept = path.read_bytes()[: max(cut, path.stat().st_size - (0, 1, 50, 300)[cut % 4])]
        path.write_bytes(kept)
        Ledger(path, b"key").end()
        assert path.read_bytes().startswith(kept) and kept.startswith(closed[:cut])
        assert [line["e"] for line in read(path, key=b"key")].count("recover") == 1, cut
    path.write_bytes(closed.replace(b"\n", b"\n{}\n"))
    with pytest.raises(CaseError, match="line 2 "):
        Ledger(path, b"key")


def test_a_line_that_lacks_only_its_newline_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "l"
    path.write_bytes(made(path)[:-1])
    made(path)
    lines = list(read(path))
    assert sorted({line["n"] for line in lines}) == list(range(1, 15)) and not any(
        line["e"] == "recover" for line in lines
    )


def test_lines_are_json(tmp_path: Path) -> None:
    for line in made(tmp_path / "l").splitlines():
        assert set(json.loads(line)) >= {"n", "t", "e", "h"}


@pytest.mark.parametrize("key", [b"", b"k" * 32, b"k" * 64, b"k" * 65])
def test_commitments_are_hmacs_whatever_the_length_of_the_key(key: bytes) -> None:
    for text in ("", "mail:a/b.eml", "mail:\udc80é" * 90):
        mac = hmac.new(key, text.encode("utf-8", "surrogateescape"), hashlib.sha256)
        assert commitment(key, text) == mac.hexdigest()[:32]


def test_a_line_without_an_end_is_read_in_parts(tmp_path: Path) -> None:
    path = tmp_path / "l"
    made(path)
    lines = path.read_bytes().count(b"\n")
    os.truncate(path, path.stat().st_size + (64 << 20))
    tracemalloc.start()
    with pytest.raises(VerifyError, match=f"line {lines + 1} of l can't be read"):
        list(read(path, torn=True))
    assert tracemalloc.get_traced_memory()[1] < 8 << 20
    tracemalloc.stop()


def test_more_than_a_killed_run_can_leave_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "l"
    made(path)
    log = Ledger(path, b"key")
    known = log.head
    log.end()
    os.truncate(path, 5 << 30)
    with pytest.raises(VerifyError, match=f"more follows line {known.lines} of l"):
        check(path, known.anchor)
    with pytest.raises(CaseError, match=f"more follows line {known.lines} of l"):
        Ledger(path, b"key", known.anchor)
