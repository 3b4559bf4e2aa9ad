"""Mail messages: header fields, bodies, alternatives, attachments, and damage."""

from __future__ import annotations

import base64
import binascii
import email

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.effort import counted
from tests.parsers.mail_builders import mail, multipart
from tests.parsers.reading import read
from tests.writers.signed import cms
from triage.parsers import by_type
from triage.parsers.kit.contract import Probe
from triage.parsers.mail.eml import TYPE, Tree, claims, message_ids, read_message, read_tree


def test_fields() -> None:
    extract = read(
        mail(
            Cc='"Cole, C" <c@x.example>',
            Bcc="hidden@x.example",
            Date="Mon, 1 Jan 2024 10:00:00 +0200",
            Message_ID="<1@x.example>",
            References="<a@x.example>\n <b@x.example>",
            In_Reply_To="<b@x.example>",
        ),
        "x.eml",
    ).extract
    assert (extract.type, extract.subject, extract.sender) == ("message/rfc822", "Test", "Ada Lark <ada@lark.example>")
    assert (extract.to, extract.cc, extract.bcc) == (
        ["ben@lark.example"],
        ["Cole, C <c@x.example>"],
        ["hidden@x.example"],
    )
    assert (extract.date, extract.message_id) == ("Mon, 1 Jan 2024 10:00:00 +0200", "<1@x.example>")
    assert extract.references == ["<a@x.example>", "<b@x.example>"]


@pytest.mark.parametrize(
    ("written", "ids"),
    [
        ("<a@x> <b@x>", ["<a@x>", "<b@x>"]),
        ("a@x", ["<a@x>"]),
        ("a@x, b@x; <c@x>", ["<a@x>", "<b@x>", "<c@x>"]),
        ('"a@x"', ["<a@x>"]),
        ("a@x (Ann's message)", ["<a@x>"]),
        ("20021010123456.AB7", ["<20021010123456.AB7>"]),
        ("<long.id.\n in.two.lines@x>", ["<long.id.in.two.lines@x>"]),
        ('Your message of "Thu, 1 Aug 2002 17:15:27 BST." <a@x>', ["<a@x>"]),
        ("Message from Ann <ann@p.example> of Friday <a@x> <b@x> .", ["<a@x>", "<b@x>"]),
        ("<a@x>; from Ann <ann@p.example> on Thu", ["<a@x>"]),
        ("message-id <a@x> of Friday", ["<a@x>"]),
        ('ann@p.example\'s message of "Wed, 4 Sep 2002"', []),
        ("2002-10-21", []),
        ("< > <>", []),
    ],
)
def test_message_ids_are_read_with_and_without_brackets_and_among_words(written: str, ids: list[str]) -> None:
    assert message_ids(written) == ids


def test_a_person_s_address_is_no_message_that_was_answered() -> None:
    """Else all answers to Ben would be one conversation."""
    extract = read(mail(To="Ben <ben@lark.example>", In_Reply_To="Ben@lark.example", References="<a@x>")).extract
    assert extract.references == ["<a@x>"]


def test_every_header_is_text_by_what_it_tells() -> None:
    fields = {"X_Code": "Falcon", "Received": "from a", "Reply_To": "r@x.example", "MIME_Version": "1.0"}
    ids = {"Message_ID": "<1@x.example>", "In_Reply_To": "<2@x.example>\n <3@x.example>", "References": "<2@x.example>"}
    reading = read(mail(**fields, **ids, Content_Type="text/plain; x-note=Falcon", Date="Mon, 1 Jan 2024 10:00"))
    assert reading.text("headers") == "X-Code: Falcon\nReply-To: r@x.example"
    assert ("Reply-To", "r@x.example") in reading.extract.properties
    assert reading.text("message-id") == (
        "Message-ID: <1@x.example>\nIn-Reply-To: <2@x.example> <3@x.example>\nReferences: <2@x.example>"
    )
    assert reading.text("transport") == (
        "Received: from a\nMIME-Version: 1.0\nContent-Type: text/plain; x-note=Falcon\nDate: Mon, 1 Jan 2024 10:00"
    )


