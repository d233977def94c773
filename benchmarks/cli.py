"""Start-up times of `btcli --help` and `btcli wallet list`, against Python and `bittensor-cli`.

usage: python -m benchmarks.cli [RUNS]

Prints one JSON document. `to_python` is the wall time as a multiple of `python -c pass`,
`peer_to_us` how many times as long the existing `bittensor-cli` takes for the same; null if it
cannot be installed. The fastest of several runs counts, because other programs only add time.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from benchmarks.arguments import number
from benchmarks.timing import installed
from btsdk.keys import Keypair
from btsdk.wallet import Wallet
from tests.peers.environment import peer_environment

PEER = "bittensor-cli==9.23.2"
COMMANDS = {
    "--help": ("--help",),
    "wallet list": ("wallet", "list", "--wallet-path"),
}


def least(command: Sequence[str], environment: Mapping[str, str], runs: int) -> float:
    """The seconds of the fastest of several runs; raises if the command fails."""
    found = []
    for _ in range(runs):
        begun = time.perf_counter()
        subprocess.run(command, env=environment, check=True, capture_output=True)
        found.append(time.perf_counter() - begun)
    return min(found)


def peer_script() -> str | None:
    """The existing btcli, in an environment of its own; None if it cannot be installed."""
    try:
        python = peer_environment(PEER).python
    except (pytest.skip.Exception, pytest.fail.Exception):
        return None
    return str(python.with_name("btcli"))


def measure(home: Path, runs: int) -> dict[str, object]:
    wallets = home / "wallets"
    for name in ("first", "second", "third"):
        wallet = Wallet(name, path=wallets)
        wallet.regenerate_coldkey(Keypair.generate(), None)
        wallet.regenerate_hotkey(Keypair.generate())
    environment = {**installed(), "HOME": str(home), "BTSDK_CONFIG_FILE": str(home / "none.json")}
    python = least([sys.executable, "-c", "pass"], environment, runs)
    ours = str(Path(sys.executable).with_name("btcli"))
    peer = peer_script()
    figures: dict[str, object] = {"python_s": round(python, 3)}
    for name, words in COMMANDS.items():
        words = (*words, str(wallets)) if words[-1] == "--wallet-path" else words
        seconds = least([ours, *words], environment, runs)
        theirs = None if peer is None else least([peer, *words], environment, max(runs // 3, 2))
        figures[name] = {
            "seconds": round(seconds, 3),
            "to_python": round(seconds / python, 2),
            "peer_to_us": None if theirs is None else round(theirs / seconds, 1),
        }
    return figures


def main() -> None:
    runs = number("cli", "runs", int, 10, 1)
    with tempfile.TemporaryDirectory() as home:
        print(json.dumps(measure(Path(home), runs), indent=2))


if __name__ == "__main__":
    main()
