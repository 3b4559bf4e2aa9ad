"""Files, and PDF pages, that one core reads in a second: ``python -m tests.benchmarks.readers [FOLDER]``.

First come ordinary papers, which are made anew (``ordinary``); then, where FOLDER is given, all that lies in it. Every
docx, pdf, msg and eml is read in this process as a reader reads it (children, hashes and folding included), and CPU
time is counted, not time spent waiting for others. A first pass isn't counted: a reader process loads its libraries
once and lives long. Of the others each file's best time counts, as a shared machine only ever adds to it.

Bench files of test suites are odd: a file of 872 pages, or one whose key takes a hundred thousand rounds, costs more
than fifty letters. So some figures stand beside each other: all files; all but the slowest hundredth; all Word
documents but the encrypted; and the middle file. With ``--mail`` the same is told of a folder of ordinary mail, one
message in each file, thinned to some thousands.

Pictures aren't recognised unless ``--ocr`` is given: recognition takes seconds for a page and would hide all else.
"""

from __future__ import annotations

import argparse
import resource
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from tests.benchmarks import ordinary
from triage.parsers import charset
from triage.sandbox.wire import Job, Reply
from triage.sandbox.worker import Reading, TooSlowError, collect_seldom
from triage.settings import Settings

_MOST_MAILS = 3000
_COMPOUND = b"\xd0\xcf\x11\xe0"
"""What an encrypted Word document begins with: it is a compound file, and its key takes a hundred thousand rounds."""


def pages(path: Path) -> int:
    """Return a PDF's number of pages, 0 where it can't be opened."""
    import pypdfium2

    try:
        return len(pypdfium2.PdfDocument(path))
    except pypdfium2.PdfiumError:
        return 0


def ignore(reply: Reply) -> None:
    """Take a reply and forget it."""


def too_slow(*_: object) -> None:
    """Ring as the airlock does."""
    raise TooSlowError


def timed(paths: list[Path], passes: int) -> list[float]:
    """Return each file's shortest time in CPU seconds."""
    settings = Settings()
    best = [float("inf")] * len(paths)
    for count in range(passes + 1):
        charset._detected_before.cache_clear()  # a file's own cost, not that of reading it again
        for number, path in enumerate(paths):
            data = path.read_bytes()
            start = time.process_time()
            Reading(Job(number, path.name), settings, ignore).read(data, path.name, "")
            if count:
                best[number] = min(best[number], time.process_time() - start)
    return best


def tell(title: str, unit: str, paths: list[Path], passes: int, weigh: Callable[[Path], int] = lambda path: 1) -> None:
    """Measure one kind of file and print its lines."""
    if not paths:
        print(f"{title}: no files")
        return
    spent, weights = timed(paths, passes), [weigh(path) for path in paths]
    order = sorted(range(len(paths)), key=lambda n: -spent[n])
    usual = order[max(1, len(paths) // 100) :]
    open_ones = [n for n in order if unit != "docx" or not paths[n].read_bytes().startswith(_COMPOUND)]
    of = f", {sum(weights):,} {unit}" if unit == "pages" else ""
    print(f"{title}: {len(paths):,} files{of}, {sum(spent):.2f} s")
    for name, numbers in (
        ("all files", order),
        (f"without the slowest {len(order) - len(usual)}", usual),
        (f"without the encrypted {len(order) - len(open_ones)}", open_ones),
    ):
        if name != "all files" and len(numbers) == len(order):
            continue
        rate = sum(weights[n] for n in numbers) / max(1e-9, sum(spent[n] for n in numbers))
        print(f"    {name:<26}{rate:>8,.0f} {unit}/s")
    print(f"    {'the middle file takes':<26}{median(spent) * 1000:>10.2f} ms")
    for number in order[:3]:
        share = spent[number] / sum(spent)
        print(f"    {share:>6.0%} of the time for {paths[number].name} ({spent[number] * 1000:,.0f} ms)")


def tell_all(title: str, folder: Path, passes: int) -> None:
    """Measure the four kinds of file below a folder."""
    for ending, unit in (("docx", "docx"), ("pdf", "pages"), ("msg", "msg"), ("eml", "eml")):
        paths = sorted(p for p in folder.rglob(f"*.{ending}") if p.is_file())
        tell(f"{title} {ending}", unit, paths, passes, pages if ending == "pdf" else lambda path: 1)


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", help="files of all kinds")
    parser.add_argument("--papers", type=int, default=200, help="ordinary papers of each kind (default: 200)")
    parser.add_argument("--mail", type=Path, help="a folder of ordinary mail, one message in each file")
    parser.add_argument("--passes", type=int, default=3, help="passes that are counted (default: 3)")
    parser.add_argument("--ocr", action="store_true", help="recognise pictures where the extra is installed")
    options = parser.parse_args()
    if not options.ocr:
        sys.modules["tesserocr"] = None  # type: ignore[assignment]  # as if the extra weren't installed
    signal.signal(signal.SIGALRM, too_slow)
    with tempfile.TemporaryDirectory() as made:
        ordinary.write(Path(made), options.papers)
        collect_seldom()
        tell_all("ordinary", Path(made), options.passes)
    if options.folder:
        tell_all("odd", options.folder, options.passes)
    if options.mail:
        found = sorted(p for p in options.mail.rglob("*") if p.is_file())
        tell("ordinary mail", "mails", found[:: 1 + len(found) // _MOST_MAILS], options.passes)
    print(f"The largest the process became: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10:,} MiB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
