"""PDF files that lost their root: a new catalogue over the pages that still stand in the file.

ISO 32000-1 7.7.2 and 7.7.3. PDFium rebuilds a lost cross-reference table by itself, but not a lost catalogue, and that
stands at the end of most files that were cut.
"""

from __future__ import annotations

import re

from triage.parsers.kit.contract import Data

_PAGE = re.compile(
    rb"(\d{1,9})\s+(\d{1,5})\s+obj\b(?:(?!endobj|\bstream\b).){0,4000}?/Type\s*/Page(?![a-zA-Z])", re.DOTALL
)
_CATALOG = re.compile(rb"(\d{1,9})\s+(\d{1,5})\s+obj\b(?:(?!endobj|\bstream\b).){0,4000}?/Type\s*/Catalog\b", re.DOTALL)
_MOST_PAGES = 20_000


def repaired(untrusted_data: Data) -> bytes | None:
    """Return the file with a trailer, and a catalogue where it has none; None where no page can be found."""
    data = untrusted_data[:]
    catalog = None
    for match in _CATALOG.finditer(data):
        catalog = f"{int(match[1])} {int(match[2])} R"
    addition = ""
    if catalog is None:
        pages = list(dict.fromkeys(f"{int(m[1])} {int(m[2])} R" for m in _PAGE.finditer(data)))[:_MOST_PAGES]
        if not pages:
            return None
        addition = (
            f"\n4000001 0 obj\n<</Type/Pages/Count {len(pages)}/Kids[{' '.join(pages)}]"
            "/MediaBox[0 0 612 792]>>\nendobj"
            "\n4000002 0 obj\n<</Type/Catalog/Pages 4000001 0 R>>\nendobj"
        )
        catalog = "4000002 0 R"
    trailer = f"{addition}\ntrailer\n<</Root {catalog}/Size 4000003>>\nstartxref\n0\n%%EOF\n"
    return data + b"\nendstream\nendobj" + trailer.encode("ascii")