def test_the_type_of_every_part_is_kept() -> None:
    reading = read(multipart("Content-Type: text/html\n\n<p>Hello", "Content-Type: image/x-heron\n\nx"), "x.eml")
    types = ['multipart/mixed; boundary="b1"', "text/html", "image/x-heron"]
    assert reading.text("transport").split("\n")[1:] == [f"Content-Type: {kind}" for kind in types]


def test_a_route_before_an_address_is_kept() -> None:
    reading = read(mail(To="Ben <@r.example,@s.example:ben@x.example>, c@x.example", Cc="d@x.example"))
    assert reading.extract.to == ["Ben <ben@x.example>", "c@x.example"]
    assert reading.text("headers") == "To: Ben <@r.example,@s.example:ben@x.example>, c@x.example"


@pytest.mark.parametrize("coding", ["base64 (packed)", "(a (nested) one) base64", '"base64"'])
def test_a_comment_beside_the_transfer_coding_means_nothing(coding: str) -> None:
    assert read(mail("RmFsY29u", Content_Transfer_Encoding=coding)).text() == "Falcon"


def test_a_file_s_name_is_no_text_of_the_message_around_it() -> None:
    """It may be sealed while the message isn't; ``file:`` finds it."""
    names = "Content-Type: text/x-plan; name*0=plan; charset=utf-8;\n name*1=.txt\nContent-Disposition: attachment; "
    reading = read(multipart("\nHello", f'{names}filename="plan.txt"; size=1\n\nx'), "x.eml")
    assert "plan.txt" not in "".join(segment.text for segment in reading.extract.segments)
    said = "Content-Type: text/x-plan; charset=utf-8\nContent-Disposition: attachment; size=1"
    assert reading.text("transport").endswith(said) and reading.names == ["plan.txt"]


def test_second_subjects_and_recipients_are_kept() -> None:
    reading = read(b"From: a@x.example\nTo: b@x.example\nTo: c@x.example\nSubject: one\nSubject: two\n\nx")
    assert reading.extract.to == ["b@x.example", "c@x.example"]
    assert (reading.extract.subject, reading.text("headers")) == ("one", "Subject: two")


def test_the_sender_stands_in_where_nobody_is_from() -> None:
    assert read(b"Sender: s@x.example\nDate: x\nTo: b@x.example\n\nx", "x.eml").extract.sender == "s@x.example"


def test_a_mail_without_a_date_is_dated_by_its_arrival() -> None:
    extract = read(mail(Received="from a by b; Mon, 1 Jan 2024 10:00:00 +0200")).extract
    assert extract.date == "Mon, 1 Jan 2024 10:00:00 +0200"
    assert ("Date taken from", "Received") in extract.properties


def test_plain_text_with_its_html_beside_it() -> None:
    reading = read(
        multipart("Content-Type: text/plain\n\nPlain", "Content-Type: text/html\n\n<p>Rich</p>", subtype="alternative")
    )
    assert (reading.text(), reading.text("alternative")) == ("Plain", "Rich")
    assert not reading.children


def test_html_alone_is_the_body() -> None:
    blank = multipart("Content-Type: text/plain\n\n ", "Content-Type: text/html\n\n<p>Rich</p>", subtype="alternative")
    assert read(blank).text() == "Rich"
    assert read(mail("<p>Only</p>", Content_Type="text/html")).text() == "Only"


def test_html_in_related_beside_plain_is_the_alternative() -> None:
    related = 'Content-Type: multipart/related; boundary="r"\n\n--r\nContent-Type: text/html\n\n<p>Rich</p>\n--r--'
    reading = read(multipart("\nPlain", related, subtype="alternative"))
    assert reading.text("alternative") == "Rich"


