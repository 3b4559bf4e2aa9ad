"""Tests of triage.sandbox.child.item_facts: dates, hashes and what is searchable follow from the extract alone."""

from __future__ import annotations

import base64
import dataclasses
import quopri
import struct
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.effort import examples
from tests.sandbox.readers import parts_of
from tests.writers.mail import base64_lines, joined, part
from tests.writers.outlook import BINARY, INTEGER, OBJECT, TIME, UNICODE, Property, properties, recipient
from tests.writers.outlook import message as outlook_message
from triage.model.items import FIELDS, Extract, Segment
from triage.model.tables import LANGUAGES
from triage.parsers.kit.compound import build
from triage.sandbox.child import item_facts
from triage.sandbox.child.item_facts import _OF_SCRIPT, _WORDS, language
from triage.text import BORDER, fold, words


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("Tue, 02 May 2023 10:20:30 +0200", "2023-05-02T08:20:30"),
        ("2 May 2023 10:20 -0530", "2023-05-02T15:50:00"),
        ("Fri, 5 Oct 2001 05:38:35 -0700 (PDT)", "2001-10-05T12:38:35"),
        ("Tue, 02 May 2023 10:20:30 GMT", "2023-05-02T10:20:30"),
        ("Tue, 02 May 23 10:20:30 EST", "2023-05-02T15:20:30"),
        ("31 Dec 2016 23:59:60 +0000", "2016-12-31T23:59:59"),
        ("2023-05-02T10:20:30Z", "2023-05-02T10:20:30"),
        ("2023-05-02T10:20:30+02:00", "2023-05-02T08:20:30"),
        ("2023-05-02", "2023-05-02T00:00:00"),
        ("Tue, 2 May 2023 10(in the morning):  20 :30 (so to say) +0200", "2023-05-02T08:20:30"),
        ("20230502T102030Z", "2023-05-02T10:20:30"),
        ("2 May 49 10:20 GMT", "2049-05-02T10:20:00"),
        ("2 May 50 10:20 GMT", "1950-05-02T10:20:00"),
        ("2 May 68 10:20 GMT", "1968-05-02T10:20:00"),
        ("Sun, 2 May 99 10:20 GMT", "1999-05-02T10:20:00"),
        ("2 May 2055 10:20 GMT", "2055-05-02T10:20:00"),
        ("Tue, 2 May 123 10:20 GMT", "2023-05-02T10:20:00"),
        ("Tue(a (nested (deep)) day), (x) 2 (x) May 2023 10:20 (y (z)) GMT", "2023-05-02T10:20:00"),
        ("Tue,2 May 2023 10:20:30 Z", "2023-05-02T10:20:30"),
        ("Tue, 2 May 2023 10:20:30 +02:00", "2023-05-02T08:20:30"),
    ],
)
def test_dates(text: str, iso: str) -> None:
    assert item_facts.seconds(text) == int(datetime.fromisoformat(iso).replace(tzinfo=UTC).timestamp())


@pytest.mark.parametrize(
    "text", ["", "yesterday", "99 May 2023 10:20:30 +0000", "Tue, 02 Foo 2023 10:20:30 +0000", "0000-00-00"]
)
def test_dates_that_are_none(text: str) -> None:
    assert item_facts.seconds(text) is None


@given(st.text(max_size=60))
def test_any_text_is_a_date_or_none(text: str) -> None:
    assert item_facts.seconds(text) is None or isinstance(item_facts.seconds(text), int)


def test_mih_is_the_published_vector() -> None:
    vector = "<CALckR-a8UDkRjO4xJyjd_s0GPxQWw@mail.gmail.com>"
    assert item_facts.mih(vector) == "1de319c276884bd0c9e2f1621ada26cc"
    assert item_facts.mih(f"  {vector} (added by a relay)") == "1de319c276884bd0c9e2f1621ada26cc"
    assert item_facts.mih(None) == item_facts.mih("") == item_facts.mih("no brackets") == ""


