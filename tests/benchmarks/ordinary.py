"""Ordinary business papers for the benchmark of the readers: letters as Word documents and PDF, Outlook and mail files.

The corpora at hand are test files, odd by purpose. What a company's records mostly hold are letters of two or three
pages in the template that a word processor brings, and mails of some hundred words with an HTML twin. These are made
here anew, the same each time, of the words of the sample records; nothing of them is kept.
"""

from __future__ import annotations

import base64
import random
import re
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from pathlib import Path
from textwrap import wrap
from typing import NamedTuple

from sample_corpus.pdf import pdf
from sample_corpus.people import DALIA, INGRID, JONAS, KARIM, MIRA
from tests.benchmarks.otherreaders import run_office
from triage.parsers.outlook.item import BINARY, UNICODE, Bag
from triage.parsers.outlook.msg import build_msg

_FILES = Path(__file__).parents[2] / "sample_corpus" / "files"
_PEOPLE = (MIRA, JONAS, DALIA, KARIM, INGRID)
_TIME = 0x40


class Letter(NamedTuple):
    """What one paper says: its subject, and its paragraphs of whole sentences."""

    subject: str
    paragraphs: list[list[str]]

    @property
    def text(self) -> str:
        return "\n\n".join(" ".join(sentences) for sentences in self.paragraphs)

    @property
    def html(self) -> str:
        """The paragraphs as a mail program writes them."""
        body = "".join(f'<p class="MsoNormal"><span>{" ".join(s)}</span></p>\r\n' for s in self.paragraphs)
        style = "<style><!-- p.MsoNormal {margin:0cm; font-size:11.0pt; font-family:Calibri,sans-serif;} --></style>"
        return f'<html><head><meta charset="utf-8">{style}</head><body lang="EN-GB">{body}</body></html>'


def letters(count: int, paragraphs: int) -> list[Letter]:
    chance = random.Random(20261125)
    words = re.findall(r"[A-Za-z]{2,}", " ".join(p.read_text("utf-8", "ignore") for p in sorted(_FILES.rglob("*.txt"))))
    return [_letter(chance, words, paragraphs) for _ in range(count)]


def _letter(chance: random.Random, words: list[str], paragraphs: int) -> Letter:
    def sentence(low: int, high: int) -> str:
        return " ".join(chance.choices(words, k=chance.randint(low, high))).capitalize()

    said = [[sentence(6, 18) + "." for _ in range(chance.randint(3, 6))] for _ in range(paragraphs)]
    return Letter(sentence(3, 7), said)


def write(folder: Path, count: int) -> None:
    for number, letter in enumerate(letters(count, 12)):
        _docx(letter, folder / f"{number:04}.docx")
        _pdf(letter, folder / f"{number:04}.pdf")
    for number, letter in enumerate(letters(count, 4)):
        (folder / f"{number:04}.msg").write_bytes(_msg(letter, number))
        (folder / f"{number:04}.eml").write_bytes(_eml(letter, number))


def rewritten(folder: Path, kind: str) -> list[Path]:
    work = folder / f"office-{kind}"
    work.mkdir()
    papers = sorted(folder.glob("*.docx"))
    if not run_office(papers, ("--convert-to", kind), work):
        raise RuntimeError("LibreOffice didn't end; is it installed? Leave --office out.")
    return sorted((work / "out").glob(f"*.{kind}"))


def _docx(letter: Letter, path: Path) -> None:
    import docx

    document = docx.Document()
    document.core_properties.author, document.core_properties.title = MIRA.name, letter.subject
    document.add_heading(letter.subject, 1)
    for number, sentences in enumerate(letter.paragraphs):
        paragraph = document.add_paragraph(style="List Number" if number % 4 == 3 else None)
        for at, sentence in enumerate(sentences):
            paragraph.add_run(sentence + " ").bold = at == 1
    table = document.add_table(4, 3)
    for cell, sentences in zip(table._cells, letter.paragraphs, strict=False):
        cell.text = sentences[0]
    section = document.sections[0]
    section.header.paragraphs[0].text, section.footer.paragraphs[0].text = "Orrelane, internal", letter.subject
    document.save(str(path))


def _pdf(letter: Letter, path: Path) -> None:
    lines = [letter.subject, *(line for said in letter.paragraphs for line in (*wrap(" ".join(said), 88), ""))]
    path.write_bytes(pdf("ordinary", letter.subject, MIRA.name, "2024-01-08T09:00:00", lines).data)


def _day(number: int) -> datetime:
    return datetime(2024, 1, 8, 9, tzinfo=UTC) + timedelta(hours=7 * number)


def _eml(letter: Letter, number: int) -> bytes:
    mail = EmailMessage()
    sender, *others = _PEOPLE[number % 5 :] + _PEOPLE[: number % 5]
    mail["From"], mail["To"] = sender.header("utf-8"), ", ".join(p.header("utf-8") for p in others[:3])
    mail["Subject"], mail["Date"] = letter.subject, _day(number)
    mail["Message-ID"] = f"<ordinary-{number}@orrelane.example>"
    mail["Received"] = f"from mx.orrelane.example by store.orrelane.example; {_day(number):%d %b %Y %H:%M:%S} +0000"
    mail.set_content(letter.text)
    if number % 2:
        mail.add_alternative(letter.html, subtype="html")
    return mail.as_bytes()


def _msg(letter: Letter, number: int) -> bytes:
    sender, *others = _PEOPLE[number % 5 :] + _PEOPLE[: number % 5]

    def texts(said: dict[int, str]) -> dict[tuple[int, int], bytes]:
        return {(key, UNICODE): value.encode("utf-16-le") for key, value in said.items()}

    headers = _eml(letter, number).split(b"\n\n", 1)[0].decode().replace("\n", "\r\n")
    said = {0x001A: "IPM.Note", 0x0037: letter.subject, 0x1000: letter.text.replace("\n", "\r\n"), 0x007D: headers}
    said |= {0x0C1A: sender.name, 0x0C1F: sender.address, 0x1035: f"<ordinary-{number}@orrelane.example>"}
    bag = Bag({**texts(said), (0x1013, BINARY): letter.html.encode()})
    ticks = int((_day(number) - datetime(1601, 1, 1, tzinfo=UTC)).total_seconds()) * 10_000_000
    bag.values[(0x0039, _TIME)] = ticks.to_bytes(8, "little")
    for person in others[:3]:
        kind = {(0x0C15, 3): (1).to_bytes(4, "little")}
        bag.recipients.append(Bag({**kind, **texts({0x3001: person.name, 0x39FE: person.address, 0x3002: "SMTP"})}))
    if number % 3 == 0:
        file = texts({0x3707: "figures.txt", 0x3001: "figures.txt"})
        bag.attachments.append(Bag({**file, (0x3701, BINARY): base64.b64encode(letter.text.encode())}))
    return build_msg(bag)
