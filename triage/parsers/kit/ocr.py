"""Text that pictures show: pixels in, recognised text with its confidence out. An optional extra.

Where ``tesserocr`` isn't installed, or no language's data can be found, nothing is recognised and the caller says
``needs-ocr``. Tesseract runs inside the airlock like any parser; it is given pixels, never a file's name. Pages of PDF
and TIFF are recognised one by one, as far as time allows; how a page is drawn is its format's business.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable
from functools import cache
from glob import glob
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from triage.messages import say
from triage.model.items import Trouble
from triage.model.messages import Message
from triage.parsers.kit.contract import seconds_left

if TYPE_CHECKING:
    from PIL.Image import Image

T = TypeVar("T")
WordBox = tuple[str, tuple[int, int, int, int]]

LANGUAGES = ("eng", "heb", "ara")
FOLDERS = (
    f"{sys.prefix}/share/tessdata",
    "/usr/share/tesseract-ocr",
    "/usr/share/tessdata",
    "/usr/local/share/tessdata",
)
_WORDY = re.compile(r"\w")
_LARGEST = 60_000_000
_SMALLEST_SIDE = 24
_GOOD = 60
_MOST_PAGES = 1_000
_PAGE_SECONDS = 20.0
_RESERVE = 0.25


class Recognised(NamedTuple):
    """Text of one picture, and how sure the recogniser is of it, in percent."""

    text: str
    confidence: int

    @property
    def doubtful(self) -> bool:
        return bool(self.text) and self.confidence < _GOOD


@cache
def data_folder() -> str:
    """Return the folder with the languages' data, "" where there is none."""
    for parent in FOLDERS:
        for folder in (parent, *sorted(glob(f"{parent}/*/tessdata"), reverse=True)):  # noqa: PTH207
            if any(os.path.exists(f"{folder}/{name}.traineddata") for name in LANGUAGES):  # noqa: PTH110
                return folder
    return ""


@cache
def _engine() -> Any:
    folder = data_folder()
    if not folder:
        return None
    os.environ["OMP_THREAD_LIMIT"] = "1"
    known = [name for name in LANGUAGES if os.path.exists(f"{folder}/{name}.traineddata")]  # noqa: PTH110
    try:
        import tesserocr

        engine = tesserocr.PyTessBaseAPI(path=folder, lang="+".join(known))
    except (ImportError, RuntimeError):
        return None
    # Tesseract's remarks go to a file that the airlock doesn't let it open, on which it dies; "" is standard error.
    engine.SetVariable("debug_file", "")
    return engine


def available() -> bool:
    return _engine() is not None


def recognise(picture: Image, seconds: float = 0) -> Recognised | None:
    """Return a picture's text; None without an engine, if it is too large or takes over ``seconds`` (0: no limit)."""

    def answer(engine: Any) -> Recognised:
        text, confidence = str(engine.GetUTF8Text()).strip(), int(engine.MeanTextConf())
        return Recognised(text, confidence) if _WORDY.search(text) else Recognised("", 0)  # strokes are read as signs

    if picture.width * picture.height <= _LARGEST and min(picture.size) < _SMALLEST_SIDE:
        return Recognised("", 0)
    return _run(picture, seconds, answer)


def _run(picture: Image, seconds: float, answer: Callable[[Any], T]) -> T | None:
    engine = _engine()
    if engine is None or picture.width * picture.height > _LARGEST:
        return None
    engine.SetImage(picture if picture.mode == "L" else picture.convert("RGB"))
    try:
        return answer(engine) if engine.Recognize(round(seconds * 1000)) else None
    finally:
        engine.Clear()


def boxes(picture: Image, seconds: float) -> list[WordBox]:
    """Return the words of a picture with left, top, right, bottom in pixels; none if that takes over ``seconds``."""

    def answer(engine: Any) -> list[WordBox]:
        import tesserocr

        level = tesserocr.RIL.WORD
        words = tesserocr.iterate_level(engine.GetIterator(), level)
        return [(str(word.GetUTF8Text(level)), box) for word in words if (box := word.BoundingBox(level))]

    return _run(picture, seconds, answer) or []


class Scans(NamedTuple):
    """What scanned pages say: their texts, how sure each is, and what is missing or unsure on which pages."""

    texts: list[str]
    properties: list[tuple[str, str]]
    troubles: list[Trouble]


def read_scans(page: Callable[[int, float], Recognised | None], pages: list[int]) -> Scans:
    """Return what pages (from 0) say; ``page`` recognises one by its number in so many seconds, None if it can't."""
    read: dict[int, Recognised] = {}
    unread: list[int] = []
    why = ("page-not-recognised", "pages-not-recognised")
    if pages and not available():
        unread, why = pages, ("page-needs-ocr", "pages-need-ocr")
    reserve = seconds_left() * _RESERVE
    for count, number in enumerate(pages[len(unread) :]):
        seconds = seconds_left() - reserve
        if seconds <= 0 or count >= _MOST_PAGES:
            unread += pages[count:]
            why = ("page-out-of-time", "pages-out-of-time")
            break
        recognised = page(number, min(seconds, _PAGE_SECONDS))
        if recognised is None:
            unread.append(number)
        else:
            read[number] = recognised
    sure = ", ".join(f"page {number + 1}: {page.confidence} %" for number, page in read.items() if page.text)
    left_out = (
        ("needs-ocr", unread, why),
        ("needs-ocr", [n for n, page in read.items() if page.doubtful], ("page-unsure", "pages-unsure")),
        ("no-text", [n for n, page in read.items() if not page.text], ("page-without-words", "pages-without-words")),
    )
    return Scans(
        [page.text for page in read.values() if page.text],
        [("Recognition confidence", sure)] if sure else [],
        [Trouble(code, of_pages([n + 1 for n in numbers], *keys)) for code, numbers, keys in left_out if numbers],
    )


def of_pages(numbers: list[int], singular: str, plural: str, **values: object) -> Message:
    """Return a sentence about pages, counted from 1, by the key for one or for many; the first ten are named."""
    if len(numbers) == 1:
        return say(singular, page=numbers[0], **values)
    shown = ", ".join(str(n) for n in numbers[:10]) + (" ..." if len(numbers) > 10 else "")
    return say(plural, count=len(numbers), pages=shown, **values)
