"""Whether a bundle is as it was exported: each file that is missing, added or changed is named.

It reads the bundle and nothing else. A bundle comes from outside: what its manifest says is untrusted, no path in it is
followed out of the folder, and nothing but regular files is opened, so that none can keep the reader waiting.
"""

from __future__ import annotations

import csv
import io
import json
import os
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

import msgspec

from triage.errors import VerifyError
from triage.export.contents import FolderContents, check_sums
from triage.export.folder import Written
from triage.export.manifest import FOLDERS, FORMAT, MANIFEST, SIGNATURE, SUMS, UNLISTED, UNSIGNED
from triage.messages import plain, say
from triage.model.extent import WHOLE, Extent
from triage.model.items import Check, extent_checks
from triage.plain_files import open_plain
from triage.proof.verify.basics import Failure
from triage.proof.verify.heads import read_signature

_LONGEST_CELL = 1 << 27
_MUCH = 1 << 20


class _Stated(NamedTuple):
    """What the manifest says of one finding; ``native`` is "" where it was left out."""

    id: str
    sha256: str
    native: str


def is_bundle(folder: Path) -> bool:
    """Return whether a folder looks like an export, whole or not."""
    return any(os.path.lexists(folder / name) for name in UNLISTED)


def verify_bundle(folder: Path) -> list[Check]:
    """Check a bundle against its manifest, its SHA256SUMS and its findings.

    The first Check is about the manifest; then each file that differs has one; the last ones sum up. Raises
    VerifyError where the folder is no export at all.
    """
    if not is_bundle(folder):
        raise VerifyError("no-export", path=folder, manifest=MANIFEST, sums=SUMS)
    try:
        form, listed, findings, unconfined, extent = _read(folder)
    except (VerifyError, OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        why = error.message if isinstance(error, VerifyError) else plain(repr(error))
        return [Check("manifest", False, say("manifest-unreadable", file=MANIFEST, error=why))]
    present = FolderContents(folder)
    for path in {MANIFEST, SIGNATURE, *dict(listed)} & present.files.keys():
        present.hash(path)
    return [
        _manifest(listed, findings),
        *_files(dict(listed), present),
        *check_sums(folder, present.hashes),
        *_natives(findings, present.hashes),
        *_table(folder, findings),
        _signature(folder, form, present.hashes),
        *extent_checks(extent),
        *[Check("confinement", True, say("broker-unconfined"))] * unconfined,
    ]


def _read(folder: Path) -> tuple[str, list[tuple[str, Written]], list[_Stated], bool, Extent]:
    with open_plain(folder / MANIFEST) as file:
        untrusted = json.loads(file.read())
    if untrusted["format"] not in (FORMAT, UNSIGNED):
        raise VerifyError("export-other-format", format=repr(untrusted["format"]), known=repr(FORMAT))
    findings = [_Stated(str(f["id"]), str(f["sha256"]), str(f["native"] or "")) for f in untrusted["findings"]]
    unconfined, files = untrusted.get("unconfined") is True, [_stated_file(f) for f in untrusted["files"]]
    extent = msgspec.convert(untrusted["extent"], Extent) if "extent" in untrusted else WHOLE
    return untrusted["format"], files, findings, unconfined, extent


def _stated_file(untrusted: dict[str, Any]) -> tuple[str, Written]:
    path, size, digest = untrusted["path"], untrusted["size"], untrusted["sha256"]
    if type(size) is not int or not isinstance(path, str) or not isinstance(digest, str):
        raise TypeError("a path, a size or a sha256 is of another kind")
    return path, Written(size, digest)


def _manifest(listed: list[tuple[str, Written]], findings: list[_Stated]) -> Check:
    """Check that the manifest lists each file once, in order, so that no line of it can hide another."""
    paths = [path for path, _ in listed]
    if paths != sorted(set(paths)):
        return Check("manifest", False, say("manifest-out-of-order", file=MANIFEST))
    return Check("manifest", True, say("manifest-lists", file=MANIFEST, files=len(listed), findings=len(findings)))


def _files(listed: dict[str, Written], present: FolderContents) -> list[Check]:
    """Compare what is listed with what is there. Paths are compared, never opened, so that none can lead outside."""
    hashes, unreadable = present.hashes, present.unreadable
    folders = {*FOLDERS, *(str(above) for path in listed for above in PurePosixPath(path).parents)}
    checks = [Check("missing", False, say("listed-file-missing", path=p)) for p in listed if p not in present.files]
    checks += [Check("special", False, say("no-regular-file", path=p)) for p in sorted(present.special)]
    checks += [
        Check("extra", False, say("unlisted-file", path=p))
        for p in sorted({*present.files, *(set(present.folders) - folders)} - listed.keys() - set(UNLISTED))
    ]
    for path, (size, digest) in listed.items():
        if path in hashes and hashes[path] != digest:
            checks.append(Check("changed", False, say("exported-file-changed", path=path, sha256=hashes[path])))
        elif path in hashes and present.files[path] != size:
            actual = present.files[path]
            checks.append(Check("sizes", False, say("size-disagrees", file=MANIFEST, path=path, size=actual)))
    checks += [Check("unreadable", False, say("file-unreadable", path=p, error=e)) for p, e in unreadable.items()]
    return checks or [Check("files", True, say("exported-files-unchanged", count=len(listed)))]


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
        with open_plain(folder / "findings.csv") as file:
            rows = csv.DictReader(io.TextIOWrapper(file, "utf-8-sig", newline=""))
            stated = [(row.get("id"), row.get("sha256")) for row in rows]
    except (OSError, ValueError, csv.Error) as error:
        return [Check("findings", False, say("file-unreadable", path="findings.csv", error=error))]
    if stated != [(f.id, f.sha256) for f in findings]:
        return [Check("findings", False, say("findings-disagree"))]
    return [Check("findings", True, say("findings-agree", count=len(stated)))]


def _signature(folder: Path, form: str, hashes: dict[str, str]) -> Check:
    """Check who signed the manifest; earlier versions signed no exports."""
    if SIGNATURE not in hashes:
        missing = say("export-unsigned-earlier") if form == UNSIGNED else say("export-unsigned", file=SIGNATURE)
        return Check("signature", form == UNSIGNED, missing)
    try:
        with open_plain(folder / SIGNATURE) as file:
            case, key = read_signature(file.read(_MUCH), "export", hashes[MANIFEST])
    except (Failure, OSError, ValueError, KeyError) as error:
        return Check("signature", False, say("export-signature-wrong", file=SIGNATURE, why=plain(str(error))))
    return Check("signature", True, say("export-signed", key=key, case=case))
