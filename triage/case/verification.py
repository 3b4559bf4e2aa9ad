"""Whether the case is what its records state, and what its readers find of planted words."""

from __future__ import annotations

from triage.case import known_answers, seals
from triage.case.opened import OpenCase
from triage.errors import ScopeError
from triage.indexing.lock import writing
from triage.indexing.previews import VIEWS
from triage.indexing.verify import verify, verify_scope, verify_views
from triage.indexing.verify_scope import ScopeRecord
from triage.messages import say
from triage.model.items import Check
from triage.model.known_answers import Matrix
from triage.scope.policy import Policy
from triage.search.query.tree import Everything
from triage.store.reading import StoredTexts


class Verification:
    """The checks of one open case."""

    def __init__(self, case: OpenCase) -> None:
        self._case = case

    def run(self) -> list[Check]:
        """Check ledger, store, audit and index against one another."""
        case = self._case
        items = StoredTexts(case.store).numbers()
        agree = case.engine.search(Everything()) == items
        scope = ScopeRecord(case.store, self._scope(), case.settings.changed())
        return [
            *verify(case.store, case.ledger_path, scope),
            Check("index", agree, say("index-complete", count=len(items)) if agree else say("index-differs")),
            seals.check(case),
            verify_views(case.store, case.path / VIEWS, scope),
            *verify_scope(scope),
            known_answers.check(case),
        ]

    def _scope(self) -> Policy | ScopeError:
        try:
            return self._case.policy
        except ScopeError as error:
            return error

    @property
    def wants_matrix(self) -> bool:
        """Whether the versions in force read the case and the known-answer test's matrix for them isn't stored yet."""
        return known_answers.wanting(self._case)

    def keep_matrix(self, matrix: Matrix) -> None:
        """Store the known-answer test's matrix with the case; raises CaseError where other versions read the case."""
        with writing(self._case.path):
            known_answers.keep(self._case, matrix)
