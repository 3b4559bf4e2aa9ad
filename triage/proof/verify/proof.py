"""The whole folder: all checks in their order."""

from __future__ import annotations

import functools
import hashlib
import json
import os
import re
import unicodedata
from pathlib import Path
from typing import Any, Callable  # noqa: UP035

from triage.proof.verify.answers import check_answer
from triage.proof.verify.basics import (
    LIMITS,
    LOGS,
    MOST_BYTES,
    MOST_SIGNATURES,
    Failure,
    ProofFolder,
    counted,
    lines_of,
    listed,
    open_regular,
    read_json,
    sha256,
    shown,
)
from triage.proof.verify.heads import MerkleTree, SignedHead, extends, read_head, read_signature
from triage.proof.verify.kernel import check_kernel_log
from triage.proof.verify.ledgers import CheckedLedger
from triage.proof.verify.scope import Annex, CheckedScope

KEPT = ("create", "scope", "head", "countersigned", "recover")


class Proof:
    """The checks of one folder, in their order; ``failures`` counts those that don't hold."""

    def __init__(
        self,
        path: Path,
        given: Path | None,
        annex: Path | None = None,
        theirs: Path | None = None,
        kernel_log: Path | None = None,
    ) -> None:
        self.folder, self.given, self.annex_path, self.theirs = ProofFolder(path), given, annex, theirs
        self.kernel_log = kernel_log
        self.annex: Annex | None = None
        self.heads: dict[str, SignedHead] = {}
        self.audit_tree = MerkleTree(set())
        self.audit_rows: list[tuple[str, str, dict[str, Any]]] = []  # time, action, detail of those that are needed
        self.anchors: dict[str, dict[int, str]] = {}  # the lines of each ledger that rows of the audit name
        self.versions: dict[tuple[int, str], CheckedScope] = {}
        self.ledgers: dict[str, CheckedLedger] = {}
        self.failures = self.sources = 0

    def attempt(self, name: str, check: Callable[[], str]) -> None:
        """Print whether a check holds."""
        try:
            print(f"OK     {name}: {check()}")
        except Failure as error:
            self.failures += 1
            print(f"FAILS  {name}: {error}")
        except (ValueError, KeyError, TypeError, AttributeError, IndexError, OSError, RecursionError) as error:
            self.failures += 1
            print(f"FAILS  {name}: it can't be read ({type(error).__name__}: {shown(str(error))})")

    def run(self) -> int:
        """Make all checks and print them; return the exit code."""
        self.attempt("files", self.folder.check_sums)
        self.attempt("heads", self.check_heads)
        self.attempt("audit", self.check_audit)
        self.attempt("scope", self.check_scope)
        if self.annex_path:
            self.attempt("annex", functools.partial(self.read_annex, self.annex_path))
        for log in ("ledger", "views"):
            self.attempt(log, functools.partial(self.check_ledger, log))
        self.attempt("sources", self.check_sources)
        if self.annex_path:
            self.attempt("decisions", self.check_decisions)
        if self.kernel_log:
            self.attempt("kernel log", functools.partial(self.check_kernel_log, self.kernel_log))
        self.attempt("signed roots", self.check_roots)
        self.attempt("stamps", self.check_stamps)
        self.attempt("counts", self.check_counts)
        self.attempt("signature", self.check_signature)
        self.attempt("answers", self.check_answers)
        print("\nWhat this can't show:", *LIMITS, "", sep="\n")
        print(f"{self.failures} of these checks FAIL." if self.failures else "Everything that is checked here holds.")
        return 1 if self.failures else 0

    def check_heads(self) -> str:
        """Read all heads; the last one must cover the logs to their ends (see check_roots)."""
        names = [name for name in self.folder.sums if re.fullmatch(r"heads/[^/]+\.head", name)]
        heads = {name: self.folder.read(name, 1 << 20) for name in names}
        if self.given:
            with open_regular(self.given, str(self.given), 1 << 20) as file:
                heads["the given head"] = file.read(1 << 20)
        if not names:
            raise Failure("there is none: nobody signed anything")
        count = 0
        for name, data in heads.items():
            try:
                self.heads[name] = read_head(data)
            except (Failure, ValueError) as error:
                raise Failure(f"{shown(name)}: {error}") from None
            count += self.heads[name].signatures
            if count > MOST_SIGNATURES:
                raise Failure(f"there are more than {MOST_SIGNATURES:,} signatures")
        if len({head.case for head in self.heads.values()}) > 1:
            raise Failure("they are of different cases")
        keys = sorted({key for head in self.heads.values() for key in head.keys})
        return f"{counted(len(names), 'head')} with {counted(count, 'signature')}, by " + ", ".join(map(shown, keys))

    def sizes(self, log: str) -> set[int]:
        """Return at which lengths of a log heads state its root."""
        heads = self.heads.values()
        return {head.sizes[log] for head in heads} | {head.proofs[log][0] for head in heads if log in head.proofs}

    def check_audit(self) -> str:
        """Read the audit's rows; the case's id is the hash of the first one."""
        tree, rows, given = MerkleTree(self.sizes("audit")), self.audit_rows, 0
        anchors: dict[str, dict[int, str]] = {"ledger": {}, "views": {}}
        with self.folder.open("audit.jsonl") as file:
            for number, raw in enumerate(lines_of(file), 1):
                line = read_json(raw)
                if raw != json.dumps(line).encode() + b"\n":
                    raise Failure(f"line {number:,} isn't written as a row of the audit must be")
                if list(line) == ["leaf"] and number > 1 and re.fullmatch("[0-9a-f]{64}", line["leaf"]):
                    tree.add(bytes.fromhex(line["leaf"]))
                    continue
                entry = line["entry"].encode()
                tree.add(hashlib.sha256(b"\0" + entry).digest())
                at, time, _, action, detail = line["entry"].split("|", 4)
                if at != str(number) or len(line) > 1:
                    raise Failure(f"line {number:,} isn't row {number:,} of the audit")
                if number == 1 and {head.case for head in self.heads.values()} - {sha256(b"0" * 64 + b"\n" + entry)}:
                    raise Failure("the heads are of another case")
                details = read_json(detail.encode())
                given += 1
                if action in KEPT or "restored" in details:
                    rows.append((time, action, details))
                if action == "recover":  # the logs of the record before it were put aside
                    anchors["ledger"].clear()
                    anchors["views"].clear()
                self.anchor(number, details, anchors["views" if action == "view" else "ledger"])
        self.audit_tree, self.anchors = tree, anchors
        missing = [d["file"] for _, action, d in rows if action in ("head", "countersigned") if not self.has(d)]
        if missing:
            raise Failure(f"heads/{shown(missing[0])}, which a row names, is missing or was changed")
        signed = next((time for time, action, _ in rows if action == "head"), "the last head")
        text = f"{counted(tree.size, 'row')}, {given:,} of which can be read here; unsigned until {shown(signed)}"
        for time, action, detail in rows:
            if action == "recover" or "restored" in detail:
                reason = shown(detail.get("reason", detail.get("restored")))
                text += f"\n       note: on {shown(time)} a broken or older record was gone on from; reason: {reason}"
        return text

    @staticmethod
    def anchor(number: int, detail: dict[str, Any], anchors: dict[int, str]) -> None:
        """Keep which line of a ledger a row names, by its number and hash."""
        match = re.match(r"(\d{1,15}):([0-9a-f]{64})", str(detail.get("ledger")))
        if match and anchors.setdefault(int(match[1]), match[2]) != match[2]:
            raise Failure(f"row {number:,} names another line {int(match[1]):,} than a row before it")

    def has(self, detail: dict[str, Any]) -> bool:
        """Whether the folder has the head that a row of the audit names."""
        return bool(self.folder.sums.get(f"heads/{detail['file']}") == detail["sha256"])

    def check_scope(self) -> str:
        """Compare the versions of the scope with the audit, which names the SHA-256 of each."""
        audited = {d["version"]: d["sha256"] for _, _, d in self.audit_rows if d.get("version", 0) and "sha256" in d}
        names = {name for name in self.folder.sums if name.startswith("scope/")}
        for number, digest in audited.items():
            name = f"scope/{number}.toml"
            if self.folder.sums.get(name) != digest:
                raise Failure(f"{shown(name)} isn't the version that the audit names")
            names.discard(name)
            self.versions[number, digest] = CheckedScope(self.folder.read(name))
        if names:
            raise Failure(f"{shown(min(names))} isn't a version that the audit names")
        return f"{counted(len(audited), 'version')}, as the audit names them"

    def read_annex(self, path: Path) -> str:
        """Read the names, which check_ledger needs."""
        self.annex = Annex(path)
        return f"it has {counted(len(self.annex.names), 'name')}, for the decisions in ledger and views"

    def check_ledger(self, log: str) -> str:
        """Check a ledger; there are no views before somebody looks at an original."""
        ledger = CheckedLedger(self.versions, self.sizes(log), self.anchors.get(log, {}), self.annex)
        if log == "ledger":
            self.read_sources(ledger)
        with self.folder.open(f"{log}.jsonl") as file:
            if log == "ledger" or os.fstat(file.fileno()).st_size:
                ledger.read(file)
        self.ledgers[log] = ledger
        if max(ledger.anchors, default=0) > ledger.count:
            raise Failure(f"it has {ledger.count:,} lines, and the audit names line {max(ledger.anchors):,}")
        c = ledger.counts()
        text = (
            f"{counted(c['lines'], 'line')}, each follows from the one before; {counted(c['runs'], 'run')}, "
            f"{counted(c['opens'], 'opening')} of files, each as it was allowed, {counted(c['bytes'], 'byte')} read, "
            f"{c['failed']:,} unreadable, {counted(c['denied'], 'refusal')}; "
            f"from {c['first'] or '-'} to {c['last'] or '-'}"
        )
        notes = [
            (ledger.withheld, "line", "at the beginning left out: only the signed roots cover what they state"),
            (ledger.unjudged, "opening", "with no version of the scope named before: not judged by one"),
            (sum(ledger.reading.values()), "opening", "with no end: the program was stopped there"),
            (ledger.unconfined, "time", "that Linux didn't confine what opened files: only this program's checks held"),
            (ledger.back, "time", "earlier than the one before: the clock was set back"),
        ]
        return text + listed(notes)

    def read_sources(self, ledger: CheckedLedger) -> None:
        """Read what files items come from; the ledger is to say of each that it was opened and read."""
        with self.folder.open("sources.txt") as file:
            for line in lines_of(file):
                if not re.fullmatch(rb"[0-9a-f]{32} [0-9a-f]{32}\n", line):
                    raise Failure("sources.txt isn't a list of files")
                ledger.sources.add(b'"%b""%b"' % (line[:32], line[33:65]))
                self.sources += 1

    def check_sources(self) -> str:
        """Check that each file that items come from was opened, and had the content that they were made of."""
        ledger = self.ledgers["ledger"]
        missing = len(ledger.sources)
        if missing and not ledger.withheld:
            raise Failure(f"{counted(missing, 'file')} that items come from: the ledger doesn't say that it was read")
        notes = [(missing, "file", "of which only lines may speak that are left out")]
        return (
            f"{counted(self.sources, 'file')} that items, and so all exports, come from; each was opened "
            f"and had this content{listed(notes)}"
        )

    def check_decisions(self) -> str:
        """Sum up what was decided again from the names, while the ledgers were read."""
        if self.annex is None or len(self.ledgers) < 2:
            raise Failure("the annex or a ledger can't be read or is wrong")
        judged, refused = len(self.annex.judged), self.annex.refused
        denied = sum(ledger.denied for ledger in self.ledgers.values())
        unknown = sum(
            any(unicodedata.category(c) == "Cn" for c in n) for n in self.annex.names.values() if not n.isascii()
        )
        notes = [
            (denied - refused, "refusal", "with no name in the annex: only the rule was checked"),
            (
                self.annex.unexplained,
                "refusal",
                "that the rule doesn't explain by this name: perhaps by one through a mount",
            ),
            (unknown, "name", "with letters that are newer than this Python, which may compare them otherwise"),
        ]
        return (
            f"{counted(judged, 'opening')} and {counted(refused, 'refusal')}, decided again from the paths by the "
            f"version of the scope then in force, each file once for each version{listed(notes)}"
        )

    def check_kernel_log(self, path: Path) -> str:
        """Compare the openings on record with those that the kernel saw."""
        if self.annex is None or len(self.ledgers) < 2:
            raise Failure("it takes the annex, and both ledgers")
        used = {number for number, *_ in self.annex.times}
        return check_kernel_log(path, self.annex, [v for (number, _), v in self.versions.items() if number in used])

    def check_roots(self) -> str:
        """Hold each head against the logs; one of them must cover all of each."""
        trees = {log: ledger.tree for log, ledger in self.ledgers.items()}
        trees["audit"] = self.audit_tree
        if not self.heads or len(trees) < len(LOGS):
            raise Failure("a head or a log could not be read")
        skipped = 0
        for name, head in self.heads.items():
            for log, tree in trees.items():
                if head.sizes[log] in tree.roots:
                    if tree.roots[head.sizes[log]] != head.roots[log]:
                        raise Failure(f"{shown(name)} was signed over another {log} than the one in this folder")
                    if log in head.proofs and not self.proves(tree, head, log):
                        raise Failure(f"the proof in {shown(name)} that {log} was only appended to is wrong")
                elif log in self.ledgers and head.sizes[log] < self.ledgers[log].withheld:
                    skipped += 1
                else:
                    raise Failure(f"{shown(name)} covers more lines of {log}.jsonl than it has")
        if not any(all(head.sizes[log] == trees[log].size for log in LOGS) for head in self.heads.values()):
            raise Failure("the logs go on after what the last head covers: their ends are signed by nobody")
        note = f"\n       note: {counted(skipped, 'root')} over lines that are left out" if skipped else ""
        return f"each head states what the logs come to, and the last one covers them to their ends{note}"

    @staticmethod
    def proves(tree: MerkleTree, head: SignedHead, log: str) -> bool:
        """Whether the proof that comes with a head is right, which shows that it extends an earlier one."""
        old, proof = head.proofs[log]
        size = head.sizes[log]
        if old > size or old not in tree.roots:  # the latter where lines are left out
            return old < size
        if old in (0, size):
            return not proof
        roots = tree.roots[old], tree.roots[size]
        try:
            return extends(old, roots[0], size, proof) == roots and not proof
        except IndexError:  # too few hashes
            return False

    def check_stamps(self) -> str:
        """Look for the SHA-256 of a head in each answer about it; who signed the answer isn't checked here."""
        names = [name for name in self.folder.sums if name.startswith("stamps/") and name.endswith(".tsr")]
        for name in names:
            digest = self.folder.sums.get(f"heads/{name[7:-4]}")
            if digest is None or bytes.fromhex(digest) not in self.folder.read(name):
                raise Failure(f"{shown(name)} is about something else than its head")
        return (
            f"{counted(len(names), 'time stamp')}, about the heads here; the signatures of time stamps are not checked"
        )

    def check_signature(self) -> str:
        """Check that one of the keys that signed heads has signed proof.json."""
        case, key = read_signature(self.folder.read("proof.sig"), "proof", self.folder.sums["proof.json"])
        heads = [head for head in self.heads.values() if key in head.keys]
        if {head.case for head in heads} != {case}:
            raise Failure(f"proof.json is signed by {shown(key)}, which signed no head of this case")
        return f"proof.json is signed by {shown(key)}"

    def check_answers(self) -> str:
        """Check the answers that proof.json states; the names in the annex must be those of all openings for that."""
        answers, theirs = read_json(self.folder.read("proof.json")).get("answers", []), b""
        if self.theirs:
            with open_regular(self.theirs, str(self.theirs), MOST_BYTES) as file:
                theirs = file.read()
            if sha256(theirs) not in [answer.get("against") for answer in answers]:
                raise Failure("none is about the list of hashes that you gave")
        whole = len(self.ledgers) == 2 and not any(log.withheld or log.unjudged for log in self.ledgers.values())
        annex = self.annex if whole else None
        lines = [check_answer(answer, self.folder, annex, theirs) for answer in answers]
        return "\n       ".join([counted(len(lines), "answer"), *lines])

    def check_counts(self) -> str:
        """Compare what proof.json states with what the logs come to."""
        stated = read_json(self.folder.read("proof.json"))
        counts: dict[str, Any] = {log: ledger.counts() for log, ledger in self.ledgers.items()}
        counts["audit"] = self.audit_tree.size
        counts["sources"] = {"files": self.sources, "sha256": self.folder.sums.get("sources.txt")}
        if stated["counts"] != counts:
            raise Failure("proof.json states other counts than the logs come to")
        if {head.case for head in self.heads.values()} != {stated["case"]}:
            raise Failure("proof.json names another case than the heads")
        words = f"{shown(stated['program'], 100)}; it covers {shown(stated['covers'], 1000)}"
        return f"as proof.json states them; it also says, unchecked: made by {words}"