def test_the_character_set_of_html_may_stand_in_the_html() -> None:
    body = '<meta charset="windows-1255"><p>ש</p>'.encode("windows-1255").decode("latin-1")
    assert read(mail("", Content_Type="text/html") + body.encode("latin-1")).text() == "ש"


@pytest.mark.parametrize(
    ("charset", "text"),
    [("windows-1255", "שלום"), ("windows-1256", "مرحبا"), ("koi8-r", "Привет"), ("iso-2022-jp", "こんにちは")],
)
@pytest.mark.parametrize("encoding", ["8bit", "base64", "quoted-printable"])
def test_character_sets_and_encodings(charset: str, text: str, encoding: str) -> None:
    raw = text.encode(charset)
    body = {"8bit": raw, "base64": base64.b64encode(raw), "quoted-printable": binascii.b2a_qp(raw)}[encoding]
    head = mail(Content_Type=f"text/plain; charset={charset}", Content_Transfer_Encoding=encoding, MIME_Version="1.0")
    reading = read(head.removesuffix(b"Hello") + body)
    assert (reading.text(), reading.codes) == (text, [])


def test_a_guessed_character_set_is_told() -> None:
    reading = read(mail("").removesuffix(b"") + "Прошу прислать отчёт до пятницы".encode("koi8-r"))
    assert reading.text() == "Прошу прислать отчёт до пятницы"
    assert reading.codes == ["charset-guessed"]


def test_attachments_keep_name_type_and_bytes() -> None:
    part = "Content-Type: application/pdf\nContent-Disposition: attachment; filename*=utf-8''%D7%A9.pdf\n"
    part += "Content-Transfer-Encoding: base64\n\n" + base64.b64encode(b"%PDF-x").decode()
    (child,) = read(multipart("\ntext", part)).children
    assert (child.name, child.declared, child.data) == ("ש.pdf", "application/pdf", b"%PDF-x")


def test_inner_mail_is_a_child_also_in_base64() -> None:
    inner = mail("inner", Subject="Inner")
    plain = "Content-Type: message/rfc822\n\n" + inner.decode()
    packed = "Content-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\n" + base64.b64encode(inner).decode()
    children = read(multipart(plain, packed)).children
    assert [child.data for child in children] == [inner, inner]
    assert all(read(c.data, "", c.declared or "").extract.subject == "Inner" for c in children)


def test_parts_of_a_digest_are_mails() -> None:
    reading = read(multipart("\nSubject: one\n\nx", "\nSubject: two\n\ny", subtype="digest"))
    assert [child.declared for child in reading.children] == ["message/rfc822"] * 2


def test_an_inline_text_with_a_name_is_an_attachment() -> None:
    reading = read(
        multipart("\nbody", 'Content-Type: text/plain\nContent-Disposition: inline; filename="a.txt"\n\nnote')
    )
    assert (reading.text(), reading.names) == ("body", ["a.txt"])


def test_preamble_epilogue_and_headers_of_parts_are_evidence() -> None:
    data = multipart("X-Part: Falcon\n\none").replace(b"\n\n--b1", b"\n\nbefore\n--b1", 1) + b"after"
    reading = read(data)
    assert "before" in reading.text("hidden") and "after" in reading.text("hidden")
    assert "X-Part: Falcon" in reading.text("headers")


def test_copies_share_every_text_and_the_fields_in_any_order() -> None:
    fields = {"Reply_To": "Eve  <eve@x.example>", "In_Reply_To": "<1@x.example>"}
    swapped = dict(reversed(fields.items()))
    assert read(mail(**fields)).extract.compared == read(mail(**swapped, Received="by heron")).extract.compared
    data = multipart("\none", subtype="mixed")
    texts = [read(text).extract.compared for text in (data, data.replace(b"\n\n--b1", b"\n\naside\n--b1", 1))]
    assert texts == [["text/plain\none"], ["text/plain\none", "aside"]]


