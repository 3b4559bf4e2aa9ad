"""Whether the case is what its records state, and what its readers find of planted words."""

from __future__ import annotations

import dataclasses
import hashlib
import random
import shutil
from collections.abc import Callable, Collection
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from triage.case import decisions, heads, known_answers
from triage.case.exposure import SHOWN
from triage.case.heads import WrittenHead
from triage.case.opened import KEY, OpenCase, index_versions, note_unicode
from triage.errors import CaseError, ScopeError, TriageError
from triage.files import DATABASE, becoming, sha256
from triage.indexing.verify import ScopeRecord, log_break, make_check, verify, verify_shown, verify_views
from triage.insight import derived_check
from triage.insight.order.api import Ordering
from triage.messages import joined, render, say
from triage.model.items import Check, ItemNo, extent_checks
from triage.model.known_answers import Matrix
from triage.model.reports import Backup, Recovery
from triage.proof.head import CaseHead
from triage.scope.broker import absolute
from triage.scope.ledger import Ledger, looking, showing, writing
from triage.scope.mounts import root_among
from triage.scope.policy import Policy
from triage.search.engine import Comparison, sampled
from triage.search.engines.memory import read_some
from triage.search.query.tree import Everything
from triage.secret_keys import key_at, login
from triage.store import audit_log, db, extent, reading
from triage.store.db import DatabaseError, now
from triage.store.reading import StoredTexts, unconfined
from triage.text import UNICODE, judged_differently

# A copy of a case is made while it is whole. Where its record is broken, a new one names the break, and keeps the old
# logs. Nothing is mended: what is in the case is committed to as it is, and stays unproved.

_COVERED = ("ledger key", "audit chain", "content", "decisions are audited", "clock")
_MOST_REASON = 2_000


def recover(case: OpenCase, reason: str, checks: list[Check]) -> Recovery:
    """Begin the record anew; ``checks`` are those of the case. Raises CaseError where its record is whole."""
    reason = " ".join(reason.split())
    if not 0 < len(reason) <= _MOST_REASON:
        raise CaseError("recover-without-reason", most=_MOST_REASON)
    case.store.must_write()
    logs = case.logs | {SHOWN: case.exposure.path}
    with writing(case.path), looking(case.path), showing(case.path):
        breaks = {name: log_break(case.store, path, name) for name, path in logs.items()}
        broken = [
            f"{check.name}: {render(check.message)}" for check in checks if not check.held and check.name in _COVERED
        ]
        broken += [f"{logs[name].name}: {render(why)}" for name, why in breaks.items() if why]
        if not broken:
            raise CaseError("record-whole", path=case.path)
        for name, why in breaks.items():
            if why:
                _put_aside(logs[name])
        kept = {path.name: sha256(path.resolve()) for path in sorted(case.path.glob("*-broken-*.jsonl"))}
        key = key_at(case.path / KEY)
        heads = {}
        for name, path in logs.items():
            log = Ledger(path, key, "" if breaks[name] else case.store.meta(name))
            files = " ".join(f"{name} {digest}" for name, digest in kept.items())
            log.event("begin-anew", {"reason": reason, "broken": "; ".join(broken), "kept": files})
            log.sync()
            log.end()
            heads[name] = log.head
        detail: dict[str, Any] = {
            "reason": reason,
            "login": login(),
            "broken": broken,
            "kept": kept,
            "ledger": heads["ledger"].name,
            SHOWN: heads[SHOWN].name,
            "ledger_key": hashlib.sha256(key).hexdigest(),
            "heads": [heads[name].lines for name in case.logs],
        }
        anchors = {name: head.anchor for name, head in heads.items()}
        audit_log.begin_anew(case.store, login(), detail, anchors)
    return Recovery(audit_log.beginning(case.store).row, tuple(broken), tuple(kept))


def back_up(
    case: OpenCase, target: Path, report: Callable[[int, int], object], stop: Callable[[], bool]
) -> Backup | None:
    """Copy a case to a new or empty folder, as it is at one moment; returns None, and leaves nothing, if stopped."""
    case.store.must_write()
    target = absolute(target)
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise CaseError("case-folder-not-empty", path=target)
    if target.is_relative_to(case.path) or root_among(case.policy, target):
        raise CaseError("backup-inside", path=target)
    if not decisions.purge(case, stop):
        if stop():
            return None
        raise CaseError("traces-left", path=case.path, error=say("case-being-written"))
    sizes, errors, done = list[int](), list[OSError](), False

    def counted(source: str, copied: str) -> None:
        try:
            sizes.append(Path(shutil.copy2(source, copied)).stat().st_size)
        except OSError as error:
            errors.append(error)
            raise

    try:
        with writing(case.path), case.store.db, becoming(target, DATABASE) as made:
            with looking(case.path), showing(case.path):
                case.store.meta("engine")  # from its first answer on, the transaction sees one moment of the case
                left_out = shutil.ignore_patterns(f"{DATABASE}*", "*.lock")
                shutil.copytree(case.path, made, dirs_exist_ok=True, ignore=left_out, copy_function=counted)
            if not (done := db.copy(case.store, made / DATABASE, report, stop)):
                (made / DATABASE).unlink()
    except OSError as error:
        first = (*errors, error)[0]
        raise CaseError("case-not-made", path=target, error=first.strerror or first) from error
    if not done:
        return None
    sizes.append((target / DATABASE).stat().st_size)
    return Backup(str(target), len(sizes), sum(sizes), str(case.keys.folder))


