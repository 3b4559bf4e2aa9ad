"""report.pdf: what the page holds, as a tagged PDF that is inert and asks for nothing."""

from __future__ import annotations

import io

import pikepdf
import pypdfium2
import pytest

from tests.export.records import HEBREW, HOSTILE, Records, report_of, sample, written
from triage.export.writers import pdf
from triage.model.items import ItemNo, Span


def made(records: Records) -> bytes:
    return written(pdf.write, report_of(records))


def words(data: bytes) -> str:
    with pypdfium2.PdfDocument(data) as opened:
        return " ".join(" ".join(page.get_textpage().get_text_bounded().split()) for page in opened)


def test_it_holds_what_the_page_holds() -> None:
    records = sample()
    records.hits[ItemNo(1)] = [Span(0, "body", 7, 11, 0)]
    text = words(made(records))
    for said in (
        "Findings: Bluebird",
        "General Counsel, 2 May 2024",
        "invoice⟦U+202E⟧fdp.exe",
        "Dana Levi",
        "Please keep this quiet.",
        "Limits of this report",
    ):
        assert said in text
    word = HEBREW.split()[0]
    assert word in text or word[::-1] in text, "PDFium gives right-to-left words as they are drawn"


@pytest.mark.parametrize(
    "value", [HOSTILE, '#panic("x")', "*bold* _it_ $x^2$ @ref <label> = title", '\\ #read("/etc/passwd")', "`a` // b"]
)
def test_markup_is_text(value: str) -> None:
    records = Records()
    records.add(b"1", subject=value, text=value)
    text = words(made(records))
    assert "".join(value.split()) in "".join(text.split())


def test_it_is_tagged_dated_by_the_order_and_asks_for_nothing() -> None:
    data = made(sample())
    assert data == made(sample())
    with pikepdf.open(io.BytesIO(data)) as opened:
        root = opened.Root
        assert bool(root.MarkInfo.Marked) and "/StructTreeRoot" in root
        metadata = bytes(root.Metadata.read_bytes())
        assert b"pdfaid:part" in metadata and b"pdfuaid:part" in metadata
        assert str(opened.docinfo["/CreationDate"]).startswith("D:20240503093000")
        kinds = {str(obj.get("/S")) for obj in opened.objects if isinstance(obj, pikepdf.Dictionary) and "/S" in obj}
        assert not kinds & {"/URI", "/JavaScript", "/Launch", "/GoToR", "/SubmitForm"}
        assert not any("/EmbeddedFiles" in obj for obj in opened.objects if isinstance(obj, pikepdf.Dictionary))


def test_what_no_font_has_shows_as_a_box_and_nothing_else_is_lost() -> None:
    records = Records()
    records.add(b"1", subject="heron \U0001d173\ue000 plan", text="kestrel")
    data = made(records)
    assert "heron" in words(data) and "kestrel" in words(data)
    with pikepdf.open(io.BytesIO(data)) as opened:
        assert bool(opened.Root.MarkInfo.Marked)
        assert b"pdfaid:part" not in bytes(opened.Root.Metadata.read_bytes()), "it doesn't claim what isn't so"


def test_of_very_many_findings_the_first_are_set(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "report.html has all of them" not in words(made(sample()))
    monkeypatch.setattr(pdf, "MOST", 2)
    text = words(made(sample()))
    assert text.count("This PDF has the first 2 findings; report.html has all of them.") == 1
    assert text.count("These are the first 2 lines") == 1 and text.count("sha256") == 2
