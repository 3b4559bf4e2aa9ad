"""Words that another reader finds and we don't: ``python -m tests.benchmarks.differential FOLDER``.

Every docx, xlsx, pptx, odt, ods, odp, rtf, doc, xls, ppt and pdf below FOLDER is read by us and by LibreOffice or
pdftotext, every eml and msg by us and by Python's email package or extract-msg. Distinct words of each
file are compared, folded as the index folds them. The total is stated for the kinds in NAMED, the others stand beside
it. The same bytes under several names are counted once. What the other program can't open, or doesn't in time, is
named and not counted; what we can't open is counted as missing with all its words. A placeholder that rights
management shows in place of the content is no content: we report it, and it isn't counted either.

A missing word is counted as "cut otherwise", not as missing, where the same characters in the same order stand in our
text with the blanks elsewhere: theirs ``nonlinear`` and ours ``non-linear``, theirs ``optimizati on`` and ours
``optimization``. Both ends must be ends of words of ours, at least four characters must agree, and every place where
the other reader has the word must agree in this way. They are printed apart, so that nothing is hidden.

``explained.tsv`` beside this module lists files of public test suites with the number of missing words that were looked
into and the reason; at most so many are taken off. What is left is compared with LIMIT for each of the kinds in NAMED.

Needs Debian's libreoffice-{writer,calc,impress}-nogui and poppler-utils.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import accumulate
from pathlib import Path

from tests.benchmarks.otherreaders import MAIL, SHEETS, SLIDES, TEXT, read
from triage.sandbox.parent.pool import Pool
from triage.sandbox.wire import Job, Part
from triage.settings import Settings
from triage.text import words

EXPLAINED = Path(__file__).with_name("explained.tsv")
LIMIT = 0.0015
NAMED = ("docx", "xlsx", "xlsb", "pptx", "odt", "rtf", "doc", "xls", "ppt", "pdf", "eml", "msg")
"""The kinds that the total is stated for; the others are measured beside it."""
_REACH = 12
_SHORTEST = 4


@dataclass(slots=True)
class Count:
    files: int = 0
    words: int = 0
    cut: int = 0
    missing: int = 0
    explained: int = 0
    lines: list[tuple[int, int, str, list[str], list[str]]] = field(default_factory=list)

    def add(self, other: Count) -> None:
        self.files += other.files
        self.words += other.words
        self.cut += other.cut
        self.missing += other.missing
        self.explained += other.explained

    @property
    def left(self) -> float:
        """The share of words that are missing without an explanation."""
        return (self.missing - self.explained) / max(1, self.words)

    def shown(self, name: str) -> str:
        all_words = max(1, self.words)
        return (
            f"{name:<6}{self.files:>5} files {self.words:>9,} words {self.missing + self.cut:>7,} not as words"
            f" {(self.missing + self.cut) / all_words:8.3%}, {self.cut:>6,} of them cut otherwise;"
            f" {self.missing:>6,} missing {self.missing / all_words:8.3%},"
            f" {self.explained:>5,} of them explained; left {self.left:8.3%}"
        )


def explained() -> dict[tuple[str, str], int]:
    """Return how many missing words are explained at most, by kind and name of the file."""
    rows = (line.split("\t") for line in EXPLAINED.read_text("utf-8").splitlines() if not line.startswith("#"))
    return {(kind, name): int(most) for kind, name, most, _ in rows}


def ours(paths: list[Path]) -> tuple[dict[Path, list[str]], set[Path]]:
    """Return our words of each file, its children included, in order; and the files whose content rights hold back."""
    found: dict[Path, list[str]] = {path: [] for path in paths}
    withheld: set[Path] = set()
    todo, pool = list(enumerate(paths)), Pool(Settings())
    while todo or pool.busy:
        while todo and pool.room:
            number, path = todo.pop(0)
            pool.submit(Job(number, path.name, path.read_bytes()))
        for reply in pool.replies():
            if isinstance(reply, Part):
                heads = (reply.subject, reply.name, reply.sender, *reply.to, *reply.cc, *reply.bcc)
                for text in (*(text for _, text in reply.segments), *heads):
                    found[paths[reply.job]].extend(words(text))
                if any(code == "rights-protected" for code, _ in reply.troubles):
                    withheld.add(paths[reply.job])
    pool.close()
    return found, withheld


class Stream:
    """Our words of a file without the blanks, to find words that were cut otherwise."""

    def __init__(self, stream: list[str]) -> None:
        self._text = "".join(stream)
        self._ends = {0, *accumulate(map(len, stream))}

    def holds(self, run: str) -> bool:
        """Whether these characters stand in the text from the beginning of a word to the end of one."""
        at = self._text.find(run)
        while at >= 0:
            if at in self._ends and at + len(run) in self._ends:
                return True
            at = self._text.find(run, at + 1)
        return False


def _windows(stream: list[str], at: int) -> Iterator[str]:
    for size in range(1, _REACH + 1):
        for start in range(max(0, at - size + 1), at + 1):
            yield "".join(stream[start : start + size])


def cut_otherwise(missing: set[str], theirs: list[str], mine: Stream) -> set[str]:
    """Return those missing words that stand in our text with the blanks elsewhere, wherever they stand in theirs."""
    places: dict[str, list[int]] = {}
    for at, word in enumerate(theirs):
        if word in missing:
            places.setdefault(word, []).append(at)
    return {
        word
        for word, where in places.items()
        if all(any(len(w) >= _SHORTEST and mine.holds(w) for w in _windows(theirs, at)) for at in where[:20])
    }


def compare(paths: list[Path], folder: Path, kept: Path) -> tuple[dict[str, Count], list[str]]:
    mine, withheld = ours(paths)
    with tempfile.TemporaryDirectory() as work:
        other = read(paths, kept, Path(work))
    counts: dict[str, Count] = {}
    known = explained()
    alone = []
    for path in paths:
        text, name = other[path], str(path.relative_to(folder))
        if text is None or path in withheld:
            alone.append(f"{'not opened by the other one' if text is None else 'rights management'}\t{name}")
            continue
        theirs = words(text)
        missing = set(theirs) - set(mine[path])
        cut = cut_otherwise(missing, theirs, Stream(mine[path]))
        kind, lost = path.suffix[1:].lower(), len(missing - cut)
        count = counts.setdefault(kind, Count())
        count.add(Count(1, len(set(theirs)), len(cut), lost, min(lost, known.get((kind, path.name), 0))))
        if missing:
            some = sorted(missing - cut)
            count.lines.append((len(some), len(set(theirs)), name, some, sorted(cut)))
    return counts, alone


def distinct(folder: Path, endings: set[str]) -> list[Path]:
    """Return the files of these kinds, each content once."""
    paths = sorted(p for p in folder.rglob("*") if p.suffix[1:].lower() in endings and p.is_file())
    seen: dict[bytes, Path] = {}
    for path in paths:
        seen.setdefault(path.read_bytes(), path)
    return sorted(seen.values())


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument(
        "--list", type=Path, help="write here by file: missing, all, name, missing words, cut otherwise"
    )
    parser.add_argument("--only", default="", help="only these endings, separated by commas")
    parser.add_argument("--keep", type=Path, help="keep the other programs' texts here for the next run")
    args = parser.parse_args()
    endings = set(args.only.split(",")) if args.only else {"pdf", *TEXT, *SHEETS, *SLIDES, *MAIL}
    with tempfile.TemporaryDirectory() as passing:
        kept = args.keep or Path(passing)
        kept.mkdir(parents=True, exist_ok=True)
        counts, alone = compare(distinct(args.folder, endings), args.folder, kept)
    total, rest = Count(), Count()
    for ending in sorted(counts):
        (total if ending in NAMED else rest).add(counts[ending])
        print(counts[ending].shown(ending))
    print(total.shown("named"), rest.shown("rest"), sep="\n")
    over = [ending for ending in NAMED if ending in counts and counts[ending].left > LIMIT]
    print(f"over {LIMIT:.2%}: {', '.join(over) or 'none'}")
    print(f"{len(alone)} files that are not counted", *alone, sep="\n  ")
    if args.list:
        lines = sorted((line for count in counts.values() for line in count.lines), reverse=True)
        rows = [f"{lost}\t{seen}\t{name}\t{' '.join(some)}\t{' '.join(cut)}" for lost, seen, name, some, cut in lines]
        args.list.write_text("\n".join(rows) + "\n", "utf-8")
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main())