def message(**changes: object) -> Extract:
    values: dict[str, object] = {
        "subject": "Heron",
        "sender": "Dana <dana@x.example>",
        "to": ["Omar <omar@x.example>", "ann@x.example"],
    }
    return Extract("message/rfc822", **{**values, **changes})  # type: ignore[arg-type]


def test_exact_copies_agree_in_all_that_no_transport_changes() -> None:
    text = [Segment("body", "hello  world\n")]
    base = item_facts.digest(message(segments=text), 5, [("a.pdf", "9")])
    for same in (
        message(segments=text, sender="dana@x.example", to=["ann@x.example", "OMAR@x.example"]),
        message(segments=[Segment("body", "hello  world \r\n\r\n")]),
        message(segments=[*text, Segment("headers", "Received: by heron"), Segment("properties", "Folder: Sent")]),
    ):
        assert item_facts.digest(same, 5, [("a.pdf", "9")]) == base
    others = (
        message(segments=text, subject="HERON"),
        message(segments=text, bcc=["x@x.example"]),
        message(segments=text, to=["ann@x.example"], cc=["omar@x.example"]),
        message(segments=text, message_id="<1@x.example>"),
        message(segments=text, compared=["reply-to: eve@x.example"]),
        message(segments=[Segment("body", "hello world")]),
        message(segments=[*text, Segment("hidden", "aside")]),
    )
    digests = {item_facts.digest(other, 5, [("a.pdf", "9")]) for other in others}
    digests |= {item_facts.digest(message(segments=text), 6, [("a.pdf", "9")])}
    digests |= {item_facts.digest(message(segments=text), 5, [(name, "8")]) for name in ("a.pdf", "b.pdf")}
    assert len(digests) == len(others) + 3 and base not in digests


def test_of_a_message_without_a_date_only_bytes_tell() -> None:
    assert item_facts.digest(message(), None, []) == ""
    assert item_facts.digest(message(properties=[("Date taken from", "Received")]), 5, []) == ""


def test_folded_keeps_segments_apart() -> None:
    extract = message(segments=[Segment("body", "One two"), Segment("body", "three"), Segment("comment", "Four")])
    found = dict(item_facts.folded(extract, "Heron.eml"))
    assert found["body"].split() == ["one", "two", BORDER, "three"]
    assert words(found["comment"]) == ["four"] and found["file"].split() == ["heron", "eml"]
    assert set(found) <= set(FIELDS) and "cc" not in found


_TEXT = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp"), exclude_characters="\x85"), max_size=30
)
_WORD = st.text(st.sampled_from("abcdefgh$.,0123456789é😀ש"), min_size=1, max_size=12)
_ENDS = (" <c@x.example>", " <d@x.example>", ", e@x.example", ", f@x.example")
_SIGNS = st.sampled_from("a1$ é😀ש\u00a0\u200b\ufffd,;<>&\t")


@dataclass(frozen=True)
class Body:
    """A part of a message: its type, its text or the bytes and name of a file, or another message."""

    kind: str
    text: str = ""
    name: str = ""
    data: bytes = b""
    inner: Letter | None = None


@dataclass(frozen=True)
class Letter:
    """What a message says; ``bytes_of`` gives it a way through the world."""

    subject: str
    sender: str
    to: str
    cc: str
    bcc: str
    reply_to: str
    in_reply_to: str
    message_id: str
    second: int
    parts: tuple[Body, ...]


