"""Senses of words, on mail that you provide: of the lines of an ambiguous word, how many are sorted right by ten marks.

    python -m tests.benchmarks.senses CASE

The words are pairs of words with distinct meanings, of which each stands for two senses of one word (pseudowords:
W. Gale and others, "Work on statistical methods for word sense disambiguation", 1992); neither counts as a word of a
text. *Across* are pairs of different areas, such as "golf" and "tariff", drawn by a seed; *any* are drawn of all words,
"movie" and "golf" among them. *Written* are words that are names where they have a
capital and others where they have none, such as "bill"; the capital itself isn't learned from, and lines in which the
word begins a sentence are left out. Lines that repeat the same words are one; up to 400 of a word are taken, at random.
Ten lines are marked, as they are proposed: four, then two at a time. Accuracy is that of all others: a line is right if
it is on its sense's side of zero. Beside it stands the share of the more frequent sense.
"""

from __future__ import annotations

import hashlib
import random
import re
import sys
import time
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import numpy as np

from triage.case import Case
from triage.case_folder import DATABASE
from triage.insight.features import ItemFeatures, column_of
from triage.insight.senses import AROUND, SenseLines, UsedWord
from triage.insight.topics import Topics
from triage.store.db import Store
from triage.store.derived import names
from triage.text import words

AREAS = {
    "energy": "pipeline tariff turbine storage ferc generator compressor coal nuclear weather",
    "computers": "printer server kernel linux perl spam virus browser mozilla laptop",
    "life": "lunch football wedding hotel baby golf vacation doctor church basketball hospital airport dinner movie"
    " stadium birthday christmas flight tournament beach wine pizza coffee dog car apartment kitchen",
    "money": "lawsuit bond hedge bankruptcy arbitration counterparty pension curve volatility salary mortgage rent",
    "staff": "recruiting resume interview",
}
WRITTEN = (
    "bill mark may sue rich grant chase frank page hunter gray bush rice price king young long brown green white wood"
    " hill love rose joy hope art ray baker fuel sun apple shell pilot".split()
)
_FEWEST, _MOST = 60, 400
_FEWEST_OF_BOTH = 30
_STEPS = (4, 2, 2, 2)
_SEEDS = (1, 2, 3)

Lines = dict[str, list[UsedWord]]
Senses = list[tuple[UsedWord, bool]]


def main(path: str) -> None:
    """Print the figures."""
    with Case.open(Path(path), read_only=True) as case:
        begun = time.process_time()
        features = case.reports.insight.ordering.features()
        assert features is not None
        print(f"features {time.process_time() - begun:.1f} s")
        begun = time.process_time()
        topics = Topics.of(features)
        print(f"topics {time.process_time() - begun:.1f} s of CPU, {topics.points.shape}")
    with closing(Store(Path(path) / DATABASE, write=False)) as store:
        lines = _lines(store)
        written = _written_lines(store)
    _print("written", [_accuracy(uses, topics, features) for uses in written.values()], " ".join(written))
    for name, pair_up in (("across", _across), ("any", _any)):
        for seed in _SEEDS:
            pairs = pair_up(
                [word for area in AREAS.values() for word in area.split() if len(lines[word]) >= _FEWEST], seed
            )
            _print(f"{name} {seed}", [_of_pair(pair, lines, features, topics) for pair in pairs])


def _lines(store: Store) -> Lines:
    known = {word for area in AREAS.values() for word in area.split()}
    lines: Lines = {word: [] for word in known}
    seen = set[tuple[str, ...]]()
    for writing in names.writings(store):
        spelled = words(writing.text)
        for at, word in enumerate(spelled if known.intersection(spelled) else ()):
            if word in known and (near := tuple(spelled[max(0, at - 5) : at + 6])) not in seen:
                seen.add(near)
                before, after = spelled[max(0, at - AROUND) : at][::-1], spelled[at + 1 : at + 1 + AROUND]
                lines[word].append(UsedWord(writing.no, before, after))
    return lines


def _across(known: Sequence[str], seed: int) -> list[tuple[str, str]]:
    area = {word: name for name, listed in AREAS.items() for word in listed.split()}
    waiting = random.Random(seed).sample(known, len(known))
    pairs = []
    while waiting:
        word = waiting.pop()
        other = next((other for other in waiting if area[other] != area[word]), None)
        if other is not None:
            waiting.remove(other)
            pairs.append((word, other))
    return pairs


def _any(known: Sequence[str], seed: int) -> list[tuple[str, str]]:
    mixed = random.Random(seed).sample(known, len(known))
    return list(zip(mixed[::2], mixed[1::2], strict=False))


def _print(name: str, accuracies: Sequence[tuple[float, float]], more: str = "") -> None:
    right, larger = np.array(accuracies).T
    print(
        f"{name}: {len(right)} words, accuracy {right.mean():.3f}, least {right.min():.3f},"
        f" {(right >= 0.9).mean():.0%} at .9 or more; the more frequent sense {larger.mean():.3f} {more}"
    )


def _written_lines(store: Store) -> dict[str, Senses]:
    """Return of each word its lines, and whether each is a name, if there are enough of both."""
    pattern = re.compile(rf"(?<=[a-z,] )(?:{'|'.join(WRITTEN)})\b", re.IGNORECASE)
    found: dict[str, Senses] = {}
    seen = set[tuple[str, ...]]()
    for writing in names.writings(store):
        text = " ".join(writing.text.split())
        for hit in pattern.finditer(text):
            if hit[0][1:].islower():
                before = words(text[max(0, hit.start() - 300) : hit.start()])[::-1]
                after = words(text[hit.end() : hit.end() + 300])
                if (near := (hit[0], *before[:5], "", *after[:5])) not in seen:
                    seen.add(near)
                    use = UsedWord(writing.no, before[:AROUND], after[:AROUND])
                    found.setdefault(hit[0].lower(), []).append((use, hit[0][0].isupper()))
    return {
        word: uses
        for word, uses in sorted(found.items())
        if min(names_ := sum(name for _, name in uses), len(uses) - names_) >= _FEWEST_OF_BOTH
    }


def _of_pair(pair: tuple[str, str], lines: Lines, features: ItemFeatures, topics: Topics) -> tuple[float, float]:
    uses = [(_without(use, pair), word == pair[0]) for word in pair for use in lines[word]]
    return _accuracy(uses, topics.without([column_of(word) for word in pair]), features)


def _accuracy(uses: Senses, topics: Topics, features: ItemFeatures) -> tuple[float, float]:
    """Return the share of lines that are sorted right, and of the more frequent sense."""
    uses = sorted(uses, key=lambda one: hashlib.sha256(repr(one[0]).encode()).hexdigest())[:_MOST]
    truth = np.array([meant for _, meant in uses])
    made = SenseLines([use for use, _ in uses], features, topics)
    marks: dict[int, bool] = {}
    for many in _STEPS:
        marks |= {at: bool(truth[at]) for at in made.propose(marks, (), many)}
    scores = made.scores(marks)
    rest = np.setdiff1d(np.arange(len(truth)), list(marks))
    larger = max(truth.mean(), 1 - truth.mean())
    if scores is None:
        return float((truth[rest] == truth[next(iter(marks))]).mean()), larger
    return float(((scores > 0) == truth)[rest].mean()), larger


def _without(use: UsedWord, pair: tuple[str, str]) -> UsedWord:
    return UsedWord(use.no, *(["" if word in pair else word for word in side] for side in (use.before, use.after)))


if __name__ == "__main__":
    main(sys.argv[1])