def test_uuencoded_files_in_the_body() -> None:
    reading = read(mail("See file\nbegin 644 plan.txt\n" + binascii.b2a_uu(b"Falcon").decode() + "`\nend\nBye"))
    assert (reading.text(), reading.names, reading.children[0].data) == ("See file\nBye", ["plan.txt"], b"Falcon")


def test_signed_content_is_read_as_the_mail_s_own() -> None:
    inner = multipart("\nThe signed word", "Content-Disposition: attachment; filename=a.txt\n\nx")
    packed = base64.b64encode(cms("signed", inner)).decode()
    kind = "application/pkcs7-mime; smime-type=signed-data; name=smime.p7m"
    reading = read(mail(packed, Content_Type=kind, Content_Transfer_Encoding="base64"))
    assert (reading.text(), reading.names, reading.codes) == ("The signed word", ["a.txt"], [])


def test_clear_signed_content_is_read_and_the_signature_is_a_child() -> None:
    signature = "Content-Type: application/pgp-signature; name=s.asc\n\n-----BEGIN PGP SIGNATURE-----"
    reading = read(multipart("\nThe signed word", signature, subtype="signed"))
    assert (reading.text(), reading.names) == ("The signed word", ["s.asc"])


def test_encrypted_content_is_told() -> None:
    packed = base64.b64encode(cms("enveloped")).decode()
    kind = "application/pkcs7-mime; name=smime.p7m"
    smime = read(mail(packed, Content_Type=kind, Content_Transfer_Encoding="base64"))
    assert (smime.codes, smime.names) == (["encrypted"], ["smime.p7m"])
    pgp = multipart(
        "Content-Type: application/pgp-encrypted\n\nVersion: 1",
        "Content-Type: application/octet-stream\n\nx",
        subtype="encrypted",
    )
    assert (read(pgp).codes, len(read(pgp).children)) == (["encrypted"], 1)
    assert read(mail("-----BEGIN PGP MESSAGE-----\n\nabc")).codes == ["encrypted"]


def test_what_lies_elsewhere_is_told_and_not_fetched() -> None:
    part = "Content-Type: message/external-body; access-type=URL; URL=http://x.example/f\n\nContent-Type: text/plain"
    assert read(multipart("\nx", part)).codes == ["external"]


def test_pieces_of_a_mail_are_told() -> None:
    reading = read(mail(mail("x", Subject="Whole").decode(), Content_Type="message/partial; number=1; total=2; id=a"))
    assert reading.codes == ["truncated"]
    assert read(reading.children[0].data, "", "message/rfc822").extract.subject == "Whole"


def test_an_attachment_of_no_whole_type_is_an_attachment() -> None:
    reading = read(b"Subject: x\nContent-Type: pdf; name=plan.pdf\n\n%PDF-1.4\n", "x.eml")
    assert (reading.names, reading.text("body")) == (["plan.pdf"], "")


def test_an_attachment_is_named_by_where_it_was() -> None:
    part = "Content-Type: image/png\nContent-Location: http://x.example/a/blue%20heron.png?size=2\n\nx"
    assert read(multipart("\nHello", part), "x.eml").names == ["blue heron.png"]


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ('Content-Type: text/plain; name="a.txt"\nContent-Disposition: attachment; filename="b.txt"', "a.txt"),
        ('Content-Disposition: attachment; filename="b.txt"; creation-date="18 Feb 2025"', "18 Feb 2025"),
    ],
)
def test_a_second_name_and_dates_of_an_attachment_are_kept(fields: str, said: str) -> None:
    reading = read(multipart("\nHello", f"{fields}\n\nx"), "x.eml")
    assert reading.names == ["b.txt"] and said in reading.text("headers")


def test_flowed_lines_are_joined_where_they_may_be() -> None:
    body = "> quoted te \n> xt\n>> other\nBest re \ngards \n\n-- \nJane Doe\n"
    reading = read(mail(body, Content_Type="text/plain; format=flowed; delsp=yes"), "x.eml")
    assert reading.text("body").strip() == "> quoted text\n>> other\nBest regards\n-- \nJane Doe"


