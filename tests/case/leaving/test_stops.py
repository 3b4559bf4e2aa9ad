"""Redacted productions: what is cut is in no byte that leaves of its document, and in no original around it."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator
from email.message import EmailMessage
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PIL import Image

from tests.records import case_of
from triage.case import Case, verify
from triage.errors import ExportError
from triage.export.production.cutting import Cutter, texts_of
from triage.export.production.pages import pdf, words
from triage.model.items import ItemNo
from triage.model.leaving import ACCEPT, NEAR_MISS, REDACT, Decided, ProductionReport
from triage.model.redactions import MarkedPassage, Redaction, Region
from triage.parsers.kit.ocr import available, boxes
from triage.proof.verify.manifest import read_dat
from triage.store import audit_log

PROTOCOL = 'name = "{}"\nvolume = "VOL001"\nprefix = "ORR"\nquery = "heron"\n{}\n'
SECRET = "blue quetzal"
REASON = "Personal data"
CUT = f"[Redacted: {REASON}]"
PAGES = pdf(
    [
        words("H", 20, 90, 700, "the heron and the") + words("H", 20, 90, 650, f"{SECRET} at noon"),
        words("H", 20, 90, 700, "Blue Quetzal again") + words("H", 20, 90, 400, "untouched"),
    ]
)


def mail() -> bytes:
    message = EmailMessage()
    message["From"], message["To"] = "Dana <dana@orrin.example>", "omar@orrin.example"
    message["Subject"] = f"heron and {SECRET}"
    message["Date"], message["Message-ID"] = "Tue, 02 May 2023 10:20:30 +0200", "<1@orrin.example>"
    message.set_content(f"the heron met the {SECRET}\nnobody knows of the BLUE  quetzal\n")
    message.add_attachment(PAGES, "application", "pdf", filename="two.pdf")
    return bytes(message)


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    answer = "> the heron met the blue quetzal\n\nsays who?\n"
    files: dict[str, bytes | str] = {"dana/1.eml": mail(), "omar/2.txt": answer, "omar/3.csv": f"heron,{SECRET}\n"}
    with case_of(tmp_path, files) as made:
        yield made


def item(case: Case, query: str) -> ItemNo:
    (no,) = case.search.run(query).nos
    return no


def passage(case: Case, no: ItemNo, text: str = SECRET) -> Redaction:
    for at, segment in enumerate(case.search.item(no).segments):
        if (start := segment.text.casefold().find(text)) >= 0:
            return Redaction(REASON, MarkedPassage(at, start, segment.text[start : start + len(text)]))
    raise AssertionError(text)


def redact(case: Case, query: str, *more: Redaction, who: str = "Rae") -> ItemNo:
    no = item(case, query)
    case.decisions.passages.redactions.redact(no, [*more] or [passage(case, no)], who, "key")
    return no


def produce(case: Case, out: Path, more: str = "", name: str = "First") -> ProductionReport:
    report = case.export.productions.produce(out, PROTOCOL.format(name, more), "Rae")
    assert all(check.held for check in (*case.verification.run(), *verify(out)))
    return report


def rows(out: Path) -> dict[str, dict[str, str]]:
    head, others = read_dat((out / "VOL001" / "DATA" / "VOL001.dat").read_bytes())
    found = [dict(zip(head, row, strict=True)) for row in others]
    return {row["DOCID"]: row for row in found}


def files(out: Path, row: dict[str, str]) -> Iterator[bytes]:
    first, last = int(row["DOCID"][-7:]), int(row["ENDBATES"][-7:])
    for path in (out / "VOL001").rglob("*.*"):
        if path.stem.startswith("ORR") and first <= int(path.stem[-7:]) <= last:
            yield path.read_bytes()


def page(out: Path, row: dict[str, str], number: int, form: str) -> Any:
    """Return a page of a document as it is shown in grey."""
    folder = out / "VOL001" / "IMAGES" / "0001"
    if form == "pdf":
        document = pypdfium2.PdfDocument(folder / f"{row['DOCID']}.pdf")
        shown = document[number].render(scale=200 / 72, grayscale=True).to_pil()
        document.close()
        return shown
    name = f"ORR{int(row['DOCID'][-7:]) + number:07d}"
    return Image.open(folder / f"{name}.{'tif' if form == 'tiff' else 'jpg'}").convert("L")


def black(page: Any) -> int:
    return int(page.histogram()[0] * 1000 / (page.width * page.height))


def test_words_are_cut_wherever_they_stand_and_the_original_stays_behind(case: Case, tmp_path: Path) -> None:
    redact(case, "path:**/1.eml type:eml")
    redact(case, "type:pdf")
    report = produce(case, tmp_path / "out")
    assert report.treatments == {"images": 2, "native": 2} and not report.missing
    mail_row, pages_row, *others = rows(tmp_path / "out").values()
    assert mail_row["SUBJECT"] == f"heron and [Redacted: {REASON}]" and mail_row["REDACTED"] == REASON
    assert not any(mail_row[name] or pages_row[name] for name in ("NATIVEPATH", "SHA256", "FILESIZE"))
    assert (mail_row["PAGECOUNT"], pages_row["PAGECOUNT"]) == ("1", "2")
    for row in (mail_row, pages_row):
        leaving = [*files(tmp_path / "out", row), " ".join(row.values()).encode()]
        assert len(leaving) == 2 + int(row["PAGECOUNT"])
        assert all(b"quetzal" not in data.lower() for data in leaving)
    text = (tmp_path / "out" / "VOL001" / "TEXT" / "0001" / "ORR0000001.txt").read_text()
    assert f"the heron met the [Redacted: {REASON}]\nnobody knows of the [Redacted: {REASON}]" in text
    assert {row["REDACTED"] for row in others} == {""}
    assert {number for _, number in report.quotations} == {row["DOCID"] for row in others}


@pytest.mark.parametrize("form", ["tiff", "jpeg", "pdf"])
@pytest.mark.nightly
def test_boxes_are_burned_in_and_tell_no_length(case: Case, tmp_path: Path, form: str) -> None:
    plain = produce(case, tmp_path / "plain", f'images = "{form}"')
    redact(case, "type:pdf")
    report = produce(case, tmp_path / "out", f'images = "{form}"', "Second")
    assert plain.treatments == report.treatments
    before = [row for row in rows(tmp_path / "plain").values() if row["PAGECOUNT"] == "2"]
    after = [row for row in rows(tmp_path / "out").values() if row["PAGECOUNT"] == "2"]
    for number in (0, 1):
        pages = [
            page(out, row, number, form) for out, (row,) in ((tmp_path / "plain", before), (tmp_path / "out", after))
        ]
        assert black(pages[1]) > black(pages[0]) + 2
        if available():
            said = " ".join(word for word, _ in boxes(pages[1], 60)).casefold()
            assert "quetzal" not in said and ("heron" in said or "untouched" in said)


def test_a_region_is_black_and_its_page_has_no_text(case: Case, tmp_path: Path) -> None:
    redact(case, "type:pdf", Redaction(REASON, region=Region(1, 0, 4_000, 10_000, 6_000)))
    produce(case, tmp_path / "out")
    (row,) = (row for row in rows(tmp_path / "out").values() if row["REDACTED"])
    text = (tmp_path / "out" / "VOL001" / row["TEXTPATH"].removeprefix(".\\").replace("\\", "/")).read_text()
    assert "untouched" not in text and "Regions of its pages are redacted" in text
    page = Image.open(tmp_path / "out" / "VOL001" / "IMAGES" / "0001" / f"ORR{int(row['ENDBATES'][-7:]):07d}.tif")
    part = page.convert("L").crop((0, int(page.height * 0.42), page.width, int(page.height * 0.58)))
    assert part.histogram()[0] > 0.99 * part.width * part.height


def test_what_has_no_pages_leaves_as_its_text_alone(case: Case, tmp_path: Path) -> None:
    redact(case, "type:csv")
    report = produce(case, tmp_path / "out")
    assert report.treatments["sheet"] == 1
    (row,) = (row for row in rows(tmp_path / "out").values() if row["REDACTED"])
    assert not row["NATIVEPATH"] and all(b"quetzal" not in data for data in files(tmp_path / "out", row))


def test_fields_are_cut_with_their_words(case: Case, tmp_path: Path) -> None:
    redact(case, "path:**/1.eml type:eml", Redaction(REASON, field="from"), Redaction(REASON, field="file"))
    produce(case, tmp_path / "out")
    (row,) = (row for row in rows(tmp_path / "out").values() if row["REDACTED"])
    assert (row["FROM"], row["FILENAME"]) == (f"[Redacted: {REASON}]",) * 2
    for data in (*files(tmp_path / "out", row), " ".join(row.values()).encode()):
        assert b"dana@" not in data and b"1.eml" not in data


def test_a_message_leaves_without_a_redacted_attachment(case: Case, tmp_path: Path) -> None:
    redact(case, "type:pdf")
    report = produce(case, tmp_path / "out")
    assert report.treatments == {"rebuilt": 1, "images": 1, "native": 2}
    native = next((tmp_path / "out").rglob("*.eml")).read_bytes()
    assert b"application/pdf" not in native and b"two.pdf" not in native


def test_a_second_person_must_confirm_where_the_protocol_says_so(case: Case, tmp_path: Path) -> None:
    no = redact(case, "type:pdf")
    with pytest.raises(ExportError, match="need a second reviewer"):
        produce(case, tmp_path / "out", "second_reviewer = true")
    assert not case.export.productions.all_of()
    case.decisions.passages.redactions.redact(no, [passage(case, no)], "Omar", "key")
    assert produce(case, tmp_path / "out", "second_reviewer = true").treatments["images"] == 1


def test_words_that_cannot_be_found_on_the_pages_leave_no_page(tmp_path: Path) -> None:
    """The picture holds text that only its caption, as indexed, has."""
    made = BytesIO()
    Image.new("RGB", (300, 200), "white").save(made, "PNG", pnginfo=caption("heron quetzal"))
    with case_of(tmp_path, {"dana/1.png": made.getvalue()}) as case:
        (no,) = case.search.run("type:png").nos
        segments = case.search.item(no).segments
        at = next(n for n, segment in enumerate(segments) if "quetzal" in segment.text)
        start = segments[at].text.index("quetzal")
        case.decisions.passages.redactions.redact(
            no, [Redaction(REASON, MarkedPassage(at, start, "quetzal"))], "Rae", "key"
        )
        report = case.export.productions.produce(tmp_path / "out", PROTOCOL.format("First", ""), "Rae")
    assert sum(report.treatments.values()) == 1
    assert all(b"quetzal" not in path.read_bytes() for path in (tmp_path / "out").rglob("*.*") if path.is_file())


def test_signs_that_are_no_words_leave_no_page(tmp_path: Path) -> None:
    """They can't be located on pages; in the text they are cut."""
    page = pdf([words("H", 20, 90, 700, "heron for +++ only")])
    with case_of(tmp_path, {"dana/1.pdf": page}) as case:
        redact(case, "type:pdf", passage(case, item(case, "type:pdf"), "+++"))
        report = produce(case, tmp_path / "out")
    assert report.treatments == {"sheet": 1}
    (row,) = rows(tmp_path / "out").values()
    assert row["PAGECOUNT"] == "1" and all(b"+++" not in data for data in files(tmp_path / "out", row))


