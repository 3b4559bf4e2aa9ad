"""Tests of triage.scope.ledger: a chain in which one changed byte or one lost line is found and located."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.effort import examples
from triage.errors import VerifyError
from triage.scope.ledger import Ledger, read


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
    assert lines[4]["f"] == "mail:ü\udce9"


def test_denied_paths_appear_only_as_keyed_hashes(tmp_path: Path) -> None:
    data = made(tmp_path / "l")
    assert b"secret" not in data and b"thing" not in data
    ledger = Ledger(tmp_path / "l", b"key")
    assert ledger.keyed("mail:secret/thing.txt").encode() in data
    ledger.end()


def test_goes_on_where_it_ended(tmp_path: Path) -> None:
    made(tmp_path / "l")
    made(tmp_path / "l")
    assert [line["n"] for line in read(tmp_path / "l")] == list(range(1, 21))


def test_chain_can_be_checked_by_its_description_alone(tmp_path: Path) -> None:
    previous = "0" * 64
    for line in made(tmp_path / "l").decode().splitlines():
        body, _, rest = line.rpartition(',"h":"')
        previous = hashlib.sha256((previous + body).encode()).hexdigest()
        assert rest == previous + '"}'


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
        list(read(path))
    assert any(f"line {n} " in f"{error.value} " for n in (line - 1, line, line + 1)) or "last line" in str(error.value)


@pytest.mark.parametrize("lost", range(9))
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


def test_a_line_that_lacks_only_its_newline_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "l"
    path.write_bytes(made(path)[:-1])
    made(path)
    lines = list(read(path))
    assert [line["n"] for line in lines] == list(range(1, 21)) and not any(line["e"] == "recover" for line in lines)


def test_lines_are_json(tmp_path: Path) -> None:
    for line in made(tmp_path / "l").splitlines():
        assert set(json.loads(line)) >= {"n", "t", "e", "h"}
