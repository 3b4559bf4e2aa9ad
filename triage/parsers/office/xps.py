"""XPS documents: the text of each page as it is printed, properties, links. ECMA-388."""

from __future__ import annotations

import re

from triage.model.items import Extract
from triage.parsers.kit.contract import Context, Data, Probe
from triage.parsers.kit.texts import Texts
from triage.parsers.kit.xml.parts import attribute
from triage.parsers.office.ooxml.common import properties
from triage.parsers.office.ooxml.package import Package, key

TYPE = "application/vnd.ms-xpsdocument"
_NUMBER = re.compile(r"\d+")


def claims(probe: Probe) -> bool:
    """Whether the file is a package with fixed pages."""
    return any(n.lower().endswith((".fpage", ".fdseq")) for n in probe.zip_names)


def parse(untrusted_data: Data, context: Context) -> Extract:
    """Read every page in order. Raises ValueError where the package holds no part."""
    texts = Texts(context.limits)
    package = Package(untrusted_data, context, texts)
    pages = [m.filename for m in package.members if key(m.filename).endswith(".fpage")]
    for name in sorted(pages, key=lambda n: [int(d) for d in _NUMBER.findall(n)]):
        _page(package, name, texts)
    extract = Extract(TYPE)
    properties(package, extract, texts)
    texts.judge(any(key(m.filename).endswith((".jpg", ".png", ".tif", ".wdp")) for m in package.members))
    extract.segments = texts.segments()
    extract.troubles = texts.troubles
    return extract


def _page(package: Package, name: str, texts: Texts) -> None:
    """Add a page's runs; those that stand at the same height are one line."""
    height = ""
    line: list[str] = []
    for _, element in package.walk(name, ("Glyphs", "Path", "Canvas"), starts=False):
        target = attribute(element, "FixedPage.NavigateUri")
        texts.add("fieldcode", target if "://" in target else "")
        text = attribute(element, "UnicodeString").removeprefix("{}")
        if text:
            if attribute(element, "OriginY") != height:
                texts.add("body", "".join(line))
                line.clear()
                height = attribute(element, "OriginY")
            line.append(text)
        element.clear()
    texts.add("body", "".join(line))
    texts.add("body", "\f", "")
