"""A case of which a run was stopped, as every surface states it: the first run, or a second over added files."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from tests.indexing.halts import halt_after
from tests.insight.harvest_letters import harvest_letters
from tests.records import mail, scope, write
from triage.case import Case
from triage.messages import render

ADDED = 60
_REPLIES = 40  # of readers: two for each file, so that about a third of the files is read


def half_read(folder: Path, *, second: bool = False) -> Path:
    """Make a case in ``folder/case`` whose run was stopped: the first, or the ``second`` over added files."""
    letters = harvest_letters(12)
    root = write(folder / "records", letters)
    with Case.create(folder / "case", scope(root)) as case:
        if second:
            assert case.index().extent.whole
        write(root, {f"zoe/{n:02}.eml": mail(f"harvest {n}", f"common word{n}") for n in range(ADDED)})
        halted(case)
        assert not case.extent.whole and case.search.run("harvest").total > 5
        assert case.extent.pending > 20 and case.extent.files == len(letters) + ADDED
        return case.path


def halted(case: Case) -> None:
    """Run an index run that is stopped."""
    stop = threading.Event()
    with pytest.MonkeyPatch.context() as patch:
        halt_after(patch, _REPLIES, stop.set)
        assert case.index(stop=stop).stopped


def sentence(case: Path) -> str:
    """Return what is stated of a case that isn't whole."""
    with Case.open(case, read_only=True) as opened:
        message = opened.extent.message
        assert message is not None
        return render(message)
