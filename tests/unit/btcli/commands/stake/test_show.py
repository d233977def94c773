"""`stake show`."""

from __future__ import annotations

from btsdk.units import Alpha, Tao
from tests.cli.running import Cli
from tests.unit.btcli.commands.stake.moving import BOB


def test_one_stake_with_its_value(staker: Cli) -> None:
    words = ("stake", "show", "--netuid", "2", "-w", "alice")
    data = staker.inside(*words, "--json").data()
    stake, price = Alpha.parse(data["stake_alpha"], 2), Tao.parse(data["price_tao"])
    assert stake
    assert data["value_tao"] == stake.at(price).decimal()
    assert f"{stake:,}" in staker.inside(*words).out
    nothing = staker.inside(*words, "--ss58", BOB, "--json").data()
    assert nothing["stake_alpha"] == "0.000000000"
    root = staker.inside("stake", "show", "-n", "0", "-w", "alice", "--json").data()
    assert root["price_tao"] == "1.000000000"
    missing = staker.inside("stake", "show", "-n", "77", "-w", "alice", "--json").error()
    assert "no subnet 77" in missing["message"]
