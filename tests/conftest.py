"""What holds for every test: nothing is written into the home of the person who runs them, Qt is used if it loads."""

from __future__ import annotations

import gc
import os
import shutil
import sys
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import apsw
import hypothesis
import pytest

from tests import faults
from ui.qt_libraries import missing_library

os.environ.pop("COLUMNS", None)  # tables would be as narrow as the terminal in which the tests run
WITHOUT_QT = missing_library()
if not WITHOUT_QT and "pytestqt.plugin" not in sys.modules:
    pytest_plugins = ["pytestqt.plugin"]

for profile, examples in (("few", 10), ("triage", 100), ("nightly", 1000)):
    hypothesis.settings.register_profile(
        profile,
        max_examples=examples,
        deadline=None,
        derandomize=profile != "nightly",  # what a run comes to depends on the code alone; each night tries others
        suppress_health_check=[hypothesis.HealthCheck.too_slow],
    )
hypothesis.settings.load_profile("triage")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Accept pytest-qt's lines of pyproject.toml where Qt can't be loaded."""
    if WITHOUT_QT:
        for name in ("qt_api", "qt_log_level_fail"):
            parser.addini(name, "an option of pytest-qt")


class _Skipped(pytest.Collector):
    def collect(self) -> list[pytest.Item]:
        pytest.skip(WITHOUT_QT)


def pytest_collect_directory(path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Skip the tests of the window where Qt can't be loaded."""
    if WITHOUT_QT and path == Path(__file__).parent / "ui":
        return _Skipped.from_parent(parent, name=path.name)
    return None


@pytest.fixture(scope="session", autouse=True)
def apart(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep the program's cache and the login's keys in this run's own folders, and out of the person's keyring."""
    base = tmp_path_factory.getbasetemp()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TRIAGE_CACHE", str(base.parent / "triage-cache"))  # one for all processes
        patch.setenv("TRIAGE_KEYS", str(base / "triage-keys"))
        patch.setenv("XDG_DATA_HOME", str(base / "data"))  # what forgets TRIAGE_KEYS would write there
        patch.setenv("TRIAGE_STATE", str(base / "triage-state"))
        patch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
        yield
    assert not (base / "data" / "triage").exists(), "a test wrote into the login's folder of keys"


@pytest.fixture(scope="session", autouse=True)
def unsynced() -> Iterator[None]:
    """Wait for the disk at night alone: no test can see what a loss of power would leave. Other processes do wait."""
    from triage.store import db

    with pytest.MonkeyPatch.context() as patch:
        if hypothesis.settings.default.max_examples < 1000:
            patch.setattr(os, "fsync", lambda _fd: None)
            patch.setattr(db, "_PRAGMAS", db._PRAGMAS.replace("synchronous=FULL", "synchronous=OFF"))
        yield


@pytest.fixture(scope="session", autouse=True)
def unhurried() -> Iterator[None]:
    """Give LibreOffice as long as a busy machine needs: its limit of a minute is the clock's."""
    from triage.sandbox.render import libreoffice

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(libreoffice, "_SECONDS", 3600)
        yield


@pytest.fixture(autouse=True)
def forgetful(apart: None) -> None:
    """Let each test begin as a login that has signed no head of a case that another test had."""
    heads = f"{os.environ['TRIAGE_KEYS']}/heads"
    if os.path.lexists(heads):
        shutil.rmtree(heads, ignore_errors=True)


@pytest.fixture(autouse=True)
def own_umask() -> Iterator[None]:
    """Let no test that runs a command in its own process leave the next one the umask of the program."""
    before = os.umask(0o022)
    os.umask(before)
    yield
    os.umask(before)


def pytest_xdist_auto_num_workers() -> int:
    """Run one worker more than there are processors: windows and readers are waited for a sixth of the time."""
    return len(os.sched_getaffinity(0)) + 1


@pytest.fixture(scope="session", autouse=True)
def closed() -> Iterator[None]:
    """Refuse connections to databases that nobody closed; Python itself warns only of its own."""
    connections: list[apsw.Connection] = []
    apsw.connection_hooks.append(connections.append)
    yield
    for thread in threading.enumerate():  # one of the window may be about to close its own
        if thread.name.startswith("triage-"):
            thread.join()
    left = set(map(id, apsw.connections()))
    assert not [connection.filename for connection in connections if id(connection) in left]


@pytest.fixture(scope="session")
def fault_shim(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The library that lets calls fail; skips the test where none can be compiled."""
    return faults.compiled(tmp_path_factory.mktemp("shim"))


@pytest.fixture(scope="session")
def under(fault_shim: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[faults.Faults]:
    """Runs the program under faults."""
    with closing(faults.Faults(fault_shim, tmp_path_factory.mktemp("fault"))) as under:
        yield under


def pytest_collection_finish() -> None:
    """Let no garbage collection look at the ten thousand tests again: each case that the window closes asks for one."""
    gc.collect()
    gc.freeze()
