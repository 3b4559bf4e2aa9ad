"""Outlook for Mac archives: items of every kind, attachments, and damage."""

from __future__ import annotations

import random
import tracemalloc
import zipfile
from collections.abc import Iterator

import pytest
from msgspec.structs import replace

from sample_corpus.archive import zip_of
from tests.parsers.archive_builders import aes_member
from tests.parsers.reading import LIMITS, Reading, read
from tests.writers.olm import ACCOUNT, FILES, address, attachment, category, empty, field, holder, listed
from tests.writers.package import zipped
from triage.messages import render
from triage.model.items import Child
from triage.parsers.kit.contract import Context, Limits, Probe
from triage.parsers.outlook.olm import claims, label_of, parse

INBOX = f"{ACCOUNT}/com.microsoft.__Messages/Inbox/message_00000.xml"
BODY = "Meet at noon\nand bring the plan"


def mail(*more: str, subject: str = "Falcon", body: str = BODY) -> tuple[str, ...]:
    return (field("OPFMessageCopySubject", subject), field("OPFMessageCopyBody", body), *more)


def files(*attachments: str) -> str:
    return holder("OPFMessageCopyAttachmentList", *attachments)


def archive(*fields: str, name: str = INBOX, **members: str | bytes) -> bytes:
    return zipped({name: listed("email", fields), **{f"{FILES}/{key}": data for key, data in members.items()}})


def items(reading: Reading) -> list[Reading]:
    return [read(child.data, child.name or "", child.declared or "") for child in reading.children if child.declared]


def only(data: bytes, limits: Limits = LIMITS) -> Reading:
    """Return the one item of an archive in which nothing is amiss."""
    reading = read(data, "x.olm", limits=limits)
    assert (reading.label, reading.codes, len(reading.children)) == ("Outlook for Mac archive", [], 1)
    assert reading.children[0].troubles == ()
    return items(reading)[0]


def props(item: Reading) -> dict[str, str]:
    return dict(item.extract.properties)


def test_a_message_says_who_wrote_what_to_whom_and_when() -> None:
    data = archive(
        *mail(),
        field("OPFMessageCopyMessageID", "two@lark.example"),
        field("OPFMessageCopyInReplyTo", "<one@lark.example>"),
        field("OPFMessageCopyReferences", "<zero@lark.example> one@lark.example"),
        field("OPFMessageCopySentTime", "2024-05-14T09:00:00"),
        field("OPFMessageCopyReceivedTime", "2024-05-14T09:00:05Z"),
        holder("OPFMessageCopyFromAddresses", address("Ada Lark", "ada@lark.example")),
        holder("OPFMessageCopySenderAddress", address("Desk", "desk@lark.example")),
        holder("OPFMessageCopyToAddresses", address("Bea", "bea@lark.example"), address("", "c@lark.example")),
        holder("OPFMessageCopyCCAddresses", address("Cy", "cy@lark.example")),
        holder("OPFMessageCopyBCCAddresses", address("Di", "di@lark.example")),
        holder("OPFMessageCopyReplyToAddresses", address("Ed", "ed@lark.example")),
        field("OPFMessageCopyHTMLBody", "<html><body><p>Meet <b>at noon</b></p></body></html>"),
        field("OPFMessageCopyPreview", "Meet at noon and"),
        field("OPFMessageGetIsRead", "0E0"),
        field("OPFMessageGetHasHTML", "1E0"),
        field("OPFMessageGetPriority", "1"),
        category("Message", "Wren matter"),
    )
    item = only(data)
    extract = item.extract
    assert (extract.subject, extract.sender, item.text()) == ("Falcon", "Ada Lark <ada@lark.example>", BODY)
    assert extract.to == ["Bea <bea@lark.example>", "c@lark.example"]
    assert (extract.cc, extract.bcc) == (["Cy <cy@lark.example>"], ["Di <di@lark.example>"])
    assert (extract.date, extract.message_id) == ("2024-05-14T09:00:00Z", "<two@lark.example>")
    assert extract.references == ["<zero@lark.example>", "<one@lark.example>"]
    assert item.text("alternative") == "Meet at noon"
    told = props(item)
    assert (told["Folder"], told["Keywords"], told["Importance"]) == ("dana@wren.example/Inbox", "Wren matter", "high")
    assert (told["Reply to"], told["Sender"], told["Is read"]) == ("Ed <ed@lark.example>", "Desk", "no")
    assert told["Delivered"] == "2024-05-14T09:00:05Z"
    assert not {"Has HTML", "Preview", "Space"} & set(told)


