"""What needs no open case: reading one file, verifying a folder, trying the sandbox, writing tables."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from triage.case.facade import Case
from triage.errors import CaseError
from triage.messages import say
from triage.model.items import Check
from triage.scope.policy import Policy, check, check_custodians
from triage.text import unmarked

if TYPE_CHECKING:
    from triage.model.reports import HitList, Table, TermReport
    from triage.model.tags import Palette, Tag
    from triage.sandbox.wire import Part


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
    from triage.case.head_files import contents
    from triage.case.versions import current
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
    check(policy)
    check_custodians(policy)


def protections() -> list[Check]:
    """Try each protection of the reader processes on this machine, and say which versions read, index and sign."""
    from triage.case.versions import current
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
