# ruff: noqa: E501  (markup stands in one piece)
"""PowerPoint presentations (builders): ECMA-376 part 1, 19."""

from __future__ import annotations

from tests.selftest.plant import Builder, Plant
from tests.writers.package import HEAD, package, properties, relations
from tests.writers.slides import SPACES, order, paragraph, shape, slide


def _table(text: str) -> str:
    cell = f"<a:tc><a:txBody><a:bodyPr/>{paragraph(text)}</a:txBody></a:tc>"
    data = f'<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table"><a:tbl><a:tr h="1">{cell}</a:tr></a:tbl>'
    head = '<p:nvGraphicFramePr><p:cNvPr id="3" name="Table"/><p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr>'
    return f"<p:graphicFrame>{head}<a:graphic>{data}</a:graphicData></a:graphic></p:graphicFrame>"


def _diagram(text: str) -> str:
    point = f'<dgm:pt modelId="1"><dgm:t><a:bodyPr/>{paragraph(text)}</dgm:t></dgm:pt>'
    space = f'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" {SPACES}'
    return f"{HEAD}<dgm:dataModel {space}><dgm:ptLst>{point}</dgm:ptLst></dgm:dataModel>"


def build(plant: Plant) -> bytes:
    """Return a presentation with a canary in every place that PowerPoint hides text in."""
    grouped = f"<p:grpSp><p:nvGrpSpPr/><p:grpSpPr/>{shape(plant('body', 'a shape in a group'))}</p:grpSp>"
    shown = shape(plant("body", "a slide"), description=plant("hidden", "a shape's description"))
    shown += _table(plant("body", "a table cell"))
    comment = f'<p:cm authorId="0" idx="1"><p:pos x="1" y="1"/><p:text>{plant("comment", "a comment")}</p:text></p:cm>'
    names = plant("properties", "the title"), plant("properties", "the company"), plant("properties", "a custom one")
    beside = [("diagramData", "../diagrams/data1.xml"), ("notesSlide", "../notesSlides/notesSlide1.xml")]
    beside += [("comments", "../comments/comment1.xml"), ("package", "../embeddings/inside.txt")]
    parts: dict[str, str | bytes] = {
        "ppt/presentation.xml": order(2),
        "ppt/_rels/presentation.xml.rels": relations(
            *(("slide", f"slides/slide{n}.xml") for n in (1, 2)), ("slideMaster", "slideMasters/slideMaster1.xml")
        ),
        "ppt/slides/slide1.xml": slide("sld", shown + grouped),
        "ppt/slides/_rels/slide1.xml.rels": relations(*beside),
        "ppt/slides/slide2.xml": slide("sld", shape(plant("hidden", "a hidden slide")), ' show="0"'),
        "ppt/slideMasters/slideMaster1.xml": slide("sldMaster", shape(plant("margin", "the master's own text"))),
        "ppt/diagrams/data1.xml": _diagram(plant("textbox", "a diagram")),
        "ppt/notesSlides/notesSlide1.xml": slide("notes", shape(plant("speaker", "the speaker's notes"))),
        "ppt/comments/comment1.xml": f"{HEAD}<p:cmLst {SPACES}>{comment}</p:cmLst>",
        "ppt/embeddings/inside.txt": plant("attachment", "an embedded file"),
        **properties(*names),
    }
    return package(parts)


BUILDERS = (Builder("pptx", "talk.pptx", "PowerPoint presentation", build),)
