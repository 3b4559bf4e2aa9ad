"""Tests of triage.proof.folders: who signed a folder, by the keys that are known to whoever checks."""

from __future__ import annotations

import hashlib
import json
import platform
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.indexing.test_audit_checks import execute
from tests.proof.proofs import summed
from tests.records import case_of, copied, mail
from triage.case import Case, verify
from triage.cli import main
from triage.errors import VerifyError
from triage.messages import render
from triage.proof import folders
from triage.proof.keys import LoginKeys
from triage.secret_keys import login


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("folders")
    with case_of(folder, {"dana/a.eml": mail(), "b.txt": "heron"}) as case:
        case.export.bundle(folder / "export", "*", "Rae")
    yield folder


def own() -> str:
    return LoginKeys.of_login().secret(login()).public.line


def failing(folder: Path, *keys: str) -> list[str]:
    return [f"{check.name}: {render(check.message)}" for check in verify(folder, keys=keys) if not check.held]


def signed_anew(folder: Path, keys: Path) -> str:
    """Sign an export again, after a change, by another key that is named like the one before; return that key."""
    key = LoginKeys(keys).secret(login())
    digest = hashlib.sha256((folder / "manifest.json").read_bytes()).hexdigest()
    (folder / "export.sig").write_bytes(key.sign_digest("c" * 64, "export", digest))
    summed(folder)
    return key.public.line


def test_a_folder_that_somebody_signed_anew_agrees_with_itself_and_fails_with_the_key(
    made: Path, tmp_path: Path
) -> None:
    export = shutil.copytree(made / "export", tmp_path / "export")
    other = signed_anew(export, tmp_path / "keys")
    assert failing(export) == [] and failing(export, other) == []
    (failed,) = failing(export, own())
    assert failed.startswith(f"signer: signed by {other}, which isn't one of the keys that you gave")
    command = [sys.executable, "-I", str(export / "verify.py"), str(export)]
    alone = subprocess.run(command, env={}, capture_output=True, text=True)
    assert alone.returncode == 0 and "agrees with itself; the signer is unknown to this check" in alone.stdout
    known = subprocess.run([*command, "--key", own()], env={}, capture_output=True, text=True)
    assert known.returncode == 1 and "FAILS  signer: signed by" in known.stdout


def test_known_keys_may_be_in_a_file(made: Path, tmp_path: Path) -> None:
    (tmp_path / "known").write_text(f"{LoginKeys(tmp_path).secret('counsel').public.line}\n\n{own()}\n")
    checks = verify(made / "export", keys=[str(tmp_path / "known")])
    assert render(checks[-1].message) == f"signed by {own()}, which is one of the keys that you gave"
    for odd in ("", str(tmp_path), "a+b+c", str(tmp_path / "nothing")):
        with pytest.raises(VerifyError):
            verify(made / "export", keys=[odd])


def test_a_folder_that_nobody_signed_fails_with_a_key(made: Path, tmp_path: Path) -> None:
    export = shutil.copytree(made / "export", tmp_path / "export")
    (export / "export.sig").unlink()
    summed(export)
    assert [failed.partition(":")[0] for failed in failing(export)] == ["signature"]
    assert failing(export, own())[-1].startswith("signer: This folder agrees with itself, but nobody signed it")


def test_the_latest_head_of_a_case_must_be_by_a_known_key(made: Path, tmp_path: Path) -> None:
    copied(made / "case", tmp_path)
    assert failing(tmp_path / "case", own()) == []
    other = LoginKeys(tmp_path / "keys").secret(login()).public.line
    assert failing(tmp_path / "case", other)[0].startswith(f"signer: signed by {own()}, which isn't one of the keys")
    with Case.open(tmp_path / "case") as case:
        counsel = case.verification.write_head("another").key.public.line
    assert failing(tmp_path / "case", counsel) == [] and failing(tmp_path / "case", own())


def test_the_signer_of_a_case_that_came_from_another_login_is_unknown(
    made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    case = str(copied(made / "case", tmp_path) / "case")
    with Case.open(Path(case)) as opened:
        opened.verification.write_head()
    unknown = "This folder agrees with itself; the signer is unknown to this check."
    assert main(["verify", case]) == 0 and capsys.readouterr().out.endswith("Everything holds.\n")
    key = own()
    monkeypatch.setenv("TRIAGE_KEYS", str(tmp_path / "keys"))
    assert main(["verify", case]) == 0 and capsys.readouterr().out.splitlines()[-1].startswith(unknown)
    assert main(["verify", case, "--key", key]) == 0 and capsys.readouterr().out.endswith("Everything holds.\n")


def test_versions_that_differ_from_those_installed_are_named(made: Path) -> None:
    stated = {"triage": "0.0.1", "python": platform.python_version(), "lxml": "none"}
    (said,) = [c for c in folders.check(made / "export", versions=versions(made) | stated) if c.name == "versions"]
    assert said.held and "in brackets: triage " in render(said.message) and "(0.0.1), lxml " in render(said.message)
    assert "with the versions that are installed here" in " ".join(render(c.message) for c in verify(made / "export"))
    assert "with the versions that are installed here" in " ".join(render(c.message) for c in verify(made / "case"))


def versions(made: Path) -> dict[str, str]:
    return dict(json.loads((made / "export/manifest.json").read_text())["versions"])


def test_versions_that_read_a_case_are_compared_with_those_installed(made: Path, tmp_path: Path) -> None:
    copied(made / "case", tmp_path)
    other = json.dumps([*(versions(made) | {"pikepdf": "1.2"}).items()])
    execute(tmp_path / "case", f"UPDATE known_answers SET versions='{other}'")
    said = {check.name: render(check.message) for check in verify(tmp_path / "case")}
    assert "in brackets: pikepdf 1.2 (" in said["versions"] and "known" in said["content"]
