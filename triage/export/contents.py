"""What is in a folder that came from outside, and whether its SHA256SUMS says the same. No link is followed."""

from __future__ import annotations

import hashlib
import os
from itertools import takewhile
from pathlib import Path

from triage.export.manifest import SUMS, sums
from triage.messages import say
from triage.model.items import Check
from triage.plain_files import open_plain, sha256

_MUCH = 1 << 20


class FolderContents:
    """What is in the folder, by slash-separated paths: files with their sizes, folders, and what is neither."""

    def __init__(self, folder: Path) -> None:
        self.files: dict[str, int] = {}
        self.folders: list[str] = []
        self.special: list[str] = []
        self.unreadable: dict[str, OSError] = {}
        self.hashes: dict[str, str] = {}
        self._folder = folder
        disk = os.statvfs(folder)
        self._largest = disk.f_blocks * disk.f_frsize
        waiting = [""]
        while waiting:
            self._look(below := waiting.pop(), waiting)
            self.folders += [below] if below else []

    def _look(self, below: str, waiting: list[str]) -> None:
        try:
            with os.scandir(self._folder / below) as entries:
                for entry in entries:
                    path = f"{below}/{entry.name}" if below else entry.name
                    if entry.is_dir(follow_symlinks=False):
                        waiting.append(path)
                    elif entry.is_file(follow_symlinks=False):
                        self.files[path] = entry.stat(follow_symlinks=False).st_size
                    else:
                        self.special.append(path)
        except OSError as error:
            self.unreadable[below or "."] = error

    def hash(self, path: str) -> None:
        """Hash a file; one that is larger than the disk is full of holes, and isn't read."""
        try:
            if self.files[path] > self._largest > 0:
                raise OSError("it is larger than the disk")
            self.hashes[path] = sha256(self._folder / path)
        except OSError as error:
            self.unreadable[path] = error


def check_sums(folder: Path, hashes: dict[str, str]) -> list[Check]:
    """Check that SHA256SUMS is, to the byte, what the exporter writes over the files that are there."""
    expected = sums(hashes)
    try:
        with open_plain(folder / SUMS) as file:
            data = file.read(len(expected) + _MUCH)
    except OSError as error:
        return [Check("sums", False, say("file-unreadable", path=SUMS, error=error))]
    if data == expected:
        return [Check("sums", True, say("sums-agree", file=SUMS, sha256=hashlib.sha256(data).hexdigest()))]
    stated = _hashes_by_path(data)
    if wrong := sorted(p for p in stated.keys() | hashes.keys() if stated.get(p) != hashes.get(p)):
        return [Check("sums", False, say("sums-disagree", file=SUMS, path=path)) for path in wrong]
    pairs = zip(data.split(b"\n"), expected.split(b"\n"), strict=False)
    same = len(list(takewhile(lambda pair: pair[0] == pair[1], pairs)))
    return [Check("sums", False, say("sums-not-literal", file=SUMS, line=same + 1))]


def _hashes_by_path(untrusted_sums: bytes) -> dict[str, str]:
    lines = untrusted_sums.decode("utf-8", "backslashreplace").splitlines()
    return {path: digest for digest, _, path in (line.partition("  ") for line in lines)}
