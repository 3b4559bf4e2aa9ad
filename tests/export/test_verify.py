"""One changed byte, one lost file, one added file: each is found and named."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.export.records import CHOSEN, ORDER, sample
from triage.errors import VerifyError
from triage.export.bundle import write_bundle
from triage.export.verify import is_bundle, verify_bundle
from triage.messages import render


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    records = sample()
    write_bundle(tmp_path / "out", ORDER, records, CHOSEN)
    return tmp_path / "out"


def failed(folder: Path) -> list[tuple[str, str]]:
    return [(check.name, render(check.message)) for check in verify_bundle(folder) if not check.held]


def native(folder: Path) -> Path:
    return min((folder / "natives").iterdir())


def flip(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)


def test_a_whole_bundle_holds_and_says_its_seal(bundle: Path) -> None:
    assert failed(bundle) == []
    seal = hashlib.sha256((bundle / "SHA256SUMS").read_bytes()).hexdigest()
    assert any(seal in render(check.message) for check in verify_bundle(bundle))


@pytest.mark.parametrize("name", ["report.html", "report.docx", "README.txt", "findings.csv"])
def test_one_changed_bit_is_found_in_every_report(bundle: Path, name: str) -> None:
    flip(bundle / name)
    assert any(kind == "changed" and sentence.startswith(name) for kind, sentence in failed(bundle))


def test_a_changed_original_is_named_as_such(bundle: Path) -> None:
    flip(native(bundle))
    said = failed(bundle)
    assert {kind for kind, _ in said} == {"changed", "sums", "natives"}
    assert all(native(bundle).name in sentence for _, sentence in said)


def test_a_lost_file_is_named(bundle: Path) -> None:
    lost = native(bundle)
    lost.unlink()
    assert ("missing", f"natives/{lost.name} is listed but missing.") in failed(bundle)


def test_an_added_file_is_named(bundle: Path) -> None:
    (bundle / "text" / "more.txt").write_text("added")
    assert ("extra", "text/more.txt is there but isn't listed; it was added later.") in failed(bundle)


def test_a_link_in_place_of_a_file_is_not_followed(bundle: Path, tmp_path: Path) -> None:
    name = json.loads((bundle / "manifest.json").read_text("utf-8"))["findings"][0]["native"]
    (bundle / name).rename(tmp_path / "kept")
    (bundle / name).symlink_to(tmp_path / "kept")
    assert ("missing", f"{name} is listed but missing.") in failed(bundle)


def test_an_original_replaced_together_with_the_manifest_is_found_by_its_item(bundle: Path) -> None:
    target = native(bundle)
    target.write_bytes(b"forged")
    manifest = json.loads((bundle / "manifest.json").read_text("utf-8"))
    for entry in manifest["files"]:
        if entry["path"].endswith(target.name):
            entry["sha256"] = hashlib.sha256(b"forged").hexdigest()
    (bundle / "manifest.json").write_text(json.dumps(manifest), "utf-8")
    kinds = {kind for kind, _ in failed(bundle)}
    assert kinds == {"sums", "natives"}


def test_a_row_taken_out_of_the_table_is_found(bundle: Path) -> None:
    lines = (bundle / "findings.csv").read_bytes().split(b"\r\n")
    (bundle / "findings.csv").write_bytes(b"\r\n".join(lines[:-2]) + b"\r\n")
    assert {kind for kind, _ in failed(bundle)} == {"changed", "sums", "findings"}


@pytest.mark.parametrize(
    "damage",
    [
        lambda path: path.write_bytes(b""),
        lambda path: path.write_bytes(b"{}"),
        lambda path: path.write_bytes(b"[1]"),
        lambda path: path.write_bytes(b"\xff\xfe"),
        lambda path: path.write_text('{"format": "triage-export 9"}'),
        lambda path: path.write_text('{"format": "triage-export 1", "files": 7, "findings": []}'),
        lambda path: path.unlink(),
    ],
)
def test_a_damaged_manifest_is_a_failed_check(bundle: Path, damage: Callable[[Path], None]) -> None:
    damage(bundle / "manifest.json")
    assert [kind for kind, _ in failed(bundle)] == ["manifest"]


def test_a_path_that_leads_out_of_the_bundle_is_not_opened(bundle: Path, tmp_path: Path) -> None:
    (tmp_path / "secret").write_bytes(b"secret")
    manifest = json.loads((bundle / "manifest.json").read_text("utf-8"))
    digest = hashlib.sha256(b"secret").hexdigest()
    manifest["files"].append({"path": "../secret", "size": 6, "sha256": digest})
    (bundle / "manifest.json").write_text(json.dumps(manifest), "utf-8")
    assert ("missing", "../secret is listed but missing.") in failed(bundle)


def test_a_folder_that_is_no_export_is_refused(tmp_path: Path) -> None:
    assert not is_bundle(tmp_path)
    with pytest.raises(VerifyError, match="isn't an export"):
        verify_bundle(tmp_path)
