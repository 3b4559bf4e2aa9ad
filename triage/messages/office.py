"""What readers of office documents, compound files, databases and books say. Templates only."""

from __future__ import annotations

TEMPLATES = {
    # passwords
    "password-needed-tried": "It needs a password to open; none of those tried fits.",
    "passwords-out-of-time": "The time for trying passwords was over; the last {left} of {all} were not tried.",
    "encryption-unknown": "It is encrypted in a way that can't be opened ({error}).",
    "rights-managed": "Its content is held back by rights management.",
    # compound files, and what is embedded in them
    "compound-breaks-rules": "The compound file breaks its rules ({error}).",
    "stream-unreadable": "The stream {name} can't be read ({error}).",
    "stream-cut": "The stream {name} is cut: only {count} of its {size} bytes are there.",
    "strings-in-first-part-only": "Loose strings were looked for in the first {most} MiB of a stream only.",
    "embedded-not-compound": "The embedded object {name} can't be read as a compound file ({error}).",
    "formula-not-read": "The formula {name} was not read; what it says can't be searched.",
    "macros-unreadable": "The macros can't be read ({error}).",
    "module-macros-unreadable": "The macros of {name} can't be read.",
}
