"""What tests of commands share: small cases, each made once and copied for every test, and how a command is run."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from tests.records import case_of, mail
from triage.cli import main

Files = dict[str, bytes | str]
Say = Callable[..., str]
MAILS: Files = {
    "dana/1.eml": mail("Heron plan", "the blue heron flies", message_id="<1@orrin.example>"),
    "omar/2.eml": mail("Heron plan", "the blue heron flies", message_id="<1@orrin.example>", more="X-Way: two\n"),
    "omar/3.eml": mail("Re: plan", "fine", message_id="<3@orrin.example>", more="In-Reply-To: <1@orrin.example>\n"),
    "omar/4.txt": "lunch",
    "secret/5.eml": mail("Secret", "canary"),
}
PARTLY_READ: Files = {
    "dana/1.eml": mail("Heron plan", "the blue heron flies \x9b31m red"),
    "omar/2.eml": mail("Lunch", "no bird here", sender="Omar Said <omar@orrin.example>"),
    "omar/3.pdf": b"%PDF-1.4 broken",
}
TEXTS: Files = {f"dana/{i}.txt": f"word{i} common" for i in range(6)}


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Returns the case over one of the sets of records, made at its first use."""

    @cache
    def make(name: str) -> Path:
        files = {"mails": MAILS, "partly_read": PARTLY_READ, "texts": TEXTS}[name]
        with case_of(tmp_path_factory.mktemp(name), files, deny=("secret/**",)) as case:
            return case.path

    return make


@pytest.fixture
def mails(made: Callable[[str], Path], tmp_path: Path) -> str:
    """A case of three mails, two of them copies, and a text; one more mail is out of scope."""
    return str(shutil.copytree(made("mails"), tmp_path / "case"))


@pytest.fixture
def partly_read(made: Callable[[str], Path], tmp_path: Path) -> str:
    """A case of two mails and a file that can't be read."""
    return str(shutil.copytree(made("partly_read"), tmp_path / "case"))


@pytest.fixture
def texts(made: Callable[[str], Path], tmp_path: Path) -> str:
    """A case of six texts."""
    return str(shutil.copytree(made("texts"), tmp_path / "case"))


@pytest.fixture
def say(capsys: pytest.CaptureFixture[str]) -> Say:
    """Runs a command; returns what it printed, or its errors where it ends with another code than 0."""

    def run(*args: str, code: int = 0) -> str:
        capsys.readouterr()
        assert main([*args]) == code
        printed = capsys.readouterr()
        return printed.err if code else printed.out

    return run


def ids(say: Say, case: str, query: str) -> list[str]:
    """Return the ids of what a query finds."""
    return say("search", case, query, "--ids").split()
