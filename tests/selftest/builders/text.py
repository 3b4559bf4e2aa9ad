# ruff: noqa: E501  (markup stands in one piece)
"""Plain text in many character sets, tables, data, web pages (builders)."""

from __future__ import annotations

import json
from functools import partial

from tests.selftest.plant import Builder, Plant
from triage.selftest.documents import ARABIC, ENGLISH, HEBREW, LANGUAGES

_TEXT = "text (notes, tables, logs, source code)"
_FILLER = {
    ENGLISH: "The minutes of the meeting were sent to everybody who had asked for them before the end of the week.",
    HEBREW: "הפרוטוקול של הישיבה נשלח לכל מי שביקש אותו לפני סוף השבוע, כולל כל הנספחים שצורפו אליו.",
    ARABIC: "أرسل محضر الاجتماع إلى جميع من طلبوه قبل نهاية الأسبوع مع كل الملاحق التي أرفقت به.",
}
"""A sentence for each language: a character set can only be guessed where there is some language to guess from."""


def _plain(plant: Plant, charset: str) -> bytes:
    sentences = " ".join(_FILLER[language] for language in plant.languages)
    return f"{sentences}\r\n{plant('body', 'a line')}\r\n".encode(charset)


def _named(plant: Plant) -> bytes:
    plant("file", "its own name")
    return f"{plant('body', 'a line')}\n".encode()


def _csv(plant: Plant) -> bytes:
    row = f'"a ""quoted"" one","{plant("body", "a quoted cell")}\nsecond line",3'
    return f"name,remark,{plant('body', 'a column head')}\r\n{row}\r\n".encode()


def _json(plant: Plant) -> bytes:
    records = [{plant("body", "a key"): 1, "remark": plant("body", "a value")}]
    tree = {"records": records, "deep": [[[{"x": plant("body", "a value deep inside")}]]]}
    escaped = json.dumps({"escaped": plant("body", "a value in escapes")})
    return f"[{json.dumps(tree, ensure_ascii=False)}, {escaped}]".encode()


def _slack(plant: Plant) -> bytes:
    text, member = plant("body", "the text of a message"), {"real_name": plant("body", "a member's name")}
    files = [{"id": "F1", "name": plant("body", "a shared file's name") + ".pdf"}]
    first = {"type": "message", "user": "U01", "ts": "1715670000.000100", "text": text, "user_profile": member}
    second = {"type": "message", "user": "U02", "ts": "1715670100.000100", "text": "see this", "files": files}
    return json.dumps([first, second]).encode()


def _teams(plant: Plant) -> bytes:
    message = {
        "id": "1",
        "messageType": "message",
        "createdDateTime": "2024-05-14T08:00:00Z",
        "from": {"user": {"displayName": plant("body", "a sender")}},
        "subject": plant("body", "a subject"),
        "body": {"contentType": "html", "content": f"<p>{plant('body', 'a message')}</p>"},
        "attachments": [{"name": plant("body", "a shared file's name") + ".pdf"}],
    }
    return json.dumps({"value": [message]}).encode()


def _xml(plant: Plant) -> bytes:
    return (
        f'<?xml version="1.0"?>\n<records><record remark="{plant("properties", "an attribute")}">'
        f"{plant('body', 'text')}</record><record>{plant('body', 'text of the next element')}</record>"
        f"<!-- {plant('comment', 'a comment')} --><record><![CDATA[{plant('body', 'a CDATA section')}]]></record></records>"
    ).encode()


def _html(plant: Plant) -> bytes:
    def hidden(place: str, style: str) -> str:
        return f'<p style="{style}">{plant("hidden", place)}</p>'

    word = plant("body", "a word in two elements", ("English",))
    return (
        f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>{plant("properties", "title")}</title>'
        f'<meta name="description" content="{plant("properties", "a meta description")}"></head><body>'
        f"<p>{plant('body', 'a paragraph')}</p><table><tr><td>{plant('body', 'a table cell')}</td></tr></table>"
        f"{hidden('display:none', 'display:none')}{hidden('white on white', 'color:#fff;background:#fff')}"
        f"{hidden('size zero', 'font-size:0')}<!-- {plant('hidden', 'a comment')} -->"
        f'<img src="x.png" alt="{plant("body", "a picture that is described")}">'
        f"<noscript>{plant('body', 'for browsers without scripts')}</noscript>"
        f"<textarea>{plant('body', 'a text field')}</textarea><select><option>{plant('body', 'an option')}</option></select>"
        f"<svg><text>{plant('body', 'text in a drawing')}</text></svg><p><b>{word[:4]}</b>{word[4:]}</p>"
        f'<a href="https://wren.example/?q={plant("hidden", "a link address").replace(" ", "+")}">link</a>'
        f'<input type="hidden" value="{plant("hidden", "a hidden input")}"></body></html>'
    ).encode()


