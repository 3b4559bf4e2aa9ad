"""Rich text (builders): RTF 1.9.1."""

from __future__ import annotations

from tests.selftest.plant import Builder, Plant


def _escaped(text: str) -> str:
    return "".join(c if c.isascii() else f"\\u{ord(c)}?" for c in text)


def build(plant: Plant) -> bytes:
    """Return a document with a canary in every place that RTF hides text in."""

    def put(column: str, place: str) -> str:
        return _escaped(plant(column, place))

    codes = plant("body", "text in a code page", ("Hebrew",)).encode("cp1255")
    coded = "".join(f"\\'{byte:02x}" for byte in codes)
    pieces = [
        r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset177 David;}}",
        rf"{{\info{{\title {put('properties', 'the title')}}}{{\doccomm {put('properties', 'the remark')}}}}}",
        rf"{{\header {put('margin', 'the header')}\par}}{{\footer {put('margin', 'the footer')}\par}}",
        rf"\pard {put('body', 'a paragraph')}\par {{\f1 {coded}}}\par",
        rf"{{\footnote {put('note', 'a footnote')}}}{{\footnote\ftnalt {put('note', 'an endnote')}}}\par",
        rf"{{\v {put('hidden', 'hidden text')}}}\par {{\deleted {put('tracked', 'a deletion')}}}\par",
        rf"{{\revised {put('tracked', 'an insertion')}}}\par",
        rf"{{\*\annotation {put('comment', 'a comment')}}}\par",
        rf"\trowd\cellx5000 {put('body', 'a table cell')}\cell\row",
        rf"{{\field{{\*\fldinst DOCPROPERTY {put('fieldcode', 'the instruction of a field')}}}",
        rf"{{\fldrslt {put('body', 'the result of a field')}}}}}\par",
        rf"{{\*\revtbl {{Unknown;}}{{{put('properties', 'the author of a change')};}}}}",
        r"{\revised\revauth1\revdttm1155531650 x}\par",
        rf"\pard\intbl\itap2 x\nestcell{{\*\nesttableprops\trowd {put('body', 'a nested table')}\nestrow}}\cell\row",
        rf"\pard{{\mmath{{\*\moMath{{\mr {put('body', 'a formula')}}}}}}}\par",
        rf"{{\headerf {put('margin', 'the first page header')}\par}}",
        rf"{{\object{{\*\objdata 0105}}{{\result {put('body', 'the picture of an object')}}}}}\par",
        rf"\pard\bin4 {{{{}} {put('body', 'text after binary bytes')}\par",
        rf"{{\shp{{\*\shpinst{{\shptxt {put('textbox', 'a text box')}\par}}}}}}\par}}",
    ]
    return "\n".join(pieces).encode("ascii")


BUILDERS = (Builder("rtf", "letter.rtf", "Rich text", build),)
