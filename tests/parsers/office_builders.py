# ruff: noqa: E501  (markup stands in one piece)
"""Small writers of office files for the tests: only what the test at hand needs, built byte by byte."""

from __future__ import annotations

import hashlib
import io
import re
import struct
import zipfile
import zlib

from triage.parsers.kit.compound.writer import Storage, build
from triage.selftest.builders.office97 import atom, looks_page, record

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
P = "http://schemas.openxmlformats.org/presentationml/2006/main"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
_VND = "application/vnd.openxmlformats-officedocument."
_KINDS = {
    "word/document": "wordprocessingml.document.main+xml",
    "word/header": "wordprocessingml.header+xml",
    "word/footer": "wordprocessingml.footer+xml",
    "word/footnotes": "wordprocessingml.footnotes+xml",
    "word/comments": "wordprocessingml.comments+xml",
    "word/styles": "wordprocessingml.styles+xml",
    "xl/workbook": "spreadsheetml.sheet.main+xml",
    "xl/worksheets/": "spreadsheetml.worksheet+xml",
    "xl/sharedStrings": "spreadsheetml.sharedStrings+xml",
    "xl/styles": "spreadsheetml.styles+xml",
    "xl/comments": "spreadsheetml.comments+xml",
    "xl/pivotCache/": "spreadsheetml.pivotCacheDefinition+xml",
    "ppt/presentation": "presentationml.presentation.main+xml",
    "ppt/slides/": "presentationml.slide+xml",
    "ppt/notesSlides/": "presentationml.notesSlide+xml",
    "ppt/slideMasters/": "presentationml.slideMaster+xml",
    "ppt/comments/": "presentationml.comments+xml",
    "ppt/commentAuthors": "presentationml.commentAuthors+xml",
    "ppt/diagrams/": "drawingml.diagramData+xml",
    "ppt/charts/": "drawingml.chart+xml",
}


