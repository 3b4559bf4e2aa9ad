"""Tests of triage.settings: one list of settings, and errors that name the key."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest

from triage.errors import CaseError
from triage.settings import ClusterSettings, Settings, cluster, load


def test_every_setting_has_a_default_and_a_sentence() -> None:
    assert {type(setting.default) for setting in fields(Settings)} == {int}
    assert all(setting.metadata["sentence"].endswith(".") for setting in (*fields(Settings), *fields(ClusterSettings)))


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


def test_a_cluster_is_a_table_beside_the_settings(tmp_path: Path) -> None:
    (tmp_path / "s").write_text('workers = 3\n[cluster]\nhosts = ["https://a:9200"]\nshards = 2\n')
    assert load(tmp_path / "s") == Settings(workers=3)
    assert cluster(tmp_path / "s") == ClusterSettings(hosts=("https://a:9200",), shards=2)
    assert cluster(tmp_path / "none") == ClusterSettings()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("cluster = 1", r"write \[cluster\] on a line"),
        ("[cluster]\nhost = 1", "no setting 'cluster.host'"),
        ('[cluster]\nhosts = "https://a"', r"'cluster.hosts' is given as \[\"text\"\]"),
        ("[cluster]\nhosts = [1]", "'cluster.hosts' is given as"),
        ("[cluster]\nuser = 1", "'cluster.user' is given as"),
        ("[cluster]\nshards = -1", "'cluster.shards' is given as 7"),
        ("[cluster]\nshards = true", "'cluster.shards' is given as 7"),
    ],
)
def test_bad_settings_of_a_cluster_name_the_key(tmp_path: Path, text: str, words: str) -> None:
    (tmp_path / "s").write_text(text)
    with pytest.raises(CaseError, match=words):
        cluster(tmp_path / "s")
