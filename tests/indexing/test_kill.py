"""A killed index run loses nothing: the kills of ``kill.py``, few, and the proof that it can see a loss."""

from __future__ import annotations

import mailbox
import shutil
import subprocess
import sys
import zipfile
from contextlib import closing
from email.message import EmailMessage
from pathlib import Path

import apsw
import pytest

from tests.effort import HANGS
from tests.indexing import kill

_COMMAND = (sys.executable, "-m", "tests.indexing.kill")
_ROOT = Path(__file__).resolve().parents[2]


def corpus(folder: Path, mails: int) -> Path:
    folder.mkdir()
    box = mailbox.mbox(folder / "old.mbox")
    with zipfile.ZipFile(folder / "archive.zip", "w") as archive:
        for at in range(mails):
            (folder / f"{at}.eml").write_bytes(bytes(mail(at)))
            if at % 4 == 0:
                box.add(mail(10_000 + at))
                archive.writestr(f"{at}.eml", bytes(mail(20_000 + at)))
    box.close()
    (folder / "note.txt").write_text("Kestrel lands on Monday.", "utf-8")
    (folder / "broken.zip").write_bytes((folder / "archive.zip").read_bytes()[:500])
    return folder


def mail(at: int) -> EmailMessage:
    """Return a mail of a thread of ten; every third has an attachment."""
    message = EmailMessage()
    message["From"], message["To"] = "Avi <avi@bluebird.example>", "Noa <noa@bluebird.example>"
    message["Subject"], message["Message-ID"] = f"Offer {at}", f"<{at}@bluebird.example>"
    message["In-Reply-To"] = f"<{at - at % 10}@bluebird.example>"
    message.set_content(f"Number {at}: the offer for kestrel{at % 7} is attached.\n" * 20)
    if at % 3 == 0:
        message.add_attachment(f"sheet {at}", filename=f"{at}.csv")
    return message


@pytest.fixture(scope="module")
def calm(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("calm")
    kill.make(folder / "case", corpus(folder / "files", 8))
    kill.measure(kill.triage("index", folder / "case"))
    return folder / "case"


@pytest.mark.nightly
@pytest.mark.parametrize(("kills", "mails"), [(1, 200), pytest.param(30, 600, marks=pytest.mark.nightly)])
def test_kills_lose_nothing(tmp_path: Path, kills: int, mails: int) -> None:
    folder = corpus(tmp_path / "files", mails)
    command = [*_COMMAND, "--corpus", str(folder), "--kills", str(kills), "--work", str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=_ROOT, timeout=HANGS)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "every case equals the undisturbed one" in done.stdout


@pytest.mark.nightly
def test_kills_of_what_people_do_lose_nothing(tmp_path: Path) -> None:
    folder = corpus(tmp_path / "files", 200)
    command = [*_COMMAND, "--corpus", str(folder), "--kills", "2", "--work", str(tmp_path)]
    command += ["--actions", "tag", "seal", "merge", "export", "apply"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=_ROOT, timeout=HANGS)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.count(": 2 kills") == 5


@pytest.mark.nightly
@pytest.mark.parametrize(
    ("loss", "said"),
    [
        ("DELETE FROM item WHERE n=(SELECT max(n) FROM item WHERE children=0)", "table item lacks 1 rows"),
        (
            "UPDATE item SET parent=1 WHERE n=(SELECT max(n) FROM item WHERE parent IS NOT NULL)",
            "table item lacks 1 rows",
        ),
        ("UPDATE segment SET text='' WHERE key=(SELECT min(key) FROM segment)", "table segment lacks 1 rows"),
        ("DELETE FROM problem", "table problem lacks"),
        ("UPDATE source SET state='reading' WHERE number=2", "table source lacks 1 rows"),
    ],
)
def test_a_loss_is_seen(tmp_path: Path, calm: Path, loss: str, said: str) -> None:
    other = Path(shutil.copytree(calm, tmp_path / "other"))
    assert kill.differences(calm, other) == []
    with closing(apsw.Connection(str(other / "case.db"))) as db:
        db.execute(loss)
    assert any(said in sentence for sentence in kill.differences(calm, other))
