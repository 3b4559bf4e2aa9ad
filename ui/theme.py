"""One table of named colours, light and dark (``theme.json``). No other module names a colour or a distance.

Contrast of text on its ground is at least 4.5 to 1 (WCAG 2.2, 1.4.3) in both, that of the edge of a field 3 to 1
(1.4.11); a test computes it.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from string import Template

from PySide6.QtCore import QDir, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from triage.model.items import LISTED

STEP = 8
"""The grid in pixels: every margin and distance is a multiple of it (or its half). It grows with ``enlarge``: read it
when a widget is made, never when a module is loaded."""

NUMBER = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
"""How numbers stand in a column, in every language: their ends under one another."""

WORDS = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
"""How the head of a column of words stands: over the beginnings of the words, on the right in a mirrored window."""

ZOOMS = (80, 90, 100, 110, 125, 150, 175, 200)
"""The sizes of the whole interface, in per cent of what the platform's font asks for."""

_COLOURS = json.loads(Path(__file__).with_suffix(".json").read_bytes())
"""Every colour by its name: light, dark."""

LIGHT: dict[str, str] = {name: light for name, (light, _) in _COLOURS.items()}
DARK: dict[str, str] = {name: dark for name, (_, dark) in _COLOURS.items()}
HITS = 6
"""How many colours hits have; a query's seventh leaf has the colour of its first."""

MARKS = 8
"""How many colours the terms of lists have, which are marked beside the hits."""

THEMES = ("system", "light", "dark")
_FRAMED = {
    "muted": ("QCheckBox", "QRadioButton", "QTreeView", "QListView", "QTableView", "QMenu"),
    "edge": ("QAbstractSpinBox", "QComboBox"),
}
"""The widgets whose boxes and fields Fusion would frame in a colour that can't be seen, by the colour they get."""
_colours = {name: QColor(value) for name, value in LIGHT.items()}
_SHEET = Template(Path(__file__).with_suffix(".qss").read_text("utf-8"))
_SIZES = re.compile(r"\b(\d+)px")
_zoom = 100
_font: QFont | None = None


def colour(name: str) -> QColor:
    return _colours[name]


def ground(term: int) -> str:
    """Return the name of the colour on which a term's words stand (``Span.term``)."""
    return f"mark {(term - LISTED) % MARKS}" if term >= LISTED else f"hit {term % HITS}"


def px(pixels: int) -> int:
    """Return so many pixels (at 100 %) at the size in force."""
    return max(1, round(pixels * _zoom / 100))


def enlarge(app: QApplication, percent: int) -> None:
    """Show the whole interface at a size of ZOOMS; ``apply`` follows, and widgets made before keep their distances."""
    global STEP, _zoom, _font
    if _font is None:
        _font = QFont(app.font())
    _zoom = percent
    STEP = px(8) // 2 * 2
    font = QFont(_font)
    if _font.pointSizeF() > 0:
        font.setPointSizeF(_font.pointSizeF() * percent / 100)
    else:
        font.setPixelSize(px(_font.pixelSize()))
    app.setFont(font)


def fit(window: QWidget, wide: int, high: int) -> None:
    room = window.screen().availableSize()
    window.resize(min(wide * STEP, room.width() - 2 * STEP), min(high * STEP, room.height() - 5 * STEP))


def _sheet(colours: dict[str, str]) -> str:
    named = {name.replace(" ", "_"): value for name, value in colours.items()}
    sheet = _SHEET.substitute(named, theme="dark" if colours is DARK else "light")
    return _SIZES.sub(lambda size: f"{px(int(size[1]))}px", sheet) + _rows()


def _rows() -> str:
    """Give rows and heads the height of the font; of Hebrew alone, which is of another font, they would be lower."""
    high = QFontMetrics(QApplication.font()).height()
    return f"QTreeView::item, QListView::item, QHeaderView::section {{ min-height: {high}px; }}"


def _arrows(mirrored: bool) -> str:
    """Have the arrows of Qt's own file dialog drawn in the colour of text: its pictures are black in both themes."""
    back, forward = ("Right", "Left") if mirrored else ("Left", "Right")
    named = (("back", back), ("forward", forward), ("toParent", "Up"))
    return "".join(
        f"QFileDialog QToolButton#{name}Button {{ qproperty-arrowType: {arrow}Arrow; }}" for name, arrow in named
    )


def _palette(c: dict[str, str]) -> QPalette:
    role = QPalette.ColorRole
    named = {
        role.Window: "window",
        role.WindowText: "text",
        role.Base: "base",
        role.AlternateBase: "stripe",
        role.Text: "text",
        role.Button: "window",
        role.ButtonText: "text",
        role.ToolTipBase: "base",
        role.ToolTipText: "text",
        role.Highlight: "accent",
        role.HighlightedText: "on accent",
        role.Link: "accent",
        role.PlaceholderText: "muted",
        role.Mid: "line",
        role.Dark: "line",
        role.Light: "base",
    }
    palette = QPalette()
    for which, name in named.items():
        palette.setColor(which, QColor(c[name]))
    for which in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, which, QColor(c["muted"]))
    return palette


def apply(app: QApplication, theme: str) -> None:
    """Dress the application in a theme of THEMES; "system" follows the desktop's own choice."""
    put_sheet(app, prepare(app, theme))


def prepare(app: QApplication, theme: str) -> str:
    """Give the application the style and palette of a theme, and return the sheet that completes it."""
    global _colours
    dark = theme == "dark"
    if theme == "system":
        dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
    now = DARK if dark else LIGHT
    _colours = {name: QColor(value) for name, value in now.items()}
    sheet = _sheet(now) + _arrows(app.layoutDirection() == Qt.LayoutDirection.RightToLeft)
    if app.styleSheet() == sheet:
        return sheet
    QDir.setSearchPaths("icons", [str(Path(__file__).with_name("icons"))])
    app.setStyle("Fusion")
    app.setPalette(_palette(now))
    for name, kinds in _FRAMED.items():
        framed = _palette(now)
        framed.setColor(QPalette.ColorRole.Window, QColor(now[name]).lighter(140))  # Fusion frames in this, darker
        framed.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Window, QColor(now["line"]).lighter(140))
        for kind in kinds:
            app.setPalette(framed, kind)  # type: ignore[arg-type]  # a class's name, which the stubs take for bytes
    return sheet


def put_sheet(app: QApplication, sheet: str) -> None:
    """Set the application's sheet, unless it is set already: each time goes through every widget there is."""
    if app.styleSheet() != sheet:
        app.setStyleSheet(sheet)
