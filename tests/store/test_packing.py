"""Texts come back from the database as they were stored, and a damaged one is never taken for another."""

from __future__ import annotations

from pathlib import Path
from random import Random

import apsw
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.records import case_of
from triage.errors import CaseError
from triage.messages import render
from triage.store import reading, report_counts
from triage.store import texts as stored_texts
from triage.store.texts import SHORTEST, packed, plain, size, whole
from triage.text import unmarked
from triage.zstd import zstd

LONG = "The heron stands in the reeds, and the egret by the weir. " * 150


@given(
    st.text().map(lambda text: text * 1_600)
    | st.text(min_size=1).map(lambda text: (text * SHORTEST)[:SHORTEST])
    | st.integers().map(lambda seed: Random(seed).randbytes(3 * SHORTEST).decode("utf-16-le", "ignore"))
)
def test_every_text_comes_back(text: str) -> None:
    assert whole(packed(text)) == text and plain(packed(text)) == unmarked(text)


def test_a_long_text_becomes_a_frame_that_others_unpack() -> None:
    frame = packed(LONG)
    assert isinstance(frame, bytes) and len(frame) < len(LONG) / 4
    assert zstd().decompress(frame).decode() == LONG and size(frame) == len(LONG)


@pytest.mark.parametrize("text", ["", "short", " " * 999, "x" * (SHORTEST - 1)])
def test_a_short_text_and_one_of_blanks_stay_text(text: str) -> None:
    assert packed(text) == text


def test_a_frame_that_is_damaged_is_refused() -> None:
    frame = packed(LONG)
    assert isinstance(frame, bytes)
    large, of_unknown_size = zstd().ZstdCompressor(), zstd().ZstdCompressor()
    large.set_pledged_input_size(2_000_000_000)
    bomb = large.compress(b"x", mode=large.FLUSH_BLOCK)
    endless = of_unknown_size.compress(b"heron") + of_unknown_size.flush()
    no_text = zstd().compress(b"\xff" * 999)
    for damaged in (frame[:-1], b"\0" + frame[1:], frame + frame, b"", b"heron", bomb, endless, no_text):
        with pytest.raises(CaseError):
            plain(damaged)


def test_a_frame_tells_sql_how_long_its_text_is() -> None:
    db = apsw.Connection(":memory:")
    stored_texts.teach(db)
    assert db.execute("SELECT unpacked_size(?)", (packed(LONG),)).get == len(LONG)
    with pytest.raises(CaseError):
        db.execute("SELECT unpacked_size(?)", (b"heron",)).get  # noqa: B018
    db.close()


def test_a_case_packs_long_texts_and_tells_how_long_they_are(tmp_path: Path) -> None:
    with case_of(tmp_path, {"long.txt": LONG, "short.txt": "the heron"}) as case:
        store = case._opened.store
        kinds = store.rows("SELECT typeof(text) FROM segment WHERE origin='body' ORDER BY key")
        assert sorted(kinds) == [("blob",), ("text",)]
        texts = [text for no in (1, 2) for _, text in reading.StoredTexts(store).raw(no)]
        assert LONG in texts and "the heron" in texts
        assert report_counts.sizes(store)[1] == sum(
            len(text.encode()) for no in (1, 2) for text in (one.text for one in reading.item(store, no).segments)
        )
        assert (
            case.search.run('="egret by the weir"').total == 1 and case.search.run('="egret by the reeds"').total == 0
        )
        assert all(check.held for check in case.verification.run())


@pytest.mark.parametrize("damage", ["substr(text, 1, 50)", "replace(text, 'heron', 'egret')", "x'00'"])
def test_a_verification_names_the_item_whose_frame_is_damaged(tmp_path: Path, damage: str) -> None:
    with case_of(tmp_path, {"long.txt": LONG}) as case:
        case._opened.store.db.execute(f"UPDATE segment SET text={damage} WHERE typeof(text)='blob'")
        (row,) = case.search.rows(case.search.run("*").nos)
        failed = [render(check.message) for check in case.verification.run() if not check.held]
        assert any(row.id[:8] in message for message in failed), failed
