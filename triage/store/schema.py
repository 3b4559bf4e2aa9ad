"""The tables of a case: the truth about items, text, decisions and the audit; and whether a database is one of ours.

``item.n`` is the item's number, which engines speak in; ``item.id`` is stable across cases. Times are seconds since
1970 UTC unless they end in ``_ns``. Lists are JSON. ``searchable`` is 0 fully, 1 partly, 2 not.
"""

from __future__ import annotations

import re
from contextlib import closing
from functools import cache
from pathlib import Path

import apsw

VERSION = 10
"""The only format that is read: a case of another one is indexed again."""
MOST_SEGMENTS = 1 << 20
"""Segments that one item may have; ``segment.key`` is made with it."""

TABLES = """
CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE run(
    number INTEGER PRIMARY KEY, started TEXT NOT NULL, ended TEXT, whole INTEGER NOT NULL, report TEXT);

-- One row for each file found under an allowed root and each content it has had; current = 1 is its latest.
-- state: reading (a run was stopped in it), done, outdated (to be read again), failed (a Problem and no item).
-- gone: the run that missed it. denied: the run in which the scope no longer allowed it. later: what took its place.
CREATE TABLE source(
    number INTEGER PRIMARY KEY, root TEXT NOT NULL, path TEXT NOT NULL, raw BLOB, custodian TEXT NOT NULL,
    size INTEGER NOT NULL, mtime_ns INTEGER NOT NULL, ctime_ns INTEGER NOT NULL, inode INTEGER NOT NULL,
    sha256 TEXT NOT NULL, state TEXT NOT NULL, current INTEGER NOT NULL DEFAULT 1, run INTEGER NOT NULL,
    gone INTEGER, denied INTEGER, later INTEGER, UNIQUE(root, path, sha256));
CREATE INDEX source_later ON source(later) WHERE later IS NOT NULL;

CREATE TABLE item(
    n INTEGER PRIMARY KEY, source INTEGER NOT NULL, member TEXT NOT NULL, id TEXT NOT NULL,
    parent INTEGER, family INTEGER NOT NULL, name TEXT NOT NULL, type TEXT NOT NULL, custodian TEXT NOT NULL,
    size INTEGER NOT NULL, sha256 TEXT NOT NULL, mih TEXT NOT NULL, digest TEXT NOT NULL,
    subject TEXT NOT NULL, sender TEXT NOT NULL, recipients TEXT NOT NULL,
    date INTEGER, date_kind TEXT NOT NULL, date_raw TEXT NOT NULL,
    message_id TEXT NOT NULL, refs TEXT NOT NULL, thread TEXT NOT NULL, properties TEXT NOT NULL,
    children INTEGER NOT NULL DEFAULT 0, searchable INTEGER NOT NULL, lang TEXT NOT NULL DEFAULT '',
    location TEXT NOT NULL DEFAULT '');

-- key is item * 2^20 + the segment's place in the item, so that text is only ever appended. A blob is packed text.
CREATE TABLE segment(key INTEGER PRIMARY KEY, origin TEXT NOT NULL, text TEXT NOT NULL);

-- item is NULL for a file that became no item; source is NULL for what isn't a file (a folder that can't be listed).
CREATE TABLE problem(
    number INTEGER PRIMARY KEY, source INTEGER, item INTEGER, path TEXT NOT NULL,
    code TEXT NOT NULL, sentence TEXT NOT NULL, searchable INTEGER NOT NULL, run INTEGER NOT NULL);
CREATE INDEX problem_item ON problem(item);
CREATE INDEX problem_source ON problem(source);

-- grp numbers the step in which a decision was taken; undoes is the step that an undo takes back. event is the id of
-- the decision in every copy of the case: "<step>.<place in it>", the step as 32 hexadecimal digits. derived is the
-- event that this one follows from, "" for a person's own. Times of steps taken in one copy of a case rise strictly.
-- Each row has one effect on its item, and what stands is their replay:
--   tag, untag   value is a tag: the item carries it, or no longer does
--   note         value is the text: it stands in place of the note before, "" for none
--   mark, unmark  value is segment:start:words: a reviewer marks this passage of the text, or takes the mark off
--   redact, unredact  value is reason|text|passage, reason|field|name or reason|region|page:left:top:right:bottom
--   seal         value is why: the item's text is sealed (see sealed); the step holds a tag row of its own
--   withdraw-seal  value is why it was sealed: in a step that undoes a pending seal
--   ask-unseal   value is why: reviewer asks to open the item's seal; no effect on it
--   unseal       value is why: another reviewer grants that; the text is back, an untag row is in the same step
CREATE TABLE decision(
    seq INTEGER PRIMARY KEY, item INTEGER NOT NULL, action TEXT NOT NULL, value TEXT NOT NULL, reviewer TEXT NOT NULL,
    time TEXT NOT NULL, how TEXT NOT NULL, grp INTEGER NOT NULL, undoes INTEGER,
    event TEXT NOT NULL CHECK(event<>''), derived TEXT NOT NULL DEFAULT '');
CREATE INDEX decision_item ON decision(item);
CREATE INDEX decision_grp ON decision(grp);

-- What stands now, derived from decision in the same transaction.
CREATE TABLE tagged(
    item INTEGER NOT NULL, tag TEXT NOT NULL, PRIMARY KEY(tag, item)) WITHOUT ROWID;
CREATE INDEX tagged_item ON tagged(item);

-- hash is the SHA-256 of the previous row's hash, a newline and "seq|time|actor|action|detail".
CREATE TABLE audit(
    seq INTEGER PRIMARY KEY, time TEXT NOT NULL, actor TEXT NOT NULL, action TEXT NOT NULL, detail TEXT NOT NULL,
    hash TEXT NOT NULL);

CREATE TRIGGER audit_fixed BEFORE UPDATE ON audit BEGIN SELECT raise(ABORT, 'the audit is append-only'); END;
CREATE TRIGGER audit_kept BEFORE DELETE ON audit BEGIN SELECT raise(ABORT, 'the audit is append-only'); END;
CREATE TRIGGER decision_kept BEFORE DELETE ON decision BEGIN SELECT raise(ABORT, 'decisions are append-only'); END;
"""

