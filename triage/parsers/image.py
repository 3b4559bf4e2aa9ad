"""Pictures: kind, size, what cameras and editors wrote into them, and the text they show, if recognised.

Metadata (EXIF, IPTC IIM, XMP, PNG text, comments) is searchable text of origin "properties". What a picture
shows is recognised where the optional extra is installed (``ocr``), else ``needs-ocr`` says that it was not read.
"""

from __future__ import annotations

import contextlib
import html
import io
import re
import struct
import warnings
import zlib
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any

from triage.errors import FormatError
from triage.files import rows
from triage.messages import say
from triage.model.items import Extract, Segment, Trouble
from triage.parsers.kit import drawings
from triage.parsers.kit.charset import decode_text
from triage.parsers.kit.contract import Context, Data, Probe, Signatures, as_file
from triage.parsers.kit.ocr import Recognised, available, read_scans, recognise
from triage.parsers.kit.texts import clean

if TYPE_CHECKING:
    from PIL.Image import Image


# What cameras and editors wrote into a picture: Exif, IPTC, XMP, PNG text, comments. Pillow knows the formats. No pixel
# is looked at here, and one kind of metadata that can't be read never takes another one with it.

# IPTC captions in pictures: the data sets of IIM's record 2, and the letters they are written in. IPTC-NAA Information
# Interchange Model 4.2, 1.5 and 1.6. Nothing here looks for the block in a file.

