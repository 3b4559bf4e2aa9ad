"""People and gaps on real mail, with gaps planted beside it: which of them are found, and what it costs.

    python -m tests.benchmarks.people ROOT

ROOT is a folder with the corpus ``enron-maildir``; each folder of its ``maildir`` is a custodian. Planted, in the
records of three invented people beside all that mail: messages that others refer to, files that are named, and as many
of each that are no gap. Costs are processor time and peak memory of this process, which also made the case: the peak is
higher than that of a command.
"""

from __future__ import annotations

import json
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.benchmarks import measure as measure  # keys of its own
from tests.insight.people.mailboxes import DANA, OMAR, RAE
from tests.records import mail, write
from triage.case import Allow, Case, Policy
from triage.messages import as_json
from triage.model.insight.gaps import ABSENT, FILE, KINDS, GapReport

_BEGIN = datetime(2001, 1, 1, 9, tzinfo=UTC)
_WEEKS = 100
_EACH, _EVERY = 25, 20


def main(root: Path) -> None:
    """Print the figures."""
    with tempfile.TemporaryDirectory() as place:
        planted = write(Path(place) / "planted", dict(_planted()))
        allow = (
            Allow("planted", str(planted), "{1}", "bench"),
            Allow("maildir", str((root / "enron-maildir" / "maildir").resolve()), "{1}", "bench"),
            Allow("categories", str((root / "enron-categories").resolve()), "Categories", "bench"),
            Allow("spamassassin", str((root / "spamassassin").resolve()), "Lists", "bench"),
        )
        with Case.create(Path(place) / "case", Policy("a benchmark", "nobody", allow, ())) as case:
            case.index()
        costs(Path(place) / "case")
        with Case.open(Path(place) / "case") as case:
            _report(case)
            _sealing(case)


def costs(case: Path) -> None:
    """Print what people and gaps of a case cost, and whether two runs give the same bytes."""
    texts = []
    for _ in range(2):
        with Case.open(case, read_only=True) as opened:
            began = time.process_time()
            people = opened.reports.insight.people.report()
            between = time.process_time()
            gaps = opened.reports.insight.gaps.find(limit=20)
            ended = time.process_time()
            suggested = opened.reports.insight.people.suggestions()
            last = time.process_time()
        texts.append(json.dumps([people, gaps, suggested], default=as_json))
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(
            f"{people.mails:,} messages, {people.people_count:,} people, {people.ties_count:,} ties: people"
            f" {between - began:.2f} s, gaps {ended - between:.2f} s CPU; {len(suggested):,} suggestions:"
            f" {last - ended:.2f} s; peak {peak:.0f} MiB"
        )
    print(f"two runs give the same bytes: {texts[0] == texts[1]}")


# ---- what is planted


def _planted() -> Iterator[tuple[str, bytes | str]]:
    for week in range(_WEEKS):
        for n in range(8):
            yield f"dana/w{week}-{n}.eml", _mail(f"Week {week} {n}", 7 * week + n % 7, DANA, OMAR)
            yield f"omar/w{week}-{n}.eml", _mail(f"Week {week} {n}", 7 * week + n % 7, DANA, OMAR)
        for n in range(5):
            yield f"omar/own{week}-{n}.eml", _mail(f"Own {week} {n}", 7 * week + n, OMAR, RAE)
            yield f"rae/own{week}-{n}.eml", _mail(f"Own {week} {n}", 7 * week + n, OMAR, RAE)
    for n in range(_EACH):
        yield from _one_of_each(n)


def _one_of_each(n: int) -> Iterator[tuple[str, bytes | str]]:
    """Yield gaps of each kind, each with something like it that is none."""
    day = 10 + n
    known, gone = f"<known{n}@orrin.example>", f"<gone{n}@orrin.example>"
    yield f"rae/known{n}.eml", _mail(f"Known {n}", day, RAE, "x@orrin.example", message_id=known)
    yield f"rae/re{n}.eml", _mail(f"Re: Known {n}", day, RAE, "x@orrin.example", more=f"In-Reply-To: {known}\n")
    yield f"rae/gone{n}.eml", _mail(f"Re: Gone {n}", day, RAE, "x@orrin.example", more=f"In-Reply-To: {gone}\n")
    yield (
        f"rae/file{n}.eml",
        _mail(f"File {n}", day, RAE, "x@orrin.example", body=f"look at vexil{n}.xls and at kept{n}.doc"),
    )
    yield f"rae/kept{n}.doc", "kept"


def _mail(
    subject: str, day: int, sender: str, to: str, *, body: str = "all is well", message_id: str = "", more: str = ""
) -> bytes:
    sent = (_BEGIN + timedelta(days=day, minutes=sum(map(ord, subject)))).strftime("%a, %d %b %Y %H:%M:%S +0000")
    return mail(subject, f"{body}\n", sender=sender, to=to, message_id=message_id, more=more, date=sent)


# ---- what is found


def _report(case: Case) -> None:
    report = case.reports.insight.gaps.find()
    assert report is not None
    print("gaps:", {kind: report.total(kind) for kind in KINDS})
    expected = {
        ABSENT: {f"<gone{n}@orrin.example>" for n in range(_EACH)},
        FILE: {f"vexil{n}.xls" for n in range(_EACH)},
    }
    for kind, wanted in expected.items():
        found = _found(report, kind)
        print(f"planted {kind}: {len(wanted & found)} of {len(wanted)} found, {len(found - wanted)} others reported")
    tried = [gap for gap in report.gaps[::_EVERY] if gap.query]
    wrong = [gap for gap in tried if case.search.run(gap.query).nos != gap.nos]
    print(f"queries that find other items than their gap has: {len(wrong)} of {len(tried)}")


def _found(report: GapReport, kind: str) -> set[str]:
    """Return the gaps of a kind in the planted records alone."""
    gaps = (gap for gap in report.gaps if gap.kind == kind and gap.custodian in ("dana", "omar", "rae"))
    return {gap.about for gap in gaps}


def _sealing(case: Case) -> None:
    """Seal a planted message, and look for what only it has."""
    nos = case.search.run('"vexil7 xls"').nos
    case.reports.insight.people.report()
    case.decisions.seal(list(nos), "a benchmark", "Rae", "key")
    again = json.dumps(
        [case.reports.insight.people.report(limit=None), case.reports.insight.gaps.find()], default=as_json
    )
    files = [path for path in (case.path / "derived").rglob("*") if path.is_file()] if nos else []
    print(f"words of {len(nos)} sealed messages: {again.count('vexil7.xls')} in reports, {len(files)} derived files")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
