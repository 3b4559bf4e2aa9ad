"""A proof of what was opened: all checks in their order."""

from __future__ import annotations

import functools
import hashlib
import hmac
import json
import os
import re
import unicodedata
from collections import Counter
from pathlib import Path
from typing import Any, Iterable, Iterator, NamedTuple

from triage.proof.verify.basics import (
    LOGS,
    MOST_BYTES,
    MOST_SIGNATURES,
    Failure,
    Folder,
    Inputs,
    KeyedSentence,
    Result,
    attempt,
    lines_of,
    notes,
    open_regular,
    read_json,
    say,
    sha256,
)
from triage.proof.verify.heads import MerkleTree, SignedHead, extends, read_head
from triage.proof.verify.ledgers import Annex, CheckedLedger, CheckedScope, check_kernel_log, folded
from triage.proof.verify.manifest import CheckedFolder
from triage.proof.verify.page import PAGE, proof_page, statement

# Answers about folders, lists of hashes and all items, which proof.json states.

ID_KEY = b"ids of files and folders"
ITEM_HASHES = "item-hashes.txt"


def check_answer(answer: dict[str, Any], folder: Folder, annex: Annex | None, theirs: bytes) -> KeyedSentence:
    """Check an answer as far as that can be done here; return what it states and what that rests on."""
    basis = say("answer-only-signed")
    if "absent" in answer:
        basis = check_absent(answer, annex)
    elif "against" in answer:
        basis = check_against(answer, folder, theirs)
    return say("two-sentences", first=statement(answer), second=basis)


def check_absent(answer: dict[str, Any], annex: Annex | None) -> KeyedSentence:
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
        ids = ids_of(annex.paths.values(), key)
        if (len(ids), root_of(ids)) != (size, root):
            raise Failure("answer-tree-not-of-annex")
        basis = say("answer-gap-by-annex")
    return basis


def check_against(answer: dict[str, Any], folder: Folder, theirs: bytes) -> KeyedSentence:
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
    if path_id(folded(answer["absent"]), key).hex() != answer["id"]:
        raise Failure("answer-of-another-path")


def id_key(key: bytes) -> bytes:
    """Return the key of ids, from which nobody can work out that of the ledgers."""
    return hmac.digest(key, ID_KEY, "sha256")


def path_id(name: str, key: bytes) -> bytes:
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


KEPT = ("create", "scope", "head", "countersigned", "recover")
STATED, PAGE_FILE = "proof.json", "non-access.html"


class ReadableRow(NamedTuple):
    """A row of the audit that can be read here, and that a check needs."""

    number: int
    time: str
    action: str
    detail: dict[str, Any]


