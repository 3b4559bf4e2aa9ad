"""What tests of features share: a case of their own, copied from the one that their module made once."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from triage.case import Case
from triage.store.db import Store


@pytest.fixture
def case(made: Path, tmp_path: Path) -> Iterator[Case]:
    """A copy of the module's case, open."""
    shutil.copytree(made, tmp_path / "case")
    with Case.open(tmp_path / "case") as opened:
        yield opened


@pytest.fixture
def store(case: Case) -> Iterator[Store]:
    with closing(Store(case.path / "case.db")) as opened:
        yield opened