DECISION_FIXED = """
CREATE TRIGGER decision_fixed BEFORE UPDATE ON decision BEGIN SELECT raise(ABORT, 'decisions are append-only'); END;
"""
"""Not there for as long as a seal takes away the text of a note or a passage, or brings it back."""
TABLES += (
    DECISION_FIXED
    + """
-- A saved search; each change of its query is a version of its own.
CREATE TABLE saved(
    name TEXT NOT NULL, version INTEGER NOT NULL, query TEXT NOT NULL, author TEXT NOT NULL, time TEXT NOT NULL,
    PRIMARY KEY(name, version)) WITHOUT ROWID;

-- One run of it: state is the IndexState as JSON; found and unread (what was not fully searchable) are packed numbers.
CREATE TABLE saved_run(
    name TEXT NOT NULL, number INTEGER NOT NULL, version INTEGER NOT NULL, reading TEXT NOT NULL, time TEXT NOT NULL,
    author TEXT NOT NULL, total INTEGER NOT NULL, state TEXT NOT NULL, found BLOB NOT NULL, unread BLOB NOT NULL,
    PRIMARY KEY(name, number));

-- Versions that read sources of this case, and the matrix of the known-answer test made with them ("" until made).
CREATE TABLE known_answers(
    key TEXT PRIMARY KEY, versions TEXT NOT NULL, matrix TEXT NOT NULL, time TEXT NOT NULL);

-- Items whose text was taken out of item, segment, problem and the index. record is what their rows held, encrypted
-- JSON: it is there so that two persons can undo the seal.
CREATE TABLE sealed(item INTEGER PRIMARY KEY, digest TEXT NOT NULL, record BLOB NOT NULL);
CREATE INDEX sealed_digest ON sealed(digest);
CREATE INDEX decision_event ON decision(event);

-- Each change of the tags on offer is a version of its own; tags is JSON. Without a row the built-in ones are on offer.
CREATE TABLE palette(
    version INTEGER PRIMARY KEY, tags TEXT NOT NULL, author TEXT NOT NULL, time TEXT NOT NULL);

-- A batch or a sample (kind): items under a name. id is the same in every copy of the case, 32 hexadecimal digits;
-- source is the query that it was made of, detail what else belongs to its kind, as JSON.
CREATE TABLE worklist(
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, name TEXT NOT NULL, source TEXT NOT NULL,
    author TEXT NOT NULL, time TEXT NOT NULL, detail TEXT NOT NULL);
-- Its items in their order; item is NULL while this copy of the case doesn't have the item of that id.
CREATE TABLE worklist_item(
    list INTEGER NOT NULL, place INTEGER NOT NULL, id TEXT NOT NULL, item INTEGER, PRIMARY KEY(list, place))
    WITHOUT ROWID;
CREATE INDEX worklist_item_item ON worklist_item(item);
-- What was done with it, append-only; event is the same in every copy. take, give, done: a batch is checked out, given
-- back, completed; value is for whom. judge: an item of a sample is judged; value is the judgement, id the item's.
CREATE TABLE work_step(
    seq INTEGER PRIMARY KEY, event TEXT NOT NULL UNIQUE, list INTEGER NOT NULL, action TEXT NOT NULL, id TEXT NOT NULL,
    value TEXT NOT NULL, reviewer TEXT NOT NULL, time TEXT NOT NULL);
CREATE INDEX work_step_list ON work_step(list, id);
CREATE INDEX work_step_time ON work_step(time);
-- The set that a sample was drawn from here, as packed numbers of items.
CREATE TABLE sample_set(list INTEGER PRIMARY KEY, found BLOB NOT NULL);
CREATE TRIGGER work_step_fixed BEFORE UPDATE ON work_step
BEGIN SELECT raise(ABORT, 'steps of work are append-only'); END;
CREATE TRIGGER work_step_kept BEFORE DELETE ON work_step
BEGIN SELECT raise(ABORT, 'steps of work are append-only'); END;
-- Decisions of another copy of the case that can't stand here yet: item is the id of one that this copy doesn't have,
-- or undoes a step of which it has no decision. They move to decision once they can.
CREATE TABLE foreign_decision(
    event TEXT PRIMARY KEY, item TEXT NOT NULL, action TEXT NOT NULL, value TEXT NOT NULL, reviewer TEXT NOT NULL,
    time TEXT NOT NULL, how TEXT NOT NULL, undoes TEXT NOT NULL, derived TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX decision_undoes ON decision(undoes) WHERE undoes IS NOT NULL;
CREATE INDEX decision_who ON decision(item, reviewer);

-- No header says so, but item most likely answers parent: evidence says why. Made by triage/insight/threads.py.
CREATE TABLE inferred(item INTEGER PRIMARY KEY, parent INTEGER NOT NULL, evidence TEXT NOT NULL);
-- Threads that are one conversation by that, each with the conversation's name.
CREATE TABLE joined(thread TEXT PRIMARY KEY, whole TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX joined_whole ON joined(whole);

-- The digest of each row that is covered, as of each audit row that changed it; empty where it was taken out.
CREATE TABLE committed(
    kind TEXT NOT NULL, key NOT NULL, audit INTEGER NOT NULL, digest BLOB NOT NULL, PRIMARY KEY(kind, key, audit))
    WITHOUT ROWID;

-- Signatures of changes (see triage/store/signatures.py); step is the id of a change's step, "" for none.
-- taken is 1 where it came from another copy of the case, together with the decisions; audit is the merge then.
CREATE TABLE signature(
    audit INTEGER NOT NULL, step TEXT NOT NULL, statement TEXT NOT NULL, key TEXT NOT NULL, signature TEXT NOT NULL,
    ids TEXT NOT NULL, taken INTEGER NOT NULL);
CREATE INDEX signature_step ON signature(step);
CREATE TRIGGER signature_fixed BEFORE UPDATE ON signature
BEGIN SELECT raise(ABORT, 'signatures are append-only'); END;
CREATE TRIGGER signature_kept BEFORE DELETE ON signature
BEGIN SELECT raise(ABORT, 'signatures are append-only'); END;

-- Changes of the roster (see triage/store/signatures.py); audit is the row of this copy's audit that each came with.
CREATE TABLE roster(
    number INTEGER PRIMARY KEY, statement TEXT NOT NULL, key TEXT NOT NULL, signature TEXT NOT NULL,
    audit INTEGER NOT NULL);
CREATE TRIGGER roster_fixed BEFORE UPDATE ON roster
BEGIN SELECT raise(ABORT, 'changes of the roster are append-only'); END;
CREATE TRIGGER roster_kept BEFORE DELETE ON roster
BEGIN SELECT raise(ABORT, 'changes of the roster are append-only'); END;

-- Items that are no longer in the sources: their file, or they themselves in it, vanished or were replaced.
CREATE TABLE past(item INTEGER PRIMARY KEY);
-- The item that stands where another one stood, for as long as that one is past: a later version of it.
CREATE TABLE successor(item INTEGER PRIMARY KEY, later INTEGER NOT NULL);
-- Ids that an item of this id has in copies of the case that first read it elsewhere: at a place where it was since, or
-- in another version of its container. Copies hand them on, of items as well that they don't have.
CREATE TABLE item_alias(alias TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY(alias, id)) WITHOUT ROWID;
CREATE INDEX item_alias_id ON item_alias(id);
CREATE VIEW known_id AS SELECT id, n FROM item
UNION ALL SELECT a.alias, i.n FROM item_alias a JOIN item i ON i.id=a.id
WHERE NOT EXISTS (SELECT 1 FROM item o WHERE o.id=a.alias)
UNION ALL SELECT a.id, i.n FROM item_alias a JOIN item i ON i.id=a.alias
WHERE NOT EXISTS (SELECT 1 FROM item o WHERE o.id=a.id);
CREATE VIEW current_item AS SELECT * FROM item WHERE n NOT IN (SELECT item FROM past);
-- Problems of what is there now, and those that say what isn't.
CREATE VIEW current_problem AS SELECT * FROM problem
WHERE code='vanished' OR item IS NULL OR item NOT IN (SELECT item FROM past);

-- The versions of scope.toml that were used, or put on record: action is create, use, approve or apply. approver is who
-- approved it, "" for nobody, and signature what that person's key signed. A version stays in force while the next ones
-- have the same sha256. Append-only.
CREATE TABLE scope_version(
    number INTEGER PRIMARY KEY, action TEXT NOT NULL, sha256 TEXT NOT NULL, text TEXT NOT NULL, time TEXT NOT NULL,
    login TEXT NOT NULL, reason TEXT NOT NULL, approver TEXT NOT NULL, signature TEXT);
CREATE TRIGGER scope_version_fixed BEFORE UPDATE ON scope_version
BEGIN SELECT raise(ABORT, 'versions of the scope are append-only'); END;
CREATE TRIGGER scope_version_kept BEFORE DELETE ON scope_version
BEGIN SELECT raise(ABORT, 'versions of the scope are append-only'); END;

-- The digest, as a step's signature covers it, of each decision whose text a seal took away, here or in another copy.
CREATE TABLE hidden(event TEXT PRIMARY KEY, digest TEXT NOT NULL) WITHOUT ROWID;

-- A production (see triage/model/leaving.py): first and last are the numbers that it has of its prefix.
CREATE TABLE production(
    number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, protocol TEXT NOT NULL, prefix TEXT NOT NULL,
    first INTEGER NOT NULL, last INTEGER NOT NULL, author TEXT NOT NULL, time TEXT NOT NULL, state TEXT NOT NULL,
    seal TEXT NOT NULL);
-- Its documents by number; why says what keeps an original back.
CREATE TABLE produced(
    production INTEGER NOT NULL, at INTEGER NOT NULL, item INTEGER NOT NULL, treatment TEXT NOT NULL,
    why TEXT NOT NULL, PRIMARY KEY(production, at)) WITHOUT ROWID;
CREATE TRIGGER production_kept BEFORE DELETE ON production
BEGIN SELECT raise(ABORT, 'productions stay on record'); END;
CREATE TRIGGER produced_fixed BEFORE UPDATE ON produced
BEGIN SELECT raise(ABORT, 'productions stay on record'); END;
CREATE TRIGGER produced_kept BEFORE DELETE ON produced
BEGIN SELECT raise(ABORT, 'productions stay on record'); END;
"""
)

