"""Answers that go with a proof: that nothing below a folder was opened, and how many of somebody's files were read.

They are worked out where the case is, and signed with the proof. The names of files and folders are in a sorted tree of
keyed ids: two neighbours with a gap between them show that what would be there isn't, and nobody can read names from
them. Names are compared as deny rules compare them, so that no way of writing one passes for another. Opens no source.
"""

from __future__ import annotations

import hashlib
import os
import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from triage.errors import ExportError, VerifyError
from triage.files import open_plain
from triage.globs import folded
from triage.proof import tree
from triage.proof.verify.answers import id_key, ids_of, path_id, root_of
from triage.scope import ledger
from triage.scope.mounts import names_of
from triage.scope.policy import Policy, join

_HASH = re.compile(rb"[0-9a-f]{64}").fullmatch
_PLAIN = b"0123456789abcdefABCDEF \t\r\n"


def opened_paths(logs: Iterable[Path], key: bytes, policies: Callable[[int], Iterable[Policy]]) -> Iterator[str]:
    """Yield where each file lay that ledgers say was opened, by the ``policies`` that may have been in force.

    Raises VerifyError where none of them has its root.
    """
    for path in filter(Path.exists, logs):
        version, roots = 0, dict[str, set[str]]()
        for line in ledger.read(path, torn=True, key=key):
            if line["e"] == "scope":
                version, roots = int(line["version"]), {}
            elif line["e"] == "open":
                if not roots:
                    for root in (root for policy in policies(version) for root in policy.allow):
                        roots.setdefault(root.id, set()).add(root.path)
                root_id, _, relative = line["f"].partition(":")
                if root_id not in roots:
                    raise VerifyError("line-opens-unknown-root", line=line["n"], name=line["f"])
                yield from (join(root_path, relative) for root_path in roots[root_id])


def read_hashes(logs: Iterable[Path], key: bytes) -> set[str]:
    """Return the SHA-256 of each file that ledgers say was read, also where no item was made of that content."""
    lines = (line for path in filter(Path.exists, logs) for line in ledger.read(path, torn=True, key=key))
    return {line["sha256"] for line in lines if line["e"] == "close" and "sha256" in line}


class OpenedIds:
    """The keyed ids of files that were opened, and of all folders above them."""

    def __init__(self, paths: Iterable[str], key: bytes) -> None:
        self._key = id_key(key)
        self._ids = ids_of(paths, self._key)
        self._root = root_of(self._ids)

    def absent(self, folder: Path, disclose: bool) -> dict[str, Any]:
        """Return that nothing at or below a folder was opened; raises ExportError where something was, by any name."""
        path = os.path.abspath(folder)  # noqa: PTH100 - a link is another name, and refused
        if (real := os.path.realpath(path)) != path:
            raise ExportError("absent-through-link", path=path, real=real)
        for name in [path, *names_of(Path(path), inside=True)]:
            own, at = self._find(name)
            if self._ids[at : at + 1] == [own]:
                raise ExportError("absent-but-opened", path=path, name=name)
        own, at = self._find(path)
        about = {"absent": path, "exists": Path(path).exists(), "id": own.hex(), "ids": len(self._ids)}
        sides = [self._side(n) for n in (at - 1, at) if 0 <= n < len(self._ids)]
        key = {"key": self._key.hex()} if disclose else {}
        return {**about, "root": self._root.hex(), "neighbours": sides, **key}

    def _find(self, name: str) -> tuple[bytes, int]:
        own = path_id(folded(name), self._key)
        return own, bisect_left(self._ids, own)

    def _side(self, at: int) -> dict[str, Any]:
        proof = tree.prove(tree.inclusion(at, len(self._ids)), self._ids)
        return {"at": at, "id": self._ids[at].hex(), "proof": [part.hex() for part in proof]}


def against(path: Path, contents: set[str]) -> dict[str, Any]:
    """Return how many of the hashes in a file, one a line, are among those of all that was read.

    Raises ExportError where the file can't be read, or a line is no SHA-256.
    """
    try:
        with open_plain(path) as file:
            data = file.read()
    except OSError as error:
        raise ExportError("hashes-unreadable", path=path, error=error.strerror or str(error)) from error
    theirs = set(data.decode("latin-1").lower().split())
    if set(map(len, theirs)) != {64} or data.translate(None, _PLAIN):
        lines = enumerate(data.split(b"\n"), 1)
        odd = next((number for number, line in lines if line.strip() and not _HASH(line.strip().lower())), 1)
        raise ExportError("hashes-odd-line", path=path, line=odd)
    stated = {"against": hashlib.sha256(data).hexdigest(), "hashes": len(theirs), "contents": len(contents)}
    return {**stated, "matches": len(theirs & contents)}


def items_root(entries: Iterable[bytes]) -> dict[str, Any]:
    """Return the root of the tree over all items; ``entries`` has a line for each: root, path, way in it, SHA-256."""
    lines = sorted(entries)
    return {"items_root": root_of(lines).hex(), "items": len(lines)}
