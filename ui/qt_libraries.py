"""Whether Qt can be loaded here, and which system library it lacks where it can't. Loads nothing else of the window."""

from __future__ import annotations

import ctypes
import os
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

DEBIAN = (
    "libegl1 libgl1 libglib2.0-0 libdbus-1-3 libfontconfig1 libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4"
    " libxcb-keysyms1 libxcb-shape0 libwayland-cursor0"
)
"""The packages of Debian and Ubuntu that hold the system libraries of Qt's wheels."""
FEDORA = (
    "libglvnd-egl libglvnd-glx glib2 dbus-libs fontconfig libxkbcommon-x11 xcb-util-cursor xcb-util-wm xcb-util-keysyms"
    " libwayland-cursor"
)
"""The same for Fedora."""


def missing_library() -> str:
    """Return one sentence that names the system library that Qt lacks and how to install it; empty where Qt loads."""
    try:
        import_module("PySide6.QtWidgets")
        _load_x11_plugin()
    except (ImportError, OSError) as error:
        library = Path(str(error).partition(":")[0]).name
        return (
            f"The window can't open because a system library is missing ({library}); install Qt's libraries with"
            f" “sudo apt install {DEBIAN}” on Debian and Ubuntu, or “sudo dnf install {FEDORA}” on Fedora."
        )
    return ""


def _load_x11_plugin() -> None:
    """Load what Qt opens windows with on X11; Qt itself would end the process if that fails."""
    if not os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY") or os.environ.get("QT_QPA_PLATFORM"):
        return
    spec = find_spec("PySide6")
    plugin = Path(spec.origin or "").parent / "Qt/plugins/platforms/libqxcb.so" if spec else Path()
    if plugin.is_file():
        ctypes.CDLL(str(plugin))
