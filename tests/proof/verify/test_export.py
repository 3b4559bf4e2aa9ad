"""One changed byte, one lost file, one added file: each is found and named."""

from __future__ import annotations

import contextlib
import hashlib
import io
import json
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.export.records import CHOSEN, ORDER, sample
from triage.export.bundle import write_bundle
from triage.messages import render
from triage.proof.folders import check, is_folder_of_ours
from triage.proof.keys import LoginKeys
from triage.proof.verify import main
from triage.proof.verify.basics import Inputs
from triage.proof.verify.heads import signed


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("exported") / "out"
    write_bundle(folder, ORDER, sample(), CHOSEN)
    return folder


@pytest.fixture
def bundle(exported: Path, tmp_path: Path) -> Path:
    return shutil.copytree(exported, tmp_path / "out")


def failed(folder: Path) -> list[tuple[str, str]]:
    return [(one.name, render(one.message)) for one in check(folder) if not one.held]


def native(folder: Path) -> Path:
    return min((folder / "natives").iterdir())


def flip(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)


def test_a_whole_bundle_holds_and_says_its_seal(bundle: Path) -> None:
    assert failed(bundle) == []
    seal = hashlib.sha256((bundle / "SHA256SUMS").read_bytes()).hexdigest()
    assert any(seal in render(one.message) for one in check(bundle))


@pytest.mark.parametrize("name", ["report.html", "report.docx", "README.txt", "findings.csv"])
def test_one_changed_bit_is_found_in_every_report(bundle: Path, name: str) -> None:
    flip(bundle / name)
    assert any(kind == "changed" and sentence.startswith(name) for kind, sentence in failed(bundle))


def test_a_changed_original_is_named_as_such(bundle: Path) -> None:
    flip(native(bundle))
    failures = failed(bundle)
    assert {kind for kind, _ in failures} == {"changed", "sums", "natives"}
    assert all(native(bundle).name in sentence for _, sentence in failures)


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
            entry |= {"sha256": hashlib.sha256(b"forged").hexdigest(), "size": len(b"forged")}
    (bundle / "manifest.json").write_text(json.dumps(manifest), "utf-8")
    kinds = {kind for kind, _ in failed(bundle)}
    assert kinds == {"sums", "natives", "signature"}


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
        lambda path: path.write_text(path.read_text().replace("triage-export 2", "triage-export 1", 1)),
        lambda path: path.write_text('{"format": "triage-export 2", "files": 7, "findings": []}'),
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


LINES: tuple[Callable[[list[bytes]], list[bytes]], ...] = (
    lambda lines: [line + b"\r" for line in lines],
    lambda lines: [lines[1], lines[0], *lines[2:]],
    lambda lines: [*lines, lines[0]],
    lambda lines: [lines[0], *lines],
    lambda lines: [*lines, b""],
    lambda lines: [b"\\" + lines[0], *lines[1:]],
    lambda lines: [line.upper() for line in lines],
    lambda lines: [line.replace(b"  ", b" *") for line in lines],
)


@pytest.mark.parametrize("change", LINES, ids=range(len(LINES)))
def test_the_sums_are_compared_to_the_byte(bundle: Path, change: Callable[[list[bytes]], list[bytes]]) -> None:
    sums = bundle / "SHA256SUMS"
    sums.write_bytes(b"".join(line + b"\n" for line in change(sums.read_bytes().splitlines())))
    failures = failed(bundle)
    assert {kind for kind, _ in failures} == {"sums"} and "SHA256SUMS" in failures[0][1]


def test_its_last_line_end_counts(bundle: Path) -> None:
    sums = bundle / "SHA256SUMS"
    sums.write_bytes(sums.read_bytes().removesuffix(b"\n"))
    ((kind, sentence),) = failed(bundle)
    assert kind == "sums" and f"from line {len(sums.read_bytes().splitlines()) + 1} on" in sentence


