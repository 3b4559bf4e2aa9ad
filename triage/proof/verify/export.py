"""An export of findings."""

from __future__ import annotations

import shutil
from pathlib import Path

from triage.proof.verify.basics import Failure, counted, read_json, shown
from triage.proof.verify.heads import read_signature
from triage.proof.verify.proof import Proof

OF_EXPORTS = """What this can't show: whose key it is (compare it with the one that you were given through a different
channel), what the query doesn't find, and what else was read (triage prove makes a proof of that)."""


class CheckedExport(Proof):
    """The checks of an export, in their order."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, None)
        self.folder.most_files, self.folder.most_small = 10_000_000, 4 << 30
        self.folder.most_bytes = shutil.disk_usage(path).total
        self.format = self.unsigned = ""

    def run(self) -> int:
        """Make all checks and print them; return the exit code."""
        self.attempt("files", self.folder.check_sums)
        self.attempt("manifest", self.check_manifest)
        self.attempt("signature", self.check_signature)
        print(f"\n{OF_EXPORTS}\n")
        holds = f"Everything that is checked here holds{self.unsigned}."
        print(f"{self.failures} of these checks FAIL." if self.failures else holds)
        return 1 if self.failures else 0

    def check_manifest(self) -> str:
        """Compare the manifest with the files, and each original with its finding."""
        stated = read_json(self.folder.read("manifest.json"))
        self.format, findings = stated["format"], stated["findings"]
        names = self.folder.sums.keys() - {"manifest.json", "export.sig"}
        files = {(name, self.folder.sizes[name], self.folder.sums[name]) for name in names}
        listed = [(file["path"], file["size"], file["sha256"]) for file in stated["files"]]
        if differing := files ^ set(listed):
            raise Failure(f"{shown(min(differing, key=str)[0])} isn't as it lists it")
        folders = {path.name for path in self.folder.path.iterdir() if path.is_dir()}
        if more := folders - {"natives", "text"}:
            raise Failure(f"there is a folder more: {shown(min(more))}")
        if len(listed) != len(files) or stated["counts"]["findings"] != len(findings):
            raise Failure("it lists a file twice, or counts other findings than it has")
        for finding in findings:
            if finding["native"] and self.folder.sums.get(finding["native"]) != finding["sha256"]:
                raise Failure(f"{shown(finding['native'])} isn't the original of item {shown(finding['id'])}")
        text = f"it lists {counted(len(listed), 'file')} and {counted(len(findings), 'finding')}"
        extent = stated.get("extent", {"whole": True})
        read, least = shown(extent.get("read")), "" if extent.get("counted") else "at least "
        of = f"{read} of {least}{shown(extent.get('files'))} files in scope had been read"
        note = f"\n       note: not from the whole case: {of}"
        return text if extent["whole"] is True else text + note

    def check_signature(self) -> str:
        """Check that a key has signed manifest.json; earlier versions signed no exports."""
        if "export.sig" not in self.folder.sums:
            if self.format != "triage-export 1":
                raise Failure("unsigned: there is no export.sig")
            self.unsigned = ", but nobody signed it"
            return "unsigned: made by an earlier version of Triage, which signed no exports"
        signature = self.folder.read("export.sig", 1 << 20)
        case, key = read_signature(signature, "export", self.folder.sums["manifest.json"])
        return f"signed by {shown(key)}; the case is {case}"
