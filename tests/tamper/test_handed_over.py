"""Performs each change on a copy of what left one case, and checks that it is found and blamed on the right file."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.records import case_of
from tests.tamper.handed_over import CHANGES, Handed
from triage.case import verify
from triage.messages import render
from triage.proof.keys import LoginKeys
from triage.secret_keys import login

pytestmark = pytest.mark.nightly
PROTOCOL = 'name="A"\nvolume="VOL001"\nprefix="A"\nquery="*"\nconfidentiality="Confidential"\n'


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("handed")
    with case_of(folder, {"dana/1.txt": "heron", "dana/2.txt": "egret"}) as case:
        case.export.bundle(folder / "export", "*", "Rae")
        case.export.productions.produce(folder / "production", PROTOCOL, "Rae")
        case.export.prove(folder / "proof")
    return folder


@pytest.mark.parametrize("change", [pytest.param(c, id=f"{c.folder}: {c.about}") for c in CHANGES])
def test_a_change_to_what_left_comes_to_what_it_must(change: Handed, made: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(made / change.folder, tmp_path / change.folder)
    key = LoginKeys.of_login().secret(login()).public.line
    change.act(folder)
    failed = {check.name: render(check.message) for check in verify(folder, keys=[key]) if not check.held}
    assert set(change.fails) == failed.keys() and re.search(change.names, " ".join(failed.values())), failed
    blamed = re.findall(r"\S+\.(?:txt|dat|html|jsonl|json|csv)\b", failed.get("changed", ""))
    assert all(change.names in name for name in blamed), f"blames {blamed}"
    without = [check.name for check in verify(folder) if not check.held]
    assert set(without) == (set() if change.keyed else failed.keys())
    command = [sys.executable, "-I", str(made / change.folder / "verify.py"), str(folder)]
    for given, code in (([], bool(without)), (["--key", key], bool(failed))):
        done = subprocess.run([*command, *given], env={}, capture_output=True, text=True)
        assert (done.returncode, done.stderr) == (code, ""), done.stdout
