"""Changes to the ledger of sources, to that of originals shown, and to the key of denied names."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from tests.case.test_heads import rewrite
from tests.indexing.test_audit_checks import cut, execute, regenerate
from tests.tamper.intact import Change
from triage.case import Case
from triage.errors import TriageError

LEDGER, KEY, LOG = "ledger.jsonl", "ledger.key", "ledger"


def lines(change: Callable[[list[bytes]], list[bytes]]) -> Callable[[Path], None]:
    def act(folder: Path) -> None:
        path = folder / "case" / LEDGER
        path.write_bytes(b"".join(change(path.read_bytes().splitlines(keepends=True))))

    return act


def without_a_denial(rows: list[bytes]) -> list[bytes]:
    at = next(n for n, row in enumerate(rows) if b'"v":"deny"' in row)
    return rows[:at] + rows[at + 1 :]


def torn_and_mended(rows: list[bytes]) -> list[bytes]:
    """Tear a line, and say in a line like those of the program that a run was killed there."""
    last, torn = json.loads(rows[-2]), rows[-1][:9]
    body = (
        f'{{"n":{last["n"] + 1},"t":"{last["t"]}","e":"recover","torn":9,"sha256":"{hashlib.sha256(torn).hexdigest()}"'
    )
    digest = hashlib.sha256((last["h"] + body).encode()).hexdigest()
    return [*rows[:-1], torn + b"\n", f'{body},"h":"{digest}"}}\n'.encode()]


def with_other_times(folder: Path) -> None:
    """Give every line another time, chain them anew, and let the case know the new end."""

    def later(rows: list[str]) -> list[str]:
        return [re.sub('"t":"[^"]*"', '"t":"2020-01-01T00:00:00.000Z"', row, count=1) for row in rows]

    path = folder / "case" / LEDGER
    rewrite(path, later)
    data = path.read_bytes()
    last = json.loads(data.splitlines()[-1])
    execute(folder / "case", f"UPDATE meta SET value='{last['n']}:{last['h']}:{len(data)}' WHERE key='ledger'")


def cut_and(name: str, use: Callable[[Case, Path], object]) -> Callable[[Path], None]:
    """Return what cuts a ledger and goes on as ever: refused or not, the cut must not be covered up."""

    def act(folder: Path) -> None:
        cut(folder / "case", name, -1)
        with Case.open(folder / "case") as case, suppress(TriageError):
            use(case, folder)

    return act


def view(case: Case, _folder: Path) -> None:
    case.originals.read_bytes(case.search.run("reeds").nos[0], 0, 9, "Rae")


END = ("ledger end",)
LOST = ("ledger end", "items were opened")
CHAIN = ("ledger chain",)
VIEWS = ("originals shown",)

CHANGES = [
    Change(1, "the last line is cut off", lines(lambda rows: rows[:-1]), END, "cut off", LOG, in_suite=True),
    Change(
        2, "the last line is cut in its middle", lines(lambda rows: [*rows[:-1], rows[-1][:40]]), END, "cut off", LOG
    ),
    Change(3, "most of it is cut off", lines(lambda rows: rows[: len(rows) // 4]), LOST, "cut off", LOG),
    Change(4, "it is deleted", lambda folder: (folder / "case" / LEDGER).unlink(), CHAIN, LEDGER, LOG),
    Change(5, "it is emptied", lines(lambda _rows: []), LOST, "cut off", LOG),
    Change(6, "two lines are swapped", lines(lambda rows: [*rows[:2], rows[3], rows[2], *rows[4:]]), CHAIN, "3", LOG),
    Change(7, "a line is repeated", lines(lambda rows: [*rows[:3], *rows[2:]]), CHAIN, "line 4", LOG),
    Change(8, "a denial is left out", lines(without_a_denial), CHAIN, "line", LOG),
    Change(9, "a line of another ledger is added", lines(lambda rows: [*rows, rows[0]]), CHAIN, "line", LOG),
    Change(10, "a line is torn, and a kill forged for it", lines(torn_and_mended), END, "", LOG),
    Change(11, "its lines end in CR LF", lines(lambda rows: [row[:-1] + b"\r\n" for row in rows]), CHAIN, "1", LOG),
    Change(12, "it is chained anew, without denials", lambda f: regenerate(f / "case", anchored=False), END, "", LOG),
    Change(13, "so it is, and the case knows", lambda f: regenerate(f / "case", anchored=True), END, "", LOG),
    Change(14, "all its times are others", with_other_times, END, "", LOG),
    Change(
        15,
        "its key is another",
        lambda f: (f / "case" / KEY).write_bytes(b"x" * 32),
        ("ledger key",),
        "ledger.key",
        KEY,
    ),
    Change(16, "its key is deleted", lambda f: (f / "case" / KEY).unlink(), ("ledger key",), "ledger.key", KEY),
    Change(58, "it is cut, then indexed", cut_and(LEDGER, lambda case, _: case.index()), END, "cut off", LOG),
    Change(
        59,
        "it is cut, then exported",
        cut_and(LEDGER, lambda case, folder: case.export.bundle(folder / "more", "heron", "Rae")),
        END,
        "cut off",
        LOG,
    ),
    Change(60, "that of originals is cut, then one shown", cut_and("views.jsonl", view), VIEWS, "cut", "views"),
]
