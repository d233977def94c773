"""What a quick command must not load: each costs tens of milliseconds that the user waits for."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.cli.running import Cli

HEAVY = ("rich", "numpy", "keyring", "websockets", "asyncio", "scalecodec", "substrateinterface",
         "btsdk.client", "btsdk.calls", "chain_spec", "local_node", "nacl", "requests")  # fmt: skip

PROGRAM = """
import sys
from btcli.main import main
code = main(sys.argv[1:])
assert code == 0, code
print("\\n".join(sorted(sys.modules)), file=sys.stderr)
"""


def loaded(cli: Cli, *words: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, *words],
        capture_output=True,
        text=True,
        env=cli.variables,
        check=True,
    )
    return set(done.stderr.split("\n"))


@pytest.mark.parametrize(
    "words", [("--help",), ("wallet", "--help"), ("wallet", "list"), ("config", "get")]
)
def test_quick_commands_load_nothing_heavy(cli: Cli, words: tuple[str, ...]) -> None:
    assert set(HEAVY) & loaded(cli, *words) == set()


@pytest.mark.parametrize("words", [("--help",), ("--version",), ("stake", "--help")])
def test_the_quickest_do_without_typer(cli: Cli, words: tuple[str, ...]) -> None:
    assert {"typer", "btcli.app"} & loaded(cli, *words) == set()
