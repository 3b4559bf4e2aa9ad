"""Labels of lists in OpenDocument texts."""

from __future__ import annotations

from tests.parsers.reading import Reading, read
from tests.writers.opendocument import SPACES as NS
from tests.writers.opendocument import odf


def level(number: int, form: str = "1", more: str = "", kind: str = "list-level-style-number") -> str:
    return f'<text:{kind} text:level="{number}" style:num-format="{form}" {more}/>'


def item(*content: str, more: str = "") -> str:
    inner = "".join(c if c.startswith("<") else f"<text:p>{c}</text:p>" for c in content)
    return f"<text:list-item {more}>{inner}</text:list-item>"


def listed(*items: str, style: str = "L1", more: str = "") -> str:
    named = f'text:style-name="{style}"' if style else ""
    return f"<text:list {named} {more}>{''.join(items)}</text:list>"


STYLES = (
    f'<text:list-style style:name="L1" {NS}>'
    + level(1, more='style:num-suffix="."')
    + level(2, more='text:display-levels="2"')
    + level(3, "a", 'style:num-prefix="(" style:num-suffix=")" text:start-value="2"')
    + "</text:list-style>"
)


def reading(body: str, styles: str = STYLES) -> Reading:
    data = f"<office:document-styles {NS}><office:styles>{styles}</office:styles></office:document-styles>"
    return read(odf("text", body, parts={"styles.xml": data}))


def test_items_have_the_labels_that_a_reader_sees() -> None:
    deep = listed(item("Goods", listed(item("steel"), item("tin"), style="")), item("Price"), style="")
    found = reading(listed(item("Scope", "goes on", deep), item("Term"), item("", "late")))
    assert found.text().split("\n") == [
        "1.\tScope",
        "goes on",
        "1.1\tGoods",
        "(b)\tsteel",
        "(c)\ttin",
        "1.2\tPrice",
        "2.\tTerm",
        "late",
    ]


def test_a_new_list_starts_again_unless_it_goes_on() -> None:
    again = listed(item("c")) + listed(item("d"), more='text:continue-numbering="true"')
    body = listed(item("a"), item("b")) + again + listed(item("e", more='text:start-value="7"'), item("f"))
    assert reading(body).text().split("\n") == ["1.\ta", "2.\tb", "1.\tc", "2.\td", "7.\te", "8.\tf"]


def test_headings_are_numbered_by_the_outline() -> None:
    outline = level(1, "I", 'style:num-suffix=")"', "outline-level-style")
    outline += level(2, "1", 'style:num-list-format="%1%.%2%"', "outline-level-style")
    outline += level(3, "", "", "outline-level-style")
    body = "".join(
        f'<text:h text:outline-level="{at}" {more}>{text}</text:h>'
        for at, text, more in (
            (1, "One", ""),
            (2, "Two", ""),
            (3, "Three", ""),
            (1, "off", 'text:is-list-header="true"'),
        )
    )
    found = reading(body, f"<text:outline-style {NS}>{outline}</text:outline-style>")
    assert found.text().split("\n") == ["I)\tOne", "I.1\tTwo", "Three", "off"]


def test_bullets_headers_and_unknown_styles_give_no_label() -> None:
    bullets = f'<text:list-style style:name="B" {NS}><text:list-level-style-bullet text:level="1"/></text:list-style>'
    header = "<text:list-header><text:p>Items</text:p></text:list-header>"
    body = listed(item("dot"), style="B") + listed(item("lost"), style="gone") + listed(header, item("first"))
    assert reading(body, STYLES + bullets).text().split("\n") == ["dot", "lost", "Items", "1.\tfirst"]
