"""The trial itself: documents into a folder, the folder into a case, a search for every canary.

It goes through the front door only, as a person would. Around the folder lie forbidden places with canaries of their
own; the look for a trace of them reads the case's files as bytes and every value of its database, and opens nothing
else.
"""

from __future__ import annotations

import secrets
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, suppress
from functools import cache
from itertools import count, product
from pathlib import Path

from triage.case import Allow, Case, Deny, LoginKeys, Policy, known_answers
from triage.errors import ScopeError
from triage.model.items import Item
from triage.model.known_answers import ELSEWHERE, FOUND, MISSED, Answer, Forbidden, Matrix
from triage.parsers import PARSERS
from triage.selftest.documents import COLUMNS, ENGLISH, LANGUAGES, UNTESTED, Canary, Document, documents, slug, word
from triage.store.audit_log import values
from triage.store.db import Store, now

DENY = (Deny("denied-folder", "denied/**", "canaries"), Deny("denied-names", "customer-*", "canaries"))
_CHARSETS = ("utf-8", "utf-16-le", "utf-16-be", "cp1255", "cp1256", "unicode-escape")
LETTERS = ("jqwxz", "aeiou")
"""What English words are made of here: six such letters in a row stand in no text, name or table by chance."""

_END = 6
"""Letters of a word's end that are looked for too: an index stores a word without what it shares with another."""


def salt() -> str:
    return secrets.token_hex(8)


class Ground:
    """The forbidden places around an allowed root: ``root`` is inside the scope, ``outside`` is not.

    Their words are new in each run, as those of an earlier run stand in its matrix, which a case may hold. None of them
    looks like one of the words that are ``known`` to stand there: what is looked for of it would turn up with that.
    """

    def __init__(self, root: Path, outside: Path, known: Iterable[str]) -> None:
        self._salt = salt()
        self._known = "\n".join(known).encode()
        self.words: dict[str, list[str]] = {}
        self.paths: list[Path] = []
        self._plant("a denied folder", root / "denied", root / "denied" / "deeper")
        self._plant("a file with a denied name", root / "open", prefix="customer-")
        self._plant("outside the roots", outside, root.with_name(root.name + "-too"))
        self._links(root, outside)

    def _plant(self, place: str, *folders: Path, prefix: str = "") -> list[Path]:
        words = self.words[place] = self._words(place)
        made = []
        for folder in folders:
            folder.mkdir(parents=True, exist_ok=True)
            for charset in ("utf-8", "utf-16"):
                made.append(folder / f"{prefix}{words[0]}-{charset}.txt")
                made[-1].write_bytes((" ".join(words) + "\n").encode(charset))
        self.paths += made
        return made

    def _words(self, place: str) -> list[str]:
        for attempt in count():
            marks = ("forbidden", place, self._salt, str(attempt))
            words = [word(lang, *marks, letters=LETTERS if lang == ENGLISH else None) for lang in LANGUAGES]
            if not any(_stands_in(one, self._known) or one[:_END].encode() in self._known for one in words):
                break
        return words

    def _links(self, root: Path, outside: Path) -> None:
        file = self._plant("a file that only a link reaches", outside / "linked")[0]
        folder = self._plant("a folder that only a link reaches", outside / "linked-folder")[0].parent
        try:
            (root / "link.txt").symlink_to(file)
            (root / "link-to-folder").symlink_to(folder, target_is_directory=True)
        except (OSError, NotImplementedError):
            del self.words["a file that only a link reaches"], self.words["a folder that only a link reaches"]
            return
        self.paths += [root / "link.txt", root / "link-to-folder"]


def traces_of(case: Case, ground: Ground) -> tuple[Forbidden, ...]:
    """Return every forbidden canary with the places where it turned up."""
    opened = [path for path in ground.paths if _opens(case, path)]
    haystacks = list(_haystacks(case))
    canaries = []
    for place, one in ((place, one) for place, words in ground.words.items() for one in words):
        traces = [
            f"a search for {text}" for text in (one, f"{one[:_END]}*", f"headers:{one}") if case.search.run(text).total
        ]
        traces += [name for name, data in haystacks if _stands_in(one, data)]
        canaries.append(Forbidden(place, one, tuple(traces)))
    if opened:
        canaries.append(Forbidden("asked for by name", str(min(opened)), ("it was opened",)))
    return tuple(canaries)


def look_finds(case: Case, one: str) -> bool:
    """Whether the look finds a word that was read: in a search, in a file's bytes and in the database."""
    kinds = {name.startswith("the table") for name, data in _haystacks(case) if _stands_in(one, data)}
    return bool(case.search.run(one).total) and len(kinds) == 2


def _opens(case: Case, path: Path) -> bool:
    try:
        case.index([path])
    except ScopeError:
        return False
    return not path.is_symlink()


def _haystacks(case: Case) -> Iterator[tuple[str, bytes]]:
    for path in sorted(case.path.glob("**/*")):
        if path.is_file():
            yield path.relative_to(case.path).as_posix(), path.read_bytes()
    with closing(Store(case.path / "case.db")) as store:
        for table, data in values(store):
            yield f"the table {table}", data


def _stands_in(one: str, data: bytes) -> bool:
    return any(form in data for form in _forms(one))


def _forms(one: str) -> set[bytes]:
    forms = set()
    for piece, charset in product((one, one[-_END:], one[::-1]), _CHARSETS):
        with suppress(UnicodeEncodeError):
            forms.add(piece.encode(charset))
    return forms


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
    ground = Ground(root, folder / "outside", known)
    policy = Policy("Known-answer test", "triage selftest", (Allow("canaries", str(root), "Canary"),), DENY)
    keys = LoginKeys(folder / "keys")  # a case that is thrown away is nothing to remember
    with Case.create(folder / "case", policy, keys=keys) as case:
        case.index()
        answers = tuple(_answers(case, canaries))
        control = bool(canaries) and look_finds(case, canaries[0].word)
        traces = traces_of(case, ground)
    tested = {document.label for document in tried}
    return Matrix(
        made=now(),
        seconds=time.perf_counter() - start,
        versions=known_answers.current(),
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
        known_answers.store_in_cache(matrix)
    case.verification.keep_matrix(matrix)
    return matrix


def _write(document: Document, root: Path) -> None:
    folder = root / slug(document.name)
    folder.mkdir(parents=True, exist_ok=True)
    names = [canary.word for canary in document.canaries if canary.column == "file"]
    (folder / "-".join((*names, document.file))).write_bytes(document.data)


def _answers(case: Case, canaries: Iterable[Canary]) -> Iterator[Answer]:
    item = cache(case.search.item)

    def matches(canary: Canary, query: str, depth: int = 0) -> list[Item]:
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
    return f"{word} OR headers:{word}"
