"""What may be missing in a case, each gap with its evidence and the items that show it.

It states no reason and accuses nobody: a silence may be a holiday, an attachment may have been forgotten. Nothing of it
is kept. Sealed items show no gap, and what is known of them (whose they are, when, their Message-IDs) closes gaps.
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
from triage.model.insight.gaps import ABSENT, ATTACHMENT, COPY, FILE, KINDS, SILENCE, Gap, GapCount, GapReport
from triage.model.items import ItemNo, Row
from triage.search.query.language import write
from triage.search.query.tree import Attribute
from triage.store import reading, threads
from triage.store.derived import messages
from triage.store.facts import askable

_MOST_TEXT = 1 << 16
_AT_ONCE = 500
_PEOPLE = 5

Report = Callable[[int, int], object]


class CaseGaps:
    """The gaps of one open case."""

    def __init__(self, case: OpenCase, known: Correspondence) -> None:
        self._case = case
        self._store = case.store
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
        of_kind: dict[str, Callable[[], Iterable[_Gap]]] = {
            SILENCE: found.silences,
            ABSENT: found.absent,
            ATTACHMENT: lambda: found.mentioned(ATTACHMENT, done, stop),
            FILE: lambda: found.mentioned(FILE, done, stop),
            COPY: found.copies,
        }
        counts, listed = list[GapCount](), list[Gap]()
        for kind in (kind for kind in KINDS if kind in kinds):
            if stop():
                return None
            gaps = [gap for gap in of_kind[kind]() if found.in_records(gap, custodian)]
            by_custodian = Counter(map(found.custodian, gaps))
            counts += [GapCount(kind, name, many) for name, many in sorted(by_custodian.items())]
            listed += found.complete(gaps[:limit])
        if stop():
            return None
        self._case.exposure.note("gaps", reviewer, gaps=len(listed))
        return GapReport(len(self._known.headers.nos), tuple(counts), tuple(listed), tuple(self._known.addresses()))


@dataclass(frozen=True, slots=True)
class _Gap:
    """A gap before it is completed: what it is about ("" for the subject of its first item), and the items."""

    kind: str
    evidence: tuple[str, Mapping[str, object]]
    nos: tuple[ItemNo, ...] = ()
    custodian: str = ""
    about: str = ""
    span: tuple[int, int] | None = None


class _FoundGaps:
    """The gaps among the messages of a case."""

    def __init__(self, case: OpenCase, known: Correspondence) -> None:
        self._case, self._store, self._known = case, case.store, known
        self._headers = known.headers
        self._mentioned: dict[str, list[_Gap]] | None = None

    def complete(self, gaps: Sequence[_Gap]) -> Iterator[Gap]:
        """Yield gaps with the ids and dates of their items, who sent them, and queries that find exactly them."""
        for at in range(0, len(gaps), _AT_ONCE):
            some = gaps[at : at + _AT_ONCE]
            queries = [_days(gap.custodian, gap.span) if gap.span else "" for gap in some]
            nos = [self._case.found(query)[1] if query else gap.nos for gap, query in zip(some, queries, strict=True)]
            rows = {row.no: row for row in reading.rows(self._store, sorted({no for each in nos for no in each}))}
            for gap, query, each in zip(some, queries, nos, strict=True):
                yield self._complete(gap, query, [rows[no] for no in each])

    def _complete(self, gap: _Gap, query: str, rows: Sequence[Row]) -> Gap:
        key, values = gap.evidence
        span = [reading.iso(one)[:10] for one in gap.span or ()] or sorted(row.date[:10] for row in rows if row.date)
        subject = rows[0].subject if rows else ""
        ids = tuple(row.id for row in rows)
        return Gap(
            kind=gap.kind,
            custodian=self.custodian(gap),
            about=gap.about or (" to ".join(span) if gap.span else subject),
            first=span[0] if span else "",
            last=span[-1] if span else "",
            evidence=say(key, **values),
            people=tuple(dict.fromkeys(row.sender for row in rows if row.sender))[:_PEOPLE],
            nos=tuple(row.no for row in rows),
            ids=ids,
            query=query or of_ids(ids),
        )

    def in_records(self, gap: _Gap, custodian: str) -> bool:
        """Whether a gap is one in a custodian's records: by itself, or by an item that shows it."""
        return custodian in ("", gap.custodian) or (
            not gap.custodian and any(self._custodian_of[no] == custodian for no in gap.nos)
        )

    def custodian(self, gap: _Gap) -> str:
        """Return in whose records a gap is, "" where the items that show it are in several custodians'."""
        owners = {gap.custodian} if gap.custodian else {self._custodian_of[no] for no in gap.nos}
        return owners.pop() if len(owners) == 1 else ""

    @cached_property
    def _custodian_of(self) -> dict[ItemNo, str]:
        names = (self._headers.custodians[at] for at in self._headers.custodian.tolist())
        return dict(zip(map(ItemNo, self._headers.nos.tolist()), names, strict=True))

    # By headers

    def silences(self) -> Iterator[_Gap]:
        """Yield the silent weeks; their query finds what else the custodian's records have of these days."""
        from triage.insight.gaps import headers

        for one in headers.silences(self._headers, messages.sealed_messages(self._store)):
            values = {"weeks": one.weeks, "usual": one.usual, "expected": one.usual * one.weeks}
            yield _Gap(SILENCE, ("gap-silence", values), custodian=one.custodian, span=(one.begin, one.end - 1))

    def absent(self) -> Iterator[_Gap]:
        """Yield the messages that others refer to and the case doesn't have."""
        from triage.insight.gaps import headers

        for one in headers.absent(self._headers, threads.MessageKeys(self._store)):
            yield _Gap(ABSENT, ("gap-absent", {"count": len(one.items)}), one.items, about=one.message_id)

    def copies(self) -> Iterator[_Gap]:
        """Yield the messages to or from custodians that only others have."""
        from triage.insight.gaps import headers

        for one in headers.lacking(self._headers, self._known.owners(), messages.sealed_messages(self._store)):
            key = "gap-copy-sent" if one.sent else "gap-copy-received"
            values = {"address": one.key, "custodian": one.custodian}
            yield _Gap(COPY, (key, values), one.items, one.custodian)

    # By what is said

    def mentioned(self, kind: str, done: Report, stop: Callable[[], bool]) -> list[_Gap]:
        """Return the gaps of a kind by attachments and files that messages speak of."""
        if self._mentioned is None:
            self._mentioned = self._mentions(done, stop)
        return self._mentioned[kind]

    def _mentions(self, done: Report, stop: Callable[[], bool]) -> dict[str, list[_Gap]]:
        from triage.insight.gaps import mentions
        from triage.insight.threads import topic_of

        firsts = self._candidates(mentions.SEARCHED)
        known = mentions.known_names(messages.file_names(self._store))
        uncertain = messages.holding_sealed(self._store, firsts)
        said, files = list[_Gap](), defaultdict[str, list[ItemNo]](list)
        written: dict[str, str] = {}
        for no, subject, text in self._texts(firsts, done, stop):
            found = mentions.mentions(text, bool(topic_of(subject)[1]))
            if found.words and not firsts[no]:
                said.append(_Gap(ATTACHMENT, ("gap-attachment", {"quote": found.words}), self._copies_of(no)))
            for name in found.files if no not in uncertain else ():
                if (part := mentions.last_part(name)) not in known:
                    written.setdefault(part, name)
                    files[part] += self._copies_of(no)
        return {ATTACHMENT: said, FILE: list(_unfound(files, written))}

    def _candidates(self, words: Sequence[str]) -> dict[ItemNo, int]:
        """Return the first item of each message that has one of these words, with what it has inside."""
        alternatives = " OR ".join(f'"{word}"' for word in words)
        having = self._case.found(f"body:({alternatives})")[1]
        headers = self._headers
        chosen = headers.of_items(having)[headers.mail] & headers.is_first
        nos = map(ItemNo, headers.nos[chosen].tolist())
        return dict(zip(nos, headers.children[chosen].tolist(), strict=True))

    def _texts(
        self, nos: Collection[ItemNo], done: Report, stop: Callable[[], bool]
    ) -> Iterator[tuple[ItemNo, str, str]]:
        """Yield items with their subjects and texts."""
        every = list(nos)
        for at in range(0, len(every), _AT_ONCE):
            if stop():
                return
            done(at, len(every))
            some = every[at : at + _AT_ONCE]
            texts, subjects = threads.texts(self._store, some, _MOST_TEXT), messages.subjects(self._store, some)
            yield from ((no, subjects[no], texts[no]) for no in some if no in texts)
        done(len(every), len(every))

    def _copies_of(self, no: ItemNo) -> tuple[ItemNo, ...]:
        return self._groups[self._mail_of[no]]

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


def _unfound(files: dict[str, list[ItemNo]], written: dict[str, str]) -> Iterator[_Gap]:
    for part, nos in sorted(files.items()):
        every = tuple(sorted(set(nos)))
        yield _Gap(FILE, ("gap-file", {"count": len(every)}), every, about=written[part])


def _days(custodian: str, span: tuple[int, int]) -> str:
    """Return the query for what a custodian's records have of some days."""
    first, last = (reading.iso(one)[:10] for one in span)
    return f"{write(Attribute('custodian', custodian))} date:{first}..{last}" if askable(custodian) else ""
