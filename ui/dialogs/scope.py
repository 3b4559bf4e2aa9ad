"""A change of the scope: one rule added, changed or removed; what it comes to before and after, and the reason."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

import msgspec
from PySide6.QtWidgets import QLineEdit, QWidget

from triage.case import Allow, Case, Deny, Policy, check_scope
from triage.errors import TriageError
from triage.model.scope import ScopePlan, ScopeVersion
from ui.case.jobs import BackgroundJob
from ui.case.session import Session
from ui.dialogs.base import Dialog, form
from ui.i18n import formatting, messages
from ui.i18n.language import tr
from ui.panel import label, tell
from ui.presenters import case_page
from ui.widgets.builders import beside, delayed, file_dialog
from ui.widgets.controls import button, entry

_SOON = 300  # milliseconds after the last letter before files are counted
Rule = TypeVar("Rule", bound=Allow | Deny)
Counts = tuple[ScopePlan, ScopePlan, tuple[int, int] | None]


def fresh(policy: Policy, kind: str) -> str:
    """Return an id that no rule has yet: "allow-3"."""
    taken = {root.id for root in policy.allow} | {rule.id for rule in policy.deny}
    return next(name for n in range(1, len(taken) + 2) if (name := f"{kind}-{n}") not in taken)


def _exchanged(rules: tuple[Rule, ...], old: Rule, new: Rule | None) -> tuple[Rule, ...]:
    """Return the rules with one of them exchanged, added where it isn't among them, or left out for None."""
    at = next((n for n, rule in enumerate(rules) if rule.id == old.id), len(rules))
    return (*rules[:at], *(() if new is None else (new,)), *rules[at + 1 :])