_NAMES = {int(number): name for number, name in rows(__name__, "iptc.tsv")}
_RESOURCE = b"8BIM\x04\x04"
_FIRST = re.compile(rb"\x1c[\x01\x02]")
_MOST_WRAPS = 8
_MOST_COMPARED, _MOST_SAID = 50, 200_000
# What editors write without saying so (1:90); one is taken where its reading stands elsewhere in the picture too.
_CODECS = ("cp1252", "mac_roman", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp932", "gb18030")


def captions(untrusted_block: bytes, elsewhere: str) -> Iterator[tuple[str, str]]:
    """Yield (name, text) of the data sets, repeated ones joined; then raises ValueError where the block is broken.

    ``untrusted_block`` may stand in Photoshop's image resource, also in one inside another, as some editors write it.
    ``elsewhere`` is what the picture says in Exif and XMP; it helps to tell the letters.
    """
    values: dict[int, list[bytes]] = {}
    declared = b""
    block = _unwrapped(untrusted_block)
    end = 0
    for record, number, value, stop in _sets(block):
        end = stop
        if (record, number) == (1, 90):
            declared = value
        elif record == 2 and number:
            values.setdefault(number, []).append(value.strip(b"\0"))
    codec = "utf-8" if declared == b"\x1b%G" else _codec([v for parts in values.values() for v in parts], elsewhere)
    for number, parts in values.items():
        yield _NAMES.get(number, f"IPTC 2:{number}"), "; ".join(decode_text(value, codec)[0] for value in parts)
    if end > len(block) or block[end:].strip(b"\0"):
        raise FormatError("iptc-broken")


def _unwrapped(untrusted_block: bytes) -> bytes:
    at = untrusted_block.find(_RESOURCE)
    block = untrusted_block[max(at, 0) :]
    for _ in range(_MOST_WRAPS):
        if not block.startswith(_RESOURCE) or len(block) < 12:
            break
        start = 6 + (block[6] | 1) + 1
        block = block[start + 4 : start + 4 + int.from_bytes(block[start : start + 4], "big")]
    first = _FIRST.search(block)
    return block[first.start() :] if first else b""


def _sets(block: bytes) -> Iterator[tuple[int, int, bytes, int]]:
    """Yield (record, number, value, end); a size of more than 15 bits stands behind the size of itself (1.5 d)."""
    at = 0
    while block[at : at + 1] == b"\x1c" and at + 5 <= len(block):
        record, number, size = struct.unpack_from(">BBH", block, at + 1)
        at += 5
        if size & 0x8000:
            own = min(size & 0x7FFF, 4)
            size = int.from_bytes(block[at : at + own], "big")
            at += own
        yield record, number, block[at : at + size], at + size
        at += size


def _codec(values: Sequence[bytes], elsewhere: str) -> str | None:
    """Return the character set by which most values stand elsewhere too, or that of the Macintosh, if any."""
    strange = [value for value in values if not value.isascii()][:_MOST_COMPARED]
    text = " ".join(elsewhere[:_MOST_SAID].split())
    agreed = {
        codec: sum(" ".join(value.decode(codec, "replace").split()) in text for value in strange) for codec in _CODECS
    }
    best = max(_CODECS, key=lambda codec: agreed[codec])
    if agreed[best]:
        return best
    return "mac_roman" if strange and "macintosh" in text.lower() else None


# Exif in HEIF pictures, read from the file's boxes; no pixel is decoded. ISO/IEC 14496-12 4.2 (boxes), 8.11.3 (iloc),
# 8.11.6 (iinf); ISO/IEC 23008-12 annex A (the Exif item).

_MOST_BOXES, _MOST_ITEMS, _MOST_PIECES = 10_000, 10_000, 64
# Bounds in bytes: of a box that is looked into, and of each piece of the Exif item.
_MOST_META, _MOST_PIECE = 8 << 20, 1 << 20


def heif_exif(untrusted_data: Data) -> bytes:
    """Return the Exif item as the TIFF that it is, b"" where there is none or its place isn't known."""
    try:
        meta = next(_inside(untrusted_data, b"meta", 0, len(untrusted_data)), b"")[4:]
        number = _exif_item(next(_inside(meta, b"iinf", 0, len(meta)), b""))
        places = _places(next(_inside(meta, b"iloc", 0, len(meta)), b""), number)
    except (struct.error, IndexError):
        return b""
    idat = next(_inside(meta, b"idat", 0, len(meta)), b"")
    item = b"".join((idat if inner else untrusted_data)[at : at + size] for inner, at, size in places)
    return item[4 + int.from_bytes(item[:4], "big") :]


def _inside(untrusted_data: Data, wanted: bytes, at: int, end: int) -> Iterator[bytes]:
    for _ in range(_MOST_BOXES):
        if at + 8 > end:
            return
        size, kind = struct.unpack(">I4s", untrusted_data[at : at + 8])
        head = 8
        if size == 1:
            size, head = int.from_bytes(untrusted_data[at + 8 : at + 16], "big"), 16
        stop = end if size == 0 else min(at + size, end)
        if stop < at + head:
            return
        if kind == wanted:
            yield untrusted_data[at + head : min(stop, at + head + _MOST_META)]
        at = stop


def _exif_item(table: bytes) -> int:
    """Return the number of the item of type "Exif", -1 where there is none. Raises struct.error where it is cut."""
    start = 8 if table[:1] not in (b"", b"\0") else 6
    for entry in _inside(table, b"infe", start, len(table)):
        number, _, kind = struct.unpack_from(">IH4s" if entry[0] == 3 else ">HH4s", entry, 4)
        if kind == b"Exif":
            return int(number)
    return -1


def _places(table: bytes, wanted: int) -> list[tuple[bool, int, int]]:
    """Return (whether it lies in the box ``idat``, place, size) of each piece of an item."""
    stream = io.BytesIO(table)

    def number(size: int) -> int:
        return int.from_bytes(stream.read(size), "big")

    version, sizes = number(4) >> 24, number(2)
    offset_size, length_size, base_size = (sizes >> 12) & 15, (sizes >> 8) & 15, (sizes >> 4) & 15
    index_size = sizes & 15 if version else 0
    wide = 4 if version == 2 else 2
    for _ in range(min(number(wide), _MOST_ITEMS)):
        item = number(wide)
        method = number(2) & 15 if version else 0
        number(2)  # the file that holds it
        base, pieces = number(base_size), number(2)
        if item == wanted and method < 2:
            sides = ((number(index_size), number(offset_size), number(length_size)) for _ in range(pieces))
            return [(method == 1, base + at, min(n, _MOST_PIECE)) for _, at, n in islice(sides, _MOST_PIECES)]
        stream.seek(pieces * (index_size + offset_size + length_size), io.SEEK_CUR)
    return []


Properties = list[tuple[str, str]]  # (name, text) pairs in the order in which they were found
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


def gather(untrusted_data: Data, entries: Properties) -> tuple[int, int]:
    """Add format, size and metadata to ``entries``; return (width, height) in pixels.

    Raises what Pillow raises: where it doesn't know the picture, or for a part of its metadata that can't be read.
    What else can be read was added then.
    """
    packets = _xmp(untrusted_data)
    try:
        return _through_pillow(untrusted_data, entries, packets)
    except Exception:
        if not entries:
            _append(_bare_exif(untrusted_data), entries, [])
        raise
    finally:
        entries += packets


def _through_pillow(data: Data, entries: Properties, packets: Properties) -> tuple[int, int]:
    from PIL import Image

    failures: list[Exception] = []
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with Image.open(as_file(data)) as picture:
            size = picture.size
            entries += [("Format", str(picture.format)), ("Size", f"{size[0]} x {size[1]}")]
            plain = picture.format == "PNG" and _is_plain_png(data)
            if not plain:
                _append(_behind_the_pixels(picture), entries, failures)
            profiles = _profiles(picture.info)
            for packet in (picture.info.get("xmp"), profiles.get("xmp"), profiles.get("app1")):
                packets += [entry for entry in _xmp(_bytes(packet)) if entry not in packets]
            _append(_exif_of(picture, plain, profiles), entries, failures)
            _append(
                _captions(picture, profiles, "\n".join(text for _, text in (*packets, *entries))), entries, failures
            )
            _append(_texts(picture.info, profiles), entries, failures)
            frames: Properties = []
            _append(_frames(picture), frames, failures)  # the last, as one that can't be opened stays turned to
            entries[2:2] = frames
    if failures:
        raise failures[0]
    return size


def _append(part: Iterator[tuple[str, str]], entries: Properties, failures: list[Exception]) -> None:
    try:
        for entry in part:
            entries.append(entry)
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
    profiles = {}
    for name, value in info.items():
        kind = str(name).removeprefix(_PROFILE).lower()
        if str(name).startswith(_PROFILE) and kind in _PROFILES and isinstance(value, str):
            with contextlib.suppress(ValueError):
                profiles[kind] = bytes.fromhex("".join(value.split()[2:]))
    return profiles


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
        inner = Image.Exif()
        inner.load(profiles["app1"])
        yield from _exif(inner)


def _bare_exif(untrusted_data: Data) -> Iterator[tuple[str, str]]:
    """Yield the tags of a picture that Pillow doesn't know: a camera's raw TIFF, or HEIF."""
    from PIL import Image

    exif = Image.Exif()
    if untrusted_data[:4] in (b"II*\0", b"MM\0*"):
        exif.load_from_fp(as_file(untrusted_data))
    elif untrusted_data[4:8] == b"ftyp":
        exif.load(heif_exif(untrusted_data))
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
    packets: Properties = []
    start = data.find(b"<x:xmpmeta")
    while start >= 0 and len(packets) < _MAX_PACKETS:
        end = data.find(b"</x:xmpmeta>", start, start + _MAX_PACKET)
        text = decode_text(data[start : end if end > 0 else start + 10_000])[0]
        values = (html.unescape(first or second).strip() for first, second in _XMP_TEXT.findall(text))
        texts = (value for value in values if value and not value.startswith("http://ns.adobe"))
        packets.append(("XMP", "\n".join(dict.fromkeys(texts))))
        start = data.find(b"<x:xmpmeta", start + 10)
    return packets


def _bytes(value: Any) -> bytes:
    return value.encode() if isinstance(value, str) else value if isinstance(value, bytes) else b""


def _text(value: str | bytes) -> str:
    return value if isinstance(value, str) else decode_text(value)[0].strip("\0")


_SIGNATURES = Signatures(__name__, "pictures.tsv")
TYPES = _SIGNATURES.types
_TOO_SMALL = 16
_MAX_PROPERTY = 20_000
_CANON = b"CR\x02"  # what stands at byte 8 of a camera's raw picture whose preview Pillow takes for the picture


def claims(probe: Probe) -> bool:
    return _SIGNATURES.media(probe.head) is not None


def parse(untrusted_data: Data, context: Context) -> Extract:
    extract = context.draft(_SIGNATURES.media(untrusted_data) or "image/unknown")
    entries: Properties = []
    size: tuple[int, int] | None = None
    try:
        size = gather(untrusted_data, entries)
    except MemoryError:
        raise
    except Exception as error:  # Pillow raises a dozen kinds, and knows not every kind of picture
        if extract.type in ("image/jpeg", "image/png", "image/gif", "image/bmp", "image/webp"):
            why = error if isinstance(error, FormatError) else _why(error)
            extract.troubles.append(Trouble("damaged", say("picture-metadata-unreadable", error=why)))
    extract.properties = [(name, clean(value)[:_MAX_PROPERTY]) for name, value in entries if clean(value).strip()]
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
    from PIL.Image import open as opened

    recognised = None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with opened(as_file(untrusted_data)) as picture:
                if extract.type == "image/tiff" and getattr(picture, "n_frames", 1) > 1:
                    _recognise_pages(picture, extract)
                    return
                recognised = recognise(picture)
    except MemoryError:
        raise
    except Exception as error:  # Pillow raises a dozen kinds for broken pixels
        extract.properties.append(("Pixels", f"can't be decoded ({_why(error)})"))
    if recognised is None or recognised.doubtful:
        unread = "picture-not-recognised" if available() else "picture-needs-ocr"
        extract.troubles.append(Trouble("needs-ocr", say("picture-unsure" if recognised else unread)))
    elif not recognised.text and untrusted_data[8:11] == _CANON:
        extract.troubles.append(Trouble("needs-ocr", say("raw-picture")))
    elif not recognised.text:
        extract.troubles.append(Trouble("no-text", say("picture-without-words")))
    if recognised is not None and recognised.text:
        extract.segments.append(Segment("ocr", clean(recognised.text)))
        extract.properties.append(("Recognition confidence", f"{recognised.confidence} %"))


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
