"""Decision files that somebody forged, with a checksum that fits, and two names of one login."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.review.test_exchange import sealed
from tests.review.test_unsealing import opened_by_hand
from tests.tamper.intact import Change
from triage.case import Case
from triage.store.db import now

Records = list[dict[str, Any]]


def forged(change: Callable[[Records, str], object]) -> Callable[[Path], None]:
    """Return what merges a decision file after a change to its records, which also gets the id of the sealed item."""

    def act(folder: Path) -> None:
        records = [json.loads(line) for line in (folder / "decisions.jsonl").read_bytes().splitlines()]
        with Case.open(folder / "case") as case:
            change(records, str(case.search.rows(case.search.run("is:sealed").nos)[0].id))
            case.team.merge(sealed(records, folder), "Rae")

    return act


def decision(records: Records, step: str, item: str, **fields: str) -> None:
    tag = next(record for record in records if record.get("action") == "tag")
    at = records.index(tag) + 1
    records.insert(at, {**tag, "event": f"{step * 32}.0", "item": item, **fields})


def unsealed(records: Records, item: str) -> None:
    decision(records, "b", item, action="unseal", value="granted", reviewer="Bea", time=now())
    decision(records, "a", item, action="ask-unseal", value="a slip", reviewer="Ann")


def under_another_name(records: Records, _item: str) -> None:
    decision(records, "c", next(r["item"] for r in records if r.get("action") == "tag"), value="cold", reviewer="Rae")


def sealing(records: Records, _item: str) -> None:
    item = next(record["item"] for record in records if record.get("action") == "tag")
    decision(records, "d", item, action="seal", value="a customer's", reviewer="Nobody")


def two_names(folder: Path) -> None:
    """Ask for a seal to be opened under one name and grant it under another, as one login that is on the roster."""
    with Case.open(folder / "case") as case:
        (no,) = case.search.run("is:sealed").nos
        case.team.change_roster("add", "Rae")
        case.decisions.ask_unseal(no, "Rae", "a slip", "key")
        case.decisions.grant_unseal(no, "Omar", "key")


def two_names_by_hand(folder: Path) -> None:
    """Do the same as another program that signs with the login's key."""
    with Case.open(folder / "case") as case:
        (no,) = case.search.run("is:sealed").nos
        case.team.change_roster("add", "Rae")
        opened_by_hand(case, no, "Rae", "Omar")


CHANGES = [
    Change(68, "an unseal asked for and granted", forged(unsealed), refused="."),
    Change(69, "a decision under another name", forged(under_another_name), refused="."),
    Change(70, "a seal by nobody known", forged(sealing), refused="."),
    Change(71, "two names of one login", two_names, refused="another person has to grant it", in_suite=True),
    Change(71, "two names of one login, by hand", two_names_by_hand, ("seals",), "two people on the roster"),
]
