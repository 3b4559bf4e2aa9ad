"""Tests of the commands for coding: groups, bulk with what would change, seals by one and two persons, palettes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.records import case_of, mail
from triage.case import Case
from triage.cli import main
from triage.model.tags import DEFAULT

FILES: dict[str, bytes | str] = {
    "dana/1.eml": mail("Heron plan", "the blue heron flies", message_id="<1@orrin.example>"),
    "omar/2.eml": mail("Heron plan", "the blue heron flies", message_id="<1@orrin.example>", more="X-Way: two\n"),
    "omar/3.eml": mail("Re: plan", "fine", message_id="<3@orrin.example>", more="In-Reply-To: <1@orrin.example>\n"),
    "omar/4.txt": "lunch",
}


@pytest.fixture
def case(tmp_path: Path) -> str:
    with case_of(tmp_path, FILES) as made:
        return str(made.path)


def said(capsys: pytest.CaptureFixture[str], *args: str, code: int = 0) -> str:
    capsys.readouterr()
    assert main([*args]) == code
    out = capsys.readouterr()
    return out.err if code else out.out


def ids(capsys: pytest.CaptureFixture[str], case: str, query: str) -> list[str]:
    return said(capsys, "search", case, query, "--ids").split()


def test_a_group_holds_one(case: str, capsys: pytest.CaptureFixture[str]) -> None:
    main(["tag", case, "not-relevant", "--query", "*", "--reviewer", "Omar"])
    out = said(capsys, "tag", case, "relevant", "--query", "heron", "--reviewer", "Rae")
    assert "relevant: 2 items changed, 0 were so already. By Rae." in out
    assert len(ids(capsys, case, "tag:not-relevant")) == 2
    said(capsys, "tag", case, "--undo", "--reviewer", "Rae")
    assert len(ids(capsys, case, "tag:not-relevant")) == 4


def test_dry_run_says_and_changes_nothing(case: str, capsys: pytest.CaptureFixture[str]) -> None:
    main(["tag", case, "not-relevant", "--query", "heron", "--reviewer", "Omar"])
    out = said(capsys, "tag", case, "relevant", "--query", "*", "--dry-run")
    assert "4 items would change, 0 are so already." in out
    assert "2 would lose another tag" in out and "2 earlier decisions of Omar" in out
    assert out.count("tagged not-relevant at 20") == 2 and out.count("would be replaced") == 2
    assert ids(capsys, case, "tag:relevant") == []
    foreseen = json.loads(said(capsys, "tag", case, "relevant", "--query", "*", "--dry-run", "--json"))
    assert (foreseen["changed"], len(foreseen["conflicts"])) == (4, 2)


@pytest.mark.parametrize(("way", "count"), [("duplicates", 2), ("thread", 3), ("family", 1)])
def test_bulk_takes_along(case: str, capsys: pytest.CaptureFixture[str], way: str, count: int) -> None:
    first = ids(capsys, case, "custodian:dana heron")[0]
    said(capsys, "tag", case, "hot", first, "--with", way, "--reviewer", "Rae")
    assert len(ids(capsys, case, "tag:hot")) == count
    said(capsys, "tag", case, "--undo", "--reviewer", "Rae")
    assert ids(capsys, case, "tag:hot") == []


def test_seal_and_unseal(case: str, capsys: pytest.CaptureFixture[str]) -> None:
    first = ids(capsys, case, "heron")[0]
    assert "Say it with --why" in said(capsys, "seal", case, first, "--reviewer", "Rae", code=2)
    assert "1 items would be sealed, and 1 that" in said(capsys, "seal", case, first, "--dry-run")
    out = said(capsys, "seal", case, first, "--why", "names of customers", "--reviewer", "Rae")
    assert "2 items were sealed by Rae, 1 of them inside others or copies" in out
    assert ids(capsys, case, "heron") == [] and len(ids(capsys, case, "is:sealed")) == 2
    shown = said(capsys, "show", case, first)
    assert "heron" not in shown and "names of customers" in shown and "[sealed]" in shown
    assert "two persons" in said(capsys, "tag", case, "--undo", "--reviewer", "Rae", code=2)
    assert "2 items are sealed" in said(capsys, "seal", case)
    assert "Say why" in said(capsys, "unseal", case, first, "--reviewer", "Rae", code=2)
    assert "Rae asks to open it" in said(capsys, "unseal", case, first, "--why", "a slip", "--reviewer", "Rae")
    assert "Rae asks to open it: a slip" in said(capsys, "seal", case)
    assert "another person has to grant" in said(capsys, "unseal", case, first, "--reviewer", "Rae", code=2)
    out = said(capsys, "unseal", case, first, "--reviewer", "Omar")
    assert "asked by Rae and granted by Omar, and 1 that had followed" in out
    assert len(ids(capsys, case, "heron")) == 2
    assert "isn't sealed" in said(capsys, "unseal", case, first, "--why", "x", "--reviewer", "Rae", code=2)
    assert main(["verify", case]) == 0


def test_the_palette_goes_out_and_in_as_toml(case: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shown = said(capsys, "palette", case)
    assert "Version 0, built in" in shown and "customer-content" in shown and "seals" in shown
    file = tmp_path / "palette.toml"
    file.write_text(said(capsys, "palette", case, "--toml"), "utf-8")
    said(capsys, "palette", case, "--set", str(file), "--reviewer", "Rae")
    with Case.open(Path(case)) as opened:
        assert opened.palette() == DEFAULT
    more = '\n[[tag]]\nname = "board"\nkey = "b"\nwords = "Board paper"\ncolour = "blue"\npropagates = "family"\n'
    file.write_text(file.read_text("utf-8") + more, "utf-8")
    shown = said(capsys, "palette", case, "--set", str(file), "--reviewer", "Rae")
    assert "Board paper" in shown and "family" in shown
    assert "by Rae" in said(capsys, "palette", case, "--versions")
    assert len(json.loads(said(capsys, "palette", case, "--versions", "--json"))) >= 2


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
def test_a_wrong_palette_file_is_refused(
    case: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, message: str
) -> None:
    file = tmp_path / "palette.toml"
    file.write_text(text, "utf-8")
    assert message in said(capsys, "palette", case, "--set", str(file), "--reviewer", "Rae", code=2)
