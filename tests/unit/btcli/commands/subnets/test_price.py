"""`subnets price`."""

from __future__ import annotations

from tests.cli.running import Cli
from tests.unit.btcli.commands.owned import NETUID


def test_prices_over_blocks(owner: Cli) -> None:
    data = owner.inside("subnets", "price", *NETUID, "--points", "2", "--json").data()
    (found,) = data["subnets"]
    assert found["netuid"] == 2
    assert data["first_block"] == found["history"][0]["block"] == 1
    assert found["history"][-1] == {"block": data["block"], "price_tao": found["price_tao"]}
    assert "Price of one alpha of subnet 2" in owner.inside("subnets", "price", *NETUID).out


def test_present_prices_of_all(owner: Cli) -> None:
    data = owner.inside("subnets", "price", "--all", "--current", "--json").data()
    assert [one["netuid"] for one in data["subnets"]][:3] == [0, 1, 2]
    assert data["first_block"] is None
    assert data["subnets"][1]["history"] == []


def test_refusals(owner: Cli) -> None:
    error = owner.inside("subnets", "price", "--netuid", "9", "--json").error()
    assert error["code"] == "not_found"
    assert "HTML" in owner.inside("subnets", "price", "--html", "--json").error()["message"]
