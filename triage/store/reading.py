"""What the store says of items: rows for lists, whole items, texts for engines, the sums of a case.

Reads only. Nothing here knows a query language or decides anything.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

import msgspec

from triage.errors import CaseError
from triage.messages import decode
from triage.model.items import Item, ItemId, ItemNo, Problem, Row, Segment, Status
from triage.store import decision_log, extent
from triage.store.db import Store
from triage.store.read_cache import cache_of
from triage.store.records import DOUBTFUL, FILE_TIME, PLACE, ItemRecord, listed, numbers
from triage.store.schema import MOST_SEGMENTS
from triage.store.texts import Pieces, holding, whole
from triage.text import BORDER, indexed, small_stretches, unmarked

if TYPE_CHECKING:
    from triage.store.texts import Submit

LEVELS = ("fully", "partly", "not")
_OPEN = "n NOT IN (SELECT item FROM sealed)"
SORTS = {
    "date": "date",
    "sender": "sender COLLATE NOCASE",
    "subject": "subject COLLATE NOCASE",
    "name": "name COLLATE NOCASE",
    "type": "type",
    "custodian": "custodian COLLATE NOCASE",
    "size": "size",
    "to": "(recipients->>'$[0][0]') COLLATE NOCASE",
    "path": f"(SELECT path FROM source WHERE number=item.source AND {_OPEN})",
    "attachments": "nullif(children, 0)",
}
"""What a list can be sorted by, and the value that is compared."""

_SEGMENTS = "SELECT origin, text FROM segment WHERE key>=? AND key<? ORDER BY key"
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
SEALED_NAME = "[sealed]"
"""What a sealed item is called in lists: nothing else that names it is shown."""

# The columns of a Row in their order, tags left out.
_ROW = f"""SELECT i.n, i.id, i.date, i.sender, i.subject, iif(z.item IS NULL, i.name, '{SEALED_NAME}'), i.type,
i.custodian, iif(z.item IS NULL, i.size, 0), {PLACE}, i.children, i.parent, {extent.STATE},
i.searchable, z.item IS NOT NULL, {DOUBTFUL}, {FILE_TIME.replace("item.", "i.")}
FROM item i JOIN source s ON s.number=i.source LEFT JOIN sealed z ON z.item=i.n"""
_ITEM = f"""SELECT s.root, {PLACE}, s.raw, {", ".join(f"i.{column}" for column in ItemRecord._fields)}
FROM item i JOIN source s ON s.number=i.source WHERE i.n IN (SELECT value FROM json_each(?))"""
_WAYS = """WITH RECURSIVE up(n, parent, type, location) AS (
SELECT n, parent, type, location FROM item WHERE n IN (SELECT value FROM json_each(?))
UNION ALL SELECT up.n, i.parent, i.type, i.location FROM up JOIN item i ON i.n=up.parent)
SELECT n, type, location FROM up"""
_ITEMS_AT_ONCE = 200
_read_list = msgspec.json.Decoder(list[ItemNo]).decode
_SUCCESSOR = "SELECT i.id FROM successor x JOIN item i ON i.n=x.later WHERE x.item=?"


def iso(seconds: int | None) -> str:
    """Return seconds since 1970 as ISO 8601 in UTC, "" for None."""
    if seconds is None:
        return ""
    try:
        return (_EPOCH + timedelta(seconds=seconds)).strftime("%Y-%m-%dT%H:%M:%SZ").rjust(20, "0")
    except OverflowError:
        return ""


def rows(store: Store, nos: Sequence[ItemNo]) -> list[Row]:
    """Return the rows of items, in the order asked; numbers that the case doesn't have are left out."""
    wanted = listed(nos)
    tags: dict[int, list[str]] = {}
    for n, tag in store.db.execute(
        "SELECT item, tag FROM tagged WHERE item IN (SELECT value FROM json_each(?)) ORDER BY tag", (wanted,)
    ):
        tags.setdefault(n, []).append(tag)
    found: dict[ItemNo, Row] = {}
    sql = f"{_ROW} WHERE i.n IN (SELECT value FROM json_each(?))"
    for no, item_id, date, *row, state, level, sealed, doubtful, file_time in store.db.execute(sql, (wanted,)):
        of_no = [LEVELS[level], tuple(tags.get(no, ())), bool(sealed), state, bool(doubtful), bool(file_time)]
        found[no] = Row(no, item_id, iso(date), *row, *of_no)
    return [found[no] for no in nos if no in found]


def places(store: Store, nos: Sequence[ItemNo]) -> list[tuple[str, str, str]]:
    """Return the items' roots, paths and members, in the order asked."""
    sql = f"""SELECT i.n, s.root, {PLACE}, i.member FROM item i JOIN source s ON s.number=i.source
    WHERE i.n IN (SELECT value FROM json_each(?))"""
    found = {no: (root, path, member) for no, root, path, member in store.db.execute(sql, (listed(nos),))}
    return [found[no] for no in nos if no in found]


