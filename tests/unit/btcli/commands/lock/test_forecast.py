"""The forecast of a lock is what the chain does."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from btcli.commands.lock.forecast import Rates, moments
from btsdk.client import Client
from btsdk.reads.locks import StakeLock
from btsdk.units import Alpha
from tests.cli.running import Cli
from tests.unit.btcli.commands.stake.conftest import made
from tests.unit.btcli.commands.stake.moving import YES
from tests.unit.btcli.samples import ALICE, BOB


@pytest.fixture(scope="module")
def quick(tmp_path_factory: pytest.TempPathFactory) -> Cli:
    """A chain whose locks change within a few blocks."""
    cli = made(Path(tmp_path_factory.mktemp("quick")))
    rates(cli, 40, 20)
    cli.inside("lock", "add", "--netuid", "1", "--amount", "1", "-H", "second", *YES).data()
    return cli


def rates(cli: Cli, unlock: int, maturity: int) -> None:
    with Client("local", chain_file=cli.chain_file) as client:
        values = {"UnlockRate": unlock, "MaturityRate": maturity}
        client.call("dev_setStorage", {"SubtensorModule": values})


def shown(cli: Cli) -> dict[str, Any]:
    return cli.inside("lock", "show", "--netuid", "1", "-w", "alice", "--graph", "--json").data()


@pytest.mark.parametrize(
    ("unlock", "maturity", "mode"),
    [(40, 20, "decaying"), (20, 40, "decaying"), (30, 30, "decaying"), (40, 20, "perpetual")],
)
def test_the_chain_follows(quick: Cli, unlock: int, maturity: int, mode: str) -> None:
    quick.inside("lock", "mode", "--netuid", "1", "--mode", mode, *YES).data()
    quick.inside("lock", "add", "--netuid", "1", "--amount", "0.1", *YES).data()
    rates(quick, unlock, maturity)
    before = shown(quick)
    expected = before["forecast"][1]
    quick.inside("node", "advance", str(expected["block"] - before["block"]), "--json").data()
    after = shown(quick)
    assert after["block"] == expected["block"]
    for name in ("locked_alpha", "conviction_alpha"):
        assert float(after["lock"][name]) == pytest.approx(float(expected[name]), rel=1e-5)


def test_a_lock_to_the_owner_has_its_conviction_at_once() -> None:
    lock = StakeLock(ALICE, BOB, 1, Alpha.parse("1", 1), Alpha.parse("0", 1), perpetual=False)
    assert all(one.locked == one.conviction for one in moments(lock, Rates(9, 5), of_owner=True))
    first, *_, last = moments(lock, Rates(9, 5), of_owner=False)
    assert (first.blocks, first.conviction) == (0, Alpha.zero(1))
    assert last.blocks == 27
