# ruff: noqa: E501  (markup stands in one piece)
"""Visio drawings (builder)."""

from __future__ import annotations

from tests.selftest.plant import Builder, Plant
from tests.writers.package import HEAD, package, properties


def _visio(plant: Plant) -> bytes:
    space = 'xmlns="http://schemas.microsoft.com/office/visio/2012/main"'

    def page(text: str) -> str:
        return f"{HEAD}<PageContents {space}><Shapes><Shape><Text>{text}</Text></Shape></Shapes></PageContents>"

    comment = f"<Comments {space}><CommentList><CommentEntry>{plant('comment', 'a comment')}</CommentEntry></CommentList></Comments>"
    names = plant("properties", "the title"), plant("properties", "the company"), plant("properties", "a custom one")
    parts: dict[str, str | bytes] = {
        "visio/document.xml": f"{HEAD}<VisioDocument {space}/>",
        "visio/pages/pages.xml": f'{HEAD}<Pages {space}><Page Name="Page"/></Pages>',
        "visio/pages/page1.xml": page(plant("body", "a shape on a page")),
        "visio/masters/master1.xml": page(plant("margin", "a master shape")),
        "visio/comments.xml": HEAD + comment,
        **properties(*names),
    }
    return package(parts)


BUILDERS = (Builder("vsdx", "plan.vsdx", "Visio drawing", _visio),)
