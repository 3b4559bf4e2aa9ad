"""Small originals for the tests of what is shown: a PDF of two pages, pictures, a workbook, mails with HTML."""

from __future__ import annotations

import io
import zipfile
from email.message import EmailMessage

import xlsxwriter
from PIL import Image


def pdf(pages: int = 2) -> bytes:
    """Return a PDF whose first page is red, whose second is green and so on, each with one word."""
    colours = ("1 0 0", "0 1 0", "0 0 1")
    kids = " ".join(f"{10 + 2 * n} 0 R" for n in range(pages))
    objects = {1: b"<</Type/Catalog/Pages 2 0 R>>", 2: f"<</Type/Pages/Count {pages}/Kids[{kids}]>>".encode()}
    objects[3] = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
    for n in range(pages):
        drawn = f"{colours[n % 3]} rg 0 0 200 300 re f 0 g BT /F 12 Tf 20 150 Td (osprey{n + 1}) Tj ET".encode()
        page = f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 300]/Contents {11 + 2 * n} 0 R"
        page += "/Resources<</Font<</F 3 0 R>>>>>>"
        objects[10 + 2 * n] = page.encode()
        objects[11 + 2 * n] = b"<</Length %d>>stream\n%s\nendstream" % (len(drawn), drawn)
    data, places = b"%PDF-1.4\n", {}
    for number, body in objects.items():
        places[number] = len(data)
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start, size = len(data), max(objects) + 1
    rows = b"".join(b"%010d 00000 n \n" % places[n] if n in places else b"0000000000 65535 f \n" for n in range(size))
    return data + b"xref\n0 %d\n%strailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (size, rows, size, start)


def picture(kind: str = "PNG", frames: int = 1, mode: str = "RGBA") -> bytes:
    """Return a picture, 40 by 20, blue on the left and transparent on the right, or all of one grey in 16 bits."""
    if mode == "I;16":
        made = Image.frombytes(mode, (40, 20), (40_000).to_bytes(2, "little") * 800)
    else:
        made = Image.new(mode, (40, 20), (0, 0, 0, 0))
        made.paste((0, 0, 255, 255), (0, 0, 20, 20))
    out = io.BytesIO()
    more = {"save_all": True, "append_images": [made] * (frames - 1)} if frames > 1 else {}
    made.save(out, kind, **more)
    return out.getvalue()


def workbook(rows: int = 3) -> bytes:
    """Return a workbook: a sheet from B2 on with a hidden row and a hidden column, and a hidden sheet."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        sheet = book.add_worksheet("Prices")
        for row in range(rows):
            sheet.write_row(1 + row, 1, [f"heron {row}", row * 1.5, row, row % 2 == 0])
        sheet.set_row(2, options={"hidden": True})
        sheet.set_column(3, 3, options={"hidden": True})
        other = book.add_worksheet("Secret")
        other.write(0, 0, "kept back")
        other.hide()
    return out.getvalue()


def document(*lines: str) -> bytes:
    """Return a Word document of these paragraphs."""
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    kinds = "http://schemas.openxmlformats.org/package/2006"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    text = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in lines)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        rels = "application/vnd.openxmlformats-package.relationships+xml"
        types = f'<Default Extension="rels" ContentType="{rels}"/>'
        types += f'<Override PartName="/word/document.xml" ContentType="{main}"/>'
        package.writestr("[Content_Types].xml", f'<Types xmlns="{kinds}/content-types">{types}</Types>')
        link = f'<Relationship Id="r" Type="{office}" Target="word/document.xml"/>'
        package.writestr("_rels/.rels", f'<Relationships xmlns="{kinds}/relationships">{link}</Relationships>')
        package.writestr("word/document.xml", f'<w:document xmlns:w="{word}"><w:body>{text}</w:body></w:document>')
    return out.getvalue()


def mail(html: str, subject: str = "Prices") -> bytes:
    """Return a mail with a plain text and this HTML."""
    message = EmailMessage()
    message["From"] = "Dana Levi <dana@halden.example>"
    message["To"] = "Omar Said <omar@halden.example>"
    message["Subject"] = subject
    message["Date"] = "Tue, 02 May 2023 09:00:00 +0000"
    message["Message-ID"] = f"<{subject.replace(' ', '-')}@halden.example>"
    message.set_content("The plain text.\n")
    message.add_alternative(html, subtype="html")
    return message.as_bytes()
