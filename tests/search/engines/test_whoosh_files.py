"""No file of a Whoosh index is read that this login didn't write: its pickles could run anything."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from whoosh.fields import TEXT, Schema
from whoosh.filedb.filestore import FileStorage
from whoosh.index import TOC

from tests.search.conftest import Connect
from tests.search.search_corpus import Corpus, engine_over
from triage.errors import CaseError
from triage.search.engine import Engine
from triage.search.engines import open_engine
from triage.search.query.language import read

TEXTS = {no: [("body", f"heron number{no}")] for no in range(1, 8)}


class Planted:
    """A pickle that makes a file when it is read."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> tuple[Any, tuple[str]]:
        return os.mkdir, (str(self.path),)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A case's folder with an index that this login wrote."""
    with engine_over("whoosh", Corpus(TEXTS), tmp_path):
        pass
    return tmp_path


@pytest.fixture
def opened(folder: Path, connect: Connect) -> Callable[[], Engine]:
    return lambda: open_engine("whoosh", folder, connect(), Corpus(TEXTS), create=False)


def _refused(opened: Callable[[], Engine]) -> None:
    with pytest.raises(CaseError, match=r"wasn't written by your login.* Delete that folder"):
        opened().close()


def _newest(folder: Path, pattern: str) -> Path:
    return max((folder / "whoosh").glob(pattern), key=lambda path: path.stat().st_mtime_ns)


def test_an_index_from_another_login_is_not_read(
    opened: Callable[[], Engine], folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TRIAGE_KEYS", str(tmp_path / "other"))
    _refused(opened)
    shutil.rmtree(folder / "whoosh")
    engine = opened()
    assert engine.search(read("heron").query) == set(TEXTS)
    engine.close()


@pytest.mark.parametrize("listed", [True, False])
def test_a_planted_pickle_is_not_run(opened: Callable[[], Engine], folder: Path, listed: bool) -> None:
    own, ran = _newest(folder, "*.toc"), folder / "ran"
    whoosh = FileStorage(str(folder / "whoosh"))
    TOC(Schema(body=TEXT()), [Planted(ran)], 99).write(whoosh, "MAIN")
    if listed:
        shutil.copy(f"{own}.own", folder / "whoosh" / "_MAIN_99.toc.own")
    _refused(opened)
    assert not ran.exists()
    TOC.read(whoosh, "MAIN")
    assert ran.exists(), "Whoosh alone would have run it"


@pytest.mark.parametrize("pattern", ["*.toc", "*.seg"])
def test_a_changed_byte_is_found(opened: Callable[[], Engine], folder: Path, pattern: str) -> None:
    path = _newest(folder, pattern)
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
    _refused(opened)


@pytest.mark.parametrize("pattern", ["*.own", "*.toc", "*.seg", "MAIN_WRITELOCK"])
@pytest.mark.parametrize("change", ["pipe", "link", "deep"])
def test_what_is_no_file_is_neither_read_nor_waited_for(
    opened: Callable[[], Engine], folder: Path, pattern: str, change: str
) -> None:
    path = _newest(folder, pattern)
    path.unlink()
    if change == "pipe":
        os.mkfifo(path)
    elif change == "link":
        path.symlink_to("/dev/zero")
    elif pattern == "MAIN_WRITELOCK":
        path.mkdir()
    else:
        path.write_text("[" * 100_000)
    _refused(lambda: _written(opened()))


def _written(engine: Engine) -> Engine:
    try:
        engine.finish()
    finally:
        engine.close()
    return engine


def test_a_link_for_the_temporary_folder_is_not_followed(
    opened: Callable[[], Engine], folder: Path, tmp_path: Path
) -> None:
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "letter").write_text("dear")
    (folder / "whoosh" / "MAIN.tmp").symlink_to(mine)
    _written(opened())
    assert (mine / "letter").read_text() == "dear"


def test_an_index_is_not_made_in_a_folder_that_holds_something(connect: Connect, tmp_path: Path) -> None:
    (tmp_path / "whoosh" / "MAIN.tmp").mkdir(parents=True)
    _refused(lambda: open_engine("whoosh", tmp_path, connect(), Corpus(TEXTS), create=False))


def test_the_key_is_private_and_outside_of_the_case(folder: Path) -> None:
    key = Path(os.environ["TRIAGE_KEYS"]) / "indexes" / "own.key"
    assert key.stat().st_mode & 0o777 == 0o600 and key.parent.stat().st_mode & 0o777 == 0o700
    assert not list(folder.rglob("*.key"))


def test_a_kill_between_list_and_contents_loses_nothing(opened: Callable[[], Engine], folder: Path) -> None:
    toc = _newest(folder, "*.toc")
    number = int(toc.stem.rpartition("_")[2])
    (folder / "whoosh" / f"_MAIN_{number + 1}.toc.own").write_text("{}")
    _written(opened())
    engine = opened()
    assert engine.search(read("heron").query) == set(TEXTS)
    engine.close()
