"""Slip sheets: what stands on them is read by another reader of PDF, and nothing lies on its number."""

from __future__ import annotations

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.effort import examples
from tests.export.records import Records
from triage.export.production.pages import sheet, text_pages
from triage.model.items import Item, Segment


def words(data: bytes) -> str:
    document = pypdfium2.PdfDocument(data)
    assert len(document) == 1
    text: str = document[0].get_textpage().get_text_bounded()
    document.close()
    return " ".join(text.split())


@pytest.mark.parametrize(
    "confidentiality", ["Confidential - counsel's eyes", "Geheim: für Anwälte (§ 3) \\ €", "חסוי", "سري"]
)
def test_number_lines_and_confidentiality_are_on_it(confidentiality: str) -> None:
    data = sheet("ORR0000042", ["Withheld", "Advice of counsel " * 12], confidentiality, 0)
    said = words(data)
    assert said.count("ORR0000042") == 2 and "Withheld" in said and said.count("Advice of counsel") == 12
    assert confidentiality in said or confidentiality[::-1] in said or not confidentiality.isascii()
    assert data == sheet("ORR0000042", ["Withheld", "Advice of counsel " * 12], confidentiality, 0)


def test_nothing_stands_on_anything_else() -> None:
    document = pypdfium2.PdfDocument(sheet("ORR0000042", ["Withheld", "x" * 79], "Confidential", 0))
    boxes = [item.get_bounds() for item in document[0].get_objects()]
    assert len(boxes) == 5
    for at, (left, low, right, high) in enumerate(boxes):
        assert 0 < left < right < 595 and 0 < low < high < 842
        for other in boxes[at + 1 :]:
            assert right < other[0] or other[2] < left or high < other[1] or other[3] < low
    document.close()


@settings(max_examples=examples(50))
@given(st.text(st.characters(codec="cp1252", exclude_categories=["Cc"]), min_size=1, max_size=60))
def test_any_letters_of_windows_make_a_page_that_opens(text: str) -> None:
    assert "ORR1" in words(sheet("ORR1", [text], text, 0))


# Pages of mail and text: every line is on one, in its order, and none runs out of its page.


def mail(text: str, subject: str = "plans") -> Item:
    records = Records()
    no = records.add(b"m")
    (item,) = records.items([no])
    row = replace(item.row, subject=subject, sender="Dana <dana@orrin.example>")
    hidden = Segment("headers", "X-Secret: unseen")
    return replace(item, row=row, to=("omar@orrin.example",), segments=(Segment("body", text), hidden))


def pages(item: Item) -> list[str]:
    document = pypdfium2.PdfDocument(text_pages(item, 0))
    said = [page.get_textpage().get_text_bounded() for page in document]
    document.close()
    return said


def test_people_subject_and_body_are_there_and_nothing_that_a_reader_does_not_see() -> None:
    (page,) = pages(mail("the heron\nflies (at) noon\\"))
    for said in ("From: Dana <dana@orrin.example>", "To: omar@orrin.example", "Subject: plans", "flies (at) noon\\"):
        assert said in page
    assert "unseen" not in page


def test_long_text_takes_several_pages_and_loses_no_word() -> None:
    words = [f"word{n}" for n in range(4_000)]
    said = pages(mail(" ".join(words[:2000]) + "\n" + "\n".join(words[2000:])))
    assert len(said) > 5
    assert [word for word in " ".join(said).split() if word.startswith("word")] == words


@pytest.mark.parametrize("text", ["שלום עולם", "مرحبا", "heron → noon"])
def test_other_scripts_are_set(text: str) -> None:
    item = mail(f"before\n{text}\nafter", subject=text)
    (page,) = pages(item)
    assert "before" in page and "after" in page
    assert text_pages(item, 0) == text_pages(item, 0)


def test_nothing_lies_outside_the_page() -> None:
    document = pypdfium2.PdfDocument(text_pages(mail("W" * 500 + "\n" + "x\n" * 200), 0))
    for page in document:
        for one in page.get_objects():
            left, low, right, high = one.get_bounds()
            assert 0 < left < right < 595 and 30 < low < high < 842
    document.close()


@settings(max_examples=examples(60))
@given(st.text(st.characters(codec="cp1252"), max_size=400))
def test_any_text_of_windows_makes_pages_that_open(text: str) -> None:
    assert "Subject: plans" in pages(mail(text))[0]
