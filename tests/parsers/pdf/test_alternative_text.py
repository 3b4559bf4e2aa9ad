"""Tests of pdf.alternative_text on tagged files of one page, whose elements are given as dictionaries."""

from __future__ import annotations

import pytest

from tests.parsers.office_builders import packed, pdf, shows
from tests.parsers.reading import read

TAGGED = "/MarkInfo<</Marked true>>/StructTreeRoot 120 0 R"
PAGE = (
    "10 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 11 0 R/Resources<</Font<</F 3 0 R>>>>"
    "/StructParents 0>>\nendobj\n"
)


def _tree(*elements: str) -> str:
    """Return the objects of a page and its elements, which are numbered from 122 and lie in 121."""
    leaves = " ".join(f"{122 + n} 0 R" for n in range(len(elements)))
    told = "".join(f"{122 + n} 0 obj\n<</P 121 0 R/Pg 10 0 R/K {n}{e}>>\nendobj\n" for n, e in enumerate(elements))
    return (
        f"{PAGE}120 0 obj\n<</Type/StructTreeRoot/K 121 0 R/ParentTree<</Nums[0[{leaves}]]>>>>\nendobj\n"
        f"121 0 obj\n<</S/Document/P 120 0 R/K[{leaves}]>>\nendobj\n{told}"
    )


def _hidden(*elements: str, shown: str = "a page", catalog: str = TAGGED) -> list[str]:
    return read(pdf([shows(shown)], extra=_tree(*elements), catalog=catalog)).text("hidden").splitlines()


@pytest.mark.parametrize("entry", ["Alt", "ActualText", "E"])
def test_what_an_element_says_is_hidden_text(entry: str) -> None:
    assert _hidden(f"/S/Figure/{entry}(a heron in flight)") == ["a heron in flight"]


def test_descriptions_come_in_their_order_and_once() -> None:
    said = _hidden("/S/Figure/Alt(the nest)", "/S/Span/E(Limited)/ActualText(Ltd)", "/S/Figure/Alt(the nest)")
    assert said == ["the nest", "Ltd", "Limited"]


def test_what_the_page_says_itself_and_mere_signs_are_left_out() -> None:
    assert _hidden("/S/Figure/Alt(blue heron)", "/S/Span/ActualText( - )", shown="The blue heron flew") == []
    assert _hidden("/S/Figure/Alt(art)", shown="The party") == ["art"]


def test_a_page_that_is_not_tagged_says_nothing_more() -> None:
    assert _hidden("/S/Figure/Alt(a heron)", catalog="") == []


def test_elements_in_an_object_stream_are_found() -> None:
    """The description stands nowhere in the open (ISO 32000-1, 7.5.7 and 7.5.8)."""
    plain = pdf([shows("a page")], extra=_tree("").partition("122 0 obj")[0], catalog=TAGGED)
    whole = packed(plain, {122: "<</S/Figure/P 121 0 R/Pg 10 0 R/K 0/Alt(a heron in flight)>>"})
    reading = read(whole)
    assert b"heron" not in whole and reading.text("hidden") == "a heron in flight" and reading.codes == []


def test_elements_that_lie_in_themselves_end() -> None:
    extra = _tree("/S/Figure/Alt(a heron)").replace("/K[122 0 R]", "/K[122 0 R 121 0 R]")
    assert read(pdf([shows("a page")], extra=extra, catalog=TAGGED)).text("hidden") == "a heron"


def test_too_many_elements_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("triage.parsers.pdf.alternative_text._MOST_OF_PAGE", 3)
    extra = _tree(*(f"/S/Figure/Alt(heron {n})" for n in range(9)))
    reading = read(pdf([shows("a page")], extra=extra, catalog=TAGGED))
    assert reading.codes == ["limit-count"] and "heron 0" in reading.text("hidden")
