"""Whether a bundle is as it was exported (export room): each file that is missing, added or changed is named.

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
from triage.export.manifest import FORMAT, MANIFEST, SUMS, files, sha256
from triage.messages import say
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
        raise VerifyError(f"{folder} holds neither {MANIFEST} nor {SUMS}: it is no export. Name an export's folder.")
    try:
        listed, findings = _read(folder)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        return [
            Check("manifest", False, say(f"{MANIFEST} can't be read, so that nothing else can be checked: {error!r}."))
        ]
    present = files(folder)
    hashes = {path: sha256(folder / path) for path in present if not (folder / path).is_symlink()}
    checks = [Check("manifest", True, say(f"{MANIFEST} lists {len(listed)} files and {len(findings)} findings."))]
    checks += _files(listed, present, hashes)
    checks += _sums(folder, hashes)
    checks += _natives(findings, hashes)
    return [*checks, *_table(folder, findings)]


def _read(folder: Path) -> tuple[dict[str, tuple[int, str]], list[_Stated]]:
    untrusted = json.loads((folder / MANIFEST).read_text("utf-8"))
    if untrusted["format"] != FORMAT:
        raise ValueError(f"its format is {untrusted['format']!r}, not {FORMAT!r}")
    listed = {str(f["path"]): (int(f["size"]), str(f["sha256"])) for f in untrusted["files"]}
    findings = [_Stated(str(f["id"]), str(f["sha256"]), str(f["native"] or "")) for f in untrusted["findings"]]
    return listed, findings


def _files(listed: dict[str, tuple[int, str]], present: list[str], hashes: dict[str, str]) -> list[Check]:
    """Compare what is listed with what is there. Paths are compared, never opened, so that none can lead outside."""
    missing = [p for p in listed if p not in hashes]
    extra = [p for p in present if p not in listed and p not in (MANIFEST, SUMS)]
    changed = [p for p, (_, digest) in listed.items() if p in hashes and hashes[p] != digest]
    checks = [Check("missing", False, say(f"{p} is listed but isn't there.")) for p in missing]
    checks += [Check("extra", False, say(f"{p} is there but isn't listed; it was added later.")) for p in extra]
    checks += [
        Check("changed", False, say(f"{p} isn't what was exported: its sha256 is {hashes[p]}.")) for p in changed
    ]
    if not checks:
        checks.append(Check("files", True, say(f"All {len(listed)} files are there, unchanged, and no other.")))
    return checks


def _sums(folder: Path, hashes: dict[str, str]) -> list[Check]:
    """Check that sha256sum would say the same as the manifest does."""
    try:
        lines = (folder / SUMS).read_text("ascii").splitlines()
    except (OSError, ValueError) as error:
        return [Check("sums", False, say(f"{SUMS} can't be read: {error}."))]
    stated = {path: digest for digest, _, path in (line.partition("  ") for line in lines)}
    expected = {path: digest for path, digest in hashes.items() if path != SUMS}
    wrong = sorted(p for p in stated.keys() | expected.keys() if stated.get(p) != expected.get(p))
    if wrong:
        return [Check("sums", False, say(f"{SUMS} disagrees about {path}.")) for path in wrong]
    return [Check("sums", True, say(f"{SUMS} agrees; its own sha256 is {hashes[SUMS]}: compare it with the sender's."))]


def _natives(findings: list[_Stated], hashes: dict[str, str]) -> list[Check]:
    """Check each original against the hash that was taken when its item was indexed."""
    checks, good = [], 0
    for finding in findings:
        if finding.native and hashes.get(finding.native) == finding.sha256:
            good += 1
        elif finding.native:
            checks.append(
                Check("natives", False, say(f"{finding.native} isn't the file that was indexed as {finding.id}."))
            )
    left_out = sum(not f.native for f in findings)
    more = f"; {left_out} were left out of the export, with a reason" if left_out else ""
    return checks or [Check("natives", True, say(f"All {good} originals have the sha256 of their items{more}."))]


def _table(folder: Path, findings: list[_Stated]) -> list[Check]:
    """Check that findings.csv names the same items with the same hashes as the manifest."""
    csv.field_size_limit(_LONGEST_CELL)
    try:
        rows = list(csv.DictReader(io.StringIO((folder / "findings.csv").read_text("utf-8-sig"), newline="")))
    except (OSError, ValueError, csv.Error) as error:
        return [Check("findings", False, say(f"findings.csv can't be read: {error}."))]
    stated = [(row.get("id"), row.get("sha256")) for row in rows]
    if stated != [(f.id, f.sha256) for f in findings]:
        return [
            Check("findings", False, say("findings.csv doesn't list the items of manifest.json with their hashes."))
        ]
    return [Check("findings", True, say(f"findings.csv lists the same {len(rows)} items with the same hashes."))]
