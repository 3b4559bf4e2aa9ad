"""Compound files (MS-CFB): storages and streams in, properties and embedded objects out."""
