"""How many documented code names, related names and spellings in another script are found, and at what cost.

    python -m tests.benchmarks.names MAIL [MAIL ...]

MAIL are folders of Enron's mail as published (a maildir, the one with categories), and any other mail beside them; all
are indexed as one case. What is documented stands in ``tests.benchmarks.documented_names``, each name with the public
record; it was written down before the ranking was made. A transliteration is looked for among all Latin words of the
case that are written with a capital, with the names that are looked for among them.

Further lines give the processor time of half of the items and of all, whether two rankings have the same bytes, and
whether a word that only one item uses is in no file of the derived data once that item is sealed.
"""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from pathlib import Path

from tests.benchmarks import measure as measure  # keys of its own
from tests.benchmarks.documented_names import CODE_NAMES, RELATED, TRANSLITERATIONS
from triage.case import Allow, Case, Policy
from triage.insight.names import aliases, ranking, spellings, storage
from triage.insight.names.ranking import WordStream
from triage.store.derived_files import FOLDER
from triage.text import fold

_NAMES, _ALIASES, _WORDS = 100, 50, 10


def main(folders: list[str]) -> None:
    with tempfile.TemporaryDirectory() as place:
        allow = tuple(
            Allow(f"mail-{n}", str(Path(folder).resolve()), "All", "bench") for n, folder in enumerate(folders)
        )
        with Case.create(Path(place) / "case", Policy("a benchmark", "nobody", allow, ())) as case:
            case.index()
            _code_names(case)
            stream = _stream(case)
            _aliases(stream)
            _transliterations(stream)
            _growth(case)
            _sealing(case)


def _code_names(case: Case) -> None:
    cpu = time.process_time()
    case.reports.insight.names.find()
    cpu = time.process_time() - cpu
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    first = _derived(case)
    report = case.reports.insight.names.ranked(1_000)
    assert report is not None
    places = {one.word: place for place, one in enumerate(report.candidates, 1)}
    found = sorted((places[name], name) for name in CODE_NAMES if name in places)
    many = sum(place <= _NAMES for place, _ in found)
    print(f"{case.status().items:,} items ranked: {cpu:.1f} s CPU, peak {peak:.0f} MiB")
    print(f"code names among the first {_NAMES}: {many} of {len(CODE_NAMES)}; places: {found}")
    case.reports.insight.names.find()
    print(f"two rankings have the same bytes: {_derived(case) == first}")


def _derived(case: Case) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (case.path / FOLDER).iterdir()}


def _stream(case: Case, part: float = 1.0) -> WordStream:
    store = case._opened.store
    last = storage.origin(store, "", 0).items * part
    kept = (one for one in storage.writings(store) if one.no <= last)
    stream = ranking.read_texts(kept, lambda _: None, lambda: False)
    assert stream is not None
    return stream


def _aliases(stream: WordStream) -> None:
    for name, related in RELATED.items():
        cpu = time.process_time()
        found = [one.word for one in aliases.like(stream, name, _ALIASES)]
        cpu = time.process_time() - cpu
        hits = [word for word in found if word in related]
        print(f"aliases of {name} among the first {_ALIASES}: {len(hits)} documented, {cpu:.1f} s CPU: {hits}")


def _transliterations(stream: WordStream) -> None:
    capital = {fold(written).strip() for written in stream.written if written.istitle() and written.isascii()}
    latin = sorted(capital | {fold(name).strip() for name, _ in TRANSLITERATIONS})
    cpu = time.process_time()
    hits = [
        name
        for name, other in TRANSLITERATIONS
        if fold(name).strip() in [word for word, _ in spellings.like(other, latin, _WORDS)]
    ]
    cpu = (time.process_time() - cpu) / len(TRANSLITERATIONS)
    missed = [name for name, _ in TRANSLITERATIONS if name not in hits]
    print(
        f"transliterations among the first {_WORDS} of {len(latin):,}: {len(hits)} of {len(TRANSLITERATIONS)}, ", end=""
    )
    print(f"{cpu:.2f} s CPU each; missed: {missed}")


def _growth(case: Case) -> None:
    for part in (0.25, 0.5, 1.0):
        cpu = time.process_time()
        stream = _stream(case, part)
        ranking.rank(stream, ranking.collect_explanations(stream, storage.addresses(case._opened.store)), 1_000)
        cpu = time.process_time() - cpu
        print(f"{len(stream.nos):,} texts with {len(stream.tokens):,} tokens: {cpu:.1f} s CPU")


def _sealing(case: Case) -> None:
    report = case.reports.insight.names.ranked(1_000)
    assert report is not None
    rare = min(report.candidates, key=lambda one: (one.items, -len(one.word), one.word))
    nos = case.search.run(rare.word).nos
    before = any(rare.word.encode() in data for data in _derived(case).values())
    case.decisions.seal(list(nos), "a benchmark", "Rae", "key")
    after = any(rare.word.encode() in data.lower() for data in _derived(case).values())
    print(f"the word of {len(nos)} items in the derived data: {before}; once they are sealed: {after}")


if __name__ == "__main__":
    main(sys.argv[1:])
