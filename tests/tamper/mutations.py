"""Changes drawn at random to what a case answers from and to what leaves it: each that shows is found.

``python -m tests.tamper.mutations COUNT SEED`` makes COUNT of them to copies of one case and of what left it, each
alone, and prints by kind how many were found, how many changed nothing that anybody gets to see, and any that did and
were not found; it exits with 1 where there is one. What is seen: what a set of searches and lists answers, every row of
a table of ours, and every byte of a folder that was handed over. What may change unseen are pages that nothing uses,
statistics, and in which order an index keeps the same words.
"""

from __future__ import annotations

import random
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import apsw

from tests.insight.contained_threads import mail as mail_of
from tests.insight.contained_threads import threads
from tests.proof.proofs import summed
from tests.records import case_of, mail
from triage.case import Case, verify
from triage.errors import TriageError
from triage.store.derived_files import FOLDER

FILES: dict[str, bytes | str] = {
    "dana/0.eml": mail("heron", "the heron stands in the reeds", message_id="<1@orrin.example>"),
    "dana/1.eml": mail("Re: heron", "yes", message_id="<2@orrin.example>", more="In-Reply-To: <1@orrin.example>\n"),
    "dana/2.txt": "egret and stork",
    "dana/3.docx": b"PK\x03\x04 cut off",
    "omar/5.txt": "heron in the reeds",
    "omar/6.txt": "ibis of a customer",
    **{f"omar/{n}.txt": f"{n} birds, and " + " ".join(f"reed{place}" for place in range(80)) for n in (7, 8)},
}
PROTOCOL = 'name="A"\nvolume="VOL001"\nprefix="A"\nquery="heron"\n'
QUERIES = (
    '*|heron|her*|h*|s*|i*|r*|egret OR stork|"in the reeds"|stands w/3 reeds|is:sealed|date:2023|is:untagged'
    "|tag:relevant|subject:heron|from:dana|has:problem|custodian:omar|NOT yes|is:near-duplicate|is:contained"
).split("|")


class Outcome(NamedTuple):
    """What came of one change: its kind, whether anything seen differs, and whether it was found or refused."""

    kind: str
    about: str
    seen: bool
    found: bool


def made(folder: Path) -> Path:
    letters = [letter for thread in threads()[:2] for letter in thread.letters]
    mails = {f"dana/letter{at}.eml": mail_of(letter, f"letter{at}", "letter0") for at, letter in enumerate(letters)}
    with case_of(folder, {**FILES, **mails}) as case:
        case.decisions.tag(case.search.run("heron").nos, "relevant", "Rae", "key")
        case.decisions.note(case.search.run("yes").nos, "ask Dana", "Rae", "key")
        case.decisions.seal(case.search.run("ibis").nos, "a customer's", "Rae", "key")
        case.reports.insight.near.find()
        case.reports.insight.contained.find()
        case.reports.insight.names.find()
        case.reports.insight.ordering.update()
        case.export.bundle(folder / "export", "heron", "Rae")
        case.export.productions.produce(folder / "production", PROTOCOL, "Rae")
        case.export.prove(folder / "proof")
        case.index()
    with closing(apsw.Connection(str(folder / "case/case.db"))) as db:
        list(db.execute("ANALYZE"))
        list(db.execute("PRAGMA wal_checkpoint(TRUNCATE)"))
    return folder


def answers(case: Path) -> object:
    """Return what searches and lists answer, and all rows of our tables; how it is refused where that is so."""
    try:
        with Case.open(case, read_only=True) as opened:
            found = [opened.search.run(query).nos for query in QUERIES]
            rows = [tuple(opened.search.rows(nos)) for nos in found[:1]]
            listed = str(opened.status())
    except TriageError as error:
        return error.message.key
    with closing(apsw.Connection(str(case / "case.db"), flags=apsw.SQLITE_OPEN_READONLY)) as db:
        names = [
            name
            for (name,) in db.execute("SELECT name FROM sqlite_schema WHERE type='table' ORDER BY name")
            if not name.startswith(("search_fts", "sqlite_"))
        ]
        tables = [(name, sorted(map(repr, db.execute(f'SELECT * FROM "{name}"')))) for name in names]
    return found, rows, listed, worked_out(case), tables


def worked_out(case: Path) -> list[object]:
    found = list[object]()
    for path in sorted((case / FOLDER).glob("*.db")):
        with closing(apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)) as db:
            names = [name for (name,) in db.execute("SELECT name FROM sqlite_schema WHERE type='table' ORDER BY name")]
            found += [(path.name, name, sorted(map(repr, db.execute(f'SELECT * FROM "{name}"')))) for name in names]
    return found


