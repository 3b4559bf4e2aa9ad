"""The least that a Python program for mail can do, for ``peers.py``: ``python tests/benchmarks/bare.py CORPUS FOLDER``.

Another process parses the files with the standard library; the decoded bodies and the header fields go into an FTS5
table like ours, and the bodies into a plain one. It hashes nothing, keeps no record of what it opened, and parses files
in a process that may do anything. A program that parses mail in Python and indexes it by FTS5 can't take much less.
"""

from __future__ import annotations

import email
import string
import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import apsw

_BATCH = 1000
_FOLD = bytes(ord(chr(c).lower()) if chr(c) in string.ascii_letters + string.digits else 32 for c in range(256))
_SCHEMA = """PRAGMA page_size=8192; PRAGMA journal_mode=WAL; CREATE TABLE body(text);
CREATE VIRTUAL TABLE words USING fts5(subject, sender, recipients, body, headers, content='', tokenize='ascii',
prefix='1');
INSERT INTO words(words, rank) VALUES('hashsize', 33554432); INSERT INTO words(words, rank) VALUES('automerge', 0)"""


def read(paths: list[Path]) -> list[tuple[str, ...]]:
    return [_row(email.message_from_bytes(path.read_bytes())) for path in paths]


def _row(mail: email.message.Message) -> tuple[str, ...]:
    bodies = [part.get_payload(decode=True) or b"" for part in mail.walk() if not part.is_multipart()]
    body = b" ".join(map(bytes, bodies)).translate(_FOLD).decode()
    return *(str(mail.get(name, "")) for name in ("Subject", "From", "To")), body, str(mail.items())


def main(corpus: Path, folder: Path) -> None:
    for old in folder.glob("bare.db*"):
        old.unlink()
    db = apsw.Connection(str(folder / "bare.db"))
    list(db.execute(_SCHEMA))
    paths = [path for path in corpus.rglob("*") if path.is_file()]
    batches = [paths[at : at + _BATCH] for at in range(0, len(paths), _BATCH)]
    with ProcessPoolExecutor(1) as readers:
        for rows in readers.map(read, batches):
            with db:
                db.executemany("INSERT INTO words(subject, sender, recipients, body, headers) VALUES(?,?,?,?,?)", rows)
                db.executemany("INSERT INTO body(text) VALUES(?)", ((row[3],) for row in rows))
    db.execute("INSERT INTO words(words) VALUES('optimize')")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
