"""Pages of mail and text: every line is on one, in its order, and none runs out of its page."""

from __future__ import annotations

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.effort import examples
from tests.export.records import Records
from triage.export.production.sheets import text_pages
from triage.model.items import Item, Segment


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
