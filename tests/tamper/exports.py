"""Changes to an export."""

from __future__ import annotations

import contextlib
import hashlib
import io
import json
import os
import random
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.effort import examples
from tests.proof.verify.test_export import LINES, _edit, native
from tests.tamper.intact import Change, failing
from triage.proof.verify.basics import Inputs
from triage.proof.verify.heads import signed
from triage.proof.verify.main import print_results


def out(change: Callable[[Path], object]) -> Callable[[Path], object]:
    return lambda folder: change(folder / "out")


def without_a_finding(bundle: Path) -> None:
    """Remove a finding with its files from the manifest and the table, and make all sums anew."""
    content = json.loads((bundle / "manifest.json").read_text("utf-8"))
    finding = content["findings"].pop()
    removed = {finding["native"], finding["rendition"], finding["text"]} - {None}
    for name in removed:
        (bundle / name).unlink()
    table = bundle / "findings.csv"
    table.write_bytes(b"".join(row for row in table.read_bytes().splitlines(True) if finding["id"].encode() not in row))
    content["counts"]["findings"] -= 1
    content["files"] = [_listed(bundle, file["path"]) for file in content["files"] if file["path"] not in removed]
    (bundle / "manifest.json").write_text(json.dumps(content), "utf-8")
    _sum_up(bundle, [*(file["path"] for file in content["files"]), "manifest.json", "export.sig"])


def without_signature(bundle: Path) -> None:
    without_a_finding(bundle)
    (bundle / "export.sig").unlink()
    _sum_up(bundle, [path.relative_to(bundle).as_posix() for path in bundle.rglob("*") if path.is_file()])


def _sum_up(bundle: Path, names: list[str]) -> None:
    paths = sorted({*names} - {"SHA256SUMS"})
    (bundle / "SHA256SUMS").write_text("".join(f"{_digest(bundle / path)}  {path}\n" for path in paths))


def _listed(bundle: Path, path: str) -> dict[str, object]:
    return {"path": path, "size": (bundle / path).stat().st_size, "sha256": _digest(bundle / path)}


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def sums(change: Callable[[list[bytes]], list[bytes]]) -> Callable[[Path], object]:
    def act(bundle: Path) -> None:
        path = bundle / "SHA256SUMS"
        path.write_bytes(b"".join(line + b"\n" for line in change(path.read_bytes().splitlines())))

    return out(act)


def last_newline(bundle: Path) -> None:
    path = bundle / "SHA256SUMS"
    os.truncate(path, path.stat().st_size - 1)


def other_size(bundle: Path) -> None:
    _edit(bundle, lambda content: content["files"][0].update(size=content["files"][0]["size"] + 1))


def some_bytes(bundle: Path) -> None:
    """Change one byte after the other, each to be found in its file, and leave the last one changed."""
    chance = random.Random(9)
    files = sorted(path for path in bundle.rglob("*") if path.is_file() and path.stat().st_size)
    for _ in range(examples(50)):
        path = chance.choice(files)
        before = path.read_bytes()
        _change(path, before, chance)
        failed = failing(bundle)
        assert any(path.name in message for message in failed.values()) or (path.name == "SHA256SUMS" and failed), path
        assert by_verify_py(bundle) == 1, path
        sums_before = (bundle / "SHA256SUMS").read_bytes()
        _sum_up(bundle, [file.relative_to(bundle).as_posix() for file in files])
        assert path.name == "SHA256SUMS" or (failing(bundle) and by_verify_py(bundle) == 1), path
        (bundle / "SHA256SUMS").write_bytes(sums_before)
        path.write_bytes(before)
    _change(bundle / "README.txt", (bundle / "README.txt").read_bytes(), chance)


def by_verify_py(bundle: Path) -> int:
    with contextlib.redirect_stdout(io.StringIO()):
        return print_results(bundle, Inputs(signed))


def _change(path: Path, data: bytes, chance: random.Random) -> None:
    at = chance.randrange(len(data))
    path.write_bytes(data[:at] + bytes([data[at] ^ chance.randint(1, 255)]) + data[at + 1 :])


def renamed(bundle: Path) -> None:
    native(bundle).rename(native(bundle).with_name("zzz"))


def swapped(bundle: Path) -> None:
    first, second = sorted((bundle / "text").iterdir())[:2]
    text = first.read_bytes()
    first.write_bytes(second.read_bytes())
    second.write_bytes(text)


def linked(bundle: Path) -> None:
    path = native(bundle)
    path.rename(bundle.parent / "original")
    path.symlink_to(bundle.parent / "original")


def pipe(bundle: Path) -> None:
    path = native(bundle)
    path.unlink()
    os.mkfifo(path)


def endless(bundle: Path) -> None:
    (bundle / "report.html").unlink()
    (bundle / "report.html").symlink_to("/dev/zero")


def _of_sums() -> Iterator[Change]:
    for number, change in enumerate(LINES):
        yield Change(73, f"other lines in SHA256SUMS, {number}", sums(change), ("sums",), "SHA256SUMS", checked="out")
    yield Change(73, "its last newline", out(last_newline), ("sums",), "SHA256SUMS", checked="out")


_LOST = ("missing", "sums", "natives")
CHANGES = [
    Change(
        72,
        "a finding removed, and all sums made anew",
        out(without_a_finding),
        ("signature",),
        "export.sig",
        checked="out",
        in_suite=True,
    ),
    Change(72, "the signature removed as well", out(without_signature), ("signature",), "unsigned", checked="out"),
    *_of_sums(),
    Change(74, "a size in the manifest", out(other_size), ("sizes", "signature"), "another size", checked="out"),
    Change(75, "an empty folder", out(lambda f: (f / "more").mkdir()), ("extra",), "more is there", checked="out"),
    Change(76, "any byte", out(some_bytes), ("changed", "sums"), checked="out"),
    Change(77, "a file deleted", out(lambda f: native(f).unlink()), _LOST, checked="out", in_suite=True),
    Change(
        77, "a file added", out(lambda f: (f / "text/x").write_text("x")), ("extra", "sums"), "text/x", checked="out"
    ),
    Change(77, "a file renamed", out(renamed), ("extra", *_LOST), "zzz is there", checked="out"),
    Change(77, "two files swapped", out(swapped), ("changed", "sums"), "text/", checked="out"),
    Change(77, "a link in place of a file", out(linked), ("special", *_LOST), "is a link", checked="out"),
    Change(78, "a pipe in place of a file", out(pipe), ("special", *_LOST), "is a link, pipe", checked="out"),
    Change(78, "an endless file in place of one", out(endless), ("special", "missing", "sums"), "pipe", checked="out"),
]