def _letters(inner: st.SearchStrategy[Body]) -> st.SearchStrategy[Letter]:
    parts = st.one_of(
        st.builds(Body, st.sampled_from(("text/plain", "text/html")), text=_TEXT),
        st.builds(Body, st.just("application/x-thing"), name=_WORD, data=st.binary(max_size=20)),
        inner,
    )
    return st.builds(
        Letter,
        subject=_WORD,
        sender=st.sampled_from(("a@x.example", "A <b@x.example>", *(f'"a@x.example"{end}' for end in _ENDS))),
        to=st.sampled_from(("c@x.example", "d@x.example", "Team")),
        cc=st.sampled_from(("", "e@x.example")),
        bcc=st.sampled_from(("", "f@x.example")),
        reply_to=st.sampled_from(("", "g@x.example", "h@x.example")),
        in_reply_to=st.sampled_from(("", "<1@x.example>", "<2@x.example>")),
        message_id=st.sampled_from(("<3@x.example>", "<4@x.example>")),
        second=st.integers(0, 59),
        parts=st.lists(parts, min_size=1, max_size=4).map(tuple),
    )


_FLAT = _letters(st.builds(Body, st.just("text/plain"), text=_TEXT))
_LETTERS = _letters(st.builds(Body, st.just("message/rfc822"), inner=_FLAT))


def bytes_of(letter: Letter, way: str = "", depth: int = 0) -> bytes:
    """Return the message; another ``way`` means other stations, boundaries, encodings, line ends, trailing blanks."""
    encoded = base64.b64encode(letter.subject.encode()).decode()
    fields = {"From": letter.sender, "To": letter.to, "Cc": letter.cc, "Bcc": letter.bcc, "Reply-To": letter.reply_to}
    fields |= {"In-Reply-To": letter.in_reply_to, "Message-ID": letter.message_id}
    fields |= {"Date": f"Tue, 02 May 2023 10:20:{letter.second:02d} +0200", "Subject": f"=?utf-8?B?{encoded}?="}
    lines = [f"{name}: {value}" for name, value in fields.items() if value]
    if way:
        lines = ["Received: by heron; Tue, 02 May 2023 10:30:00 +0200", f"X-Folder: {way}", "Status: RO", *lines]
    edge = f"b{way}{depth}"
    body = joined(edge, *(_part_of(part, way, depth) for part in letter.parts))
    data = "\r\n".join([*lines, f"Content-Type: multipart/mixed; boundary={edge}", "", body]).encode("latin-1")
    return data.replace(b"\r\n", b"\n") if way else data


def _part_of(body: Body, way: str, depth: int) -> str:
    if body.inner is not None:
        return part("message/rfc822", bytes_of(body.inner, way, depth + 1).decode("latin-1"))
    in_base64 = "Content-Transfer-Encoding: base64"
    if body.name:
        name = "".join(f"%{byte:02X}" for byte in body.name.encode())
        return part(
            body.kind, base64_lines(body.data), in_base64, f"Content-Disposition: attachment; filename*=utf-8''{name}"
        )
    text = body.text
    if body.kind == "text/html":
        text = f"<p>{text.replace('&', '&amp;').replace('<', '&lt;')}</p>"
    if way:
        quoted = quopri.encodestring((text + "  \n\n").encode()).decode()
        return part(f"{body.kind}; charset=utf-8", quoted, "Content-Transfer-Encoding: quoted-printable")
    return part(f"{body.kind}; charset=utf-8", base64_lines(text.encode()), in_base64)


def key_of(data: bytes, name: str = "a.eml") -> str:
    top = parts_of(data, name)[0]
    assert top.digest and not top.troubles
    return top.digest


def _bare(letter: Letter) -> Letter:
    """Return a message without what copies may differ in."""
    parts = (
        dataclasses.replace(
            body,
            text=body.text.rstrip(" \t") if body.kind == "text/plain" else body.text,
            inner=_bare(body.inner) if body.inner else None,
        )
        for body in letter.parts
    )
    ordered = sorted(parts, key=lambda body: not body.kind.startswith("text/"))  # texts and files, each in their order
    if ordered == [Body("text/plain")]:
        ordered = []  # a message without any part says as much as one with a blank text
    return dataclasses.replace(letter, subject=letter.subject.rstrip(" \t"), parts=tuple(ordered))


