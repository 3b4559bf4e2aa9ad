"""Which items belong together: family, conversation, same content, and what is inside another item. Reads only.

"thread" is what headers say: decisions follow nothing that was inferred.

Items of the same content are copies of one another where their families are: an attachment is a copy only together with
its mail. The same logo in two different mails isn't; decisions go there only where a person asks for it. What a loose
archive holds stands for itself: a mail in it is a copy of the same mail in a mailbox.
"""

from __future__ import annotations

import json
import threading
from array import array
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from weakref import WeakKeyDictionary

from triage.model.items import ItemNo
from triage.model.leaving import COPIES, DUPLICATE, NOTHING, PRIVILEGED, PRIVILEGED_FAMILY, THREAD, StopLine
from triage.model.tags import PRIVILEGED as PRIVILEGED_TAGS
from triage.store.db import Store
from triage.store.records import joined_numbers, listed
from triage.store.schema import MOST_SEGMENTS

_SAME = "SELECT m.n, c.n FROM item c JOIN current_item m ON m.{0}=c.{0} AND m.n<>c.n WHERE c.n IN given AND c.{0}<>''"
_REACH = {
    "family": _SAME.format("family"),
    "thread": _SAME.format("thread"),
    "inferred": """SELECT m.n, c.n FROM item c JOIN joined a ON a.thread=c.thread JOIN joined b ON b.whole=a.whole
    JOIN current_item m ON m.thread=b.thread AND m.n<>c.n WHERE c.n IN given""",
    "duplicates": _SAME.format("digest"),
    # Within the family: a mailbox holds messages that stand for themselves.
    "children": """SELECT n, cause FROM (WITH RECURSIVE below(n, cause, family) AS (
    SELECT i.n, c.n, c.family FROM item c JOIN item i ON i.parent=c.n AND i.family=c.family WHERE c.n IN given
    UNION SELECT i.n, b.cause, b.family FROM below b JOIN item i ON i.parent=b.n AND i.family=b.family)
    SELECT n, cause FROM below)""",
}
_ABOVE = """SELECT n, cause FROM (WITH RECURSIVE above(n, cause, family) AS (
SELECT n, parent, family FROM item WHERE n IN given AND parent IS NOT NULL
UNION SELECT a.n, i.parent, a.family FROM above a JOIN item i ON i.n=a.cause WHERE i.parent IS NOT NULL)
SELECT a.n, a.cause FROM above a JOIN item c ON c.n=a.cause AND c.family=a.family)"""
# An empty file, and what has no text, such as a logo, doesn't make the families of its duplicates privileged.
_PRIVILEGED = f"""WITH RECURSIVE own(n) AS MATERIALIZED (SELECT DISTINCT item FROM tagged WHERE tag LIKE ?
    OR tag IN (SELECT value FROM json_each(?))),
alike(n) AS MATERIALIZED (SELECT m.n FROM own JOIN item c ON c.n=own.n JOIN item m ON m.digest=c.digest
    WHERE c.digest<>'' AND c.size>0),
told(n) AS MATERIALIZED (SELECT n FROM own UNION SELECT n FROM alike WHERE EXISTS(SELECT 1 FROM segment s
    WHERE s.key>=alike.n*{MOST_SEGMENTS} AND s.key<(alike.n+1)*{MOST_SEGMENTS} AND trim(s.text)<>'')),
above(n) AS (SELECT n FROM told UNION SELECT i.parent FROM above a JOIN item i ON i.n=a.n WHERE i.parent IS NOT NULL),
below(n) AS (SELECT n FROM own UNION SELECT i.n FROM below b JOIN item i ON i.parent=b.n)
SELECT n, 0 FROM own UNION ALL SELECT n, 1 FROM alike UNION ALL SELECT n, 2 FROM (SELECT n FROM above UNION
SELECT n FROM below UNION SELECT m.n FROM told t JOIN item i ON i.n=t.n JOIN item m ON m.family=i.family)"""
_GIVEN = "WITH given(n) AS MATERIALIZED (SELECT value FROM json_each(?)) "