def ordered(store: Store, nos: Sequence[ItemNo], key: str, descending: bool) -> list[ItemNo]:
    """Return the numbers sorted by one of SORTS; equal ones by number.

    Items without a value come last; before them those with only their file's time, and before these doubtful dates.
    """
    column = SORTS.get(key)
    if column is None:
        raise CaseError("list-order-unknown", order=key, known=", ".join(SORTS))
    way = "DESC" if descending else "ASC"
    few = len(nos) * 20 < (store.value("SELECT max(n) FROM item") or 0)
    if key == "date" and not few:
        return _by_date(store, nos, way)
    blank = column.removesuffix(" COLLATE NOCASE")
    last = f"{blank} IS NULL OR {blank}=''" + (f", {FILE_TIME}, {DOUBTFUL}" if key == "date" else "")
    sql = f"SELECT group_concat(n ORDER BY {last}, {column} {way}, n) FROM item"
    if few:
        return _in_order(store.value(f"{sql} WHERE n IN (SELECT value FROM json_each(?))", (listed(nos),)))
    wanted = set(nos)
    return [no for no in _in_order(store.value(sql)) if no in wanted]


def _in_order(joined: str | None) -> list[ItemNo]:
    return _read_list(f"[{joined or ''}]")


def _by_date(store: Store, nos: Sequence[ItemNo], way: str) -> list[ItemNo]:
    """Return what ``ordered`` does by date, from the indexes of dates alone: for many items three times as fast."""
    sql = f"SELECT group_concat(n) FROM (SELECT n FROM item WHERE date IS NOT NULL ORDER BY date {way}, n)"
    dated, wanted = _in_order(store.value(sql)), set(nos)
    unsure = DOUBTFUL, FILE_TIME, "date IS NULL"
    doubtful, file, undated = (numbers(store.db, f"SELECT n FROM item WHERE {which}") for which in unsure)
    apart = [[no for no in dated if no in some and no in wanted] for some in (doubtful, file)]
    sure = [no for no in dated if no in wanted and no not in doubtful and no not in file]
    return [*sure, *apart[0], *apart[1], *sorted(wanted & undated)]


def item(store: Store, no: ItemNo) -> Item:
    """Return an item with its text and Problems; raises CaseError where there is none of that number."""
    return next(items(store, [no]))


def items(store: Store, nos: Sequence[ItemNo]) -> Iterator[Item]:
    """Yield items with their texts and Problems in the order asked; raises CaseError for a number that isn't there.

    Of a sealed item neither text nor size, hashes and Message-IDs are given. Many are read together, but for
    their texts.
    """
    for at in range(0, len(nos), _ITEMS_AT_ONCE):
        some = nos[at : at + _ITEMS_AT_ONCE]
        row_of = {row.no: row for row in rows(store, some)}
        records = {ItemNo(columns[3]): columns for columns in store.rows(_ITEM, (listed(some),))}
        problems_of, ways = _problems_of(store, some), _ways(store, some)
        for no in some:
            if no not in row_of:
                raise CaseError("no-such-item", number=no)
            root, path, raw_path, *columns = records[no]
            yield _item(store, row_of[no], (root, path, raw_path), ItemRecord(*columns), problems_of[no], ways[no])


def _item(
    store: Store,
    row: Row,
    location: tuple[str, str, bytes | None],
    record: ItemRecord,
    problems: Iterable[Problem],
    way: Sequence[tuple[str, str]],
) -> Item:
    root, path, raw_path = location
    to, cc, bcc = json.loads(record.recipients)
    if row.sealed:
        raw_path = SEALED_NAME.encode()
        record, way = record._replace(sha256="", mih="", digest="", thread="", message_id="", refs="[]"), ()
    return Item(
        row=row,
        root=root,
        path=path,
        member=record.member,
        sha256=record.sha256,
        mih=record.mih,
        digest=record.digest,
        family=ItemNo(record.family),
        thread=record.thread,
        to=tuple(to),
        cc=tuple(cc),
        bcc=tuple(bcc),
        date_raw=record.date_raw,
        date_kind=record.date_kind,
        message_id=record.message_id,
        references=tuple(json.loads(record.refs)),
        properties=tuple((name, value) for name, value in json.loads(record.properties)),
        segments=tuple(Segment(o, unmarked(text), small_stretches(text)) for o, text in _segments(store, row.no)),
        problems=tuple(problems),
        raw_path=raw_path or path.encode(),
        successor=store.value(_SUCCESSOR, (row.no,)) if row.state else None,
        way=tuple((above[0], step[1]) for step, above in pairwise(way))[::-1] if record.member else (),
    )


