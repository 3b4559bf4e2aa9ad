"""Tests of triage.settings: one list of settings, and errors that name the key."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest

from triage.errors import CaseError
from triage.settings import Settings, load


def test_every_setting_has_a_default_and_a_sentence() -> None:
    assert {type(setting.default) for setting in fields(Settings)} == {int}
    assert all(setting.metadata["sentence"].endswith(".") for setting in fields(Settings))


def test_missing_file_means_defaults(tmp_path: Path) -> None:
    assert load(tmp_path / "settings.toml") == Settings()


def test_values_are_read(tmp_path: Path) -> None:
    (tmp_path / "s").write_text("workers = 3\nlimit_seconds = 5\n")
    assert load(tmp_path / "s") == Settings(workers=3, limit_seconds=5)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("speed = 1", "no setting 'speed'"),
        ("workers = -1", "'workers' takes"),
        ("workers = true", "'workers' takes"),
        ('workers = "2"', "'workers' takes"),
        ("workers = [", "can't be read"),
    ],
)
def test_bad_settings_name_the_key(tmp_path: Path, text: str, words: str) -> None:
    (tmp_path / "s").write_text(text)
    with pytest.raises(CaseError, match=words):
        load(tmp_path / "s")
