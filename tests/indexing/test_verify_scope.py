"""Tests of triage.indexing.verify: each open is judged by the version then in force; no swap stays unseen."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from pathlib import Path

import apsw
import pytest

from tests import records
from tests.indexing.test_audit_checks import execute
from tests.records import copied, mail, scope, write
from triage.case import Allow, Case, Policy
from triage.scope import ledger
from triage.scope.policy import dump

FILES: dict[str, bytes | str] = {
    "dana/1.eml": mail("One", "osprey"),
    "dana/hr/2.eml": mail("Two", "heron"),
    "omar/3.eml": mail("Three", "kestrel"),
    "forbidden/1.eml": mail("Four", "merlin"),
    "forbidden/4.eml": mail("Five", "harrier"),
}
CHECK = "scope versions"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return indexed(tmp_path_factory.mktemp("made"), FILES)


@pytest.fixture
def folder(made: Path, tmp_path: Path) -> Path:
    return copied(made / "case", tmp_path)


def indexed(folder: Path, files: dict[str, bytes | str]) -> Path:
    """Make a case of what the files hold of Dana's but for the folder hr, and index it."""
    write(folder / "records", files)
    with Case.create(folder / "case", over(folder, "dana", deny=("hr",))) as case:
        case.index()
    return folder


def over(folder: Path, *roots: str, deny: tuple[str, ...] = ()) -> Policy:
    """Return a policy over folders of the records; ``id=folder`` gives a root another id than its folder's name."""
    records = (folder / "records").resolve()
    pairs = [(name.partition("=")[0], name.rpartition("=")[2]) for name in roots]
    return dataclasses.replace(
        scope(records, deny=deny), allow=tuple(Allow(i, str(records / f), "Dana") for i, f in pairs)
    )


def index(folder: Path, *roots: str, deny: tuple[str, ...] = (), read: bool = True) -> None:
    (folder / "case/scope.toml").write_text(dump(over(folder, *roots, deny=deny)), "utf-8")
    with Case.open(folder / "case") as case:
        if read:
            case.index()


def failing(folder: Path) -> dict[str, str]:
    return records.failing(folder / "case")


def events(folder: Path, log: str = "ledger.jsonl") -> list[dict[str, object]]:
    return list(ledger.read(folder / "case" / log))


def test_a_run_names_its_version_before_it_decides_anything(folder: Path) -> None:
    index(folder, "dana", "omar", deny=("hr",))
    lines = events(folder)
    assert [(e["e"], e.get("version"), e.get("scope")) for e in lines if e["e"] in ("scope", "run")] == [
        ("scope", 1, None),
        ("run", None, 1),
        ("scope", 2, None),
        ("run", None, 2),
    ]
    assert [e["e"] for e in lines][:3] == ["scope", "run", "decide"]
    with Case.open(folder / "case") as case:
        (no,) = case.search.run("kestrel").nos
        case.originals.read_bytes(no, 0, 10, "Rae")
        case.export.bundle(folder / "out", "kestrel", "Rae")
    assert [e["e"] for e in events(folder, "views.jsonl")] == ["view", "scope", "decide", "open", "close"]
    assert [e["e"] for e in events(folder)][-4:] == ["scope", "decide", "open", "close"]
    assert not failing(folder)


def test_a_case_never_indexed_holds(tmp_path: Path) -> None:
    write(tmp_path / "records", FILES)
    Case.create(tmp_path / "case", over(tmp_path, "dana")).close()
    assert not failing(tmp_path)


@pytest.mark.nightly
@pytest.mark.parametrize(
    ("roots", "deny"),
    [
        (("dana", "omar"), ("hr",)),  # a root is added
        (("dana",), ("hr", "1.eml")),  # a rule is added
        (("dana", "omar"), ("hr", "3.eml")),  # both
        (("dana",), ()),  # a rule is dropped
    ],
)
def test_honest_changes_hold_once_they_are_indexed(folder: Path, roots: tuple[str, ...], deny: tuple[str, ...]) -> None:
    index(folder, *roots, deny=deny, read=False)
    assert "isn't the version that was last used" in failing(folder)[CHECK]
    index(folder, *roots, deny=deny)
    assert not failing(folder)


