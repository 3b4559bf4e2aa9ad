"""How a process of ours is started that has nothing but our code: isolated, without site, with our path.

Only the command is put together here; what the process is given and gives up is up to who starts it.
"""

from __future__ import annotations

import json
import os
import sys

_PATH = "import sys,json;sys.path[:]=json.loads(sys.argv[1]);"


def command(code: str, *arguments: str) -> list[str]:
    """Return the command that runs the code in such a process; it finds the arguments from ``sys.argv[2]`` on."""
    path = json.dumps([os.path.abspath(p) for p in sys.path])  # noqa: PTH100 (pathlib is slow to load)
    return [sys.executable, "-I", "-S", "-c", _PATH + code, path, *arguments]
