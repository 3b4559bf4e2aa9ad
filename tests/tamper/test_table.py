"""Each row of the list of changes, which isn't part of the project, is performed by a test of it."""

from __future__ import annotations

import ast
import hashlib
import os
from pathlib import Path

import pytest

from tests.tamper import honest
from tests.tamper.test_changes import CHANGES

ROOT = Path(__file__).parents[2]
LIST = Path(os.environ.get("TRIAGE_SHARED", ROOT.parent / "shared")) / "tamper" / "changes.tsv"
"""Where the list is, if it is there: one change a line, after a line that names the columns."""
ROWS = 90
DIGEST = "622a7f9f372f99f635b9adc53bc6b86212e36296225032a4805ce61fa4a5d5bf"
HONEST = range(80, 91)


@pytest.mark.skipif(not LIST.is_file(), reason=f"{LIST} isn't here; TRIAGE_SHARED can name its folder")
def test_the_list_is_the_one_that_is_performed() -> None:
    rows = [line.split("\t")[:2] for line in LIST.read_text("utf-8").splitlines()[1:]]
    honest_rows = [number for number, (_, outcome) in enumerate(rows, 1) if outcome.startswith("must verify")]
    assert (len(rows), honest_rows) == (ROWS, list(HONEST))
    assert hashlib.sha256("\n".join(map("\t".join, rows)).encode()).hexdigest() == DIGEST


def test_each_row_is_performed() -> None:
    here = {change.row for change in CHANGES}
    assert here | honest.ELSEWHERE.keys() == set(range(1, ROWS + 1)) and not here & honest.ELSEWHERE.keys()
    for change in CHANGES:
        assert (change.row in HONEST) != bool(change.fails or change.refused or change.noted), change


@pytest.mark.parametrize("node", honest.ELSEWHERE.values())
def test_what_is_performed_elsewhere_is_there(node: str) -> None:
    path, _, name = node.partition("::")
    tree = ast.parse((ROOT / path).read_text("utf-8"))
    assert name in {function.name for function in tree.body if isinstance(function, ast.FunctionDef)}