def zipped(members: dict[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a zip of the members."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", method) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return target.getvalue()


def package(members: dict[str, str | bytes]) -> bytes:
    """Return an Office package: the parts given, and the content types that their names ask for."""
    types = "".join(
        f'<Override PartName="/{name}" ContentType="{_VND}{kind}"/>'
        for name in members
        for start, kind in _KINDS.items()
        if name.startswith(start)
    )
    head = f'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">{types}</Types>'
    return zipped({"[Content_Types].xml": head, **members})


def docx(body: str, **parts: str | bytes) -> bytes:
    """Return a Word package with this content of ``w:body``; parts by name, ``__`` for a slash, ``_xml`` at the end."""
    document = f'<w:document xmlns:w="{W}" xmlns:r="{R}" xmlns:a="{A}"><w:body>{body}</w:body></w:document>'
    named = {name.replace("__", "/").replace("_xml", ".xml"): part for name, part in parts.items()}
    return package({"word/document.xml": document, **named})


def paragraph(*runs: str) -> str:
    """Return a paragraph of runs; a plain string becomes a run of text."""
    return "<w:p>" + "".join(r if r.startswith("<") else f"<w:r><w:t>{r}</w:t></w:r>" for r in runs) + "</w:p>"


def rels(*entries: tuple[str, str, str, bool]) -> str:
    """Return a relationships part of (id, kind, target, external)."""
    lines = (
        f'<Relationship Id="{i}" Type="{R}/{kind}" Target="{target}"{" TargetMode=" + chr(34) + "External" + chr(34) if out else ""}/>'
        for i, kind, target, out in entries
    )
    return f'<Relationships xmlns="{RELS}">{"".join(lines)}</Relationships>'


def xlsx(sheets: list[tuple[str, str, str]], **parts: str | bytes) -> bytes:
    """Return a workbook of (name, state, XML of the sheet's content)."""
    listed = "".join(f'<sheet name="{n}" sheetId="{i}" state="{s}" r:id="r{i}"/>' for i, (n, s, _) in enumerate(sheets))
    book = f'<workbook xmlns="{S}" xmlns:r="{R}"><sheets>{listed}</sheets></workbook>'
    links = rels(*((f"r{i}", "worksheet", f"worksheets/sheet{i}.xml", False) for i in range(len(sheets))))
    named = {name.replace("__", "/").replace("_xml", ".xml"): part for name, part in parts.items()}
    pages = {
        f"xl/worksheets/sheet{i}.xml": f'<worksheet xmlns="{S}">{x}</worksheet>' for i, (_, _, x) in enumerate(sheets)
    }
    return package({"xl/workbook.xml": book, "xl/_rels/workbook.xml.rels": links, **pages, **named})


def odf(kind: str, body: str, styles: str = "", **parts: str | bytes) -> bytes:
    """Return an OpenDocument package; ``body`` stands inside ``office:body``."""
    space = (
        f'xmlns:office="{OFFICE}" xmlns:text="{TEXT}" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:style="urn:oasis:names:tc:opendocument:'
        'xmlns:style:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:presentation="urn:oasis:'
        'names:tc:opendocument:xmlns:presentation:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"'
    )
    content = (
        f"<office:document-content {space}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:{kind}>{body}</office:{kind}></office:body></office:document-content>"
    )
    mimetype = f"application/vnd.oasis.opendocument.{kind}"
    named = {name.replace("__", "/").replace("_xml", ".xml"): part for name, part in parts.items()}
    named = {name: part.replace("SPACE", space) if isinstance(part, str) else part for name, part in named.items()}
    return zipped({"mimetype": mimetype, "content.xml": content, **named})


def native(name: str, content: bytes) -> bytes:
    """Return an OLE object that packages a file (the Ole10Native stream in a compound file)."""
    path = f"C:\\Temp\\{name}".encode("latin-1") + b"\0"
    body = b"\x02\x00" + name.encode("latin-1") + b"\0" + path + b"\0\0\x03\0"
    body += struct.pack("<I", len(path)) + path + struct.pack("<I", len(content)) + content
    root = Storage()
    root.put(["\x01Ole10Native"], struct.pack("<I", len(body)) + body)
    return build(root)


def pdf(pages: list[str], extra: str = "", catalog: str = "", fonts: str = "", trailer: str = "") -> bytes:
    """Return a PDF with one content stream for each page; objects in ``extra`` are numbered from 100."""
    kids = " ".join(f"{10 + 2 * i} 0 R" for i in range(len(pages)))
    objects = {1: f"<</Type/Catalog/Pages 2 0 R {catalog}>>", 2: f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>"}
    objects[3] = f"<</Type/Font/Subtype/Type1/BaseFont/Helvetica {fonts}>>"
    for index, content in enumerate(pages):
        number = 10 + 2 * index
        objects[number] = (
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents {number + 1} 0 R"
            f"/Resources<</Font<</F 3 0 R>>/XObject<</I 100 0 R>>>>{'/Annots 101 0 R' if '101 0 obj' in extra else ''}>>"
        )
        objects[number + 1] = f"<</Length {len(content)}>>stream\n{content}\nendstream"
    body = "%PDF-1.7\n" + "".join(f"{n} 0 obj\n{o}\nendobj\n" for n, o in objects.items()) + extra
    places = {int(m[1]): m.start(1) for m in re.finditer(r"(?:^|\n)(\d+) 0 obj", body)}
    table = "".join(f"{n} 1\n{at:010} 00000 n \n" for n, at in sorted(places.items()))
    tail = f"xref\n0 1\n0000000000 65535 f \n{table}trailer\n<</Root 1 0 R/Size 200 {trailer}>>\n"
    return f"{body}{tail}startxref\n{len(body)}\n%%EOF\n".encode("latin-1")


def packed(document: bytes, objects: dict[int, str]) -> bytes:
    """Append objects to a PDF in an object stream, with a stream of cross-references (ISO 32000-1 7.5.7 and 7.5.8)."""
    table, body = "", ""
    for number, content in objects.items():
        table += f"{number} {len(body)} "
        body += f"{content} "
    content = zlib.compress((table + body).encode("latin-1"))
    entries = f"/Type/ObjStm/N {len(objects)}/First {len(table)}/Filter/FlateDecode/Length {len(content)}"
    holder = b"130 0 obj\n<<%s>>stream\n%s\nendstream\nendobj\n" % (entries.encode(), content)
    rows = b"".join(struct.pack(">BIB", 2, 130, index) for index in range(len(objects)))
    rows += struct.pack(">BIB", 1, len(document), 0)
    before = int(re.findall(rb"startxref\n(\d+)", document)[-1])
    index = "".join(f"{number} 1 " for number in (*objects, 130))
    entries = f"/Type/XRef/Size 200/W[1 4 1]/Index[{index}]/Root 1 0 R/Prev {before}/Length {len(rows)}"
    references = b"131 0 obj\n<<%s>>stream\n%s\nendstream\nendobj\n" % (entries.encode(), rows)
    return document + holder + references + b"startxref\n%d\n%%%%EOF\n" % len(document + holder)


def shows(text: str, x: int = 72, y: int = 700) -> str:
    """Return the content stream that shows a line of text."""
    return f"BT /F 12 Tf {x} {y} Td ({text}) Tj ET"


def _string(text: str) -> bytes:
    return struct.pack("<HB", len(text), 1) + text.encode("utf-16-le")


def xls(
    streams: dict[str, bytes] | None = None, sheet: bytes = b"", strings: tuple[str, ...] = (), state: int = 0
) -> bytes:
    """Return a BIFF8 workbook of one sheet called "Ledger" whose records are ``sheet``."""
    name = b"\x06\x00Ledger"
    table = struct.pack("<II", len(strings), len(strings)) + b"".join(_string(s) for s in strings)
    bof = record(0x809, struct.pack("<HHHHII", 0x600, 5, 0, 0, 0, 0))
    rest = record(0xFC, table) + record(0x0A, b"")
    size = len(bof) + 4 + 6 + len(name) + len(rest)
    globals_ = bof + record(0x85, struct.pack("<IBB", size, state, 0) + name) + rest
    root = Storage()
    root.put(["Workbook"], globals_ + bof + sheet + record(0x0A, b""))
    for path, content in (streams or {}).items():
        root.put(path.split("/"), content)
    return build(root)


def doc(
    stories: dict[int, str],
    looks: list[tuple[int, bytes]] | None = None,
    streams: dict[str, bytes] | None = None,
    blocks: dict[int, bytes] | None = None,
) -> bytes:
    """Return a Word 97 document; ``stories`` by their place in the file information block (0 text, 1 notes ...).

    ``looks`` are (first character, property modifiers) of the runs, in order. ``blocks`` go to the table stream, by the
    byte of the file information block where their place stands.
    """
    text = "".join(stories.get(i, "") for i in range(8))
    main = bytearray(0x800)
    struct.pack_into("<HH", main, 0, 0xA5EC, 0xC1)
    main[0x0B] = 2
    for index in range(8):
        struct.pack_into("<I", main, 0x4C + 4 * index, len(stories.get(index, "")))
    main += text.encode("utf-16-le")
    main += bytes(-len(main) % 512)
    page = len(main) // 512
    main += looks_page(looks or [(0, b"")], len(text))
    main += bytes(4096)
    pieces = struct.pack("<II", 0, len(text)) + struct.pack("<HIH", 0, 0x800, 0)
    clx = b"\x02" + struct.pack("<I", len(pieces)) + pieces
    bins = struct.pack("<III", 0x800, 0x800 + 2 * len(text), page)
    struct.pack_into("<II", main, 0x1A2, 0, len(clx))
    struct.pack_into("<II", main, 0xFA, len(clx), len(bins))
    table = clx + bins
    for at, block in (blocks or {}).items():
        struct.pack_into("<II", main, at, len(table), len(block))
        table += block
    root = Storage()
    root.put(["WordDocument"], bytes(main))
    root.put(["1Table"], table)
    for path, content in (streams or {}).items():
        root.put(path.split("/"), content)
    return build(root)


def ppt(objects: dict[int, bytes], stale: bytes = b"") -> bytes:
    """Return a presentation of persist objects by number; ``stale`` is what an earlier edit left."""
    stream = stale
    places = {}
    for number, content in objects.items():
        places[number] = len(stream)
        stream += content
    directory = len(stream)
    entries = b"".join(struct.pack("<II", 1 << 20 | n, at) for n, at in places.items())
    stream += atom(0x1772, entries)
    edit = len(stream)
    stream += atom(0x0FF5, struct.pack("<IIIIIIHH", 0, 0, 0, directory, 1, 9, 0, 0))
    root = Storage()
    root.put(["PowerPoint Document"], stream)
    root.put(["Current User"], atom(0x0FF6, struct.pack("<III", 20, 0xE391C05F, edit) + bytes(12)))
    return build(root)


def locked_pdf(text: str, password: str) -> bytes:
    """Return a PDF that only this password opens (standard handler, revision 2, RC4 with 40 bits)."""
    padding = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")
    padded = (password.encode() + padding)[:32]
    owner = _rc4(hashlib.md5(padded).digest()[:5], padded)
    key = hashlib.md5(padded + owner + struct.pack("<i", -4) + b"0" * 16).digest()[:5]
    content = shows(text).encode()
    sealed = _rc4(hashlib.md5(key + b"\x0b\0\0\0\0").digest()[:10], content)
    lock = f"/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<{owner.hex()}>/U<{_rc4(key, padding).hex()}>>>/ID[<{'30' * 16}><{'30' * 16}>]"
    return pdf([sealed.decode("latin-1")], trailer=lock)


def _rc4(key: bytes, data: bytes) -> bytes:
    box = list(range(256))
    j = 0
    for i in range(256):
        j = (j + box[i] + key[i % len(key)]) % 256
        box[i], box[j] = box[j], box[i]
    i = j = 0
    out = bytearray()
    for byte in data:
        i = (i + 1) % 256
        j = (j + box[i]) % 256
        box[i], box[j] = box[j], box[i]
        out.append(byte ^ box[(box[i] + box[j]) % 256])
    return bytes(out)
