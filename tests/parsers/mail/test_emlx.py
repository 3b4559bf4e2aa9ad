"""Apple Mail messages: the mail and the notes behind it."""

from __future__ import annotations

import plistlib

from tests.parsers.mail_builders import mail
from tests.parsers.reading import read
from triage.parsers.kit.contract import Probe
from triage.parsers.mail.emlx import claims


def emlx(message: bytes, flags: int = 0b10011) -> bytes:
    return f"{len(message)}\n".encode() + message + plistlib.dumps({"flags": flags, "remote-id": "7"})


def test_the_mail_and_what_apple_mail_noted() -> None:
    reading = read(emlx(mail("Hello")), "1.emlx")
    assert (reading.extract.subject, reading.text()) == ("Test", "Hello")
    assert ("flags", "read, deleted, flagged") in reading.extract.properties
    assert "remote-id: 7" in reading.text("properties")


def test_a_cut_file_and_one_without_attachments_are_told() -> None:
    assert read(emlx(mail("Hello"))[:60], "1.emlx").codes == ["truncated"]
    assert read(emlx(mail("Hello")), "1.partial.emlx").codes == ["external"]


def test_known_by_its_first_two_lines() -> None:
    assert claims(Probe(emlx(mail()), "anything"))
    assert not claims(Probe(b"12\nnot a mail\n", "1.emlx"))


def test_a_broken_property_list_loses_only_itself() -> None:
    reading = read(emlx(mail("Hello")).replace(b"</plist>", b"<plist"), "1.emlx")
    assert (reading.text(), reading.codes) == ("Hello", [])
