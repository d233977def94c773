"""`btcli proxy add`."""

from __future__ import annotations

from tests.cli.running import Cli
from tests.unit.btcli.commands.proxy.proxied import BOB, YES, entries

ADD = ("proxy", "add", "-w", "charlie", "--delegate")


def test_a_delegate_gets_a_type_and_a_delay(world: Cli) -> None:
    words = ("--proxy-type", "Staking", "--delay", "3")
    data = world.inside(*ADD, "bob", *words, *YES).data()
    assert (data["delegate"], data["proxy_type"], data["delay"]) == (BOB, "Staking", 3)
    assert (BOB, "Staking", 3) in entries(world, "charlie")
    again = world.inside(*ADD, BOB, *words, *YES)
    assert (again.exit_code, again.error()["code"]) == (1, "Proxy.Duplicate")


def test_what_is_refused(world: Cli) -> None:
    assert world.inside(*ADD, "charlie", *YES).error()["code"] == "Proxy.NoSelfProxy"
    error = world.inside(*ADD, "bob", "--proxy-type", "Every", *YES).error()
    assert error["code"] == "usage_error"
    assert "Staking" in error["hint"]
    assert world.inside(*ADD, "nobody", *YES).error()["code"] == "address_error"