LATE_INDEXES = """
CREATE UNIQUE INDEX IF NOT EXISTS item_source ON item(source, member);
CREATE UNIQUE INDEX IF NOT EXISTS item_id ON item(id);
CREATE INDEX IF NOT EXISTS source_content ON source(sha256);
CREATE INDEX IF NOT EXISTS item_family ON item(family);
CREATE INDEX IF NOT EXISTS item_parent ON item(parent) WHERE parent IS NOT NULL;
CREATE INDEX IF NOT EXISTS item_copies ON item(digest, custodian);
CREATE INDEX IF NOT EXISTS item_thread ON item(thread);
CREATE INDEX IF NOT EXISTS item_date ON item(date);
CREATE INDEX IF NOT EXISTS item_doubtful ON item(date) WHERE date_kind IN ('sent-doubtful', 'modified-doubtful');
CREATE INDEX IF NOT EXISTS item_file_time ON item(date_kind, family, date) WHERE date_kind IN ('file', 'family');
CREATE INDEX IF NOT EXISTS item_part ON item(custodian, date);
CREATE INDEX IF NOT EXISTS segment_transport ON segment(key) WHERE origin='transport';
CREATE INDEX IF NOT EXISTS item_unsearchable ON item(searchable) WHERE searchable > 0;
"""
"""Made at the end of the first run: building an index at once is several times cheaper than keeping it up to date."""


