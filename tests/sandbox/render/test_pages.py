"""Marks of words on a page: their boxes hold all that is drawn of the words sought, which is red, and nothing else."""

from __future__ import annotations

import io
from string import ascii_lowercase, ascii_uppercase

import pytest
from PIL import Image, ImageDraw, ImageFont

from tests.parsers.office_builders import pdf
from tests.parsers.reading import read
from triage.model.previews import PageImage, PageText
from triage.parsers.kit.ocr import data_folder
from triage.sandbox.render.pages import PDF, draw
from triage.sandbox.wire import ViewRequest, is_sound
from triage.search.highlights import PageWords
from triage.text import tokens

CODES = ascii_uppercase + ascii_lowercase
_PAD = 2  # pixels by which what is drawn may stand out of a box, which is that of the letters without smoothing


def _page(*lines: str) -> str:
    """Return the contents of a page; what stands between stars is red."""
    shown = ""
    for number, line in enumerate(lines):
        shown += f"1 0 0 1 40 {700 - 30 * number} Tm "
        for at, part in enumerate(line.split("*")):
            shown += f"{'1 0 0' if at % 2 else '0 0 1'} rg ({part}) Tj "
    return f"BT /F 24 Tf {shown} ET"


def _red(image: PageImage, left: int, top: int, right: int, bottom: int) -> int:
    rows = (image.data[(y * image.width + left) * 4 : (y * image.width + right) * 4] for y in range(top, bottom))
    return sum(row[at] < 128 and row[at + 2] > 128 for row in rows for at in range(0, len(row), 4))


def _marked(document: bytes, *hits: str, page: int = 0, width: int = 900) -> PageImage:
    """Draw a page with marks at the hits: words of its text, as indexed, each with the number of its place there."""
    text = read(document).text().split("\f")[page]
    spans = []
    for term, hit in enumerate(hits):
        word, _, places = hit.partition("@")
        found = [token for token in tokens(text) if token.word == word.split()[0]]
        last = [token for token in tokens(text) if token.word == word.split()[-1]]
        for at in map(int, places.split(",")):
            spans.append((found[at].start, last[at].end, term))
    words = PageWords(PageText(text, tuple(spans)))
    image = draw(ViewRequest("page", page, width, sought=words.sought), io.BytesIO(document), PDF)
    assert is_sound(image)
    return PageImage(image.pages, image.width, image.height, image.data, words.marks(image.marks))


@pytest.mark.parametrize("width", [400, 1500])
@pytest.mark.parametrize(
    ("lines", "hits"),
    [
        (("the *heron* and a *HERON*",), ("heron@0,1",)),
        (("the *blue heron* and a blue egret, heron",), ("blue heron@0",)),
        (("heron *heron* heron",), ("heron@1",)),
        (("nest *heron* gannet", "*gannet* heron gannet"), ("heron@0", "gannet@1")),
    ],
)
def test_the_boxes_hold_the_hits_and_no_other_word(lines: tuple[str, ...], hits: tuple[str, ...], width: int) -> None:
    image = _marked(pdf([_page("first"), _page(*lines)]), *hits, page=1, width=width)
    inside = 0
    for _, _, left, top, right, bottom in image.marks:
        inside += _red(image, left - _PAD, top - _PAD, right + _PAD, bottom + _PAD)
        assert _red(image, left, top, right, bottom)
    assert inside == _red(image, 0, 0, image.width, image.height) > 50
    assert {mark[0] for mark in image.marks} == set(range(len(hits)))


def test_a_word_that_a_hyphen_breaks_is_marked_on_both_lines() -> None:
    document = pdf([_page("all about in-", "voices and more")])
    image = _marked(document, "invoices@0")
    boxes = sorted(mark[3:6:2] for mark in image.marks)
    assert len(boxes) == 2 and boxes[0][1] < boxes[1][0]


