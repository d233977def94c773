"""`btcli proxy list`."""

from __future__ import annotations

from tests.cli.running import Cli
from tests.unit.btcli.commands.proxy.proxied import ALICE, BOB, CHARLIE, announced, proxies


def test_proxies_and_their_announcements(world: Cli) -> None:
    given = announced(world, "4.1")
    data = proxies(world, "alice")
    assert {one["delegate"] for one in data["proxies"]} >= {BOB, CHARLIE}
    assert float(data["deposit_tao"]) > 0
    assert "acts_for" not in data
    (found,) = (one for one in data["announcements"] if one["call_hash"] == given)
    assert (found["delegate"], found["real"]) == (CHARLIE, ALICE)
    assert found["due"] == found["height"] + 2
    assert found["call"].startswith("Balances.transfer_keep_alive(")
    shown = world.inside("proxy", "list", "--ss58", "alice").out
    assert f"{CHARLIE} (charlie)  Any   2 blocks" in shown
    assert given in shown


def test_the_accounts_that_it_acts_for(world: Cli) -> None:
    found = proxies(world, "bob", "--acts-for")["acts_for"]
    assert {"delegate": BOB, "real": ALICE, "proxy_type": "Any", "delay": 0} in found
