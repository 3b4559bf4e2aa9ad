"""The record as outsiders check it: Merkle trees over its logs, signed heads, keys, time stamps.

It works on bytes and knows neither case nor database; only ``keys`` has a folder, which lies outside every case. The
formats are public ones (RFC 9162, C2SP signed-note and tlog-checkpoint, RFC 3161), so that other programs can check
them.
"""
