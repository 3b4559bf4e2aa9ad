# ruff: noqa: E501  (markup stands in one piece)
"""PowerPoint presentations (builders): ECMA-376 part 1, 19."""

from __future__ import annotations

from triage.selftest.builders.package import HEAD, R, office, properties, relations
from triage.selftest.canary import Builder, Plant

_P = (
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    f'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="{R}"'
)


def _paragraph(text: str) -> str:
    return f"<a:p><a:r><a:t>{text}</a:t></a:r></a:p>"


def _shape(text: str, described: str = "") -> str:
    name = f'<p:cNvPr id="2" name="Text" descr="{described}"/>'
    head = f"<p:nvSpPr>{name}<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr/>"
    return f"<p:sp>{head}<p:txBody><a:bodyPr/>{_paragraph(text)}</p:txBody></p:sp>"


def _table(text: str) -> str:
    cell = f"<a:tc><a:txBody><a:bodyPr/>{_paragraph(text)}</a:txBody></a:tc>"
    data = f'<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table"><a:tbl><a:tr h="1">{cell}</a:tr></a:tbl>'
    head = '<p:nvGraphicFramePr><p:cNvPr id="3" name="Table"/><p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr>'
    return f"<p:graphicFrame>{head}<a:graphic>{data}</a:graphicData></a:graphic></p:graphicFrame>"


def _slide(tag: str, shapes: str, show: str = "") -> str:
    group = '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>'
    return f"{HEAD}<p:{tag} {_P}{show}><p:cSld><p:spTree>{group}{shapes}</p:spTree></p:cSld></p:{tag}>"


def _diagram(text: str) -> str:
    point = f'<dgm:pt modelId="1"><dgm:t><a:bodyPr/>{_paragraph(text)}</dgm:t></dgm:pt>'
    space = f'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" {_P}'
    return f"{HEAD}<dgm:dataModel {space}><dgm:ptLst>{point}</dgm:ptLst></dgm:dataModel>"


def build(plant: Plant) -> bytes:
    """Return a presentation with a canary in every place that PowerPoint hides text in."""
    grouped = f"<p:grpSp><p:nvGrpSpPr/><p:grpSpPr/>{_shape(plant('body', 'a shape in a group'))}</p:grpSp>"
    ids = '<p:sldIdLst><p:sldId id="256" r:id="rId1"/><p:sldId id="257" r:id="rId2"/></p:sldIdLst>'
    shown = _shape(plant("body", "a slide"), plant("hidden", "a shape's description")) + _table(
        plant("body", "a table cell")
    )
    comment = f'<p:cm authorId="0" idx="1"><p:pos x="1" y="1"/><p:text>{plant("comment", "a comment")}</p:text></p:cm>'
    names = plant("properties", "the title"), plant("properties", "the company"), plant("properties", "a custom one")
    beside = [
        ("diagramData", "../diagrams/data1.xml"),
        ("notesSlide", "../notesSlides/notesSlide1.xml"),
        ("comments", "../comments/comment1.xml"),
    ]
    parts: dict[str, str | bytes] = {
        "ppt/presentation.xml": f"{HEAD}<p:presentation {_P}>{ids}</p:presentation>",
        "ppt/_rels/presentation.xml.rels": relations(
            *(("slide", f"slides/slide{n}.xml") for n in (1, 2)), ("slideMaster", "slideMasters/slideMaster1.xml")
        ),
        "ppt/slides/slide1.xml": _slide("sld", shown + grouped),
        "ppt/slides/_rels/slide1.xml.rels": relations(*beside, ("package", "../embeddings/inside.txt")),
        "ppt/slides/slide2.xml": _slide("sld", _shape(plant("hidden", "a hidden slide")), ' show="0"'),
        "ppt/slideMasters/slideMaster1.xml": _slide("sldMaster", _shape(plant("margin", "the master's own text"))),
        "ppt/diagrams/data1.xml": _diagram(plant("textbox", "a diagram")),
        "ppt/notesSlides/notesSlide1.xml": _slide("notes", _shape(plant("speaker", "the speaker's notes"))),
        "ppt/comments/comment1.xml": f"{HEAD}<p:cmLst {_P}>{comment}</p:cmLst>",
        "ppt/embeddings/inside.txt": plant("attachment", "an embedded file"),
        **properties(*names),
    }
    kinds = {f"ppt/slides/slide{n}.xml": "presentationml.slide" for n in (1, 2)}
    kinds |= {"ppt/notesSlides/notesSlide1.xml": "presentationml.notesSlide"}
    kinds |= {
        "ppt/slideMasters/slideMaster1.xml": "presentationml.slideMaster",
        "ppt/diagrams/data1.xml": "drawingml.diagramData",
    }
    kinds |= {
        "ppt/comments/comment1.xml": "presentationml.comments",
        "ppt/presentation.xml": "presentationml.presentation.main",
    }
    return office("ppt/presentation.xml", kinds, parts)


BUILDERS = (Builder("pptx", "talk.pptx", "PowerPoint presentation", build),)
