"""Near-duplicates and contained mails on mail that you provide: what is found of what there is, and what it costs.

    python -m tests.benchmarks.near CASE [CASE ...]
    python -m tests.benchmarks.near --times 15 CASE

CASE is a case that was indexed; nothing in it is changed. With ``--times`` its texts are compared so many times over,
each time with other words, so that as many more texts are near as many more others. *Contained* are mails that a later
one quotes in full. *Pairs* are all pairs of different texts that have at least
80 % of their runs of words in common, as a join finds them that is complete: two such texts have one of the rarest runs
in common of which each has as many as the other may lack. A sample is compared with each other text, to check that.
"""

from __future__ import annotations

import random
import resource
import sys
import time
from collections import defaultdict
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import numpy as np

from triage.case.insight.contained import read
from triage.case_folder import DATABASE
from triage.insight import containment
from triage.insight.near_duplicates import LEAST, Hashes, find, nearness, runs
from triage.model.items import ItemNo
from triage.store.db import Store
from triage.store.derived import contained, near

_SAMPLE = 200


def main(arguments: Sequence[str]) -> None:
    """Print the figures of each case."""
    if arguments[:1] == ["--times"]:
        with closing(Store(Path(arguments[2]) / DATABASE, write=False)) as store:
            _grown(store, int(arguments[1]))
        return
    for path in arguments:
        with closing(Store(Path(path) / DATABASE, write=False)) as store:
            _near(path, store)
            _contained(store)


def _grown(store: Store, times: int) -> None:
    texts = [near.text(store, nos[0]) for nos in near.contents(store)]

    def text_of(no: ItemNo) -> str:
        round_, at = divmod(no, len(texts))
        return texts[at].replace(" ", f" q{round_}q").replace("\n", f"\nq{round_}q") if round_ else texts[at]

    before, begun = _memory(), time.process_time()
    groups = find([ItemNo(no) for no in range(times * len(texts))], text_of, lambda *_: None, lambda: False)
    assert groups is not None
    spent = time.process_time() - begun
    print(
        f"{times * len(texts):,} texts, {spent:.1f} s of CPU, {_memory() - before:,.0f} MB more; {len(groups):,} near"
    )


def _near(name: str, store: Store) -> None:
    alike = near.contents(store)
    nos = [nos[0] for nos in alike]
    before, begun = _memory(), time.process_time()
    groups = find(nos, lambda no: near.text(store, no), lambda *_: None, lambda: False)
    spent = time.process_time() - begun
    assert groups is not None
    print(
        f"{name}: {len(nos):,} texts, {spent:.1f} s of CPU, {_memory() - before:,.0f} MB more, {_memory():,.0f} in all"
    )
    print(f"  {len(groups):,} texts in {len({pivot for pivot, _ in groups.values()}):,} groups")
    if len(nos) < 50_000:
        made = [(no, text) for no in nos if len(text := runs(near.text(store, no)))]
        _recall(made, groups)


def _contained(store: Store) -> None:
    begun = time.process_time()
    mails = contained.mails(store)
    several = list(contained.conversations(mails))
    found = sum(len(containment.find(read(store, conversation))) for conversation in several)
    spent, many = time.process_time() - begun, sum(map(len, several))
    print(f"  contained: {found:,} of {len(mails):,} mails, {many:,} of them in conversations; {spent:.1f} s of CPU")


def _recall(made: Sequence[tuple[ItemNo, Hashes]], groups: dict[ItemNo, tuple[ItemNo, float]]) -> None:
    pairs = _joined(made)
    _check(made, pairs)
    nos = {no for pair in pairs for no in pair}
    lost = nos - groups.keys()
    together = sum(a in groups and b in groups and groups[a][0] == groups[b][0] for a, b in pairs)
    print(f"  recall of texts {1 - len(lost) / max(1, len(nos)):.4f} of {len(nos):,}")
    print(f"  pairs in one group {together / max(1, len(pairs)):.4f} of {len(pairs):,}")
    text_of = dict(made)
    wrong = sum(_is_wrong(no, groups, text_of) for no in groups)
    print(f"  precision {1 - wrong / max(1, len(groups)):.4f}: near the pivot, or near another of the group")


def _is_wrong(no: ItemNo, groups: dict[ItemNo, tuple[ItemNo, float]], text_of: dict[ItemNo, Hashes]) -> bool:
    pivot, share = groups[no]
    if pivot == no or share >= LEAST:
        return pivot != no and nearness(text_of[no], text_of[pivot]) < LEAST
    others = (other for other, (its, _) in groups.items() if its == pivot and other != no)
    return share < 0.6 or not any(nearness(text_of[no], text_of[other]) >= LEAST for other in others)


def _joined(made: Sequence[tuple[ItemNo, Hashes]]) -> set[tuple[ItemNo, ItemNo]]:
    """Return all pairs that are near."""
    hashes, many = np.unique(np.concatenate([text for _, text in made]), return_counts=True)
    met: dict[int, list[int]] = defaultdict(list)
    order = sorted(range(len(made)), key=lambda at: len(made[at][1]))
    found = set[tuple[ItemNo, ItemNo]]()
    for at in order:
        no, text = made[at]
        ranked = text[np.lexsort((text, many[np.searchsorted(hashes, text)]))]
        rarest = ranked[: len(text) - int(np.ceil(LEAST * len(text) - 1e-9)) + 1].tolist()
        for other in {other for one in rarest for other in met[one]}:
            its_no, its = made[other]
            if len(its) >= LEAST * len(text) and nearness(text, its) >= LEAST:
                found.add((min(no, its_no), max(no, its_no)))
        for one in rarest:
            met[one].append(at)
    return found


def _check(made: Sequence[tuple[ItemNo, Hashes]], pairs: set[tuple[ItemNo, ItemNo]]) -> None:
    """Compare some texts with every other one."""
    for no, text in random.Random(1).sample(list(made), min(_SAMPLE, len(made))):
        for other, its in made:
            if other != no and LEAST <= len(its) / len(text) <= 1 / LEAST and nearness(text, its) >= LEAST:
                assert (min(no, other), max(no, other)) in pairs


def _memory() -> float:
    """Return the most memory that this process had so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main(sys.argv[1:])