def alike(store: Store, column: str, no: ItemNo) -> list[ItemNo]:
    """Return the current items that share a column's value with this one, and itself, by their files' paths.

    Those of one file come by number. The numbers of items in different files tell only which was read first.
    """
    sql = f"""SELECT i.n FROM item i JOIN source s ON s.number=i.source
    WHERE i.{column}=(SELECT {column} FROM item WHERE n=:no) AND i.{column}<>''
    AND (i.n=:no OR i.n NOT IN (SELECT item FROM past)) ORDER BY s.root, s.path, i.n"""
    return [ItemNo(n) for (n,) in store.db.execute(sql, {"no": no})] or [no]


def families(store: Store, nos: Collection[ItemNo]) -> int:
    """Return in how many families these items are."""
    sql = "SELECT count(DISTINCT family) FROM item WHERE n IN (SELECT value FROM json_each(?))"
    return int(store.value(sql, (listed(nos),)) or 0)


def attached(store: Store, no: ItemNo, most: int) -> list[ItemNo]:
    """Return the first current items that lie right inside this one."""
    sql = "SELECT n FROM current_item WHERE parent=? ORDER BY n LIMIT ?"
    return [ItemNo(n) for (n,) in store.db.execute(sql, (no, most))]


def reached(store: Store, rule: str, nos: Collection[ItemNo]) -> dict[ItemNo, ItemNo]:
    """Return the further items to which a rule leads from these, each with the first one that leads to it."""
    if rule == "none" or not nos:
        return {}
    given, causes = set(nos), dict[ItemNo, ItemNo]()
    for member, cause in sorted(store.db.execute(_GIVEN + _REACH[rule], (listed(nos),))):
        if member not in given:
            causes.setdefault(ItemNo(member), ItemNo(cause))
    return causes


def related(store: Store, nos: Collection[ItemNo]) -> set[ItemNo]:
    """Return all items to which anything leads from these: family, conversation, same content; and these themselves."""
    return set(nos).union(*(reached(store, rule, nos) for rule in ("family", "thread", "inferred", "duplicates")))


def privileged(store: Store, nos: Collection[ItemNo], tags: Collection[str] = ()) -> list[StopLine]:
    """Return which of the items are privileged, or belong to what is; also of items that are superseded or vanished.

    Each has one line. ``tags`` say so beside those that begin so. Of a file that holds other families, as a mailbox,
    the original holds theirs.
    """
    kinds: dict[ItemNo, int] = {}
    for n, kind in store.db.execute(_PRIVILEGED, (f"{PRIVILEGED_TAGS}%", json.dumps(list(tags)))):
        kinds[ItemNo(n)] = min(kind, kinds.get(ItemNo(n), kind))
    by_kind = enumerate((PRIVILEGED, DUPLICATE, PRIVILEGED_FAMILY))
    return [StopLine(name, (no,)) for kind, name in by_kind for no in nos if kinds.get(no) == kind]


def belonging(store: Store, nos: Collection[ItemNo], rule: str) -> dict[ItemNo, ItemNo]:
    """Return the further current items that belong to these by one of BELONGING, each with the first it belongs to."""
    causes = dict[ItemNo, ItemNo]()
    if rule == COPIES:
        groups = copy_groups(store)
        for no in sorted(nos):
            causes |= {other: no for other in groups.of(no) if other not in causes}
    elif rule == THREAD:
        causes = reached(store, rule, nos)
    for no in nos:
        causes.pop(no, None)
    if rule != NOTHING:
        more = _rest_of_families(store, {*nos, *causes})
        causes |= {no: causes.get(cause, cause) for no, cause in more.items()}
    return causes


