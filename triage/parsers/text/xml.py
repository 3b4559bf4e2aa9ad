"""XML of any vocabulary, also SVG: element text and attribute values, in the order of the document.

Entities are never expanded and nothing is fetched (no DTD, no schema, no include), so XXE and entity bombs stay inert;
what a document type declares is kept as hidden text. Ill-formed XML is kept whole, as the text it is.
"""

from __future__ import annotations

import re
from html import unescape
from xml.parsers import expat

from triage.messages import say
from triage.model.items import Extract, Segment, Trouble
from triage.parsers.kit.contract import Context, Data, Probe
from triage.parsers.kit.html_text import html_segments
from triage.parsers.kit.texts import Texts, clean, name_set
from triage.parsers.kit.xml_parts import fitted
from triage.parsers.text.plain import charset_of, read_text

TYPE = "application/xml"
_START = re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:\?xml\b|!DOCTYPE\b|[A-Za-z_][\w.:-]*[\s>/])")
_NAMED = re.compile(rb"\s*(?:<!--|<)")
_ENDINGS = {"svg": "image/svg+xml", "rss": "application/rss+xml", "kml": "application/vnd.google-earth.kml+xml"}
TYPES = (TYPE, "text/xml", *_ENDINGS.values())
_KNOWN = frozenset(_ENDINGS) | frozenset(
    "xml xsd xsl xslt gpx plist xmp dita opf ncx resx config fpage fdoc fdseq".split()
)
_EXTERNAL = re.compile(r"<!ENTITY[^>]{0,500}\b(?:SYSTEM|PUBLIC)\b")
_ENCODING = re.compile(rb"(?:\xef\xbb\xbf)?\s*<\?xml[^>]{1,200}?encoding\s*=\s*[\"']([A-Za-z][\w.:-]{1,40})")
_REFERENCE = re.compile(r"&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z]\w{1,30});")
_BLOCKS = name_set("p br div li tr td th h1 h2 h3 h4 h5 h6 hr blockquote pre dt dd")
"""Local names of elements that begin a line of their own in every vocabulary that has them."""
_FEEDS = name_set("description encoded title summary content subtitle")
"""Elements of RSS 2.0 and Atom (RFC 4287 3.1.1.2) whose text may be a page of HTML, escaped."""
_MARKUP = re.compile(r"</?[A-Za-z][^<>]{0,2000}>|" + _REFERENCE.pattern)
_WITHOUT_READER = (
    (re.compile(r"<(?:\w+:)?wordDocument\b"), "word-2003-xml"),
    (re.compile(r"<(?:\w+:)?Workbook\b[^>]*office:spreadsheet"), "excel-2003-xml"),
)
"""Documents that the reader for any XML reads, though they have hidden and deleted text and embedded files."""
_SKIP = ("xmlns", "xsi:", "xml:space")
_PIECE = 1 << 16


def claims(probe: Probe) -> bool:
    head = probe.head
    if head[:2] in (b"\xff\xfe", b"\xfe\xff") or head[:4] in (b"<\x00?\x00", b"\x00<\x00?"):
        head = head.replace(b"\x00", b"").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff")
    if head.lstrip(b"\xef\xbb\xbf \t\r\n")[:5] in (b"<?xml", b"<!DOC"):
        return True
    named = probe.extension in _KNOWN or probe.declared.partition(";")[0].endswith(("/xml", "+xml"))
    return named and _NAMED.match(head) is not None


