"""An index run: walk, broker, airlock, identify, store; one way, resumable, nothing lost.

One thread hands bytes to the readers and takes their answers; whenever enough have come, a second one writes them in a
transaction, so that the readers need not wait for the disk. A run that was killed goes on at the files whose source
isn't marked done; items that are stored already are recognised by their source and member. Nothing here searches.
"""

from __future__ import annotations

import os
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing, suppress
from functools import partial
from itertools import accumulate, count

import msgspec

from triage.errors import BrokerEnded, TriageError
from triage.indexing.batch import IndexBatch, Parts
from triage.indexing.identify import EarlierItems, Known, OpenSource, Places
from triage.indexing.remote import RemoteBroker
from triage.messages import encode, say
from triage.model.runs import Progress, RunReport
from triage.sandbox import wire
from triage.sandbox.parent.distributed_pool import DistributedPool
from triage.sandbox.parent.forkserver import end_idle
from triage.sandbox.parent.pool import Pool
from triage.sandbox.wire import Denied, Done, Job, Late, Part, Reply, Stored
from triage.scope.ledger import Head
from triage.scope.policy import Allow, Policy
from triage.scope.sources import Opened, Source, altered
from triage.store import earlier, extent, threads, writing
from triage.store.db import Store, stored_text
from triage.store.writing import KnownSources

# How far an index run is: bytes of files, and within a mailbox or archive those of its members; how many files.
#
# Nothing is decided by it.

_PAUSE = 0.1  # seconds between two reports
_PATIENCE = 5.0  # seconds for which a run that is stopped waits until its files are counted


class RunProgress:
    """Counts what is done and tells ``listener`` of it, if anybody listens."""

    def __init__(self, listener: Callable[[Progress], None] | None) -> None:
        self._listener = listener
        self._reported, self._start = 0.0, time.monotonic()
        self._done = 0
        self._total: tuple[int, int] | None = None
        self._counting: threading.Thread | None = None
        self._noted = False

    @property
    def seconds(self) -> float:
        return time.monotonic() - self._start

    def forecast(self, broker: Callable[[], RemoteBroker], places: Sequence[tuple[Allow, str]]) -> None:
        """Count in another thread, with a broker of its own, what there is; the walk itself decides and records."""

        def count() -> None:
            # RuntimeError: the program is about to end, which lets nothing more be started.
            with suppress(TriageError, RuntimeError), closing(broker()) as looking:
                counted = [looking.forecast(root, below) for root, below in places]
                self._total = sum(files for files, _ in counted), sum(size for _, size in counted)

        self._counting = threading.Thread(target=count, daemon=True)
        self._counting.start()

    def note_files(self, store: Store, run: int) -> None:
        if not self._noted and (total := self._total) is not None:
            self._noted = True
            extent.count(store, run, total[0])

    def files(self, seen: int) -> tuple[int, bool]:
        """Return how many files there are and True; or how many were ``seen`` and False, where counting takes long."""
        if self._counting is not None:
            self._counting.join(_PATIENCE)
        return (max(seen, self._total[0]), True) if self._total is not None else (seen, False)

    def passed(self, size: int) -> None:
        self._done += size

    def meet(self, part: Part, source: OpenSource) -> None:
        """Count a member of a file by what it takes there, at most as much as that has."""
        if part.member and "." not in part.member:
            counted = min(part.taken, source.opened.size - source.counted)
            source.counted += counted
            self._done += counted

    def end(self, source: OpenSource) -> None:
        self._done += source.opened.size - source.counted

    def is_due(self) -> bool:
        return self._listener is not None and time.monotonic() - self._reported > _PAUSE

    def report(self, stage: str, files: int, items: int, problems: int, size: int) -> None:
        if self._listener:
            self._reported = time.monotonic()
            total_files, total = self._total or (None, None)
            self._listener(
                Progress(
                    stage=stage,
                    files=files,
                    total_files=total_files,
                    items=items,
                    problems=problems,
                    bytes=size,
                    done_bytes=self._done,
                    total_bytes=total,
                    seconds=self.seconds,
                )
            )


