"""The airlock: hostile bytes are parsed only here, in child processes. Nothing here decides what to open."""