class ScopeDialog(Dialog):
    """Changes one rule of a scope; with ``remove`` it only asks for the reason. Nothing is written before ``go``."""

    def __init__(
        self, parent: QWidget, session: Session, policy: Policy, rule: Allow | Deny, *, remove: bool = False
    ) -> None:
        super().__init__(parent, tr("Remove a rule of the scope") if remove else tr("Change the scope"))
        self.session, self.before, self.rule, self.remove = session, policy, rule, remove
        self.fields: dict[str, QLineEdit] = {}
        self.job: BackgroundJob | None = None
        self._writing = self._counted = False
        self.counts, self.why = label(wraps=True), label("", "muted", wraps=True)
        self.reason = entry(tr("Reason for the change"), tr("goes on record with the new version"))
        self.approver = entry(tr("Approved by"), tr("optional; signed with the key of your login"))
        self._timer = delayed(self, _SOON, self._count)
        rows = [] if remove else self._rows()
        rows += [(tr("Reason for the change"), self.reason), (tr("Approved by"), self.approver)]
        what = label(formatting.foreign(rule.path if isinstance(rule, Allow) else rule.glob), "title", wraps=True)
        parts = [what] if remove else []
        self.arrange(*parts, form(*rows), self.counts, self.why, self.answers(tr("Change the scope")), wide=84, high=50)
        for field in self.fields.values():
            field.textChanged.connect(self._soon)
        self.reason.textChanged.connect(self._ready)
        self.finished.connect(lambda _: self._stop())
        self._soon()

    def _rows(self) -> list[tuple[str, Any]]:
        """Return a line for each thing that a rule says."""
        names = {"glob": tr("Pattern"), "reason": tr("Reason for the rule")}
        if isinstance(self.rule, Allow):
            names = {"path": tr("Folder"), "custodian": tr("Custodian"), "basis": tr("Basis")}
        rows: list[tuple[str, Any]] = []
        for key, name in names.items():
            self.fields[key] = entry(name)
            self.fields[key].setText(getattr(self.rule, key))
            browse = button(tr("Choose …"), self.choose)
            browse.setAccessibleName(tr("Choose the folder that may be read"))
            rows.append((name, beside((self.fields[key], 1), browse) if key == "path" else self.fields[key]))
        return rows

    def choose(self) -> None:
        """Choose the folder."""
        file_dialog(self, tr("A folder that may be read"), lambda path: self.fields["path"].setText(str(path))).open()

    def policy(self) -> Policy:
        """Return the scope as it would be."""
        texts, old = {key: field.text().strip() for key, field in self.fields.items()}, self.rule
        if isinstance(old, Deny):
            rule = None if self.remove else Deny(old.id, texts["glob"], texts["reason"])
            return replace(self.before, deny=_exchanged(self.before.deny, old, rule), text="")
        path = str(Path(texts["path"])) if texts.get("path") else ""
        root = (
            None
            if self.remove
            else msgspec.structs.replace(old, path=path, custodian=texts["custodian"], basis=texts["basis"])
        )
        return replace(self.before, allow=_exchanged(self.before.allow, old, root), text="")

    # ---- counting

    def _stop(self) -> None:
        if self.job is not None:
            self.job.drop()
            self.job = None

    def _soon(self) -> None:
        self._stop()
        self._counted = False
        self.counts.clear()
        self._timer.start()
        self._ready()

    def _missing(self) -> str:
        """Return what is to be filled in before there is a change to speak of, "" where nothing is."""
        for key, field in self.fields.items():
            if key in ("path", "custodian", "glob") and not field.text().strip():
                return tr("To go on, fill in: {field}", field=field.accessibleName())
        return tr("Nothing has been changed yet.") if self.policy() == self.before else ""

    def _refusal(self) -> str:
        """Return why the scope can't be changed so, "" where it can."""
        try:
            check_scope(self.policy())
        except TriageError as error:
            return messages.error(error)
        return ""

    def _count(self) -> None:
        jobs = self.session.jobs
        if jobs is None or self._missing() or self._refusal():
            return
        policy = self.policy()

        def work(case: Case, report: Callable[..., None], stop: Any) -> Counts:
            before, after = (case.scope.plan(scope, report, stop.is_set) for scope in (None, policy))
            root = next((root for root in after.roots if root.id == self.rule.id), None)
            old = next((root for root in before.roots if root.id == self.rule.id), None)
            moved = root is not None and old is not None and root.path != old.path and root.error is None
            return before, after, case.scope.moved_there(policy.root(self.rule.id)) if moved else None

        self._counting(0)
        self.job = jobs.run("scope-change", work, self._counting, self._show, self._refuse)

    def _counting(self, files: int) -> None:
        number = formatting.number(files)
        self.counts.setText(tr("Counting files by their names: {number} so far …", number=number))

    def _show(self, counts: Counts) -> None:
        self.job, self._counted = None, True
        self.counts.setText(case_page.change(*counts))
        self._ready()

    def _refuse(self, error: TriageError) -> None:
        self._writing = False
        tell(self.why, messages.error(error), "error")

    def _ready(self) -> None:
        """Let the change be made once it is counted and has a reason; say what is missing."""
        missing, refusal = self._missing(), ""
        if not missing and not (refusal := self._refusal()) and not self.reason.text().strip():
            missing = tr("To go on, give the reason for the change.")
        tell(self.why, missing or refusal, "error" if refusal else "muted")
        self.go.setEnabled(not missing and not refusal and self._counted)

    # ---- changing

    def accept(self) -> None:
        """Put the scope on record; the dialog stays where that can't be."""
        policy, reason, approver = self.policy(), self.reason.text(), self.approver.text()
        self._writing = True
        self.go.setEnabled(False)
        self.session.write(lambda case, _: case.scope.change(policy, reason, approver), self._changed, self._refuse)

    def _changed(self, version: ScopeVersion) -> None:
        self._writing = False
        said = tr(
            "Version {number} of the scope is in force. Index the sources to read what is new.", number=version.number
        )
        self.session.say(said)
        self.session.recount()
        super().accept()

    def reject(self) -> None:
        """Close, unless the change is being written."""
        if not self._writing:
            super().reject()
