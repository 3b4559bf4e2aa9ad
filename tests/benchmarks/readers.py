"""Files, and PDF pages, that one core reads in a second: ``python -m tests.benchmarks.readers [FOLDER]``.

First come ordinary papers, which are made anew (``ordinary``), and with ``--office`` what LibreOffice makes of them;
then, where FOLDER is given, all that lies in it. Every docx, pdf, msg and eml is read in this process as a reader reads
it (children, hashes and folding included), and CPU time is counted, not time spent waiting for others. A first pass
isn't counted: a reader process loads its libraries once and lives long. Of the others each item's best time counts, as
a shared machine only ever adds to it. Each pass goes over all kinds, so that a slow minute of the machine isn't that of
one kind.

A mail with a workbook attached takes the time of a mail and of a workbook. So beside the rate of the files stands that
of the format alone: all its items in them, attached ones too, by the time spent in them without what lies in them; of
PDFs every page that was read, those of earlier revisions too.

Bench files of test suites are odd: a file of 872 pages, or one whose key takes a hundred thousand rounds, costs more
than fifty letters. So some figures stand beside each other: all files; all but the slowest hundredth; all Word
documents but the encrypted; and the middle file. With ``--mail`` the same is told of a folder of ordinary mail, one
message in each file, thinned to some thousands. With ``--beside`` a plain library (``plainlibraries``) reads them
right after ours in each pass, and the times for what both can read are told as a ratio: machines differ, and change
their pace. The rates hold the time, too, in which a reader looks for cycles between files.

Pictures aren't recognised unless ``--ocr`` is given: recognition takes seconds for a page and would hide all else.
"""

from __future__ import annotations

import argparse
import gc
import math
import resource
import signal
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from tests.benchmarks import ordinary, plainlibraries
from triage.model.items import Child, Extract
from triage.parsers.kit import charset
from triage.parsers.kit.contract import Context, Data
from triage.parsers.pdf import reader
from triage.sandbox.child.worker import (
    TOP,
    Cycles,
    SourceReading,
    TooSlowError,
    Way,
    collect_garbage_rarely,
    keep_freed_memory,
)
from triage.sandbox.wire import Job, Reply
from triage.settings import Settings

_MOST_MAILS = 3000
_COMPOUND = b"\xd0\xcf\x11\xe0"
"""What an encrypted Word document begins with: it is a compound file, and its key takes a hundred thousand rounds."""


_KINDS = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": reader.TYPE,
    "msg": "application/vnd.ms-outlook",
    "eml": "message/rfc822",
}
"""Endings of the files that are timed, and the type of their own items."""


@dataclass
class Item:
    """What one item took: its type, the pages of PDF that were read in it, and seconds without what lies in it."""

    type: str = ""
    pages: int = 0
    seconds: float = 0.0


def ignore(reply: Reply) -> None:
    """Take a reply and forget it."""


def too_slow(*_: object) -> None:
    raise TooSlowError


class Apart(SourceReading):
    """A job that tells of each item apart what it took, in the order in which they begin: ``items``."""

    def __init__(self, job: Job, settings: Settings) -> None:
        super().__init__(job, settings, ignore)
        self.items: list[Item] = []
        self._open: list[Item] = []
        self._since = 0.0

    def read(self, data: Data, name: str, declared: str, way: Way = TOP, given: Child | None = None) -> None:
        """Read as a reader does; the clock of the item around it stands still meanwhile."""
        if self._open:
            self._open[-1].seconds += time.process_time() - self._since
        self._open.append(Item())
        self.items.append(self._open[-1])
        self._since = time.process_time()
        super().read(data, name, declared, way, given)
        self._open.pop().seconds += time.process_time() - self._since
        self._since = time.process_time()

    def extract(self, data: Data, context: Context) -> Extract:
        before = _counted_pages[0]
        extract = super().extract(data, context)
        self._open[-1].type, self._open[-1].pages = extract.type, _counted_pages[0] - before
        return extract


_counted_pages = [0]
_page_text = reader.page_text


def _counting(*args: object) -> object:
    _counted_pages[0] += 1
    return _page_text(*args)  # type: ignore[arg-type]


