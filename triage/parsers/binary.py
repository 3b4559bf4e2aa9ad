"""Files of known kinds that hold no readable text or have no reader (floor 2): named for what they are, and reported.

So that a reviewer sees "a drawing that wasn't read" and not "unknown bytes".
"""

from __future__ import annotations

from triage.model import Extract, Trouble
from triage.parsers.contract import Context, Data, Format, Probe

_SIGNATURES: tuple[tuple[bytes, int, str, str], ...] = (
    (b"MZ", 0, "application/vnd.microsoft.portable-executable", "a Windows program"),
    (b"\x7fELF", 0, "application/x-elf", "a program"),
    (b"\xca\xfe\xba\xbe", 0, "application/java-vm", "a Java class or a program"),
    (b"\xcf\xfa\xed\xfe", 0, "application/x-mach-binary", "a program"),
    (b"\xce\xfa\xed\xfe", 0, "application/x-mach-binary", "a program"),
    (b"\x00\x01\x00\x00\x00", 0, "font/ttf", "a font"),
    (b"OTTO", 0, "font/otf", "a font"),
    (b"wOFF", 0, "font/woff", "a font"),
    (b"wOF2", 0, "font/woff2", "a font"),
    (b"\x1f\xa0", 0, "application/x-compress", "a file packed by compress"),
    (b"\xed\xab\xee\xdb", 0, "application/x-rpm", "an RPM package"),
    (b"\xca\xfe\xd0\x0d", 0, "application/x-java-pack200", "a Pack200 archive"),
    (b"xar!", 0, "application/x-xar", "a XAR archive"),
    (b"CD001", 32769, "application/x-iso9660-image", "a disc image"),
    (b"\xfe\xff\xff\x7f", 0, "application/x-lotus-notes", "a Notes database"),
    (b"\x1a\x00\x00\x04\x00\x00", 0, "application/vnd.lotus-notes", "a Notes database"),
    (b"\x00\x00\x1a\x00", 0, "application/vnd.lotus-1-2-3", "a Lotus spreadsheet"),
    (b"\xffWPC", 0, "application/vnd.wordperfect", "a WordPerfect document"),
    (b"{\\rtf", 0, "application/rtf", "an RTF document"),
    (b"\x31\xbe\x00\x00", 0, "application/x-mswrite", "a Write document"),
    (b"\x00\x05\x16\x07", 0, "application/applefile", "a Mac resource fork"),
    (b"\x00\x05\x16\x00", 0, "application/applefile", "a Mac resource fork"),
    (b"\x00\x00\x00\x01Bud1", 0, "application/x-ds-store", "a Mac folder view"),
    (b"BLENDER", 0, "application/x-blender", "a drawing"),
    (b"\x89HDF\r\n\x1a\n", 0, "application/x-hdf5", "a data file"),
    (b"CDF", 0, "application/x-netcdf", "a data file"),
    (b"-----BEGIN PGP MESSAGE", 0, "application/pgp-encrypted", "a PGP message"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 0, "application/x-ole-storage", "an OLE file"),
)
_ENCRYPTED = frozenset(("application/pgp-encrypted",))


def _kind(data: Data) -> tuple[str, str] | None:
    for magic, at, media, said in _SIGNATURES:
        if data[at : at + len(magic)] == magic:
            return media, said
    return None


def claims(probe: Probe) -> bool:
    """Tell by signature; what reads as text is left to the text reader, save where a signature says more."""
    return _kind(probe.data) is not None and (not probe.is_text or probe.head.startswith(b"-----BEGIN PGP MESSAGE"))


def parse(untrusted_data: Data, context: Context) -> Extract:
    """Name the kind."""
    media, said = _kind(untrusted_data) or ("application/octet-stream", "a file of unknown kind")
    code = "encrypted" if media in _ENCRYPTED else "unsupported"
    return Extract(media, troubles=[Trouble(code, f"It is {said}; its content was not read.")])


FORMAT = Format(
    label="other known kinds of files",
    types=tuple(dict.fromkeys(media for _, _, media, _ in _SIGNATURES)),
    extensions=("exe", "dll", "db", "iso", "ttf"),
    level="kind only; the content isn't read",
    claims=claims,
    parse=parse,
)
