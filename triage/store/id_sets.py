"""Item numbers in bulk: SQLite joins them to one text, which is read at once. Reads only.

Row by row the same takes twice as long, which a search notices.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import apsw
import msgspec

from triage.model.items import ItemNo

_read = msgspec.json.Decoder(set[ItemNo]).decode


def numbers(db: apsw.Connection, sql: str, bindings: tuple[Any, ...] = ()) -> set[ItemNo]:
    """Return the item numbers that a statement of one column selects."""
    ((joined,),) = db.execute(f"WITH found(n) AS ({sql}) SELECT group_concat(n) FROM found", bindings)
    return joined_numbers(joined)


def joined_numbers(joined: str | None) -> set[ItemNo]:
    """Return what SQLite's ``group_concat`` made of item numbers; it makes None of none."""
    return _read(f"[{joined or ''}]")


def listed(nos: Iterable[int]) -> str:
    """Return numbers as JSON, to be bound to ``json_each``; quickly, as no other thread runs meanwhile."""
    return msgspec.json.encode(list(nos)).decode()
