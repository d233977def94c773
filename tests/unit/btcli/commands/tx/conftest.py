"""`built`: a transfer of alice to bob in a file."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import Cli

TRANSFER = ("Balances.transfer_keep_alive", "dest=bob", "value=1.5tao")


@pytest.fixture
def built(world: Cli, tmp_path: Path) -> str:
    """The file of the transfer."""
    file = str(tmp_path / "tx.json")
    done = world.inside("tx", "build", *TRANSFER, "-w", "alice", "--file", file)
    assert done.exit_code == 0, done
    return file
