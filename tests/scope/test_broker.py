"""Tests of triage.scope.broker: nothing outside the scope is opened, whatever stands in the folders."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.records import scope, write
from triage.errors import ScopeError
from triage.scope import broker as broker_module
from triage.scope.broker import Broker
from triage.scope.ledger import Ledger, read
from triage.scope.policy import Allow, Policy
from triage.scope.sources import Opened


class Desk:
    """A broker over a folder, with its ledger."""

    def __init__(self, folder: Path, root: Path, deny: tuple[str, ...] = ()) -> None:
        self.policy = scope(root, deny=deny)
        self.path = folder / "ledger.jsonl"
        self.ledger = Ledger(self.path, b"key")
        self.broker = Broker(self.policy, self.ledger, 1 << 30)

    def all(self, below: str = "") -> dict[str, Opened]:
        found = {}
        for chunk in self.broker.walk(self.policy.allow[0], below):
            for opened in self.broker.read(chunk):
                found[opened.source.relative] = opened
        self.ledger.flush()
        return found

    def events(self) -> list[tuple[str, str]]:
        self.ledger.flush()
        return [(line["e"], line.get("f", line.get("r", ""))) for line in read(self.path)]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write(tmp_path / "records", {"b/2.txt": "two", "b/1.txt": "one", "a.txt": "", "c/d/e.txt": "deep"})


def test_reads_everything_once_with_its_hash(tmp_path: Path, root: Path) -> None:
    found = Desk(tmp_path, root).all()
    assert sorted(found) == ["a.txt", "b/1.txt", "b/2.txt", "c/d/e.txt"]
    assert found["b/2.txt"].data == b"two"
    assert found["b/2.txt"].sha256 == hashlib.sha256(b"two").hexdigest()


def test_decision_stands_before_open_and_close(tmp_path: Path, root: Path) -> None:
    desk = Desk(tmp_path, root)
    desk.all()
    events = desk.events()
    for name in ("mail:a.txt", "mail:c/d/e.txt"):
        order = [e for e, f in events if f == name]
        assert order == ["decide", "open", "close"] or order == ["open", "close"]
        assert events.index(("open", name)) < events.index(("close", name))
    assert len([e for e, _ in events if e == "decide"]) == 4


def test_ledger_is_on_disk_before_the_file_is_opened(
    tmp_path: Path, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = Desk(tmp_path, root)
    real = os.open

    def watching(path: str, flags: int, mode: int = 0o777, *, dir_fd: int | None = None) -> int:
        if dir_fd is not None and not flags & os.O_DIRECTORY:
            assert f'/{path}"'.encode() in desk.path.read_bytes().replace(b"mail:", b"/"), f"{path} opened unrecorded"
        return real(path, flags, mode, dir_fd=dir_fd)

    monkeypatch.setattr(broker_module.os, "open", watching)
    assert len(desk.all()) == 4


def test_denied_files_and_folders_are_never_opened(tmp_path: Path, root: Path) -> None:
    write(root, {"customer-data/x.txt": "canary", "b/dump.sql": "canary"})
    watcher = tmp_path / "trace"
    code = f"""
import os, sys
seen = []
sys.addaudithook(lambda name, args: seen.append(str(args[0])) if name in ("open", "os.listdir", "os.scandir") else None)
from pathlib import Path
from tests.scope.test_broker import Desk
Desk(Path({str(watcher.parent)!r}), Path({str(root)!r}), ("customer-data/**", "*.sql")).all()
print("\\n".join(seen))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "1.txt" in done.stdout
    assert "customer-data" not in done.stdout and "dump.sql" not in done.stdout
    ledger = (tmp_path / "ledger.jsonl").read_text()
    assert ledger.count('"v":"deny"') == 2 and "customer" not in ledger and "sql" not in ledger


def test_links_are_not_followed(tmp_path: Path, root: Path) -> None:
    outside = write(tmp_path / "outside", {"secret.txt": "secret"})
    (root / "link.txt").symlink_to(outside / "secret.txt")
    (root / "folder").symlink_to(outside)
    (root / "inside.txt").symlink_to(root / "a.txt")
    os.mkfifo(root / "pipe")
    desk = Desk(tmp_path, root)
    assert sorted(desk.all()) == ["a.txt", "b/1.txt", "b/2.txt", "c/d/e.txt"]
    assert desk.broker.denied == 4


