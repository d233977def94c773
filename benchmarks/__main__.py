"""Runs every benchmark in a process of its own, one after the other."""

from __future__ import annotations

import subprocess
import sys

SUBJECTS = (
    "codec",
    "reading",
    "scale",
    "cli",
    "node",
    "control",
    "load",
    "size",
    "pow",
    "epoch",
    "metagraph",
    "wasm",
)


def main() -> int:
    worst = 0
    for subject in SUBJECTS:
        print(f"\n── {subject}", flush=True)
        done = subprocess.run([sys.executable, "-m", f"benchmarks.{subject}"], check=False)
        worst = max(worst, done.returncode)
    return worst


if __name__ == "__main__":
    sys.exit(main())
