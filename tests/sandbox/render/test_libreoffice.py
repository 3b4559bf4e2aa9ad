"""LibreOffice, confined: it makes pages, and can do nothing else. Skipped where none is installed."""

from __future__ import annotations

import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from tests import originals
from triage.errors import CaseError
from triage.model.previews import OFFICE_ENDINGS, drawn_by_office
from triage.sandbox.render import libreoffice

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
pytestmark = pytest.mark.xdist_group("pool")  # it looks at what others who start the program leave in /tmp
CONFINED = "import sys;sys.path[:]=sys.argv[1].split('|');import os,socket,encodings.idna;"
CONFINED += "from triage.sandbox.render.libreoffice import _confine;_confine(sys.argv[2])"


def confined(code: str, folder: Path, *arguments: str) -> str:
    """Run code in a process confined as the office program is; return what it raised, "" where it went through."""
    tried = f"{CONFINED}\ntry:\n {code}\n print('')\nexcept OSError as e: print(type(e).__name__)"
    command = [sys.executable, "-I", "-S", "-c", tried, "|".join(sys.path), str(folder), *arguments]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_it_can_write_its_own_folder_and_read_the_system(tmp_path: Path) -> None:
    assert confined(f"open({str(tmp_path / 'a')!r}, 'w').write('x')", tmp_path) == ""
    assert (tmp_path / "a").read_text() == "x"
    assert confined("os.listdir('/usr/lib')", tmp_path) == ""


@pytest.mark.nightly
def test_it_can_reach_no_other_file(tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    (tmp_path / "evidence.txt").write_text("kept")
    for code in (
        f"open({str(tmp_path / 'evidence.txt')!r}).read()",
        f"open({str(tmp_path / 'evidence.txt')!r}, 'w')",
        f"os.unlink({str(tmp_path / 'evidence.txt')!r})",
        f"open({str(tmp_path / 'new')!r}, 'w')",
        "os.listdir(os.path.expanduser('~'))",
        "open('/etc/shadow').read()",
        "open('/tmp/triage-trial', 'w')",
    ):
        assert confined(code, tmp_path / "own") == "PermissionError", code
    assert (tmp_path / "evidence.txt").read_text() == "kept"


def test_it_has_no_network(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        for code in (
            f"socket.create_connection(('127.0.0.1', {port}))",
            "socket.socket(socket.AF_INET, socket.SOCK_DGRAM)",
            "socket.socket(socket.AF_INET6)",
            "socket.socket(socket.AF_NETLINK, socket.SOCK_RAW)",
        ):
            assert confined(code, tmp_path) == "PermissionError", code


@pytest.mark.skipif(not libreoffice.office_program(), reason="LibreOffice isn't installed")
@pytest.mark.nightly
def test_a_document_becomes_a_pdf_and_leaves_nothing_behind(tmp_path: Path) -> None:
    before = _traces()
    made = libreoffice.to_pdf(originals.document("The blue heron", "lands"), DOCX, tmp_path)
    assert made.startswith(b"%PDF-") and not list(tmp_path.iterdir())
    left = _traces() - before
    while left & _traces():  # another test's go when that is done
        time.sleep(0.2)


def _traces() -> set[Path]:
    return {p for p in Path("/tmp").iterdir() if p.name.startswith(libreoffice._PIPE)}


@pytest.mark.skipif(not libreoffice.office_program(), reason="LibreOffice isn't installed")
@pytest.mark.nightly
def test_junk_is_said(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match="couldn't turn it into pages"):
        libreoffice.to_pdf(b"PK\x03\x04 junk", DOCX, tmp_path)


def test_a_missing_program_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", "/nonexistent")
    with pytest.raises(CaseError, match="need LibreOffice, which isn't installed"):
        libreoffice.to_pdf(b"", DOCX, tmp_path)


def test_every_kind_that_is_offered_has_an_ending() -> None:
    assert all(map(drawn_by_office, OFFICE_ENDINGS))


@pytest.mark.skipif(not libreoffice.office_program(), reason="LibreOffice isn't installed")
def test_it_is_stopped_when_its_pages_are_not_wanted(tmp_path: Path) -> None:
    stop = threading.Event()
    threading.Timer(0.2, stop.set).start()
    with pytest.raises(CaseError, match="are no longer wanted"):
        libreoffice.to_pdf(originals.document(*["word " * 200] * 2_000), DOCX, tmp_path, stop)
