"""How long the program for outsiders takes for a large proof: ``python -m tests.benchmarks.proof [--heads N]``.

It makes a ledger of 500,000 lines and N heads (167, which is 501 signatures) and prints the time, also with the annex.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.proof import proofs
from triage.proof import verify
from triage.proof.verify.heads import MerkleTree

SOURCES = 250_000


def fast_root(entries: proofs.Sequence[bytes]) -> bytes:
    """Return what ``proofs.root`` does, in time for many entries."""
    tree = MerkleTree({len(entries)})
    for entry in entries:
        tree.add(proofs.hashlib.sha256(b"\0" + entry).digest())
    return tree.roots[len(entries)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--heads", type=int, default=167)
    heads = parser.parse_args().heads
    proofs.root, exact = fast_root, proofs.root
    assert proofs.root([b"a", b"b", b"c"]) == exact([b"a", b"b", b"c"])
    events, names = [proofs.scope_event(2, proofs.NARROWER)], [f"mail:dana/inbox/{n:06}.eml" for n in range(SOURCES)]
    for source in names:
        events += proofs.read(source)
    with tempfile.TemporaryDirectory() as name:
        folder = proofs.proof(Path(name) / "proof", events)
        annex = proofs.annex(Path(name) / "annex", "mail:b.eml", *names)
        last = (folder / "heads/000002.head").read_bytes()
        for number in range(3, heads + 1):
            (folder / f"heads/{number:06}.head").write_bytes(last)
        proofs.summed(folder)
        for names_given in ([], ["--annex", annex]):
            before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
            subprocess.run([sys.executable, "-I", "-c", verify.program(), folder, *names_given], env={}, check=True)
            used = resource.getrusage(resource.RUSAGE_CHILDREN)
            spent = used.ru_utime + used.ru_stime - before.ru_utime - before.ru_stime
            took = f"{spent:.1f} s of processor time, {time.perf_counter() - start:.1f} s in all"
            print(f"{2 * SOURCES + 1:,} lines, {heads * 3:,} signatures{' and the annex' * bool(names_given)}: {took}")


if __name__ == "__main__":
    main()
