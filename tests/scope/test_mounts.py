"""Tests of triage.scope.mounts: no link and no bind mount gets past a rule. Mounts are real, where they may be made."""

from __future__ import annotations

import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from tests.records import case_of, scope, write
from triage.case import Allow, Case, Deny, Policy
from triage.errors import CaseError, ScopeError
from triage.scope.broker import Broker
from triage.scope.mounts import check_ways, root_among

_CODE = """
import json, os, subprocess, sys
from collections import Counter
from pathlib import Path
order = json.loads(sys.argv[1])
for source, point in order["mounts"]:
    subprocess.run(["mount", *source, point], check=True)
from triage.errors import TriageError
from triage.scope import sources
from triage.scope.broker import Broker
from triage.scope.mounts import check_ways
from triage.scope.policy import Allow, Deny, Policy
policy = Policy("p", "a", tuple(Allow(*a) for a in order["allow"]), tuple(Deny(*d) for d in order["deny"]))
broker, read, errors = Broker(policy), [], []
def take(source):
    opened = broker.open(source)
    return sources.read(source, opened, 1 << 30) if isinstance(opened, int) else opened
for root in policy.allow:
    broker.forecast(root)
    try:
        check_ways(policy, Path(order["case"]))
        for chunk in broker.walk(root):
            for opened in map(take, chunk):
                read.append((opened.source.key, opened.data.decode(), opened.code))
            if order["late"]:
                subprocess.run(["mount", "--bind", *order["late"]], check=True)
                order["late"] = []
    except TriageError as error:
        errors.append(str(error))
denials = Counter(rule for _, rule, _ in broker.denials)
print(json.dumps([read, errors, denials, [path for path, _ in broker.unlisted]]))
"""