def test_a_cut_attachment_is_told() -> None:
    part = "Content-Disposition: attachment; filename=a.bin\nContent-Transfer-Encoding: base64\n\nAAAAA"
    assert "truncated" in read(multipart("\nx", part)).codes


ENVELOPE = b"From a@x.example Mon Jan  1 00:00:00 2024\n"


@pytest.mark.parametrize(
    "line",
    [
        "From -",
        "From MAILER-DAEMON",
        "From bob Mon Jan  1 10:20 2024",
        "From 1234567890123456789@xxx Mon Jan 01 10:20:30 +0000 2024",
        ENVELOPE.decode().strip(),
    ],
)
def test_an_envelope_line_names_no_sender(line: str) -> None:
    extract = read(f"{line}\n".encode() + mail(From="Ben <ben@x.example>"), "x.eml").extract
    assert extract.sender == "Ben <ben@x.example>"
    assert any(line in s.text for s in extract.segments if s.origin == "headers")
    assert read(f"{line}\nSubject: x\n\nHello".encode(), "x.eml").extract.sender is None


def test_a_field_whose_name_has_a_blank_is_a_field() -> None:
    assert read(b"From : Ben <ben@x.example>\nSubject : x\n\nHello", "x.eml").extract.sender == "Ben <ben@x.example>"


@pytest.mark.parametrize(
    "data",
    [
        b"\xef\xbb\xbf" + mail(),
        mail().decode().encode("utf-16-be"),
        mail().decode().encode("utf-16-le"),
        b"\r\n\r\n" + mail(),
        ENVELOPE + mail(),
        mail().replace(b"\n", b"\r"),
        mail().replace(b"\n", b"\r\r\n"),
        mail().decode().encode("utf-16"),
    ],
)
def test_oddly_stored_mails_are_read_alike(data: bytes) -> None:
    extract = read(data, "x.eml").extract
    assert (extract.subject, extract.to, extract.segments[0].text) == ("Test", ["ben@lark.example"], "Hello")


@pytest.mark.parametrize(
    ("data", "name", "claimed"),
    [
        (mail(), "", True),
        (b"From a@x.example Mon Jan  1 00:00:00 2024\n" + mail(), "", True),
        (b"Received: from a by b\nMessage-ID: <1@x.example>\n\nx", "1.", True),
        (b"Content-Type: text/plain; charset=utf-8\n\nx", "", True),
        (b"no header at all", "x.eml", True),
        (b"title: Report\ndate: 2024-01-01\ntags: a\n", "x.yaml", False),
        (b"from: a\nimport: b\n", "", False),
        (b"import os\nprint('From: a@b.c')\n", "x.py", False),
        (b"Content-Type: text/html\nServer: x\n\n", "", False),
        (b"Package: x\nVersion: 1\nMaintainer: a@b.c\n", "control", False),
        (b"BEGIN:VCARD\nVERSION:3.0\n", "", False),
        (b"PK\x03\x04", "x.eml", False),
        (b"", "", False),
    ],
)
def test_mails_are_known_by_their_content(data: bytes, name: str, claimed: bool) -> None:
    assert claims(Probe(data, name)) is claimed


def test_agrees_with_the_standard_library_on_a_usual_mail() -> None:
    data = multipart(
        "Content-Type: text/plain; charset=utf-8\n\nHello", "Content-Disposition: attachment; filename=a.txt\n\nfile"
    )
    theirs = email.message_from_bytes(data)
    reading = read(data)
    payloads = [part.get_payload(decode=True) for part in theirs.walk() if not part.is_multipart()]
    assert [reading.text().encode(), reading.children[0].data] == payloads
    assert reading.extract.subject == theirs["Subject"]


