"""Sound and film (floor 2): kind, length and tags. What is said in them is not heard, and the item says so."""

from __future__ import annotations

from typing import Any

from triage.model import Extract, Segment, Trouble
from triage.parsers.contract import Context, Data, Format, Probe, as_file
from triage.parsers.texts import clean

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
    extract.troubles.append(Trouble("unsupported", "It is a recording; what is said or shown in it was not read."))
    try:
        extract.properties = _tags(untrusted_data)
    except MemoryError:
        raise
    except Exception:  # a recording with broken tags is one without tags
        extract.properties = []
    if extract.properties:
        extract.segments.append(Segment("properties", "\n".join(f"{k}: {v}" for k, v in extract.properties)))
    return extract


def _tags(data: Data) -> list[tuple[str, str]]:
    import mutagen

    recording: Any = mutagen.File(as_file(data))
    if recording is None:
        return []
    found = [("Length", f"{recording.info.length:.0f} s")] if getattr(recording.info, "length", 0) else []
    # Of some kinds of tags the library makes a set, whose order is another one in each process.
    for name, value in sorted((recording.tags or {}).items(), key=lambda tag: str(tag[0])):
        shown = _shown(value)
        if shown:
            found.append((str(name)[:60], shown))
    return found


def _shown(value: Any) -> str:
    """Return a tag's text, "" for pictures and other binary values."""
    values = value if isinstance(value, list) else [value]
    texts = [str(v) for v in values if not isinstance(v, bytes | bytearray) and not hasattr(v, "data")]
    return clean(" / ".join(texts))[:20_000].strip()


FORMAT = Format(
    label="sound or film",
    types=tuple(dict.fromkeys(media for _, _, media in _SIGNATURES)),
    extensions=("mp3", "wav", "ogg", "flac", "m4a", "mp4", "mov", "avi", "mkv", "wmv", "wma", "amr", "aiff"),
    level="length and tags; what is said isn't read",
    claims=claims,
    parse=parse,
)
