"""Pages as image files: as many as were asked for, with a number below each, and nothing covered by it."""

from __future__ import annotations

import shutil
import subprocess
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageDraw, ImageFont

from triage.errors import FormatError
from triage.export.production.pages import HIGH, PdfFile, pdf, words
from triage.model.previews import JPEG, PAGES_AT_ONCE, TIFF, PagePicture, Stamp
from triage.model.previews import PDF as PICTURES
from triage.model.redactions import Region
from triage.sandbox.render.pages import PDF, is_lost, stamped
from triage.sandbox.wire import ViewRequest

LEFT, MIDDLE = "Confidential", "Case 12-345"


def drawn(data: bytes, media: str = PDF, number: int = 0, form: str = TIFF) -> list[Any]:
    stamp = Stamp(form, "ORR", 7, 11, LEFT, MIDDLE)
    answer = stamped(ViewRequest("stamped", number, stamp=stamp), BytesIO(data), media)
    return [Image.open(BytesIO(image)) for image in answer.images]


def picture(data: bytes, media: str = PDF) -> PagePicture:
    stamp = Stamp(PICTURES, "ORR", 7, 11, LEFT, MIDDLE)
    (page,) = stamped(ViewRequest("stamped", stamp=stamp), BytesIO(data), media).images
    assert isinstance(page, PagePicture)
    return page


def shown(page: PagePicture) -> Any:
    """Return a page of a PDF as another reader shows it."""
    made = BytesIO()
    file = PdfFile(made)
    file.add_picture(page)
    file.close()
    document = pypdfium2.PdfDocument(made.getvalue())
    (image,) = document[0].get_objects()
    drawn = image.get_bitmap().to_pil().convert("RGB")
    assert image.get_bounds() == pytest.approx((0, 0, *document[0].get_size()), abs=0.1)
    document.close()
    assert (drawn.width, drawn.height) == (page.width, page.height)
    return drawn


def count(data: bytes, media: str = PDF) -> int:
    answer = stamped(ViewRequest("stamped"), BytesIO(data), media)
    assert not answer.images
    return answer.pages


