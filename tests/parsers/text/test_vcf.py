"""Contacts: one item a card."""

from __future__ import annotations

import pytest

from tests.parsers.reading import read

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
