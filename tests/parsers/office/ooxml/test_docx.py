# ruff: noqa: E501  (markup stands in one piece)
"""Word documents: every story, tracked changes, hidden text, and embedded objects."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from tests.parsers.reading import LIMITS, read
from tests.writers.office97 import packaged
from tests.writers.package import linked, package
from tests.writers.word import W, docx, paragraph, run

STORY = '<w:{0} xmlns:w="' + W + '">{1}</w:{0}>'


def test_every_story_is_read_under_its_origin() -> None:
    reading = read(
        docx(
            paragraph("Board meeting"),
            {
                "word/header1.xml": STORY.format("hdr", paragraph("Letterhead")),
                "word/footnotes.xml": STORY.format(
                    "footnotes", f"<w:footnote>{paragraph('See the annex')}</w:footnote>"
                ),
                "word/comments.xml": STORY.format(
                    "comments", f'<w:comment w:author="Dana Levi">{paragraph("Too risky")}</w:comment>'
                ),
            },
        ),
        "a.docx",
    )
    assert reading.text() == "Board meeting"
    assert reading.text("margin") == "Letterhead"
    assert reading.text("note") == "See the annex"
    assert reading.text("comment") == "Dana Levi: Too risky"
    assert reading.codes == []


def test_a_phrase_is_found_in_the_new_and_in_the_old_wording() -> None:
    changed = '<w:del w:author="x"><w:r><w:delText>Falcon</w:delText></w:r></w:del>'
    changed += '<w:ins w:author="x"><w:r><w:t>Eagle</w:t></w:r></w:ins>'
    reading = read(docx(paragraph("Project ", changed, " starts")))
    assert reading.text() == "Project Eagle starts"
    assert reading.text("tracked").splitlines() == ["Project Falcon starts", "Eagle"]


def test_runs_that_are_not_shown_are_hidden() -> None:
    looks = {"vanished": "<w:vanish/>", "white": '<w:color w:val="FFFFFF"/>', "tiny": '<w:sz w:val="2"/>'}
    for word, look in looks.items():
        reading = read(docx(paragraph("seen ", run(word, look), "again")))
        assert reading.text() == "seen again"
        assert reading.text("hidden") == word
    hidden = [run(text, "<w:vanish/>") for text in ("be", "tween", "us")]
    apart = read(docx(paragraph(hidden[0], hidden[1], run("b", ""), hidden[2], run("c", ""))))
    assert apart.text("hidden") == "between\nus" and apart.text() == "bc"
    shown = read(docx(paragraph(run("kept", '<w:vanish w:val="0"/>'))))
    assert shown.text() == "kept"


def test_changes_around_whole_paragraphs_and_within_changes() -> None:
    whole = f'<w:del w:author="x">{paragraph("Falcon")}</w:del><w:ins w:author="x">{paragraph("Eagle")}</w:ins>'
    moved = "<w:moveFrom><w:ins><w:r><w:t>twice </w:t></w:r></w:ins></w:moveFrom>"
    reading = read(docx(whole + paragraph("Heron ", moved, "flies")))
    assert reading.text().splitlines() == ["Eagle", "Heron flies"]
    assert reading.text("tracked").splitlines() == ["Falcon", "Eagle", "Heron twice flies"]


def test_a_paragraph_around_a_text_box_goes_on_behind_it() -> None:
    box = f"<w:r><w:pict><w:txbxContent>{paragraph('boxed')}{paragraph('words')}</w:txbxContent></w:pict></w:r>"
    look = run("white", '<w:color w:val="FFFFFF"/>')
    reading = read(docx(paragraph("before ", box, "behind") + paragraph("next ", look)))
    assert reading.text().splitlines() == ["before behind", "next "]
    assert (reading.text("textbox"), reading.text("hidden")) == ("boxed\nwords", "white")


def test_a_reading_aid_leaves_its_word_whole() -> None:
    ruby = "<w:r><w:ruby><w:rt><w:r><w:t>aid</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>word</w:t></w:r></w:rubyBase></w:ruby></w:r>"
    reading = read(docx(paragraph("key", ruby, "s")))
    assert (reading.text(), reading.text("hidden")) == ("keywords", "aid")


def test_choices_of_controls_around_and_inside_paragraphs() -> None:
    held = '<w:sdt><w:sdtPr><w:dropDownList><w:listItem w:displayText="{}"/></w:dropDownList></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>'
    inside = paragraph(held.format("Falcon", "<w:r><w:t>one</w:t></w:r>"))
    reading = read(docx(held.format("Heron", paragraph("two")) + inside))
    assert (reading.text(), reading.text("fieldcode")) == ("two\none", "Heron\nFalcon")


def test_what_a_part_that_breaks_off_held_is_read() -> None:
    document = f'<w:document xmlns:w="{W}"><w:body>{paragraph("whole")}<w:p><w:r><w:t>half a paragraph</w:t></w:r><w:r><w:t>and'
    reading = read(package({"word/document.xml": document}))
    assert reading.text().splitlines()[0] == "whole" and "half a paragraph" in reading.text()
    assert reading.codes == ["damaged"]


def test_white_text_on_a_dark_cell_is_shown() -> None:
    cell = f'<w:tbl><w:tr><w:tc><w:tcPr><w:shd w:fill="000000"/></w:tcPr>{{}}</w:tc><w:tc>{paragraph("two")}</w:tc></w:tr></w:tbl>'
    reading = read(docx(cell.format(paragraph(run("one", '<w:color w:val="FFFFFF"/>')))))
    assert reading.text() == "one\ttwo"


def test_a_style_can_hide() -> None:
    styles = STORY.format(
        "styles",
        '<w:style w:styleId="Secret"><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:styleId="Child"><w:basedOn w:val="Secret"/></w:style>',
    )
    reading = read(docx(paragraph(run("unseen", '<w:rStyle w:val="Child"/>'), "seen"), {"word/styles.xml": styles}))
    assert reading.text("hidden") == "unseen"


@pytest.mark.parametrize(
    ("older", "read_as"), [("in the box", "in the box"), ("covert", "in the box\ncovert")], ids=["same", "other"]
)
def test_of_a_text_box_in_two_renderings_only_what_differs_is_read_twice(older: str, read_as: str) -> None:
    mc = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    new, old = (f"<w:r><w:txbxContent>{paragraph(text)}</w:txbxContent></w:r>" for text in ("in the box", older))
    both = f'<mc:AlternateContent xmlns:mc="{mc}"><mc:Choice>{new}</mc:Choice><mc:Fallback>{old}</mc:Fallback></mc:AlternateContent>'
    reading = read(docx(f"<w:p>{both}<w:r><w:t>around</w:t></w:r></w:p>"))
    assert reading.text("textbox") == read_as and reading.text() == "around"


def test_fields_links_breaks_and_special_characters() -> None:
    field = '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>AUTHOR</w:instrText><w:fldChar w:fldCharType="separate"/></w:r>'
    marks = (
        "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t><w:softHyphen/></w:r>"
    )
    links = linked(("r1", "hyperlink", "https://example.test/plan"), ("r2", "image", "https://example.test/i"))
    reading = read(docx(paragraph(field, marks), {"word/_rels/document.xml.rels": links}))
    assert reading.text() == "a\tb\nc-d"
    assert "AUTHOR" in reading.text("fieldcode") and "https://example.test/plan" in reading.text("fieldcode")
    assert reading.codes == ["external"]


def test_embedded_files_come_out_under_their_names() -> None:
    parts = {
        "word/embeddings/oleObject1.bin": packaged("figures.txt", b"1 2 3"),
        "word/embeddings/Sheet1.xlsx": b"PK\x05\x06" + bytes(18),
        "word/afchunk1.html": b"<p>chunk</p>",
        "odd/note.txt": b"stray",
    }
    reading = read(docx(paragraph("x"), parts))
    assert sorted(str(n) for n in reading.names) == ["Sheet1.xlsx", "afchunk1.html", "figures.txt", "note.txt"]
    assert next(c.data for c in reading.children if c.name == "figures.txt") == b"1 2 3"


def test_properties() -> None:
    core = (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:creator>Dana Levi</dc:creator><dc:title>Plan</dc:title>'
        '<dcterms:modified xsi:type="dcterms:W3CDTF">2024-03-01T10:00:00Z</dcterms:modified></cp:coreProperties>'
    )
    reading = read(docx(paragraph("x"), {"docProps/core.xml": core}))
    assert reading.extract.subject == "Plan"
    assert reading.extract.date == "2024-03-01T10:00:00+00:00"
    assert "author: Dana Levi" in reading.text("properties")


def test_a_truncated_package_gives_what_it_still_holds() -> None:
    whole = docx(paragraph("kept in spite of all"), {"word/media/x.xml": b"\0" * 50_000})
    reading = read(whole[: len(whole) - 300], "a.docx")
    assert "kept in spite of all" in reading.text()
    assert "truncated" in reading.codes


def test_damage_and_bombs_are_reported() -> None:
    broken = read(docx(paragraph("before") + "<w:p><w:r><w:t>after</w:t></w:p>"))
    assert "before" in broken.text() and "damaged" in broken.codes
    narrow = replace(LIMITS, item_bytes=100_000)
    big = read(docx("".join(paragraph(f"line {i} {i * i}") for i in range(5000))), limits=narrow)
    assert "limit-size" in big.codes and "line 1" in big.text()
    bomb = read(docx(paragraph("a" * 9_000_000)))
    assert "limit-ratio" in bomb.codes
    short = read(docx(paragraph("abcdefgh")), limits=replace(LIMITS, text_chars=4))
    assert short.text() == "abcd" and short.codes == ["limit-size"]


def test_entities_are_not_expanded() -> None:
    entity = '<!DOCTYPE d [<!ENTITY e "boom"><!ENTITY f SYSTEM "file:///etc/passwd">]>'
    document = f'{entity}<w:document xmlns:w="{W}"><w:body>{paragraph("a&e;&f;b")}</w:body></w:document>'
    reading = read(package({"word/document.xml": document}))
    assert "boom" not in reading.text() and "root" not in reading.text()
    assert "damaged" in reading.codes


def test_pictures_without_text_ask_for_recognition() -> None:
    assert read(docx("<w:p/>", {"word/media/image1_png": b"\x89PNG"})).codes == ["needs-ocr"]
    assert read(docx("<w:p/>")).codes == ["no-text"]


def test_a_large_picture_is_an_item_of_its_own_and_a_logo_is_not() -> None:
    large = b"\x89PNG\r\n" + bytes(range(256)) * 200
    parts = {"word/media/image1.png": large, "word/media/image2.png": b"\x89PNG\r\n"}
    assert read(docx(paragraph("x"), parts)).names == ["image1.png"]


def test_greek_letters_of_the_symbol_font() -> None:
    dose = '<w:r><w:sym w:font="Symbol" w:char="F06D"/></w:r>'
    bullet = '<w:r><w:sym w:font="Wingdings" w:char="F06D"/></w:r>'
    assert read(docx(paragraph("5 ", dose, "g", bullet))).text() == "5 μg"


@pytest.mark.parametrize("names", ["word/{}", "word\\{}"])
def test_where_the_template_lies_is_read(names: str) -> None:
    links = linked(("r1", "attachedTemplate", "file:///k:/heron.dot"))
    rels = names.format("_rels/settings.xml.rels") if "/" in names else names.format("_rels\\settings.xml.rels")
    reading = read(docx(paragraph("x"), {names.format("settings.xml"): f'<w:settings xmlns:w="{W}"/>', rels: links}))
    assert "heron.dot" in reading.text("fieldcode") and reading.codes == []


def test_variables_and_mail_merge_are_read() -> None:
    merge = '<w:mailMerge><w:query w:val="SELECT heron"/></w:mailMerge>'
    variables = '<w:docVars><w:docVar w:name="code" w:val="falcon"/></w:docVars>'
    settings = f'<w:settings xmlns:w="{W}">{merge}{variables}</w:settings>'
    reading = read(docx(paragraph("x"), {"word/settings.xml": settings}))
    assert reading.text("hidden") == "code: falcon" and reading.text("fieldcode") == "SELECT heron"
