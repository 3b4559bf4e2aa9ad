"""Redacted exports: what is cut is in no byte that leaves, and nothing leaves before a person has decided."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterator
from email import message_from_bytes
from email.message import EmailMessage
from pathlib import Path

import pypdfium2
import pytest

from tests.records import case_of
from tests.records import mail as small
from triage.case import Case, verify
from triage.errors import ExportError
from triage.export.production.pages import pdf, words
from triage.model.items import ItemNo
from triage.model.leaving import HOLDER, INCLUDE, LEAVE_OUT, REDACT, REDACTED, Decided
from triage.model.redactions import MarkedPassage, Redaction

SECRET = "quetzal"
REASON = "Personal data"
CUT = f"[Redacted: {REASON}]"
PAGES = pdf([words("H", 20, 90, 700, "the heron and the quetzal"), words("H", 20, 90, 700, "untouched")])


def mail() -> bytes:
    message = EmailMessage()
    message["From"], message["To"] = "Quetzal <dana@orrin.example>", "omar@orrin.example"
    message["Subject"] = f"heron and {SECRET}"
    message["Date"], message["Message-ID"] = "Tue, 02 May 2023 10:20:30 +0200", "<1@orrin.example>"
    message.set_content(f"the heron met the {SECRET}\nnobody knows of the QUETZAL\n")
    message.add_attachment(PAGES, "application", "pdf", filename="two.pdf")
    return bytes(message)


def holder() -> bytes:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "dana@orrin.example", "omar@orrin.example", "a list"
    message["Date"], message["Message-ID"] = "Tue, 02 May 2023 11:20:30 +0200", "<2@orrin.example>"
    message.set_content("the heron list\n")
    message.add_attachment(f"heron,{SECRET}\n".encode(), "text", "csv", filename=f"{SECRET}.csv")
    return bytes(message)


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    files: dict[str, bytes | str] = {"dana/1.eml": mail(), "dana/2.eml": holder(), "omar/3.txt": "heron alone"}
    with case_of(tmp_path, files) as made:
        yield made


def item(case: Case, query: str) -> ItemNo:
    (no,) = case.search.run(query).nos
    return no


def redact(case: Case, query: str, *more: Redaction) -> ItemNo:
    """Redact the word where it stands first in the text of the item that the query finds."""
    no, redactions = item(case, query), list(more)
    for at, segment in enumerate(case.search.item(no).segments):
        if not redactions and (start := segment.text.find(SECRET)) >= 0:
            redactions = [Redaction(REASON, MarkedPassage(at, start, SECRET))]
    case.decisions.passages.redactions.redact(no, redactions, "Rae", "key")
    return no


@pytest.fixture
def redacted(case: Case) -> Case:
    """The mail, its PDF, and a table that is attached to another mail are redacted; the word is marked, too."""
    first = redact(case, "path:**/1.eml type:eml")
    redact(case, "type:pdf")
    redact(case, "type:csv", Redaction(REASON, field="file"))
    redact(case, "type:csv")
    at = next(n for n, one in enumerate(case.search.item(first).segments) if SECRET in one.text)
    start = case.search.item(first).segments[at].text.index(SECRET)
    case.decisions.passages.mark(first, [MarkedPassage(at, start, SECRET)], "Rae", "key")
    case.decisions.note([first], f"who is the {SECRET}?", "Rae", "key")
    return case


def texts(folder: Path) -> Iterator[tuple[str, str]]:
    """Yield what everything in a folder says: the bytes of each file, members of zips, the text of PDFs, letters."""
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        data = path.read_bytes()
        yield path.name, path.name + data.decode("latin-1")
        if data[:2] == b"PK":
            with zipfile.ZipFile(io.BytesIO(data)) as packed:
                yield from ((f"{path.name}/{name}", packed.read(name).decode("latin-1")) for name in packed.namelist())
        elif data[:4] == b"%PDF":
            document = pypdfium2.PdfDocument(data)
            for page in document:
                yield path.name, page.get_textpage().get_text_bounded()
            document.close()
        elif path.suffix == ".eml":
            parts = (part.get_payload(decode=True) for part in message_from_bytes(data).walk())
            yield from ((path.name, part.decode("latin-1")) for part in parts if isinstance(part, bytes))


def test_an_export_stops_for_a_decision_on_what_is_redacted(redacted: Case, tmp_path: Path) -> None:
    nos = redacted.search.run("heron").nos
    assert sorted(line.kind for line in redacted.export.stops(nos)) == [HOLDER, REDACTED, REDACTED, REDACTED]
    with pytest.raises(ExportError, match=r"To decide on: 4 \(redacted: 3; .* holds a redacted item: 1\)") as error:
        redacted.export.bundle(tmp_path / "out", "heron", "Rae")
    assert "--redactions redact" in str(error.value) and not (tmp_path / "out").exists()
    redacted.export.bundle(tmp_path / "alone", "path:*3.txt", "Rae")
    assert "redactions" not in json.loads((tmp_path / "alone" / "manifest.json").read_text())


def test_what_is_redacted_is_in_no_byte_that_leaves(redacted: Case, tmp_path: Path) -> None:
    out = tmp_path / "out"
    report = redacted.export.bundle(out, "heron", "Rae", decided=Decided(redactions=REDACT))
    assert report.findings == 5 and report.redacted == 4 and report.natives == 1 and report.quotations == ()
    said = list(texts(out))
    assert len({name for name, _ in said}) > 30
    assert not [name for name, text in said if SECRET in text.casefold()]
    assert all(check.held for check in (*verify(out), *redacted.verification.run()))


def test_redacted_pages_and_messages_stand_in_place_of_originals(redacted: Case, tmp_path: Path) -> None:
    out = tmp_path / "out"
    redacted.export.bundle(out, "heron", "Rae", decided=Decided(redactions=REDACT))
    manifest = json.loads((out / "manifest.json").read_text())
    assert manifest["redactions"] == {"decision": "redact", "redacted": 3, "holders": 1}
    endings = {one["rendition"].rpartition(".")[2] if one["rendition"] else "" for one in manifest["findings"]}
    assert endings == {"pdf", "eml", ""}
    pages = [len(pypdfium2.PdfDocument(path)) for path in sorted(out.glob("natives/*.pdf"))]
    assert sorted(pages) == [1, 2]
    (message,) = out.glob("natives/*.eml")
    parts = [part.get_payload(decode=True) for part in message_from_bytes(message.read_bytes()).walk()]
    assert parts[1:] == [b"the heron list\n", b"[Attachment removed.]"]
    assert all(f"the heron and the {CUT}" in path.read_text() for path in out.glob("text/*pdf*"))
    assert any(f"the heron met the {CUT}\nnobody knows of the {CUT}" in path.read_text() for path in out.glob("text/*"))
    assert "exported without what is redacted: 3 redacted, 1 whose originals hold one" in (
        (out / "report.html").read_text()
    )
    decisions = (out / "decisions.jsonl").read_text()
    assert CUT in decisions and "who is the" in decisions


def test_redacted_items_are_left_out_or_leave_as_they_are(redacted: Case, tmp_path: Path) -> None:
    left = redacted.export.bundle(tmp_path / "left", "heron", "Rae", decided=Decided(redactions=LEAVE_OUT))
    assert left.findings == 1 and not [name for name, text in texts(tmp_path / "left") if SECRET in text.casefold()]
    whole = redacted.export.bundle(tmp_path / "whole", "heron", "Rae", decided=Decided(redactions=INCLUDE))
    assert whole.findings == whole.natives == 5 and not whole.redacted
    assert "exported as they are, by decision" in (tmp_path / "whole" / "report.html").read_text()


def test_other_items_and_searches_that_say_the_words_are_named(case: Case, tmp_path: Path) -> None:
    redact(case, "type:pdf")
    case.search.save("birds", f"{SECRET} OR ibis", "Rae")
    report = case.export.bundle(tmp_path / "out", "heron", "Rae", decided=Decided(redactions=REDACT))
    (row,) = case.search.rows([item(case, "type:pdf")])
    others = {other for one, other in report.quotations if one == row.id}
    assert {"the search birds"} < others and len(others) == 3
    assert "says words that are redacted in" in (tmp_path / "out" / "report.html").read_text()


def test_a_problem_of_a_redacted_item_names_nothing_that_is_cut(tmp_path: Path) -> None:
    with case_of(tmp_path, {"dana/quetzal.zip": b"PK\x03\x04 cut off", "dana/1.txt": "heron"}) as case:
        no = redact(case, "path:**.zip", Redaction(REASON, field="file"))
        case.decisions.tag([no], "relevant", "Rae", "key")
        report = case.export.bundle(tmp_path / "out", "tag:relevant", "Rae", decided=Decided(redactions=REDACT))
        assert report.redacted == 1
    assert (tmp_path / "out" / "problems.jsonl").stat().st_size
    assert not [name for name, text in texts(tmp_path / "out") if SECRET in text.casefold()]


def test_the_sentences_say_why_there_is_no_original(redacted: Case, tmp_path: Path) -> None:
    report = redacted.export.bundle(tmp_path / "out", "heron", "Rae", decided=Decided(redactions=REDACT))
    assert {why for _, why in report.missing} == {
        f"it is redacted ({REASON})",
        "it holds an item that is redacted",
    }


def test_a_subject_that_says_the_words_is_a_quotation_too(tmp_path: Path) -> None:
    files: dict[str, bytes | str] = {"dana/1.txt": f"heron and {SECRET}", "dana/2.eml": small(f"Re: {SECRET}", "heron")}
    with case_of(tmp_path, files) as case:
        redact(case, "type:text")
        report = case.export.bundle(tmp_path / "out", "heron", "Rae", decided=Decided(redactions=REDACT))
        said = {other for _, other in report.quotations}
        assert said == {row.id for row in case.search.rows([item(case, "path:**/2.eml")])}
