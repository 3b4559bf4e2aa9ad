"""Performs each change on a copy of one case that was intact, and checks that it is found, refused or allowed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.tamper import answers, database, decision_files, exports, honest, ledger, received, scope, whole_case
from tests.tamper.intact import Change, copied, failing, intact
from triage.case import verify
from triage.errors import TriageError
from triage.messages import render

pytestmark = pytest.mark.xdist_group("tamper")  # each worker would make the case
CHANGES: list[Change] = [
    change
    for module in (ledger, scope, database, answers, whole_case, decision_files, exports, received, honest)
    for change in module.CHANGES
]

FILE = re.compile(
    r"(ledger|views|scope|settings)\.(?:jsonl|toml)|(ledger\.key)|the (ledger|views|audit) had|entries of the (\w+) "
)
"""How messages name the files and logs of a case that were changed."""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What every change is done to a copy of."""
    folder = tmp_path_factory.mktemp("tamper")
    intact(folder)
    return folder


@pytest.mark.nightly
def test_what_is_intact_holds(made: Path) -> None:
    assert not failing(made / "case", made / "kept.head") and not failing(made / "out")


@pytest.mark.parametrize("change", [change.parameter() for change in CHANGES])
def test_a_change_comes_to_what_it_must(change: Change, made: Path, tmp_path: Path) -> None:
    must_be_found(copied(made, tmp_path / "copy"), change)


def must_be_found(folder: Path, change: Change) -> None:
    """Do what the change does, and check that it is found or refused as it must be, or that all holds."""
    if change.refused:
        with pytest.raises(TriageError, match=change.refused):
            change.act(folder)
            verify(folder / change.checked)
        return
    change.act(folder)
    if change.noted:
        said = {check.name: render(check.message) for check in verify(folder / change.checked) if check.held}
        assert re.search(change.names, said[change.noted]) and not failing(folder / change.checked)
        return
    failed = failing(folder / change.checked, folder / "kept.head" if change.head else None)
    otherwise = {name: failed.pop(name) for name in ("heads", "latest head", "given head", "index") if name in failed}
    assert failed.keys() <= set(change.fails), failed
    assert not change.fails or set(change.fails) <= (failed | otherwise).keys(), (failed, otherwise)
    messages = " ".join((failed | otherwise).values())
    assert bool(messages) == bool(change.fails) and re.search(change.names, messages), messages
    blamed = {"".join(names) for names in FILE.findall(messages)}
    assert not change.file or blamed <= {change.file}, f"blames {blamed}: {messages}"
