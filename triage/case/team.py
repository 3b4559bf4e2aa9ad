"""The work of several reviewers: batches, samples, decisions exchanged between copies of a case, progress."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from msgspec.structs import replace

from triage import __version__
from triage.case.opened import OpenCase
from triage.errors import DecisionError, TriageError, VerifyError
from triage.indexing.verify import coding
from triage.messages import encode, plain, say
from triage.model.items import ItemNo
from triage.model.team import (
    DecisionFile,
    Disagreement,
    MergeReport,
    ReviewProgress,
    RosterReport,
)
from triage.proof.keys import PublicKey, verifies
from triage.review import batches, exchange, merge, roster, sealing
from triage.review.batches import Batches
from triage.review.samples import Samples
from triage.store.report_counts import changes_since, index_state
from triage.store.saved import searches
from triage.store.signatures import ADD, APPOINT, REMOVE


class Team:
    """The shared work on one open case."""

    def __init__(self, case: OpenCase) -> None:
        self._case = case
        self._store = case.store
        self._signer = case.signer
        self.batches = Batches(case.store, lambda query: case.found(query)[1])
        self.samples = Samples(case.store, self._find_sampled)
        self.changes = partial(changes_since, case.store)

    def _find_sampled(self, query: str) -> tuple[str, Sequence[ItemNo]]:
        read, nos, _ = self._case.found(query)
        return read.reading, nos

    @property
    def case_id(self) -> str:
        """The hash with which the case began, which all its copies share; "" where the record of it is gone."""
        return self._store.first_audit_hash()

    # Exchanging decisions

    def export_decisions(self, target: Path) -> DecisionFile:
        """Write all decisions, batches and samples to a new decision file, for another copy of the case to merge."""
        signer, unsigned = self._signer, ""
        try:
            key = signer.key
        except TriageError as error:
            key, unsigned = "", encode(say("decision-file-unsigned", why=error))
        with self._store.db:
            state = index_state(self._store, self._case.engine_name, __version__)
            header = exchange.header(self._store, self._case.path.name, state.id, __version__)
            counts, seal = exchange.write(
                target,
                header,
                exchange.records(self._store),
                lambda text: {"key": key, "signature": signer.sign(text)} if key else {},
            )
        decisions, batches, samples = counts["decision"], counts["batch"], counts["sample"]
        return DecisionFile(str(target), decisions, batches, samples, counts["work"], seal, unsigned)

    def merge(
        self,
        other: Path,
        reviewer: str,
        seal: str = "",
        dry: bool = False,
        unsigned: bool = False,
        approver: str = "",
    ) -> MergeReport:
        """Take over what another copy of the case has: a decision file, or the copy's folder, which is only read.

        The union of both copies' events stands; where two people differ is listed. ``seal`` is the file's as its
        sender told it: another one is refused. What isn't signed is refused unless ``unsigned``. A case without a
        roster takes over the one that began with the key of the ``approver``.
        ``dry`` says what would be done, and does nothing.
        """
        with self._case.updating_index() as index, _offered(other) as offer:
            report = merge.merge(
                self._store,
                offer,
                seal.strip().lower(),
                reviewer,
                lambda: sealing.finish(self._store, index),
                verifies,
                approver=approver,
                unsigned=unsigned,
                dry=dry,
            )
            if not dry:
                sealing.propagate(self._store, index)
        return report

    def disagreements(self) -> list[Disagreement]:
        """Return where two reviewers differ now, whether copies were merged or not; ``is:disputed`` finds the items."""
        conflicts: list[Disagreement] = []
        with self._store.db:
            conflicts += merge.standing_now(self._store)
        return conflicts

    # The roster

    def roster(self) -> RosterReport:
        """Return whose keys may open seals; raises VerifyError where the roster isn't what was signed."""
        now = roster.current(self._store, verifies)
        try:
            own = plain(self._signer.key)
        except TriageError as error:
            own = error.message
        members = tuple((name, key) for key, name in now.members.items())
        return RosterReport(now.approver, members, tuple(now.appointing), now.count, own)

    def change_roster(self, action: str, who: str = "", key: str = "", reason: str = "") -> RosterReport:
        """Change whose keys may open seals; the approver signs. A ``key`` is a public line, "" that of the login.

        "add" lets the key of a person open seals with others'; "replace" puts it in the place of the one that the
        person has (``who`` is a name or that key), "remove" takes that off; "appoint" makes it the approver's, as the
        approver, or as two people one after the other. What was signed stays valid.
        """
        steps = []
        if action in (REMOVE, "replace"):
            old, who = self._member(who)
            steps.append((REMOVE, old, ""))
        if action != REMOVE:
            line = PublicKey.parse(key.strip()).line if key else self._signer.key
            steps.append((APPOINT if action == APPOINT else ADD, line, who))
        roster.change(self._store, self._signer, verifies, steps, " ".join(reason.split())[:2_000])
        return self.roster()

    def _member(self, who: str) -> tuple[str, str]:
        """Return the one key of the roster that has this line or this person's name, with that name."""
        members = roster.current(self._store, verifies).members.items()
        matches = [(key, name) for key, name in members if who == key or who.casefold() == name.casefold()]
        if len(matches) != 1:
            raise DecisionError("roster-no-such-member", who=who, known=", ".join(f"{n} ({k})" for k, n in members))
        return matches[0]

    # Progress

    def progress(self, terms: Sequence[str] = (), saved: bool = True) -> ReviewProgress:
        """Return the numbers of the dashboard; ``terms`` are asked as well, ``saved`` says if saved searches are."""
        named = [(s.name, s.query) for s in searches(self._store)] if saved else []
        asked = [*named, *((term, term) for term in terms)]
        done = batches.progress(self._store, self._case.path.name, asked, lambda query: self._case.found(query)[1])
        return replace(done, read=self._case.exposure.shown_items().read())


def adopt(case: OpenCase) -> int:
    """Apply decisions that were taken over before their items were indexed; return how many."""
    with case.updating_index() as index:
        adopted = merge.adopt(case.store, lambda: sealing.finish(case.store, index))
        sealing.propagate(case.store, index)
    return adopted


@contextmanager
def _offered(other: Path) -> Iterator[exchange.Offer]:
    """Open a decision file, or another copy's folder once the record of its decisions has proved itself."""
    offer: exchange.Offer
    if other.is_dir():
        offer = exchange.OtherFolder(other)
        for check in coding(offer.store):
            if not check.held:
                offer.close()
                raise VerifyError("copy-unproved", path=other, check=check.name, why=check.message)
    else:
        offer = exchange.DecisionLines(other)
    try:
        yield offer
    finally:
        offer.close()
