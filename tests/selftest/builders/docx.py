"""Word documents (builders): ECMA-376 part 1, 17."""

from __future__ import annotations

from tests.selftest.plant import Builder, Plant
from tests.writers.package import properties, relations
from tests.writers.word import docx, paragraph, part, run, table

_SIDES = {
    "header1": ("hdr", "header", "margin", "the header"),
    "header2": ("hdr", "header", "margin", "the first page's header"),
    "footer1": ("ftr", "footer", "margin", "the footer"),
}
"""Parts of the margins: root element, kind, column and place."""


def _boxes(plant: Plant) -> str:
    vml = f"<w:txbxContent>{paragraph(plant('textbox', 'a text box in VML'))}</w:txbxContent>"
    drawn = f"<w:txbxContent>{paragraph(plant('textbox', 'a text box in DrawingML'))}</w:txbxContent>"
    shape = (
        "<w:drawing><wp:inline><a:graphic><a:graphicData><wps:wsp>"
        f"<wps:txbx>{drawn}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing>"
    )
    return paragraph(f"<w:r><w:pict><v:shape><v:textbox>{vml}</v:textbox></v:shape></w:pict></w:r>") + paragraph(
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{shape}</mc:Choice></mc:AlternateContent></w:r>'
    )


def _field(plant: Plant) -> str:
    start, middle, end = (f'<w:r><w:fldChar w:fldCharType="{k}"/></w:r>' for k in ("begin", "separate", "end"))
    code = run(f' DOCPROPERTY "{plant("fieldcode", "the instruction of a field")}" ', tag="instrText")
    return paragraph(start, code, middle, run(plant("body", "the result of a field")), end)


def _rarities(plant: Plant) -> str:
    simple = f'<w:fldSimple w:instr=" QUOTE {plant("fieldcode", "a simple field")} ">{run("x")}</w:fldSimple>'
    described = f'<wp:docPr id="9" name="Picture" descr="{plant("hidden", "a picture that is described")}"/>'
    picture = f"<w:r><w:drawing><wp:inline>{described}</wp:inline></w:drawing></w:r>"
    formula = (
        '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math">'
        f"<m:r><m:t>{plant('body', 'a formula')}</m:t></m:r></m:oMath>"
    )
    link = f'<w:hyperlink r:id="rId8">{run(plant("body", "the text of a link"))}</w:hyperlink>'
    tag = f'<w:smartTag w:element="x">{run(plant("body", "a smart tag"))}</w:smartTag>'
    tiny = run(plant("hidden", "a run of size one"), '<w:sz w:val="1"/>')
    return "".join(map(paragraph, (simple, picture, formula, link, tag, tiny)))


def _tracked(plant: Plant) -> str:
    mark = 'w:author="Ada" w:date="2024-05-14T08:00:00Z"'
    gone = run(plant("tracked", "a deletion"), tag="delText")
    return paragraph(
        f'<w:ins w:id="1" {mark}>{run(plant("tracked", "an insertion"))}</w:ins>',
        f'<w:del w:id="2" {mark}>{gone}</w:del>',
        run(" "),
        f'<w:moveFrom w:id="3" {mark}>{run(plant("tracked", "text moved away"))}</w:moveFrom>',
    )


def _body(plant: Plant) -> str:
    control = f"<w:sdt><w:sdtContent>{paragraph(plant('body', 'a content control'))}</w:sdtContent></w:sdt>"
    word = plant("body", "a word in two runs", ("English",))
    marks = (
        '<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:endnoteReference w:id="2"/></w:r>'
        '<w:r><w:commentReference w:id="1"/></w:r>'
    )
    links = '<w:headerReference w:type="default" r:id="rId1"/><w:headerReference w:type="first" r:id="rId2"/>'
    return (
        paragraph(plant("body", "a paragraph"))
        + paragraph(run(word[:4], "<w:b/>"), run(word[4:]))
        + table([[plant("body", "a table cell")]])
        + control
        + paragraph(run(plant("hidden", "a hidden run"), "<w:vanish/>"))
        + paragraph(run(plant("hidden", "white text"), '<w:color w:val="FFFFFF"/>'))
        + _tracked(plant)
        + _boxes(plant)
        + _rarities(plant)
        + _field(plant)
        + paragraph(marks)
        + f'<w:sectPr>{links}<w:footerReference w:type="default" r:id="rId3"/></w:sectPr>'
    )


def build(plant: Plant) -> bytes:
    """Return a document with a canary in every place that Word hides text in."""
    note = f'<w:footnote w:id="2">{paragraph(plant("note", "a footnote"))}</w:footnote>'
    end = f'<w:endnote w:id="2">{paragraph(plant("note", "an endnote"))}</w:endnote>'
    comment = f'<w:comment w:id="1" w:author="Ada">{paragraph(plant("comment", "a comment"))}</w:comment>'
    targets = [(kind, f"{name}.xml") for name, (_, kind, *_rest) in _SIDES.items()]
    targets += [(f"{n}s", f"{n}s.xml") for n in ("footnote", "endnote", "comment")]
    address = "https://wren.example/" + plant("fieldcode", "the address of a link").replace(" ", "/")
    targets += [("package", "embeddings/inside.txt"), ("hyperlink", address), ("glossaryDocument", "glossary.xml")]
    names = plant("properties", "the title"), plant("properties", "the company"), plant("properties", "a custom one")
    parts: dict[str, str | bytes] = {
        "word/_rels/document.xml.rels": relations(*targets),
        **{f"word/{n}.xml": part(t, paragraph(plant(c, p))) for n, (t, _, c, p) in _SIDES.items()},
        "word/footnotes.xml": part("footnotes", note),
        "word/endnotes.xml": part("endnotes", end),
        "word/comments.xml": part("comments", comment),
        "word/glossary.xml": part("glossaryDocument", paragraph(plant("hidden", "a building block"))),
        "word/embeddings/inside.txt": plant("attachment", "an embedded file"),
        **properties(*names),
    }
    return docx(_body(plant), parts)


BUILDERS = (Builder("docx", "report.docx", "Word document", build),)
