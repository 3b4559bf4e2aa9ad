"""What a page's content shows, beside what PDFium gives of it: ``witness`` compares, ``content`` and ``decoding`` read.

Nothing is drawn here, and nothing is taken away from what PDFium gives.
"""
