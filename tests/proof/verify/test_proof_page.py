"""Tests of triage.proof.verify.page: the page states what is signed, and verify.py makes it again."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.proof.proofs import SCOPE, summed
from tests.records import case_of, failing, mail
from triage.case import verify
from triage.messages import render
from triage.proof.keys import LoginKeys
from triage.proof.verify.ledgers import CheckedScope
from triage.proof.verify.page import PAGE, proof_page
from triage.secret_keys import login

COUNTS = {"opens": 12, "failed": 1, "bytes": 3456, "denied": 2, "runs": 1, "first": "a", "last": "b", "unconfined": 1}
STATED = {
    "case": "c0ffee",
    "program": "Triage 1",
    "covers": "all",
    "counts": {"ledger": COUNTS, "views": COUNTS},
    "others": {"heads": 2, "since": "2026-03-04 05:05"},
    "begun": {"time": "2026-03-04 05:06", "reason": "disk <full>"},
    "answers": [{"absent": "/srv/לקוחות", "exists": False}],
}


def test_whoever_changes_the_page_gives_it_another_number() -> None:
    """Else verify.py of another version takes a page of this one for a forged one."""
    data = proof_page(STATED, {1: CheckedScope(SCOPE.encode())}, "rae+key")
    assert (PAGE, hashlib.sha256(data).hexdigest()) == (
        2,
        "3273a66bbfb9f9bb4b17c02f15f0fedaf60793f4378309eb20f4b6c303b8edfe",
    )


def test_the_page_says_first_what_no_signature_shows() -> None:
    page = proof_page(STATED, {}, "rae+key").decode()
    order = [
        "could have made the whole record anew",
        "have signed or time-stamped: 2,",
        "begun anew on",
        "Files opened",
    ]
    places = [page.index(text) for text in order]
    assert places == sorted(places) and "disk &lt;full&gt;" in page and "verify.py . --key KEY" in page
    alone = {**STATED, "others": {"heads": 0, "since": ""}, "begun": None}
    page = proof_page(alone, {}, "rae+key").decode()
    assert "Nobody else has seen this record" in page and "The record was never begun anew" in page


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("page")
    with case_of(folder, {"dana/a.eml": mail(), "b.txt": "heron"}) as case:
        case.export.prove(folder / "proof")
    yield folder / "proof"


def signed_anew(folder: Path) -> None:
    """List all files as they are, and sign that by the very key that signed before."""
    manifest = json.loads((folder / "manifest.json").read_text())
    for file in manifest["files"]:
        data = (folder / file["path"]).read_bytes()
        file |= {"size": len(data), "sha256": hashlib.sha256(data).hexdigest()}
    (folder / "manifest.json").write_text(json.dumps(manifest))
    digest = hashlib.sha256((folder / "manifest.json").read_bytes()).hexdigest()
    case = json.loads((folder / "proof.json").read_text())["case"]
    key = LoginKeys.of_login().secret(login())
    (folder / "proof.sig").write_bytes(key.sign_digest(case, "proof", digest))
    summed(folder)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('">2</td>', '">0</td>'),
        ("Nobody else has seen this record", "Everybody has seen this record"),
        ("What this can't show", "What this shows as well"),
        ("</body>", "<p>Nothing was opened.</p></body>"),
    ],
)
def test_a_page_that_says_something_else_is_found_whoever_signs_it(
    made: Path, tmp_path: Path, old: str, new: str
) -> None:
    proof = shutil.copytree(made, tmp_path / "proof")
    page = proof / "non-access.html"
    assert failing(proof) == {} and old in page.read_text()
    page.write_text(page.read_text().replace(old, new, 1))
    summed(proof)
    assert failing(proof).keys() == {"changed", "page"}
    signed_anew(proof)
    assert failing(proof) == {"page": "non-access.html isn't the page that proof.json and the scope come to"}


def test_a_page_of_another_form_is_not_compared_and_that_is_said(made: Path, tmp_path: Path) -> None:
    proof = shutil.copytree(made, tmp_path / "proof")
    stated = proof / "proof.json"
    stated.write_text(stated.read_text().replace(f'"page": {PAGE}', f'"page": {PAGE + 1}'))
    signed_anew(proof)
    said = [render(check.message) for check in verify(proof) if check.name == "page"]
    assert failing(proof) == {} and "is of another version of Triage and wasn't made again" in said[0]
