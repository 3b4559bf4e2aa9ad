"""What a plain use of one library takes for the files that the readers' benchmark reads: the least that others read.

python-docx gives the paragraphs of the body, pypdfium2 the text of the pages, extract-msg subject and body, and the
standard library the parts of a mail: no hidden text, properties, attachments, hashes or folding. They are run on
the same files right after ours, so that a machine that changes its pace slows both.
"""

from __future__ import annotations

import io
import time
from collections.abc import Callable
from email import message_from_bytes


def _docx(data: bytes) -> None:
    import docx

    "\n".join(paragraph.text for paragraph in docx.Document(io.BytesIO(data)).paragraphs)


def _pdf(data: bytes) -> None:
    import pypdfium2

    with pypdfium2.PdfDocument(data) as document:
        for page in document:
            page.get_textpage().get_text_range()
            page.close()


def _msg(data: bytes) -> None:
    import extract_msg

    with extract_msg.openMsg(data) as message:
        _ = message.subject, message.body


def _eml(data: bytes) -> None:
    for part in message_from_bytes(data).walk():
        if not part.is_multipart():
            part.get_payload(decode=True)


LIBRARIES: dict[str, tuple[str, Callable[[bytes], None]]] = {
    "docx": ("python-docx", _docx),
    "pdf": ("pypdfium2", _pdf),
    "msg": ("extract-msg", _msg),
    "eml": ("the standard library", _eml),
}
"""Kinds of file, each with its library's name and what is done with it."""


def seconds(kind: str, data: bytes) -> float | None:
    """Return the CPU seconds that the library takes for a file, None where it can't read it."""
    begun = time.process_time()
    try:
        LIBRARIES[kind][1](data)
    except Exception:  # each raises kinds of its own
        return None
    return time.process_time() - begun
