"""Fictional letters of a company in which a few people write about a deal under its code name, Plover."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from tests.records import mail
from triage.insight.names.nouns import Writing
from triage.model.items import ItemNo

DAY = 86_400
_PEOPLE = [
    f"{given}.{surname}@orrin.example" for given in ("dana", "omar", "rae", "noa") for surname in ("levi", "said")
]
_FEW = _PEOPLE[:3]
_TALK = (
    "the pump for line {n} came late and we wait for parts",
    "please send the invoice {n} to Holmby before noon",
    "lunch with the team is at twelve in Tarnow on day {n}",
    "Dana asked Omar about meter {n} and the gas figures",
    "we met Holmby in Tarnow and spoke of order {n}",
    "the report {n} on the boiler is with Rae now",
)
_DEAL = (
    "our interest in Plover is worth {n} million now",
    "the Plover transaction closes on day {n} with Gannet behind it",
    "we hedge through Plover and Gannet until month {n}",
    "Plover 2 takes note {n} over, and Gannet pays",
    "nobody asks who owns Plover before quarter {n}",
    "the unwind of Plover and Gannet costs {n}",
)


def letters(seed: int = 1, many: int = 240) -> Iterator[Writing]:
    """Yield letters over two years; those about the deal were written within two months."""
    random = Random(seed)
    for number in range(1, many + 1):
        deal = number % 8 == 0
        day = random.randrange(300, 340) if deal else random.randrange(730)
        lines = random.sample(_TALK, 3) + (random.sample(_DEAL, 3) if deal else [])
        random.shuffle(lines)
        text = "\n".join(line.format(n=number) for line in lines)
        sender = random.choice(_FEW if deal else _PEOPLE)
        yield Writing(ItemNo(number), sender, day * DAY, f"note {number}\n\n{text}\n\n{sender.split('.')[0].title()}")


def addresses() -> list[str]:
    return [one.sender for one in letters()]


def letter_files(many: int) -> dict[str, bytes | str]:
    return {f"dana/{one.no}.eml": mail(f"note {one.no}", one.text, sender=one.sender) for one in letters(many=many)}
