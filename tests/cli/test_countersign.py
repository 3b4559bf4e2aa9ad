"""Tests of ``triage record countersign``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Say


def test_counsel_signs_with_the_case_or_without_it(
    texts: str, tmp_path: Path, say: Say, monkeypatch: pytest.MonkeyPatch
) -> None:
    head, signed = str(tmp_path / "1.head"), str(tmp_path / "signed.head")
    say("record", "head", texts, "-o", head)
    monkeypatch.setenv("TRIAGE_KEYS", str(tmp_path / "counsel"))
    assert "Name a new file with -o, or the case" in say("record", "countersign", head, code=2)
    assert "--first" in say("record", "countersign", head, "-o", signed, code=2)
    assert "Countersigned: " in say("record", "countersign", head, "-o", signed, "--first", "--name", "counsel")
    answer = json.loads(say("record", "countersign", head, "--case", texts, "--name", "counsel", "--json"))
    assert Path(answer["path"]).parent == Path(texts) / "heads" and answer["key"].startswith("counsel+")
    assert answer["key"] in say("verify", texts, "--head", signed)
    monkeypatch.undo()
    assert "Put into the case" in say("record", "head", texts, "--add", signed)
