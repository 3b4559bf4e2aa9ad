"""What readers of archives and compressed files say. Templates only."""

_JOIN = "Join all parts, in the order of their numbers, into one file and read that."

TEMPLATES = {
    # members
    "member-name-outside": "A member is named {name}; it was read, and nothing was written to disk.",
    "member-over-size": "{name} unpacks to over {limit} MiB; it was not read.",
    "member-size-stated-over": "{name} unpacks to {size} MiB, over the limit; it was not read.",
    "member-over-memory": "Unpacking {name} needs more memory than limit_memory_mb allows; it was not read.",
    "member-over-ratio": "{name} unpacks to over {ratio} times its size; it was not read.",
    "member-and-whole-over-ratio": "{name} and the file as a whole unpack to far more than their size.",
    "whole-over-size": "Altogether the file unpacks to over {limit} MiB; {name} was not read.",
    "unpacking-needs-memory": "{name} needs more than {most} MiB of memory to unpack; it was not read.",
    "member-broken": "{name} can't be unpacked ({error}).",
    "member-broken-off": "{name} is truncated after {size} bytes, which were kept ({error}).",
    "member-not-whole": "{name} can't be unpacked completely ({error}).",
    "member-wrong-checksum": "{name} has a wrong checksum; it was read anyway.",
    "member-cut-short": "{name} is cut short; what is there was kept.",
    "member-shorter-than-stated": "{name} is shorter than the archive says; what could be unpacked was kept.",
    "member-unknown-method": "{name} is compressed with method {method}, which can't be unpacked.",
    "member-method-needs-archives": "{name} is compressed with {method}, which the optional extra 'archives' unpacks.",
    "members-encrypted": "{count} members are encrypted: {names}.",
    "members-encrypted-no-password": "{count} members are encrypted, and no password given opens them: {names}.",
    "members-encrypted-unread-method": "{count} members are encrypted by a method that can't be read: {names}.",
    "members-not-unpacked": "{count} members are compressed and can't be unpacked here: {names}.",
    "members-missing": "{count} members are listed but missing: {names}.",
    "members-unlisted": "{count} members aren't in the archive's directory ({names}); they were read too.",
    "members-overlap": "Members share the same bytes many times over; {count} of them were not read.",
    "names-and-more": "{names} and {count} more",
    # why one can't be unpacked
    "packed-ends-early": "the compressed data ends too early",
    "file-ends-early": "the file ends too early",
    "no-bytes-came": "no data came out",
    "other-bytes-follow": "{count} bytes of something else follow",
    "lzma-properties-out-of-range": "LZMA properties out of range",
    "lzw-first-code": "the first code isn't a byte",
    "lzw-unknown-code": "a code that isn't defined yet",
    "lzw-width-out-of-range": "code width out of range",
    # whole archives
    "directory-damaged": "The archive's directory is damaged ({error}); {count} members were found by their headers.",
    "archive-broken-off": "The archive is truncated ({error}); the rest was not read.",
    "archive-broken": "The archive can't be unpacked further ({error}).",
    "archive-cut-before-list": "The archive is truncated: it ends before its list of files, so none can be read.",
    "archive-damaged-at-end": "The archive is damaged beyond the last file that was read.",
    "archive-over-ratio": "The archive unpacks to far more than its size; the rest was not read.",
    "archive-over-stated-size": "The archive unpacks to more than it states; files beyond that were not read.",
    "archive-list-encrypted": "The archive's list of files is encrypted.",
    "archive-list-encrypted-no-password": "The archive's list of files is encrypted, and no password tried opens it.",
    "archive-files-encrypted": "The files of the archive are encrypted.",
    "archive-files-encrypted-no-password": "The files of the archive are encrypted, and no password tried opens them.",
    "archive-list-unplaced": "The archive doesn't say where its list of files is; the list was found at the end.",
    "archive-bad-blocks": "{count} blocks of the archive aren't headers where they should be.",
    "archive-stray-bytes": "{count} bytes after the archive's end were not read.",
    # split archives
    "split-part-by-name": f"By its name it is part of a split archive; {{count}} members were found in it. {_JOIN}",
    "split-first-part-members": f"It is the first part of a split archive; {{count}} members were found in it. {_JOIN}",
    "split-last-part": (
        f"It is the last of {{parts}} parts of a split archive; {{count}} members were found in it. {_JOIN}"
    ),
    "split-last-part-missing": (
        f"It is the last of {{parts}} parts of a split archive; {{count}} members aren't in it ({{names}}). {_JOIN}"
    ),
    "split-first-part": f"It is the first part of a split archive, and can't be read on its own. {_JOIN}",
    "split-later-part": f"By its name it is a later part of a split archive; it can't be read on its own. {_JOIN}",
}
