"""How far an index run is, on standard error."""

from __future__ import annotations

import pytest

from triage.cli.run_progress import ProgressLine, describe
from triage.model.runs import Progress


def test_what_takes_long_after_reading_is_named_at_once(capsys: pytest.CaptureFixture[str]) -> None:
    line = ProgressLine()
    stages = (
        ("reading", 9.0),
        ("reading", 11.0),
        ("reading", 12.0),
        ("linking", 13.0),
        ("merging", 14.0),
        ("done", 30.0),
    )
    for stage, seconds in stages:
        line(Progress(stage, 7, 7, 1_000, 0, 9, 9, 9, seconds))
    first, *rest = capsys.readouterr().err.splitlines()
    assert "7 of 7 files" in first
    assert rest == ["Linking conversations ...  1,000 items", "Merging the index ...  1,000 items"]


def test_no_time_is_left_to_tell_where_nothing_is_done() -> None:
    assert "left" not in describe(Progress("reading", 1, 1, 9_488, 28, 9, 0, 10, 10.0))
    assert "30 s left" in describe(Progress("reading", 1, 4, 9_488, 28, 9, 25, 100, 10.0))
