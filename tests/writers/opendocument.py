"""OpenDocument texts, spreadsheets and presentations: OASIS OpenDocument 1.3, part 3."""

from __future__ import annotations

from collections.abc import Mapping

from tests.writers.package import zipped

_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
_NAMES = ("office", "text", "table", "style", "meta", "presentation")
SPACES = " ".join(
    (
        *(f'xmlns:{name}="{_OASIS}:{name}:1.0"' for name in _NAMES),
        f'xmlns:draw="{_OASIS}:drawing:1.0" xmlns:fo="{_OASIS}:xsl-fo-compatible:1.0"',
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink"',
    )
)


def odf(kind: str, body: str, styles: str = "", parts: Mapping[str, str | bytes] | None = None) -> bytes:
    """Return a package: ``body`` stands inside ``office:body``, ``styles`` are its automatic ones.

    In further parts SPACE stands for the declarations of the namespaces.
    """
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {SPACES}>'
        f"<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:{kind}>{body}</office:{kind}></office:body></office:document-content>"
    )
    named = {
        name: part.replace("SPACE", SPACES) if isinstance(part, str) else part for name, part in (parts or {}).items()
    }
    return zipped({"mimetype": f"application/vnd.oasis.opendocument.{kind}", "content.xml": content, **named})
