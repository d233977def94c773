"""Type checkers over typed examples: what is right passes, each wrong line has its errors.

A wrong line of `wrong.py` ends in `# error: <mypy's code> | <pyright's rule>`; where a line has
several errors of a checker, they are separated by commas, in order.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TypeAlias

import pytest

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
RIGHT, WRONG = HERE / "right.py", HERE / "wrong.py"
EXAMPLES = sorted((ROOT / "docs" / "examples").glob("*.py"))
_COMMENT = re.compile(r"  # error: (?P<mypy>[\w, -]+) \| (?P<pyright>\w[\w, ]*)$")
_MYPY = re.compile(r"(?P<file>[^:]+):(?P<line>\d+): error: (?P<text>.*?)  \[(?P<code>[\w-]+)\]$")

Found: TypeAlias = "dict[tuple[str, int], list[str]]"
"""The codes of a checker's errors, by file and line."""


def expected(checker: str) -> Found:
    """The errors that the comments of `wrong.py` announce."""
    found = {}
    for number, line in enumerate(WRONG.read_text().splitlines(), 1):
        match = _COMMENT.search(line)
        assert ("# error" in line) is (match is not None), line
        if match:
            found[WRONG.name, number] = match[checker].split(", ")
    return found


def ordered(errors: list[tuple[str, int, str]]) -> Found:
    found: Found = {}
    for file, line, code in sorted(errors):
        found.setdefault((Path(file).name, line), []).append(code)
    return found


def mypy() -> Found:
    """What mypy finds with the project's own options, whose cache it shares."""
    command = [sys.executable, "-m", "mypy", "--strict", "--no-error-summary"]
    files = [str(path.relative_to(ROOT)) for path in (RIGHT, WRONG, *EXAMPLES)]
    done = subprocess.run([*command, *files], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stdout + done.stderr
    lines = [line for line in done.stdout.splitlines() if ": note: " not in line]
    matches = [_MYPY.match(line) for line in lines]
    assert all(matches), done.stdout
    return ordered([(m["file"], int(m["line"]), m["code"]) for m in matches if m])


def pyright() -> Found:
    """What pyright finds."""
    command = [sys.executable, "-m", "pyright", "--pythonpath", sys.executable, "--outputjson"]
    files = [str(path) for path in (RIGHT, WRONG, *EXAMPLES)]
    done = subprocess.run([*command, *files], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stdout + done.stderr
    errors = [
        (each["file"], each["range"]["start"]["line"] + 1, each["rule"])
        for each in json.loads(done.stdout)["generalDiagnostics"]
        if each["severity"] == "error"
    ]
    return ordered(errors)


def test_mypy() -> None:
    assert mypy() == expected("mypy")


@pytest.mark.skipif(
    shutil.which("node") is None, reason="pyright needs node, and would download it"
)
def test_pyright() -> None:
    assert pyright() == expected("pyright")


def test_there_is_something_to_find() -> None:
    assert len(expected("mypy")) == len(expected("pyright")) > 40
