"""Who made the tracked changes in a document, and when; of text documents of all kinds. Adds no text."""

from __future__ import annotations


def moment(date: int) -> str:
    """Return a date and time of Word as ISO 8601 without a zone, "" where it says none."""
    minute, hour, day = date & 0x3F, date >> 6 & 0x1F, date >> 11 & 0x1F
    month, year = date >> 16 & 0xF, date >> 20 & 0x1FF
    if not (1 <= month <= 12 and 1 <= day <= 31 and hour < 24 and minute < 60):
        return ""
    return f"{1900 + year}-{month:02}-{day:02}T{hour:02}:{minute:02}"


class Changers:
    """Gathers names, each with its first and its last date, in the order in which they come."""

    def __init__(self) -> None:
        self._dates: dict[str, list[str]] = {}

    def __len__(self) -> int:
        return len(self._dates)

    def __contains__(self, name: str) -> bool:
        return name in self._dates

    def note(self, name: str, date: str) -> None:
        """Note a change; ``date`` is ISO 8601, "" where it isn't known."""
        dates = self._dates.setdefault(name, [])
        if date:
            dates[:] = (min([date, *dates]), max([date, *dates]))

    def told(self) -> str:
        """Return the names with their dates in brackets, "" where nobody was noted."""
        spans = {name: " to ".join(dict.fromkeys(dates)) for name, dates in self._dates.items()}
        return "; ".join(f"{name} ({span})" if span else name for name, span in spans.items())
