"""Productions: numbers that are never reused, families together, nothing withheld inside anything that leaves."""

from __future__ import annotations

import hashlib
import json
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing
from email import message_from_bytes, policy
from email.message import EmailMessage
from mailbox import mbox
from pathlib import Path
from zipfile import ZipFile

import pypdfium2
import pytest
from python_calamine import CalamineWorkbook

from tests.parsers.mail_builders import item as outlook
from tests.proof.proofs import summed
from tests.records import case_of
from triage.case import Case, verify
from triage.cli.delivery import _produced
from triage.errors import CaseError, ExportError
from triage.export.production.pages import pdf, words
from triage.messages import render
from triage.model.items import ItemNo
from triage.model.leaving import BEGUN, DONE, INCLUDE, PRIVILEGED_FAMILY, WITHHOLD, Decided, ProductionReport
from triage.parsers.outlook.msg import build_msg
from triage.proof.verify.manifest import read_dat, read_opt
from triage.store import audit_log

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


def native(out: Path, row: dict[str, str]) -> bytes:
    return (out / "VOL001" / row["NATIVEPATH"].removeprefix(".\\").replace("\\", "/")).read_bytes()


def produce(case: Case, out: Path, text: str, privileged: str = "include") -> ProductionReport:
    return case.export.productions.produce(out, text, "Rae", decided=Decided(privileged))


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
    case.decisions.tag([item(case, "path:**/3.txt")], "privileged", "Rae", "key")
    report = produce(case, tmp_path / "out", protocol())
    assert report.treatments == {"native": 2, "rebuilt": 1, "withheld": 1} and not report.missing
    for path in (tmp_path / "out").rglob("*"):
        data = b"" if path.is_dir() else path.read_bytes()
        assert b"quetzalcoatl" not in data and b"advice.txt" not in data, path
    mail, advice, _, _ = rows(tmp_path / "out")
    assert (advice["WITHHELD"], advice["NATIVEPATH"], advice["TEXTPATH"]) == ("Attorney-client privilege", "", "")
    assert not advice["FILENAME"] and not advice["SHA256"] and not advice["CUSTODIAN"]
    assert mail["WITHHELD"] == "" and mail["TEXTPATH"] and mail["SUBJECT"] == "plans"
    rebuilt = native(tmp_path / "out", mail)
    assert hashlib.sha256(rebuilt).hexdigest() == mail["SHA256"] and mail["FILEEXT"] == "eml"
    message = message_from_bytes(rebuilt, policy=policy.default)
    assert message["Message-ID"] == "<1@orrin.example>"
    said = [part.get_content().strip() for part in message.walk() if not part.is_multipart()]
    assert said == ["the heron plan", "[Attachment removed: see ORR0000002.]", "second file"]


def test_an_archive_that_holds_what_is_withheld_is_left_out_of_its_message(tmp_path: Path) -> None:
    with ZipFile(tmp_path / "held.zip", "w") as archive:
        archive.writestr("advice.txt", LETTER)
    message = EmailMessage()
    message["Subject"], message["From"] = "zipped heron", "dana@orrin.example"
    message.set_content("the heron plan")
    message.add_attachment((tmp_path / "held.zip").read_bytes(), "application", "zip", filename="held.zip")
    with case_of(tmp_path / "more", {"dana/1.eml": bytes(message)}) as other:
        other.decisions.tag([item(other, 'file:"advice.txt"')], "privileged", "Rae", "key")
        report = produce(other, tmp_path / "out", protocol())
    assert report.treatments == {"rebuilt": 1, "sheet": 1, "withheld": 1} and not report.missing
    mail, held, _ = rows(tmp_path / "out")
    assert b"PK" not in native(tmp_path / "out", mail) and not held["NATIVEPATH"]


