"""Pictures (floor 2): kind, size, what cameras and editors wrote into them, and the text they show, if recognised.

Metadata (EXIF, IPTC IIM, XMP, PNG text, comments) is searchable text of origin "properties". What a picture
shows is recognised where the optional extra is installed (``ocr``), else ``needs-ocr`` says that it was not read.
"""

from __future__ import annotations

import re
import warnings
import zlib
from collections.abc import Iterator
from typing import Any

from triage.model import Extract, Segment, Trouble
from triage.parsers import metafile
from triage.parsers.charset import decode_text
from triage.parsers.contract import Context, Data, Format, Probe, as_file
from triage.parsers.texts import clean

_SIGNATURES: tuple[tuple[bytes, int, str], ...] = (
    (b"\xff\xd8\xff", 0, "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", 0, "image/png"),
    (b"GIF8", 0, "image/gif"),
    (b"II*\x00", 0, "image/tiff"),
    (b"MM\x00*", 0, "image/tiff"),
    (b"II+\x00", 0, "image/tiff"),
    (b"WEBP", 8, "image/webp"),
    (b"ftypheic", 4, "image/heic"),
    (b"ftypheix", 4, "image/heic"),
    (b"ftypmif1", 4, "image/heif"),
    (b"ftypavif", 4, "image/avif"),
    (b"ftypcrx ", 4, "image/x-canon-cr3"),
    (b"8BPS\x00\x01", 0, "image/vnd.adobe.photoshop"),
    (b"\x00\x00\x01\x00", 0, "image/vnd.microsoft.icon"),
    (b"\x00\x00\x00\x0cjP  ", 0, "image/jp2"),
    (b"\xff\x0a", 0, "image/jxl"),
    (b"\x00\x00\x00\x0cJXL ", 0, "image/jxl"),
    (b" EMF", 40, "image/emf"),
    (b"\xd7\xcd\xc6\x9a", 0, "image/wmf"),
    (b"\x01\x00\x09\x00\x00\x03", 0, "image/wmf"),
    (b"\x02\x00\x09\x00\x00\x03", 0, "image/wmf"),
    (b"\x0a\x05\x01\x08", 0, "image/x-pcx"),
    (b"\x76\x2f\x31\x01", 0, "image/x-exr"),
    (b"AT&TFORM", 0, "image/vnd.djvu"),
    (b"gimp xcf", 0, "image/x-xcf"),
    (b"%!PS-Adobe", 0, "application/postscript"),
)
_PIXMAP = re.compile(rb"P[1-6][\s#]")
_MAX_PACKETS, _MAX_PACKET = 4, 1 << 20
_XMP_TEXT = re.compile(r">([^<>]+)<|=\"([^\"]+)\"")
_TOO_SMALL = 16
_MAX_PROPERTY = 20_000
_DULL = frozenset(("exif", "icc_profile", "photoshop", "xmp", "XML:com.adobe.xmp", "Raw profile type exif"))
_EXIF = frozenset(("exif", "Raw profile type exif", "XML:com.adobe.xmp", "xmp"))
_USER_COMMENT = {b"ASCII\0\0\0": "ascii", b"UNICODE\0": "utf-16", b"JIS\0\0\0\0\0": "iso-2022-jp"}


def _media(head: bytes) -> str | None:
    for magic, at, media in _SIGNATURES:
        if head[at : at + len(magic)] == magic and (media != "image/webp" or head[:4] == b"RIFF"):
            return media
    if head[:2] == b"BM" and len(head) > 26 and head[6:10] == b"\0\0\0\0" and head[14:18] in _BITMAP_HEADERS:
        return "image/bmp"
    return "image/x-portable-anymap" if _PIXMAP.match(head) else None


_BITMAP_HEADERS = tuple(size.to_bytes(4, "little") for size in (12, 16, 40, 52, 56, 64, 108, 124))


