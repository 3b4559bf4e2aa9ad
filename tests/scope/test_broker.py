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
from triage.messages import say
from triage.scope import sources
from triage.scope.broker import CHUNK, Broker
from triage.scope.policy import Allow, Policy
from triage.scope.sources import Opened, Source


class Desk:
    def __init__(self, root: Path, deny: tuple[str, ...] = ()) -> None:
        self.policy = scope(root, deny=deny)
        self.broker = Broker(self.policy)

    def read(self, source: Source) -> Opened:
        opened = self.broker.open(source)
        return opened if isinstance(opened, Opened) else sources.read(source, opened, 1 << 30)

    def all(self, below: str = "") -> dict[str, Opened]:
        found = {}
        for chunk in self.broker.walk(self.policy.allow[0], below):
            for opened in map(self.read, chunk):
                found[opened.source.relative] = opened
        return found


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write(tmp_path / "records", {"b/2.txt": "two", "b/1.txt": "one", "a.txt": "", "c/d/e.txt": "deep"})


def test_reads_everything_once_with_its_hash(root: Path) -> None:
    found = Desk(root).all()
    assert sorted(found) == ["a.txt", "b/1.txt", "b/2.txt", "c/d/e.txt"]
    assert found["b/2.txt"].data == b"two"
    assert found["b/2.txt"].sha256 == hashlib.sha256(b"two").hexdigest()