def test_mail_leaves_as_messages_and_in_one_mailbox(tmp_path: Path) -> None:
    message = EmailMessage()
    message["From"], message["Subject"] = "dana@orrin.example", "plans"
    message.set_content("the heron plan\n\nFrom here on\n")
    files: dict[str, bytes | str] = {"1.eml": bytes(message), "2.msg": build_msg(outlook("Falcon", "the heron flies"))}
    with case_of(tmp_path, files) as case:
        report = produce(case, tmp_path / "out", protocol(more='mail = "eml"\nmbox = true'))
    assert report.treatments == {"native": 3} and not report.missing, "two messages and an attachment"
    assert {Path(row["NATIVEPATH"].replace("\\", "/")).suffix for row in rows(tmp_path / "out")} == {".eml", ".txt"}
    with closing(mbox(tmp_path / "out" / "VOL001" / "NATIVES" / "mail.mbox")) as box:
        assert sorted(str(one["Subject"]) for one in box) == ["Falcon", "plans"]
    assert b"\n>From here on" in (tmp_path / "out" / "VOL001" / "NATIVES" / "mail.mbox").read_bytes()
    assert all(check.held for check in verify(tmp_path / "out"))


def test_privileged_items_that_the_protocol_forgets_stop_it(case: Case, tmp_path: Path) -> None:
    case.decisions.tag([item(case, "path:**/2.txt")], "privileged", "Rae", "key")
    text = protocol().partition("[withhold]")[0]
    with pytest.raises(ExportError, match="1 of the items to produce are tagged privileged"):
        produce(case, tmp_path / "out", text)
    case.decisions.undo("Rae")
    case.decisions.tag([item(case, 'file:"advice.txt"')], "privileged", "Rae", "key")
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
    case.decisions.tag([item(case, "path:**/3.txt")], "hot", "Rae", "key")
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
    case.decisions.tag([item(case, "second")], "customer-content", "Rae", "key")
    report = produce(case, tmp_path / "out", protocol())
    for path in (tmp_path / "out").rglob("*"):
        assert path.is_dir() or b"second file" not in path.read_bytes(), path
    assert report.treatments["withheld"] == 1
    (sealed,) = (row for row in rows(tmp_path / "out") if row["WITHHELD"])
    assert (sealed["WITHHELD"], sealed["PARENTID"], sealed["NATIVEPATH"]) == ("Sealed", "ORR0000001", "")


def test_what_was_withheld_since_it_was_recorded_stops_one_that_is_resumed(case: Case, tmp_path: Path) -> None:
    with pytest.raises(ExportError):
        produce(case, tmp_path / "missing" / "out", protocol())
    case.decisions.tag(
        [item(case, "path:omar/3.txt")], "privileged", "Rae", "key"
    )  # the attachment has the same content
    with pytest.raises(ExportError, match="2 documents of the production 'First' have been withheld"):
        produce(case, tmp_path / "out", protocol())
    assert not (tmp_path / "out").exists()
    case.decisions.undo("Rae")
    assert produce(case, tmp_path / "out", protocol()).documents == 4


@pytest.mark.nightly
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
    assert [row["REPLACES"] for row in rows(tmp_path / "2")] == [row["DOCID"] for row in rows(tmp_path / "1")]
    assert not any(row["REPLACES"] for row in rows(tmp_path / "1"))


