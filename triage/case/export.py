"""Findings as files that leave the case. Originals are opened again through the broker, so each is in the ledger."""

from __future__ import annotations

import hashlib
import os
import threading
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import nullcontext, suppress
from datetime import datetime
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from triage import __version__
from triage.case import heads, known_answers
from triage.case.leaving import productions as stops
from triage.case.leaving.desk import Begin, CaseDesk, ItemReader, begin_on_record, end_on_record, write_on_record
from triage.case.opened import KEY, OpenCase
from triage.case.reports import Reports
from triage.case.search import Search
from triage.errors import EngineRefusal, ExportError, QueryError
from triage.export.bundle import OnProgress, write_bundle
from triage.export.collect import Collector
from triage.export.contract import NamedSearch, Order, Report
from triage.export.proof_folder import OpenedIds, Record, against, items_root, opened_paths, read_hashes, write_proof
from triage.export.redacted import RedactedDesk
from triage.export.writers.html import preview
from triage.indexing.verify import ScopeRecord
from triage.insight.names import storage as names
from triage.model.items import ExportReport, ItemNo, Status
from triage.model.leaving import BY_DATE, NOTHING, REDACT, UNDECIDED, Arrangement, Decided, StopLine
from triage.model.reports import Results
from triage.model.scope import ProofQuestions
from triage.model.tags import SuggestionRecord
from triage.review import batches, palette
from triage.scope.ledger import Ledger, looking, writing
from triage.scope.mounts import root_among
from triage.search.query.language import write
from triage.search.query.tree import Attribute, Leaf, Literal, Node, leaves
from triage.secret_keys import key_at
from triage.store import audit_log, decision_log, extent, productions, reading, relations, scope_versions
from triage.store.db import now
from triage.store.facts import StoredFacts

_NONE = ProofQuestions()
_PREVIEWED, _PREVIEWED_OF = 5, 500


