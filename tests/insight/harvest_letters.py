"""Letters that have the word *harvest* in two senses: that of a crop and that of a project. Fictional throughout."""

from __future__ import annotations

from random import Random

from tests.records import mail

CROP = "barley wheat field tractor rain barn combine sacks grain soil seed straw mill dry weather ripe mow crew".split()
PROJECT = "merger shares board lawyers bid bank target offer price closing secret diligence stake press equity".split()
EVERYDAY = (
    "please today again with everything about tomorrow from there before after quite some other week note".split()
)
PEOPLE = ("Dana Levi <dana@orrin.example>", "Omar Haddad <omar@orrin.example>", "Ruth Keller <ruth@orrin.example>")


def harvest_letters(many: int = 30, seed: int = 5) -> dict[str, bytes | str]:
    """Return letters under ``crop/`` and ``project/``, and as many others."""
    chance = Random(seed)
    files: dict[str, bytes | str] = {}
    for at in range(many):
        for name, own in (("crop", CROP), ("project", PROJECT)):
            around = [*chance.choices(own, k=14), *chance.choices(EVERYDAY, k=14)]
            chance.shuffle(around)
            text = " ".join([*around[:14], "harvest", *around[14:]])
            files[f"{name}/{at}.eml"] = mail(f"note {name[0]}{at}", text + "\n", sender=chance.choice(PEOPLE))
            other = chance.choices(own, k=20)
            files[f"other/{name}{at}.eml"] = mail(f"note {at}", " ".join(other) + "\n", sender=chance.choice(PEOPLE))
    return files