@st.composite
def _changed(draw: st.DrawFn, letter: Letter) -> Letter:
    """Return a message that differs in one character, byte, field or part, or only in a trailing blank."""
    other = draw(_LETTERS)
    field = draw(st.sampled_from([*Letter.__dataclass_fields__, "parts", "parts", "parts", "subject"]))
    if field == "subject":
        return dataclasses.replace(letter, subject=draw(_edited(letter.subject)))
    if field != "parts":
        return dataclasses.replace(letter, **{field: getattr(other, field)})
    parts, at = list(letter.parts), draw(st.integers(0, len(letter.parts) - 1))
    match draw(st.sampled_from(("edit", "edit", "edit", "add", "remove", "swap", "kind"))):
        case "add":
            parts.insert(at, other.parts[0])
        case "remove":
            del parts[at]
        case "swap":
            parts[at], parts[0] = parts[0], parts[at]
        case "kind" if parts[at].kind.startswith("text/"):
            parts[at] = dataclasses.replace(
                parts[at], kind={"text/plain": "text/html"}.get(parts[at].kind, "text/plain")
            )
        case _:
            parts[at] = draw(_edited_part(parts[at]))
    return dataclasses.replace(letter, parts=tuple(parts))


@st.composite
def _edited_part(draw: st.DrawFn, body: Body) -> Body:
    if body.inner is not None:
        return dataclasses.replace(body, inner=draw(_changed(body.inner)))
    if not body.name:
        return dataclasses.replace(body, text=draw(_edited(body.text)))
    if draw(st.booleans()):
        return dataclasses.replace(body, name=draw(_edited(body.name)) or "x")
    at = draw(st.integers(0, len(body.data)))
    return dataclasses.replace(
        body, data=body.data[:at] + draw(st.binary(min_size=1, max_size=1)) + body.data[at + 1 :]
    )


@st.composite
def _edited(draw: st.DrawFn, text: str) -> str:
    """Return a text with one character replaced, put in or taken out."""
    at, sign = draw(st.integers(0, len(text))), draw(_SIGNS)
    return draw(
        st.sampled_from((text[:at] + sign + text[at:], text[:at] + sign + text[at + 1 :], text[:at] + text[at + 1 :]))
    )


@settings(max_examples=examples(60))
@given(_LETTERS, st.sampled_from(("1", "zz")))
@pytest.mark.nightly
def test_copies_that_came_other_ways_are_copies(letter: Letter, way: str) -> None:
    assert key_of(bytes_of(letter)) == key_of(bytes_of(letter, way))


@pytest.mark.nightly
@settings(max_examples=examples(100))
@given(_LETTERS, st.data())
def test_messages_that_differ_anywhere_are_not(letter: Letter, data: st.DataObject) -> None:
    changed = data.draw(_changed(letter))
    same = _bare(changed) == _bare(letter)
    assert (key_of(bytes_of(letter)) == key_of(bytes_of(changed, data.draw(st.sampled_from(("", "1")))))) == same


_HEAD = b"From: a@x.example\nDate: Tue, 02 May 2023 10:20:30 +0200\nMIME-Version: 1.0\nSubject: s\n"
_PLAIN = b"Content-Type: text/plain; charset=windows-1252\n\n"
_MIXED = (
    b"Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: application/x\nContent-Disposition: attachment\n"
)
_BASE64 = b"Content-Transfer-Encoding: base64\n\n"


