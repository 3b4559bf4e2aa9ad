"""Word documents (builders): ECMA-376 part 1, 17."""

from __future__ import annotations

from triage.selftest.builders.package import HEAD, R, office, properties, relations
from triage.selftest.canary import Builder, Plant

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SPACES = (
    f'xmlns:w="{_W}" xmlns:r="{R}" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)
_SIDES = {
    "header1": ("hdr", "header", "margin", "the header"),
    "header2": ("hdr", "header", "margin", "the first page's header"),
    "footer1": ("ftr", "footer", "margin", "the footer"),
}
"""Parts of the margins: root element, kind, column and place."""


def _run(text: str, look: str = "", tag: str = "t") -> str:
    return f'<w:r><w:rPr>{look}</w:rPr><w:{tag} xml:space="preserve">{text}</w:{tag}></w:r>'


def _para(*runs: str) -> str:
    return f"<w:p>{''.join(runs)}</w:p>"


def _part(tag: str, content: str) -> str:
    return f"{HEAD}<w:{tag} {_SPACES}>{content}</w:{tag}>"


def _boxes(plant: Plant) -> str:
    vml = f"<w:txbxContent>{_para(_run(plant('textbox', 'a text box in VML')))}</w:txbxContent>"
    drawn = f"<w:txbxContent>{_para(_run(plant('textbox', 'a text box in DrawingML')))}</w:txbxContent>"
    shape = (
        "<w:drawing><wp:inline><a:graphic><a:graphicData><wps:wsp>"
        f"<wps:txbx>{drawn}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing>"
    )
    return _para(f"<w:r><w:pict><v:shape><v:textbox>{vml}</v:textbox></v:shape></w:pict></w:r>") + _para(
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{shape}</mc:Choice></mc:AlternateContent></w:r>'
    )


def _field(plant: Plant) -> str:
    start, middle, end = (f'<w:r><w:fldChar w:fldCharType="{k}"/></w:r>' for k in ("begin", "separate", "end"))
    code = _run(f' DOCPROPERTY "{plant("fieldcode", "the instruction of a field")}" ', tag="instrText")
    return _para(start, code, middle, _run(plant("body", "the result of a field")), end)


def _rarities(plant: Plant) -> str:
    """Places that are easily forgotten."""
    simple = f'<w:fldSimple w:instr=" QUOTE {plant("fieldcode", "a simple field")} ">{_run("x")}</w:fldSimple>'
    described = f'<wp:docPr id="9" name="Picture" descr="{plant("hidden", "a picture that is described")}"/>'
    picture = f"<w:r><w:drawing><wp:inline>{described}</wp:inline></w:drawing></w:r>"
    formula = (
        '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math">'
        f"<m:r><m:t>{plant('body', 'a formula')}</m:t></m:r></m:oMath>"
    )
    link = f'<w:hyperlink r:id="rId8">{_run(plant("body", "the text of a link"))}</w:hyperlink>'
    tag = f'<w:smartTag w:element="x">{_run(plant("body", "a smart tag"))}</w:smartTag>'
    tiny = _run(plant("hidden", "a run of size one"), '<w:sz w:val="1"/>')
    return "".join(map(_para, (simple, picture, formula, link, tag, tiny)))


def _tracked(plant: Plant) -> str:
    mark = 'w:author="Ada" w:date="2024-05-14T08:00:00Z"'
    gone = _run(plant("tracked", "a deletion"), tag="delText")
    return _para(
        f'<w:ins w:id="1" {mark}>{_run(plant("tracked", "an insertion"))}</w:ins>',
        f'<w:del w:id="2" {mark}>{gone}</w:del>',
        _run(" "),
        f'<w:moveFrom w:id="3" {mark}>{_run(plant("tracked", "text moved away"))}</w:moveFrom>',
    )


def _body(plant: Plant) -> str:
    cell = f"<w:tc>{_para(_run(plant('body', 'a table cell')))}</w:tc>"
    control = f"<w:sdt><w:sdtContent>{_para(_run(plant('body', 'a content control')))}</w:sdtContent></w:sdt>"
    word = plant("body", "a word in two runs", ("English",))
    marks = (
        '<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:endnoteReference w:id="2"/></w:r>'
        '<w:r><w:commentReference w:id="1"/></w:r>'
    )
    links = '<w:headerReference w:type="default" r:id="rId1"/><w:headerReference w:type="first" r:id="rId2"/>'
    return (
        _para(_run(plant("body", "a paragraph")))
        + _para(_run(word[:4], "<w:b/>"), _run(word[4:]))
        + f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr>{cell}</w:tr></w:tbl>{control}"
        + _para(_run(plant("hidden", "a hidden run"), "<w:vanish/>"))
        + _para(_run(plant("hidden", "white text"), '<w:color w:val="FFFFFF"/>'))
        + _tracked(plant)
        + _boxes(plant)
        + _rarities(plant)
        + _field(plant)
        + _para(marks)
        + f'<w:sectPr>{links}<w:footerReference w:type="default" r:id="rId3"/></w:sectPr>'
    )


def _address(plant: Plant) -> str:
    return "https://wren.example/" + plant("fieldcode", "the address of a link").replace(" ", "/")


def build(plant: Plant) -> bytes:
    """Return a document with a canary in every place that Word hides text in."""
    note = f'<w:footnote w:id="2">{_para(_run(plant("note", "a footnote")))}</w:footnote>'
    end = f'<w:endnote w:id="2">{_para(_run(plant("note", "an endnote")))}</w:endnote>'
    comment = f'<w:comment w:id="1" w:author="Ada">{_para(_run(plant("comment", "a comment")))}</w:comment>'
    targets = [(kind, f"{name}.xml") for name, (_, kind, *_rest) in _SIDES.items()]
    targets += [(f"{n}s", f"{n}s.xml") for n in ("footnote", "endnote", "comment")]
    targets += [
        ("package", "embeddings/inside.txt"),
        ("hyperlink", _address(plant)),
        ("glossaryDocument", "glossary.xml"),
    ]
    names = plant("properties", "the title"), plant("properties", "the company"), plant("properties", "a custom one")
    parts: dict[str, str | bytes] = {
        "word/document.xml": _part("document", f"<w:body>{_body(plant)}</w:body>"),
        "word/_rels/document.xml.rels": relations(*targets),
        **{f"word/{n}.xml": _part(t, _para(_run(plant(c, p)))) for n, (t, _, c, p) in _SIDES.items()},
        "word/footnotes.xml": _part("footnotes", note),
        "word/endnotes.xml": _part("endnotes", end),
        "word/comments.xml": _part("comments", comment),
        "word/glossary.xml": _part("glossaryDocument", _para(_run(plant("hidden", "a building block")))),
        "word/embeddings/inside.txt": plant("attachment", "an embedded file"),
        **properties(*names),
    }
    kinds = {f"word/{n}.xml": f"wordprocessingml.{kind}" for n, (_, kind, *_rest) in _SIDES.items()}
    kinds |= {f"word/{n}.xml": f"wordprocessingml.{n}" for n in ("footnotes", "endnotes", "comments")}
    kinds["word/glossary.xml"] = "wordprocessingml.document.glossary"
    kinds["word/document.xml"] = "wordprocessingml.document.main"
    return office("word/document.xml", kinds, parts)


BUILDERS = (Builder("docx", "report.docx", "Word document", build),)