def _ways(store: Store, nos: Sequence[ItemNo]) -> dict[ItemNo, list[tuple[str, str]]]:
    ways: dict[ItemNo, list[tuple[str, str]]] = {no: [] for no in nos}
    for no, *step in store.db.execute(_WAYS, (listed(nos),)):
        ways[no].append((step[0], step[1]))
    return ways


def _problems_of(store: Store, nos: Sequence[ItemNo]) -> dict[ItemNo, list[Problem]]:
    problems: dict[ItemNo, list[Problem]] = {no: [] for no in nos}
    which = "(SELECT * FROM problem WHERE item IN (SELECT value FROM json_each(?)))"
    for no, problem in _problems(store, which, (listed(nos),)):
        problems[no].append(problem)
    return problems


def problems(store: Store) -> list[Problem]:
    """Return all Problems of the case as it is now, by path."""
    return [problem for _, problem in _problems(store, "current_problem")]


def _problems(store: Store, which: str, bindings: tuple[str, ...] = ()) -> Iterator[tuple[ItemNo, Problem]]:
    """Yield Problems by path, each with the number of its item."""
    sql = f"""SELECT i.n, p.code, p.sentence, p.searchable, iif(p.path='', ifnull({PLACE}, ''), p.path) AS place, i.id,
    i.member FROM {which} p LEFT JOIN item i ON i.n=p.item
    LEFT JOIN source s ON s.number=p.source ORDER BY place, i.member, p.number"""
    for no, code, sentence, level, path, item_id, member in store.db.execute(sql, bindings):
        location = f"{path}#{member}" if member else path
        yield no, Problem(code, decode(sentence), LEVELS[level], location, None if item_id is None else ItemId(item_id))


def find(store: Store, untrusted_id: str) -> ItemNo:
    """Return the item whose id begins so; raises CaseError where none or several do."""
    text = untrusted_id.strip().lower()
    if not text or not text.isalnum():
        raise CaseError("no-item-id", id=untrusted_id)
    matches = store.rows("SELECT n FROM item WHERE id>=? AND id<? LIMIT 2", (text, text + "g"))
    if len(matches) > 1:
        raise CaseError("item-id-ambiguous", id=text)
    if not matches:
        raise CaseError("item-id-unknown", id=text)
    return ItemNo(matches[0][0])


def ids(store: Store, nos: Iterable[ItemNo]) -> dict[ItemNo, ItemId]:
    sql = "SELECT n, id FROM item WHERE n IN (SELECT value FROM json_each(?))"
    return {ItemNo(n): ItemId(item_id) for n, item_id in store.db.execute(sql, (listed(nos),))}


def missing(store: Store, nos: Iterable[ItemNo]) -> ItemNo | None:
    """Return one of the numbers that the case doesn't have, None where it has them all."""
    sql = "SELECT value FROM json_each(?) WHERE value NOT IN (SELECT n FROM item) LIMIT 1"
    number = store.value(sql, (listed(nos),))
    return None if number is None else ItemNo(number)


def heads(record: Sequence[str]) -> list[tuple[str, str]]:
    """Return the texts of an item that aren't segments, (field, text) each; persons of a field are one text."""
    subject, sender, recipients, name = record
    people = zip(("to", "cc", "bcc"), json.loads(recipients), strict=True)
    return [("subject", subject), ("from", sender), *((f, ", ".join(p)) for f, p in people), ("file", name)]


def _segments(store: Store, no: int) -> list[tuple[str, str]]:
    rows = store.db.execute(_SEGMENTS, (no * MOST_SEGMENTS, (no + 1) * MOST_SEGMENTS))
    return [(origin, whole(text)) for origin, text in rows]


