"""Laying out an item: hits stand where the case says, in parts of bounded size, nothing lost."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from PySide6.QtWidgets import QApplication

from tests.effort import counted
from triage.model.items import Item, ItemId, ItemNo, Row, Segment, Span
from ui.i18n import formatting, language
from ui.models import page as module
from ui.models.page import Page, lay_out
from ui.models.results import DATE, SUBJECT, _date_hint, _texts

ROW = Row(
    no=ItemNo(1),
    id=ItemId("a" * 20),
    date="2023-05-02T09:00:00+00:00",
    sender="Dana <d@halden.example>",
    subject="heron",
    name="1.eml",
    type="email",
    custodian="levi",
    size=812,
    path="levi/1.eml",
    attachments=0,
    parent=None,
    searchable="fully",
)
ITEM = Item(
    row=ROW,
    root="r",
    path="levi/1.eml",
    member="",
    sha256="f" * 64,
    mih="",
    digest="d",
    family=ItemNo(1),
    thread="t",
    to=("Omar <o@halden.example>",),
    cc=(),
    bcc=(),
    date_raw="x",
    date_kind="sent",
    message_id="",
    references=(),
    properties=(),
    segments=(),
    problems=(),
)


def _item(*texts: str) -> Item:
    return replace(ITEM, segments=tuple(Segment("body", text) for text in texts))


def _part(page: Page, part: int) -> str:
    return "".join(run.text for run in page.parts[part])


def _at(page: Page, n: int) -> str:
    """Return what stands at a hit, counted as Qt counts."""
    hit = page.hits[n]
    return _part(page, hit.part).encode("utf-16-le", "surrogatepass")[2 * hit.start : 2 * hit.end].decode("utf-16-le")


def test_properties_in_two_parts_stand_under_one_head() -> None:
    two = replace(ITEM, segments=(Segment("body", "a"), Segment("properties", "b: 1"), Segment("properties", "c: 2")))
    (part,) = lay_out(two, ()).parts
    assert part.text().endswith("Document properties\nb: 1\nc: 2\n")


def test_hits_in_head_and_text_stand_in_reading_order() -> None:
    spans = [Span(0, "body", 4, 9, 0), Span(-1, "subject", 0, 5, 0)]
    page = lay_out(_item("the heron"), spans)
    assert [_at(page, n) for n in range(2)] == ["heron", "heron"]
    assert page.hits[0].start < page.hits[1].start


def test_a_hit_in_the_headers_of_a_mail_is_shown() -> None:
    texts = (Segment("body", "a"), Segment("message-id", "Message-ID: <1@x.example>"), Segment("transport", "Date: x"))
    page = lay_out(replace(ITEM, segments=texts), [Span(1, "message-id", 13, 24, 0)])
    assert _at(page, 0) == "1@x.example"
    assert "Message-ID and references\nMessage-ID: <1@x.example>" in _part(page, 0)
    assert "Transport headers\nDate: x" in _part(page, 0)


def test_a_doubtful_date_is_marked_in_lists(qapp: QApplication) -> None:
    doubtful = replace(ROW, doubtful=True)
    assert (_texts(ROW)[DATE], _texts(doubtful)[DATE]) == ("2023-05-02 09:00", "2023-05-02 09:00?")
    assert "doubtful" in _date_hint(doubtful) and "doubtful" not in _date_hint(ROW)
    page = lay_out(replace(ITEM, row=doubtful, date_kind="sent-doubtful"), ())
    assert "sent, doubtful, original: x" in _part(page, 0)


def test_letters_beyond_the_first_plane_shift_nothing() -> None:
    text = "\U0001f426\U0001f426 osprey \U0001f426 osprey"
    spans = [Span(0, "body", 3, 9, 0), Span(0, "body", 12, 18, 0)]
    page = lay_out(_item(text), spans)
    assert [_at(page, 0), _at(page, 1)] == ["osprey", "osprey"]


@given(st.lists(st.text(max_size=300), max_size=4), st.integers(5, 60), st.data())
def test_nothing_is_lost_however_it_is_cut(texts: list[str], part: int, data: st.DataObject) -> None:
    item = _item(*texts)
    spans = []
    for index, text in enumerate(texts):
        if text:
            start = data.draw(st.integers(0, len(text) - 1))
            spans.append(Span(index, "body", start, data.draw(st.integers(start + 1, len(text))), 0))
    before, module.PART = module.PART, part
    try:
        page = lay_out(item, spans)
    finally:
        module.PART = before
    shown = "".join(_part(page, n) for n in range(len(page.parts)))
    for text in texts:
        assert formatting.safe_text(text) in shown
    assert len(page.hits) == len(spans)
    for n, span in enumerate(spans):
        wanted = formatting.safe_text(texts[span.segment])[span.start : span.end]
        assert wanted.startswith(_at(page, n))
        assert _at(page, n)


def test_an_endless_line_is_cut_too() -> None:
    page = lay_out(_item("x" * 100_001), [])
    assert len(page.parts) >= 3
    assert max(len(_part(page, n)) for n in range(len(page.parts))) <= module.PART + 1000


def test_values_of_the_head_are_isolated() -> None:
    item = replace(ITEM, row=replace(ROW, sender="\u202eעומר <o@halden.example>"))
    shown = _part(lay_out(item, []), 0)
    assert "From\t\u2068\ufffdעומר <o@halden.example>\u2069\n" in shown


def test_many_people_are_listed_under_the_text() -> None:
    people = tuple(f"p{n}@halden.example" for n in range(40))
    start = ", ".join(people).index("p30")
    page = lay_out(replace(_item("the text"), to=people), [Span(-1, "to", start, start + 3, 0)])
    shown = _part(page, 0)
    assert "and 37 more, listed under the text" in shown
    assert shown.index("the text") < shown.index("To: all 40 people") < shown.index("p30@")
    assert _at(page, 0) == "p30"


def _mail(text: str) -> Item:
    item = _item(text)
    return replace(item, row=replace(item.row, type="message/rfc822"))


def _shown(page: Page) -> str:
    """Return the item's text as it is shown, without the lines that stand for quotations."""
    return "".join(run.text for part in page.parts for run in part if run.kind in ("text", "quote"))


