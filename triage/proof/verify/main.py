"""Check a proof of what Triage opened, or an export: python3 -I verify.py FOLDER; --help lists what else it takes.

This file needs nothing but Python 3.8 or newer. It opens no network connection, writes nothing, and reads nothing
outside of FOLDER but the files that are named: a head that you got earlier, through another channel; the annex, the
names that stay with the case, by which each decision is made again from the paths; the list of hashes about which an
answer is; and a log of what the kernel opened. Exit code 0: all checks hold; 1: at least one fails; 2: the folder could
not be checked at all.

What FOLDER has (other files may be there as well, if SHA256SUMS lists them):

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
    proof.sig      a signed note of the SHA-256 of proof.json, and the key, which must be one of those of the heads.
    SHA256SUMS     the SHA-256 of each of the other files.

FOLDER may also be an export of findings. Its manifest.json lists each file with its size and SHA-256, and each finding
with its original; export.sig is a signed note of the SHA-256 of manifest.json, and the key.

The annex is a file of lines: {"key":"..."}, in hex, then {"f":"ROOT:PATH"} for each file that was opened, where ROOT is
the id of an allowed folder. Whoever knows the paths of files that were refused can add them in the same form.

The kernel's log is what strace -f -y -o LOG -e trace=open,openat,openat2,creat wrote, or auditd's log by rules with the
key "triage" and the conditions dir=FOLDER, for each allowed folder, and success=1.

A line of ledger.jsonl or views.jsonl ends in "h": the SHA-256, in hex, of the "h" of the line before and this line up
to ,"h" (64 zeros stand before the first). Two kinds of line stand for what could not be given away: {"torn":"..."},
the tree's leaf of half a line that was left when the machine stopped; and, as the first line of a ledger that began
under an older version with plain names, {"withheld":N,"n":N,"nodes":[...],"h":"..."}: how many lines are left out, the
number of the last one, the roots of the complete subtrees over them, and the "h" of the last one.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from triage.proof.verify.basics import shown
from triage.proof.verify.export import CheckedExport
from triage.proof.verify.proof import Proof


def main() -> int:
    """Check the folder that the command line names."""
    parser = argparse.ArgumentParser(description="Check a proof of what Triage opened, or an export.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--head", type=Path, help="a head of the case that you were given earlier")
    parser.add_argument("--annex", type=Path, help="the names that stay with the case: make each decision again")
    parser.add_argument("--against", type=Path, metavar="HASHES", help="the list of hashes that an answer is about")
    parser.add_argument("--kernel-log", type=Path, metavar="LOG", help="what strace or auditd saw of it (with --annex)")
    arguments = parser.parse_args()
    if not arguments.folder.is_dir():
        print(f"{shown(str(arguments.folder))} isn't a folder.", file=sys.stderr)
        return 2
    if (arguments.folder / "manifest.json").exists() and not (arguments.folder / "proof.json").exists():
        return CheckedExport(arguments.folder).run()
    given = (arguments.head, arguments.annex, arguments.against, arguments.kernel_log)
    return Proof(arguments.folder, *given).run()


if __name__ == "__main__":
    sys.exit(main())
