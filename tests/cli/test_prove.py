"""``triage record prove`` says before it writes what a signature can't show, unless others have seen the record."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Say
from triage.cli import main


def test_it_suggests_that_somebody_else_signs_a_head_first(
    texts: str, tmp_path: Path, say: Say, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["record", "prove", texts, str(tmp_path / "alone")]) == 0
    assert "Nobody else has seen this record" in capsys.readouterr().err
    alone = (tmp_path / "alone/non-access.html").read_text()
    assert "Nobody else has seen this record" in alone
    say("record", "head", texts, "-o", str(tmp_path / "1.head"))
    say(
        "record",
        "countersign",
        str(tmp_path / "1.head"),
        "--first",
        "--name",
        "outsider",
        "-o",
        str(tmp_path / "1c.head"),
    )
    say("record", "head", texts, "--add", str(tmp_path / "1c.head"))
    assert main(["record", "prove", texts, str(tmp_path / "seen")]) == 0 and not capsys.readouterr().err
    seen = (tmp_path / "seen/non-access.html").read_text()
    assert "Heads of this record that others have signed or time-stamped: 1, the first one" in " ".join(seen.split())
    assert "heads that others have signed or time-stamped: 1" in say("verify", str(tmp_path / "seen"))