def caption(text: str) -> Any:
    from PIL.PngImagePlugin import PngInfo

    made = PngInfo()
    made.add_text("Description", text)
    return made


def test_redactions_made_since_it_was_recorded_stop_one_that_is_resumed(case: Case, tmp_path: Path) -> None:
    text = PROTOCOL.format("First", "")
    with pytest.raises(ExportError):
        case.export.productions.produce(tmp_path / "missing" / "out", text, "Rae")
    redact(case, "type:csv")
    with pytest.raises(ExportError, match="withheld, redacted or released since"):
        case.export.productions.produce(tmp_path / "out", text, "Rae")


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler isn't installed")
def test_no_slip_sheet_says_it(case: Case, tmp_path: Path) -> None:
    redact(case, "type:csv")
    produce(case, tmp_path / "out")
    for path in (tmp_path / "out" / "VOL001" / "IMAGES").rglob("*.pdf"):
        said = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, check=True).stdout
        assert b"quetzal" not in said


NEARLY = "Smith wrote to JohnSmith and the Smiths, see J%20Smith%20x and SMITHS\nסמית heron\n"


def test_nothing_is_produced_before_near_misses_are_decided(tmp_path: Path) -> None:
    """Each distinct string once, with how often it is there; what is accepted leaves, and what is redacted doesn't."""
    with case_of(
        tmp_path, {"dana/1.txt": NEARLY, "dana/2.pdf": pdf([words("H", 20, 90, 700, "heron of Smiths")])}
    ) as case:
        redact(case, "type:text", passage(case, item(case, "type:text"), "smith"))
        redact(case, "type:pdf", passage(case, item(case, "type:pdf"), "heron"))
        text = PROTOCOL.format("First", "")
        lines = case.export.productions.stops(text)
        assert {(line.text, line.near, line.count) for line in lines} == {
            ("Smiths", "Smith", 2),
            ("JohnSmith", "Smith", 1),
            ("J%20Smith%20x", "Smith", 1),
            ("סמית", "Smith", 1),
        }
        with pytest.raises(ExportError, match=r"4 strings are nearly redacted words.*: Smiths \(2\)"):
            case.export.productions.produce(tmp_path / "out", text, "Rae")
        assert not case.export.productions.all_of() and not (tmp_path / "out").exists()
        decisions = {line.text: REDACT for line in lines} | {"Smiths": ACCEPT}
        decided = Decided(near_misses=decisions)
        report = case.export.productions.produce(tmp_path / "out", text, "Rae", decided=decided)
        assert report.treatments == {"images": 2}
        begun = [row.detail for row in audit_log.audit(case._opened.store) if row.action == "production-begin"]
        assert json.loads(begun[0])["near_misses"] == {"redacted": 3, "accepted": 1} and "John" not in begun[0]
    (row,) = (row for row in rows(tmp_path / "out").values() if row["FILENAME"] == "1.txt")
    said = b"".join(path.read_bytes() for path in (tmp_path / "out").rglob("TEXT/*/*.txt")).decode()
    assert f"{CUT} wrote to {CUT} and the Smiths, see {CUT} and SMITHS\n{CUT} heron" in said
    assert "similar to redacted words: 3 redacted, 1 not redacted, as Rae decided" in (
        (tmp_path / "out" / "README.txt").read_text()
    )
    assert row["REDACTED"] == REASON