def parse(untrusted_data: Data, context: Context) -> Extract:
    ending = context.name.rpartition(".")[2].lower()
    stated = _ENCODING.match(untrusted_data[:300])
    charset = charset_of(context.declared) or (stated[1].decode() if stated else None)
    text, troubles = read_text(untrusted_data, charset, context.limits)
    extract = Extract(_ENDINGS.get(ending, "image/svg+xml" if "<svg" in text[:1000] else TYPE))
    texts = Texts(context.limits)
    for root, kind in _WITHOUT_READER:
        if root.search(text[:4096]):
            texts.trouble("unsupported", "kind-without-reader-xml", kind=say(kind))
    try:
        mended = fitted(text.encode("utf-8", "replace")).decode() if "&#" in text else text
        document_type = _walk(mended.lstrip("\ufeff \t\r\n"), texts)
    except (expat.ExpatError, ValueError) as error:
        if not text.strip():
            raise
        extract.segments = [Segment("body", clean(_REFERENCE.sub(lambda match: unescape(match[0]), text)))]
        extract.troubles = [*troubles, Trouble("damaged", say("xml-not-well-formed", error=str(error)[:120]))]
        return extract
    _declared(document_type, texts)
    extract.segments = texts.segments()
    extract.troubles = [*troubles, *texts.troubles]
    if not extract.segments:
        extract.troubles.append(Trouble("no-text", say("xml-without-text")))
    return extract


def _declared(document_type: str, texts: Texts) -> None:
    texts.add("hidden", document_type)
    if _EXTERNAL.search(document_type):
        texts.trouble("external", "xml-refers-elsewhere")
    elif "<!ENTITY" in document_type:
        texts.trouble("damaged", "xml-entities-declared")


def _is_block(tag: str) -> bool:
    return tag.rpartition(":")[2].lower() in _BLOCKS


class _XmlReader:
    """Takes expat's events: text becomes lines, inline elements of mixed content don't break them."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts
        self._line: list[str] = []
        self._mixed = [False]
        self._inline = [False]
        self._break = False
        self._in_type = False
        self._type: list[str] = []

    @property
    def document_type(self) -> str:
        return "".join(self._type)

    def start(self, tag: str, attributes: list[str]) -> None:
        # Inside running text an element is inline unless it is a block everywhere.
        inline = self._mixed[-1] and not _is_block(tag)
        if self._break or not inline:
            self.flush()
        self._inline.append(inline)
        self._mixed.append(False)
        for name, value in zip(attributes[::2], attributes[1::2], strict=True):
            if not name.startswith(_SKIP):
                self._texts.add("properties", value)

    def end(self, tag: str) -> None:
        # The line ends, unless text follows at once.
        if tag.rpartition(":")[2] in _FEEDS:
            self._page()
        if self._break or _is_block(tag):
            self.flush()
        self._mixed.pop()
        self._break = not self._inline.pop()

    def data(self, text: str) -> None:
        self._line.append(text)
        if not text.isspace():
            self._mixed[-1] = True
            self._break = False

    def comment(self, text: str) -> None:
        if self._break:
            self.flush()
        self._texts.add("comment", text.strip())

    def instruction(self, target: str, text: str) -> None:
        self._texts.add("comment", f"{target} {text}")

    def other(self, text: str) -> None:
        # An entity that isn't expanded is kept as it is written.
        self._in_type = self._in_type or text == "<!DOCTYPE"
        if self._in_type:
            self._type.append(text)
        elif text.startswith("&"):
            self.data(text)

    def end_type(self) -> None:
        self._in_type = False

    def _page(self) -> None:
        text = "".join(self._line)
        if _MARKUP.search(text):
            self._line.clear()
            for segment in html_segments(text, "body"):
                self._texts.add(segment.origin, segment.text)

    def flush(self) -> None:
        line = " ".join("".join(self._line).split())
        self._line.clear()
        self._break = False
        if line:
            self._texts.add("body", line)


def _walk(text: str, texts: Texts) -> str:
    parser = expat.ParserCreate(encoding="utf-8")
    parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
    parser.ordered_attributes = True
    parser.buffer_text = True
    reader = _XmlReader(texts)
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.data
    parser.CommentHandler = reader.comment
    parser.ProcessingInstructionHandler = reader.instruction
    parser.DefaultHandler = reader.other
    parser.EndDoctypeDeclHandler = reader.end_type
    parser.ExternalEntityRefHandler = lambda *_: 1  # an entity that lies elsewhere is passed over
    for at in range(0, len(text), _PIECE):
        parser.Parse(text[at : at + _PIECE].encode(), False)
        if texts.full:
            return reader.document_type
    parser.Parse(b"", True)
    reader.flush()
    return reader.document_type