def fields(written: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return an item's folded text by field, from its stored text: the same as its reader made of it."""
    texts: dict[str, list[str]] = {}
    for field, text in written:
        texts.setdefault(field, []).append(text)
    made = {field: f" {BORDER} ".join(map(indexed, parts)) for field, parts in texts.items()}
    return {field: text for field, text in made.items() if text and not text.isspace()}


def document(store: Store, no: ItemNo) -> dict[str, str]:
    """Return an item's folded text by field, as an engine indexes it; nothing for a sealed one."""
    return fields(StoredTexts(store).raw(no))


class StoredTexts:
    """The texts of all items, from which any engine's index can be made again."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def documents(self, after: int = 0) -> Iterator[tuple[ItemNo, dict[str, str]]]:
        """Yield (number, folded text by field) of the items whose number is above ``after``, ascending."""
        sql = "SELECT n, subject, sender, recipients, name FROM item WHERE n>? ORDER BY n"
        for n, *record in self._store.db.execute(sql, (after,)):
            yield ItemNo(n), fields([*heads(record), *_segments(self._store, n)])

    def raw(self, no: ItemNo) -> list[tuple[str, str]]:
        """Return an item's texts as they are joined and folded, (field, text) each, marks and all."""
        sql = "SELECT subject, sender, recipients, name FROM item WHERE n=?"
        records = self._store.rows(sql, (no,))
        return [*(head for record in records for head in heads(record)), *_segments(self._store, no)]

    def holding(
        self, nos: Collection[ItemNo], sought: Pieces, beside: Submit | None = None
    ) -> Iterator[tuple[ItemNo, str]]:
        """Yield the texts as written of items in which all pieces stand, in any order.

        (number, text) each; ``beside`` lets another thread look, too.
        """
        for records, texts in holding(self._store.db, nos, sought, beside):
            for n, *record in records:
                named = (text for field, text in heads(record) if field in sought.fields)
                yield from ((n, text) for text in named if sought.stand_in(text))
            yield from texts

    def case(self) -> str:
        """Return what only copies of this case have in common."""
        return self._store.first_audit_hash()

    def numbers(self) -> set[ItemNo]:
        return cache_of(self._store).items()

    def count(self) -> int:
        return cache_of(self._store).count

    def ascending(self, nos: Collection[ItemNo]) -> list[ItemNo]:
        return cache_of(self._store).ascending(nos)


_TAGGED = "(SELECT * FROM tagged WHERE item NOT IN (SELECT item FROM past))"
_KEPT = f"item NOT IN ({extent.PURGED})"
_THERE = "SELECT count(*) FROM source WHERE current=1 AND gone IS NULL AND denied IS NULL"


def level_counts(store: Store) -> dict[str, int]:
    """Return how many items are searchable fully, partly and not at all, by LEVELS."""
    return {name: cache_of(store).levels.get(level, 0) for level, name in enumerate(LEVELS)}


def unconfined(store: Store) -> bool:
    """Return whether a source was ever opened by a process that Linux didn't keep to the scope's folders."""
    sql = "SELECT max(json_extract(detail, '$.unconfined')) FROM audit WHERE action IN ('items', 'view', 'export')"
    return bool(store.value(sql))


def status(store: Store, name: str, engine: str) -> Status:
    """Return the sums of a case as of its last whole run, and the runs over a part of it since."""
    one: Callable[[str], int] = lambda sql: int(store.value(sql) or 0)  # noqa: E731
    sql = "SELECT ended, report, number FROM run WHERE whole=1 AND ended IS NOT NULL ORDER BY number DESC LIMIT 1"
    last = store.rows(sql)
    report, number = (json.loads(last[0][1]), last[0][2]) if last else ({}, 0)
    since = store.rows("SELECT report, ended IS NULL FROM run WHERE number>?", (number,))
    levels, read = level_counts(store), extent.extent(store)
    files = int(report.get("seen", 0)) + sum(json.loads(part or "{}").get("grown", 0) for part, _ in since)
    if not read.whole or any(stopped for _, stopped in since):  # what such a run has added, it can't tell
        files = read.files + read.denied
    tags, types, custodians = (
        tuple(store.rows(f"SELECT {by}, count(*) FROM {table} GROUP BY 1 ORDER BY 2 DESC, 1"))
        for by, table in (("tag", _TAGGED), ("type", "current_item"), ("custodian", "current_item"))
    )
    return Status(
        name=name,
        engine=engine,
        files=files,
        with_items=one(f"{_THERE} AND state<>'failed'") if read.whole else read.read,
        failed=one(f"{_THERE} AND state='failed'"),
        denied=read.denied,
        items=one("SELECT count(*) FROM current_item"),
        problems=one("SELECT count(*) FROM current_problem"),
        fully=levels["fully"],
        partly=levels["partly"],
        not_searchable=levels["not"],
        tagged=one(f"SELECT count(DISTINCT item) FROM {_TAGGED}"),
        decisions=one("SELECT count(*) FROM decision"),
        tags=tags,
        types=types,
        custodians=custodians,
        last_run=str(last[0][0]) if last else "",
        sealed=one("SELECT count(*) FROM sealed WHERE item NOT IN (SELECT item FROM past)"),
        outdated=one(f"{_THERE} AND state='outdated'"),
        vanished_files=one("SELECT count(*) FROM source WHERE current=1 AND gone IS NOT NULL"),
        denied_since=one(
            "SELECT count(*) FROM source WHERE current=1 AND gone IS NULL AND denied>0 AND state<>'purged'"
        ),
        superseded=one(f"SELECT count(*) FROM past WHERE item IN (SELECT item FROM successor) AND {_KEPT}"),
        vanished=one(f"SELECT count(*) FROM past WHERE item NOT IN (SELECT item FROM successor) AND {_KEPT}"),
        purged=one(f"SELECT count(*) FROM ({extent.PURGED})"),
        past_decided=extent.decided(store),
        disputed=decision_log.disputed_count(store),
        unconfined=unconfined(store),
        extent=read,
    )
