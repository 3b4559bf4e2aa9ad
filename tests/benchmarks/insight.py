"""What is ranked, grouped and suggested, on mail that you provide: how good it is and what it costs.

    python -m tests.benchmarks.insight ROOT [CASE]

ROOT is a folder with the corpora ``enron-categories``, ``enron-maildir`` and ``spamassassin``, CASE a case made of it.
"""

from __future__ import annotations

import sys
from pathlib import Path

from tests.benchmarks import near, people, ranking

if __name__ == "__main__":
    ranking.main(Path(sys.argv[1]))
    people.main(Path(sys.argv[1]))
    for case in sys.argv[2:]:
        near.main([case])
