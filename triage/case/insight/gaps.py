"""What may be missing in a case, each gap with its evidence and the items that show it.

It states no reason and accuses nobody: an attachment may have been left out on purpose. Nothing of it is kept. Sealed
items show no gap, and what is known of them (their Message-IDs, what holds them) closes gaps.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from triage.case.insight.correspondence import Correspondence
from triage.case.insight.exact_queries import of_ids
from triage.case.opened import OpenCase
from triage.messages import say
from triage.model.insight.gaps import ABSENT, FILE, KINDS, Gap, GapCount, GapReport
from triage.model.items import ItemNo, Row
from triage.store import reading, threads
from triage.store.derived import messages

_MOST_TEXT = 1 << 16
_AT_ONCE = 500
_PEOPLE = 5

Report = Callable[[int, int], object]


class CaseGaps:
    """The gaps of one open case."""

    def __init__(self, case: OpenCase, known: Correspondence) -> None:
        self._case = case
        self._known = known

    def find(
        self,
        *,
        kinds: Collection[str] = KINDS,
        custodian: str = "",
        limit: int | None = None,
        reviewer: str | None = None,
        done: Report = lambda *_: None,
        stop: Callable[[], bool] = lambda: False,
    ) -> GapReport | None:
        """Return the gaps of some of KINDS, kind by kind; None where it was stopped.

        With ``custodian`` only those in this custodian's records; ``limit`` is how many of each kind are listed, None
        for all. ``done`` is called with how many texts of how many were read. ``reviewer`` is as in ``Search.run``.
        """
        found = _FoundGaps(self._case, self._known)
        of_kind: dict[str, Callable[[], Iterable[_Gap]]] = {ABSENT: found.absent, FILE: lambda: found.files(done, stop)}
        counts, listed = list[GapCount](), list[Gap]()
        for kind in (kind for kind in KINDS if kind in kinds):
            gaps = [gap for gap in of_kind[kind]() if found.in_records(gap, custodian)]
            by_custodian = Counter(map(found.custodian, gaps))
            counts += [GapCount(kind, name, many) for name, many in sorted(by_custodian.items())]
            listed += found.complete(gaps[:limit])
        if stop():
            return None
        self._case.exposure.note("gaps", reviewer, gaps=len(listed))
        return GapReport(len(self._known.headers.nos), tuple(counts), tuple(listed))


@dataclass(frozen=True, slots=True)
class _Gap:
    """A gap before it is completed: what it is about, and the items."""

    kind: str
    evidence: tuple[str, Mapping[str, object]]
    nos: tuple[ItemNo, ...]
    about: str


class _FoundGaps:
    """The gaps among the messages of a case."""

    def __init__(self, case: OpenCase, known: Correspondence) -> None:
        self._case, self._store = case, case.store
        self._headers = known.headers

    def complete(self, gaps: Sequence[_Gap]) -> Iterator[Gap]:
        """Yield gaps with the ids and dates of their items, who sent them, and queries that find exactly them."""
        for at in range(0, len(gaps), _AT_ONCE):
            some = gaps[at : at + _AT_ONCE]
            rows = {row.no: row for row in reading.rows(self._store, sorted({no for gap in some for no in gap.nos}))}
            for gap in some:
                yield self._complete(gap, [rows[no] for no in gap.nos])

    def _complete(self, gap: _Gap, rows: Sequence[Row]) -> Gap:
        key, values = gap.evidence
        span = sorted(row.date[:10] for row in rows if row.date)
        ids = tuple(row.id for row in rows)
        return Gap(
            kind=gap.kind,
            custodian=self.custodian(gap),
            about=gap.about,
            first=span[0] if span else "",
            last=span[-1] if span else "",
            evidence=say(key, **values),
            people=tuple(dict.fromkeys(row.sender for row in rows if row.sender))[:_PEOPLE],
            nos=gap.nos,
            ids=ids,
            query=of_ids(ids),
        )

    def in_records(self, gap: _Gap, custodian: str) -> bool:
        """Whether an item that shows a gap is in a custodian's records; any gap for ""."""
        return not custodian or any(self._custodian_of[no] == custodian for no in gap.nos)

    def custodian(self, gap: _Gap) -> str:
        """Return in whose records a gap is, "" where the items that show it are in several custodians'."""
        owners = {self._custodian_of[no] for no in gap.nos}
        return owners.pop() if len(owners) == 1 else ""

    @cached_property
    def _custodian_of(self) -> dict[ItemNo, str]:
        names = (self._headers.custodians[at] for at in self._headers.custodian.tolist())
        return dict(zip(map(ItemNo, self._headers.nos.tolist()), names, strict=True))

    def absent(self) -> Iterator[_Gap]:
        """Yield the messages that others refer to and the case doesn't have."""
        from triage.insight import gaps

        for one in gaps.absent(self._headers, threads.MessageKeys(self._store)):
            yield _Gap(ABSENT, ("gap-absent", {"count": len(one.items)}), one.items, one.message_id)

    def files(self, done: Report, stop: Callable[[], bool]) -> Iterator[_Gap]:
        """Yield the files that messages name and the case doesn't have."""
        from triage.insight import gaps
        from triage.insight.threads import topic_of

        firsts = self._candidates(gaps.ENDINGS)
        known = gaps.known_names(messages.file_names(self._store))
        naming, written = defaultdict[str, set[ItemNo]](set), dict[str, str]()
        for no, subject, text in self._texts(firsts, done, stop):
            for name in gaps.named_files(text, bool(topic_of(subject)[1])):
                if (part := gaps.last_part(name)) not in known:
                    written.setdefault(part, name)
                    naming[part].update(self._groups[self._mail_of[no]])
        for part, nos in sorted(naming.items()):
            yield _Gap(FILE, ("gap-file", {"count": len(nos)}), tuple(sorted(nos)), written[part])

    def _candidates(self, words: Sequence[str]) -> list[ItemNo]:
        """Return the first item of each message that has one of these words and holds nothing sealed."""
        alternatives = " OR ".join(f'"{word}"' for word in words)
        having = self._case.found(f"body:({alternatives})")[1]
        headers = self._headers
        chosen = headers.of_items(having)[headers.mail] & headers.is_first
        nos = list(map(ItemNo, headers.nos[chosen].tolist()))
        uncertain = messages.holding_sealed(self._store, nos)
        return [no for no in nos if no not in uncertain]

    def _texts(
        self, every: Sequence[ItemNo], done: Report, stop: Callable[[], bool]
    ) -> Iterator[tuple[ItemNo, str, str]]:
        """Yield items with their subjects and texts."""
        for at in range(0, len(every), _AT_ONCE):
            if stop():
                return
            done(at, len(every))
            some = every[at : at + _AT_ONCE]
            texts, subjects = threads.texts(self._store, some, _MOST_TEXT), messages.subjects(self._store, some)
            yield from ((no, subjects[no], texts[no]) for no in some if no in texts)
        done(len(every), len(every))

    @cached_property
    def _mail_of(self) -> dict[ItemNo, int]:
        return dict(zip(map(ItemNo, self._headers.nos.tolist()), self._headers.mail.tolist(), strict=True))

    @cached_property
    def _groups(self) -> dict[int, tuple[ItemNo, ...]]:
        """The items of each message."""
        groups: dict[int, tuple[ItemNo, ...]] = {}
        for no, mail in self._mail_of.items():
            groups[mail] = (*groups.get(mail, ()), no)
        return groups
