"""Mails that later mails of their conversation quote in full. It hides and codes none of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from triage import __version__
from triage.case.opened import OpenCase
from triage.model.tags import ContainedMail, ContainedReport
from triage.store.db import Store
from triage.store.derived import contained as derived
from triage.store.relations import items_state

if TYPE_CHECKING:
    from triage.insight.containment import ConversationMail

_UNCOMPARED = ("headers", "message-id", "transport", "properties")
"""Texts about a mail that no quotation has: where it lay, how it was sent; the rest is in its head."""

Report = Callable[[int, int], object]


class ContainedMails:
    """The mails of one open case that are contained in later ones."""

    def __init__(self, case: OpenCase) -> None:
        self._case = case
        self._store = case.store

    def find(
        self, report: Report = lambda *_: None, stop: Callable[[], bool] = lambda: False
    ) -> ContainedReport | None:
        """Compare the mails of each conversation, and keep which are contained; returns None where it was stopped.

        Raises CaseError where the case can't be written.
        """
        from triage.insight import containment

        self._store.must_write()
        found = list[ContainedMail]()
        with self._store.db:  # one moment
            state, mails = items_state(self._store), derived.mails(self._store)
            done = 0
            for conversation in derived.conversations(mails):
                report(done, len(mails))
                if stop():
                    return None
                pairs = containment.find(read(self._store, conversation))
                found += [ContainedMail(no, later) for no, later in pairs.items()]
                done += len(conversation)
            states = derived.parts(self._store, {no for one in found for no in (one.no, one.later)})
        report(len(mails), len(mails))
        ordered = sorted(found, key=lambda one: one.no)
        derived.save(self._store, self._case.path, ordered, states, state, len(mails), __version__)
        return self.last()

    def last(self) -> ContainedReport | None:
        """Return the mails that were found to be contained and still are; None where none were looked for."""
        return derived.load(self._store, self._case.path)


def read(store: Store, conversation: Sequence[derived.StoredMail]) -> list[ConversationMail]:
    """Return the mails of a conversation with their texts."""
    attached = derived.attachments(store, [mail.no for mail in conversation])
    return [_mail(store, mail, attached.get(mail.no, ())) for mail in conversation]


def _mail(store: Store, stored: derived.StoredMail, attached: tuple[str, ...]) -> ConversationMail:
    from triage.insight.containment import ConversationMail

    texts = [(origin, text) for origin, text in derived.texts(store, stored.no) if text.strip()]
    other = {origin for origin, _ in texts} - {"body", "alternative", *_UNCOMPARED}
    return ConversationMail(
        no=stored.no,
        date=stored.date,
        sender=stored.sender,
        subject=stored.subject,
        bcc=derived.bcc(stored.recipients),
        attachments=attached,
        bodies=tuple(text for origin, text in texts if origin == "body"),
        alternatives=tuple(text for origin, text in texts if origin == "alternative"),
        whole=bool(stored.is_whole) and not other,
    )