# Members of files that the scope denies: none becomes an item, each goes on record.
#
# The reader decides before it extracts; what it sends all the same is dropped here.


class DeniedMembers:
    """The members that one run denies; ``globs`` are what readers need to know."""

    def __init__(self, policy: Policy, broker: RemoteBroker) -> None:
        self._denials = policy.for_members
        self._broker = broker
        self.globs = self._denials.globs

    def keep_out(self, source: OpenSource, reply: Part | Denied | Late) -> bool:
        if isinstance(reply, Denied):
            self._record(source, reply.member, reply.path, reply.rule)
        elif isinstance(reply, Part) and reply.member and self.globs:
            path = (reply.path or reply.name).replace("\\", "/")
            if (rule := self._denials.rule(path)) is not None:
                self._record(source, reply.member, path, rule)
        return bool(source.denied) and not source.denied.isdisjoint(_way(reply.member))

    def _record(self, source: OpenSource, member: str, path: str, rule: str) -> None:
        if source.denied.isdisjoint(_way(member)):  # a reader that died may have told of it before
            source.denied.add(member)
            self._broker.deny_member(source.opened.source, member, path, rule)

    def problems(self, source: OpenSource) -> list[tuple[str, str]]:
        """Return for each item that holds such members, at any depth, its ordinals and a sentence with the count."""
        if not source.denied:
            return []
        counts = Counter(above for member in source.denied for above in ("", *_way(member)[:-1]))
        return [(container, encode(say("members-denied", count=count))) for container, count in counts.items()]


def _way(member: str) -> list[str]:
    """Return the ordinals of a member and of all that it lies in, the outermost first."""
    return list(accumulate(member.split("."), "{}.{}".format)) if member else []


# A large mailbox or archive is read by several readers, each its share, and a source that was begun is resumed.
#
# Which members make a share is for ``wire``. Nothing is read or written here.


class Shares:
    """First shares of large files; others follow once a reader has found that the file can be shared by ``readers``."""

    def __init__(self, readers: int) -> None:
        self._readers = max(1, readers)
        self._first: dict[int, tuple[Job, int]] = {}
        self._due: list[tuple[Job, int, OpenSource]] = []

    def first(self, job: Job, fd: int, source: OpenSource) -> Job:
        """Return the job as it is to be given out: from where an earlier run stopped, and perhaps a share of it."""
        # What a source held before is met again in the order in which all its members come.
        if source.earlier is not None or (source.stale is not None and not source.stale.in_order):
            return job
        share = (0, self._readers) if fd >= 0 else (0, 1)
        if share[1] > 1:
            self._first[job.number] = (job, os.dup(fd))
        return msgspec.structs.replace(job, share=share, resume=_resume(source, share))

    def meet(self, part: Part, source: OpenSource) -> None:
        """Take note of what a source is: where it can be shared, the other shares are due."""
        if part.job in self._first:
            job, fd = self._first.pop(part.job)
            if part.type in wire.SHARED:
                others = [(number, self._readers) for number in range(1, self._readers)]
                jobs = (msgspec.structs.replace(job, share=share, resume=_resume(source, share)) for share in others)
                self._due += [(share, os.dup(fd), source) for share in jobs]
                source.jobs += len(others)
            os.close(fd)

    def due(self, numbers: count[int]) -> Iterator[tuple[Job, int, OpenSource]]:
        while self._due:
            job, fd, source = self._due.pop()
            yield msgspec.structs.replace(job, number=next(numbers)), fd, source

    def drop(self, job: int) -> None:
        """Let go of what is kept for a job that ended before it was known what its source is."""
        if job in self._first:
            os.close(self._first.pop(job)[1])

    def close(self) -> None:
        for _, fd in self._first.values():
            os.close(fd)
        for _, fd, _ in self._due:
            os.close(fd)
        self._first.clear()
        self._due.clear()


