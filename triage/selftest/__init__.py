"""The known-answer test: does this program, here, find what was hidden in every format?

Stored documents with canaries are put into a temporary folder, read by the real pipeline into a real case, and searched
word by word. Nothing here parses a file or mends an answer: what isn't found is told.
"""
