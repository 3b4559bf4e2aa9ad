"""Contacts: one item a card."""

from __future__ import annotations

import pytest

from tests.effort import counted
from tests.parsers.reading import read
from triage.parsers.text.vcf import parse_components

CARD = """BEGIN:VCARD
VERSION:3.0
N:Levi;Dana;;Dr.;
FN:Dr. Dana Levi
ORG:Northwind Instruments;Research
EMAIL;TYPE=WORK:dana@north.test
ADR;TYPE=HOME:;;1 Main St\\; rear;Haifa;;31000;Israel
NOTE:Knows about\\nthe falcon
PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQ
item1.X-ABLABEL:boss
END:VCARD
"""


def test_one_card_is_one_item() -> None:
    reading = read(CARD.encode(), "dana.vcf")
    assert reading.extract.subject == "Dr. Dana Levi"
    for part in ("Northwind Instruments, Research", "Email (WORK): dana@north.test", "1 Main St; rear, Haifa", "boss"):
        assert part in reading.text()
    assert "Knows about\nthe falcon" in reading.text()
    assert [(c.name, c.data[:3]) for c in reading.children] == [("photo.jpeg", b"\xff\xd8\xff")]
    assert reading.codes == []


def test_address_book_gives_a_child_for_each_card() -> None:
    other = "BEGIN:VCARD\nVERSION:2.1\nN:Haddad;Omar\nAGENT:\nBEGIN:VCARD\nFN:Agent\nEND:VCARD\nEND:VCARD\n"
    reading = read((CARD + other).encode(), "all.vcf")
    assert reading.names == ["Dr. Dana Levi.vcf", "Omar Haddad.vcf"]
    second = read(reading.children[1].data, "x.vcf")
    assert "Agent" in second.text()


@pytest.mark.parametrize("codec", ["utf-8", "utf-16", "cp1255"])
def test_character_sets(codec: str) -> None:
    data = "BEGIN:VCARD\nFN:דנה לוי מצפון הארץ\nNOTE:פרויקט הנץ סודי ביותר\nEND:VCARD\n".encode(codec)
    assert "פרויקט הנץ" in read(data, "x.vcf").text()


def test_quoted_printable_of_version_2() -> None:
    data = b"BEGIN:VCARD\nVERSION:2.1\nFN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=D7=93=D7=A0=D7=94\nEND:VCARD\n"
    assert read(data).extract.subject == "דנה"


def test_card_whose_start_is_damaged_is_still_read() -> None:
    assert "Dana" in read(b"BEGIN:VCARD x\nFN:Dana\nEND:VCARD\n").text()


# Content lines of calendars and contacts: folding, parameters and escapes.


def test_folding_parameters_and_escapes() -> None:
    text = 'BEGIN:X\r\nSUMMARY;LANGUAGE=en;X-A="b;c:d",e:long\r\n  line\\, with\\nbreak\r\nEND:X\r\n'
    root, sound = parse_components(text)
    found = root.components[0].properties[0]
    assert sound
    assert found.text() == "long line, with\nbreak"
    assert found.parameters["X-A"] == ["b;c:d", "e"]
    assert found.extras() == "b;c:d e"


def test_quoted_printable_with_soft_line_ends() -> None:
    text = "BEGIN:X\r\nNOTE;ENCODING=QUOTED-PRINTABLE;CHARSET=windows-1255:=F9=EC=\r\n=E5=ED=0D=0Ax\r\nEND:X"
    assert parse_components(text)[0].components[0].text_of("NOTE") == "שלום\nx"


def test_base64_and_data_addresses() -> None:
    text = "BEGIN:X\nPHOTO;ENCODING=b:aGVs\n bG8=\nPHOTO:data:image/png;base64,aGk\nURL:http://x.test\nEND:X"
    properties = parse_components(text)[0].components[0].properties
    assert [p.data() for p in properties] == [b"hello", b"hi", None]


def test_broken_lines_are_kept() -> None:
    root, sound = parse_components("BEGIN:X\nno colon here\nA:b\nEND:Y\n")
    assert not sound
    assert root.components[0].broken == ["no colon here"]
    assert root.components[0].text_of("A") == "b"


def test_caret_escapes() -> None:
    assert parse_components('A;LABEL="x^ny^\'z^^":v')[0].properties[0].parameters["LABEL"] == ['x\ny"z^']


def test_backslashes_in_parameters_as_many_write_them() -> None:
    (found,) = parse_components(r'ORGANIZER;CN=Lark\; Ltd\, Tel Aviv\:x,Ben;X="a\;b";Y=C\d:mailto:a@x.example')[
        0
    ].properties
    assert found.parameters == {"CN": ["Lark; Ltd, Tel Aviv:x", "Ben"], "X": [r"a\;b"], "Y": [r"C\d"]}
    assert found.value == "mailto:a@x.example"


def test_line_ends_in_parameters_as_many_write_them() -> None:
    quoted = r';L="Heron Way 16\n1276 Larkby\NDenmark";P="C:\new files\notes";S="\\north\new plans"'
    plain = r";D=NORTH\nadia;U=Way 1\nLarkby"
    found = parse_components(f"A{quoted}{plain}:v")[0].properties[0].parameters
    assert found["L"] == ["Heron Way 16\n1276 Larkby\nDenmark"] and found["U"] == ["Way 1\nLarkby"]
    assert found["P"] == [r"C:\new files\notes"] and found["S"] == [r"\\north\new plans"]
    assert found["D"] == [r"NORTH\nadia"]


def test_time_is_linear() -> None:
    with counted() as effort:
        parse_components("BEGIN:X\n" * 20_000)
        parse_components("A" + ";" * 200_000)
        parse_components("A" + ';"' * 100_000 + ":")
        parse_components("A:b\n " * 100_000)
        parse_components("A;B=" + "\\" * 200_000)
    assert effort.steps < 4_000_000
