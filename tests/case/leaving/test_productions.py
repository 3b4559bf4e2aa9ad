"""Productions: numbers that are never reused, families together, nothing withheld inside anything that leaves."""

from __future__ import annotations

import hashlib
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path

import pytest

from tests.records import case_of
from triage.case import Case, verify
from triage.errors import ExportError
from triage.export.production.loadfiles import read_dat, read_opt
from triage.model.items import ItemNo
from triage.model.productions import BEGUN, DONE, ProductionReport

KILLED = """
import os, signal, sys
from pathlib import Path
from triage.case import Case

folder = Path(sys.argv[2])
with Case.open(Path(sys.argv[1])) as case:
    text = (folder / "first.toml").read_text()
    kill = lambda done, total: os.kill(os.getpid(), signal.SIGKILL)
    case.export.productions.produce(folder / "out", text, "Rae", kill)
"""
PROTOCOL = """
name = "{name}"
volume = "VOL001"
prefix = "ORR"
query = "{query}"
{more}
[withhold]
privileged = "Attorney-client privilege"
"""
LETTER = "advice of counsel: quetzalcoatl"


def protocol(name: str = "First", query: str = "heron", more: str = "") -> str:
    return PROTOCOL.format(name=name, query=query, more=more)


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "Dana <dana@orrin.example>", "omar@orrin.example", "plans"
    message["Date"], message["Message-ID"] = "Tue, 02 May 2023 10:20:30 +0200", "<1@orrin.example>"
    message.set_content("the heron plan\n")
    message.add_attachment(LETTER, filename="advice.txt")
    message.add_attachment("second file", filename="second.txt")
    files: dict[str, bytes | str] = {
        "dana/1.eml": bytes(message),
        "omar/2.txt": "heron alone",
        "omar/3.txt": f"{LETTER}\n",
    }
    with case_of(tmp_path, files) as made:
        yield made


def rows(out: Path) -> list[dict[str, str]]:
    head, *others = read_dat((out / "VOL001" / "DATA" / "VOL001.dat").read_bytes())
    return [dict(zip(head, row, strict=True)) for row in others[0]]


def produce(case: Case, out: Path, text: str) -> ProductionReport:
    return case.export.productions.produce(out, text, "Rae")


def item(case: Case, query: str) -> ItemNo:
    (no,) = case.search.run(query).nos
    return no


def test_families_have_numbers_in_a_row_with_the_parent_first(case: Case, tmp_path: Path) -> None:
    report = produce(case, tmp_path / "out", protocol())
    assert (report.first, report.last, report.documents) == ("ORR0000001", "ORR0000004", 4)
    mail, advice, second, alone = rows(tmp_path / "out")
    assert [row["DOCID"] for row in (mail, advice, second, alone)] == [f"ORR000000{n}" for n in (1, 2, 3, 4)]
    assert mail["GROUPID"] == advice["GROUPID"] == second["GROUPID"] == "ORR0000001" and not alone["GROUPID"]
    assert (mail["ATTACHIDS"], advice["PARENTID"]) == ("ORR0000002;ORR0000003", "ORR0000001")
    assert (mail["BEGATTACH"], second["ENDATTACH"]) == ("ORR0000001", "ORR0000003")
    assert (mail["FROM"], mail["DATESENT"]) == ("Dana <dana@orrin.example>", "05/02/2023 08:20:30")
    native = tmp_path / "out" / "VOL001" / mail["NATIVEPATH"].removeprefix(".\\").replace("\\", "/")
    assert hashlib.sha256(native.read_bytes()).hexdigest() == mail["SHA256"]
    lines = list(read_opt((tmp_path / "out" / "VOL001" / "DATA" / "VOL001.opt").read_bytes()))
    assert [line.number for line in lines] == [row["DOCID"] for row in rows(tmp_path / "out")]
    for line in lines:
        page = tmp_path / "out" / "VOL001" / line.path.removeprefix(".\\").replace("\\", "/")
        assert page.read_bytes().startswith(b"%PDF")
    sums = (tmp_path / "out" / "SHA256SUMS").read_text().splitlines()
    assert len(sums) == report.files - 1
    for line in sums:
        digest, name = line.split("  ")
        assert hashlib.sha256((tmp_path / "out" / name).read_bytes()).hexdigest() == digest
    assert all(check.held for check in case.verification.run())


def test_what_is_withheld_is_in_nothing_that_leaves(case: Case, tmp_path: Path) -> None:
    case.decisions.tag([item(case, "path:**/3.txt")], "privileged", "Rae")
    report = produce(case, tmp_path / "out", protocol())
    assert report.treatments == {"native": 2, "sheet": 1, "withheld": 1}
    for path in (tmp_path / "out").rglob("*"):
        assert path.is_dir() or b"quetzalcoatl" not in path.read_bytes(), path
    mail, advice, _, _ = rows(tmp_path / "out")
    assert (advice["WITHHELD"], advice["NATIVEPATH"], advice["TEXTPATH"]) == ("Attorney-client privilege", "", "")
    assert not advice["FILENAME"] and not advice["SHA256"] and not advice["CUSTODIAN"]
    assert (mail["NATIVEPATH"], mail["WITHHELD"]) == ("", "") and mail["TEXTPATH"] and mail["SUBJECT"] == "plans"