@given(st.binary(max_size=600))
def test_no_bytes_raise(data: bytes) -> None:
    extract = read_message(b"Content-Type: multipart/mixed; boundary=a\n\n--a\n" + data)
    list(extract.children)
    for segment in extract.segments:
        segment.text.encode()


@given(st.integers(0, 400), st.integers(0, 255))
def test_damaged_mails_raise_nothing(at: int, value: int) -> None:
    data = bytearray(
        multipart("Content-Type: text/plain\n\nHello", "Content-Type: text/html\n\n<p>x</p>", subtype="alternative")
    )
    data[at % len(data)] = value
    list(read_message(bytes(data)).children)


def test_header_bombs_take_linear_time() -> None:
    with counted() as effort:
        read_message(b"".join(b"X-H%d: v\n" % n for n in range(50_000)) + mail())
        read_message(b"Subject: " + b"=?utf-8?q?=41?= " * 20_000 + b"\n" + mail())
        read_message(mail(Content_Type="text/plain" + "; charset= " * 20_000))
    assert effort.steps < 4_000_000


def test_states_what_it_reads() -> None:
    form = by_type(TYPE)
    assert form is not None and "hidden" in form.level


def test_style_sheets_and_scripts_of_a_stored_page_are_no_body() -> None:
    page = "Content-Type: text/html\n\n<p>Blue heron</p>"
    style = "Content-Type: text/css\nContent-Location: a.css\n\n.orchard { color: red }"
    reading = read(multipart(page, style, subtype="related"), "page.mht")
    assert reading.text() == "Blue heron"
    assert ".orchard" in reading.text("hidden")


JOURNAL_TEXT = """Sender: ada@lark.example
Subject: Heron
Message-Id: <1@lark.example>
To: ben@lark.example
To: cleo@lark.example, Expanded: team@lark.example
Cc: dov@lark.example
Bcc: eve@rival.example
Recipient: fay@lark.example, Forwarded: gil@lark.example
"""
REPORT = (
    "--b\nContent-Type: text/plain\n\n" + JOURNAL_TEXT + "\n--b\nContent-Type: message/rfc822\n\n"
    "From: ada@lark.example\nTo: ben@lark.example\nSubject: Heron\nMessage-ID: <1@lark.example>\n\n"
    "To: nobody@x.example\n--b--\n"
)


def _report(**fields: str) -> bytes:
    return mail(REPORT, Content_Type='multipart/mixed; boundary="b"', To="journal@lark.example", **fields)


def test_the_envelope_of_a_journal_report_tells_whom_a_message_went_to() -> None:
    reading = read(_report(X_MS_Journal_Report=""), "x.eml")
    extract = reading.extract
    assert extract.to == ["journal@lark.example", "ben@lark.example", "cleo@lark.example", "team@lark.example"]
    assert (extract.cc, extract.bcc) == (
        ["dov@lark.example"],
        ["eve@rival.example", "fay@lark.example", "gil@lark.example"],
    )
    assert ("Journal report", "5 recipients") in extract.properties
    assert JOURNAL_TEXT.strip() in reading.text()


def test_other_mail_that_looks_so_is_left_alone() -> None:
    extract = read(_report(), "x.eml").extract
    assert (extract.to, extract.cc, extract.bcc) == (["journal@lark.example"], [], [])


# MIME structure: parts, boundaries, and wrong boundaries.


def bodies(data: bytes) -> list[bytes]:
    tree = read_tree(data)
    return [data[p.start : p.end] for p in tree.parts if not p.multipart]


def codes(tree: Tree) -> list[str]:
    return [trouble.code for trouble in tree.troubles]


def nested(depth: int) -> bytes:
    head = "".join(f'Content-Type: multipart/mixed; boundary="b{n}"\n\n--b{n}\n' for n in range(depth))
    tail = "".join(f"\n--b{n}--\n" for n in reversed(range(depth)))
    return f"From: a@x.example\n{head}Content-Type: text/plain\n\nFalcon{tail}".encode()


