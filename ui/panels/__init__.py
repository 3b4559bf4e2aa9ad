"""SOCKET. One file per panel (ui). A panel imports no other panel; it is one module and one line in PANELS."""
