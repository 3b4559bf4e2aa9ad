"""Coverage: what a search found, what it could not speak for, and a sample of that to check by hand.

The sample is the things whose SHA-256 of ``seed:key`` is smallest, the key being an item's id or, for a file that
became no item, its place: anyone can draw it again with any tool, and nobody can choose it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Set

from triage.errors import PROBLEM_CODES, CaseError
from triage.model.items import ItemNo
from triage.model.reports import Coverage, Interval, Reason, Unsearched
from triage.search.snapshot import Asking
from triage.statistics import clopper_pearson, draw
from triage.store import report_counts
from triage.store.db import now

MOST_SAMPLED = 100_000


def coverage(
    asking: Asking,
    case: str,
    text: str = "",
    within: str = "",
    sample: int = 0,
    seed: str = "1",
    found: str = "",
    confidence: float = 0.95,
) -> Coverage:
    """Return the certificate for a term ("" for none) in the items that ``within`` finds ("" for all).

    ``found`` is what the reviewer found in the sample: a number, or a
    query such as ``tag:relevant`` that finds it among the sampled items; "" where none was checked yet. Raises
    QueryError, and CaseError for numbers that make no sense.
    """
    if not 0 <= sample <= MOST_SAMPLED:
        raise CaseError("coverage-sample-size", most=MOST_SAMPLED, size=sample)
    if not 0 < confidence < 1:
        raise CaseError("confidence-out-of-range", confidence=confidence)
    with asking.moment():
        items, scope = asking.scope(within)
        answer = asking.ask(text) if text.strip() else None
        hits = answer.found & items if answer else set()
        files = [] if scope.text else report_counts.lost_files(asking.store)
        rest = list(_rest(asking, items - hits, files))
        drawn = tuple(draw(rest, lambda thing: thing.id or thing.path, seed, sample))
        return Coverage(
            case=case,
            text=text,
            reading=answer.reading.reading if answer else "",
            notes=answer.reading.notes if answer else (),
            expansions=asking.expansions(answer.reading.query) if answer else (),
            scope=scope,
            hits=len(hits),
            reasons=tuple(_reasons(asking, items)),
            files=None if scope.text else len(files),
            rest=len(rest),
            with_transport=report_counts.with_transport(asking.store, items),
            seed=seed,
            sample=drawn,
            interval=_interval(asking, drawn, len(rest), found, confidence),
            index=asking.state,
            time=now(),
        )


def _rest(asking: Asking, items: Set[ItemNo], files: list[tuple[str, str]]) -> Iterator[Unsearched]:
    """Yield what is not, or not fully, searchable: items first, then files that became none."""
    nos = asking.levels.keys() & items
    codes, ids = report_counts.problem_codes(asking.store, nos), report_counts.ids(asking.store, nos)
    for no in sorted(nos):
        item_id, path = ids[no]
        yield Unsearched(no, item_id, path, asking.levels[no], codes.get(no, ()))
    for path, code in files:
        yield Unsearched(None, None, path, "not", (code,))


def _reasons(asking: Asking, items: Set[ItemNo]) -> Iterator[Reason]:
    nos = asking.levels.keys() & items
    codes = report_counts.problem_codes(asking.store, nos)
    counts = Counter((asking.levels[no], code) for no in nos for code in codes.get(no, ("",)))
    for (level, code), count in sorted(counts.items(), key=lambda pair: (pair[0][0], -pair[1], pair[0][1])):
        meaning = PROBLEM_CODES[code][1] if code in PROBLEM_CODES else "no reason of its own on record"
        yield Reason(code, meaning, level, count)


def _interval(
    asking: Asking, drawn: tuple[Unsearched, ...], rest: int, found: str, confidence: float
) -> Interval | None:
    """Return what the checked sample says of the rest; exact where the sample is all of it."""
    if not found.strip():
        return None
    if not drawn:
        raise CaseError("found-without-sample") if rest else CaseError("found-of-nothing")
    count = _found(asking, drawn, found.strip())
    if len(drawn) == rest:
        return Interval(count, rest, 1.0, count / rest, count / rest)
    return clopper_pearson(count, len(drawn), confidence)


def _found(asking: Asking, drawn: tuple[Unsearched, ...], found: str) -> int:
    if not (found.isascii() and found.isdigit()):
        marked = asking.ask(found).found
        return sum(1 for thing in drawn if thing.no in marked)
    count = int(found)
    if count > len(drawn):
        raise CaseError("found-more-than-sample", count=count, size=len(drawn))
    return count
