"""``triage export`` stops where something is privileged, until it is told what to do with it."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Say


def test_what_is_privileged_is_decided_by_an_option(texts: str, tmp_path: Path, say: Say) -> None:
    first = say("search", texts, "word1", "--ids").strip()
    say("tag", texts, "privileged", first, "--reviewer", "Rae")
    out = str(tmp_path / "out")
    refused = say("export", texts, out, "--query", "common", "--reviewer", "Rae", code=2)
    assert f"The first are: {first} 1.txt" in refused and "--privileged leave-out" in refused
    assert not Path(out).exists()
    left = say("export", texts, out, "--query", "common", "--reviewer", "Rae", "--privileged", "leave-out")
    assert left.startswith("5 findings in")