def test_events_contacts_tasks_notes_and_groups_are_items() -> None:
    attendees = [
        empty("appointmentAttendee", OPFCalendarAttendeeName="Bea", OPFCalendarAttendeeAddress="bea@lark.example"),
        empty("appointmentAttendee", OPFCalendarAttendeeAddress="cy@lark.example", OPFCalendarAttendeeType="2"),
    ]
    pattern = holder("OPFRecurrencePattern", field("OPFRecurrencePatternType", "OPFRecurrencePatternWeekly"))
    event = (
        field("OPFCalendarEventCopySummary", "Flight"),
        field("OPFCalendarEventCopyStartTime", "2024-05-14T09:00:00"),
        field("OPFCalendarEventCopyOrganizer", "Ada Lark <ada@lark.example>"),
        field("OPFCalendarEventCopyLocation", "the hangar"),
        field("OPFCalendarEventCopyDescription", "<html><body><p>wings</p></body></html>"),
        field("OPFCalendarEventGetIsAllDayEvent", "1E0"),
        holder("OPFCalendarEventCopyAttendeeList", *attendees),
        holder("OPFCalendarEventCopyRecurrence", pattern),
    )
    mails = [address("", f"ada{n}@lark.example", "contactEmailAddress") for n in range(5)]
    contact = (
        field("OPFContactCopyDisplayName", "Ada Lark"),
        field("OPFContactCopyBusinessCompany", "Lark Ltd"),
        field("OPFContactCopyBirthday", "1980-01-02T00:00:00"),
        field("OPFContactCopyAstrologySign", "the falcon"),
        field("OPFContactCopyNotesPlain", "owes me"),
        holder("OPFContactCopyEmailAddressList", *mails),
    )
    task = (field("OPFTaskCopyName", "Fly"), field("OPFTaskCopyDueDateTime", "2024-05-15T00:00:00"))
    note = (field("OPFNoteCopyTitle", "Nest"), field("OPFNoteCopyText", "<div>on the roof</div>"))
    members = holder("OPFGroupCopyMemberList", address("Bea", "bea@lark.example"), address("Cy", "cy@lark.example"))
    group = (field("OPFGroupCopyDisplayName", "Birds"), members)
    data = zipped(
        {
            f"{ACCOUNT}/Calendar/Calendar.xml": listed("appointment", event),
            f"{ACCOUNT}/Address Book/Contacts.xml": listed("contact", contact),
            "Local/Tasks/Tasks.xml": listed("task", task),
            "Local/Notes/Notes.xml": listed("note", note),
            "Local/Address Book/Groups.xml": listed("group", group),
            "Local/Empty/Tasks.xml": '<?xml version="1.0"?><tasks elementCount="0"/>',
        }
    )
    reading = read(data, "archive.olm")
    assert reading.codes == [] and len(reading.children) == 5
    event_, contact_, task_, note_, group_ = items(reading)
    extract = event_.extract
    assert (extract.subject, extract.sender, extract.date) == (
        "Flight",
        "Ada Lark <ada@lark.example>",
        "2024-05-14T09:00:00Z",
    )
    assert (extract.to, extract.cc) == (["Bea <bea@lark.example>"], ["cy@lark.example"])
    assert (event_.text(), props(event_)["Location"], props(event_)["All day"]) == ("wings", "the hangar", "yes")
    assert props(event_)["Recurrence"] == "Type: OPFRecurrencePatternWeekly"
    assert props(event_)["Folder"] == "dana@wren.example/Calendar"
    assert (contact_.extract.subject, contact_.text()) == ("Ada Lark", "owes me")
    told = props(contact_)
    assert (told["Company"], told["Birthday"][:10], told["Astrology sign"]) == ("Lark Ltd", "1980-01-02", "the falcon")
    assert (told["E-mail 3"], told["Other e-mail"]) == ("ada2@lark.example", "ada3@lark.example; ada4@lark.example")
    assert (props(task_)["Due"][:10], props(task_)["Folder"]) == ("2024-05-15", "Local/Tasks")
    assert (note_.text(), props(note_)["Kind of item"]) == ("on the roof", "IPM.StickyNote")
    assert props(group_)["Member list"] == "Bea <bea@lark.example>; Cy <cy@lark.example>"


