"""Tests of triage.cli.scope: plan, diff, history and approve, as text and as JSON."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from tests.cli.conftest import Say
from tests.records import write
from triage.case import Allow, Case, Deny, Policy


def test_plan_diff_history_approve(mails: str, say: Say) -> None:
    text = say("scope", "plan", mails)
    assert "4 files" in text and "1 name" in text and "scope.toml is version 1" in text
    assert say("scope", "diff", mails) == "They don't differ.\n"
    toml = Path(mails, "scope.toml")
    toml.write_text(toml.read_text("utf-8") + '\n[[deny]]\nid = "dana"\nglob = "dana"\nreason = "left"\n', "utf-8")
    text = say("scope", "plan", mails)
    assert "differs from version 1" in text and "No longer in scope: 1 file already read" in text
    assert json.loads(say("scope", "plan", mails, "--json"))["removal"]["items"] == 1
    assert '+glob = "dana"' in say("scope", "diff", mails)
    assert "version 2" in say("scope", "approve", mails, "--name", "Rae Counsel", "--reason", "Dana \x1b[31m left")
    text = say("scope", "history", mails)
    assert "Rae Counsel" in text and "\x1b" not in text
    versions = json.loads(say("scope", "history", mails, "--json"))
    assert [(v["number"], v["action"]) for v in versions] == [(1, "create"), (2, "approve")]
    assert '"dana"' in versions[1]["text"]
    assert say("scope", "diff", mails, "1", "2").splitlines()[2:] == say("scope", "diff", mails, "1").splitlines()[2:]
    assert "no version 9" in say("scope", "diff", mails, "9", code=2)


def test_a_case_that_requires_approval(tmp_path: Path, say: Say) -> None:
    (tmp_path / "records").mkdir()
    case = str(tmp_path / "case")
    text = say("new", case, "--allow", str(tmp_path / "records"), "--custodian", "Dana", "--require-approval")
    assert f"triage scope approve {case}" in text
    assert "Nothing is opened until somebody approves it" in say("scope", "plan", case)
    assert "triage scope approve" in say("index", case, code=2)
    say("scope", "approve", case, "--name", "Rae Counsel")
    assert "0 files seen" in say("index", case)


def test_apply_counts_first(mails: str, say: Say) -> None:
    say("tag", mails, "hot", "--query", "fine", "--reviewer", "Rae")
    toml = Path(mails, "scope.toml")
    toml.write_text(toml.read_text("utf-8") + '\n[[deny]]\nid = "omar"\nglob = "omar"\nreason = "left"\n', "utf-8")
    text = say("scope", "apply", mails)
    assert "leaves out 3 files, 3 items, 1 of them with 1 decision" in text and "Nothing was removed" in text
    assert "fine" in say("show", mails, say("search", mails, "fine", "--ids").strip())
    text = say("scope", "apply", mails, "--yes", "--reason", "left")
    assert "Removed 3 items of 3 files" in text and "scope-purge-2.json" in text
    assert not say("search", mails, "fine", "--ids").strip()
    text = say("show", mails, say("search", mails, "is:purged", "--ids").split()[0])
    assert "State      purged" in text and "\nDate" not in text
    assert "1 decision" in say("status", mails)
    assert "scope versions" in say("verify", mails)
    assert json.loads(say("scope", "apply", mails, "--yes", "--json"))["removal"]["items"] == 0


def test_what_is_denied_is_listed_with_its_reason_and_nothing_is_opened(tmp_path: Path, say: Say) -> None:
    root = write(tmp_path / "records", {"a.txt": "x", "secret/b.txt": "x", "c.bak": "x", "d/c.bak": "x"})
    (root / "link.txt").symlink_to(root / "a.txt")
    policy = Policy(
        "a test",
        "Rae",
        (Allow("mail", str(root), "Dana"),),
        (Deny("councils", "secret", "not ours"), Deny("bak", "*.bak")),
    )
    case = tmp_path / "case"
    Case.create(case, policy).close()
    before = {path: path.read_bytes() for path in case.rglob("*.jsonl")}
    denied = json.loads(say("scope", "denied", str(case), "--json"))
    assert sorted((name["path"], name["kind"], name["rule"], name["reason"]) for name in denied["names"]) == [
        ("mail:c.bak", "file", "bak", ""),
        ("mail:d/c.bak", "file", "bak", ""),
        ("mail:link.txt", "link", "no-links", ""),
        ("mail:secret", "folder", "councils", "not ours"),
    ]
    text = say("scope", "denied", str(case))
    assert "councils" in text and "not ours" in text and "4 names kept out" in text and "b.txt" not in text
    assert {path: path.read_bytes() for path in case.rglob("*.jsonl")} == before
    shutil.rmtree(root)
    assert "mail: can't be listed" in say("scope", "denied", str(case))
