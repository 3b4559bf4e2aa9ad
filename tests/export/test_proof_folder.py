"""Tests of triage.export.proof_folder: what leaves holds by itself, and gives no name away."""

from __future__ import annotations

import json
import subprocess
import sys
from html import escape
from pathlib import Path

import pytest

from tests.records import case_of, mail
from triage.cli import main
from triage.errors import ExportError
from triage.messages import TEMPLATES
from triage.proof.verify.proof_page import PROOF_LIMITS


def test_a_proof_of_a_case_holds_and_has_no_names(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = {"dana/kestrel.eml": mail(), "dana/<b>merlin.txt": "x", "hr/pay.txt": "y"}
    with case_of(tmp_path, files, deny=("hr",)) as case:
        nos = case.search.run("*").nos
        case.decisions.tag(nos, "hot", "Rae Secretname", "key")
        case.originals.read_bytes(nos[0], 0, 9, "Rae Secretname")
    assert main(["record", "prove", str(tmp_path / "case"), str(tmp_path / "out")]) == 0
    assert "A proof of 2 openings and 1 refusal" in capsys.readouterr().out
    for path in filter(Path.is_file, (tmp_path / "out").rglob("*")):
        assert not [word for word in (b"kestrel", b"merlin", b"Secretname", b"pay.txt") if word in path.read_bytes()], (
            path
        )
    page = (tmp_path / "out/non-access.html").read_text()
    for text in (
        '<td dir="auto">Files opened</td><td dir="auto">2<',
        "What this can't show",
        *(escape(TEMPLATES[key]) for key in PROOF_LIMITS),
        "hr",
    ):
        assert text in page
    command = [sys.executable, "-I", str(tmp_path / "out/verify.py"), str(tmp_path / "out")]
    done = subprocess.run(command, env={}, cwd="/", capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "") and "OK     signature: signed by" in done.stdout
    annex = [json.loads(line) for line in (tmp_path / "out.annex.jsonl").read_text().splitlines()]
    assert [line.get("f", "")[-11:] for line in annex] == ["", ">merlin.txt", "kestrel.eml"]
    assert bytes.fromhex(annex[0]["key"]) == (tmp_path / "case/ledger.key").read_bytes()
    assert (tmp_path / "out.annex.jsonl").stat().st_mode & 0o077 == 0
    counsel = [*command, "--annex", str(tmp_path / "out.annex.jsonl")]
    assert "2 openings and 0 refusals, decided again from the paths" in subprocess.check_output(
        counsel, env={}, text=True
    )
    with (tmp_path / "out/proof.json").open("ab") as file:
        file.write(b" ")
    assert subprocess.run(command, env={}, cwd="/", capture_output=True, check=False).returncode == 1


def test_a_proof_goes_nowhere_else(tmp_path: Path) -> None:
    with case_of(tmp_path, {"dana/a.txt": "x"}) as case:
        (tmp_path / "there").mkdir()
        (tmp_path / "link").symlink_to(tmp_path / "nowhere")
        for out in ("there", "missing/out", "link"):
            with pytest.raises(ExportError, match="Choose a new name"):
                case.export.prove(tmp_path / out)
        with pytest.raises(ExportError, match="can't be written"):
            case.export.prove(tmp_path / ("x" * 255))
        with pytest.raises(ExportError, match=f"{tmp_path}/records/out is inside {tmp_path}/records, whose files"):
            case.export.prove(tmp_path / "records/out")
