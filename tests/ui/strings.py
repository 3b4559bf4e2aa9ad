"""Finds every text that a person sees, in the window's source and among the core's messages, for the translations.

``python -m tests.ui.strings`` lists the texts without a translation, which the window shows in English, and writes them
into ``ui/i18n/translations/*.ts`` as unfinished. It drops the texts that the source no longer has and makes the ``.qm``
files anew with PySide6's lrelease. Only English plurals ("%n item" for "%n items") can't be done without.
"""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from xml.sax.saxutils import escape

from triage.errors import PROBLEM_CODES
from triage.messages import PLAIN, TEMPLATES, fields
from triage.model.tags import COLOURS, DEFAULT
from ui.i18n.language import MESSAGE

ROOT = Path(__file__).parent.parent.parent
FOLDER = ROOT / "ui" / "i18n" / "translations"
LANGUAGES = {"en": 2, "he": 2, "ar": 6}
"""Each language with its number of plural forms (Qt's numerus rules; Arabic: 0, 1, 2, few, many, hundreds)."""


@dataclass(frozen=True)
class Text:
    """A text in the source: whether it has plural forms, the names of the values it is given, where it stands."""

    text: str
    plural: bool
    names: frozenset[str] | None
    where: str
    counted: bool = False


@dataclass
class Entry:
    """A text's translation: one form, or as many as the language has plural forms."""

    forms: list[str] = field(default_factory=list)
    plural: bool = False


def sources() -> list[Path]:
    """Return every module of the window."""
    return sorted((ROOT / "ui").rglob("*.py"))


def translatable(paths: list[Path] | None = None) -> list[Text]:
    """Return every text that is translated somewhere: those of the window, and the core's sentences by their keys."""
    window = [text for path in paths or sources() for text in _in_module(path)]
    return window if paths else [*window, *map(_of_core, sorted(TEMPLATES.keys() - {PLAIN})), *_words_of_core()]


def _words_of_core() -> Iterator[Text]:
    """Yield the meanings of Problem codes, the words of the built-in tags and the names of colours."""
    for code, (_, meaning) in PROBLEM_CODES.items():
        yield Text(meaning, False, None, f"triage.errors: {code}")
    for tag in DEFAULT:
        yield Text(tag.words, False, None, f"triage.model.tags: {tag.name}")
    for colour in COLOURS:
        yield Text(colour, False, None, "triage.model.tags: COLOURS")


def _of_core(key: str) -> Text:
    return Text(f"{MESSAGE}{key}", False, frozenset(fields(key)), f"triage/messages: {key}")


def english(text: str) -> str:
    """Return what a text says in English: itself, or the template of a sentence of the core without its formats."""
    template = TEMPLATES.get(text.removeprefix(MESSAGE), "") if text.startswith(MESSAGE) else text
    return re.sub(r"\{(\w+)(?::[^}]*)?\}", r"{\1}", template)


def _in_module(path: Path) -> Iterator[Text]:
    tree = ast.parse(path.read_text("utf-8"))
    at = str(path.relative_to(ROOT))
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield from _in_call(node, f"{at}:{node.lineno}")
        elif isinstance(node, ast.ClassDef) and path.parent.name in ("panels", "suggestions"):
            for line in node.body:
                if isinstance(line, ast.Assign) and ast.unparse(line.targets[0]) == "title":
                    yield from (Text(text, False, None, f"{at}:{line.lineno}") for text in constants(line.value))


def _in_call(node: ast.Call, where: str) -> Iterator[Text]:
    name = name_of(node)
    if name == "tr" and node.args:
        plural = len(node.args) > 1 or any(word.arg == "n" for word in node.keywords)
        names = frozenset(str(word.arg) for word in node.keywords if word.arg != "n")
        for text in constants(node.args[0]):
            yield Text(text, plural, None if "None" in names else names, where)
    elif name == "later":
        yield from (Text(text, "%n" in text, None, where) for text in constants(node.args[0]))
    elif name == "Command":
        menus = [menu for path in constants(node.args[1]) for menu in path.split("/") if menu]
        yield from (Text(text, False, None, where) for text in (*constants(node.args[0]), *menus))
    elif name in ("count", "counted") and len(node.args) > 1:
        yield from (Text(f"%n {text}", True, None, where, counted=True) for text in constants(node.args[1]))