class Race:
    """The files of one kind in one place, read pass after pass.

    ``items`` has those of each file, the first being the file itself; ``beside`` has the time of the plain library for
    each file, None where it wasn't asked or can't read it; ``tidying`` is the time in which a reader looks for cycles
    between files.
    """

    def __init__(self, title: str, kind: str, paths: list[Path], compared: bool) -> None:
        self.title, self.kind, self.paths = title, kind, paths
        self.items: list[list[Item]] = [[] for _ in paths]
        self.beside: list[float | None] = [None for _ in paths]
        self.tidying = math.inf
        self._compared = compared
        self._passes = 0

    def run(self) -> None:
        """Read every file once more; of each item the shortest time is kept, that of the first pass not."""
        charset._detected_before.cache_clear()  # a file's own cost, not that of reading it again
        cycles, tidying = Cycles(), 0.0
        for number, path in enumerate(self.paths):
            reading, data = Apart(Job(number, path.name), Settings()), path.read_bytes()
            reading.read(data, path.name, "")
            since = time.process_time()
            cycles.watch(len(data), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
            tidying += time.process_time() - since
            if self._passes < 2:
                self.items[number] = reading.items
            for item, again in zip(self.items[number], reading.items, strict=True):
                item.seconds = min(item.seconds, again.seconds)
        self._passes += 1
        self.tidying = min(self.tidying, tidying)
        if self._compared:
            self._run_beside()

    def _run_beside(self) -> None:
        for number, path in enumerate(self.paths):
            if (other := plainlibraries.seconds(self.kind, path.read_bytes())) is not None:
                self.beside[number] = min(other, self.beside[number] or other)
        gc.collect()

    def tell(self) -> None:
        if not self.paths:
            print(f"{self.title}: no files")
            return
        kind, spent = self.kind, [sum(item.seconds for item in items) for items in self.items]
        weights = [items[0].pages if kind == "pdf" else 1 for items in self.items]
        unit = "pages" if kind == "pdf" else kind
        order = sorted(range(len(spent)), key=lambda n: -spent[n])
        usual = order[max(1, len(order) // 100) :]
        open_ones = [n for n in order if kind != "docx" or not self.paths[n].read_bytes().startswith(_COMPOUND)]
        print(f"{self.title}: {len(order):,} files, {sum(spent) + self.tidying:.2f} s")
        for name, numbers in (
            ("all files", order),
            (f"without the slowest {len(order) - len(usual)}", usual),
            (f"without the encrypted {len(order) - len(open_ones)}", open_ones),
        ):
            if name == "all files" or len(numbers) < len(order):
                _rate(name, unit, sum(weights[n] for n in numbers), sum(spent[n] for n in numbers) + self.tidying)
        own = [item for items in self.items for item in items if item.type == _KINDS[kind]]
        count = sum(item.pages for item in own) if kind == "pdf" else len(own)
        _rate(f"of the format alone, {len(own):,} items", unit, count, sum(item.seconds for item in own))
        if both := [(own, other) for own, other in zip(spent, self.beside, strict=True) if other]:
            ratio = sum(own for own, _ in both) / sum(other for _, other in both)
            name = f"beside {plainlibraries.LIBRARIES[kind][0]}, {len(both):,} files"
            print(f"    {name:<38}{1 / ratio:>10.2f} times as fast")
        print(f"    {'the middle file takes':<38}{median(spent) * 1000:>10.2f} ms")
        for number in order[:3]:
            share = spent[number] / sum(spent)
            print(f"    {share:>6.0%} of the time for {self.paths[number].name} ({spent[number] * 1000:,.0f} ms)")


def _rate(name: str, unit: str, count: int, seconds: float) -> None:
    print(f"    {name:<38}{count / max(1e-9, seconds):>8,.0f} {unit}/s")


def races(title: str, folder: Path, compared: bool) -> list[Race]:
    found = {kind: sorted(p for p in folder.rglob(f"*.{kind}") if p.is_file()) for kind in _KINDS}
    return [Race(f"{title} {kind}", kind, paths, compared) for kind, paths in found.items()]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", help="files of all kinds")
    parser.add_argument("--papers", type=int, default=200, help="ordinary papers of each kind (default: 200)")
    parser.add_argument("--mail", type=Path, help="a folder of ordinary mail, one message in each file")
    parser.add_argument("--passes", type=int, default=3, help="passes that are counted (default: 3)")
    parser.add_argument("--ocr", action="store_true", help="recognise pictures where the extra is installed")
    parser.add_argument("--office", action="store_true", help="ordinary papers as LibreOffice writes them, too")
    parser.add_argument("--beside", action="store_true", help="time a plain library on the same files, too")
    options = parser.parse_args()
    if not options.ocr:
        sys.modules["tesserocr"] = None  # type: ignore[assignment]  # as if the extra weren't installed
    signal.signal(signal.SIGALRM, too_slow)
    reader.page_text = _counting  # type: ignore[assignment]
    with tempfile.TemporaryDirectory() as made:
        ordinary.write(Path(made), options.papers)
        collect_garbage_rarely()
        keep_freed_memory()
        field = races("ordinary", Path(made), options.beside)
        for kind in ("docx", "pdf") if options.office else ():
            written = ordinary.rewritten(Path(made), kind)
            field.append(Race(f"LibreOffice's {kind}", kind, written, options.beside))
        if options.folder:
            field += races("odd", options.folder, options.beside)
        if options.mail:
            found = sorted(p for p in options.mail.rglob("*") if p.is_file())
            field.append(Race("ordinary mail", "eml", found[:: 1 + len(found) // _MOST_MAILS], options.beside))
        for race in field * (1 + options.passes):
            race.run()
        for race in field:
            race.tell()
    print(f"The largest the process became: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10:,} MiB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
