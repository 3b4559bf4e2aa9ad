"""Each row of the lists of changes, which aren't part of the project, is performed by a test of it."""

from __future__ import annotations

import ast
import hashlib
import os
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.tamper import handed_over, honest
from tests.tamper.test_changes import CHANGES

ROOT = Path(__file__).parents[2]
LISTS = Path(os.environ.get("TRIAGE_SHARED", ROOT.parent / "shared")) / "tamper"
"""Where the lists are, if they are there: one change a line, after a line that names the columns."""


class Listed(NamedTuple):
    """A list of changes: its name, the numbers of its rows here, those that must verify, and its SHA-256."""

    name: str
    rows: range
    honest: range
    digest: str


FIRST = Listed(
    "changes.tsv", range(1, 91), range(80, 91), "622a7f9f372f99f635b9adc53bc6b86212e36296225032a4805ce61fa4a5d5bf"
)
SECOND = Listed(
    "changes2.tsv", range(101, 150), range(138, 150), "77edd5aeba356ab5a196dec6c000a5c59f9edff552762aa0c936f33b5ea3dc50"
)
_FORGED = "tests/tamper/test_derived.py::test_a_changed_file_is_found_and_changes_no_answer"
_PEOPLE = "tests/insight/people/test_api.py::test_a_decision_is_what_the_audit_has"
DERIVED = {
    101: _PEOPLE,
    102: _PEOPLE,
    103: "tests/insight/names/test_api.py::test_a_rejected_name_is_remembered_and_never_lost",
    **dict.fromkeys(range(123, 128), _FORGED),
}
"""Rows of the second list about what is worked out from the record, and the tests that perform them."""


@pytest.mark.parametrize("listed", [FIRST, SECOND], ids=lambda listed: listed.name)
def test_the_list_is_the_one_that_is_performed(listed: Listed) -> None:
    if not (path := LISTS / listed.name).is_file():
        pytest.skip(f"{path} isn't here; TRIAGE_SHARED can name its folder of lists")
    rows = [line.split("\t")[:2] for line in path.read_text("utf-8").splitlines()[1:]]
    honest_rows = [number for number, row in zip(listed.rows, rows, strict=True) if row[1].startswith("must verify")]
    assert honest_rows == list(listed.honest)
    assert hashlib.sha256("\n".join(map("\t".join, rows)).encode()).hexdigest() == listed.digest


def test_each_row_is_performed() -> None:
    here = {change.row for change in (*CHANGES, *handed_over.CHANGES)}
    elsewhere = honest.ELSEWHERE.keys() | DERIVED.keys()
    assert here | elsewhere == {*FIRST.rows, *SECOND.rows} and not here & elsewhere
    for change in (*CHANGES, *handed_over.CHANGES):
        verifies = change.row in FIRST.honest or change.row in SECOND.honest
        assert verifies != bool(change.fails or getattr(change, "refused", "") or getattr(change, "noted", "")), change


@pytest.mark.parametrize("node", sorted({*honest.ELSEWHERE.values(), *DERIVED.values()}))
def test_what_is_performed_elsewhere_is_there(node: str) -> None:
    path, _, name = node.partition("::")
    tree = ast.parse((ROOT / path).read_text("utf-8"))
    assert name in {function.name for function in tree.body if isinstance(function, ast.FunctionDef)}
