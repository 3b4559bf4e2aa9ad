"""The languages that a text can be recognised as. Nothing is decided here."""

import json
from pathlib import Path

LANGUAGES: dict[str, str] = json.loads(Path(__file__).with_suffix(".json").read_bytes())
"""Languages that a text can be recognised as: ISO 639-1 code and English name."""
