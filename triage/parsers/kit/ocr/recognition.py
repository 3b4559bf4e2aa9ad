"""Text that a picture shows: pixels in, recognised text with its confidence out. An optional extra.

Where ``tesserocr`` isn't installed, or no language's data can be found, nothing is recognised and the caller says
``needs-ocr``. Tesseract runs inside the airlock like any parser; it is given pixels, never a file's name.
"""

from __future__ import annotations

import os
import re
import sys
from functools import cache
from glob import glob
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from PIL.Image import Image

LANGUAGES = ("eng", "heb", "ara")
"""What is recognised, as far as its data is installed; a page may mix them."""

FOLDERS = (
    f"{sys.prefix}/share/tessdata",
    "/usr/share/tesseract-ocr",
    "/usr/share/tessdata",
    "/usr/local/share/tessdata",
)
"""Where the languages' data may lie; the airlock keeps these readable."""

_WORDY = re.compile(r"\w")
_LARGEST = 60_000_000
_SMALLEST_SIDE = 24
_GOOD = 60


class Recognised(NamedTuple):
    """Text of one picture, and how sure the recogniser is of it, in percent."""

    text: str
    confidence: int

    @property
    def doubtful(self) -> bool:
        """Whether the text is too unsure to search by."""
        return bool(self.text) and self.confidence < _GOOD


@cache
def data_folder() -> str:
    """Return the folder with the languages' data, "" where there is none."""
    for folder in FOLDERS:
        for found in (folder, *sorted(glob(f"{folder}/*/tessdata"), reverse=True)):  # noqa: PTH207
            if any(os.path.exists(f"{found}/{name}.traineddata") for name in LANGUAGES):  # noqa: PTH110
                return found
    return ""


@cache
def _engine() -> Any:
    """Return the recogniser, made once for a reader process, or None where there is none."""
    folder = data_folder()
    if not folder:
        return None
    os.environ["OMP_THREAD_LIMIT"] = "1"
    try:
        import tesserocr
    except ImportError:
        return None
    known = [name for name in LANGUAGES if os.path.exists(f"{folder}/{name}.traineddata")]  # noqa: PTH110
    try:
        engine = tesserocr.PyTessBaseAPI(path=folder, lang="+".join(known))
    except RuntimeError:
        return None
    # Tesseract's remarks go to a file that the airlock doesn't let it open, on which it dies; "" is standard error.
    engine.SetVariable("debug_file", "")
    return engine


def available() -> bool:
    """Whether anything can be recognised here."""
    return _engine() is not None


def recognise(picture: Image, seconds: float = 0) -> Recognised | None:
    """Return the text of a picture; None where recognition isn't installed, or it is too large or takes too long.

    ``seconds`` is the time it may take; 0 sets no bound.
    """
    if picture.width * picture.height > _LARGEST:
        return None
    if min(picture.size) < _SMALLEST_SIDE:
        return Recognised("", 0)
    engine = _engine()
    if engine is None:
        return None
    engine.SetImage(picture if picture.mode == "L" else picture.convert("RGB"))
    done = engine.Recognize(round(seconds * 1000))
    text, confidence = (str(engine.GetUTF8Text()).strip(), int(engine.MeanTextConf())) if done else ("", 0)
    engine.Clear()
    if not done:
        return None
    return Recognised(text, confidence) if _WORDY.search(text) else Recognised("", 0)  # strokes are read as signs
