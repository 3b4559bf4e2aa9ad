"""Export from large containers, and look into them: how long it takes beside indexing them.

``python -m tests.benchmarks.containers FOLDER [--items N] [--big MIB] [KIND ...]`` makes an mbox, zip, 7z, tar, tgz,
pst and olm of N mails each in FOLDER, indexes each and exports all its items; with ``--big`` each holds so many MiB,
and items at its end, start and middle are opened one after the other.
"""

from __future__ import annotations

import argparse
import random
import shutil
import tarfile
import time
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import py7zr

from tests.benchmarks.measure import measure, triage
from tests.parsers.mail_builders import item
from tests.records import mail, scope
from tests.writers.olm import ACCOUNT, address, field, holder, listed
from tests.writers.pst import PstBuilder
from triage.case import Case
from triage.scope import ledger

WORDS = [f"{a}{b}{c}" for a in ("har", "os", "ke", "lun", "ree") for b in ("ve", "pr", "st", "ba") for c in "abcdefgh"]


def bodies(count: int, size: int) -> Iterator[tuple[str, str]]:
    """Yield a subject and a body of about ``size`` characters for each mail, the same every time."""
    draw = random.Random(18)
    pages = ["\n".join(" ".join(draw.choices(WORDS, k=11)) for _ in range(size // 55)) for _ in range(50)]
    for number in range(count):
        yield f"Subject {number} {draw.choice(WORDS)}", f"Number {number}\n{pages[number % 50]}\n"


def mails(count: int, size: int) -> Iterator[bytes]:
    """Yield the mails as files, every tenth with an attachment."""
    for number, (subject, body) in enumerate(bodies(count, size)):
        date = time.strftime("%a, %d %b %Y %H:%M:%S +0000", time.gmtime(1_600_000_000 + number * 7919 % 10**7))
        yield mail(subject, body, message_id=f"<{number}@orrin.example>", date=date)


def make(path: Path, count: int, size: int) -> None:
    """Write a container; its ending says which."""
    kind = path.suffix[1:]
    if kind == "mbox":
        with path.open("wb") as out:
            for data in mails(count, size):
                out.write(b"From dana@orrin.example Tue May  2 10:20:30 2023\n" + data + b"\n")
    elif kind == "zip":
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
            for number, data in enumerate(mails(count, size)):
                archive.writestr(f"inbox/{number:06d}.eml", data)
    elif kind == "7z":
        with py7zr.SevenZipFile(path, "w", filters=[{"id": py7zr.FILTER_LZMA2, "preset": 1}]) as packed:
            for number, data in enumerate(mails(count, size)):
                packed.writef(BytesIO(data), f"inbox/{number:06d}.eml")
    elif kind in ("tar", "tgz"):
        with tarfile.open(path, "w") if kind == "tar" else tarfile.open(path, "w:gz", compresslevel=1) as tape:
            for number, data in enumerate(mails(count, size)):
                header = tarfile.TarInfo(f"inbox/{number:06d}.eml")
                header.size = len(data)
                tape.addfile(header, BytesIO(data))
    elif kind == "pst":
        made = PstBuilder()
        made.folder(0x122, "", 0x122)
        for number, (subject, body) in enumerate(bodies(count, size // 2)):
            if number % 300 == 0:
                folder = made.folder(0x8022 + number // 300 * 32, f"Inbox {number // 300}", 0x122)
            bag = item(subject, body)
            bag.attachments.clear()
            made.message(bag, folder)
        path.write_bytes(made.build())
    else:
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
            for number, (subject, body) in enumerate(bodies(count, size)):
                sender = holder("OPFMessageCopyFromAddresses", address("Dana", "dana@orrin.example"))
                fields = (field("OPFMessageCopySubject", subject), field("OPFMessageCopyBody", body), sender)
                name = f"{ACCOUNT}/com.microsoft.__Messages/Inbox/message_{number:05d}.xml"
                archive.writestr(name, listed("email", fields))


def opens(path: Path) -> int:
    """Return how many opens a ledger holds."""
    return sum(line["e"] == "open" for line in ledger.read(path)) if path.exists() else 0


def exported(folder: Path, kind: str, count: int) -> str:
    """Index a container and export everything in it; return a line of figures."""
    case = indexed_case(folder, kind, count, 3000)
    index = measure(triage("index", case))
    before = opens(case / "ledger.jsonl")
    out = folder / f"{kind}-out"
    export = measure(triage("export", case, out, "--query", "*", "--reviewer", "Bench"))
    natives = len(list((out / "natives").iterdir()))
    shutil.rmtree(out)
    times = f"indexed in {index.wall:.1f} s, exported in {export.wall:.1f} s: {export.wall / index.wall:.2f} times"
    cpu = f"own processor time {index.cpu:.1f} and {export.cpu:.1f} s, peak {export.peak_mb:.0f} MiB"
    return f"{kind}: {times} ({natives} natives, {opens(case / 'ledger.jsonl') - before} opens; {cpu})"


def indexed_case(folder: Path, kind: str, count: int, size: int) -> Path:
    """Make a container and a case over it that isn't indexed yet; return the case's folder."""
    root = folder / kind
    root.mkdir(parents=True, exist_ok=True)
    if not (path := root / f"box.{kind}").exists():
        make(path, count, size)
    case = folder / f"{kind}-case"
    shutil.rmtree(case, ignore_errors=True)
    Case.create(case, scope(root)).close()
    return case


def viewed(folder: Path, kind: str, size: int) -> str:
    """Open items of a container of so many MiB one after the other; return a line of figures."""
    folder = indexed_case(folder, kind, 8 * size, 1 << 17)
    with Case.open(folder) as case:
        case.index()
        nos = sorted(no for no in case.search.run("*").nos if case.search.item(no).member)
        times = []
        for at in (-1, 0, len(nos) // 2, len(nos) // 2 + 1, -2, 5):
            began = time.monotonic()
            case.originals.read_bytes(nos[at], 0, 100, "Bench")
            times.append(f"{time.monotonic() - began:.2f}")
        case.originals.close()
    size = next((folder.parent / kind).iterdir()).stat().st_size >> 20
    views = opens(folder / "views.jsonl")
    return f"{kind} of {size} MiB, {len(nos)} items: opened in {', '.join(times)} s ({views} opens)"


def main() -> None:
    """Make, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("kinds", nargs="*", default=["mbox", "zip", "7z", "tar", "tgz", "pst", "olm"])
    parser.add_argument("--items", type=int, default=10_000)
    parser.add_argument("--big", type=int, default=0)
    args = parser.parse_args()
    for kind in args.kinds:
        folder = args.folder.absolute()
        print(viewed(folder, kind, args.big) if args.big else exported(folder, kind, args.items), flush=True)


if __name__ == "__main__":
    main()