@pytest.mark.nightly
def test_denied_files_and_folders_are_never_opened(root: Path) -> None:
    write(root, {"customer-data/x.txt": "canary", "b/dump.sql": "canary"})
    code = f"""
import os, sys
seen = []
sys.addaudithook(lambda name, args: seen.append(str(args[0])) if name in ("open", "os.listdir", "os.scandir") else None)
from pathlib import Path
from tests.scope.test_broker import Desk
desk = Desk(Path({str(root)!r}), ("customer-data/**", "*.sql"))
desk.all()
print("\\n".join(seen), len(desk.broker.denials))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "1.txt" in done.stdout
    assert "customer-data" not in done.stdout and "dump.sql" not in done.stdout
    assert done.stdout.endswith(" 2\n")


def test_links_are_not_followed(tmp_path: Path, root: Path) -> None:
    outside = write(tmp_path / "outside", {"secret.txt": "secret"})
    (root / "link.txt").symlink_to(outside / "secret.txt")
    (root / "folder").symlink_to(outside)
    (root / "inside.txt").symlink_to(root / "a.txt")
    os.mkfifo(root / "pipe")
    desk = Desk(root)
    assert sorted(desk.all()) == ["a.txt", "b/1.txt", "b/2.txt", "c/d/e.txt"]
    assert [kind for *_, kind in desk.broker.denials].count("link") == 3 and len(desk.broker.denials) == 4


def test_a_link_put_in_after_the_walk_is_not_followed(tmp_path: Path, root: Path) -> None:
    outside = write(tmp_path / "outside", {"secret.txt": "secret"})
    desk = Desk(root)
    for chunk in desk.broker.walk(desk.policy.allow[0]):
        for source in chunk:
            if source.name == "a.txt":
                (root / "a.txt").unlink()
                (root / "a.txt").symlink_to(outside / "secret.txt")
        opened = {o.source.name: o for o in map(desk.read, chunk)}
        if "a.txt" in opened:
            assert opened["a.txt"].code == "unreadable" and not opened["a.txt"].data


def test_a_folder_swapped_for_a_link_leads_nowhere(tmp_path: Path, root: Path) -> None:
    outside = write(tmp_path / "outside", {"1.txt": "secret", "2.txt": "secret"})
    desk = Desk(root)
    seen: list[bytes] = []
    for chunk in desk.broker.walk(desk.policy.allow[0]):
        if chunk and chunk[0].relative.startswith("b/"):
            (root / "b").rename(root / "was-b")
            (root / "b").symlink_to(outside)
        seen += [o.data for o in map(desk.read, chunk)]
    assert b"one" in seen and b"secret" not in seen


def test_dots_and_links_in_a_named_path_lead_nowhere(tmp_path: Path, root: Path) -> None:
    outside = write(tmp_path / "outside", {"secret.txt": "secret"})
    (root / "folder").symlink_to(outside)
    desk = Desk(root)
    with pytest.raises(ScopeError):
        desk.all("../outside/secret.txt")
    with pytest.raises(ScopeError):
        desk.all("folder/secret.txt")
    with pytest.raises(ScopeError):
        desk.all("nowhere")
    assert list(desk.all("b/1.txt")) == ["b/1.txt"]
    assert list(desk.all("c")) == ["c/d/e.txt"]


def test_vanished_and_changed_files_are_told(root: Path) -> None:
    desk = Desk(root)
    found = {}
    for chunk in desk.broker.walk(desk.policy.allow[0]):
        for source in chunk:
            if source.name == "1.txt":
                (root / "b/1.txt").unlink()
        found |= {o.source.name: o for o in map(desk.read, chunk)}
    assert found["1.txt"].code == "vanished"


def test_a_file_that_grows_while_it_is_read(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.read

    def growing(fd: int, size: int) -> bytes:
        data = real(fd, size)
        if data == b"two":
            with (root / "b/2.txt").open("ab") as file:
                file.write(b" and more")
        return data

    monkeypatch.setattr(os, "read", growing)
    found = Desk(root).all()
    assert found["b/2.txt"].changed and not found["b/1.txt"].changed


def test_large_files_go_as_descriptors(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "MAPPED", 3)
    opened = Desk(root).all()["b/2.txt"]
    assert opened.fd >= 0 and not opened.data and opened.sha256 == hashlib.sha256(b"two").hexdigest()
    assert os.pread(opened.fd, 10, 0) == b"two"


def test_nested_root_is_left_to_its_own_rule(root: Path) -> None:
    desk = Desk(root)
    desk.broker._roots.add(str(root / "b"))
    assert sorted(desk.all()) == ["a.txt", "c/d/e.txt"]


def test_missing_root_is_a_clear_error(tmp_path: Path) -> None:
    with pytest.raises(ScopeError, match="can't be opened"):
        Desk(tmp_path / "nowhere").all()


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
    desk = Desk(root)
    found = desk.all()
    assert found["a.txt"].code == "unreadable"
    assert [path for path, _ in desk.broker.unlisted] == ["mail:c/"]


def test_forecast_counts_without_listing_denied_folders(root: Path) -> None:
    write(root, {"customer-data/x.txt": "canary"})
    desk = Desk(root, ("customer-data",))
    sizes = [path.lstat().st_size for path in root.rglob("*") if path.is_file() and "customer-data" not in path.parts]
    assert desk.broker.forecast(desk.policy.allow[0]) == (4, sum(sizes))
    assert desk.broker.forecast(desk.policy.allow[0], "b")[0] == 2
    assert desk.broker.forecast(desk.policy.allow[0], "a.txt") == (1, (root / "a.txt").stat().st_size)
    denied = Desk(root, ("**/*.txt",))
    assert denied.broker.forecast(denied.policy.allow[0], "a.txt")[1] == 0


def codes(read_files: dict[str, Opened]) -> dict[str, str]:
    return {name: opened.code for name, opened in read_files.items()}


def test_a_file_linked_from_outside_is_not_opened(tmp_path: Path, root: Path) -> None:
    (tmp_path / "outside.txt").hardlink_to(root / "b/1.txt")
    (root / "c/same.txt").hardlink_to(root / "b/2.txt")
    desk = Desk(root)
    opened = desk.all()
    assert codes(opened)["b/1.txt"] == "hard-link-outside" and not opened["b/1.txt"].data
    assert opened["b/2.txt"].data == opened["c/same.txt"].data == b"two"
    assert all(
        bool(desk.broker.linked_outside(s.root, (s.device, s.inode), s.links)) == (s.name == "1.txt")
        for chunk in desk.broker.walk(desk.policy.allow[0])
        for s in chunk
    )
    assert list(codes(Desk(root).all("b/1.txt")).values()) == ["hard-link-outside"]


def test_a_file_that_became_a_folder_is_not_called_linked(tmp_path: Path) -> None:
    root = write(tmp_path / "many", {f"{n:03}.txt": "x" for n in range(CHUNK + 1)})
    desk = Desk(root)
    walk = desk.broker.walk(desk.policy.allow[0])
    assert len(next(walk)) == CHUNK
    last = root / f"{CHUNK:03}.txt"
    last.unlink()
    last.mkdir()
    (source,) = next(walk)
    assert desk.broker.linked_outside(source.root, (source.device, source.inode), source.links) is None
    opened = desk.broker.open(source)
    assert isinstance(opened, Opened) and opened.why == say("no-longer-a-file")


def test_a_link_in_a_denied_folder_lies_outside(root: Path) -> None:
    write(root, {"secret/x.txt": "secret"})
    (root / "b/innocent.txt").hardlink_to(root / "secret/x.txt")
    files = Desk(root, ("secret",)).all()
    assert codes(files)["b/innocent.txt"] == "hard-link-outside"
    assert b"secret" not in [opened.data for opened in files.values()]


def test_links_are_counted_over_all_roots_and_let_by_those_that_say_so(tmp_path: Path, root: Path) -> None:
    other = write(tmp_path / "other", {"z.txt": "z"})
    (other / "again.txt").hardlink_to(root / "a.txt")
    (tmp_path / "outside.txt").hardlink_to(root / "b/1.txt")
    (tmp_path / "outside2.txt").hardlink_to(other / "z.txt")
    allow = (Allow("mail", str(root), "X"), Allow("other", str(other), "Y", allow_hard_links=True))
    desk = Desk(root)
    desk.broker = Broker(Policy("p", "a", allow))
    file_codes = {o.source.key: o.code for a in allow for chunk in desk.broker.walk(a) for o in map(desk.read, chunk)}
    assert file_codes == {
        "mail:a.txt": "",
        "mail:b/1.txt": "hard-link-outside",
        "mail:b/2.txt": "",
        "mail:c/d/e.txt": "",
        "other:again.txt": "",
        "other:z.txt": "",
    }


def test_a_link_made_after_the_walk_is_noticed(tmp_path: Path, root: Path) -> None:
    desk, files = Desk(root), {}
    for chunk in desk.broker.walk(desk.policy.allow[0]):
        for source in chunk:
            if source.name == "2.txt":
                (tmp_path / "secret").write_text("secret")
                (root / "b/2.txt").unlink()
                (root / "b/2.txt").hardlink_to(tmp_path / "secret")
        files |= {o.source.name: o for o in map(desk.read, chunk)}
    assert files["2.txt"].code == "hard-link-outside" and not files["2.txt"].data
