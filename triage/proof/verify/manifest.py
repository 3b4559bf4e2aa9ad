"""What leaves a case, an export or a production: a manifest that lists each file, its signature, and SHA256SUMS."""

from __future__ import annotations

import csv
import functools
import io
import re
from pathlib import Path
from typing import Any, Iterable, Iterator, Mapping, NamedTuple

from triage.proof.verify.basics import (
    MOST_LISTS,
    Failure,
    Folder,
    Inputs,
    KeyedSentence,
    Result,
    attempt,
    notes,
    read_json,
    say,
    sha256,
)
from triage.proof.verify.heads import read_signature

MANIFEST, SUMS = "manifest.json", "SHA256SUMS"


class CheckedFolder:
    """The checks that all kinds of folder share; ``stated`` is the manifest, ``listed`` the files that it lists."""

    kind = ""
    format = ""
    folders = ""  # those that may be empty, as a regular expression
    most = 0

    def __init__(self, path: Path, inputs: Inputs) -> None:
        self.folder, self.inputs = Folder(path), inputs
        self.stated: dict[str, Any] = {}
        self.listed: dict[str, tuple[int, str]] = {}
        self.case = self.key = ""

    def results(self) -> Iterator[Result]:
        self.folder.hash(self.most)
        yield from attempt("manifest", self.check_manifest)
        if self.stated:
            yield from self.check_files()
            yield from check_sums(self.folder)
            yield from attempt("signature", self.check_signature)
            yield from self.check_contents()
            yield from attempt("versions", self.check_versions)
            yield from attempt("signer", self.check_signer)

    @property
    def signature(self) -> str:
        return f"{self.kind}.sig"

    def check_contents(self) -> Iterator[Result]:
        """Make the checks of this kind of folder."""
        raise NotImplementedError

    def check_manifest(self) -> Iterable[KeyedSentence]:
        """Read the manifest, which must list each file once, in order, so that no line of it can hide another."""
        if MANIFEST not in self.folder.sizes and MANIFEST not in self.folder.special:
            raise Failure("manifest-missing", file=MANIFEST)
        try:
            stated = read_json(self.folder.read(MANIFEST, MOST_LISTS))
            if stated["format"] != self.format:
                raise Failure("export-other-format", format=str(stated["format"]), known=self.format)
            files = [(file["path"], file["size"], file["sha256"]) for file in stated["files"]]
            self.read(stated)
        except Failure as failure:
            raise Failure("manifest-unreadable", file=MANIFEST, error=failure.sentence) from None
        except (ValueError, KeyError, TypeError, AttributeError, OSError) as error:
            raise Failure("manifest-unreadable", file=MANIFEST, error=f"{type(error).__name__}: {error}") from None
        if not all(type(s) is int and isinstance(p, str) and isinstance(d, str) for p, s, d in files):
            raise Failure("manifest-odd-file", file=MANIFEST)
        self.stated, self.listed = stated, {path: (size, digest) for path, size, digest in files}
        if [path for path, _, _ in files] != sorted(self.listed):
            raise Failure("manifest-out-of-order", file=MANIFEST)
        return [say("manifest-lists", file=MANIFEST, files=len(files))]

    def read(self, stated: dict[str, Any]) -> None:
        """Take from the manifest what this kind of folder needs."""

    def check_files(self) -> Iterator[Result]:
        """Compare what is listed with what is there. Only names that were found in the folder are opened."""
        folder, listed = self.folder, self.listed
        yield from (Result("special", False, say("no-regular-file", path=path)) for path in sorted(folder.special))
        failed = bool(folder.special or folder.unreadable)
        for path, error in folder.unreadable.items():
            yield Result("unreadable", False, say("file-unreadable", path=path, error=error))
        above = {path[:at] for path in listed for at, letter in enumerate(path) if letter == "/"}
        odd = {path for path in folder.folders if path not in above and not re.fullmatch(self.folders, path)}
        more = odd | folder.sizes.keys() - listed.keys() - {MANIFEST, SUMS, self.signature}
        for path in sorted(listed.keys() - folder.sizes.keys()):
            yield Result("missing", False, say("listed-file-missing", path=path))
        for path in sorted(more):
            yield Result("extra", False, say("unlisted-file", path=path))
        for path, (size, digest) in listed.items():
            if folder.sums.get(path, digest) != digest:
                yield Result("changed", False, say("exported-file-changed", path=path, sha256=folder.sums[path]))
            elif path in folder.sums and folder.sizes[path] != size:
                size = folder.sizes[path]
                yield Result("sizes", False, say("size-disagrees", file=MANIFEST, path=path, size=size))
            else:
                continue
            failed = True
        if not failed and not more and listed.keys() <= folder.sizes.keys():
            yield Result("files", True, say("exported-files-unchanged", count=len(listed)))

    def check_signature(self) -> Iterable[KeyedSentence]:
        if self.signature not in self.folder.sums:
            raise Failure("export-unsigned", file=self.signature)
        try:
            data = self.folder.read(self.signature, 1 << 20)
            digest = self.folder.sums[MANIFEST]
            self.case, self.key = read_signature(data, self.kind, digest, self.inputs.signed)
        except Failure as failure:
            raise Failure("export-signature-wrong", file=self.signature, why=failure.sentence) from None
        return [say("export-signed", key=self.key, case=self.case)]

    def check_versions(self) -> Iterable[KeyedSentence]:
        """Say with which versions it was made, or where they differ from those that are installed; neither fails it."""
        stated, installed = self.stated.get("versions", {}), self.inputs.versions
        return [compared(stated, installed)] if stated else []

    def check_signer(self) -> Iterable[KeyedSentence]:
        """Compare the key that signed with those that are known to whoever checks."""
        if not self.inputs.keys:
            return [say("signer-unknown" if self.key else "signer-none")]
        if not self.key:
            raise Failure("signer-none")
        if self.key not in self.inputs.keys:
            raise Failure("signer-another", key=self.key)
        return [say("signer-known", key=self.key)]