def document(pages: int) -> bytes:
    return pdf([words("H", 30, 80, HIGH // 2, f"page {at}") for at in range(pages)])


def png(picture: Any) -> bytes:
    made = BytesIO()
    picture.save(made, "PNG")
    return made.getvalue()


def dark(page: Any, left: float, top: float, right: float, bottom: float) -> int:
    box = int(left * page.width), int(top * page.height), int(right * page.width), int(bottom * page.height)
    return int(sum(page.convert("L").crop(box).histogram()[:128]))


@pytest.mark.nightly
def test_each_page_comes_once_over_several_answers() -> None:
    data = document(PAGES_AT_ONCE + 3)
    assert count(data) == PAGES_AT_ONCE + 3
    pages = [*drawn(data), *drawn(data, number=PAGES_AT_ONCE)]
    assert len(pages) == PAGES_AT_ONCE + 3
    assert len({page.tobytes() for page in pages}) == len(pages)
    with pytest.raises(FormatError):
        drawn(data, number=PAGES_AT_ONCE + 3)


@pytest.mark.parametrize("form", [TIFF, JPEG])
def test_a_page_has_its_form_its_size_and_the_stamp_below(form: str) -> None:
    (page,) = drawn(document(1), form=form)
    dpi = 200 if form == TIFF else 150
    assert page.info["dpi"] == (dpi, dpi)
    assert (page.mode, page.info.get("compression")) == (("1", "group4") if form == TIFF else ("RGB", None))
    assert abs(page.width - 595 * dpi / 72) < 2 and abs(page.height - 842 * dpi / 72) < 2
    for left, right in ((0, 0.3), (0.4, 0.6), (0.7, 1)):
        assert dark(page, left, 0.96, right, 1)
    assert not dark(page, 0.3, 0.96, 0.38, 1)


def test_stamps_of_two_pages_differ_in_their_numbers_alone() -> None:
    first, second = drawn(pdf([b"", b""]))
    assert dark(first, 0, 0, 0.7, 1) == dark(second, 0, 0, 0.7, 1) > 0
    assert first.tobytes() != second.tobytes()


def test_what_stands_at_the_foot_of_a_page_is_not_covered() -> None:
    foot = b"".join(words("H", 9, 100, up, "the foot of the page") for up in (2, 12))
    (plain,), (full,) = drawn(pdf([words("H", 9, 100, 400, "x")])), drawn(pdf([foot]))
    assert dark(full, 0, 0.9, 1, 0.965) and not dark(plain, 0, 0.9, 1, 0.965)
    assert dark(full, 0, 0.975, 1, 1) == dark(plain, 0, 0.975, 1, 1), "the stamp stands alone"


def test_a_picture_stands_above_its_stamp_and_a_photograph_is_made_of_dots() -> None:
    grey = Image.linear_gradient("L").resize((900, 700))
    (page,) = drawn(png(grey), "image/png")
    share = dark(page, 0, 0, 1, 0.9) / (page.width * page.height * 0.9)
    assert 0.2 < share < 0.6 and page.height > 700
    text = Image.new("RGB", (900, 700), "white")
    ImageDraw.Draw(text).rectangle((100, 100, 300, 200), "black")
    (page,) = drawn(png(text), "image/png", form=JPEG)
    assert page.mode == "RGB" and dark(page, 0, 0, 1, 0.9) > 15_000
    assert count(png(text), "image/png") == 1


def test_a_page_of_text_is_the_same_in_a_pdf_as_in_a_tiff() -> None:
    page, (alone,) = picture(document(1)), drawn(document(1))
    assert page.fax and (page.width, page.height, page.dpi) == (alone.width, alone.height, 200)
    assert shown(page).convert("1").tobytes() == alone.tobytes()


@pytest.mark.parametrize("colour", ["red", "blue"])
def test_colours_and_photographs_are_kept_in_a_pdf(colour: str) -> None:
    sign = Image.new("RGB", (900, 700), "white")
    ImageDraw.Draw(sign).rectangle((100, 100, 300, 200), colour)
    page = picture(png(sign), "image/png")
    seen = shown(page)
    assert not page.fax
    assert max(seen.getcolors(1 << 24), key=lambda one: one[0])[1] == (255, 255, 255)
    inside = seen.getpixel((200 * page.width // 900, 150))
    assert max(range(3), key=lambda band: inside[band]) == ("red", "green", "blue").index(colour)
    assert not picture(png(Image.linear_gradient("L").resize((900, 700))), "image/png").fax


@pytest.mark.parametrize(("data", "media"), [(b"%PDF-1.4 broken", PDF), (b"GIF89a", "image/gif"), (b"", PDF)])
def test_what_cannot_be_drawn_is_refused(data: bytes, media: str) -> None:
    with pytest.raises(FormatError):
        count(data, media)
    with pytest.raises(FormatError):
        drawn(data, media)


def lettered(tone: int, ground: int = 255) -> Any:
    page = Image.new("RGB", (1600, 2200), "white")
    drawer = ImageDraw.Draw(page)
    drawer.rectangle((100, 300, 1500, 800), (ground,) * 3)
    for line in range(6):
        drawer.text((200, 350 + 60 * line), "Payments to the lighthouse", (tone,) * 3, ImageFont.load_default(32))
    return page


@pytest.mark.nightly
@pytest.mark.parametrize("tone", (165, 190, 210))
def test_pale_text_is_as_black_as_dark_text(tone: int) -> None:
    (black,), (pale,) = (drawn(png(lettered(each)), "image/png") for each in (0, tone))
    assert dark(pale, 0, 0, 1, 0.5) > 0.6 * dark(black, 0, 0, 1, 0.5)
    fax = shown(picture(png(lettered(tone)), "image/png"))
    assert dark(fax, 0, 0, 1, 0.5) > 0.6 * dark(black, 0, 0, 1, 0.5)


@pytest.mark.nightly
def test_a_pale_background_stays_white_behind_text() -> None:
    (plain,), (shaded,) = (drawn(png(lettered(0, ground)), "image/png") for ground in (255, 200))
    assert dark(shaded, 0.2, 0.16, 0.8, 0.33) == pytest.approx(dark(plain, 0.2, 0.16, 0.8, 0.33), rel=0.3)


@pytest.mark.nightly
@pytest.mark.parametrize("form", [TIFF, JPEG, PICTURES])
@pytest.mark.parametrize("ground", [0, 120, 255])
def test_a_region_is_a_box_with_its_reason_on_any_picture(ground: int, form: str) -> None:
    def read(reason: str, bottom: int = 6_000) -> Any:
        stamp, region = Stamp(form, "ORR", 7, 11, LEFT, MIDDLE), Region(0, 3_000, 3_000, 6_000, bottom)
        order = ViewRequest("stamped", stamp=stamp, regions=(region,), reasons=(reason,))
        (image,) = stamped(order, BytesIO(png(Image.new("L", (1600, 2200), ground))), "image/png").images
        page = shown(image) if isinstance(image, PagePicture) else Image.open(BytesIO(image))
        return page.convert("L").crop((0, 0, page.width, page.height * 9 // 10))

    with_reason, without, low = read("Personal data"), read(""), read("Personal data", 3_002)
    around, box = with_reason.crop((0, 0, 400, 500)), with_reason.getbbox()
    assert box is not None and around.tobytes() != with_reason.crop((700, 800, 1100, 1300)).tobytes()
    letters = ImageChops.difference(with_reason, without).point([0] * 100 + [255] * 156)
    assert letters.histogram()[255] > 300 and letters.getbbox()[2] - letters.getbbox()[0] > 100
    if ground == 0:
        assert without.getextrema()[1] > 200  # its outline
    assert read("נתונים").tobytes() == without.tobytes()  # the font has no such letters
    assert low.tobytes() == read("", 3_002).tobytes() or form != TIFF


@pytest.mark.nightly
def test_a_page_that_lacks_marks_of_its_source_is_told() -> None:
    for form in (TIFF, PICTURES):
        faded = [
            stamped(ViewRequest("stamped", stamp=Stamp(form, "ORR", 7, 1)), BytesIO(png(page)), "image/png").faded
            for page in (lettered(0), lettered(200), lettered(240))
        ]
        assert faded == [(), (), (0,)]
    stamp = Stamp(JPEG, "ORR", 7, 1)  # which keeps greys
    assert not stamped(ViewRequest("stamped", stamp=stamp), BytesIO(png(lettered(240))), "image/png").faded


@pytest.mark.nightly
@pytest.mark.skipif(not shutil.which("tesseract"), reason="tesseract isn't installed")
@pytest.mark.parametrize("form", [TIFF, PICTURES])
def test_pale_text_of_a_produced_page_can_be_recognised(form: str, tmp_path: Path) -> None:
    image = stamped(
        ViewRequest("stamped", stamp=Stamp(form, "ORR", 7, 1)), BytesIO(png(lettered(200))), "image/png"
    ).images[0]
    page = shown(image) if isinstance(image, PagePicture) else Image.open(BytesIO(image))
    page.convert("L").save(tmp_path / "page.png", dpi=(200, 200))
    said = subprocess.run(["tesseract", tmp_path / "page.png", "-"], capture_output=True, text=True, check=True)
    assert said.stdout.count("Payments to the lighthouse") == 6


# Pages in black and white beside their sources: what lost marks is told, and nothing else.


def _page(tone: int | None, size: int = 22) -> Any:
    page = Image.new("L", (1200, 800), 255)
    drawer = ImageDraw.Draw(page)
    for line in range(5):
        drawer.text((150, 100 + 50 * line), "Payments to the lighthouse", 0, ImageFont.load_default(22))
    if tone is not None:
        drawer.text((150, 600), "pale words of the note", tone, ImageFont.load_default(size))
    return page


def _cut(page: Any, tone: int = 160) -> Any:
    return page.point([0 if each < tone else 255 for each in range(256)], "1")


@pytest.mark.parametrize("size", [16, 22, 60])
@pytest.mark.parametrize("tone", [165, 210, 240])
def test_a_page_that_lost_pale_words_is_told(tone: int, size: int) -> None:
    page = _page(tone, size)
    assert is_lost(page, _cut(page))
    assert not is_lost(page, _cut(page, tone + 1))


def test_a_page_that_lost_nothing_is_not() -> None:
    assert not is_lost(_page(None), _cut(_page(None)))
    assert not is_lost(_page(None), _page(None).convert("1"))
    blank = Image.new("L", (1200, 800), 255)
    assert not is_lost(blank, _cut(blank))


def test_shades_and_grain_of_a_page_are_no_marks() -> None:
    shaded = _page(None)
    for top in range(0, 800, 80):
        shaded.paste(shaded.crop((0, top, 1200, top + 40)).point(lambda tone: min(tone, 225)), (0, top))
    grained = ImageChops.add(_page(None), Image.effect_noise((1200, 800), 8), 1, -128)
    for page in (shaded, grained):
        assert not is_lost(page, _cut(page))
