"""Slip sheets: what stands on them is read by another reader of PDF, and nothing lies on its number."""

from __future__ import annotations

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.effort import examples
from triage.export.production.sheets import sheet


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