def _key_of_part(data: bytes) -> str:
    return parts_of(data, "a.eml")[0].digest


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (_PLAIN + b"x \x81 y", _PLAIN + b"x \x8d y"),  # no characters of this set
        (_PLAIN + b"x\xa0", _PLAIN + b"x"),
        (b"Subject: t\n" + _PLAIN, b"Subject: u\n" + _PLAIN),
        (b"Message-ID: <1@x>\nMessage-ID: <2@x>\n" + _PLAIN, b"Message-ID: <1@x>\n" + _PLAIN),
        (b"Cc: <a b@x.example>\n" + _PLAIN, b"Cc: <c b@x.example>\n" + _PLAIN),
        (_MIXED + _BASE64 + b"QUJDR\n--b--\n", _MIXED + _BASE64 + b"QUJDS\n--b--\n"),
        (_MIXED + _BASE64 + b"QUJD\n--b--\n", _MIXED + _BASE64 + b"QUJE\n--b--\n"),
    ],
)
def test_what_reading_loses_tells_messages_apart_too(one: bytes, other: bytes) -> None:
    keys = {_key_of_part(_HEAD + one), _key_of_part(_HEAD + other)}
    assert len(keys) == 2 and "" not in keys
    assert {_key_of_part(b"Received: by heron\n" + _HEAD + data) for data in (one, other)} == keys


_OUTLOOK = st.fixed_dictionaries(
    {
        **dict.fromkeys(("subject", "rtf", "name", "attached", "inner"), _WORD),
        **dict.fromkeys(("plain", "html"), _TEXT),
        **{field: st.sampled_from(("", f"{field}@x.example")) for field in ("to", "cc", "bcc", "reply_to")},
        "sender": st.sampled_from(("a@x.example", "b@x.example")),
        "in_reply_to": st.sampled_from(("", "<1@x.example>", "<2@x.example>")),
        "message_id": st.sampled_from(("<3@x.example>", "<4@x.example>")),
        "second": st.sampled_from("0123456789"),
    }
)


def outlook(said: dict[str, str], way: str = "") -> bytes:
    """Return an Outlook message; another ``way`` means internet headers, another delivery and trailing blanks."""
    rtf = ("{\\rtf1\\ansi " + "".join(c if c.isascii() else f"\\u{ord(c)}?" for c in said["rtf"]) + "}").encode()
    values: list[Property] = [
        (0x001A, UNICODE, "IPM.Note"),
        (0x0037, UNICODE, said["subject"]),
        (0x0039, TIME, (13_327_554_000 + int(said["second"])) * 10_000_000),
        (0x0C1A, UNICODE, "Somebody"),
        (0x0C1E, UNICODE, "SMTP"),
        (0x0C1F, UNICODE, said["sender"]),
        (0x1000, UNICODE, said["plain"] + ("  \r\n" if way else "")),
        (0x1013, BINARY, f"<p>{said['html'].replace('&', '&amp;').replace('<', '&lt;')}</p>".encode()),
        (0x1035, UNICODE, said["message_id"]),
        (0x3FDE, INTEGER, 65001),
        (0x1009, BINARY, struct.pack("<IIII", len(rtf) + 12, len(rtf), 0x414C454D, 0) + rtf),
    ]
    values += [(0x1042, UNICODE, said["in_reply_to"])] if said["in_reply_to"] else []
    values += [(0x0050, UNICODE, said["reply_to"])] if said["reply_to"] else []
    if way:
        values += [(0x007D, UNICODE, "Received: by heron\r\nX-Folder: in\r\n\r\n"), (0x0E06, TIME, 13_327_654 * 10**10)]
    kinds = [(kind, said[field]) for kind, field in ((1, "to"), (2, "cc"), (3, "bcc")) if said[field]]
    people = [recipient(way, address, kind, number) for number, (kind, address) in enumerate(kinds)]
    file: list[Property] = [(0x3705, INTEGER, 1), (0x3707, UNICODE, said["name"])]
    holder = properties(bytes(8), [(0x3705, INTEGER, 5), (0x3001, UNICODE, "inside"), (0x3701, OBJECT, b"")])
    inside: list[Property] = [
        (0x0039, TIME, 13_327_554_000 * 10_000_000),
        (0x1000, UNICODE, said["inner"]),
        (0x1035, UNICODE, "<5@x.example>"),
    ]
    holder.entries["__substg1.0_3701000D"] = outlook_message(inside, top=False)
    attachments = [properties(bytes(8), [*file, (0x3701, BINARY, said["attached"].encode())]), holder]
    return build(outlook_message(values, people, attachments))