class CheckedProof(CheckedFolder):
    kind, format, most = "proof", "triage-proof 2", MOST_BYTES
    folders = "heads|stamps|scope"

    def __init__(self, path: Path, inputs: Inputs) -> None:
        super().__init__(path, inputs)
        self.annex: Annex | None = None
        self.heads: dict[str, SignedHead] = {}
        self.audit_tree = MerkleTree(set())
        self.audit_rows: list[ReadableRow] = []
        self.readable: Counter[str] = Counter()  # rows of the audit that can be read here, by action
        self.anchors: dict[str, dict[int, str]] = {}  # the lines of each ledger that rows of the audit name
        self.versions: dict[tuple[int, str], CheckedScope] = {}
        self.ledgers: dict[str, CheckedLedger] = {}
        self.sources = 0

    def check_contents(self) -> Iterator[Result]:
        yield from attempt("heads", self.check_heads)
        yield from attempt("audit", self.check_audit)
        yield from attempt("scope", self.check_scope)
        if self.inputs.annex:
            yield from attempt("annex", functools.partial(self.read_annex, self.inputs.annex))
        for log in ("ledger", "views"):
            yield from attempt(log, functools.partial(self.check_ledger, log))
        yield from attempt("sources", self.check_sources)
        if self.inputs.annex:
            yield from attempt("decisions", self.check_decisions)
        if self.inputs.kernel_log:
            yield from attempt("kernel log", functools.partial(self.check_kernel_log, self.inputs.kernel_log))
        yield from attempt("signed roots", self.check_roots)
        yield from attempt("stamps", self.check_stamps)
        yield from attempt("counts", self.check_counts)
        yield from attempt("answers", self.check_answers)
        yield from attempt("page", self.check_page)

    def check_heads(self) -> Iterable[KeyedSentence]:
        """Read all heads; the last one must cover the logs to their ends (see check_roots)."""
        names = [name for name in self.folder.sums if re.fullmatch(r"heads/[^/]+\.head", name)]
        heads = {name: self.folder.read(name, 1 << 20) for name in names}
        if self.inputs.head:
            with open_regular(self.inputs.head, str(self.inputs.head), 1 << 20) as file:
                heads[f"--head {self.inputs.head}"] = file.read(1 << 20)
        if not names:
            raise Failure("heads-missing")
        count = 0
        for name, data in heads.items():
            try:
                self.heads[name] = read_head(data, self.inputs.signed)
            except (Failure, ValueError) as error:
                why = error.sentence if isinstance(error, Failure) else str(error)
                raise Failure("proof-head-wrong", file=name, why=why) from None
            count += self.heads[name].signatures
            if count > MOST_SIGNATURES:
                raise Failure("heads-too-many-signatures", most=MOST_SIGNATURES)
        if len({head.case for head in self.heads.values()}) > 1:
            raise Failure("heads-of-different-cases")
        if self.key and {head.case for head in self.heads.values() if self.key in head.keys} != {self.case}:
            raise Failure("proof-signed-by-another", key=self.key)
        keys = sorted({key for head in self.heads.values() for key in head.keys})
        return [say("proof-heads", heads=len(names), signatures=count, keys=", ".join(keys))]

    def sizes(self, log: str) -> set[int]:
        heads = self.heads.values()
        return {head.sizes[log] for head in heads} | {head.proofs[log][0] for head in heads if log in head.proofs}

    def check_audit(self) -> Iterator[KeyedSentence]:
        """Read the audit's rows; the case's id is the hash of the first one."""
        tree, rows = MerkleTree(self.sizes("audit")), self.audit_rows
        anchors: dict[str, dict[int, str]] = {"ledger": {}, "views": {}}
        with self.folder.open("audit.jsonl") as file:
            for number, raw in enumerate(lines_of(file), 1):
                line = read_json(raw)
                if raw != json.dumps(line).encode() + b"\n":
                    raise Failure("row-odd", row=number)
                if list(line) == ["leaf"] and number > 1 and re.fullmatch("[0-9a-f]{64}", line["leaf"]):
                    tree.add(bytes.fromhex(line["leaf"]))
                    continue
                entry = line["entry"].encode()
                tree.add(hashlib.sha256(b"\0" + entry).digest())
                at, time, _, action, detail = line["entry"].split("|", 4)
                if at != str(number) or len(line) > 1:
                    raise Failure("row-odd", row=number)
                if number == 1 and {head.case for head in self.heads.values()} - {sha256(b"0" * 64 + b"\n" + entry)}:
                    raise Failure("heads-of-another-case")
                details = read_json(detail.encode())
                self.readable[action] += 1
                if action in KEPT or "restored" in details:
                    rows.append(ReadableRow(number, time, action, details))
                if action == "recover":  # the logs of the record before it were put aside
                    anchors["ledger"].clear()
                    anchors["views"].clear()
                self.anchor(number, details, anchors["views" if action == "view" else "ledger"])
        self.audit_tree, self.anchors = tree, anchors
        missing = [row.detail["file"] for row in self.head_rows() if not self.has(row.detail)]
        if missing:
            raise Failure("head-of-row-missing", file=f"heads/{missing[0]}")
        signed = next((row.time for row in rows if row.action == "head"), "")
        yield say("proof-audit", rows=tree.size, given=sum(self.readable.values()))
        yield say("proof-unsigned-until", time=signed) if signed else say("proof-first-head")
        for row in rows:
            if row.action == "recover" or "restored" in row.detail:
                reason = str(row.detail.get("reason", row.detail.get("restored")))
                yield say("record-gone-on-from", time=row.time, reason=reason)

    def head_rows(self) -> list[ReadableRow]:
        return [row for row in self.audit_rows if row.action in ("head", "countersigned")]

    def begun(self) -> ReadableRow | None:
        return next((row for row in reversed(self.audit_rows) if row.action == "recover"), None)

    @staticmethod
    def anchor(number: int, detail: dict[str, Any], anchors: dict[int, str]) -> None:
        """Keep which line of a ledger a row names, by its number and hash."""
        match = re.match(r"(\d{1,15}):([0-9a-f]{64})", str(detail.get("ledger")))
        if match and anchors.setdefault(int(match[1]), match[2]) != match[2]:
            raise Failure("row-names-another-line", row=number, line=int(match[1]))

    def has(self, detail: dict[str, Any]) -> bool:
        return bool(self.folder.sums.get(f"heads/{detail['file']}") == detail["sha256"])

    def check_scope(self) -> Iterable[KeyedSentence]:
        """Compare the versions of the scope with the audit, which names the SHA-256 of each."""
        details = [row.detail for row in self.audit_rows]
        audited = {d["version"]: d["sha256"] for d in details if d.get("version", 0) and "sha256" in d}
        names = {name for name in self.folder.sums if name.startswith("scope/")}
        for number, digest in audited.items():
            name = f"scope/{number}.toml"
            if self.folder.sums.get(name) != digest:
                raise Failure("scope-not-as-audited", file=name)
            names.discard(name)
            self.versions[number, digest] = CheckedScope(self.folder.read(name))
        if names:
            raise Failure("scope-not-as-audited", file=min(names))
        return [say("scope-as-audited", count=len(audited))]

    def read_annex(self, path: Path) -> Iterable[KeyedSentence]:
        self.annex = Annex(path)
        return [say("annex-read", count=len(self.annex.names))]

    def check_ledger(self, log: str) -> Iterator[KeyedSentence]:
        """Check a ledger; there are no views before somebody looks at an original."""
        ledger = CheckedLedger(self.versions, self.sizes(log), self.anchors.get(log, {}), self.annex)
        if log == "ledger":
            self.read_sources(ledger)
        with self.folder.open(f"{log}.jsonl") as file:
            if log == "ledger" or os.fstat(file.fileno()).st_size:
                ledger.read(file)
        self.ledgers[log] = ledger
        if max(ledger.anchors, default=0) > ledger.count:
            raise Failure("log-cut-off", count=ledger.count, line=max(ledger.anchors))
        counts = ledger.counts()
        yield say(
            "proof-ledger",
            lines=counts["lines"],
            runs=counts["runs"],
            opens=counts["opens"],
            bytes=counts["bytes"],
            failed=counts["failed"],
            denied=counts["denied"],
            first=counts["first"] or "-",
            last=counts["last"] or "-",
        )
        yield from notes(
            ("ledger-unended", sum(ledger.reading.values())),
            ("ledger-unconfined", ledger.unconfined),
            ("ledger-clock-back", ledger.back),
        )

    def read_sources(self, ledger: CheckedLedger) -> None:
        """Read what files items come from; the ledger is to say of each that it was opened and read."""
        with self.folder.open("sources.txt") as file:
            for line in lines_of(file):
                if not re.fullmatch(rb"[0-9a-f]{32} [0-9a-f]{32}\n", line):
                    raise Failure("sources-odd", file="sources.txt")
                ledger.sources.add(b'"%b""%b"' % (line[:32], line[33:65]))
                self.sources += 1

    def check_sources(self) -> Iterator[KeyedSentence]:
        """Check that each file that items come from was opened, and had the content that they were made of."""
        ledger = self.ledgers["ledger"]
        if ledger.sources:
            raise Failure("sources-not-read", count=len(ledger.sources))
        yield say("sources-read", count=self.sources)

    def check_decisions(self) -> Iterator[KeyedSentence]:
        """Sum up what was decided again from the names, while the ledgers were read."""
        if self.annex is None or len(self.ledgers) < 2:
            raise Failure("needs-annex-and-ledgers")
        judged, refused = len(self.annex.paths), self.annex.refused
        denied = sum(ledger.denied for ledger in self.ledgers.values())
        names = (name for name in self.annex.names.values() if not name.isascii())
        yield say("decided-again", opens=judged, denied=refused)
        yield from notes(
            ("refused-without-name", denied - refused),
            ("refused-unexplained", self.annex.unexplained),
            ("names-too-new", sum(any(unicodedata.category(letter) == "Cn" for letter in name) for name in names)),
        )

    def check_kernel_log(self, path: Path) -> Iterable[KeyedSentence]:
        if self.annex is None or len(self.ledgers) < 2:
            raise Failure("needs-annex-and-ledgers")
        used = {number for number, *_ in self.annex.times}
        return check_kernel_log(path, self.annex, [v for (number, _), v in self.versions.items() if number in used])

    def check_roots(self) -> Iterator[KeyedSentence]:
        """Hold each head against the logs; one of them must cover all of each."""
        trees = {log: ledger.tree for log, ledger in self.ledgers.items()}
        trees["audit"] = self.audit_tree
        if not self.heads or len(trees) < len(LOGS):
            raise Failure("head-or-log-unread")
        begun = self.begun()
        broken = {row.detail["file"] for row in self.head_rows() if begun and row.number < begun.number}
        earlier = 0
        for name, head in self.heads.items():
            try:
                for log, tree in trees.items():
                    self.check_root(name, head, log, tree)
            except Failure:
                if name.rpartition("/")[2] not in broken:
                    raise
                earlier += 1
        if not any(all(head.sizes[log] == trees[log].size for log in LOGS) for head in self.heads.values()):
            raise Failure("log-ends-unsigned")
        yield say("heads-cover-logs")
        yield from notes(("heads-before-begun-anew", earlier))

    def check_root(self, name: str, head: SignedHead, log: str, tree: MerkleTree) -> None:
        size = head.sizes[log]
        if size not in tree.roots:
            raise Failure("head-covers-more", file=name, log=f"{log}.jsonl")
        if tree.roots[size] != head.roots[log]:
            raise Failure("head-of-another-log", file=name, log=log)
        if log in head.proofs and not self.proves(tree, head, log):
            raise Failure("head-extension-wrong", file=name, log=log)

    @staticmethod
    def proves(tree: MerkleTree, head: SignedHead, log: str) -> bool:
        """Whether the proof that comes with a head is right, which shows that it extends an earlier one."""
        old, proof = head.proofs[log]
        size = head.sizes[log]
        if old > size:
            return False
        if old in (0, size):
            return not proof
        roots = tree.roots[old], tree.roots[size]
        try:
            return extends(old, roots[0], size, proof) == roots and not proof
        except IndexError:  # too few hashes
            return False

    def check_stamps(self) -> Iterable[KeyedSentence]:
        """Look for the SHA-256 of a head in each answer about it; who signed the answer isn't checked here."""
        names = [name for name in self.folder.sums if name.startswith("stamps/") and name.endswith(".tsr")]
        for name in names:
            digest = self.folder.sums.get(f"heads/{name[7:-4]}")
            if digest is None or bytes.fromhex(digest) not in self.folder.read(name):
                raise Failure("stamp-of-something-else", file=name)
        return [say("stamps-unchecked", count=len(names))]

    def check_answers(self) -> Iterable[KeyedSentence]:
        """Check the answers that proof.json states; the names in the annex must be those of all openings for that."""
        answers, theirs = read_json(self.folder.read(STATED))["answers"], b""
        if self.inputs.theirs:
            with open_regular(self.inputs.theirs, str(self.inputs.theirs), MOST_BYTES) as file:
                theirs = file.read()
            if sha256(theirs) not in [answer.get("against") for answer in answers]:
                raise Failure("answers-about-other-hashes")
        annex = self.annex if len(self.ledgers) == 2 else None
        sentences = [check_answer(answer, self.folder, annex, theirs) for answer in answers]
        return [say("answers", count=len(sentences)), *sentences]

    def check_counts(self) -> Iterator[KeyedSentence]:
        stated = read_json(self.folder.read(STATED))
        comes_to = self.comes_to(self.key)
        if stated["counts"] != comes_to["counts"]:
            raise Failure("proof-states-other-counts", file=STATED)
        if stated["rows"] != comes_to["rows"]:
            raise Failure("proof-hides-rows", file=STATED)
        if [stated["others"], stated["begun"]] != [comes_to["others"], comes_to["begun"]]:
            raise Failure("proof-states-other-history", file=STATED)
        if {head.case for head in self.heads.values()} != {stated["case"]}:
            raise Failure("proof-names-another-case", file=STATED)
        program, covers = str(stated["program"])[:100], str(stated["covers"])[:1000]
        yield say("proof-counts", file=STATED, program=program, covers=covers)
        others = comes_to["others"]
        yield say("proof-seen", heads=others["heads"], time=others["since"]) if others["heads"] else say("proof-unseen")

    def comes_to(self, key: str) -> dict[str, Any]:
        """Return what proof.json must state of the logs and heads, as they were read; ``key`` is that of the signer."""
        counts: dict[str, Any] = {log: ledger.counts() for log, ledger in self.ledgers.items()}
        counts["audit"] = self.audit_tree.size
        counts["sources"] = {"files": self.sources, "sha256": self.folder.sums.get("sources.txt")}
        stamped = {name[7:-4] for name in self.folder.sums if name.startswith("stamps/") and name.endswith(".tsr")}
        others = {name[6:] for name, head in self.heads.items() if name.startswith("heads/") and {*head.keys} - {key}}
        times = {row.detail["file"]: row.time for row in reversed(self.head_rows())}
        seen = sorted(times.get(name, "") for name in others | stamped)
        begun = self.begun()
        return {
            "counts": counts,
            "rows": {
                "readable": dict(sorted(self.readable.items())),
                "hidden": self.audit_tree.size - sum(self.readable.values()),
            },
            "others": {"heads": len(seen), "since": next(filter(None, seen), "-" if seen else "")},
            "begun": begun and {"time": begun.time, "reason": str(begun.detail.get("reason", ""))},
        }

    def check_page(self) -> Iterable[KeyedSentence]:
        stated = read_json(self.folder.read(STATED))
        if stated["page"] != PAGE:
            return [say("page-of-another-version", file=PAGE_FILE)]
        scopes = {number: scope for (number, _), scope in self.versions.items()}
        if proof_page(stated, scopes, self.key) != self.folder.read(PAGE_FILE):
            raise Failure("page-states-otherwise", file=PAGE_FILE, stated=STATED)
        return [say("page-as-stated", file=PAGE_FILE, stated=STATED)]
