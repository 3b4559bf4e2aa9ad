"""PowerPoint presentations: the markup of ECMA-376 part 1, 19."""

from __future__ import annotations

from html import escape

from tests.writers.package import HEAD, R

P = "http://schemas.openxmlformats.org/presentationml/2006/main"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
SPACES = f'xmlns:p="{P}" xmlns:a="{A}" xmlns:r="{R}"'


def paragraph(text: str) -> str:
    """Return a paragraph of a shape (21.1.2.2.6)."""
    return f"<a:p><a:r><a:t>{escape(text, quote=False)}</a:t></a:r></a:p>"


def shape(text: str, number: int = 2, description: str = "") -> str:
    """Return a shape with a text and a description for those who don't see it (19.3.1.43)."""
    described = f' descr="{description}"' if description else ""
    name = f'<p:cNvPr id="{number}" name="Text {number}"{described}/>'
    head = f"<p:nvSpPr>{name}<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr/>"
    return f"<p:sp>{head}<p:txBody><a:bodyPr/>{paragraph(text)}</p:txBody></p:sp>"


def slide(tag: str, shapes: str, show: str = "") -> str:
    group = '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>'
    return f"{HEAD}<p:{tag} {SPACES}{show}><p:cSld><p:spTree>{group}{shapes}</p:spTree></p:cSld></p:{tag}>"


def order(count: int, more: str = "") -> str:
    """Return the main part, which lists the slides by the relationships rId1, rId2 ... (19.2.1.26)."""
    ids = "".join(f'<p:sldId id="{255 + n}" r:id="rId{n}"/>' for n in range(1, count + 1))
    return f"{HEAD}<p:presentation {SPACES}><p:sldIdLst>{ids}</p:sldIdLst>{more}</p:presentation>"
