"""`tx submit`."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import Cli
from tests.unit.btcli.spellings import BOB


def free(world: Cli) -> float:
    data = world.inside("wallet", "balance", "--ss58", BOB, "--json").data()
    return float(data["balances"][0]["free_tao"])


def test_it_is_sent_once(world: Cli, built: str) -> None:
    unsigned = world.inside("tx", "submit", built, "-y", "--json")
    assert "not signed" in unsigned.error()["message"]
    assert world.inside("tx", "sign", built, "-y").exit_code == 0
    before = free(world)
    data = world.inside("tx", "submit", built, "-y", "--json").data()
    assert data["receipt"]["extrinsic_hash"] == data["extrinsic_hash"]
    assert data["transaction"]["extrinsic_hash"] == data["extrinsic_hash"]
    assert round(free(world) - before, 9) == 1.5
    again = world.inside("tx", "submit", built, "-y", "--json")
    assert again.error()["code"] == "transaction_refused"


def test_one_whose_era_has_ended(world: Cli, tmp_path: Path) -> None:
    file = str(tmp_path / "short.json")
    words = ("System.remark", "remark=x", "-w", "alice", "--period", "4", "--file", file)
    assert world.inside("tx", "build", *words).exit_code == 0
    assert world.inside("tx", "sign", file, "-y").exit_code == 0
    world.inside("node", "advance", "5")
    done = world.inside("tx", "submit", file, "-y", "--json")
    assert done.error()["code"] == "transaction_expired"


@pytest.mark.slow
def test_one_of_another_chain(world: Cli, built: str, tmp_path: Path) -> None:
    assert world.inside("tx", "sign", built, "-y").exit_code == 0
    other = Cli(tmp_path)
    assert other("node", "start", "--daemon", "--port", "0", "--chain", "fast").exit_code == 0
    try:
        done = other.inside("tx", "submit", built, "-y", "--json")
    finally:
        other.inside("node", "stop")
    assert "signed for the chain with genesis" in done.error()["message"]