def _put_aside(path: Path) -> None:
    """Give a log the name of a broken one, where it is there."""
    if path.exists():
        time = now().replace("-", "").replace(":", "").replace(".", "")
        path.rename(path.with_name(f"{path.stem}-broken-{time}.jsonl"))


_SAMPLE = 200
"""Items whose words are looked for where the index isn't compared as a whole, beside those of which it holds none."""
_NAMED = 5
_LETTERS = 20


class Verification:
    """The checks of one open case."""

    def __init__(self, case: OpenCase) -> None:
        self._case = case
        self.check_heads = partial(heads.check, case)

    def run(self, head: bytes | None = None, keys: Collection[str] = (), *, quick: bool = False) -> list[Check]:
        """Check ledger, store, audit, index and heads against one another, and with a head that was kept elsewhere.

        One of the ``keys``, if any are given, must have signed the latest head of the case. ``quick``: of the index
        only a sample of items is checked.
        """
        try:
            return self._checks(head, quick) + heads.signer_checks(self._case, keys)
        except (DatabaseError, UnicodeDecodeError) as error:  # SQLite gives out text as it is stored
            return [Check("database", False, say("database-damaged", error=error))]

    def _checks(self, head: bytes | None, quick: bool) -> list[Check]:
        case = self._case
        scope = ScopeRecord(case.store, self._scope(), case.settings.changed())
        return [
            *verify(case.store, case.logs["ledger"], scope),
            _unless_refused("index", lambda: self._index(quick)),
            _unless_refused("seals", lambda: decisions.check(case)),
            verify_views(case.store, case.logs["views"], scope),
            verify_shown(case.store, case.exposure.path),
            make_check("scope versions", scope.check),  # once both ledgers were judged by them
            make_check("settings", scope.check_settings),
            *heads.checks(case, head),
            _unless_refused("known answers", lambda: known_answers.check(case)),
            *known_answers.check_versions(case),
            *self._rankings(),
            make_check("derived", lambda: derived_check.check(case)),
            *extent_checks(extent.extent(case.store)),
            *[Check("confinement", True, say("broker-unconfined"))] * unconfined(case.store),
        ]

    def _rankings(self) -> list[Check]:
        try:
            return Ordering(self._case).check()
        except (TriageError, DatabaseError, ValueError, LookupError, TypeError) as error:
            return [Check("ranking", False, say("check-unreadable", error=error))]

    def _index(self, quick: bool) -> Check:
        case = self._case
        texts = StoredTexts(case.store)
        items = texts.numbers()
        if case.engine.search(Everything()) != items:
            return Check("index", False, say("index-differs"))
        if case.engine.name != case.engine_name:
            return Check("index", False, say("index-left-alone", path=case.path / case.engine_name))
        compared = (None if quick else case.engine.compare()) or self._sampled(texts, items)
        if compared.wrong:
            return Check("index", False, compared.wrong)
        letters = self._judged_differently(texts, compared.differing)
        if differing := compared.differing - letters.keys():
            named = sorted(differing)[:_NAMED]
            ids = reading.ids(case.store, named)
            shown = ", ".join(ids.get(no, f"#{no}") for no in named)
            many = len(differing)
            return Check("index", False, say("index-words-differ", count=many, items=shown, path=case.path))
        complete = say("index-complete" if compared.whole else "index-sampled", count=compared.items - len(letters))
        if not letters:
            return Check("index", True, complete)
        apart = say(
            "index-of-another-unicode",
            count=len(letters),
            there=", ".join(index_versions(case.store)),
            here=UNICODE,
            characters=", ".join(
                f"U+{ord(letter):04X}" for letter in sorted(set().union(*letters.values()))[:_LETTERS]
            ),
            path=case.path,
        )
        return Check("index", True, joined("two-clauses", [complete, apart]))

    def _judged_differently(self, texts: StoredTexts, differing: Collection[ItemNo]) -> dict[ItemNo, set[str]]:
        """Return, of items whose index differs, the characters that another version of Unicode folds otherwise."""
        pattern = judged_differently(index_versions(self._case.store))
        if pattern is None:
            return {}
        known = texts.numbers().intersection(differing)
        found = {no: {letter for _, text in texts.raw(no) for letter in pattern.findall(text)} for no in known}
        return {no: letters for no, letters in found.items() if letters}

    def _sampled(self, texts: StoredTexts, items: set[ItemNo]) -> Comparison:
        drawn = random.SystemRandom().sample(sorted(items), min(len(items), _SAMPLE))
        return sampled(self._case.engine.holds, read_some(texts, {*drawn, *self._case.engine.emptied()}))

    def _scope(self) -> Policy | ScopeError:
        try:
            return self._case.policy
        except ScopeError as error:
            return error

    def write_head(self, name: str = "", restored: str = "", since: CaseHead | None = None) -> WrittenHead:
        """Write and sign the next head, with the proof that it extends an earlier one; raises CaseError where it can't.

        ``restored`` says why the case doesn't extend the latest head that was signed here; it goes on record.
        """
        self._case.store.must_write()
        with writing(self._case.path):
            if since is not None:
                self.check_heads([since])
            written = heads.write(self._case, name, restored)
            return (
                dataclasses.replace(written, head=heads.proving(self._case, written.head, since)) if since else written
            )

    def seen_by_others(self, name: str = "") -> int:
        """Return how many heads of the case others than the key of this name have signed or time-stamped."""
        return heads.seen_by_others(self._case, self._case.keys.secret(name or login()).public)

    def sign_head(self) -> str:
        """Write the next head, as a run does at its end; returns, encoded, why it was not signed, "" where it was."""
        with writing(self._case.path):
            return heads.sign(self._case)

    def add_head(self, head: CaseHead) -> Path:
        """Put a head of this case that somebody else has signed as well into its folder; returns its file."""
        self._case.store.must_write()
        with writing(self._case.path):
            return heads.add(self._case, head)

    def recover(self, reason: str) -> Recovery:
        """Begin a new record where the one before is broken, and keep the old one; what was before stays unproved.

        A head continues it. Raises CaseError where the record is whole.
        """
        begun = recover(self._case, reason, self.run())
        return replace(begun, unsigned=self.sign_head())

    def back_up(
        self,
        target: Path,
        progress: Callable[[int, int], object] = lambda done, total: None,
        stop: Callable[[], bool] = lambda: False,
    ) -> Backup | None:
        """Copy the case to a new or empty folder and verify the copy; returns None, and leaves nothing, if stopped.

        Raises CaseError where it can't be there, or another process reads sources for the case.
        """
        backup = back_up(self._case, target, progress, stop)
        if backup is None:
            return None
        try:
            with closing(OpenCase(Path(backup.folder), read_only=True)) as copied:
                return replace(backup, checks=tuple(Verification(copied).run()))
        except BaseException:  # what isn't verified would be in the way of the next try
            shutil.rmtree(backup.folder, ignore_errors=True)
            raise

    def compact(self, stop: Callable[[], bool] = lambda: False) -> tuple[int, int] | None:
        """Merge the index and give unused room back to the disk; returns the bytes before and after, None if stopped.

        What the case holds stays the same. Raises CaseError where another process writes.
        """
        case, database = self._case, (self._case.path / DATABASE).resolve()
        case.store.must_write()
        with writing(case.path):
            purged = decisions.purge(case, stop)
            before = database.stat().st_size
            if not (purged and case.engine.purge(stop)):
                if not stop():
                    raise CaseError("case-being-written")
                return None
            del case.engine  # its temporary tables are dropped
            if not db.compact(case.store, stop):
                return None
            after = database.stat().st_size
            with case.store.change(login(), "compact", before=before, after=after):
                return before, after

    def rebuild_index(self) -> int:
        """Make the search index anew from the stored texts; no source is opened. Returns the number of items.

        Raises CaseError where another process writes.
        """
        case = self._case
        case.store.must_write()
        count = StoredTexts(case.store).count()
        with writing(case.path):
            with case.store.change("triage", "index made anew", items=count):
                case.engine.rebuild()
                note_unicode(case.store, anew=True)
            del case.engine
            case.engine.finish()
        return count

    @property
    def wants_matrix(self) -> bool:
        """Whether the versions in force read the case and the known-answer test's matrix for them isn't stored yet."""
        key = known_answers.versions_key(known_answers.current())
        return any(each.key == key and not each.matrix for each in extent.read_versions(self._case.store))

    def keep_matrix(self, matrix: Matrix) -> None:
        """Store the known-answer test's matrix with the case; raises CaseError where other versions read the case."""
        self._case.store.must_write()
        with writing(self._case.path):
            known_answers.keep(self._case, matrix)


def _unless_refused(name: str, check: Callable[[], Check]) -> Check:
    """Return what a check finds; it fails where an index isn't opened, or what was signed can't be read."""
    try:
        return check()
    except TriageError as error:
        return Check(name, False, error.message)
    except (DatabaseError, ValueError, LookupError, TypeError) as error:
        return Check(name, False, say("check-unreadable", error=error))
