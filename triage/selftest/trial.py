"""The trial itself: documents into a folder, the folder into a case, a search for every canary.

It goes through the front door only, as a person would.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from triage.case import Allow, Case, Policy, known_answers, versions
from triage.model.items import Item, ItemNo
from triage.model.known_answers import ELSEWHERE, FOUND, MISSED, Answer, Matrix
from triage.parsers import PARSERS
from triage.selftest import forbidden
from triage.selftest.builders import BUILDERS, UNTESTED
from triage.selftest.canary import COLUMNS, Builder, Canary, Plant
from triage.store.db import now

_DEEP = {"attachment": 1, "inner": 2}
"""Columns whose canaries must be found in an item inside the file, this deep or deeper."""


def run(folder: Path | None = None, builders: Sequence[Builder] = BUILDERS) -> Matrix:
    """Make the matrix. The documents and the case are kept in ``folder``, or thrown away where none is given."""
    if folder is None:
        with tempfile.TemporaryDirectory(prefix="triage-selftest-") as made:
            return run(Path(made), builders)
    start = time.perf_counter()
    root = folder.absolute() / "canaries"
    canaries = [canary for builder in builders for canary in _write(builder, root)]
    earlier = known_answers.cached()  # the case will hold it, with the forbidden words of its own run
    known = [canary.word for canary in canaries] + [canary.word for canary in (earlier.forbidden if earlier else ())]
    ground = forbidden.Ground(root, folder.absolute() / "outside", known)
    policy = Policy("Known-answer test", "triage selftest", (Allow("canaries", str(root), "Canary"),), forbidden.DENY)
    with Case.create(folder.absolute() / "case", policy) as case:
        case.index()
        asked = _Asked(case)
        answers = tuple(asked.answer(canary) for canary in canaries)
        control = bool(canaries) and forbidden.control(case, canaries[0].word)
        traces = forbidden.look(case, ground)
    seconds = time.perf_counter() - start
    return Matrix(
        made=now(),
        seconds=seconds,
        versions=versions.current(),
        answers=answers,
        forbidden=traces,
        control=control,
        untested=_untested(builders),
    )


def attach(case: Case) -> Matrix | None:
    """Store with a case the matrix of the versions that read it, where it lacks it: the cached one, or made now."""
    if not case.verification.wants_matrix:
        return None
    matrix = known_answers.cached()
    if matrix is None:
        matrix = run()
        known_answers.cache(matrix)
    case.verification.keep_matrix(matrix)
    return matrix


def _write(builder: Builder, root: Path) -> list[Canary]:
    plant = Plant(builder.name, builder.languages)
    data = builder.build(plant)
    folder = root / builder.name.replace("/", "-").replace(" ", "-")
    folder.mkdir(parents=True, exist_ok=True)
    name = builder.file
    if any(canary.column == "file" for canary in plant.canaries):
        name = f"{'-'.join(c.word for c in plant.canaries if c.column == 'file')}-{name}"
    (folder / name).write_bytes(data)
    return plant.canaries


def _untested(builders: Sequence[Builder]) -> tuple[tuple[str, str], ...]:
    built = {builder.label for builder in builders}
    return tuple((f.label, UNTESTED.get(f.label, "no builder")) for f in PARSERS if f.label not in built)


class _Asked:
    """Searches of one case, with its items at hand."""

    def __init__(self, case: Case) -> None:
        self._case = case
        self._items: dict[ItemNo, Item] = {}

    def answer(self, canary: Canary) -> Answer:
        """Search a canary anywhere, then in its field alone."""
        inside = self._hits(canary, f"{COLUMNS[canary.column]}:{canary.word}", _DEEP.get(canary.column, 0))
        found = self._hits(canary, canary.word, 0)
        outcome = FOUND if inside and found else ELSEWHERE if found else MISSED
        said = self._where(canary, found) if outcome == ELSEWHERE else ""
        told = (canary.format, canary.column, canary.place, canary.language, canary.word)
        return Answer(*told, outcome, said)

    def _item(self, no: ItemNo) -> Item:
        if no not in self._items:
            self._items[no] = self._case.search.item(no)
        return self._items[no]

    def _hits(self, canary: Canary, query: str, deep: int) -> list[Item]:
        """Return the items of the canary's own document that the query finds, at least so deep inside it."""
        items = [self._item(no) for no in self._case.search.run(query).nos]
        folder = canary.format.replace("/", "-").replace(" ", "-") + "/"
        return [i for i in items if i.path.startswith(folder) and _depth(i) >= deep]

    def _where(self, canary: Canary, items: list[Item]) -> str:
        spans = [(item, span) for item in items for span in self._case.search.spans(canary.word, item)]
        places = [
            (item.segments[s.segment].origin if s.segment >= 0 else s.field)
            + (f" of {item.member}" if item.member else "")
            for item, s in spans
        ]
        return ", ".join(dict.fromkeys(places))


def _depth(item: Item) -> int:
    return item.member.count(".") + 1 if item.member else 0