def test_what_is_withheld_since_is_listed_as_clawed_back(case: Case, tmp_path: Path) -> None:
    assert produce(case, tmp_path / "1", protocol()).clawed_back == 0
    case.decisions.tag([item(case, 'file:"advice.txt"')], "privileged", "Rae", "key")
    report = produce(case, tmp_path / "2", protocol("Second", "heron NOT path:**/2.txt", 'replaces = "First"'))
    assert report.clawed_back == 3
    (sheet,) = CalamineWorkbook.from_path(tmp_path / "2" / "replaced.xlsx").sheet_names
    lines = CalamineWorkbook.from_path(tmp_path / "2" / "replaced.xlsx").get_sheet_by_name(sheet).to_python()
    numbers = [f"ORR000000{n}" for n in range(1, 8)]
    holds = "It contains a document that is withheld or redacted"
    how = "in native format"
    assert [tuple(line) for line in lines[1:]] == [
        (numbers[0], numbers[0], how, numbers[4], numbers[4], "without withheld attachments", holds, "yes"),
        (numbers[1], numbers[1], how, numbers[5], numbers[5], "withheld", "Attorney-client privilege", "yes"),
        (numbers[2], numbers[2], how, numbers[6], numbers[6], how, "", ""),
        (numbers[3], numbers[3], how, "", "", "not produced", "", "yes"),
    ]
    assert all(check.held for check in verify(tmp_path / "2"))
    assert (
        "advice" not in " ".join(map(str, lines))
        and "returned or destroyed" in (tmp_path / "2" / "README.txt").read_text()
    )


def opt(out: Path) -> list[tuple[str, int]]:
    return [(line.number, line.pages) for line in read_opt((out / "VOL001" / "DATA" / "VOL001.opt").read_bytes())]


def paged(tmp_path: Path, more: str = "", form: str = "tiff") -> Path:
    """Produce a mail with a PDF of two pages and a table, and a text, as pages."""
    message = EmailMessage()
    message["From"], message["Subject"] = "Dana <dana@orrin.example>", "heron"
    message["Date"], message["Message-ID"] = "Tue, 02 May 2023 10:20:30 +0200", "<1@orrin.example>"
    message.set_content("the heron plan\n")
    two = pdf([words("H", 20, 90, 400, "first page"), words("H", 20, 90, 400, "second page")])
    message.add_attachment(two, "application", "pdf", filename="two.pdf")
    message.add_attachment("a,b\nheron,2\n", subtype="csv", filename="table.csv")
    with case_of(tmp_path, {"dana/1.eml": bytes(message), "omar/2.txt": "heron alone"}) as case:
        if more:
            case.decisions.tag([item(case, more)], "privileged", "Rae", "key")
        produce(case, tmp_path / "out", protocol(more=f'images = "{form}"\nconfidentiality = "Confidential"'))
        assert all(check.held for check in case.verification.run())
    assert all(check.held for check in verify(tmp_path / "out")), list(verify(tmp_path / "out"))
    return tmp_path / "out"


def test_each_page_has_a_number_and_what_has_no_pages_leaves_as_its_original(tmp_path: Path) -> None:
    out = paged(tmp_path)
    mail, two, table, alone = rows(out)
    numbers = [(row["DOCID"][-2:], row["ENDBATES"][-2:], row["PAGECOUNT"]) for row in (mail, two, table, alone)]
    assert numbers == [("01", "01", "1"), ("02", "03", "2"), ("04", "04", "1"), ("05", "05", "1")]
    assert (mail["BEGATTACH"], mail["ENDATTACH"]) == ("ORR0000001", "ORR0000004")
    assert opt(out) == [(f"ORR000000{n}", pages) for n, pages in ((1, 1), (2, 2), (3, 0), (4, 1), (5, 1))]
    assert [bool(row["NATIVEPATH"]) for row in (mail, two, table, alone)] == [False, False, True, False]
    assert all(row["TEXTPATH"] for row in (mail, two, table, alone))
    images = sorted(path.name for path in (out / "VOL001" / "IMAGES").rglob("*.*"))
    assert images == [f"ORR000000{n}.tif" for n in range(1, 6)]


@pytest.mark.nightly
@pytest.mark.parametrize("form", ["tiff", "pdf"])
def test_a_page_that_lacks_pale_words_of_its_source_is_named(tmp_path: Path, form: str) -> None:
    pale = words("H", 20, 90, 400, "first page") + b" 0.94 g " + words("H", 20, 90, 300, "pale words")
    with case_of(tmp_path, {"dana/pale.pdf": pdf([words("H", 20, 90, 400, "heron page"), pale])}) as case:
        report = produce(case, tmp_path / "out", protocol(more=f'images = "{form}"'))
    assert report.faded == ("ORR0000002",)
    assert "lack pale marks" in (said := (tmp_path / "out" / "README.txt").read_text()) and "\nORR0000002\n" in said
    assert "ORR0000002: the page lacks pale marks of its source; compare the two" in list(_produced(report))


