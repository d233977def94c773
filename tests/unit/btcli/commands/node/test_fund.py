"""`btcli node fund`."""

from __future__ import annotations

from tests.cli.running import Cli
from tests.unit.btcli.samples import BOB

NEW = "5DfhGyQdFobKM8NsWvEeAKk5EQQgYe9AydgJ7rMB6E1EqRzV"


def test_tao_is_added_and_set(alice: Cli) -> None:
    assert alice.inside("node", "fund", NEW, "1.5", "--json").data()["free_tao"] == "1.500000000"
    alice.inside("addr", "add", "new", NEW)
    assert alice.inside("node", "fund", "new", "2", "--json").data()["free_tao"] == "3.500000000"
    data = alice.inside("node", "fund", "new", "1", "--set", "--json").data()
    assert (data["ss58"], data["free_tao"]) == (NEW, "1.000000000")
    assert "has τ1,000,001.000000000 free" in alice.inside("node", "fund", "alice", "1").out


def test_what_is_no_amount_or_account(cli: Cli) -> None:
    assert cli.inside("node", "fund", BOB, "much", "--json").error()["code"] == "amount_error"
    assert cli.inside("node", "fund", "nobody", "1", "--json").error()["code"] == "address_error"
    assert not cli.chain_file.exists()