@pytest.mark.parametrize("word", ["שלום", "עולם"])
def test_hebrew_words_are_marked_where_they_are_drawn(word: str) -> None:
    drawn, letters = "םלוע 34 12 םולש", "".join(dict.fromkeys("םלוע3412םולש"))
    meant = " ".join(f"<{ord(g):02x}> <{ord(c):04x}>" for g, c in zip(CODES, letters, strict=False))
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def 1 begincodespacerange <00> <FF> "
        f"endcodespacerange {len(letters) + 1} beginbfchar <20> <0020> {meant} endbfchar endcmap end end"
    )
    extra = f"110 0 obj\n<</Length {len(cmap)}>>stream\n{cmap}\nendstream\nendobj\n"
    coded = " ".join("".join(CODES[letters.index(c)] for c in part) for part in drawn.split(" "))
    shown = [f"*{part}*" if drawn.split(" ")[at] == word[::-1] else part for at, part in enumerate(coded.split(" "))]
    final = "".join(dict.fromkeys(token.word for token in tokens(word)))
    image = _marked(pdf([_page(" ".join(shown))], extra=extra, fonts="/ToUnicode 110 0 R"), f"{final}@0")
    (_, _, left, top, right, bottom) = image.marks[0]
    assert len(image.marks) == 1
    red = _red(image, 0, 0, image.width, image.height)
    assert _red(image, left - _PAD, top - _PAD, right + _PAD, bottom + _PAD) == red > 50


def test_a_page_turned_by_its_file_has_its_boxes_turned_with_it() -> None:
    document = pdf([_page("the *heron*")]).replace(b"/MediaBox[0 0 612 792]", b"/Rotate 90/MediaBox[0 0 612 792]")
    image = _marked(document, "heron@0")
    ((_, _, left, top, right, bottom),) = image.marks
    assert bottom - top > right - left
    everywhere = _red(image, 0, 0, image.width, image.height)
    assert _red(image, left - _PAD, top - _PAD, right + _PAD, bottom + _PAD) == everywhere > 50


def test_pages_with_other_words_than_were_indexed_have_every_place_marked() -> None:
    words = PageWords(PageText("heron", ((0, 5, 3),), whole=False))
    image = draw(
        ViewRequest("page", 0, 300, sought=words.sought), io.BytesIO(pdf([_page("a heron, herons, heron")])), PDF
    )
    assert [mark[:2] for mark in words.marks(image.marks)] == [(3, 1), (3, 3)]


# ---- words that are recognised


def _letters(size: tuple[int, int], red: str, scale: int = 1) -> Image.Image:
    page = Image.new("RGB", size, "white")
    pen, at, font = ImageDraw.Draw(page), 40 * scale, ImageFont.load_default(40 * scale)
    for word in ("the", "blue", "heron", "has", "gone"):
        pen.text((at, 60 * scale), word, font=font, fill="red" if word in red.split() else "black")
        at += round(pen.textlength(word + " ", font=font))
    return page


@pytest.mark.parametrize("kind", ["png", "scan"])
def test_words_of_pictures_and_scans_are_marked_where_they_are_recognised(kind: str) -> None:
    pytest.importorskip("tesserocr", reason="the optional extra 'ocr' isn't installed")
    if not data_folder():
        pytest.skip("no language data for recognition is installed")
    out = io.BytesIO()
    media = PDF if kind == "scan" else "image/png"
    _letters((1600, 800), "blue heron", 2).save(out, "PDF" if kind == "scan" else "PNG", resolution=200)
    words = PageWords(PageText("blue heron\nother", ((0, 10, 0), (11, 16, 1)), whole=False))
    view = ViewRequest("page", 0, 700, sought=words.sought)
    image = draw(view, io.BytesIO(out.getvalue()), media)
    assert is_sound(image) and len(image.marks) == 2, "a box for each word"
    marked = words.marks(image.marks)
    assert {term for term, *_ in marked} == {0} and len({place for _, place, *_ in marked}) == 1
    within = sum(_red(image, *box) for _, _, *box in marked)
    assert within == _red(image, 0, 0, image.width, image.height) > 100
    assert sum((right - left) * (bottom - top) for _, _, left, top, right, bottom in marked) < 250 * 40
    assert draw(ViewRequest("page", 0, 700), io.BytesIO(out.getvalue()), media).marks == ()
