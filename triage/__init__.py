"""Triage: internal investigations over a company's own records, inside a stated scope. This is the map.

::

    0  model  errors  text  settings       the nouns, what can go wrong, what a word is, every setting once
    1  parsers  store  scope  proof        bytes in, Extract out | the truth | what may be opened at all | signed heads
    2  sandbox                             the airlock: hostile bytes are parsed only there
    3  indexing  search  review  export    files become items | words become hits | decisions | findings leave
    4  case                                the front door; only it holds all the keys
    5  selftest  cli  (and ui beside us)   known answers and the sample case | what people touch

Imports point downwards only, and there is no cycle; ``tests/test_house.py`` keeps that. Attachments and archive
members are read inside the airlock by the same way in as a file (``sandbox/child/worker.py``),
so that their bytes cross no border twice.
"""

import sys

__version__ = "0.2.0"


def unsupported() -> str:
    """Return one sentence that says why Triage can't run on this system; empty on Linux."""
    if sys.platform == "linux":
        return ""
    return (
        "Triage runs on Linux only, because it confines the processes that read files by means of the Linux kernel;"
        f" on this system ({sys.platform}) run it in a Linux virtual machine."
    )
