"""A proof of what was opened: all checks in their order."""

from __future__ import annotations

import functools
import hashlib
import json
import os
import re
import unicodedata
from collections import Counter
from pathlib import Path
from typing import Any, Iterable, Iterator, NamedTuple

from triage.proof.verify.answers import check_answer
from triage.proof.verify.basics import (
    LOGS,
    MOST_BYTES,
    MOST_SIGNATURES,
    Failure,
    Given,
    Result,
    Said,
    attempt,
    lines_of,
    notes,
    open_regular,
    read_json,
    say,
    sha256,
)
from triage.proof.verify.heads import MerkleTree, SignedHead, extends, read_head
from triage.proof.verify.ledgers import CheckedLedger
from triage.proof.verify.manifest import CheckedFolder
from triage.proof.verify.page import PAGE, proof_page
from triage.proof.verify.scope import Annex, CheckedScope, check_kernel_log

KEPT = ("create", "scope", "head", "countersigned", "recover")
STATED, PAGE_FILE = "proof.json", "non-access.html"


class GivenRow(NamedTuple):
    """A row of the audit that can be read here, and that a check needs."""

    number: int
    time: str
    action: str
    detail: dict[str, Any]


class CheckedProof(CheckedFolder):
    """The checks of a proof, in their order."""

    kind, format, most = "proof", "triage-proof 2", MOST_BYTES
    folders = "heads|stamps|scope"

    def __init__(self, path: Path, given: Given) -> None:
        super().__init__(path, given)
        self.annex: Annex | None = None
        self.heads: dict[str, SignedHead] = {}
        self.audit_tree = MerkleTree(set())
        self.audit_rows: list[GivenRow] = []
        self.readable: Counter[str] = Counter()  # rows of the audit that can be read here, by action
        self.anchors: dict[str, dict[int, str]] = {}  # the lines of each ledger that rows of the audit name
        self.versions: dict[tuple[int, str], CheckedScope] = {}
        self.ledgers: dict[str, CheckedLedger] = {}
        self.sources = 0

    def check_contents(self) -> Iterator[Result]:
        """Check heads, audit, scope and ledgers against one another, and what is stated with what they come to."""
        yield from attempt("heads", self.check_heads)
        yield from attempt("audit", self.check_audit)
        yield from attempt("scope", self.check_scope)
        if self.given.annex:
            yield from attempt("annex", functools.partial(self.read_annex, self.given.annex))
        for log in ("ledger", "views"):
            yield from attempt(log, functools.partial(self.check_ledger, log))
        yield from attempt("sources", self.check_sources)
        if self.given.annex:
            yield from attempt("decisions", self.check_decisions)
        if self.given.kernel_log:
            yield from attempt("kernel log", functools.partial(self.check_kernel_log, self.given.kernel_log))
        yield from attempt("signed roots", self.check_roots)
        yield from attempt("stamps", self.check_stamps)
        yield from attempt("counts", self.check_counts)
        yield from attempt("answers", self.check_answers)
        yield from attempt("page", self.check_page)

    def check_heads(self) -> Iterable[Said]:
        """Read all heads; the last one must cover the logs to their ends (see check_roots)."""
        names = [name for name in self.folder.sums if re.fullmatch(r"heads/[^/]+\.head", name)]
        heads = {name: self.folder.read(name, 1 << 20) for name in names}
        if self.given.head:
            with open_regular(self.given.head, str(self.given.head), 1 << 20) as file:
                heads[f"--head {self.given.head}"] = file.read(1 << 20)
        if not names:
            raise Failure("heads-missing")
        count = 0
        for name, data in heads.items():
            try:
                self.heads[name] = read_head(data, self.given.signed)
            except (Failure, ValueError) as error:
                why = error.said if isinstance(error, Failure) else str(error)
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
        """Return at which lengths of a log heads state its root."""
        heads = self.heads.values()
        return {head.sizes[log] for head in heads} | {head.proofs[log][0] for head in heads if log in head.proofs}

    def check_audit(self) -> Iterator[Said]:
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
                    rows.append(GivenRow(number, time, action, details))
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

    def head_rows(self) -> list[GivenRow]:
        """Return the rows that name heads."""
        return [row for row in self.audit_rows if row.action in ("head", "countersigned")]

    def begun(self) -> GivenRow | None:
        """Return the row with which the record was begun anew for the last time."""
        return next((row for row in reversed(self.audit_rows) if row.action == "recover"), None)

    @staticmethod
    def anchor(number: int, detail: dict[str, Any], anchors: dict[int, str]) -> None:
        """Keep which line of a ledger a row names, by its number and hash."""
        match = re.match(r"(\d{1,15}):([0-9a-f]{64})", str(detail.get("ledger")))
        if match and anchors.setdefault(int(match[1]), match[2]) != match[2]:
            raise Failure("row-names-another-line", row=number, line=int(match[1]))

    def has(self, detail: dict[str, Any]) -> bool:
        """Whether the folder has the head that a row of the audit names."""
        return bool(self.folder.sums.get(f"heads/{detail['file']}") == detail["sha256"])

    def check_scope(self) -> Iterable[Said]:
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

    def read_annex(self, path: Path) -> Iterable[Said]:
        """Read the names, which check_ledger needs."""
        self.annex = Annex(path)
        return [say("annex-read", count=len(self.annex.names))]

    def check_ledger(self, log: str) -> Iterator[Said]:
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

    def check_sources(self) -> Iterator[Said]:
        """Check that each file that items come from was opened, and had the content that they were made of."""
        ledger = self.ledgers["ledger"]
        if ledger.sources:
            raise Failure("sources-not-read", count=len(ledger.sources))
        yield say("sources-read", count=self.sources)

    def check_decisions(self) -> Iterator[Said]:
        """Sum up what was decided again from the names, while the ledgers were read."""
        if self.annex is None or len(self.ledgers) < 2:
            raise Failure("needs-annex-and-ledgers")
        judged, refused = len(self.annex.judged), self.annex.refused
        denied = sum(ledger.denied for ledger in self.ledgers.values())
        names = (name for name in self.annex.names.values() if not name.isascii())
        yield say("decided-again", opens=judged, denied=refused)
        yield from notes(
            ("refused-without-name", denied - refused),
            ("refused-unexplained", self.annex.unexplained),
            ("names-too-new", sum(any(unicodedata.category(letter) == "Cn" for letter in name) for name in names)),
        )

    def check_kernel_log(self, path: Path) -> Iterable[Said]:
        """Compare the openings on record with those that the kernel saw."""
        if self.annex is None or len(self.ledgers) < 2:
            raise Failure("needs-annex-and-ledgers")
        used = {number for number, *_ in self.annex.times}
        return check_kernel_log(path, self.annex, [v for (number, _), v in self.versions.items() if number in used])

    def check_roots(self) -> Iterator[Said]:
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
        """Hold a head against a log."""
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

    def check_stamps(self) -> Iterable[Said]:
        """Look for the SHA-256 of a head in each answer about it; who signed the answer isn't checked here."""
        names = [name for name in self.folder.sums if name.startswith("stamps/") and name.endswith(".tsr")]
        for name in names:
            digest = self.folder.sums.get(f"heads/{name[7:-4]}")
            if digest is None or bytes.fromhex(digest) not in self.folder.read(name):
                raise Failure("stamp-of-something-else", file=name)
        return [say("stamps-unchecked", count=len(names))]

    def check_answers(self) -> Iterable[Said]:
        """Check the answers that proof.json states; the names in the annex must be those of all openings for that."""
        answers, theirs = read_json(self.folder.read(STATED))["answers"], b""
        if self.given.theirs:
            with open_regular(self.given.theirs, str(self.given.theirs), MOST_BYTES) as file:
                theirs = file.read()
            if sha256(theirs) not in [answer.get("against") for answer in answers]:
                raise Failure("answers-about-other-hashes")
        annex = self.annex if len(self.ledgers) == 2 else None
        said = [check_answer(answer, self.folder, annex, theirs) for answer in answers]
        return [say("answers", count=len(said)), *said]

    def check_counts(self) -> Iterator[Said]:
        """Compare what proof.json states with what the logs come to."""
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

    def check_page(self) -> Iterable[Said]:
        """Make the page again from what is signed, and compare."""
        stated = read_json(self.folder.read(STATED))
        if stated["page"] != PAGE:
            return [say("page-of-another-version", file=PAGE_FILE)]
        scopes = {number: scope for (number, _), scope in self.versions.items()}
        if proof_page(stated, scopes, self.key) != self.folder.read(PAGE_FILE):
            raise Failure("page-states-otherwise", file=PAGE_FILE, stated=STATED)
        return [say("page-as-stated", file=PAGE_FILE, stated=STATED)]
