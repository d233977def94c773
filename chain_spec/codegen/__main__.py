"""Writes the generated files, or with `--check` names the stale ones and exits with 1."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from chain_spec.codegen.files import FOLDERS, ROOT, generated


def main() -> int:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m chain_spec.codegen", description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing")
    check = parser.parse_args().check
    wanted = generated()
    stale = [path for path, text in wanted.items() if not _holds(path, text)]
    left_over = [path for path in _present() if path not in wanted]
    if not check:
        for path in stale:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(wanted[path])
        for path in left_over:
            path.unlink()
    verb = "is not what the declarations say" if check else "written"
    for path in (*stale, *left_over):
        sys.stdout.write(f"{path.relative_to(ROOT)}: {verb}\n")
    return int(check and bool(stale or left_over))


def _holds(path: Path, text: str) -> bool:
    return path.is_file() and path.read_text() == text


def _present() -> list[Path]:
    return [path for folder in FOLDERS for path in (ROOT / "btsdk" / folder).glob("*.py")]


if __name__ == "__main__":
    sys.exit(main())
