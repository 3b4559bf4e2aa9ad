"""Office documents as one XML file: flat packages (``pkg:package``), put back into a package and read as such."""

from __future__ import annotations

import io
import zipfile

from triage.model.items import Extract
from triage.parsers.kit.charset import from_base64
from triage.parsers.kit.contract import Context, Data, Probe, as_file
from triage.parsers.kit.texts import Texts
from triage.parsers.kit.xml_parts import attribute, local, walk
from triage.parsers.office.ooxml import docx, pptx, xlsx
from triage.parsers.office.ooxml.package import key

TYPE = "application/xml"


def claims(probe: Probe) -> bool:
    return b"<" in probe.head[:64] and b"<pkg:package" in probe.head


def parse(untrusted_data: Data, context: Context) -> Extract:
    from lxml import etree

    texts = Texts(context.limits)
    target = io.BytesIO()
    types = []
    with zipfile.ZipFile(target, "w") as package:
        for _, part in walk(as_file(untrusted_data), "package", ("part",), texts, starts=False):
            name = attribute(part, "name")
            types.append(f'<Override PartName="{name}" ContentType="{attribute(part, "contentType")}"/>')
            for content in part:
                if local(content) == "xmlData" and len(content):
                    package.writestr(zipfile.ZipInfo(key(name)), etree.tostring(content[0]))
                elif local(content) == "binaryData":
                    data = from_base64((content.text or "").encode("ascii", "ignore"))
                    package.writestr(zipfile.ZipInfo(key(name)), data)
            part.clear()
        package.writestr(zipfile.ZipInfo("[Content_Types].xml"), f"<Types>{''.join(types)}</Types>")
    probe = Probe(target.getvalue(), context.name)
    form = next((f for f in (docx, xlsx, pptx) if f.claims(probe)), docx)
    extract: Extract = form.parse(target.getvalue(), context)
    extract.troubles = [*texts.troubles, *extract.troubles]
    return extract
