"""Words planted in denied places: they never look like any that may be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from triage.selftest import forbidden
from triage.selftest.documents import documents

PLACES = ("a denied folder", "a file with a denied name", "outside the roots")


def ground(folder: Path, planted: list[str]) -> forbidden.Ground:
    return forbidden.Ground(folder / "root", folder / "outside", planted)


def test_every_place_holds_words_of_its_own(tmp_path: Path) -> None:
    made = ground(tmp_path, [])
    assert set(PLACES) <= set(made.words)
    words = [word for place in made.words.values() for word in place]
    assert len(set(words)) == len(words)
    denied = (tmp_path / "root" / "denied" / f"{made.words['a denied folder'][0]}-utf-8.txt").read_text("utf-8")
    assert denied.split() == made.words["a denied folder"]


@pytest.mark.parametrize("shape", ["same", "end inside", "backwards", "beginning"])
def test_no_forbidden_word_looks_like_a_canary_that_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, shape: str
) -> None:
    monkeypatch.setattr(forbidden, "salt", lambda: "the same")
    first = ground(tmp_path / "one", []).words["outside the roots"][0]
    like = {"same": first, "end inside": f"ba{first[-6:]}b", "backwards": first[::-1], "beginning": f"{first[:6]}b"}[
        shape
    ]
    other = ground(tmp_path / "two", ["wren", like]).words["outside the roots"][0]
    assert other != first and not any(form in like.encode() for form in forbidden._forms(other))


@pytest.mark.nightly
def test_over_many_runs_no_word_is_taken_for_a_leak(tmp_path: Path) -> None:
    """One run in a hundred had a word whose end stands in a canary, and told of a leak that was none."""
    planted = [canary.word for document in documents() for canary in document.canaries]
    read = "\n".join(planted).encode()
    for run in range(300):
        for words in ground(tmp_path / str(run), planted).words.values():
            assert not any(forbidden._stands(word, read) for word in words)
