"""The one set of document writers: the known answers, the sample corpus and the tests are written with it.

A writer turns content into a file's bytes, the same bytes at any time. It uses the standard library and never what
reads the format, so that what writes and what reads can't share a mistake. It plants no canaries; ``builders`` does.
"""