class Mutations:
    """Changes of all kinds to copies of what ``made`` made."""

    def __init__(self, base: Path, work: Path, seed: int) -> None:
        self.base, self.work, self.chance = base, work, random.Random(seed)
        self.before = answers(base / "case")

    def one(self) -> Outcome:
        if self.chance.random() < 0.6:
            return self._of_case()
        return self._of_folder(self.chance.choice(("export", "production", "proof")))

    def _of_case(self) -> Outcome:
        target = self.work / "case"
        shutil.rmtree(target, ignore_errors=True)
        shutil.copytree(self.base / "case", target)
        kinds: list[Callable[[Path], str]] = [self._block, self._index_row, self._entries, self._schema, self._page]
        kinds += [self._worked_out_row, self._worked_out_byte]
        change = self.chance.choice(kinds)
        try:
            about = change(target)
        except apsw.Error as error:  # SQLite itself refuses it
            about = f"refused: {error}"
        kind = change.__name__[1:]
        try:
            found = not all(check.held for check in verify(target))
        except TriageError:
            found = True
        try:
            seen = answers(target) != self.before
        except (apsw.Error, ValueError, LookupError, TypeError):
            seen = True
        return Outcome(kind, about, seen, found)

    def _execute(self, case: Path, statement: str, *values: object) -> None:
        with closing(apsw.Connection(str(case / "case.db"))) as db:
            db.execute("PRAGMA writable_schema=ON")
            db.execute(statement, values)

    def _block(self, case: Path) -> str:
        with closing(apsw.Connection(str(case / "case.db"))) as db:
            ids = [(n, size) for n, size in db.execute("SELECT id, length(block) FROM search_fts_data") if size]
            number, size = self.chance.choice(ids)
            data = bytearray(db.execute("SELECT block FROM search_fts_data WHERE id=?", (number,)).get)
            at = self.chance.randrange(size)
            data[at] ^= 1 << self.chance.randrange(8)
            db.execute("UPDATE search_fts_data SET block=? WHERE id=?", (bytes(data), number))
        return f"block {number}, byte {at} of {size}"

    def _index_row(self, case: Path) -> str:
        """Remove a row of an item from the index, of its sizes or settings, or give it other words."""
        no = self.chance.randrange(1, 9)
        statement = self.chance.choice(
            (
                f"DELETE FROM search_fts WHERE rowid={no}",
                f"INSERT INTO search_fts(rowid, body) VALUES({no + 20}, 'heron')",
                f"INSERT OR REPLACE INTO search_fts(rowid, body) VALUES({no}, 'heron stands')",
                f"DELETE FROM search_fts_docsize WHERE id={no}",
                f"UPDATE search_fts_docsize SET sz=zeroblob(length(sz)) WHERE id={no}",
                "UPDATE search_fts_config SET v=v+1 WHERE k='hashsize'",
                f"DELETE FROM search_fts_idx WHERE term=(SELECT term FROM search_fts_idx LIMIT 1 OFFSET {no % 3})",
                "INSERT INTO search_fts(search_fts) VALUES('optimize')",
                "INSERT INTO search_fts(search_fts, rank) VALUES('merge', -1)",
                "UPDATE sqlite_stat1 SET stat='1 1 1'",
                "DELETE FROM sqlite_stat1",
                "VACUUM",
            )
        )
        with closing(apsw.Connection(str(case / "case.db"))) as db:
            list(db.execute(statement))
        return statement

    def _entries(self, case: Path) -> str:
        with closing(apsw.Connection(str(case / "case.db"))) as db:
            sql = "SELECT name, tbl_name, sql FROM sqlite_schema WHERE type='index' AND sql IS NOT NULL"
            name, table, before = self.chance.choice(list(db.execute(sql)))
            columns = [row[1] for row in db.execute(f"PRAGMA table_info({table})")]
            other = self.chance.choice([*columns, f"{columns[0]}||'x'", f"length({columns[-1]})"])
            db.execute(f"DROP INDEX {name}; CREATE INDEX {name} ON {table}({other})")
            db.execute("PRAGMA writable_schema=ON")
            db.execute("UPDATE sqlite_schema SET sql=? WHERE name=?", (before, name))
        return f"{name} on {other}"

    def _schema(self, case: Path) -> str:
        with closing(apsw.Connection(str(case / "case.db"))) as db:
            name, kind, sql = self.chance.choice(
                list(db.execute("SELECT name, type, sql FROM sqlite_schema WHERE sql IS NOT NULL"))
            )
        old, new = self.chance.choice(
            (("NOT NULL", "NOT NULL ON CONFLICT IGNORE"), ("(", "(/**/"), ("UNIQUE", ""), ("TEXT", "INTEGER"))
        )
        if old in sql and self.chance.random() < 0.7:
            self._execute(case, "UPDATE sqlite_schema SET sql=? WHERE name=?", sql.replace(old, new, 1), name)
            return f"{name}: {old} to {new}"
        if kind in ("index", "trigger", "view"):
            self._execute(case, f"DROP {kind} {name}")
            return f"without {kind} {name}"
        self._execute(case, f"CREATE INDEX more_{name} ON {name}(1)")
        return f"more_{name}"

    def _worked_out_row(self, case: Path) -> str:
        """Change a value, remove a row, or put one there twice, in a file that is worked out from the items."""
        path = self.chance.choice(sorted((case / FOLDER).glob("*.db")))
        with closing(apsw.Connection(str(path))) as db:
            tables = [name for (name,) in db.execute("SELECT name FROM sqlite_schema WHERE type='table'")]
            filled = [(name, n) for name in tables if (n := db.execute(f"SELECT count(*) FROM {name}").get)]
            table, count = self.chance.choice(filled)
            columns = [(name, key) for _, name, *_, key in db.execute(f"PRAGMA table_info({table})")]
            keys = [name for name, key in columns if key] or [columns[0][0]]
            own = " AND ".join(f"{key}=?" for key in keys)
            row = list(db.execute(f"SELECT {', '.join(keys)} FROM {table}"))[self.chance.randrange(count)]
            column, _ = self.chance.choice(columns)
            db.execute(
                self.chance.choice(
                    (
                        f"DELETE FROM {table} WHERE {own}",
                        f"UPDATE {table} SET {column}={column}+1 WHERE {own}",
                        f"UPDATE {table} SET {column}=randomblob(length({column})) WHERE {own}",
                    )
                ),
                row,
            )
        return f"{path.name}: {table}.{column} of {row}"

    def _worked_out_byte(self, case: Path) -> str:
        return self._byte(self.chance.choice(sorted((case / FOLDER).glob("*.db"))))

    def _page(self, case: Path) -> str:
        return self._byte(case / "case.db")

    def _byte(self, path: Path) -> str:
        at = self.chance.randrange(path.stat().st_size)
        with path.open("r+b") as file:
            file.seek(at)
            (byte,) = file.read(1)
            file.seek(at)
            file.write(bytes([byte ^ 1 << self.chance.randrange(8)]))
        return f"byte {at} of {path.name}"

    def _of_folder(self, kind: str) -> Outcome:
        """Change a byte, cut, add or remove a file, and mostly make the sums anew; nothing may go unseen."""
        target = self.work / kind
        shutil.rmtree(target, ignore_errors=True)
        shutil.copytree(self.base / kind, target)
        path = self.chance.choice(sorted(path for path in target.rglob("*") if path.is_file()))
        data = path.read_bytes()
        at = self.chance.randrange(len(data)) if data else 0
        change = self.chance.choice(("bit", "bit", "bit", "cut", "more", "gone", "added", "doubled"))
        if change == "gone":
            path.unlink()
        elif change == "added":
            (path.parent / "more.txt").write_bytes(data)
        else:
            bit = bytes([data[at] ^ 1 << self.chance.randrange(8)]) if data else b"x"
            changed = {"bit": data[:at] + bit + data[at + 1 :], "cut": data[:at], "more": data + b"\n"}
            path.write_bytes(changed.get(change, data[:at] + data[at : at + 1] + data[at:] + b" " * (not data)))
        anew = path.name != "SHA256SUMS" and self.chance.random() < 0.7
        if anew:
            summed(target)
        seen = change in ("gone", "added") or path.read_bytes() != data
        found = not all(check.held for check in verify(target))
        return Outcome(kind, f"{change} of {path.relative_to(target)} at {at}, sums anew: {anew}", seen, found)


def missed(base: Path, work: Path, count: int, seed: int) -> tuple[list[Outcome], Counter[tuple[str, str]]]:
    mutations, came_to = Mutations(base, work, seed), Counter[tuple[str, str]]()
    lost: list[Outcome] = []
    for _ in range(count):
        outcome = mutations.one()
        came_to[outcome.kind, "found" if outcome.found else "missed" if outcome.seen else "changes no answer"] += 1
        if outcome.seen and not outcome.found:
            lost.append(outcome)
        elif not outcome.found and __name__ == "__main__":
            print(f"no answer differs: {outcome.kind}: {outcome.about}", flush=True)
    return lost, came_to


def main() -> int:
    count, seed = map(int, sys.argv[1:])
    with tempfile.TemporaryDirectory() as name:
        base, work = Path(name) / "base", Path(name) / "work"
        base.mkdir()
        work.mkdir()
        lost, came_to = missed(made(base), work, count, seed)
    for (kind, what), times in sorted(came_to.items()):
        print(f"{kind:12} {what:18} {times:6,}")
    for outcome in lost:
        print(f"MISSED {outcome}")
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(main())
