"""iWork documents in both forms: text, cells and passwords."""

from __future__ import annotations

from tests.parsers.reading import read
from tests.writers.iwork import field, message
from tests.writers.package import zipped

SF = 'xmlns:sf="http://developer.apple.com/namespaces/sf" xmlns:sfa="http://developer.apple.com/namespaces/sfa"'


def test_the_older_form() -> None:
    index = (
        f"<doc {SF}><sf:metadata><sf:title><sf:string sfa:string='Plan'/></sf:title></sf:metadata>"
        "<sf:header><sf:text-storage><sf:p>Letterhead</sf:p></sf:text-storage></sf:header>"
        "<sf:text-storage sf:kind='footnote'><sf:p>See the annex</sf:p></sf:text-storage>"
        "<sf:text-storage sf:kind='body'><sf:p>Board<sf:br/>meeting</sf:p></sf:text-storage><sf:ct sfa:s='cell'/></doc>"
    )
    reading = read(zipped({"index.xml": index}), "a.pages")
    assert reading.text() == "Board\nmeeting\ncell" and reading.text("margin") == "Letterhead"
    assert reading.text("note") == "See the annex" and reading.extract.subject == "Plan"


def test_the_newer_form_and_its_damage() -> None:
    table = field(3, field(1, 1) + field(3, b"cell"))
    data = zipped(
        {
            "Index/Document.iwa": message(7, 2001, field(3, "שלום board".encode()))
            + message(7, 99, field(3, b"style")),
            "Index/Tables/DataList.iwa": message(7, 6005, table),
            "Index/Broken.iwa": b"\1\2\3\4\5",
        }
    )
    reading = read(data, "a.pages")
    assert reading.text() == "שלום board\ncell" and reading.codes == ["damaged"]


def test_a_password_is_told() -> None:
    assert read(zipped({"index.xml": b"\0\1\2" * 50}), "a.pages").codes == ["encrypted"]


def cells(*said: str) -> str:
    inside = "".join(said)
    table = (
        f"<sf:tabular-model sf:name='T'><sf:grid><sf:datasource>{inside}</sf:datasource></sf:grid></sf:tabular-model>"
    )
    return f"<doc {SF}>{table}</doc>"


def test_values_of_cells() -> None:
    index = cells(
        "<sf:t><sf:ct sfa:s='Gas'/></sf:t><sf:n sf:v='4650'/><sf:n sf:v='-97.400000000000006'/><sf:n/><sf:g/>",
        "<sf:d sf:cell-date='276048000'/><sf:du sf:du='5400'/><sf:cb sf:v='true'/><sf:st sf:v='3'/><sf:sl sf:v='7'/>",
        "<sf:ra sf:v='5'/><sf:number-cell sf:value='12'/><sf:date-cell sf:cell-date='2009-10-02T00:00:00+0000'/>",
    )
    said = read(zipped({"index.xml": index}), "a.numbers").text().split("\n")
    assert said[:7] == ["Gas", "4650", "-97.4", "2009-10-01", "1:30:00", "true", "3"]
    assert said[7:] == ["7", "5", "12", "2009-10-02T00:00:00+0000", "T"]


def test_formulas_and_their_results() -> None:
    index = cells(
        "<sf:f><sf:fo sf:fs='=SUM(B)'/><sf:r><sf:rn sf:v='-226'/></sf:r></sf:f>",
        "<sf:f><sf:fo sf:fs='=A1'/><sf:r><sf:rt><sf:ct sfa:s='Gas'/></sf:rt></sf:r></sf:f>",
        "<sf:f><sf:r><sf:rd sf:cell-date='0'/></sf:r></sf:f><sf:f><sf:r><sf:rb sf:v='false'/></sf:r></sf:f>",
        "<sf:formula-cell><sf:formula sf:formula-string='=B1'/><sf:result-cell><sf:result-number-cell sf:value='8'/>"
        "</sf:result-cell></sf:formula-cell>",
    )
    reading = read(zipped({"index.xml": index}), "a.numbers")
    assert reading.text() == "-226\nGas\n2001-01-01\nfalse\n8\nT"
    assert reading.text("fieldcode") == "=SUM(B)\n=A1\n=B1"


def test_what_looks_like_a_cell_elsewhere_is_none() -> None:
    index = f"<doc {SF}><sf:style><sf:n sf:v='9'/><sf:fo sf:fs='chart'/></sf:style><sf:p>x</sf:p></doc>"
    assert read(zipped({"index.xml": index}), "a.pages").text() == "x"


MENU = (
    "<sf:pm><sf:menu-choices><sf:t sfa:ID='c0'><sf:ct sfa:s='Home'/></sf:t>"
    "<sf:t sfa:ID='c1'><sf:ct sfa:s='Gas'/></sf:t>"
    "<sf:n sfa:ID='c2' sf:v='5'/></sf:menu-choices><sf:proxied-cell-ref sfa:IDREF='{}'/></sf:pm>"
)


def test_only_the_chosen_one_of_a_menu_is_shown() -> None:
    again = "<sf:pm><sf:menu-choices-ref sfa:IDREF='m'/><sf:proxied-cell-ref sfa:IDREF='c0'/></sf:pm>"
    index = cells(MENU.format("c1"), MENU.format("c2"), again)
    reading = read(zipped({"index.xml": index}), "a.numbers")
    assert reading.text() == "Gas\n5\nHome\nT" and reading.text("hidden") == "Home\nGas\n5"


def test_where_no_one_is_known_to_be_chosen_all_are_shown() -> None:
    assert read(zipped({"index.xml": cells(MENU.format("zz"))}), "a.numbers").text() == "Home\nGas\n5\nT"


def test_values_that_are_none() -> None:
    index = cells("<sf:d sf:cell-date='1e300'/><sf:n sf:v='nan'/><sf:du sf:du='inf'/><sf:n sf:v='x'/>")
    assert read(zipped({"index.xml": index}), "a.numbers").text() == "1e300\nx\nT"
