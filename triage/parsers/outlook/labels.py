"""What Outlook properties are called: identifiers of MS-OXPROPS in, words for a person out; tables only."""

from __future__ import annotations

from triage.tables import rows

_ROWS = rows(__name__, "labels.tsv")
LABELS = {int(number, 16): label for kind, number, label in _ROWS if not kind}
"""Properties that are shown and searched, by identifier."""

NAMED_LABELS = {(kind, int(number, 16)): label for kind, number, label in _ROWS if kind}
"""Named properties that are shown and searched, by property set and number."""

SETS: dict[str, str] = {
    "00062002-0000-0000-c000-000000000046": "appointment",
    "00062003-0000-0000-c000-000000000046": "task",
    "00062004-0000-0000-c000-000000000046": "address",
    "00062008-0000-0000-c000-000000000046": "common",
    "0006200a-0000-0000-c000-000000000046": "log",
    "00062040-0000-0000-c000-000000000046": "sharing",
    "6ed8da90-450b-101b-98da-00aa003f1305": "meeting",
    "00020329-0000-0000-c000-000000000046": "strings",
    "00020386-0000-0000-c000-000000000046": "internet",
}
"""Property sets (MS-OXPROPS 1.3.2) by their GUID."""
