"""The known-answer test: does this program, here, find what was hidden in every format?

Canary documents are written into a temporary folder, read by the real pipeline into a real case, and searched word by
word. ``builders`` is a SOCKET: one file per kind of format and one line in ``MODULES``. Nothing here parses a file or
mends an answer: what isn't found is told.
"""
