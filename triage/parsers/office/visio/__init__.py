"""Visio drawings, both the packaged and the older binary form."""
