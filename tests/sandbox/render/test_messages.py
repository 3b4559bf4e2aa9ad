"""Messages without some attachments: what is kept back is gone, all else stays byte for byte."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.effort import examples
from tests.parsers.mail_builders import item
from triage.errors import FormatError
from triage.parsers.kit.contract import Context, Limits
from triage.parsers.mail import eml, emlx
from triage.parsers.outlook import msg
from triage.parsers.outlook.msg_writer import build_msg
from triage.sandbox.render.eml import message
from triage.sandbox.wire import EML, ViewRequest

NOTE = "[Attachment removed: see ORR0000002.]"


def without(data: bytes, kept_back: Sequence[bytes], media: str = eml.TYPE) -> bytes:
    sought = tuple(f"{hashlib.sha256(one).hexdigest()} {NOTE}" for one in kept_back)
    return message(ViewRequest(EML, sought=sought), data, Context("", media, Limits(1 << 26, 1 << 28, 200, 1 << 24)), 9)


def mail(attachments: Sequence[bytes], end: str = "\n") -> bytes:
    made = EmailMessage()
    made["Subject"], made["X-Odd"] = "plans", "kept   as it is"
    made.set_content("the heron plan")
    for at, data in enumerate(attachments):
        made.add_attachment(data, "application", "octet-stream", filename=f"secret-{at}.bin")
    return made.as_bytes(policy=policy.default.clone(linesep=end))


def parts(data: bytes) -> list[object]:
    read = message_from_bytes(data, policy=policy.default)
    return [part.get_content() for part in read.walk() if not part.is_multipart()][1:]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_the_part_is_gone_with_its_name_and_a_note_stands_in_its_place(end: str) -> None:
    data = mail([b"first", b"second", b"third"], end)
    made = without(data, [b"second"])
    assert parts(made) == [b"first", NOTE, b"third"]
    assert b"secret-1" not in made and b"secret-0" in made
    assert made.startswith(data[: data.index(b"secret-0")]) and made.endswith(data[data.index(b"secret-2") :])
    assert (b"\r\n" in made) == (end == "\r\n") and made.replace(b"\r\n", b"").count(b"\n") in (0, made.count(b"\n"))


@settings(max_examples=examples(80))
@given(st.lists(st.tuples(st.binary(min_size=1, max_size=200), st.booleans()), min_size=1, max_size=8))
@pytest.mark.nightly
def test_any_of_them_can_be_left_out(attachments: list[tuple[bytes, bool]]) -> None:
    kept_back = {data for data, gone in attachments if gone}
    made = without(mail([data for data, _ in attachments]), sorted(kept_back))
    assert parts(made) == [NOTE if data in kept_back else data for data, _ in attachments]


def test_a_message_without_any_is_left_as_it_is() -> None:
    data = mail([b"first"])
    assert without(data, []) == data
    assert without(b"%d\n%s<plist></plist>" % (len(data), data), [], emlx.TYPE) == data


def test_an_attached_message_is_cut_out_whole() -> None:
    inner, outer = message_from_bytes(mail([b"deep"]), policy=policy.default), EmailMessage()
    outer["Subject"] = "around it"
    outer.set_content("see below")
    outer.add_attachment(inner)
    data = outer.as_bytes()
    read = eml.read_message(data)
    (child,) = read.children
    made = without(data, [child.data])  # type: ignore[union-attr]
    assert b"the heron plan" not in made and b"secret-0" not in made and NOTE.encode() not in data
    with pytest.raises(FormatError):
        without(data, [b"deep"])


@pytest.mark.parametrize(
    "data",
    [
        mail([b"first"]),
        b"Subject: x\n\nbegin 644 a.txt\n#86)C\n`\nend\n",
        b"Subject: x\n\nno attachment",
        b"",
    ],
    ids=["another", "in the text", "none", "nothing"],
)
def test_one_that_cannot_be_found_is_refused(data: bytes) -> None:
    with pytest.raises(FormatError):
        without(data, [b"abc"])


def test_an_outlook_item_loses_it_as_it_becomes_a_message() -> None:
    data = build_msg(item("Falcon", "Meet at noon"))
    assert b"secret plan" in without(data, [], msg.TYPE) or "c2VjcmV0IHBsYW4" in without(data, [], msg.TYPE).decode()
    made = without(data, [b"secret plan"], msg.TYPE)
    assert b"plan.txt" not in made and b"c2VjcmV0" not in made and NOTE.encode() in made
    with pytest.raises(FormatError):
        without(data, [b"another"], msg.TYPE)
