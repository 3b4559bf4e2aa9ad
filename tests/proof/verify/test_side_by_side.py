"""Proofs beside one another, for somebody who has nothing but verify.py: what tells them apart, and what can't."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.proof.proofs import proof, resigned
from tests.records import case_of, mail
from triage.case import Case
from triage.proof import verify
from triage.proof.keys import LoginKeys
from triage.proof.verify.ledgers import CheckedScope
from triage.proof.verify.page import PAGE, proof_page

UNSEEN = "nobody else has seen this record: whoever signed it could have made all of it anew"
SEEN = "heads that others have signed or time-stamped: 1, the first one of "
NOT_TOLD = "can't be told from this folder"
GONE_ON = "a broken or older record was gone on from; reason: the disk failed"
LIMIT = "Who a signer is: whoever has the key can sign."
ANEW = "whoever signed it could have made the whole record anew, or made it up without ever running the program"


def case(folder: Path) -> Case:
    folder.mkdir()
    return case_of(folder, {"dana/a.eml": mail(), "b.txt": "heron"})


def made_up(folder: Path, *, stamped: bool) -> Path:
    """Write a proof of a record that no program ever kept, with its page; ``stamped``: and a stamp that nobody gave."""
    proof(folder)
    stated = json.loads((folder / "proof.json").read_text()) | {"page": PAGE}
    if not stamped:
        shutil.rmtree(folder / "stamps")
        stated["others"] = {"heads": 0, "since": ""}
    (folder / "proof.json").write_text(json.dumps(stated))
    scopes = {int(path.stem): CheckedScope(path.read_bytes()) for path in (folder / "scope").iterdir()}
    (key,) = re.findall(r"rae\+\S+", (folder / "proof.sig").read_text())
    (folder / "non-access.html").write_bytes(proof_page(stated, scopes, key))
    return resigned(folder)


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[str, str]]:
    """What verify.py says of each proof, and its page."""
    folder = tmp_path_factory.mktemp("side")
    folders = {name: folder / name / "proof" for name in ("unseen", "seen", "recovered")}
    folders["made up"] = made_up(folder / "made up", stamped=False)
    folders["made up, stamped"] = made_up(folder / "made up, stamped", stamped=True)
    with case(folder / "unseen") as opened:
        opened.export.prove(folders["unseen"])
    with case(folder / "seen") as opened:
        head = opened.verification.write_head().head
        opened.verification.add_head(head.signed(LoginKeys(folder / "counsel").secret("counsel")))
        opened.export.prove(folders["seen"])
    case(folder / "recovered").close()
    ledger = folder / "recovered/case/ledger.jsonl"
    ledger.write_bytes(b"".join(ledger.read_bytes().splitlines(True)[:-1]))
    with Case.open(folder / "recovered/case") as opened:
        opened.verification.recover("the disk failed")
        opened.index()
        opened.export.prove(folders["recovered"])
    program = folder / "verify.py"
    program.write_bytes(verify.program())
    said = {}
    for name, path in folders.items():
        done = subprocess.run([sys.executable, "-I", program, path], env={}, capture_output=True, text=True)
        assert (done.returncode, done.stderr) == (0, ""), done.stdout
        said[name] = done.stdout, " ".join((path / "non-access.html").read_text("utf-8").split())
    return said


def test_each_says_first_what_no_signature_shows(read: dict[str, tuple[str, str]]) -> None:
    for name, (out, page) in read.items():
        assert LIMIT in out and "the signer is unknown to this check" in out.splitlines()[-1], name
        assert page.index(ANEW) < page.index("Files opened"), name


def test_a_recovered_record_is_told_by_when_it_was_begun_anew(read: dict[str, tuple[str, str]]) -> None:
    for name, (out, page) in read.items():
        assert (GONE_ON in out) == ("begun anew on 20" in page) == (name == "recovered"), name
        assert ("What was before that is not proved by this folder" in page) == (name == "recovered"), name
        assert ("The record was never begun anew." in page) == (name != "recovered"), name


def test_only_what_others_hold_tells_an_honest_record_from_one_that_is_made_up(
    read: dict[str, tuple[str, str]],
) -> None:
    for name, (out, page) in read.items():
        seen = name in ("seen", "made up, stamped")
        assert (SEEN in out) == ("Heads of this record that others have signed" in page) == seen, name
        assert (UNSEEN in out) == ("Nobody else has seen this record" in page) == (not seen), name
        assert (NOT_TOLD in out) == (NOT_TOLD in page) == seen, "so it says of a stamp that nobody gave"
    assert "could have been made anew before that" in read["seen"][0]
    checks = {name: {line.split(":")[0] for line in read[name][0].splitlines()} for name in ("unseen", "made up")}
    assert checks["unseen"] - {"OK     versions"} <= checks["made up"], "nothing else tells the two apart"