def test_a_rule_for_a_part_of_a_root_that_was_added_later_holds(folder: Path) -> None:
    index(folder, "dana", "omar", deny=("hr",))
    index(folder, "dana", "omar", deny=("hr", "3.eml"))
    assert not failing(folder)


@pytest.mark.parametrize(
    ("roots", "deny", "path"),
    [
        (("dana=forbidden",), ("hr",), "forbidden/"),  # an allowed path is swapped for a forbidden folder
        (("dana", "forbidden"), ("hr",), "forbidden/"),  # a root is added for a while
        (("dana",), (), "dana/hr/2.eml"),  # a rule is dropped for a while
    ],
)
def test_a_scope_that_was_wider_for_a_while_is_named(
    folder: Path, roots: tuple[str, ...], deny: tuple[str, ...], path: str
) -> None:
    index(folder, *roots, deny=deny)
    index(folder, "dana", deny=("hr",), read=False)
    assert "isn't the version that was last used" in failing(folder)[CHECK]
    index(folder, "dana", deny=("hr",))
    failed = failing(folder)
    assert list(failed) == [CHECK]
    assert path in failed[CHECK] and "under version 2" in failed[CHECK]


def test_a_view_under_another_scope_is_named(folder: Path) -> None:
    index(folder, "dana=forbidden", deny=("hr",), read=False)
    with Case.open(folder / "case") as case:
        (no,) = case.search.run("osprey").nos
        with pytest.raises(Exception, match="has changed"):
            case.originals.read_bytes(no, 0, 10, "Rae")
    index(folder, "dana", deny=("hr",))
    assert "views.jsonl opened" in failing(folder)[CHECK]


def sql(statement: str) -> Callable[[Path], None]:
    return lambda folder: execute(folder / "case", statement)


def edit(name: str, old: str, new: str) -> Callable[[Path], None]:
    def act(folder: Path) -> None:
        path = folder / "case" / name
        text = path.read_text() if path.exists() else ""
        assert old in text
        path.write_text(text.replace(old, new, 1))

    return act


@pytest.mark.parametrize(
    ("tamper", "check", "names"),
    [
        (edit("scope.toml", "Rae Counsel", "Someone Else"), CHECK, "isn't the version that was last used"),
        (edit("scope.toml", "\n[[deny]]", "\n[[denied"), CHECK, "scope.toml can't be read"),
        (edit("settings.toml", "", "limit_text_mb = 1\n"), "settings", "limit_text_mb = 1, but it was the default"),
        (sql("DELETE FROM scope_version"), "opens follow decisions", "names version 1"),
        (sql("UPDATE scope_version SET text=text||' '"), CHECK, "text of version 1 isn't what was recorded"),
        (sql("UPDATE scope_version SET reason='because'"), CHECK, "version 1 isn't what the audit says"),
        (sql("UPDATE scope_version SET approver='Rae'"), CHECK, "version 1 isn't what the audit says"),
        (
            sql("INSERT INTO scope_version SELECT 2, action, sha256, text, time, '', 'x', '', NULL FROM scope_version"),
            CHECK,
            "version 2 isn't what the audit says",
        ),
    ],
)
def test_tampering_is_found(folder: Path, tamper: Callable[[Path], None], check: str, names: str) -> None:
    tamper(folder)
    failed = failing(folder)
    assert check in failed and names in failed[check], failed


def test_versions_are_append_only(folder: Path) -> None:
    db = apsw.Connection(str(folder / "case/case.db"))
    for statement in ("UPDATE scope_version SET reason='x'", "DELETE FROM scope_version"):
        with pytest.raises(apsw.ConstraintError, match="append-only"):
            db.execute(statement)
    db.close()
