"""`btcli proxy create`."""

from __future__ import annotations

from btsdk.ops import pure_proxy_address
from tests.cli.running import Cli
from tests.unit.btcli.commands.proxy.proxied import ALICE, YES, entries

CREATE = ("proxy", "create", "-w", "alice")


def test_an_account_is_created_and_saved(world: Cli) -> None:
    words = ("--proxy-type", "Transfer", "--delay", "1", "--idx", "3", "--save", "vault")
    data = world.inside(*CREATE, *words, *YES).data()
    facts = (data["spawner"], data["proxy_type"], data["index"], data["height"], data["ext_index"])
    assert facts[:3] == (ALICE, "Transfer", 3)
    assert data["address"] == pure_proxy_address(*facts)
    assert entries(world, "vault") == [(ALICE, "Transfer", 1)]
    listed = world.inside("addr", "list", "--json").data()["addresses"]
    (saved,) = (one for one in listed if one["name"] == "vault")
    assert saved["proxy"] == {
        "proxy_type": "Transfer",
        "spawner": ALICE,
        "delay": 1,
        "index": 3,
        "height": data["height"],
        "ext_index": data["ext_index"],
    }
    error = world.inside(*CREATE, "--save", "vault", *YES).error()
    assert "saved already" in error["message"]
    assert "name of a wallet" in world.inside(*CREATE, "--save", "bob", *YES).error()["message"]


def test_a_dry_run_creates_nothing(world: Cli) -> None:
    data = world.inside(*CREATE, "--save", "never", "--dry-run", "--json").data()
    assert data["address"] is data["height"] is data["saved_as"] is None
    assert world.inside("proxy", "list", "--ss58", "never").exit_code == 2
