"""Answers about folders, lists of hashes and all items, which proof.json states."""

from __future__ import annotations

import hashlib
import hmac
from typing import Any, Iterable

from triage.proof.verify.basics import MOST_BYTES, Failure, Folder, Said, say, sha256
from triage.proof.verify.heads import MerkleTree
from triage.proof.verify.scope import Annex, folded

ID_KEY = b"ids of files and folders"
ITEM_HASHES = "item-hashes.txt"


def check_answer(answer: dict[str, Any], folder: Folder, annex: Annex | None, theirs: bytes) -> Said:
    """Check an answer as far as that can be done here; return what it states and what that rests on."""
    basis = say("answer-only-signed")
    if "absent" in answer:
        basis = check_absent(answer, annex)
    elif "against" in answer:
        basis = check_against(answer, folder, theirs)
    return say("two-sentences", first=statement(answer), second=basis)


def statement(answer: dict[str, Any]) -> Said:
    """Return what an answer states."""
    if "absent" in answer:
        return say("answer-absent" if answer["exists"] else "answer-absent-no-such", path=answer["absent"])
    if "against" in answer:
        matches, hashes, contents = (int(answer[name]) for name in ("matches", "hashes", "contents"))
        return say("answer-against", sha256=answer["against"], matches=matches, hashes=hashes, contents=contents)
    return say("answer-items-root", count=int(answer["items"]), root=answer["items_root"])


def check_absent(answer: dict[str, Any], annex: Annex | None) -> Said:
    """Check that a folder's id isn't in the sorted tree: where it would be is a gap between two neighbours."""
    own, root, size = bytes.fromhex(answer["id"]), bytes.fromhex(answer["root"]), answer["ids"]
    sides = [(side["at"], bytes.fromhex(side["id"]), side["proof"]) for side in answer["neighbours"]]
    for at, name, proof in sides:
        left = list(map(bytes.fromhex, proof))
        if included(at, size, hashlib.sha256(b"\0" + name).digest(), left) != root or left:
            raise Failure("answer-neighbour-not-in-tree")
    below = [at for at, name, _ in sides if name < own]
    after = [at for at, name, _ in sides if name > own]
    if len(sides) != len(below) + len(after) or (below or [-1])[-1:] != [(after or [size])[0] - 1]:
        raise Failure("answer-without-gap")
    basis = say("answer-gap")
    if "key" in answer:
        same_path(answer, bytes.fromhex(answer["key"]))
        basis = say("answer-gap-by-key")
    if annex:
        key = id_key(annex.key)
        same_path(answer, key)
        ids = ids_of(annex.judged.values(), key)
        if (len(ids), root_of(ids)) != (size, root):
            raise Failure("answer-tree-not-of-annex")
        basis = say("answer-gap-by-annex")
    return basis


def check_against(answer: dict[str, Any], folder: Folder, theirs: bytes) -> Said:
    """Check how many of a list's hashes occur, where that list and those of what was read are given."""
    matches, basis = answer["matches"], say("answer-only-signed")
    if "item_hashes" in answer:
        ours = set(folder.read(ITEM_HASHES, MOST_BYTES).split())
        if folder.sums[ITEM_HASHES] != answer["item_hashes"] or len(ours) + answer["sealed"] != answer["contents"]:
            raise Failure("answer-other-hashes", file=ITEM_HASHES)
        if sha256(theirs) == answer["against"]:
            count = len(ours & set(theirs.lower().split()))
            if not count <= matches <= count + answer["sealed"]:
                raise Failure("answer-miscounted", stated=matches, count=count)
            basis = say("answer-counted")
    return basis


def same_path(answer: dict[str, Any], key: bytes) -> None:
    """Check that the id is that of the path which the answer names."""
    if path_id(folded(answer["absent"]), key).hex() != answer["id"]:
        raise Failure("answer-of-another-path")


def id_key(key: bytes) -> bytes:
    """Return the key of ids, from which nobody can work out that of the ledgers."""
    return hmac.digest(key, ID_KEY, "sha256")


def path_id(name: str, key: bytes) -> bytes:
    """Return the id of a file or folder."""
    return hmac.digest(key, name.encode("utf-8", "surrogateescape"), "sha256")


def ids_of(paths: Iterable[str], key: bytes) -> list[bytes]:
    """Return the ids of files and of all folders above them, sorted."""
    names: set[str] = set()
    for name in map(folded, paths):
        while name not in names:
            names.add(name)
            name = name.rpartition("/")[0] or "/"
    return sorted(path_id(name, key) for name in names)


def root_of(entries: list[bytes]) -> bytes:
    """Return the root of the tree over a list."""
    tree = MerkleTree({len(entries)})
    for entry in entries:
        tree.add(hashlib.sha256(b"\0" + entry).digest())
    return tree.roots[len(entries)]


def included(at: int, size: int, leaf: bytes, proof: list[bytes]) -> bytes:
    """Return the root that an inclusion proof leads to (RFC 9162, 2.1.3); what it takes is removed from ``proof``."""
    if size == 1:
        return b"" if at else leaf
    left = 1 << (size - 1).bit_length() - 1
    if at < left:
        first = included(at, left, leaf, proof)
        return hashlib.sha256(b"\1" + first + proof.pop(0)).digest()
    second = included(at - left, size - left, leaf, proof)
    return hashlib.sha256(b"\1" + proof.pop(0) + second).digest()
