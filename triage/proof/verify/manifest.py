"""What leaves a case: a folder whose manifest lists each file, a signature of the manifest, and SHA256SUMS."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, Iterable, Iterator, Mapping

from triage.proof.verify.basics import MOST_LISTS, Failure, Folder, Given, Result, Said, attempt, read_json, say, sha256
from triage.proof.verify.heads import read_signature

MANIFEST, SUMS = "manifest.json", "SHA256SUMS"


class CheckedFolder:
    """The checks that all kinds of folder share; ``stated`` is the manifest, ``listed`` the files that it lists."""

    kind = ""
    format = ""
    folders = ""  # those that may be empty, as a regular expression
    most = 0

    def __init__(self, path: Path, given: Given) -> None:
        self.folder, self.given = Folder(path), given
        self.stated: dict[str, Any] = {}
        self.listed: dict[str, tuple[int, str]] = {}
        self.case = self.key = ""

    def results(self) -> Iterator[Result]:
        """Make all checks, and yield what comes of each."""
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
        """The name of the signature of the manifest."""
        return f"{self.kind}.sig"

    def check_contents(self) -> Iterator[Result]:
        """Make the checks of this kind of folder."""
        raise NotImplementedError

    def check_manifest(self) -> Iterable[Said]:
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
            raise Failure("manifest-unreadable", file=MANIFEST, error=failure.said) from None
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

    def check_signature(self) -> Iterable[Said]:
        """Check that a key has signed the manifest."""
        if self.signature not in self.folder.sums:
            raise Failure("export-unsigned", file=self.signature)
        try:
            data = self.folder.read(self.signature, 1 << 20)
            digest = self.folder.sums[MANIFEST]
            self.case, self.key = read_signature(data, self.kind, digest, self.given.signed)
        except Failure as failure:
            raise Failure("export-signature-wrong", file=self.signature, why=failure.said) from None
        return [say("export-signed", key=self.key, case=self.case)]

    def check_versions(self) -> Iterable[Said]:
        """Say with which versions it was made, or where they differ from those that are installed; neither fails it."""
        stated, installed = self.stated.get("versions", {}), self.given.versions
        return [compared(stated, installed)] if stated else []

    def check_signer(self) -> Iterable[Said]:
        """Compare the key that signed with those that are known to whoever checks."""
        if not self.given.keys:
            return [say("signer-unknown" if self.key else "signer-none")]
        if not self.key:
            raise Failure("signer-none")
        if self.key not in self.given.keys:
            raise Failure("signer-another", key=self.key)
        return [say("signer-known", key=self.key)]


def compared(stated: Mapping[str, str], installed: Mapping[str, str]) -> Said:
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
        why = error.said if isinstance(error, Failure) else str(error)
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
