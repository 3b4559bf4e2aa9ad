"""Files, and PDF pages, that one core reads in a second: ``python -m tests.benchmarks.readers FOLDER``.

Every docx, pdf, msg and eml below FOLDER is read in this process as a reader reads it (children, hashes and folding
included), and CPU time is counted; one file of each kind is read before the count, as a reader process loads its
libraries once and lives long. Pictures in files are recognised where the extra is installed. Bench files of test
suites are small but odd, so the slowest hundredth is also shown apart: one broken file can cost more than all others.
"""

from __future__ import annotations

import argparse
import signal
import sys
import time
from pathlib import Path
from statistics import median

from triage.sandbox.wire import Job, Reply
from triage.sandbox.worker import Reading
from triage.settings import Settings


def pages(path: Path) -> int:
    """Return a PDF's number of pages, 0 where it can't be opened."""
    import pypdfium2

    try:
        return len(pypdfium2.PdfDocument(path))
    except pypdfium2.PdfiumError:
        return 0


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    settings = Settings()
    signal.signal(signal.SIGALRM, signal.default_int_handler)

    def ignore(reply: Reply) -> None:
        """Take a reply and forget it."""

    for ending in ("docx", "pdf", "msg", "eml"):
        paths = sorted(p for p in folder.rglob(f"*.{ending}") if p.is_file())
        weights = [pages(p) if ending == "pdf" else 1 for p in paths]
        spent: list[float] = []
        for path in paths[:1]:
            Reading(Job(0, path.name), settings, ignore).read(path.read_bytes(), path.name, "")
        for number, path in enumerate(paths):
            data = path.read_bytes()
            start = time.process_time()
            Reading(Job(number, path.name), settings, ignore).read(data, path.name, "")
            spent.append(time.process_time() - start)
        slow = sorted(range(len(paths)), key=lambda i: -spent[i])[: max(1, len(paths) // 100)]
        usual, weight = sum(spent) - sum(spent[i] for i in slow), sum(weights) - sum(weights[i] for i in slow)
        unit = "pages" if ending == "pdf" else ending
        print(
            f"{ending:<5}{len(paths):>5} files {sum(weights) / max(1e-9, sum(spent)):>8,.0f} {unit}/s;"
            f" without the slowest {len(slow)}: {weight / max(1e-9, usual):,.0f}/s;"
            f" the middle one takes {median(spent) * 1000:.1f} ms"
            f" (slowest {spent[slow[0]]:.2f} s: {paths[slow[0]].name})"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