def test_attachments_stand_in_their_message_and_others_beside_it() -> None:
    name = "pla\u0301n.txt"  # as a Mac writes it; the message has the letter in one piece
    data = archive(
        *mail(
            files(
                attachment("plán.txt", f"{FILES}/plán.txt", OPFAttachmentContentFileSize="9"),
                attachment("", f"/{FILES}/two%201.bin"),
                attachment("cloud.txt", "https://wren.example/cloud.txt"),
                attachment("gone.pdf", f"{FILES}/gone_0000"),
                attachment("short.bin", f"{FILES}/short.bin", OPFAttachmentContentFileSize="9000"),
            ),
            field("OPFMessageCopyMeetingData", f"{FILES}/meeting.ics"),
        ),
        **{name: b"the plan!", "two 1.bin": b"two", "short.bin": b"short", "meeting.ics": b"BEGIN:VCALENDAR"},
        **{"lost.txt": b"nobody names me"},
    )
    reading = read(data, "x.olm")
    message, lost = reading.children
    assert (lost.name, lost.data) == (f"{FILES}/lost.txt", b"nobody names me")
    (trouble,) = message.troubles
    assert trouble.code == "damaged" and "should have 9000 bytes, but has 5" in render(trouble.message)
    item = items(reading)[0]
    assert [(child.name, child.data) for child in item.children] == [
        ("plán.txt", b"the plan!"),
        ("two%201.bin", b"two"),
        ("short.bin", b"short"),
        ("meeting.ics", b"BEGIN:VCALENDAR"),
    ]
    assert item.codes == ["external", "damaged"] and "gone.pdf" in render(item.troubles[1].message)


@pytest.mark.nightly
def test_more_attachments_than_a_message_may_have_stand_beside_it() -> None:
    many = {f"a{n}": b"%d" % n for n in range(1050)}
    data = archive(*mail(files(*(attachment(name, f"{FILES}/{name}") for name in many))), **many)
    reading = read(data, "x.olm")
    assert [trouble.code for trouble in reading.children[0].troubles] == ["limit-count"]
    assert len(items(Reading(reading.extract, "", reading.children[:1]))[0].children) == 1000
    assert [child.data for child in reading.children[1:]] == list(many.values())[1000:]


def test_an_attachment_too_large_for_its_message_stands_beside_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("triage.parsers.outlook.olm.MOST_ATTACHED", 1000)
    data = archive(
        *mail(files(attachment("a", f"{FILES}/a"), attachment("b", f"{FILES}/b"))), a=bytes(600), b=bytes(700)
    )
    reading = read(data, "x.olm")
    assert [len(child.data) for child in reading.children[1:]] == [700]
    assert [trouble.code for trouble in reading.children[0].troubles] == ["limit-size"]
    assert [len(child.data) for child in items(reading)[0].children] == [600]


def test_one_damaged_message_costs_no_other() -> None:
    places = [INBOX.replace("00000", f"0000{n}") for n in range(3)]
    whole = listed("email", mail(subject="sound"))
    cut = listed("email", mail(subject="cut", body="before the damage"))[:-20]
    data = zipped({places[0]: cut, places[1]: "\x01\x02 <emails OPF", places[2]: whole})
    reading = read(data, "x.olm")
    assert [child.name for child in reading.children] == ["cut.msg", places[1], "sound.msg"]
    assert [[t.code for t in child.troubles] for child in reading.children] == [["damaged"], [], []]
    assert [item.text() for item in items(reading)] == ["before the damage", BODY]
    assert reading.codes == ["damaged"], "nothing of the second could be read as items"