def compared(stated: Mapping[str, str], installed: Mapping[str, str]) -> KeyedSentence:
    """Return with which versions something was made, or where they differ from those that are installed, if any are."""
    if not installed:
        return say("versions-stated", versions=", ".join(f"{name} {stated[name]}" for name in stated))
    names = [name for name in stated if stated[name] != installed.get(name, "none")]
    differing = ", ".join(f"{name} {stated[name]} ({installed.get(name, 'none')})" for name in names)
    return say("versions-differ", versions=differing) if differing else say("versions-equal")


def check_sums(folder: Folder) -> Iterator[Result]:
    """Check that SHA256SUMS is, to the byte, what Triage writes over the files that are there."""
    sums = {name: digest for name, digest in folder.sums.items() if name != SUMS}
    lines = [f"{sums[name]}  {name}".encode("utf-8", "surrogateescape") for name in sorted(sums)]
    expected = b"".join(line + b"\n" for line in lines)
    try:
        data = folder.read(SUMS, MOST_LISTS)
    except (Failure, OSError) as error:
        why = error.sentence if isinstance(error, Failure) else str(error)
        yield Result("sums", False, say("file-unreadable", path=SUMS, error=why))
        return
    if data == expected:
        yield Result("sums", True, say("sums-agree", file=SUMS, sha256=sha256(data)))
        return
    stated = {line[66:]: line[:64] for line in data.decode("utf-8", "surrogateescape").splitlines()}
    wrong = sorted(path for path in stated.keys() | sums.keys() if stated.get(path) != sums.get(path))
    yield from (Result("sums", False, say("sums-disagree", file=SUMS, path=path)) for path in wrong)
    if not wrong:
        pairs = zip([*data.split(b"\n"), b""], [*lines, b"", b""])
        line = next((at for at, (one, other) in enumerate(pairs, 1) if one != other), len(lines) + 1)
        yield Result("sums", False, say("sums-not-literal", file=SUMS, line=line))


# ---- an export of findings

LONGEST_CELL = 1 << 27


class ListedFinding(NamedTuple):
    """What the manifest says of one finding; ``native`` is "" where it was left out."""

    id: str
    sha256: str
    native: str


class CheckedExport(CheckedFolder):
    kind, format = "export", "triage-export 2"
    folders = "natives|text"
    findings: list[ListedFinding]

    def read(self, stated: dict[str, Any]) -> None:
        self.findings = [
            ListedFinding(str(f["id"]), str(f["sha256"]), str(f["native"] or "")) for f in stated["findings"]
        ]
        self.extent = dict(stated.get("extent", {"whole": True}))

    def check_contents(self) -> Iterator[Result]:
        yield from attempt("natives", self.check_natives)
        yield from attempt("findings", self.check_table)
        yield from attempt("extent", self.check_extent)
        if self.stated.get("unconfined") is True:
            yield Result("confinement", True, say("broker-unconfined"))

    def check_natives(self) -> Iterable[KeyedSentence]:
        """Check each original against the hash that was taken when its item was indexed."""
        produced = [finding for finding in self.findings if finding.native]
        for finding in produced:
            if self.folder.sums.get(finding.native) != finding.sha256:
                raise Failure("original-of-another-item", path=finding.native, id=finding.id)
        yield say("originals-agree", count=len(produced))
        yield from notes(("originals-left-out", len(self.findings) - len(produced)))

    def check_table(self) -> Iterable[KeyedSentence]:
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

    def check_extent(self) -> Iterable[KeyedSentence]:
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


# ---- a production: load files (DAT and OPT), by their lines, the files that these name, and their own numbers