def test_privileged_items_that_the_protocol_forgets_stop_it(case: Case, tmp_path: Path) -> None:
    case.decisions.tag([item(case, "path:**/2.txt")], "privileged", "Rae")
    text = protocol().partition("[withhold]")[0]
    with pytest.raises(ExportError, match="1 of the items to produce are tagged privileged"):
        produce(case, tmp_path / "out", text)
    case.decisions.undo("Rae")
    case.decisions.tag([item(case, 'file:"advice.txt"')], "privileged", "Rae")
    with pytest.raises(ExportError, match="or contain one"):
        produce(case, tmp_path / "out", text.replace('"heron"', '"subject:plans"') + 'with = "nothing"\n')
    assert not case.export.productions.all_of() and not (tmp_path / "out").exists()


def test_numbers_are_never_given_twice(case: Case, tmp_path: Path) -> None:
    produce(case, tmp_path / "1", protocol())
    again = produce(case, tmp_path / "2", protocol("Second", more='replaces = "First"'))
    assert (again.first, again.last) == ("ORR0000005", "ORR0000008")
    with pytest.raises(ExportError, match="named 'First'"):
        produce(case, tmp_path / "3", protocol())
    with pytest.raises(ExportError, match="finds nothing that hasn't been produced"):
        produce(case, tmp_path / "3", protocol("Third", more="only_new = true"))
    case.decisions.tag([item(case, "path:**/3.txt")], "hot", "Rae")
    third = produce(case, tmp_path / "3", protocol("Third", "tag:hot OR heron", "only_new = true"))
    assert (third.first, third.documents) == ("ORR0000009", 1)
    with pytest.raises(ExportError, match="replaces 'Zeroth'"):
        produce(case, tmp_path / "4", protocol("Fourth", more='replaces = "Zeroth"'))


def test_one_that_was_not_finished_is_gone_on_with_under_its_numbers(case: Case, tmp_path: Path) -> None:
    blocked = tmp_path / "missing" / "out"
    with pytest.raises(ExportError):
        produce(case, blocked, protocol())
    (begun,) = case.export.productions.all_of()
    assert begun.state == BEGUN
    other = produce(case, tmp_path / "other", protocol("Other", "second"))
    assert other.first == "ORR0000005", "its numbers stay reserved"
    with pytest.raises(ExportError, match="exactly the same protocol"):
        produce(case, tmp_path / "out", protocol(query="second"))
    report = produce(case, tmp_path / "out", protocol())
    assert report.resumed and (report.first, report.last) == ("ORR0000001", "ORR0000004")
    assert [made.state for made in case.export.productions.all_of()] == [DONE, DONE]


def test_a_sealed_item_is_withheld_and_so_is_what_holds_it(case: Case, tmp_path: Path) -> None:
    case.decisions.tag([item(case, "second")], "customer-content", "Rae")
    report = produce(case, tmp_path / "out", protocol())
    for path in (tmp_path / "out").rglob("*"):
        assert path.is_dir() or b"second file" not in path.read_bytes(), path
    assert report.treatments["withheld"] == 1
    (sealed,) = (row for row in rows(tmp_path / "out") if row["WITHHELD"])
    assert (sealed["WITHHELD"], sealed["PARENTID"], sealed["NATIVEPATH"]) == ("Sealed", "ORR0000001", "")


def test_what_was_withheld_since_it_was_recorded_stops_one_that_is_resumed(case: Case, tmp_path: Path) -> None:
    with pytest.raises(ExportError):
        produce(case, tmp_path / "missing" / "out", protocol())
    case.decisions.tag([item(case, "path:omar/3.txt")], "privileged", "Rae")  # the attachment has the same content
    with pytest.raises(ExportError, match="2 documents of the production 'First' have been withheld"):
        produce(case, tmp_path / "out", protocol())
    assert not (tmp_path / "out").exists()
    case.decisions.undo("Rae")
    assert produce(case, tmp_path / "out", protocol()).documents == 4


def test_one_that_was_killed_is_resumed_into_the_same_folder(case: Case, tmp_path: Path) -> None:
    path = case.path
    case.close()
    (tmp_path / "first.toml").write_text(protocol())
    killed = subprocess.run([sys.executable, "-c", KILLED, str(path), str(tmp_path)], check=False)
    assert killed.returncode == -signal.SIGKILL and list(tmp_path.glob(".out.partial/*"))
    with Case.open(path) as again:
        report = again.export.productions.produce(tmp_path / "out", protocol(), "Rae")
        assert report.resumed and (report.first, report.documents) == ("ORR0000001", 4)
        assert not (tmp_path / ".out.partial").exists()
        assert all(check.held for check in (*verify(tmp_path / "out"), *again.verification.run()))


def test_a_stopped_one_leaves_nothing_and_keeps_its_numbers(case: Case, tmp_path: Path) -> None:
    stop = threading.Event()
    stop.set()
    report = case.export.productions.produce(tmp_path / "out", protocol(), "Rae", stop=stop)
    assert report.stopped and list(tmp_path.glob("*out*")) == []
    assert produce(case, tmp_path / "out", protocol()).first == "ORR0000001"


def test_what_it_replaces_is_named(case: Case, tmp_path: Path) -> None:
    produce(case, tmp_path / "1", protocol())
    produce(case, tmp_path / "2", protocol("Second", more='replaces = "First"'))
    assert "This production replaces: First" in (tmp_path / "2" / "README.txt").read_text()
    assert "replaces" not in (tmp_path / "1" / "README.txt").read_text()