def test_characters_that_xml_forbids_cost_no_text() -> None:
    body = "pipe\x0bline &#11; smile &#55357;&#56832;&#xD83D;&#xDE00; half &#xD83D; end &#x1F600;"
    xml = listed("email", mail(body="BODY")).replace("BODY", body)
    item = only(zipped({INBOX: xml}))
    assert item.text().split() == ["pipe", "line", "smile", "😀😀", "half", "�", "end", "😀"]


@pytest.mark.nightly
def test_bodies_of_many_megabytes_are_read_whole() -> None:
    text = "falcon & wren " * 800_000
    page = f"<html><body><p>{'lark ' * 2_000_000}</p>hidden end</body></html>"
    data = archive(*mail(field("OPFMessageCopyHTMLBody", page), body=text))
    item = only(data, replace(LIMITS, ratio=10_000))
    assert item.text() == text.strip() or item.text() == text
    assert item.text("alternative").endswith("hidden end")


def source(body: str = "", *more: str) -> str:
    lines = ["Received: from a.example", "From: Ada <ada@lark.example>", "Bcc: di@lark.example", *more]
    return "\r\n".join((*lines, "", body))


def test_the_headers_of_a_source_count() -> None:
    item = only(archive(*mail(field("OPFMessageCopySource", source()))))
    assert (item.extract.bcc, item.extract.sender) == (["di@lark.example"], "Ada <ada@lark.example>")
    assert item.text("transport") == "Received: from a.example" and item.names == []


MIXED = "\r\n".join(
    (
        "--x",
        "Content-Type: text/plain",
        "",
        BODY.replace("\n", "\r\n"),
        "--x",
        "Content-Type: text/plain; name=plan.txt",
        "Content-Disposition: attachment",
        "",
        "the plan!",
        "--x--",
        "",
    )
)
MULTI = "Content-Type: multipart/mixed; boundary=x"


def test_a_source_that_is_all_there_is_gives_text_and_files() -> None:
    item = only(archive(field("OPFMessageCopySource", source(MIXED, "Subject: Falcon", MULTI))))
    assert (item.extract.subject, item.text().strip()) == ("Falcon", BODY)
    assert [(child.name, child.data.strip()) for child in item.children] == [("plan.txt", b"the plan!")]


def test_a_source_that_only_repeats_isnt_read_twice_and_one_that_adds_is() -> None:
    kept = files(attachment("plan.txt", f"{FILES}/p"))
    more = field("OPFMessageCopySource", source(MIXED, MULTI))
    item = only(archive(*mail(kept, more), p=b"the plan!"))
    assert item.names == ["plan.txt"]
    item = only(archive(*mail(kept, more), p=b"another plan"))
    assert item.names == ["plan.txt", "source.eml"]
    item = only(archive(*mail(field("OPFMessageCopySource", source("other words")))))
    assert item.names == ["source.eml"] and b"other words" in item.children[0].data


def test_counts_that_dont_fit_are_told() -> None:
    xml = listed("contact", (field("OPFContactCopyDisplayName", "Ada"),)).replace(
        'elementCount="1"', 'elementCount="3"'
    )
    reading = read(zipped({f"{ACCOUNT}/Address Book/Contacts.xml": xml, INBOX: listed("email", mail())}), "x.olm")
    (trouble,) = reading.troubles
    assert "'dana@wren.example/Address Book' counts 3 items, but 1 are in the file" in render(trouble.message)
    assert ("Messages", "1") in reading.extract.properties