def test_a_link_put_in_after_the_walk_is_not_followed(tmp_path: Path, root: Path) -> None:
    outside = write(tmp_path / "outside", {"secret.txt": "secret"})
    desk = Desk(tmp_path, root)
    for chunk in desk.broker.walk(desk.policy.allow[0]):
        for source in chunk:
            if source.name == "a.txt":
                (root / "a.txt").unlink()
                (root / "a.txt").symlink_to(outside / "secret.txt")
        opened = {o.source.name: o for o in desk.broker.read(chunk)}
        if "a.txt" in opened:
            assert opened["a.txt"].code == "unreadable" and not opened["a.txt"].data


def test_a_folder_swapped_for_a_link_leads_nowhere(tmp_path: Path, root: Path) -> None:
    outside = write(tmp_path / "outside", {"1.txt": "secret", "2.txt": "secret"})
    desk = Desk(tmp_path, root)
    seen: list[bytes] = []
    for chunk in desk.broker.walk(desk.policy.allow[0]):
        if chunk and chunk[0].relative.startswith("b/"):
            (root / "b").rename(root / "was-b")
            (root / "b").symlink_to(outside)
        seen += [o.data for o in desk.broker.read(chunk)]
    assert b"one" in seen and b"secret" not in seen


def test_dots_and_links_in_a_named_path_lead_nowhere(tmp_path: Path, root: Path) -> None:
    outside = write(tmp_path / "outside", {"secret.txt": "secret"})
    (root / "folder").symlink_to(outside)
    desk = Desk(tmp_path, root)
    with pytest.raises(ScopeError):
        desk.all("../outside/secret.txt")
    with pytest.raises(ScopeError):
        desk.all("folder/secret.txt")
    with pytest.raises(ScopeError):
        desk.all("nowhere")
    assert list(desk.all("b/1.txt")) == ["b/1.txt"]
    assert list(desk.all("c")) == ["c/d/e.txt"]


def test_vanished_and_changed_files_are_told(tmp_path: Path, root: Path) -> None:
    desk = Desk(tmp_path, root)
    found = {}
    for chunk in desk.broker.walk(desk.policy.allow[0]):
        for source in chunk:
            if source.name == "1.txt":
                (root / "b/1.txt").unlink()
        found |= {o.source.name: o for o in desk.broker.read(chunk)}
    assert found["1.txt"].code == "vanished"
    assert [e for e in desk.events() if e == ("close", "mail:b/1.txt")]


