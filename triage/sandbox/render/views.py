"""What a person is to see of an item: one answer to one View, or one trouble. Runs in the reader process.

It chooses who draws, and turns whatever goes wrong into a sentence. Nothing is kept, nothing is fetched.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import BinaryIO

from triage.errors import FormatError, reason
from triage.messages import plain, say
from triage.model.items import Trouble
from triage.sandbox.render import html as render_html
from triage.sandbox.render import pages, sheets
from triage.sandbox.wire import Job, Rich, Shown, ViewRequest

Source = Callable[[], str]


def show(job: Job, untrusted_file: BinaryIO, html: Source, text: Source) -> Shown | Trouble:
    """Return what ``job.view`` asks for; ``html`` and ``text`` read the item's own HTML and text when they are needed.

    Raises MemoryError, and whatever stops an item that takes too long.
    """
    view = job.view or ViewRequest("")
    media = job.declared
    try:
        if view.kind == "page":
            return pages.draw(job.number, view, untrusted_file, media)
        if view.kind == "rich":
            return Rich(job.number, *render_html.harmless(html()))
        if view.kind == "places":
            tables = sheets.rows_of_text(text(), media) if media in sheets.SEPARATED else sheets.tables(untrusted_file)
            return sheets.places(job.number, tables, view.sought)
        if media in sheets.SEPARATED:
            return sheets.separated(job.number, view.first, text(), media)
        return sheets.workbook(job.number, view.number, view.first, untrusted_file, media)
    except MemoryError:
        raise
    except FormatError as error:
        return Trouble("unsupported", error.message)
    except ValueError as error:
        return Trouble("unsupported", plain(str(error)[:300]))
    except Exception as error:
        return Trouble("damaged", say("view-failed", error=reason(error, 200)))
