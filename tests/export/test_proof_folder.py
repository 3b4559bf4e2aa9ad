"""Tests of triage.export.proof_folder: what leaves holds by itself, and gives no name away."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from html import escape
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.effort import examples
from tests.proof.proofs import sha256
from tests.proof.test_verify import checked
from tests.records import case_of, copied, mail, scope, zipped
from triage.case import Case
from triage.cli import main
from triage.errors import CaseError, ExportError
from triage.export.proof_folder import OpenedIds
from triage.messages import TEMPLATES
from triage.model.scope import ProofQuestions
from triage.proof import tree
from triage.proof.verify import proof as answers
from triage.proof.verify.basics import Failure, Folder, english
from triage.proof.verify.page import PROOF_LIMITS


def test_a_proof_of_a_case_holds_and_has_no_names(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = {"dana/kestrel.eml": mail(), "dana/<b>merlin.txt": "x", "hr/pay.txt": "y"}
    with case_of(tmp_path, files, deny=("hr",)) as case:
        nos = case.search.run("*").nos
        case.decisions.tag(nos, "hot", "Rae Secretname", "key")
        case.originals.read_bytes(nos[0], 0, 9, "Rae Secretname")
    assert main(["record", "prove", str(tmp_path / "case"), str(tmp_path / "out")]) == 0
    assert "A proof of 2 openings and 1 refusal" in capsys.readouterr().out
    for path in filter(Path.is_file, (tmp_path / "out").rglob("*")):
        assert not [word for word in (b"kestrel", b"merlin", b"Secretname", b"pay.txt") if word in path.read_bytes()], (
            path
        )
    page = (tmp_path / "out/non-access.html").read_text()
    for text in (
        '<td dir="auto">Files opened</td><td dir="auto">2<',
        "What this can't show",
        *(escape(TEMPLATES[key]) for key in PROOF_LIMITS),
        "hr",
    ):
        assert text in page
    command = [sys.executable, "-I", str(tmp_path / "out/verify.py"), str(tmp_path / "out")]
    done = subprocess.run(command, env={}, cwd="/", capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "") and "OK     signature: signed by" in done.stdout
    annex = [json.loads(line) for line in (tmp_path / "out.annex.jsonl").read_text().splitlines()]
    assert [line.get("f", "")[-11:] for line in annex] == ["", ">merlin.txt", "kestrel.eml"]
    assert bytes.fromhex(annex[0]["key"]) == (tmp_path / "case/ledger.key").read_bytes()
    assert (tmp_path / "out.annex.jsonl").stat().st_mode & 0o077 == 0
    counsel = [*command, "--annex", str(tmp_path / "out.annex.jsonl")]
    assert "2 openings and 0 refusals, decided again from the paths" in subprocess.check_output(
        counsel, env={}, text=True
    )
    with (tmp_path / "out/proof.json").open("ab") as file:
        file.write(b" ")
    assert subprocess.run(command, env={}, cwd="/", capture_output=True, check=False).returncode == 1


def test_a_proof_goes_nowhere_else(tmp_path: Path) -> None:
    with case_of(tmp_path, {"dana/a.txt": "x"}) as case:
        (tmp_path / "there").mkdir()
        (tmp_path / "link").symlink_to(tmp_path / "nowhere")
        for out in ("there", "missing/out", "link"):
            with pytest.raises(ExportError, match="Choose a new name"):
                case.export.prove(tmp_path / out)
        with pytest.raises(ExportError, match="can't be written"):
            case.export.prove(tmp_path / ("x" * 255))
        with pytest.raises(ExportError, match=f"{tmp_path}/records/out is inside {tmp_path}/records, whose files"):
            case.export.prove(tmp_path / "records/out")


# Tests of triage.export.proof_folder, and of what verify.py makes of the answers.

FILES: dict[str, bytes | str] = {"dana/kestrel.txt": "x", "dana/Straße/b.txt": "y", "hr/pay.txt": "z"}
ATTACHED = b"attached"
NOWHERE = Folder(Path("/nowhere"))


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("answers")
    (folder / "records").mkdir()
    zipped(folder / "records/a.zip", {"in/it.txt": ATTACHED})
    case_of(folder, FILES, deny=("hr",)).close()
    return folder


def stated(folder: Path) -> list[dict[str, Any]]:
    return list(json.loads((folder / "proof.json").read_text())["answers"])


def test_nothing_below_a_folder_was_opened(base: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out, annex = tmp_path / "out", tmp_path / "out.annex.jsonl"
    folders = [base / "records/hr", "/srv/customers/acme", "/srv/לקוחות"]
    assert main(["record", "prove", str(base / "case"), str(out), *(f"--absent={folder}" for folder in folders)]) == 0
    assert f"Nothing at or below {folders[0]} was opened.\nNothing at or below /srv" in capsys.readouterr().out
    assert "/srv/לקוחות was opened" in (out / "non-access.html").read_text()
    code, text = checked(capsys, out)
    assert code == 0 and f"{folders[0]} was opened. The ids leave a gap there; only the signature" in text
    assert "/srv/customers/acme was opened. There was no such file or folder" in text
    code, text = checked(capsys, out, annex=annex)
    assert code == 0 and text.count("The ids and their tree were worked out again from the names in the annex.") == 3
    assert "key" not in stated(out)[0] and not (out / "item-hashes.txt").exists()
    lines = annex.read_text().splitlines(keepends=True)
    annex.write_text("".join(lines) + json.dumps({"f": "mail:hr/x"}) + "\n")
    assert checked(capsys, out, annex=annex)[0] == 0, "a name that is known and that nothing was opened by"


def test_no_answer_where_something_was_opened_or_another_name_is_meant(base: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(base / "records/hr")
    refused = {
        base / "records": "was opened, so a proof can't state",
        base / "records/dana/kestrel.txt": "was opened",
        base / "records/DANA/STRASSE": "was opened",
        tmp_path / "link": f"is really {base}/records/hr",
    }
    with Case.open(base / "case") as case:
        for path, message in refused.items():
            with pytest.raises(ExportError, match=message):
                case.export.prove(tmp_path / "out", questions=ProofQuestions(absent=(path,)))
    assert not (tmp_path / "out").exists()


def test_no_answer_about_a_record_that_was_put_aside(base: Path, tmp_path: Path) -> None:
    ledger = copied(base / "case", tmp_path) / "case/ledger.jsonl"
    ledger.write_bytes(ledger.read_bytes()[:-40])
    assert main(["record", "recover", str(tmp_path / "case"), "--reason", "cut off"]) == 0
    with Case.open(tmp_path / "case") as case, pytest.raises(ExportError, match="ledger-broken-"):
        case.export.prove(tmp_path / "out", questions=ProofQuestions(absent=(base / "records/hr",)))


def test_hashes_of_somebody_elses_files(base: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    theirs = tmp_path / "theirs"
    theirs.write_text("\n".join([sha256(ATTACHED).upper() + "\r", sha256(b"x"), "", sha256(b"x"), "0" * 64]))
    with Case.open(base / "case") as case:
        for name, disclose in (("a", False), ("b", True)):
            case.export.prove(tmp_path / name, questions=ProofQuestions(against=(theirs,), disclose=disclose))
        for text, message in {"x": "Line 1", f"{'0' * 64}\nab": "Line 2", "": "Line 1"}.items():
            (tmp_path / "odd").write_text(text)
            with pytest.raises(ExportError, match=message):
                case.export.prove(tmp_path / "out", questions=ProofQuestions(against=(tmp_path / "odd",)))
    code, text = checked(capsys, tmp_path / "a", theirs=theirs)
    assert code == 0 and "2 of the 3 hashes in the list with the SHA-256 " + sha256(theirs.read_bytes()) in text
    assert "Only the signature vouches for that." in text and not (tmp_path / "a/item-hashes.txt").exists()
    code, text = checked(capsys, tmp_path / "b", theirs=theirs)
    assert code == 0 and "They were counted again." in text
    code, text = checked(capsys, tmp_path / "b", theirs=tmp_path / "odd")
    assert code == 1 and "none is about the list of hashes that you gave" in text
    answer, folder = stated(tmp_path / "b")[0], Folder(tmp_path / "b")
    folder.hash()
    for change in ({"matches": 3}, {"contents": 9}, {"item_hashes": "0" * 64}):
        with pytest.raises(Failure):
            answers.check_against(answer | change, folder, theirs.read_bytes())


def test_hashes_of_sealed_items_are_counted_and_stay(base: Path, tmp_path: Path) -> None:
    theirs = tmp_path / "theirs"
    theirs.write_text(f"{sha256(b'z')}\n{sha256(b'new')}")
    with case_of(tmp_path, {"a.txt": "z", "b.txt": "y"}) as case:
        (tmp_path / "records/b.txt").write_text("new")
        with suppress(CaseError):  # it isn't what was indexed, and was read all the same
            case.originals.read_bytes(case.search.run("y").nos[0], 0, 9, "Rae")
        root = case.export.prove(tmp_path / "a", questions=ProofQuestions(items_root=True))["answers"]
        case.decisions.seal(case.search.run("z").nos, "theirs", "Rae", "key")
        questions = ProofQuestions(against=(theirs,), items_root=True, disclose=True)
        answer, *again = case.export.prove(tmp_path / "b", questions=questions)["answers"]
    assert (answer["matches"], answer["contents"], answer["sealed"]) == (2, 3, 1) and again == root
    assert (tmp_path / "b/item-hashes.txt").read_text().split() == sorted([sha256(b"y"), sha256(b"new")])


def root_of(folder: Path, out: Path) -> dict[str, Any]:
    with Case.open(folder) as case:
        case.export.prove(out, questions=ProofQuestions(items_root=True))
    return stated(out)[0]


def test_a_second_run_over_the_same_files_gives_the_same_root(base: Path, tmp_path: Path) -> None:
    with Case.create(tmp_path / "again", scope(base / "records", deny=("hr",))) as case:
        case.index()
    first = root_of(base / "case", tmp_path / "a")
    assert root_of(tmp_path / "again", tmp_path / "b") == first and first["items"] == 4
    (base / "records/dana/kestrel.txt").write_text("X")
    with Case.open(tmp_path / "again") as case:
        case.index()
    changed = root_of(tmp_path / "again", tmp_path / "c")
    assert changed["items"] == 4 and changed["items_root"] != first["items_root"]


@settings(max_examples=examples(25))
@given(st.integers(0, 40), st.data())
def test_inclusion_proofs_hold_for_their_entry_alone(size: int, data: st.DataObject) -> None:
    entries = [b"%d" % number for number in range(size + 1)]
    at, other = data.draw(st.integers(0, size)), data.draw(st.integers(0, size))
    proof, root = tree.prove(tree.inclusion(at, len(entries)), entries), answers.root_of(entries)
    left = list(proof)
    assert answers.included(at, len(entries), tree.leaf(entries[at]), left) == root and not left
    with suppress(IndexError):  # too few hashes
        assert (answers.included(other, len(entries), tree.leaf(entries[at]), list(proof)) == root) == (other == at)


KEY = b"k" * 32
PATHS = ["/srv/a/b.txt", "/srv/a/c.txt", "/srv/d"]
LIES: dict[str, Callable[[dict[str, Any]], Any]] = {
    "another path": lambda a: a.update(absent="/srv/a"),
    "another key": lambda a: a.update(key="00" * 32),
    "another root": lambda a: a.update(root="00" * 32),
    "more ids": lambda a: a.update(ids=a["ids"] + 1),
    "no neighbours": lambda a: a["neighbours"].clear(),
    "one neighbour": lambda a: a["neighbours"].pop(),
    "moved": lambda a: a["neighbours"][0].update(at=0),
    "longer proof": lambda a: a["neighbours"][0]["proof"].append("00" * 32),
    "itself": lambda a: a.update(id=a["neighbours"][0]["id"]),
}


@pytest.mark.parametrize("lie", LIES)
def test_a_folder_that_isnt_absent_cant_be_made_so(lie: str) -> None:
    ids = OpenedIds(PATHS, KEY)
    tried = (ids.absent(Path(f"/x/{number}"), True) for number in range(99))
    answer = next(answer for answer in tried if len(answer["neighbours"]) == 2)
    assert "worked out again with the disclosed key" in english(answers.check_answer(answer, NOWHERE, None, b""))
    LIES[lie](answer)
    with pytest.raises((Failure, IndexError)):
        answers.check_answer(answer, NOWHERE, None, b"")


@pytest.mark.parametrize("paths", [[], ["/a"], PATHS])
def test_a_gap_at_an_end_holds_too(paths: list[str]) -> None:
    ids = OpenedIds(paths, KEY)
    sides = set[int]()
    for number in range(60):
        answer = ids.absent(Path(f"/x/{number}"), True)
        sides.add(len(answer["neighbours"]))
        assert answers.check_answer(answer, NOWHERE, None, b"")
    assert sides == ({1, 2} if paths else {0})
