"""PDF (ISO 32000): text and pages by PDFium, and what PDFium doesn't give."""
