"""Pictures: kind, size, what cameras and editors wrote into them, and the text they show, if recognised.

Metadata (EXIF, IPTC IIM, XMP, PNG text, comments) is searchable text of origin "properties". What a picture
shows is recognised where the optional extra is installed (``ocr``), else ``needs-ocr`` says that it was not read.
"""

from __future__ import annotations

import re
import warnings
from typing import TYPE_CHECKING

from triage.errors import FormatError
from triage.messages import say
from triage.model.items import Extract, Segment, Trouble
from triage.parsers.kit import drawings
from triage.parsers.kit.contract import Context, Data, Probe, Signatures, as_file
from triage.parsers.kit.ocr import Recognised, available, read_scans, recognise
from triage.parsers.kit.texts import clean
from triage.parsers.pictures.metadata import Properties, gather

if TYPE_CHECKING:
    from PIL.Image import Image

_SIGNATURES = Signatures(__name__, "pictures.tsv")
TYPES = _SIGNATURES.types
_TOO_SMALL = 16
_MAX_PROPERTY = 20_000
_CANON = b"CR\x02"
"""What stands at byte 8 of a camera's raw picture whose preview Pillow takes for the picture."""


def claims(probe: Probe) -> bool:
    """Tell by signature alone."""
    return _SIGNATURES.media(probe.head) is not None


def parse(untrusted_data: Data, context: Context) -> Extract:
    """Read kind, size and metadata."""
    extract = context.draft(_SIGNATURES.media(untrusted_data) or "image/unknown")
    found: Properties = []
    size: tuple[int, int] | None = None
    try:
        size = gather(untrusted_data, found)
    except MemoryError:
        raise
    except Exception as error:  # Pillow raises a dozen kinds, and knows not every kind of picture
        if extract.type in ("image/jpeg", "image/png", "image/gif", "image/bmp", "image/webp"):
            why = error if isinstance(error, FormatError) else _why(error)
            extract.troubles.append(Trouble("damaged", say("picture-metadata-unreadable", error=why)))
    extract.properties = [(name, clean(value)[:_MAX_PROPERTY]) for name, value in found if clean(value).strip()]
    lines = "\n".join(f"{name}: {value}" for name, value in extract.properties)
    if lines:
        extract.segments.append(Segment("properties", lines))
    drawn = drawings.lines(untrusted_data[:]) if extract.type in ("image/emf", "image/wmf") else []
    extract.children = drawings.embedded_files(untrusted_data[:], "metafile") if extract.type == "image/emf" else []
    if drawn:
        extract.segments.insert(0, Segment("body", clean("\n".join(drawn))))
    elif size is None or min(size) > _TOO_SMALL:
        _recognise(untrusted_data, extract)
    return extract


def _why(error: Exception) -> str:
    """Return what Pillow says, without the names of objects in memory, which differ from run to run."""
    return re.sub(r" ?<[^<>]*>", "", str(error))[:100]


def _recognise(untrusted_data: Data, extract: Extract) -> None:
    """Add the text that the picture shows, or say that it was not read."""
    from PIL.Image import open as opened

    found = None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with opened(as_file(untrusted_data)) as picture:
                if extract.type == "image/tiff" and getattr(picture, "n_frames", 1) > 1:
                    _recognise_pages(picture, extract)
                    return
                found = recognise(picture)
    except MemoryError:
        raise
    except Exception as error:  # Pillow raises a dozen kinds for broken pixels
        extract.properties.append(("Pixels", f"can't be decoded ({_why(error)})"))
    if found is None or found.doubtful:
        unread = "picture-not-recognised" if available() else "picture-needs-ocr"
        extract.troubles.append(Trouble("needs-ocr", say("picture-unsure" if found else unread)))
    elif not found.text and untrusted_data[8:11] == _CANON:
        extract.troubles.append(Trouble("needs-ocr", say("raw-picture")))
    elif not found.text:
        extract.troubles.append(Trouble("no-text", say("picture-without-words")))
    if found is not None and found.text:
        extract.segments.append(Segment("ocr", clean(found.text)))
        extract.properties.append(("Recognition confidence", f"{found.confidence} %"))


def _recognise_pages(picture: Image, extract: Extract) -> None:
    """Add the text of each page, as of a fax that was kept as one TIFF file (TIFF 6.0, section 2)."""

    def page(number: int, seconds: float) -> Recognised | None:
        try:
            picture.seek(number)
            return recognise(picture, seconds)
        except (OSError, EOFError, ValueError, SyntaxError):  # as Pillow says that a page is broken
            return None

    count: int = picture.n_frames  # type: ignore[attr-defined]
    scans = read_scans(page, list(range(count)))
    extract.segments += [Segment("ocr", clean("\n\f".join(scans.texts)))] if scans.texts else []
    extract.properties += [("Pages", str(count)), *scans.properties]
    extract.troubles += scans.troubles
