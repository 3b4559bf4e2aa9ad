"""A thousand redactions: whether anything that was cut can be found in what leaves, by any means at hand.

``python -m tests.benchmarks.redacting FOLDER [--count 1000]``: makes records, half of them mails and half PDFs, each
with secret words that nothing else has; redacts and produces them as Group IV TIFF; then looks for the words in every
byte, in what strings and pdftotext find, in names of files, and in what tesseract reads off the pages, each where it is
installed. A black box that was merely drawn over words is searched in the same way, as control: it must be caught.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path
from random import Random

from tests.records import case_of
from triage.export.production.simple_pdf import pdf, words
from triage.model.items import Item
from triage.model.passages import MarkedPassage
from triage.model.redactions import Redaction

PROTOCOL = 'name = "Redacted"\nvolume = "VOL001"\nprefix = "ORR"\nquery = "heron"\nimages = "tiff"\n'
_SYLLABLES = ("ba", "de", "ki", "lo", "mu", "na", "pe", "ri", "so", "tu", "va", "ze")
_BOX = b"0 g 70 640 400 40 re f\n"
_READ_AT_ONCE = 40


def secret(random: Random) -> str:
    """Return two words that nobody uses."""
    return " ".join("".join(random.choices(_SYLLABLES, k=5)) for _ in range(2))


def record(at: int, hidden: str) -> tuple[str, bytes]:
    """Return a record's path and bytes: a mail or a PDF that says the hidden words twice."""
    if at % 2:
        page = words("H", 20, 80, 700, f"heron {at}") + words("H", 20, 80, 650, f"of {hidden} today")
        return f"dana/{at:05d}.pdf", pdf([page, words("H", 14, 80, 300, f"{hidden.upper()} again")])
    message = EmailMessage()
    message["From"], message["Subject"] = "dana@orrin.example", f"about {hidden}"
    message["Message-ID"] = f"<{at}@orrin.example>"
    message.set_content(f"the heron {at}\nand {hidden} met\nnobody said {hidden.title()}\n")
    return f"dana/{at:05d}.eml", bytes(message)


def main() -> int:
    """Print what was found, and return 1 where anything was, or the control was not."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--count", type=int, default=1000)
    args = parser.parse_args()
    random = Random(7)
    hidden = [secret(random) for _ in range(args.count)]
    args.folder.mkdir(parents=True)
    with case_of(args.folder, dict(record(at, one) for at, one in enumerate(hidden))) as case:
        started = time.process_time()
        for one in hidden:
            (no,) = case.search.run(f'"{one}"').nos
            case.decisions.passages.redactions.redact(
                no, [Redaction("Privilege", _passage(case.search.item(no), one))], "Rae", "key"
            )
        report = case.export.productions.produce(args.folder / "out", PROTOCOL, "Rae")
    print(
        f"{report.treatments}, missing {len(report.missing)}, {time.process_time() - started:.0f} s CPU of the parent"
    )
    found = list(_found(args.folder / "out", hidden))
    control = args.folder / "control"
    control.mkdir()
    (control / "box.pdf").write_bytes(pdf([words("H", 20, 80, 650, hidden[0]) + _BOX]))
    caught = list(_found(control, hidden[:1]))
    print(f"{len(hidden):,} redactions: found {len(found)} {found[:5]}; control {'caught' if caught else 'NOT caught'}")
    return int(bool(found) or not caught)


def _passage(item: Item, text: str) -> MarkedPassage:
    for at, segment in enumerate(item.segments):
        if (start := segment.text.find(text)) >= 0:
            return MarkedPassage(at, start, text)
    raise ValueError(text)


def _found(folder: Path, hidden: list[str]) -> Iterator[str]:
    """Yield where any of the hidden words stands."""
    sought = {word for one in hidden for word in one.split()}
    images = sorted(folder.rglob("*.tif"))
    for path in sorted(one for one in folder.rglob("*") if one.is_file()):
        texts = [path.name, path.read_bytes().decode("latin-1"), *_tools(path)]
        if any(not sought.isdisjoint(_words(text)) for text in texts):
            yield str(path)
    for text in _recognised(images):
        if not sought.isdisjoint(_words(text)):
            yield f"recognised: {text[:80]!r}"


def _tools(path: Path) -> Iterator[str]:
    for command in (["strings", str(path)], ["pdftotext", str(path), "-"] if path.suffix == ".pdf" else []):
        if command and shutil.which(command[0]):
            yield subprocess.run(command, capture_output=True, check=False).stdout.decode("utf-8", "replace")


def _recognised(images: list[Path]) -> Iterator[str]:
    if not images or shutil.which("tesseract") is None:
        return
    read = 0
    for at in range(0, len(images), _READ_AT_ONCE):
        names = "\n".join(map(str, images[at : at + _READ_AT_ONCE]))
        done = subprocess.run(["tesseract", "stdin", "stdout"], input=names.encode(), capture_output=True, check=False)
        read += done.stdout.count(b"\f")
        yield done.stdout.decode("utf-8", "replace")
    print(f"{read:,} pages were recognised")


def _words(text: str) -> set[str]:
    return set("".join(sign if sign.isalnum() else " " for sign in text.lower()).split())


if __name__ == "__main__":
    sys.exit(main())