def _rest_of_families(store: Store, nos: Collection[ItemNo]) -> dict[ItemNo, ItemNo]:
    """Return what completes the families of these items, each with the first of these in the same family.

    What a loose archive holds stands for itself, each mail with its own attachments.
    """
    inside: dict[ItemNo, ItemNo] = dict(store.db.execute(_LOOSE))
    given, first = listed(nos), dict[ItemNo, ItemNo]()
    for no, family in store.db.execute(f"{_GIVEN} SELECT n, family FROM item WHERE n IN given ORDER BY n", (given,)):
        first.setdefault(inside.get(no, family), no)
    sql = f"""{_GIVEN} SELECT n, family FROM current_item WHERE n NOT IN given
    AND family IN (SELECT family FROM item WHERE n IN given)"""
    members = ((ItemNo(no), inside.get(no, family)) for no, family in store.db.execute(sql, (given,)))
    return {no: first[top] for no, top in members if top in first}


def reaching(store: Store, rule: str, nos: Collection[ItemNo]) -> dict[ItemNo, set[ItemNo]]:
    """Return for each of the items those from which a rule leads to it."""
    sources: dict[ItemNo, set[ItemNo]] = {}
    sql = _ABOVE if rule == "children" else _REACH[rule]
    for one, other in store.db.execute(_GIVEN + sql, (listed(nos),)):
        item, source = (one, other) if rule == "children" else (other, one)
        sources.setdefault(ItemNo(item), set()).add(ItemNo(source))
    return sources


# ---- copies, family by family

HERE = "n NOT IN (SELECT item FROM past) AND n NOT IN (SELECT item FROM sealed)"
_REPEATED = "SELECT digest FROM item WHERE digest<>'' GROUP BY digest HAVING count(*)>1"
_SAME_CONTENT = f"""SELECT group_concat(n) FROM item WHERE digest IN ({_REPEATED}) AND {HERE}
GROUP BY digest HAVING count(*)>1"""
_INSIDE = "SELECT n, family FROM item WHERE family<>n"
_ARCHIVES = """gzip java-archive vnd.ms-cab-compressed vnd.rar x-7z-compressed x-archive x-bzip-compressed-tar x-bzip2
x-compress x-compressed-tar x-cpio x-gtar x-iso9660-image x-lha x-lzh-compressed x-lzma x-rar-compressed x-tar x-xz
x-zip-compressed zip zlib zstd"""
ARCHIVES = tuple(f"application/{name}" for name in _ARCHIVES.split())
"""Types that hold files as a folder does. One that is attached to a mail belongs to that mail all the same."""
_LOOSE = f"""WITH RECURSIVE loose(n) AS (
SELECT n FROM item WHERE n IN (SELECT family FROM item WHERE family<>n) AND type IN {ARCHIVES}
UNION SELECT i.n FROM loose a JOIN item i ON i.parent=a.n AND i.family<>i.n WHERE i.type IN {ARCHIVES}),
part(n, top) AS (SELECT i.n, i.n FROM loose a JOIN item i ON i.parent=a.n AND i.family<>i.n
UNION ALL SELECT i.n, p.top FROM part p JOIN item i ON i.parent=p.n AND i.family<>i.n WHERE p.n NOT IN loose)
SELECT n, top FROM part"""
"""What lies in archives that lie in nothing else, or in one another, each with what is at the top of it there."""
_UNTOUCHED = """'tag', 'untag', 'note', 'mark', 'unmark', 'redact', 'unredact', 'undo', 'judge', 'view', 'shown',
'palette', 'accept person', 'reject person', 'save search', 'run search', 'new batch', 'take batch',
'give batch', 'done batch', 'draw sample', 'run-begin', 'export-begin', 'export', 'report profile', 'production-begin',
'production-write', 'production', 'derived'"""
"""Actions of the audit that leave the items themselves, their sources and seals as they were."""
_CHANGED = f"SELECT seq, hash FROM audit WHERE seq>? AND action NOT IN ({_UNTOUCHED}) ORDER BY seq DESC LIMIT 1"


