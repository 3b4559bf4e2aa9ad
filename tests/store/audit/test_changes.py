"""Tests of triage.store.audit.changes: what was written to a case since an earlier look, by whichever process."""

from __future__ import annotations

from pathlib import Path

from tests.records import case_of, mail
from triage.case import Case
from triage.model.team import READING

FILES: dict[str, bytes | str] = {"dana/1.eml": mail("One", "alpha"), "dana/2.txt": "beta"}


def test_what_others_decide_and_index_is_seen_once(tmp_path: Path) -> None:
    with case_of(tmp_path, FILES) as case, Case.open(case.path) as other:
        seen = other.team.changes(None)
        assert not seen.actions and not other.team.changes(seen).actions
        nos = case.search.run("*").nos
        case.decisions.tag(nos, "hot", "Rae", "bulk")
        case.decisions.note(nos[0], "Look here", "Rae", "key")
        changes = other.team.changes(seen)
        assert (changes.actions, changes.decided) == ({"tag", "note"}, nos)
        assert not other.team.changes(changes).decided
        case.decisions.undo("Rae")
        assert other.team.changes(changes).decided == nos[:1]
        seen = other.team.changes(None)
        (Path(case.scope.policy.allow[0].path) / "dana" / "3.txt").write_text("gamma")
        case.index()
        changes = other.team.changes(seen)
        assert not changes.decided and changes.actions >= READING - {"source-failed", "sources-missing"}
