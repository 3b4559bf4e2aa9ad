"""Whether a bundle is as it was exported: each file that is missing, added or changed is named.

It reads the bundle and nothing else. A bundle comes from outside: what its manifest says is untrusted, and no path in
it is followed out of the folder.
"""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import NamedTuple

from triage.errors import VerifyError
from triage.export.folder import sha256
from triage.export.manifest import FORMAT, MANIFEST, SUMS, files
from triage.messages import plain, say
from triage.model.items import Check

_LONGEST_CELL = 1 << 27


class _Stated(NamedTuple):
    """What the manifest says of one finding; ``native`` is "" where it was left out."""

    id: str
    sha256: str
    native: str


def is_bundle(folder: Path) -> bool:
    """Return whether a folder looks like an export, whole or not."""
    return (folder / MANIFEST).is_file() or (folder / SUMS).is_file()


def verify_bundle(folder: Path) -> list[Check]:
    """Check a bundle against its manifest, its SHA256SUMS and its findings.

    The first Check is about the manifest; then each file that differs has one; the last ones sum up. Raises
    VerifyError where the folder is no export at all.
    """
    if not is_bundle(folder):
        raise VerifyError("no-export", path=folder, manifest=MANIFEST, sums=SUMS)
    try:
        listed, findings = _read(folder)
    except (VerifyError, OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        why = error.message if isinstance(error, VerifyError) else plain(repr(error))
        return [Check("manifest", False, say("manifest-unreadable", file=MANIFEST, error=why))]
    present = files(folder)
    hashes = {path: sha256(folder / path) for path in present if not (folder / path).is_symlink()}
    checks = [Check("manifest", True, say("manifest-lists", file=MANIFEST, files=len(listed), findings=len(findings)))]
    checks += _files(listed, present, hashes)
    checks += _sums(folder, hashes)
    checks += _natives(findings, hashes)
    return [*checks, *_table(folder, findings)]


def _read(folder: Path) -> tuple[dict[str, tuple[int, str]], list[_Stated]]:
    untrusted = json.loads((folder / MANIFEST).read_text("utf-8"))
    if untrusted["format"] != FORMAT:
        raise VerifyError("export-other-format", format=repr(untrusted["format"]), known=repr(FORMAT))
    listed = {str(f["path"]): (int(f["size"]), str(f["sha256"])) for f in untrusted["files"]}
    findings = [_Stated(str(f["id"]), str(f["sha256"]), str(f["native"] or "")) for f in untrusted["findings"]]
    return listed, findings


def _files(listed: dict[str, tuple[int, str]], present: list[str], hashes: dict[str, str]) -> list[Check]:
    """Compare what is listed with what is there. Paths are compared, never opened, so that none can lead outside."""
    missing = [p for p in listed if p not in hashes]
    extra = [p for p in present if p not in listed and p not in (MANIFEST, SUMS)]
    changed = [p for p, (_, digest) in listed.items() if p in hashes and hashes[p] != digest]
    checks = [Check("missing", False, say("listed-file-missing", path=p)) for p in missing]
    checks += [Check("extra", False, say("unlisted-file", path=p)) for p in extra]
    checks += [Check("changed", False, say("exported-file-changed", path=p, sha256=hashes[p])) for p in changed]
    if not checks:
        checks.append(Check("files", True, say("exported-files-unchanged", count=len(listed))))
    return checks


def _sums(folder: Path, hashes: dict[str, str]) -> list[Check]:
    """Check that sha256sum would say the same as the manifest does."""
    try:
        lines = (folder / SUMS).read_text("ascii").splitlines()
    except (OSError, ValueError) as error:
        return [Check("sums", False, say("file-unreadable", path=SUMS, error=error))]
    stated = {path: digest for digest, _, path in (line.partition("  ") for line in lines)}
    expected = {path: digest for path, digest in hashes.items() if path != SUMS}
    wrong = sorted(p for p in stated.keys() | expected.keys() if stated.get(p) != expected.get(p))
    if wrong:
        return [Check("sums", False, say("sums-disagree", file=SUMS, path=path)) for path in wrong]
    return [Check("sums", True, say("sums-agree", file=SUMS, sha256=hashes[SUMS]))]


def _natives(findings: list[_Stated], hashes: dict[str, str]) -> list[Check]:
    """Check each original against the hash that was taken when its item was indexed."""
    checks, good = [], 0
    for finding in findings:
        if finding.native and hashes.get(finding.native) == finding.sha256:
            good += 1
        elif finding.native:
            checks.append(Check("natives", False, say("original-of-another-item", path=finding.native, id=finding.id)))
    if checks:
        return checks
    if left_out := sum(not f.native for f in findings):
        return [Check("natives", True, say("originals-agree-some-left-out", count=good, left=left_out))]
    return [Check("natives", True, say("originals-agree", count=good))]


def _table(folder: Path, findings: list[_Stated]) -> list[Check]:
    """Check that findings.csv names the same items with the same hashes as the manifest."""
    csv.field_size_limit(_LONGEST_CELL)
    try:
        rows = list(csv.DictReader(io.StringIO((folder / "findings.csv").read_text("utf-8-sig"), newline="")))
    except (OSError, ValueError, csv.Error) as error:
        return [Check("findings", False, say("file-unreadable", path="findings.csv", error=error))]
    stated = [(row.get("id"), row.get("sha256")) for row in rows]
    if stated != [(f.id, f.sha256) for f in findings]:
        return [Check("findings", False, say("findings-disagree"))]
    return [Check("findings", True, say("findings-agree", count=len(rows)))]
