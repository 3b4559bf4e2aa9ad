"""Text that is shown as its author arranged it: a mail's HTML, the rows of a table, as they are written.

Beside the formats and no format itself: the airlock asks here when a person wants to see an item that was read long
ago. What comes back is as hostile as the bytes it was made of.
"""

from __future__ import annotations

from html import escape

from triage.errors import FormatError
from triage.parsers.kit.contract import Context, Data
from triage.parsers.kit.html.flatten import flat_segments, is_bomb
from triage.parsers.mail import eml, emlx
from triage.parsers.outlook import msg
from triage.parsers.text import html
from triage.parsers.text.plain import charset_of, read_text


def html_of(untrusted_data: Data, media: str, context: Context) -> str:
    """Return the HTML of a mail or a page; one made to hurt a tree builder comes flat.

    Raises FormatError where it holds none.
    """
    pages = [page for page in _pages(untrusted_data, media, context) if page.strip()]
    if not pages:
        raise FormatError("view-no-html")
    untrusted = "<hr>".join(pages)
    return f"<pre>{escape(flat_segments(untrusted)[0].text)}</pre>" if is_bomb(untrusted) else untrusted


def _pages(untrusted_data: Data, media: str, context: Context) -> list[str]:
    if media in msg.FORMAT.types:
        return [msg.html_of(untrusted_data, context.limits.item_bytes)]
    if media in html.FORMAT.types:
        return [html.source(untrusted_data, context)]
    if media in emlx.FORMAT.types:
        data = untrusted_data[:]
        start, length = emlx.mail_within(data)
        return eml.html_of(data[start : start + length])
    return eml.html_of(untrusted_data[:])


def text_of(untrusted_data: Data, context: Context) -> str:
    """Return a text file's text in its character set."""
    return read_text(untrusted_data, charset_of(context.declared), context.limits)[0]