def test_parts_and_what_stands_between_them() -> None:
    data = (
        multipart("Content-Type: text/plain\n\none", "\ntwo").replace(b"\n\n--b1", b"\n\npreamble\n--b1", 1)
        + b"epilogue"
    )
    assert bodies(data) == [b"one", b"two"]
    assert [piece.strip() for piece in read_tree(data).hidden] == [b"preamble", b"epilogue"]


INNER = 'Content-Type: multipart/mixed; boundary="{0}"\n\n--{0}\n\ndeep'


@pytest.mark.parametrize(
    ("data", "texts", "troubles"),
    [
        (multipart("\none", "\ntwo").removesuffix(b"\n--b1--\n"), [b"one", b"two"], ["truncated"]),
        (multipart(INNER.format("in"), "\nnext"), [b"deep", b"next"], []),
        (multipart(INNER.format("b1x") + "\n--b1x--", "\nnext"), [b"deep", b"next"], []),
        (multipart("\none") + b"\n--b1\n\ntwo\n--b1--\n", [b"one", b"two"], []),
        (multipart("Content-Type: text/plain\n\none").replace(b'boundary="b1"', b'boundary="x"'), [b"one"], []),
        (multipart("Content-Type: text/plain", "\ntwo"), [b"", b"two"], []),
        (multipart("\none\n"), [b"one\n"], []),
        (multipart("\none\n").replace(b"\n", b"\r\n"), [b"one\r\n"], []),
    ],
    ids=["unclosed", "outer ends inner", "alike", "early end", "wrong", "no body", "LF", "CRLF"],
)
def test_boundaries(data: bytes, texts: list[bytes], troubles: list[str]) -> None:
    assert (bodies(data), codes(read_tree(data))) == (texts, troubles)


def test_the_same_boundary_inside_keeps_every_part() -> None:
    inner = 'Content-Type: multipart/alternative; boundary="b1"\n\n--b1\n\ndeep'
    assert b"deep" in bodies(multipart(inner, "\nnext")) and b"next" in bodies(multipart(inner, "\nnext"))


def test_a_boundary_that_is_nowhere_leaves_one_text() -> None:
    tree = read_tree(mail("just text", Content_Type="multipart/mixed; boundary=zz"))
    assert (tree.parts[0].type, codes(tree)) == ("text/plain", ["damaged"])


def test_three_thousand_nested_parts() -> None:
    with counted() as effort:
        tree = read_tree(nested(3000))
        assert len(tree.parts) == 3001
        assert not tree.troubles
    assert effort.steps < 2_000_000


@pytest.mark.parametrize(
    "body",
    [
        "--q\n" * 50_000,
        "--q\nContent-Type: multipart/mixed; boundary=zz\n\n" * 10_000,
        "--q\nContent-Type: multipart/mixed\n\n" * 10_000,
        "--q\nA: b\n" * 10_000,
    ],
    ids=["bare", "nested", "without boundary", "with a header"],
)
@pytest.mark.nightly
def test_hostile_boundaries_take_linear_time(body: str) -> None:
    with counted() as effort:
        read_tree(mail(body, Content_Type="multipart/mixed; boundary=q"))
    assert effort.steps < 80 * len(body)


@given(
    st.lists(
        st.sampled_from(
            [b"--a", b"--a--", b"--b", b"--b--", b"\n", b"Q", b"Content-Type: multipart/mixed; boundary=b\n"]
        )
    )
)
def test_any_order_of_boundaries_keeps_its_text(pieces: list[bytes]) -> None:
    data = b"Content-Type: multipart/mixed; boundary=a\n\n" + b"\n".join(pieces)
    tree = read_tree(data)
    kept = b"".join([data[p.start : p.end] for p in tree.parts if not p.multipart] + tree.hidden)
    kept += b"".join(value.encode() for part in tree.parts for _, value in part.pairs)
    assert kept.count(b"Q") == pieces.count(b"Q")
