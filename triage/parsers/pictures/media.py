"""Sound and film: kind, length and tags; covers and attached files become children.

What is said in them is not heard, and the item says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from triage.messages import say
from triage.model.items import Child, Extract, Segment, Trouble
from triage.parsers.kit.contract import Context, Data, Format, Probe, as_file
from triage.parsers.kit.texts import clean
from triage.parsers.kit.transfer import from_base64

_SIGNATURES: tuple[tuple[bytes, int, str], ...] = (
    (b"ID3", 0, "audio/mpeg"),
    (b"WAVE", 8, "audio/wav"),
    (b"AVI ", 8, "video/x-msvideo"),
    (b"OggS", 0, "audio/ogg"),
    (b"fLaC", 0, "audio/flac"),
    (b"ftypM4A", 4, "audio/mp4"),
    (b"ftypqt", 4, "video/quicktime"),
    (b"ftyp3g", 4, "video/3gpp"),
    (b"ftyp", 4, "video/mp4"),
    (b"moov", 4, "video/quicktime"),
    (b"mdat", 4, "video/quicktime"),
    (b"\x1aE\xdf\xa3", 0, "video/x-matroska"),
    (b"FLV\x01", 0, "video/x-flv"),
    (b"\x30\x26\xb2\x75\x8e\x66\xcf\x11", 0, "video/x-ms-asf"),
    (b"#!AMR", 0, "audio/amr"),
    (b"AIFF", 8, "audio/aiff"),
    (b"AIFC", 8, "audio/aiff"),
    (b"MThd", 0, "audio/midi"),
    (b".snd", 0, "audio/basic"),
    (b"\x00\x00\x01\xba", 0, "video/mpeg"),
    (b"\x00\x00\x01\xb3", 0, "video/mpeg"),
    (b"caff", 0, "audio/x-caf"),
    (b"MAC ", 0, "audio/x-ape"),
    (b"wvpk", 0, "audio/x-wavpack"),
    (b"FWS", 0, "application/x-shockwave-flash"),
    (b"CWS", 0, "application/x-shockwave-flash"),
)


_PICTURE = re.compile(rb"\xff\xd8\xff|\x89PNG\r\n\x1a\n|GIF8[79]a|BM(?=.{4}\0\0\0\0.{4}[\x0c-\x7c]\0\0\0)", re.DOTALL)
_ENDINGS = {b"\xff": ".jpg", b"\x89": ".png", b"G": ".gif", b"B": ".bmp"}
_IN_BASE64 = ("metadata_block_picture", "coverart")
"""Vorbis comments that hold a picture in base64 (RFC 7845 5.2.1 and before it)."""

_BEFORE = 4096
"""Bytes of a tag in which its picture begins: before it stand its kind, its name and the like."""


def _media(head: bytes) -> str | None:
    for magic, at, media in _SIGNATURES:
        if head[at : at + len(magic)] == magic:
            return media
    if len(head) > 4 and head[0] == 0xFF and head[1] in (0xFB, 0xFA, 0xF3, 0xF2, 0xE3) and head[2] & 0xF0 != 0xF0:
        return "audio/mpeg"
    return None


def claims(probe: Probe) -> bool:
    """Tell by signature alone."""
    return _media(probe.head) is not None and not (probe.is_text and probe.head[:3] not in (b"ID3", b"#!A"))


def parse(untrusted_data: Data, context: Context) -> Extract:
    """Read the tags."""
    extract = Extract(_media(untrusted_data[:64]) or "application/octet-stream")
    extract.troubles.append(Trouble("unsupported", say("recording")))
    try:
        import mutagen

        recording = mutagen.File(as_file(untrusted_data))
        extract.properties = list(_tags(recording))
        extract.children = list(_covers(recording))
    except MemoryError:
        raise
    except Exception:  # noqa: S110  # a recording with broken tags is one without tags
        pass
    if extract.properties:
        extract.segments.append(Segment("properties", "\n".join(f"{k}: {v}" for k, v in extract.properties)))
    return extract


def _sorted(recording: Any) -> list[tuple[str, Any]]:
    """Return the tags by name: of some kinds the library makes a set, whose order is another one in each process."""
    tags = getattr(recording, "tags", None) or {}
    return sorted(((str(name), value) for name, value in tags.items()), key=lambda tag: tag[0])


def _tags(recording: Any) -> Iterator[tuple[str, str]]:
    """Yield the length and the tags that are text or numbers."""
    if getattr(getattr(recording, "info", None), "length", 0):
        yield "Length", f"{recording.info.length:.0f} s"
    for name, tag in _sorted(recording):
        texts = [
            str(value)
            for value in _listed(tag)
            if not (isinstance(value, bytes | bytearray) or hasattr(value, "data"))
            and not (name.lower() in _IN_BASE64 and _picture(name, value))
        ]
        if text := clean(" / ".join(texts))[:20_000].strip():
            yield name[:60], text


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _picture(name: str, value: Any) -> bytes:
    """Return the picture in a tag's bytes, b"" where there is none."""
    raw = from_base64(str(value)) if name.lower() in _IN_BASE64 else getattr(value, "value", value)
    start = _PICTURE.search(raw, 0, _BEFORE) if isinstance(raw, bytes | bytearray) else None
    return bytes(raw[start.start() :]) if start else b""


def _covers(recording: Any) -> Iterator[Child]:
    """Yield pictures and files in the tags: those that say what they hold, and others by where a picture begins."""
    values = [("", picture) for picture in getattr(recording, "pictures", ())]
    values += [(name, value) for name, tag in _sorted(recording) for value in _listed(tag)]
    for name, value in values:
        data = getattr(value, "data", None)
        if isinstance(data, bytes) and hasattr(value, "mime"):
            title = str(getattr(value, "filename", "") or value.desc or "").strip() or "cover"
            yield Child(title if "." in title else title + _ending(data), data, str(value.mime) or None)
        elif picture := _picture(name, value):
            yield Child("cover" + _ending(picture), picture)


def _ending(picture: bytes) -> str:
    return _ENDINGS.get(picture[:1], "") if _PICTURE.match(picture) else ""


FORMAT = Format(
    label="sound or film",
    types=tuple(dict.fromkeys(media for _, _, media in _SIGNATURES)),
    extensions=("mp3", "wav", "ogg", "flac", "m4a", "mp4", "mov", "avi", "mkv", "wmv", "wma", "amr", "aiff"),
    level="length and tags; what is said isn't read",
    claims=claims,
    parse=parse,
)