@pytest.mark.parametrize(
    "xml",
    [
        "<emails>loose falcon<email><OPFMessageCopyBody>a</OPFMessageCopyBody></email></emails>",
        "<emails><email><OPFMessageCopyBody>a</OPFMessageCopyBody></email>loose falcon</emails>",
        "<emails><email><OPFA>a</OPFA></email>loose falcon<email><OPFA>a</OPFA></email></emails>",
        "<emails><email><OPFMessageCopyBody>a</OPFMessageCopyBody></email><bird>falcon</bird></emails>",
        "<emails><bird OPF='x'>falcon</bird></emails>",
        "<birds><bird>falcon</bird></birds>",
        "<birds><emails><email>falcon</email></emails></birds>",
    ],
)
def test_what_stands_beside_the_items_of_a_file_is_read_with_the_file(xml: str) -> None:
    reading = read(zipped({INBOX: xml}), "x.olm")
    assert (reading.children[-1].name, reading.children[-1].data) == (INBOX, xml.encode())


def test_elements_for_attributes_and_a_namespace() -> None:
    who = holder("emailAddress", field("OPFContactEmailAddressAddress", "bea@lark.example"))
    said = holder("messageAttachment", field("OPFAttachmentName", "p.txt"), field("OPFAttachmentURL", f"{FILES}/p"))
    data = archive(
        *mail(
            holder("OPFMessageCopyToAddresses", who, "<emailAddress>Just Cy</emailAddress>"),
            holder("OPFMessageCopyCategoryList", "<category>Wren matter</category>"),
            holder("OPFMessageCopyHTMLBody", "<p>as <b>elements</b></p>"),
            files(said),
            body="",
        ),
        p=b"the plan!",
    )
    with_names = zipped({INBOX: listed("email", mail()).replace("<emails", '<emails xmlns="http://wren.example/mac"')})
    assert only(with_names).text() == BODY
    item = only(data)
    assert item.extract.to == ["bea@lark.example", "Just Cy"]
    assert (props(item)["Keywords"], item.text(), item.names) == ("Wren matter", "as elements", ["p.txt"])


def test_dates_that_cant_be_read_are_told_and_kept() -> None:
    reading = read(archive(*mail(field("OPFMessageCopySentTime", "0001-01-01T00:00:00"))), "x.olm")
    assert [trouble.code for trouble in reading.children[0].troubles] == ["date-invalid"]
    assert props(items(reading)[0])["Sent time"] == "0001-01-01T00:00:00"


def test_pictures_in_base64_are_files() -> None:
    contact = (field("OPFContactCopyDisplayName", "Ada"), field("OPFContactAddPicture", "QUJD" * 100))
    item = only(zipped({f"{ACCOUNT}/Address Book/Contacts.xml": listed("contact", contact)}))
    assert [child.data for child in item.children] == [b"ABC" * 100]


def test_nothing_is_dropped_where_fields_are_many() -> None:
    fields = [field(f"OPFMessageCopyField{n}x", f"word{n}") for n in range(1100)]
    people = [address(f"P{n}", f"p{n}@lark.example") for n in range(3100)]
    doubled = [field("OPFMessageCopySubject", "second subject"), field("OPFMessageCopyBody", "second body")]
    reading = read(archive(*mail(*fields, *doubled, holder("OPFMessageCopyToAddresses", *people))), "x.olm")
    assert [trouble.code for trouble in reading.children[0].troubles] == ["limit-count"]
    item = items(reading)[0]
    text = item.text("properties")
    assert "word1099" in text and "second subject" in text and "second body" in text
    assert len(item.extract.to) == 3000 and "p3099@lark.example" in text


def test_encrypted_members_are_opened_by_a_password_or_told() -> None:
    xml = listed("email", mail()).encode()
    data = zip_of(aes_member(INBOX, xml, "nest"))
    assert [child.name for child in read(data, "x.olm", passwords=("nest",)).children] == ["Falcon.msg"]
    closed = read(data, "x.olm")
    assert (closed.codes, closed.children) == (["encrypted"], [])


def test_unsafe_names_are_told() -> None:
    assert "unsafe-name" in read(zipped({f"../{INBOX}": listed("email", mail()).encode()}), "x.olm").codes


def test_archives_are_known_by_their_members_or_their_name() -> None:
    data = archive(*mail())
    assert claims(Probe(data, "renamed.zip")) and claims(Probe(data[:-200], "renamed.zip"))
    assert claims(Probe(zipped({"a.txt": "a"}), "x.olm")) and not claims(Probe(zipped({"a.txt": "a"}), "x.zip"))
    assert not claims(Probe(b"falcon", "x.olm"))


