"""Files that came from outside: only a regular file is opened, and never through a link.

A pipe or a device in a file's place would keep the reader waiting, or never end.
"""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from pathlib import Path
from typing import BinaryIO


def open_plain(path: Path) -> BinaryIO:
    """Open a regular file for reading; raises OSError for a link, pipe, socket or device."""
    fd = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC | os.O_NOCTTY)
    if not stat.S_ISREG(os.fstat(fd).st_mode):
        os.close(fd)
        raise OSError(errno.EINVAL, "not a regular file", str(path))
    return os.fdopen(fd, "rb")


def sha256(path: Path) -> str:
    """Return the hex SHA-256 of a regular file, as long as it is when it is opened; raises OSError for others."""
    digest = hashlib.sha256()
    with open_plain(path) as file:
        left = os.fstat(file.fileno()).st_size
        while left and (block := file.read(min(left, 1 << 20))):
            digest.update(block)
            left -= len(block)
    return digest.hexdigest()
