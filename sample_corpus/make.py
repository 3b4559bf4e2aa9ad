"""Write the sample corpus: ``python -m sample_corpus.make [FOLDER]`` (default: this package's own folder).

The same bytes come out every time. ``--check`` writes nothing and says which file differs from the script.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from sample_corpus import (
    story_daily,
    story_dalia,
    story_edges,
    story_ingrid,
    story_jonas,
    story_karim,
    story_mira,
    story_shared,
)
from sample_corpus.answers import document
from sample_corpus.catalog import File

HERE = Path(__file__).parent
DENIED_FOLDERS = ("customer-data", "shared-drive/customer-data", "mailboxes/karim.nasserin/customer-data")


def in_scope() -> list[File]:
    """Return the files that the scope allows."""
    found: list[File] = []
    for story in (story_mira, story_jonas, story_dalia, story_karim, story_ingrid, story_daily):
        found += story.files()
    rooms = (story_shared.platform, story_shared.sales, story_shared.finance, story_shared.office, story_edges.problems)
    found += [File(f"shared-drive/{path}", node) for room in rooms for path, node in room()]
    return found


def out_of_scope() -> list[File]:
    """Return the files that no case may open."""
    found = [File(f"{top}/{path}", node) for top in DENIED_FOLDERS for path, node in story_edges.customer_data()]
    council = story_edges.works_council()
    return found + [File(f"shared-drive/works-council/{path}", node) for path, node in council]


def contents() -> dict[str, bytes]:
    """Return every file of the corpus by its path under the corpus folder."""
    inside, outside = in_scope(), out_of_scope()
    made = {f"files/{file.path}": file.node.data for file in (*inside, *outside)}
    made["answers.toml"] = document(inside, outside).encode()
    return made


def write(folder: Path) -> None:
    """Write the corpus into a folder, in place of what was there."""
    shutil.rmtree(folder / "files", ignore_errors=True)
    for path, data in contents().items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)


def differences(folder: Path) -> list[str]:
    """Return the paths that are missing, left over or different in a folder."""
    made = contents()
    there = {p.relative_to(folder).as_posix() for p in (folder / "files").rglob("*") if p.is_file()} | {"answers.toml"}
    changed = {path for path in there & made.keys() if (folder / path).read_bytes() != made[path]}
    return sorted(changed | (there ^ made.keys()))


def main(arguments: list[str]) -> int:
    """Run from the command line; 0 when all is well, 1 when ``--check`` found a difference."""
    if "--check" in arguments:
        wrong = differences(HERE)
        print("\n".join(wrong) or "The files are as the script makes them.")
        return 1 if wrong else 0
    write(Path(arguments[0]) if arguments else HERE)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
