"""What a person is to see of an item: one answer to one ViewRequest, or one trouble. Runs in the reader process.

It chooses who draws, and turns whatever goes wrong into a sentence. Nothing is kept, nothing is fetched; what comes
back is as hostile as the bytes it was made of.
"""

from __future__ import annotations

from html import escape

from triage.errors import FormatError, reason
from triage.messages import plain, say
from triage.model.items import Trouble
from triage.model.previews import Preview, RichText
from triage.parsers import by_type
from triage.parsers.kit.contract import Context, Data, as_file
from triage.parsers.kit.html_text import flat_segments, is_bomb
from triage.parsers.mail import eml, emlx
from triage.parsers.outlook import msg
from triage.parsers.text import html
from triage.parsers.text.plain import charset_of, pieces
from triage.sandbox.render import html as render_html
from triage.sandbox.render import pages, sheets, stamped
from triage.sandbox.wire import STAMPED, ViewRequest


def show(view: ViewRequest, untrusted_data: Data, context: Context) -> Preview | Trouble:
    """Return what a view asks for of data of the media type ``context.declared``.

    Raises MemoryError, and whatever stops an item that takes too long.
    """
    media, untrusted_file = context.declared, as_file(untrusted_data)
    separated = media in sheets.SEPARATED
    try:
        if view.kind == "page":
            return pages.draw(view, untrusted_file, media)
        if view.kind == STAMPED:
            return stamped.stamped(view, untrusted_file, media)
        if view.kind == "rich":
            parts, notes = render_html.harmless(_html_of(untrusted_data, media, context))
            return RichText(tuple(parts), tuple(notes))
        texts = pieces(untrusted_data, charset_of(media)) if separated else iter(())
        if view.kind == "places":
            tables = sheets.rows_of_text(texts, media) if separated else sheets.tables(untrusted_file)
            return sheets.places(tables, view.sought)
        if separated:
            return sheets.separated(view.first, texts, media)
        return sheets.workbook(view.number, view.first, untrusted_file, media)
    except MemoryError:
        raise
    except FormatError as error:
        return Trouble("unsupported", error.message)
    except ValueError as error:
        return Trouble("unsupported", plain(str(error)[:300]))
    except Exception as error:
        return Trouble("damaged", say("view-failed", error=reason(error, 200)))


def _html_of(untrusted_data: Data, media: str, context: Context) -> str:
    """Return the HTML of a mail or a page as its author wrote it; one made to hurt a tree builder comes flat.

    Raises FormatError where it holds none.
    """
    pages_of_html = [page for page in _pages(untrusted_data, media, context) if page.strip()]
    if not pages_of_html:
        raise FormatError("view-no-html")
    untrusted = "<hr>".join(pages_of_html)
    return f"<pre>{escape(flat_segments(untrusted)[0].text)}</pre>" if is_bomb(untrusted) else untrusted


def _pages(untrusted_data: Data, media: str, context: Context) -> list[str]:
    form = by_type(media)
    parse = form.parse if form else None
    if parse is msg.parse:
        return [msg.html_of(untrusted_data, context.limits.item_bytes)]
    if parse is html.parse:
        return [html.source(untrusted_data, context)]
    data = untrusted_data[:]
    if parse is emlx.parse:
        start, length = emlx.mail_within(data)
        data = data[start : start + length]
    return eml.html_of(data)