_BLOCK = 1 << 20


def is_damaged(path: Path) -> bool:
    """Whether a database can be read to its end, and isn't sound; this reads all of it, and changes nothing."""
    try:
        with path.open("rb") as file:
            while file.read(_BLOCK):
                pass
        with closing(apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)) as db:
            return list(db.execute("PRAGMA quick_check(1)")) != [("ok",)]
    except OSError:
        return False
    except apsw.Error:
        return True


# What a case's database may hold: our tables, indexes, triggers and views, the search index, and nothing else.
#
# A trigger or a view of somebody else runs whatever it likes as soon as a row is written or read. A table with
# another constraint, or an index on another expression, changes answers without any row being changed. So all of them
# are looked at, statement by statement, before anything else is.

_ALL = "SELECT type, name, sql, rootpage FROM main.sqlite_schema"
_INDEX = re.compile(
    r"""CREATE VIRTUAL TABLE search_fts USING fts5\(["a-z0-9_, -]+, """
    r"content='', contentless_delete=1, tokenize='ascii'(, prefix='1')?\)"
)
_TABLES_OF_INDEX = "CREATE VIRTUAL TABLE search_fts USING fts5(x, content='', contentless_delete=1)"
_QUOTED = re.compile(r"""^CREATE TABLE ["'](\w+)["']""")
_STATISTICS = {"sqlite_stat1": "(tbl,idx,stat)", "sqlite_stat4": "(tbl,idx,neq,nlt,ndlt,sample)"}
"""The tables of SQLite's ANALYZE: they decide how fast an answer is found, not what is found."""
_OF_A_CONSTRAINT = "sqlite_autoindex_"
"""The names of indexes that SQLite makes by itself for a constraint; they have no statement of their own."""


