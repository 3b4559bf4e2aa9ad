from __future__ import annotations

from tests.parsers.office_builders import zipped
from tests.parsers.reading import read
from triage.selftest.builders.iwork import archive, field

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
            "Index/Document.iwa": archive(2001, field(3, "שלום board".encode())) + archive(99, field(3, b"style")),
            "Index/Tables/DataList.iwa": archive(6005, table),
            "Index/Broken.iwa": b"\1\2\3\4\5",
        }
    )
    reading = read(data, "a.pages")
    assert reading.text() == "שלום board\ncell" and reading.codes == ["damaged"]


def test_copies_in_snappy() -> None:
    from triage.parsers.iwa import _snappy

    assert _snappy(b"\x09" + b"\x08abc" + bytes([(6 - 4) << 2 | 1, 3])) == b"abcabcabc"


def test_a_password_is_told() -> None:
    assert read(zipped({"index.xml": b"\0\1\2" * 50}), "a.pages").codes == ["encrypted"]