def _mht(plant: Plant) -> bytes:
    page = f"<html><head><title>{plant('properties', 'title')}</title></head><body>{plant('body', 'a paragraph')}</body></html>"
    head = 'MIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="leaf"\r\n\r\n--leaf\r\n'
    part = "Content-Type: text/html; charset=utf-8\r\nContent-Location: http://wren.example/\r\n\r\n"
    return f"{head}{part}{page}\r\n--leaf--\r\n".encode()


def _ics(plant: Plant) -> bytes:
    lines = [
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Wren//EN",
        "BEGIN:VEVENT\r\nUID:1@wren.example\r\nDTSTART:20240514T080000Z",
        f"SUMMARY:{plant('subject', 'the summary')}",
        f"DESCRIPTION:{plant('body', 'the description')}",
        f"LOCATION:{plant('body', 'the place')}",
        f'ATTENDEE;CN="{plant("to", "an attendee")}":mailto:guest@wren.example',
        f"X-WREN-REMARK:{plant('body', 'a property of its own')}",
        f"BEGIN:VALARM\r\nACTION:DISPLAY\r\nDESCRIPTION:{plant('body', 'an alarm')}\r\nEND:VALARM",
        "END:VEVENT\r\nEND:VCALENDAR\r\n",
    ]
    return "\r\n".join(lines).encode()


def _vcf(plant: Plant) -> bytes:
    lines = [
        "BEGIN:VCARD\r\nVERSION:3.0",
        f"FN:{plant('subject', 'the name')}",
        "N:Wren;Ada;;;",
        f"ORG:{plant('body', 'the company')}",
        f"NOTE:{plant('body', 'the note')}",
        f"item1.X-ABLABEL:{plant('body', 'a label of its own')}",
        "END:VCARD\r\n",
    ]
    return "\r\n".join(lines).encode()


BUILDERS = (
    Builder("txt utf-8", "note.txt", _TEXT, _named),
    Builder("txt utf-8 with mark", "note.txt", _TEXT, partial(_plain, charset="utf-8-sig")),
    Builder("txt utf-16", "note.txt", _TEXT, partial(_plain, charset="utf-16")),
    Builder("txt utf-32", "note.txt", _TEXT, partial(_plain, charset="utf-32")),
    Builder("txt windows-1252", "note.txt", _TEXT, partial(_plain, charset="cp1252"), (ENGLISH,)),
    Builder("txt windows-1255", "note.txt", _TEXT, partial(_plain, charset="cp1255"), (ENGLISH, HEBREW)),
    Builder("txt windows-1256", "note.txt", _TEXT, partial(_plain, charset="cp1256"), (ENGLISH, ARABIC)),
    Builder("txt iso-8859-8", "note.txt", _TEXT, partial(_plain, charset="iso-8859-8"), (ENGLISH, HEBREW)),
    Builder("txt iso-8859-6", "note.txt", _TEXT, partial(_plain, charset="iso-8859-6"), (ENGLISH, ARABIC)),
    Builder("md", "note.md", _TEXT, partial(_plain, charset="utf-8"), LANGUAGES),
    Builder("csv", "table.csv", _TEXT, _csv),
    Builder("json", "records.json", "JSON, and Slack and Teams chat exports", _json),
    Builder("slack", "2024-05-14.json", "JSON, and Slack and Teams chat exports", _slack),
    Builder("teams", "messages.json", "JSON, and Slack and Teams chat exports", _teams),
    Builder("xml", "records.xml", "XML document", _xml),
    Builder("html", "page.html", "HTML page", _html),
    Builder("mht", "page.mht", "Mail message", _mht),
    Builder("ics", "meeting.ics", "calendar (iCalendar)", _ics),
    Builder("vcf", "card.vcf", "contact (vCard)", _vcf),
)