def name_of(node: ast.Call) -> str:
    """Return the last name of what is called."""
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def constants(node: ast.AST) -> list[str]:
    """Return the literals that an expression may be; a choice of two gives both."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [node.value]
    if isinstance(node, ast.IfExp):
        return [*constants(node.body), *constants(node.orelse)]
    return []


# ---- the files


def read(language: str) -> dict[str, Entry]:
    """Return the translations of a language by their English."""
    path = FOLDER / f"triage_{language}.ts"
    entries: dict[str, Entry] = {}
    for message in ET.parse(path).getroot().iter("message") if path.exists() else ():
        plural = message.get("numerus") == "yes"
        translation = message.find("translation")
        assert translation is not None
        inner = translation.iter("numerusform") if plural else [translation]
        forms = [form.text or "" for form in inner]
        entries[message.findtext("source") or ""] = Entry(forms, plural)
    return entries


def write(language: str, entries: dict[str, Entry]) -> None:
    """Write the translations of a language, sorted by their English, under the remark that the file has."""
    path = FOLDER / f"triage_{language}.ts"
    lines = ['<?xml version="1.0" encoding="utf-8"?>', "<!DOCTYPE TS>"]
    if remark := _remark(path):
        lines.append(remark)
    lines += [f'<TS version="2.1" language="{language}" sourcelanguage="en">', "<context>", "    <name>triage</name>"]
    for text in sorted(entries):
        entry = entries[text]
        whole = all(entry.forms)
        state = "" if whole else ' type="unfinished"'
        lines.append('    <message numerus="yes">' if entry.plural else "    <message>")
        lines.append(f"        <source>{escape(text)}</source>")
        if text.startswith(MESSAGE):
            lines.append(f"        <extracomment>{escape(english(text))}</extracomment>")
        inner = "".join(f"<numerusform>{escape(form)}</numerusform>" for form in entry.forms)
        lines.append(f"        <translation{state}>{inner if entry.plural else escape(entry.forms[0])}</translation>")
        lines.append("    </message>")
    path.write_text("\n".join([*lines, "</context>", "</TS>", ""]), "utf-8")


def _remark(path: Path) -> str:
    text = path.read_text("utf-8") if path.exists() else ""
    start, end = text.find("<!--"), text.find("-->")
    return text[start : end + 3] if 0 <= start < end else ""


def needed(language: str, texts: list[Text]) -> dict[str, bool]:
    """Return the texts that a language translates, with whether they have plural forms; English has its plurals."""
    return {text.text: text.plural for text in texts if language != "en" or (text.plural and not text.counted)}


def missing(language: str, texts: list[Text]) -> list[str]:
    """Return the texts that a language lacks and that fall back to English."""
    entries = read(language)
    return [text for text in needed(language, texts) if text not in entries or not any(entries[text].forms)]


def update() -> None:
    """Bring the files up to date with the source."""
    texts = translatable()
    for language, forms in LANGUAGES.items():
        known, entries = read(language), {}
        for text, plural in needed(language, texts).items():
            old = known.get(text)
            fits = old is not None and old.plural == plural
            entries[text] = old if old and fits else Entry([""] * (forms if plural else 1), plural)
        write(language, entries)
        for name in names(language):
            release(name, FOLDER / f"{name}.qm")


def names(language: str) -> list[str]:
    """Return the names of a language's files: our texts, and those of Qt's own that Qt hasn't translated."""
    return [f"triage_{language}", *([f"qt_{language}"] if language != "en" else [])]


def release(name: str, target: Path) -> None:
    """Make a file that the window loads."""
    tool = Path(sys.executable).with_name("pyside6-lrelease")
    source = FOLDER / f"{name}.ts"
    subprocess.run([tool, "-silent", source, "-qm", target], check=True)


def main() -> int:
    """Update the files and list what they lack; return 1 where English lacks a plural."""
    update()
    texts = translatable()
    for language in LANGUAGES:
        for text in missing(language, texts):
            sys.stdout.write(f"{language}: {text!r} {english(text)!r}\n")
    return bool(missing("en", texts))


if __name__ == "__main__":
    sys.exit(main())
