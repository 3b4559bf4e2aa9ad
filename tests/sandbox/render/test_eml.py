"""An Outlook item as a mail message: it says what was indexed, whatever the item holds."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest

from tests.parsers.mail_builders import item, wide
from tests.sandbox.readers import replies_of
from triage.parsers.kit.contract import Context, Limits
from triage.parsers.mail import eml as mail
from triage.parsers.outlook import msg
from triage.parsers.outlook.item import Bag
from triage.parsers.outlook.msg import build_msg
from triage.sandbox.parent.pool import Pool
from triage.sandbox.render.eml import eml
from triage.sandbox.wire import EML, Job, Late, Native, Reply, ViewRequest
from triage.settings import Settings

HEBREW = "ישיבה בנושא פרויקט כחול"
INJECTION = "x\r\nBcc: mallory@evil.example\r\n\r\n<script>\n--=_mixed"


def context() -> Context:
    return Context("", msg.TYPE, Limits(1 << 26, 1 << 28, 200, 1 << 24))


def rendition(bag: Bag, depth: int = 12) -> EmailMessage:
    """Convert an item and read the message, which is sound whatever it holds."""
    data = build_msg(bag)
    raw = eml(data, context(), depth)
    assert raw == eml(data, context(), depth)
    assert raw.isascii() and not set(raw) & {*range(9), 11, 12, *range(14, 32), 127}
    assert raw.count(b"\n") == raw.count(b"\r\n") == raw.count(b"\r")
    assert max(map(len, raw.split(b"\r\n"))) <= 998
    message = message_from_bytes(raw, policy=policy.default)
    assert isinstance(message, EmailMessage)
    return message


def text(message: EmailMessage, kind: str = "plain") -> str:
    body = message.get_body((kind,))
    return str(body.get_content()).strip() if body is not None else ""


def files(message: EmailMessage) -> list[tuple[str | None, bytes]]:
    parts = (part for part in message.walk() if part.get_content_disposition() and not part.is_multipart())
    return [(part.get_filename(), bytes(part.get_payload(decode=True))) for part in parts]  # type: ignore[arg-type]


def attached(data: bytes, name: str, content_id: str = "") -> Bag:
    values = {(0x3705, 3): struct.pack("<i", 1), (0x3707, 0x1F): wide(name), (0x3701, 0x102): data}
    return Bag(values | ({(0x3712, 0x1F): wide(content_id)} if content_id else {}))


def test_what_was_indexed_is_in_the_message() -> None:
    message = rendition(item("Falcon", "Meet at noon"))
    assert (message["from"], message["subject"]) == ("Ada Lark <ada@lark.example>", "Falcon")
    assert [message[name].addresses[0].addr_spec for name in ("to", "cc", "bcc")] == [
        "to@lark.example",
        "cc@lark.example",
        "bcc@lark.example",
    ]
    assert message["date"] == "Mon, 01 Jan 2024 00:00:00 +0000"
    assert (text(message), files(message)) == ("Meet at noon", [("plan.txt", b"secret plan")])
    assert message["x-converted-by"].startswith("extract-msg ")


def test_our_own_reader_finds_in_it_what_it_found_in_the_item() -> None:
    bag = item(HEBREW, f"{HEBREW}\r\nx = 1\r\n")
    bag.recipients.append(
        Bag({(0x3001, 0x1F): wide('Cohen, "Avi"'), (0x3003, 0x1F): wide("/o=Lark/ou=A (B)/cn=Avi C")})
    )
    bag.recipients.append(Bag({(0x3001, 0x1F): wide("The Board")}))
    bag.recipients.append(Bag({(0x3001, 0x1F): wide(HEBREW)}))
    bag.values[0x1035, 0x1F], bag.values[0x1042, 0x1F] = wide("<1@lark.example>"), wide("<0@lark.example>")
    data = build_msg(bag)
    was, now = msg.parse(data, context()), mail.read_message(eml(data, context(), 12))
    assert now.to == [who.replace("</o=", '<"/o=').replace("Avi C>", 'Avi C">') for who in was.to]
    assert len(now.to) == 4
    assert (now.sender, now.subject, now.message_id, now.references) == (
        was.sender,
        was.subject,
        was.message_id,
        ["<0@lark.example>"],
    )
    assert [s.text.split() for s in now.segments if s.origin == "body"] == [was.segments[0].text.split()]


def test_the_transport_s_fields_are_kept_and_its_zone() -> None:
    bag = item()
    lines = ("Received: from a by b", "Date: Mon, 1 Jan 2024 02:00:00 +0200", "X-Remark: kept", "Subject: other")
    bag.values[0x7D, 0x1F] = wide("\r\n".join([*lines, "Content-Type: text/calendar", "", ""]))
    message = rendition(bag)
    assert (message["received"], message["x-remark"], message["subject"]) == ("from a by b", "kept", "Falcon")
    assert (message["date"], message.get_content_type()) == ("Mon, 01 Jan 2024 02:00:00 +0200", "multipart/mixed")


def test_where_extract_msg_gives_up_our_own_reading_is_the_message() -> None:
    bag = item()
    bag.values[0x7D, 0x1F] = wide("Message-ID: <1@a.example>\r\nMessage-ID: <2@a.example>\r\nX-Remark: kept\r\n\r\n")
    message = rendition(bag)
    assert (message["x-converted-by"], message["x-remark"]) == ("Triage", "kept")
    assert (text(message), files(message)) == ("Meet at noon", [("plan.txt", b"secret plan")])


def test_pictures_in_the_html_stand_beside_it() -> None:
    bag = item()
    bag.values[0x1013, 0x102] = f'<p>{HEBREW}<img src="cid:logo@1">'.encode("windows-1255")
    bag.values[0x3FDE, 3] = struct.pack("<i", 1255)
    bag.attachments += [attached(b"PNG", "logo.png", "logo@1"), attached(b"lone", "lone.png", "lone@1")]
    message = rendition(bag)
    related = next(part for part in message.walk() if part.get_content_type() == "multipart/related")
    shown = [part["content-id"] for part in related.walk() if part.get_content_disposition() == "inline"]
    assert HEBREW in text(message, "html") and shown == ["<logo@1>"]
    assert {name for name, _ in files(message)} == {"plan.txt", "logo.png", "lone.png"}


def test_bodies_in_rich_text_come_out_of_it() -> None:
    bag = item()
    del bag.values[0x1000, 0x1F]
    rtf = rb"{\rtf1\ansi\fromhtml1 {\*\htmltag64 <p>}\htmlrtf {\htmlrtf0 Bring Falcon{\*\htmltag72 </p>}}"
    bag.values[0x1009, 0x102] = struct.pack("<IIII", len(rtf) + 12, len(rtf), 0x414C454D, 0) + rtf
    message = rendition(bag)
    assert text(message) == "Bring Falcon"
    assert "<p>Bring Falcon</p>" in text(message, "html")


def test_items_without_a_text_of_their_own_show_their_fields() -> None:
    bag = item("Ben Wren")
    del bag.values[0x1000, 0x1F]
    bag.values[0x3A16, 0x1F] = wide("Wren and Sons")
    assert "Wren and Sons" in text(rendition(bag))


def test_items_inside_become_messages_and_stay_items_below_the_deepest_level() -> None:
    outer, inner = item("Outer"), item("Inner", "inner text")
    inner.attachments.append(Bag({(0x3001, 0x1F): wide("Core"), (0x3705, 3): struct.pack("<i", 5)}, item=item("Core")))
    outer.attachments.append(Bag({(0x3001, 0x1F): wide("In"), (0x3705, 3): struct.pack("<i", 5)}, item=inner))
    for depth, subjects in ((0, []), (1, ["Inner"]), (2, ["Inner", "Core"])):
        message = rendition(outer, depth)
        held = [part for part in message.walk() if part.get_content_type() == "message/rfc822"]
        assert [part.get_content()["subject"] for part in held] == subjects
        assert (
            sorted(name or "" for name, _ in files(message) if name != "plan.txt")
            == [["In.msg"], ["Core.msg"], []][depth]
        )
    kept = dict(files(rendition(outer, 0)))["In.msg"]
    assert msg.parse(kept, context()).subject == "Inner"


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("a" * 300, "a" * 255),
        ("a" * 300 + ".docx", "a" * 250 + ".docx"),
        ("v1." + "b" * 300, "v1." + "b" * 252),
        ("a" * 255, "a" * 255),
    ],
)
def test_a_long_name_keeps_what_there_is_room_for_and_its_ending(name: str, kept: str) -> None:
    bag = item()
    bag.attachments = [attached(b"data", name, name)]
    assert files(rendition(bag)) == [(kept, b"data")]


@pytest.mark.parametrize("name", [INJECTION, f"../../{HEBREW * 20}\u202egnp.exe", 'a"; filename="b.exe', "a" * 2000])
def test_no_value_begins_a_field_or_a_part(name: str) -> None:
    bag = item(name, name)
    bag.values[0xC1A, 0x1F] = bag.values[0x1035, 0x1F] = bag.values[0x1042, 0x1F] = wide(name)
    bag.values[0x7D, 0x1F] = wide(f"X-{name}: y\r\nX-Remark: {name}\r\n\r\n")
    bag.recipients.append(Bag({(0x3001, 0x1F): wide(name), (0x39FE, 0x1F): wide(name)}))
    bag.attachments = [attached(b"data", name, name)]
    bag.attachments[0].values[0x370E, 0x1F] = wide(name)
    message = rendition(bag)
    assert [
        message.get_all(field) is not None and len(message.get_all(field) or ()) for field in ("bcc", "subject")
    ] == [
        1,
        1,
    ]
    assert "mallory" not in str(message["bcc"])
    ((filename, data),) = files(message)
    assert data == b"data" and not set(filename or "") & set("/\\:\r\n\u202e") and len(filename or "") <= 255
    assert [part.get_content_type() for part in message.walk()] == [
        "multipart/mixed",
        "text/plain",
        "application/octet-stream",
    ]


@pytest.fixture(scope="module")
def pool() -> Iterator[Pool]:
    made = Pool(Settings(workers=1, limit_seconds=20))
    yield made
    made.close()


def ask(pool: Pool, data: bytes) -> Reply:
    pool.submit(Job(1, "original", data, declared=msg.TYPE, view=ViewRequest(EML)))
    return replies_of(pool)[0]


@pytest.mark.nightly
@pytest.mark.xdist_group("pool")
def test_a_reader_process_converts_and_says_what_it_cannot_read(pool: Pool) -> None:
    data = build_msg(item())
    answer = ask(pool, data)
    assert isinstance(answer, Native) and answer.data == eml(data, context(), 12)
    assert b"X-Converted-By: extract-msg" in answer.data
    refused = ask(pool, b"no item at all")
    assert isinstance(refused, Late) and refused.troubles[0][0] == "damaged"
