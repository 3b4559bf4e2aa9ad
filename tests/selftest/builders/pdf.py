# ruff: noqa: E501  (markup stands in one piece)
"""PDF (builders): ISO 32000-1, with text in a font that knows the Unicode of its codes (9.10.3)."""

from __future__ import annotations

from tests.selftest.plant import Builder, Plant
from tests.writers.pdf import document, objects, revised, stream, to_unicode


def _text(value: str) -> str:
    """Return a text string (7.9.2.2) in hexadecimal UTF-16."""
    return f"<feff{value.encode('utf-16-be').hex()}>"


def _line(words: str, y: int, more: str = "") -> str:
    shown = []
    for at, word in enumerate(words.split()):
        seen = word if word.isascii() else word[::-1]
        codes = "".join(f"{ord(c):04X}" for c in seen)
        shown.append(f"BT {more} /F 12 Tf {60 + 170 * at} {y} Td <{codes}> Tj ET")
    return "\n".join(shown)


def _map() -> bytes:
    rows = "3 beginbfrange\n<0020> <00FF> <0020>\n<0590> <05FF> <0590>\n<0600> <06FF> <0600>\nendbfrange"
    return to_unicode(rows, "<0000> <FFFF>")


def _packet(text: str) -> str:
    return (
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:description><rdf:Alt><rdf:li>'
        f"{text}</rdf:li></rdf:Alt></dc:description></rdf:Description></rdf:RDF></x:xmpmeta>"
    )


def build(plant: Plant) -> bytes:
    """Return a document with a canary in every place that PDF hides text in."""
    page = _line(plant("body", "a page"), 700) + "\n" + _line(plant("body", "text under a scan"), 600, "3 Tr")
    page += "\n1 1 1 rg\n" + _line(plant("hidden", "white text"), 500)
    before = page + "\n0 0 0 rg\n" + _line(plant("tracked", "an earlier revision"), 400)
    rect = "/Rect[60 100 200 120]/P 4 0 R"
    bodies: dict[int, str | bytes] = {
        1: "<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[10 0 R]>>/Outlines 12 0 R/Metadata 17 0 R/Names<</EmbeddedFiles"
        "<</Names[(a.txt)14 0 R]>>/JavaScript<</Names[(x)18 0 R]>>>>>>",
        2: "<</Type/Pages/Kids[4 0 R]/Count 1>>",
        3: f"<</Title {_text(plant('properties', 'the title'))}/Remark {_text(plant('properties', 'a custom one'))}/Keywords {_text(plant('properties', 'the keywords'))}>>",
        4: "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Metadata 20 0 R/Contents 5 0 R/Resources<</Font<</F 6 0 R>>>>"
        "/Annots[9 0 R 10 0 R 11 0 R 19 0 R]>>",
        5: stream(before.encode(), packed=True),
        6: "<</Type/Font/Subtype/Type0/BaseFont/Own/Encoding/Identity-H/DescendantFonts[7 0 R]/ToUnicode 8 0 R>>",
        7: "<</Type/Font/Subtype/CIDFontType2/BaseFont/Own/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)"
        "/Supplement 0>>/DW 600/FontDescriptor 16 0 R>>",
        8: stream(_map(), packed=True),
        9: f"<</Type/Annot/Subtype/Text{rect}/Contents {_text(plant('annotation', 'a note'))}>>",
        10: f"<</Type/Annot/Subtype/Widget/FT/Tx/T(remark){rect}/V {_text(plant('annotation', 'a form field'))}>>",
        11: f"<</Type/Annot/Subtype/FreeText{rect}/DA(/F 12 Tf)/Contents {_text(plant('annotation', 'a text on the page'))}>>",
        12: "<</Type/Outlines/First 13 0 R/Last 13 0 R/Count 1>>",
        13: f"<</Title {_text(plant('annotation', 'the outline'))}/Parent 12 0 R/Dest[4 0 R/Fit]>>",
        14: "<</Type/Filespec/F(a.txt)/UF(a.txt)/EF<</F 15 0 R>>>>",
        15: stream(plant("attachment", "an attached file").encode(), "/Type/EmbeddedFile", packed=True),
        17: stream(_packet(plant("properties", "the metadata")).encode(), "/Type/Metadata/Subtype/XML"),
        20: stream(_packet(plant("properties", "packed metadata")).encode(), "/Type/Metadata/Subtype/XML", packed=True),
        18: f"<</S/JavaScript/JS {_text('var remark = ' + repr(plant('hidden', 'a script')))}>>",
        19: f"<</Type/Annot/Subtype/Link{rect}/A<</S/URI/URI(https://wren.example/{plant('annotation', 'the address of a link', ('English',))})>>>>",
        16: "<</Type/FontDescriptor/FontName/Own/Flags 4/FontBBox[0 0 1000 1000]/ItalicAngle 0/Ascent 800/Descent -200"
        "/CapHeight 700/StemV 80>>",
    }
    first = document({n: o if isinstance(o, bytes) else o.encode() for n, o in bodies.items()}, "/Info 3 0 R")
    return revised(first, objects({5: stream(page.encode(), packed=True)}), "/Info 3 0 R")


BUILDERS = (Builder("pdf", "report.pdf", "PDF", build),)