def _edit(bundle: Path, change: Callable[[dict[str, Any]], object]) -> None:
    path = bundle / "manifest.json"
    content = json.loads(path.read_text("utf-8"))
    change(content)
    path.write_text(json.dumps(content), "utf-8")
    sums = bundle / "SHA256SUMS"
    old = next(line for line in sums.read_bytes().splitlines() if line.endswith(b"  manifest.json"))
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    sums.write_bytes(sums.read_bytes().replace(old, f"{digest}  manifest.json".encode()))


def test_a_size_that_the_manifest_misstates_is_named(bundle: Path) -> None:
    _edit(bundle, lambda content: content["files"][3].update(size=content["files"][3]["size"] + 1))
    path = json.loads((bundle / "manifest.json").read_text("utf-8"))["files"][3]["path"]
    size = (bundle / path).stat().st_size
    sizes, (kind, _) = failed(bundle)
    assert sizes == ("sizes", f"manifest.json states another size for {path}, which has {size} bytes.")
    assert kind == "signature"


@pytest.mark.parametrize("size", [True, "7", 7.0, None, [], 1e400])
def test_a_size_that_is_no_whole_number_is_refused(bundle: Path, size: object) -> None:
    _edit(bundle, lambda content: content["files"][0].update(size=size))
    assert [kind for kind, _ in failed(bundle)] == ["manifest"]


def test_a_file_that_is_listed_twice_is_found(bundle: Path) -> None:
    _edit(bundle, lambda content: content["files"].insert(0, content["files"][0]))
    assert [kind for kind, _ in failed(bundle)] == ["manifest", "signature"]


@pytest.mark.parametrize("folder", ["more", "natives/more"])
def test_an_empty_folder_that_was_added_is_named(bundle: Path, folder: str) -> None:
    (bundle / folder).mkdir()
    assert failed(bundle) == [("extra", f"{folder} is there but isn't listed; it was added later.")]


