"""``triage tag palette``: versions, and the palette as TOML."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Say
from triage.case import Case
from triage.model.tags import DEFAULT


def test_the_palette_goes_out_and_in_as_toml(mails: str, tmp_path: Path, say: Say) -> None:
    shown = say("tag", "palette", mails)
    assert "Version 0, built in" in shown and "customer-content" in shown and "seals" in shown
    file = tmp_path / "palette.toml"
    file.write_text(say("tag", "palette", mails, "--toml"), "utf-8")
    say("tag", "palette", mails, "--set", str(file), "--reviewer", "Rae")
    with Case.open(Path(mails)) as opened:
        assert opened.decisions.palette() == DEFAULT
    more = '\n[[tag]]\nname = "board"\nkey = "b"\nwords = "Board paper"\ncolour = "blue"\npropagates = "family"\n'
    file.write_text(file.read_text("utf-8") + more, "utf-8")
    shown = say("tag", "palette", mails, "--set", str(file), "--reviewer", "Rae")
    assert "Board paper" in shown and "family" in shown
    assert "by Rae" in say("tag", "palette", mails, "--versions")
    assert len(json.loads(say("tag", "palette", mails, "--versions", "--json"))) >= 2


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("not toml", "can't be read as TOML"),
        ("tag = 3", "has no [[tag]] tables"),
        ('[[tag]]\nkey = "X"', "has no name"),
        ('[[tag]]\nname = "x"\nshape = "y"', "knows no 'shape'"),
        ('[[tag]]\nname = "x"\nseals = "yes"', "has a wrong 'seals'"),
        ('[[tag]]\nname = "x"\ncolour = "odd"', "can't have the colour"),
    ],
)
def test_a_wrong_palette_file_is_refused(mails: str, tmp_path: Path, say: Say, text: str, message: str) -> None:
    file = tmp_path / "palette.toml"
    file.write_text(text, "utf-8")
    assert message in say("tag", "palette", mails, "--set", str(file), "--reviewer", "Rae", code=2)
