"""Tests of child.preparation: what is ready before readers are forked, none of them makes anew."""

from __future__ import annotations

import subprocess
import sys

_CODE = """
import os, sys
from triage.sandbox.child.confine import confine
from triage.sandbox.child.preparation import load_libraries, load_tables, warm_up
from triage.sandbox.child.worker import SourceReading
from triage.sandbox.wire import Job, Part
from triage.settings import Settings
warm_up()
load_tables()
load_libraries()
_GIF = b"GIF87a\\1\\0\\1\\0\\x80\\0\\0\\0\\0\\0\\xff\\xff\\xff,\\0\\0\\0\\0\\1\\0\\1\\0\\0\\2\\2D\\1\\0;"
before = set(sys.modules)
confine(1024)  # refuses where a library has started a thread
for data in (_GIF, b"Subject: caf\\xe9\\n\\nl'\\xe9t\\xe9", b"<html><p>kestrel", b"caf\\xe9 d\\xe9j\\xe0 vu"):
    replies = []
    SourceReading(Job(0, "f", data), Settings(), replies.append).read(data, "f", "")
    assert isinstance(replies[0], Part) and not replies[0].troubles[1:], replies
print([name for name in set(sys.modules) - before if not name.startswith("encodings.")])
"""


def test_readers_of_common_files_load_nothing_any_more() -> None:
    done = subprocess.run([sys.executable, "-c", _CODE], capture_output=True, text=True, check=False)
    assert (done.stdout.strip(), done.stderr) == ("[]", "")