def claims(probe: Probe) -> bool:
    """Tell by signature alone."""
    return _media(probe.head) is not None


def parse(untrusted_data: Data, context: Context) -> Extract:
    """Read kind, size and metadata."""
    extract = Extract(_media(untrusted_data[:64]) or "image/unknown")
    size: tuple[int, int] | None = None
    try:
        size, found = _through_pillow(untrusted_data)
    except MemoryError:
        raise
    except Exception as error:  # Pillow raises a dozen kinds, and knows not every kind of picture
        found = []
        if extract.type in ("image/jpeg", "image/png", "image/gif", "image/bmp", "image/webp"):
            extract.troubles.append(Trouble("damaged", f"The picture's metadata can't be read ({_why(error)})."))
    found += _xmp(untrusted_data)
    extract.properties = [(name, clean(value)[:_MAX_PROPERTY]) for name, value in found if clean(value).strip()]
    lines = "\n".join(f"{name}: {value}" for name, value in extract.properties)
    if lines:
        extract.segments.append(Segment("properties", lines))
    drawn = metafile.lines(untrusted_data[:]) if extract.type in ("image/emf", "image/wmf") else []
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
    from PIL import Image

    from triage.parsers.ocr import recognise

    found = None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(as_file(untrusted_data)) as picture:
                found = recognise(picture)
    except MemoryError:
        raise
    except Exception as error:  # Pillow raises a dozen kinds for broken pixels
        extract.properties.append(("Pixels", f"can't be decoded ({_why(error)})"))
    if found is None or found.doubtful:
        how = "was read by a machine that is unsure of it" if found else "was not read"
        extract.troubles.append(Trouble("needs-ocr", f"It is a picture; text that it shows {how}."))
    elif not found.text:
        extract.troubles.append(Trouble("no-text", "It is a picture, in which no text was recognised."))
    if found is not None and found.text:
        extract.segments.append(Segment("ocr", clean(found.text)))
        extract.properties.append(("Recognition confidence", f"{found.confidence} %"))


def _through_pillow(data: Data) -> tuple[tuple[int, int], list[tuple[str, str]]]:
    from PIL import Image

    found: list[tuple[str, str]] = []
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with Image.open(as_file(data)) as picture:
            size = picture.size
            found += [("Format", str(picture.format)), ("Size", f"{size[0]} x {size[1]}")]
            frames = getattr(picture, "n_frames", 1) if picture.format in ("GIF", "TIFF", "WEBP") else 1
            if frames > 1:
                found.append(("Frames", str(frames)))
            plain = picture.format == "PNG" and _is_plain_png(data)
            found += [] if plain and _EXIF.isdisjoint(picture.info) else _exif(picture)
            found += _iptc(picture)
            found += [
                (str(k), _text(v)) for k, v in picture.info.items() if k not in _DULL and isinstance(v, str | bytes)
            ]
            texts = {} if plain else getattr(picture, "text", {})
            found += [(str(k), _text(v)) for k, v in texts.items() if k not in picture.info]
    return size, found


def _is_plain_png(untrusted: Data) -> bool:
    """Whether a PNG is sound and has nothing but its end behind the pixels: then they needn't be unpacked to read on.

    PNG (Third Edition) 5.3: each chunk has its length before and its checksum behind it.
    """
    at, pixels = 8, False
    while at + 12 <= len(untrusted):
        kind, end = untrusted[at + 4 : at + 8], at + 12 + int.from_bytes(untrusted[at : at + 4], "big")
        if end > len(untrusted) or zlib.crc32(untrusted[at + 4 : end - 4]) != int.from_bytes(
            untrusted[end - 4 : end], "big"
        ):
            return False
        if kind == b"IEND" or (pixels and kind != b"IDAT"):
            return kind == b"IEND" and pixels
        pixels = pixels or kind == b"IDAT"
        at = end
    return False