_LINES = st.lists(
    st.sampled_from(["> \U0001f426 heron", ">> x", "", "own heron", "a 1 wrote:", "From: x", "To: y", "Date: z"])
)


@given(_LINES, st.integers(20, 90))
def test_hits_stand_where_they_should_with_quotations_in_any_parts(lines: list[str], part: int) -> None:
    text = "\n".join(lines)
    places = [found.start() for found in re.finditer("heron", text)]
    before, module.PART = module.PART, part
    try:
        page = lay_out(_mail(text), [Span(0, "body", at, at + 5, 0) for at in places])
    finally:
        module.PART = before
    assert _shown(page) == text
    assert [hit.at for hit in page.hits] == places
    assert all("heron".startswith(_at(page, n)) for n in range(len(places)))
    for fold in page.folds:
        shown = _part(page, fold.part).encode("utf-16-le")
        assert shown[2 * fold.head : 2 * fold.start].decode("utf-16-le").startswith(f"{module.SHUT} ")
        assert shown[2 * fold.start : 2 * fold.end].decode("utf-16-le") in text


def test_a_quotation_says_its_lines_and_hits() -> None:
    text = "new\n\n> heron one\n>\n> two heron\n> three\n"
    spans = [Span(0, "body", at.start(), at.end(), 0) for at in re.finditer("heron", text)]
    page = lay_out(_mail(text), spans)
    assert f"{module.SHUT} 4 quoted lines, 2 hits\n> heron one" in _part(page, 0)
    assert len(page.folds) == 1
    assert not lay_out(_item(text), spans).folds


def test_ten_megabytes_are_laid_out_in_a_second() -> None:
    text = "the blue heron and שלום stand in line\n" * 270_000
    with counted() as effort:
        page = lay_out(_item(text), [Span(0, "body", at, at + 3, 0) for at in range(0, len(text), 1_000)])
    assert effort.steps < 1_000_000
    assert len(page.parts) > 300


def test_a_sealed_item_is_named_in_the_windows_language(qapp: QApplication) -> None:
    sealed = replace(ROW, subject="", name="[sealed]", sealed=True)
    assert _texts(sealed)[SUBJECT] == "[sealed]"
    language.speak(qapp, "he")
    try:
        assert _texts(sealed)[SUBJECT] == "[חתום]"
    finally:
        language.speak(qapp, "en")


QUOTING = "Heron 🐦 flies.\n\n> quoted heron\n> more 🐦\n> and more\n\nEnd\n"


@given(st.integers(0, 200), st.integers(0, 200), st.sampled_from([QUOTING, "plain words", "🐦" * 40 + "\n> x\nlast"]))
def test_what_is_selected_is_a_passage_of_the_text_and_is_shown_there(start: int, wide: int, text: str) -> None:
    item = replace(_item(text, "second text"), row=replace(ROW, type="message/rfc822"))
    for part in lay_out(item, ()).parts:
        shown = part.text().encode("utf-16-le")
        chosen = part.passages_between(start, start + wide)
        for passage in chosen:
            assert passage.text == passage.text.strip() != ""
            assert item.segments[passage.segment].text[passage.start : passage.end] == passage.text
        pieces = [shown[2 * a : 2 * b].decode("utf-16-le") for a, b in part.ranges(chosen)]
        assert "".join(pieces) == "".join(passage.text for passage in chosen)
        assert all(start - 1 <= a and b <= start + wide + 1 for a, b in part.ranges(chosen)), "no letter is cut in two"


def test_a_passage_goes_on_in_a_quotation_but_not_over_its_line() -> None:
    (part,) = lay_out(replace(_item(QUOTING), row=replace(ROW, type="message/rfc822")), ()).parts
    everything = part.passages_between(0, len(part.text().encode("utf-16-le")))
    assert [(one.segment, one.start, one.text) for one in everything] == [(0, 0, QUOTING.strip())]
    assert len(part.ranges(everything)) == 3, "before, in and after the quotation"


def test_a_part_holds_no_object_for_each_hit() -> None:
    """A text may hold a hundred thousand; as objects they would hold up the window whenever garbage is collected."""
    page = lay_out(_item("heron " * 100), [Span(0, "", at, at + 5, 0) for at in range(0, 600, 6)])
    assert len(page.hits) == 100
    assert all(block.spans == () for part in page.parts for block, _ in part._pieces)