def test_a_file_that_grows_while_it_is_read(tmp_path: Path, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.read

    def growing(fd: int, size: int) -> bytes:
        data = real(fd, size)
        if data == b"two":
            with (root / "b/2.txt").open("ab") as file:
                file.write(b" and more")
        return data

    monkeypatch.setattr(broker_module.os, "read", growing)
    found = Desk(tmp_path, root).all()
    assert found["b/2.txt"].changed and not found["b/1.txt"].changed


def test_large_files_go_as_descriptors(tmp_path: Path, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(broker_module, "MAPPED", 3)
    opened = Desk(tmp_path, root).all()["b/2.txt"]
    assert opened.fd >= 0 and not opened.data and opened.sha256 == hashlib.sha256(b"two").hexdigest()
    assert os.pread(opened.fd, 10, 0) == b"two"


def test_nested_root_is_left_to_its_own_rule(tmp_path: Path, root: Path) -> None:
    desk = Desk(tmp_path, root)
    desk.broker._roots.add(str(root / "b"))
    assert sorted(desk.all()) == ["a.txt", "c/d/e.txt"]


def test_missing_root_is_a_clear_error(tmp_path: Path) -> None:
    with pytest.raises(ScopeError, match="can't be opened"):
        Desk(tmp_path, tmp_path / "nowhere").all()


@pytest.fixture
def as_nobody() -> Iterator[None]:
    """Run as a user whom permissions bind, where the tests run as root."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


def test_unreadable_files_and_folders_are_told(tmp_path: Path, root: Path, request: pytest.FixtureRequest) -> None:
    above = Path(tempfile.gettempdir())
    for path in tmp_path.parents:
        if os.geteuid() == 0 and above in path.parents:
            path.chmod(0o755)
    tmp_path.chmod(0o777)
    (root / "a.txt").chmod(0)
    (root / "c").chmod(0)
    request.getfixturevalue("as_nobody")
    desk = Desk(tmp_path, root)
    found = desk.all()
    assert found["a.txt"].code == "unreadable"
    assert [path for path, _ in desk.broker.unlisted] == ["mail:c/"]


def test_forecast_counts_without_listing_denied_folders(tmp_path: Path, root: Path) -> None:
    write(root, {"customer-data/x.txt": "canary"})
    desk = Desk(tmp_path, root, ("customer-data",))
    assert desk.broker.forecast(desk.policy.allow[0]) == 4
    assert desk.broker.forecast(desk.policy.allow[0], "b") == 2
    assert desk.broker.forecast(desk.policy.allow[0], "a.txt") == 1


def codes(read_files: dict[str, Opened]) -> dict[str, str]:
    return {name: opened.code for name, opened in read_files.items()}


def test_a_file_linked_from_outside_is_not_opened(tmp_path: Path, root: Path) -> None:
    (tmp_path / "outside.txt").hardlink_to(root / "b/1.txt")
    (root / "c/same.txt").hardlink_to(root / "b/2.txt")
    desk = Desk(tmp_path, root)
    opened = desk.all()
    assert codes(opened)["b/1.txt"] == "hard-link-outside" and not opened["b/1.txt"].data
    assert opened["b/2.txt"].data == opened["c/same.txt"].data == b"two"
    events = [line for line in read(desk.path) if "1.txt" in str(line) or line.get("v") == "deny"]
    assert [(line["e"], line["r"]) for line in events] == [("decide", "hard-link-outside")]
    assert list(codes(Desk(tmp_path, root).all("b/1.txt")).values()) == ["hard-link-outside"]


def test_a_link_in_a_denied_folder_lies_outside(tmp_path: Path, root: Path) -> None:
    write(root, {"secret/x.txt": "secret"})
    (root / "b/innocent.txt").hardlink_to(root / "secret/x.txt")
    files = Desk(tmp_path, root, ("secret",)).all()
    assert codes(files)["b/innocent.txt"] == "hard-link-outside"
    assert b"secret" not in [opened.data for opened in files.values()]


def test_links_are_counted_over_all_roots_and_let_by_those_that_say_so(tmp_path: Path, root: Path) -> None:
    other = write(tmp_path / "other", {"z.txt": "z"})
    (other / "again.txt").hardlink_to(root / "a.txt")
    (tmp_path / "outside.txt").hardlink_to(root / "b/1.txt")
    (tmp_path / "outside2.txt").hardlink_to(other / "z.txt")
    allow = (Allow("mail", str(root), "X"), Allow("other", str(other), "Y", allow_hard_links=True))
    broker = Broker(Policy("p", "a", allow), Ledger(tmp_path / "l", b"k"), 1 << 30)
    file_codes = {o.source.key: o.code for a in allow for chunk in broker.walk(a) for o in broker.read(chunk)}
    broker._ledger.end()  # type: ignore[union-attr]
    assert file_codes == {
        "mail:a.txt": "",
        "mail:b/1.txt": "hard-link-outside",
        "mail:b/2.txt": "",
        "mail:c/d/e.txt": "",
        "other:again.txt": "",
        "other:z.txt": "",
    }


def test_a_link_made_after_the_walk_is_noticed(tmp_path: Path, root: Path) -> None:
    desk, files = Desk(tmp_path, root), {}
    for chunk in desk.broker.walk(desk.policy.allow[0]):
        for source in chunk:
            if source.name == "2.txt":
                (tmp_path / "secret").write_text("secret")
                (root / "b/2.txt").unlink()
                (root / "b/2.txt").hardlink_to(tmp_path / "secret")
        files |= {o.source.name: o for o in desk.broker.read(chunk)}
    assert files["2.txt"].code == "hard-link-outside" and not files["2.txt"].data
