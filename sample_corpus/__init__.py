"""The fictional records of Orrelane Systems, the script that writes them, and the answers that they hold.

``python -m sample_corpus.make`` writes ``files/`` and ``answers.toml`` again, byte for byte. Standard library only:
nothing here is used by the program, and nothing here uses it.
"""
