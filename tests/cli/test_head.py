"""Tests of ``triage record head`` and of ``triage verify --head``."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from tests.cli.conftest import Say


def test_a_head_that_was_kept_shows_what_was_rolled_back(texts: str, tmp_path: Path, say: Say) -> None:
    kept, later = str(tmp_path / "kept.head"), str(tmp_path / "later.head")
    shutil.copytree(texts, tmp_path / "before")
    assert "(unprotected key)" in say("record", "head", texts, "-o", kept)
    assert "nothing is overwritten" in say("record", "head", texts, "-o", kept, code=2)
    say("tag", texts, "hot", "--query", "word1")
    answer = json.loads(say("record", "head", texts, "--since", kept, "-o", later, "--json"))
    assert (
        answer["path"] == later
        and answer["protection"] == "unprotected key"
        and answer["key"] in Path(later).read_text()
    )
    for head in (kept, later):
        assert "holds  given head: the case still has all" in say("verify", texts, "--head", head)
    rolled_back = shutil.copytree(tmp_path / "before", tmp_path / "case2")
    assert "rolled back" in say("record", "head", str(rolled_back), code=2)
    assert "Signed by" in say("record", "head", str(rolled_back), "--restored", "backup of Monday")
    assert "can't be used" in say("verify", texts, "--head", str(tmp_path / "nowhere"), code=2)


def test_an_export_has_no_head(texts: str, tmp_path: Path, say: Say) -> None:
    export = str(tmp_path / "out")
    say("export", texts, export, "--query", "word1")
    assert "compared with a case or a proof" in say("verify", export, "--head", export, code=2)


def test_a_locked_key_is_said_in_one_line(texts: str, tmp_path: Path, say: Say) -> None:
    passphrase = tmp_path / "passphrase"
    passphrase.write_text("heron\n")
    assert "(passphrase)" in say("record", "head", texts, "--name", "locked", "--passphrase-file", str(passphrase))
    assert "needs its passphrase" in say("record", "head", texts, "--name", "locked", code=2)
    empty = tmp_path / "empty"
    empty.write_text("")
    assert "can't be used" in say("index", texts, "--passphrase-file", str(empty), code=2)
    assert "can't be the name of a key" in say("record", "head", texts, "--name", "two words", code=2)