@pytest.mark.nightly
def test_each_document_can_have_one_pdf_of_its_pages(tmp_path: Path) -> None:
    out = paged(tmp_path, form="pdf")
    assert [row["ENDBATES"][-2:] for row in rows(out)] == ["01", "03", "04", "05"]
    assert opt(out) == [(f"ORR000000{n}", pages) for n, pages in ((1, 1), (2, 2), (4, 1), (5, 1))]
    counts = {}
    for path in (out / "VOL001" / "IMAGES").rglob("*.*"):
        document = pypdfium2.PdfDocument(path)
        counts[path.name] = len(document), bool(document[0].get_textpage().count_chars())
        document.close()
    sheet = (1, True)
    assert counts == {
        "ORR0000001.pdf": (1, False),
        "ORR0000002.pdf": (2, False),
        "ORR0000004.pdf": sheet,
        "ORR0000005.pdf": (1, False),
    }
    path = out / "VOL001" / "DATA" / "VOL001.opt"
    path.write_bytes(b"".join(line for line in path.read_bytes().splitlines(keepends=True) if b"000002" not in line))
    assert not all(check.held for check in verify(out))


@pytest.mark.nightly
def test_a_message_that_holds_what_is_withheld_leaves_as_pages_of_its_text(tmp_path: Path) -> None:
    out = paged(tmp_path, 'file:"two.pdf"')
    mail, two, _, _ = rows(out)
    assert (two["WITHHELD"], two["PAGECOUNT"], two["TEXTPATH"]) == ("Attorney-client privilege", "1", "")
    assert (mail["NATIVEPATH"], mail["PAGECOUNT"]) == ("", "1") and mail["TEXTPATH"]


@pytest.mark.parametrize("form", ["tiff", "pdf"])
def test_pages_that_cannot_be_drawn_any_more_have_sheets_that_say_so(tmp_path: Path, form: str) -> None:
    two = pdf([words("H", 20, 90, 400, "heron"), words("H", 20, 90, 400, "second page")])
    with case_of(tmp_path, {"dana/1.pdf": two, "omar/2.txt": "heron alone"}) as case:
        text = protocol(more=f'images = "{form}"\nendorsement = "Case 12-345"')
        with pytest.raises(ExportError):
            produce(case, tmp_path / "missing" / "out", text)
        (source,) = (tmp_path / "records").rglob("1.pdf")
        source.write_bytes(two + b"\n")
        report = produce(case, tmp_path / "out", text)
    assert report.resumed and len(report.missing) == 1 and "changed" in report.missing[0][1]
    numbers = {"tiff": ["ORR0000001", "ORR0000002", "ORR0000003"], "pdf": ["ORR0000001", "ORR0000003"]}[form]
    assert [number for number, _ in opt(tmp_path / "out")] == numbers
    images = list((tmp_path / "out").rglob("*.tif" if form == "tiff" else "*.pdf"))
    assert len(images) == len(numbers)
    if form == "pdf":
        document = pypdfium2.PdfDocument(min(images))
        said = [page.get_textpage().get_text_bounded() for page in document]
        document.close()
        assert len(said) == 2 and all("Page not available" in text and "has changed" in text for text in said), said
        assert all("Case 12-345" in text for text in said)
    assert all(check.held for check in verify(tmp_path / "out"))