@pytest.mark.nightly
def test_folders_can_be_nested_deeper_than_functions(bundle: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(bundle / "text")
    for _ in range(1010):
        Path("a").mkdir()
        os.chdir("a")
    assert ("extra", "text/a is there but isn't listed; it was added later.") in failed(bundle)
    subprocess.run(["rm", "-rf", str(bundle / "text" / "a")], check=True)  # pytest can't


def _pipe(path: Path) -> None:
    os.mkfifo(path)


def _endless(path: Path) -> None:
    path.symlink_to("/dev/zero")


def _socket(path: Path) -> None:
    os.chdir(path.parent)  # a socket's path is short
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(path.name)


@pytest.mark.parametrize("name", ["README.txt", "natives/first", "findings.csv", "manifest.json", "SHA256SUMS", "more"])
@pytest.mark.parametrize("make", [_pipe, _endless, _socket])
def test_what_never_ends_is_named_and_not_waited_for(
    bundle: Path, name: str, make: Callable[[Path], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(bundle)
    path = native(bundle) if name.startswith("natives") else bundle / name
    path.unlink(missing_ok=True)
    make(path)
    assert is_folder_of_ours(bundle)
    failures = failed(bundle)
    if name == "manifest.json":
        assert [kind for kind, _ in failures] == ["manifest"]
    else:
        reason = f"{path.relative_to(bundle)} is a link, pipe, socket or device in place of a file. It wasn't opened."
        assert ("special", reason) in failures


def test_a_file_of_holes_that_no_disk_holds_is_not_read(bundle: Path) -> None:
    target = native(bundle)
    size = os.statvfs(bundle).f_blocks * os.statvfs(bundle).f_frsize
    os.truncate(target, size + 1)
    assert any(kind == "unreadable" and target.name in sentence for kind, sentence in failed(bundle))


@pytest.mark.parametrize(
    "text",
    [
        '{"format": ' + "[" * 200_000,
        '{"format": "triage-export 2", "files": [], "findings": ' + "[" * 990 + "]" * 990 + "}",
        '{"format": ' + "9" * 10_000 + "}",
        '{"format": "triage-export 2", "files": [{"path": "a", "sha256": "b", "size": 1e999}], "findings": []}',
        '{"format": "triage-export 2", "files": [{"path": "a", "sha256": "b", "size": -' + "9" * 4_000 + "}]}",
    ],
    ids=["deep", "nested", "long", "infinite", "negative"],
)
def test_deep_json_and_gigantic_numbers_are_a_failed_check(bundle: Path, text: str) -> None:
    (bundle / "manifest.json").write_text(text)
    assert [kind for kind, _ in failed(bundle)][:1] == ["manifest"]


def test_a_folder_that_is_no_export_is_refused(tmp_path: Path) -> None:
    assert not is_folder_of_ours(tmp_path)
    assert "isn't an export" in failed(tmp_path)[0][1]


def by_itself(folder: Path) -> tuple[int, str]:
    command = [sys.executable, "-I", "verify.py", "."]
    done = subprocess.run(command, cwd=folder, env={}, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


def checked(folder: Path) -> tuple[int, str]:
    with contextlib.redirect_stdout(io.StringIO()) as printed:
        code = main.print_results(folder, Inputs(signed))
    return code, printed.getvalue()


def test_it_checks_itself_with_nothing_but_python_and_names_the_key(bundle: Path) -> None:
    code, printed = by_itself(bundle)
    key = LoginKeys.of_login().secret("dana").public.line
    assert code == 0 and f"OK     signature: signed by {key}" in printed
    assert "the signer is unknown to this check" in printed
    assert any(key in render(one.message) for one in check(bundle) if one.name == "signature")


def _other_key(bundle: Path) -> None:
    digest = hashlib.sha256((bundle / "manifest.json").read_bytes()).hexdigest()
    note = LoginKeys.of_login().secret("eve").sign_digest("c" * 64, "export", digest)
    own = LoginKeys.of_login().secret("dana").public.line
    (bundle / "export.sig").write_bytes(note[: note.rindex(b"key ")] + f"key {own}\n".encode())


def _of_a_proof(bundle: Path) -> None:
    digest = hashlib.sha256((bundle / "manifest.json").read_bytes()).hexdigest()
    (bundle / "export.sig").write_bytes(LoginKeys.of_login().secret("dana").sign_digest("c" * 64, "proof", digest))


@pytest.mark.parametrize("change", [flip, lambda path: path.write_bytes(b"")], ids=["one bit", "emptied"])
@pytest.mark.parametrize("name", ["export.sig", "manifest.json", "problems.jsonl", "verify.py", "SHA256SUMS"])
def test_both_verifiers_find_what_was_changed(bundle: Path, name: str, change: Callable[[Path], None]) -> None:
    change(bundle / name)
    assert failed(bundle) and checked(bundle)[0] == 1


@pytest.mark.parametrize("make", [_pipe, _endless, lambda path: path.mkdir(), lambda path: path.write_text("more")])
def test_both_verifiers_find_what_was_added(bundle: Path, make: Callable[[Path], None]) -> None:
    make(bundle / "more")
    assert failed(bundle) and checked(bundle)[0] == 1


@pytest.mark.parametrize("forge", [_other_key, _of_a_proof, lambda bundle: (bundle / "export.sig").unlink()])
def test_a_signature_that_is_wrong_or_missing_is_found_by_both(bundle: Path, forge: Callable[[Path], None]) -> None:
    forge(bundle)
    names = {path.relative_to(bundle).as_posix() for path in bundle.rglob("*") if path.is_file()}
    lines = (
        f"{hashlib.sha256((bundle / path).read_bytes()).hexdigest()}  {path}\n"
        for path in sorted(names - {"SHA256SUMS"})
    )
    (bundle / "SHA256SUMS").write_text("".join(lines))
    assert [kind for kind, _ in failed(bundle)] == ["signature"]
    code, printed = checked(bundle)
    assert code == 1 and "FAILS  signature" in printed and printed.count("FAILS") == 1