def run(
    tmp_path: Path,
    mounts: list[tuple[list[str], Path]],
    allow: dict[str, Path],
    deny: list[str] = [],  # noqa: B006
    *,
    late: tuple[Path, ...] = (),
    case: Path | None = None,
) -> Any:
    """Mount in a namespace of its own, read all that a scope allows there, and return what came of it."""
    order = {
        "mounts": [(source, str(point)) for source, point in mounts],
        "allow": [(name, str(path), "Dana") for name, path in allow.items()],
        "deny": [(f"d{n}", glob) for n, glob in enumerate(deny)],
        "case": str(case or tmp_path / "case"),
        "late": [str(path) for path in late],
    }
    way = ["unshare", "--user", "--map-root-user", "--mount", sys.executable, "-c", _CODE, json.dumps(order)]
    if subprocess.run([*way[:4], "true"], capture_output=True).returncode:
        pytest.skip("this machine lets nobody make a namespace of mounts")
    done = subprocess.run(way, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    read, errors, denials, unlisted = json.loads(done.stdout)
    return {key: data for key, data, code in read if not code}, errors, denials, unlisted


@pytest.fixture
def data(tmp_path: Path) -> Path:
    files = {"data/a.txt": "a", "data/open/b.txt": "b", "data/private/c.txt": "secret", "other/d.txt": "elsewhere"}
    write(tmp_path, files)
    (tmp_path / "data/mounted").mkdir()
    (tmp_path / "view").mkdir()
    return tmp_path / "data"


def bind(source: Path) -> list[str]:
    return ["--bind", str(source)]


@pytest.mark.parametrize("glob", ["private", "private/**", "{data}/private"])
def test_a_denied_folder_mounted_elsewhere_below_its_root_is_not_entered(tmp_path: Path, data: Path, glob: str) -> None:
    mounts = [(bind(data / "private"), data / "mounted")]
    read, _, denials, unlisted = run(tmp_path, mounts, {"r": data}, [glob.format(data=data)])
    assert read == {"r:a.txt": "a", "r:open/b.txt": "b"}
    assert denials == {"d0": 2} and not unlisted


@pytest.mark.parametrize("glob", ["private", "private/**", "private/c.txt", "**/c.txt", "{data}/private/*.txt"])
def test_a_denied_file_mounted_over_another_is_not_opened(tmp_path: Path, data: Path, glob: str) -> None:
    mounts = [(bind(data / "private/c.txt"), data / name) for name in ("a.txt", "open/b.txt")]
    (data / "mounted").rmdir()
    read, errors, denials, unlisted = run(tmp_path, mounts, {"r": data}, [glob.format(data=data)])
    assert read == {} and denials == {"d0": 3} and not (errors or unlisted)


@pytest.mark.parametrize("glob", ["a.txt", "a.*", "{data}/a.txt"])
def test_a_file_denied_by_a_rule_for_its_own_name_is_not_opened_by_another(
    tmp_path: Path, data: Path, glob: str
) -> None:
    mounts = [(bind(data / "a.txt"), data / "open/b.txt")]
    read, _, denials, _ = run(tmp_path, mounts, {"r": data}, [glob.format(data=data)])
    assert read == {"r:private/c.txt": "secret"} and denials == {"d0": 2}


@pytest.mark.parametrize("glob", ["private", "private/**", "{data}/private"])
def test_a_denied_folder_mounted_elsewhere_is_not_even_listed(tmp_path: Path, data: Path, glob: str) -> None:
    mounts = [(bind(data / "private"), data / "open")]
    write(data, {"private/d.txt": "secret", "private/e.txt": "secret"})
    read, _, denials, _ = run(tmp_path, mounts, {"r": data}, [glob.format(data=data)])
    assert read == {"r:a.txt": "a"} and denials == {"d0": 2}  # both folders, not what is in them


def test_a_rule_over_what_is_mounted_from_outside_all_roots_holds(tmp_path: Path, data: Path) -> None:
    mounts = [(bind(tmp_path / "other/d.txt"), data / "a.txt"), (bind(tmp_path / "other"), data / "mounted")]
    _, _, denials, unlisted = run(tmp_path, mounts, {"r": data}, [f"{tmp_path}/other/d.txt", f"{tmp_path}/other"])
    assert denials == {"d0": 1, "d1": 1} and not unlisted


def test_a_folder_outside_the_scope_mounted_below_a_root_is_not_entered(tmp_path: Path, data: Path) -> None:
    mounts = [(bind(tmp_path / "other"), data / "mounted"), (bind(tmp_path / "other/d.txt"), data / "a.txt")]
    read, _, denials, unlisted = run(tmp_path, mounts, {"r": data}, ["private"])
    assert read == {"r:open/b.txt": "b"}
    assert denials == {"d0": 1, "bind-mount-outside": 2} and sorted(unlisted) == ["r:a.txt", "r:mounted/"]


def test_a_mount_of_another_allowed_root_is_entered(tmp_path: Path, data: Path) -> None:
    mounts = [(bind(tmp_path / "other"), data / "mounted")]
    read, errors, _, _ = run(tmp_path, mounts, {"r": data, "o": tmp_path / "other"}, ["private"])
    assert read["r:mounted/d.txt"] == read["o:d.txt"] == "elsewhere" and not errors


def test_a_file_system_of_its_own_is_entered(tmp_path: Path, data: Path) -> None:
    (tmp_path / "view").rmdir()
    mounts = [(["-t", "tmpfs", "none"], data / "mounted")]
    read, errors, denials, unlisted = run(tmp_path, mounts, {"r": data})
    assert len(read) == 3 and not (errors or denials or unlisted)


def test_a_root_that_shows_a_denied_folder_is_refused(tmp_path: Path, data: Path) -> None:
    mounts = [(bind(data / "private"), tmp_path / "view")]
    read, errors, _, _ = run(tmp_path, mounts, {"r": data, "v": tmp_path / "view"}, ["private"])
    assert not any(key.startswith("v:") for key in read)
    assert errors == [f"{tmp_path}/view is denied by the rule 'd0' of scope.toml and was not opened."]


def test_rules_hold_in_another_view_of_a_root(tmp_path: Path, data: Path) -> None:
    mounts = [(bind(data), tmp_path / "view")]
    read, _, denials, _ = run(tmp_path, mounts, {"r": data, "v": tmp_path / "view"}, [f"{data}/private", "open/*.txt"])
    assert read == {"r:a.txt": "a", "v:a.txt": "a"} and denials == {"d0": 2, "d1": 2}


def test_a_view_of_a_part_that_a_rule_denies_by_its_name_there(tmp_path: Path, data: Path) -> None:
    mounts = [(bind(data / "open"), tmp_path / "view")]
    read, _, _, _ = run(tmp_path, mounts, {"r": data, "top": tmp_path}, ["/**/view", "private"], case=Path("/case"))
    assert "b" not in read.values() and "a" in read.values()


def test_among_many_mounts_none_is_overlooked(tmp_path: Path, data: Path) -> None:
    points = [tmp_path / f"a rather long name of a folder {n} {'x' * 100}" for n in range(40)]
    for point in points:
        point.mkdir()
    mounts = [*((bind(tmp_path / "other"), point) for point in points), (bind(data / "private"), data / "mounted")]
    read, _, denials, _ = run(tmp_path, mounts, {"r": data}, ["private"])
    assert read == {"r:a.txt": "a", "r:open/b.txt": "b"} and denials == {"d0": 2}


def test_a_mount_made_while_the_walk_goes_on(tmp_path: Path, data: Path) -> None:
    read, _, denials, _ = run(tmp_path, [], {"r": data}, ["private"], late=(data / "private", data / "open"))
    assert read == {"r:a.txt": "a"} and denials == {"d0": 2}


def test_a_case_among_the_sources_by_a_mount_is_refused(tmp_path: Path, data: Path) -> None:
    mounts = [(bind(data / "open"), tmp_path / "view")]
    _, errors, _, _ = run(tmp_path, mounts, {"r": data}, case=tmp_path / "view/case")
    assert len(errors) == 1 and "can't be inside a folder that it reads" in errors[0]


def test_a_second_view_counts_no_link_twice(tmp_path: Path, data: Path) -> None:
    (tmp_path / "other/link.txt").hardlink_to(data / "a.txt")
    mounts = [(bind(data), tmp_path / "view")]
    read, _, _, _ = run(tmp_path, mounts, {"r": data, "v": tmp_path / "view"}, ["private"])
    assert read == {"r:open/b.txt": "b", "v:open/b.txt": "b"}


@pytest.mark.parametrize("where", ["link", "link/open"])
def test_a_root_over_a_link_is_refused_with_its_real_path(tmp_path: Path, data: Path, where: str) -> None:
    (tmp_path / "link").symlink_to(data)
    policy = scope(tmp_path / where)
    real = (tmp_path / where).resolve()
    with pytest.raises(ScopeError, match=f"goes through a link: .* is really {real}"):
        Case.create(tmp_path / "case", policy)
    with pytest.raises(ScopeError, match="goes through a link"):
        next(Broker(policy).walk(policy.allow[0]))
    assert not (tmp_path / "case").exists()


def test_a_root_that_becomes_a_link_is_refused(tmp_path: Path) -> None:
    with case_of(tmp_path, {"a.txt": "a"}) as case:
        (tmp_path / "records").rename(tmp_path / "moved")
        (tmp_path / "records").symlink_to(tmp_path / "moved")
        with pytest.raises(ScopeError, match=f"is really {tmp_path}/moved"):
            case.index()


def test_a_rule_over_a_link_is_refused(tmp_path: Path, data: Path) -> None:
    (tmp_path / "link").symlink_to(data)
    allow = (Allow("all", str(tmp_path), "X"),)
    for glob in ("link", "link/private", "link/private/**", "link/*.txt"):
        with pytest.raises(ScopeError, match=f"'d' goes through a link.*{data}"):
            check_ways(Policy("p", "a", allow, (Deny("d", f"{tmp_path}/{glob}"),)), Path("/case"))
    check_ways(Policy("p", "a", allow, (Deny("d", f"{tmp_path}/data/priv*"),)), Path("/case"))


def test_a_case_among_the_sources_by_a_link_is_refused(tmp_path: Path, data: Path) -> None:
    (tmp_path / "link").symlink_to(data)
    with pytest.raises(CaseError, match="can't be inside a folder that it reads"):
        Case.create(tmp_path / "link/deep/case", scope(data))
    assert not (data / "deep").exists()
    policy = scope(data)
    assert root_among(policy, data) == root_among(policy, tmp_path / "link/new") == policy.allow[0]
    assert root_among(policy, tmp_path) is None


def test_a_broker_looks_and_walks_in_two_threads_at_once(tmp_path: Path, data: Path) -> None:
    policy = Policy(
        "p", "a", (Allow("r", str(data), "X"), Allow("o", str(tmp_path / "other"), "X")), (Deny("d", "private"),)
    )
    for _ in range(20):
        broker = Broker(policy)
        with ThreadPoolExecutor(1) as other:
            counting = [other.submit(broker.forecast, root) for root in policy.allow]
            walked = [sum(map(len, broker.walk(root))) for root in policy.allow]
            assert walked == [count.result()[0] for count in counting] == [2, 1]
