"""Check what left a case of Triage: python3 -I verify.py FOLDER --key KEY; --help lists what else it takes.

FOLDER is a proof of what Triage opened, an export of findings, or a production. KEY is the key of whoever signed it, as
you were given it through a different channel, or a file with one key a line. Without it the check shows that the folder
agrees with itself, not who made it.

This file needs nothing but Python 3.8 or newer. It opens no network connection, writes nothing, and reads nothing
outside of FOLDER but the files that are named: a head that you got earlier, through another channel; the annex, the
names that stay with the case, by which each decision is made again from the paths; the list of hashes about which an
answer is; and a log of what the kernel opened. Exit code 0: all checks hold; 1: at least one fails; 2: the folder could
not be checked at all.

What a proof has (other files may be there as well, if the manifest lists them):

    ledger.jsonl   every decision, opening and closing of a source file, in order. "open" names the allowed folder "r"
                   and files that are allowed by it and then opened, "close" what was read of files. Names of files are
                   replaced by "c": HMAC-SHA-256 of the name under a key that stays with the case, cut to 32 hex digits,
                   and their SHA-256 by "d", in the same way.
    views.jsonl    the same for the files that were opened to show an original to a reviewer.
    audit.jsonl    what was done with the case. A line is {"entry":"number|time|who|action|detail"}, or {"leaf":"..."},
                   the hash of an entry that stays confidential.
    heads/*.head   signed statements of what the three logs were: checkpoints and signed notes as C2SP defines them.
    stamps/*.tsr   answers of time stamping authorities (RFC 3161) about the heads.
    scope/N.toml   the N-th version of the scope: which folders may be read, and what in them may not.
    sources.txt    the files that items of the case, and so all exports, were made of: "c" and "d" of each, sorted.
    proof.json     "case", "program" and "covers" in words, and "counts", which this program works out itself. "answers"
                   say that nothing at or below a folder was opened ("absent"), how many hashes of a list are those of
                   contents that were read ("against"), and what the root over all items is ("items_root").
    item-hashes.txt  the SHA-256 of each content that was read and isn't sealed, if they were disclosed.
    manifest.json  each file with its size and SHA-256.
    proof.sig      a signed note of the SHA-256 of manifest.json, and the key, which must be one of those of the heads.
    SHA256SUMS     the SHA-256 of each of the other files.

Exports and productions have manifest.json and SHA256SUMS, too, and export.sig or production.sig. The manifest of an
export also has each finding with its original.

The annex is a file of lines: {"key":"..."}, in hex, then {"f":"ROOT:PATH"} for each file that was opened, where ROOT is
the id of an allowed folder. Whoever knows the paths of files that were refused can add them in the same form.

The kernel's log is what strace -f -y -o LOG -e trace=open,openat,openat2,creat wrote, or auditd's log by rules with the
key "triage" and the conditions dir=FOLDER, for each allowed folder, and success=1.

A line of ledger.jsonl or views.jsonl ends in "h": the SHA-256, in hex, of the "h" of the line before and this line up
to ,"h" (64 zeros stand before the first). {"torn":"..."} stands for half a line that was left when the machine stopped:
it is the line's leaf of the tree.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import Iterable, Iterator

from triage.messages import TEMPLATES
from triage.proof.verify.basics import Failure, Inputs, Result, Signed, english, open_regular
from triage.proof.verify.heads import signed
from triage.proof.verify.manifest import LOAD_FILE, MANIFEST, SUMS, CheckedExport, CheckedFolder, CheckedProduction
from triage.proof.verify.page import PROOF_LIMITS
from triage.proof.verify.proof import CheckedProof

LIMITS = ("limit-signer", "limit-findings")


def kind_of(folder: Path) -> type[CheckedFolder] | None:
    """Return the class that checks a folder, complete or not; None if no proof, export or production is in it."""
    if any(os.path.lexists(folder / name) for name in ("proof.json", "proof.sig")):
        return CheckedProof
    volumes = (path for path in folder.glob("*/DATA/*.dat") if LOAD_FILE.fullmatch(path.relative_to(folder).as_posix()))
    if os.path.lexists(folder / "production.sig") or any(volumes):
        return CheckedProduction
    return CheckedExport if any(os.path.lexists(folder / name) for name in (MANIFEST, SUMS, "export.sig")) else None


def check_folder(folder: Path, inputs: Inputs) -> Iterator[Result]:
    kind = kind_of(folder)
    try:
        if kind is None:
            raise Failure("no-export", path=str(folder), manifest=MANIFEST, sums=SUMS)
        yield from kind(folder, inputs).results()
    except Failure as failure:  # before any of its files was checked
        yield Result("files", False, failure.sentence)


def known_keys(untrusted: Iterable[str]) -> tuple[str, ...]:
    """Return the keys given: each text is a key, or names a file with one key a line. Raises Failure, ValueError."""
    keys: list[str] = []
    for text in untrusted:
        if text.count("+") >= 2 and not os.path.lexists(text):
            keys.append(text)
        else:
            with open_regular(Path(text), text, 1 << 20) as file:
                keys += filter(None, map(str.strip, file.read().decode().splitlines()))
    return tuple(keys)


def main(check: Signed = signed) -> int:
    parser = argparse.ArgumentParser(description="Check what left a case of Triage: a proof, an export, a production.")
    parser.add_argument("folder", type=Path)
    key = "the key of whoever signed it, as you were given it through a different channel, or a file of such keys"
    parser.add_argument("--key", action="append", default=[], help=key)
    parser.add_argument("--head", type=Path, help="a head of the case that you were given earlier")
    parser.add_argument("--annex", type=Path, help="the names that stay with the case: make each decision again")
    parser.add_argument("--against", type=Path, metavar="HASHES", help="the list of hashes that an answer is about")
    parser.add_argument("--kernel-log", type=Path, metavar="LOG", help="the log of strace or auditd (with --annex)")
    arguments = parser.parse_args()
    if not arguments.folder.is_dir():
        parser.error(f"{str(arguments.folder)!a} isn't a folder.")
    try:
        keys = known_keys(arguments.key)
    except (Failure, ValueError) as error:
        parser.error(english(error.sentence) if isinstance(error, Failure) else ascii(error))
    if arguments.head and kind_of(arguments.folder) is not CheckedProof:
        parser.error(english(Failure("head-of-no-export", path=str(arguments.folder)).sentence))
    inputs = Inputs(check, arguments.head, arguments.annex, arguments.against, arguments.kernel_log, keys)
    return print_results(arguments.folder, inputs)


def print_results(folder: Path, inputs: Inputs) -> int:
    """Print one line a check, and what no check can show; return 1 if any fails, else 0."""
    failures, last = 0, ""
    for result in check_folder(folder, inputs):
        failures += not result.held
        last = result.sentence.key
        print(f"{'OK    ' if result.held else 'FAILS '} {result.name}: {english(result.sentence)}")
    limits = PROOF_LIMITS if kind_of(folder) is CheckedProof else LIMITS
    print("\nWhat this can't show:", *(TEMPLATES[key] for key in limits), "", sep="\n")
    if failures:
        print(f"{failures} of these checks FAIL.")
    else:
        print("Everything that is checked here holds." if last == "signer-known" else TEMPLATES[last])
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