@pytest.mark.nightly
@settings(max_examples=examples(40))
@given(_OUTLOOK, st.data())
def test_outlook_messages_are_copies_only_where_they_agree_in_everything(
    letter: dict[str, str], data: st.DataObject
) -> None:
    whole = key_of(outlook(letter), "a.msg")
    assert key_of(outlook(letter, "another"), "a.msg") == whole
    field = data.draw(st.sampled_from([*letter, "plain", "html", "rtf"]))
    free = field in ("subject", "plain", "html", "rtf", "name", "attached", "inner")
    other = data.draw(_edited(letter[field]) if free else _OUTLOOK.map(lambda drawn: drawn[field]))
    bare = {"html": str, "attached": str, "name": str.strip}.get(field, lambda text: text.rstrip(" \t"))
    same = bare(other) == bare(letter[field])
    assert (key_of(outlook({**letter, field: other}), "a.msg") == whole) == same


# The language of a text: by script, by small words, and silence where neither tells.

SAID = {
    "en": "Please find the plan for the heron site, which we have to send with this letter.",
    "de": "Die Pläne für den Reiher sind noch nicht fertig, wir werden sie mit der Post schicken.",
    "fr": "Nous avons reçu le plan du héron et les lettres que vous avez envoyées dans une boîte.",
    "es": "El plan de la garza está en la caja que se envió por correo con los otros papeles.",
    "it": "Il piano dell'airone non è nella scatola che abbiamo mandato con le lettere per gli altri.",
    "pt": "O plano da garça não está na caixa que foi enviada com as cartas para os outros.",
    "nl": "Het plan van de reiger is nog niet klaar, wij sturen het met de post naar een ander.",
    "sv": "Planen för hägern är inte klar och vi skickar den med posten så att ni har den som ett brev.",
    "pl": "Plan czapli nie jest gotowy i wyślemy go do was z listem, żeby się nie zgubił na poczcie.",
    "he": "התוכנית של האנפה עוד לא מוכנה",
    "ar": "خطة مالك الحزين ليست جاهزة بعد",
    "fa": "برنامه حواصیل هنوز آماده نیست و چند روز دیگر پست می‌شود",
    "ru": "План цапли ещё не готов, мы вышлем его почтой в эти дни",
    "uk": "План чаплі ще не готовий, ми надішлемо його поштою",
    "el": "Το σχέδιο του ερωδιού δεν είναι έτοιμο",
    "ja": "鷺の計画はまだできていません",
    "zh": "苍鹭计划还没有准备好",
    "ko": "왜가리 계획은 아직 준비되지 않았습니다",
    "th": "แผนนกกระสายังไม่พร้อม",
}


@pytest.mark.parametrize("code", SAID)
def test_a_sentence_tells_its_language(code: str) -> None:
    assert language([("subject", fold("Re: the plan")), ("body", fold(SAID[code]))]) == code


@pytest.mark.parametrize("text", ["", "12345 678", "heron", "xk 9 blue", "שלום heron heron heron heron heron heron"])
def test_what_does_not_tell_is_unknown(text: str) -> None:
    assert language([("body", fold(text))]) == ""


def test_a_body_without_a_word_of_a_language_at_first_is_read_further() -> None:
    assert language([("body", fold("0123456789 " * 80 + SAID["de"]))]) == "de"


def test_the_other_texts_of_an_item_count_where_it_has_no_body() -> None:
    assert language([("alternative", fold(SAID["it"]))]) == "it"


def test_every_language_that_is_told_has_a_name() -> None:
    assert {*_OF_SCRIPT, *_WORDS, "fa", "ur", "uk", "bg"} == set(LANGUAGES)
