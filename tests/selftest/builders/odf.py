# ruff: noqa: E501  (markup stands in one piece)
"""OpenDocument texts, spreadsheets and presentations (builders): OASIS OpenDocument 1.3, part 3."""

from __future__ import annotations

from tests.selftest.plant import Builder, Plant
from tests.writers.opendocument import odf


def _p(text: str) -> str:
    return f"<text:p>{text}</text:p>"


def _document(plant: Plant, kind: str, body: str, looks: str = "", master: str = "", more: str = "") -> bytes:
    styles = (
        "<office:document-styles SPACE><office:master-styles>"
        f'<style:master-page style:name="Standard">{master}</style:master-page></office:master-styles>'
        "</office:document-styles>"
    )
    meta = (
        f"<office:document-meta SPACE><office:meta><dc:title>{plant('properties', 'the title')}</dc:title>"
        f'<meta:user-defined meta:name="Remark">{plant("properties", "a custom one")}</meta:user-defined>'
        "</office:meta></office:document-meta>"
    )
    inside = plant("attachment", "an embedded file") if more else ""
    return odf(kind, body, looks, {"styles.xml": styles, "meta.xml": meta, "inside.txt": inside})


def _comment(text: str) -> str:
    return f"<office:annotation><dc:creator>Ada</dc:creator>{_p(text)}</office:annotation>"


def _margins(plant: Plant) -> str:
    return (
        f"<style:header>{_p(plant('margin', 'the header'))}</style:header>"
        f"<style:footer>{_p(plant('margin', 'the footer'))}</style:footer>"
    )


def _note(kind: str, text: str) -> str:
    cite = f"<text:note-citation>1</text:note-citation><text:note-body>{_p(text)}</text:note-body>"
    return f'<text:note text:note-class="{kind}">{cite}</text:note>'


def _odt(plant: Plant) -> bytes:
    author = plant("properties", "the author of a change")
    info = f"<office:change-info><dc:creator>{author}</dc:creator></office:change-info>"
    gone = f"<text:deletion>{info}{_p(plant('tracked', 'a deletion'))}</text:deletion>"
    new = f"<text:insertion>{info}</text:insertion>"
    changes = "".join(
        f'<text:changed-region text:id="c{n}">{change}</text:changed-region>' for n, change in enumerate((gone, new), 1)
    )
    box = f"<draw:frame><draw:text-box>{_p(plant('textbox', 'a text box'))}</draw:text-box></draw:frame>"
    notes = _note("footnote", plant("note", "a footnote")) + _note("endnote", plant("note", "an endnote"))
    table = f"<table:table><table:table-row><table:table-cell>{_p(plant('body', 'a table cell'))}</table:table-cell></table:table-row></table:table>"
    insertion = f'<text:change-start text:change-id="c2"/>{plant("tracked", "an insertion")}<text:change-end text:change-id="c2"/>'
    body = (
        f"<text:tracked-changes>{changes}</text:tracked-changes>{_p(plant('body', 'a paragraph') + notes)}{table}"
        f"{_p(insertion)}{_p('<text:change text:change-id=' + chr(34) + 'c1' + chr(34) + '/>' + box)}"
        f"{_p(_comment(plant('comment', 'a comment')))}"
        f'{_p(f"""<text:span text:style-name="T1">{plant("hidden", "hidden text")}</text:span>""")}'
        f'<text:section text:name="S" text:display="none">{_p(plant("hidden", "a hidden section"))}</text:section>'
    )
    looks = (
        '<style:style style:name="T1" style:family="text"><style:text-properties text:display="none"/></style:style>'
    )
    return _document(plant, "text", body, looks, _margins(plant), "embedded")


def _row(text: str, attributes: str = "", after: str = "") -> str:
    cell = f'<table:table-cell office:value-type="string">{_p(text)}{after}</table:table-cell>'
    return f"<table:table-row{attributes}>{cell}</table:table-row>"


def _ods(plant: Plant) -> bytes:
    looks = (
        '<style:style style:name="H" style:family="table"><style:table-properties table:display="false"/></style:style>'
    )
    shown = _row(plant("body", "a cell"), after=_comment(plant("comment", "a cell comment")))
    shown += _row(plant("hidden", "a hidden row"), ' table:visibility="collapse"')
    unseen = _row(plant("hidden", "a hidden sheet"))
    body = f'<table:table table:name="Shown">{shown}</table:table>'
    body += f'<table:table table:name="Unseen" table:style-name="H">{unseen}</table:table>'
    return _document(plant, "spreadsheet", body, looks, _margins(plant))


def _odp(plant: Plant) -> bytes:
    looks = '<style:style style:name="H" style:family="drawing-page"><style:drawing-page-properties presentation:visibility="hidden"/></style:style>'

    def frame(text: str) -> str:
        return f"<draw:frame><draw:text-box>{_p(text)}</draw:text-box></draw:frame>"

    notes = f"<presentation:notes>{frame(plant('speaker', 'the notes'))}</presentation:notes>"
    body = (
        f'<draw:page draw:name="1">{frame(plant("body", "a slide"))}{_comment(plant("comment", "a comment"))}{notes}</draw:page>'
        f'<draw:page draw:name="2" draw:style-name="H">{frame(plant("hidden", "a hidden slide"))}</draw:page>'
    )
    return _document(plant, "presentation", body, looks)


BUILDERS = (
    Builder("odt", "report.odt", "OpenDocument", _odt),
    Builder("ods", "figures.ods", "OpenDocument", _ods),
    Builder("odp", "talk.odp", "OpenDocument", _odp),
)