def test_names_of_fields_become_words() -> None:
    names = ("OPFContactCopyHomeStreetAddress", "OPFMessageCopyGetFlagStatus", "OPFCalendarEventCopyUUID", "Other")
    assert [label_of(name) for name in names] == ["Home street address", "Flag status", "UUID", "Other"]


@pytest.mark.nightly
def test_memory_stays_flat() -> None:
    text = "falcon " * 5000
    data = zipped({INBOX.replace("00000", f"{n:05}"): listed("email", mail(body=f"{n} {text}")) for n in range(80)})
    tracemalloc.start()
    count = sum(isinstance(child, Child) for child in parse(data, Context("x.olm", "", LIMITS)).children)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 80 and peak < 2 << 20


def damaged(data: bytes, count: int) -> Iterator[bytes]:
    rng = random.Random(5)
    for _ in range(count):
        broken = bytearray(data)
        for _ in range(rng.choice((1, 3, 20))):
            broken[rng.randrange(len(broken))] = rng.randrange(256)
        yield bytes(broken[: rng.randrange(len(broken))] if rng.random() < 0.4 else broken)


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_no_damage_is_silent(method: int) -> None:
    words = [f"word{n}bird" for n in range(40)]
    people = holder("OPFMessageCopyToAddresses", *(address(word, f"{word}@x.example") for word in words[:10]))
    xml = listed("email", mail(people, body=" ".join(words)))
    data = zipped({INBOX: xml, INBOX.replace("00000", "00001"): xml}, method)
    for broken in damaged(data, 120):
        if not claims(Probe(broken, "x.olm")):
            continue
        reading = read(broken, "x.olm")
        inner = items(reading)
        told = [*reading.codes, *(code for item in inner for code in item.codes)]
        told += [trouble.code for child in reading.children for trouble in child.troubles]
        found = "\n".join(s.text for item in inner for s in item.extract.segments)
        assert told or (len(inner) >= 2 and all(found.count(word) > 1 for word in words))


def test_lists_that_hold_words_instead_of_elements_are_kept() -> None:
    lists = ("ToAddresses", "FromAddresses", "CategoryList", "AttachmentList", "AttendeeList", "InReplyTo")
    item = only(archive(*mail(*(field(f"OPFMessageCopy{name}", f"in the {name} bird") for name in lists))))
    assert all(f"in the {name} bird" in item.text("properties") for name in lists)


def test_who_calls_to_an_event_may_have_a_comma_in_the_name() -> None:
    texts = ("Lark, Ada", "Lark, Ada <ada@lark.example>", "a@b")
    called = [field("OPFCalendarEventCopyOrganizer", text) for text in texts]
    data = zipped({"Local/Calendar/Calendar.xml": listed("appointment", *((one,) for one in called))})
    assert [item.extract.sender for item in items(read(data, "x.olm"))] == list(texts)


def test_two_of_what_may_be_once_are_both_kept() -> None:
    twice = [holder("OPFMessageCopyFromAddresses", address(name, f"{name}@lark.example")) for name in ("ada", "bea")]
    times = [field("OPFMessageCopySentTime", f"2024-05-1{n}T09:00:00") for n in (4, 5)]
    item = only(archive(*mail(*twice, *times)))
    assert item.extract.sender == "ada <ada@lark.example>" and "bea <bea@lark.example>" in item.text("properties")
    assert item.extract.date == "2024-05-14T09:00:00Z" and "2024-05-15T09:00:00" in item.text("properties")


def test_files_in_utf16_are_read_as_files() -> None:
    xml = listed("email", mail()).encode("utf-16")
    assert [child.data for child in read(zipped({INBOX: xml}), "x.olm").children] == [xml]


def test_the_last_part_of_a_split_archive_is_told_to_be_one() -> None:
    data = bytearray(archive(*mail()))
    data[-18:-16] = b"\x01\x00"  # the number of this part
    reading = read(bytes(data[30:]), "x.olm")
    assert reading.label == "Outlook for Mac archive" and "truncated" in reading.codes
