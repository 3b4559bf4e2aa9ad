"""What types of files are called: the short name of a media type (RFC 6838), and names that stand for several.

``type:`` takes these names, and lists show them. Nothing here looks at files.
"""

from __future__ import annotations

import fnmatch
from functools import lru_cache

_SHORT = {
    "message/rfc822": "mail",
    "application/vnd.ms-outlook": "msg",
    "application/vnd.ms-outlook-pst": "pst",
    "application/vnd.ms-outlook-olm": "olm",
    "application/vnd.ms-outlook-express": "dbx",
    "application/ms-tnef": "winmail",
    "text/plain": "text",
    "application/octet-stream": "unknown",
    "application/x-empty": "empty",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xlsx",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": "pptx",
    "application/vnd.ms-word.document.macroenabled.12": "docm",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.template": "dotx",
    "application/vnd.ms-word.template.macroenabled.12": "dotm",
    "application/vnd.ms-excel.sheet.macroenabled.12": "xlsm",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.template": "xltx",
    "application/vnd.ms-excel.template.macroenabled.12": "xltm",
    "application/vnd.ms-excel.addin.macroenabled.12": "xlam",
    "application/vnd.ms-powerpoint.presentation.macroenabled.12": "pptm",
    "application/vnd.openxmlformats-officedocument.presentationml.slideshow": "ppsx",
    "application/vnd.openxmlformats-officedocument.presentationml.template": "potx",
    "application/msword": "doc",
    "application/vnd.ms-excel": "xls",
    "application/vnd.ms-excel.sheet.binary.macroenabled.12": "xlsb",
    "application/vnd.ms-powerpoint": "ppt",
    "application/vnd.oasis.opendocument.text": "odt",
    "application/vnd.oasis.opendocument.spreadsheet": "ods",
    "application/vnd.oasis.opendocument.presentation": "odp",
    "application/x-7z-compressed": "7z",
    "application/x-lzh-compressed": "lha",
    "application/vnd.ms-cab-compressed": "cab",
    "application/vnd.ms-htmlhelp": "chm",
    "application/x-snappy-framed": "snappy",
    "application/onenote": "one",
    "application/x-msaccess": "access",
    "application/vnd.sqlite3": "sqlite",
    "text/tab-separated-values": "tsv",
    "image/vnd.microsoft.icon": "icon",
    "application/vnd.microsoft.portable-executable": "program",
}
GROUPS = {
    "mail": ("message/*", "application/vnd.ms-outlook", "application/vnd.ms-outlook-template"),
    "word": ("application/msword", "application/vnd.ms-word*", "*wordprocessingml*"),
    "excel": ("application/vnd.ms-excel*", "application/vnd.ms-spreadsheetml", "*spreadsheetml*"),
    "powerpoint": ("application/vnd.ms-powerpoint*", "*presentationml*"),
    "opendocument": ("application/vnd.oasis.opendocument*", "application/vnd.sun.xml*"),
    "picture": ("image/*",),
    "sound": ("audio/*",),
    "film": ("video/*",),
    "calendar": ("text/calendar",),
    "contact": ("text/vcard", "text/x-vcard", "text/directory"),
}
"""Names that stand for several types, and what those look like."""


def short(media_type: str) -> str:
    """Return a short word for a media type: "mail", "docx", or the end of its name."""
    if media_type in _SHORT:
        return _SHORT[media_type]
    tail = media_type.rpartition("/")[2].split("+")[0].removeprefix("x-").removeprefix("vnd.")
    return tail.rpartition(".")[2] or tail


@lru_cache(maxsize=4096)
def names(media_type: str) -> frozenset[str]:
    """Return all that a media type is called: whole, without what stands before its slash, short, by its groups."""
    groups = (name for name, forms in GROUPS.items() if any(fnmatch.fnmatchcase(media_type, form) for form in forms))
    return frozenset((media_type, media_type.rpartition("/")[2], short(media_type), *groups))


_OTHERS = """
3gpp a accdb accde aiff amr ape apk applefile ar archive arj asc avi avif basic bat binhex blender bmp bz2
bzip-compressed-tar bzip2 c caf calc canon-cr3 chart compress compressed-tar cpio cpp css csv dat db db-wal db3 deb
diff directory djvu dll dot draw ds-store dwg dxf elf emf eml emlx encrypted epub exe exr flac flv fodg fodp fods
fodt formula gif global gpg graphics graphics-template gtar gz gzip h hdf5 heic heif hqx htm html ical ico ics ifb
impress iso iso9660-image iwork jar java java-archive java-pack200 java-vm javascript jp2 jpeg jpg js json jsonl jxl
key keynote kml ldif log lotus-1-2-3 lotus-notes lz4 lzh lzma m4a mac-binhex mac-binhex40 mach-binary main markdown
math matroska mbox mboxcl mboxrd mbx md mdb mde midi mkv mmdf mov mp3 mp4 mpeg mpp ms-asf ms-outlook-template
ms-project ms-spreadsheetml ms-tnef ms-wordml ms-xpsdocument mspublisher msvideo mswrite ndjson netcdf news numbers
odg oft ogg ole-storage onetoc2 ost otf otp ots ott oxps p7b p7c p7m p7s p7z pages patch pcx pdf pgp pgp-encrypted
pgp-keys pgp-signature photoshop pkcs7-mime pkcs7-signature png postscript pot potm powershell pps ppsm
presentation-template ps1 psd pub py python quicktime rar rar-compressed reg registry rfc822-headers rpm rss rst rtf
sh shockwave-flash sig slack-chat spreadsheet-template sql sqlite-wal sqlite3 srt stc std sti stw subrip svg sxc sxd
sxi sxw sz tab tar tbz2 teams-chat tex text-template tgz tif tiff tnef toml tsd ttf txt txz vcard vcf vcs visio vsd
vsdm vsdx vssx vstx vtt war warc wav wavpack webp wma wmf wmv woff woff2 wordperfect wp wp4 wp5 wp6 wpd writer xar
xcf xhtml xla xlt xlw xml xps xz yaml yml z zip zip-compressed zipx zl zlib zst zstd zz
"""
ALL = frozenset((*_SHORT.values(), *GROUPS, *_OTHERS.split()))
"""Names and endings that are known whatever a case holds: those of all types that are read, and more."""