def _resume(source: OpenSource, share: tuple[int, int]) -> str:
    """Return the last of a share's members up to which all are stored: what is inside it may not be."""
    last, number = "", wire.next_in_share(0, share)
    while (member := str(number)) in source.stored:
        last, number = member, wire.next_in_share(number + 1, share)
    return last


_BATCH_CHARS = 24 << 20
_MANY = 100_000
"""Items whose linking takes as much memory as reading them did: the processes for readers needn't stay meanwhile."""
_ACTOR = "triage index"


class Run:
    """One index run over ``places``: pairs of an allowed root and a path under it ("" for the whole root)."""

    def __init__(
        self,
        parts: Parts,
        places: Sequence[tuple[Allow, str]],
        progress: Callable[[Progress], None] | None = None,
        stop: threading.Event | None = None,
    ) -> None:
        self._p = parts
        self._places = places
        self._named = [f"{root.id}:{stored_text(below)}" for root, below in places]
        self._whole = {root.id for root in parts.policy.allow} == {root.id for root, below in places if not below}
        self._progress = RunProgress(progress)
        self._stop = stop or threading.Event()
        self._broker = RemoteBroker(parts.policy, parts.ledger, parts.settings)
        self._denied = DeniedMembers(parts.policy, self._broker)
        self._jobs = count(1)
        self._open: dict[int, OpenSource] = {}
        self._shares = Shares(parts.settings.workers or parts.settings.worker_count - 1)  # storing takes a processor
        self._seen = self._indexed = self._failed = self._items = self._problems = self._bytes = 0
        self._vanished = self._grown = self._kept = 0
        self._ended = Counter[str]()
        self._unlisted: set[str] = set()
        self._writer = ThreadPoolExecutor(1, "store")
        self._writing: Future[None] | None = None

    def run(self) -> RunReport:
        """Do the run; raises CaseError, ScopeError or OSError where it can't go on, with all found so far stored."""
        store, ledger = self._p.store, self._p.ledger
        with store.change(_ACTOR, "run-begin", places=self._named) as detail:
            number = extent.begin(store, self._named, whole=self._whole, passwords=bool(self._p.passwords))
            detail |= {"run": number, "scope": self._p.policy.version, "ledger_key": ledger.key_digest}
            detail["settings"] = self._p.settings.changed()
            if self._whole:
                writing.forget_problems(store, None)
            if writing.has_items(store):
                writing.add_indexes(store)
        self._batch = IndexBatch(number, *writing.next_numbers(store))
        self._stored = Places(store, self._broker, self._p.policy, self._batch.source_no)
        self._retry = writing.with_problem(store, self._p.retry)
        if not self._p.passwords:  # what a password opened would be shut again
            self._retry -= writing.with_problem(store, ("password",))
        ledger.event("run", number=number, audit=store.audit_head()[1], scope=self._p.policy.version)

        self._progress.forecast(partial(RemoteBroker, self._p.policy, None, self._p.settings), self._places)
        self._pool = DistributedPool(self._p.settings, to) if (to := self._p.scheduler) else Pool(self._p.settings)
        with self._writer:
            try:
                self._read_all()
            except BrokerEnded:
                self._finish_reading()
                raise
            finally:
                self._pool.close()
                self._shares.close()
                for source in self._open.values():
                    source.close_file()
                self._stored.close()
                self._broker.close()
            if self._items >= _MANY:
                end_idle()
            self._flush(last=True)
            self._finish_writing()
        return self._end(number)

    def _read_all(self) -> None:
        for root, below in self._places:
            self._flush(last=self._seen > 0)  # what one place has may lie in another
            self._finish_writing()
            known = writing.known_sources(self._p.store, root.id, stored_text(below))
            self._grown -= sum(before.there for before in known.values())
            for chunk in self._broker.walk(root, below):
                self._seen += len(chunk)
                self._grown += len(chunk)
                new = [s for s in chunk if not self._same(known, s)]
                before = ((source, known.get(stored_text(source.relative))) for source in new)
                grown = {source.relative: was.size for source, was in before if was and was.size < source.size}
                for opened in self._broker.read(new, grown):
                    self._begin(opened, known)
                if new:
                    self._drain(0)
                if self._stop.is_set():
                    return
            self._mark_missing(root, known)
        if self._whole:
            self._record_missing([], self._stored.removed())
        while self._pool.busy and not self._stop.is_set():
            self._drain(0.05)

    def _mark_missing(self, root: Allow, known: KnownSources) -> None:
        self._note_unlisted()
        gone, denied = self._stored.missing(root, known, self._unlisted)
        self._vanished += len(gone)
        self._record_missing(gone, denied)

    def _record_missing(self, gone: list[int], denied: list[int]) -> None:
        if gone or denied:
            self._finish_writing()
            with self._p.store.change(_ACTOR, "sources-missing", vanished=len(gone), denied=len(denied)):
                writing.mark_missing(self._p.store, self._batch.run, gone, denied)

    def _same(self, known: KnownSources, source: Source) -> bool:
        before = known.get(text := stored_text(source.relative))
        stat = (source.size, source.mtime, source.ctime, source.inode)
        if before is None or before.number in self._retry or not before.same(*stat):
            return False
        del known[text]
        self._ended["unchanged"] += 1
        self._progress.passed(source.size)
        return True

    def _begin(self, opened: Opened, known: KnownSources) -> None:
        s = opened.source
        text = stored_text(s.relative)
        before = known.pop(text, None)
        source = OpenSource(0, opened, self._stored.custodian(s), text)
        if before is not None and before.number in self._stored.moved:
            source.displaced = self._stored.root_of(before.number)
            before = None
        if opened.code:
            self._fail(source, before)
            return
        if ended := self._place(source, before, known):
            self._ended[ended] += 1
            self._progress.passed(opened.size)
            source.close_file()
            return
        self._bytes += opened.size
        while not self._pool.room:
            self._drain(0.05)
        number = next(self._jobs)
        self._open[number] = source
        mapped = opened.size if opened.fd >= 0 else 0
        name, passwords = stored_text(s.name), self._p.passwords
        denials, stored = self._denied.globs, source.passing
        job = Job(number, name, opened.data, mapped, passwords=passwords, denials=denials, stored=stored)
        opened.data = b""
        fd = os.dup(opened.fd) if opened.fd >= 0 else -1
        self._pool.submit(self._shares.first(job, fd, source), fd, source.custodian)

    def _place(self, source: OpenSource, before: writing.KnownSource | None, unmet: KnownSources) -> str:
        """Find or make the source's row; return how a file ended that is stored to its end already, else "".

        ``unmet`` are the sources that its walk is still to meet, by path.
        """
        if before is not None and source.opened.sha256 == before.sha256:
            known: Known | None = Known(before.number, before.state)
        else:
            known = self._succeed(source, before)
        if known is None:
            self._expect_earlier(source)
            if before is not None:
                self._pass_over(source, before)
            return ""
        source.number = known.number
        if source.displaced:
            self._batch.versions |= dict.fromkeys(self._stored.root_of(known.number), source.displaced)
        again = known.state in ("outdated", "purged") or known.number in self._retry
        complete = known.state == "done" and not again and not known.shared
        self._batch.meet_again(source, "outdated" if again else "done" if complete else "reading")
        if known.moved:
            self._batch.move(source)
            self._vanished -= known.moved.gone == self._batch.run
            other = unmet.get(known.moved.path)
            counted = known.number in self._stored.retired or (other is not None and other.number == known.number)
            self._grown -= known.moved.there and not counted
        if not complete:
            (self._finish_reading if known.shared else self._finish_writing)()
            self._expect_earlier(source)
            source.load_stored(self._p.store, anew=again)
            return ""
        return "moved" if known.moved else "unchanged"

    def _pass_over(self, source: OpenSource, before: writing.KnownSource) -> None:
        """Let the reader pass over members that stand where they stood ``before`` something was appended."""
        same = source.opened.start_sha256 == before.sha256 and before.state == "done"
        if not same or before.number in self._retry or self._denied.globs:
            return
        if (members := earlier.first_members(self._p.store, before.number, wire.APPENDED)) is not None:
            source.before = before.number
            digest = wire.places_digest(members.locations)
            source.passing = Stored(len(members.locations), digest, members.items, members.size)

    def _succeed(self, source: OpenSource, before: writing.KnownSource | None) -> Known | None:
        """Return the stored source that holds what a file holds now, None where that is new; retire the one before."""
        known = self._stored.find(source, before)
        if known is None:
            source.number = self._batch.add_source(source.opened, source.custodian, "reading")
        else:
            source.number = known.number
        if before is not None:
            self._batch.retire(before.number, source.number)
            if known is None and before.state != "failed":
                self._batch.add_problem(source, None, "changed", encode(say("source-has-other-content")))
        return known

    def _expect_earlier(self, source: OpenSource) -> None:
        """Let a source meet again what other contents of its place held."""
        if others := self._stored.others(source):
            self._finish_writing()
            source.earlier = EarlierItems(earlier.items_of(self._p.store, others))
            source.problems = earlier.problems_of(self._p.store, others)

    def _finish_reading(self) -> None:
        while self._pool.busy:
            self._drain(0.05)
        self._flush(last=True)
        self._finish_writing()

    def _fail(self, source: OpenSource, before: writing.KnownSource | None) -> None:
        """Put on record a file that could not be read; items from an earlier run stay."""
        opened = source.opened
        self._failed += 1
        self._progress.passed(opened.source.size)
        if before is None:
            self._batch.add_unread(source, self._stored.unread(source))
        else:
            source.number = before.number
            self._stored.unreadable.add(before.number)
            self._finish_writing()
            with self._p.store.change(_ACTOR, "source-failed", source=before.number):
                writing.keep_unread(self._p.store, before)
        why = encode(say("source-unreadable", why=opened.why))
        self._problems += self._batch.add_problem(source, None, opened.code, why)

    def _drain(self, wait: float) -> None:
        for reply in self._pool.replies(wait):
            self._take(reply)
        for job, fd, source in self._shares.due(self._jobs):
            self._open[job.number] = source
            self._pool.submit(job, fd, source.custodian)
        if len(self._batch) >= self._p.settings.batch_items or self._batch.weight >= _BATCH_CHARS:
            self._flush()
        if self._progress.is_due():
            self._stage("reading")

    def _take(self, reply: Reply) -> None:
        source = self._open[reply.job]
        if isinstance(reply, Done):
            self._end_job(reply.job, source)
            return
        if altered(source.opened) or (isinstance(reply, Part | Denied | Late) and self._denied.keep_out(source, reply)):
            return
        if isinstance(reply, Part):
            self._progress.meet(reply, source)
            if self._batch.add_part(source, reply):
                self._items += 1
                self._problems += len(reply.troubles)
                if reply.passed:
                    self._finish_writing()
                    self._kept += source.keep(self._p.store, reply.passed)
                    self._batch.keep(source, reply.passed)
            if not reply.member:
                self._shares.meet(reply, source)
                if source.opened.changed:
                    why = encode(say("source-changed-while-read"))
                    self._batch.add_problem(source, source.number_of(""), "changed", why)
        elif isinstance(reply, Late):
            for code, sentence in reply.troubles:
                self._problems += self._batch.add_problem(source, source.number_of(reply.member), code, sentence)

    def _end_job(self, job: int, source: OpenSource) -> None:
        """Put on record that a source was read to its end, or that it changed before that and isn't read."""
        del self._open[job]
        self._shares.drop(job)
        source.jobs -= 1
        if source.jobs:
            return
        self._progress.end(source)
        changed = altered(source.opened)
        source.close_file()
        if changed:
            self._problems += self._batch.add_problem(source, None, "changed", writing.NOT_WHAT_WAS_HASHED)
            self._failed += 1
            return
        for member, sentence in self._denied.problems(source):
            self._problems += self._batch.add_problem(source, source.number_of(member), "denied-member", sentence)
        self._batch.end_source(source)
        self._indexed += 1

    def _flush(self, last: bool = False) -> None:
        """Write the batch, its index entries and the ledger's head in one transaction."""
        self._note_unlisted()
        if not len(self._batch) and not last:
            return
        self._finish_writing()
        self._p.ledger.flush()
        self._writing = self._writer.submit(self._write, self._batch, self._items, self._p.ledger.head)
        self._batch = self._batch.following()

    def _note_unlisted(self) -> None:
        for folder, why in self._broker.unlisted:
            self._problems += 1
            self._unlisted.add(stored_text(folder))
            self._batch.add_stray(stored_text(folder), "unreadable", encode(say("folder-not-listed", why=why)))
        self._broker.unlisted.clear()

    def _write(self, batch: IndexBatch, items: int, head: Head) -> None:
        store = self._p.store
        with store.change(_ACTOR, "items", items=items, run=batch.run, ledger=head.name) as detail:
            detail |= {"unconfined": True} if self._broker.unconfined else {}
            self._progress.note_files(store, batch.run)
            batch.store(self._p, detail)
            store.set_meta("ledger", head.anchor)
            self._p.ledger.wait()
        self._p.engine.commit()

    def _finish_writing(self) -> None:
        """Wait until the last batch is written; raises what went wrong there."""
        if self._writing is not None:
            writing_now, self._writing = self._writing, None
            writing_now.result()

    def _end(self, number: int) -> RunReport:
        store, ledger = self._p.store, self._p.ledger
        stopped = self._stop.is_set()
        files, counted = self._progress.files(self._seen) if stopped else (self._seen, True)
        self._stage("linking")
        report = RunReport(
            seen=self._seen + self._broker.denied,
            indexed=self._indexed,
            unchanged=self._ended["unchanged"],
            moved=self._ended["moved"],
            failed=self._failed,
            denied=self._broker.denied,
            items=self._items,
            problems=self._problems,
            bytes=self._bytes,
            seconds=round(self._progress.seconds, 3),
            stopped=stopped,
            idle_rules=() if stopped or not self._whole else self._broker.idle(not self._ended["unchanged"]),
            denied_members=self._broker.denied_members,
            kept=self._kept,
            unconfined=self._broker.unconfined,
            vanished=self._vanished,
            grown=0 if self._whole else self._grown,
            places=tuple(self._named),
            files=files,
            counted=counted,
        )
        ledger.event(
            "run-end", number=number, stopped=int(stopped), denied=self._broker.denied, audit=store.audit_head()[1]
        )
        ledger.sync()
        with store.change(_ACTOR, "run-end", run=number, **msgspec.to_builtins(report)) as detail:
            if not stopped:
                extent.settle(store, encode(say("source-vanished")))
                self._p.keep_sealed([], [], {}, detail)
            report = extent.end(store, number, report)
            if stored := threads.link_threads(store):
                self._p.infer_threads(store, stored)
            writing.add_indexes(store)
            if stored:
                writing.join_copies(store)
            detail["ledger"] = ledger.head.name
            store.set_meta("ledger", ledger.head.anchor)
        if stored:
            self._stage("merging")
            self._p.engine.finish()
        self._stage("done")
        return report

    def _stage(self, name: str) -> None:
        self._progress.report(name, self._seen, self._items, self._problems, self._bytes)
