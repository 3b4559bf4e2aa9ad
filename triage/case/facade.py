"""The one object through which the command line and the window reach a case.

It opens and closes the case and hands out its parts; the work is done in the parts and below them.
"""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Sequence
from contextlib import closing
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

import msgspec
from msgspec.structs import replace

from triage import __version__
from triage.case.opened import SCOPE, OpenCase
from triage.errors import CaseError
from triage.files import DATABASE, becoming, check_place, is_half_made
from triage.messages import say
from triage.model.items import Check, Status
from triage.model.runs import Extent, Progress, RunReport
from triage.scope import policy as scope
from triage.scope.broker import absolute
from triage.scope.mounts import check_ways
from triage.scope.policy import Policy
from triage.store import extent, reading, scope_versions, sealed
from triage.text import unmarked

if TYPE_CHECKING:
    from triage.case.decisions import Decisions
    from triage.case.export import Export
    from triage.case.originals import Originals
    from triage.case.reports import Reports
    from triage.case.scope import CaseScope
    from triage.case.search import Search
    from triage.case.team import Team
    from triage.case.verification import Verification
    from triage.model.reports import HitList, Table, TermReport
    from triage.model.tags import Palette, Tag
    from triage.proof.keys import LoginKeys
    from triage.sandbox.wire import Part


class Case:
    """One open case. Use it in one thread; other threads and processes open their own.

    Every method of it and of its parts raises a TriageError whose text says what to do.
    """

    def __init__(self, opened: OpenCase) -> None:
        self._opened = opened
        self.path = opened.path

    @classmethod
    def create(
        cls,
        path: Path,
        policy: Policy,
        engine: str = "fts5",
        *,
        require_approval: bool = False,
        keys: LoginKeys | None = None,
    ) -> Case:
        """Make a case in a new or empty folder; nothing is indexed yet.

        With ``require_approval`` nothing is ever opened under a version of the scope that nobody has approved.
        ``keys`` are as in ``open``.
        """
        from triage.search.engines import ENGINES

        if engine not in dict(ENGINES):
            raise CaseError("no-such-engine", name=engine, known=", ".join(dict(ENGINES)))
        check_scope(policy)
        path = absolute(path)
        if path.exists() and (not path.is_dir() or any(path.iterdir())):
            raise CaseError("case-half-made" if is_half_made(path, DATABASE) else "case-folder-not-empty", path=path)
        check_ways(policy, path)
        check_place(path)
        text = scope.dump(policy)
        try:
            with becoming(path, DATABASE) as made:
                (made / SCOPE).write_text(text, "utf-8")
                opened = OpenCase(made, create=True, engine=engine, keys=keys)
                with (
                    closing(opened),
                    opened.store.change(
                        "triage new", "create", program=__version__, engine=engine, scope=text
                    ) as detail,
                ):
                    scope_versions.add(opened.store, detail, "create", text)
                    detail |= {"require_approval": True} if require_approval else {}
                    opened.store.set_meta("engine", engine)
                    opened.open_engine(create=True).close()
        except OSError as error:
            raise CaseError("case-not-made", path=path, error=error.strerror or error) from error
        try:
            return cls.open(path, keys=keys)
        except BaseException:  # which says that nothing was saved
            shutil.rmtree(path, ignore_errors=True)
            raise

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        read_only: bool = False,
        keys: LoginKeys | None = None,
        stopped: Callable[[], bool] = lambda: False,
    ) -> Case:
        """Open a case; raises CaseError where the folder isn't one.

        With ``read_only``, or where it can't be written, nothing in the folder changes: what must raises CaseError.
        ``keys`` sign in place of the login's own. A search ends, with EngineRefusal, once ``stopped`` says so, which
        is asked from more than one thread.
        """
        path = absolute(path)
        try:
            if not path.is_dir():
                raise CaseError("case-folder-missing", path=path)
            if not (path / DATABASE).is_file():
                if is_half_made(path, DATABASE):
                    raise CaseError("case-half-made", path=path)
                raise CaseError("no-case", path=path, file=DATABASE)
            return cls(OpenCase(path, read_only=read_only, keys=keys, stopped=stopped))
        except OSError as error:
            raise CaseError("case-folder-unreadable", path=path, error=error.strerror or error) from error

    def close(self) -> str:
        """Close the database, the index and the original that is open.

        Returns, encoded, why something that was shown isn't on record in the case; "" where all of it is.
        """
        if "originals" in self.__dict__:
            self.originals.close()
        self._opened.close()
        return self._opened.exposure.unrecorded

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def status(self, *, shown: bool = False) -> Status:
        """Return the totals of the case; with ``shown`` also how many tagged items were read first, by the log."""
        case = self._opened
        read = case.exposure.shown_items().read() if shown else None
        totals = reading.status(case.store, self.path.name, case.engine_name)
        return replace(totals, read=read, traces_left=sealed.purge_due(case.store))

    @property
    def extent(self) -> Extent:
        """How much of the scope the case has read; where it isn't ``whole`` its ``message`` belongs to every number."""
        return extent.extent(self._opened.store)

    def index(
        self,
        only: Sequence[Path] = (),
        progress: Callable[[Progress], None] | None = None,
        stop: threading.Event | None = None,
        *,
        retry: Sequence[str] = (),
        passwords: Sequence[str] = (),
        scheduler: str = "",
    ) -> RunReport:
        """Read what is new or changed under the allowed roots, or under the paths named; resumes a stopped run.

        ``retry`` are Problem codes whose sources are read again; ``passwords`` are tried on what is encrypted.
        With a ``scheduler`` (tls://host:8786), the workers of that Dask cluster read; sources are opened here.
        Raises ScopeError for a path outside the scope, which is then not opened. Any thread may set ``stop``.
        """
        from triage.case.indexing import index

        return index(self._opened, only, progress, stop, retry=retry, passwords=passwords, scheduler=scheduler)

    def claim_index(self, *, moved: bool) -> None:
        """Say whether the folder was ``moved`` with its index on the search cluster, or is a copy of a case.

        A copy is given an index of its own. Raises CaseError where the index is in the case.
        """
        from triage.scope.ledger import writing
        from triage.search.engines import claim_index
        from triage.store.reading import StoredTexts

        opened = self._opened
        opened.store.must_write()
        with writing(opened.path):
            del opened.engine
            claim_index(opened.engine_name, opened.path, StoredTexts(opened.store), moved=moved)

    # The parts

    @cached_property
    def search(self) -> Search:
        from triage.case.search import Search

        return Search(self._opened)

    @cached_property
    def decisions(self) -> Decisions:
        from triage.case.decisions import Decisions

        return Decisions(self._opened)

    @cached_property
    def team(self) -> Team:
        from triage.case.team import Team

        return Team(self._opened)

    @cached_property
    def reports(self) -> Reports:
        """What is counted and stated about many items at once."""
        from triage.case.reports import Reports

        return Reports(self._opened)

    @cached_property
    def originals(self) -> Originals:
        """Pages, rich text, tables and bytes of the original files."""
        from triage.case.originals import Originals

        return Originals(self._opened)

    @cached_property
    def export(self) -> Export:
        """Findings as files that leave the case."""
        from triage.case.export import Export

        return Export(self._opened)

    @cached_property
    def scope(self) -> CaseScope:
        """What may be opened, and its versions."""
        from triage.case.scope import CaseScope

        return CaseScope(self._opened)

    @cached_property
    def verification(self) -> Verification:
        """Whether the case is what its records state, and what its readers find of planted words."""
        from triage.case.verification import Verification

        return Verification(self._opened)


