"""An environment with the fuzzer and with this project, and runs of bounded time in it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.peers.environment import peer_environment

ROOT = Path(__file__).resolve().parents[2]
SECONDS = 40
"""Of fuzzing; starting takes some more."""
_START_S = 120


def fuzz(target: str, corpus: Path, seeds: Iterable[bytes], *, seconds: int = SECONDS) -> str:
    """Run `tests/fuzz/<target>.py` for so long on these seeds and what grows from them; fails with
    what the fuzzer says of an input that broke it. Returns its last words."""
    corpus.mkdir()
    for number, seed in enumerate(seeds):
        (corpus / f"seed{number}").write_bytes(seed)
    done = subprocess.run(
        [
            str(_python()),
            "-m",
            f"tests.fuzz.{target}",
            f"-max_total_time={seconds}",
            "-max_len=65536",
            "-timeout=20",
            "-rss_limit_mb=0",
            "-seed=1",
            "-print_final_stats=1",
            f"-artifact_prefix={corpus.parent}/",
            str(corpus),
        ],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), *_our_packages()])},
        capture_output=True,
        text=True,
        timeout=seconds + _START_S,
        check=False,
    )
    if done.returncode != 0:
        pytest.fail(f"{target} broke:\n{done.stdout[-3000:]}\n{done.stderr[-6000:]}")
    return done.stderr


def executions(words: str) -> int:
    """How many inputs the fuzzer tried."""
    line = next(line for line in words.splitlines() if "number_of_executed_units" in line)
    return int(line.rpartition(":")[2])


def _python() -> Path:
    return peer_environment("atheris>=2.3,<4").python


def _our_packages() -> list[str]:
    """Where this environment's packages lie: the fuzzer's has the same Python and only atheris."""
    return [path for path in sys.path if path.endswith("site-packages")]