COLUMN, QUOTE = "\x14", "\xfe"
BOM = b"\xef\xbb\xbf"
DOCUMENT = "Y"
PARTS_OF_LINE = 7
MOST_LOAD_FILE = 1 << 30
NUMBERED = re.compile(r"(.*?)([0-9]+)")
PATHS = ("NATIVEPATH", "ITEMPATH", "TEXTPATH", "PDFPATH")
LOAD_FILE = re.compile(r"([^/]+)/DATA/\1\.dat")


class ImageLine(NamedTuple):
    """A line of an OPT: the image's number, its volume, its path, and of a document's first image how many it has."""

    number: str
    volume: str
    path: str
    pages: int


def read_dat(data: bytes) -> tuple[list[str], list[list[str]]]:
    text = data[len(BOM) if data.startswith(BOM) else 0 :].decode("utf-8")
    if not text.endswith("\r\n"):
        raise Failure("load-file-damaged", line=text.count("\r\n") + 1)
    head, *rows = (_values(line, at) for at, line in enumerate(text[:-2].split("\r\n"), 1))
    for at, row in enumerate(rows, 2):
        if len(row) != len(head):
            raise Failure("load-file-damaged", line=at)
    return head, rows


def _values(line: str, at: int) -> list[str]:
    values = line.split(COLUMN)
    if any(len(value) < 2 or value[0] + value[-1] != QUOTE * 2 or QUOTE in value[1:-1] for value in values):
        raise Failure("load-file-damaged", line=at)
    return [value[1:-1] for value in values]


def read_opt(data: bytes) -> Iterator[ImageLine]:
    for at, text in enumerate(data.decode("ascii").splitlines(), 1):
        values = text.split(",")
        if len(values) != PARTS_OF_LINE or (values[3] == DOCUMENT) != values[6].isdigit():
            raise Failure("load-file-damaged", line=at)
        yield ImageLine(values[0], values[1], values[2], int(values[6] or 0))


class CheckedProduction(CheckedFolder):
    kind, format = "production", "triage-production 1"
    folders = r"[^/]+/(DATA|NATIVES|TEXT|IMAGES)(/\d{4,})?"

    def check_contents(self) -> Iterator[Result]:
        volumes = sorted(match[1] for match in map(LOAD_FILE.fullmatch, self.folder.sizes) if match)
        if not volumes:
            yield Result("load files", False, say("production-without-volume"))
        for volume in volumes:
            yield from attempt("load files", functools.partial(self.check_volume, volume))

    def check_volume(self, volume: str) -> Iterable[KeyedSentence]:
        """Compare the load files with one another, with the files that they name, and with their own numbers."""
        head, rows = read_dat(self.folder.read(f"{volume}/DATA/{volume}.dat", MOST_LOAD_FILE))
        documents = [dict(zip(head, row)) for row in rows]
        numbers = [document["DOCID"] for document in documents]
        pages = [int(document["PAGECOUNT"]) for document in documents]
        _check_numbers(numbers, pages)
        named = {
            self.inside(volume, document[field], document["DOCID"])
            for document in documents
            for field in PATHS
            if document.get(field)
        }
        images = list(read_opt(self.folder.read(f"{volume}/DATA/{volume}.opt", MOST_LOAD_FILE)))
        first = [(line.number, line.pages) for line in images if line.pages]
        if first != list(zip(numbers, pages)):
            lines = {line.number for line in images}
            missing = next((number for number in numbers if number not in lines), "?")
            raise Failure("production-image-lines-differ", number=missing)
        pdf = (max(1, line.pages) if line.path.endswith(".pdf") else 1 for line in images)
        _check_numbers([line.number for line in images], list(pdf))
        named |= {self.inside(volume, line.path, line.number) for line in images}
        for name in sorted(self.folder.sizes.keys() - named):
            if name.startswith(f"{volume}/") and name.count("/") == 3:
                raise Failure("production-file-unnamed", path=name[len(volume) + 1 :])
        return [say("production-load-files-match", documents=len(documents))]

    def inside(self, volume: str, untrusted_path: str, number: str) -> str:
        path = untrusted_path.replace("\\", "/")
        name = f"{volume}/{path[2:] if path.startswith('./') else path}"
        if name not in self.folder.sizes:
            raise Failure("production-file-of-row-missing", number=number, path=untrusted_path)
        return name


def _check_numbers(numbers: list[str], pages: list[int]) -> None:
    """Refuse a number that stands twice, is left out, or isn't the next one after so many pages."""
    expected: tuple[str, int] | None = None
    seen: set[str] = set()
    for number, count in zip(numbers, pages):
        if number in seen:
            raise Failure("production-number-twice", number=number)
        seen.add(number)
        parts = NUMBERED.fullmatch(number)
        if parts is None:
            raise Failure("production-number-odd", number=number)
        now = parts[1], int(parts[2])
        if expected not in (None, now):
            raise Failure("production-number-gap", number=number)
        expected = now[0], now[1] + count