class Export:
    """What leaves one open case."""

    def __init__(self, case: OpenCase) -> None:
        self._case = case
        self.belonging = partial(relations.belonging, case.store)
        self.stops = partial(stops.stops, case.store)
        self.profiles = partial(palette.all_profiles, case.store)
        self.profile = partial(palette.profile_named, case.store)
        self.save_profile = partial(palette.save_profile, case.store)
        self.remove_profile = partial(palette.remove_profile, case.store)

    def findings(self, query: str) -> tuple[Results, list[ItemNo]]:
        """Return what an export by this query holds: what it finds, and decided items that are superseded or vanished.

        The latter are exported, marked, also where the query leaves them out.
        """
        results = Search(self._case).run(query)
        return results, extent.with_decisions(self._case.store, results.past)

    def proposed_query(self) -> str:
        """Return what an export holds where nobody says: the items with a tag that marks a finding.

        Raises ExportError where no tag does.
        """
        marks = [tag.name for tag in decision_log.palette(self._case.store).tags if tag.finding]
        if not marks:
            raise ExportError("export-no-findings")
        return " OR ".join(write(Attribute("tag", name)) for name in marks)

    def left_out(self, nos: Collection[ItemNo]) -> dict[str, int]:
        """Return how many items an export of these leaves out that carry a tag, by tag, in the order of the palette."""
        known = StoredFacts(self._case.store)
        tagged = ((tag.name, known.named("tag", tag.name)) for tag in decision_log.palette(self._case.store).tags)
        return {name: left for name, items in tagged if (left := len(items.difference(nos)))}

    def plan(
        self, query: str, decided: Decided = UNDECIDED, belonging: str = NOTHING
    ) -> tuple[int, list[StopLine], dict[str, int]]:
        """Return how many items an export would hold, what is to be decided before, and what it would leave out.

        The last is as in ``left_out``. Nothing is recorded.
        """
        results, decided_past = self.findings(query)
        found = (*results.nos, *decided_past)
        nos = (*found, *self.belonging(found, belonging))
        lines = self.stops(nos, decided)
        return len(nos), lines, self.left_out(set(nos) - stops.left_behind(lines, decided))

    @property
    def productions(self) -> stops.Productions:
        """Productions: numbered documents with load files."""
        return stops.Productions(self._case, self.findings, self.belonging)

    def preview(self, query: str, arrangement: Arrangement = BY_DATE) -> str:
        """Return as HTML how a report would begin with the first of what a query finds; nothing is opened or recorded.

        It has none of what only a whole export knows: numbers of files, copies, hits of saved searches.
        """
        results, decided_past = self.findings(query)
        desk, nos = ItemReader(self._case), (*results.nos, *decided_past)[:_PREVIEWED_OF]
        collector = Collector(desk, nos, query)
        first = collector.order(nos)[:_PREVIEWED]
        made = map(collector.dossier, range(1, len(first) + 1), desk.items(first))
        some = (replace(one, native="natives/…", text="text/…") for one in made)
        status = reading.status(self._case.store, self._case.path.name, self._case.engine_name)
        order = replace(self._order(query, results, "", status, ""), arrangement=arrangement)
        return preview(Report(order, tuple(some)))

    def bundle(
        self,
        target: Path,
        query: str,
        reviewer: str,
        progress: Callable[[int, int], None] | None = None,
        stop: threading.Event | None = None,
        decided: Decided = UNDECIDED,
        belonging: str = NOTHING,
        arrangement: Arrangement = BY_DATE,
    ) -> ExportReport:
        """Export what a query finds, and what belongs to it by one of BELONGING, into a new folder that proves itself.

        ``arrangement`` is that of the report. ``decided`` is what a person decided on what is privileged or redacted.
        Raises ExportError where there is some and nobody has, or the folder can't be written; nothing is left then, nor
        where it was stopped. It is on record before it begins, and what an earlier one left that was killed is deleted.
        """
        case = self._case
        results, decided_past = self.findings(query)
        found = (*results.nos, *decided_past)
        more = self.belonging(found, belonging)
        nos, lines = self._decided((*found, *more), decided)
        record = stops.recorded(lines, decided)

        def export(desk: CaseDesk, ledger: Ledger) -> ExportReport:
            order = replace(
                self._order(query, results, reviewer, desk.status(), ledger.head.hash),
                decided=record,
                belonging=belonging,
                belongs_to=more,
                left_out=self.left_out(nos),
                arrangement=arrangement,
                **self._searched(query, frozenset(nos), frozenset(nos).difference(more), stop),
            )
            about = {"query": query, "items": len(nos), "belonging": belonging}
            begin = begin_on_record(case, target, reviewer, "export-begin", about | record)
            if decided.redactions == REDACT and "redactions" in record:
                desk.redacted = stops.with_near_misses(productions.redacted(case.store), lines, decided)
                desk.accepted = decided.accepted
                return self._write_redacted(desk, order, nos, (target, progress, stop, begin))
            return write_bundle(target, order, desk, nos, progress, stop, begin)

        report: ExportReport = write_on_record(case, export, partial(self._record, query, reviewer), target)
        return report

    def _order(self, query: str, results: Results, reviewer: str, status: Status, ledger_head: str) -> Order:
        """Return what is known of an export before anything is searched again."""
        case = self._case
        return Order(
            case=case.path.name,
            reviewer=reviewer,
            query=query,
            reading=results.reading,
            policy=case.policy,
            status=status,
            not_searchable=results.not_searchable,
            partly=results.partly,
            problems=tuple(reading.problems(case.store)),
            ledger_head=ledger_head,
            audit_head=case.store.audit_head()[1],
            created=now(),
            version=__version__,
            shown=case.exposure.shown(),
            suggested=self._suggested(),
        )

    def _suggested(self) -> SuggestionRecord:
        ranked = names.load(self._case.store)
        return SuggestionRecord(
            len(ranked[1]) if ranked else 0, tuple(audit_log.suggestion_decisions(self._case.store))
        )

    def _decided(self, nos: tuple[ItemNo, ...], decided: Decided) -> tuple[tuple[ItemNo, ...], list[StopLine]]:
        """Return the items that leave, and what had to be decided."""
        lines = self.stops(nos, decided)
        stops.check(self._case.store, lines, decided)
        behind = stops.left_behind(lines, decided)
        return tuple(no for no in nos if no not in behind), lines

    def _write_redacted(
        self,
        desk: CaseDesk,
        order: Order,
        nos: Sequence[ItemNo],
        way: tuple[Path, OnProgress | None, threading.Event | None, Begin],
    ) -> ExportReport:
        """Write an export without what is redacted."""
        store, (target, progress, stop, begin) = self._case.store, way
        desk.kept_back = desk.redacted.keys() | productions.holders(store, desk.redacted)
        leaving = RedactedDesk(desk, nos, int(datetime.fromisoformat(order.created).timestamp()))
        order = replace(order, problems=tuple(leaving.problems(order.problems)))
        return write_bundle(target, order, leaving, nos, progress, stop, begin, complete=leaving.complete)

    def _searched(
        self, query: str, nos: frozenset[ItemNo], found: frozenset[ItemNo], stop: threading.Event | None
    ) -> dict[str, Any]:
        """Return what an export states of its query, of the saved searches, and of what could be searched."""
        reports, snapshot = Reports(self._case), self._case.snapshot
        searches = [NamedSearch("", query, _terms(snapshot.read(query).query), found)]
        for saved in Search(self._case).saved():
            with suppress(QueryError, EngineRefusal):  # the report on terms says why
                answer = snapshot.ask(saved.query, saved=True)
                searches.append(NamedSearch(saved.name, saved.query, _terms(answer.reading.query), answer.found & nos))
        queries = [search.query for search in searches if search.query.strip()]
        return {
            "searches": tuple(searches),
            "batches": tuple(self._batches(nos)),
            "terms": reports.terms(list(dict.fromkeys(queries)), stop=stop),
            "coverage": reports.coverage(query, seed="1"),
            "known_answers": known_answers.recorded(self._case),
        }

    def _batches(self, nos: frozenset[ItemNo]) -> Iterator[NamedSearch]:
        for batch in batches.all_of(self._case.store):
            if items := self._case.snapshot.ask(batch.query).found & nos:
                yield NamedSearch(f"the batch {batch.name}", batch.query, (), items)

    def prove(self, target: Path, name: str = "", questions: ProofQuestions = _NONE) -> dict[str, Any]:
        """Write a proof of what was opened into a new folder, and its annex beside it; returns what it states.

        A head over the record as it is now is signed for it. Raises ExportError where it can't be written or checked.
        """
        case = self._case
        case.store.must_write()
        annex = target.with_name(f"{target.name}.annex.jsonl")
        for path in (target, annex):
            if os.path.lexists(path) or not target.parent.is_dir():
                raise ExportError("proof-not-written", path=path)
        if root := root_among(case.policy, target):
            raise ExportError("export-among-evidence", path=target, root=root.path)
        with writing(case.path), looking(case.path) if questions.absent or questions.against else nullcontext():
            answers, item_hashes = self._answers(questions)
            written = heads.write(case, name)
            record = Record(
                program=f"Triage {__version__}",
                versions=dict(known_answers.current()),
                head=written.head,
                logs=case.logs,
                audit=islice(audit_log.audit_entries(case.store), written.head.sizes["audit"]),
                heads={f"heads/{path.name}": path.read_bytes() for path in written.path.parent.glob("*.head")},
                stamps={f"stamps/{path.name}": path.read_bytes() for path in written.path.parent.glob("*.tsr")},
                scopes={version.number: version.text for version in scope_versions.every(case.store)},
                sources=audit_log.sources_of_items(case.store, audit_log.beginning(case.store).sources),
                answers=answers,
                item_hashes=item_hashes,
                key=key_at(case.path / KEY),
                extent=extent.extent(case.store),
            )
            return write_proof(target, record, written.key)

    def _answers(self, questions: ProofQuestions) -> tuple[list[dict[str, Any]], str]:
        """Return the answers, and the hashes of all that isn't sealed, a line each, if they are to be disclosed."""
        case, answers = self._case, list[dict[str, Any]]()
        key, logs = key_at(case.path / KEY), case.logs.values()
        if questions.absent:
            if aside := [name for _, _, begun in audit_log.recoveries(case.store) for name in begun["kept"]]:
                raise ExportError("absent-put-aside", path=case.path / aside[0])
            in_force = ScopeRecord(case.store, case.policy, {}).in_force
            ids = OpenedIds(opened_paths(logs, key, in_force), key)
            answers += [ids.absent(path, questions.disclose) for path in questions.absent]
        listing, disclosed = "", dict[str, Any]()
        if questions.against:
            contents = audit_log.contents(case.store) | read_hashes(logs, key)
            if questions.disclose:
                listed = sorted(contents - audit_log.sealed_contents(case.store))
                listing = "".join(f"{digest}\n" for digest in listed)
                digest = hashlib.sha256(listing.encode()).hexdigest()
                disclosed = {"item_hashes": digest, "sealed": len(contents) - len(listed)}
            answers += [against(path, contents) | disclosed for path in questions.against]
        if questions.items_root:
            answers.append(items_root(audit_log.item_lines(case.store)))
        return answers, listing

    def _record(self, query: str, reviewer: str, report: ExportReport, desk: CaseDesk, ledger: Ledger) -> ExportReport:
        """Put an export on record, and return its report with what is known only then."""
        store = self._case.store
        with store.change(reviewer, "export", query=query, findings=report.findings, seal=report.seal) as detail:
            end_on_record(self._case, ledger, detail)
            detail |= {"unconfined": True} if desk.unconfined else {}
        unsigned = heads.sign(self._case) or desk.unsigned
        return replace(report, unconfined=desk.unconfined, unsigned=unsigned, extent=extent.extent(store))


def _terms(query: Node) -> tuple[str, ...]:
    """Return what ``Span.term`` numbers, as the language writes it."""
    return tuple(write(leaf) for leaf in leaves(query) if isinstance(leaf, Leaf | Literal))