def foreign(db: apsw.Connection) -> tuple[str, str] | None:
    """Return kind and name of what Triage doesn't make: a table, index, trigger or view; None for none."""
    for kind, name, sql, page in db.execute(_ALL):
        if (name, sql) not in _ours() and not _allowed(kind, name, sql):
            return ("virtual table" if kind == "table" and not page else kind), str(name)
    return None


def missing(db: apsw.Connection, *, indexed: bool) -> str:
    """Return the name of what each database of ours has and this one lacks, "" for nothing.

    ``indexed``: a run has ended here, and the indexes that it makes then are there as well.
    """
    here = {name for _, name, _, _ in db.execute(_ALL)}
    return next((name for name in _made(TABLES + LATE_INDEXES * indexed) if name not in here), "")


def _allowed(kind: str, name: str, sql: str | None) -> bool:
    if sql is None:
        return kind == "index" and name.startswith(_OF_A_CONSTRAINT)
    if kind == "table" and name in _STATISTICS:
        return sql == f"CREATE TABLE {name}{_STATISTICS[name]}"
    return (name, _plain(sql)) in _plainly_ours() or (name == "search_fts" and bool(_INDEX.fullmatch(sql)))


def _plain(sql: str) -> str:
    """Return a statement as one line, without quotes around a table's name, which SQLite adds when one is renamed."""
    return _QUOTED.sub(r"CREATE TABLE \1", " ".join(sql.split()))


@cache
def _ours() -> frozenset[tuple[str, str]]:
    return frozenset(_made(TABLES + LATE_INDEXES + _TABLES_OF_INDEX).items()) - {("search_fts", _TABLES_OF_INDEX)}


@cache
def _plainly_ours() -> frozenset[tuple[str, str]]:
    return frozenset((name, _plain(sql)) for name, sql in _ours())


@cache
def _made(statements: str) -> dict[str, str]:
    with closing(apsw.Connection(":memory:")) as db:
        db.execute(statements)
        return {name: sql for _, name, sql, _ in db.execute(_ALL) if sql}
