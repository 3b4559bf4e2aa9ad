"""The near-duplicates of a case, and its mails that later ones quote in full. Nothing is hidden, nothing coded."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from triage import __version__
from triage.insight.near import storage
from triage.insight.near.nouns import ContainedMail, ContainedReport, NearDuplicate, NearReport
from triage.insight.near.storage import SignatureRow
from triage.insight.open_case import InsightCase
from triage.model.items import ItemNo
from triage.store import derived_files
from triage.store.db import Store
from triage.store.relations import items_state

if TYPE_CHECKING:
    from triage.insight.near.containment import ConversationMail
    from triage.insight.near.duplicates import TextSignatures


_AT_ONCE = 30_000
"""Signatures that are kept in one step, of which each writes all that there are."""

Report = Callable[[int, int], object]


class NearDuplicates:
    """The near-duplicates of one open case; decisions never follow them.

    A search for them that is stopped or killed goes on with what it kept: only new or changed texts are signed.
    """

    def __init__(self, case: InsightCase) -> None:
        self._store = case.store

    def find(self, report: Report = lambda *_: None, stop: Callable[[], bool] = lambda: False) -> NearReport | None:
        """Compare the texts of all items, and keep which are nearly the same; returns None where it was stopped.

        From then on an index run does it as well. ``report`` is called with how many texts of how many were read.
        """
        from triage.insight.near import duplicates  # numpy takes a tenth of a second to load

        store = self._store
        store.must_write()
        alike, current = storage.contents(store), derived_files.stamps(store)
        wanted = {no: current[no] for no in sorted(nos[0] for nos in alike) if no in current}
        kept, fresh = _signed(store, wanted, report, stop)
        rows = sorted([*kept, *fresh])
        shares = storage.shares(store, duplicates.VERSION, wanted.keys())
        before = len(shares)
        groups = None
        if len(rows) == len(wanted):
            groups = duplicates.groups(
                [row.no for row in rows], _read(rows), lambda no: storage.text(store, no), shares, stop
            )
        if fresh or len(shares) != before:
            storage.save_signatures(store, duplicates.VERSION, wanted.keys(), fresh, shares)
        if groups is None:
            return None
        storage.save_groups(store, groups, alike, __version__)
        return NearReport(len(alike), len(groups), len({pivot for pivot, _ in groups.values()}))

    def update(self, stop: Callable[[], bool]) -> None:
        """Find near-duplicates of what was read since, if somebody looked for any before and nothing stops it."""
        if derived_files.path_of(self._store, storage.SIGNATURES).exists():
            self.find(stop=stop)

    def group(self, no: ItemNo) -> list[NearDuplicate]:
        """Return an item's near-duplicates, one of each content, the pivot of their group first, and itself."""
        return storage.group(self._store, no)


def _signed(
    store: Store, wanted: Mapping[ItemNo, int], report: Report, stop: Callable[[], bool]
) -> tuple[list[SignatureRow], list[SignatureRow]]:
    """Return the signatures that are kept, and those that are still to be; some are missing where it was stopped."""
    from triage.insight.near.duplicates import PORTION, VERSION, WIDTH, TextSignatures

    rows = storage.signatures(store, VERSION, wanted, 2 * WIDTH)
    known = {row.no for row in rows}
    fresh, unkept = [no for no in wanted if no not in known], list[SignatureRow]()
    for at in range(0, len(fresh), PORTION):
        report(at, len(fresh))
        if stop():
            return rows, unkept
        part = fresh[at : at + PORTION]
        unkept += _rows(part, wanted, TextSignatures.of([storage.text(store, no) for no in part]))
        if len(unkept) >= _AT_ONCE:
            storage.save_signatures(store, VERSION, wanted.keys(), unkept, {})
            rows += unkept
            unkept = []
    report(len(fresh), len(fresh))
    return rows, unkept


def _rows(nos: Sequence[ItemNo], current: Mapping[ItemNo, int], signed: TextSignatures) -> list[SignatureRow]:
    sizes, sums = signed.sizes.tolist(), signed.sums.astype("<u8")
    hashes = signed.hashes.astype("<u2")
    return [
        SignatureRow(no, current[no], size, sums[at].tobytes(), hashes[at].tobytes())
        for at, (no, size) in enumerate(zip(nos, sizes, strict=True))
    ]


def _read(rows: Sequence[SignatureRow]) -> TextSignatures:
    import numpy as np

    from triage.insight.near.duplicates import WIDTH, TextSignatures

    hashes = np.frombuffer(b"".join(row.hashes for row in rows), "<u2").reshape(len(rows), WIDTH)
    sums = np.frombuffer(b"".join(row.sum for row in rows), "<u8")
    return TextSignatures(hashes, np.array([row.size for row in rows], np.int64), sums)


_UNCOMPARED = ("headers", "message-id", "transport", "properties")
"""Texts about a mail that no quotation has: where it lay, how it was sent; the rest is in its head."""


class ContainedMails:
    """The mails of one open case that are contained in later ones."""

    def __init__(self, case: InsightCase) -> None:
        self._store = case.store

    def find(
        self, report: Report = lambda *_: None, stop: Callable[[], bool] = lambda: False
    ) -> ContainedReport | None:
        """Compare the mails of each conversation, and keep which are contained; returns None where it was stopped.

        Raises CaseError where the case can't be written.
        """
        from triage.insight.near import containment

        self._store.must_write()
        later = dict[ItemNo, ItemNo]()
        with self._store.db:  # one moment
            state, mails = items_state(self._store), storage.mails(self._store)
            done = 0
            for _, group in groupby(mails, lambda mail: mail.conversation):
                conversation = list(group)
                if len(conversation) > 1:
                    report(done, len(mails))
                    if stop():
                        return None
                    later |= containment.find(read_conversation(self._store, conversation))
                    done += len(conversation)
            states = storage.parts(self._store, {*later, *later.values()})
        report(len(mails), len(mails))
        contained = [ContainedMail(*pair) for pair in sorted(later.items())]
        storage.save_contained(self._store, contained, states, state, len(mails), __version__)
        return self.last()

    def last(self) -> ContainedReport | None:
        """Return the mails that were found to be contained and still are; None where none were looked for."""
        return storage.contained(self._store)


def read_conversation(store: Store, conversation: Sequence[storage.StoredMail]) -> list[ConversationMail]:
    """Return the mails of a conversation with their texts."""
    attached = storage.attachments(store, [mail.no for mail in conversation])
    return [_mail(store, mail, attached.get(mail.no, ())) for mail in conversation]


def _mail(store: Store, stored: storage.StoredMail, attached: tuple[str, ...]) -> ConversationMail:
    from triage.insight.near.containment import ConversationMail

    texts = [(origin, text) for origin, text in storage.mail_texts(store, stored.no) if text.strip()]
    other = {origin for origin, _ in texts} - {"body", "alternative", *_UNCOMPARED}
    return ConversationMail(
        no=stored.no,
        date=stored.date,
        sender=stored.sender,
        subject=stored.subject,
        bcc=storage.bcc(stored.recipients),
        attachments=attached,
        bodies=tuple(text for origin, text in texts if origin == "body"),
        alternatives=tuple(text for origin, text in texts if origin == "alternative"),
        whole=bool(stored.is_whole) and not other,
    )
