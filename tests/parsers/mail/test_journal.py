"""Tests of journal reports: the recipients of the envelope are those of the report."""

from __future__ import annotations

from tests.parsers.mail_builders import mail
from tests.parsers.reading import read

TEXT = """Sender: ada@lark.example
Subject: Heron
Message-Id: <1@lark.example>
To: ben@lark.example
To: cleo@lark.example, Expanded: team@lark.example
Cc: dov@lark.example
Bcc: eve@rival.example
Recipient: fay@lark.example, Forwarded: gil@lark.example
"""
REPORT = (
    "--b\nContent-Type: text/plain\n\n" + TEXT + "\n--b\nContent-Type: message/rfc822\n\n"
    "From: ada@lark.example\nTo: ben@lark.example\nSubject: Heron\nMessage-ID: <1@lark.example>\n\n"
    "To: nobody@x.example\n--b--\n"
)


def _report(**fields: str) -> bytes:
    return mail(REPORT, Content_Type='multipart/mixed; boundary="b"', To="journal@lark.example", **fields)


def test_the_envelope_tells_whom_a_message_went_to() -> None:
    reading = read(_report(X_MS_Journal_Report=""), "x.eml")
    extract = reading.extract
    assert extract.to == ["journal@lark.example", "ben@lark.example", "cleo@lark.example", "team@lark.example"]
    assert (extract.cc, extract.bcc) == (
        ["dov@lark.example"],
        ["eve@rival.example", "fay@lark.example", "gil@lark.example"],
    )
    assert ("Journal report", "5 recipients") in extract.properties
    assert TEXT.strip() in reading.text()


def test_other_mail_that_looks_so_is_left_alone() -> None:
    extract = read(_report(), "x.eml").extract
    assert (extract.to, extract.cc, extract.bcc) == (["journal@lark.example"], [], [])
