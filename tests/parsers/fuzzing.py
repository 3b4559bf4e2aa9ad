"""Damaged files by a seed: bit flips, truncations and splices over the sample records, read by real readers.

``python -m tests.parsers.fuzzing [COUNT] [SEED]`` reads twenty thousand. Exit code 1 where any went wrong.
"""

from __future__ import annotations

import random
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from triage.errors import PROBLEM_CODES
from triage.sandbox.parent.pool import Pool
from triage.sandbox.wire import Done, Job, Late, Part
from triage.settings import Settings

FILES = Path(__file__).parent.parent.parent / "sample_corpus" / "files"
LARGEST = 200_000


def samples() -> list[tuple[str, bytes]]:
    """Return one or more files of every format among the sample records, sorted by name."""
    paths = sorted(p for p in FILES.rglob("*") if p.is_file() and 0 < p.stat().st_size <= LARGEST)
    return [(p.name, p.read_bytes()) for p in paths]


def _flip(rng: random.Random, data: bytes, other: bytes) -> bytes:
    out = bytearray(data)
    for _ in range(rng.choice((1, 3, 20, 200))):
        out[rng.randrange(len(out))] ^= 1 << rng.randrange(8)
    return bytes(out)


def _truncate(rng: random.Random, data: bytes, other: bytes) -> bytes:
    return data[: rng.randrange(len(data))]


def _splice(rng: random.Random, data: bytes, other: bytes) -> bytes:
    a, b = rng.randrange(len(data)), rng.randrange(len(other))
    piece = other[b : b + rng.randrange(1, 4000)]
    return data[:a] + piece + data[a + rng.choice((0, len(piece))) :]


def _repeat(rng: random.Random, data: bytes, other: bytes) -> bytes:
    a = rng.randrange(len(data))
    return data[:a] + data[a : a + rng.randrange(1, 200)] * rng.choice((2, 50, 1000)) + data[a:]


MUTATIONS = (_flip, _flip, _truncate, _splice, _repeat)


def cases(count: int, seed: int) -> Iterator[tuple[str, bytes]]:
    """Yield ``count`` damaged files with what was done to them; the same for the same seed."""
    rng = random.Random(seed)
    files = samples()
    for number in range(count):
        name, data = files[number % len(files)]
        mutation = rng.choice(MUTATIONS)
        yield f"{number} {mutation.__name__[1:]} {name}", mutation(rng, data, rng.choice(files)[1])


@dataclass
class Outcome:
    """What became of the cases: how many were read, Problems by code, readers that died, and what went wrong."""

    read: int = 0
    items: int = 0
    codes: Counter[str] = field(default_factory=Counter)
    deaths: int = 0
    wrong: list[str] = field(default_factory=list)


def run(count: int, seed: int, settings: Settings) -> Outcome:
    """Read the cases; ``wrong`` names each that ended without an answer, or lost its content without a word."""
    outcome, pool = Outcome(), Pool(settings)
    open_jobs: dict[int, tuple[str, bytes, list[Part | Late]]] = {}
    todo = enumerate(cases(count, seed))
    more = True
    try:
        while more or pool.busy:
            while more and pool.room:
                number, (label, data) = next(todo, (-1, ("", b"")))
                more = number >= 0
                if more:
                    open_jobs[number] = (label, data, [])
                    pool.submit(Job(number, label.rpartition(" ")[2], data))
            for reply in pool.replies():
                if isinstance(reply, Part | Late):
                    open_jobs[reply.job][2].append(reply)
                elif isinstance(reply, Done):
                    _judge(outcome, *open_jobs.pop(reply.job))
    finally:
        outcome.deaths = pool.deaths
        pool.close()
    outcome.wrong += [f"{label}: no answer" for label, _, _ in open_jobs.values()]
    return outcome


def _judge(outcome: Outcome, label: str, data: bytes, replies: list[Part | Late]) -> None:
    parts = [r for r in replies if isinstance(r, Part)]
    troubles = [code for r in replies for code, _ in r.troubles]
    outcome.read += 1
    outcome.items += len(parts)
    outcome.codes.update(troubles)
    if not parts or parts[0].member:
        outcome.wrong.append(f"{label}: the file itself became no item")
    elif not troubles and not any(map(_content, parts)) and data.strip():
        outcome.wrong.append(f"{label}: no text, no problem ({parts[0].type})")
    if any(code not in PROBLEM_CODES or code == "internal" for code in troubles):
        outcome.wrong.append(f"{label}: a defect of ours: {[t for r in replies for t in r.troubles]}")


def _content(part: Part) -> bool:
    """Whether anything of an item can be searched; a mail cut off in its header still has its header fields."""
    heads = (part.subject, part.sender, *part.to, part.date_raw, part.message_id, *part.references)
    return any(text.strip() for text in (*heads, *(text for _, text in part.segments)))


def main() -> int:
    """Print how many were read, the Problems by code, readers that died, and every case that went wrong."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    start = time.monotonic()
    outcome = run(count, seed, Settings(limit_seconds=20))
    seconds = time.monotonic() - start
    print(f"{outcome.read:,} damaged files, {outcome.items:,} items, {seconds:.0f} s, {outcome.deaths} readers died")
    print(", ".join(f"{code} {n:,}" for code, n in outcome.codes.most_common()))
    print("\n".join(outcome.wrong) or "nothing went wrong")
    return 1 if outcome.wrong or outcome.deaths else 0


if __name__ == "__main__":
    sys.exit(main())
