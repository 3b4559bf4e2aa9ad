"""Macro source out of a VBA project (floor 2), as hidden text.

MS-OVBA through oletools, which extract-msg brings; the code is decompressed and read, never run.
"""

from __future__ import annotations

import logging

from triage.parsers.texts import Texts


def source(untrusted_project: bytes, texts: Texts) -> None:
    """Add the source of each module of a project (a compound file) to the hidden text."""
    if not untrusted_project:
        return
    try:
        from oletools.olevba import VBA_Parser  # type: ignore[import-untyped]

        logging.getLogger("olevba").setLevel(logging.CRITICAL)  # what goes wrong becomes a trouble
        parser = VBA_Parser("macros", data=untrusted_project)
        for _, _, module, code in parser.extract_macros():
            text = code if isinstance(code, str) else code.decode("cp1252", "replace")
            texts.add("hidden", f"{module}\n{_spoken(text)}")
    except Exception as error:  # oletools raises many kinds for broken projects
        texts.trouble("damaged", f"The macros can't be read ({type(error).__name__}).")


def _spoken(code: str) -> str:
    """Return the code without the attribute lines that the editor writes for itself."""
    return "\n".join(line for line in code.splitlines() if not line.startswith("Attribute VB_"))
