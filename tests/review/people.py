"""People with logins and keys of their own, who use one case after the other."""

from __future__ import annotations

import os
from pathlib import Path

from triage.case import Case, LoginKeys
from triage.model.items import ItemNo, Receipt
from triage.proof.keys import LoginSigner
from triage.store.signatures import ChangeSigner


def keys_of(who: str) -> LoginKeys:
    owner = who.casefold().replace(" ", "-")
    return LoginKeys(Path(os.environ["TRIAGE_KEYS"]) / "people" / owner, owner=owner)


def line_of(who: str) -> str:
    keys = keys_of(who)
    return keys.secret(keys.owner).public.line


def acting(case: Case, keys: LoginKeys | None) -> None:
    """Let a case be used from now on by another login; None is that of the tests."""
    opened = case._opened
    opened._keys = keys
    signer = LoginSigner(lambda: opened.keys)
    opened.store.signing = ChangeSigner(opened.store, signer)
    case.decisions._signer = case.team._signer = signer


def rostered(case: Case, *people: str) -> None:
    known = {name for name, _ in case.team.roster().members}
    for who in people:
        if who not in known:
            case.team.change_roster("add", who, line_of(who))


def ask(case: Case, no: ItemNo, who: str = "Rae", why: str = "a slip") -> Receipt:
    """Ask as one person that a seal be opened, from a login of theirs."""
    before = case._opened._keys
    acting(case, keys_of(who))
    try:
        return case.decisions.ask_unseal(no, who, why, "key")
    finally:
        acting(case, before)


def grant(case: Case, no: ItemNo, who: str = "Omar") -> Receipt:
    """Grant as one person that a seal be opened, from a login of theirs."""
    before = case._opened._keys
    acting(case, keys_of(who))
    try:
        return case.decisions.grant_unseal(no, who, "key")
    finally:
        acting(case, before)


def unseal(case: Case, no: ItemNo, why: str = "a slip", asking: str = "Rae", granting: str = "Omar") -> Receipt:
    """Put two people on the roster, and let them open a seal."""
    rostered(case, asking, granting)
    ask(case, no, asking, why)
    return grant(case, no, granting)