# What needs no open case: reading one file, verifying a folder, trying the sandbox, writing tables.


def inspect(path: Path, passwords: tuple[str, ...] = ()) -> tuple[list[Part], list[tuple[str, str, str]]]:
    """Read one file outside any case, by the same broker and sandbox.

    Returns its items, the file itself first, and its Problems as (code, sentence, member).
    """
    from triage.indexing.reopen import one_file
    from triage.sandbox.wire import Job, Late, Part
    from triage.settings import Settings
    from triage.store.db import stored_text

    parts: list[Part] = []
    seen: set[str] = set()
    troubles: list[tuple[str, str, str]] = []
    with one_file(path, Settings(workers=1)) as (natives, opened):
        for reply in natives.ask(opened, Job(0, stored_text(opened.source.name), passwords=passwords)):
            if isinstance(reply, Part) and reply.member not in seen:
                seen.add(reply.member)
                segments = [(origin, unmarked(text)) for origin, text in reply.segments]
                parts.append(msgspec.structs.replace(reply, segments=segments))
            if isinstance(reply, Part | Late):
                troubles += [(code, sentence, reply.member) for code, sentence in reply.troubles]
    return parts, troubles


def verify(
    path: Path,
    head: Path | None = None,
    keys: Sequence[str] = (),
    production: Path | None = None,
    *,
    read_only: bool = False,
    quick: bool = False,
) -> list[Check]:
    """Check a case's folder, or what left a case: an export, a production, a proof; whether one of ``keys`` signed it.

    A case or a proof is also compared with a head that was kept elsewhere; a case also with the folder of a production
    that it has on record, and which one of the keys must have signed then. With ``read_only`` nothing in it changes.
    ``quick``: of a case's index only a sample of items is checked.
    """
    from triage.case.heads import contents
    from triage.case.known_answers import current
    from triage.proof import folders

    if folders.is_folder_of_ours(path):
        if production is not None:
            raise CaseError("production-of-no-case", path=path)
        return folders.check(path, head, keys, dict(current()))
    with Case.open(path, read_only=read_only) as case:
        if production is not None:
            return case.export.productions.check(production, keys)
        given = None if head is None else contents(head)
        return case.verification.run(given, folders.known_keys(keys), quick=quick)


def check_scope(policy: Policy) -> None:
    """Raise ScopeError where no case can have this scope: it allows nothing, or has a rule that can't be meant so."""
    scope.check(policy)
    scope.check_custodians(policy)


def protections() -> list[Check]:
    """Try each protection of the reader processes on this machine, and say which versions read, index and sign."""
    from triage.case.known_answers import current
    from triage.sandbox.doctor import protections as tried

    versions = ", ".join(f"{name} {version}" for name, version in current() if version)
    return [*tried(), Check("versions", True, say("versions-stated", versions=versions))]


def checked_palette(tags: Sequence[Tag]) -> Palette:
    """Return tags in their stored form; raises DecisionError that says all that can't work."""
    from triage.review.palette import checked

    return checked(tags)


def write_table(report: HitList | TermReport | Table, path: Path, ending: str = "") -> None:
    """Write a hit list, a search term report or another table to a new file: .csv, .xlsx or .html, by its ending or
    the one given.
    """
    from triage.export import tables
    from triage.model.reports import HitList, TermReport

    if isinstance(report, HitList):
        report = tables.hit_table(report)
    elif isinstance(report, TermReport):
        report = tables.term_table(report)
    tables.write(report, path, ending)
