"""Text recognition of pictures, where Tesseract is installed."""
