"""What is ranked, grouped and suggested, on mail that you provide: how good it is and what it costs.

    python -m tests.benchmarks.insight ROOT

ROOT is a folder with the corpora ``enron-categories``, ``enron-maildir`` and ``spamassassin``.
"""

from __future__ import annotations

import sys
from pathlib import Path

from tests.benchmarks import people, ranking

if __name__ == "__main__":
    ranking.main(Path(sys.argv[1]))
    people.main(Path(sys.argv[1]))