def _exif(picture: Any) -> Iterator[tuple[str, str]]:
    """Yield the tags of the main directory and of its Exif, GPS and interoperability parts (Exif 2.32, 4.6)."""
    from PIL import ExifTags

    exif = picture.getexif()
    parts = [(exif, ExifTags.TAGS)]
    for pointer, names in ((0x8769, ExifTags.TAGS), (0x8825, ExifTags.GPSTAGS)):
        inner = exif.get_ifd(pointer)
        if inner:
            parts.append((inner, names))
    for part, names in parts:
        for tag, value in part.items():
            name = names.get(tag, f"Tag {tag:#06x}")
            shown = _exif_text(name, value)
            if shown:
                yield name, shown


def _exif_text(name: str, value: Any) -> str:
    if name in ("MakerNote", "ExifOffset", "GPSInfo", "PrintImageMatching", "StripOffsets", "StripByteCounts"):
        return ""
    if isinstance(value, bytes):
        if name.startswith("XP"):
            return value.decode("utf-16-le", "replace").rstrip("\0")
        if name == "UserComment" and value[:8] in _USER_COMMENT:
            return decode_text(value[8:], _USER_COMMENT[value[:8]])[0].strip("\0 ")
        return _text(value) if len(value) < 4000 and _mostly_text(value) else ""
    if isinstance(value, str):
        return _text(value.encode("latin-1")) if value.isascii() or max(value) <= "\xff" else value
    if isinstance(value, tuple | list):
        return ", ".join(str(part) for part in value[:16])
    return str(value)


def _mostly_text(value: bytes) -> bool:
    return not value.translate(None, bytes(range(0x20, 0x7F)) + bytes(range(0x80, 0x100)) + b"\r\n\t\0")


def _iptc(picture: Any) -> Iterator[tuple[str, str]]:
    """Yield IPTC IIM data sets of record 2 (captions, by-lines, keywords ...)."""
    from PIL import IptcImagePlugin

    for (record, number), value in (IptcImagePlugin.getiptcinfo(picture) or {}).items():
        if record != 2 or number == 0:
            continue
        values = value if isinstance(value, list) else [value]
        yield _IPTC.get(number, f"IPTC 2:{number}"), "; ".join(_text(v) for v in values)


_IPTC = {
    5: "Object name",
    25: "Keywords",
    40: "Instructions",
    55: "Date created",
    80: "By-line",
    90: "City",
    101: "Country",
    103: "Reference",
    105: "Headline",
    110: "Credit",
    115: "Source",
    116: "Copyright",
    120: "Caption",
    122: "Caption writer",
}


def _xmp(data: Data) -> list[tuple[str, str]]:
    """Return the texts of XMP packets (ISO 16684-1), found by their wrapper wherever the file keeps them."""
    found: list[tuple[str, str]] = []
    start = data.find(b"<x:xmpmeta")
    while start >= 0 and len(found) < _MAX_PACKETS:
        end = data.find(b"</x:xmpmeta>", start, start + _MAX_PACKET)
        text = decode_text(data[start : end if end > 0 else start + 10_000])[0]
        values = (first or second for first, second in _XMP_TEXT.findall(text))
        told = (value.strip() for value in values if value.strip() and not value.startswith("http://ns.adobe"))
        found.append(("XMP", "\n".join(dict.fromkeys(told))))
        start = data.find(b"<x:xmpmeta", start + 10)
    return found


def _text(value: str | bytes) -> str:
    return value if isinstance(value, str) else decode_text(value)[0].strip("\0")


FORMAT = Format(
    label="picture",
    types=tuple(dict.fromkeys(media for _, _, media in _SIGNATURES)),
    extensions=("jpg", "jpeg", "png", "gif", "tif", "tiff", "bmp", "webp", "heic", "ico", "emf", "wmf", "psd"),
    level="kind, size, EXIF, IPTC, XMP, comments; text that is shown where OCR is installed",
    claims=claims,
    parse=parse,
)
