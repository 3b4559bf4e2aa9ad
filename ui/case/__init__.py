"""One window's open case: what is selected, found and decided, and its threads. It holds no widget."""
