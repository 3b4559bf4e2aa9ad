"""The trial itself: documents into a folder, the folder into a case, a search for every canary.

It goes through the front door only, as a person would.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path

from triage.case import Allow, Case, LoginKeys, Policy, known_answers, versions
from triage.model.items import Item
from triage.model.known_answers import ELSEWHERE, FOUND, MISSED, Answer, Matrix
from triage.parsers import PARSERS
from triage.selftest import forbidden
from triage.selftest.canary import COLUMNS, Canary
from triage.selftest.documents import UNTESTED, Document, documents, slug
from triage.store.db import now

_DEEP = {"attachment": 1, "inner": 2}
"""Columns whose canaries must be found in an item inside the file, this deep or deeper."""


def run(folder: Path | None = None, given: Sequence[Document] | None = None) -> Matrix:
    """Make the matrix. The documents and the case are kept in ``folder``, or thrown away where none is given.

    ``given`` are other documents than those of the program.
    """
    if folder is None:
        with tempfile.TemporaryDirectory(prefix="triage-selftest-") as made:
            return run(Path(made), given)
    start = time.perf_counter()
    folder = folder.resolve()
    root = folder / "canaries"
    tried = documents() if given is None else given
    for document in tried:
        _write(document, root)
    canaries = [canary for document in tried for canary in document.canaries]
    earlier = known_answers.cached()  # the case will hold it, with the forbidden words of its own run
    known = [canary.word for canary in canaries] + [canary.word for canary in (earlier.forbidden if earlier else ())]
    ground = forbidden.Ground(root, folder / "outside", known)
    policy = Policy("Known-answer test", "triage selftest", (Allow("canaries", str(root), "Canary"),), forbidden.DENY)
    keys = LoginKeys(folder / "keys")  # a case that is thrown away is nothing to remember
    with Case.create(folder / "case", policy, keys=keys) as case:
        case.index()
        answers = tuple(_answers(case, canaries))
        control = bool(canaries) and forbidden.control(case, canaries[0].word)
        traces = forbidden.look(case, ground)
    tested = {document.label for document in tried}
    return Matrix(
        made=now(),
        seconds=time.perf_counter() - start,
        versions=versions.current(),
        answers=answers,
        forbidden=traces,
        control=control,
        untested=tuple((f.label, UNTESTED.get(f.label, "no document")) for f in PARSERS if f.label not in tested),
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


def _write(document: Document, root: Path) -> None:
    folder = root / slug(document.name)
    folder.mkdir(parents=True, exist_ok=True)
    names = [canary.word for canary in document.canaries if canary.column == "file"]
    (folder / "-".join((*names, document.file))).write_bytes(document.data)


def _answers(case: Case, canaries: Iterable[Canary]) -> Iterator[Answer]:
    """Search each canary anywhere, then in its field alone."""
    item = cache(case.search.item)

    def matches(canary: Canary, query: str, depth: int = 0) -> list[Item]:
        """Return the items of the canary's own document that the query finds, at least so deep inside it."""
        items = [item(no) for no in case.search.run(query).nos]
        own = [i for i in items if i.path.startswith(f"{slug(canary.format)}/")]
        return [i for i in own if (i.member.count(".") + 1 if i.member else 0) >= depth]

    for canary in canaries:
        inside = matches(canary, f"{COLUMNS[canary.column]}:{canary.word}", _DEEP.get(canary.column, 0))
        anywhere = matches(canary, _anywhere(canary.word))
        outcome = FOUND if inside and anywhere else ELSEWHERE if anywhere else MISSED
        places = _places(case, canary, anywhere) if outcome == ELSEWHERE else ""
        yield Answer(canary.format, canary.column, canary.place, canary.language, canary.word, outcome, places)


def _places(case: Case, canary: Canary, items: list[Item]) -> str:
    spans = [(item, span) for item in items for span in case.search.spans(_anywhere(canary.word), item)]
    places = [
        (item.segments[s.segment].origin if s.segment >= 0 else s.field) + (f" of {item.member}" if item.member else "")
        for item, s in spans
    ]
    return ", ".join(dict.fromkeys(places))


def _anywhere(word: str) -> str:
    """Return the query that finds a word in every field."""
    return f"{word} OR headers:{word}"