def test_a_near_miss_is_black_on_its_page(tmp_path: Path) -> None:
    page = pdf([words("H", 20, 90, 700, "heron and Smith") + words("H", 20, 90, 600, "the JohnSmith letter")])
    with case_of(tmp_path, {"dana/1.pdf": page}) as case:
        redact(case, "type:pdf", passage(case, item(case, "type:pdf"), "smith"))
        decided = Decided(near_misses={"JohnSmith": REDACT})
        report = case.export.productions.produce(tmp_path / "out", PROTOCOL.format("First", ""), "Rae", decided=decided)
    assert report.treatments == {"images": 1}
    shown = Image.open(next((tmp_path / "out").rglob("*.tif"))).convert("L")
    dpi = 200 / 72
    for up in (700, 600):  # each line has a box, half an inch wide or wider
        line = shown.crop((0, int((842 - up - 20) * dpi), shown.width, int((842 - up + 6) * dpi)))
        widest = max(sum(line.getpixel((x, y)) < 128 for x in range(line.width)) for y in range(line.height))
        assert widest > 200 * 0.45


def test_what_was_neither_redacted_nor_accepted_stops_a_finished_text(tmp_path: Path) -> None:
    """The check before a text leaves looks for near misses as well: it doesn't rely on what was listed."""
    with case_of(tmp_path, {"dana/1.txt": "heron: Smith, JohnSmith"}) as case:
        no = redact(case, "type:text", passage(case, item(case, "type:text"), "smith"))
        cutter = Cutter(case.search.item(no), case.decisions.passages.redactions.of(no))
        cut = cutter.item(case.search.item(no))
    assert cutter.remains(texts_of(cut)) and not cutter.remains(texts_of(cut), ["JohnSmith"])


def test_an_export_lists_the_same_near_misses(tmp_path: Path) -> None:
    with case_of(tmp_path, {"dana/1.txt": "heron: Smith, JohnSmith"}) as case:
        no = redact(case, "type:text", passage(case, item(case, "type:text"), "smith"))
        lines = case.export.stops([no], Decided(redactions=REDACT))
        assert [(line.text, line.nos) for line in lines if line.kind == NEAR_MISS] == [("JohnSmith", (no,))]
        with pytest.raises(ExportError, match="nearly redacted"):
            case.export.bundle(tmp_path / "out", "heron", "Rae", decided=Decided(redactions=REDACT))
        decided = Decided(redactions=REDACT, near_misses={"JohnSmith": REDACT})
        assert case.export.bundle(tmp_path / "out", "heron", "Rae", decided=decided).redacted == 1
    assert all(b"smith" not in path.read_bytes().lower() for path in (tmp_path / "out").rglob("*.*") if path.is_file())
