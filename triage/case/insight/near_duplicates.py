"""Finding near-duplicates, anew or with what was kept before: only texts that are new or changed are signed.

It hides and codes nothing. A run that is stopped or killed goes on with what it kept.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from triage import __version__
from triage.case.opened import OpenCase
from triage.model.items import ItemNo
from triage.model.tags import NearReport
from triage.store.derived import near, signatures
from triage.store.derived.signatures import SignatureRow
from triage.store.derived.words import stamps

if TYPE_CHECKING:
    from triage.insight.near_duplicates import TextSignatures

_AT_ONCE = 30_000
"""Signatures that are kept in one step, of which each writes all that there are."""

Report = Callable[[int, int], object]


def find(case: OpenCase, report: Report, stop: Callable[[], bool]) -> NearReport | None:
    """Compare the texts of all items, and keep which are nearly the same; returns None where it was stopped."""
    from triage.insight import near_duplicates  # numpy takes a tenth of a second to load

    case.store.must_write()
    alike, current = near.contents(case.store), stamps(case.store)
    nos = sorted(nos[0] for nos in alike)
    wanted = {no: current[no] for no in nos if no in current}
    kept, fresh = _signed(case, wanted, report, stop)
    rows = sorted([*kept, *fresh])
    shares = signatures.shares(case.store, case.path, near_duplicates.VERSION, wanted.keys())
    before = len(shares)
    numbers = [row.no for row in rows]
    groups = None
    if len(rows) == len(wanted):
        groups = near_duplicates.groups(numbers, _read(rows), lambda no: near.text(case.store, no), shares, stop)
    if fresh or len(shares) != before:
        signatures.save(case.store, case.path, near_duplicates.VERSION, wanted.keys(), fresh, shares)
    if groups is None:
        return None
    near.save(case.store, case.path, groups, alike, __version__)
    return NearReport(len(alike), len(groups), len({pivot for pivot, _ in groups.values()}))


def update(case: OpenCase, stop: Callable[[], bool]) -> None:
    """Find near-duplicates of what was read since, if somebody looked for any before and nothing stops it."""
    if (case.path / near.FOLDER / signatures.FILE).exists():
        find(case, lambda *_: None, stop)


def _signed(
    case: OpenCase, wanted: Mapping[ItemNo, int], report: Report, stop: Callable[[], bool]
) -> tuple[list[SignatureRow], list[SignatureRow]]:
    """Return the signatures of items, given with their stamps: those that are kept, and those that are still to be.

    Where it was stopped, some are missing.
    """
    from triage.insight.near_duplicates import PORTION, VERSION, WIDTH, TextSignatures

    rows = signatures.load(case.store, case.path, VERSION, wanted, 2 * WIDTH)
    known = {row.no for row in rows}
    fresh, unkept = [no for no in wanted if no not in known], list[SignatureRow]()
    for at in range(0, len(fresh), PORTION):
        report(at, len(fresh))
        if stop():
            return rows, unkept
        part = fresh[at : at + PORTION]
        unkept += _rows(part, wanted, TextSignatures.of([near.text(case.store, no) for no in part]))
        if len(unkept) >= _AT_ONCE:
            signatures.save(case.store, case.path, VERSION, wanted.keys(), unkept, {})
            rows += unkept
            unkept = []
    report(len(fresh), len(fresh))
    return rows, unkept


def _rows(nos: Sequence[ItemNo], current: Mapping[ItemNo, int], signed: TextSignatures) -> list[SignatureRow]:
    sizes, sums = signed.sizes.tolist(), signed.sums.astype("<u8")
    hashes = signed.hashes.astype("<u2")
    return [
        SignatureRow(no, current[no], size, sums[at].tobytes(), hashes[at].tobytes())
        for at, (no, size) in enumerate(zip(nos, sizes, strict=True))
    ]


def _read(rows: Sequence[SignatureRow]) -> TextSignatures:
    import numpy as np

    from triage.insight.near_duplicates import WIDTH, TextSignatures

    hashes = np.frombuffer(b"".join(row.hashes for row in rows), "<u2").reshape(len(rows), WIDTH)
    sums = np.frombuffer(b"".join(row.sum for row in rows), "<u8")
    return TextSignatures(hashes, np.array([row.size for row in rows], np.int64), sums)
