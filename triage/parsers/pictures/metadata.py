"""What cameras and editors wrote into a picture: Exif, IPTC, XMP, PNG text, comments.

Pillow knows the formats. No pixel is looked at here, and one kind of metadata that can't be read never takes another
one with it.
"""

from __future__ import annotations

import contextlib
import html
import re
import warnings
import zlib
from collections.abc import Iterator
from typing import Any

from triage.parsers.kit.charset import decode_text
from triage.parsers.kit.contract import Data, as_file
from triage.parsers.pictures import heif
from triage.parsers.pictures.iptc import captions

Properties = list[tuple[str, str]]
"""(name, text) pairs in the order in which they were found."""

_MAX_PACKETS, _MAX_PACKET = 4, 1 << 20
_XMP_TEXT = re.compile(r">([^<>]+)<|=\"([^\"]+)\"")
_DULL = frozenset(("exif", "icc_profile", "photoshop", "xmp", "XML:com.adobe.xmp", "Raw profile type exif"))
_EXIF = frozenset(("exif", "Raw profile type exif", "XML:com.adobe.xmp", "xmp"))
_PROFILE = "Raw profile type "
_PROFILES = frozenset(("8bim", "app1", "exif", "icc", "icm", "iptc", "xmp"))
_IPTC_TAG = 33723
_UNREAD = frozenset(("MakerNote", "ExifOffset", "GPSInfo", "PrintImageMatching", "StripOffsets", "StripByteCounts"))
_TEXT_BYTES = bytes(range(0x20, 0x7F)) + bytes(range(0x80, 0x100)) + b"\r\n\t\0"
_USER_COMMENT = {b"ASCII\0\0\0": "ascii", b"UNICODE\0": "utf-16", b"JIS\0\0\0\0\0": "iso-2022-jp"}


def gather(untrusted_data: Data, found: Properties) -> tuple[int, int]:
    """Add format, size and metadata to ``found``; return (width, height) in pixels.

    Raises what Pillow raises: where it doesn't know the picture, or for a part of its metadata that can't be read.
    What else can be read was added then.
    """
    packets = _xmp(untrusted_data)
    try:
        return _through_pillow(untrusted_data, found, packets)
    except Exception:
        if not found:
            _take(_bare_exif(untrusted_data), found, [])
        raise
    finally:
        found += packets


def _through_pillow(data: Data, found: Properties, packets: Properties) -> tuple[int, int]:
    from PIL import Image

    failures: list[Exception] = []
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with Image.open(as_file(data)) as picture:
            size = picture.size
            found += [("Format", str(picture.format)), ("Size", f"{size[0]} x {size[1]}")]
            plain = picture.format == "PNG" and _is_plain_png(data)
            if not plain:
                _take(_behind_the_pixels(picture), found, failures)
            profiles = _profiles(picture.info)
            for packet in (picture.info.get("xmp"), profiles.get("xmp"), profiles.get("app1")):
                packets += [entry for entry in _xmp(_bytes(packet)) if entry not in packets]
            _take(_exif_of(picture, plain, profiles), found, failures)
            _take(_captions(picture, profiles, "\n".join(text for _, text in (*packets, *found))), found, failures)
            _take(_texts(picture.info, profiles), found, failures)
            frames: Properties = []
            _take(_frames(picture), frames, failures)  # the last, as one that can't be opened stays turned to
            found[2:2] = frames
    if failures:
        raise failures[0]
    return size


def _take(part: Iterator[tuple[str, str]], found: Properties, failures: list[Exception]) -> None:
    """Add what one kind of metadata says, as far as it can be read."""
    try:
        for entry in part:
            found.append(entry)
    except MemoryError:
        raise
    except Exception as error:  # Pillow raises a dozen kinds
        failures.append(error)


def _behind_the_pixels(picture: Any) -> Iterator[tuple[str, str]]:
    """Let Pillow read on to the text chunks at the end of a PNG, which it adds to the picture's info."""
    getattr(picture, "text", None)
    yield from ()


def _frames(picture: Any) -> Iterator[tuple[str, str]]:
    frames = getattr(picture, "n_frames", 1) if picture.format in ("GIF", "TIFF", "WEBP") else 1
    if frames > 1:
        yield "Frames", str(frames)


def _texts(info: dict[Any, Any], profiles: dict[str, bytes]) -> Iterator[tuple[str, str]]:
    for name, value in info.items():
        read = str(name).startswith(_PROFILE) and str(name).removeprefix(_PROFILE).lower() in profiles
        if name not in _DULL and not read and isinstance(value, str | bytes):
            yield str(name), _text(value)


