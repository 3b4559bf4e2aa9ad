"""The folder that lets outsiders check what was opened: the three logs without names, heads, scope, and verify.py.

``triage/proof/verify/main.py`` says what is in it. Beside it goes the annex, which has the names and stays at home.
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
import re
import shutil
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

import msgspec

from triage.errors import ExportError, VerifyError
from triage.export.folder import BundleFolder, seal
from triage.files import becoming, open_plain
from triage.globs import folded
from triage.messages import render
from triage.model.runs import Extent
from triage.proof import tree, verify
from triage.proof.folders import message
from triage.proof.head import LOGS, CaseHead
from triage.proof.keys import SecretKey, signed
from triage.proof.tree import leaf
from triage.proof.verify.basics import Inputs, Result, attempt
from triage.proof.verify.ledgers import CheckedScope
from triage.proof.verify.main import check_folder
from triage.proof.verify.page import PAGE, proof_page, statement
from triage.proof.verify.proof import ITEM_HASHES, PAGE_FILE, STATED, CheckedProof, id_key, ids_of, path_id, root_of
from triage.scope import ledger
from triage.scope.ledger import commitment, parse
from triage.scope.mounts import names_of
from triage.scope.policy import Policy, join

_IN_FULL = ("create", "scope", "head", "countersigned", "recover", "items", "run-end")


class Record(msgspec.Struct, frozen=True):
    """What is proved, and by what."""

    program: str
    versions: Mapping[str, str]
    head: CaseHead  # the last one over the logs
    logs: Mapping[str, Path]
    audit: Iterable[bytes]
    heads: Mapping[str, bytes]  # all, by name, as the stamps are
    stamps: Mapping[str, bytes]
    scopes: Mapping[int, str]  # the text of each version
    sources: Iterable[tuple[str, str]]  # the files that items come from, by name and SHA-256
    answers: Sequence[dict[str, Any]]
    item_hashes: str  # of what was read, "" where they aren't disclosed
    key: bytes
    extent: Extent


def write_proof(target: Path, record: Record, signer: SecretKey) -> dict[str, Any]:
    """Write the folder and the annex beside it; return what it states.

    Raises ExportError where it can't be written or doesn't hold.
    """
    annex = target.with_name(f"{target.name}.annex.jsonl")
    try:
        if existing := next(filter(Path.exists, (target, annex)), None):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(existing))
        with becoming(target, STATED) as partial_folder:
            stated = _fill(partial_folder, record, signer)
        try:
            _write_annex(annex, record)
        except BaseException:  # what is left would be in the way of the next try
            shutil.rmtree(target, ignore_errors=True)
            annex.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise ExportError("export-unwritable", path=target, error=error.strerror or str(error)) from error
    return stated


def _fill(target: Path, record: Record, signer: SecretKey) -> dict[str, Any]:
    out = BundleFolder(target)
    for name in ("heads", "stamps", "scope"):
        out.make(name)
    for log, path in record.logs.items():
        with out.open(f"{log}.jsonl") as file:
            file.writelines(_without_names(path, record.head.sizes[log]))
    with out.open("audit.jsonl") as file:
        file.writelines(map(_row, record.audit))
    for name, data in [*record.heads.items(), *record.stamps.items()]:
        out.write(name, data)
    pairs = {" ".join(commitment(record.key, text) for text in source) for source in record.sources}
    out.write("sources.txt", "".join(f"{pair}\n" for pair in sorted(pairs)).encode())
    for number, text in record.scopes.items():
        out.write(f"scope/{number}.toml", text.encode())
    out.write("verify.py", verify.program())
    if record.item_hashes:
        out.write(ITEM_HASHES, record.item_hashes.encode())
    stated = _stated(target, record, signer.public.line)
    out.write(STATED, json.dumps(stated, indent=1).encode())
    scopes = {number: CheckedScope(text.encode()) for number, text in record.scopes.items()}
    out.write(PAGE_FILE, proof_page(stated, scopes, signer.public.line))
    about = {"program": record.program, "versions": record.versions}
    seal(out, "proof", about, partial(signer.sign_digest, record.head.case))
    _require(check_folder(target, Inputs(signed)))
    return stated | {"statements": [render(message(statement(answer))) for answer in record.answers]}


def _without_names(path: Path, size: int) -> Iterator[bytes]:
    """Yield the lines of a ledger as they go out; half a line as its leaf, as it may hold part of a name."""
    for entry in islice(ledger.entries(path), size):
        torn = parse(entry + b"\n") is None
        yield (b'{"torn":"%b"}' % leaf(entry).hex().encode() if torn else entry) + b"\n"


def _row(entry: bytes) -> bytes:
    """Return a row of the audit as it goes out: in full, or as a leaf of the tree where it has words of people."""
    in_full = entry.split(b"|", 4)[3].decode() in _IN_FULL
    return json.dumps({"entry": entry.decode()} if in_full else {"leaf": leaf(entry).hex()}).encode() + b"\n"


def _stated(target: Path, record: Record, key: str) -> dict[str, Any]:
    proof = CheckedProof(target, Inputs(signed))
    proof.folder.hash()
    for name, check in (("heads", proof.check_heads), ("audit", proof.check_audit), ("scope", proof.check_scope)):
        _require(attempt(name, check))
    for log in LOGS[:2]:
        _require(attempt(log, partial(proof.check_ledger, log)))
    stated = {"case": record.head.case, "program": record.program, "page": PAGE, **proof.comes_to(key)}
    covers = f"all that the ledger has of the case up to {stated['counts']['ledger']['last']}"
    if extent := record.extent.message:
        covers += f". {render(extent)}"
    return stated | {"covers": covers, "answers": list(record.answers)}


def _require(results: Iterable[Result]) -> None:
    for result in results:
        if not result.held:
            raise ExportError("proof-does-not-hold", why=f"{result.name}: {render(message(result.sentence))}")


def _write_annex(path: Path, record: Record) -> None:
    """Write the key and the names, by which counsel can recompute each decision; it stays at home."""
    names = {
        line["f"]
        for log in record.logs.values()
        if log.exists()
        for line in ledger.read(log, torn=True, key=record.key)
        if line["e"] == "open"
    }
    lines = [json.dumps({"key": record.key.hex()}), *(json.dumps({"f": name}) for name in sorted(names))]
    BundleFolder(path.parent).write(path.name, "\n".join([*lines, ""]).encode())


# Answers that go with a proof: that nothing below a folder was opened, and how many of somebody's files were read.
#
# They are worked out where the case is, and signed with the proof. The names of files and folders are in a sorted
# tree of keyed ids: two neighbours with a gap between them show that what would be there isn't, and nobody can read
# names from them. Names are compared as deny rules compare them, so that no way of writing one passes for another.
# Opens no source.

_HASH = re.compile(rb"[0-9a-f]{64}").fullmatch
_PLAIN = b"0123456789abcdefABCDEF \t\r\n"


def opened_paths(logs: Iterable[Path], key: bytes, in_force: Callable[[int], Policy]) -> Iterator[str]:
    """Yield the path of each file that ledgers say was opened, by the version of the scope that was ``in_force``.

    Raises VerifyError where that version lacks its root.
    """
    for path in filter(Path.exists, logs):
        roots = dict[str, str]()
        for line in ledger.read(path, torn=True, key=key):
            if line["e"] == "scope":
                roots = {root.id: root.path for root in in_force(int(line["version"])).allow}
            elif line["e"] == "open":
                root_id, _, relative = line["f"].partition(":")
                if root_id not in roots:
                    raise VerifyError("line-opens-unknown-root", line=line["n"], name=line["f"])
                yield join(roots[root_id], relative)


def read_hashes(logs: Iterable[Path], key: bytes) -> set[str]:
    """Return the SHA-256 of each file that ledgers say was read, also of those that became no item."""
    lines = (line for path in filter(Path.exists, logs) for line in ledger.read(path, torn=True, key=key))
    return {line["sha256"] for line in lines if line["e"] == "close" and "sha256" in line}


class OpenedIds:
    """The keyed ids of files that were opened, and of all folders above them."""

    def __init__(self, paths: Iterable[str], key: bytes) -> None:
        self._key = id_key(key)
        self._ids = ids_of(paths, self._key)
        self._root = root_of(self._ids)

    def absent(self, folder: Path, disclose: bool) -> dict[str, Any]:
        """Return an answer that nothing at or below a folder was opened; raises ExportError where something was."""
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

    Raises ExportError where the file can't be read, or a line isn't a SHA-256.
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
