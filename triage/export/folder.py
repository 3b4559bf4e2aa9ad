"""The folder that becomes an export: new files, the size and hash of each as it is written, and their manifest.

Folder and files are for their owner alone, whatever the umask.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

import msgspec

from triage.errors import ExportError
from triage.export.collect import Desk
from triage.export.contract import Dossier, Report
from triage.files import locked, sha256
from triage.messages import render
from triage.proof.verify.manifest import MANIFEST, SUMS
from triage.scope.mounts import root_among
from triage.scope.policy import Policy

_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC


class Written(NamedTuple):
    size: int
    sha256: str


class WrittenFiles(Mapping[str, Written]):
    """Files by slash-separated path, packed: an export may have hundreds of thousands."""

    def __init__(self) -> None:
        self._packed: dict[str, bytes] = {}

    def __getitem__(self, path: str) -> Written:
        packed = self._packed[path]
        return Written(int.from_bytes(packed[32:], "big"), packed[:32].hex())

    def __setitem__(self, path: str, written: Written) -> None:
        self._packed[path] = bytes.fromhex(written.sha256) + written.size.to_bytes(6, "big")

    def __iter__(self) -> Iterator[str]:
        return iter(self._packed)

    def __len__(self) -> int:
        return len(self._packed)


class BundleFolder:
    """A folder being filled; ``files`` are what was written into it, by slash-separated path."""

    def __init__(self, path: Path) -> None:
        self.files = WrittenFiles()
        self._path = path
        self._prefix = f"{path}/"

    def make(self, name: str) -> None:
        (self._path / name).mkdir(mode=0o700)

    def write(self, name: str, data: bytes, sha256: str = "") -> None:
        """Write a new file; ``sha256`` is the hash of the data where that is known already."""
        with self._new(name) as out:
            out.write(data)
        self.files[name] = Written(len(data), sha256 or hashlib.sha256(data).hexdigest())

    @contextmanager
    def open(self, name: str) -> Iterator[BinaryIO]:
        """Open a new file to be written in pieces and in any order; it is hashed at the end."""
        with self._new(name) as out:
            yield out
        path = self._path / name
        self.files[name] = Written(path.stat().st_size, sha256(path))

    def read(self, name: str) -> bytes:
        return (self._path / name).read_bytes()

    def _new(self, name: str) -> BinaryIO:
        return os.fdopen(os.open(self._prefix + name, _NEW, 0o600), "wb")


@contextmanager
def new_folder(target: Path, policy: Policy, begin: Callable[[Path], None] = lambda _: None) -> Iterator[BundleFolder]:
    """Open a folder to be filled that becomes ``target``, a new or empty folder whose parent exists.

    It is beside the target until all of it is written, so that the target is whole or not there. ``begin`` is called
    with it, before anything is in it. Raises ExportError where the target can't be used or written.
    """
    _check(target, policy)
    partial = _partial(target)
    try:
        with locked(partial):
            begin(partial)
            yield BundleFolder(partial)
            if target.is_dir():
                target.rmdir()  # it is empty; where something came in meanwhile this fails, and nothing is overwritten
            partial.rename(target)
    except OSError as error:
        raise ExportError("export-failed", path=target, error=error.strerror or str(error)) from error
    finally:
        shutil.rmtree(partial, ignore_errors=True)


def _check(target: Path, policy: Policy) -> None:
    if root := root_among(policy, target):
        raise ExportError("export-among-evidence", path=target, root=root.path)
    if not target.parent.is_dir():
        raise ExportError("export-parent-missing", path=target.parent)
    if target.is_symlink() or (target.exists() and not target.is_dir()):
        raise ExportError("export-no-folder", path=target)
    if target.is_dir() and any(target.iterdir()):
        raise ExportError("export-folder-not-empty", path=target)


def remove_left_over(partial: Path) -> bool:
    """Delete what a killed export left, unless another export is filling that folder now; return whether it is gone."""
    try:
        with locked(partial):
            shutil.rmtree(partial)
    except OSError:
        return False
    return True


def _partial(target: Path) -> Path:
    partial = target.with_name(f".{target.name}.partial")
    with suppress(OSError), locked(partial):
        partial.rmdir()  # an empty one that nobody fills: an export was killed before it was on record
    try:
        partial.mkdir(mode=0o700)
    except FileExistsError:
        raise ExportError("export-left-over", path=partial) from None
    except OSError as error:
        raise ExportError("export-unwritable", path=target.parent, error=error.strerror) from error
    return partial


# The manifest of a bundle and what goes with it: hashes of every file, the authority, how to check.
#
# It writes into the bundle's folder and nowhere else. ``manifest.json`` is for programs, ``SHA256SUMS`` for
# ``sha256sum`` alone, ``README.txt`` for the person who receives the folder.

README = "README.txt"
FORMATS = {"export": "triage-export 2", "proof": "triage-proof 2", "production": "triage-production 1"}


def seal(folder: BundleFolder, kind: str, stated: dict[str, Any], sign: Callable[[str, str], bytes]) -> str:
    """Write what is stated and each file as manifest.json, its signature, and SHA256SUMS; return the sha256 of that.

    ``sign`` returns the signed note of a kind and a SHA-256, b"" where the key can't be used.
    """
    sizes = [{"path": path, "size": size, "sha256": digest} for path, (size, digest) in sorted(folder.files.items())]
    packed = json.dumps({"format": FORMATS[kind], **stated, "files": sizes}, ensure_ascii=False)
    text = msgspec.json.format(packed.encode("utf-8", "replace"), indent=1)  # json's own takes ten times longer
    folder.write(MANIFEST, text + b"\n")
    if signature := sign(kind, folder.files[MANIFEST].sha256):
        folder.write(f"{kind}.sig", signature)
    paths = sorted(folder.files)
    with folder.open(SUMS) as out:
        lines = (f"{folder.files[path].sha256}  {path}\n" for path in paths)
        out.writelines(line.encode("utf-8", "surrogateescape") for line in lines)
    return folder.files[SUMS].sha256


def seal_bundle(folder: BundleFolder, report: Report, desk: Desk) -> str:
    """Write README.txt and seal an export of findings; return the sha256 of SHA256SUMS."""
    folder.write(README, _readme(report).encode())
    return seal(folder, "export", {**_stated(report), "versions": desk.versions}, desk.sign)


def _stated(report: Report) -> dict[str, Any]:
    order, policy = report.order, report.order.policy
    return {
        "program": f"Triage {order.version}",
        "created": order.created,
        "case": order.case,
        "exported_by": order.reviewer,
        "query": {"text": order.query, "reading": order.reading},
        "scope": {
            "purpose": policy.purpose,
            "approved_by": policy.approved_by,
            "allow": [msgspec.to_builtins(root) for root in policy.allow],
            "deny": [msgspec.to_builtins(rule) for rule in policy.deny],
        },
        "belonging": order.belonging,
        "extent": msgspec.to_builtins(order.status.extent),
        **({"unconfined": True} if order.status.unconfined else {}),
        **order.decided,
        **({"quotations": order.quotations} if order.quotations else {}),
        **({"faded": order.faded} if order.faded else {}),
        "counts": _counts(report),
        "tagged_left_out": order.left_out,
        "not_searched_by_problem": dict(
            sorted(Counter(p.code for p in order.problems if p.searchable != "fully").items())
        ),
        "shown_to_people": order.shown and msgspec.to_builtins(order.shown),
        "ledger_head": order.ledger_head,
        "audit_head": order.audit_head,
        "natives_missing": [_missing(d, d.missing) for d in report.left_out],
        "renditions_missing": [_missing(d, d.unconverted) for d in report.unconverted],
        "findings": [_finding(d) for d in report.dossiers],
    }


def _counts(report: Report) -> dict[str, int]:
    status = report.order.status
    return {
        "findings": len(report.dossiers),
        "belonging": len(report.belonging),
        "natives": len(report.dossiers) - len(report.left_out),
        "natives_missing": len(report.left_out),
        "renditions": sum(bool(d.rendition) for d in report.dossiers),
        "redacted": sum(d.redacted for d in report.dossiers),
        "renditions_missing": len(report.unconverted),
        "case_files": status.files,
        "case_files_with_items": status.with_items,
        "case_files_failed": status.failed,
        "case_files_denied": status.denied,
        "case_items": status.items,
        "case_items_searchable": status.fully,
        "case_items_partly_searchable": report.order.partly,
        "case_items_not_searchable": report.order.not_searchable,
        "case_problems": status.problems,
        "case_files_vanished": status.vanished_files,
        "case_items_superseded": status.superseded,
        "case_items_vanished": status.vanished,
    }


def _missing(dossier: Dossier, reason: str) -> dict[str, Any]:
    return {"number": dossier.number, "id": dossier.finding.item.row.id, "reason": reason}


def _finding(dossier: Dossier) -> dict[str, Any]:
    item = dossier.finding.item
    return {
        "number": dossier.number,
        "id": item.row.id,
        "state": item.row.state or "current",
        "successor": item.successor,
        "family": dossier.head,
        "belongs_to": dossier.belongs_to or None,
        "copy_of": dossier.copy_of or None,
        "place": dossier.place,
        "sha256": item.sha256,
        "tags": list(dossier.finding.tags),
        "native": dossier.native or None,
        "rendition": dossier.rendition or None,
        **({"redacted": True} if dossier.redacted else {}),
        "text": dossier.text,
    }


def _readme(report: Report) -> str:
    extent = report.order.status.extent.message
    left_out = f"\n{render(extent)}\n" if extent else ""
    if lost := len(report.left_out):
        left_out += f"\n{lost} originals could not be had; report.html and manifest.json say which and why.\n"
    if unconverted := len(report.unconverted):
        left_out += f"\n{unconverted} Outlook items could not be converted; report.html and manifest.json say which.\n"
    return _README.format(
        case=report.order.case, count=len(report.dossiers), left_out=left_out, program=report.order.version
    )


_README = """Findings from the case "{case}": {count} items
{left_out}
What is here
  report.html    the findings for reading and printing; opens in any browser and loads nothing. Of many findings,
                 report-0002.html and so on have the rest
  report.docx    the same as a Word document
  report.pdf     the same as a PDF for printing and keeping
  report.xlsx    the same as a workbook to sort and filter
  findings.csv   one line per finding. A value that begins with = + - @ or a control character has an apostrophe
                 before it, so that no spreadsheet runs it as a formula. manifest.json and the texts have no such sign.
  natives/       the original files, byte for byte. They come from other people: open them with care. Beside each
                 Outlook item (.msg) stands the same as a mail message (.eml), for programs that don't read .msg. It is
                 a conversion, with the addresses, dates, text and attachments that were searched; the .msg is the
                 original. X-Converted-By in it says what converted it, X-Converted-From the original's sha256.
  text/          the text of each item as it was searched
  hits.jsonl, decisions.jsonl, problems.jsonl, terms.json, coverage.json, known-answers.json
                 for programs: where the words of the query and of saved searches are in the texts; who decided what
                 and when; what couldn't be read or searched; what each search finds; how much of the records could
                 be searched; and what the readers find of words that were hidden in files of every format
  manifest.json  the query, the scope, the counts, and size and sha256 of every file
  export.sig     the exporter's signature of manifest.json
  SHA256SUMS     the same hashes for the program sha256sum
  verify.py      checks this folder and the signature; it needs nothing but Python

How to check that nothing was changed, lost or added (on any Linux; "shasum -a 256" on macOS)
  1. In this folder, run:         sha256sum --check --quiet SHA256SUMS
     It prints nothing and ends without a warning if every file is as it was exported.
  2. Compare these two numbers:   find . -type f ! -name SHA256SUMS | wc -l
                                  wc -l < SHA256SUMS
     They are equal if no file was added.
  3. Run:                         sha256sum SHA256SUMS
     and compare the result with the one that the sender gave you through another channel. Without this step you
     know that the folder agrees with itself, not that nobody made it again.
Or run:                           python3 -I verify.py . --key KEY
     with Python 3.8 or newer, where KEY is the key that the sender gave you through another channel; then nobody else
     has made the folder again, either. Without --key you know that the folder agrees with itself, and nothing about who
     signed it. "triage verify FOLDER --key KEY" does the same, with Triage {program} or later.
"""