def _profiles(info: dict[Any, Any]) -> dict[str, bytes]:
    """Return the metadata of other formats that ImageMagick keeps in a PNG's texts, by kind: name, size, hex digits."""
    found = {}
    for name, value in info.items():
        kind = str(name).removeprefix(_PROFILE).lower()
        if str(name).startswith(_PROFILE) and kind in _PROFILES and isinstance(value, str):
            with contextlib.suppress(ValueError):
                found[kind] = bytes.fromhex("".join(value.split()[2:]))
    return found


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


def _exif_of(picture: Any, plain: bool, profiles: dict[str, bytes]) -> Iterator[tuple[str, str]]:
    from PIL import Image

    if not (plain and _EXIF.isdisjoint(picture.info)):
        yield from _exif(picture.getexif())
    if profiles.get("app1", b"").startswith(b"Exif\0\0"):
        kept = Image.Exif()
        kept.load(profiles["app1"])
        yield from _exif(kept)


def _bare_exif(untrusted_data: Data) -> Iterator[tuple[str, str]]:
    """Yield the tags of a picture that Pillow doesn't know: a camera's raw TIFF, or HEIF."""
    from PIL import Image

    exif = Image.Exif()
    if untrusted_data[:4] in (b"II*\0", b"MM\0*"):
        exif.load_from_fp(as_file(untrusted_data))
    elif untrusted_data[4:8] == b"ftyp":
        exif.load(heif.exif(untrusted_data))
    yield from _exif(exif)


def _exif(exif: Any) -> Iterator[tuple[str, str]]:
    """Yield the tags of the main directory and of its Exif, GPS and interoperability parts (Exif 2.32, 4.6)."""
    from PIL import ExifTags

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
    if name in _UNREAD:
        return ""
    if isinstance(value, bytes):
        if name.startswith("XP"):
            return value.decode("utf-16-le", "replace").rstrip("\0")
        if name == "UserComment" and value[:8] in _USER_COMMENT:
            return decode_text(value[8:], _USER_COMMENT[value[:8]])[0].strip("\0 ")
        if len(value) == 1 and not value.isalnum():
            return str(value[0])
        return _text(value) if len(value) < 4000 and not value.translate(None, _TEXT_BYTES) else ""
    if isinstance(value, str):
        return _text(value.encode("latin-1")) if value.isascii() or max(value) <= "\xff" else value
    if isinstance(value, tuple | list):
        return ", ".join(str(part) for part in value[:16])
    return str(value)


def _captions(picture: Any, profiles: dict[str, bytes], elsewhere: str) -> Iterator[tuple[str, str]]:
    """Yield the captions of a JPEG's image resource, a TIFF's tag, or a PNG's profiles, those of two copies once."""
    resources = picture.info.get("photoshop")
    tags = getattr(picture, "tag_v2", None)
    blocks = [profiles.get("iptc"), profiles.get("8bim")]
    blocks.append(resources.get(0x0404) if isinstance(resources, dict) else None)
    blocks.append(tags._tagdata.get(_IPTC_TAG) if picture.format == "TIFF" and tags is not None else None)
    seen: set[tuple[str, str]] = set()
    for block in blocks:
        for entry in captions(block, elsewhere) if isinstance(block, bytes) else ():
            if entry not in seen:
                seen.add(entry)
                yield entry


def _xmp(data: Data) -> Properties:
    """Return the texts of XMP packets (ISO 16684-1), found by their wrapper wherever the file keeps them."""
    found: Properties = []
    start = data.find(b"<x:xmpmeta")
    while start >= 0 and len(found) < _MAX_PACKETS:
        end = data.find(b"</x:xmpmeta>", start, start + _MAX_PACKET)
        text = decode_text(data[start : end if end > 0 else start + 10_000])[0]
        values = (html.unescape(first or second).strip() for first, second in _XMP_TEXT.findall(text))
        told = (value for value in values if value and not value.startswith("http://ns.adobe"))
        found.append(("XMP", "\n".join(dict.fromkeys(told))))
        start = data.find(b"<x:xmpmeta", start + 10)
    return found


def _bytes(value: Any) -> bytes:
    return value.encode() if isinstance(value, str) else value if isinstance(value, bytes) else b""


def _text(value: str | bytes) -> str:
    return value if isinstance(value, str) else decode_text(value)[0].strip("\0")
