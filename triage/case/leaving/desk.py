"""What a case hands over for what leaves it: items, the decisions on them, and what lies in their sources.

Originals are opened again through the broker, so each is in the ledger.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from msgspec.structs import replace

from triage.case import seals, versions
from triage.case.opened import OpenCase
from triage.case.search import Search
from triage.errors import CaseError
from triage.export.production.pages import Listed, PageOrder
from triage.indexing.reopen import Natives, ViewOrder
from triage.messages import encode, say
from triage.model.items import Decision, Item, ItemNo, Status, Trouble
from triage.model.previews import StampedPages
from triage.model.redactions import MarkedPassage, Redaction
from triage.review.passages import marked
from triage.sandbox.render import libreoffice
from triage.sandbox.wire import STAMPED, ViewRequest
from triage.scope.ledger import Ledger
from triage.secret_keys import login
from triage.settings import FILE as SETTINGS_FILE
from triage.store import decisions, reading, relations
from triage.store.seals import sealed


class ItemReader(Search):
    """What a report asks of the case: its items and the decisions on them. It opens no source."""

    def decisions(self, no: ItemNo) -> list[Decision]:
        """Return an item's decisions, oldest first."""
        return decisions.history(self._store, no)

    def passages(self, no: ItemNo) -> list[MarkedPassage]:
        """Return the passages that are marked in an item, or in a copy of it."""
        return marked(self._store, no)

    def places(self, nos: Sequence[ItemNo]) -> list[tuple[str, str, str]]:
        """Return the items' roots, paths and members, in the order asked."""
        return reading.places(self._store, nos)

    def copy_keys(self, nos: Sequence[ItemNo]) -> list[int]:
        """Return for each item a number that its exact copies have and no other item has."""
        return relations.copy_groups(self._store).keys(nos)


class CaseDesk(ItemReader):
    """What an export asks of the case besides: what lies in the sources, and a signature."""

    def __init__(self, case: OpenCase, ledger: Ledger) -> None:
        super().__init__(case)
        self.keys, self.id, self.versions = case.keys, case.store.first_audit_hash(), dict(versions.current())
        self._natives, self._settings = Natives(case.in_force, ledger, case.settings), case.settings
        self.renditions, self.close = self._natives.renditions, self._natives.close
        self.kept_back: Collection[ItemNo] = frozenset()
        self.redacted: Mapping[ItemNo, Collection[Redaction]] = {}
        self.accepted: Collection[str] = ()
        self.unsigned = ""
        self.replaced: Mapping[ItemNo, Listed] = {}

    @property
    def unconfined(self) -> bool:
        """Whether Linux doesn't confine the process that opens the sources."""
        return self._natives.unconfined

    def status(self) -> Status:
        """Return the sums of the case, with how this export will open sources."""
        self._natives.start()
        status = reading.status(self._store, self._case.path.name, self._case.engine_name)
        return replace(status, unconfined=status.unconfined or self.unconfined)

    def sign(self, kind: str, digest: str) -> bytes:
        """Return the signature of a manifest by the login's key; ``unsigned`` says, encoded, why there is none."""
        try:
            return self.keys.secret(login()).sign_digest(self.id, kind, digest)
        except CaseError as error:
            self.unsigned = encode(say("export-not-signed", why=error))
            return b""

    def natives(self, items: Sequence[Item]) -> Iterator[bytes | Trouble]:
        """Yield the items' original bytes, or the reasons why they can't be had; of what is sealed, none."""
        withheld = [seals.withheld(self._case, item.row.no) for item in items]
        free = self._natives.read([item for item, why in zip(items, withheld, strict=True) if not why])
        for why in withheld:
            yield Trouble(sealed.CODE, why) if why else next(free)
        next(free, None)  # to the end of the answer

    def stamped(self, orders: Sequence[PageOrder]) -> Iterator[StampedPages | Trouble]:
        """Yield the pages that were ordered, drawn by the readers, or why they can't be."""
        wanted = [ViewOrder("document", one.custodian, one.media, one.data, _page_view(one)) for one in orders]
        return (view for view in self._natives.views(wanted) if isinstance(view, StampedPages | Trouble))

    def printed(self, item: Item, data: bytes) -> bytes | Trouble:
        """Return what an office program makes of an item, where the case's settings let one be used."""
        if not self._settings.office_pages:
            return Trouble("unsupported", say("office-pages-off", file=self._case.path / SETTINGS_FILE))
        try:
            return libreoffice.to_pdf(data, item.row.type, self._case.path)
        except CaseError as error:
            return Trouble("unsupported", error.message)


def _page_view(order: PageOrder) -> ViewRequest:
    return ViewRequest(
        STAMPED,
        order.number,
        sought=order.sought,
        stamp=order.stamp,
        regions=order.regions,
        reasons=order.reasons,
    )
