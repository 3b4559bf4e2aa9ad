"""Text of HTML, hidden text included and marked. Nothing is loaded or run."""
