"""An export of findings."""

from __future__ import annotations

import csv
import io
from typing import Any, Iterable, Iterator, NamedTuple

from triage.proof.verify.basics import MOST_LISTS, Failure, Result, Said, attempt, notes, say
from triage.proof.verify.manifest import CheckedFolder

LONGEST_CELL = 1 << 27


class ListedFinding(NamedTuple):
    """What the manifest says of one finding; ``native`` is "" where it was left out."""

    id: str
    sha256: str
    native: str


class CheckedExport(CheckedFolder):
    """The checks of an export."""

    kind, format = "export", "triage-export 2"
    folders = "natives|text"
    findings: list[ListedFinding]

    def read(self, stated: dict[str, Any]) -> None:
        """Take the findings."""
        self.findings = [
            ListedFinding(str(f["id"]), str(f["sha256"]), str(f["native"] or "")) for f in stated["findings"]
        ]
        self.extent = dict(stated.get("extent", {"whole": True}))

    def check_contents(self) -> Iterator[Result]:
        """Check originals, the table, and what is stated of how much had been read."""
        yield from attempt("natives", self.check_natives)
        yield from attempt("findings", self.check_table)
        yield from attempt("extent", self.check_extent)
        if self.stated.get("unconfined") is True:
            yield Result("confinement", True, say("broker-unconfined"))

    def check_natives(self) -> Iterable[Said]:
        """Check each original against the hash that was taken when its item was indexed."""
        given = [finding for finding in self.findings if finding.native]
        for finding in given:
            if self.folder.sums.get(finding.native) != finding.sha256:
                raise Failure("original-of-another-item", path=finding.native, id=finding.id)
        yield say("originals-agree", count=len(given))
        yield from notes(("originals-left-out", len(self.findings) - len(given)))

    def check_table(self) -> Iterable[Said]:
        """Check that findings.csv names the same items with the same hashes as the manifest, which counts them."""
        csv.field_size_limit(LONGEST_CELL)
        with self.folder.open("findings.csv", MOST_LISTS) as file:
            rows = csv.DictReader(io.TextIOWrapper(file, "utf-8-sig", newline=""), strict=True)
            try:
                table = [(row.get("id"), row.get("sha256")) for row in rows]
            except csv.Error as error:
                raise Failure("file-unreadable", path="findings.csv", error=str(error)) from error
        if table != [(finding.id, finding.sha256) for finding in self.findings]:
            raise Failure("findings-disagree")
        if self.stated["counts"]["findings"] != len(table):
            raise Failure("findings-miscounted")
        return [say("findings-agree", count=len(table))]

    def check_extent(self) -> Iterable[Said]:
        """Say how much of the scope the case had read, where that isn't all."""
        extent, read = self.extent, int(self.extent.get("read", 0))
        if extent["whole"] is True:
            return []
        if not extent["walked"]:
            return [say("extent-none")]
        if not extent["counted"]:
            return [say("extent-at-least", read=read, files=int(extent["files"]))]
        if extent["pending"]:
            return [say("extent-part", read=read, files=int(extent["files"]), pending=int(extent["pending"]))]
        return [say("extent-unfinished", read=read)]
