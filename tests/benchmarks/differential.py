"""Words that LibreOffice or pdftotext reads and we don't: ``python -m tests.benchmarks.differential FOLDER``.

Every docx, xlsx, pptx, odt, ods, odp, rtf, doc, xls, ppt and pdf below FOLDER is read by both. Word processing
documents are turned into text, spreadsheets into CSV of all sheets, slides into PDF and that into text. Distinct words
of each file are compared, folded as the index folds them; a file that only one of the two can open is named and not
counted. Needs Debian's libreoffice-{writer,calc,impress}-nogui and poppler-utils.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from triage.sandbox.pool import Pool
from triage.sandbox.wire import Job, Part
from triage.settings import Settings
from triage.text import words

TEXT = ("docx", "docm", "odt", "rtf", "doc")
SHEETS = ("xlsx", "xlsm", "xls", "ods", "xlsb")
SLIDES = ("pptx", "ppt", "odp")
_CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
_BATCH = 20


def ours(paths: list[Path]) -> dict[Path, set[str]]:
    """Return the words that our readers find in each file, its children included."""
    found: dict[Path, set[str]] = {path: set() for path in paths}
    todo, pool = list(enumerate(paths)), Pool(Settings())
    while todo or pool.busy:
        while todo and pool.room:
            number, path = todo.pop(0)
            pool.submit(Job(number, path.name, path.read_bytes()))
        for reply in pool.replies():
            if isinstance(reply, Part):
                into = found[paths[reply.job]]
                for _, text in [*reply.segments, ("", f"{reply.subject} {reply.name}")]:
                    into.update(words(text))
    pool.close()
    return found


def office(paths: list[Path], to: str, folder: Path) -> None:
    """Convert files with LibreOffice, a few in one go; what it can't open in time is left out."""
    for at in range(0, len(paths), _BATCH):
        batch = [str(p) for p in paths[at : at + _BATCH]]
        profile = f"-env:UserInstallation=file://{folder}/profile"
        command = ["soffice", profile, "--headless", "--norestore", "--convert-to", to, "--outdir", str(folder)]
        try:
            subprocess.run([*command, *batch], capture_output=True, timeout=180, check=False)
        except subprocess.TimeoutExpired:
            for one in batch:
                try:
                    subprocess.run([*command, one], capture_output=True, timeout=30, check=False)
                except subprocess.TimeoutExpired:
                    print(f"no answer from LibreOffice\t{one}", file=sys.stderr)


def pdf_text(path: Path) -> str:
    """Return what pdftotext prints for a PDF."""
    try:
        done = subprocess.run(["pdftotext", "-q", str(path), "-"], capture_output=True, timeout=60, check=False)
    except subprocess.TimeoutExpired:
        return ""
    return done.stdout.decode("utf-8", "replace")


def theirs(paths: list[Path], work: Path) -> dict[Path, set[str]]:
    """Return the words that the other program finds in each file that it can open."""
    found: dict[Path, set[str]] = {}
    copies: dict[str, Path] = {}
    for number, path in enumerate(paths):
        copy = work / f"n{number:05}{path.suffix.lower()}"
        shutil.copy(path, copy)
        copies[copy.stem] = path
    for endings, to in ((TEXT, "txt:Text (encoded):UTF8"), (SHEETS, _CSV), (SLIDES, "pdf")):
        office([p for p in sorted(work.iterdir()) if p.suffix[1:] in endings], to, work)
    for made in sorted(work.iterdir()):
        stem = made.stem.partition("-")[0]
        original = copies.get(stem)
        if original is None or (made.suffix == original.suffix.lower() != ".pdf"):
            continue
        text = pdf_text(made) if made.suffix == ".pdf" else made.read_text("utf-8", "replace")
        found.setdefault(original, set()).update(words(text))
    return found


def main() -> int:
    """Compare and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--list", type=Path, help="write every file with its missing words here")
    parser.add_argument("--only", default="", help="only this ending")
    args = parser.parse_args()
    endings = {"pdf", *TEXT, *SHEETS, *SLIDES} if not args.only else {args.only}
    paths = sorted(p for p in args.folder.rglob("*") if p.suffix[1:].lower() in endings and p.is_file())
    mine = ours(paths)
    with tempfile.TemporaryDirectory() as work:
        other = theirs(paths, Path(work))
    lines, totals = [], dict[str, list[int]]()
    for path in paths:
        seen = other.get(path, set())
        missing = seen - mine[path]
        count = totals.setdefault(path.suffix[1:].lower(), [0, 0, 0])
        count[0] += 1
        count[1] += len(seen)
        count[2] += len(missing)
        if missing:
            lines.append((len(missing), len(seen), str(path.relative_to(args.folder)), sorted(missing)[:40]))
    for ending, (files, seen_words, lost) in sorted(totals.items()):
        print(f"{ending:<6}{files:>5} files {seen_words:>9,} words {lost:>7,} missing {lost / max(1, seen_words):8.3%}")
    seen_all, lost_all = sum(t[1] for t in totals.values()), sum(t[2] for t in totals.values())
    print(f"all   {len(paths):>5} files {seen_all:>9,} words {lost_all:>7,} missing {lost_all / max(1, seen_all):8.3%}")
    if args.list:
        rows = [f"{lost}\t{seen}\t{name}\t{' '.join(some)}" for lost, seen, name, some in sorted(lines, reverse=True)]
        args.list.write_text("\n".join(rows) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