class CopyGroups:
    """The items of a case that are copies of one another: the same part of families whose top items are exact copies.

    Items that aren't in the sources any more, and sealed ones, are nobody's copies.
    """

    def __init__(self, groups: Iterable[Sequence[ItemNo]], highest: int) -> None:
        self._first = array("I", range(highest + 1))  # the lowest number of the copies of an item
        self._next = array("I", range(highest + 1))  # the next one of them, round the end
        self._several = bytearray(highest + 1)  # 1 for an item that has copies
        for copies in groups:
            for no, after in zip(copies, (*copies[1:], copies[0]), strict=True):
                self._first[no], self._next[no], self._several[no] = copies[0], after, 1

    def of(self, no: ItemNo) -> tuple[ItemNo, ...]:
        """Return the copies of an item in ascending order, itself among them."""
        copies, at = [no], self._next[no] if no < len(self._next) else no
        while at != no:
            copies.append(ItemNo(at))
            at = self._next[at]
        return tuple(sorted(copies))

    def keys(self, nos: Sequence[ItemNo]) -> list[int]:
        """Return for each item a number that its copies have and no other item has."""
        return list(map(self._first.__getitem__, nos))

    def collapse(self, nos: Sequence[ItemNo], keep: ItemNo | None = None) -> tuple[ItemNo, ...]:
        """Return of a list only the first of each item's copies, or the one to ``keep`` in its own place."""
        if keep is not None and len(copies := self.of(keep)) > 1 and keep in nos:
            others = set(copies) - {keep}
            nos = [no for no in nos if no not in others]
        several, first, listed = self._several, self._first, set[int]()

        def is_new(no: ItemNo) -> bool:
            known = len(listed)
            listed.add(first[no])
            return len(listed) > known

        return tuple([no for no in nos if not several[no] or is_new(no)])


_groups: dict[str, tuple[str, CopyGroups]] = {}  # by database: the hash of the audit row as of which they are true
_MOST_CASES = 4
_grouping = threading.Lock()
_read_up_to: WeakKeyDictionary[Store, tuple[int, str]] = WeakKeyDictionary()


def copy_groups(store: Store) -> CopyGroups:
    """Return which items are copies of which; worked out anew, for all connections of a process, once items changed.

    While the first index run goes on there are none yet.
    """
    settled = not store.db.in_transaction  # nothing is kept of what may be rolled back
    with _grouping, store.db:
        state = items_state(store)
        known, groups = _groups.get(store.db.filename, ("", CopyGroups((), 0)))
        if known != state:
            highest = int(store.value("SELECT max(n) FROM item") or 0)
            groups = CopyGroups(_grouped(store) if store.kinds("item_copies") else (), highest)
            if settled:
                _groups.pop(next(iter(_groups)) if len(_groups) == _MOST_CASES else "", None)
                _groups[store.db.filename] = state, groups
    return groups


def items_state(store: Store) -> str:
    """Return the hash of the last row of the audit that may have changed an item, or sealed one.

    Few rows are read each time.
    """
    seen, state = _read_up_to.get(store, (0, ""))
    last = int(store.value("SELECT max(seq) FROM audit") or 0)
    if last != seen:
        state = next((digest for _, digest in store.db.execute(_CHANGED, (seen,))), state)
        _read_up_to[store] = last, state
    return state


def _grouped(store: Store) -> Iterator[list[ItemNo]]:
    """Yield the groups of copies, each in ascending order; like parts of one family are told apart by that order."""
    alike = [sorted(joined_numbers(joined)) for (joined,) in store.db.execute(_SAME_CONTENT)]
    family: dict[ItemNo, ItemNo] = dict(store.db.execute(_INSIDE)) | dict(store.db.execute(_LOOSE))
    content = {no: at for at, nos in enumerate(alike) for no in nos} if family else {}
    for nos in alike:
        if family.keys().isdisjoint(nos):
            yield nos
            continue
        met, groups = Counter[ItemNo](), defaultdict[tuple[int, int], list[ItemNo]](list)
        for no in nos:
            top = family.get(no, no)
            if (whole := content.get(top)) is not None:
                groups[whole, met[top]].append(no)
                met[top] += 1
        yield from (copies for copies in groups.values() if len(copies) > 1)