def test_one_that_is_stopped_while_pages_are_counted_has_no_numbers(case: Case, tmp_path: Path) -> None:
    stop = threading.Event()
    stop.set()
    report = case.export.productions.produce(tmp_path / "out", protocol(more='images = "jpeg"'), "Rae", stop=stop)
    assert report.stopped and not case.export.productions.all_of()


def test_what_belongs_to_a_withheld_message_stops_a_production(case: Case, tmp_path: Path) -> None:
    """Attachments of a message that is withheld as privileged: nothing is begun before somebody has decided on them."""
    case.decisions.tag([item(case, "path:**/1.eml type:eml")], "privileged", "Rae", "key")
    lines = case.export.productions.stops(protocol())
    assert [line.kind for line in lines] == [PRIVILEGED_FAMILY] * 2
    with pytest.raises(ExportError, match=r"2 of the items are in a family with an item that is withheld .*advice.txt"):
        produce(case, tmp_path / "out", protocol(), "")
    assert not case.export.productions.all_of() and not (tmp_path / "out").exists()
    assert case.export.productions.plan(protocol())["withheld"] == 1
    report = produce(case, tmp_path / "out", protocol(), WITHHOLD)
    assert report.treatments == {"native": 1, "withheld": 3}
    assert {row["WITHHELD"] for row in rows(tmp_path / "out")} == {"Attorney-client privilege", ""}
    for path in (tmp_path / "out").rglob("*"):
        data = b"" if path.is_dir() else path.read_bytes()
        assert b"quetzalcoatl" not in data and b"second file" not in data, path
    assert "in a family with a withheld one: 2, withheld as well, as Rae decided" in (
        (tmp_path / "out" / "README.txt").read_text()
    )
    record = {"decision": "withhold", "tagged": 0, "duplicates": 0, "family": 2}
    steps = [
        row for row in audit_log.audit(case._opened.store) if row.action in ("production-begin", "production-write")
    ]
    assert [json.loads(row.detail)["privileged"] for row in steps] == [record, record]
    again = produce(case, tmp_path / "again", protocol("Second"), INCLUDE)
    assert again.treatments == {"native": 3, "withheld": 1}
    assert "one: 2, produced, as Rae decided" in (tmp_path / "again" / "README.txt").read_text()


def test_one_that_is_gone_on_with_needs_the_same_decision(case: Case, tmp_path: Path) -> None:
    case.decisions.tag([item(case, "path:**/1.eml type:eml")], "privileged", "Rae", "key")
    with pytest.raises(ExportError):
        produce(case, tmp_path / "missing" / "out", protocol(), WITHHOLD)
    for other, why in (("", "in a family with"), (INCLUDE, "withheld, redacted or released since")):
        with pytest.raises(ExportError, match=why):
            produce(case, tmp_path / "out", protocol(), other)
    report = produce(case, tmp_path / "out", protocol(), WITHHOLD)
    assert report.resumed and report.treatments == {"native": 1, "withheld": 3}


def test_a_production_is_compared_with_the_case_that_it_left(case: Case, tmp_path: Path) -> None:
    produce(case, tmp_path / "out", protocol())
    checks = verify(case.path, production=tmp_path / "out")
    assert all(check.held for check in checks)
    assert render(checks[-1].message) == "it is the production 'First', as the case has it on record"
    text = next((tmp_path / "out" / "VOL001" / "TEXT").rglob("*.txt"))
    text.write_bytes(b"")
    for name in ("manifest.json", "production.sig"):
        (tmp_path / "out" / name).unlink()
    summed(tmp_path / "out")
    failed = [render(check.message) for check in verify(case.path, production=tmp_path / "out") if not check.held]
    assert "manifest.json is missing" in failed[0] and "on record whose checksum is" in failed[1] and len(failed) == 2
    for folder, message in ((case.path, "can't be read"), (tmp_path, "can't be read")):
        assert message in render(verify(case.path, production=folder)[0].message)
    with pytest.raises(CaseError, match="isn't a case"):
        verify(tmp_path / "out", production=tmp_path / "out")
