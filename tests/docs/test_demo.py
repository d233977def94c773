"""What `make demo` shows: that it works to its end, and what the README quotes of it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text()
_SAMPLE = re.compile(r"## Try it.*?```\n.*?```.*?```\n(.*?)```", re.DOTALL)
_CHANGING = (
    (re.compile(r"0x[0-9a-f]+…?"), "HASH"),
    (re.compile(r"\b5[1-9A-HJ-NP-Za-km-z]{47}\b"), "ADDRESS"),
    (re.compile(r"\d[\d,]*"), "N"),
    (re.compile(r"\s+"), " "),
)


def shape(line: str) -> str:
    """A line without what differs from run to run. How many decimals an amount has stays."""
    line = re.sub(r"\.(\d+)", lambda found: "." + "d" * len(found[1]), line)
    for pattern, word in _CHANGING:
        line = pattern.sub(word, line)
    return line.strip()


def test_the_demo_works_and_says_what_the_readme_quotes() -> None:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", str(ROOT / "docs" / "demo.sh")],
        env={**os.environ, "PATH": path},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
    shown = {shape(line) for line in done.stdout.splitlines()}
    quoted = _SAMPLE.search(README)
    assert quoted is not None
    lines = [line for line in quoted[1].splitlines() if line not in ("", "…")]
    assert len(lines) > 10
    assert [line for line in lines if shape(line) not in shown] == []
